"""A way out that the customer went and that failed: the article we had named for it is none here, until they say it helps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import pairwise

from escalation.judgement.heard import Said
from escalation.matching.links import names_id
from escalation.reading.threads import answered
from escalation.reading.threads.confirmed import confirms
from escalation.reading.threads.entries import Entry, entries, sentences
from escalation.reading.threads.plainly import plainly
from escalation.reading.threads.relapse import held_for_a_while, relapsed
from escalation.reading.threads.symptom import symptomatic
from escalation.reading.threads.tried import tried
from escalation.reading.threads.tried_words import DID_THAT
from escalation.records import Article, Ticket
from escalation.remembered import OfRecord
from escalation.text.folding import fold

_TITLE = 10
"""Letters (or half as many Chinese characters) from which a title that stands in a reply names its article."""


def failed_ways(tickets: Iterable[Ticket], articles: Iterable[Article]) -> dict[str, Said]:
    """Ids of articles that we named to a customer of these who then wrote that it did not help, with those words; none that
    any of these customers wrote later helps."""
    found: dict[str, Said] = {}
    helped: set[str] = set()
    known: list[Article] | None = None
    for ticket in tickets:
        for ours, theirs, words in _answers(ticket):
            known = list(articles) if known is None else known
            folded = fold(ours.text)
            for article in known:
                if _names(ours.text, folded, article):
                    if words is None:
                        helped.add(article.id)
                    else:
                        said = Said("", "affirmed", words, "customer", ticket.id, ticket.account_id, theirs.at)
                        found[article.id] = said
    return {id_: said for id_, said in found.items() if id_ not in helped}


def failed_for(tickets: Iterable[Ticket], articles: Iterable[Article], named: Set[str]) -> dict[str, Said]:
    """`failed_ways` for the customers in question (`named`; all where nobody is): what failed for them is no way out for them,
    whoever else it helped; what we told them and they do not say failed is one, whomever else it did not help."""
    told, known = list(tickets), list(articles)
    own = [t for t in told if t.account_id in named]
    ours = [(c.body, fold(c.body)) for t in own for c in t.comments if c.role == "agent" and c.public]
    advised = {a.id for a in known if any(_names(text, folded, a) for text, folded in ours)}
    elsewhere = {id_: said for id_, said in failed_ways(told, known).items() if id_ not in advised}
    return elsewhere | failed_ways(own, known)


@OfRecord
def _answers(ticket: Ticket) -> tuple[tuple[Entry, Entry, str | None], ...]:
    """Our message, the customer's next one that tells what came of it, and the words that it failed; None where it helped."""
    return tuple(_told(ticket))


def _told(ticket: Ticket) -> Iterator[tuple[Entry, Entry, str | None]]:
    told = [e for e in entries(ticket) if e.public]
    for ours, theirs in pairwise(told):
        if ours.role == "customer" or theirs.role != "customer":
            continue
        later = [e for e in told if e.role == "customer" and e.at >= theirs.at]
        helped = confirms(theirs.text) or answered.settled(theirs.text)
        words = None if helped else _in_vain(ticket, theirs)
        back = _back(later, after_help=helped)
        if helped or words or back:
            found = back or (theirs, words)
            settled = found[1] and any(confirms(e.text) for e in later if e.at > found[0].at)
            yield ours, found[0], None if settled else found[1]


def _back(later: list[Entry], *, after_help: bool) -> tuple[Entry, str] | None:
    """The first of the customer's words that what had helped did not last; where nobody wrote that it helped, these say so."""
    tells = relapsed if after_help else held_for_a_while
    return next(((e, s) for e in later for s in sentences(e.text) if tells(s)), None)


def _in_vain(ticket: Ticket, theirs: Entry) -> str | None:
    first = next(iter(sentences(theirs.text)), "")
    if (
        answered.in_vain(first)
        or answered.done_in_vain(first)
        or (DID_THAT.search(plainly(first)) and symptomatic(first))
    ):
        return first
    came = [step for step in tried((ticket,)) if step.quote.at == theirs.at and step.result]
    if came and (answered.in_vain(came[-1].result or "") or symptomatic(came[-1].result or "")):
        return came[-1].quote.quotation
    return None


def _names(text: str, folded: str, article: Article) -> bool:
    if article.id in text and names_id(text, article.id):
        return True
    title = fold(article.title).strip()
    return title in folded and len(title) * (1 if title.isascii() else 2) >= _TITLE
