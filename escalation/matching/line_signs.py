"""What speaks for and against each candidate being about the typed line: a number between -1 and 1 by the name of each sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log1p

from escalation.matching import weights
from escalation.matching.alike import Scales, votes
from escalation.matching.lately import before_told, is_neglected, just_over, lately_told, standing
from escalation.matching.line_topic import LineTopic
from escalation.matching.profile import Profile
from escalation.matching.reach import UNMET, Met
from escalation.matching.signs import Line, Seen, alike_outcomes, crowds_of, is_fresh, mood, on_told_day

OLD = 45
"""Days from which a ticket is an old one."""

A_GIST = 0.5
"""Likeness to the line below which even the likest ticket is not very like it."""


class Signs(Mapping[str, float]):
    """Signs of one candidate; those that are not there are 0. Those of its text were weighed when it was read."""

    __slots__ = ("by_time", "others", "text")

    def __init__(self, text: Met, others: dict[str, float], by_time: Mapping[str, float]) -> None:
        self.text, self.others, self.by_time = text, others, by_time

    def __getitem__(self, sign: str) -> float:
        for signs in (self.others, self.by_time, self.text.signs):
            if sign in signs:
                return signs[sign]
        return 0.0

    def __iter__(self) -> Iterator[str]:
        return iter({**self.text.signs, **self.by_time, **self.others})

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def sounds(self) -> float:
        """The share of the line that it says, by its concepts, its words or its headline."""
        text = self.text.signs
        return max(text.get("concepts", 0.0), text.get("words", 0.0), self.others.get("subject", 0.0))

    def chance(self, counted: Mapping[str, float]) -> float:
        """Chance 0..1 that all of them make together."""
        weight = counted.get
        said = sum([weight(sign, 0.0) * value for sign, value in self.others.items()])
        dated = sum([weight(sign, 0.0) * value for sign, value in self.by_time.items() if value])
        return weights.chance_of(self.text.weight + said + dated)


def line_signs(seen: Iterable[Seen], line: Line, scales: Scales, topics: Mapping[str, Profile]) -> dict[str, Signs]:
    """Signs of each candidate against the typed line, by ticket id."""
    candidates = list(seen)
    topic = LineTopic(line.topic, scales, topics)
    found = {s.ticket.id: _against_line(s, line, topic) for s in candidates}
    gists = {id_: signs.text.gist + signs.others.get("subject", 0.0) for id_, signs in found.items()}
    area = votes((s.ticket.product_area, gists[s.ticket.id]) for s in candidates)
    own = [s for s in candidates if s.ticket.account_id in line.named] if line.named else []
    most = max(A_GIST, max(gists.values(), default=0.0))
    asked = weights.asked("line")
    crowds = crowds_of(candidates) if not line.wish and ("crowd" in asked or "now" in asked) else {}
    dated = bool(line.topic.days)
    for s in candidates:
        ticket, others = s.ticket, found[s.ticket.id].others
        others["top"] = gists[ticket.id] / most
        others["area"] = area.get(ticket.product_area or "", 0.5)
        if line.sort is not None and s.sort is not None:
            others["sort"] = 1.0 if s.sort == line.sort else -1.0
        if dated:
            # Twenty write on one day: of a line that tells a matter the day is asked of those that tell some of it.
            tells = others["top"] if most > A_GIST else 1.0
            others["that_day"] = tells * on_told_day(s, line)
        if line.lately:
            others["lately"] = lately_told(ticket, line.lately)
            others["before_that"] = 0.0 if line.wish else before_told(ticket, line.lately)
        if crowd := crowds.get(ticket.id, 0.0):
            others["crowd"], others["now"] = crowd, crowd / (1 + max(0.0, s.days(line.now)))
    fresh = [s for s in own if is_fresh(s, line)]
    own_most = max(A_GIST, max((gists[s.ticket.id] for s in own), default=0.0))
    for s in own:
        found[s.ticket.id].others.update(_own_signs(s, line, fresh, gists[s.ticket.id] / own_most))
    return found


def read_as_wish(seen: Iterable[Seen], line: Line, signs: Mapping[str, Signs]) -> dict[str, Signs]:
    """The same signs with the line read as a wish, or as none: most of them do not depend on it."""
    return {
        id_: Signs(known.text, known.others, _by_time(s, line)) if known.by_time is not NO_TIME else known
        for s in seen
        for id_, known in [(s.ticket.id, signs[s.ticket.id])]
    }


NO_TIME: Mapping[str, float] = {"age": 1.0}
"""Of a ticket that shares nothing with the line, as most candidates: no closer look would bring it in."""


def _against_line(s: Seen, line: Line, topic: LineTopic) -> Signs:
    own = s.ticket.account_id in line.named
    met = topic.text(s.whole)
    if met is None:
        if not own and not any(map(topic.touches_item, s.items)):
            return Signs(UNMET, {"bias": 1.0}, NO_TIME)
        met = topic.unmet(s.whole)
    others = topic.headline(s.subject)
    others["bias"] = 1.0
    if line.named:
        others["own" if own else "other_customer"] = 1.0
    if s.items:
        others["item"] = max(map(topic.item, s.items))
    if s.merged:
        others["merged"] = 1.0
    return Signs(met, others, _by_time(s, line))


def _by_time(s: Seen, line: Line) -> dict[str, float]:
    """The signs that read otherwise when the line is a wish: an old and closed request still counts."""
    other = float(s.wish is not None and s.wish != line.wish)
    if line.wish:
        return {"no_wish": other, "standing": 1.0, "wish": float(bool(s.wish))}
    asked, days = weights.asked("line"), s.days(line.now)
    signs = {
        "no_wish": other,
        "standing": 0.0 if s.solved else standing(s.ticket),
        "old": float(days > OLD),
        "just_over": just_over(s.ticket, line.now) if s.solved and "just_over" in asked else 0.0,
    }
    if "age" in asked:
        signs["age"] = log1p(max(0.0, days)) / 6
    return signs


def _own_signs(s: Seen, line: Line, fresh: Sequence[Seen], top: float) -> dict[str, float]:
    """Signs of a ticket of a customer whom the line names; `fresh` are those of them that are."""
    signs = {"own_top": top, "neglected": float(line.waits and is_neglected(s.ticket, line.now))}
    if s not in fresh:
        return signs
    reads = any("reads" in weights.asked(part) for part in ("line", "lead"))
    return signs | {
        "reads": alike_outcomes(s.ticket, line) if reads else 0.0,
        "mood": mood(s.ticket) if line.mood else 0.0,
        "complains": float(line.mood and s.sort == "complaint"),
        "only_fresh": float(len(fresh) == 1),
        "fresh": 1 / len(fresh),
        "foreign": float(s.whole.han != line.topic.han),
    }
