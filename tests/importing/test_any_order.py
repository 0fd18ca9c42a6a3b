"""Whichever file comes first, and however often: the same accounts, the same owners of tickets, the same doubts."""

from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from tools.importing.load import load
from tools.importing.rows import MADE_UP, Row
from tools.store import schema
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

NAMES = [
    "Acme",
    "Acme Inc",
    "Acme GmbH",
    "Acme UK",
    "Kappa",
    "Kappa Ltd",
    "KAPPA",
    "unknown",
    "星辰",
    "星辰科技有限公司",
]
DOMAINS = ["", "acme.example", "kappa.example", "uk.acme.example", "gmail.com"]
SOURCES = {"crm": 1, "desk": 2, "workspace": 0}

names, domains = st.sampled_from(NAMES), st.sampled_from(DOMAINS)
records = st.tuples(
    names, domains, domains, st.sampled_from([None, 100.0, 200.0]), st.sampled_from(["", "desk-0", "crm-1"])
)


@st.composite
def exports(draw: st.DrawFn) -> list[list[Row]]:
    files: list[list[Row]] = []
    for source, rank in SOURCES.items():
        rows: list[Row] = []
        for n, (name, domain, other, arr, alias) in enumerate(draw(st.lists(records, max_size=4))):
            said: dict[str, Any] = {
                "id": f"{source}-{n}",
                "name": name,
                "arr_usd": arr,
                "aliases": [alias] if alias else [],
            }
            said |= {"domain": domain, "domain_names": [domain, other]} if domain else {}
            rows.append(Row("account", said, source, n + 1, source, rank))
        files.append(rows)
    senders = sorted(draw(st.sets(st.sampled_from(["acme.example", "kappa.example", "other.example"]))))
    tickets = [
        Row("account", {"id": d, "name": d, "domain": d, "derived_from": "tickets"}, "mail", 1, "senders", MADE_UP)
        for d in senders
    ]
    owners = [*senders, *(row.data["id"] for rows in files for row in rows)]
    tickets += [
        Row("ticket", {"id": f"T-{n}", "account_id": owner, "created_at": "2026-11-20T08:00:00Z"}, "mail", n + 1)
        for n, owner in enumerate(owners)
    ]
    return [*files, tickets]


def found(engine: Engine) -> tuple[Any, ...]:
    with engine.connect() as connection:
        accounts = sorted(connection.execute(select(schema.account.c.id, schema.account.c.document)).all())
        keys = sorted(tuple(row) for row in connection.execute(select(schema.account_name)))
    workspace = StoreWorkspace(engine)
    owners = {hit.record.id: hit.record.account_id for hit in workspace.search_tickets(limit=100)}
    every = workspace.tickets([f"T-{n}" for n in range(20)])
    known = [account.id for account in workspace.accounts(sorted({t.account_id or "" for t in every}))]
    return accounts, keys, owners, known


@given(exports())
@settings(max_examples=12, deadline=None)
def test_the_order_of_files_changes_nothing(files: list[list[Row]]) -> None:
    results: list[tuple[Any, ...]] = []
    for order in list(permutations(files))[::7]:
        engine = open_store("sqlite://")
        said: set[str] = set()
        for rows in order:
            load(engine, rows)
        first = found(engine)
        for rows in order:  # importing again changes nothing, and tells the doubts that are left
            report = load(engine, rows)
            assert report.of("account").changed == report.of("account").new == 0
            said |= {doubt.message for doubt in report.doubts}
        assert found(engine) == first
        owners = first[2]
        assert set(owners.values()) == set(first[3])  # each ticket's customer is there
        results.append((*first, said))
        engine.dispose()
    assert all(result == results[0] for result in results)


@given(exports())
@settings(max_examples=25, deadline=None)
def test_two_records_of_one_export_are_one_customer_only_where_an_alias_says_so(files: list[list[Row]]) -> None:
    engine = open_store("sqlite://")
    for rows in files:
        load(engine, rows)
    with engine.connect() as connection:
        placed = connection.execute(select(schema.account_record.c.account_id, schema.account_record.c.source)).all()
    aliases = {alias for rows in files for row in rows for alias in row.data.get("aliases", ())}
    if not aliases:
        assert len(placed) == len(set(placed))
    engine.dispose()
