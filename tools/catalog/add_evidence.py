"""add_evidence: what the host found with its own connectors, or what the reporter said, as evidence of an escalation."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from escalation.errors import InvalidInput
from tools import coverage, instants
from tools.desk.office import Call, opened
from tools.desk.whose import account_of
from tools.results.briefs import AddedEvidence
from tools.serving.parameters import AccountQuery, EscalationId
from tools.serving.quoting import order_warnings, orders_in, plain, quoted

if TYPE_CHECKING:
    from escalation.evidence import Evidence
    from escalation.register.state import EscalationState

Kind = Annotated[
    Literal["host", "reporter"],
    Field(description="host: a record found with another connector. reporter: what the person said, in their words."),
]
Source = Annotated[
    str,
    Field(
        min_length=1, max_length=80, description="The system it is from (Zendesk, Slack, Jira …), or the person's name."
    ),
]
RecordId = Annotated[
    str, Field(min_length=1, max_length=200, description='The record\'s id there; for a person, "said".')
]
Quotation = Annotated[
    str, Field(min_length=1, max_length=8_000, description="The exact words, copied; never a summary of yours.")
]
Url = Annotated[str | None, Field(max_length=2_000, description="Link to the record.")]
_FIRST = 1_000
"""Ids of added evidence start here, above those that a search hands out."""

At = Annotated[str | None, Field(max_length=40, description="When it was written, RFC 3339.")]


def add_evidence(
    call: Call,
    *,
    escalation_id: EscalationId,
    kind: Kind,
    source: Source,
    record_id: RecordId,
    quotation: Quotation,
    url: Url = None,
    at: At = None,
    account: AccountQuery = None,
) -> AddedEvidence:
    """Puts one quotation with its address on an escalation's record, so that a brief may cite it. Secrets are masked. It is
    internal unless it is a customer's own words, given with `account`."""
    from escalation.reading.fence import visible
    from escalation.reading.secrets.mask import mask
    from escalation.text.runs import without_long_runs

    rooms = opened(call)
    state = rooms.register.state(escalation_id)
    seen = without_long_runs(visible(quotation)).strip()
    kept, system, record = mask(seen), plain(source, 80), plain(record_id, 200)
    if not kept:
        raise InvalidInput("The quotation is empty.", "Give the words of the record.")
    if not system or not record:
        raise InvalidInput("The source or the record id is empty.", "Say where the words stand, and under which id.")
    if url and not url.startswith(("https://", "http://")):
        raise InvalidInput("The url is not a web address.", "Give one that starts with https://, or leave it out.")
    owner = account_of(rooms.workspace, account, state.evidence).id if account else None
    piece = _piece(state, kind, f"{system}:{record}", kept, rooms.workspace.now())
    known = next((each for each in state.evidence if _same(each, piece)), None)
    if known is None:
        piece = piece.model_copy(update={"url": plain(url, 2_000), "at": instants.read(at, "at"), "account_id": owner})
        data = {"evidence": [piece.model_dump(mode="json")], "source": system}
        rooms.register.append(escalation_id, "evidence_added", who=system, at=piece.fetched_at, data=data)
    return AddedEvidence(
        escalation_id=escalation_id,
        evidence_id=(known or piece).id,
        known=known is not None or None,
        kept=quoted(kept, f"{system} {record}", 8_000).text,
        masked=kept != seen or None,
        warnings=(*order_warnings(kept, "The quotation"), *orders_in((system, record), "The source or record id")),
        coverage=coverage.REGISTER,
    )


def _piece(
    state: EscalationState, kind: Literal["host", "reporter"], record: str, kept: str, now: datetime
) -> Evidence:
    from escalation.evidence import Evidence

    # Hosts call tools side by side: an id that follows from the content needs no turn-taking, unlike the next free number.
    number = _FIRST + int(sha256(f"{kind}\n{record}\n{kept}".encode()).hexdigest(), 16) % (9 * _FIRST)
    taken = {each.id for each in state.evidence if (each.record_id, each.quotation) != (record, kept)}
    while f"E{number}" in taken:
        number += 1
    return Evidence(id=f"E{number}", source=kind, record_id=record, quotation=kept, fetched_at=now)


def _same(one: Evidence, other: Evidence) -> bool:
    return (one.source, one.record_id, one.quotation) == (other.source, other.record_id, other.quotation)
