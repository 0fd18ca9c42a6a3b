"""Full text: what finds what, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, text

from escalation.errors import WorkspaceUnusable
from escalation.records import Account, Article, Message, Ticket, TrackerItem
from tools.store import proposing, search
from tools.store.memory import Counts
from tools.store.postings import Postings

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)


@pytest.fixture
def connection() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        search.create(connection)
        yield connection
    engine.dispose()


def found(connection: Connection, words: str, kind: str = "ticket", limit: int = 10) -> list[str]:
    return [id_ for id_, _ in search.query(connection, kind, words, limit)]


def test_a_query_in_one_language_finds_texts_in_the_other(connection: Connection) -> None:
    search.index(
        connection,
        "ticket",
        [
            ("en", "Data export is missing rows"),
            ("zh", "数据导出后缺行"),
            ("tw", "資料匯出缺少資料列"),
            ("no", "Invoice shows wrong currency"),
        ],
    )
    for query in ("export missing rows", "导出丢失行", "匯出遺失資料列"):
        assert set(found(connection, query)) == {"en", "zh", "tw"}, query


def test_rows_with_all_words_come_before_rows_with_some(connection: Connection) -> None:
    search.index(
        connection, "ticket", [("some", "login slow slow login"), ("all", "login loop after logout"), ("x", "loop")]
    )
    assert found(connection, "login loop")[0] == "all"


@given(st.lists(st.from_regex(r"ERR_[A-Z]{3,8}_[0-9]{2,4}", fullmatch=True), min_size=2, max_size=12, unique=True))
@SHARED
def test_every_error_string_finds_its_ticket_first(connection: Connection, errors: list[str]) -> None:
    rows = [(f"t{n}", f"The export of orders failed again: {error}, please help") for n, error in enumerate(errors)]
    search.index(connection, "ticket", rows)
    for n, error in enumerate(errors):
        assert found(connection, f"export failed with {error}")[0] == f"t{n}"
    search.remove(connection, "ticket", [id_ for id_, _ in rows])


@given(st.text(HAN, min_size=2, max_size=2), st.text(HAN, max_size=6), st.text(HAN, max_size=6))
@SHARED
def test_any_two_characters_of_a_chinese_text_find_it(
    connection: Connection, word: str, before: str, after: str
) -> None:
    search.index(connection, "ticket", [("here", before + word + after)])
    assert found(connection, word) == ["here"]
    search.remove(connection, "ticket", ["here"])


@pytest.mark.parametrize(
    ("stored", "asked"), [("數據匯出失敗", "数据汇出失败"), ("数据汇出失败", "數據匯出失敗"), ("帳號", "账号")]
)
def test_either_chinese_script_finds_the_other(connection: Connection, stored: str, asked: str) -> None:
    search.index(connection, "article", [("a", stored)])
    assert found(connection, asked, "article") == ["a"]


def test_indexing_an_id_again_replaces_it(connection: Connection) -> None:
    search.index(connection, "ticket", [("t", "login loop"), ("u", "login")])
    search.index(connection, "ticket", [("t", "export timeout"), ("u", "login")])
    assert found(connection, "loop") == []
    assert found(connection, "timeout") == ["t"]
    counts = search.term_frequencies(connection, ["login", "loop", "timeout", "timeout"])
    assert [counts.get(token, 0) for token in ("login", "loop", "timeout")] == [1, 0, 1]
    connection.execute(text("INSERT INTO search_ticket (search_ticket) VALUES ('integrity-check')"))


def test_indexing_nothing_and_removing_unknown_ids_change_nothing(connection: Connection) -> None:
    search.index(connection, "ticket", [])
    search.remove(connection, "ticket", ["nobody"])
    assert found(connection, "anything") == []


def test_kinds_are_kept_apart(connection: Connection) -> None:
    search.index(connection, "ticket", [("1", "webhook")])
    search.index(connection, "item", [("1", "dashboard")])
    search.remove(connection, "item", ["1"])
    assert found(connection, "webhook") == ["1"]
    assert found(connection, "dashboard", "item") == []


def test_making_the_tables_twice_keeps_what_they_hold(connection: Connection) -> None:
    search.index(connection, "ticket", [("1", "webhook")])
    search.create(connection)
    assert found(connection, "webhook") == ["1"]


def test_a_record_asked_for_by_its_id_comes_before_those_that_mention_it(connection: Connection) -> None:
    search.index(connection, "ticket", [("T-7", "T-7 login"), ("T-8", "T-8 merged into T-7 T-7 T-7"), ("T-9", "T-9")])
    assert found(connection, "T-7")[0] == "T-7"


@pytest.mark.parametrize(
    "words", ["", "   ", '" OR *', "NEAR(a b)", "'); DROP TABLE ticket;--", "o'neil's", "-", "body:x", "😀"]
)
def test_no_query_is_read_as_syntax(connection: Connection, words: str) -> None:
    search.index(connection, "ticket", [("1", "webhook")])
    assert found(connection, words) == []


def test_a_very_long_question_is_answered(connection: Connection) -> None:
    search.index(connection, "ticket", [("1", "webhook lost"), ("2", "export")])
    assert found(connection, "webhook " + " ".join(f"word{n}" for n in range(8000)))[0] == "1"


def test_the_limit_is_kept(connection: Connection) -> None:
    search.index(connection, "ticket", [(str(n), "webhook") for n in range(700)])
    assert len(found(connection, "webhook", limit=5)) == 5
    assert found(connection, "webhook", limit=0) == []


def test_among_scores_only_the_ids_given(connection: Connection) -> None:
    search.index(connection, "ticket", [("1", "webhook"), ("2", "webhook"), ("3", "dashboard")])
    assert [id_ for id_, _ in search.among(connection, "ticket", "webhook", ["2", "3", "9"])] == ["2"]
    assert search.among(connection, "ticket", "zzz", ["2"]) == []


def test_an_unknown_kind_is_refused(connection: Connection) -> None:
    for ask in (
        lambda: search.index(connection, "account", []),
        lambda: search.remove(connection, "account", []),
        lambda: search.query(connection, "account", "x", 1),
    ):
        with pytest.raises(ValueError, match="account"):
            ask()


def test_another_database_is_refused_with_the_way_out() -> None:
    elsewhere = cast("Connection", SimpleNamespace(dialect=SimpleNamespace(name="postgresql")))
    with pytest.raises(WorkspaceUnusable, match="postgresql"):
        search.create(elsewhere)


def test_the_text_of_a_record_is_everything_people_search_it_by() -> None:
    ticket = Ticket.model_validate(
        {
            "id": "T-1",
            "subject": "Subject",
            "description": "Described",
            "product_area": "area51",
            "tags": ["tagged"],
            "requester": {"name": "Jane", "email": "jane@acme.com"},
            "created_at": "2026-01-01T00:00:00Z",
            "linked_tracker": ["ENG-1"],
            "comments": [{"id": "c", "at": "2026-01-01T00:00:00Z", "public": False, "body": "inside"}],
        }
    )
    words = search.text_of("ticket", ticket).split("\n")
    assert words.count("Subject") == 2
    assert {"T-1", "Described", "area51", "tagged", "Jane", "jane@acme.com", "ENG-1", "inside"} <= set(words)
    article = Article(id="KB-1", title="Title", body="Body", tags=("tag",), fixed_in="v4.2")
    assert {"KB-1", "Title", "Body", "tag", "v4.2"} <= set(search.text_of("article", article).split("\n"))
    message = Message.model_validate({"id": "m", "channel": "#eng", "at": "2026-01-01T00:00:00Z", "text": "hi"})
    assert search.text_of("message", message) == "m\n#eng\nhi"
    item = TrackerItem.model_validate(
        {
            "id": "ENG-1",
            "title": "Bug",
            "labels": ["sync"],
            "comments": ["plain", {"body": "told"}],
            "linked_tickets": ["T-1"],
        }
    )
    assert {"ENG-1", "Bug", "sync", "plain", "told", "T-1"} <= set(search.text_of("item", item).split("\n"))
    assert search.text_of("account", Account(id="a", name="A")) == ""


TEXTS = st.text("abc 登录失败_/:-", max_size=24)
WORDS = st.lists(st.sampled_from(["login", "loop", "export", "stalls", "retry", "zyqo", "登录", "失败"]), max_size=9)


@SHARED
@given(texts=st.lists(TEXTS, min_size=1, max_size=8), words=TEXTS)
def test_a_kind_with_few_rows_is_read_whole_and_finds_the_same(
    connection: Connection, texts: list[str], words: str
) -> None:
    ids = [f"K-{number}" for number in range(len(texts))]
    search.remove(connection, "article", [f"K-{number}" for number in range(8)])
    search.index(connection, "article", list(zip(ids, texts, strict=True)))
    assert search.query(connection, "article", words, 10, Counts()) == search.query(connection, "article", words, 10)


@settings(max_examples=80, deadline=None)
@given(
    texts=st.lists(WORDS.map(" ".join), min_size=6, max_size=14),
    words=WORDS.map(" ".join),
    deepest=st.integers(2, 4),
    most=st.integers(3, 30),
)
def test_what_memory_proposes_and_scores_is_what_the_database_does(
    texts: list[str], words: str, deepest: int, most: int
) -> None:
    """With so few rows scored and so few looked at that both must leave out the same ones."""
    engine = create_engine("sqlite://")
    with pytest.MonkeyPatch.context() as patch, engine.begin() as connection:
        for module in (search, proposing):
            patch.setattr(module, "DEEPEST", deepest)
        patch.setattr(proposing, "_POSTINGS", most)
        search.create(connection)
        rows = [(f"M-{number}", text) for number, text in enumerate(texts)]
        search.index(connection, "message", rows[3:])
        search.index(connection, "message", rows[:3])
        search.remove(connection, "message", ["M-4"])
        known, ids = Counts(), [id_ for id_, _ in rows[::2]]
        assert search.query(connection, "message", words, 9, known) == search.query(connection, "message", words, 9)
        assert known.postings["message"] is not None or not words
        asked = (connection, "message", words, ids)
        assert search.among(*asked, known) == search.among(*asked)
        for phrase in (words, "login loop", "nothing"):
            named = search.holding(connection, "message", [phrase], 3, known)
            assert sorted(named[0]) == sorted(search.holding(connection, "message", [phrase], 3)[0])
        tokens = ["login", "loop", "nothing"]
        held, stored = (search.term_frequencies(connection, tokens, "message", known=one) for one in (known, None))
        assert [held.get(token, 0) for token in tokens] == [stored.get(token, 0) for token in tokens]
    engine.dispose()


def test_a_kind_with_many_rows_stays_in_the_database(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST", 5)
    search.index(connection, "message", [(f"M-{number}", "export stalls") for number in range(6)])
    known = Counts()
    assert len(search.query(connection, "message", "export", 10, known)) == 6
    assert known.postings == {"message": None}


def test_a_token_is_counted_as_often_as_it_stands_in_each_record() -> None:
    postings = Postings([("a", 3, "login login loop"), ("b", 1, "login"), ("c", 2, "x" + " x" * 70_000)])
    assert dict(postings.counted("login")) == {0: 2, 1: 1}
    assert (postings["login"], postings["loop"], postings.get("zyqo")) == (2, 1, 0)
    assert dict(postings.counted("x")) == {2: 0xFFFF}
    assert postings.holding(["login", "loop"]) == [0]
    assert postings.holding([]) == []
    assert set(postings) == {"login", "loop", "x"}
    assert len(postings) == 3
