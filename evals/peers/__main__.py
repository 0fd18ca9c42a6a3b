"""`python -m evals.peers rt|redmine DIR`: fill a real server and save its own exports in DIR."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from evals.peers import redmine, request_tracker

EXPORTERS = {"rt": request_tracker.export, "redmine": redmine.export}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evals.peers", description=__doc__)
    parser.add_argument("peer", choices=sorted(EXPORTERS))
    parser.add_argument("into", type=Path, help="folder for the exported files")
    asked = parser.parse_args(arguments)
    asked.into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="peer-") as work:
        for path in EXPORTERS[asked.peer](Path(work), asked.into):
            sys.stdout.write(f"{path} {path.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
