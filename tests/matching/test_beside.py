"""The tickets believed in, laid out once, answer as they would one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.matching import weights
from escalation.matching.alike import Scales, identity, parted, same_code, trouble
from escalation.matching.beside import NOBODY_NEAR, Beside, Body, Laid
from escalation.matching.body import body_signs
from escalation.matching.kin import KIN
from escalation.matching.line_signs import line_signs
from escalation.matching.profile import Profile, Rarity, profile_of
from escalation.matching.reports import Reports
from escalation.matching.signs import DAY, Line, Seen
from escalation.reading.line.reading import outcomes_of
from escalation.records import Ticket

NOW = datetime(2026, 3, 20, tzinfo=UTC)
TEXTS = (
    "GET /v2/orders returns 500 with ERR_MISMATCH_1 since 14 March",
    "Orders fail with HTTP 429 in release 4.2.1",
    "导出的文件缺少数据，ERR_MISMATCH_1",
    "How do I change the billing address?",
)
EMPTY = frozenset[str]()
CONCEPTS = KIN[0] | KIN[1] | {"order", "fail", "export"}
"""Some that are kin, and a few that are not."""


def seen(number: int, text: str, *, days: int = 0, items: frozenset[str] = EMPTY, into: str | None = None) -> Seen:
    at = NOW - timedelta(days=days, minutes=number)
    ticket = Ticket(
        id=f"T-{number}",
        account_id=("acc-0", "acc-1", None)[number % 3],
        subject=text,
        created_at=at,
        merged_into=into,
        product_area=(None, "orders", "export")[days % 3],
        type=(None, "bug")[days % 2],
    )
    whole = profile_of(text)
    return Seen(ticket, whole, whole, items, EMPTY, EMPTY, EMPTY, merged=into is not None)


def line() -> Line:
    return Line(profile_of("orders fail with ERR_MISMATCH_1"), EMPTY, wish=False, now=NOW)


def scales() -> Scales:
    return Scales(Rarity({"order": 20, "fail": 40}, 100))


def tied(one: Seen, other: Seen) -> bool:
    """On record as one matter: merged, on one tracker item, named in one thread."""
    merged = one.ticket.merged_into == other.ticket.id or other.ticket.merged_into == one.ticket.id
    return merged or bool(one.items & other.items) or bool(one.threads & other.threads)


TICKETS = st.lists(
    st.tuples(
        st.sampled_from(TEXTS),
        st.integers(0, 40),
        st.frozensets(st.sampled_from(("B-1", "B-2")), max_size=1),
        st.sampled_from((None, "T-0", "T-1")),
    ),
    min_size=1,
    max_size=6,
)


@given(told=TICKETS)
def test_links_and_days_are_those_of_the_tickets_one_by_one(
    told: list[tuple[str, int, frozenset[str], str | None]],
) -> None:
    tickets = [seen(n, text, days=days, items=items, into=into) for n, (text, days, items, into) in enumerate(told)]
    body = Body(tickets[1:], line(), scales(), {})
    for one in tickets:
        others = [b for b in tickets[1:] if b is not one]
        beside = body.beside(one)
        gaps = [abs((one.ticket.created_at - b.ticket.created_at).total_seconds()) / DAY for b in others]
        assert beside.linked(one) == any(tied(one, other) for other in others)
        assert beside.near(one.ticket.created_at) == min(gaps, default=NOBODY_NEAR)
        assert beside.first == min((b.ticket.created_at for b in others), default=None)


def test_the_closest_is_the_most_of_every_pair() -> None:
    weighed, profiles = scales(), [profile_of(text) for text in TEXTS]
    for one, *others in permutations(profiles):
        closest = Reports.of(others, weighed)
        assert closest.alike(one) == pytest.approx(
            max(weighed.cosine(one.concepts, other.concepts) for other in others)
        )
        assert closest.fault(one) == max(trouble(one, other) for other in others)
        assert closest.code(one) == any(same_code(one, other, weighed) for other in others)
        assert closest.identity(one) == any(identity(one, other) for other in others)
        assert closest.parted(one) == all(parted(one, other) is not None for other in others)
        for other in others:
            assert Reports.of([other], weighed).parted(one) == (parted(one, other) is not None)
    none = Reports.of([], weighed)
    for one in profiles:
        assert (none.alike(one), none.most_alike(one), none.fault(one)) == (0.0, 0.0, 0.0)
        assert [none.code(one), none.identity(one), none.parted(one)] == [False] * 3


SOME = st.frozensets(st.sampled_from(sorted(CONCEPTS)), min_size=1, max_size=9)


@given(one=SOME, others=st.lists(SOME, min_size=1, max_size=4))
def test_none_is_more_alike_than_it_is_taken_for_until_it_is_asked(
    one: frozenset[str], others: list[frozenset[str]]
) -> None:
    reports = Reports.of([Profile(o, EMPTY, EMPTY, EMPTY) for o in others], scales())
    told = Profile(one, EMPTY, EMPTY, EMPTY)
    assert reports.alike(told) <= reports.most_alike(told) + 1e-12


def answers(beside: Beside, asking: list[Seen]) -> list[object]:
    """All that a candidate asks of those that it is held against."""
    reports, firsts = beside.reports, (beside.first, beside.own_cause, len(beside.others), beside.days)
    return [
        *firsts,
        *((beside.linked(s), beside.near(s.ticket.created_at), beside.lacks(s), beside.cause_apart(s)) for s in asking),
        *((beside.meant(s), beside.own_item(s), beside.with_item(s.whole)) for s in asking),
        *((s.ticket.product_area in beside.areas, s.ticket.type in beside.types) for s in asking),
        *((reports.alike(s.whole), reports.most_alike(s.whole), reports.fault(s.whole)) for s in asking),
        *((reports.code(s.whole), reports.identity(s.whole), reports.parted(s.whole)) for s in asking),
    ]


@given(told=TICKETS)
def test_one_of_a_body_is_held_against_the_rest_as_if_it_were_the_whole(
    told: list[tuple[str, int, frozenset[str], str | None]],
) -> None:
    tickets = [seen(n, text, days=days, items=items, into=into) for n, (text, days, items, into) in enumerate(told)]
    topics = {"B-1": profile_of("orders fail after a timeout"), "B-2": profile_of("导出缺少数据")}
    body = Body(tickets, line(), scales(), topics)
    for one in tickets:
        rest = Laid([b for b in tickets if b is not one], line(), scales(), topics).all()
        assert answers(body.beside(one), tickets) == answers(rest, tickets)


def test_an_error_that_most_of_them_show_is_lacked_by_who_shows_none() -> None:
    body = [seen(n, TEXTS[0]) for n in range(3)]
    beside = Laid(body, line(), scales(), {}).all()
    assert not beside.lacks(body[0])
    assert beside.lacks(seen(9, TEXTS[3]))


def test_every_sign_that_counts_is_worked_out() -> None:
    tickets = [seen(n, text) for n, text in enumerate(TEXTS)]
    body = Body(tickets[1:], line(), scales(), {})
    worked_out = set(body_signs(tickets[0], body, 0.5, 0.9, line(), scales()))
    assert worked_out == {*weights.weights()["body"], *NOT_COUNTED}


NOT_COUNTED = {
    "same_area", "near", "near_area", "crowd", "same_customer", "other_customer", "same_type", "chance", "said_item", "share",
    "known",
}  # fmt: skip
"""Signs that the training tried and gave no weight."""


def test_a_sign_that_only_the_lead_counts_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = {
        part: dict.fromkeys(names - {"reads"}, 1.0) for part, names in {"line": {"own"}, "lead": {"own"}}.items()
    }
    own = replace(line(), named=frozenset({"acc-0"}), outcomes=outcomes_of(TEXTS[0]))

    def reads() -> float:
        return line_signs([seen(0, TEXTS[0])], own, scales(), {})["T-0"]["reads"]

    monkeypatch.setattr(weights, "current", lambda: counted)
    assert reads() == 0.0
    counted["lead"]["reads"] = 1.0
    assert reads() > 0.9
