"""Who asks whether it is a matter of security has stated none: it is asked, and their answer counts, with a reason on record."""

import pytest
from sqlalchemy import Engine

from escalation.judgement.override import Choice
from escalation.policy import Policy
from escalation.reading.asks_security import without_asking
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

CHINESE = "漢陽醫材下個月要過主管機關稽核，查不到管理員操作記錄，客戶說不給就換別家，這算不算資安合規問題"
ENGLISH = "Hanyang needs an audit log of admin actions before their inspection next month or they leave, is that a security case?"
ELSEWHERE = "CSV import of names with umlauts is garbled at Orchard Books, is this a security issue?"
LEAK = "Acme's admin sees the invoices of another customer after logging in, is this a security issue?"


@pytest.fixture
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("The export is empty, is that a security case?", "the export is empty"),
        ("The export is empty - security issue?", "the export is empty"),
        ("Should this go to security? Reports are late", "reports are late"),
        ("Not sure if this is a security matter: labels print boxes", "labels print boxes"),
        ("导出打不开，這算不算資安合規問題", "导出打不开"),
        ("导出打不开，要不要找安全团队", "导出打不开"),
        ("这是安全问题吗", ""),
        ("Is this a security issue?", ""),
    ],
)
def test_what_only_asks_is_told_from_the_rest(line: str, rest: str) -> None:
    assert without_asking(line) == rest


@pytest.mark.parametrize(
    "line",
    [
        "This is a security issue",
        "A security issue was reported",
        "安全团队说这是安全问题",
        "算不算数据泄露",
        "Security is down",
    ],
)
def test_what_says_so_or_names_an_exposure_does_not_only_ask(line: str) -> None:
    assert without_asking(line) is None


@pytest.mark.parametrize(
    ("line", "no"), [(CHINESE, "不是資安，是缺稽核記錄功能"), (ENGLISH, "no, a missing audit log")], ids=["zh", "en"]
)
def test_it_is_asked_first_and_a_no_stands_and_is_shown(desk: Desk, line: str, no: str) -> None:
    first = desk.prepare(Request(line)).assessment
    assert first.questions[0].signal == "security_matter"
    assert "security_concern" not in [reason.signal for reason in first.reasons]
    told = desk.prepare(Request(line, answers={"security_matter": no}))
    assert not told.refused
    assert told.assessment.target == "product"
    assert len(told.assessment.affected) == 6
    assert no in [claim.values.get("reason") for claim in told.assessment.claims]
    assert [(o.recommended, o.chosen, o.reason) for o in told.assessment.overrides] == [("security", "product", no)]


def test_a_reason_given_with_another_team_stands_too(desk: Desk) -> None:
    told = desk.prepare(Request(ENGLISH, choice=Choice(target="product", reason="a missing feature")))
    assert not told.refused
    assert told.assessment.target == "product"


def test_where_nothing_else_sounds_so_it_is_asked_and_goes_where_it_belongs(desk: Desk) -> None:
    first = desk.assess(Request(ELSEWHERE))
    assert (first.decision, first.target) == ("handle", None)
    assert [question.signal for question in first.questions] == ["security_matter"]
    denied = desk.assess(Request(ELSEWHERE, answers={"security_matter": "no"}))
    assert (denied.decision, denied.questions) == ("handle", ())


@pytest.mark.parametrize("yes", ["yes, they see rows of another company", "是，看到了别家的数据", "Yes"])
def test_a_yes_makes_it_one_that_is_held(desk: Desk, yes: str) -> None:
    told = desk.prepare(Request(ELSEWHERE, answers={"security_matter": yes}))
    assert told.assessment.target == "security"
    assert told.assessment.severity in {"critical", "high"}
    assert told.assessment.reasons[0].signal == "security_concern"
    choice = Choice(target="product", reason="a font")
    again = desk.prepare(
        Request(ELSEWHERE, answers={"since_when": "today"}, choice=choice), escalation_id=told.escalation_id
    )
    assert again.assessment.target == "security"
    assert "target product did not take effect" in again.refused[0]


@pytest.mark.parametrize("line", [LEAK, "DEF 公司有异地登录和陌生的文件导出，这算不算安全问题"])
def test_a_line_that_states_one_is_held_whatever_it_asks(desk: Desk, line: str) -> None:
    told = desk.prepare(Request(line, answers={"security_matter": "no"}))
    assert told.assessment.target == "security"
    assert told.assessment.severity in {"critical", "high"}
    assert "answer to security_matter did not take effect" in told.refused[0]


@pytest.mark.parametrize(
    ("reason", "instead"),
    [("it is a missing feature", "no reason of its own was given"), ("是缺功能，給產品", "未单独说明理由")],
)
def test_a_refused_reason_is_recorded_under_nothing_else(desk: Desk, reason: str, instead: str) -> None:
    opened = desk.prepare(Request(LEAK))
    lower = "high" if opened.assessment.severity == "critical" else "critical"
    choice = Choice(target="product", severity=lower, reason=reason)
    told = desk.prepare(Request(LEAK, choice=choice), escalation_id=opened.escalation_id)
    assert [(o.field, o.chosen, o.reason) for o in told.assessment.overrides] == [("severity", lower, instead)]
    assert f"Of severity {lower} it is no reason" in told.refused[0]
    assert told.escalation_id is not None
    assert [e.why for e in desk.register.events(told.escalation_id) if e.what == "overridden"] == [instead]


def test_what_was_chosen_before_for_a_reason_of_its_own_stays(desk: Desk) -> None:
    before = Choice(severity="critical", reason="their board meets today")
    opened = desk.prepare(Request(LEAK, choice=before))
    after = Choice(target="product", reason="it is a missing feature")
    told = desk.prepare(
        Request(LEAK, answers={"since_when": "today"}, choice=after), escalation_id=opened.escalation_id
    )
    assert told.assessment.severity == "critical"
    assert "target product did not take effect" in told.refused[0]
    assert "it is no reason" not in told.refused[0]
    assert [o.reason for o in told.assessment.overrides] in ([], ["their board meets today"])
