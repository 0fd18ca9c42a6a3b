"""A letter does not say that the cause is unknown where our own records have it, and owns up to what was checked and is ours."""

from datetime import timedelta

import pytest

from escalation.assessment import Assessment
from escalation.audience import check, reader
from escalation.records import Article, Comment, TrackerItem
from escalation.terms import Language
from escalation.updates.cause import cause_known, ours
from prompts.update import customer_update
from tests.prompts.parts import NOW
from tests.prompts.worlds import outage


def _noted(words: str) -> Assessment:
    found = outage()
    match = found.matched[0]
    note = Comment(id="n", author="x", role="internal", at=NOW - timedelta(hours=1), public=False, body=words)
    told = match.ticket.model_copy(update={"comments": (*match.ticket.comments, note)})
    return found.model_copy(update={"items": (), "matched": (match.model_copy(update={"ticket": told}),)})


@pytest.mark.parametrize(
    "words",
    [
        "Payroll (Ana) confirms the second deduction, our side. A pay run above EUR 900 needs two signatures.",
        "Looked at the meter. It is a regression of the tariff reader.",
        "仓库已核实：多发一箱，是我们的失误。",
        "倉儲已確認：標籤印錯，是我方的問題。",
        "Accounts (Ivo) says two bays were added by our own rehearsal on 3 May. The customer is right.",
        "这两个泊位是我们的演练加进去的，客户说得对。",
    ],
)
def test_what_a_colleague_has_established_is_known(words: str) -> None:
    assert cause_known(_noted(words))


@pytest.mark.parametrize(
    "words",
    [
        "Cause likely a stuck valve after the swap; not confirmed.",
        "Suspect two jobs on one queue.",
        "Can the depot confirm that it is our side?",
        "疑似网关的问题，还没确认。",
        "客户确认今晚可以配合。",
        "Customer confirmed for Tuesday.",
    ],
)
def test_a_guess_is_not_known(words: str) -> None:
    assert not cause_known(_noted(words))
    assert not ours(_noted(words), _noted(words).matched[0].ticket)


@pytest.mark.parametrize(
    ("status", "fixed_in"), [("reopened", None), ("open", "4.2"), ("Fixed", None), ("In progress", None)]
)
def test_a_bug_that_was_or_is_being_mended_is_not_looked_for(status: str, fixed_in: str | None) -> None:
    item = TrackerItem(id="B-1", title="Rows dropped", type="bug", status=status, fixed_in=fixed_in)
    found = outage().model_copy(update={"items": (item,)})
    assert cause_known(found)
    assert not cause_known(found.model_copy(update={"items": (item.model_copy(update={"type": "feature"}),)}))


@pytest.mark.parametrize(
    ("language", "open_", "owned"),
    [
        ("en", ("not yet established", "looking for the cause"), "on our side"),
        ("zh", ("还在确认", "原因一经确认"), "经核实，这是我们的失误"),
    ],
)
def test_the_letter_says_what_was_checked_and_not_that_nobody_knows(
    language: Language, open_: tuple[str, ...], owned: str
) -> None:
    before = customer_update(_noted("Rang them, no news."), language, "investigating")
    assert all(words in before for words in open_)
    assert owned not in before
    found = _noted("Payroll (Ana) confirms the second deduction, our side.")
    text = customer_update(found, language, "investigating")
    assert not any(words in text for words in open_)
    assert owned in text
    assert not check(text, reader(found, language), NOW)


@pytest.mark.parametrize(
    ("reply", "given"),
    [
        ("We have confirmed that it is our side: the relay does not answer.", False),
        ("已确认是我方中继服务的问题，工程师正在处理。", False),
        ("We are not sure yet whether it is our side.", True),
    ],
)
def test_nobody_whose_trouble_is_ours_is_sent_to_search_at_their_own_end(reply: str, *, given: bool) -> None:
    article = Article(
        id="K-7",
        title="Pump does not start",
        body="1. Check fuse F2 in the cabinet.\n2. Press the emergency stop.",
        type="troubleshooting",
        status="published",
        visibility="public",
    )
    found = outage().model_copy(update={"solution": article})
    match = found.matched[0]
    said = Comment(id="r", author="x", role="agent", at=NOW - timedelta(hours=1), public=True, body=reply)
    told = match.ticket.model_copy(update={"comments": (*match.ticket.comments, said)})
    found = found.model_copy(update={"matched": (match.model_copy(update={"ticket": told}),)})
    assert ("fuse F2" in customer_update(found, "en", "investigating")) is given
