"""Articles, tracker items and messages that somebody read and ruled on, as judged over records alone."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.policy import Policy
from escalation.records import Article, Message
from escalation.ruling import Ruled, Ruling
from prompts.sheet import overrides
from tests.judgement.worlds import NOW, account, context, issue, item, ticket

LINE = issue("Data export is missing rows")
WHY = "Same app, same version"


def article(id_: str, title: str = "Export is missing rows: set the page size", **fields: Any) -> Article:
    told: dict[str, Any] = {"type": "troubleshooting", "has_workaround": True, "body": "Set the page size to 500."}
    return Article.model_validate({"id": id_, "title": title, "updated_at": NOW, **told, **fields})


def message(id_: str, text: str) -> Message:
    return Message.model_validate({"id": id_, "channel": "support", "at": NOW - timedelta(hours=3), "text": text})


def ruling(id_: str, source: Ruled, *, same: bool = True, reason: str = WHY) -> Ruling:
    return Ruling(record_id=id_, same=same, reason=reason, source=source)


def judged(world: Context, *rulings: Ruling) -> Assessment:
    return assess(LINE, replace(world, rulings=rulings), Policy(), NOW)


def reasons(found: Assessment) -> dict[str, dict[str, Any]]:
    return {reason.signal: dict(reason.values) for reason in found.reasons}


WORLD = context(ticket("1", "a", "Export is missing rows", description="We run 8.3.1."))
FAR = replace(WORLD, articles=(article("KB-1", "How the invoice address is changed", body="Open the billing page."),))
"""With an article whose words have nothing of the line."""


def test_an_article_ruled_in_is_the_solution_as_if_the_program_had_found_it() -> None:
    before, after = judged(FAR), judged(FAR, ruling("KB-1", "kb"))
    assert (before.facts.kb_workaround_exists, before.solution, before.decision) == (False, None, "escalate")
    assert (after.facts.kb_workaround_exists, after.decision) == (True, "handle")
    assert after.solution is not None
    assert (after.solution.id, after.cited.kb) == ("KB-1", ("KB-1",))
    assert reasons(after)["documented_workaround"]["reason"] == WHY
    assert reasons(after)["documented_workaround"]["applies_to"] is None
    assert overrides(after, "en") == [f"KB-1 is taken as the solution because support read it: “{WHY}”"]
    assert overrides(after, "zh") == [f"经客服核实，KB-1 适用于此，作为解决办法：「{WHY}」。"]


def test_one_that_the_program_took_for_inapplicable_may_be_ruled_in_and_says_what_it_is_for() -> None:
    world = replace(WORLD, articles=(article("KB-1", applies_to="v9.0 and later"),))
    before, after = judged(world), judged(world, ruling("KB-1", "kb"))
    assert "article_not_applicable" in reasons(before)
    assert "article_not_applicable" not in reasons(after)
    assert reasons(after)["documented_workaround"]["applies_to"] == "v9.0 and later"
    assert after.solution is not None


@pytest.mark.parametrize("status", ["archived", "draft", "Outdated"])
def test_an_outdated_article_is_none_whatever_was_ruled_while_it_was_not(status: str) -> None:
    world = replace(WORLD, articles=(article("KB-1", status=status),))
    found = judged(world, ruling("KB-1", "kb"))
    assert (found.facts.kb_workaround_exists, found.solution, found.cited.kb) == (False, None, ())
    assert "article_outdated" in reasons(found)


def test_an_article_ruled_out_is_no_solution_and_the_next_best_takes_its_place() -> None:
    world = replace(WORLD, articles=(article("KB-1"),))
    before, after = judged(world), judged(world, ruling("KB-1", "kb", same=False, reason="It is about imports"))
    assert (before.facts.kb_workaround_exists, before.cited.kb) == (True, ("KB-1",))
    assert (after.facts.kb_workaround_exists, after.solution, after.cited.kb) == (False, None, ())
    assert reasons(after)["article_ruled_out"]["words"] == "It is about imports"
    assert [(look.record_id, look.why.signal) for look in after.lookalikes][:1] == [("KB-1", "ruled_no_solution")]
    both = replace(world, articles=(article("KB-1"), article("KB-2")))
    second = judged(both, ruling("KB-1", "kb", same=False)).solution
    assert second is not None
    assert second.id == "KB-2"


def test_an_item_ruled_in_is_cited_its_state_counts_and_what_is_linked_to_it_joins() -> None:
    world = context(
        ticket("1", "a", "Export is missing rows"),
        ticket("2", "b", "Our auditor got half a file"),
        items=(item("BUG-1", linked=("2",), status="open"),),
    )
    before, after = judged(world), judged(world, ruling("BUG-1", "tracker"))
    assert (before.cited.tracker, set(before.cited.tickets)) == ((), {"1"})
    assert (after.cited.tracker, set(after.cited.tickets)) == (("BUG-1",), {"1", "2"})
    assert "bug_on_tracker" in reasons(after)
    assert after.ask == "fix"
    closed = replace(world, items=(item("BUG-1", linked=("2",), status="done"),))
    assert "bug_on_tracker" not in reasons(judged(closed, ruling("BUG-1", "tracker")))


def test_an_item_ruled_in_leads_to_its_tickets_where_no_ticket_speaks_of_the_issue() -> None:
    world = context(ticket("2", "b", "Half a file"), items=(item("BUG-1", linked=("2",), status="open"),))
    assert judged(world).cited.tickets == ()
    found = judged(world, ruling("BUG-1", "tracker"))
    assert (found.cited.tickets, found.cited.tracker) == (("2",), ("BUG-1",))


def test_an_item_ruled_out_is_not_cited_ties_nothing_and_its_state_counts_no_more() -> None:
    world = context(
        ticket("1", "a", "Export is missing rows", linked_tracker=("BUG-1",)),
        ticket("2", "b", "Our auditor got half a file", linked_tracker=("BUG-1",)),
        items=(item("BUG-1", status="open"),),
    )
    before, after = judged(world), judged(world, ruling("BUG-1", "tracker", same=False, reason="It is about imports"))
    assert (before.cited.tracker, set(before.cited.tickets)) == (("BUG-1",), {"1", "2"})
    assert (after.cited.tracker, set(after.cited.tickets)) == ((), {"1"})
    assert "bug_on_tracker" not in reasons(after)
    assert [(look.record_id, look.source, look.why.signal) for look in after.lookalikes][:1] == [
        ("BUG-1", "tracker", "ruled_apart")
    ]
    assert overrides(after, "en") == ["BUG-1 does not belong to this issue; support read it: “It is about imports”"]


def test_messages_are_cited_as_ruled() -> None:
    named = message("m-1", "T-1 of this morning: Export is missing rows, we look into it.")
    other = message("m-2", "Who has the key of the meeting room?")
    world = replace(
        context(ticket("T-1", "a", "Export is missing rows")),
        messages=(named, other, *(message(f"m-{n}", f"T-1 again, {n}") for n in range(3, 8))),
    )
    assert "m-1" in judged(world).cited.chat
    assert "m-2" not in judged(world).cited.chat
    after = judged(world, ruling("m-1", "chat", same=False), ruling("m-2", "chat"))
    assert "m-1" not in after.cited.chat
    assert "m-2" in after.cited.chat
    # Laid open, so that a brief may cite it, however many others there are.
    assert "m-2" in {each.record_id for each in after.evidence}
    assert {r.record_id for r in after.rulings} == {"m-1", "m-2"}


def test_what_is_not_there_is_in_no_effect() -> None:
    found = judged(WORLD, ruling("KB-9", "kb"), ruling("BUG-9", "tracker"), ruling("m-9", "chat"))
    assert (found.rulings, found.solution, found.cited.tracker, found.cited.chat) == ((), None, (), ())


def test_the_check_knows_the_customers_as_before() -> None:
    world = replace(FAR, accounts={"a": account("a", arr_usd=10_000.0)})
    assert judged(world, ruling("KB-1", "kb")).facts.affected_account_ids == ("a",)
