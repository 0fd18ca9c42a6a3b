"""What is kept where nobody reads it: a post in a workspace that has no chat."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from escalation.actions.action import ActionKind
    from escalation.evidence import Coverage
    from escalation.terms import Category

_READ_IN: dict[ActionKind, tuple[Category, str]] = {
    "post_to_channel": ("chat", "chat"),
    "create_tracker_item": ("project_tracker", "tracker"),
    "draft_article": ("knowledge_base", "knowledge base"),
}


def unread(kind: ActionKind, known: Iterable[Coverage]) -> tuple[str, ...]:
    """One line where nothing is connected that such an act would be read in; none otherwise."""
    category, name = _READ_IN.get(kind, (None, ""))
    if not any(line.category == category and line.state == "not_connected" for line in known):
        return ()
    return (f"No {name} is connected: this is kept in this workspace alone. Copy it to where it is read.",)
