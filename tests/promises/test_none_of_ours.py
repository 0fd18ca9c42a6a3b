"""A condition, a question, a quotation, the customer's part and a deed done are no promises of ours, in either language."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from escalation.promises import promises

SENT = datetime(2026, 11, 18, 9, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
HERE = Path(__file__).parent


def lines(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", lines("none"))
def test_no_promise_is_read_into_it(text: str) -> None:
    assert promises(text, SENT, "Asia/Shanghai") == []


@pytest.mark.parametrize("text", lines("yes"))
def test_a_promise_beside_such_words_is_found(text: str) -> None:
    assert promises(text, SENT, "Asia/Shanghai")


def test_money_that_went_back_is_told_and_money_that_will_is_promised() -> None:
    assert promises("We have refunded the charge of 12 March.", SENT) == []
    assert [each.kind for each in promises("We have waived your March fee.", SENT)] == ["compensation"]
    assert [each.kind for each in promises("已为您减免三月费用。", SENT)] == ["compensation"]


def test_a_guarantee_stays_one_however_finished_the_work_is() -> None:
    assert [each.kind for each in promises("该故障已彻底根除。", SENT)] == ["never_again"]
