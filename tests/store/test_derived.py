"""An upgraded product finds by its new words what an older one imported."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, select, text, update

from tools.importing.load import import_path
from tools.store import derived, schema
from tools.store.engine import open_store
from tools.store.location import Location, open_location
from tools.store.workspace import StoreWorkspace


@pytest.fixture
def store(tmp_path: Path) -> Engine:
    (tmp_path / "accounts.jsonl").write_text(json.dumps({"id": "a-1", "name": "Sierra Rail"}) + "\n", encoding="utf-8")
    ticket = {"id": "T-1", "subject": "Export is missing rows", "created_at": "2026-03-01T00:00:00Z"}
    (tmp_path / "tickets.jsonl").write_text(json.dumps(ticket) + "\n", encoding="utf-8")
    engine = open_store(str(tmp_path / "w.db"))
    import_path(engine, [tmp_path])
    derived.refresh(engine)
    return engine


def older(engine: Engine) -> None:
    """As a version left it that knew fewer words: nothing indexed, no names."""
    with engine.begin() as connection:
        connection.execute(delete(schema.account_name))
        connection.execute(update(schema.meta).where(schema.meta.c.key == derived.KEY).values(value="older"))
        connection.execute(text("DELETE FROM search_doc"))
        connection.execute(text("INSERT INTO search_ticket(search_ticket) VALUES ('delete-all')"))


def test_what_an_older_version_derived_is_derived_anew(store: Engine) -> None:
    older(store)
    assert derived.refresh(store) is True
    workspace = StoreWorkspace(store)
    assert [h.record.id for h in workspace.search_tickets("导出丢失行")] == ["T-1"]
    assert [m.account.id for m in workspace.accounts_named_in("Sierra Rail：又出现了")] == ["a-1"]


def test_the_same_version_derives_nothing(store: Engine) -> None:
    assert derived.refresh(store) is False


def test_opening_a_store_brings_it_up_to_date(store: Engine, tmp_path: Path) -> None:
    older(store)
    engine, _ = open_location(Location("database", str(tmp_path / "w.db")))
    assert StoreWorkspace(engine).find_accounts("Sierra Rail") != []
    with engine.connect() as connection:
        stamp = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == derived.KEY)).scalar()
    assert stamp == derived.fingerprint()
