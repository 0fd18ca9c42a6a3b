"""A sitting from the typed issue to the end: what is shown, what is sent, what stays."""

from __future__ import annotations

from collections.abc import Callable

from tests.agent.conversation.conftest import KEY
from tests.agent.conversation.loopback import Loopback, Script, calls, says
from tests.agent.conversation.sittings import ACME, script, sit, value
from tools.desk.office import Opened
from tools.serving.registry import TABLE

Api = Callable[[Script], Loopback]


def acme() -> Script:
    """Prepares, has the program write the brief, and says so."""
    return script(
        calls("prepare_escalation", issue=ACME),
        lambda body: calls("write_brief", escalation_id=value(body, "escalation id")),
        says("Engineering should look at this today; five customers are affected."),
        says("It is in progress as ENG-2291."),
    )


def test_a_typed_issue_becomes_a_brief_on_the_screen_and_on_record(api: Api, rooms: Opened) -> None:
    sat = sit(api(acme()), rooms, "", "what about the tracker?", issue=ACME)
    assert "· prepare_escalation(issue=API returning 500" in sat.shown
    assert "→ ESC-0001, escalate, high, engineering" in sat.shown, sat.shown[:900]
    assert "ESCALATION: API returning 500 errors intermittently" in sat.shown
    assert "Engineering should look at this today" in sat.shown
    assert "1. Post the brief in the target team's channel." in sat.shown
    assert "It is in progress as ENG-2291." in sat.shown
    assert sat.record()[0] == "opened"
    assert sat.record()[-1] == "brief_written"
    assert "--resume C-0001" in sat.shown


def test_every_request_carries_our_tools_in_order_and_a_cached_system_prompt(api: Api, rooms: Opened) -> None:
    seen = sit(api(acme()), rooms, issue=ACME, settings={"effort": "low", "max_tokens": 4000}).seen
    assert len(seen) == 3
    for body in seen:
        assert [tool["name"] for tool in body["tools"]] == [entry.fn.__name__ for entry in TABLE]
        assert body["system"] == seen[0]["system"]
        assert body["system"][0]["cache_control"] == {"type": "ephemeral"}
        assert body["cache_control"] == {"type": "ephemeral"}
        assert (body["model"], body["max_tokens"]) == ("claude-opus-5-5", 4000)
        assert body["output_config"] == {"effort": "low"}
        assert "thread" not in body


def test_the_key_goes_into_the_header_and_nowhere_else(api: Api, rooms: Opened) -> None:
    loopback = api(acme())
    pasted = "sk-live9f8e7d6c5b4a3f2e1d0c"
    sat = sit(loopback, rooms, issue=f"{ACME}, our api_key={pasted}")
    assert loopback.headers[0]["authorization"] == f"Bearer {KEY}"
    for body in sat.seen:
        assert KEY not in str(body)
        assert pasted not in str(body)
    assert pasted not in sat.kept.model_dump_json()
    assert KEY not in sat.kept.model_dump_json()


def test_a_brief_that_was_shown_is_not_sent_to_the_model_again(api: Api, rooms: Opened) -> None:
    sat = sit(api(acme()), rooms, issue=ACME)
    results = [m for m in sat.seen[-1]["messages"] if m["role"] == "user"][1:]
    assert "shown to the person in full" in str(results[-1])
    assert all(len(str(result)) < 12_000 for result in results)
    assert len(str(results[-1])) < 1_000


def test_the_number_of_a_step_stands_for_its_sentence(api: Api, rooms: Opened) -> None:
    sat = sit(api(acme()), rooms, "", "3", issue=ACME)
    assert sat.seen[-1]["messages"][-1]["content"][0]["text"] == "Set a follow-up reminder."


def test_what_it_took_is_shown_and_kept_by_escalation(api: Api, rooms: Opened) -> None:
    sat = sit(api(acme()), rooms, issue=ACME)
    spent = sat.kept.used
    assert list(spent) == ["ESC-0001"]
    used = spent["ESC-0001"]
    assert (used.requests, used.input, used.cache_read, used.output) == (3, 3600, 2400, 150)
    assert used.usd is not None
    assert abs(used.usd - (3600 * 4 + 2400 * 0.2 + 150 * 20) / 1e6) < 1e-12
    assert "ESC-0001: 6,000 tokens read (2,400 from the cache), 150 written, $0.0179" in sat.shown
