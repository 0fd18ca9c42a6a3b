"""`python -m evals.training.matching`: fits the weights of `escalation/matching/weights.json` on companies with known truth.

`--left-out` instead prints, for each company, what a fit on all others finds there: the honest figure. `--articles` fits only
what tells which article answers. Needs the group `train`.
A logistic regression that starts from earlier weights and stays near them; a sign that speaks for an issue can never count
against it (`signs.json`). One company is never fitted on, so that the figure of the whole can be checked.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from escalation.assess import case_of
from escalation.assessment import Issue
from escalation.context import Context
from escalation.judgement.applicability import invalidity
from escalation.judgement.settling import settling_signs
from escalation.judgement.solutions import FAINT, Matter, article_signs, chance_by, leading
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
from tools.desk.gather import gather
from tools.sample import SAMPLE
from tools.store.location import Location, open_location
from tools.store.workspace import StoreWorkspace

HOME = Path(__file__).parent
WEIGHTS = Path(shipped.__file__).with_name("weights.json")
SCENARIOS = HOME.parents[1] / "tests" / "scenarios"
CHECKED = "lektora"
"""Never fitted on."""

NEARNESS = 0.6
"""Variance allowed around the earlier weights; 0.3 to 1.5 gave the same figures on companies left out."""

BELONGING = 3.0
"""A report that is missed costs three times one that is taken in: there are fifty candidates for one that belongs."""

ANSWERS = 1.5
"""The same for articles: one that answers nothing sends an issue back to support that should be escalated."""

BODIES = 3
"""Sets of reports that each candidate is held against in training."""

HALF_A_YEAR = timedelta(days=170)
"""Older requests sound the same and are left out by their age alone: nothing to learn from."""

Weights = dict[str, dict[str, float]]
Example = tuple[Mapping[str, float], bool]


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


@dataclass(frozen=True)
class Held:
    """The usable articles held against a matter that was found, with their signs by id: no weight of theirs matters here."""

    line: Line
    matter: Matter
    reported: frozenset[str]
    signs: Mapping[str, Mapping[str, float]]


def held(told: Iterable[Line]) -> list[Held]:
    """One that is out of date or meant for others teaches nothing about topics."""
    found: list[Held] = []
    for line in told:
        sifted = sift(line.issue, line.context, Policy(), line.at)
        if (matter := sifted.solutions.matter) is None:
            continue
        tickets, whose = tuple(s.ticket for s in sifted.matched), sifted.affected or line.context.named
        usable = [a for a in line.context.articles if invalidity(a, whose, tickets) is None]
        signs = {a.id: article_signs(a, matter) for a in usable}
        found.append(Held(line, matter, frozenset(t.id for t in tickets), signs))
    return found


def against_articles(matters: Iterable[Held]) -> list[Example]:
    """Each usable article against its matter."""
    return [
        (signs, id_ in each.line.answers)
        for each in matters
        for id_, signs in each.signs.items()
        if id_ not in each.line.aside
    ]


def against_settled(matters: Iterable[Held], counted: Mapping[str, float]) -> list[Example]:
    """The best usable article of each matter by these weights, with what else is known: is it the way out?"""
    found: list[Example] = []
    for each in matters:
        own = {a.id: a for a in each.line.context.articles}
        likely = sorted(
            ((chance_by(signs, counted, own[id_], each.reported), id_) for id_, signs in each.signs.items()),
            key=lambda pair: (-pair[0], pair[1]),
        )
        usable = [(chance, own[id_]) for chance, id_ in likely if chance >= FAINT]
        if usable and usable[0][1].id not in each.line.aside:
            right = each.line.solved and usable[0][1].id in each.line.answers
            found.append((settling_signs(*leading(usable), each.matter.standing, each.matter.customers), right))
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
    """Fits what tells reports in turn, since what grows from the seeds depends on the first; none for the articles alone."""
    made: Weights = {name: dict(part) for name, part in shipped.weights().items()}
    with _using(made):
        for _ in range(rounds):
            made["line"] = fit(against_lines(told), "line")
            made["body"] = fit(against_bodies(told), "body", 1 / BODIES)
        made |= answers_of(held(told))
    return made


def answers_of(matters: Sequence[Held]) -> Weights:
    """The articles' weights, and those of settling: on chances that other companies' weights gave, as they will be met."""
    settled: list[Example] = []
    for name in sorted({each.line.company for each in matters}):
        others = fit(against_articles(x for x in matters if x.line.company != name), "article", missed=ANSWERS)
        settled += against_settled((x for x in matters if x.line.company == name), others)
    whole = fit(against_articles(matters), "article", missed=ANSWERS)
    return {"article": whole, "settling": fit(settled, "settling", missed=ANSWERS)}


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
