"""A conversation on disk: messages, what it used and what it is about; secrets masked, written whole after every step."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field, ValidationError

from agent.conversation.counting import Used
from agent.conversation.matter import Matter
from escalation.errors import InvalidInput, NotFound
from escalation.terms import Language
from tools.store.location import state_root

Message = dict[str, Any]
_NAME = re.compile(r"C-(\d{4,})")


class Transcript(BaseModel):
    """`used` is by escalation id; what was used before any escalation was open stands under ""."""

    id: str
    workspace: str
    model: str
    language: Language
    started: datetime
    updated: datetime
    matter: Matter = Field(default_factory=Matter)
    used: dict[str, Used] = Field(default_factory=dict[str, Used])
    messages: list[Message] = Field(default_factory=list[Message])
    lasting: bool = Field(default=True, exclude=True)
    """False where the conversation is held to be measured: nothing is written."""

    @property
    def whole(self) -> Used:
        return sum(self.used.values(), Used())

    def count(self, spent: Used) -> None:
        """Adds to the escalation that is talked about now; what led to its opening belongs to it."""
        key = self.matter.escalation_id or ""
        if key and "" in self.used:
            self.used[key] = self.used.get(key, Used()) + self.used.pop("")
        self.used[key] = self.used.get(key, Used()) + spent

    def save(self) -> None:
        """Whole or not at all, for this user's eyes only."""
        if not self.lasting:
            return
        path = _path(self.id)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_suffix(".new")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(json.dumps(self.model_dump(mode="json"), ensure_ascii=False))
        fresh.replace(path)


def begin(workspace: str, model: str, language: Language, now: datetime) -> Transcript:
    """A new conversation under the next free id."""
    taken = [int(match[1]) for path in _folder().glob("C-*.json") if (match := _NAME.fullmatch(path.stem))]
    return Transcript(
        id=f"C-{max(taken, default=0) + 1:04d}",
        workspace=workspace,
        model=model,
        language=language,
        started=now,
        updated=now,
    )


def resume(id_: str, workspace: str, model: str) -> Transcript:
    """An earlier conversation, ready to go on. Raises `NotFound`, and `InvalidInput` when it was held over other records."""
    name = id_.strip().upper()
    path = _path(name)
    if not _NAME.fullmatch(name) or not path.is_file():
        known = ", ".join(sorted(p.stem for p in _folder().glob("C-*.json"))[-5:]) or "none"
        raise NotFound(f"There is no conversation {id_[:40]!r}.", f"The latest are: {known}.")
    try:
        found = Transcript.model_validate_json(path.read_text(encoding="utf-8"))
    except (ValidationError, UnicodeDecodeError) as fault:
        raise InvalidInput(
            f"{path} cannot be read.", "Start a new conversation; its escalations are on record."
        ) from fault
    if found.workspace != workspace:
        raise InvalidInput(
            f"{found.id} was held over {found.workspace}, not over {workspace}.", "Name that one with --workspace."
        )
    if found.model != model:
        # A model takes back no other model's thoughts.
        found.messages = [_unthought(message) for message in found.messages]
    found.messages = closed(found.messages)
    found.model = model
    return found


def closed(messages: Sequence[Message]) -> list[Message]:
    """The same with an answer to every tool call: the API refuses a call without one, and one may have been cut short."""
    made: list[Message] = []
    for index, message in enumerate(messages):
        made.append(message)
        calls = [block["id"] for block in blocks(message) if block.get("type") == "tool_use"]
        following = blocks(messages[index + 1]) if index + 1 < len(messages) else []
        answered = {block.get("tool_use_id") for block in following if block.get("type") == "tool_result"}
        if calls and not answered:
            made.append({"role": "user", "content": [_unfinished(call) for call in calls]})
    return made


def blocks(message: Message) -> list[dict[str, Any]]:
    content = message["content"]
    return [{"type": "text", "text": content}] if isinstance(content, str) else list(content)


def _unfinished(call: str) -> dict[str, Any]:
    text = "Interrupted by the person before it was done. Look at get_escalation for what is on record."
    return {"type": "tool_result", "tool_use_id": call, "is_error": True, "content": text}


def _unthought(message: Message) -> Message:
    kept = [b for b in blocks(message) if b.get("type") not in ("thinking", "redacted_thinking")]
    return {**message, "content": kept or "…"}


def _folder() -> Path:
    return state_root() / "conversations"


def _path(id_: str) -> Path:
    return _folder() / f"{id_}.json"
