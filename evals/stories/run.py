"""Playing a story: the sample company in a store of its own, a real client, and a clock that goes where the story goes."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree
from typing import Any, cast

from mcp import Client
from sqlalchemy import Engine

from escalation.terms import Language
from evals.stories.data import FOLDER, Step, Story, Telling
from tools.desk.office import Office, Opened
from tools.importing.sync import sync
from tools.sample import SAMPLE
from tools.serving.server import build_server
from tools.settings import load_settings
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

_FREE = frozenset(
    {
        "fetch_tickets",
        "lookup_account",
        "prepare_escalation",
        "list_escalations",
        "search_knowledge_base",
        "search_discussions",
    }
)
"""Tools that are not about the escalation at hand unless the story says so."""


@dataclass
class Clock:
    """The time that it is in the story."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now.astimezone(UTC)


@dataclass(frozen=True)
class Answer:
    """What one tool said: its name, what it was given, the structure it answered with; `refused` is its refusal."""

    tool: str
    arguments: dict[str, Any]
    said: dict[str, Any]
    refused: str | None = None


@dataclass(frozen=True)
class Played:
    """One step as it went, with the answers of all its calls, and what of it was not as the story has it."""

    at: datetime
    step: Step
    answers: tuple[Answer, ...]
    wrong: tuple[str, ...]


@dataclass
class Stage:
    """Where a story is played."""

    clock: Clock
    office: Office
    engine: Engine
    folder: Path
    known: dict[str, str] = field(default_factory=dict[str, str])
    """What later steps refer to: "@escalation", "@receipt" (what was sent last), "@due" (what the last list has first)."""


@contextmanager
def stage(place: Path, begins: datetime) -> Generator[Stage]:
    """The sample company imported into `place`, opened as the tools open it, at the story's first hour."""
    clock = Clock(begins)
    engine = open_store(str(place / "story.db"))
    folder = Path(copytree(SAMPLE, place / "workspace"))
    sync(engine, folder)
    policy = load_settings(str(FOLDER / "company.toml")).policy
    opened = Opened(StoreWorkspace(engine, now=clock), Register(engine), policy, engine=engine)
    try:
        yield Stage(clock, Office(lambda: opened), engine, folder)
    finally:
        engine.dispose()


async def play(story: Story, language: Language, on: Stage) -> AsyncGenerator[Played]:
    """Step by step; what a step needs from an earlier one is taken from that one's answer."""
    telling = Telling(language)
    async with Client(build_server(on.office)) as client:
        for at, step in story.timed():
            on.clock.now = at
            hand = _Hand(client, on, telling, step)
            answers = await hand.does()
            yield Played(at, step, tuple(answers), tuple(_wrong(telling, step, answers)))


@dataclass(frozen=True)
class _Hand:
    """Does what one step says."""

    client: Client
    on: Stage
    telling: Telling
    step: Step

    async def does(self) -> list[Answer]:
        given = self._filled(self.telling.words(self.step.arguments))
        if self.step.arrives:
            return [self._arrived()]
        if self.step.call:
            return [await self._call(self.step.call, given)]
        if self.step.send:
            return await self._sent({"kind": self.step.send, **given})
        drafted = await self._call("draft_customer_update", {"phase": self.step.update, **given})
        # A promise that nobody approved holds a text back; whoever approves it is named when it is proposed.
        if not drafted.said.get("ready") and "approved_by" not in given:
            return [drafted]
        reply = {name: given[name] for name in ("account", "approved_by") if name in given}
        sent = await self._sent({"kind": "reply_to_customer", "text": drafted.said["text"], **reply})
        return [drafted, *sent]

    def _arrived(self) -> Answer:
        """The files as the connected systems have them now, read again; what was posted from here stays."""
        for name, rows in self.telling.words(self.step.arrives).items():
            path = self.on.folder / name
            kept = {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
            for row in rows:
                kept[row["id"]] = kept.get(row["id"], {}) | row
            lines = (json.dumps(row, ensure_ascii=False) for row in kept.values())
            path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        report = sync(self.on.engine, self.on.folder)
        counts = report.counts.values() if report else ()
        said = {name: sum(getattr(count, name) for count in counts) for name in ("new", "changed", "removed")}
        return Answer("import", {}, said)

    async def _sent(self, what: dict[str, Any]) -> list[Answer]:
        made = await self._call("propose_action", what)
        if "proposal_id" not in made.said:
            return [made]
        agreed = {"proposal_id": made.said["proposal_id"], "hash": made.said["hash"], "confirmed_by": self.step.yes}
        done = await self._call("carry_out", agreed)
        if receipt := done.said.get("receipt"):
            self.on.known["@receipt"] = receipt
        return [made, done]

    async def _call(self, tool: str, given: dict[str, Any]) -> Answer:
        if tool not in _FREE and tool != "carry_out" and "@escalation" in self.on.known:
            given = {"escalation_id": self.on.known["@escalation"], **given}
        if tool == "draft_customer_update":
            given = {name: value for name, value in given.items() if name != "approved_by"}
        result = await self.client.call_tool(tool, given)
        if result.is_error:
            text = "\n".join(getattr(block, "text", "") for block in result.content)
            return Answer(tool, given, {}, refused=text)
        said: dict[str, Any] = result.structured_content or {}
        if tool == "prepare_escalation" and said.get("escalation_id"):
            self.on.known.setdefault("@escalation", said["escalation_id"])
        if subject := _at(said, "dues.0.promise_id") or _at(said, "dues.0.about"):
            self.on.known["@due"] = subject
        return Answer(tool, given, said)

    def _filled(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.on.known.get(value, value)
        if isinstance(value, dict):
            found: dict[str, Any] = value  # pyright: ignore[reportUnknownVariableType]
            return {name: self._filled(each) for name, each in found.items()}
        return value


def _wrong(telling: Telling, step: Step, answers: list[Answer]) -> Iterator[str]:
    """What is not as the story has it: a refusal that was none, something not sent, a fact that differs."""
    last = answers[-1]
    if (last.refused is not None) is not step.refused:
        yield f"{last.tool}: {last.refused or 'was not refused'}"
    if (step.send or step.update) and last.said.get("outcome") != "sent":
        yield f"{last.tool} sent nothing: {json.dumps(last.said, ensure_ascii=False)}"
    whole = " ".join([*(json.dumps(each.said, ensure_ascii=False) for each in answers), last.refused or ""])
    for words in telling.words(step.has):
        if json.dumps(words, ensure_ascii=False)[1:-1] not in whole:
            yield f"{last.tool} does not say {words!r}"
    for path, value in telling.words(step.expect).items():
        if (found := _at(last.said, path)) != value:
            yield f"{last.tool}: {path} is {found!r}, not {value!r}"


def _at(said: object, path: str) -> Any:
    """What stands at a dotted path, "dues.0.about"; None where there is nothing."""
    for name in path.split("."):
        said = _within(said, name)
    return said


def _within(said: object, name: str) -> object:
    if isinstance(said, list):
        several = cast("list[object]", said)
        return several[int(name)] if int(name) < len(several) else None
    return cast("dict[str, object]", said).get(name) if isinstance(said, dict) else None
