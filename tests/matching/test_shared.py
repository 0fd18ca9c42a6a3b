"""Why a record fits, in few words: those it shares, and those it says in another language for the question's."""

from __future__ import annotations

from escalation.matching.profile import Rarity
from escalation.matching.shared import shared

EVEN = Rarity({}, 100)


def said(question: str, text: str, rarity: Rarity = EVEN) -> list[str]:
    return [str(piece) for piece in shared(question, text, rarity)]


def test_a_word_said_the_same_stands_alone_as_it_was_asked() -> None:
    assert said("Export fails", "the exports fail") == ["Export", "fails"]


def test_a_word_said_otherwise_stands_beside_what_says_it() -> None:
    assert said("missing approvals", "审批不见了") == ["approvals ~ 审批", "missing ~ 不见了"]


def test_chinese_is_told_in_whole_words_and_not_in_pairs() -> None:
    assert set(said("待审批列表", "待审批列表很短")) == {"待审批", "列表"}


def test_an_id_is_a_reason() -> None:
    assert said("HD-60801", "id HD-60801") == ["HD-60801"]
    assert said("HD-60801", "see HD-60742") == []


def test_the_rarest_comes_first_and_the_common_is_no_reason() -> None:
    counts = Rarity({"list": 99, "approv": 1, "c:list_of": 99}, 100)
    assert said("list of approvals", "approvals on a list", counts) == ["approvals"]


def test_nothing_shared_is_no_reason() -> None:
    assert said("zebra", "printer tray") == []


def test_no_more_pieces_than_asked() -> None:
    words = "alpha bravo charlie delta echo foxtrot golf"
    assert len(shared(words, words, EVEN, 3)) == 3
