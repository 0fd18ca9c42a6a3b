"""`python -m evals.conformance NODE_FOLDER`: both builds on both wires; writes RESULTS.md; 1 when anything that counts failed."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from evals.conformance.scenarios import FIXTURE_FREE, REVISIONS, SKILLS
from evals.conformance.servers import GRAFTED, PRODUCT, serving
from evals.conformance.suite import Suite
from evals.conformance.table import Run, results

RESULTS = Path(__file__).with_name("RESULTS.md")


def installed(folder: Path) -> Suite:
    """The suite as npm put it into `folder`, with the Node beside it first on PATH."""
    programs = folder.absolute() / "node_modules" / ".bin"
    path = os.pathsep.join((str(programs), os.environ.get("PATH", "")))
    return Suite((str(programs / "conformance"),), os.environ | {"PATH": path})


def runs(suite: Suite, room: Path) -> list[Run]:
    """Every build and wire, each into a folder of its own below `room`."""
    return [
        *(_product(suite, revision, room / f"product-{revision}") for revision in REVISIONS),
        *(_grafted(suite, revision, room / f"grafted-{revision}") for revision in REVISIONS),
    ]


def _product(suite: Suite, revision: str, room: Path) -> Run:
    with serving(PRODUCT, room / "home") as url:
        found = [
            one for one in suite.required(url, revision, room / "required") if one.scenario in FIXTURE_FREE[revision]
        ]
        missing = set(FIXTURE_FREE[revision]) - {one.scenario for one in found}
        if missing:
            raise LookupError(f"The suite did not run {', '.join(sorted(missing))} for {revision}.")
        for scenario in SKILLS[revision]:
            found += suite.single(url, scenario, revision, room / scenario)
    return Run("product", revision, found, {})


def _grafted(suite: Suite, revision: str, room: Path) -> Run:
    with serving(GRAFTED, room / "home") as url:
        return Run("test build", revision, suite.required(url, revision, room / "required"), suite.unscored(revision))


def main(node_folder: str) -> int:
    suite = installed(Path(node_folder))
    with tempfile.TemporaryDirectory() as room:
        found = runs(suite, Path(room))
    text = results(suite.version(), found)
    RESULTS.write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(text)
    return 1 if any(run.failures for run in found) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
