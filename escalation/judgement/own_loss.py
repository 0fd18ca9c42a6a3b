"""What it costs the customers by their own word, in money."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.assessment import Finding
from escalation.judgement.case import Case
from escalation.reading.quote import Quote
from escalation.reading.threads.entries import entries, sentences
from escalation.reading.threads.money_lost import loses_money

TOLD = 2
"""Customers whose loss is told, the named one first."""


def own_loss(case: Case) -> Iterable[Finding]:
    """Of each such customer the latest sentence with a sum that is lost."""
    last: dict[str, Quote] = {}
    for ticket in sorted(case.tickets, key=lambda t: t.created_at):
        theirs = [e for e in entries(ticket) if e.role == "customer" and e.at <= case.now]
        losing = [e.quote(s) for e in theirs for s in sentences(e.text) if loses_money(s)]
        if ticket.account_id and losing:
            last[ticket.account_id] = losing[-1]
    tickets = {t.id: t for t in case.tickets}
    for account in sorted(last, key=lambda id_: id_ not in case.named_ids)[:TOLD]:
        told = last[account]
        evidence = case.ledger.ticket(tickets[told.record_id], told.quotation, at=told.at)
        values = {"account": case.name_of(account), "words": told.quotation}
        yield Finding(signal="loss_told", values=dict(values), evidence=(evidence,))
