"""Nothing inside a fence can close it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.fence import fence


@given(st.text(alphabet=st.sampled_from("`~a\n\u200b\u202e"), max_size=60))
def test_no_line_inside_closes_the_fence(text: str) -> None:
    first, *body, last = fence(text, "ticket T-1").split("\n")
    assert first == f"{last}text quoted from ticket T-1"
    assert set(last) == {"`"}
    assert all(last not in line for line in body)
    assert "\u200b" not in "".join(body)


def test_invisible_and_direction_characters_are_stripped() -> None:
    assert fence("a\u202eb\x07c\r\nd\te", "x") == "```text quoted from x\nabc\nd\te\n```"


def test_a_long_text_is_cut_visibly() -> None:
    assert fence("abcdef", "x", limit=4).endswith("abcd\n[… 2 more characters]\n```")


def test_a_label_cannot_break_the_frame() -> None:
    assert fence("a", "x\n```") == "```text quoted from x\na\n```"
    assert fence("a", "") == "```text quoted from unnamed source\na\n```"
