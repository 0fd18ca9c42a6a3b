"""From the tickets that speak of an issue most clearly to all that join them."""

from __future__ import annotations

from datetime import timedelta

from escalation.assessment import Issue
from escalation.matching.alike import identity, parted, trouble
from escalation.matching.beside import Body, Ties, linked
from escalation.matching.body import body_signs
from escalation.matching.line_signs import Signs
from escalation.matching.of_security import kept_apart
from escalation.matching.profile import is_code
from escalation.matching.prospect import Prospect
from escalation.matching.scene import Scene
from escalation.matching.seeds import found_to_be_it, headed_otherwise, of_another_thing
from escalation.matching.signs import Seen
from escalation.matching.silence import (
    leaves_unnamed,
    of_one_alone,
    of_other_devices,
)
from escalation.matching.tied import Matter

BELONGS = 0.5

ALIKE = 0.15
"""Chance from which a ticket that does not belong is worth naming as ruled out."""

SIMILAR = 0.6
"""Share of the line from which one that says it is, too; similarity from which a solved ticket counts as a similar case."""

FAINT = 0.01

BURST = timedelta(days=2)
"""Open tickets of the days of the belonging ones are looked at whatever their words."""

ROUNDS = 2


def _other_matter(s: Seen, seeds: list[Seen], scene: Scene) -> bool:
    """Another ticket of the named customer, about another thing: who writes twice in a week may have two troubles. Of another
    customer, also of another area and with another trouble: on the morning of one outage somebody else may have a second."""
    if s in seeds or s.ticket.merged_into is not None:
        return False
    apart = _two_troubles if s.ticket.account_id in scene.line.named else _elsewhere
    return all(apart(s, b, scene) for b in seeds) and not linked(s, seeds)


def _two_troubles(s: Seen, other: Seen, scene: Scene) -> bool:
    return of_another_thing(s, other, scene) or headed_otherwise(s, other)


def _elsewhere(s: Seen, other: Seen, scene: Scene) -> bool:
    ours, theirs = s.ticket.product_area, other.ticket.product_area
    if not ours or not theirs or ours == theirs or trouble(s.whole, other.whole) >= 0:
        return False
    return parted(s.whole, other.whole) is not None or of_another_thing(s, other, scene)


def grown(scene: Scene, seeds: list[Seen], issue: Issue) -> tuple[list[Seen], dict[str, float]]:
    """The seeds with all that joins them, and every candidate's chance in the end; of one that neither joins nor is worth naming
    as ruled out, only some number below `ALIKE`."""
    body, prospects = seeds, dict[Seen, Prospect]()
    silent = set[Seen]() if issue.kind == "relationship" else {s for s in scene.seen if _other_matter(s, seeds, scene)}
    apart = (s for s in scene.seen if leaves_unnamed(s, scene.line.topic, issue) or of_one_alone(s, issue))
    silent |= {
        s
        for s in (*apart, *of_other_devices(scene.seen, seeds, issue))
        if not linked(s, seeds) and not any(identity(s.whole, b.whole) for b in seeds)
    }
    by_hand = found_to_be_it(scene)
    sure = {seeds[0], *by_hand}
    silent |= set(by_hand)  # they belong whatever their words: a hundred of them need not be held against one another
    best = max(scene.chances.values(), default=0.0)
    for _ in range(ROUNDS):
        believed = Body(body, scene.line, scene.scales, scene.topics)
        near, matter = within_reach(scene, body) - silent, Matter(scene.line.topic, seeds)
        prospects = {s: Prospect(s, believed, scene, best, matter) for s in scene.seen if s in near}
        joined = {s for s, prospect in prospects.items() if prospect.joins(BELONGS)} | sure
        joined -= kept_apart(joined - sure, seeds, scene, issue)
        joined = held(joined, {s for s in joined if s in sure or s in body or not prospects[s].on_record})
        before, body = body, [s for s in scene.seen if s in joined]
        if joined == set(before):
            break
    chances = dict.fromkeys((s.ticket.id for s in scene.seen), 0.0)
    for s, prospect in prospects.items():
        chances[s.ticket.id] = prospect.chance(0.0 if _is_told(s, scene) else ALIKE)
    chances[seeds[0].ticket.id] = max(BELONGS, chances[seeds[0].ticket.id])
    chances |= {s.ticket.id: 1.0 for s in by_hand}
    return body, chances


def held(joined: set[Seen], roots: set[Seen]) -> set[Seen]:
    """The roots with what is on record as one matter with them: whoever came for the sake of a report that did not stay goes with
    it."""
    held, rest = set(roots), joined - roots
    while rest and (linked_now := {s for ties in [Ties.of(list(held))] for s in rest if ties.linked(s)}):
        held |= linked_now
        rest -= linked_now
    return held


def within_reach(scene: Scene, body: list[Seen]) -> set[Seen]:
    """Those that something could bring in; the rest need no closer look, and they are the most."""
    signs = frozenset(
        x
        for b in body
        for x in (*b.whole.codes, *b.whole.errors, *b.whole.endpoints, *b.items, *b.threads, *b.likened, *b.beside)
    )
    wish = any(b.wish for b in body)
    ids = {b.ticket.id for b in body}
    first = min(b.ticket.created_at for b in body) - BURST
    last = max(b.ticket.created_at for b in body) + BURST
    strange = signs.isdisjoint
    # Held against all words of a text, of which nobody needs to know which others are codes.
    uncoded = frozenset(filter(is_code, signs)).isdisjoint

    def reachable(s: Seen) -> bool:
        whole = s.whole
        return (
            scene.chances[s.ticket.id] >= FAINT
            or not (uncoded(whole.words) and strange(whole.errors) and strange(whole.endpoints))
            or not (strange(s.items) and strange(s.threads) and strange(s.likened) and strange(s.beside))
            or not strange(s.mentioned)
            or s.ticket.merged_into in ids
            or (first <= s.ticket.created_at <= last and not s.solved)
            or (wish and bool(s.wish))
        )

    return {s for s in scene.seen if reachable(s)}


def _is_told(s: Seen, scene: Scene) -> bool:
    """Whether it is told even where it does not join: what sounds like the line is named in the order of chances, what a named
    customer bore with its own."""
    return s.ticket.account_id in scene.line.named or sounds_like(scene.signs[s.ticket.id])


def sounds_like(signs: Signs) -> bool:
    """Whether a ticket has the words of the line: what has them and another error is just what a reader would take for it."""
    least = ALIKE if signs.text.signs.get("parted") else SIMILAR
    return signs.sounds >= least


def against(s: Seen, body: list[Seen], scene: Scene) -> dict[str, float]:
    """Signs of a candidate against the tickets believed in."""
    best = max(scene.chances.values(), default=0.0)
    believed = Body(body, scene.line, scene.scales, scene.topics)
    return body_signs(s, believed, scene.chances[s.ticket.id], best, scene.line, scene.scales)
