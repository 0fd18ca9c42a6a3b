"""The scene of a matching: line, candidates and records, read once, with every candidate's chance against the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from escalation.assessment import Issue
from escalation.context import Context
from escalation.matching.alike import Scales
from escalation.matching.kin import specific, troubles
from escalation.matching.links import Links
from escalation.matching.profile import Profile, profile_of, rarity_of, ticket_profile
from escalation.matching.signs import (
    LINE,
    Line,
    Seen,
    is_wish,
    line_signs,
    read_as_wish,
    weighed,
)
from escalation.records import Account, Ticket, TrackerItem
from escalation.text.tokens import query_tokens

SPEAKS = 0.5
"""Chance from which a ticket may speak for the issue."""


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
    if scene.line.wish or scene.line.topic.errors or not any(s.wish for s in scene.seen):
        return scene
    line = replace(scene.line, wish=True)
    wishes = read_as_wish((s for s in scene.seen if s.wish), line, scene.signs)
    best = max(weighed(signs, LINE) for signs in wishes.values())
    plain = max(scene.chances.values())
    told = fault and specific(scene.line.topic.concepts)
    if best <= plain or (told and not plain < SPEAKS <= best):
        return scene
    signs = read_as_wish(scene.seen, line, scene.signs)
    chances = {id_: weighed(s, LINE) for id_, s in signs.items()}
    return replace(scene, line=line, signs=signs, chances=chances) if best >= max(chances.values()) else scene


def _seen(ticket: Ticket, whole: Profile, links: Links) -> Seen:
    id_ = ticket.id
    subject = profile_of(ticket.subject)
    return Seen(
        ticket,
        whole,
        subject,
        links.items(id_),
        links.threads(id_),
        links.talk(id_),
        links.merged(id_),
        is_wish(ticket),
    )


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
