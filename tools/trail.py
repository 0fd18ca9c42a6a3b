"""The whole record of one escalation for whoever has to show it: JSON with every field, or Markdown to read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from escalation.errors import InvalidInput
from escalation.reading.fence import visible
from escalation.register import Event
from tools import instants
from tools.quoting import bare


def exported(events: Sequence[Event], form: str) -> str:
    """Every event, oldest first. Raises `InvalidInput` for a form that is none of `FORMS`."""
    if form not in FORMS:
        raise InvalidInput(f"There is no trail in {form!r}.", f"Use one of: {', '.join(FORMS)}.")
    return FORMS[form](events)


def _json(events: Sequence[Event]) -> str:
    return json.dumps([event.model_dump(mode="json") for event in events], ensure_ascii=False, indent=2) + "\n"


def _markdown(events: Sequence[Event]) -> str:
    return f"# {events[0].escalation_id}\n\n" + "\n".join(_section(event) for event in events)


def _section(event: Event) -> str:
    why = f"{bare(event.why)}\n\n" if event.why else ""
    said = "".join(f"- {name}: {_shown(value)}\n" for name, value in event.data.items() if value not in (None, "", []))
    at = instants.said(event.at)
    return f"## {event.seq} · {at} · {bare(event.who)} · {event.what}\n\n{why}{said}"


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # A text of several lines stays under its bullet.
    return visible(text).replace("\n", "\n  ")


FORMS: Mapping[str, Callable[[Sequence[Event]], str]] = {"json": _json, "markdown": _markdown}
