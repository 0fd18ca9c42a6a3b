"""What any question needs, whatever the workspace."""

from __future__ import annotations

from importlib import import_module
from typing import get_args

from escalation.terms import Language

_LINE = "API calls return 500 errors since this morning"


def load() -> None:
    """Loads the judgement with its rules, tables and words. Before an import, since what an import frees goes back to the system
    only where nothing that stays was put into it meanwhile."""
    from escalation.reading.line.reading import outcomes_of
    from escalation.reading.signals.polarity import compile_rules
    from prompts.render import compile_phrases

    import_module("tools.desk.desk")
    compile_rules()
    outcomes_of(_LINE)
    for language in get_args(Language):
        compile_phrases(language)
