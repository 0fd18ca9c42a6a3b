"""That a customer presses, and that there is no hurry, in their own words."""

from __future__ import annotations

import pytest

from escalation.reading.threads.mood import at_ease, pressing


@pytest.mark.parametrize(
    "sentence",
    [
        "我會把這件事報給採購,按合同條款算。",
        "唐经理说要走合同赔偿条款",
        "Unser Geschäftsführer fragt nach dem Vertrag.",
        "THIS IS A DISGRACE, I want this escalated.",
        "Our contract says four hours.",
        "Under the agreement you owe us service credits.",
        "My director is asking every morning.",
        "Nobody has even acknowledged this.",
        "When is someone going to own this?",
        "老板天天催我",
        "太離譜了，三天沒人管",
        "C'est inacceptable.",
        "We will make a formal complaint.",
        "Two days and still no word from you.",
        "Last weekend we lost a load, 8000 pounds damage.",
        "That cost us two bookings.",
        "两天没消息了。",
        "上周末丢了一批货就是因为没收到报警，损失8万多。",
        "因为这个跑了两个客户。",
    ],
)
def test_who_holds_the_contract_or_a_superior_against_us_or_is_angry_presses(sentence: str) -> None:
    assert pressing(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The export is short by two rows.",
        "Where do I upload the signed contract?",
        "合同列表打不开",
        "We lost a row in the export.",
        "损失率一栏是空的。",
        "The damage column is empty for 3 rows.",
        "主持律師請假兩週，待簽的委任契約全部卡住。",
        "Hello dears, no hurry at all.",
        "This is not urgent.",
        "能不能让他设置一段时间由副总代为签署？",
    ],
)
def test_what_tells_of_the_matter_alone_does_not(sentence: str) -> None:
    assert not pressing(sentence)


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Hello dears, no hurry at all.", True),
        ("不算緊急，知道了", True),
        ("客户说不急", True),
        ("Es ist nicht dringend.", True),
        ("我能不急吗", False),
        ("It is urgent.", False),
    ],
)
def test_no_hurry_is_heard(sentence: str, *, said: bool) -> None:
    assert at_ease(sentence) is said
