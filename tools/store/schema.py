"""Tables of the store. A record is kept whole in `document`; columns repeat only what queries filter, join or sort by.

Portable SQL only: SQLite now, PostgreSQL later. Full text lives in `tools.store.search` alone.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Column, Dialect, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.types import JSON, TypeDecorator


class UtcInstant(TypeDecorator[datetime]):
    """An aware instant, stored as whole microseconds since 1970 UTC so that order and equality hold on every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        delta = value.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
        return (delta.days * 86_400 + delta.seconds) * 1_000_000 + delta.microseconds

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        seconds, micros = divmod(int(value), 1_000_000)
        return datetime.fromtimestamp(seconds, tz=UTC).replace(microsecond=micros)


metadata = MetaData()

meta = Table("meta", metadata, Column("key", String(64), primary_key=True), Column("value", Text, nullable=False))

imported_file = Table(
    "imported_file",
    metadata,
    Column("path", String(1024), primary_key=True),
    Column("digest", String(64), nullable=False),
    # Unchanged size and time spare reading the file for its digest.
    Column("size", BigInteger),
    Column("mtime_ns", BigInteger),
    Column("at", UtcInstant, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("name", Text, nullable=False),
    Column("domain", String(255), index=True),
    Column("plan", String(64), index=True),
    Column("arr_usd", Float),
    Column("document", Text, nullable=False),
)

# One row per name an account answers to (name, alias, domain), normalised, for exact and near-miss look-up.
account_name = Table(
    "account_name",
    metadata,
    Column("account_id", String(128), ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(255), primary_key=True, index=True),
    Column("kind", String(16), nullable=False),
)

# What each export says of a customer, as it says it; `account` is what all of them together say of one customer. `account_id`
# is that customer, null while it is to be worked out. The less of a customer a kind of export knows, the higher its rank.
account_record = Table(
    "account_record",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("source", String(128), primary_key=True),
    Column("rank", Integer, nullable=False),
    Column("account_id", String(128), index=True),
    Column("document", Text, nullable=False),
)

# By what a customer of one export is known in another: its domains, its names without their legal form, ids given as aliases.
account_mark = Table(
    "account_mark",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("key", String(255), primary_key=True),
    Column("source", String(128), primary_key=True),
    Column("id", String(128), primary_key=True, index=True),
)

ticket = Table(
    "ticket",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("account_id", String(128), index=True),
    Column("status", String(32), nullable=False),
    Column("priority", String(32)),
    Column("product_area", String(128), index=True),
    Column("created_at", UtcInstant, nullable=False, index=True),
    Column("updated_at", UtcInstant),
    Column("solved_at", UtcInstant),
    Column("merged_into", String(128), index=True),
    Column("document", Text, nullable=False),
)

# Links named from either side (ticket.linked_tracker, item.linked_tickets) land in one table.
ticket_item = Table(
    "ticket_item",
    metadata,
    Column("ticket_id", String(128), primary_key=True),
    Column("item_id", String(128), primary_key=True, index=True),
)

article = Table(
    "article",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("status", String(32), nullable=False),
    Column("type", String(32)),
    Column("document", Text, nullable=False),
)

message = Table(
    "message",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("channel", String(255), nullable=False),
    Column("at", UtcInstant, nullable=False, index=True),
    Column("thread_of", String(128), index=True),
    Column("document", Text, nullable=False),
)

item = Table(
    "item",
    metadata,
    Column("id", String(128), primary_key=True),
    Column("type", String(32)),
    Column("status", String(32), nullable=False),
    Column("document", Text, nullable=False),
)

# The register: append-only. `seq` is the total order; the state of an escalation is a fold over its events.
event = Table(
    "event",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("escalation_id", String(64), nullable=False, index=True),
    Column("at", UtcInstant, nullable=False),
    Column("who", String(255), nullable=False),
    Column("what", String(64), nullable=False),
    Column("why", Text),
    Column("data", JSON, nullable=False),
)

Index("ix_event_escalation_seq", event.c.escalation_id, event.c.seq)

# Approved actions, one row per proposal: `key` is what the other side knows them by. A worker that sends holds the lease;
# when it dies, another one looks whether it was sent and finishes.
outbox = Table(
    "outbox",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("proposal", String(32), nullable=False, unique=True),
    Column("escalation_id", String(64), nullable=False),
    Column("hash", String(32), nullable=False),
    Column("action", JSON, nullable=False),
    Column("confirmed_by", String(255), nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("worker", String(64)),
    Column("lease_until", UtcInstant),
    Column("receipt", String(255)),
    Column("sent_at", UtcInstant),
)

# One row per miss that is to be told: who has taken it until when, and whether it was told.
reminder_lease = Table(
    "reminder_lease",
    metadata,
    Column("claim", String(64), primary_key=True),
    Column("holder", String(64), nullable=False),
    Column("until", UtcInstant, nullable=False),
    Column("fired_at", UtcInstant),
)
