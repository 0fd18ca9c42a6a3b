"""Who takes a standstill back in the same breath is not told as standing still."""

from __future__ import annotations

import pytest

from escalation.judgement.heard import listen
from escalation.reading.threads.corrected import without_relented
from tests.judgement.worlds import ticket


@pytest.mark.parametrize(
    ("told", "left"),
    [
        (
            "It is slow. I cannot book anybody in... oh well, ok, the old page does it.",
            "It is slow. the old page does it.",
        ),
        ("I cannot book anybody in – well okay, the old page does it. Mend it.", "the old page does it. Mend it."),
        ("I cannot book anybody in. Well ok, bye.", "I cannot book anybody in. Well ok, bye."),
        ("I cannot book anybody in...", "I cannot book anybody in..."),
    ],
)
def test_the_sentence_that_is_taken_back_is_left_out(told: str, left: str) -> None:
    assert without_relented(told) == left


@pytest.mark.parametrize(("back", "blocked"), [("... well ok, the old page does it.", False), (".", True)])
def test_it_stops_nobody(back: str, *, blocked: bool) -> None:
    said = f"Slots show the wrong day. We cannot book anybody in{back}"
    heard = listen("", (ticket("T-1", "acme", "Slots", description=said),))
    assert heard.has("blocked") is blocked
