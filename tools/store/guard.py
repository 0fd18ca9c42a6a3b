"""What makes the register append-only in the database itself: rewriting or removing an event is refused there."""

from __future__ import annotations

from sqlalchemy import Connection

_REFUSAL = "the register is append-only"

_SQLITE = tuple(
    f"CREATE TRIGGER event_no_{verb.lower()} BEFORE {verb} ON event BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    for verb in ("UPDATE", "DELETE")
)

_POSTGRESQL = (
    f"""CREATE FUNCTION event_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$""",
    """CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event
        FOR EACH STATEMENT EXECUTE FUNCTION event_append_only()""",
)


def protect_events(connection: Connection) -> None:
    """Refuse UPDATE and DELETE on `event` (invariant 7). Other databases than these two get no guard."""
    for statement in {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}.get(connection.dialect.name, ()):
        connection.exec_driver_sql(statement)
