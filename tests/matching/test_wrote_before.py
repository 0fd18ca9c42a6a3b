"""What a customer names as written before of the same belongs to it: the wait began then."""

import pytest

from escalation.assess import assess
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, matched, ticket
from tests.judgement.worlds import issue as typed

WISH = "Acme wants to schedule exports at night"


@pytest.mark.parametrize(
    ("told", "belongs"),
    [
        ("We asked for it in spring already (T-707), please schedule exports at night.", True),
        ("希望能在夜间定时导出，四月就提过，见 T-707。", True),
        ("希望能在夜間定時匯出，四月就提過（T-707）。", True),
        ("Please schedule exports at night. T-707 is a different matter.", False),
        ("Please schedule exports at night.", False),
    ],
)
def test_an_earlier_ticket_named_in_the_report_belongs_however_old(told: str, *, belongs: bool) -> None:
    old = ticket("T-707", "acme", "Night runs?", days=230, status="solved", type="feature")
    new = ticket("T-909", "acme", "Schedule exports at night", description=told, type="feature")
    found = assess(understand(WISH), context(old, new, named=("acme",)), Policy(), NOW)
    assert ("T-707" in found.cited.tickets) is belongs
    assert found.facts.first_reported_at == (old if belongs else new).created_at


def test_what_is_over_the_window_is_no_request_of_the_window() -> None:
    old = ticket("T-707", "acme", "Night runs?", days=230, status="solved", type="feature")
    new = ticket("T-909", "acme", "Schedule exports at night", description="As asked in T-707.", type="feature")
    found = assess(understand(WISH), context(old, new, named=("acme",)), Policy(), NOW)
    assert found.demand is not None
    assert found.demand.requests == 1


@pytest.mark.parametrize(
    ("owner", "days"),
    [("other", 12), ("acme", 0.5)],
)
def test_anothers_ticket_and_a_later_one_are_not_drawn_in(owner: str, days: float) -> None:
    other = ticket("T-707", owner, "Night runs?", days=days, product_area="billing")
    new = ticket("T-909", "acme", "Rows missing in the export", description="Rows missing, see T-707.", days=1)
    _, found = matched(typed("Acme: rows missing in the export"), context(other, new, named=("acme",)))
    assert found == {"T-909"}


def test_a_fault_reported_two_weeks_before_and_called_solved_began_then() -> None:
    first = ticket("T-707", "acme", "Two bills?", days=13, status="solved", solved_at=NOW, product_area="billing")
    again = "I wrote already (T-707) and was told it would be mended in two days. We were charged twice."
    new = ticket("T-909", "acme", "Charged twice", description=again, product_area="billing")
    found = assess(understand("Acme was charged twice"), context(first, new, named=("acme",)), Policy(), NOW)
    assert found.facts.first_reported_at == first.created_at
