"""The store is SQLite now and PostgreSQL later: what is SQLite's own stands where the other one will be written."""

import re
from pathlib import Path

from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from tools.store import schema

TOOLS = Path(__file__).parents[2] / "tools"
OWN_SQL = re.compile(
    r"\bfts5|\bMATCH \?|\browid\b|json_group_array|\bINSERT OR \b|sqlite_(?:master|schema)|julianday"
    r"|dialects(?:\.| import )sqlite"
)


def holding(pattern: re.Pattern[str]) -> set[str]:
    files = (path for path in TOOLS.rglob("*.py") if "migrations" not in path.parts)
    return {path.relative_to(TOOLS).as_posix() for path in files if pattern.search(path.read_text(encoding="utf-8"))}


def test_only_the_search_speaks_sqlites_own_sql() -> None:
    assert holding(OWN_SQL) == {"store/search.py", "store/proposing.py"}


def test_statements_past_sqlalchemy_are_only_there_and_where_each_database_has_its_own() -> None:
    places = {"store/search.py", "store/proposing.py", "store/engine.py", "store/guard.py"}
    assert holding(re.compile(r"exec_driver_sql")) == places


def test_only_the_opening_of_a_store_tunes_sqlite() -> None:
    assert holding(re.compile(r"\bPRAGMA\b")) == {"store/engine.py"}


def test_every_table_can_be_made_in_postgresql() -> None:
    assert len(schema.metadata.tables) > 5
    for table in schema.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect())).startswith("\nCREATE TABLE")
        for index in table.indexes:
            assert "CREATE" in str(CreateIndex(index).compile(dialect=postgresql.dialect()))
