"""Rows into the store: validated, masked, compared, linked, indexed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, Table, select, text

from escalation.reading.secrets.mask import mask
from escalation.records import Account, Ticket
from tools.importing import load as loading
from tools.importing.load import Counts, ImportReport, import_path, load
from tools.importing.rows import Problem, Row, RowKind
from tools.store import schema
from tools.store.engine import open_store, writing

AT = "2026-01-05T10:00:00+01:00"


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


def rows(kind: RowKind, *records: dict[str, Any], file: str = "f") -> list[Row]:
    return [Row(kind, record, file, line) for line, record in enumerate(records, 1)]


def ticket(id_: object = "t1", **fields: Any) -> dict[str, Any]:
    return {"id": id_, "created_at": AT, **fields}


def everything(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    tables = [table for table in schema.metadata.sorted_tables if table.name != "imported_file"]
    with engine.connect() as connection:
        found = {t.name: sorted(tuple(row) for row in connection.execute(select(t))) for t in tables}
        found["search"] = sorted(
            tuple(row) for row in connection.execute(text("SELECT kind, id, packed FROM search_doc"))
        )
    return found


def documents(engine: Engine, table: Table) -> list[dict[str, Any]]:
    with engine.connect() as connection:
        return [json.loads(one) for one in connection.execute(select(table.c.document).order_by(table.c.id)).scalars()]


def links(engine: Engine) -> set[tuple[str, str]]:
    with engine.connect() as connection:
        return {(one.ticket_id, one.item_id) for one in connection.execute(select(schema.ticket_item))}


def problems(report: ImportReport) -> list[str]:
    return [str(problem) for problem in report.problems]


def test_counts_say_what_an_import_did(engine: Engine) -> None:
    first = load(engine, rows("account", {"id": "a1", "name": "Acme"}, {"id": "a2", "name": "Beta"}))
    assert first.counts == {"account": Counts(new=2)}
    second = load(engine, rows("account", {"id": "a1", "name": "Acme Corp"}, {"id": "a2", "name": "Beta"}))
    assert second.counts == {"account": Counts(changed=1, unchanged=1)}
    assert (second.total, second.problems, second.seconds >= 0) == (2, [], True)


def test_columns_repeat_what_queries_need_and_the_document_keeps_all(engine: Engine) -> None:
    data = ticket(
        account_id="a1", status="x" * 40, product_area="api", custom={"any": [1]}, comments=[{"id": "c", "at": AT}]
    )
    load(engine, rows("ticket", data))
    with engine.connect() as connection:
        row = connection.execute(select(schema.ticket)).one()
    assert (row.account_id, row.status, row.product_area) == ("a1", "x" * 32, "api")
    assert row.created_at == datetime(2026, 1, 5, 9, tzinfo=UTC)
    stored = Ticket.model_validate_json(row.document)
    assert stored.status == "x" * 40
    assert stored.model_extra == {"custom": {"any": [1]}}
    assert "solved_at" not in stored.model_fields_set


def test_an_account_answers_to_its_names_of_now_only(engine: Engine) -> None:
    load(engine, rows("account", {"id": "a1", "name": "Acme Corp", "aliases": ["ACME!"], "domain": "acme.com"}))
    load(engine, rows("account", {"id": "a1", "name": "Acme GmbH", "domain": "acme.com"}))
    with engine.connect() as connection:
        names = {(one.key, one.kind) for one in connection.execute(select(schema.account_name))}
    assert names == {("a1", "id"), ("acme gmbh", "name"), ("acme.com", "domain")}


def test_an_account_without_a_letter_in_its_names_answers_to_none(engine: Engine) -> None:
    assert load(engine, rows("account", {"id": "!", "name": "?"})).of("account") == Counts(new=1)
    assert everything(engine)["account_name"] == []


def test_numeric_ids_become_names(engine: Engine) -> None:
    load(engine, rows("ticket", ticket(17, account_id=4, merged_into=9, linked_tracker=[5, "B-1"])))
    assert documents(engine, schema.ticket)[0] == {
        "id": "17",
        "account_id": "4",
        "created_at": "2026-01-05T09:00:00Z",
        "linked_tracker": ["5", "B-1"],
        "merged_into": "9",
    }


def test_what_a_reader_could_not_read_is_in_the_report(engine: Engine) -> None:
    report = load(engine, [Problem("f", 3, "broken."), *rows("account", {"id": "a", "name": "x"})])
    assert (problems(report), report.total) == (["f:3: broken."], 1)


def test_the_first_of_two_records_with_one_id_is_kept_and_the_second_told(engine: Engine) -> None:
    twice = rows("account", {"id": "a", "name": "first"}, {"id": "a", "name": "second"}, file="d/accounts.jsonl")
    for _ in range(2):
        report = load(engine, twice)
        assert problems(report) == [
            "d/accounts.jsonl:2: id a is already on line 1 of accounts.jsonl; that one is kept."
        ]
        assert documents(engine, schema.account) == [{"id": "a", "name": "first"}]


PASSWORD = "my password: hunter2x7"  # noqa: S105


def test_secrets_are_masked_wherever_people_write(engine: Engine) -> None:
    comment = {"id": "c1", "at": AT, "body": PASSWORD, "extra": PASSWORD}
    load(
        engine,
        rows("ticket", ticket(subject=PASSWORD, description=PASSWORD, comments=[comment], custom=[{"deep": PASSWORD}])),
    )
    load(engine, rows("message", {"id": "m1", "at": AT, "text": PASSWORD}, file="g"))
    load(engine, rows("item", {"id": "i1", "comments": [PASSWORD, {"body": PASSWORD}]}, file="h"))
    load(engine, rows("account", {"id": "a1", "name": "x", "notes": PASSWORD}, file="i"))
    stored = json.dumps(everything(engine), default=str)
    assert "hunter2x7" not in stored
    assert json.dumps(documents(engine, schema.ticket)).count(json.dumps(mask(PASSWORD))[1:-1]) == 5


def test_a_field_that_no_model_knows_is_masked_by_its_name_or_the_label_beside_its_value(engine: Engine) -> None:
    fields = [
        {"id": 7, "name": "Portal password", "value": "hunter"},
        {"label": "初始密码", "value": "qwe123"},
        {"id": "sk-abcdefghijklmnopqrst123", "value": "open"},
        {"name": "Password reset needed", "value": "yes"},
    ]
    custom = {"custom_fields": fields, "apiKey": "zz-9-top", "pin": 4711, "password_policy": "90 days", "key": "PROJ-1"}
    load(engine, rows("ticket", ticket(**custom)))
    for _ in range(2):
        (stored,) = documents(engine, schema.ticket)
        told = json.dumps(stored, ensure_ascii=False)
        assert not [secret for secret in ("hunter", "qwe123", "sk-abc", "zz-9", "4711") if secret in told]
        assert all(kept in told for kept in ("90 days", "PROJ-1", "open", "yes", "Portal password", '"id": 7'))
        load(engine, rows("ticket", stored))


def test_ids_are_never_masked(engine: Engine) -> None:
    card_like = "4111111111111111"
    load(engine, rows("ticket", ticket(card_like, linked_tracker=[card_like])))
    assert links(engine) == {(card_like, card_like)}


def test_links_follow_both_sides(engine: Engine) -> None:
    load(engine, rows("ticket", ticket("t1", linked_tracker=["i1", "i2"])))
    load(engine, rows("item", {"id": "i1", "linked_tickets": ["t1", "t2"]}))
    assert links(engine) == {("t1", "i1"), ("t1", "i2"), ("t2", "i1")}
    load(engine, rows("ticket", ticket("t1")))
    assert links(engine) == {("t1", "i1"), ("t2", "i1")}, "the item still names t1"
    load(engine, rows("item", {"id": "i1"}))
    assert links(engine) == set()


def test_the_header_is_kept_and_may_change(engine: Engine) -> None:
    header = rows("workspace", {"company": "Acme"})
    assert [load(engine, header).of("workspace") for _ in range(2)] == [Counts(new=1), Counts(unchanged=1)]
    assert load(engine, rows("workspace", {"company": "Beta"})).of("workspace") == Counts(changed=1)
    with engine.connect() as connection:
        value = connection.execute(select(schema.meta.c.value).where(schema.meta.c.key == "workspace")).scalar()
    assert value == '{"company":"Beta"}'


def test_more_records_than_one_batch_all_arrive(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "_BATCH", 3)
    mixed = [
        row
        for number in range(8)
        for row in (*rows("article", {"id": f"k{number}"}), *rows("ticket", ticket(f"t{number}")))
    ]
    report = load(engine, [Row(row.kind, row.data, "f", line) for line, row in enumerate(mixed)])
    assert (report.of("article"), report.of("ticket")) == (Counts(new=8), Counts(new=8))


def test_a_file_is_one_transaction(engine: Engine) -> None:
    def breaking() -> Iterator[Row]:
        yield from rows("article", {"id": "k1"}, file="whole")
        yield from rows("article", {"id": "k2"}, file="broken")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(engine, breaking())
    assert [one["id"] for one in documents(engine, schema.article)] == ["k1"]


def test_a_path_chooses_its_reader(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str | None, Path | None]] = []
    heard: list[str] = []

    def heard_of(file: str, _done: int, _total: int) -> None:
        heard.append(file)

    def other_reader(path: Path, *, preset: str | None, mapping: Path | None, progress: Any) -> Iterable[Row]:
        asked.append((path.name, preset, mapping))
        assert progress in (heard_of, None)
        return rows("account", {"id": path.stem, "name": "x"}, file=str(path))

    monkeypatch.setattr("tools.importing.presets.rows_of", other_reader)
    folder = tmp_path / "w"
    folder.mkdir()
    (folder / "accounts.jsonl").write_text('{"id": "in folder", "name": "x"}')
    (folder / "kb.jsonl").write_text('{"id": "k"}')
    (tmp_path / "export.csv").write_text("")
    report = import_path(engine, [folder, tmp_path / "export.csv"], progress=heard_of)
    assert (report.of("account"), report.of("article")) == (Counts(new=2), Counts(new=1))
    import_path(engine, [folder / "kb.jsonl"], preset="zendesk", mapping=tmp_path / "m.toml")
    assert asked == [("export.csv", None, None), ("kb.jsonl", "zendesk", tmp_path / "m.toml")]
    assert heard == ["accounts.jsonl", "kb.jsonl"]


RECORDS = st.lists(
    st.tuples(st.sampled_from("abcde"), st.text("x钥🙂 \x00", max_size=4), st.lists(st.sampled_from("ij"), max_size=2)),
    max_size=6,
    unique_by=lambda record: record[0],
)


@settings(max_examples=30, deadline=None)
@given(RECORDS, st.randoms(use_true_random=False))
def test_any_order_of_the_lines_gives_the_same_store_and_a_second_import_changes_nothing(
    records: list[tuple[str, str, list[str]]], random: Any
) -> None:
    data = [ticket(id_, subject=subject, linked_tracker=linked) for id_, subject, linked in records]
    data += [{"id": f"acc{id_}", "name": subject} for id_, subject, _ in records]
    lines = [Row("account" if "name" in one else "ticket", one, "f", number) for number, one in enumerate(data)]
    one, other = open_store("sqlite://"), open_store("sqlite://")
    load(one, lines)
    before = everything(one)
    random.shuffle(lines)
    again = load(one, lines)
    load(other, lines)
    assert everything(one) == before == everything(other)
    assert sum(count.new + count.changed for count in again.counts.values()) == 0
    one.dispose()
    other.dispose()


def test_a_stored_account_reads_back_equal(engine: Engine) -> None:
    data = {"id": "a", "name": "x", "deals": [{"name": "d", "close_date": "2026-02-01"}], "sla": {"update_h": 2}}
    load(engine, rows("account", data))
    with writing(engine) as connection:
        document = connection.execute(select(schema.account.c.document)).scalar_one()
    assert Account.model_validate_json(document) == Account.model_validate(data)
