"""What leaders must know of an account's history: how often it was down, and for how long together (domain.md §6)."""

from __future__ import annotations

import re

from escalation.assessment import Finding
from escalation.judgement.case import Case
from escalation.judgement.impact import heard_evidence
from escalation.reading.threads.entries import Entry, entries, sentences
from escalation.reading.times.downtime import downtime
from escalation.records import Ticket
from escalation.telling.narrative import cite

_COUNTED = re.compile(
    r"(?i)\b(?:again|another|second|third|fourth|fifth|\d+(?:nd|rd|th)|twice|\d+ times|(?:two|three|four|several|many) times"
    r"|every|each|keeps?|since|last)\b|[再又]|第[二三四五六七八九十\d]|[两三四五几多\d]次|每次|老是|总是|總是|上次|反复|反覆"
)


def outages_of(case: Case) -> Finding | None:
    """The outages among this matter's tickets whose length is on record, summed in hours; without any what the customer says of
    how often it was; None when there is neither.

    What support says last counts: an outage that was over "after an hour" may turn out to have lasted three.
    """
    if case.issue.kind != "relationship":
        return None
    told = [(ticket, *last) for ticket in case.tickets if (last := _last_told(ticket))]
    if not told:
        return _said(case)
    told.sort(key=lambda one: one[0].created_at)
    quoted = tuple(cite(case, entry.quote(words)) for _, entry, words, _ in told)
    hours = round(sum(length for *_, length in told), 2)
    parts = " + ".join(f"{length:g} ({ticket.id})" for ticket, *_, length in told)
    statement = f"outages with their length on record: {len(told)}; hours together = {hours:g} = {parts}"
    computed = case.ledger.computed("outages", statement, quoted)
    return Finding(
        signal="outages",
        values={"count": len(told), "hours": hours, "tickets": tuple(ticket.id for ticket, *_ in told)},
        evidence=(computed, *quoted),
    )


def _said(case: Case) -> Finding | None:
    # "It came back at 9:25" may be said of the service.
    told = case.own.affirmed("recurrence", speakers=("customer",))
    again = [s for s in told if s.record_id and _COUNTED.search(s.words)]
    if not again:
        return None
    evidence = heard_evidence(case, again[-1:])
    values = {"account": case.name_of(again[-1].account_id), "words": again[-1].words}
    return Finding(signal="outages_said", values=dict(values), evidence=evidence)


def _last_told(ticket: Ticket) -> tuple[Entry, str, float] | None:
    found = [
        (entry, sentence, length)
        for entry in entries(ticket)
        if entry.role in ("agent", "internal")
        for sentence in sentences(entry.text)
        if (length := downtime(sentence)) is not None
    ]
    return found[-1] if found else None
