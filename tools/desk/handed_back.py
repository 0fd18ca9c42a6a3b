"""What was answered since the team handed an escalation back: it no longer lacks that, though it has not taken it yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from escalation.register.events import Event


def answered_since(log: Iterable[Event], answers: Mapping[str, str]) -> frozenset[str]:
    """Ids of questions whose answer in `answers` was not there when the team last handed it back."""
    known: Mapping[str, str] = {}
    then: Mapping[str, str] = {}
    for event in log:
        request = event.data.get("request")
        if event.what == "bounced":
            then = known
        elif isinstance(request, dict) and event.what != "joined":
            said = cast("dict[str, Any]", request).get("answers")
            known = cast("dict[str, str]", said) if isinstance(said, dict) else {}
    return frozenset(question for question, answer in answers.items() if then.get(question) != answer)
