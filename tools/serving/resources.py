"""Resources: an escalation's brief and record, and the policies that briefs are judged by."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ResourceNotFoundError

from escalation.errors import EscalationError, NotFound
from tools.catalog.escalation_rows import record_line, row
from tools.desk.office import Office
from tools.results.readable import readable
from tools.serving import policies

_MARKDOWN = "text/markdown"


def add_to(server: MCPServer[Office], office: Office) -> None:
    """Registers the four resources; each opens the office when it is read, not before."""

    def brief(id: str) -> str:
        with _told():
            state = office.open().register.state(id)
        if state.brief is not None:
            return state.brief
        standing = readable(row(state).model_dump(mode="json", exclude_none=True))
        return f"No brief has been written yet.\n\n{standing}\n"

    def record(id: str) -> str:
        with _told():
            events = office.open().register.events(id)
        lines = [record_line(event) for event in events]
        return "\n".join(
            f"- {' · '.join(part for part in (line.at, line.who, line.what, line.why, line.data) if part)}"
            for line in lines
        )

    def criteria() -> str:
        with _told():
            return policies.criteria(office.open().policy)

    def cadence() -> str:
        with _told():
            return policies.cadence(office.open().policy)

    add = server.resource
    add("escalation://{id}", title="Escalation brief", description="The brief as last written.", mime_type=_MARKDOWN)(
        brief
    )
    add(
        "escalation://{id}/record",
        title="Escalation record",
        description="Every event, oldest first.",
        mime_type=_MARKDOWN,
    )(record)
    add(
        "policy://criteria",
        title="Criteria",
        description="When to escalate, to whom, how severe.",
        mime_type=_MARKDOWN,
    )(criteria)
    add("policy://cadence", title="Cadence", description="How often team and customer hear.", mime_type=_MARKDOWN)(
        cadence
    )


@contextmanager
def _told() -> Generator[None]:
    """Our own errors in our own words; anything else stays a crash, which the SDK reports without its text."""
    try:
        yield
    except NotFound as error:
        raise ResourceNotFoundError(str(error)) from error
    except EscalationError as error:
        raise ResourceError(str(error)) from error
