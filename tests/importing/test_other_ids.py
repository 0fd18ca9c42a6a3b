"""What was recorded, sent or kept under an id that is another name of a customer by now."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, delete, func, select

from tools.importing.load import Counts, load
from tools.importing.rows import MADE_UP, Row
from tools.importing.sync import sync
from tools.store import derived, schema
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def organization(number: int = 3, **more: Any) -> Row:
    data = {"id": f"zendesk-org-{number}", "name": "Kappa Ltd", "domain": "kappa.example", **more}
    return Row("account", data, "z.json", 1, "zendesk", 2)


def company(**more: Any) -> Row:
    return Row(
        "account", {"id": "kappa.example", "name": "Kappa", "domain": "kappa.example", **more}, "c.csv", 2, "crm", 1
    )


def ticket(id_: str, account_id: str) -> Row:
    return Row("ticket", {"id": id_, "account_id": account_id, "created_at": AT.isoformat()}, "z.json", 2)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return open_store(tmp_path / "w.db")


def test_an_escalation_of_before_is_the_customers_of_now(engine: Engine) -> None:
    load(engine, [organization(), ticket("T-1", "zendesk-org-3")])
    register = Register(engine)
    ids = ["zendesk-org-3", "kappa.example"]
    id_ = register.open(issue="export stops", who="me", at=AT, account_ids=ids, concepts=["export"])
    register.append(id_, "waiting_on_customer", who="me", at=AT, data={"account_id": "zendesk-org-3"})
    assert register.state(id_).account_ids == ("zendesk-org-3", "kappa.example")
    assert [state.id for state in register.list(account_id="zendesk-org-3")] == [id_]
    report = load(engine, [company(arr_usd=240_000)])
    assert report.joined == 1
    for at in (register, Register(engine)):  # one that had folded it, and one that had not
        state = at.state(id_)
        assert (state.account_ids, list(state.waiting_since)) == (("kappa.example",), ["kappa.example"])
        assert [state.id for state in at.list(account_id="kappa.example")] == [id_]
        assert [state.id for state in at.find_open(account_ids=["kappa.example"], concepts=["export"])] == [id_]
        assert at.events(id_)[-1].data["account_id"] == "kappa.example"
    with engine.connect() as connection:  # the record itself is never rewritten
        assert connection.execute(select(schema.event.c.data).where(schema.event.c.seq == 1)).scalar_one()[
            "account_ids"
        ] == ["zendesk-org-3", "kappa.example"]


def test_an_approved_action_stays_word_for_word(engine: Engine) -> None:
    from tools.store.other_ids import as_now

    load(engine, [organization(), company()])
    action = {"destination": {"account_id": "zendesk-org-3"}}
    with engine.connect() as connection:
        told = as_now(
            connection, [{"action": action, "evidence": [{"account_id": "zendesk-org-3"}, {"account_id": None}]}]
        )
    assert told == [{"action": action, "evidence": [{"account_id": "kappa.example"}, {"account_id": None}]}]


def older(engine: Engine) -> None:
    """As a version left it that kept no records apart."""
    with engine.begin() as connection:
        connection.execute(delete(schema.account_record))
        connection.execute(delete(schema.account_mark))


def test_a_store_of_before_joins_with_the_next_export(engine: Engine) -> None:
    load(engine, [organization(), ticket("T-1", "zendesk-org-3"), company(domain=None, name="Elsewhere", arr_usd=9.0)])
    older(engine)
    load(engine, [company(arr_usd=240_000)])
    workspace = StoreWorkspace(engine)
    (kappa,) = workspace.accounts(["zendesk-org-3"])
    assert (kappa.id, kappa.name, kappa.arr_usd, kappa.other_ids) == (
        "kappa.example",
        "Kappa",
        240_000,
        ("zendesk-org-3",),
    )
    assert workspace.tickets(["T-1"])[0].account_id == "kappa.example"
    assert load(engine, [company(arr_usd=240_000)]).of("account") == Counts(unchanged=1)


def test_a_tickets_sender_takes_nothing_from_a_store_of_before(engine: Engine) -> None:
    load(engine, [company(arr_usd=240_000)])
    older(engine)
    made_up = {"id": "kappa.example", "name": "kappa.example", "domain": "kappa.example", "derived_from": "tickets"}
    load(engine, [Row("account", made_up, "rt.tsv", 1, "senders", MADE_UP)])
    (kappa,) = StoreWorkspace(engine).accounts(["kappa.example"])
    assert (kappa.name, kappa.arr_usd) == ("Kappa", 240_000)


def test_marks_of_an_older_version_are_made_anew(engine: Engine) -> None:
    load(engine, [organization(), company()])
    with engine.begin() as connection:
        before = sorted(tuple(row) for row in connection.execute(select(schema.account_mark)))
        connection.execute(delete(schema.account_mark))
    assert derived.refresh(engine) is True
    with engine.connect() as connection:
        assert sorted(tuple(row) for row in connection.execute(select(schema.account_mark))) == before != []
    assert {found.account.id for found in StoreWorkspace(engine).find_accounts("zendesk-org-3")} == {"kappa.example"}


def test_a_folders_own_accounts_are_as_its_file_tells_them(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    line = '{{"id":"{}","name":"Kappa","domain":"kappa.example","aliases":["b"],"plan":{}}}\n'
    file = folder / "accounts.jsonl"
    file.write_text(line.format("a", '"Pro"') + line.format("b", '"Pro"'))
    sync(engine, folder)
    assert [one.id for one in StoreWorkspace(engine).accounts(["a", "b"])] == ["a", "b"]
    file.write_text(line.format("a", "null"))
    sync(engine, folder)
    (left,) = StoreWorkspace(engine).accounts(["a", "b"])
    assert (left.id, left.plan) == ("a", None)
    with engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(schema.account_record)).scalar() == 1


def test_what_an_import_added_to_a_folders_customer_goes_with_the_file(engine: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "w"
    folder.mkdir()
    file = folder / "accounts.jsonl"
    file.write_text('{"id":"a","name":"Kappa","domain":"kappa.example"}\n{"id":"b","name":"Beta"}\n')
    sync(engine, folder)
    load(engine, [organization(), ticket("T-1", "zendesk-org-3")])
    assert StoreWorkspace(engine).tickets(["T-1"])[0].account_id == "a"
    file.write_text('{"id":"b","name":"Beta"}\n')
    sync(engine, folder)
    workspace = StoreWorkspace(engine)
    assert [one.id for one in workspace.accounts(["a", "b", "zendesk-org-3"])] == ["b"]
    assert workspace.tickets(["T-1"])[0].account_id == "zendesk-org-3"
