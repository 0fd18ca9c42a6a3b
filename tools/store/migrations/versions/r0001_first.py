"""First schema: records, full text, the register and the guard that keeps the register append-only."""

from __future__ import annotations

from alembic import op

from tools.store import search
from tools.store.guard import protect_events
from tools.store.schema import meta, metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    connection = op.get_bind()
    metadata.create_all(connection)
    # The row that hands out escalation numbers; writers lock it, so the register has one order.
    connection.execute(meta.insert().values(key="escalations", value="0"))
    search.create(connection)
    protect_events(connection)
