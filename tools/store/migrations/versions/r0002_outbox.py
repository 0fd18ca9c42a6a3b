"""The outbox: what was approved to be sent, until it is sent and read back."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, BigInteger, Column, String

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "outbox",
        Column("key", String(64), primary_key=True),
        Column("proposal", String(32), nullable=False, unique=True),
        Column("escalation_id", String(64), nullable=False),
        Column("hash", String(32), nullable=False),
        Column("action", JSON, nullable=False),
        Column("confirmed_by", String(255), nullable=False),
        Column("state", String(16), nullable=False, index=True),
        Column("worker", String(64)),
        Column("lease_until", BigInteger),
        Column("receipt", String(255)),
        Column("sent_at", BigInteger),
    )
