"""Speed and size as a table: `python -m evals.bench [--quick]`. Ratios hold on any machine.

CPU time stands beside the clock, since the clock also counts what other programs on the machine take. `--quick` leaves out
the generated workspace of 100,000 tickets, whose writing and import take two minutes, and the record under load, which takes
as long.

How the bars are read: a call is one of an MCP client in the same process ("in memory"), records and register on disk, by the
clock, after the server has made itself ready as a real one does once its tools are listed; memory is resident memory after
one such call, when the process has nothing more to do. A bar in milliseconds is a share of what a one-tool server takes to
start: the column "at pace" is what was measured here, had that server taken as long as where the bars were set.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from evals.calls import Calls, measured, subjects
from evals.line import BAR_START_MS, Line
from evals.process import BARE, OURS, Imported, Started, imported, start
from evals.record.lines import record

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
_STARTS = 9
_BARE_START = "  one-tool server"
_MORE = 32


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the table; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench")
    parser.add_argument("--quick", action="store_true", help="without the 100,000 generated tickets")
    quick = parser.parse_args(arguments).quick
    console, before = Console(width=118), machine()
    with tempfile.TemporaryDirectory() as home:
        os.environ["CUSTOMER_ESCALATION_HOME"] = home
        lines = [*_processes(), *_sample()]
        if not quick:
            lines += [*record(Path(home) / "record"), *_large(Path(home) / "large")]
    lines = at_pace(lines)
    console.print(table(lines))
    console.print(
        f"at pace: a one-tool server starts {lines[0].pace:.2f} times as slowly here as where the bars were set"
        f" ({BAR_START_MS} ms)\nbefore: {before}\nafter:  {machine()}"
    )
    return 1 if any(line.verdict.startswith("MISSED") for line in lines) else 0


def at_pace(lines: Sequence[Line]) -> list[Line]:
    """The lines with the pace of this machine, which the start of the one-tool server tells."""
    pace = next(line.measured for line in lines if line.name == _BARE_START) / BAR_START_MS
    return [replace(line, pace=pace) for line in lines]


def table(lines: Sequence[Line]) -> Table:
    """The lines as they are printed."""
    drawn = Table("measure", "measured", "CPU", "at pace", "bar", "")
    for line in lines:
        cpu = "" if line.cpu is None else line.form.format(line.cpu)
        paced = line.form.format(line.held) if line.timed and line.bar is not None else ""
        bar = "" if line.bar is None else line.form.format(line.bar)
        drawn.add_row(line.name, line.form.format(line.measured), cpu, paced, bar, line.verdict)
    return drawn


def machine() -> str:
    """How busy the machine is: its load, and how unevenly it runs a fixed loop (1.0 is a machine of one's own)."""
    times: list[float] = []
    for _ in range(30):
        began = time.perf_counter()
        sum(range(200_000))
        times.append(time.perf_counter() - began)
    load = " ".join(f"{one:.1f}" for one in os.getloadavg())
    best = min(times)
    return (
        f"load {load} on {os.cpu_count()} processors; a fixed loop takes {best * 1000:.1f} ms at best,"
        f" {median(times) / best:.1f} × that in the middle, {max(times) / best:.1f} × at worst"
    )


def _processes() -> list[Line]:
    """Ours and the bare server by turns; the best start of each, since whatever else the machine does only adds time."""
    pairs: list[tuple[Started, Started]] = [(start(OURS), start(BARE)) for _ in range(_STARTS)]
    ours, bare = min(one.seconds for one, _ in pairs), min(other.seconds for _, other in pairs)
    our_cpu, bare_cpu = min(one.cpu for one, _ in pairs), min(other.cpu for _, other in pairs)
    listed = median(one.listed_mb for one, _ in pairs)
    # The first call ever also imports the sample company; every later start finds it imported.
    first, later = start(OURS, issue=ISSUES[0]).prepared_mb, start(OURS, issue=ISSUES[0]).prepared_mb
    return [
        Line("spawn → tools/list, against a one-tool server", ours / bare, 1.5, "{:.2f} ×", our_cpu / bare_cpu),
        Line("  ours", ours * 1000, cpu=our_cpu * 1000),
        Line(_BARE_START, bare * 1000, cpu=bare_cpu * 1000),
        Line("memory after tools/list", listed, 120, "{:.0f} MB"),
        Line("memory after prepare_escalation", later, 120, "{:.0f} MB"),
        Line("  with the sample's import in the same process", first, 120, "{:.0f} MB"),
    ]


def _sample() -> list[Line]:
    from tools.sample import SAMPLE

    calls = asyncio.run(measured(None, [*ISSUES, *subjects(SAMPLE, _MORE)]))
    definitions = Line("tools/list on the wire", calls.definition_tokens, 6_000, "{:.0f} tokens")
    return [*_prepared(calls, 50, "sample"), definitions]


def _large(folder: Path) -> list[Line]:
    from evals.big_workspace import write

    clusters = write(folder)
    took: Imported = imported(folder)
    calls = asyncio.run(measured(str(folder), [*(one.issue for one in clusters), *subjects(folder, _MORE)]))
    return [
        Line("import of 100,000 tickets", took.seconds, 60, "{:.0f} s", took.cpu),
        Line("  its highest memory", took.peak_mb, 400, "{:.0f} MB"),
        *_prepared(calls, 200, "100,000 tickets"),
    ]


def _prepared(calls: Calls, bar: float, name: str) -> list[Line]:
    first, again = calls.first, calls.again
    return [
        Line(f"prepare_escalation on {name}, p95, each issue new", first.p95, bar, cpu=first.cpu_p95),
        Line("  p50", first.p50, cpu=first.cpu_p50),
        Line("  p95, each issue asked again", again.p95, bar, cpu=again.cpu_p95),
        Line("  p50", again.p50, cpu=again.cpu_p50),
        Line("  first call, once the server is ready", calls.opening, cpu=calls.opening_cpu),
        Line("  dearest answer", calls.answer_tokens, 2_500, "{:.0f} tokens"),
    ]


if __name__ == "__main__":
    sys.exit(main())
