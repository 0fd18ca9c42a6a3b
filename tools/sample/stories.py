"""Reads the hand-written stories: TOML files, one or more per scenario."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools.sample.contracts import Row
from tools.sample.rows import account, article, item, messages, ticket


@dataclass
class Records:
    """All rows of a workspace, by file."""

    accounts: list[Row] = field(default_factory=list[Row])
    tickets: list[Row] = field(default_factory=list[Row])
    kb: list[Row] = field(default_factory=list[Row])
    chat: list[Row] = field(default_factory=list[Row])
    tracker: list[Row] = field(default_factory=list[Row])


def read(folder: Path, accounts: Sequence[Row] = ()) -> Records:
    """All stories of a folder, in the order of their file names, about their own accounts and the given ones.

    Raises `ValueError` on a line it cannot read.
    """
    told: list[Row] = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    records = Records(accounts=list(accounts))
    for story in told:
        usual = story.get("account_defaults", {})
        records.accounts += [account(usual | row) for row in story.get("accounts", [])]
    by_id = {row["id"]: row for row in records.accounts}
    for story in told:
        usual = story.get("ticket_defaults", {})
        records.tickets += [ticket(usual | row, by_id) for row in story.get("tickets", [])]
        records.kb += [article(row) for row in story.get("kb", [])]
        records.tracker += [item(row) for row in story.get("tracker", [])]
        records.chat += messages(story.get("chat", ""))
    return records
