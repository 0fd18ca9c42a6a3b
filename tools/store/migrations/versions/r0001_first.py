"""First schema: records, full text, the register and the guard that keeps the register append-only.

Written out and not taken from `tools.store.schema`, which goes on changing: a revision makes the same tables for ever.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Integer, String, Text

from tools.store import search
from tools.store.guard import protect_events

revision = "0001"
down_revision = None


def upgrade() -> None:
    _bookkeeping()
    _accounts()
    _tickets()
    _other_records()
    _register()
    connection = op.get_bind()
    # The row that hands out escalation numbers; writers lock it, so the register has one order.
    op.execute("INSERT INTO meta (key, value) VALUES ('escalations', '0')")
    search.create(connection)
    protect_events(connection)


def _id() -> Column[str]:
    return Column("id", String(128), primary_key=True)


def _document() -> Column[str]:
    return Column("document", Text, nullable=False)


def _bookkeeping() -> None:
    op.create_table("meta", Column("key", String(64), primary_key=True), Column("value", Text, nullable=False))
    op.create_table(
        "imported_file",
        Column("path", String(1024), primary_key=True),
        Column("digest", String(64), nullable=False),
        Column("size", BigInteger),
        Column("mtime_ns", BigInteger),
        Column("at", BigInteger, nullable=False),
    )


def _accounts() -> None:
    op.create_table(
        "account",
        _id(),
        Column("name", Text, nullable=False),
        Column("domain", String(255), index=True),
        Column("plan", String(64), index=True),
        Column("arr_usd", Float),
        _document(),
    )
    op.create_table(
        "account_name",
        Column("account_id", String(128), ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
        Column("key", String(255), primary_key=True, index=True),
        Column("kind", String(16), nullable=False),
    )


def _tickets() -> None:
    op.create_table(
        "ticket",
        _id(),
        Column("account_id", String(128), index=True),
        Column("status", String(32), nullable=False),
        Column("priority", String(32)),
        Column("product_area", String(128), index=True),
        Column("created_at", BigInteger, nullable=False, index=True),
        Column("updated_at", BigInteger),
        Column("solved_at", BigInteger),
        Column("merged_into", String(128), index=True),
        _document(),
    )
    op.create_table(
        "ticket_item",
        Column("ticket_id", String(128), primary_key=True),
        Column("item_id", String(128), primary_key=True, index=True),
    )


def _other_records() -> None:
    op.create_table(
        "article", _id(), Column("status", String(32), nullable=False), Column("type", String(32)), _document()
    )
    op.create_table(
        "message",
        _id(),
        Column("channel", String(255), nullable=False),
        Column("at", BigInteger, nullable=False, index=True),
        Column("thread_of", String(128), index=True),
        _document(),
    )
    op.create_table(
        "item", _id(), Column("type", String(32)), Column("status", String(32), nullable=False), _document()
    )


def _register() -> None:
    op.create_table(
        "event",
        Column("seq", Integer, primary_key=True, autoincrement=True),
        Column("escalation_id", String(64), nullable=False, index=True),
        Column("at", BigInteger, nullable=False),
        Column("who", String(255), nullable=False),
        Column("what", String(64), nullable=False),
        Column("why", Text),
        Column("data", JSON, nullable=False),
    )
    op.create_index("ix_event_escalation_seq", "event", ["escalation_id", "seq"])
