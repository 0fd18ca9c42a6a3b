"""One request of a host to its model, and one answer, in a form that is the same for every vendor's interface."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Offered:
    """A tool as the model sees it, under the host's name for it. `namespace` is Codex's: the name is then only half."""

    name: str
    description: str = ""
    namespace: str | None = None


@dataclass(frozen=True)
class Result:
    """What a tool gave back, as the model sees it."""

    tool: str
    text: str
    failed: bool = False

    @property
    def structure(self) -> Json | None:
        """The result as JSON, when that is what the host showed; hosts may put a line of their own before it."""
        return parsed(self.text) or parsed(self.text[self.text.find("{") :])

    @property
    def half(self) -> str:
        """Which half of an MCP result this is: ours are JSON (`structuredContent`) or a page to read (`content`)."""
        return "content" if self.structure is None else "structuredContent"

    def value(self, field: str) -> str:
        """A top-level field of ours in either half, of a long text in `content` the first line; "" when it is not there."""
        if self.structure is not None:
            return str(self.structure.get(field, ""))
        # Gemini CLI puts a line of its own before and after.
        found = re.search(rf"^{re.escape(field.replace('_', ' '))}:(?: |\n  )(.+)$", self.text, re.MULTILINE)
        return found.group(1).strip() if found else ""


@dataclass(frozen=True)
class Asked:
    """`system` and `said` are all instructions and all words of the person; `results` in the order of the calls."""

    system: str = ""
    said: tuple[str, ...] = ()
    tools: tuple[Offered, ...] = ()
    results: tuple[Result, ...] = ()

    def offered(self, tool: str) -> Offered | None:
        """One of our tools under whatever name the host gave it."""
        return next((each for each in self.tools if ours(each.name, tool)), None)

    def result(self, tool: str) -> Result | None:
        """The newest result of one of our tools."""
        return next((each for each in reversed(self.results) if ours(each.tool, tool)), None)

    @property
    def everything(self) -> str:
        """Instructions, words, and tool descriptions as one text."""
        return "\n".join((self.system, *self.said, *(f"{tool.name}: {tool.description}" for tool in self.tools)))


@dataclass(frozen=True)
class Say:
    """The model's last words."""

    text: str


@dataclass(frozen=True)
class Use:
    """The model calls a tool."""

    tool: Offered
    arguments: Json


Turn = Say | Use
Script = Callable[[Asked], Turn]


def ours(name: str, tool: str) -> bool:
    """Whether a host's name for a tool (`mcp__server__fetch_tickets`, `server_fetch_tickets`) is this tool of ours."""
    return re.search(rf"(^|[_.]){re.escape(tool)}$", name) is not None


def parsed(text: str) -> Json | None:
    """The JSON object that a text is; None when it is none."""
    try:
        value: Any = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None  # pyright: ignore[reportUnknownVariableType]
