"""prepare_escalation through an in-memory MCP client: time by the clock and on the processor, tokens of the answers."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median, quantiles
from typing import Any

from anyio import to_thread

_READY = 600.0
"""Seconds at most for a server to make itself ready, import included."""

_OPENING = "The colours of the printed calendar look faded"


@dataclass(frozen=True)
class Times:
    """Milliseconds of a row of calls."""

    p50: float
    p95: float
    cpu_p50: float
    cpu_p95: float


@dataclass(frozen=True)
class Calls:
    """Each issue once, then each again (which joins what the first opened); `opening` is the very first call, in ms."""

    opening: float
    opening_cpu: float
    first: Times
    again: Times
    answer_tokens: int
    definition_tokens: int


def subjects(folder: Path, count: int, seed: int = 1) -> list[str]:
    """What that many customers of a workspace folder wrote, each once: issues as various as its tickets."""
    with (folder / "tickets.jsonl").open(encoding="utf-8") as file:
        tickets = [json.loads(line) for line in file]
    texts = dict.fromkeys(f"{ticket['subject']}. {ticket.get('description', '')}"[:300] for ticket in tickets)
    return Random(seed).sample(list(texts), count)  # noqa: S311


async def measured(workspace: str | None, issues: Sequence[str]) -> Calls:
    """Opens a workspace (None: the sample) and prepares every issue twice. Ends the program when a call fails."""
    from mcp import Client

    from tools.desk.office import Office
    from tools.desk.opening import opening
    from tools.serving.budget import tokens, wire
    from tools.serving.command import Command
    from tools.serving.server import build_server
    from tools.serving.warming import Warming

    office = Office(opening(Command(workspace, None, None, None)))
    warming = Warming(office)
    async with Client(build_server(office, listed=warming.begin)) as client:
        tools = (await client.list_tools()).tools
        definitions = [tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in tools]
        await to_thread.run_sync(warming.wait, _READY)
        first_ms, first_cpu, _ = await _called(client, _OPENING)
        rounds = [[await _called(client, issue) for issue in issues] for _ in range(2)]
    answers = [answer for calls in rounds for *_, answer in calls]
    dearest = max(max(tokens(wire(one.structured_content)), tokens(one.content[0].text)) for one in answers)
    first, again = (times([call[:2] for call in calls]) for calls in rounds)
    return Calls(first_ms, first_cpu, first, again, dearest, tokens(wire({"tools": definitions})))


async def _called(client: Any, issue: str) -> tuple[float, float, Any]:
    wall, cpu = time.perf_counter(), time.process_time()
    answer = await client.call_tool("prepare_escalation", {"issue": issue})
    took = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
    if answer.is_error:
        sys.exit(f"prepare_escalation failed: {answer.content[0].text}")
    return *took, answer


def times(calls: Sequence[tuple[float, float]]) -> Times:
    """Of calls as (by the clock, on the processor)."""
    walls, cpus = [wall for wall, _ in calls], [cpu for _, cpu in calls]
    return Times(median(walls), quantiles(walls, n=20)[-1], median(cpus), quantiles(cpus, n=20)[-1])
