"""A ticket that an escalation counts and that turned out to be another matter is counted no more, unless somebody ruled it in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from escalation.ruling import Ruling
from tests.joining.worlds import NOW, arrive, desk, ticket
from tools.desk.desk import Desk, Prepared, Request

OTHER: dict[str, Any] = {
    "subject": "Invoice export fails with ERR_DISK_7",
    "description": "Our invoice export to the shared drive ends with ERR_DISK_7 and the folder stays as it was.",
}


def note(words: str, role: str = "internal") -> dict[str, Any]:
    return {
        "id": "c1",
        "author": "Kim",
        "role": role,
        "at": "2026-11-20T05:30:00Z",
        "public": role != "internal",
        "body": words,
    }


def joined(at: Desk, *rulings: Ruling) -> Prepared:
    """A later report joins an escalation that counts all four."""
    at.register.open(
        issue="Invoice export fails with ERR_EXPORT_42 and writes no file",
        who="Kim",
        at=NOW,
        account_ids=("acc-1", "acc-2", "acc-3", "acc-4"),
        ticket_ids=("T-1", "T-2", "T-3", "T-4"),
        concepts=("export", "invoice"),
        decision="escalate",
        severity="high",
        target="engineering",
    )
    return at.prepare(
        Request("Invoice export fails for Northwind Traders with ERR_EXPORT_42 and writes no file", rulings=rulings)
    )


def world(tmp_path: Path, **fourth: Any) -> Desk:
    arrive(tmp_path / "s.db", (1, 2, 3), ticket(4) | fourth)
    return desk(tmp_path / "s.db")


APART: list[dict[str, Any]] = [
    OTHER,
    {"comments": [note("Looked at it: this is a different issue, their drive was full.")]},
    {"comments": [note("查过了，这张工单其实是另一个问题。")]},
    {"comments": [note("It has nothing to do with T-1, that one writes no file at all.")]},
    {"comments": [note("和 T-1 不是同一个问题，那边没有文件。")]},
    {"comments": [note("Sorry, it was our own firewall that blocked the share, not you.", "customer")]},
]


@pytest.mark.parametrize("fourth", APART)
def test_what_turned_out_to_be_another_matter_leaves_the_count(tmp_path: Path, fourth: dict[str, Any]) -> None:
    at = world(tmp_path, **fourth)
    found = joined(at)
    assert found.joined
    assert set(found.assessment.facts.affected_account_ids) == {"acc-1", "acc-2", "acc-3"}
    assert found.delta is not None
    assert found.delta.customers == 3
    state = at.register.state(str(found.escalation_id))
    assert "T-4" not in state.ticket_ids
    assert "acc-4" not in state.account_ids


@pytest.mark.parametrize("fourth", APART)
def test_what_somebody_ruled_in_stays(tmp_path: Path, fourth: dict[str, Any]) -> None:
    ruling = Ruling(record_id="T-4", source="tickets", same=True, reason="Same pool of workers.")
    found = joined(world(tmp_path, **fourth), ruling)
    assert "acc-4" in found.assessment.facts.affected_account_ids


@pytest.mark.parametrize(
    "fourth",
    [
        {},
        {"subject": "It is empty", "description": "Nothing in the folder this morning.", "type": "question"},
        {"comments": [note("Maybe this is a different issue? To be checked.")]},
        OTHER | {"description": f"{OTHER['description']} Before that it said ERR_EXPORT_42."},
        {"comments": [note("It has nothing to do with keys, and looks the same as T-1.")]},
        {"comments": [note("与密钥、限流无关，和 T-1 看着一样。")]},
        {"description": "发票导出失败，提示「文件没有写出」。"},
        {"comments": [note("Tried a different browser, the same.")]},
    ],
)
def test_what_only_sounds_otherwise_stays(tmp_path: Path, fourth: dict[str, Any]) -> None:
    found = joined(world(tmp_path, **fourth))
    assert "acc-4" in found.assessment.facts.affected_account_ids
