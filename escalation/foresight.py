"""What came in lately is what the next question is likely about: its threads are read before anybody asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from escalation.audience.check import check
from escalation.audience.known import Audience
from escalation.judgement.heard import listen
from escalation.judgement.solutions import read_article
from escalation.matching.links import threads_of
from escalation.matching.profile import item_profile, profiled, subject_profile, ticket_profile
from escalation.promises.standing import standing
from escalation.reading.threads.communication import communication
from escalation.reading.threads.reproduction import reproduction
from escalation.reading.threads.tried import tried
from escalation.records import Account, Article, Message, Ticket, TrackerItem

_TOLD = (
    "Acme Corp has the same trouble: about 30 seats, more than $5,000, because our team was late. We will call you by Friday.",
    "云杉科技也有同样的问题：约30个席位，超过5000美元，因为我们团队耽误了。我们周五前联系您。",
)
"""Made up, of all that may be found in such a text: figures, causes, others, a promise."""


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


def skim(
    tickets: Iterable[Ticket], items: Iterable[TrackerItem], articles: Iterable[Article], messages: Iterable[Message]
) -> None:
    """Reads what each is about, which is kept in a small form without the records: any of them may be a candidate."""
    for ticket in tickets:
        ticket_profile(ticket)
    for item in items:
        item_profile(item)
    for article in articles:
        read_article(article)
    said = list(messages)
    for text in {*(message.text for message in said), *threads_of(said).values()}:
        profiled(text)


def compile_checks(at: datetime) -> None:
    """Compiles what a text for a customer is held against: it takes longer than to judge an issue."""
    for told in _TOLD:
        check(told, Audience(customer=()), at)
