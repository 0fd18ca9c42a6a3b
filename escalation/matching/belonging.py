"""Who is really affected: which candidate tickets belong to this issue, and which only look alike.

The tickets that speak of the issue most clearly (the named customer's own before all) are its seeds. Whatever is tied to
them by a link, a shared sign or likeness in the same days joins, and helps to judge the rest. What sets apart is kept as a
reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from escalation.assessment import Issue, Lookalike
from escalation.context import Context
from escalation.matching.alike import Scales, parted, things
from escalation.matching.burdens import is_burden
from escalation.matching.kin import share, specific, troubles
from escalation.matching.links import Links, links_of
from escalation.matching.profile import Profile, profile_of, rarity_of, similarity, ticket_profile
from escalation.matching.reasons import is_history, reason
from escalation.matching.signs import BODY, LINE, Line, Seen, body_signs, is_wish, line_signs, linked, weighed
from escalation.records import Account, Ticket, TrackerItem
from escalation.text.tokens import query_tokens

SPEAKS = 0.5
"""Chance from which a ticket may speak for the issue."""

OWN = 0.05
"""The same for a ticket of the customer that the reporter named."""

HINT = 0.1
"""Share of the topic that a ticket of the named customer has at least in common with the line."""

BESIDE = 0.6
"""Share of the best ticket's chance from which another one is a seed beside it."""

TOGETHER = 0.25
"""Likeness to the best ticket that a second seed has at least."""

BELONGS = 0.5
SIMILAR = 0.6
"""Similarity from which a solved ticket counts as a similar case."""
ON_RECORD = 0.9
ALIKE = 0.2
"""Chance from which a ticket that does not belong is worth naming as ruled out."""

SEEDS = 6
ROUNDS = 2


@dataclass(frozen=True)
class Scored:
    """A ticket with its topic, how likely it is about the issue (0..1), and the ties found."""

    ticket: Ticket
    profile: Profile
    score: float
    ties: tuple[str, ...] = ()


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


@dataclass(frozen=True)
class Scene:
    """Everything the candidates are judged by, laid out once."""

    seen: tuple[Seen, ...]
    line: Line
    scales: Scales
    topics: Mapping[str, Profile]
    items: Mapping[str, TrackerItem]
    signs: Mapping[str, Mapping[str, float]]
    chances: Mapping[str, float]


def match_tickets(issue: Issue, context: Context, now: datetime, links: Links | None = None) -> Matching:
    """Splits the candidates into belonging and look-alikes; earlier occurrences are told apart later, by `occurrence`."""
    scene = scene_of(issue, context, now, links or links_of(context))
    seeds = [] if _whose_is_open(context) and not issue.ticket_ids else seeds_of(scene, issue)
    whole = issue.kind == "relationship" and not things(scene.line.topic)
    if not seeds and whole and (borne := _borne(scene, [])):
        return Matching(tuple(Scored(s.ticket, s.whole, 1.0, ("named",)) for s in borne))
    if not seeds:
        return Matching(lookalikes=tuple(_ruled_out(scene, [], {})))
    wish = bool(is_wish(seeds[0].ticket))
    body, chances = grown(scene, seeds)
    if whole:
        body = [*body, *_borne(scene, body)]
    belonging = [Scored(s.ticket, s.whole, chances[s.ticket.id], _ties(s, body, scene.line)) for s in body]
    belonging.sort(key=lambda s: (-s.score, s.ticket.id))
    similar = tuple(_solved_before(scene, body))
    return Matching(tuple(belonging), tuple(_ruled_out(scene, body, chances)), anchors_of(body), wish, similar)


def _solved_before(scene: Scene, body: list[Seen]) -> list[Scored]:
    """Solved tickets on the topic of the line or of the clearest report that no tracker item stands behind."""
    ids = {b.ticket.id for b in body}
    told = [scene.line.topic, *(b.whole for b in body[:2])]
    found = [
        Scored(s.ticket, s.whole, score)
        for s in scene.seen
        if s.ticket.solved and s.ticket.id not in ids and not s.items and not s.merged and not is_wish(s.ticket)
        for score in [max(similarity(t, s.whole, scene.scales.rarity) for t in told)]
        if s.ticket.product_area in {None, *(b.ticket.product_area for b in body)}
        if score >= SIMILAR
    ]
    return sorted(found, key=lambda s: (-s.score, s.ticket.id))


def _borne(scene: Scene, body: list[Seen]) -> list[Seen]:
    """A complaint about us as a whole rests on what that customer bore, whatever its words."""
    own = scene.line.named
    return [
        s for s in scene.seen if s.ticket.account_id in own and not s.merged and s not in body and is_burden(s.ticket)
    ]


def _whose_is_open(context: Context) -> bool:
    """A customer was named whom nobody knows, or several answer to the name: no record can be said to be theirs."""
    return not context.named and bool(context.candidates or context.unknown_name)


def scene_of(issue: Issue, context: Context, now: datetime, links: Links) -> Scene:
    wholes = {t.id: ticket_profile(t) for t in context.tickets}
    scales = Scales(rarity_of(list(wholes.values()), context.frequencies, context.ticket_total))
    seen = tuple(_seen(t, wholes[t.id], links) for t in context.tickets if t.created_at <= now)
    topics = {i.id: profile_of(f"{i.title}\n{i.body}") for i in context.items}
    line = Line(topic(issue, context), frozenset(a.id for a in context.named), issue.kind == "feature", now)
    scene = Scene(seen, line, scales, topics, {i.id: i for i in context.items}, {}, {})
    return _read_as_wish(_against_the_line(scene), fault=issue.kind not in {"relationship", "unclear", "question"})


def _against_the_line(scene: Scene) -> Scene:
    signs = line_signs(scene.seen, scene.line, scene.scales, scene.topics)
    return replace(scene, signs=signs, chances={id_: weighed(s, LINE) for id_, s in signs.items()})


def _read_as_wish(scene: Scene, *, fault: bool) -> Scene:
    """Read as a wish when that finds requests and nothing speaks for a fault: an old request is as good as a new one."""
    if scene.line.wish or scene.line.topic.errors or not any(is_wish(s.ticket) for s in scene.seen):
        return scene
    wished = _against_the_line(replace(scene, line=replace(scene.line, wish=True)))
    best = max(wished.seen, key=lambda s: wished.chances[s.ticket.id])
    plain = max(scene.chances.values())
    told = fault and specific(scene.line.topic.concepts)
    better = wished.chances[best.ticket.id] > plain and (not told or plain < SPEAKS <= wished.chances[best.ticket.id])
    return wished if better and is_wish(best.ticket) else scene


def _seen(ticket: Ticket, whole: Profile, links: Links) -> Seen:
    id_ = ticket.id
    subject = profile_of(ticket.subject)
    return Seen(ticket, whole, subject, links.items(id_), links.threads(id_), links.talk(id_), links.merged(id_))


def topic(issue: Issue, context: Context) -> Profile:
    """The issue's topic without the names of customers, which say who and not what."""
    text = issue.text
    for name in _names(context.named):
        text = text.replace(name, " ")
    whole = profile_of(text)
    called = frozenset(t for name in _names(context.named) for t in query_tokens(name))
    whole = replace(whole, words=(whole.words - called) or whole.words)
    # A feature that is "missing" is not a symptom: what is asked for is the thing.
    wanted = whole.concepts - troubles()
    return replace(whole, concepts=wanted) if issue.kind == "feature" and wanted else whole


def _names(accounts: Iterable[Account]) -> list[str]:
    return sorted((n for a in accounts for n in (a.name, *a.aliases)), key=len, reverse=True)


def seeds_of(scene: Scene, issue: Issue) -> list[Seen]:
    """Tickets named by id; else the named customer's own that fit best; else those that fit the words best."""
    if chosen := [s for s in scene.seen if s.ticket.id in issue.ticket_ids]:
        return chosen
    heads = [s for s in scene.seen if not s.merged]
    own = [s for s in heads if s.ticket.account_id in scene.line.named and _may_be_meant(s, scene, issue)]
    others = [s for s in heads if s.ticket.account_id not in scene.line.named]
    near = own or [s for s in others if scene.chances[s.ticket.id] >= SPEAKS]
    near.sort(key=lambda s: (-scene.chances[s.ticket.id], s.ticket.id))
    best = scene.chances[near[0].ticket.id] if near else 0.0
    return [s for s in near if scene.chances[s.ticket.id] >= BESIDE * best and _with(s, near[0], scene)][:SEEDS]


def _may_be_meant(s: Seen, scene: Scene, issue: Issue) -> bool:
    """A ticket of the named customer that shares some of the topic; the only fresh one also where the line tells no topic."""
    signs = scene.signs[s.ticket.id]
    shares = max(signs["concepts"], signs["words"], signs["subject"]) >= HINT or signs["identity"] or signs["code"]
    ours, theirs = things(scene.line.topic), things(s.whole)
    if ours and theirs and not share(ours, theirs) and signs["words"] < HINT:
        return False
    silent = signs["only_fresh"] and (issue.kind == "question" or not scene.line.topic.concepts)
    return scene.chances[s.ticket.id] >= OWN and bool(shares or silent)


def _with(s: Seen, lead: Seen, scene: Scene) -> bool:
    """Whether a ticket stands for the same matter as the best one: of its sort, not parted from it, alike or linked."""
    if s is lead:
        return True
    if lead.items and s.items and not lead.items & s.items:
        return False
    alike = scene.scales.cosine(s.whole.concepts, lead.whole.concepts) >= TOGETHER or linked(s, [lead])
    return bool(is_wish(s.ticket)) == bool(is_wish(lead.ticket)) and parted(s.whole, lead.whole) is None and alike


def grown(scene: Scene, seeds: list[Seen]) -> tuple[list[Seen], dict[str, float]]:
    """The seeds with all that joins them, and every candidate's chance in the end."""
    body, chances = seeds, dict[str, float]()
    for _ in range(ROUNDS):
        chances = {s.ticket.id: _chance(s, body, scene) for s in scene.seen}
        chances[seeds[0].ticket.id] = max(BELONGS, chances[seeds[0].ticket.id])
        body = [s for s in scene.seen if chances[s.ticket.id] >= BELONGS]
    return body, chances


def _chance(s: Seen, body: list[Seen], scene: Scene) -> float:
    """What is on record as one matter is one, unless it was over before the first of these reports."""
    on_record = linked(s, body) and not is_history(s, body) and is_wish(s.ticket) in {is_wish(body[0].ticket), None}
    chance = weighed(against(s, body, scene), BODY)
    return max(chance, ON_RECORD) if on_record else chance


def against(s: Seen, body: list[Seen], scene: Scene) -> dict[str, float]:
    best = max(scene.chances.values(), default=0.0)
    return body_signs(s, body, scene.chances[s.ticket.id], best, scene.line, scene.scales, scene.topics)


def anchors_of(body: list[Seen]) -> Anchors:
    return Anchors(
        frozenset(s.ticket.id for s in body),
        frozenset(i for s in body for i in s.items),
        frozenset(e for s in body for e in s.whole.endpoints),
        frozenset(e for s in body for e in s.whole.specific_errors),
        frozenset(s.ticket.product_area for s in body if s.ticket.product_area),
        frozenset(v for s in body for v in s.whole.versions),
    )


def _ties(s: Seen, body: list[Seen], line: Line) -> tuple[str, ...]:
    """What holds a ticket to the others, hardest first; its own words when nothing else does."""
    others = [b for b in body if b is not s]
    found = {
        "tracker_link": any(s.items & b.items for b in others),
        "endpoint": any(s.whole.endpoints & b.whole.endpoints for b in others),
        "error_string": any(s.whole.specific_errors & b.whole.errors for b in others),
        "version": any(s.whole.versions & b.whole.versions for b in others),
        "chat_thread": any(s.threads & b.threads for b in others),
        "named": s.ticket.account_id in line.named,
    }
    return (*(tie for tie, holds in found.items() if holds), "same_words")


def _ruled_out(scene: Scene, body: list[Seen], chances: Mapping[str, float]) -> Iterable[Lookalike]:
    ids = {b.ticket.id for b in body}
    rest = [(max(scene.chances[s.ticket.id], chances.get(s.ticket.id, 0.0)), s) for s in scene.seen]
    for chance, s in sorted(rest, key=lambda p: (-p[0], p[1].ticket.id)):
        signs = scene.signs[s.ticket.id]
        if s.ticket.id not in ids and (chance >= ALIKE or max(signs["concepts"], signs["words"]) >= SIMILAR):
            yield Lookalike(record_id=s.ticket.id, source="tickets", why=reason(s, body, scene.items))
