"""A text that is cut to what the line can meet in it says of the line what the whole text says."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest

from escalation.matching import weights
from escalation.matching.alike import PLATFORMS, Held, Scales, identity, other_platform, parted, same_code, trouble
from escalation.matching.beside import Body
from escalation.matching.body import body_signs, left_open, open_signs
from escalation.matching.line_signs import line_signs
from escalation.matching.meaning import Meaning
from escalation.matching.profile import Profile, Rarity, profile_of
from escalation.matching.prospect import Prospect
from escalation.matching.reach import Reach, reach_of
from escalation.matching.scene import Scene
from escalation.matching.signs import Line, Seen
from escalation.matching.tied import Matter
from escalation.records import Ticket

NOW = datetime(2026, 3, 20, tzinfo=UTC)
LINES = (
    "GET /v2/orders returns 500 with ERR_MISMATCH_1 since 14 March",
    "Export is missing rows on Android",
    "导出的文件缺少数据，很慢",
    "Slow dashboard, outage or timeout, cannot log in",
    "Refund paid twice",
)
TEXTS = (
    *LINES,
    "Orders fail with HTTP 429 in release 4.2.1",
    "The iOS app is delayed and stuck, the chart stays empty, 导出 truncated",
    "We were reimbursed double for ERR_MISMATCH_1 on /v2/orders",
    "How do I change the billing address?",
    "Lunch on Friday",
)
NONE = frozenset[str]()
RARITY = Rarity({"order": 20, "fail": 40, "export": 30, "slow": 9, "delay": 4}, 100)


def by_the_whole(topic: Profile, whole: Profile, scales: Scales) -> dict[str, float]:
    thing, fault = scales.covered(topic.things, whole.things), scales.covered(topic.faults, whole.faults)
    return {
        "concepts": scales.covered(topic.concepts, whole.concepts),
        "words": scales.covered(topic.words, whole.words),
        "meant": Meaning(topic.words, scales.rarity).within(whole.words),
        "thing": thing,
        "fault": fault,
        "both": thing * fault,
        "trouble": trouble(topic, whole),
        "rare": scales.heaviest((topic.concepts & whole.concepts) | (topic.words & whole.words)),
        "identity": float(identity(topic, whole)),
        "code": float(same_code(topic, whole, scales)),
        "parted": float(parted(topic, whole) is not None),
        "platform": float(not PLATFORMS.isdisjoint(topic.concepts) and other_platform(topic, whole)),
    }


@pytest.mark.parametrize(("line", "text"), [*product(LINES, TEXTS)])
def test_the_little_that_is_left_says_what_the_whole_text_says(line: str, text: str) -> None:
    topic, whole = profile_of(line), profile_of(text)
    reach = reach_of(topic, RARITY)
    expected = by_the_whole(topic, whole, Scales(RARITY))
    met = reach.met(whole) or reach.unmet(whole)
    assert dict(met.signs) == pytest.approx(expected)
    counted = weights.current()["line"]
    assert met.weight == pytest.approx(sum(counted.get(sign, 0.0) * value for sign, value in expected.items()))
    assert met.gist == pytest.approx(expected["concepts"] + expected["words"])
    assert reach.met(whole) is reach.met(whole)
    if reach.met(whole) is None:
        assert expected["concepts"] == expected["words"] == expected["meant"] == 0.0


def test_words_of_other_rarity_and_signs_that_count_otherwise_are_weighed_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    topic, whole = profile_of(LINES[1]), profile_of("export of rows")

    def met(rarity: Rarity) -> tuple[float, float]:
        found = reach_of(topic, rarity).met(whole)
        assert found is not None
        return found.signs["words"], found.weight

    first = met(RARITY)
    assert met(Rarity({**RARITY.counts, "strange": 7}, 100)) == first  # no word of the line's
    assert met(Rarity({**RARITY.counts, "row": 90}, 100))[0] < first[0]
    assert met(Rarity(RARITY.counts, 10_000))[0] != first[0]
    monkeypatch.setattr(weights, "current", lambda: {"line": {"words": 1.0}})
    assert met(RARITY) == (first[0], first[0])


def test_no_other_profile_is_taken_for_one_that_is_gone() -> None:
    reach = Reach(profile_of(LINES[1]), Scales(RARITY), {})
    for number in range(50):
        text = "export is missing rows" if number % 2 else "lunch on Friday"
        fresh = Profile(frozenset(profile_of(text).concepts), frozenset(profile_of(text).words), NONE, NONE)
        assert (reach.met(fresh) is not None) == bool(number % 2)


def test_the_closest_of_several_is_the_most_that_any_of_them_has() -> None:
    scales, profiles = Scales(RARITY), [profile_of(text) for text in TEXTS]
    for sets in ([p.concepts for p in profiles], [p.words for p in profiles]):
        for one in sets:
            for several in (sets[:0], sets[:1], sets[: len(LINES)]):
                expected = max((scales.cosine(each, one) for each in several), default=0.0)
                assert scales.closest(Held.of(several), one) == pytest.approx(expected)


def seen(number: int, text: str, *, account: str = "a") -> Seen:
    ticket = Ticket(id=f"T-{number}", account_id=account, subject=text, created_at=NOW)
    return Seen(ticket, profile_of(text), profile_of(text), NONE, NONE, NONE, NONE, merged=False)


def test_the_chance_by_signs_that_were_weighed_apart_is_that_of_all_of_them() -> None:
    for line in LINES:
        told = Line(profile_of(line), frozenset({"b"}), wish=False, now=NOW, sort="fault")
        candidates = [seen(n, text, account="ab"[n % 2]) for n, text in enumerate(TEXTS)]
        counted = weights.current()["line"]
        for signs in line_signs(candidates, told, Scales(RARITY), {}).values():
            assert signs.chance(counted) == pytest.approx(weights.weighed(signs, counted))
            assert signs.sounds == max(signs["concepts"], signs["words"], signs["subject"])


@pytest.mark.parametrize("least", [0.0, 0.15, 0.5, 1.0])
def test_a_chance_is_exact_from_the_least_on_that_matters(least: float) -> None:
    line, scales = Line(profile_of(LINES[0]), NONE, wish=False, now=NOW), Scales(RARITY)
    tickets = tuple(seen(n, text) for n, text in enumerate(TEXTS))
    signs = line_signs(tickets, line, scales, {})
    chances = {id_: each.chance(weights.current()["line"]) for id_, each in signs.items()}
    scene, body = Scene(tickets, line, scales, {}, {}, signs, chances), Body(tickets[:3], line, scales, {})
    for one in tickets:
        counted = weights.current()["body"]
        exact = weights.weighed(body_signs(one, body, chances[one.ticket.id], 0.9, line, scales), counted)
        found = Prospect(one, body, scene, 0.9, Matter(line.topic, ())).chance(least)
        assert found == exact if exact >= least else exact <= found < least


def test_no_candidate_is_likelier_than_what_is_left_open_allows() -> None:
    line, scales = Line(profile_of(LINES[0]), NONE, wish=False, now=NOW), Scales(RARITY)
    tickets = [seen(n, text) for n, text in enumerate(TEXTS)]
    closer = 0
    for one in tickets:
        body = Body([t for t in tickets[:3] if t is not one], line, scales, {})
        known, others = open_signs(one, body, 0.2, 0.9, line, scales, body.beside(one)), body.beside(one)
        whole = body_signs(one, body, 0.2, 0.9, line, scales)
        assert whole == {**known, **left_open(one, others)}
        exact, most = (weights.weighed(signs, weights.current()["body"]) for signs in (whole, known))
        assert exact <= most
        closer += exact < most
    assert closer


@pytest.mark.parametrize(("whose", "joins"), [("z", False), ("a", True)])
def test_a_stranger_who_is_apart_does_not_join_however_likely(
    monkeypatch: pytest.MonkeyPatch, whose: str, *, joins: bool
) -> None:
    text = "export is missing rows"
    line, scales = Line(profile_of(text), NONE, wish=False, now=NOW), Scales(RARITY)
    one, other = seen(1, text), seen(2, text, account=whose)
    signs = line_signs((one, other), line, scales, {})
    chances = {id_: each.chance(weights.current()["line"]) for id_, each in signs.items()}
    scene, body = Scene((one, other), line, scales, {}, {}, signs, chances), Body([one], line, scales, {})
    matter = Matter(line.topic, [one])
    assert Prospect(other, body, scene, 0.9, matter).joins(0.0)

    def apart(*_: object) -> bool:
        return True

    monkeypatch.setattr(Matter, "is_apart", apart)
    assert Prospect(other, body, scene, 0.9, matter).joins(0.0) == joins
