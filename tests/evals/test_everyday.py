"""The short everyday lines: whole as a set, and counted by what is right and not by what is found."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evals.judging import everyday
from evals.judging.data import records
from evals.judging.everyday import Everyday, Outcome, lines, section


def test_every_line_names_tickets_and_a_customer_that_are_there() -> None:
    told = lines()
    assert len({line.id for line in told}) == len({(line.company, line.text) for line in told}) == 260
    for line in told:
        assert line.belongs <= records(line.folder, "tickets").keys(), line.id
        names = {row["name"] for row in records(line.folder, "accounts").values()}
        assert line.account is None or line.account in names, line.id
        assert (line.decision == "escalate") == (line.target is not None) == (line.severity is not None), line.id


def test_both_halves_hold_lines_on_record_and_lines_that_are_not() -> None:
    counted = Counter((line.in_view, bool(line.belongs)) for line in lines())
    assert len(counted) == 4
    assert min(counted.values()) >= 50


def _ticket(account: str) -> dict[str, object]:
    return {
        "id": f"t-{account}", "account_id": account, "subject": "Export is empty", "description": "The CSV has no rows",
        "status": "open", "created_at": "2026-03-01T09:00:00Z",
    }  # fmt: skip


def test_a_line_is_scored_by_what_its_label_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import json

    folder = tmp_path / "dev-acme"
    (folder / "workspace").mkdir(parents=True)
    written = {
        "workspace.json": '{\n "now": "2026-03-02T09:00:00Z"\n}',
        "accounts.jsonl": '{"id": "a", "name": "Acme"}\n{"id": "b", "name": "Bolt"}\n',
        "tickets.jsonl": "".join(json.dumps(_ticket(who)) + "\n" for who in "ab"),
    }
    for name, text in written.items():
        (folder / "workspace" / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(Everyday, "folder", property(lambda _line: folder))
    right = {"decision": "escalate", "target": "engineering", "severity": "critical"}
    empty = {"text": "Export is empty, the CSV has no rows", "company": "acme"}
    typed = [
        Everyday.model_validate({"id": "ed-001", "belongs": ["t-a", "t-b"], **empty, **right}),
        Everyday.model_validate({"id": "ed-002", "belongs": ["t-a"], **empty, **right}),
        Everyday.model_validate(
            {"id": "ed-003", "text": "thanks, it works now", "decision": "handle", "company": "acme"}
        ),
    ]
    monkeypatch.setattr(everyday, "lines", lambda: typed)
    first, second, third = everyday.outcomes()
    assert first.exact
    assert not second.exact
    assert not second.taken
    assert [o.in_view for o in (first, second, third)] == [True, False, True]
    assert [o.recorded for o in (first, second, third)] == [True, True, False]
    assert first.targeted is True
    assert first.under is (first.rated is False)
    assert third.targeted is third.rated is third.under is None


def test_the_table_counts_each_group_by_itself() -> None:
    right = Outcome(True, True, True, True, False, True, True, False)
    wrong = Outcome(False, False, False, None, None, None, False, True)
    table = section([right, right, wrong])
    rows = {line.split("|")[1].strip(): line.split("|")[2:-1] for line in table.splitlines() if line.startswith("| ")}
    assert [cell.split("=")[0].strip() for cell in rows["decision"]] == ["–", "0/1", "2/2", "–"]
    assert rows["severity under-rated"][2].startswith(" 2/2")
    assert rows["reports of something else taken for it"][1].startswith(" 1/1")
