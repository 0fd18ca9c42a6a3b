"""Claims that are the same for every host with a model: what the model was offered, and one whole escalation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evals.hosts import scripts
from evals.hosts.model.asked import Json, Result, ours
from evals.hosts.running import Stage
from evals.hosts.scripts import QUESTION
from evals.hosts.setting import Setting, untouched
from evals.hosts.sheet import Sheet, left_out
from tools.serving.registry import TABLE
from tools.serving.server import INSTRUCTIONS

NAMES = tuple(entry.fn.__name__ for entry in TABLE)
WAY = ("prepare_escalation", "write_brief", "propose_action", "carry_out")
"""The tools of one whole escalation, in order."""


def offered(setting: Setting, sheet: Sheet) -> None:
    """The model was offered every tool, and read the server's instructions."""
    asked = [each.asked for each in setting.model.working]
    found = [name for name in NAMES if asked and asked[-1].offered(name)]
    sheet.claim(
        "tools",
        f"the model is offered all {len(NAMES)} tools",
        found == list(NAMES),
        f"{found} of {len(asked)} requests",
    )
    instructed(setting, sheet)


def instructed(setting: Setting, sheet: Sheet) -> None:
    """The server's instructions reached the model."""
    wanted = "".join(INSTRUCTIONS.split())
    reached = [each for each in setting.model.working if wanted in "".join(each.asked.everything.split())]
    sheet.claim("tools", "the server's instructions reach the model", reached)


def escalated(setting: Setting, stage: Stage, sheet: Sheet, said: str) -> bool:
    """A whole escalation came to its end, and the model saw all of every result on the way. Whether it was posted."""
    results, seen = setting.model.results, [each for each in setting.model.results if each.tool]
    last = next((each for each in reversed(seen) if each.tool.endswith("carry_out")), Result("", ""))
    held = last.value("outcome") == "sent" and bool(last.value("receipt"))
    called = list(dict.fromkeys(stage.traffic.calls()))
    sheet.claim(
        "escalation",
        "a whole escalation: prepared, written, proposed, posted",
        held and called == list(WAY),
        f"{called} {said}",
    )
    ways = [each for each in results if each.tool.endswith(WAY)]
    sheet.sees = " and ".join(sorted({each.half for each in ways}))
    missed = [value for tool in WAY for value in missing(stage, setting.model.results, tool)]
    sheet.claim("results", "the model sees every value of every result", ways and not missed, str(missed[:3]))
    sheet.claim("escalation", "nothing is written where the user works", untouched(stage))
    return held


def asked_in_result(setting: Setting, stage: Stage, sheet: Sheet, command: Sequence[str | Path]) -> None:
    """Where no person can be asked by a form, the result tells the model what to ask."""
    setting.model.begin(scripts.prepares_asking)
    before = len(stage.traffic.forms())
    done = stage.run(*command)
    result = setting.model.results[-1].text if setting.model.results else done.said
    shown = len(stage.traffic.forms()) > before
    asked = QUESTION in result and (not shown or "not confirmed" in result)
    how = (
        "a form that nobody sees is not taken for an answer: the result asks"
        if shown
        else "no forms here: the result asks"
    )
    sheet.claim("forms", how, asked, result)


def missing(stage: Stage, results: list[Result], tool: str) -> list[str]:
    """What the server said in its results of one tool and the model did not see, the newest calls compared."""
    seen = [each for each in results if ours(each.tool, tool)]
    sent = stage.traffic.structures(tool)[-len(seen) :] if seen else []
    if not sent or len(sent) != len(seen):
        return [f"{tool}: {len(sent)} results on the wire, {len(seen)} seen"]
    return [value for shown, said in zip(seen, sent, strict=True) for value in _unseen(shown, said)]


def _unseen(shown: Result, said: Json) -> list[str]:
    if shown.structure is not None:
        return [] if shown.structure == said else [f"another structure of {shown.tool}"]
    return left_out(said, shown.text)
