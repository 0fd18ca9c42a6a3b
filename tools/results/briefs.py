"""Answers of write_brief and add_evidence."""

from __future__ import annotations

from tools.results.base import Result, Row


class Unsupported(Row):
    """A passage that the evidence does not carry. `field` is its place in the text, `found` the passage, `problem` says why and
    how to mend it, `evidence` where the nearest is said."""

    field: str
    found: str
    problem: str
    evidence: tuple[str, ...] = ()


class WrittenBrief(Result):
    """`stored` is false when anything is unsupported; then nothing was kept and `brief` is absent."""

    escalation_id: str
    stored: bool
    language: str
    unsupported: tuple[Unsupported, ...] = ()
    missing: tuple[str, ...] = ()
    brief: str | None = None
    coverage: dict[str, str]


class AddedEvidence(Result):
    """`evidence_id` is what a brief cites: [E12]. `known` says that this piece was there before."""

    escalation_id: str
    evidence_id: str
    known: bool | None = None
    kept: str
    masked: bool | None = None
    warnings: tuple[str, ...] = ()
    coverage: dict[str, str]
