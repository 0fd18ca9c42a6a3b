"""From an issue to the candidate records of every source: by words, by what those lead to, by links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, event

from escalation.assessment import Issue
from tools.desk.gather import Who, gather, who
from tools.importing.load import load
from tools.importing.rows import Row, RowKind
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = "2026-02-28T09:00:00Z"
LONG_AGO = "2025-11-28T09:00:00Z"


def row(kind: RowKind, **data: Any) -> Row:
    return Row(kind, data, "test", 1)


def ticket(id_: str, subject: str, account_id: str = "acme", **more: Any) -> Row:
    return row("ticket", **{"id": id_, "subject": subject, "account_id": account_id, "created_at": DAY, **more})


def message(id_: str, text: str, **more: Any) -> Row:
    return row("message", id=id_, channel="#support", author="Ann", text=text, at=DAY, **more)


def issue(text: str, **more: Any) -> Issue:
    return Issue(text=text, language="en", kind="bug", **more)


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


Made = Callable[..., StoreWorkspace]


@pytest.fixture
def made(engine: Engine) -> Made:
    def make(*rows: Row) -> StoreWorkspace:
        accounts = [row("account", id="acme", name="Acme Corp"), row("account", id="bee", name="Bee Keepers")]
        assert load(engine, [*accounts, *rows]).problems == []
        return StoreWorkspace(engine, now=NOW)

    return make


ISSUE = "Export of invoices ends with ERR_EXPORT_TIMEOUT"


def test_every_source_is_searched_for_the_words(made: Made) -> None:
    workspace = made(
        ticket("t1", ISSUE),
        ticket("t2", "Colours of the calendar", created_at=LONG_AGO),
        row("article", id="kb", title="Export of invoices times out"),
        row("item", id="ENG-1", title="Invoices export times out"),
        message("m", "invoices export is slow"),
    )
    found = gather(workspace, issue(ISSUE))
    assert [t.id for t in found.tickets] == ["t1"]
    assert [[a.id for a in found.articles], [i.id for i in found.items]] == [["kb"], ["ENG-1"]]
    assert [m.id for m in found.messages] == ["m"]
    assert set(found.accounts) == {"acme"}
    assert found.ticket_total == 2
    assert found.frequencies["export"] == 1
    assert {c.category for c in found.coverage if c.state == "searched"} >= {"chat", "crm"}


def test_a_matching_ticket_leads_to_what_it_is_linked_with(made: Made) -> None:
    workspace = made(
        ticket("t1", ISSUE, linked_tracker=["ENG-1"], linked_kb=["kb"]),
        ticket("t2", "Nothing in common by words", "bee", linked_tracker=["ENG-1"]),
        ticket("t3", "Asked twice", merged_into="t1"),
        row("item", id="ENG-1", title="Worker pool exhausted"),
        row("article", id="kb", title="Quite another matter"),
        message("m1", "t1 looks bad"),
        message("m2", "on it", thread_of="m1"),
        message("m3", "ENG-1 will be fixed tonight"),
    )
    found = gather(workspace, issue(ISSUE))
    assert {t.id for t in found.tickets} == {"t1", "t2", "t3"}
    assert set(found.accounts) == {"acme", "bee"}
    assert [i.id for i in found.items] == ["ENG-1"]
    assert [a.id for a in found.articles] == ["kb"]
    assert {m.id for m in found.messages} == {"m1", "m2", "m3"}


def test_a_message_that_calls_a_linked_item_by_its_number_alone_is_found(made: Made) -> None:
    workspace = made(
        ticket("t1", ISSUE, linked_tracker=["ENG-4127"]),
        row("item", id="ENG-4127", title="Worker pool exhausted"),
        message("m1", "4127 confirmed, the pool is too small since 8.1"),
        message("m2", "4127 chairs were delivered"),
    )
    assert [m.id for m in gather(workspace, issue(ISSUE)).messages] == ["m1"]


def test_what_was_opened_lately_is_read_whatever_its_words(made: Made) -> None:
    workspace = made(ticket("t1", ISSUE), ticket("t2", "Plus aucun mouvement ce matin", "bee"))
    assert {t.id for t in gather(workspace, issue(ISSUE)).tickets} == {"t1", "t2"}


def test_an_error_string_finds_tickets_that_the_words_do_not(made: Made) -> None:
    busy = [ticket(f"w{n:03}", "Export of invoices takes long for our accountants") for n in range(80)]
    workspace = made(*busy, ticket("t1", "Hilfe", description="ERR_EXPORT_TIMEOUT", created_at=LONG_AGO))
    plain = "Export of invoices takes long for our accountants"
    assert "t1" in {t.id for t in gather(workspace, issue(plain, error_strings=("ERR_EXPORT_TIMEOUT",))).tickets}
    assert "t1" not in {t.id for t in gather(workspace, issue(plain)).tickets}


def test_the_named_customers_own_tickets_are_read_whatever_they_say(made: Made) -> None:
    workspace = made(ticket("t1", "Rechnung fehlt"), ticket("t2", "Kalender blass", "bee", created_at=LONG_AGO))
    found = gather(workspace, issue("Acme Corp is angry", claimed_scope="all"))
    assert [t.id for t in found.tickets] == ["t1"]
    assert [a.id for a in found.named] == ["acme"]
    assert found.segment_size == 2
    assert gather(workspace, issue("somebody is angry")).segment_size is None


def test_a_named_ticket_is_read_and_tells_whose_it_is(made: Made) -> None:
    workspace = made(ticket("t1", "Rechnung fehlt", "bee"), ticket("t2", "Noch eine", "bee"))
    found = gather(workspace, issue("please look", ticket_ids=("t1",)))
    assert found.tickets[0].id == "t1"
    assert [a.id for a in found.named] == ["bee"]


def test_tickets_of_two_customers_name_neither(made: Made) -> None:
    workspace = made(ticket("t1", "x"), ticket("t2", "y", "bee"))
    assert who(workspace, issue("look", ticket_ids=("t1", "t2")), None) == Who()


def test_an_account_typed_apart_is_resolved_unknown_or_left_open(made: Made) -> None:
    workspace = made(row("account", id="a1", name="Akme East"), row("account", id="a2", name="Akme West"))
    assert [a.id for a in who(workspace, issue("x"), "Bee Keepers").named] == ["bee"]
    assert who(workspace, issue("x"), " Zzyzx ") == Who(unknown_name="Zzyzx")
    assert {m.account.id for m in who(workspace, issue("x"), "Akme").candidates} == {"a1", "a2"}
    assert [a.id for a in who(workspace, issue("Bee Keepers wait"), "  ").named] == ["bee"]


def test_a_name_that_fits_two_accounts_chooses_neither(made: Made) -> None:
    workspace = made(row("account", id="b1", name="Bluejay Foods"), row("account", id="b2", name="Bluejay Foods"))
    told = who(workspace, issue("Bluejay Foods waits"), None)
    assert told.named == ()
    assert {m.account.id for m in told.candidates} == {"b1", "b2"}


def test_a_preparation_reads_over_one_connection_in_few_statements(engine: Engine, made: Made) -> None:
    workspace = made(*(ticket(f"t{n}", ISSUE, linked_tracker=["ENG-1"]) for n in range(30)), message("m", "t1 and t2"))
    heard: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *args: heard.append(args[2]))
    gather(workspace, issue(ISSUE, error_strings=("ERR_EXPORT_TIMEOUT",), endpoints=("/v2/exports",)))
    assert heard.count("BEGIN") == 1
    assert len(heard) <= 60


def test_what_colleagues_say_of_a_reports_customer_is_read_and_so_are_the_tickets_of_whom_they_name(made: Made) -> None:
    late = "2026-02-28T10:00:00Z"
    workspace = made(
        *(ticket(f"w{n:03}", "Where do I change my mail address?", "cee", created_at=DAY) for n in range(80)),
        row("account", id="cee", name="Ceylon Tea"),
        ticket("t1", ISSUE, created_at=DAY),
        ticket("t2", "Der Quartalsabschluss hängt", "bee", created_at="2026-02-20T09:00:00Z"),
        row("message", id="m", channel="#s", author="Ann", text="Bee Keepers have the same as Acme Corp", at=late),
    )
    found = gather(workspace, issue(ISSUE))
    assert "m" in {m.id for m in found.messages}
    assert "t2" in {t.id for t in found.tickets}
