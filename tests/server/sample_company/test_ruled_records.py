"""Rulings on articles, tracker items and messages through the served tools, and what of a call is refused alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.sample_office import NOW, ask, refused
from tools.catalog.preparation import LIMIT
from tools.desk.office import Office
from tools.desk.opening import opening
from tools.serving.budget import tokens, wire
from tools.serving.command import Command
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio

EXPORT = "Export is missing rows"
ARTICLE, OUTDATED, SLOW_ITEM, ITEM, CHAT = "KB-132", "KB-064", "ENG-2298", "ENG-2304", "m-48154"
WHY = "They use a filter"
SECURITY = "DEF 公司李经理反映账号有陌生地点登录和2次未知文件导出"
REPORT = "HTTP 500 when a report is created as PDF"


async def prepare(server: MCPServer[Office], **arguments: Any) -> dict[str, Any]:
    return await ask(server, "prepare_escalation", **{"issue": EXPORT, **arguments})


async def test_each_ruling_may_have_its_own_reason(server: MCPServer[Office]) -> None:
    ruled = {"T-48070": "true: They only call it slow", ITEM: "false：别的原因", "T-48205": False}
    found = await prepare(server, same_issue=ruled, override_reason="It is about imports")
    assert found["overrides"] == ["T-48070: this issue (They only call it slow)"]
    assert found["ruled_out"][:2] == [
        "T-48205: Support read it, and it is something else: “It is about imports”.",
        f"{ITEM}: Support read it, and it is something else: “别的原因”.",
    ]
    alone = await prepare(server, same_issue={"T-48205": "false - imports"}, escalation_id=found["escalation_id"])
    assert alone["ruled_out"][0] == "T-48205: Support read it, and it is something else: “imports”."


async def test_one_reason_for_several_is_told_once(server: MCPServer[Office]) -> None:
    found = await prepare(
        server, same_issue={"T-48205": False, "T-48306": False}, override_reason="It is about imports"
    )
    told = [line for line in found["ruled_out"] if "It is about imports" in line]
    assert told == ["T-48205, T-48306: Support read it, and it is something else: “It is about imports”."]


@pytest.mark.parametrize("said", ["maybe", "it is the same", "falsely", "true: " + "x" * 1_000])
async def test_a_ruling_that_says_neither_is_refused_with_an_example(server: MCPServer[Office], said: str) -> None:
    words = await refused(server, "prepare_escalation", issue=EXPORT, same_issue={"T-48205": said}, override_reason=WHY)
    assert "T-48205" in words
    assert '"false: it is about imports"' in words


async def test_an_article_ruled_in_is_the_solution_and_the_answer_says_what_it_changed(
    server: MCPServer[Office],
) -> None:
    before = await prepare(server)
    after = await prepare(server, escalation_id=before["escalation_id"], same_issue={ARTICLE: f"true: {WHY}"})
    assert (before["facts"]["kb_workaround_exists"], after["facts"]["kb_workaround_exists"]) == (False, True)
    assert after["solution"].startswith(f"{ARTICLE}: What is in an export")
    assert after["cited"]["kb"] == [ARTICLE]
    assert any("it applies here although" not in line and WHY in line for line in after["reasons"]["handle"])
    assert after["overrides"] == [f"{ARTICLE}: the solution ({WHY})"]
    assert "kb_workaround_exists no → yes" in after["changed"]
    assert "changed" not in before
    assert tokens(wire(after)) <= LIMIT
    brief = await ask(server, "write_brief", escalation_id=before["escalation_id"])
    assert brief["stored"] is True, brief["unsupported"]
    assert f"{ARTICLE} is taken as the solution because support read it: “{WHY}”" in brief["brief"]
    text = {"summary": EXPORT, "description": f"{ARTICLE} solves it for some: “{WHY}”.", "ask": "Fix the export."}
    written = await ask(server, "write_brief", escalation_id=before["escalation_id"], text=text)
    assert written["stored"] is True, written["unsupported"]


async def test_an_outdated_article_is_refused_alone_and_what_else_was_ruled_counts(server: MCPServer[Office]) -> None:
    found = await prepare(server, same_issue={OUTDATED: True, "T-48070": True}, override_reason=WHY)
    assert found["refused"][0].startswith(f"{OUTDATED} is outdated: an outdated article is no solution")
    assert found["overrides"] == [f"T-48070: this issue ({WHY})"]
    assert found["facts"]["kb_workaround_exists"] is False
    whole = await ask(server, "get_escalation", escalation_id=found["escalation_id"], parts=["record"])
    assert [line["what"] for line in whole["record"]].count("ruled") == 1
    alone = await refused(server, "prepare_escalation", issue=EXPORT, same_issue={OUTDATED: True}, override_reason=WHY)
    assert "no solution" in alone
    # That it does not apply may be said of it.
    apart = await prepare(server, same_issue={OUTDATED: False}, override_reason=WHY)
    assert "refused" not in apart


async def test_items_and_messages_are_cited_as_ruled_ever_after(server: MCPServer[Office], tmp_path: Path) -> None:
    before = await prepare(server)
    assert (before["cited"]["tracker"], CHAT in before["cited"]["chat"]) == ([ITEM], True)
    ruled = {SLOW_ITEM: True, ITEM: False, CHAT: False, "m-13117": True}
    after = await prepare(server, escalation_id=before["escalation_id"], same_issue=ruled, override_reason="read")
    assert after["cited"]["tracker"] == [SLOW_ITEM]
    assert "T-48070" in after["cited"]["tickets"]
    assert CHAT not in after["cited"]["chat"]
    assert "m-13117" in after["cited"]["chat"]
    assert not any(ITEM in reason for reason in after["reasons"]["escalate"])
    assert any(SLOW_ITEM in reason for reason in after["reasons"]["escalate"])
    assert "also counted or cited now, without a ruling: " in after["changed"]
    assert "T-48070" in after["changed"]
    anew = build_server(
        Office(opening(Command(str(tmp_path / "sample.db"), str(tmp_path / "customer-escalation.toml"), NOW, None)))
    )
    brief = await ask(anew, "write_brief", escalation_id=before["escalation_id"])
    assert brief["stored"] is True, brief["unsupported"]
    assert f"{SLOW_ITEM} and m-13117 belong to this issue; support read them: “read”" in brief["brief"]
    later = await ask(anew, "get_escalation", escalation_id=before["escalation_id"])
    assert f"{SLOW_ITEM}, m-13117: belongs (read)" in later["overrides"]


async def test_what_no_longer_holds_is_not_among_the_evidence(server: MCPServer[Office]) -> None:
    before = await prepare(server)
    after = await prepare(
        server, escalation_id=before["escalation_id"], same_issue={"T-48070": True}, override_reason="only slow"
    )
    counted = [line for line in after["evidence"] if "customers affected = " in line]
    assert counted
    assert all("customers affected = 4" in line for line in counted)
    assert any("customers affected = 3" in line for line in before["evidence"])
    assert "affected_customers 3 → 4" in after["changed"]
    assert "arr_at_risk_usd 201,600 → 289,600" in after["changed"]


async def test_a_ruling_that_changes_nothing_says_so(server: MCPServer[Office]) -> None:
    found = await prepare(server, same_issue={"T-48149": True}, override_reason=WHY)
    assert found["changed"] == "the rulings changed nothing: the facts and what is recommended are as before them"
    again = await prepare(
        server, escalation_id=found["escalation_id"], same_issue={"T-48149": True}, override_reason=WHY
    )
    assert "changed" not in again


async def test_what_security_holds_is_refused_alone_and_every_lock_is_named(server: MCPServer[Office]) -> None:
    chosen = {"issue": SECURITY, "severity": "medium", "target": "l2", "override_reason": "看过了"}
    found = await prepare(server, **chosen, same_issue={"T-48006": False})
    assert (found["decision"], found["target"]) == ("escalate", "security")
    (said,) = found["refused"]
    assert "severity medium, target l2 did not take effect" in said
    assert "Locked are decision (escalate), target (security) and a severity below high" in said
    assert "Severity critical or high may be chosen" in said
    assert "T-48006" not in found["cited"].get("tickets", [])
    assert "affected_customers 1 → 0" in found["changed"]
    # On record without what was refused: it can be gone on with.
    again = await prepare(server, issue=SECURITY, escalation_id=found["escalation_id"])
    assert "refused" not in again
    whole = await ask(server, "get_escalation", escalation_id=found["escalation_id"], parts=["record"])
    assert [line["what"] for line in whole["record"]].count("ruled") == 1
    assert [line["what"] for line in whole["record"]].count("overridden") == 0
    alone = await refused(server, "prepare_escalation", **chosen, escalation_id=found["escalation_id"])
    assert alone.endswith(said)


async def test_what_security_does_not_hold_of_a_choice_takes_effect(server: MCPServer[Office]) -> None:
    found = await prepare(server, issue=SECURITY, severity="high", target="l2", override_reason="two logins, no more")
    assert (found["severity"], found["target"]) == ("high", "security")
    # A reason for what was refused is recorded for nothing else.
    assert found["overrides"] == ["severity: critical → high (no reason of its own was given)"]
    assert "target l2 did not take effect" in found["refused"][0]


async def test_an_article_that_settles_it_is_on_the_record_that_is_open_and_in_every_later_answer(
    server: MCPServer[Office],
) -> None:
    first = await prepare(server, issue=REPORT)
    assert (first["decision"], first["target"]) == ("escalate", "engineering")
    # As somebody calls who forgot the id: what is ruled in sends it to nobody, and it is the same matter all the same.
    ruled = {ARTICLE: f"true: {WHY}", "T-48070": "false: only slow"}
    after = await prepare(server, issue=REPORT, same_issue=ruled)
    assert (after["escalation_id"], after["joined"]) == (first["escalation_id"], True)
    assert (after["decision"], after["cited"]["kb"]) == ("handle", [ARTICLE])
    assert "What is in an export, and what is left out" in after["reply"]
    assert after["changed"].startswith(
        "decision escalate → handle; severity high → none; target engineering → none; kb_workaround_exists no → yes"
    )
    whole = await ask(server, "get_escalation", escalation_id=first["escalation_id"], parts=["record"])
    assert [line["what"] for line in whole["record"]].count("ruled") == 2
    assert f"{ARTICLE}: the solution ({WHY})" in whole["overrides"]
    for asked in ({}, {"escalation_id": first["escalation_id"]}):
        later = await prepare(server, issue=REPORT, **asked)
        assert (later["escalation_id"], later["decision"]) == (first["escalation_id"], "handle")
        assert "changed" not in later
    brief = (await ask(server, "write_brief", escalation_id=first["escalation_id"]))["brief"]
    assert f"{ARTICLE} is taken as the solution because support read it: “{WHY}”" in brief


async def test_where_nothing_is_opened_the_answer_says_that_the_ruling_is_on_no_record(
    server: MCPServer[Office],
) -> None:
    found = await prepare(server, issue="How do I change the week's first day in the Android date picker?",
                          same_issue={"KB-203": True}, override_reason="billing page has it")  # fmt: skip
    assert found["decision"] == "handle"
    assert "escalation_id" not in found
    assert found["solution"].startswith("KB-203")
    assert "KB-203" in found["cited"]["kb"]
    assert "Change invoice details" in found["reply"]
    assert found["changed"].endswith("give them again when you prepare this issue again")


async def test_an_item_that_no_word_leads_to_is_cited_when_it_was_ruled_in(server: MCPServer[Office]) -> None:
    found = await prepare(server, same_issue={"ENG-1770": True}, override_reason=WHY)
    assert sorted(found["cited"]["tracker"]) == ["ENG-1770", ITEM]
