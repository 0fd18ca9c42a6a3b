"""`python -m evals.acting [PROPOSALS] [PROCESSES]`: 1,000 proposals carried out by 4 racing processes, each sent once."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from evals.acting.race import prepared, race


def main(proposals: int = 1_000, processes: int = 4) -> int:
    """Prints what happened; 1 when anything was not sent exactly once."""
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "race.db"
        prepared(store, proposals)
        raced = race(store, processes)
    once = raced.messages == raced.events == {1: proposals} and sum(raced.sent) == proposals
    by = " + ".join(map(str, raced.sent))
    sys.stdout.write(
        f"{proposals} proposals, {processes} processes: sent {by}, each once: {'yes' if once else 'NO'};"
        f" {raced.seconds:.1f} s, {proposals / raced.seconds:.0f} a second\n"
    )
    return 0 if once else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
