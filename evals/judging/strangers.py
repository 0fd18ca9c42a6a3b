"""Lines about what no record shows, typed at companies whose records are full: nothing there may be taken for it.

Scenarios cannot show this fault, since a scenario is always on record. So lines of the dev part, written for other products, are
typed for a customer who has something open, or for nobody. The records have nothing to do with them but for chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from escalation.judgement.understand import understand
from escalation.ports import Workspace
from evals.judging.data import CASES, Label, cases
from evals.judging.predictions import desks
from evals.judging.table import share
from tools.desk.desk import Desk, Request

LATEST = 150
"""Tickets among whose open ones a customer is drawn: whoever has an open ticket is the most easily mistaken."""

LEARNT, COUNTED = 0, 1
"""The half that the training learns from, and the one that is only counted."""

DRAWN = 120
"""Lines for each company."""

NAMED = 3
"""Of so many lines all but one are typed for a customer."""


@dataclass(frozen=True)
class Stranger:
    """A line at a company that has nothing on it. `account` is whom it was typed for, None for nobody."""

    company: str
    key: str
    text: str
    account: str | None
    at: datetime
    label: Label


def strangers(half: int, root: Path = CASES) -> Iterator[tuple[Desk, Stranger]]:
    """Each company in view with half (0 or 1) of its `DRAWN` lines, and a desk over its records beside each.

    The draw depends on line and company alone, so that it is the same each time.
    """
    typed = [c for c in cases(root) if c.part == "dev" and c.company is None and c.account is None]
    typed = [c for c in typed if not understand(c.text).ticket_ids]
    for folder, at in sorted(_companies(root).items()):
        with desks(folder) as desk_at:
            desk = desk_at(at)
            waiting = _customers_waiting(desk.workspace)
            drawn = sorted(typed, key=lambda c: _draw(folder.name, c.key))[:DRAWN]
            for number, case in enumerate(drawn[half::2]):
                account = waiting[_draw(case.key, folder.name) % len(waiting)] if waiting and number % NAMED else None
                yield desk, Stranger(folder.name, case.key, case.text, account, at, case.label)


def _companies(root: Path) -> dict[Path, datetime]:
    found = [c for c in cases(root) if c.company is not None and c.part == "dev"]
    return {c.company: c.scenario.as_of for c in found if c.company and c.scenario}


def _draw(*of: str) -> int:
    """A number that looks drawn and is the same each time."""
    return int.from_bytes(sha256("/".join(of).encode()).digest()[:6])


def _customers_waiting(workspace: Workspace) -> list[str]:
    latest = [hit.record for hit in workspace.search_tickets(limit=LATEST)]
    ids = dict.fromkeys(t.account_id for t in latest if t.account_id and not t.solved)
    return sorted(a.name for a in workspace.accounts(ids))


@dataclass(frozen=True)
class Outcome:
    """What became of a line about nothing on record: were reports taken for it, was an article, is it decided as labelled?"""

    company: str
    named: bool
    taken: bool
    answered: bool
    decided: bool


def outcomes() -> Iterator[Outcome]:
    """One for each line of the counted half."""
    for desk, told in strangers(COUNTED):
        found = desk.assess(Request(told.text, account=told.account))
        decided = found.decision in {told.label.decision, *told.label.decision_accepted}
        yield Outcome(told.company, told.account is not None, bool(found.matched), found.solution is not None, decided)


def section(found: Sequence[Outcome]) -> str:
    """The outcomes as Markdown."""
    groups = (
        ("all", found),
        ("for a customer", [o for o in found if o.named]),
        ("for nobody", [o for o in found if not o.named]),
    )
    rows: tuple[tuple[str, Callable[[Outcome], bool]], ...] = (
        ("reports taken for it", lambda o: o.taken),
        ("an article taken for its answer", lambda o: o.answered),
        ("decided as the line alone is to be", lambda o: o.decided),
    )  # fmt: skip
    lines = [f"| | {' | '.join(f'{name} ({len(of)})' for name, of in groups)} |", f"| --- |{' --- |' * len(groups)}"]
    for name, holds in rows:
        shares = [share(sum(map(holds, of)), len(of)) for _, of in groups]
        lines.append(f"| {name} | {' | '.join(shares)} |")
    return "\n".join([HEADING, *lines]) + "\n"


HEADING = """## Lines about what no record shows

A scenario is always on record, so the tables above cannot tell what happens to a line that is not. Here lines written for
other products are typed at the companies in view, for a customer who has something open or for nobody: hardly any report
there has to do with them, and each one counted would send a team after another fault. Half of these lines teach which ticket
may lead; this is the other half. Before that was learnt, reports were taken for 216 of the 480 lines (45.0 %).
"""
