"""Exports of several systems in one store: what a CRM knows is never replaced by what a ticket's sender suggests."""

import json
from pathlib import Path
from typing import Any

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


@pytest.mark.parametrize("crm_first", [True, False])
def test_both_in_one_import_is_no_problem_either(tmp_path: Path, *, crm_first: bool) -> None:
    store = open_store(str(tmp_path / "w.db"))
    companies = tmp_path / "companies.csv"
    companies.write_text(
        "Record ID,Company name,Company Domain Name,ARR\n1,Helio Freight,helio-freight.example,90000\n",
        encoding="utf-8",
    )
    paths = [companies, EXPORTS / "rt-tickets.tsv"]
    report = import_path(store, paths if crm_first else paths[::-1])
    assert report.problems == []
    (helio,) = StoreWorkspace(store).accounts(["helio-freight.example"])
    assert (helio.name, helio.arr_usd) == ("Helio Freight", 90000)
    again = import_path(store, paths if crm_first else paths[::-1])
    assert (again.problems, again.of("account").changed, again.of("account").new) == ([], 0, 0)


def test_a_customers_own_record_in_the_same_file_stands_for_the_one_made_up_from_its_ticket(tmp_path: Path) -> None:
    box = tmp_path / "zendesk.json"
    ticket = {
        "id": 1,
        "subject": "Export fails",
        "status": "open",
        "requester_id": 7,
        "created_at": "2026-11-20T08:00:00Z",
    }
    organization: dict[str, Any] = {"id": 3, "name": "Kappa", "domain_names": []}
    kappa = {"id": 3, "name": "Kappa Ltd", "domain_names": ["kappa.example"]}
    tickets = [{**ticket, "organization_id": 3, "organization": organization}]
    box.write_text(json.dumps({"tickets": tickets, "organizations": [kappa]}), encoding="utf-8")
    store = open_store(str(tmp_path / "w.db"))
    assert import_path(store, [box]).problems == []
    (found,) = StoreWorkspace(store).accounts(["zendesk-org-3"])
    assert (found.name, found.domain) == ("Kappa Ltd", "kappa.example")


def test_two_records_of_one_customer_are_told_although_a_ticket_named_it_first(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "w.db"))
    companies = tmp_path / "companies.csv"
    line = "{},{},helio-freight.example\n"
    companies.write_text(
        "Record ID,Company name,Company Domain Name\n"
        + line.format(1, "Helio Freight")
        + line.format(2, "Helio again"),
        encoding="utf-8",
    )
    report = import_path(store, [EXPORTS / "rt-tickets.tsv", companies])
    assert [p.line for p in report.problems] == [3]
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


@pytest.mark.parametrize("shape", ["csv", "jsonl"])
def test_how_far_a_long_export_has_come_is_told(tmp_path: Path, shape: str) -> None:
    long = "x" * 1500
    export = tmp_path / f"export.{shape}"
    if shape == "csv":
        lines = (f"{n},Firm {n},firm-{n}.example,{long}\n" for n in range(2000))
        export.write_text("Record ID,Company name,Company Domain Name,Description\n" + "".join(lines), encoding="utf-8")
    else:
        line = '{{"id": {0}, "name": "Firm {0}", "domain_names": [], "notes": "{1}"}}\n'
        export.write_text("".join(line.format(n, long) for n in range(2000)), encoding="utf-8")
    heard: list[tuple[str, int, int]] = []

    def heard_of(file: str, done: int, total: int) -> None:
        heard.append((file, done, total))

    report = import_path(open_store(str(tmp_path / "w.db")), [export], progress=heard_of)
    size = export.stat().st_size
    assert report.of("account").new == 2000
    assert [(file, total) for file, _, total in heard] == [(export.name, size)] * len(heard)
    assert [done for _, done, _ in heard] == sorted(done for _, done, _ in heard)
    assert (2 <= len(heard) <= 4, heard[-1][1]) == (True, size)
