"""The database's own faults, told in our words with the way out."""

from __future__ import annotations

from sqlalchemy.engine.interfaces import ExceptionContext

from escalation.errors import WorkspaceUnusable

_KNOWN: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("not a database", "malformed", "disk image", "file is encrypted"),
        "The workspace {place} is damaged, or is not a database of ours.",
        "Move it away and import your data again, or put a backup in its place.",
    ),
    (
        ("readonly", "read-only"),
        "The workspace {place} can be read but not written.",
        "Make the file and its folder writable, or choose another place with --workspace or CUSTOMER_ESCALATION_HOME.",
    ),
    (
        ("is full", "disk i/o error"),
        "The disk of the workspace {place} refused to take more data; nothing was half-written.",
        "Free some space or check the disk, then do the same again.",
    ),
    (
        ("locked", "busy"),
        "Another process has been writing to the workspace {place} for a long time.",
        "Wait for it to finish (an import, most likely), then do the same again.",
    ),
    (
        ("connection failed", "connection refused", "could not translate", "authentication failed", "server closed"),
        "The database {place} cannot be reached, or does not let us in.",
        "Check the address, the user and that the server is running; the password comes from the URL or from PGPASSWORD.",
    ),
    (
        ("unable to open",),
        "The workspace {place} cannot be opened.",
        "Check that the path exists and that you may read and write it.",
    ),
)


def told(fault: BaseException, place: str) -> WorkspaceUnusable | None:
    """The error to raise for a driver's `fault`; None when it is not one about the workspace itself."""
    words = str(fault).lower()
    for signs, message, remedy in _KNOWN:
        if any(sign in words for sign in signs):
            return WorkspaceUnusable(message.format(place=place), remedy)
    return None


def translate(context: ExceptionContext, place: str) -> None:
    """SQLAlchemy `handle_error` listener: raises the told error instead of the driver's."""
    error = told(context.original_exception, place)
    if error is not None:
        raise error from context.original_exception
