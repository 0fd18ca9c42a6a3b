"""`python -m evals.training.matching`: fits the weights of `escalation/matching/weights.json` on companies with known truth.

`--left-out` instead prints, for each company, what a fit on all others finds there: the honest figure. `--articles` fits only
what tells which article answers. Needs the group `train`.
A logistic regression that starts from earlier weights and stays near them; a sign that speaks for an issue can never count
against it (`signs.json`). One company is never fitted on, so that the figure of the whole can be checked.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from escalation.assess import case_of
from escalation.assessment import Issue
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.matching import weights as shipped
from escalation.matching.belonging import whose_is_open
from escalation.matching.growing import against, grown, seeds_of, within_reach
from escalation.matching.links import links_of
from escalation.matching.scene import Scene, scene_of
from escalation.matching.signs import Seen
from escalation.policy import Policy
from escalation.sifting import sift
from evals.judging.data import CASES, cases, rows
from evals.judging.predictions import desks
from evals.training.answering import answers_of, held
from evals.training.regression import Example, fit
from tools.desk.gather import gather
from tools.sample import SAMPLE
from tools.store.location import Location, open_location
from tools.store.workspace import StoreWorkspace

HOME = Path(__file__).parent
WEIGHTS = Path(shipped.__file__).with_name("weights.json")
SCENARIOS = HOME.parents[1] / "tests" / "scenarios"
CHECKED = "lektora"
"""Never fitted on."""

BODIES = 3
"""Sets of reports that each candidate is held against in training."""

HALF_A_YEAR = timedelta(days=170)
"""Older requests sound the same and are left out by their age alone: nothing to learn from."""

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Line:
    """One typed line with its candidates: those that belong, and those that a brief may cite all the same."""

    company: str
    key: str
    issue: Issue
    context: Context
    at: datetime
    belongs: frozenset[str]
    may: frozenset[str]
    answers: frozenset[str]
    """Articles that a brief must cite, ..."""
    aside: frozenset[str]
    """... and that it may."""
    solved: bool
    """An article gives a way out."""

    def told(self, s: Seen) -> bool | None:
        """Whether a candidate belongs; None where the truth teaches nothing."""
        if s.ticket.id in self.belongs:
            return True
        stale = self.issue.kind == "feature" and self.at - s.ticket.created_at > HALF_A_YEAR
        return None if s.ticket.id in self.may or stale else False


def lines() -> list[Line]:
    """Every line of the companies in view: those of the dev part and those beside this file."""
    found: list[Line] = []
    for root in (CASES, HOME):
        given = [c for c in cases(root) if c.company is not None and c.part == "dev"]
        for folder in sorted({c.company for c in given if c.company}):
            truth = {row["id"]: row["belongs"] for row in rows(folder / "scenarios.jsonl")}
            facts = {row["id"]: row["facts"] for row in rows(folder / "truth.jsonl")}
            with desks(folder) as desk_at:
                for c in (c for c in given if c.company == folder):
                    if (label := c.scenario) is None:
                        continue
                    belongs = frozenset(truth[label.id])
                    may = frozenset(i for ids in label.may_cite.values() for i in ids) - belongs
                    issue = understand(c.text)
                    context = gather(desk_at(label.as_of).workspace, issue, c.account)
                    answers, aside = (frozenset(kind.get("kb", ())) for kind in (label.must_cite, label.may_cite))
                    solved = bool(facts[label.id]["kb_workaround_exists"])
                    line = Line(folder.name, c.key, issue, context, label.as_of, belongs, may, answers, aside, solved)
                    found.append(line)
    return [*found, *_sample()]


def _sample() -> list[Line]:
    """The sample company's scenarios, whose truth its tests hold: requests count that may be cited, a past complained of not."""
    found: list[Line] = []
    with TemporaryDirectory() as scratch:
        engine, _ = open_location(Location("folder", str(Path(scratch) / "sample.db"), SAMPLE))
        for path in sorted(SCENARIOS.glob("*.json")):
            truth = json.loads(path.read_text(encoding="utf-8"))
            at = datetime.fromisoformat(truth["as_of"])
            must, may = (frozenset[str](truth[kind]["tickets"]) for kind in ("cited", "may_cite"))
            answers, aside = (frozenset[str](truth[kind]["kb"]) for kind in ("cited", "may_cite"))
            solved = bool(truth["facts"]["kb_workaround_exists"])
            if truth["facts"]["affected_customers"] > len(must):
                must = must | may
            for tongue, text in truth["issue"].items():
                issue = understand(text)
                context = gather(StoreWorkspace(engine, now=at), issue)
                open_ = frozenset(t.id for t in context.tickets if not t.solved)
                belongs = must & open_ if issue.kind == "relationship" and must & open_ else must
                may = (may | must) - belongs
                key = f"{path.stem}/{tongue}"
                found.append(Line("sample", key, issue, context, at, belongs, may, answers, aside, solved))
        engine.dispose()
    return found


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


def trained(told: Sequence[Line], rounds: int = 2) -> Weights:
    """Fits what tells reports in turn, since what grows from the seeds depends on the first; none for the articles alone."""
    made: Weights = {name: dict(part) for name, part in shipped.weights().items()}
    with _using(made):
        for _ in range(rounds):
            made["line"] = fit(against_lines(told), "line")
            made["body"] = fit(against_bodies(told), "body", 1 / BODIES)
        made |= answers_of(held(told))
    return made


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


def main(arguments: list[str]) -> int:
    """Exit code 0; the file is replaced only when the fit is complete."""
    every = lines()
    rounds = 0 if "--articles" in arguments else 2
    names = sorted({line.company for line in every})
    if "--left-out" in arguments:
        sys.stdout.write(
            "| company left out | customers exact | first report exact | precision | recall | workaround right |\n"
        )
        sys.stdout.write("| --- | --- | --- | --- | --- | --- |\n")
        for name in names:
            made = trained([x for x in every if x.company not in {name, CHECKED}], rounds)
            row = figures([x for x in every if x.company == name], made)
            sys.stdout.write(f"| {name} | {row} |\n")
            sys.stdout.flush()
        return 0
    made = trained([x for x in every if x.company != CHECKED], rounds)
    WEIGHTS.write_text(json.dumps({k: dict(sorted(v.items())) for k, v in made.items()}, indent=1) + "\n", "utf-8")
    sys.stdout.write(f"fitted on {sum(x.company != CHECKED for x in every)} lines\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
