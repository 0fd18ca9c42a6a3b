"""This occurrence, not last quarter's incident with the same words."""

from datetime import timedelta

import pytest

from escalation.assessment import Issue
from escalation.context import Context
from escalation.matching.links import links_of
from escalation.matching.occurrence import current
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, issue, item, matched, ticket

EXPORT = issue("Data export is missing rows")


def kept(issue_: Issue, world: Context) -> tuple[set[str], dict[str, str]]:
    found, _ = matched(issue_, world)
    now, older = current(found.belonging, issue_, world, links_of(world), Policy(), NOW)
    return {s.ticket.id for s in now}, {look.record_id: look.why.signal for look in (*found.lookalikes, *older)}


def test_a_long_silence_separates_two_occurrences() -> None:
    old = ticket("1", "a", "Export is missing rows", days=60, status="solved", solved_at=NOW - timedelta(days=58))
    ids, older = kept(EXPORT, context(old, ticket("2", "b", "Export is missing rows")))
    assert ids == {"2"}
    assert older == {"1": "older_alike"}


@pytest.mark.parametrize(
    ("words", "fields", "why"),
    [
        ("Export is missing rows", {}, "older_alike"),
        ("Export is missing rows", {"linked_tracker": ("BUG-1",)}, "older_occurrence"),
        ("Export is missing rows, ERR_ROWS_7", {}, "older_occurrence"),
        ("Export is missing rows, ERR_CELLS_2", {}, "other_error"),
        ("Export is missing rows, HTTP 500", {}, "older_alike"),
    ],
)
def test_only_an_item_or_an_error_makes_an_old_ticket_an_older_occurrence(
    words: str, fields: dict[str, object], why: str
) -> None:
    """Ways to say it are shared by many matters: a leak of today is not three weeks old because another ticket is alike."""
    old = ticket("1", "a", words, days=60, status="solved", solved_at=NOW - timedelta(days=58), **fields)
    new = ticket("2", "b", "Export is missing rows, ERR_ROWS_7, HTTP 500")
    _, older = kept(EXPORT, context(old, new, items=(item("BUG-1", status="closed"),)))
    assert older == {"1": why}


def test_a_fix_in_between_separates_even_close_reports() -> None:
    old = ticket(
        "1",
        "a",
        "Export is missing rows",
        days=9,
        status="solved",
        solved_at=NOW - timedelta(days=6),
        linked_tracker=("BUG-1",),
    )
    fixed = item("BUG-1", status="closed", fixed_in="4.2")
    world = context(
        old, ticket("2", "b", "Export is missing rows", linked_tracker=("BUG-2",)), items=(fixed, item("BUG-2"))
    )
    found, _ = matched(EXPORT, world)
    assert {s.ticket.id for s in found.belonging} == {"2"} or kept(EXPORT, world) == ({"2"}, {"1": "fixed_earlier"})


def test_a_chain_of_reports_within_a_fortnight_is_one_occurrence() -> None:
    world = context(*(ticket(str(n), f"a{n}", "Export is missing rows", days=1 + 12 * n) for n in range(4)))
    assert kept(EXPORT, world)[0] == {"0", "1", "2", "3"}


def test_reports_after_now_do_not_exist_yet() -> None:
    world = context(ticket("1", "a", "Export is missing rows"), ticket("2", "b", "Export is missing rows", days=-1))
    assert kept(EXPORT, world)[0] == {"1"}


def test_only_old_solved_reports_make_no_current_occurrence() -> None:
    old = ticket("1", "a", "Export is missing rows", days=90, status="closed")
    assert kept(EXPORT, context(old))[0] == set()


def test_a_feature_counts_all_who_asked_in_the_window_and_nobody_before() -> None:
    wish = issue("bulk assignment of tasks", "feature")
    world = context(
        ticket("1", "a", "bulk assignment of tasks", days=180, status="closed"),
        ticket("2", "b", "bulk assignment of tasks", days=184, status="closed"),
        ticket("3", "c", "bulk assignment of tasks", days=2),
    )
    assert kept(wish, world)[0] == {"1", "3"}


def solved_with_its_item(days: float) -> Context:
    """A report that was solved so many days before the newer one, each of the customer that is named."""
    old = ticket(
        "1",
        "acme",
        "Export is missing rows",
        days=1 + days,
        status="solved",
        solved_at=NOW - timedelta(days=days),
        linked_tracker=("BUG-1",),
    )
    new = ticket("2", "acme", "What became of the missing rows in the export?", days=0.5)
    return context(old, new, items=(item("BUG-1", status="closed", fixed_in="4.2"),), named=("acme",))


def test_who_writes_right_after_the_solution_asks_about_that_trouble() -> None:
    assert kept(EXPORT, solved_with_its_item(1))[0] == {"1", "2"}


def test_the_trouble_of_the_week_that_the_line_names_is_the_one_that_is_meant() -> None:
    world = solved_with_its_item(6)
    assert kept(issue("Acme asks about last week's export with missing rows"), world)[0] == {"1", "2"}
    assert kept(issue("Export is missing rows at Acme"), world)[0] == {"2"}
