"""The whole record of one escalation for whoever has to show it: JSON with every field, or Markdown to read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from escalation.errors import InvalidInput
from escalation.evidence import Evidence
from escalation.reading.fence import escaped, visible
from escalation.register.events import Event
from tools import instants
from tools.serving.quoting import bare


def exported(events: Sequence[Event], form: str) -> str:
    """Every event, oldest first. Raises `InvalidInput` for a form that is none of `FORMS`."""
    if form not in FORMS:
        raise InvalidInput(f"There is no trail in {form!r}.", f"Use one of: {', '.join(FORMS)}.")
    return FORMS[form](events)


def _json(events: Sequence[Event]) -> str:
    whole = [event.model_dump(mode="json") for event in events]
    return escaped(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _markdown(events: Sequence[Event]) -> str:
    return visible(f"# {events[0].escalation_id}\n\n" + "\n".join(_section(event) for event in events))


def _section(event: Event) -> str:
    why = f"{bare(event.why)}\n\n" if event.why else ""
    said = "".join(f"- {name}: {_shown(value)}\n" for name, value in event.data.items() if value not in (None, "", []))
    at = instants.said(event.at)
    return f"## {event.seq} · {at} · {bare(event.who)} · {event.what}\n\n{why}{said}"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return _listed(cast("list[object]", value))
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    # A text of several lines stays under its bullet.
    return visible(text).replace("\n", "\n  ")


def _listed(values: list[object]) -> str:
    """Ids on one line; pieces of evidence one under the other, as a person reads them."""
    pieces = [Evidence.model_validate(each) for each in values if isinstance(each, dict) and "quotation" in each]
    if not pieces:
        return visible(
            ", ".join(each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in values)
        )
    lines = (f"{e.id} {e.source} {e.record_id}: “{bare(e.quotation)}”" for e in pieces)
    return "".join(f"\n  - {visible(line)}" for line in lines)


FORMS: Mapping[str, Callable[[Sequence[Event]], str]] = {"json": _json, "markdown": _markdown}
