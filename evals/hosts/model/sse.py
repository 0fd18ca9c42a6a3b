"""Server-sent events as text."""

from __future__ import annotations

import json

from evals.hosts.model.asked import Json


def event(data: Json) -> str:
    """One event; its name is the `type` of its data, where there is one."""
    name = f"event: {data['type']}\n" if "type" in data else ""
    return f"{name}data: {json.dumps(data, ensure_ascii=False)}\n\n"
