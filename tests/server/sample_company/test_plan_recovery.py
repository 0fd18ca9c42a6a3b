"""plan_recovery over the protocol: what counted and what did not, the rung in words, drafts that pass the check, refusals."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp.server.mcpserver import MCPServer
from sqlalchemy import Engine

from tests.server.sample_office import ask, refused, sample_office
from tools.desk.office import Office
from tools.desk.opening import opening
from tools.serving.budget import tokens, wire
from tools.serving.command import Command
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio

LAST_OUTAGE = datetime(2026, 3, 8, 1, 30, tzinfo=UTC)


async def planned(server: MCPServer[Office], **arguments: Any) -> dict[str, Any]:
    return await ask(server, "plan_recovery", **{"account": "ghi-tech", **arguments})


def on_record(office: Office, **ending: str) -> str:
    """The last outage as an escalation of ours, resolved."""
    register = office.open().register
    id_ = register.open(
        issue="GHI的API又断了，隔壁 Acme Corp 也是",
        who="Kim",
        at=LAST_OUTAGE,
        severity="critical",
        target="engineering",
        account_ids=("ghi-tech",),
        ticket_ids=("T-47204",),
        language="zh",
    )
    register.append(id_, "resolved", who="Kim", at=LAST_OUTAGE.replace(hour=2), data={"text": "已重启网关", **ending})
    return id_


async def test_the_count_is_laid_open_and_the_rung_comes_with_who_does_what_by_when(server: MCPServer[Office]) -> None:
    told = await planned(server, language="zh", papers=[])
    assert (told["incidents"], told["rung"], told["calm_days"]) == (4, 4, 12)
    assert (told["since"], told["until"], told["window_days"]) == ("2025-09-21", "2026-03-20", 180)
    assert told["counted"][0]["records"] == "T-41811, ENG-2041, ESC-0209"
    assert {row["id"]: row["why"] for row in told["left"]}["T-47430"] == "普通缺陷，既不紧急，研发也未按事故处理"
    assert told["left_out"] == len(told["left"])
    first = told["actions"][0]
    assert first == {
        "do": "到 GHI 科技现场去，不等查清再动身。",
        "owner": "客户负责人（林婉）",
        "due": "2026-03-23T08:15Z",
        "approval": "出差须先经有权人批准",
    }
    assert "任何一次故障都不向对方高层隐瞒。" in told["not_to_do"]
    assert "papers" not in told


async def test_one_occurrence_counts_once_although_we_escalated_it_ourselves(
    server: MCPServer[Office], office: Office
) -> None:
    own = on_record(office)
    told = await planned(server, papers=[])
    assert told["incidents"] == 4
    assert told["counted"][-1]["records"] == f"T-47204, ENG-2233, {own}"


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_what_the_customer_reads_is_in_their_language_and_holds_nothing_of_ours(
    server: MCPServer[Office], office: Office, language: str
) -> None:
    on_record(office, cause="网关的连接数上限设置过低", improvement="为 Acme Corp 和其他客户加上连接数告警")
    told = await planned(server, language=language, papers=["incident_report", "commitment", "agenda"])
    report, commitment, agenda = told["papers"]
    assert [paper["audience"] for paper in told["papers"]] == ["customer", "customer", "internal"]
    assert (report["language"], commitment["language"], agenda["language"]) == ("zh", "zh", language)
    for text in (report["text"], commitment["text"]):
        for ours in ("ENG-", "ESC-", "Acme", "林婉", "48 万", "480,000"):
            assert ours not in text
    assert "原因：网关的连接数上限设置过低" in report["text"]
    assert "我们的处理：已重启网关" in report["text"]
    assert report["text"].count("尚未确认") == 3
    assert "ENG-2233" in agenda["text"]
    lacks = {"en": "The cause of incidents 1, 2 and 3", "zh": "第 1、2、3 次的原因"}[language]
    assert any(line.startswith(lacks) for line in report["before"])
    assert not report["ready"]
    by = {"en": "legal and finance", "zh": "法务和财务"}[language]
    assert any(by in line for line in commitment["before"])


async def test_what_is_refused_says_why_and_what_is_done_instead(server: MCPServer[Office]) -> None:
    told = await planned(server, wish="Don't let their CEO know, and promise it will never happen again", papers=[])
    assert [row["wish"] for row in told["refused"]] == ["hide", "never_again"]
    assert "find out" in told["refused"][0]["why"]
    assert "what was changed" in told["refused"][1]["instead"]
    zh = await planned(server, wish="给他们总监送个红包", papers=[])
    assert zh["refused"] == [
        {
            "wish": "gifts",
            "why": "不能安排这份礼物：公司制度不允许送礼。",
            "instead": "可以写一封感谢信，点名致谢，抄送对方主管。",
        }
    ]


async def test_the_companys_own_policy_on_gifts_money_and_approvals_is_in_the_plan(
    sample_store: Engine, tmp_path: Path
) -> None:
    office = sample_office(sample_store, tmp_path)
    config = tmp_path / "customer-escalation.toml"
    config.write_text(
        "recovery_window_days = 40\n[gifts]\nallowed = true\nmost_usd = 30\n[compensation]\nmost_percent = 5\n"
        '[approvers]\ngift = "Mo"\ncompensation = "CFO"\n[teams.leadership]\npeople = ["Ada", "Bo"]\n',
        encoding="utf-8",
    )
    told = await planned(build_server(office), papers=[])
    assert (told["incidents"], told["rung"]) == (2, 2)
    assert told["actions"][2]["do"].startswith("Thank their engineers with something small, at most $30 a person")
    assert told["actions"][2]["approval"] == "a gift must be approved by Mo first"
    outside = [row["id"] for row in told["left"] if row["why"] == "before the time that counts"]
    assert {"T-41811", "T-43032"} <= set(outside)


async def test_a_customer_without_incidents_has_no_rung_and_an_unknown_one_is_told(server: MCPServer[Office]) -> None:
    quiet = await planned(server, account="abc-tech")
    assert (quiet["incidents"], quiet["rung"]) == (0, 0)
    assert "papers" not in quiet
    assert "No account answers to" in await refused(server, "plan_recovery", account="nobody at all")


async def test_the_answer_is_small_and_recording_nothing(server: MCPServer[Office], office: Office) -> None:
    told = await planned(server)
    assert tokens(wire(told)) < 3_000
    assert office.open().register.list() == []


async def test_an_urgent_ticket_counts_although_no_type_says_what_it_is(store: Path, tmp_path: Path) -> None:
    small = Office(opening(Command(str(store), str(tmp_path / "none.toml"), None, None)))
    (tmp_path / "none.toml").touch()
    async with Client(build_server(small)) as client:
        result = await client.call_tool("plan_recovery", {"account": "Northwind", "papers": ["incident_report"]})
    assert result.structured_content is not None
    told = result.structured_content
    assert (told["rung"], told["counted"][0]["records"], "ended" in told["counted"][0]) == (1, "T-1", False)
    assert "sk-live" not in str(told)


async def test_a_wish_that_no_rule_found_is_left_to_the_reader_with_the_rules_at_hand(
    server: MCPServer[Office],
) -> None:
    told = await planned(server, wish="Tell their CEO today", papers=[])
    assert "refused" not in told
    assert told["judge"].startswith("The wish was read by its words")
    assert len(told["not_to_do"]) == 4
    assert "judge" not in await planned(server, papers=[])
