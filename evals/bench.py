"""Speed and size as a table: `python -m evals.bench [--large]`. Ratios hold on any machine, milliseconds on the one that ran.

`--large` adds preparing on a generated workspace of 100,000 tickets, whose import takes its minute.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from rich.console import Console
from rich.table import Table

from evals.process import BARE, OURS, Started, start

ISSUES = (
    "API returning 500 errors intermittently for Acme Corp",
    "Data export is missing rows — 3 customers reported this week",
    "SSO login loop affecting all Enterprise customers",
    "Customer threatening to churn over missing audit log feature",
    "Acme Corp的API间歇性返回500错误",
    "数据导出丢失行——本周已有3位客户反馈",
    "SSO登录循环影响所有企业客户",
    "客户因缺少审计日志功能威胁流失",
)
_STARTS = 7
_ROUNDS = 6
Line = tuple[str, str, str, bool]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; 1 when a limit of the project is missed."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench")
    parser.add_argument("--large", action="store_true", help="also on 100,000 generated tickets")
    large = parser.parse_args(arguments).large
    with tempfile.TemporaryDirectory() as home:
        os.environ["CUSTOMER_ESCALATION_HOME"] = home
        lines = [*_processes(), *asyncio.run(_calls(None, ISSUES, 50, "sample"))]
        if large:
            lines += asyncio.run(_on_large(Path(home)))
    table = Table("measure", "measured", "limit", "")
    for name, measured, limit, kept in lines:
        table.add_row(name, measured, limit, "ok" if kept else "MISSED")
    Console(width=110).print(table)
    return 0 if all(kept for *_, kept in lines) else 1


def _processes() -> list[Line]:
    """Ours and the bare server by turns, the best start of each: whatever else the machine does only ever adds time."""
    pairs: list[tuple[Started, Started]] = [(start(OURS), start(BARE)) for _ in range(_STARTS)]
    ours, bare = min(one.seconds for one, _ in pairs), min(other.seconds for _, other in pairs)
    listed = median(one.listed_mb for one, _ in pairs)
    # The first call ever also imports the sample company; every later start finds it imported.
    first, later = start(OURS, issue=ISSUES[0]).prepared_mb, start(OURS, issue=ISSUES[0]).prepared_mb
    return [
        _line("spawn → tools/list, against a one-tool server", ours / bare, 1.5, "{:.2f} ×"),
        ("  ours / bare", f"{ours * 1000:.0f} / {bare * 1000:.0f} ms", "", True),
        _line("memory after tools/list", listed, 120, "{:.0f} MB"),
        _line("memory after prepare_escalation", later, 120, "{:.0f} MB"),
        _line("  with the sample's import in the same process", first, 120, "{:.0f} MB"),
    ]


async def _calls(workspace: str | None, issues: Sequence[str], limit_ms: float, name: str) -> list[Line]:
    """prepare_escalation in memory: time of each call after the first, and the dearest answer."""
    from mcp import Client

    from tools.budget import tokens, wire
    from tools.command import Command
    from tools.office import Office
    from tools.opening import opening
    from tools.server import build_server

    async with Client(build_server(Office(opening(Command(workspace, None, None, None))))) as client:
        definitions = [
            tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in (await client.list_tools()).tools
        ]
        answers: list[Any] = [await client.call_tool("prepare_escalation", {"issue": issue}) for issue in issues]
        failed = [answer.content[0].text for answer in answers if answer.is_error]
        if failed:
            sys.exit(f"prepare_escalation failed: {failed[0]}")
        times: list[float] = []
        for issue in list(issues) * _ROUNDS:
            began = time.perf_counter()
            await client.call_tool("prepare_escalation", {"issue": issue})
            times.append((time.perf_counter() - began) * 1000)
    dearest = max(max(tokens(wire(each.structured_content)), tokens(each.content[0].text)) for each in answers)
    return [
        (f"prepare_escalation on {name}, p50", f"{median(times):.0f} ms", "", True),
        _line(f"prepare_escalation on {name}, p95", quantiles(times, n=20)[-1], limit_ms, "{:.0f} ms"),
        _line(f"prepare_escalation's dearest answer on {name}", dearest, 2_500, "{:.0f} tokens (estimate)"),
        _line(
            f"tools/list, {len(definitions)} tools",
            tokens(wire({"tools": definitions})),
            6_000,
            "{:.0f} tokens (estimate)",
        ),
    ]


async def _on_large(home: Path) -> list[Line]:
    from evals.big_workspace import write

    folder = home / "large"
    folder.mkdir()
    issues = [cluster.issue for cluster in write(folder)[: len(ISSUES)]]
    return (await _calls(str(folder), issues, 200, "100,000 tickets"))[:3]


def _line(name: str, measured: float, limit: float, form: str) -> Line:
    return name, form.format(measured), form.format(limit), measured <= limit


if __name__ == "__main__":
    sys.exit(main())
