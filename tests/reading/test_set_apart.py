"""A second matter that its writer keeps for later is none of this one's."""

from __future__ import annotations

import pytest

from escalation.judgement.heard import listen
from escalation.records import Ticket


def heard(description: str, line: str) -> set[str]:
    ticket = Ticket.model_validate({"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "description": description})
    return {s.signal for s in listen(line, (ticket,)).said if s.polarity == "affirmed"}


APART = [
    (
        "The till drops off. Also two invoices went missing from the export but thats for another mail.",
        "till drops off",
    ),
    ("The till drops off. Also two invoices went missing. I'll open a separate ticket.", "till drops off"),
    ("车机离线。另外温度数据也丢了，这个我另外再说。", "车机离线"),
    ("收銀機離線。順便說一下，資料也丟失了，改天再說。", "收银机离线"),
]


@pytest.mark.parametrize(("text", "line"), APART)
def test_what_is_kept_for_later_is_not_heard(text: str, line: str) -> None:
    assert "data_loss" not in heard(text, line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The till drops off. Also we lost all data of yesterday.", "till drops off"),
        ("车机离线。另外数据也丢了。", "车机离线"),
        ("The till drops off. Also the invoice data is lost but thats for another mail.", "invoice data is lost"),
    ],
)
def test_what_belongs_to_it_or_is_asked_about_is_heard(text: str, line: str) -> None:
    assert "data_loss" in heard(text, line)
