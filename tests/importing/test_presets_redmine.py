"""The redmine preset on the files that a Redmine 5.0.4 wrote, in English and in Chinese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tools.importing.presets import rows_of
from tools.importing.rows import Problem, Row

EXPORTS = Path(__file__).parent / "exports"
ENGLISH, CHINESE = EXPORTS / "redmine-issues.csv", EXPORTS / "redmine-issues-zh.csv"


def rows(path: Path) -> list[Row]:
    found = list(rows_of(path))
    assert not [row for row in found if isinstance(row, Problem)]
    return [row for row in found if isinstance(row, Row)]


def tickets(path: Path) -> dict[str, dict[str, Any]]:
    return {row.data["subject"]: row.data for row in rows(path) if row.kind == "ticket"}


@pytest.mark.parametrize("path", [ENGLISH, CHINESE], ids=["english", "chinese"])
def test_every_issue_and_every_customer_arrives(path: Path) -> None:
    kinds = [row.kind for row in rows(path)]
    assert (kinds.count("ticket"), kinds.count("account")) == (44, 8)


def test_an_issue_has_its_fields_in_the_words_of_the_house() -> None:
    ticket = tickets(ENGLISH)["CSV download stops at 2,000 rows since 4.32"]
    assert ticket["id"].startswith("RM-")
    assert (ticket["status"], ticket["priority"], ticket["type"]) == ("open", "high", "Bug")
    assert ticket["product_area"] == "Reports"
    assert ticket["created_at"] == "2026-11-16T08:12:00Z"
    assert ticket["account_id"] == "helio-freight"
    assert ticket["requester"] == {"name": "Ana Ruiz"}
    assert ticket["description"].startswith("Since Monday's update to 4.32.5")


def test_afternoon_times_are_afternoon() -> None:
    assert tickets(ENGLISH)["Exports from saved reports incomplete"]["created_at"] == "2026-11-16T13:55:00Z"


def test_the_chinese_export_says_the_same_as_the_english_one() -> None:
    named = ("id", "subject", "description", "status", "priority", "created_at", "updated_at", "account_id", "comments")
    english, chinese = tickets(ENGLISH), tickets(CHINESE)
    assert english.keys() == chinese.keys()
    for subject, ticket in english.items():
        other = chinese[subject]
        assert [ticket.get(name) for name in named] == [other.get(name) for name in named]


def test_a_chinese_customer_is_an_account_under_its_own_name() -> None:
    accounts = [row.data for row in rows(CHINESE) if row.kind == "account"]
    assert {"id": "兰溪科技", "name": "兰溪科技", "derived_from": "tickets"} in accounts


def test_the_last_note_is_kept_as_internal_because_the_export_does_not_say_who_may_read_it() -> None:
    (note,) = tickets(ENGLISH)["Audit log for administrators"]["comments"]
    assert note["body"].startswith("Our review is in January.")
    assert (note["role"], note["public"]) == ("internal", False)
    assert "author" not in note


def test_line_breaks_and_quotation_marks_inside_a_description_stay() -> None:
    ticket = tickets(ENGLISH)['Dashboard shows "undefined" in a title; 50% of tiles = blank']
    assert ticket["description"].splitlines()[2] == '1. open "Ward; overview"'
    assert ticket["description"].endswith("3. see <undefined>")


def test_an_issue_without_a_customer_has_no_account() -> None:
    assert "account_id" not in tickets(ENGLISH)["Trial account: how do I switch on single sign-on?"]


def test_columns_that_have_no_field_are_kept() -> None:
    ticket = tickets(ENGLISH)["Umlauts broken in CSV"]
    assert ticket["Start date"] == "11/03/2026"
    assert ticket["Status"] == "Resolved"
