"""Who is really affected: which candidate tickets belong to this issue, and which only look alike.

The tickets that speak of the issue most clearly (the named customer's own before all) are its seeds. Whatever is tied to
them by a link, a shared sign or likeness in the same days joins, and helps to judge the rest. What sets apart is kept as a
reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from escalation.assessment import Issue, Lookalike
from escalation.context import Context
from escalation.matching.alike import things
from escalation.matching.beside import Ties
from escalation.matching.burdens import is_burden
from escalation.matching.growing import ALIKE, SIMILAR, grown, sounds_like
from escalation.matching.links import Links, links_of
from escalation.matching.profile import Profile, similarity
from escalation.matching.reasons import reason
from escalation.matching.ruled import before_it_was_parted, ruled, ruled_out
from escalation.matching.scene import Scene, scene_of
from escalation.matching.seeds import found_to_be_it, seeds_of
from escalation.matching.signs import Seen, is_fresh, on_a_day
from escalation.matching.silence import of_a_bill
from escalation.matching.wrote_before import TIE, names_before, written_before
from escalation.reading.over_what import over_the_unread
from escalation.records import Ticket


@dataclass(frozen=True)
class Scored:
    """A ticket with its topic, how likely it is about the issue (0..1), and the ties found."""

    ticket: Ticket
    profile: Profile
    score: float
    ties: tuple[str, ...] = ()
    borne: bool = False
    """What a complaint about us as a whole rests on, and no report of this very matter."""


@dataclass(frozen=True)
class Anchors:
    """What the tickets that belong have in common."""

    ticket_ids: frozenset[str]
    items: frozenset[str]
    endpoints: frozenset[str]
    errors: frozenset[str]
    areas: frozenset[str]
    versions: frozenset[str]


NOTHING: frozenset[str] = frozenset()
NO_ANCHORS = Anchors(NOTHING, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING)


@dataclass(frozen=True)
class Matching:
    belonging: tuple[Scored, ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()
    anchors: Anchors = NO_ANCHORS
    wish: bool = False
    """What belongs are requests for something that is not there."""
    similar: tuple[Scored, ...] = ()
    """Solved tickets of anybody that told the same trouble before, likest first."""


def match_tickets(issue: Issue, context: Context, now: datetime, links: Links | None = None) -> Matching:
    """Splits the candidates into belonging and look-alikes; earlier occurrences are told apart later, by `occurrence`."""
    links = links or links_of(context)
    scene = scene_of(issue, context, now, links)
    seeds = _led_by(scene, issue, context)
    whole = issue.kind == "relationship" and not things(scene.line.topic) and not _of_one_thing(issue)
    if not seeds and (borne := _complained_of(scene, issue, whole=whole)):
        return Matching(tuple(Scored(s.ticket, s.whole, 1.0, ("named",), borne=True) for s in borne))
    if not seeds:
        return Matching(lookalikes=tuple(_ruled_out(scene, [], {})))
    wish = bool(seeds[0].wish)
    body, chances = grown(scene, seeds, issue)
    if apart := ruled_out(context):
        body = _none_anew(body, apart, scene_of(issue, before_it_was_parted(context), now, links), issue, context)
    if not whole:
        body = [*body, *written_before(scene, body)]
    elif scene.line.named:
        body = [s for s in body if s.ticket.account_id in scene.line.named or s.ticket.id in scene.held]
    borne = _borne(scene, body) if whole else []
    belonging = [Scored(s.ticket, s.whole, chances[s.ticket.id], _ties(s, body, scene)) for s in body]
    belonging += [Scored(s.ticket, s.whole, chances[s.ticket.id], ("named",), borne=True) for s in borne]
    body = [*body, *borne]
    belonging.sort(key=lambda s: (-s.score, s.ticket.id))
    similar = tuple(_solved_before(scene, body))
    anchors = anchors_of((s.ticket, s.whole, s.items) for s in body)
    return Matching(tuple(belonging), tuple(_ruled_out(scene, body, chances)), anchors, wish, similar)


def _complained_of(scene: Scene, issue: Issue, *, whole: bool) -> list[Seen]:
    """What a named customer's complaint rests on where no report was found: all it bore, or where the line names a matter too
    ("the board wants it in writing, the press calls"), what lies open of the last weeks. None where it is of one thing alone."""
    if issue.kind != "relationship" or not scene.line.named or _of_one_thing(issue):
        return []
    borne = _borne(scene, [])
    return borne if whole else [s for s in borne if is_fresh(s, scene.line)]


def _of_one_thing(issue: Issue) -> bool:
    """Whether a complaint is over a bill, or over what nobody has a word for: what else they bore says nothing of it."""
    return of_a_bill(issue) or over_the_unread(issue.text)


def _solved_before(scene: Scene, body: list[Seen]) -> list[Scored]:
    """Solved tickets on the topic of the line or of the clearest report that no tracker item stands behind."""
    ids = {b.ticket.id for b in body}
    told = [scene.line.topic, *(b.whole for b in body[:2])]
    areas = {None, *(b.ticket.product_area for b in body)}
    found = [
        Scored(s.ticket, s.whole, score)
        for s in scene.seen
        if s.ticket.solved
        and s.ticket.id not in ids
        and not s.items
        and not s.merged
        and not s.wish
        and s.ticket.product_area in areas
        for score in [max(similarity(t, s.whole, scene.scales.rarity) for t in told)]
        if score >= SIMILAR
    ]
    return sorted(found, key=lambda s: (-s.score, s.ticket.id))


def _borne(scene: Scene, body: list[Seen]) -> list[Seen]:
    """A complaint about us as a whole rests on what that customer bore, whatever its words."""
    own = scene.line.named
    return [s for s in scene.seen if s.ticket.account_id in own and not s.merged and s not in body and is_burden(s)]


def whose_is_open(context: Context) -> bool:
    """A customer was named whom nobody knows, or several answer to the name: no record can be said to be theirs."""
    return not context.named and bool(context.candidates)


def _none_anew(body: list[Seen], apart: frozenset[str], before: Scene, issue: Issue, context: Context) -> list[Seen]:
    """What was not counted before a ticket was ruled out is not counted for that: every chance is a little relative. Unless
    that ticket led, and all was counted for its sake."""
    led = _led_by(before, issue, context)
    if not led or led[0].ticket.id in apart:
        return body
    counted = {s.ticket.id for s in grown(before, led, issue)[0]}
    return [s for s in body if s.ticket.id in counted]


def _led_by(scene: Scene, issue: Issue, context: Context) -> list[Seen]:
    found = found_to_be_it(scene) if whose_is_open(context) and not issue.ticket_ids else seeds_of(scene, issue)
    if found or not (items := ruled(context, "tracker", same=True)):
        return found
    return [s for s in scene.seen if not s.items.isdisjoint(items)]


def tied_by_hand(issue: Issue, context: Context, now: datetime, links: Links) -> Links:
    """The links with the tracker items that were ruled to belong: they stand behind the tickets that lead, as if those named
    them, and whatever else is linked to them is tied to those."""
    if not (items := ruled(context, "tracker", same=True)):
        return links
    leading = _led_by(scene_of(issue, context, now, links), issue, context)
    return links.joined((s.ticket.id for s in leading), frozenset(items))


def strongest(issue: Issue, context: Context, now: datetime, limit: int) -> list[Ticket]:
    """The tickets that speak of the issue most clearly, the seeds first: what they lead to is worth gathering."""
    scene = scene_of(issue, context, now, links_of(context))
    seeds = _led_by(scene, issue, context)
    if not seeds and whose_is_open(context) and not issue.ticket_ids:
        return []
    chances = scene.chances
    rest = sorted(scene.seen, key=lambda s: (-chances[s.ticket.id], s.ticket.id))
    tied = Ties.of(seeds)
    near = [s for s in rest if chances[s.ticket.id] >= ALIKE or tied.linked(s)]
    return [s.ticket for s in dict.fromkeys([*seeds, *near])][:limit]


def anchors_of(body: Iterable[tuple[Ticket, Profile, frozenset[str]]]) -> Anchors:
    """Of tickets that belong, each with its topic and the tracker items that stand behind it."""
    told = list(body)
    return Anchors(
        frozenset(ticket.id for ticket, _, _ in told),
        frozenset(item for _, _, items in told for item in items),
        frozenset(endpoint for _, whole, _ in told for endpoint in whole.endpoints),
        frozenset(error for _, whole, _ in told for error in whole.specific_errors),
        frozenset(ticket.product_area for ticket, _, _ in told if ticket.product_area),
        frozenset(version for _, whole, _ in told for version in whole.versions),
    )


def _ties(s: Seen, body: list[Seen], scene: Scene) -> tuple[str, ...]:
    """What holds a ticket to the others, hardest first; its own words when nothing else does."""
    others = [b for b in body if b is not s]
    line = scene.line
    found = {
        TIE: any(names_before(b.ticket, s.ticket) for b in others),
        "ruled": s.ticket.id in scene.ruled,
        "tracker_link": _shared(s.items, (b.items for b in others)),
        "endpoint": _shared(s.whole.endpoints, (b.whole.endpoints for b in others)),
        "error_string": _shared(s.whole.specific_errors, (b.whole.errors for b in others)),
        "day_named": on_a_day(s, line.topic),
        "version": _shared(s.whole.versions, (b.whole.versions for b in others)),
        "chat_thread": _shared(s.threads, (b.threads for b in others)),
        "named": s.ticket.account_id in line.named,
    }
    return (*(tie for tie, holds in found.items() if holds), "same_words")


def _shared(own: frozenset[str], theirs: Iterable[frozenset[str]]) -> bool:
    return bool(own) and not all(map(own.isdisjoint, theirs))


def _ruled_out(scene: Scene, body: list[Seen], chances: Mapping[str, float]) -> Iterable[Lookalike]:
    ids = {b.ticket.id for b in body}
    rest = [(max(scene.chances[s.ticket.id], chances.get(s.ticket.id, 0.0)), s) for s in scene.seen]
    for chance, s in sorted(rest, key=lambda p: (-p[0], p[1].ticket.id)):
        if s.ticket.id not in ids and (chance >= ALIKE or sounds_like(scene.signs[s.ticket.id])):
            yield Lookalike(record_id=s.ticket.id, source="tickets", why=reason(s, body, scene.items))
