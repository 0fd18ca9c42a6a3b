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


def doubts(report: ImportReport) -> list[str]:
    return [f"{Path(one.file).name}:{one.line} {one.message.split('. If')[0]}" for one in report.doubts]


def imported(engine: Engine, tmp_path: Path, organizations: list[dict[str, Any]], companies: str) -> ImportReport:
    box = {"tickets": [], "organizations": organizations}
    import_path(engine, [written(tmp_path / "z.json", json.dumps(box))])
    head = "Record ID,Company name,Company Domain Name,ARR\n"
    return import_path(engine, [written(tmp_path / "companies.csv", head + companies)])


def test_of_several_organisations_with_the_companys_domain_none_is_taken_and_it_is_said(
    engine: Engine, tmp_path: Path
) -> None:
    both: list[dict[str, Any]] = [
        {"id": 1, "name": "Mueller Logistik", "domain_names": ["reseller.example"]},
        {"id": 2, "name": "Weber Druck", "domain_names": ["reseller.example"]},
    ]
    report = imported(engine, tmp_path, both, "7,Reseller,reseller.example,5000\n")
    assert doubts(report) == [
        (
            "companies.csv:2 left apart: reseller.example (Reseller) and zendesk-org-1 (Mueller Logistik), zendesk-org-2"
            " (Weber Druck) share the domain reseller.example, and more than one would fit"
        )
    ]
    assert "accounts.csv with the columns id, name, aliases" in report.doubts[0].message
    assert StoreWorkspace(engine).accounts(["zendesk-org-1"])[0].arr_usd is None
    again = import_path(engine, [tmp_path / "companies.csv"])
    assert doubts(again) == doubts(report)  # as long as it is so


def test_what_the_report_advises_joins_them_in_the_same_import_and_for_good(engine: Engine, tmp_path: Path) -> None:
    both: list[dict[str, Any]] = [
        {"id": 1, "name": "Mueller Logistik", "domain_names": ["reseller.example"]},
        {"id": 2, "name": "Weber Druck", "domain_names": ["reseller.example"]},
    ]
    imported(engine, tmp_path, both, "7,Reseller,reseller.example,5000\n")
    advised = written(tmp_path / "accounts.csv", "id,name,aliases\nreseller.example,Reseller,zendesk-org-2\n")
    for files in ([advised], [tmp_path / "companies.csv", advised], [tmp_path / "z.json"]):
        assert doubts(import_path(engine, files)) == []
        one, two = (StoreWorkspace(engine).accounts([f"zendesk-org-{n}"])[0] for n in (1, 2))
        assert (one.id, one.arr_usd, two.id, two.arr_usd) == ("zendesk-org-1", None, "reseller.example", 5000)


@pytest.mark.parametrize(
    ("organization", "domains", "company", "domain"),
    [
        (
            "Acme Corp UK",
            ["acme.example"],
            "Acme Corp",
            "acme.example",
        ),  # a subsidiary that writes from its parent's domain
        ("Acme Holding", ["acme.example"], "Acme", "acme.example"),
        ("Acme Foods", ["acme.example"], "Acme Logistics", "acme.example"),
        ("Acme GmbH", ["acme.example"], "Acme Inc.", "acme.example"),
        ("星辰集团", ["xingchen.example"], "星辰", "xingchen.example"),
        ("北京星辰科技", ["xingchen.example"], "上海星辰科技", "xingchen.example"),
        ("Mueller Logistik", ["reseller.example"], "Reseller", "reseller.example"),  # whom a reseller writes for
        ("Delta", ["delta.example"], "Delta", "delta-faucet.example"),  # two firms of one name
        ("Acme", ["uk.acme.example"], "Acme Foods", "acme.example"),
        ("Acme Corp UK", [], "Acme Corp", "acme.example"),
        ("Sigma", ["gmail.com"], "Sigma Two", "gmail.com"),
        ("Unknown", [], "unknown", ""),
        ("Kappa Labs", [], "Kappa", "kappa.example"),
    ],
)
def test_look_alikes_stay_apart(
    engine: Engine, tmp_path: Path, organization: str, domains: list[str], company: str, domain: str
) -> None:
    one: dict[str, Any] = {"id": 1, "name": organization, "domain_names": domains}
    imported(engine, tmp_path, [one], f"7,{company},{domain},5000\n")
    found = StoreWorkspace(engine).accounts(["zendesk-org-1", domain or "hubspot-7"])
    assert [(each.name, each.arr_usd) for each in found] == [(organization, None), (company, 5000)]


@pytest.mark.parametrize(
    ("organization", "domains", "company", "domain"),
    [
        ("KAPPA LTD.", ["kappa.example"], "Kappa", "www.kappa.example"),
        ("Kappa", ["kappa.test", "kappa.example"], "Kappa Technologies Inc", "kappa.example"),
        ("Helio", ["helio-freight.example"], "Helio Freight", "helio-freight.example"),
        ("IBM", ["ibm.example"], "International Business Machines Corp.", "ibm.example"),
        ("星辰", ["xingchen.example"], "上海星辰信息技术有限公司", "xingchen.example"),
        ("北京星辰科技有限公司", [], "北京星辰科技", "xingchen.example"),
        ("Kappa Ltd", [], "Kappa Limited", "kappa.example"),
        ("Acme Inc", [], "ACME Corporation", "acme.example"),
    ],
)
def test_one_customer_under_two_spellings_is_one(
    engine: Engine, tmp_path: Path, organization: str, domains: list[str], company: str, domain: str
) -> None:
    one: dict[str, Any] = {"id": 1, "name": organization, "domain_names": domains}
    assert doubts(imported(engine, tmp_path, [one], f"7,{company},{domain},5000\n")) == []
    (found,) = StoreWorkspace(engine).accounts(["zendesk-org-1"])
    assert (found.name, found.arr_usd, found.other_ids) == (company, 5000, ("zendesk-org-1",))


def test_the_one_with_the_companys_very_name_is_taken_where_a_branch_has_the_domain_too(
    engine: Engine, tmp_path: Path
) -> None:
    both: list[dict[str, Any]] = [
        {"id": 1, "name": "Acme Corp", "domain_names": ["acme.example"]},
        {"id": 2, "name": "Acme Corp UK", "domain_names": ["acme.example"]},
    ]
    assert doubts(imported(engine, tmp_path, both, "7,Acme Corp,acme.example,5000\n")) == []
    found = StoreWorkspace(engine).accounts(["zendesk-org-1", "zendesk-org-2"])
    assert [(each.id, each.arr_usd) for each in found] == [("acme.example", 5000), ("zendesk-org-2", None)]


def test_a_join_ends_when_a_later_import_shows_that_another_would_fit_as_well(engine: Engine, tmp_path: Path) -> None:
    one: dict[str, Any] = {"id": 1, "name": "Kappa", "domain_names": []}
    two: dict[str, Any] = {"id": 2, "name": "Kappa Ltd", "domain_names": []}
    imported(engine, tmp_path, [one], "7,Kappa,kappa.example,5000\n")
    assert StoreWorkspace(engine).accounts(["zendesk-org-1"])[0].arr_usd == 5000
    report = import_path(engine, [written(tmp_path / "z2.json", json.dumps({"tickets": [], "organizations": [two]}))])
    assert len(report.doubts) == 1
    found = StoreWorkspace(engine).accounts(["zendesk-org-1", "zendesk-org-2", "kappa.example"])
    assert [(each.id, each.arr_usd) for each in found] == [
        ("zendesk-org-1", None),
        ("zendesk-org-2", None),
        ("kappa.example", 5000),
    ]
