"""The same word is told apart by whom or what it is said of."""

import pytest

from escalation.reading.signals.polarity import assertions


def heard(text: str) -> set[str]:
    return {a.signal for a in assertions(text)}


@pytest.mark.parametrize(
    "text",
    ["Moonlit Games 寬屏下佈局錯亂", "新显示器上版面错位", "大屏幕上按钮错位了", "The layout is garbled on a wide monitor",
     "Widgets look scrambled on the new screens", "打开后页面样式错乱"],
)  # fmt: skip
def test_a_layout_in_disorder_is_a_fault_and_no_data(text: str) -> None:
    assert "data_corruption" not in heard(text)
    assert "broken" in heard(text)


@pytest.mark.parametrize(
    "text",
    ["页面上的金额错乱", "数据列错位，姓名和电话对不上", "Names in the list are garbled", "导入后订单记录错乱",
     "The page shows scrambled records", "界面显示的库存数字错误"],
)  # fmt: skip
def test_data_in_disorder_stays_data_wherever_it_shows(text: str) -> None:
    assert "data_corruption" in heard(text)


@pytest.mark.parametrize(
    "text",
    ["主持律師請假兩週，待簽的委任契約全部卡住。", "经办律师休产假了，合同没人签", "Our attorney will be on leave until March",
     "the lawyer who signs is away, we look for a stand-in", "律师出差了，找谁签？"],
)  # fmt: skip
def test_a_lawyer_who_is_away_is_no_threat(text: str) -> None:
    assert "legal_or_pr" not in heard(text)


@pytest.mark.parametrize(
    "text",
    ["律师请贵司三天内答复", "Our lawyer is away but her letter claims damages", "他们已请律师起诉", "客户说要找律师",
     "their attorney will contact you"],
)  # fmt: skip
def test_a_lawyer_who_acts_against_us_is_one(text: str) -> None:
    assert "legal_or_pr" in heard(text)


@pytest.mark.parametrize(
    "text",
    ["能不能让他设置一段时间由副总代为签署？", "想改成总监审批", "可以讓副總代簽嗎", "Could it ask for a signature by the CFO?",
     "We want approval to go to the vice president instead", "The CFO has to countersign, can she be told by mail?",
     "贺总说昨天下午收到一封“重新验证”的邮件", "Our CFO said he clicked the link and entered his password",
     "老闆說昨天點開了一封郵件"],
)  # fmt: skip
def test_who_shall_sign_or_tells_what_happened_to_them_does_not_press_us(text: str) -> None:
    assert "executive_involved" not in heard(text)


@pytest.mark.parametrize(
    "text",
    ["贺总说这样下去就换供应商", "副总亲自打电话来投诉审批太慢", "Their CFO demands a call", "CEO 要求今天签字确认方案",
     "The CEO says he received no answer and is furious", "老板发火了"],
)  # fmt: skip
def test_leaders_who_press_us_do(text: str) -> None:
    assert "executive_involved" in heard(text)
