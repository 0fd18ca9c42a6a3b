"""The recorded conversations, replayed: the four inputs and the four cases, in English and Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.agent.conversation.cassettes import FOLDER, cassette, current, path, secrets_in
from tests.agent.conversation.stories import STORIES
from tests.agent.conversation.telling import LANGUAGES, Answering, tell
from tests.server.sample_office import sample_office
from tools.desk.office import Opened

BY_ID = {story.id: story for story in STORIES}


Told = tuple[str, Answering, Opened]
_HEARD: dict[tuple[str, str], Told] = {}
"""Each conversation is replayed once; every test reads what came of it and changes nothing."""


@pytest.fixture
def told(sample_store: Engine, tmp_path: Path, request: pytest.FixtureRequest) -> Told:
    """What was shown and what is on record after the replay of (story, language)."""
    story, tongue = request.param
    if (story.id, tongue) not in _HEARD:
        rooms = sample_office(sample_store, tmp_path, story.scenario["as_of"]).open()
        with cassette(path(story, tongue)) as played:
            shown, person = tell(story, tongue, rooms, None)
        assert played.all_played, "the cassette holds turns that were not asked for: make cassettes"
        _HEARD[story.id, tongue] = shown, person, rooms
    return _HEARD[story.id, tongue]


def both(story_id: str) -> pytest.MarkDecorator:
    cases = [(BY_ID[story_id], tongue) for tongue in LANGUAGES]
    return pytest.mark.parametrize("told", cases, indirect=True, ids=LANGUAGES)


def record(rooms: Opened) -> list[str]:
    return [event.what for event in rooms.register.events("ESC-0001")]


@pytest.mark.parametrize(
    "told", [(s, t) for s in STORIES for t in LANGUAGES], indirect=True, ids=lambda c: f"{c[0].id}-{c[1]}"
)
def test_each_ends_with_the_scenarios_decision_on_record_and_a_brief(told: Told) -> None:
    shown, person, rooms = told
    story, tongue = person.story, person.tongue
    (state,) = rooms.register.list(open_only=False)
    wanted = story.scenario
    if wanted["decision"] == "escalate":
        assert (state.decision, state.target) == ("escalate", wanted["target"])
        assert state.severity in {wanted["severity"], *wanted.get("severity_accepted", ())}
    assert state.decision == "escalate"
    assert state.language == tongue
    assert "brief_written" in record(rooms)
    assert {"en": "ESCALATION:", "zh": "升级："}[tongue] in shown
    assert "token" in shown


@both("acme-api-500")
def test_a_follow_up_question_is_answered_in_the_same_conversation(told: Told) -> None:
    assert "· search_discussions(query=ENG-2291)" in told[0]
    assert {"en": "ENG-2291 is in progress.", "zh": "ENG-2291 正在处理。"}[told[1].tongue] in told[0]


@both("export-missing-rows")
def test_a_post_is_sent_after_the_persons_yes(told: Told) -> None:
    assert "action_carried_out" in record(told[2])
    assert {"en": "It is done.", "zh": "已完成。"}[told[1].tongue] in told[0]


@both("sso-login-loop")
def test_a_refused_brief_is_mended(told: Told) -> None:
    assert "not stored, 1 to mend" in told[0]
    assert record(told[2]).count("brief_written") == 1
    brief = told[2].register.state("ESC-0001").brief or ""
    assert "47,130" not in brief
    assert "47130" not in brief


@both("audit-log-churn")
def test_a_clarifying_question_is_answered_by_the_person(told: Told) -> None:
    assert "fjordbank" in told[1].prompts[0]
    assert "fjordbank" in told[2].register.state("ESC-0001").account_ids


@both("xyz-sync-outage")
def test_a_declined_answer_to_the_customer_is_not_sent(told: Told) -> None:
    assert "action_proposed" in record(told[2])
    assert "action_carried_out" not in record(told[2])
    assert {"en": "Nothing was sent.", "zh": "没有发送，要改什么？"}[told[1].tongue] in told[0]


@both("abc-bulk-assignment")
def test_the_models_own_words_stand_in_the_brief(told: Told) -> None:
    summary = {"en": "Bulk task assignment is asked for again", "zh": "客户再次请求批量分配任务"}[told[1].tongue]
    assert summary in (told[2].register.state("ESC-0001").brief or "")


@both("def-security")
def test_an_order_in_a_ticket_changes_nothing(told: Told) -> None:
    state = told[2].register.state("ESC-0001")
    assert (state.target, "overridden" in record(told[2])) == ("security", False)
    assert "action_proposed" not in record(told[2])


@both("ghi-executive")
def test_words_without_evidence_are_sent_back(told: Told) -> None:
    assert {"en": "sent back to the model", "zh": "已退回模型修改"}[told[1].tongue] in told[0]
    assert {"en": "Do not rely on it", "zh": "请勿采信"}[told[1].tongue] not in told[0]


def test_each_cassette_belongs_to_a_story_and_holds_no_secret() -> None:
    known = {path(story, tongue) for story in STORIES for tongue in LANGUAGES}
    assert set(FOLDER.glob("*.yaml")) == known
    for file in known:
        text = file.read_text(encoding="utf-8")
        assert secrets_in(text) == []
        assert len(text) < 30_000


def test_a_recorded_call_takes_the_number_and_hash_of_this_run() -> None:
    sent = rb'{"partial_json": "{\"proposal_id\": \"ACT-4\", \"hash\": \"98b3f87eb104092d\"}"}'
    now = current({"body": {"string": sent}}, {b"proposal_id": b"ACT-7", b"hash": b"00ff"})
    assert now["body"]["string"] == rb'{"partial_json": "{\"proposal_id\": \"ACT-7\", \"hash\": \"00ff\"}"}'
