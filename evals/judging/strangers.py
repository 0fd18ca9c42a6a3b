"""Lines about what no record shows, typed at companies whose records are full: nothing there may be taken for it.

Scenarios cannot show this fault, since a scenario is always on record. So lines of the dev part, written for other products, are
typed for a customer who has something open, or for nobody; and so are the shortest of the lines that the reader is trained on, as
people in a hurry type them: of three words any ticket may have one. The records have nothing to do with them but for chance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from escalation.judgement.understand import understand
from escalation.ports import Workspace
from escalation.reading.line.reading import length_of
from evals.judging.data import CASES, cases, rows
from evals.judging.predictions import desks
from evals.judging.table import share
from tools.desk.desk import Desk, Request

LATEST = 150
"""Tickets among whose open ones a customer is drawn: whoever has an open ticket is the most easily mistaken."""

LEARNT, COUNTED = 0, 1
"""The half that the training learns from, and the one that is only counted."""

LINES = CASES.parent / "training" / "lines"

DRAWN = 120
"""Lines for each company."""

NAMED = 3
"""Of so many lines all but one are typed for a customer."""

SHORT = 7
"""Words of a short line at most, two characters of a Chinese one being a word."""

BRIEF = "short/"
"""How the key of a short line begins."""


@dataclass(frozen=True)
class Stranger:
    """A line at a company that has nothing on it. `account` is whom it was typed for, None for nobody."""

    company: str
    key: str
    text: str
    account: str | None
    at: datetime
    decisions: frozenset[str]
    """As the line alone is to be decided."""


@dataclass(frozen=True)
class _Typed:
    key: str
    text: str
    decisions: frozenset[str]


def strangers(half: int, root: Path = CASES) -> Iterator[tuple[Desk, Stranger]]:
    """Each company in view with half (0 or 1) of its `DRAWN` lines, as many short ones, and a desk over its records beside each.

    The draw depends on line and company alone, so that it is the same each time. No short line is in both halves.
    """
    typed = [
        _Typed(c.key, c.text, frozenset({c.label.decision, *c.label.decision_accepted}))
        for c in cases(root)
        if c.part == "dev" and c.company is None and c.account is None and not understand(c.text).ticket_ids
    ]
    short = [line for line in _short_lines() if _draw(line.key) % 2 == half]
    for folder, at in sorted(_companies(root).items()):
        with desks(folder) as desk_at:
            desk = desk_at(at)
            waiting = _customers_waiting(desk.workspace)
            for each in (_drawn(typed, folder)[:DRAWN][half::2], _drawn(short, folder)[: DRAWN // 2]):
                for number, line in enumerate(each):
                    for_somebody = waiting and number % NAMED
                    account = waiting[_draw(line.key, folder.name) % len(waiting)] if for_somebody else None
                    yield desk, Stranger(folder.name, line.key, line.text, account, at, line.decisions)


def _drawn(lines: Iterable[_Typed], company: Path) -> list[_Typed]:
    return sorted(lines, key=lambda line: _draw(company.name, line.key))


def _short_lines() -> list[_Typed]:
    found: list[_Typed] = []
    for path in sorted(LINES.glob("*.jsonl")):
        for number, row in enumerate(rows(path)):
            text = row["t"]
            if 2 <= length_of(text) <= SHORT and not understand(text).ticket_ids:
                decision = {"handle": "handle", "info": "need_info"}.get(row["d"], "escalate")
                found.append(_Typed(f"{BRIEF}{path.stem}-{number}", text, frozenset({decision})))
    return found


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
    short: bool
    named: bool
    taken: bool
    answered: bool
    decided: bool


def outcomes() -> Iterator[Outcome]:
    """One for each line of the counted half."""
    for desk, told in strangers(COUNTED):
        found = desk.assess(Request(told.text, account=told.account))
        taken, answered, decided = bool(found.matched), found.solution is not None, found.decision in told.decisions
        yield Outcome(told.company, told.key.startswith(BRIEF), told.account is not None, taken, answered, decided)


def section(found: Sequence[Outcome]) -> str:
    """The outcomes as Markdown."""
    groups = (
        ("for a customer", [o for o in found if o.named and not o.short]),
        ("for nobody", [o for o in found if not o.named and not o.short]),
        ("short, for a customer", [o for o in found if o.named and o.short]),
        ("short, for nobody", [o for o in found if not o.named and o.short]),
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
may lead; this is the other half. Before that was learnt, reports were taken for 216 of the 480 lines (45.0 %). The short lines
are of at most seven words, from what trains the reader, so that how they are decided says little; which reports are taken for
them is learnt from other ones.
"""
