"""The embedded workspace as the domain sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, event, text, update

from escalation.errors import WorkspaceUnusable
from escalation.ports import Workspace
from tools.importing.load import load
from tools.importing.rows import Row, RowKind
from tools.store import schema
from tools.store.engine import open_store
from tools.store.workspace import StoreWorkspace

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def row(kind: RowKind, **data: Any) -> Row:
    return Row(kind, data, "test", 1)


def ticket(id_: str, subject: str = "", *, age_days: float = 1, **more: Any) -> Row:
    created = (NOW - timedelta(days=age_days)).isoformat()
    return row("ticket", **{"id": id_, "subject": subject, "created_at": created, **more})


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


Made = Callable[..., Workspace]


@pytest.fixture
def made(engine: Engine) -> Made:
    def make(*rows: Row) -> Workspace:
        assert load(engine, rows).problems == []
        return StoreWorkspace(engine, now=NOW)

    return make


def ids(records: list[Any]) -> list[str]:
    return [getattr(getattr(one, "record", one), "id", "") for one in records]


def test_the_clock_is_the_one_given_else_the_workspaces_else_the_real_one(engine: Engine) -> None:
    assert abs(StoreWorkspace(engine).now() - datetime.now(UTC)) < timedelta(minutes=5)
    load(engine, [row("workspace", company="x", now="2025-12-24T08:00:00+08:00")])
    assert StoreWorkspace(engine).now() == datetime(2025, 12, 24, tzinfo=UTC)
    assert StoreWorkspace(engine, now=NOW).now() == NOW
    assert StoreWorkspace(engine, now=lambda: NOW + timedelta(hours=1)).now() == NOW + timedelta(hours=1)


def test_coverage_names_what_is_there_and_what_is_not(made: Made) -> None:
    workspace = made(ticket("t"), row("account", id="a", name="A"))
    assert {one.category: one.state for one in workspace.coverage()} == {
        "support_platform": "searched",
        "crm": "searched",
        "chat": "not_connected",
        "project_tracker": "not_connected",
        "knowledge_base": "not_connected",
    }


def test_records_come_back_whole_in_the_order_asked_and_unknown_ids_are_left_out(made: Made) -> None:
    workspace = made(ticket("t1", "one", surprise="kept"), ticket("t2"), row("article", id="kb"), row("item", id="i"))
    tickets = workspace.tickets(["t2", "nope", "t1", "t2"])
    assert ids(tickets) == ["t2", "t1"]
    assert (tickets[1].model_extra or {})["surprise"] == "kept"
    assert ids(workspace.articles(["kb"])) == ["kb"]
    assert ids(workspace.items(["i"])) == ["i"]
    assert ids(workspace.accounts(["t1"])) == []
    assert workspace.messages([]) == []


def test_hundreds_of_records_are_read_in_few_statements(engine: Engine, made: Made) -> None:
    workspace = made(*(ticket(f"t{n}") for n in range(1_200)))
    statements: list[str] = []
    event.listen(
        engine, "before_cursor_execute", lambda *args: statements.append(args[2]) if args[2] != "BEGIN" else None
    )
    assert len(workspace.tickets(f"t{n}" for n in range(1_200))) == 1_200
    assert len(statements) == 2 + 3  # the generation, which ids are another name, then the records


def test_a_broken_document_is_told_with_the_way_out(engine: Engine, made: Made) -> None:
    workspace = made(ticket("t"))
    with engine.begin() as connection:
        connection.execute(update(schema.ticket).values(document='{"id": 1'))
    with pytest.raises(WorkspaceUnusable, match="ticket record t"):
        workspace.tickets(["t"])


def test_among_equal_matches_the_open_and_the_recent_come_first(made: Made) -> None:
    workspace = made(
        ticket("t1", "export fails", age_days=400, status="solved"),
        ticket("t2", "export fails", age_days=1, status="Closed"),
        ticket("t3", "export fails", age_days=1),
        ticket("t4", "export fails", age_days=400),
    )
    found = ids(workspace.search_tickets("export fails"))
    assert found[0] == "t3"
    assert found[-1] == "t1"


def test_a_better_match_stays_ahead_of_a_newer_one(made: Made) -> None:
    workspace = made(
        ticket("exact", "export fails with ERR_EXPORT_77", age_days=900, status="solved"),
        ticket("new", "export fails", age_days=0),
    )
    assert ids(workspace.search_tickets("ERR_EXPORT_77 export fails")) == ["exact", "new"]


def test_tickets_are_filtered_by_account_status_and_time(made: Made) -> None:
    workspace = made(
        ticket("a", "login loop", account_id="A", age_days=2, status="Open"),
        ticket("b", "login loop", account_id="B", age_days=3, status="solved"),
        ticket("c", "login loop", account_id="B", age_days=10),
    )
    since = NOW - timedelta(days=3)
    for words in ("login", ""):
        assert ids(workspace.search_tickets(words, account_ids=["B"])) in (["b", "c"], ["c", "b"])
        assert ids(workspace.search_tickets(words, status=["open"], account_ids=["A", "B"], limit=1)) in (["a"], ["c"])
        assert set(ids(workspace.search_tickets(words, since=since))) == {"a", "b"}
        assert set(ids(workspace.search_tickets(words, until=since))) == {"c"}
        assert workspace.search_tickets(words, account_ids=["nobody"]) == []


def test_a_wide_filter_is_applied_after_ranking(made: Made) -> None:
    rows = [ticket(f"t{n}", "login loop", account_id="A" if n % 2 else "B") for n in range(1_000)]
    workspace = made(*rows, ticket("x", "login loop zyqo", account_id="B"))
    found = workspace.search_tickets("zyqo login", account_ids=["B"], limit=30)
    assert found[0].record.id == "x"
    assert {hit.record.account_id for hit in found} == {"B"}


def test_results_come_in_pages(made: Made) -> None:
    workspace = made(*(ticket(f"t{n}", "login loop", age_days=n) for n in range(7)))
    for words in ("login", ""):
        pages = [ids(workspace.search_tickets(words, limit=3, offset=offset)) for offset in (0, 3, 6, 9)]
        assert [len(page) for page in pages] == [3, 3, 1, 0]
        assert [id_ for page in pages for id_ in page] == [f"t{n}" for n in range(7)]


def test_without_words_open_tickets_come_first_then_the_newest(made: Made) -> None:
    workspace = made(ticket("solved", status="done"), ticket("old", age_days=9), ticket("new", age_days=2))
    assert ids(workspace.search_tickets()) == ["new", "old", "solved"]
    assert {hit.score for hit in workspace.search_tickets()} == {0.0}


def test_tickets_are_found_by_their_links_from_either_side(made: Made) -> None:
    workspace = made(
        ticket("t1", age_days=5, linked_tracker=["ENG-1"]),
        ticket("t2", age_days=4),
        ticket("t3", age_days=3, merged_into="t1"),
        row("item", id="ENG-1", title="Bug", linked_tickets=["t2"]),
        row("item", id="ENG-2", title="Other"),
    )
    assert ids(workspace.tickets_linked_to(tracker=["ENG-1"])) == ["t1", "t2"]
    assert ids(workspace.tickets_linked_to(tracker=["ENG-1"], merged_into=["t1"])) == ["t1", "t2", "t3"]
    assert workspace.tickets_linked_to() == []
    assert ids(workspace.items_linked_to(["t1", "t2"])) == ["ENG-1"]


def test_a_thread_is_the_whole_conversation_from_any_of_its_messages(made: Made) -> None:
    def message(id_: str, minute: int, **more: Any) -> Row:
        return row("message", id=id_, channel="#a", at=f"2026-02-01T00:{minute:02}:00Z", text=id_, **more)

    workspace = made(
        message("root", 0),
        message("r1", 2, thread_of="root"),
        message("r2", 1, thread_of="root"),
        message("r11", 3, thread_of="r1"),
        message("other", 0),
        message("c1", 5, thread_of="c2"),
        message("c2", 6, thread_of="c1"),
        message("orphan", 7, thread_of="gone"),
    )
    for asked in ("root", "r2", "r11"):
        assert ids(workspace.thread(asked)) == ["root", "r2", "r1", "r11"]
    assert ids(workspace.thread("c1")) == ["c1", "c2"]
    assert ids(workspace.thread("orphan")) == ["orphan"]
    assert workspace.thread("nobody") == []


def test_articles_messages_and_items_are_searched_too(made: Made) -> None:
    workspace = made(
        row("article", id="old", title="Export timeout", status="archived"),
        row("article", id="kb", title="Export timeout", status="published"),
        row("message", id="m1", channel="#eng", at="2026-01-01T00:00:00Z", text="导出超时"),
        row("message", id="m2", channel="#eng", at="2026-02-01T00:00:00Z", text="导出超时"),
        row("item", id="done", title="Export timeout", status="done", updated_at="2026-02-01T00:00:00Z"),
        row("item", id="open", title="Export timeout", created_at="2026-02-01T00:00:00Z"),
    )
    assert ids(workspace.search_articles("导出超时")) == ["kb", "old"]
    assert ids(workspace.search_messages("export timeout")) == ["m2", "m1"]
    assert ids(workspace.search_messages("超时", since=datetime(2026, 2, 1, tzinfo=UTC))) == ["m2"]
    assert ids(workspace.search_items("export timeout", limit=1)) == ["open"]


def test_token_counts_and_the_number_of_tickets(made: Made) -> None:
    workspace = made(ticket("t1", "login loop"), ticket("t2", "login"))
    counts = workspace.term_frequencies(["login", "loop", "nothing"])
    assert [counts.get(token, 0) for token in ("login", "loop", "nothing")] == [2, 1, 0]
    assert workspace.ticket_count() == 2


def test_accounts_are_found_by_name_and_inside_texts(made: Made) -> None:
    workspace = made(
        row("account", id="a", name="Acme Corp", domain="acme.com"), row("account", id="x", name="XYZ 科技有限公司")
    )
    (match,) = workspace.find_accounts("acme corp")
    assert (match.account.id, match.how, match.score) == ("a", "name", 1.0)
    assert [one.account.name for one in workspace.find_accounts("xyz科技")] == ["XYZ 科技有限公司"]
    (mention,) = workspace.accounts_named_in("XYZ科技的数据同步")
    assert (mention.account.id, mention.start, mention.end, mention.text) == ("x", 0, 5, "XYZ科技")


def test_names_follow_an_import_at_once(engine: Engine, made: Made) -> None:
    workspace = made(row("account", id="a", name="Acme Corp"))
    assert ids([one.account for one in workspace.find_accounts("Acme Corp")]) == ["a"]
    load(engine, [row("account", id="a", name="Bcme Corp"), row("account", id="n", name="Newcomer Ltd")])
    assert [one.how for one in workspace.find_accounts("Bcme Corp")] == ["name"]
    assert [one.account.id for one in workspace.accounts_named_in("ask Newcomer Ltd")] == ["n"]


def test_an_account_whose_record_is_gone_is_not_returned(engine: Engine, made: Made) -> None:
    workspace = made(row("account", id="a", name="Acme Corp"))
    with engine.begin() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        connection.execute(schema.account_name.insert().values(account_id="a", key="ghost", kind="alias"))
    assert [one.account.id for one in workspace.find_accounts("ghost")] == ["a"]


def test_names_and_sizes_of_segments_are_known(made: Made) -> None:
    workspace = made(
        row("account", id="a", name="Acme Corp", aliases=["Acme East"], plan="Enterprise Plus"),
        row("account", id="b", name="Bolt", plan="professional"),
    )
    assert sorted(workspace.account_names()) == ["Acme Corp", "Bolt", "acme east"]
    assert workspace.account_names(except_ids=["a"]) == ["Bolt"]
    assert [workspace.segment_size(scope) for scope in ("all", "enterprise", "trial")] == [2, 1, 0]


def test_an_id_leads_to_its_account_even_when_another_bears_it_as_a_name(made: Made) -> None:
    workspace = made(row("account", id="globex", name="Globex"), row("account", id="b", name="GLOBEX"))
    assert [(one.account.id, one.how) for one in workspace.find_accounts(" globex ")] == [("globex", "id")]
    assert [one.account.id for one in workspace.find_accounts("Globex")] == ["b", "globex"]
    assert [one.account.id for one in workspace.accounts_named_in("for Globex today")] == ["b", "globex"]


def message(id_: str, text: str, *, minute: int = 0, **more: Any) -> Row:
    at = (NOW + timedelta(minutes=minute)).isoformat()
    return row("message", id=id_, channel="#support", author="Ann", text=text, at=at, **more)


def test_messages_that_name_records_come_by_record_newest_first(made: Made) -> None:
    workspace = made(
        message("m1", "T-7 again", minute=1),
        message("m2", "see T-7 and ENG-1", minute=3),
        message("m3", "t-7 in small letters", minute=4),
        message("m4", "ENG-1 is fixed", minute=2),
    )
    assert ids(workspace.messages_naming(["ENG-1", "T-7", "…", "T-9"])) == ["m2", "m4", "m1"]
    assert ids(workspace.messages_naming(["T-7"], limit=1)) == ["m2"]
    assert workspace.messages_naming([]) == workspace.messages_naming(["…"]) == []
    assert ids(workspace.messages_naming([f"X-{n}" for n in range(150)] + ["T-7"])) == ["m2", "m1"]


def test_threads_are_whole_whichever_of_their_messages_is_known(made: Made) -> None:
    workspace = made(
        message("a", "head"),
        message("b", "answer", minute=1, thread_of="a"),
        message("c", "answer to the answer", minute=2, thread_of="b"),
        message("d", "alone", minute=3),
        message("x", "one of a ring", minute=4, thread_of="y"),
        message("y", "the other", minute=5, thread_of="x"),
        message("z", "its head is gone", minute=6, thread_of="gone"),
    )
    assert ids(workspace.threads(["c", "x", "nobody"])) == ["a", "b", "c", "x", "y"]
    assert ids(workspace.thread("b")) == ["a", "b", "c"]
    assert ids(workspace.threads(["z"])) == ["z"]
    assert workspace.threads([]) == []


def test_a_pasted_log_finds_its_ticket_each_time(made: Made) -> None:
    workspace = made(ticket("t1", "ERR_EXPORT_TIMEOUT in the export"), ticket("t2", "calendar"))
    log = "see ERR_EXPORT_TIMEOUT " + " ".join(f"at frame{n}" for n in range(200))
    assert ids(workspace.search_tickets(log)) == ids(workspace.search_tickets(log)) == ["t1"]
