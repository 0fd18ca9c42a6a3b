"""The reply is checked, not believed: what the evidence does not show is sent back once, then marked."""

from __future__ import annotations

from collections.abc import Callable

from agent.conversation.checking import findings
from agent.conversation.matter import Matter
from tests.agent.conversation.loopback import Loopback, Script, calls, says
from tests.agent.conversation.sittings import ACME, script, sit
from tools.desk.office import Opened

Api = Callable[[Script], Loopback]
PREPARES = calls("prepare_escalation", issue=ACME, answers={"reproduction_steps": "unknown"})
INVENTED = "Acme Corp loses $999,000 because of this."
TRUE = "Five customers are affected, with $356,400 of ARR at risk; it is tracked as ENG-2291."


def test_an_invented_figure_is_sent_back_and_the_mended_reply_stands(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(PREPARES, says(INVENTED), says(TRUE))), rooms, issue=ACME)
    back = sat.seen[2]["messages"][-1]["content"][0]["text"]
    assert back.startswith("[From the program]")
    assert "“$999,000”" in back
    assert "One passage is not in the evidence: sent back to the model." in sat.shown
    assert "Do not rely on it." not in sat.shown


def test_what_is_still_there_is_marked_for_the_person(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(PREPARES, says(INVENTED), says(INVENTED))), rooms, issue=ACME)
    assert len(sat.seen) == 3
    assert "Not in the evidence: “$999,000”. Do not rely on it." in sat.shown


def test_a_true_reply_passes_at_once(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(PREPARES, says(TRUE))), rooms, issue=ACME)
    assert len(sat.seen) == 2
    assert "not in the evidence" not in sat.shown


def test_what_one_of_our_tools_showed_may_be_said(api: Api, rooms: Opened) -> None:
    found = Matter(prepared={"issue": ACME})
    account = "Its renewal is on 2026-02-11."
    assert [f.span for f in findings(rooms, found, account)] == ["2026-02-11"]
    found.said.append("renewal: 2026-02-11")
    assert findings(rooms, found, account) == []


def test_a_small_number_found_by_chance_supports_nothing(rooms: Opened) -> None:
    found = Matter(prepared={"issue": ACME}, said=["rows: 17 of 31"])
    assert [f.span for f in findings(rooms, found, "17 customers have left.")] == ["17"]


def test_a_matter_that_support_can_handle_is_checked_too(api: Api, rooms: Opened) -> None:
    issue = "How do I invite guests to a project?"
    sat = sit(
        api(script(calls("prepare_escalation", issue=issue), says("It costs $5,000."), says("There is an article."))),
        rooms,
        *[""] * 3,
        issue=issue,
    )
    assert "“$5,000”" in str(sat.seen[-1]["messages"][-1])


def test_without_a_matter_there_is_nothing_to_check_against(api: Api, rooms: Opened) -> None:
    sat = sit(api(script(says("Hello! I can open up to 14 things."))), rooms, issue="Hello")
    assert len(sat.seen) == 1
