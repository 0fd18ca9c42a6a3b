"""`python -m tools.sample [FOLDER]` writes the sample company's workspace, byte for byte the same each time."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from tools.sample import SAMPLE
from tools.sample.clock import NOW, rfc3339
from tools.sample.company import build
from tools.sample.contracts import Row


def _write(path: Path, rows: Iterable[Row]) -> None:
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def write(folder: Path) -> None:
    """Write all files of the workspace format into `folder`, which is made if it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    header = {"company": "Lanternfold", "now": rfc3339(NOW), "languages": ["en", "zh-Hans", "zh-Hant"]}
    (folder / "workspace.json").write_text(json.dumps(header, indent=2) + "\n", encoding="utf-8", newline="\n")
    records = build()
    _write(folder / "accounts.jsonl", records.accounts)
    _write(folder / "tickets.jsonl", records.tickets)
    _write(folder / "kb.jsonl", records.kb)
    _write(folder / "chat.jsonl", records.chat)
    _write(folder / "tracker.jsonl", records.tracker)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE)
