"""What the tracker, Security's channel and the knowledge base hold of a matter is found, and told for whom it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import Article, Message, Ticket, TrackerItem
from escalation.terms import Language
from prompts.compose import compose
from prompts.statements import say
from tests.judgement.worlds import NOW, account, context, item, ticket

LABEL = ticket(
    "T-1", "orchard", "Label printer prints the label twice",
    description="Every label is printed twice since Monday. The log of the label printer says spool ZX-41.",
)  # fmt: skip


def judged(world: Context, line: str = "Label printer prints labels twice at Orchard") -> Assessment:
    return assess(understand(line), world, Policy(), NOW)


def tracked(*items: TrackerItem, told: Ticket = LABEL) -> Context:
    return context(told, items=items, named=("orchard",))


def test_an_open_item_about_the_same_fault_is_found_without_a_link_or_an_error() -> None:
    same = item("DEV-1", title="Label is printed twice", body="Retry of the spool job prints it twice.", status="open")
    other = item("DEV-2", title="Label is printed upside down", body="Rotation is lost.", status="open")
    assert judged(tracked(same, other)).cited.tracker == ("DEV-1",)
    assert judged(tracked(other)).cited.tracker == ()


def test_an_item_closed_for_the_same_fault_is_told_as_what_may_have_come_back() -> None:
    fields: dict[str, Any] = {"status": "closed", "fixed_in": "5.2", "created_at": NOW - timedelta(days=90)}
    found = judged(tracked(item("DEV-9", title="Label printer prints labels twice", **fields)))
    assert found.cited.tracker == ()
    (line,) = (each for each in compose(found, "en").context if "DEV-9" in each)
    assert "closed, fixed in 5.2. By its words it is the same fault; if so, it has come back" in line
    chinese = " ".join(compose(found, "zh").context)
    assert "在 5.2 中修复。从文字看是同一故障；若确是同一故障，就是又出现了" in chinese
    elsewhere = judged(tracked(item("DEV-9", title="Label colours are pale", **fields)))
    assert elsewhere.closed is None


@pytest.mark.parametrize("status", ["reopened", "Re-opened"])
def test_an_item_that_was_opened_again_proves_that_it_is_back(status: str) -> None:
    found = judged(tracked(item("DEV-3", title="Labels twice", status=status, linked=("T-1",), fixed_in="5.2")))
    (reason,) = (r for r in found.reasons if r.signal == "recurrence")
    assert say(reason, "en").startswith("It is back: DEV-3 was reported as fixed in 5.2")
    assert "reopen" not in compose(found, "en").ask


def test_the_sla_that_was_missed_longest_is_named() -> None:
    late = [
        ticket(f"T-{n}", "orchard", LABEL.subject, description=LABEL.description,
               sla={"resolution_due": NOW - timedelta(hours=hours)})
        for n, hours in ((1, 5), (2, 60), (3, 20))
    ]  # fmt: skip
    found = judged(context(*late, named=("orchard",)))
    (reason,) = (r for r in found.reasons if r.signal == "open_beyond_sla")
    assert reason.values["ticket"] == "T-2"


BREAK_IN = ticket(
    "T-5",
    "quayside",
    "Unknown sign-ins",
    description="Somebody signed in to our admin account at night. None of us did this.",
)


def secured(*texts: str, channel: str = "#security") -> Assessment:
    at = NOW - timedelta(hours=4)
    talk = tuple(
        Message(id=f"m-{n}", channel=channel, author=f"A{n}", at=at + timedelta(minutes=n), text=text)
        for n, text in enumerate(texts)
    )
    world = replace(context(BREAK_IN, named=("quayside",)), messages=talk)
    return assess(understand("Quayside says somebody signed in to their admin account"), world, Policy(), NOW)


@pytest.mark.parametrize(
    ("language", "answer", "told"),
    [
        ("en", "I am. Reading the sign-in log now.", "Security has it already: “I am. Reading the sign-in log now.”"),
        ("zh", "我在查登录日志", "安全团队已接手：「我在查登录日志」"),
    ],
)
def test_what_security_has_already_is_not_asked_to_be_taken(language: Language, answer: str, told: str) -> None:
    found = secured("Quayside: unknown admin sign-ins, who is on call?", answer)
    assert found.incident is not None
    assert found.incident.taken
    body = compose(found, language).security
    assert body is not None
    assert told in (body.urgency or "")
    assert "confirm receipt" not in (body.urgency or "")
    assert (found.deadline_why.signal if found.deadline_why else None) != "deadline_policy"


@pytest.mark.parametrize(
    ("answer", "channel"),
    [("I am not on call, sorry", "#security"), ("I am. Reading the sign-in log now.", "#support")],
)
def test_who_declines_or_is_not_of_security_has_not_taken_it(answer: str, channel: str) -> None:
    found = secured("Quayside: unknown admin sign-ins, who is on call?", answer, channel=channel)
    assert found.incident is not None
    assert not found.incident.taken


def article(**fields: object) -> Article:
    data = {
        "id": "KB-1",
        "title": "Label printer prints labels twice",
        "body": "Open Printers > Spool and choose Single.",
    }
    return Article.model_validate({**data, "status": "published", "type": "troubleshooting", **fields})


def test_an_article_for_some_plans_holds_by_the_plan_of_the_customer_who_is_named() -> None:
    plans = {"orchard": account("orchard", plan="Starter"), "harbour": account("harbour", plan="Professional")}
    both = (LABEL, ticket("T-2", "harbour", LABEL.subject, description=LABEL.description))
    whole = replace(context(*both), accounts=plans, articles=(article(applies_to="Professional, Enterprise"),))
    named = judged(replace(whole, named=(plans["harbour"],)), "Label printer prints labels twice at Harbour")
    assert named.solution is not None
    left_out = judged(replace(whole, named=(plans["orchard"],)))
    assert left_out.solution is None
    assert "article_not_applicable" in {r.signal for r in left_out.reasons}


@pytest.mark.parametrize(
    ("status", "told"), [("draft", "is a draft and no solution to hand out"), ("archived", "outdated")]
)
def test_an_unusable_article_with_the_very_error_is_named(status: str, told: str) -> None:
    own = LABEL.model_copy(update={"description": "Error SPOOL_TWICE_41 on every job since Monday."})
    known = article(title="SPOOL_TWICE_41", body="Switch the queue off.", status=status)
    found = judged(replace(tracked(told=own), articles=(known,)), "Orchard sees SPOOL_TWICE_41 on every job")
    assert found.solution is None
    (reason,) = (r for r in found.reasons if r.signal == "article_outdated")
    assert told in say(reason, "en")
