"""What a text asserts is told apart from what it denies, fears, remembers or asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.signals.polarity import assertions

SAID = [
    ("prod is hard down for globex", "production_down", "affirmed"),
    ("our whole team cant work", "blocked", "affirmed"),
    ("nobody can log in since 9am", "production_down", "affirmed"),
    ("Why is production down?", "production_down", "affirmed"),
    ("is it down?", "production_down", "asked"),
    ("it is down since noon", "production_down", "affirmed"),
    ("production is not down", "production_down", "negated"),
    ("so nobody is blocked", "blocked", "negated"),
    ("no one was locked out", "production_down", "negated"),
    ("none of them are stuck", "blocked", "negated"),
    ("没有人被卡住", "blocked", "negated"),
    ("everyone is blocked", "blocked", "affirmed"),
    ("last month we had an outage, fixed", "production_down", "past"),
    ("the system went down last year but has been fine since", "production_down", "past"),
    ("Are other customers affected by the outage?", "production_down", "asked"),
    ("系统挂了，客户没法办公", "production_down", "affirmed"),
    ("系統掛了", "production_down", "affirmed"),
    ("sync 停了，50 人没法工作", "blocked", "affirmed"),
    ("没有人能登录", "production_down", "affirmed"),
    ("上周宕机过一次，已恢复", "production_down", "past"),
    ("Data export is missing rows", "broken", "affirmed"),
    ("Data was deleted and nobody knows why", "data_loss", "affirmed"),
    ("everything is gone", "data_loss", "affirmed"),
    ("no data loss", "data_loss", "negated"),
    ("Data loss ruled out", "data_loss", "negated"),
    ("worried that we could lose data", "data_loss", "hypothetical"),
    ("数据没了", "data_loss", "affirmed"),
    ("數據導出丟失行", "broken", "affirmed"),
    ("没有数据丢失", "data_loss", "negated"),
    ("担心数据丢失", "data_loss", "hypothetical"),
    ("有没有数据丢失？", "data_loss", "asked"),
    ("totals are wrong in the report", "data_corruption", "affirmed"),
    ("报表数字对不上", "data_corruption", "affirmed"),
    ("customers can see other customers invoices", "security_exposure", "affirmed"),
    ("客户能看到别家公司的订单", "security_exposure", "affirmed"),
    ("possible breach at Initech", "security_exposure", "affirmed"),
    ("if this leaks we are in trouble", "security_exposure", "hypothetical"),
    ("如果数据泄露会很麻烦", "security_exposure", "hypothetical"),
    ("he asked whether any data was leaked", "security_exposure", "asked"),
    ("是不是泄露了？", "security_exposure", "asked"),
    ("没有发现数据泄露的迹象", "security_exposure", "negated"),
    ("login from an IP we don't recognize", "unauthorised_access", "affirmed"),
    ("有人登录了客户的账号", "unauthorised_access", "affirmed"),
    ("not a security issue, just a slow page", "vulnerability", "negated"),
    ("白帽提交了一个SQL注入漏洞", "vulnerability", "affirmed"),
    ("page takes 30s to load", "degraded", "affirmed"),
    ("导出偶尔很慢", "degraded", "affirmed"),
    ("app crashes on launch every time", "broken", "affirmed"),
    ("there is no workaround", "workaround_fails", "affirmed"),
    ("the workaround in KB-12 does not work", "workaround_works", "negated"),
    ("we tried the KB steps but still the same error", "workaround_fails", "affirmed"),
    ("workaround works for now", "workaround_works", "affirmed"),
    ("临时方案有效", "workaround_works", "affirmed"),
    ("没有临时方案", "workaround_fails", "affirmed"),
    ("Customer threatening to churn over missing audit log feature", "churn_threat", "affirmed"),
    ("If this is not fixed by Friday we will cancel our contract", "churn_threat", "affirmed"),
    ("如果不解决我们就换供应商", "churn_threat", "affirmed"),
    ("if they churn it is a big loss", "churn_threat", "hypothetical"),
    ("客户因缺少审计日志功能威胁流失", "churn_threat", "affirmed"),
    ("not renewing unless you fix SSO", "churn_threat", "affirmed"),
    ("他们在评估其他供应商", "competitor", "affirmed"),
    ("The CEO of GHI called", "executive_involved", "affirmed"),
    ("客户王总很生气", "executive_involved", "affirmed"),
    ("legal is asking for a written explanation", "legal_or_pr", "affirmed"),
    ("客户说要上微博曝光", "legal_or_pr", "affirmed"),
    ("we have an audit on Friday", "compliance_deadline", "affirmed"),
    ("需要在下周一审计前解决", "compliance_deadline", "affirmed"),
    ("no reply for 3 days", "sla_complaint", "affirmed"),
    ("三天了没人回复", "sla_complaint", "affirmed"),
    ("is there a plan to support dark mode?", "feature_request", "affirmed"),
    ("想要批量分配任务的功能", "feature_request", "affirmed"),
    ("how to reset 2fa", "how_to_question", "affirmed"),
    ("客户问怎么设置SSO", "how_to_question", "affirmed"),
    ("turned out to be a permission setting on their side", "configuration", "affirmed"),
    ("客户没有开启权限", "configuration", "affirmed"),
    ("it's working again, thanks", "resolved_now", "affirmed"),
    ("still not fixed", "resolved_now", "negated"),
    ("the issue is not resolved", "resolved_now", "negated"),
    ("已修复的问题又出现了", "recurrence", "affirmed"),
    ("same issue came back after the fix", "recurrence", "affirmed"),
    ("more and more users report it", "growing", "affirmed"),
    ("受影响的用户越来越多", "growing", "affirmed"),
    ("need this by Monday 9am", "deadline", "affirmed"),
    ("今晚前恢复", "deadline", "affirmed"),
    ("trial ends next week", "trial_or_renewal", "affirmed"),
    ("下个月续约", "trial_or_renewal", "affirmed"),
]

UNSAID = [
    ("memory leak in the agent", "security_exposure"),
    ("sales are down to 5%", "production_down"),
    ("Hi Yolanda, thanks for narrowing it down.", "production_down"),
    ("He took it down yesterday.", "production_down"),
    ("I wrote it down for the next shift", "production_down"),
    ("audit log export", "compliance_deadline"),
    ("please try again later", "recurrence"),
    ("SLA breach on T-1", "security_exposure"),
    ("can you expose an API for this", "security_exposure"),
    ("没有人能登录", "unauthorised_access"),
    ("请尽快处理", "degraded"),
]


@pytest.mark.parametrize(("text", "signal", "polarity"), SAID)
def test_a_signal_is_heard_with_its_polarity(text: str, signal: str, polarity: str) -> None:
    assert polarity in {a.polarity for a in assertions(text) if a.signal == signal}


@pytest.mark.parametrize(("text", "signal"), UNSAID)
def test_a_signal_is_not_heard_in_words_that_only_look_like_it(text: str, signal: str) -> None:
    assert signal not in {a.signal for a in assertions(text)}


def test_words_are_the_clause_and_the_span_its_signal() -> None:
    text = "Hello, production is down, thanks"
    (found,) = [a for a in assertions(text) if a.signal == "production_down"]
    assert found.words == "production is down"
    assert text[slice(*found.span)] == "is down"


def test_what_the_customer_says_is_marked_as_theirs() -> None:
    assert {a.speaker for a in assertions("customer says data is missing")} == {"customer"}
    assert {a.speaker for a in assertions("data is missing")} == {"writer"}


@given(st.text(max_size=120))
def test_spans_stay_inside_the_text_and_words_are_verbatim(text: str) -> None:
    for found in assertions(text + " data loss"):
        assert 0 <= found.span[0] < found.span[1] <= len(text) + 10
        assert found.words in text + " data loss"


@pytest.mark.parametrize(
    ("text", "signal", "said"),
    [
        ("Same error as another customer.", "recurrence", False),
        ("Same issue as two other customers", "recurrence", False),
        ("Same problem as last month.", "recurrence", True),
        ("只要有一个运单文件被锁定，其他文件也不再同步", "blocked", False),
        ("檔案被鎖定", "blocked", False),
        ("员工账号被锁定了", "blocked", True),
    ],
)
def test_what_others_have_too_is_not_back_and_a_locked_file_locks_nobody_out(
    text: str, signal: str, *, said: bool
) -> None:
    assert (signal in {each.signal for each in assertions(text)}) is said
