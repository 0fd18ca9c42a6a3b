"""What each export says of a customer, and by what it is known in another."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer, String, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Accounts that are there already get their records with the next import: only it knows what they are known by."""
    op.create_table(
        "account_record",
        Column("id", String(128), primary_key=True),
        Column("source", String(128), primary_key=True),
        Column("rank", Integer, nullable=False),
        Column("account_id", String(128), index=True),
        Column("document", Text, nullable=False),
    )
    op.create_table(
        "account_mark",
        Column("kind", String(8), primary_key=True),
        Column("key", String(255), primary_key=True),
        Column("source", String(128), primary_key=True),
        Column("id", String(128), primary_key=True, index=True),
    )
