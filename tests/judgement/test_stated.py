"""What is quoted as a reason to leave it with support says so; what only sounds so is told as such, without proof."""

import pytest

from escalation.assessment import Reason, Value
from escalation.judgement.stated import states
from escalation.terms import Criterion
from prompts import sheet
from prompts.statements import say
from tests.prompts.worlds import pattern


@pytest.mark.parametrize(
    ("criterion", "words", "said"),
    [
        ("configuration", "Webhooks fail with 401 WH_SIG_MISMATCH at Larkspur Freight", False),
        ("configuration", "login mails land in junk folder", False),
        ("configuration", "打印标签报错 LBL_9", False),
        ("configuration", "their webhook settings point at the old domain", True),
        ("configuration", "回调地址的域名配置错了", True),
        ("guidance", "receipt logo prints blurry", False),
        ("guidance", "小票上的标志印得模糊", False),
        ("guidance", "where do they change the logo", True),
        ("guidance", "在哪裡換標誌", True),
        ("known_limitation", "their total is one cent higher", False),
        ("known_limitation", "合计多一分钱", False),
        ("known_limitation", "exports stop at 10,000 rows, that is the limit", True),
        ("known_limitation", "导出最多一万行", True),
        ("similar_resolved", "label printer offline", False),
        ("similar_resolved", "标签打印机离线", False),
        ("similar_resolved", "label printer offline, same as last week", True),
        ("similar_resolved", "标签打印机离线，跟上次一样", True),
        ("technical", "signing links dead", True),
    ],
)
def test_the_words_say_it_or_they_do_not(criterion: Criterion, words: str, *, said: bool) -> None:
    assert states(criterion, words) is said


def heard(**more: Value) -> Reason:
    values: dict[str, Value] = {"words": "Webhooks fail with 401", "ticket": None, **more}
    return Reason(
        criterion="configuration", stance="against", weight=1, signal="said_configuration", values=values, evidence=("E1",)
    )  # fmt: skip


def test_what_only_sounds_so_quotes_nothing_and_is_no_argument_against_whoever_gets_it() -> None:
    assert say(heard(unsaid=True), "en").endswith("support can put right; what is written does not say so.")
    assert say(heard(unsaid=True), "zh") == "从整体描述看，可能是支持团队可以调整的配置问题，但文中没有明说。"
    assert "“Webhooks fail with 401”" in say(heard(), "en")
    escalated = pattern().model_copy(update={"reasons": (heard(unsaid=True),)})
    assert sheet.reasons(escalated, "against", "en") == []
    handled = escalated.model_copy(update={"decision": "handle"})
    assert len(sheet.reasons(handled, "against", "zh")) == 1
