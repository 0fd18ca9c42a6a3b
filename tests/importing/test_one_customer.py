"""A helpdesk's export and a CRM's, each with its own ids: one customer is one account, whichever file comes first."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from tools.importing.load import ImportReport, import_path
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

ORGANIZATIONS: list[dict[str, Any]] = [
    {"id": 3, "name": "Kappa Ltd", "domain_names": ["kappa.example", "kappa.test"], "details": "Calls on Mondays."},
    {"id": 4, "name": "Lambda Freight", "domain_names": []},
    {"id": 5, "name": "Sigma", "domain_names": ["gmail.com"]},
]
COMPANIES = (
    "Record ID,Company name,Company Domain Name,ARR,Plan,Company owner,Renewal date\n"
    "901,Kappa,kappa.example,240000,Enterprise,Mei Ito,2027-03-01\n"
    "902,Lambda Freight,lambda-freight.example,36000,Professional,Mei Ito,2027-01-15\n"
    "903,Omikron,omikron.example,1000,Team,Mei Ito,2027-02-01\n"
    "904,Rho Mail,gmail.com,500,Team,Mei Ito,2027-02-01\n"
)


def ticket(number: int, organization: int | None, email: str) -> dict[str, Any]:
    return {
        "id": number,
        "subject": "Export stops at 10,000 rows",
        "status": "open",
        "requester_id": number + 1000,
        "requester": {"name": "Ann", "email": email},
        "organization_id": organization,
        "created_at": f"2026-11-2{number}T08:00:00Z",
    }


TICKETS = [
    ticket(1, 3, "ann@kappa.example"),
    ticket(2, 4, "bo@gmail.com"),
    ticket(3, None, "cy@kappa.example"),
    ticket(4, 5, "dee@gmail.com"),
]


@pytest.fixture
def zendesk(tmp_path: Path) -> Path:
    return written(tmp_path / "zendesk.json", json.dumps({"tickets": TICKETS, "organizations": ORGANIZATIONS}))


@pytest.fixture
def hubspot(tmp_path: Path) -> Path:
    return written(tmp_path / "companies.csv", COMPANIES)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return open_store(tmp_path / "w.db")


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def owners(engine: Engine) -> dict[str, str | None]:
    found = StoreWorkspace(engine).search_tickets(limit=100)
    return {hit.record.id: hit.record.account_id for hit in found}


def accounts(engine: Engine) -> dict[str, dict[str, Any]]:
    workspace = StoreWorkspace(engine)
    ids = sorted({id_ for id_ in owners(engine).values() if id_})
    return {one.id: one.model_dump(exclude_unset=True) for one in workspace.accounts(ids)}


def counts(report: ImportReport) -> tuple[int, int]:
    return report.of("account").new, report.of("account").changed


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("crm_first", [True, False])
def test_a_customer_of_both_exports_is_one_account(
    engine: Engine, zendesk: Path, hubspot: Path, *, crm_first: bool, together: bool
) -> None:
    files = [hubspot, zendesk] if crm_first else [zendesk, hubspot]
    for some in [files] if together else [[one] for one in files]:
        assert import_path(engine, some).problems == []
    workspace = StoreWorkspace(engine)
    assert owners(engine) == {
        "zendesk-1": "kappa.example",
        "zendesk-2": "lambda-freight.example",
        "zendesk-3": "kappa.example",
        "zendesk-4": "zendesk-org-5",
    }
    for id_ in ("kappa.example", "zendesk-org-3", "Kappa", "Kappa Ltd", "ann@kappa.example", "kappa.test"):
        (found,) = workspace.find_accounts(id_)
        assert (found.account.id, found.account.arr_usd, found.account.csm) == ("kappa.example", 240_000, "Mei Ito")
    (kappa,) = workspace.accounts(["zendesk-org-3", "kappa.example"])
    assert (kappa.name, kappa.aliases, kappa.other_ids) == ("Kappa", ("Kappa Ltd",), ("zendesk-org-3",))
    assert (kappa.notes, kappa.plan) == ("Calls on Mondays.", "Enterprise")
    for either in ("zendesk-org-3", "kappa.example"):
        hits = workspace.search_tickets(account_ids=(either,))
        assert {hit.record.id for hit in hits} == {"zendesk-1", "zendesk-3"}
    (sigma,) = workspace.accounts(["zendesk-org-5"])
    assert (sigma.name, sigma.arr_usd) == ("Sigma", None)  # gmail.com is nobody's


@pytest.mark.parametrize("crm_first", [True, False])
def test_importing_both_again_changes_nothing(engine: Engine, zendesk: Path, hubspot: Path, *, crm_first: bool) -> None:
    files = [hubspot, zendesk] if crm_first else [zendesk, hubspot]
    import_path(engine, files)
    before = owners(engine), accounts(engine)
    for again in (files, files[::-1], [zendesk], [hubspot]):
        report = import_path(engine, again)
        assert (counts(report), report.of("ticket").changed, report.problems) == ((0, 0), 0, [])
        assert (owners(engine), accounts(engine)) == before


def test_what_a_later_export_does_not_know_stays_known(engine: Engine, hubspot: Path, tmp_path: Path) -> None:
    import_path(engine, [hubspot])
    own = written(tmp_path / "accounts.csv", "id,name,seats\nkappa.example,Kappa KK,50\n")
    import_path(engine, [own])
    (kappa,) = StoreWorkspace(engine).accounts(["kappa.example"])
    assert (kappa.name, kappa.seats, kappa.arr_usd, kappa.csm) == ("Kappa KK", 50, 240_000, "Mei Ito")


def test_a_value_that_the_same_export_changes_is_changed_for_the_customer(
    engine: Engine, zendesk: Path, hubspot: Path
) -> None:
    import_path(engine, [zendesk, hubspot])
    written(hubspot, COMPANIES.replace("240000", "300000"))
    assert counts(import_path(engine, [hubspot])) == (0, 1)
    assert StoreWorkspace(engine).accounts(["zendesk-org-3"])[0].arr_usd == 300_000


TICKETS_BY_NAME = (
    "Ticket,Firm,Title,Made\nA-1,Kappa Ltd.,Export stops,2026-11-20\nA-2,Nu Works,Export stops,2026-11-21\n"
)
BY_NAME = """
name = "desk"
about = "tickets that name the customer"
checked = "not"
[file]
shape = "csv"
[[rows]]
kind = "ticket"
[rows.fields]
id = "Ticket"
subject = "Title"
created_at = { from = "Made", as = "instant" }
[rows.customers]
name = "Firm"
"""
CRM = """
name = "desk"
about = "a CRM with ids of its own"
checked = "not"
[file]
shape = "csv"
[[rows]]
kind = "account"
[rows.fields]
id = "No"
name = "Firm"
domain = { from = "Web", as = "domain" }
arr_usd = { from = "Worth", as = "number" }
"""
FIRMS = "No,Firm,Web,Worth\nC-1,Kappa,www.kappa.example,240000\nC-2,Nu Works,nu.example,9000\nC-3,Helio Freight,https://helio-freight.example/en,90000\n"
RT = Path(__file__).parent / "exports" / "rt-tickets.tsv"


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_tickets_by_name_and_by_senders_domain_find_a_crm_with_ids_of_its_own(
    engine: Engine, tmp_path: Path, order: tuple[int, ...]
) -> None:
    by_name, crm = written(tmp_path / "n.toml", BY_NAME), written(tmp_path / "c.toml", CRM)
    tickets, firms = written(tmp_path / "t.csv", TICKETS_BY_NAME), written(tmp_path / "f.csv", FIRMS)
    steps: list[tuple[Path, Path | None]] = [(tickets, by_name), (firms, crm), (RT, None)]
    for n in order:
        report = import_path(engine, [steps[n][0]], mapping=steps[n][1])
        assert report.problems == []
    found = owners(engine)
    assert (found["A-1"], found["A-2"]) == ("C-1", "C-2")
    helio = StoreWorkspace(engine).search_tickets(account_ids=("helio-freight.example",), limit=50)
    assert helio
    assert {hit.record.account_id for hit in helio} == {"C-3"}
    assert StoreWorkspace(engine).accounts(["helio-freight.example"])[0].arr_usd == 90_000


def test_jira_organizations_are_found_by_name(engine: Engine, hubspot: Path, tmp_path: Path) -> None:
    head = "Issue key,Summary,Status,Issue Type,Created,Custom field (Organizations)\n"
    line = "SUP-1,Export stops,Open,Bug,19/Aug/26 10:11 AM,Lambda Freight\n"
    import_path(engine, [written(tmp_path / "jira.csv", head + line)])
    import_path(engine, [hubspot])
    assert owners(engine) == {"SUP-1": "lambda-freight.example"}
