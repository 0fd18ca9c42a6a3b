"""`eval`: how often decision, target, severity, facts and citations are right, on the set that ships or on your own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from agent import options
from escalation.errors import InvalidInput

if TYPE_CHECKING:
    from evals.judging.predictions import Maker


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
    model: Annotated[
        str | None, typer.Option("--model", help="Have the conversation with this model make the predictions.")
    ] = None,
    skill_only: Annotated[
        bool, typer.Option("--skill-only", help="With --model: the skill's text alone, no tools and no records.")
    ] = False,
    config: options.Config = None,
    first: Annotated[
        int | None, typer.Option("--first", min=1, help="Only so many cases of each part: a model costs money.")
    ] = None,
    save: Annotated[
        Path | None, typer.Option("--save", help="Write each prediction, with its time and cost, to this file.")
    ] = None,
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
    if first is not None:
        found = [c for name in ("dev", "sealed") for c in [c for c in found if c.part == name][:first]]
    chosen = _by_model(model, config, skill_only=skill_only) if model or skill_only else MAKERS[maker]
    made = read(predictions) if predictions else predict(found, chosen)
    title = f"{model}{', the skill alone' if skill_only else ''}" if model else maker
    text = report(scores(found, made), str(predictions or title))
    if save is not None:
        save.write_text("".join(p.model_dump_json() + "\n" for p in made), encoding="utf-8")
    if write is not None:
        write.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _by_model(model: str | None, config: str | None, *, skill_only: bool) -> Maker:
    """Raises `InvalidInput` without a model or a key, `PolicyInvalid` for wrong settings."""
    from agent.conversation.settings import has_key, load
    from tools.serving.logs import to_stderr

    if model is None:
        raise InvalidInput("--skill-only needs a model.", "Name one with --model.")
    to_stderr()
    settings = load(config).model_copy(update={"model": model})
    if not has_key():
        raise InvalidInput("No key for a model is set.", "Set ANTHROPIC_API_KEY, or leave --model out.")
    if skill_only:
        from agent.conversation.skill_alone import skill_alone

        return skill_alone(settings)
    from agent.conversation.judged import by_model

    return by_model(settings)
