"""Every fault of the service: said in a line, nothing lost, a way on at hand."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from tests.agent.conversation.loopback import Body, Loopback, Reply, Script, calls, fails, says
from tests.agent.conversation.sittings import ACME, script, sit, value
from tools.desk.office import Opened

Api = Callable[[Script], Loopback]
PREPARES = calls("prepare_escalation", issue=ACME, answers={"reproduction_steps": "unknown"})


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (fails(401), "does not accept the key. Check ANTHROPIC_API_KEY"),
        (fails(402), "asks for payment"),
        (fails(403), "may not use claude-opus-5-5"),
        (fails(404), "knows no model claude-opus-5-5"),
        (fails(400), "did not accept the request: as the script says"),
        (fails(413), "too long for the model"),
        (fails(429, retry_after="30"), "it wants 30 seconds of patience"),
        (fails(529), "overloaded just now"),
        (fails(500), "answered with an error (500)"),
        (says("", stop="refusal"), "The model declined to answer this"),
    ],
)
def test_each_fault_is_told_and_the_brief_without_a_model_is_one_key_away(
    api: Api, rooms: Opened, reply: Reply, words: str
) -> None:
    sat = sit(api(script(PREPARES, reply)), rooms, "b", issue=ACME)
    assert words in sat.shown
    assert "b = write the brief without a model" in sat.person.prompts[0]
    assert "ESCALATION: API returning 500 errors" in sat.shown
    assert sat.record()[-1] == "brief_written"
    assert len(sat.rooms.register.list()) == 1
    assert "--resume C-0001" in sat.shown


def test_without_anything_prepared_the_brief_is_of_what_was_typed(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(fails(529))), rooms, "b", issue=ACME)
    assert "ESCALATION: API returning 500 errors" in sat.shown
    assert sat.record()[-1] == "brief_written"


def test_after_a_fault_the_work_goes_on_where_it_stopped(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(PREPARES, fails(529), says("Here we are."))), rooms, "", issue=ACME)
    assert "Here we are." in sat.shown
    assert sat.seen[2]["messages"] == sat.seen[1]["messages"]
    assert len(sat.seen[2]["messages"]) == 3


def test_a_fault_that_asking_again_cannot_mend_is_not_asked_again(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(fails(401))), rooms, "", "q", issue=ACME)
    assert "try again" not in sat.person.prompts[0]
    assert len(sat.seen) == 1


def test_a_refused_message_is_taken_back_so_that_the_next_is_heard(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(says("", stop="refusal"), says("Gladly."))), rooms, "", "And this?", issue="Something odd")
    assert "Gladly." in sat.shown
    assert len(sat.seen[1]["messages"]) == 1
    assert sat.seen[1]["messages"][0]["content"][0]["text"] == "And this?"


@pytest.mark.parametrize("how", [{"cut_after": 3}, {"error_after": 3}, {"cut_after": 0}])
def test_a_reply_that_breaks_off_is_asked_for_again_by_itself(api: Api, rooms: Opened, how: dict[str, int]) -> None:
    sat = sit(api(script(PREPARES, says("Half of it", **how), says("The whole of it."))), rooms, issue=ACME)
    assert "The reply broke off; asking again." in sat.shown
    assert "The whole of it." in sat.shown
    assert sat.seen[2]["messages"] == sat.seen[1]["messages"]
    assert "Half" not in sat.kept.model_dump_json()


def test_a_reply_that_breaks_off_twice_is_the_persons_to_decide(api: Api, rooms: Opened) -> None:
    broken = says("Half of it", cut_after=3)
    sat = sit(api(script(broken, broken, says("At last."))), rooms, "", issue=ACME)
    assert "The reply broke off twice." in sat.shown
    assert "At last." in sat.shown


def test_a_text_cut_at_the_limit_is_taken_up_again(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(says("The first part,", stop="max_tokens"), says("and the second."))), rooms, issue="Hello")
    assert "The first part," in sat.shown
    assert "and the second." in sat.shown
    sent = sat.seen[1]["messages"]
    assert sent[1] == {"role": "assistant", "content": [{"type": "text", "text": "The first part,"}]}
    assert "Go on exactly where it stopped" in sent[2]["content"][0]["text"]


def test_a_call_cut_at_the_limit_does_not_run(api: Api, rooms: Opened) -> None:
    half = Reply((("prepare_escalation", {"issue": ACME}),), stop="max_tokens", raw_input='{"issue": "API ret')
    sat = sit(api(script(half, says("Shorter then."))), rooms, issue=ACME)
    assert sat.rooms.register.list() == []
    assert "nothing of it ran" in str(sat.seen[1]["messages"][-1])


def test_a_reply_over_the_limit_twice_is_told(api: Api, rooms: Opened) -> None:
    long = says("On and on", stop="max_tokens")
    sat = sit(api(script(long, long)), rooms, "q", issue="Hello")
    assert "longer than 16000 tokens, even in two parts" in sat.shown


def test_a_call_that_cannot_be_read_is_asked_for_again(api: Api, rooms: Opened) -> None:
    garbled = Reply((("prepare_escalation", {}),), raw_input='{"issue": nonsense')
    sat = sit(api(script(garbled, PREPARES, says("Now it is open."))), rooms, issue=ACME)
    assert "Now it is open." in sat.shown
    assert len(sat.rooms.register.list()) == 1


def test_arguments_of_the_wrong_kind_come_back_with_what_is_wrong(api: Api, rooms: Opened) -> None:
    wrong = calls("prepare_escalation", issue=ACME, urgency="now")
    sat = sit(api(script(wrong, PREPARES, says("Corrected."))), rooms, issue=ACME)
    result = sat.seen[1]["messages"][-1]["content"][0]
    assert result["is_error"] is True
    assert "prepare_escalation has no argument urgency" in str(result["content"])
    assert "✗ prepare_escalation" in sat.shown
    assert "Corrected." in sat.shown


def test_a_tool_that_does_not_exist_is_answered_with_an_error(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(calls("close_everything"), says("There is none."))), rooms, issue=ACME)
    assert sat.seen[1]["messages"][-1]["content"][0]["is_error"] is True
    assert "There is none." in sat.shown


def test_a_tool_that_fails_is_told_to_the_model_and_the_talk_goes_on(
    api: Api, rooms: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object, __: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(type(rooms.register), "state", broken)
    sat = sit(api(script(calls("get_escalation", escalation_id="ESC-0001"), says("It failed."))), rooms, issue="Hm")
    assert sat.seen[1]["messages"][-1]["content"][0]["is_error"] is True
    assert "✗ get_escalation" in sat.shown
    assert "It failed." in sat.shown


def test_steps_without_an_end_are_stopped(api: Api, rooms: Opened) -> None:
    endless: Callable[[Body], Reply] = lambda _: calls("list_escalations")  # noqa: E731
    sat = sit(api(endless), rooms, "s", issue="Hm", settings={"max_iterations": 3})
    assert len(sat.seen) == 3
    assert "The model has taken 3 steps without an end." in sat.shown


def test_a_service_that_cannot_be_reached_is_told(rooms: Opened) -> None:
    nowhere = Loopback(script(), url="http://127.0.0.1:9")
    sat = sit(nowhere, rooms, "b", issue=ACME)
    assert "cannot be reached" in sat.shown
    assert "ESCALATION: API returning 500 errors" in sat.shown


def test_a_service_that_falls_silent_is_given_up(api: Api, rooms: Opened) -> None:
    silent = says("Wait", hang=threading.Event())
    sat = sit(api(script(silent)), rooms, "q", issue=ACME, settings={"timeout_seconds": 0.2})
    assert "did not answer in time" in sat.shown


def test_what_ended_before_the_fault_is_on_record_and_kept(api: Api, rooms: Opened) -> None:
    writes: Callable[[Body], Reply] = lambda body: calls(  # noqa: E731
        "write_brief", escalation_id=value(body, "escalation id")
    )
    sat = sit(api(script(PREPARES, writes, fails(529))), rooms, "q", issue=ACME)
    assert sat.record()[-1] == "brief_written"
    assert [m["role"] for m in sat.kept.messages] == ["user", "assistant", "user", "assistant", "user"]


def test_a_brief_that_cannot_be_written_says_why(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(fails(529))), rooms, "b", issue=f"{ACME} " * 2_000)
    assert "ESCALATION" not in sat.shown
    assert "long" in sat.shown
    assert "--resume C-0001" in sat.shown
