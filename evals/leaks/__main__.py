"""`python -m evals.leaks`: prints the measure and writes it to RESULTS.md; `--failures` lists what went wrong."""

from __future__ import annotations

import sys

from evals.leaks.data import ROOT, TEXTS
from evals.leaks.measure import Outcome, clean, leaks, promised, unpromised
from evals.leaks.table import leak_table, promise_table

FIRST_RUNS = ROOT / "first_runs.md"
PARTS = {"1": "", "2": "2", "3": "3", "4": "4", "5": "5"}
"""Each part's mark in the names of its files. `first_runs.md` says how each was written."""


def main(arguments: list[str]) -> int:
    """Exit code 0; the figures are for reading, a test holds the floor."""
    failures: list[str] = []
    lines: list[str] = []
    for part, mark in PARTS.items():
        planted, passed = leaks(f"planted{mark}"), clean(f"clean{mark}")
        lines += [f"## Part {part}: leaks\n", leak_table(planted, passed)]
        made, none = list[Outcome](), list[Outcome]()
        if (TEXTS / f"promises{mark}.en.txt").exists():
            made, none = promised(f"promises{mark}"), unpromised(f"no_promises{mark}")
            lines += [f"## Part {part}: promises\n", promise_table(made, none)]
        failures += [_failure(part, row) for row in (*planted, *passed, *made, *none) if not _good(row)]
    text = "\n".join(lines)
    first = FIRST_RUNS.read_text(encoding="utf-8")
    (ROOT / "RESULTS.md").write_text(f"# Leaks caught, clean texts stopped, promises found\n\n{text}\n{first}", "utf-8")
    sys.stdout.write(text)
    if "--failures" in arguments:
        sys.stdout.writelines(failures)
    return 0


def _good(row: Outcome) -> bool:
    return row.right and row.dated and row.named


def _failure(part: str, row: Outcome) -> str:
    mark = "WRONG" if not row.right else "DATE" if not row.dated else "KIND"
    return f"{mark} {part} {row.lang} {row.kind}: {row.text!r} {row.found}\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
