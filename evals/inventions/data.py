"""The data: evidence books written by hand, and the statements about them, true and invented."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from escalation.claims import EvidenceBook
from escalation.evidence import Evidence
from escalation.records import Account
from escalation.terms import Language

ROOT = Path(__file__).parent
BOOKS = ROOT / "books"
GENERATED = ROOT / "generated"
COMPANIES, FIRST_LOOK, FIFTEEN, UNREAD, WRITTEN, SEALED, ELEVEN = (
    ROOT / name for name in ("companies", "first_look", "fifteen", "unread", "written", "sealed", "eleven")
)
"""Parts 5 to 11: assessments of made-up companies, and what was written about them."""


class Statement(BaseModel):
    """One line of a data file. `planted` is the span `[start, end)` of the invention; a true statement has none.

    `kind` and `how` say what was planted; `held_out` lines were written before the checker was first run on any of them
    (those of the books were looked at later, those about the sample company were not);
    `made_from` is the statement a generated one came from.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    lang: Language
    text: str
    true: bool
    kind: str = ""
    how: str = ""
    planted: tuple[int, int] | None = None
    held_out: bool = False
    made_from: str = ""


class BookFile(BaseModel):
    """One escalation's evidence, as `books/<name>.json` has it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fetched_at: datetime
    zone: str
    accounts: tuple[Account, ...]
    other_names: tuple[str, ...]
    allowed: tuple[str, ...]
    evidence: tuple[dict[str, str], ...]

    def book(self) -> EvidenceBook:
        """The checker's book of it."""
        adapter = TypeAdapter(Evidence)
        evidence = [adapter.validate_python({"fetched_at": self.fetched_at, **row}) for row in self.evidence]
        return EvidenceBook.build(evidence, self.accounts, self.other_names, self.allowed, self.zone)

    def raw(self) -> str:
        """Everything a statement may be drawn from, as one text."""
        return self.model_dump_json()


def names() -> list[str]:
    """The books, by name."""
    return sorted(path.stem for path in BOOKS.glob("*.json"))


def load(name: str) -> BookFile:
    return BookFile.model_validate_json((BOOKS / f"{name}.json").read_text(encoding="utf-8"))


def statements(path: Path) -> list[Statement]:
    """The lines of one data file; none when there is no such file."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Statement.model_validate_json(line) for line in lines if line]


def write(path: Path, rows: Iterable[Statement]) -> None:
    """Writes statements one per line, leaving out what is empty."""
    path.parent.mkdir(exist_ok=True)
    lines = [json.dumps(row.model_dump(exclude_defaults=True, mode="json"), ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
