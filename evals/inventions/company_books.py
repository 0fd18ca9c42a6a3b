"""Parts 5 to 11: statements about escalations of made-up companies, told freely by an author who had not seen the checker."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from escalation.assessment import Assessment
from escalation.claims import EvidenceBook, book_of
from evals.inventions.data import COMPANIES, Statement, statements


def company_books(folder: Path = COMPANIES) -> Iterator[tuple[str, EvidenceBook, list[Statement]]]:
    """Each assessment of the folder by name, its book as `write_brief` makes it, and the statements about it."""
    for path in sorted((folder / "assessments").glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        book = book_of(Assessment.model_validate(told["assessment"]), told["others"], zone=told["zone"])
        yield path.stem, book, statements(folder / "statements" / f"{path.stem}.jsonl")
