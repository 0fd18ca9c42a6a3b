"""`python -m evals.inventions`: prints the measure and writes it to RESULTS.md; `--generate` makes the generated data anew."""

from __future__ import annotations

import random
import sys

from evals.inventions.data import BOOKS, GENERATED, ROOT, Statement, load, names, statements, write
from evals.inventions.measure import LATER, outcomes, table
from evals.inventions.mutate import inventions
from evals.inventions.restate import restatements

SEED = 20261120
FIRST_RUNS = ROOT / "first_runs.md"


def generated(name: str) -> list[Statement]:
    """The restatements and inventions made from one book's true statements; the same ones each time."""
    # A fixed seed makes data that a reader can audit; nothing here is a secret.
    dice = random.Random(f"{SEED}-{name}")  # noqa: S311
    file, rows, seen = load(name), list[Statement](), set[str]()
    for statement in statements(BOOKS / f"{name}.jsonl"):
        if statement.true:
            for made in (*restatements(statement), *inventions(statement, file, dice)):
                if made.text not in seen:
                    seen.add(made.text)
                    rows.append(made)
    return rows


def main(arguments: list[str]) -> int:
    """Exit code 0; the figures are for reading, a test holds the floor."""
    if "--generate" in arguments:
        for name in names():
            write(GENERATED / f"{name}.jsonl", generated(name))
    results = outcomes()
    text = table(results, {part: counted() for part, counted in LATER.items()})
    first = FIRST_RUNS.read_text(encoding="utf-8")
    report = f"# Inventions caught, true statements stopped\n\n{text}\n{first}"
    (ROOT / "RESULTS.md").write_text(report, encoding="utf-8")
    sys.stdout.write(text)
    if "--failures" in arguments:
        for each in results:
            if not each.right and not each.statement.held_out:
                mark = "STOPPED" if each.statement.true else "MISSED"
                sys.stdout.write(f"{mark} {each.book} {each.statement.text} {each.found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
