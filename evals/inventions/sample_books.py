"""Books of the sample company: what the checker is given when the program's own assessment of a scenario is written up."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from escalation.assessment import Assessment
from escalation.claims import EvidenceBook, book_of
from escalation.policy import Policy
from escalation.terms import Language
from evals.inventions.data import ROOT
from tools.desk.desk import Desk, Request
from tools.sample import SAMPLE
from tools.store.location import Location, open_location
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

SCENARIOS = ROOT.parent.parent / "tests" / "scenarios"
STATEMENTS = ROOT / "sample"
TUNING = ROOT / "tuning"


def scenario_names() -> list[str]:
    """The scenarios that statements were written about."""
    return sorted({path.stem for folder in (STATEMENTS, TUNING) for path in folder.glob("*.jsonl")})


@contextmanager
def sample_company() -> Generator[Company]:
    """The sample company, imported into a store that is thrown away afterwards."""
    with TemporaryDirectory() as folder:
        engine, _ = open_location(Location("folder", str(Path(folder) / "sample.db"), SAMPLE))
        try:
            yield Company(engine)
        finally:
            engine.dispose()


class Company:
    """The sample company as a desk finds it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._register = Register(engine)

    def assess(self, name: str, language: Language = "en") -> tuple[Desk, Assessment]:
        """The desk at that scenario's instant, and what it concludes."""
        told = json.loads((SCENARIOS / f"{name}.json").read_text(encoding="utf-8"))
        workspace = StoreWorkspace(self._engine, now=datetime.fromisoformat(told["as_of"]))
        desk = Desk(workspace, self._register, Policy())
        return desk, desk.assess(Request(told["issue"][language]))


@cache
def sample_books() -> dict[str, EvidenceBook]:
    """A book per scenario that statements were written about, as `write_brief` makes it."""
    with sample_company() as company:
        return {name: _book(*company.assess(name)) for name in scenario_names()}


def _book(desk: Desk, found: Assessment) -> EvidenceBook:
    accounts = {a.id: a for a in (*found.affected, *((found.account,) if found.account else ()))}
    others = desk.workspace.account_names(except_ids=tuple(accounts))
    zone = next((a.timezone for a in accounts.values() if a.timezone), None)
    return book_of(found, others, zone=zone)
