"""What a person starts with: a short order of work for the model, in the person's language."""

from __future__ import annotations

from typing import Literal, get_args

from escalation.terms import Language
from prompts.render import render

Starter = Literal[
    "customer_escalation",
    "customer_update",
    "whats_due",
    "shift_handover",
    "de_escalate",
    "close_escalation",
    "recover_relationship",
]
STARTERS: tuple[Starter, ...] = get_args(Starter)
_GIVEN = ("issue", "escalation_id", "account", "team", "phase", "why", "learned", "wish")


def starter(name: Starter, language: Language, **typed: str) -> str:
    """The text of a prompt; `typed` is what the person filled in, shown as data. Raises TypeError for another field."""
    if unknown := typed.keys() - set(_GIVEN):
        raise TypeError(f"no starter takes {sorted(unknown)}")
    given = {field: typed.get(field, "").strip() for field in _GIVEN}
    return render(f"starters/{name}.md.j2", language, **given)
