"""`eval`: how often decision, target, severity, facts and citations are right, on the set that ships or on your own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from escalation.errors import InvalidInput


def evaluate(
    cases: Annotated[
        Path | None, typer.Argument(help="Folder with text/*.jsonl and companies/*/; the set that ships unless given.")
    ] = None,
    predictions: Annotated[
        Path | None,
        typer.Option(
            "--predictions", help="Score this file (one JSON object a line: case, and what brief --json prints)."
        ),
    ] = None,
    maker: Annotated[
        str, typer.Option("--maker", help="built-in (no model), or always (the baseline: escalate, high, engineering).")
    ] = "built-in",
    part: Annotated[str | None, typer.Option("--part", help="dev or sealed; both unless given.")] = None,
    write: Annotated[Path | None, typer.Option("--write", help="Write the table to this file too.")] = None,
) -> None:
    """Score the product, a baseline or predictions made elsewhere against the labelled cases."""
    from evals.judging.data import CASES
    from evals.judging.data import cases as read_cases
    from evals.judging.predictions import MAKERS, predict, read
    from evals.judging.run import report, scores

    if maker not in MAKERS:
        raise InvalidInput(f"There is no maker {maker!r}.", f"Use one of: {', '.join(MAKERS)}.")
    if part not in {None, "dev", "sealed"}:
        raise InvalidInput(f"There is no part {part!r}.", "Use --part dev or --part sealed.")
    if predictions is not None and not predictions.is_file():
        raise InvalidInput(f"There is no file {predictions}.", "Name a file of predictions, one JSON object a line.")
    found = [c for c in read_cases(cases or CASES) if part is None or c.part == part]
    made = read(predictions) if predictions else predict(found, MAKERS[maker])
    text = report(scores(found, made), str(predictions or maker))
    if write is not None:
        write.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
