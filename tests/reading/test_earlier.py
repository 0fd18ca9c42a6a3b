"""An end that is told of an earlier occurrence is no end of this one; things back in their place are one."""

from __future__ import annotations

import pytest

from escalation.reading.signals.polarity import assertions


def told(text: str) -> set[tuple[str, str]]:
    return {(a.signal, a.polarity) for a in assertions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Last month we had this too, it went away by itself.",
        "We had the same thing in October. Then it was resolved.",
        "The tills went down last Friday too, they were back up after an hour.",
        "上周也出过一次，后来自己好了。",
        "前几天出现过两次，都自己恢复了。",
        "之前断过一次。后来恢复正常了。",
        "上個月收銀機也當過一次機，重開之後就正常了。",
    ],
)
def test_the_end_of_an_earlier_occurrence_is_past(text: str) -> None:
    assert ("resolved_now", "affirmed") not in told(text)
    assert ("resolved_now", "past") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "It broke yesterday, works again now.",
        "It works again since 10, thank you.",
        "It was down earlier, it is working again.",
        "The same thing happened as last week, but it works again now.",
        "昨天断了，后来恢复了。",
        "上周开始掉线，今天恢复了。",
        "之前一直报错，重启后好了。",
        "昨晚斷線，今早已恢復。",
    ],
)
def test_the_end_of_what_began_then_is_an_end(text: str) -> None:
    assert ("resolved_now", "affirmed") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "I cleared the queue at 09:40, the units are back on the map.",
        "The cash drawers are back on the network.",
        "订单又出现在列表里了",
        "我9:40清了隊列，設備又上線了。",
    ],
)
def test_things_back_in_their_place_are_an_end_and_no_recurrence(text: str) -> None:
    assert ("resolved_now", "affirmed") in told(text)
    assert "recurrence" not in {signal for signal, _ in told(text)}


@pytest.mark.parametrize("text", ["短信重复发送，客户收到两条", "同一張帳單重複發了兩次", "快递单重复发货"])
def test_what_goes_out_twice_is_no_recurrence(text: str) -> None:
    assert "recurrence" not in {signal for signal, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    ["这个故障上周复发了", "同样的故障重复发生", "The errors are back on the dashboard.", "It is back on the second till.",
     "The problem came back in the new release.",
     "报错又出现在列表里了"],
)  # fmt: skip
def test_a_fault_that_is_back_is_a_recurrence(text: str) -> None:
    assert ("recurrence", "affirmed") in told(text)
    assert "resolved_now" not in {signal for signal, _ in told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "马上重试一般就好了。",
        "After a restart it usually works again.",
        "Most of the time it works again after a minute.",
    ],
)
def test_what_tends_to_end_it_has_not_ended_it(text: str) -> None:
    assert ("resolved_now", "affirmed") not in told(text)
