"""From the tickets that speak of an issue most clearly to all that join them."""

from __future__ import annotations

from datetime import timedelta

from escalation.assessment import Issue
from escalation.matching.alike import identity, parted, same_code, things, trouble
from escalation.matching.beside import Body, Ties, linked
from escalation.matching.body import body_signs
from escalation.matching.kin import share
from escalation.matching.lead import in_a_crowd, leads, said_by_others
from escalation.matching.line_signs import Signs
from escalation.matching.profile import is_code
from escalation.matching.prospect import Prospect
from escalation.matching.scene import SPEAKS, Scene
from escalation.matching.signs import Seen
from escalation.matching.silence import (
    leaves_unnamed,
    no_answer,
    no_bill,
    of_a_bill,
    of_one_alone,
    of_other_devices,
    says_nothing,
)
from escalation.matching.tied import Matter

OWN = 0.05
"""The same for a ticket of the customer that the reporter named."""

BEYOND_DOUBT = 0.95
"""Chance from which a ticket of the named customer is meant although it names other things."""

HINT = 0.1
"""Share of the topic that a ticket of the named customer has at least in common with the line."""

BESIDE = 0.6
"""Share of the best ticket's chance from which another one is a seed beside it."""

TOGETHER = 0.25
"""Likeness to the best ticket that a second seed has at least."""

BELONGS = 0.5

ALIKE = 0.15
"""Chance from which a ticket that does not belong is worth naming as ruled out."""

SIMILAR = 0.6
"""Share of the line from which one that says it is, too; similarity from which a solved ticket counts as a similar case."""

ALL_OF_IT, IN_A_CROWD = 0.8, 0.5
"""Share of the things that a line about a named customer names which another customer's report tells of before it may lead; the
same of a report that several customers have been sending since yesterday. Of the lines in view on which a stranger's report led
for a named customer, 21 have no record and one has, which it tells in full."""

FAINT = 0.01

BURST = timedelta(days=2)
"""Open tickets of the days of the belonging ones are looked at whatever their words."""

SEEDS = 6

ROUNDS = 2


def seeds_of(scene: Scene, issue: Issue) -> list[Seen]:
    """Tickets named by id; else those that fit best, as far as they are about the line at all. Beside them those that were
    read and found to be the issue."""
    found = [s for s in scene.seen if s.ticket.id in issue.ticket_ids]
    found = found or [s for s in fitting(scene, issue) if leads(s, scene, issue) and not no_bill(s, issue)]
    if not found and issue.kind in {"bug", "outage"}:
        theirs = (
            s for s in scene.seen if s.ticket.account_id in scene.line.named and not (s.solved or s.merged or s.wish)
        )
        found = [s for s in theirs if said_by_others(s, scene, issue)]
    if not found and (issue.claimed_scope or (issue.claimed_customers or 0) > 1):
        # Of others too: that the customer who is named has nothing on record about it takes nothing from theirs.
        found = [s for s in _fitting_others(scene, issue) if leads(s, scene, issue)]
    return list(dict.fromkeys([*found, *found_to_be_it(scene)]))


def found_to_be_it(scene: Scene) -> list[Seen]:
    """Those that were read and found to be the issue, or are counted by the escalation that is joined, the likeliest first."""
    found = [s for s in scene.seen if s.ticket.id in scene.held]
    return sorted(found, key=lambda s: (-scene.chances[s.ticket.id], s.ticket.id))


def fitting(scene: Scene, issue: Issue) -> list[Seen]:
    """The named customer's own tickets that fit best; else those that fit the words best."""
    heads = [s for s in scene.seen if not s.merged]
    own = [s for s in heads if s.ticket.account_id in scene.line.named and _may_be_meant(s, scene, issue)]
    return _best_of(own, scene) if own else _fitting_others(scene, issue)


def _fitting_others(scene: Scene, issue: Issue) -> list[Seen]:
    """The tickets of customers who are not named that fit the words best."""
    likely = (s for s in scene.seen if not s.merged and scene.chances[s.ticket.id] >= SPEAKS)
    return _best_of(_telling_most([s for s in likely if _may_be_strange(s, scene, issue)], scene, issue), scene)


def _telling_most(likely: list[Seen], scene: Scene, issue: Issue) -> list[Seen]:
    """Without those that tell less than half as much of what the line names as another one that leads: the newest and most
    urgent are likely by what they are, and need not lead for that."""
    topic = scene.line.topic
    if len(likely) < 2 or not (ours := things(topic)):
        return likely
    told = {s: 1.0 if identity(topic, s.whole) else scene.scales.covered(ours, things(s.whole)) for s in likely}
    # Whether one leads is dear to ask: only of those that could put another aside, and of the fullest first.
    least = min(told.values())
    asked = (s for s in sorted(likely, key=lambda s: -told[s]) if IN_A_CROWD * told[s] > least)
    fuller = next((told[s] for s in asked if leads(s, scene, issue)), 0.0)
    return [s for s in likely if told[s] >= IN_A_CROWD * fuller]


def _best_of(near: list[Seen], scene: Scene) -> list[Seen]:
    near.sort(key=lambda s: (-scene.chances[s.ticket.id], s.ticket.id))
    best = scene.chances[near[0].ticket.id] if near else 0.0
    return [s for s in near if scene.chances[s.ticket.id] >= BESIDE * best and _with(s, near[0], scene)][:SEEDS]


def _may_be_strange(s: Seen, scene: Scene, issue: Issue) -> bool:
    """Whether a line of this kind may be held against a ticket of a customer that it does not name."""
    topic, named = scene.line.topic, scene.line.named
    if s.ticket.account_id in named or says_nothing(topic, issue) or (issue.kind == "relationship" and named):
        return False
    if scene.line.stranger and of_a_bill(issue):
        return False
    if s.wish and not scene.line.wish and named and issue.kind in {"bug", "outage"}:
        return False
    return not (no_answer(s, topic, issue) or leaves_unnamed(s, topic, issue) or _tells_less(s, scene))


def _tells_less(s: Seen, scene: Scene) -> bool:
    """Whether a stranger's report tells too little of the things that the line names: who gets no code by text message has other
    trouble than those whose sign-in loops. Of another fault it tells half of them, for a named customer nearly all."""
    topic = scene.line.topic
    if not (ours := things(topic)) or identity(topic, s.whole):
        return False
    told, other = scene.scales.covered(ours, things(s.whole)), trouble(topic, s.whole) < 0
    if not scene.line.named and not scene.line.stranger:
        return other and told < IN_A_CROWD
    return other or told < (IN_A_CROWD if in_a_crowd(s, scene) else ALL_OF_IT)


def _may_be_meant(s: Seen, scene: Scene, issue: Issue) -> bool:
    """A ticket of the named customer that shares some of the topic; the only fresh one also where the line tells no topic."""
    signs = scene.signs[s.ticket.id]
    if _wished_beside(s, scene, issue):
        return False
    shares = (
        max(signs["concepts"], signs["words"], signs["subject"], signs["meant"]) >= HINT
        or signs["identity"]
        or signs["code"]
    )
    if signs["lately"] == 1.0 and scene.chances[s.ticket.id] >= SPEAKS:
        return True
    if signs["complains"] or signs["neglected"] or scene.chances[s.ticket.id] >= BEYOND_DOUBT:
        return True
    # In another script nothing but the lexicon's concepts can be shared: only a headline that names another thing sets apart.
    foreign = scene.line.topic.han != s.whole.han
    ours, theirs = things(scene.line.topic), things(s.subject if foreign else s.whole)
    if ours and theirs and not share(ours, theirs) and signs["words"] < HINT:
        return False
    silent = signs["only_fresh"] and (foreign or issue.kind == "question" or not scene.line.topic.concepts)
    return scene.chances[s.ticket.id] >= OWN and bool(shares or silent)


def _wished_beside(s: Seen, scene: Scene, issue: Issue) -> bool:
    """Whether `s` is the customer's old wish while the line tells the very fault that others report: "rows are missing, and the
    audit is next week" asks for no audit log."""
    if not s.wish or scene.line.wish or issue.kind not in {"bug", "outage"} or trouble(scene.line.topic, s.whole) > 0:
        return False
    least = max(SPEAKS, scene.chances[s.ticket.id])
    return any(
        not o.wish and scene.chances[o.ticket.id] > least and scene.signs[o.ticket.id]["both"] >= BESIDE
        for o in scene.seen
    )


def _with(s: Seen, lead: Seen, scene: Scene) -> bool:
    """Whether a ticket stands for the same matter as the best one: of its sort, not parted from it, alike or linked."""
    if s is lead:
        return True
    if lead.items and s.items and not lead.items & s.items:
        return False
    tied = linked(s, [lead])
    if not tied and lead.ticket.account_id != s.ticket.account_id and s.own_cause != lead.own_cause:
        return False
    if not tied and _of_another_thing(s, lead, scene):
        return False
    alike = scene.scales.cosine(s.whole.concepts, lead.whole.concepts) >= TOGETHER or tied
    apart = parted(s.whole, lead.whole) is not None or trouble(s.whole, lead.whole) < 0
    return bool(s.wish) == bool(lead.wish) and not apart and alike


def _of_another_thing(s: Seen, lead: Seen, scene: Scene) -> bool:
    """Both say what is broken, and it is not the same: "stuck" is said of a map and of a queue."""
    ours, theirs = things(s.whole), things(lead.whole)
    if not ours or not theirs or share(ours, theirs):
        return False
    return not same_code(s.whole, lead.whole, scene.scales) and not identity(s.whole, lead.whole)


def _other_matter(s: Seen, seeds: list[Seen], scene: Scene) -> bool:
    """Another ticket of the named customer, about another thing: who writes twice in a week may have two troubles. Of another
    customer, also of another area and with another trouble: on the morning of one outage somebody else may have a second."""
    if s in seeds or s.ticket.merged_into is not None:
        return False
    apart = _of_another_thing if s.ticket.account_id in scene.line.named else _elsewhere
    return all(apart(s, b, scene) for b in seeds) and not linked(s, seeds)


def _elsewhere(s: Seen, other: Seen, scene: Scene) -> bool:
    ours, theirs = s.ticket.product_area, other.ticket.product_area
    if not ours or not theirs or ours == theirs or trouble(s.whole, other.whole) >= 0:
        return False
    return parted(s.whole, other.whole) is not None or _of_another_thing(s, other, scene)


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
