"""Whoever the line names: the hardest words of every affected customer stand in the brief, each with its customer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.promises import promises
from escalation.terms import Language
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, context, item, ticket
from tools.desk.desk import Desk, Request
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

FAULT = "Export is missing rows"


def told(globex: str, *, reply: str | None = None, solved: bool = False) -> Context:
    """Acme, which the line names, and Globex, which says the hard words."""
    said = (
        [{"id": "c1", "role": "agent", "public": True, "at": NOW - timedelta(hours=9), "body": reply}] if reply else []
    )
    closed: dict[str, Any] = {"status": "solved", "solved_at": NOW - timedelta(hours=1)} if solved else {}
    mine = ticket("T-1", "acme", FAULT, description="Export is missing rows.")
    theirs = ticket("T-2", "globex", FAULT, description=f"Export is missing rows. {globex}", comments=said, **closed)
    world = context(mine, theirs, items=(item("BUG-1", linked=("T-1", "T-2"), status="open"),), named=("acme",))
    valued = account("globex", arr_usd=200_000)
    return replace(world, accounts={**world.accounts, "globex": valued})


def judged(world: Context, line: str = f"{FAULT} for Acme") -> Assessment:
    return assess(understand(line), world, Policy(), NOW)


def test_anothers_earlier_day_is_the_deadline_with_its_name() -> None:
    found = judged(told("We need the file by 22 March 09:00 UTC."))
    assert found.deadline == datetime(2026, 3, 22, 9, tzinfo=UTC)
    assert found.deadline_why is not None
    assert found.deadline_why.values == {"account": "Globex"}
    assert compose(found, "en").deadline == "2026-03-22 09:00 UTC: Globex needs it by then" + _marks(found) + "."
    assert "Globex 提出的期限" in (compose(found, "zh").deadline or "")


def test_anothers_day_that_is_over_has_a_source_for_the_day_that_was_read() -> None:
    found = judged(told("We need the file by 19 March."))
    (wish,) = (f for f in found.others if f.signal == "wished")
    sources = {e.id: e for e in found.evidence}
    assert [sources[id_].source for id_ in wish.evidence] == ["tickets", "computed"]
    assert "expected by 2026-03-19" in sources[wish.evidence[1]].quotation


def _marks(found: Assessment) -> str:
    assert found.deadline_why is not None
    return " " + "".join(f"[{id_}]" for id_ in found.deadline_why.evidence)


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("If this goes on we will move to another vendor.", "churn_threat"),
        ("Our CEO wants to speak to yours today.", "executive_request"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_threat_of_another_customer_stands_with_its_name_and_leaders_are_told(
    words: str, signal: str, language: Language
) -> None:
    found = judged(told(words))
    assert [(f.signal, f.values["account"]) for f in found.others if f.signal == signal] == [(signal, "Globex")]
    assert "leadership" in found.inform
    risk = compose(found, language).escalation_risk
    assert risk is not None
    assert "Globex" in risk
    assert words.rstrip(".") in risk


def test_what_is_solved_speaks_no_more() -> None:
    found = judged(told("If this goes on we will move to another vendor. We need the file by 22 March.", solved=True))
    assert (found.others, found.inform) == ((), ())


def test_a_promise_to_another_customer_that_was_missed_is_told() -> None:
    found = judged(told("It is short.", reply="We found it. Next message by 09:00 UTC, sooner if it is live."))
    assert [(m.ticket, m.due) for m in found.communication.missed] == [("T-2", datetime(2026, 3, 20, 9, tzinfo=UTC))]


@pytest.mark.parametrize(
    "text",
    ["Next message by 09:00 UTC, sooner if it is live.", "Next word from us by 09:00 UTC.", "More by 09:00 UTC.",
     "下一次更新：17:00 前", "News by 09:00 UTC, earlier as soon as it works."],
)  # fmt: skip
def test_word_by_a_time_is_a_promise_however_it_is_put(text: str) -> None:
    at = datetime(2026, 3, 20, 1, 5, tzinfo=UTC)
    (found,) = promises(text, at, "Asia/Shanghai" if "更新" in text else None)
    assert (found.kind, found.due) == ("update_by", datetime(2026, 3, 20, 9, tzinfo=UTC))


@pytest.mark.parametrize("text", ["Next message by 09:00 UTC if it is live.", "If it is live you hear by 09:00 UTC."])
def test_word_on_a_condition_is_none(text: str) -> None:
    assert promises(text, datetime(2026, 3, 20, 1, 5, tzinfo=UTC)) == []


@pytest.mark.parametrize(
    "line", ["SSO 登录循环，海沃生物全公司登不上去，好像不止这一家", "SSO login loop at Corvid Health"]
)
def test_the_same_seven_tickets_say_the_same_hard_words(sample_store: Engine, line: str) -> None:
    """The contract of 海沃 falls due before the day that Corvid Health named; that day is told all the same."""
    now = datetime.fromisoformat("2026-03-20T08:15:00+00:00")
    found = Desk(StoreWorkspace(sample_store, now=now), Register(sample_store), Policy()).assess(Request(line))
    assert found.facts.affected_customers == 7
    assert found.deadline == datetime.fromisoformat("2026-03-20T08:40:00+00:00")
    assert "leadership" in found.inform
    text = compose(found, "en")
    assert "2026-03-20 12:00 UTC" in (text.expectation or "")
    told = (("could not document patients", text.workflow_impact), ("Ralph Dunmore (CIO)", text.expectation))
    for words, field in told:
        assert field is not None
        assert words in field
        assert "Corvid Health" in field


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("I wrote on this before (T-1) and was told that it is fixed. It is not.", True),
        ("见 T-1，上次说两天内修好，现在还是缺行。", True),
        ("Export is missing rows once more.", False),
        ("Same as T-12 of our sister firm.", False),
    ],
)
def test_a_promise_on_a_closed_ticket_is_broken_where_its_customer_names_it_again(words: str, *, held: bool) -> None:
    reply = {
        "id": "c1",
        "role": "agent",
        "public": True,
        "at": NOW - timedelta(days=9),
        "body": "It will be fixed in two days.",
    }
    then: dict[str, Any] = {"status": "solved", "solved_at": NOW - timedelta(days=9), "comments": [reply]}
    old = ticket("T-1", "acme", FAULT, days=10, description="Export is missing rows.", **then)
    new = ticket("T-2", "acme", FAULT, description=f"Export is missing rows. {words}")
    linked = (item("BUG-1", linked=("T-1", "T-2"), status="open"),)
    found = judged(context(old, new, items=linked, named=("acme",)))
    assert "T-1" in {match.ticket.id for match in found.matched}
    assert [each.ticket for each in found.communication.missed] == (["T-1"] if held else [])
