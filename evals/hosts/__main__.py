"""`make hosts`: installs the hosts, runs them cut off from the network, writes the tables.

0 when every claim held. With names given, only those hosts are run and no file is written.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from evals.hosts import programs
from evals.hosts.network import cut_off
from evals.hosts.sheet import Claim, Sheet
from evals.hosts.table import claims, table, with_table

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
README = programs.ROOT / "README.md"
_SECONDS = 900


def main(*only: str) -> int:
    programs.install()
    with tempfile.TemporaryDirectory() as folder:
        programs.checkout(Path(folder) / "checkout")
        command = cut_off([sys.executable, "-m", "evals.hosts.stage", folder, *only])
        subprocess.run(command, check=True, timeout=_SECONDS, cwd=programs.ROOT)  # noqa: S603
        told: dict[str, Any] = json.loads((Path(folder) / "sheets.json").read_text(encoding="utf-8"))
    sheets = [read(each) for each in told["sheets"]]
    sys.stdout.write(f"{table(sheets)}\n\n{claims(sheets)}\n")
    if not only:
        write(sheets, loopback_only=told["loopback_only"])
    return 0 if all(sheet.kept for sheet in sheets) else 1


def read(told: dict[str, Any]) -> Sheet:
    """A sheet as `stage` put it down."""
    sheet = Sheet(**told)
    sheet.claims = [Claim(**claim) for claim in told["claims"]]
    return sheet


def write(sheets: list[Sheet], *, loopback_only: bool) -> None:
    """RESULTS.md, and the table in README."""
    how = (
        "could reach nothing but loopback" if loopback_only else "were told not to use the network; it was not cut off"
    )
    introduction = (HERE / "introduction.md").read_text(encoding="utf-8")
    RESULTS.write_text(
        f"{introduction}\nIn this run the hosts {how}.\n\n<!-- hosts -->\n{table(sheets)}\n<!-- /hosts -->\n\n{claims(sheets)}\n",
        encoding="utf-8",
    )
    README.write_text(with_table(README.read_text(encoding="utf-8"), sheets), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
