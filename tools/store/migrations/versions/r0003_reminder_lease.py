"""Reminders: who is firing which, until when, and which were fired."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, String

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "reminder_lease",
        Column("claim", String(64), primary_key=True),
        Column("holder", String(64), nullable=False),
        Column("until", BigInteger, nullable=False),
        Column("fired_at", BigInteger),
    )
