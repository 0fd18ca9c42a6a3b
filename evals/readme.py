"""`make readme`: puts what `make demo` prints into README, so that the brief shown there is the one the product writes."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.desk.writing import write
from tools.importing.sync import sync
from tools.sample import SAMPLE
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

ISSUE = "API returning 500 errors intermittently for Acme Corp"
README = Path(__file__).parents[1] / "README.md"
_BLOCK = re.compile(r"<!-- demo -->.*<!-- /demo -->", re.DOTALL)


def demo() -> str:
    """The brief of `make demo`, on a new register."""
    with TemporaryDirectory() as place:
        engine = open_store(str(Path(place) / "demo.db"))
        sync(engine, SAMPLE)
        desk = Desk(StoreWorkspace(engine), Register(engine), Policy())
        prepared = desk.prepare(Request(ISSUE))
        markdown = write(desk, prepared.assessment, escalation_id=prepared.escalation_id).markdown
        engine.dispose()
    return markdown.rstrip()


def with_demo(readme: str, brief: str) -> str:
    """README with the brief between its markers."""
    block = f"<!-- demo -->\n<details>\n<summary>The brief</summary>\n\n````markdown\n{brief}\n````\n\n</details>\n<!-- /demo -->"
    return _BLOCK.sub(lambda _: block, readme)


def main() -> None:
    README.write_text(with_demo(README.read_text(encoding="utf-8"), demo()), encoding="utf-8")
    sys.stdout.write("README shows the brief as it is written now.\n")


if __name__ == "__main__":
    main()
