"""Who could be one customer and who is: what is not certain stays apart, and what could be either is said."""

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from tools.importing.load import ImportReport, import_path
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace


@pytest.fixture
def engine() -> Engine:
    return open_store("sqlite://")


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


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
    assert "a file accounts.csv with the columns id, name, aliases" in report.doubts[0].message
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
    found = StoreWorkspace(engine).accounts(["zendesk-org-1", domain if domain.endswith("example") else "hubspot-7"])
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


def test_companies_with_free_mail_for_a_domain_are_customers_each(engine: Engine, tmp_path: Path) -> None:
    one: dict[str, Any] = {"id": 1, "name": "Omega", "domain_names": ["gmail.com"]}
    report = imported(engine, tmp_path, [one], "7,Sigma,gmail.com,5000\n8,Rho,www.gmail.com,300\n")
    assert (report.problems, report.of("account").new) == ([], 2)
    assert StoreWorkspace(engine).find_accounts("anybody@gmail.com") == []
