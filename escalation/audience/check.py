"""The check: every rule over one text, the findings in its order, each place under one kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from escalation.audience.assurances import assurances
from escalation.audience.blame import blame
from escalation.audience.causes import causes
from escalation.audience.found import Finding, Hit, Rule
from escalation.audience.inside import channels, records, systems
from escalation.audience.known import Audience
from escalation.audience.labels import labels
from escalation.audience.money import contract_money, renewal_odds
from escalation.audience.others import other_customers
from escalation.audience.people import people
from escalation.audience.pledges import pledges
from escalation.audience.secrets import secrets
from escalation.audience.standing import standing
from escalation.reading.seen import Seen

# Earlier rules win where two find the same place: a name is more than the label around it.
_RULES: tuple[Rule, ...] = (
    secrets, other_customers, people, records, channels, systems, renewal_odds, contract_money, labels, standing, assurances,
    blame, causes,
)  # fmt: skip


def check(text: str, audience: Audience, sent_at: datetime) -> list[Finding]:
    """Everything in `text` that must not reach this customer as it stands, in the text's order; empty when it may go.

    `sent_at` (aware) is when it is meant to be sent: dates promised in words are read from it.
    """
    seen = Seen(text)
    taken: list[Hit] = []
    for rule in _RULES:
        for hit in rule(seen, audience):
            if hit.end > hit.start and not any(_same(hit, other) for other in taken):
                taken.append(hit)
    found = [_finding(seen, hit) for hit in taken]
    found += [each for each in pledges(seen, audience, sent_at) if not any(_covers(other, each) for other in found)]
    return sorted(found, key=lambda each: (each.start, each.end))


def kinds(found: list[Finding]) -> Iterator[str]:
    """The kinds found, each once, in the text's order."""
    return iter(dict.fromkeys(each.kind for each in found))


def _same(hit: Hit, other: Hit) -> bool:
    """A part of what is taken already, or more of the same kind."""
    inside = other.start <= hit.start and hit.end <= other.end
    return inside or (hit.kind == other.kind and hit.start < other.end and other.start < hit.end)


def _covers(other: Finding, each: Finding) -> bool:
    return other.kind == each.kind and other.start <= each.start and each.end <= other.end


def _finding(seen: Seen, hit: Hit) -> Finding:
    start, end = seen.span(hit.start, hit.end)
    span = seen.text[start:end]
    return Finding(kind=hit.kind, span=span, start=start, end=end, values={"span": span})
