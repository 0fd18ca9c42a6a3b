"""`python -m evals.training.matching [--lead]`: fits `escalation/matching/weights.json` on companies with known truth.

`--left-out` instead prints, for each company, what a fit on all others finds there: the honest figure. Needs the group `train`.
A logistic regression that starts from earlier weights and stays near them; a sign that speaks for an issue can never count
against it (`signs.json`). One company is never fitted on, so that the figure of the whole can be checked.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from escalation.assess import case_of
from escalation.judgement.applicability import invalidity
from escalation.judgement.solutions import article_signs
from escalation.matching import weights as shipped
from escalation.matching.belonging import whose_is_open
from escalation.matching.growing import against, fitting, grown, seeds_of, within_reach
from escalation.matching.lead import lead_signs
from escalation.matching.links import links_of
from escalation.matching.scene import Scene, scene_of
from escalation.policy import Policy
from escalation.sifting import sift
from evals.training.told import HOME, LEARNT, Line, lines, strange_lines

WEIGHTS = Path(shipped.__file__).with_name("weights.json")
CHECKED = "lektora"
"""Never fitted on."""

NEARNESS = 0.6
"""Variance allowed around the earlier weights; 0.3 to 1.5 gave the same figures on companies left out."""

BELONGING = 3.0
"""A report that is missed costs three times one that is taken in: there are fifty candidates for one that belongs."""

ANSWERS = 1.5
"""The same for articles: one that answers nothing sends an issue back to support that should be escalated."""

LEADING = 2.0
"""The same for the ticket that a line is taken to be about: what is missed is still shown as the customer's open ticket."""

BODIES = 3
"""Sets of reports that each candidate is held against in training."""

MEASURED = (
    "customers exact", "first report exact", "precision", "recall", "workaround right", "nothing on record: taken for known"
)  # fmt: skip

Weights = dict[str, dict[str, float]]
Example = tuple[Mapping[str, float], bool]


def scenes(told: Iterable[Line]) -> Iterator[tuple[Line, Scene]]:
    for line in told:
        if line.issue.ticket_ids or not whose_is_open(line.context):
            yield line, scene_of(line.issue, line.context, line.at, links_of(line.context))


def against_lines(told: Iterable[Line]) -> list[Example]:
    return [(sc.signs[s.ticket.id], t) for line, sc in scenes(told) for s in sc.seen if (t := line.told(s)) is not None]


def against_bodies(told: Iterable[Line]) -> list[Example]:
    """Against the seeds, against what grew from them, and against the truth."""
    found: list[Example] = []
    for line, sc in scenes(told):
        seeds = seeds_of(sc, line.issue)
        if not seeds:
            continue
        true = [s for s in sc.seen if s.ticket.id in line.belongs]
        for body in ([*seeds], grown(sc, seeds, line.issue)[0], true or seeds):
            near = within_reach(sc, body)
            found += [(against(s, body, sc), t) for s in sc.seen if s in near and (t := line.told(s)) is not None]
    return found


def leading(told: Iterable[Line]) -> list[Example]:
    """The ticket that fits each line best: of a scenario mostly the right one, of a line about nothing on record never."""
    found: list[Example] = []
    for line, sc in scenes(told):
        best = [] if line.issue.ticket_ids else fitting(sc, line.issue)[:1]
        found += [(lead_signs(s, sc, line.issue), t) for s in best if (t := line.told(s)) is not None]
    return found


def against_articles(told: Iterable[Line]) -> list[Example]:
    """Articles against the matter that was found; one that is out of date or meant for others teaches nothing about topics."""
    found: list[Example] = []
    for line in told:
        sifted = sift(line.issue, line.context, Policy(), line.at)
        if (matter := sifted.solutions.matter) is None:
            continue
        tickets = tuple(s.ticket for s in sifted.matched)
        usable = [
            a for a in line.context.articles if invalidity(a, sifted.affected or line.context.named, tickets) is None
        ]
        found += [(article_signs(a, matter), a.id in line.answers) for a in usable if a.id not in line.aside]
    return found


def fit(examples: Sequence[Example], part: str, share: float = 1.0, missed: float = BELONGING) -> dict[str, float]:
    """Weights by sign; `share` is what each example counts, `missed` what a right one costs that is missed.

    Raises `ModuleNotFoundError` outside the group `train`.
    """
    np, optimize = import_module("numpy"), import_module("scipy.optimize")
    rules = json.loads((HOME / "signs.json").read_text(encoding="utf-8"))[part]
    names = sorted({name for signs, _ in examples for name in signs} - {"bias"})
    columns = [*names, "bias"]
    prior = np.array([rules["prior"].get(n, 0.0) for n in columns])
    matrix = np.array([[signs.get(n, 0.0) for n in names] + [1.0] for signs, _ in examples])
    right = np.array([float(t) for _, t in examples])
    cost = share * np.where(right == 1.0, missed, 1.0)
    hold = np.array([1.0] * len(names) + [0.05]) / NEARNESS

    def loss(at: Any) -> tuple[float, Any]:
        total = matrix @ at
        off = np.sum(cost * (np.logaddexp(0, total) - right * total)) + 0.5 * np.sum(hold * (at - prior) ** 2)
        return off, matrix.T @ (cost * (1 / (1 + np.exp(-total)) - right)) + hold * (at - prior)

    bounds = [_bounds(n, rules) for n in columns]
    start = [max(low, min(high, p)) for p, (low, high) in zip(prior, bounds, strict=True)]
    best = optimize.minimize(loss, np.array(start), jac=True, method="L-BFGS-B", bounds=bounds).x
    return {n: round(float(w), 2) for n, w in zip(columns, best, strict=True) if abs(w) >= 0.02}


def _bounds(name: str, rules: Mapping[str, Any]) -> tuple[float, float]:
    low, high = (0.0, 99.0) if name in rules["for"] else (-99.0, 0.0) if name in rules["against"] else (-99.0, 99.0)
    least = rules["at_least"].get(name)
    if least is None:
        return low, high
    return (least, high) if least > 0 else (low, least)


def trained(told: Sequence[Line], rounds: int = 2) -> Weights:
    """Fits both parts in turn, since what grows from the seeds depends on the first."""
    made: Weights = {name: dict(part) for name, part in shipped.weights().items()}
    known = [line for line in told if not line.strange]
    with _using(made):
        for _ in range(rounds):
            made["line"] = fit(against_lines(known), "line")
            made["body"] = fit(against_bodies(known), "body", 1 / BODIES)
            made["lead"] = fit(leading(told), "lead", missed=LEADING)
        made["article"] = fit(against_articles(known), "article", missed=ANSWERS)
    return made


def led(told: Sequence[Line]) -> Weights:
    """The shipped weights with only the part anew that says whether a ticket is about a line at all."""
    made: Weights = {name: dict(part) for name, part in shipped.weights().items()}
    return {**made, "lead": fit(leading(told), "lead", missed=LEADING)}


def _using(made: Weights) -> Any:
    """Runs the matching on `made` instead of the weights that ship."""
    return patch.multiple("escalation.matching.weights", current=lambda: made)


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
    """Exit code 0; the file is replaced only when the fit is complete. `--lead` fits only that part anew."""
    every = [*lines(), *strange_lines()]
    if "--left-out" in arguments:
        counted = strange_lines(1 - LEARNT)
        sys.stdout.write(f"| company left out | {' | '.join(MEASURED)} |\n| {'--- | ' * (len(MEASURED) + 1)}\n")
        for name in sorted({line.company for line in every if not line.strange}):
            made = (led if "--lead" in arguments else trained)([x for x in every if x.company not in {name, CHECKED}])
            row = figures([x for x in every if x.company == name and not x.strange], made)
            strange = taken_for_known([x for x in counted if x.company == name], made)
            sys.stdout.write(f"| {name} | {row} | {strange} |\n")
            sys.stdout.flush()
        return 0
    made = (led if "--lead" in arguments else trained)([x for x in every if x.company != CHECKED])
    WEIGHTS.write_text(json.dumps({k: dict(sorted(v.items())) for k, v in made.items()}, indent=1) + "\n", "utf-8")
    sys.stdout.write(f"fitted on {sum(x.company != CHECKED for x in every)} lines\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
