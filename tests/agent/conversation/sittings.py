"""A sitting at the sample company: a person who types prepared lines, a model that follows a script, all else real."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console

from agent.conversation.session import Sitting, hold
from agent.conversation.settings import AgentSettings
from agent.conversation.terminal import Terminal
from agent.conversation.transcript import Transcript
from escalation.terms import Language
from tests.agent.conversation.loopback import Body, Loopback, Reply
from tools.desk.office import Opened
from tools.store.location import state_root

ACME = "API returning 500 errors intermittently for Acme Corp"
Typed = str | BaseException | Callable[[], str]


@dataclass
class Person:
    """Types `lines` one after the other, then leaves. An exception among them is raised: Ctrl-C, or nobody there."""

    lines: list[Typed]
    prompts: list[str] = field(default_factory=list[str])

    def __call__(self, prompt: str) -> str:
        self.prompts.append(prompt)
        if not self.lines:
            raise EOFError
        line = self.lines.pop(0)
        if isinstance(line, BaseException):
            raise line
        return line() if callable(line) else line


@dataclass
class Sat:
    """What came of it: the terminal's text, the prompts, what was sent, what was kept."""

    shown: str
    person: Person
    seen: list[Body]
    rooms: Opened

    @property
    def kept(self) -> Transcript:
        path = max((state_root() / "conversations").glob("C-*.json"))
        return Transcript.model_validate_json(path.read_text(encoding="utf-8"))

    def record(self, id_: str = "ESC-0001") -> list[str]:
        return [event.what for event in self.rooms.register.events(id_)]


def sit(
    loopback: Loopback,
    rooms: Opened,
    *lines: Typed,
    language: Language = "en",
    settings: dict[str, Any] | None = None,
    **asked: Any,
) -> Sat:
    """One sitting to its end."""
    person, out = Person(list(lines)), io.StringIO()
    terminal = Terminal(Console(file=out, width=120), person, language)
    chosen = AgentSettings.model_validate({"base_url": loopback.url, "retries": 0, **(settings or {})})
    hold(Sitting(rooms, chosen, "sample", language=language, **asked), terminal)
    return Sat(out.getvalue(), person, loopback.seen, rooms)


def last_text(body: Body) -> str:
    """The words of the newest message: what was typed, or the results of the calls before."""
    content = body["messages"][-1]["content"]
    return content if isinstance(content, str) else "\n".join(_words(block) for block in content)


def _words(block: dict[str, Any]) -> str:
    inner = block.get("text") or block.get("content") or ""
    return inner if isinstance(inner, str) else "\n".join(each.get("text", "") for each in inner)


def called(body: Body) -> list[str]:
    """Names of the tools called so far in this conversation."""
    return [
        block["name"]
        for message in body["messages"]
        if message["role"] == "assistant"
        for block in message["content"]
        if block["type"] == "tool_use"
    ]


def value(body: Body, field_name: str) -> str:
    """A field of the newest tool result."""
    found = re.search(rf"^\s*{field_name}: (\S+)", last_text(body), re.MULTILINE)
    assert found, last_text(body)
    return found[1]


def script(*replies: Reply | Callable[[Body], Reply]) -> Callable[[Body], Reply]:
    """The replies in order; one that must read the request first is a function of it."""
    left = list(replies)

    def next_reply(body: Body) -> Reply:
        reply = left.pop(0)
        return reply(body) if callable(reply) else reply

    return next_reply
