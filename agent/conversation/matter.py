"""What the conversation is about: the issue as last prepared, and the escalation it is recorded under."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, Field

from escalation.terms import Language


class Matter(BaseModel):
    """`prepared` holds the arguments of the last prepare_escalation; `said` the words of our own tools' results."""

    escalation_id: str | None = None
    touched: list[str] = Field(default_factory=list[str])
    prepared: dict[str, Any] | None = None
    language: Language | None = None
    said: list[str] = Field(default_factory=list[str])
    brief_shown: bool = False

    def learn(self, tool: str, arguments: Mapping[str, Any], structure: Mapping[str, Any], text: str) -> None:
        """Take in the result of one of our own tools."""
        self.said.append(text)
        if tool == "prepare_escalation":
            self.prepared = dict(arguments)
            self.escalation_id = structure.get("escalation_id")
        elif tool in ("write_brief", "propose_action", "update_escalation", "draft_customer_update"):
            self.escalation_id = structure.get("escalation_id") or arguments.get("escalation_id") or self.escalation_id
        if self.escalation_id and self.escalation_id not in self.touched:
            self.touched.append(self.escalation_id)
