"""The like that support solved before, and how: where no article tells it, the old ticket does."""

from __future__ import annotations

import re

from escalation.judgement.case import Case
from escalation.matching.alike import Scales
from escalation.matching.profile import Profile, Rarity, profile_of
from escalation.matching.ruled import related
from escalation.matters import Precedent, Related
from escalation.reading.threads.entries import Entry, entries
from escalation.records import Ticket

ALIKE = 0.5
"""Likeness from which an old ticket is about the same."""

_INSTRUCTS = re.compile(
    r"(?i)(?:\w\s*(?:>|→|›)\s*\w)|\b(?:choose|select|open|go to|set|enable|disable|switch|enter|press|click|renew|replace|upload"
    r"|add|remove|change|calibrat\w+|restart|reboot|(?:un)?plug|pull|(?:un)?tick|turn (?:it )?o(?:n|ff)|sign out|log out"
    r"|(?:re)?install|clear|re-?\w+ it|wähl\w+|einstellungen|hinterleg\w+|choisir|cliquez)\b"
    r"|点击|选择|打开|设置|勾选|启用|关闭|重新|更换|上传|填写|校准|點擊|選擇|打開|設定"
)


def precedent_of(case: Case, wanted: Profile, rarity: Rarity) -> Precedent | None:
    """The solved ticket most like this one whose last instructing reply the customer did not contradict; before all one that
    somebody ruled to be related."""
    by_hand = (one.solved for one in related_of(case) if one.ticket.solved)
    if found := next(filter(None, by_hand), None):
        return found
    scales = Scales(rarity)
    told = [wanted, *(s.profile for s in case.matched[:2])]
    ranked = sorted(((_likeness(t, told, scales), t) for t in case.earlier if t.solved), key=lambda r: (-r[0], r[1].id))
    for likeness, ticket in ranked[:5]:
        if likeness < ALIKE:
            return None
        if found := _solved_by(case, ticket):
            return found
    return None


def related_of(case: Case) -> tuple[Related, ...]:
    """The tickets that were ruled to be related, and how those that are solved were."""
    by_hand = related(case.context)
    found = (t for t in case.context.tickets if t.id in by_hand)
    return tuple(
        Related(
            ticket=t,
            reason=by_hand[t.id].reason,
            solved=_solved_by(case, t) if t.solved else None,
            evidence=(case.ledger.ticket(t),),
        )
        for t in sorted(found, key=lambda t: (t.created_at, t.id))
    )


def _likeness(ticket: Ticket, told: list[Profile], scales: Scales) -> float:
    own = profile_of(f"{ticket.subject}\n{ticket.description}")
    return max(
        (scales.cosine(one.concepts, own.concepts) + scales.cosine(one.words, own.words)) / 2
        + (0.3 if one.errors & own.errors else 0.0)
        for one in told
    )


def _solved_by(case: Case, ticket: Ticket) -> Precedent | None:
    said = list(entries(ticket))
    replies = [e for e in said if e.role == "agent" and e.public and _INSTRUCTS.search(e.text)]
    if not replies:
        return None
    reply = replies[-1]
    after = [e for e in said if e.role == "customer" and e.at > reply.at]
    evidence = [_cite(case, ticket, reply)]
    if after:
        evidence.append(_cite(case, ticket, after[-1]))
    return Precedent(
        ticket=ticket.id,
        subject=ticket.subject,
        words=reply.text.strip(),
        confirmed=after[-1].text.strip() if after else None,
        evidence=tuple(evidence),
    )


def _cite(case: Case, ticket: Ticket, entry: Entry) -> str:
    return case.ledger.add(
        "tickets", ticket.id, entry.text, at=entry.at, account_id=ticket.account_id, internal=not entry.public
    )
