"""Examples for "which article answers": by topic, and by what else is known of the matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from escalation.judgement.applicability import Told, invalidity
from escalation.judgement.matter import Matter
from escalation.judgement.settling import settling_signs
from escalation.judgement.solutions import FAINT, article_signs, chance_by, leading
from escalation.policy import Policy
from escalation.sifting import sift
from evals.training.regression import Example, fit
from evals.training.told import Line
from evals.training.unseen import as_unseen

ANSWERS = 1.5
"""What it costs to miss the article that answers; one that answers nothing sends back to support what should be escalated."""


@dataclass(frozen=True)
class Held:
    """The articles held against a matter that was found, with their signs by id: no weight of theirs matters here."""

    line: Line
    matter: Matter
    reported: frozenset[str]
    signs: Mapping[str, Mapping[str, float]]
    usable: frozenset[str]


def held(told: Iterable[Line]) -> list[Held]:
    """Each company's lines as a reader hears them that has not seen that company."""
    lines = sorted(told, key=lambda line: line.company)
    found: list[Held] = []
    for company, own in groupby(lines, key=lambda line: line.company):
        with as_unseen(company):
            found += _held(own)
    return found


def _held(told: Iterable[Line]) -> list[Held]:
    found: list[Held] = []
    for line in told:
        sifted = sift(line.issue, line.context, Policy(), line.at)
        if (matter := sifted.solutions.matter) is None:
            continue
        tickets, whose = tuple(s.ticket for s in sifted.matched), sifted.affected or line.context.named
        shows = Told(tickets)
        usable = frozenset(a.id for a in line.context.articles if invalidity(a, whose, shows) is None)
        signs = {a.id: article_signs(a, matter) for a in line.context.articles}
        found.append(Held(line, matter, frozenset(t.id for t in tickets), signs, usable))
    return found


def against_articles(matters: Iterable[Held]) -> list[Example]:
    """Each usable article against its matter; one that is out of date or meant for others teaches nothing about topics."""
    return [
        (signs, id_ in each.line.answers)
        for each in matters
        for id_, signs in each.signs.items()
        if id_ in each.usable and id_ not in each.line.aside
    ]


def against_settled(matters: Iterable[Held], counted: Mapping[str, float]) -> list[Example]:
    """The best usable article of each matter by these weights, with what else is known: is it the way out?"""
    found: list[Example] = []
    for each in matters:
        own = {a.id: a for a in each.line.context.articles}
        likely = sorted(
            ((chance_by(signs, counted, own[id_], each.reported), id_) for id_, signs in each.signs.items()),
            key=lambda pair: (-pair[0], pair[1]),
        )
        first = leading([(chance, own[id_], id_ in each.usable) for chance, id_ in likely if chance >= FAINT])
        if first and (best := first[2].id) not in each.line.aside:
            right = each.line.solved and best in each.line.answers
            found.append((settling_signs(*first, each.matter.standing, each.matter.customers), right))
    return found


def answers_of(matters: Sequence[Held]) -> dict[str, dict[str, float]]:
    """The articles' weights, and those of settling: on chances that other companies' weights gave, as they will be met, and on
    lines that no record shows too, for which the likeliest article is none."""
    known, settled = [x for x in matters if not x.line.strange], list[Example]()
    for name in sorted({each.line.company for each in matters}):
        others = fit(against_articles(x for x in known if x.line.company != name), "article", missed=ANSWERS)
        settled += against_settled((x for x in matters if x.line.company == name), others)
    whole = fit(against_articles(known), "article", missed=ANSWERS)
    return {"article": whole, "settling": fit(settled, "settling", missed=ANSWERS)}
