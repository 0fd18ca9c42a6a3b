"""Options that every command shares, said once."""

from __future__ import annotations

from typing import Annotated

import typer

from escalation.errors import InvalidInput
from escalation.terms import Language

Workspace = Annotated[
    str | None,
    typer.Option(
        "--workspace",
        help="Folder of records, database file or URL. Default: your own workspace, or the sample company until there is one.",
        envvar="CUSTOMER_ESCALATION_WORKSPACE",
        show_envvar=False,
    ),
]
Config = Annotated[str | None, typer.Option("--config", help="Path of customer-escalation.toml.")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="The instant that stands for now, such as 2026-11-20T16:15:00+08:00.")
]


def language(value: str | None) -> Language | None:
    """Raises `InvalidInput` for a language that nothing is written in."""
    if value not in LANGUAGES:
        raise InvalidInput(f"Nothing is written in {value!r}.", "Use --language en or --language zh.")
    return LANGUAGES[value]


LANGUAGES: dict[str | None, Language | None] = {None: None, "en": "en", "zh": "zh"}
