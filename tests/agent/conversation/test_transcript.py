"""What is kept of a conversation, and how it is taken up again."""

from __future__ import annotations

import os
import signal
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from agent.conversation.transcript import Message, Transcript, closed, resume
from escalation.errors import InvalidInput, NotFound
from tests.agent.conversation.loopback import Loopback, Script, calls, says
from tests.agent.conversation.sittings import ACME, script, sit
from tools.desk.office import Opened
from tools.store.location import state_root

Api = Callable[[Script], Loopback]
PREPARES = calls("prepare_escalation", issue=ACME, answers={"reproduction_steps": "unknown"})


def file() -> Path:
    return state_root() / "conversations" / "C-0001.json"


def test_an_earlier_conversation_is_taken_up_with_all_that_was_said(api: Api, rooms: Opened) -> None:
    sit(api(script(PREPARES, says("It is open."))), rooms, issue=ACME)
    sat = sit(api(script(says("Still open."))), rooms, "And now?", resumed="c-0001")
    sent = sat.seen[0]["messages"]
    assert [m["role"] for m in sent] == ["user", "assistant", "user", "assistant", "user"]
    assert sent[-1]["content"][0]["text"] == "And now?"
    assert sat.kept.used["ESC-0001"].requests == 3
    assert sat.kept.id == "C-0001"


def test_ctrl_c_in_the_middle_of_a_reply_stops_it_and_leaves_everything_recorded(
    api: Api, rooms: Opened, caplog: pytest.LogCaptureFixture
) -> None:
    begun = threading.Event()

    def press() -> None:
        begun.wait(30)
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=press, daemon=True).start()
    sat = sit(api(script(PREPARES, says("Wait for it", hang=begun), says("Yes."))), rooms, "Again?", issue=ACME)
    assert "Stopped. What was done so far is on record." in sat.shown
    assert "Yes." in sat.shown
    assert sat.record()[0] == "opened"
    assert [m["role"] for m in sat.seen[-1]["messages"]] == ["user", "assistant", "user", "user"]
    assert caplog.records == []


def test_ctrl_c_at_the_prompt_leaves_with_everything_kept(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(PREPARES, says("It is open."))), rooms, KeyboardInterrupt(), issue=ACME)
    assert "customer-escalation chat --resume C-0001" in sat.shown
    assert len(sat.kept.messages) == 4


def test_a_call_that_was_cut_short_gets_an_answer_before_the_talk_goes_on() -> None:
    call: Message = {"role": "assistant", "content": [{"type": "tool_use", "id": "t1", "name": "x", "input": {}}]}
    asked: Message = {"role": "user", "content": "Do it"}
    made = closed([asked, call])
    assert made[:2] == [asked, call]
    assert made[2]["content"][0]["tool_use_id"] == "t1"
    assert made[2]["content"][0]["is_error"] is True
    assert closed(made) == made


def test_only_its_owner_can_read_it(api: Api, rooms: Opened) -> None:
    sit(api(script(says("Hello."))), rooms, issue="Hello")
    assert stat.S_IMODE(file().stat().st_mode) == 0o600


def test_a_conversation_nobody_held_is_told_with_those_that_were(api: Api, rooms: Opened) -> None:
    sit(api(script(says("Hello."))), rooms, issue="Hello")
    with pytest.raises(NotFound, match=r"no conversation 'C-9'. The latest are: C-0001"):
        resume("C-9", "sample", "m")
    with pytest.raises(NotFound):
        resume("../C-0001", "sample", "m")


def test_it_is_not_taken_up_over_other_records(api: Api, rooms: Opened) -> None:
    sit(api(script(says("Hello."))), rooms, issue="Hello")
    with pytest.raises(InvalidInput, match="held over sample, not over elsewhere"):
        resume("C-0001", "elsewhere", "m")


def test_a_file_that_cannot_be_read_is_told(api: Api, rooms: Opened) -> None:
    sit(api(script(says("Hello."))), rooms, issue="Hello")
    file().write_text("{", encoding="utf-8")
    with pytest.raises(InvalidInput, match="cannot be read"):
        resume("C-0001", "sample", "m")


def test_another_model_gets_no_thoughts_of_the_first(api: Api, rooms: Opened) -> None:
    sit(api(script(says("Hello."))), rooms, issue="Hello")
    kept = Transcript.model_validate_json(file().read_text(encoding="utf-8"))
    thought = {"type": "thinking", "thinking": "hm", "signature": "s"}
    kept.messages[1]["content"].insert(0, thought)
    kept.save()
    assert "hm" in str(resume("C-0001", "sample", "claude-opus-5-5").messages)
    assert "hm" not in str(resume("C-0001", "sample", "claude-sonnet-5-5").messages)
