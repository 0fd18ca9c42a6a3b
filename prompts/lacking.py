"""What a team lacks, as it is called in a sentence."""

from __future__ import annotations

from escalation.terms import Language
from prompts.plain import disarm
from prompts.render import phrase, phrases


def item(lack: str, language: Language) -> str:
    """An item of the team's list by its name, anything else in the team's own words."""
    key = f"item_{lack}"
    return phrase(key, language) if key in phrases(language) else disarm(lack)
