"""What cannot happen on a day unless it is mended is wanted by that day, also beside a call that was wanted earlier."""

from datetime import UTC, datetime
from typing import Any

import pytest

from escalation.reading.threads.communication import communication, stands
from escalation.records import Ticket

NOW = datetime(2026, 5, 7, 9, tzinfo=UTC)


def ticket(text: str) -> Ticket:
    data: dict[str, Any] = {
        "id": "1",
        "account_id": "a",
        "subject": "Price tags",
        "description": text,
        "status": "open",
    }
    return Ticket.model_validate(data | {"created_at": "2026-05-05T08:00:00Z"})


@pytest.mark.parametrize(
    "text",
    [
        "We can't open the Leeds shop on Saturday 9 May with wrong tags. Please call our director back by 18:00 today.",
        "标签不对，5月9日没法开业。请今天18:00之前给我们回复。",
    ],
)
def test_the_day_that_is_ahead_counts_before_an_hour_that_has_passed(text: str) -> None:
    found = communication([ticket(text)], None, NOW)
    assert found.deadline == datetime(2026, 5, 9, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["We cannot open the file since Monday.", "We could not open on Monday", "周一登录不了"]
)
def test_what_was_and_what_does_not_open_otherwise_name_none(text: str) -> None:
    assert not stands(text)
