"""A line is held against the records it names: whose ticket it is, that none has the number, that none of a customer counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.bare import only_names_records
from escalation.reading.times.deadlines import deadline
from prompts.statements import say
from tests.judgement.worlds import NOW, context, item, ticket

LOGIN = "An admin login from Lisbon that is not ours, and an API key was created that nobody here made."
WISH = "Scheduled reports"


def judged(world: Context, line: str) -> Assessment:
    return assess(understand(line), world, Policy(), NOW)


def claims(found: Assessment) -> dict[str, dict[str, Any]]:
    return {claim.signal: dict(claim.values) for claim in found.claims}


@pytest.mark.parametrize(
    ("line", "zh"), [("TK-9 is about the export", "TK-9 属于 Globex"), ("TK-9 说的是导出问题", "不是 Acme 的工单")]
)
def test_a_ticket_of_another_customer_than_the_named_one_is_told(line: str, zh: str) -> None:
    theirs = ticket("TK-9", "globex", "Export is missing rows", description="Rows are missing in every export.")
    found = judged(context(theirs, named=("acme",)), line)
    claim = next(c for c in found.claims if c.signal == "named_ticket_of_another")
    assert dict(claim.values) == {"ticket": "TK-9", "account": "Globex", "named": "Acme"}
    assert say(claim, "en") == "TK-9 is of Globex, not of Acme."
    assert zh in say(claim, "zh")
    assert "named_ticket_of_another" not in claims(judged(context(theirs, named=("globex",)), line))


@pytest.mark.parametrize(
    "line", ["Please look at TK-9", "TK-9 is about payments", "麻烦看一下 TK-9", "TK-9 说的是付款"]
)
def test_a_named_ticket_that_tells_of_an_intrusion_goes_to_security_whatever_the_line_says(line: str) -> None:
    theirs = ticket("TK-9", "globex", "Unknown login from Lisbon", description=LOGIN, product_area="access")
    found = judged(context(theirs), line)
    assert (found.decision, found.target) == ("escalate", "security")
    done = ticket("TK-9", "globex", "Unknown login from Lisbon", description=LOGIN, status="closed", solved_at=NOW)
    assert judged(context(done), "TK-9 is about payments").target != "security"


@pytest.mark.parametrize(
    ("line", "bare"),
    [("Please have a look at Q-17", True), ("看一下 Q-17，谢谢", True), ("Q-17 fails", False), ("please look at it", False),
     ("Q-17 打不开", False)],
)  # fmt: skip
def test_that_somebody_is_to_look_says_nothing_of_a_matter(line: str, *, bare: bool) -> None:
    assert only_names_records(line) is bare


def test_a_number_that_no_ticket_has_is_asked_for() -> None:
    world = context(ticket("TK-1", "acme", "Something else", product_area="billing"))
    found = judged(world, "TK-999 is broken")
    assert found.decision == "need_info"
    assert claims(found)["named_ticket_unknown"] == {"ticket": "TK-999"}
    assert "ticket_number" in {q.signal for q in found.questions}


def wishes(*own: dict[str, Any]) -> Context:
    """Globex asks for exports; of Acme, which the line names, some open tickets that are not counted."""
    asked = ticket(
        "T-2", "globex", "Export is missing rows", description="Rows are missing in every export since Monday."
    )
    theirs = [ticket(f"T-1{n}", "acme", **fields) for n, fields in enumerate(own)]
    return context(asked, *theirs, items=(item("BUG-1", linked=("T-2",), status="open"),), named=("acme",))


def test_an_open_ticket_of_the_same_area_is_named_where_none_of_the_customers_is_counted() -> None:
    near = {"subject": "Column order", "description": "The order of columns changed.", "days": 60}
    found = judged(wishes(near), "All 2 customers: export is missing rows, Acme too")
    if "acme" in found.facts.affected_account_ids:
        pytest.skip("it is counted")
    assert "named_account_not_in_records" not in claims(found)
    assert claims(found)["named_account_uncounted"]["ticket"] == "T-10"
    told = next(c for c in found.claims if c.signal == "named_account_uncounted")
    assert "“Column order”, may be the same" in say(told, "en")
    assert "「Column order」可能说的是同一件事" in say(told, "zh")


@pytest.mark.parametrize("change", [{"product_area": "billing"}, {"status": "solved", "solved_at": NOW}])
def test_one_of_another_subject_or_solved_is_not(change: dict[str, Any]) -> None:
    other = {"subject": "Invoice logo", "description": "Please change the logo.", "days": 60} | change
    found = judged(wishes(other), "All 2 customers: export is missing rows, Acme too")
    assert "named_account_uncounted" not in claims(found)
    assert "named_account_not_in_records" in claims(found)


@pytest.mark.parametrize(
    "line", ["Customers ask for scheduled reports", "希望支持定时发送报表", "希望支援定時發送報表"]
)
def test_a_wish_in_other_words_or_another_language_is_the_same_wish(line: str) -> None:
    """Requests that are no "feature" to the helpdesk and use no word of asking that we list stay among those who asked."""
    area: dict[str, Any] = {"product_area": "reports", "type": "incident"}
    mine = ticket(
        "T-1",
        "acme",
        WISH,
        days=10,
        description="We need scheduled reports, 60 by hand a week. Ledgerly, a competitor, has it.",
        **area,
    )
    third = ticket(
        "T-2", "acme", f"Third time: {WISH}", description="The third time we ask for scheduled reports.", **area
    )
    plain = ticket("T-3", "globex", f"{WISH} please", days=30, description="Scheduled reports?", **area)
    han = ticket(
        "T-4", "initech", "定时发送报表", days=20, description="希望能定时发送报表，每周手工导出很费时间。", **area
    )
    world = context(mine, third, plain, han)
    world = replace(world, frequencies={"report": 40, "schedul": 8})
    assert set(judged(world, line).facts.affected_account_ids) == {"acme", "globex", "initech"}


@pytest.mark.parametrize(
    "words",
    [
        "Please send reports every Monday.",
        "希望每周一早上自动发送报表",
        "We meet each Tuesday at 9:00.",
        "每月5号要对账",
    ],
)
def test_what_comes_round_again_is_no_day_by_which_it_is_wanted(words: str) -> None:
    assert deadline(words, NOW) is None
