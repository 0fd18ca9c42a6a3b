"""`python -m evals.wishes`: prints the measure and writes it to RESULTS.md; `--failures` lists what went wrong."""

from __future__ import annotations

import sys

from evals.wishes.measure import PARTS, ROOT, judged, table

FIRST_RUNS = ROOT / "first_runs.md"


def main(arguments: list[str]) -> int:
    """Exit code 0; the figures are for reading, a test holds the floor."""
    found = {part: judged(part) for part in PARTS}
    text = "\n".join(f"## {part}\n\n{table(rows)}" for part, rows in found.items())
    first = FIRST_RUNS.read_text(encoding="utf-8")
    (ROOT / "RESULTS.md").write_text(f"# Wishes refused and let pass\n\n{first}\n{text}", encoding="utf-8")
    sys.stdout.write(text)
    if "--failures" in arguments:
        wrong = (row for rows in found.values() for row in rows if not row.right)
        sys.stdout.writelines(f"{row.meant}: {row.text!r} {row.found}\n" for row in wrong)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
