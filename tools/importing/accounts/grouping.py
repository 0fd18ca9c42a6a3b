"""Which ids are one customer: a function of all records, so that neither the order of files nor their number matters.

First what was said (an alias that is another export's id), then domains, then names. What one export tells apart stays apart,
and so does all that hangs together only through something that does not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from escalation.one_customer import may_share_a_domain, same_name
from tools.importing.accounts.marks import Cluster, Known

Why = Literal["several", "names", "domains"]


@dataclass(frozen=True)
class Doubt:
    """Ids that could be one customer and were left apart: `ones` of one export, `others` of another; by which mark, and why."""

    ones: tuple[str, ...]
    others: tuple[str, ...]
    cluster: Cluster
    why: Why


@dataclass
class Groups:
    """Ids that are one customer; an id that is alone is a group of its own."""

    known: Mapping[str, Known]
    _of: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]])

    def of(self, id_: str) -> frozenset[str]:
        return self._of.get(id_) or frozenset((id_,))

    def sources(self, group: Iterable[str]) -> set[str]:
        return {source for id_ in group for source in self.known[id_].sources}

    def names(self, group: Iterable[str]) -> set[str]:
        return {name for id_ in group for name in self.known[id_].names}

    def domains(self, group: Iterable[str]) -> set[str]:
        return {domain for id_ in group for domain in self.known[id_].domains}

    def join(self, groups: Iterable[frozenset[str]]) -> None:
        whole = frozenset[str]().union(*groups)
        self._of.update(dict.fromkeys(whole, whole))

    def first(self, id_: str) -> str:
        """The id that the customer goes by: its CRM's."""
        group = self.of(id_)
        return id_ if len(group) == 1 else min(group, key=lambda each: (self.known[each].rank, each))

    def joined(self) -> dict[str, str]:
        """Every id that is not alone, and the one it goes by."""
        return {id_: self.first(id_) for id_ in self._of}


Fits = Callable[[Groups, frozenset[str], frozenset[str], Cluster], Why | None]
"""None where two groups that have a mark in common may be one customer, else what speaks against it."""


def grouped(
    known: Mapping[str, Known], said: Iterable[tuple[str, str]], clusters: Iterable[Cluster]
) -> tuple[Groups, list[Doubt]]:
    """The customers, and what was left apart although it could be one. `said` are pairs of ids that somebody wrote down."""
    groups = Groups(known)
    for one, other in sorted(said):
        groups.join((groups.of(one), groups.of(other)))
    doubts: list[Doubt] = []
    parts = sorted(clusters, key=lambda each: (each.kind, each.key))
    for kind, fits in (("domain", _domain_fits), ("name", _name_fits)):
        doubts += _level(groups, [each for each in parts if each.kind == kind], fits)
    return groups, [still for doubt in doubts if (still := _open(groups, doubt))]


def _domain_fits(groups: Groups, one: frozenset[str], other: frozenset[str], by: Cluster) -> Why | None:
    ours, theirs = groups.names(one), groups.names(other)
    return None if not ours or not theirs or may_share_a_domain(ours, theirs, by.key) else "names"


def _name_fits(groups: Groups, one: frozenset[str], other: frozenset[str], by: Cluster) -> Why | None:
    if not any(same_name(a, b) for a in groups.names(one) for b in groups.names(other)):
        return "names"
    ours, theirs = groups.domains(one), groups.domains(other)
    return "domains" if ours and theirs and not ours & theirs else None


_Edge = tuple[frozenset[str], frozenset[str], Cluster]


def _level(groups: Groups, clusters: list[Cluster], fits: Fits) -> list[Doubt]:
    """Joins by one kind of mark, all at once; what hangs together and does not fit is left as it was."""
    edges: list[_Edge] = []
    doubts: list[Doubt] = []
    for cluster in clusters:
        sides = [(source, {groups.of(id_) for id_ in ids}) for source, ids in cluster.by_source()]
        for (_, ours), (_, theirs) in combinations(sides, 2):
            found, doubt = _pairs(groups, ours, theirs, cluster, fits)
            edges += found
            doubts += doubt
    for whole, by in _hanging_together(edges):
        if (why := _against(groups, whole, by, fits)) is None:
            groups.join(whole)
        else:
            doubts += [Doubt(_ids({a}), _ids({b}), edge, why) for a, b, edge in edges if a in whole]
    return doubts


def _pairs(
    groups: Groups, ours: set[frozenset[str]], theirs: set[frozenset[str]], by: Cluster, fits: Fits
) -> tuple[list[_Edge], list[Doubt]]:
    """Where each export has one with this mark, these two; of several with one domain those of the very same name."""
    if len(ours) == len(theirs) == 1:
        (one,), (other,) = ours, theirs
        if one == other:
            return [], []
        why = fits(groups, one, other, by)
        return ([], [Doubt(_ids(ours), _ids(theirs), by, why)]) if why else ([(one, other, by)], [])
    found = _namesakes(groups, ours, theirs, by) if by.kind == "domain" else []
    left, right = ours - theirs - {a for a, _, _ in found}, theirs - ours - {b for _, b, _ in found}
    return found, [Doubt(_ids(left), _ids(right), by, "several")] if left and right else []


def _namesakes(groups: Groups, ours: set[frozenset[str]], theirs: set[frozenset[str]], by: Cluster) -> list[_Edge]:
    mine, others = _by_name(groups, ours), _by_name(groups, theirs)
    pairs = ((mine[name], others[name]) for name in sorted(mine.keys() & others.keys()))
    alone = ((next(iter(a)), next(iter(b))) for a, b in pairs if len(a) == len(b) == 1)
    return [(a, b, by) for a, b in alone if a != b]


def _by_name(groups: Groups, some: Iterable[frozenset[str]]) -> dict[str, set[frozenset[str]]]:
    found: dict[str, set[frozenset[str]]] = {}
    for group in some:
        for name in groups.names(group):
            found.setdefault(name, set()).add(group)
    return found


def _hanging_together(edges: Iterable[_Edge]) -> list[tuple[set[frozenset[str]], Cluster]]:
    """Groups that edges lead from one to the other, and one of the edges' marks."""
    parts: dict[frozenset[str], tuple[set[frozenset[str]], Cluster]] = {}
    for one, other, by in edges:
        some, more = parts.setdefault(one, ({one}, by)), parts.setdefault(other, ({other}, by))
        if some is not more:
            large, small = (some, more) if len(some[0]) >= len(more[0]) else (more, some)
            large[0].update(small[0])
            parts.update(dict.fromkeys(small[0], large))
    return list({id(part): part for part in parts.values()}.values())


def _against(groups: Groups, whole: set[frozenset[str]], by: Cluster, fits: Fits) -> Why | None:
    """What speaks against all of them being one customer: two records of one export, or two that do not fit."""
    if sum(len(groups.sources(each)) for each in whole) > len(groups.sources(id_ for each in whole for id_ in each)):
        return "several"
    return next(
        (why for one, other in combinations(sorted(whole, key=sorted), 2) if (why := fits(groups, one, other, by))),
        None,
    )


def _open(groups: Groups, doubt: Doubt) -> Doubt | None:
    """The doubt without those that have found theirs in the other export."""
    ours, theirs = groups.sources(doubt.ones), groups.sources(doubt.others)
    ones = tuple(id_ for id_ in doubt.ones if not groups.sources(groups.of(id_) - {id_}) & theirs)
    others = tuple(id_ for id_ in doubt.others if not groups.sources(groups.of(id_) - {id_}) & ours)
    return Doubt(ones, others, doubt.cluster, doubt.why) if ones and others else None


def _ids(some: Iterable[frozenset[str]]) -> tuple[str, ...]:
    return tuple(sorted(id_ for group in some for id_ in group))
