"""A customer who says that it still fails has not confirmed."""

from __future__ import annotations

import pytest

from escalation.following.denied import denied


@pytest.mark.parametrize(
    "text",
    ["nope, still missing", "No, it fails again", "It does not work for us.", "Not fixed yet.", "I cannot confirm that.",
     "we still see the error", "还是不行", "仍然报错，没有解决", "依然没有数据", "還是一樣", "尚未恢复", "It didn't help"],
)  # fmt: skip
def test_what_still_fails_is_no_confirmation(text: str) -> None:
    assert denied(text)


@pytest.mark.parametrize(
    "text",
    ["works again, thanks", "No longer missing, thank you.", "No more errors here.", "No problem any more.", "已恢复，谢谢",
     "没有再出现，可以关闭", "没问题了", "好的，6 月可以等，愿意参加内测。",
     "看到了变化，继续保持。", "All fine, we have not seen it since.",
     "It works, and we are still happy customers.", ""],
)  # fmt: skip
def test_thanks_are_one(text: str) -> None:
    assert not denied(text)
