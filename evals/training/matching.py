"""`python -m evals.training.matching`: fits `escalation/matching/weights.json` on companies with known truth.

`--left-out` instead prints, for each company, what a fit on all others finds there: the honest figure. `--lead` fits only what
tells whether a ticket is about a line at all, `--articles` only which article answers. Needs the group `train`.
One company is never fitted on, so that the figure of the whole can be checked. Reports and lead are fitted with a part of the
lexicon forgotten (`forgetting`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Container, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from escalation.matching import weights as shipped
from escalation.matching.belonging import whose_is_open
from escalation.matching.growing import against, grown, within_reach
from escalation.matching.lead import lead_signs
from escalation.matching.links import links_of
from escalation.matching.scene import Scene, scene_of
from escalation.matching.seeds import fitting, seeds_of
from escalation.policy import Policy
from escalation.sifting import sift
from escalation.weighing import case_of
from evals.judging.strangers import COUNTED
from evals.training.answering import answers_of, held
from evals.training.forgetting import Memory, forgetting
from evals.training.regression import Example, fit
from evals.training.told import Line, lines, strange_lines
from evals.training.unseen import as_unseen

WEIGHTS = Path(shipped.__file__).with_name("weights.json")
CHECKED = "lektora"
"""Never fitted on."""

LEADING = 2.0
"""A ticket that leads and is missed costs twice one that leads wrongly: it is still shown as the customer's open ticket."""

PARTS = ("reports", "lead", "articles")

BODIES = 3
"""Sets of reports that each candidate is held against in training."""

MEASURED = (
    "customers exact", "first report exact", "precision", "recall", "workaround right", "nothing on record: taken for known"
)  # fmt: skip

Weights = dict[str, dict[str, float]]


def scenes(told: Iterable[Line], memory: Memory) -> Iterator[tuple[Line, Scene]]:
    """Each line's scene as it is read with what its company leaves of the lexicon."""
    for line in told:
        if line.issue.ticket_ids or not whose_is_open(line.context):
            memory.turn_to(line.company)
            yield line, scene_of(line.issue, line.context, line.at, links_of(line.context))


def against_lines(told: Iterable[Line], memory: Memory) -> list[Example]:
    return [
        (sc.signs[s.ticket.id], t)
        for line, sc in scenes(told, memory)
        for s in sc.seen
        if (t := line.told(s)) is not None
    ]


def against_bodies(told: Iterable[Line], memory: Memory) -> list[Example]:
    """Against the seeds, against what grew from them, and against the truth."""
    found: list[Example] = []
    for line, sc in scenes(told, memory):
        seeds = seeds_of(sc, line.issue)
        if not seeds:
            continue
        true = [s for s in sc.seen if s.ticket.id in line.belongs]
        for body in ([*seeds], grown(sc, seeds, line.issue)[0], true or seeds):
            near = within_reach(sc, body)
            found += [(against(s, body, sc), t) for s in sc.seen if s in near and (t := line.told(s)) is not None]
    return found


def leading(told: Iterable[Line], memory: Memory) -> list[Example]:
    """The ticket that fits each line best: of a scenario mostly the right one, of a line about nothing on record never."""
    found: list[Example] = []
    for line, sc in scenes(told, memory):
        best = [] if line.issue.ticket_ids else fitting(sc, line.issue)[:1]
        found += [(lead_signs(s, sc, line.issue), t) for s in best if (t := line.told(s)) is not None]
    return found


def trained(told: Sequence[Line], parts: Sequence[str] = PARTS) -> Weights:
    """Fits the named parts, the shipped ones staying for the rest: twice, since what grows depends on the ticket that leads."""
    made: Weights = {name: dict(part) for name, part in shipped.weights().items()}
    with _using(made):
        with forgetting(told) as (read, memory):
            known = [line for line in read if not line.strange]
            for _ in range(2):
                if "reports" in parts:
                    made["line"] = fit(against_lines(known, memory), "line")
                    made["body"] = fit(against_bodies(known, memory), "body", 1 / BODIES)
                if "lead" in parts:
                    made["lead"] = fit(leading(read, memory), "lead", missed=LEADING)
        if "articles" in parts:
            made |= answers_of(held(told))
    return made


def _every(part: str) -> Container[str]:
    return shipped.EVERY


def _using(made: Weights) -> Any:
    """Runs the matching on `made` instead of the weights that ship."""
    return patch.multiple("escalation.matching.weights", current=lambda: made, asked=_every)


def figures(told: Sequence[Line], made: Weights) -> str:
    """Customers affected and first report exactly right, precision and recall of the reports, "is there a way out" right."""
    customers = first = both = counted = belonging = solved = 0
    with _using(made):
        for line in told:
            case = case_of(sift(line.issue, line.context, Policy(), line.at))
            got = {t.id for t in case.reports}
            own = {t.id: t for t in line.context.tickets}
            who = [{own[i].account_id for i in ids if i in own} for ids in (got, line.belongs)]
            when = [min((own[i].created_at for i in ids if i in own), default=None) for ids in (got, line.belongs)]
            customers += who[0] == who[1]
            first += when[0] == when[1]
            solved += bool(case.solutions.valid) == line.solved
            both, counted, belonging = both + len(got & line.belongs), counted + len(got), belonging + len(line.belongs)
    shares = ((customers, len(told)), (first, len(told)), (both, counted), (both, belonging), (solved, len(told)))
    return " | ".join(f"{a}/{b} = {100 * a / max(1, b):.0f}%" for a, b in shares)


def taken_for_known(told: Sequence[Line], made: Weights) -> str:
    """Lines about nothing on record for which reports were found all the same."""
    with _using(made):
        taken = sum(bool(sift(line.issue, line.context, Policy(), line.at).matched) for line in told)
    return f"{taken}/{len(told)}"


def main(arguments: list[str]) -> int:
    """Exit code 0; the file is replaced only when the fit is complete."""
    every = [*lines(), *strange_lines()]
    parts = [part for part in PARTS if f"--{part}" in arguments] or PARTS
    if "--left-out" in arguments:
        counted = strange_lines(COUNTED)
        sys.stdout.write(f"| company left out | {' | '.join(MEASURED)} |\n| {'--- | ' * (len(MEASURED) + 1)}\n")
        for name in sorted({line.company for line in every if not line.strange}):
            made = trained([x for x in every if x.company not in {name, CHECKED}], parts)
            with as_unseen(name):
                row = figures([x for x in every if x.company == name and not x.strange], made)
            strange = taken_for_known([x for x in counted if x.company == name], made)
            sys.stdout.write(f"| {name} | {row} | {strange} |\n")
            sys.stdout.flush()
        return 0
    made = trained([x for x in every if x.company != CHECKED], parts)
    WEIGHTS.write_text(json.dumps({k: dict(sorted(v.items())) for k, v in made.items()}, indent=1) + "\n", "utf-8")
    sys.stdout.write(f"fitted on {sum(x.company != CHECKED for x in every)} lines\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
