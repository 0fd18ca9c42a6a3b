"""What came in lately is what the next question is likely about: its threads are read before anybody asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from escalation.judgement.heard import listen
from escalation.matching.profile import subject_profile, ticket_profile
from escalation.promises.standing import standing
from escalation.reading.threads.communication import communication
from escalation.reading.threads.reproduction import reproduction
from escalation.reading.threads.tried import tried
from escalation.records import Account, Ticket


def read_ahead(tickets: Iterable[Ticket], accounts: Mapping[str, Account], now: datetime) -> None:
    """Reads each of the threads as the judgement will; what is read of a record is remembered with it, or by its text."""
    for ticket in tickets:
        alone = (ticket,)
        ticket_profile(ticket)
        subject_profile(ticket)
        listen("", alone)
        tried(alone)
        reproduction(alone)
        communication(alone, accounts)
        list(standing(alone, accounts, now))
