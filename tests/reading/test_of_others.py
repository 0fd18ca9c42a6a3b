"""That others are well says nothing of the one who is not; that a rival has something is no fact of ours."""

import pytest

from escalation.judgement.heard import listen


@pytest.mark.parametrize(
    "line",
    [
        "其他人都正常，只有他打不开",
        "其他门店现在已经正常了，就剩我们店",
        "别的同事都好了，唯独她收不到",
        "Everyone else is back to normal, only Piotr still spins",
        "All other sites are working again, ours is not",
    ],
)
def test_what_is_well_elsewhere_is_no_end(line: str) -> None:
    assert not listen(line, ()).typed("resolved_now")


@pytest.mark.parametrize(
    "line", ["现在都正常了", "其他问题先不管，登录已经恢复正常", "It is back to normal for everyone"]
)
def test_an_end_is_still_heard(line: str) -> None:
    assert listen(line, ()).typed("resolved_now")


@pytest.mark.parametrize("line", ["对手已有批量导出，我们没有", "竞品早就有这个功能"])
def test_what_a_rival_has_is_heard_as_the_rival_s(line: str) -> None:
    assert listen(line, ()).typed("competitor")
