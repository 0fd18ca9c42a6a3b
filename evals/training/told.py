"""What the matching is trained on: every line of the companies in view with its candidates, and lines that no record shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from escalation.assessment import Issue
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.matching.signs import Seen
from evals.judging.data import CASES, cases, rows
from evals.judging.predictions import desks
from evals.judging.strangers import LEARNT, strangers
from tools.desk.gather import gather
from tools.sample import SAMPLE
from tools.store.location import Location, open_location
from tools.store.workspace import StoreWorkspace

HOME = Path(__file__).parent
SCENARIOS = HOME.parents[1] / "tests" / "scenarios"

HALF_A_YEAR = timedelta(days=170)
"""Older requests sound the same and are left out by their age alone: nothing to learn from."""


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
    solved: bool = False
    """An article gives a way out."""
    strange: bool = False
    """No record shows it: none of the candidates belongs."""

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


def strange_lines(half: int = LEARNT) -> list[Line]:
    """Lines typed at companies whose records have nothing to do with them."""
    found: list[Line] = []
    none = frozenset[str]()
    for desk, told in strangers(half):
        issue = understand(told.text)
        context = gather(desk.workspace, issue, told.account)
        found.append(Line(told.company, told.key, issue, context, told.at, none, none, none, none, strange=True))
    return found


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
