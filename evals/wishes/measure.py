"""The measure: each wish judged by the rules, against what whoever wrote it down meant."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from escalation.language import language_of
from escalation.recovery.wishes import refused
from escalation.terms import Language
from evals.intervals import wilson

ROOT = Path(__file__).parent
TEXTS = ROOT / "texts"
PARTS = ("tuning", "part1", "part2", "part3", "part4", "part5")
FINE = "fine"


@dataclass(frozen=True)
class Judged:
    """One wish: `meant` is a kind of refusal or "fine"."""

    meant: str
    text: str
    found: tuple[str, ...]

    @property
    def language(self) -> Language:
        return language_of(self.text)

    @property
    def right(self) -> bool:
        return not self.found if self.meant == FINE else self.meant in self.found


def judged(part: str) -> list[Judged]:
    """A part's wishes, one a line: what is meant, a tab, the wish."""
    lines = (TEXTS / f"{part}.tsv").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return [Judged(meant, text, refused(text)) for meant, text in pairs]


def table(rows: list[Judged]) -> str:
    """Refused of those that should be, and of those that should not, in Markdown."""
    lines = ["| wishes | refused, as they should be | 95% | refused though fine | 95% |", "| --- " * 5 + "|"]
    for label, language in (("all", None), ("English", "en"), ("Chinese", "zh")):
        mine = [row for row in rows if language in (None, row.language)]
        bad, good = [r for r in mine if r.meant != FINE], [r for r in mine if r.meant == FINE]
        cells = (_share([r.right for r in bad]), _share([not r.right for r in good]))
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _share(hits: list[bool]) -> str:
    low, high = wilson(sum(hits), len(hits))
    share = f"{sum(hits)}/{len(hits)} ({100 * sum(hits) / len(hits):.1f}%)" if hits else "–"
    return f"{share} | {low:.1f}–{high:.1f}%"
