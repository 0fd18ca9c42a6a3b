"""What a maker concluded on each case: our own writer here, or a file made elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from escalation.policy import Policy
from evals.judging.data import Case, Scenario, by_company, rows
from tools.desk.desk import Desk, Request
from tools.desk.published import published
from tools.desk.writing import check, write
from tools.store.location import Location, open_location
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
"""The clock of a line that comes with no records."""


class Prediction(BaseModel):
    """What `brief --json` prints, as far as the maker gave it; `unsupported` counts statements that the check refused.

    `seconds` is how long it took, `usd` and `tokens` what a model cost (None: no model, or a price unknown).
    """

    model_config = ConfigDict(extra="ignore")

    case: str
    decision: str | None = None
    severity: str | None = None
    target: str | None = None
    reasons: tuple[str, ...] = ()
    facts: dict[str, Any] = Field(default_factory=dict[str, Any])
    cited: dict[str, tuple[str, ...]] = Field(default_factory=dict[str, tuple[str, ...]])
    questions: tuple[str, ...] = ()
    brief: str = ""
    customer_update: str | None = None
    unsupported: int = 0
    seconds: float | None = None
    usd: float | None = None
    tokens: int | None = None


Maker = Callable[[Desk, Case], Prediction]


def predict(found: Iterable[Case], maker: Maker) -> list[Prediction]:
    """Runs `maker` on each case, at the case's own instant, on a store that is thrown away afterwards."""
    made: list[Prediction] = []
    for company, group in by_company(found).items():
        with desks(company) as desk_at:
            for case in group:
                at = case.label.as_of if isinstance(case.label, Scenario) else NOW
                began = time.perf_counter()
                told = maker(desk_at(at), case)
                made.append(told.model_copy(update={"seconds": time.perf_counter() - began}))
    return made


@contextmanager
def desks(company: Path | None) -> Generator[Callable[[datetime], Desk]]:
    """Desks over a company's workspace, or over one without any record, as of an instant."""
    with TemporaryDirectory() as scratch:
        folder = company / "workspace" if company else Path(scratch) / "empty"
        if company is None:
            folder.mkdir()
            (folder / "accounts.jsonl").touch()
        engine, _ = open_location(Location("folder", str(Path(scratch) / "store.db"), folder))
        register = Register(engine)
        try:
            yield lambda at: Desk(StoreWorkspace(engine, now=at), register, Policy())
        finally:
            engine.dispose()


def built_in(desk: Desk, case: Case) -> Prediction:
    """The product without a model; nothing is put on record, so that no case meets another's escalation."""
    found = desk.assess(Request(case.text, account=case.account))
    written = write(desk, found)
    told = published(found, written).model_dump(mode="json")
    return Prediction(case=case.key, unsupported=len(check(desk, found, written.text)), **told)


def always(desk: Desk, case: Case) -> Prediction:
    """The baseline that needs no thought: escalate everything, high, to engineering."""
    del desk
    return Prediction(case=case.key, decision="escalate", severity="high", target="engineering")


MAKERS: dict[str, Maker] = {"built-in": built_in, "always": always}


def read(path: Path) -> list[Prediction]:
    """Predictions made elsewhere, one object a line with `case` and what `brief --json` prints.

    Raises `InvalidInput` for a line that is not JSON, pydantic's `ValidationError` for one without a case.
    """
    return [Prediction.model_validate(row) for row in rows(path)]
