"""Exports of several systems in one store: what a CRM knows is never replaced by what a ticket's sender suggests."""

from pathlib import Path

import pytest

from escalation.errors import InvalidInput
from tools.importing.load import import_path
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

EXPORTS = Path(__file__).parent / "exports"


def test_a_requesters_domain_never_replaces_the_crm_record(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "w.db"))
    accounts = tmp_path / "accounts.jsonl"
    accounts.write_text(
        '{"id": "helio-freight.example", "name": "Helio Freight", "arr_usd": 90000}\n', encoding="utf-8"
    )
    import_path(store, [accounts])
    report = import_path(store, [EXPORTS / "rt-tickets.tsv"])
    (helio,) = StoreWorkspace(store).accounts(["helio-freight.example"])
    assert (helio.name, helio.arr_usd) == ("Helio Freight", 90000)
    assert report.problems == []


def test_both_in_one_import_is_no_problem_either(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "w.db"))
    accounts = tmp_path / "accounts.jsonl"
    accounts.write_text(
        '{"id": "helio-freight.example", "name": "Helio Freight", "arr_usd": 90000}\n', encoding="utf-8"
    )
    report = import_path(store, [accounts, EXPORTS / "rt-tickets.tsv"])
    assert report.problems == []
    assert StoreWorkspace(store).accounts(["helio-freight.example"])[0].name == "Helio Freight"


def test_a_folder_of_exports_is_imported_and_what_is_no_export_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    (folder / "tickets.tsv").write_bytes((EXPORTS / "rt-tickets.tsv").read_bytes())
    (folder / "holidays.csv").write_text("day,name\n2026-12-25,Christmas\n", encoding="utf-8")
    report = import_path(open_store(str(tmp_path / "w.db")), [folder])
    assert report.of("ticket").new == 44
    assert [Path(p.file).name for p in report.problems] == ["holidays.csv"]


def test_an_unknown_file_named_alone_is_wrong_use(tmp_path: Path) -> None:
    odd = tmp_path / "holidays.csv"
    odd.write_text("day,name\n2026-12-25,Christmas\n", encoding="utf-8")
    with pytest.raises(InvalidInput):
        import_path(open_store(str(tmp_path / "w.db")), [odd])
