"""Bringing a store to the schema this version knows; alembic is loaded only to change a store that holds something."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from escalation.errors import WorkspaceUnusable
from tools.store import search
from tools.store.guard import protect_events
from tools.store.schema import meta, metadata

REVISIONS = ("0001", "0002", "0003", "0004")
"""Every revision this version knows, oldest first; a test compares it with the files in `migrations/versions`."""

HEAD = REVISIONS[-1]


def stored_revision(connection: Connection) -> str | None:
    """The revision of this store; None when it is still empty.

    Raises `WorkspaceUnusable` when the database holds something that is not ours, or a schema newer than we know.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise WorkspaceUnusable(
                "This database belongs to another program; nothing in it was changed.",
                "Name a database file that does not exist yet, or a workspace folder.",
            )
        return None
    revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision is not None and revision not in REVISIONS:
        raise WorkspaceUnusable(
            "This workspace was written by a newer version of customer-escalation.",
            "Update this installation, or use another workspace.",
        )
    return revision


def create(connection: Connection) -> None:
    """Make an empty store whole, as all revisions together would (a test compares them).

    Without alembic: it would stay in memory, 12 MB, in every process that is the first to open a workspace.
    """
    metadata.create_all(connection)
    # The row that hands out escalation numbers; writers lock it, so the register has one order.
    connection.execute(meta.insert().values(key="escalations", value="0"))
    search.create(connection)
    protect_events(connection)
    connection.execute(
        text(
            "CREATE TABLE alembic_version "
            "(version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:head)"), {"head": HEAD})


def upgrade(connection: Connection) -> None:
    """Run every missing revision in the transaction that `connection` is in."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
