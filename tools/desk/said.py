"""When what is on record was said: "today" in an answer of Monday is no day later, however often the issue is judged anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from escalation.register.events import Event
from tools.desk.request import LINE, from_data


def said_at(events: Iterable[Event]) -> dict[str, datetime]:
    """Of the requests on a record: when the line was typed, under `LINE`, and each answer given as it now is, by question id.

    What joined is somebody else's. Raises `InvalidInput` where a request cannot be read.
    """
    found: dict[str, datetime] = {}
    known: dict[str, str] = {}
    for event in events:
        if "request" not in event.data or event.what == "joined":
            continue
        request = from_data(event.data["request"])
        found.setdefault(LINE, event.at)
        found |= {q: event.at for q, answer in request.answers.items() if known.get(q) != answer}
        known |= request.answers
    return found
