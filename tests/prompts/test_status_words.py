"""What trackers and helpdesks call a status is told in the reader's language; a word of their own stays as it is."""

import pytest

from prompts.render import environment


@pytest.mark.parametrize(
    ("status", "english", "chinese"),
    [
        ("reopened", "reopened", "重新打开"),
        ("To Do", "to do", "待办"),
        ("IN-REVIEW", "in review", "评审中"),
        ("Won’t Fix", "won't fix", "不予修复"),
        ("in_progress", "in progress", "进行中"),
        ("Parked by Ana", "Parked by Ana", "Parked by Ana"),
    ],
)
def test_a_status_is_told_in_words(status: str, english: str, chinese: str) -> None:
    said = [environment(language).from_string("{{ s|status }}").render(s=status) for language in ("en", "zh")]
    assert said == [english, chinese]
