"""Whether the article that fits best settles the matter: what else is known of it speaks for that or against it.

Fitting the topic is not enough. A customer who wrote back again and again, a note that support can do no more, a second customer
with the same fault: each makes a way out that everybody could have read less likely.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from escalation.judgement.by_design import as_designed
from escalation.judgement.colleagues import astray, beyond_said
from escalation.judgement.heard import Said, without_orders
from escalation.matching import weights
from escalation.reading.line.reading import OUTCOMES, outcomes_of
from escalation.reading.threads.entries import sentences
from escalation.reading.threads.needed import beyond, needs
from escalation.records import Article, Comment, Ticket

THREADS = 4
"""Matching tickets whose threads are read, for an article as well: staff's notes often name the cause that it explains."""

REPLIES = 3
"""Replies of customers that are counted; more say no more."""

SHORT = 3.0
"""Odds of a reading, as a logarithm, are kept within this: no wording proves anything."""

LEAD = 6.0
"""The same for the lead of the best article over the next."""

MINOR = frozenset({"question", "problem", "howto"})
GRAVE = frozenset({"incident", "bug"})
"""How the helpdesk itself sorted the reports: what somebody there took for an incident is seldom answered by an article."""

DESCRIBING = frozenset({"reference", "faq"})
"""Kinds of article that say how it is meant to be: many lines that complain of it have their answer there."""


NOTE_SPEAKS = 1.0
"""Log odds from which an internal note is worth telling as a reason."""


@dataclass(frozen=True)
class Standing:
    """What is known of a matter beside its topic. `asks`, `noted`: log odds that support can answer, by the line and by the
    latest internal note; `replies`: what customers wrote back; `beyond`: one of us says that support can do no more;
    `minor`, `grave`: as what most of the tickets are sorted; `nobody`: no report was found; `by_design`: staff noted that it does
    what it is meant to, which some article then tells."""

    asks: float = 0.0
    noted: float = 0.0
    replies: int = 0
    beyond: bool = False
    note: Said | None = None
    """The sentence of that note that says so most; the first where it says neither."""
    minor: bool = False
    grave: bool = False
    nobody: bool = True
    by_design: bool = False


def standing_of(line: str, tickets: Iterable[Ticket]) -> Standing:
    """Of the typed line and the threads of the named customer, or of all that match where none is named."""
    found = tuple(tickets)
    comments = [(t, c) for t in found[:THREADS] for c in t.comments]
    ticket, note = max(
        ((t, c) for t, c in comments if c.role == "internal"), key=lambda pair: pair[1].at, default=_NONE
    )
    told = without_orders(note.body).strip() if note else ""
    noted = _odds(told, unsaid=0.5) if told else 0.0
    return Standing(
        asks=_odds(line),
        noted=noted,
        note=_said(told, noted, ticket, note) if ticket and note and told else None,
        replies=min(REPLIES, sum(c.role == "customer" for _, c in comments)),
        beyond=beyond_said(line, found) is not None,
        minor=_sorted_as(MINOR, found),
        grave=_sorted_as(GRAVE, found),
        nobody=not found,
        by_design=any(as_designed(t) for t in found),
    )


_NONE: tuple[Ticket | None, Comment | None] = (None, None)


def _said(told: str, noted: float, ticket: Ticket, note: Comment) -> Said:
    """The sentence with the note's reason: what support cannot reach, what mending takes, else whichever leans most to its side.

    Where a ticket lay is no reason, unless the note tells nothing else.
    """
    each = sentences(told) or [told]
    if abs(noted) < NOTE_SPEAKS or len(each) == 1:
        return Said("", "affirmed", each[0], "internal", ticket.id, ticket.account_id, note.at)
    kept = [s for s in each if not astray(s)] or each
    sure = [s for test in (beyond, needs) for s in kept if test(s)] if noted < 0 else []
    words = sure[0] if sure else (min if noted < 0 else max)(kept, key=lambda s: _odds(s, unsaid=0.5))
    return Said("", "affirmed", words, "internal", ticket.id, ticket.account_id, note.at)


def _sorted_as(sorts: frozenset[str], tickets: tuple[Ticket, ...]) -> bool:
    return bool(tickets) and 2 * sum((t.type or "").lower() in sorts for t in tickets) >= len(tickets)


def settles(chance: float, other: float, article: Article, standing: Standing, customers: int) -> float:
    """Chance 0..1 that the best article is the way out, from its own chance by topic and that of the best other one.

    The other may be one that is outdated or meant for others: where it fits far better, this one is only like the answer.
    """
    return weights.weighed(settling_signs(chance, other, article, standing, customers), weights.current()["settling"])


def settling_signs(
    chance: float, other: float, article: Article, standing: Standing, customers: int
) -> dict[str, float]:
    odds = logit(chance)
    return {
        "bias": 1.0,
        "odds": odds,
        "ahead": max(-LEAD, min(LEAD, odds - logit(other))),
        "describes": float((article.type or "").lower() in DESCRIBING),
        "asks": standing.asks,
        "noted": standing.noted,
        "replies": float(standing.replies),
        "beyond": float(standing.beyond),
        "several": float(customers > 1),
        "minor": float(standing.minor),
        "grave": float(standing.grave),
        "nobody": float(standing.nobody),
        "by_design": float(standing.by_design),
    }


def logit(chance: float) -> float:
    """The logarithm of the odds, for chances from a millionth on."""
    held = min(1 - 1e-6, max(1e-6, chance))
    return log(held / (1 - held))


def _odds(text: str, unsaid: float = 0.0) -> float:
    """That support can answer. `unsaid` is the share of "too little to act on" that counts for it: of "Looked at it." a half,
    since what says nothing speaks neither for support nor against it."""
    read = outcomes_of(text)
    handled = read[OUTCOMES.index("handle")] + unsaid * read[OUTCOMES.index("need_info")]
    return max(-SHORT, min(SHORT, logit(handled)))
