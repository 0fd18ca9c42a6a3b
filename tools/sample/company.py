"""Puts the company together: the hand-written stories among the everyday background, each file in order of time."""

from __future__ import annotations

from pathlib import Path

from tools.sample.customers import customers
from tools.sample.everyday import Everyday
from tools.sample.stories import Records, read

_HERE = Path(__file__).parent
_SEED = 20260320


def build() -> Records:
    """All rows of the sample workspace; the same on every call."""
    told = read(_HERE / "stories", customers(_SEED))
    Everyday(told, _SEED).add()
    told.accounts.sort(key=lambda row: row["id"])
    told.tickets.sort(key=lambda row: (row["created_at"], row["id"]))
    told.kb.sort(key=lambda row: row["id"])
    told.chat.sort(key=lambda row: (row["at"], row["id"]))
    told.tracker.sort(key=lambda row: row["id"])
    return told
