"""`brief "<issue>"`: the main job in one command, without a model."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from agent import options
from agent.rooms import open_rooms
from escalation.errors import InvalidInput
from escalation.terms import Language

if TYPE_CHECKING:
    from escalation.ruling import Ruling


def brief(
    issue: Annotated[
        str, typer.Argument(help='What is wrong and for whom, in a line or two; "-" reads it from standard input.')
    ],
    account: Annotated[str | None, typer.Option("--account", help="Customer name, id or domain.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="en or zh; the language of the issue unless given.")
    ] = None,
    same: Annotated[
        list[str] | None,
        typer.Option(
            "--same",
            help="A ticket, tracker item or message you read: it is this very issue; or an article that solves it."
            " May be given again.",
        ),
    ] = None,
    apart: Annotated[
        list[str] | None,
        typer.Option(
            "--apart",
            help="One you read: it is something else; or an article that does not solve it. May be given again.",
        ),
    ] = None,
    related: Annotated[
        list[str] | None,
        typer.Option(
            "--related",
            help="A ticket you read: the like of it, or its history; told, not counted. May be given again.",
        ),
    ] = None,
    because: Annotated[
        str | None, typer.Option("--because", help="How you can tell, with --same, --apart or --related.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object: decision, facts, citations, brief.")
    ] = False,
    workspace: options.Workspace = None,
    config: options.Config = None,
    as_of: options.AsOf = None,
) -> None:
    """Write an escalation brief from what the records show, with every figure's source."""
    from prompts.render import phrase
    from tools.desk.desk import Request
    from tools.desk.writing import write

    text = sys.stdin.read() if issue == "-" else issue
    rooms = open_rooms(workspace, config, as_of)
    request = Request(
        text, account=account, language=_language(language), rulings=_rulings(same, apart, related, because)
    )
    prepared = rooms.desk.prepare(request)
    for refusal in prepared.refused:
        sys.stderr.write(refusal + "\n")
    written = write(rooms.desk, prepared.assessment, escalation_id=prepared.escalation_id)
    if as_json:
        from escalation.reading.fence import escaped
        from tools.desk.published import published

        sys.stdout.write(escaped(published(prepared.assessment, written).model_dump_json(indent=2)) + "\n")
        return
    _print(written.markdown)
    if prepared.escalation_id:
        key = "on_record_joined" if prepared.joined else "on_record"
        sys.stderr.write(phrase(key, prepared.assessment.issue.language, escalation=prepared.escalation_id) + "\n")


def _rulings(
    same: list[str] | None, apart: list[str] | None, related: list[str] | None, because: str | None
) -> tuple[Ruling, ...]:
    """Raises `InvalidInput` without a reason, and for a record that is given in two ways."""
    from escalation.ruling import Ruling

    given = [{*(each or ())} for each in (same, apart, related)]
    if twice := sorted(id_ for id_ in set[str]().union(*given) if sum(id_ in each for each in given) > 1):
        raise InvalidInput(f"{', '.join(twice)} cannot be both the same and something else.", "Keep one of the two.")
    if any(given) and not (because or "").strip():
        raise InvalidInput("Records are ruled on without a reason.", 'Say how you can tell: --because "...".')
    ids = dict.fromkeys((*(same or ()), *(apart or ()), *(related or ())))
    return tuple(
        Ruling(record_id=id_, same=id_ in given[0], related=id_ in given[2], reason=because or "") for id_ in ids
    )


LANGUAGES: dict[str | None, Language | None] = {None: None, "en": "en", "zh": "zh"}


def _language(value: str | None) -> Language | None:
    if value not in LANGUAGES:
        raise InvalidInput(f"There is no brief in {value!r}.", "Use --language en or --language zh.")
    return LANGUAGES[value]


def _print(markdown: str) -> None:
    """Rendered for a person at a terminal, plain markdown for a file or a pipe."""
    if not sys.stdout.isatty():
        sys.stdout.write(markdown.rstrip() + "\n")
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(markdown))
