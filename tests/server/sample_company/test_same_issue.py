"""Tickets ruled on through the served tools: counted by hand, with a reason, in every later answer."""

from __future__ import annotations

from pathlib import Path

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
SLOW, TIANKUN = "T-48070", "T-48205"
WHY = "They only call it slow"


async def test_true_adds_customers_and_money_false_takes_them_away_and_says_why(server: MCPServer[Office]) -> None:
    plain = await ask(server, "prepare_escalation", issue=EXPORT)
    id_ = plain["escalation_id"]
    more = await ask(
        server, "prepare_escalation", issue=EXPORT, escalation_id=id_, same_issue={SLOW: True}, override_reason=WHY
    )
    less = await ask(
        server, "prepare_escalation", issue=EXPORT, escalation_id=id_, same_issue={TIANKUN: False},
        override_reason="It is about imports",
    )  # fmt: skip
    money = [each["facts"]["arr_at_risk_usd"] for each in (plain, more, less)]
    customers = [each["facts"]["affected_customers"] for each in (plain, more, less)]
    assert (customers, money) == ([3, 4, 3], [201_600, 289_600, 163_600])
    assert more["overrides"] == less["overrides"] == [f"{SLOW}: this issue ({WHY})"]
    assert less["ruled_out"][0] == f"{TIANKUN}: Support read it, and it is something else: “It is about imports”."
    assert TIANKUN not in less["cited"]["tickets"]
    assert SLOW in less["cited"]["tickets"]
    whole = await ask(server, "get_escalation", escalation_id=id_, parts=["record"])
    assert whole["overrides"] == [f"{SLOW}: this issue ({WHY})", f"{TIANKUN}: another issue (It is about imports)"]
    assert [line["what"] for line in whole["record"]].count("ruled") == 2
    assert TIANKUN not in whole["tickets"]


async def test_false_takes_away_the_pattern(server: MCPServer[Office]) -> None:
    ruled = {TIANKUN: False}
    found = await ask(server, "prepare_escalation", issue=EXPORT, same_issue=ruled, override_reason="imports")
    assert (found["facts"]["affected_customers"], found["facts"]["pattern_3plus_customers"]) == (2, False)


async def test_the_brief_states_it_and_a_model_may(server: MCPServer[Office]) -> None:
    found = await ask(
        server, "prepare_escalation", issue=EXPORT, same_issue={SLOW: True, TIANKUN: False}, override_reason=WHY
    )
    id_ = found["escalation_id"]
    text = {
        "summary": "Export is missing rows",
        "description": f"{SLOW} is counted because support read it: “{WHY}”. {TIANKUN} is not counted, it is another issue.",
        "ask": "Fix the export.",
    }
    written = await ask(server, "write_brief", escalation_id=id_, text=text)
    assert written["stored"] is True, written["unsupported"]
    assert f"- {SLOW} is counted because support read it: “{WHY}”" in written["brief"]
    assert f"- {TIANKUN} is not counted because support read it: “{WHY}”" in written["brief"]


async def test_it_survives_a_restart_and_is_counted_for_the_next_reporter(
    server: MCPServer[Office], tmp_path: Path
) -> None:
    found = await ask(
        server, "prepare_escalation", issue=EXPORT, same_issue={SLOW: True, TIANKUN: False}, override_reason=WHY
    )
    anew = build_server(
        Office(opening(Command(str(tmp_path / "sample.db"), str(tmp_path / "customer-escalation.toml"), NOW, None)))
    )
    joined = await ask(anew, "prepare_escalation", issue="导出的 CSV 缺行", reporter="Wu")
    assert (joined["escalation_id"], joined["joined"]) == (found["escalation_id"], True)
    assert SLOW in joined["cited"]["tickets"]
    assert TIANKUN not in joined["cited"]["tickets"]
    assert joined["ruled_out"][0] == f"{TIANKUN}: 经客服核实，是另一个问题：「{WHY}」。"
    listed = await ask(anew, "list_escalations", view="handover")
    assert SLOW in wire(listed)


async def test_a_reason_and_known_ids_are_required(server: MCPServer[Office]) -> None:
    said = await refused(server, "prepare_escalation", issue=EXPORT, same_issue={SLOW: True})
    assert "without a reason" in said
    assert "override_reason" in said
    said = await refused(server, "prepare_escalation", issue=EXPORT, same_issue={"T-1": True}, override_reason=WHY)
    assert "T-1" in said
    assert "fetch_tickets" in said
    assert (await ask(server, "list_escalations", view="open")).get("escalations", []) == []


@pytest.mark.parametrize("answer", ["maybe", 2])
async def test_a_ruling_is_true_or_false(server: MCPServer[Office], answer: object) -> None:
    assert await refused(server, "prepare_escalation", issue=EXPORT, same_issue={SLOW: answer}, override_reason=WHY)


async def test_the_most_doubtful_come_with_their_subject_within_the_budget(server: MCPServer[Office]) -> None:
    found = await ask(server, "prepare_escalation", issue=EXPORT)
    assert tokens(wire(found)) <= LIMIT
    assert (
        f"{SLOW} “Export takes more than 20 minutes”: It uses some of the same words; nothing shows that it is the same."
        in found["ruled_out"]
    )


async def test_a_line_about_security_stays_there_without_its_report(server: MCPServer[Office]) -> None:
    line = "DEF 公司李经理反映账号有陌生地点登录和2次未知文件导出"
    ruled = {"T-48006": False}
    found = await ask(server, "prepare_escalation", issue=line, same_issue=ruled, override_reason="别的问题")
    assert (found["decision"], found["target"]) == ("escalate", "security")
    assert "T-48006" not in found["cited"].get("tickets", [])
