"""Skills over MCP (SEP-2640): the skill's files as resources with digests, for hosts that take no plugin.

Files are read when they are asked for; the start path reads only the heads that a listing of resources shows.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from mcp.server.context import ServerRequestContext
from mcp.server.extension import Extension, MethodBinding, ResourceBinding
from mcp.server.mcpserver.resources import FileResource
from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS, PaginatedRequestParams, RequestParams

from tools.serving.frontmatter import Head, frontmatter

FILE = "SKILL.md"
FRESH_MS = 300_000
"""How long a client may keep what it read: the files change only when the product does."""

_MARKDOWN = "text/markdown"
_FOLDER = "inode/directory"
_HOME = Path(__file__).parents[2] / "skills"


class SkillUri(RequestParams):
    """Which skill `skills/get` is asked for."""

    uri: str


class DirectoryUri(PaginatedRequestParams):
    """Which folder `resources/directory/read` is asked for."""

    uri: str


@dataclass(frozen=True)
class Skill:
    """One skill: a folder whose name is the skill's."""

    folder: Path

    @property
    def root(self) -> str:
        return f"skill://{self.folder.name}"

    @cached_property
    def head(self) -> Head:
        """Raises `OSError` or `ValueError` when SKILL.md cannot be read."""
        return frontmatter(_text(self.folder / FILE))

    @cached_property
    def files(self) -> list[Path]:
        """SKILL.md first, then the rest by name."""
        pages = (path for path in self.folder.rglob("*.md") if path.is_file())
        return sorted(pages, key=lambda path: (path.name != FILE, path))

    def uri(self, path: Path) -> str:
        return f"{self.root}/{path.relative_to(self.folder).as_posix()}"

    def entry(self) -> dict[str, Any]:
        """What `skills/list` and `skills/get` say of it. Digest and size are those of the text as it is served."""
        texts = [(self.uri(path), _text(path).encode()) for path in self.files]
        return {
            "uri": f"{self.root}/{FILE}",
            "frontmatter": self.head,
            "resources": [
                {"uri": uri, "digest": f"sha256:{sha256(text).hexdigest()}", "size": len(text)} for uri, text in texts
            ],
        }

    def resource(self, path: Path) -> FileResource:
        first = path.name == FILE
        name = self.folder.name if first else path.relative_to(self.folder).as_posix()
        told = str(self.head["description"]) if first else _title(path)
        return FileResource(uri=self.uri(path), name=name, description=told, mime_type=_MARKDOWN, path=path)

    def children(self, uri: str) -> list[dict[str, Any]] | None:
        """The direct children of the folder at `uri`; None when that is no folder of this skill."""
        folder = self.folder / uri.removeprefix(self.root).strip("/")
        inside = [path for path in self.files if folder in path.parents]
        if not inside or not uri.startswith(self.root):
            return None
        below = sorted({path.relative_to(folder).parts[0] for path in inside})
        return [self._child(folder / name) for name in below]

    def _child(self, path: Path) -> dict[str, Any]:
        kind = _MARKDOWN if path.suffix else _FOLDER
        return {"uri": self.uri(path), "name": path.name, "mimeType": kind}


class Skills(Extension):
    """`skills/list`, `skills/get`, `resources/directory/read`, and each file under `skill://`."""

    identifier = "io.modelcontextprotocol/skills"

    def __init__(self, skills: Sequence[Skill]) -> None:
        self._skills = skills

    def settings(self) -> dict[str, Any]:
        return {"directoryRead": True}

    def resources(self) -> list[ResourceBinding]:
        return [ResourceBinding(skill.resource(path)) for skill in self._skills for path in skill.files]

    def methods(self) -> list[MethodBinding]:
        return [
            MethodBinding("skills/list", PaginatedRequestParams, self._list),
            MethodBinding("skills/get", SkillUri, self._get),
            MethodBinding("resources/directory/read", DirectoryUri, self._directory),
        ]

    async def _list(self, _: ServerRequestContext[Any, Any], asked: PaginatedRequestParams) -> dict[str, Any]:
        _one_page(asked)
        return _cacheable(skills=[skill.entry() for skill in self._skills])

    async def _get(self, _: ServerRequestContext[Any, Any], asked: SkillUri) -> dict[str, Any]:
        for skill in self._skills:
            if asked.uri == f"{skill.root}/{FILE}":
                return _cacheable(skill=skill.entry())
        raise _unknown(asked.uri, "skill", "skills/list")

    async def _directory(self, _: ServerRequestContext[Any, Any], asked: DirectoryUri) -> dict[str, Any]:
        _one_page(asked)
        for skill in self._skills:
            if (children := skill.children(asked.uri)) is not None:
                return _cacheable(resources=children)
        raise _unknown(asked.uri, "folder of a skill", "resources/list")


def extensions() -> list[Extension]:
    """The extension over the skills that came with this installation; none when there are none or one cannot be read."""
    skills = [Skill(path.parent) for path in sorted(_HOME.glob(f"*/{FILE}"))]
    try:
        [skill.head for skill in skills]
    except (OSError, ValueError) as fault:
        # The tools work without it: a skill that someone edited must not keep the server from starting.
        logging.getLogger(__name__).warning("Skills are not served: SKILL.md below %s: %s.", _HOME, fault)
        return []
    return [Skills(skills)] if skills else []


def _text(path: Path) -> str:
    # Exactly as FileResource serves it: line ends made one, a byte order mark left out.
    return path.read_text(encoding="utf-8-sig")


def _title(path: Path) -> str:
    with path.open(encoding="utf-8-sig") as page:
        return page.readline().lstrip("#").strip()


def _cacheable(**result: Any) -> dict[str, Any]:
    return {**result, "ttlMs": FRESH_MS, "cacheScope": "public"}


def _one_page(asked: PaginatedRequestParams) -> None:
    if asked.cursor is not None:
        raise MCPError(INVALID_PARAMS, "There is one page; no cursor was given out.")


def _unknown(uri: str, kind: str, method: str) -> MCPError:
    return MCPError(INVALID_PARAMS, f"There is no {kind} at {uri}; {method} names those there are.", {"uri": uri})
