"""What a team says it lacks is on its list until it takes the escalation."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from escalation.errors import InvalidInput
from escalation.policy import Policy
from prompts.brief import render_brief
from prompts.compose import compose
from tools.desk.desk import Desk, Request
from tools.desk.writing import check
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


def test_a_bounce_is_on_the_readiness_list_until_the_team_takes_it(sample_store: Engine) -> None:
    register = Register(open_store("sqlite://"))
    desk = Desk(StoreWorkspace(sample_store), register, Policy())
    made = desk.prepare(Request("API returning 500 errors intermittently for Acme Corp"))
    assert made.escalation_id is not None
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    lacks = ["environment", "logs of the failing node"]
    register.append(made.escalation_id, "bounced", who="Lee", at=at, why="Not enough.", data={"lacks": lacks})
    missing = [item.item for item in desk.reassess(made.escalation_id).readiness if not item.present]
    assert missing[:2] == lacks
    register.append(made.escalation_id, "acknowledged", who="Lee", at=at)
    assert desk.reassess(made.escalation_id).readiness == made.assessment.readiness


def test_what_was_answered_since_is_lacking_no_more_and_the_rest_is(sample_store: Engine) -> None:
    register = Register(open_store("sqlite://"))
    desk = Desk(StoreWorkspace(sample_store), register, Policy())
    issue = "API returning 500 errors intermittently for Acme Corp"
    id_ = desk.prepare(Request(issue, answers={"environment": "some client"})).escalation_id or ""
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)

    def handed_back() -> None:
        lacks = ["environment", "logs of the failing node"]
        register.append(id_, "bounced", who="Lee", at=at, why="Not enough.", data={"lacks": lacks})

    def missing() -> list[str]:
        return [item.item for item in desk.reassess(id_).readiness if not item.present]

    handed_back()
    assert missing()[:2] == ["environment", "logs of the failing node"], "what they had then was not enough"
    told = desk.prepare(Request(issue, answers={"environment": "Go client 2.4, Ubuntu 22.04"}), escalation_id=id_)
    assert "environment" in [item.item for item in told.assessment.readiness if item.present]
    assert missing()[:1] == ["logs of the failing node"]
    handed_back()
    assert missing()[:1] == ["environment"], "handed back once more, that was not enough either"


ISSUE = "API returning 500 errors intermittently for Acme Corp"


def bounced(desk: Desk, *lacks: str) -> str:
    id_ = desk.prepare(Request(ISSUE)).escalation_id or ""
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    desk.register.append(id_, "bounced", who="Lee", at=at, why="Not enough.", data={"lacks": list(lacks)})
    return id_


@pytest.mark.parametrize("key", ["handed_back_1", "Since which version", "since which version"])
def test_what_a_team_asks_in_its_own_words_is_asked_with_an_id_and_can_be_answered(
    sample_store: Engine, key: str
) -> None:
    desk = Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())
    id_ = bounced(desk, "since which version", "error_evidence")
    asked = desk.prepare(Request(ISSUE), escalation_id=id_).assessment.questions
    assert [(q.signal, q.values.get("lack"), q.key) for q in asked[:2]] == [
        ("handed_back", "since which version", "handed_back_1"),
        ("error_text", None, None),
    ]
    told = desk.prepare(Request(ISSUE, answers={key: "since 2026.3.1"}), escalation_id=id_).assessment
    assert [item.item for item in told.readiness if not item.present] == ["error_evidence"]
    assert [q.signal for q in told.questions][:1] == ["error_text"]
    last = desk.prepare(Request(ISSUE, answers={"error_text": "HTTP 503"}), escalation_id=id_).assessment
    assert all(item.present for item in last.readiness)
    for language in ("en", "zh"):
        brief = render_brief(last, compose(last, language), language)
        assert "since 2026.3.1" in brief
        assert "since which version" in brief
        assert check(desk, last, compose(last, language)) == (), "the team's own words may be repeated to it"


def test_a_second_list_of_the_team_is_numbered_anew_and_takes_no_earlier_answer(sample_store: Engine) -> None:
    desk = Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())
    id_ = bounced(desk, "since which version")
    desk.prepare(Request(ISSUE, answers={"handed_back_1": "since 2026.3.1"}), escalation_id=id_)
    at = datetime(2026, 11, 21, 9, tzinfo=UTC)
    more = {"lacks": ["which region", "since which version"]}
    desk.register.append(id_, "bounced", who="Lee", at=at, why="Still.", data=more)
    assert [i.item for i in desk.reassess(id_).readiness if not i.present] == ["which region", "since which version"]
    told = desk.prepare(Request(ISSUE, answers={"handed_back_1": "us-east-1"}), escalation_id=id_).assessment
    assert [i.item for i in told.readiness if not i.present] == ["since which version"]


def test_an_id_of_no_question_names_those_that_are(sample_store: Engine) -> None:
    desk = Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())
    id_ = bounced(desk, "since which version")
    with pytest.raises(InvalidInput, match="what a team lacks that sent it back by its words"):
        desk.prepare(Request(ISSUE, answers={"handed_back_2": "x"}), escalation_id=id_)


def test_what_is_yet_to_come_is_still_lacking_and_the_brief_says_what_is_new(sample_store: Engine) -> None:
    desk = Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())
    id_ = bounced(desk, "since which version", "reproduction_steps")
    answers = {"handed_back_1": "they do not know it yet, it will follow", "reproduction_steps": "1. Log in 2. Refresh"}
    told = desk.prepare(Request(ISSUE, answers=answers), escalation_id=id_).assessment
    assert [item.item for item in told.readiness if not item.present][:1] == ["since which version"]
    assert told.questions[0].key == "handed_back_1"
    assert told.reproduction is not None
    assert told.reproduction.steps == ("Log in", "Refresh")
    for language, words in (
        ("en", "Not enough.” New in this brief: steps to reproduce it. Still missing: since which version."),
        ("zh", "Not enough.」。本次补充：复现步骤。仍缺：since which version。"),
    ):
        brief = render_brief(told, compose(told, language), language)  # type: ignore[arg-type]
        assert words in brief
        assert brief.index(words) < brief.index("\n## ")


def test_sent_again_with_some_of_it_the_team_is_to_take_it_and_the_rest_is_lacking(sample_store: Engine) -> None:
    desk = Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())
    id_ = bounced(desk, "since which version", "which region")
    at = datetime(2026, 11, 20, 10, tzinfo=UTC)

    def sent(kind: str = "post_to_channel") -> tuple[str, tuple[str, ...]]:
        said = {"proposal": "ACT-1", "hash": "x", "kind": kind, "receipt": "m-1"}
        desk.register.append(id_, "action_carried_out", who="Kim", at=at, data=said)
        state = desk.register.state(id_)
        return state.status, state.lacking

    assert sent() == ("bounced", ("since which version", "which region")), "nothing of it was found"
    desk.prepare(Request(ISSUE, answers={"handed_back_2": "eu-west-1"}), escalation_id=id_)
    assert sent("reply_to_customer") == ("bounced", ("since which version",))
    assert sent() == ("open", ("since which version",))
    assert desk.reassess(id_).returned is not None
    desk.register.append(id_, "bounced", who="Lee", at=at, why="Still.", data={"lacks": ["which region"]})
    assert sent() == ("bounced", ("which region",)), "what was found before was not enough"
    desk.register.append(id_, "acknowledged", who="Lee", at=at)
    assert sent() == ("acknowledged", ())
    assert desk.reassess(id_).returned is None


def test_how_it_is_reproduced_is_no_reason_and_what_is_one_is_cited_where_it_was_said(sample_store: Engine) -> None:
    desk = Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())
    steps = {"reproduction_steps": "1. Log in as administrator of all projects 2. Refresh, the whole site is down"}
    line = "The Gantt chart loses its dependency arrows on save"
    before, after = desk.assess(Request(line)), desk.assess(Request(line, answers=steps))
    assert [(r.signal, r.weight) for r in before.reasons] == [(r.signal, r.weight) for r in after.reasons]
    grave = {"since_when": "yesterday, and since then production is down for all our customers, nobody can work"}
    found = desk.assess(Request(line, answers=grave))
    words = {each.id: each.quotation for each in found.evidence}
    said = [r for r in found.reasons if r.signal.startswith("said_") and str(r.values["words"]) not in line]
    assert said
    assert all(str(r.values["words"]) in words[r.evidence[0]] for r in said)
