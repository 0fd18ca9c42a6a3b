"""One fault in the words of two customers: who is named has it on record, though only the other says it as the line does."""

from __future__ import annotations

from escalation.judgement.understand import understand
from tests.judgement.worlds import context, item, matched, ticket

LINE = "宏图药店的蓝标药取不出，弹门没反应"
THEIRS = ticket(
    "T-1",
    "宏图药店",
    "冷链新标签识别不了",
    description="上周六升级之后，蓝标药到窗口识别不出来，门不弹，系统里记录是「无标药」。红标正常。每天大概120盒受影响，值班员手动放行。",
    days=5,
)
OWN_TOO = ticket("T-3", "宏图药店", "对账单导出空文件", description="每月对账单导出来0页。", days=2)
OTHERS = ticket(
    "T-2", "安康药房", "疫苗出库弹门没反应", description="店员投诉：疫苗走到窗口前面弹门没反应，普通药没问题。", days=4
)
TIED = item("BUG-9", linked=("T-1", "T-2"), status="open")


def test_their_own_ticket_is_found_through_the_report_that_says_it_so() -> None:
    world = context(THEIRS, OTHERS, OWN_TOO, items=(TIED,), named=("宏图药店",))
    found = matched(understand(LINE), world)[1]
    assert "T-1" in found
    assert "T-3" not in found


def test_without_a_tie_it_stays_another_matter() -> None:
    assert "T-1" not in matched(understand(LINE), context(THEIRS, OTHERS, OWN_TOO, named=("宏图药店",)))[1]
