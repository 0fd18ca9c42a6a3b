"""A customer is named and none of their tickets shows the matter: what is known of them is said, and their tickets asked for."""

from typing import Any

from escalation.assess import assess
from escalation.assessment import Assessment, Communication
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.sifting import sift
from escalation.telling.questions import questions_for
from escalation.weighing import case_of
from prompts.brief import render_brief
from prompts.compose import compose
from prompts.statements import say
from tests.judgement.worlds import NOW, account, context, ticket

MAP = ticket("T-7", "acme", "Map stands still", description="The map stands still.")
OLD = ticket("T-6", "acme", "Card reader", description="Which reader do you recommend?", days=300)
CARD = ticket("T-8", "acme", "Card reader", description="Which reader do you recommend?", days=2)


def judged(typed: str, *told: Any, **fields: Any) -> Assessment:
    world = context(*told, named=("acme",))
    acme = account("acme", **fields)
    known = Context(
        tickets=world.tickets, accounts={"acme": acme}, named=(acme,), frequencies=world.frequencies, ticket_total=1000
    )
    return assess(understand(typed), known, Policy(), NOW)


def test_a_vague_complaint_is_asked_about_by_the_tickets_that_are_open() -> None:
    found = judged("Acme is not happy again, please escalate", MAP, CARD)
    assert found.decision == "need_info"
    asked = [say(q, "en") for q in found.questions]
    assert asked[0] == "Which ticket is it about: T-7 (Map stands still) or T-8 (Card reader), or something else?"
    assert say(found.questions[0], "zh") == "说的是哪张工单：T-7 (Map stands still)、T-8 (Card reader)，还是另有其事？"
    assert "what_was_tried" not in {q.signal for q in found.questions}


def test_without_open_tickets_the_number_is_asked_for_as_before() -> None:
    found = judged("Acme is not happy again, please escalate")
    assert all("something else" not in say(q, "en") for q in found.questions)


def test_leaders_are_told_who_it_is_and_what_is_at_stake_before_a_ticket_is_found() -> None:
    found = judged("Acme 的COO投诉，要我们管理层出面", OLD, arr_usd=305_000)
    assert (found.target, found.matched) == ("leadership", ())
    words = compose(found, "en")
    assert words.customers_affected is not None
    assert words.customers_affected.startswith("The report names Acme; no ticket of theirs was found for it [")
    assert "$305,000" in (words.revenue_at_risk or "")
    assert "305,000" not in (compose(judged("Acme 的COO投诉，要我们管理层出面", OLD), "en").revenue_at_risk or "")
    asked = {q.signal for q in found.questions}
    assert "ticket_number" in asked
    assert asked.isdisjoint({"since_when", "what_was_tried", "decision_needed"})


def test_leaders_are_not_shown_how_to_reproduce_it_nor_told_that_nothing_stands_still() -> None:
    late = ticket("T-9", "acme", "Export is missing rows", description="Export is missing rows.", priority="urgent")
    found = judged("Export is missing rows for Acme", late)
    led = found.model_copy(update={"target": "leadership"})
    assert led.issue.kind == "bug"
    text = render_brief(led, compose(led, "en"), "en")
    assert "## Reproduction Steps" not in text
    assert "No interruption of work is on record" not in text
    fixed = found.model_copy(update={"target": "engineering"})
    assert "## Reproduction Steps" in render_brief(fixed, compose(fixed, "en"), "en")


def test_a_wish_that_ends_in_please_has_its_limit() -> None:
    letter = ticket(
        "T-5",
        "acme",
        "Notice",
        description="We will not renew. If somebody with authority wishes to talk, this week please.",
    )
    found = judged("The COO of Acme says they will not renew and wants somebody to talk to", letter)
    assert found.communication.expectation == "If somebody with authority wishes to talk, this week please."
    assert found.communication.expectation_deadline is not None


def test_what_a_contract_or_a_newspaper_threatens_is_not_called_a_compliance_deadline() -> None:
    letter = ticket(
        "T-5",
        "acme",
        "Notice",
        description="Otherwise our lawyers will sue you for breach of contract. Our COO insists.",
    )
    found = judged("The COO of Acme complains to our management", letter)
    words = compose(found, "en")
    assert words.leadership is not None
    trigger, risk = words.leadership.trigger or "", words.escalation_risk or ""
    assert "legal, compliance or public consequences" in trigger
    assert "compliance deadline" not in trigger + risk
    assert (trigger + risk).count("lawyers") == 1


def test_where_nobody_is_named_a_report_that_sounds_alike_is_asked_about_and_not_taken_for_theirs() -> None:
    alike = ticket("T-4", "zeta", "Sync is missing rows", description="Sync is missing rows since Monday.")
    vague = understand("A client will walk if sync is missing rows again")
    found = assess(vague, context(alike), Policy(), NOW)
    assert found.decision == "need_info"
    assert found.questions[0].signal == "which_account"
    page = render_brief(found, compose(found, "en"), "en")
    assert "Perhaps the same: Zeta wrote in T-4" in page
    assert "可能是同一件事：Zeta 在 T-4 中写道" in render_brief(found, compose(found, "zh"), "zh")
    assert "on the tracker for this" not in page


def test_of_nobody_named_who_it_is_comes_first_and_which_ticket_next() -> None:
    alike = ticket("T-4", "zeta", "Sync is missing rows", description="Sync is missing rows since Monday.")
    case = case_of(sift(understand("Sync is missing rows again"), context(alike), Policy(), NOW))
    asked = questions_for(case, "need_info", None, (), Communication())
    assert [q.signal for q in asked][:2] == ["which_account", "ticket_number"]
    named = case_of(sift(understand("Sync is missing rows again"), context(alike, named=("zeta",)), Policy(), NOW))
    assert "which_account" not in {q.signal for q in questions_for(named, "need_info", None, (), Communication())}
