"""Is the ticket that fits a line best about it at all?

The best of fifty candidates always looks good beside the others. So a ticket leads only where it holds on its own: by what it
shares with the line, and not by being the customer's only open one, of the busiest area or the likest of many.
"""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from math import exp, prod

from escalation.assessment import Issue
from escalation.matching import weights
from escalation.matching.alike import things, trouble
from escalation.matching.beside import Ties
from escalation.matching.kin import share
from escalation.matching.scene import SPEAKS, Scene
from escalation.matching.signs import Seen
from escalation.text.stopwords import says_nothing_of_the_matter

LEADS = 0.6
"""Chance from which a ticket may stand for the line: what is missed is still named as the customer's open ticket."""

MATTER = 1.5
"""Weight that what is shared of the matter has at least: whose ticket it is, and that both tell of a fault, is not enough."""

IN_AN_OUTAGE = 0.3
"""The same for what a line that tells of an outage is held against while one is running in just that thing: "SSO is down" says
little, and that several customers have been saying it since yesterday says the rest."""

CROWD, LATELY = 3, timedelta(days=1)
"""Customers, this one among them, whose open reports of the last so many days are on record as one matter."""

DEEDS = frozenset(
    """allocate archive assignment attach backup cancel comment compare copy create delegate delete download drag edit export
    filter forward generate group_by hide highlight import login logout mention merge migration move offboarding onboard
    pairing payment pin_up printing publish reconciliation refund reminder rename replace reschedule reset restore rollback
    save scanner search share sign_off sign_up_for sort split submit switch_org switch_over sync template transfer_call undo
    unsubscribe upload void_it vote zoom""".split()  # noqa: SIM905
)
"""Concepts that say what somebody does with a thing: who cannot archive does not ask to assign."""

_OF_THE_MATTER = (
    "concepts", "words", "subject", "meant", "much", "covered", "thing", "fault", "both", "rare", "identity", "code", "item",
    "that_day", "lately", "mood", "neglected", "complains", "their_complaint", "silent", "united", "together",
)  # fmt: skip
"""Those of what is reported; the others say who reports it, and that it is a fault."""

_OF_ITSELF = (
    "concepts", "subject", "covered", "thing", "fault", "both", "identity", "code", "item", "trouble", "parted", "platform",
    "standing", "that_day", "lately", "before_that", "sort", "reads", "mood", "neglected", "complains", "own",
)  # fmt: skip
"""Signs against the line that do not depend on what else there is."""


def lead_signs(s: Seen, scene: Scene, issue: Issue) -> dict[str, float]:
    """What speaks for `s` being about the line, as numbers between -1 and 1."""
    signs, topic, scales = scene.signs[s.ticket.id], scene.line.topic, scene.scales
    words = _of_the_matter(topic.words)
    tied = _tied(s, scene)
    ours, theirs = things(topic), things(s.whole)
    meaning, rarest = scales.meaning(words), scales.rarity.weight("") or 1.0
    meant = meaning.within(s.whole.words)
    # Of "how do I add a user" any ticket about a user says most: a share tells little of a line that tells little.
    shared = meant * meaning.weight + scales.rarity.sum(topic.concepts & s.whole.concepts)
    return {
        **{name: signs.get(name, 0.0) for name in _OF_ITSELF},
        "bias": 1.0,
        "words": scales.covered(words, s.whole.words),
        "meant": meant,
        "much": 1 - exp(-shared / rarest / 2),
        "thin": exp(-scales.rarity.whole(words) / rarest / 2),
        "rare": scales.heaviest((topic.concepts & s.whole.concepts) | (words & s.whole.words)),
        "other_thing": float(_apart(ours, theirs)),
        "other_deed": (issue.kind == "feature") * float(_apart(topic.concepts & DEEDS, s.whole.concepts & DEEDS)),
        "united": scales.covered(topic.concepts, s.whole.concepts.union(*(t.whole.concepts for t in tied)))
        if tied
        else 0.0,
        "together": 1 - prod(1 - scene.chances[t.ticket.id] for t in tied),
        "chance": scene.chances[s.ticket.id],
        "silent": float(not topic.concepts),
        "nothing": float(not ours),
        "few": 1 / (1 + len(topic.concepts)),
        "their_complaint": signs.get("own", 0.0) * (issue.kind == "relationship"),
    }


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Both say something, and nothing of it is the same or kindred."""
    return bool(ours and theirs) and not share(ours, theirs)


@lru_cache(maxsize=8)  # the same line for each that may lead
def _of_the_matter(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not says_nothing_of_the_matter(word))


def _tied(s: Seen, scene: Scene) -> list[Seen]:
    """Other customers' open tickets that somebody put on record as one matter with `s`: each tells it in its own words."""
    ties = Ties.of([s])
    return [
        o
        for o in scene.seen
        if o.ticket.account_id != s.ticket.account_id and not o.solved and (ties.linked(o) or _named_beside(s, o))
    ]


def _named_beside(s: Seen, o: Seen) -> bool:
    return not s.beside.isdisjoint(o.beside) or not s.likened.isdisjoint(o.likened)


def leads(s: Seen, scene: Scene, issue: Issue) -> bool:
    """Whether `s` may stand for what the line is about; the named ids of a line are not asked."""
    signs, counted = lead_signs(s, scene, issue), weights.current()["lead"]
    shared = sum(signs[name] * counted.get(name, 0.0) for name in _OF_THE_MATTER)
    chance = weights.weighed(signs, counted) if shared >= MATTER else 0.0
    if chance >= LEADS or s.solved:
        return chance >= LEADS
    if issue.kind == "outage" and chance >= IN_AN_OUTAGE and share(things(scene.line.topic), things(s.whole)):
        return bool(_crowd(s, scene))
    return _is_theirs(s, scene, issue)


def _is_theirs(s: Seen, scene: Scene, issue: Issue) -> bool:
    """Whether `s` is what the named customer says of an outage, while the line names no thing and tells what others say of it:
    "they are locked out" is about the sign-in that many report, whatever words this customer found for it."""
    topic = scene.line.topic
    if s.ticket.account_id not in scene.line.named or things(topic) or issue.kind not in {"bug", "outage"}:
        return False
    crowd = _crowd(s, scene)
    return bool(crowd) and (issue.kind == "outage" or any(trouble(topic, o.whole) > 0 for o in crowd))


def said_by_others(s: Seen, scene: Scene, issue: Issue) -> bool:
    """Whether another customer's report that is on record as one matter with `s` says what the line says: one fault, in the words
    of two customers."""
    topic, speaks = scene.line.topic, scene.chances
    return any(
        speaks[o.ticket.id] >= SPEAKS and trouble(topic, o.whole) >= 0 and not o.wish and leads(o, scene, issue)
        for o in _tied(s, scene)
    )


def in_a_crowd(s: Seen, scene: Scene) -> bool:
    """Whether several customers have been reporting it since yesterday, as one matter on record."""
    return bool(_crowd(s, scene))


def _crowd(s: Seen, scene: Scene) -> list[Seen]:
    """The reports of these hours that are on record as one matter with `s`, itself among them; none where few customers wrote."""
    lately = [o for o in (s, *_tied(s, scene)) if scene.line.now - o.ticket.created_at <= LATELY]
    return lately if len({o.ticket.account_id for o in lately}) >= CROWD else []
