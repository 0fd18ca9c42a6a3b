"""The tickets that speak of an issue most clearly, from which all others are found."""

from __future__ import annotations

from escalation.assessment import Issue
from escalation.matching.alike import identity, parted, same_code, things, trouble
from escalation.matching.beside import linked
from escalation.matching.kin import share
from escalation.matching.lead import in_a_crowd, leads, said_by_others
from escalation.matching.scene import SPEAKS, Scene
from escalation.matching.signs import Seen
from escalation.matching.silence import (
    leaves_unnamed,
    no_answer,
    no_bill,
    of_a_bill,
    says_nothing,
)

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

ALL_OF_IT, IN_A_CROWD = 0.8, 0.5
"""Share of the things that a line about a named customer names which another customer's report tells of before it may lead; the
same of a report that several customers have been sending since yesterday. Of the lines in view on which a stranger's report led
for a named customer, 21 have no record and one has, which it tells in full."""

SEEDS = 6


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
    if not tied and of_another_thing(s, lead, scene):
        return False
    alike = scene.scales.cosine(s.whole.concepts, lead.whole.concepts) >= TOGETHER or tied
    apart = parted(s.whole, lead.whole) is not None or trouble(s.whole, lead.whole) < 0
    return bool(s.wish) == bool(lead.wish) and not apart and alike


def of_another_thing(s: Seen, lead: Seen, scene: Scene) -> bool:
    """Both say what is broken, and it is not the same: "stuck" is said of a map and of a queue."""
    ours, theirs = things(s.whole), things(lead.whole)
    if not ours or not theirs or share(ours, theirs):
        return False
    return not same_code(s.whole, lead.whole, scene.scales) and not identity(s.whole, lead.whole)


def headed_otherwise(s: Seen, lead: Seen) -> bool:
    """Each headline tells another thing and another trouble, and neither text tells that of the other: that the sheet and the
    quote both come as a PDF makes nothing one. A shared error, endpoint or code does."""
    ours, theirs = s.subject, lead.subject
    told = bool(ours.things and theirs.things and ours.told and theirs.told)
    if not told or share(ours.things, theirs.things) or share(ours.told, theirs.told):
        return False
    if ours.told & lead.whole.faults or theirs.told & s.whole.faults:
        return False
    return not (identity(s.whole, lead.whole) or s.whole.codes & lead.whole.codes)
