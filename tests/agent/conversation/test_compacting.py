"""A long conversation gives way to the record, which is the truth anyway."""

from __future__ import annotations

from collections.abc import Callable

from tests.agent.conversation.loopback import Loopback, Script, calls, says
from tests.agent.conversation.sittings import ACME, script, sit
from tools.desk.office import Opened

Api = Callable[[Script], Loopback]
PREPARES = calls("prepare_escalation", issue=ACME, answers={"reproduction_steps": "unknown"})


def test_older_turns_give_way_to_the_record(api: Api, rooms: Opened) -> None:
    long = says("It is on record.", input_tokens=5_000)
    sat = sit(
        api(script(PREPARES, long, long, says("Good."))),
        rooms,
        "Who is affected?",
        "And since when?",
        issue=ACME,
        settings={"compact_at_tokens": 5_000},
    )
    assert "older turns now give way to what is on record" in sat.shown
    record, answer, *rest = sat.seen[-1]["messages"]
    assert f"- {ACME}" in record["content"][0]["text"]
    assert "id: ESC-0001" in record["content"][0]["text"]
    assert "E1 " in record["content"][0]["text"]
    assert answer["role"] == "assistant"
    assert [m["role"] for m in rest] == ["user", "assistant", "user"]
    assert rest[0]["content"][0]["text"] == "Who is affected?"
    assert rest[-1]["content"][0]["text"] == "And since when?"
    assert not any("tool_use" in str(m) for m in sat.seen[-1]["messages"])


def test_a_conversation_that_has_outgrown_the_model_is_compacted_and_goes_on(api: Api, rooms: Opened) -> None:
    full = says("", stop="model_context_window_exceeded")
    sat = sit(api(script(PREPARES, says("Open."), full, says("As recorded."))), rooms, "And now?", issue=ACME)
    assert "As recorded." in sat.shown
    assert "replaced by what is on record" in str(sat.seen[-1]["messages"][0])


def test_one_that_is_too_long_even_then_says_so(api: Api, rooms: Opened) -> None:
    full = says("", stop="model_context_window_exceeded")
    sat = sit(api(script(full, full)), rooms, "q", issue=ACME)
    assert "too long for the model" in sat.shown
