"""The same trouble in other words, and in the other language, is the same; another trouble of the same thing is another."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from escalation.matching.alike import trouble
from escalation.matching.kin import share, troubles
from escalation.matching.profile import Profile, profile_of
from escalation.text.concepts import concepts, concepts_learned

GROUPS: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_name("paraphrases.toml").read_text(encoding="utf-8")
)


def same(one: str, other: str) -> bool:
    """Both tell the same or a kindred fault of the same or a kindred thing."""
    ours, theirs = profile_of(one), profile_of(other)
    return trouble(ours, theirs) > 0 and share(ours.things, theirs.things)


@pytest.mark.parametrize("name", GROUPS)
def test_every_telling_shares_fault_and_thing_with_every_other(name: str) -> None:
    assert [(a, b) for a, b in combinations(GROUPS[name]["same"], 2) if not same(a, b)] == []


@pytest.mark.parametrize("name", GROUPS)
def test_another_trouble_of_the_same_thing_is_not_the_same(name: str) -> None:
    group = GROUPS[name]
    assert [(a, b) for a in group["same"] for b in group["other"] if same(a, b)] == []


def test_troubles_of_one_group_are_seldom_those_of_another() -> None:
    pairs = [
        (a, b) for one, other in combinations(GROUPS, 2) for a in GROUPS[one]["same"] for b in GROUPS[other]["same"]
    ]
    assert sum(same(a, b) for a, b in pairs) / len(pairs) < 0.02


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("it does not react", "comment"),  # a stem of "note"
        ("quite a while ago", "cancel"),
        ("it runs till Sunday", "till"),
        ("the other side can't sign the contract", "login_fails"),
        ("we can't get in touch with you", "not_open"),
        ("we are not going to renew", "not_sent"),
        ("大楼没电梯", "drained"),
        ("查不出原因", "not_found_search"),
        ("檔案打不開", "customer_profile"),
        ("看不到進展", "missing"),
        ("彈出提示框", "app_close"),
    ],
)
def test_what_only_looks_like_a_thing_or_a_trouble_is_none(text: str, absent: str) -> None:
    assert absent not in concepts(text)


def test_symptoms_tell_the_fault_whichever_file_states_their_other_forms() -> None:
    told = {"oversell", "double_charge", "app_close", "hour_off", "day_off", "login_fails"}
    assert told <= troubles()
    assert not told & Profile(frozenset(told), *[frozenset[str]()] * 3).things


def test_the_reader_of_typed_lines_counts_as_it_learned() -> None:
    assert "comment" in concepts_learned("it does not react")
    assert "comment" in concepts_learned("a note")
    assert "comment" in concepts("two notes")
