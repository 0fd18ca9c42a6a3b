"""What an agent types is taken for what it says: a threat, an id, a code, an amount, a second fault."""

import pytest
from sqlalchemy import Engine

from escalation.assessment import Assessment
from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


@pytest.fixture(scope="module")
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


def signals(found: Assessment) -> set[str]:
    return {r.signal for r in found.reasons}


@pytest.mark.parametrize(
    "line",
    [
        "瑞祺医药 push 收不到，安卓的，客户说再不修就换掉",
        "瑞祺医药安卓收不到推送，客戶說再這樣就不合作了",
        "Ruiqi says if push isn't fixed they will switch vendor",
    ],
)
def test_a_threat_weighs_the_same_in_either_language(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert "churn_threat" in signals(found)
    assert (found.decision, found.impact.level) == ("escalate", "high")
    assert "what_is_broken" not in [q.signal for q in found.questions]


@pytest.mark.parametrize(
    "line",
    [
        "ENG-2304",
        "https://tracker.lanternfold.example/browse/ENG-2304",
        "see https://tracker.lanternfold.example/browse/ENG-2304?focusedId=9",
        "请看 https://tracker.lanternfold.example/browse/ENG-2304",
    ],
)
def test_an_item_s_id_alone_or_in_an_address_is_what_is_reported_under_it(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert (found.decision, found.target) == ("escalate", "engineering")
    assert {a.id for a in found.affected} == {"halden-co", "tiankun", "guanghe-design"}
    assert "said_configuration" not in signals(found)


def test_an_address_beside_words_does_not_speak_of_certificates(desk: Desk) -> None:
    plain = desk.assess(Request("Export is missing rows"))
    found = desk.assess(Request("Export is missing rows https://help.lanternfold.example/start"))
    assert (found.decision, found.severity, found.target) == (plain.decision, plain.severity, plain.target)
    assert signals(found) <= signals(plain)


@pytest.mark.parametrize(
    "line", ["CACHE_SHARD_UNAVAILABLE", "error CACHE_SHARD_UNAVAILABLE", "报错 CACHE_SHARD_UNAVAILABLE"]
)
def test_a_code_alone_is_not_critical_and_where_it_was_seen_is_shown_first(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert (found.decision, found.severity) == ("escalate", "high")
    assert not signals(found) & {"said_impact", "read_as_critical"}
    assert {look.record_id for look in found.lookalikes[:3]} == {"T-35658", "T-35665", "T-35668"}


@pytest.mark.parametrize("line", ["asdf qwer lorem banana 42", "kumquat teapot saddle 9", "阿斯顿发生 啊啊啊"])
def test_nonsense_is_asked_about_and_put_nowhere(desk: Desk, line: str) -> None:
    done = desk.prepare(Request(line))
    assert (done.assessment.decision, done.escalation_id) == ("need_info", None)
    assert signals(done.assessment) == {"too_little_said"}
    assert "what_is_broken" in [q.signal for q in done.assessment.questions]
    assert "nothing was put on record" in " ".join(done.refused)


def test_of_a_line_that_is_a_ticket_s_number_the_ticket_is_quoted_and_what_it_denies_is_not_asserted(
    desk: Desk,
) -> None:
    found = desk.assess(Request("T-48340"))
    said = [r for r in found.reasons if r.signal.startswith("said_")]
    by_id = {e.id: e for e in found.evidence}
    assert said
    assert {(r.values["ticket"], by_id[r.evidence[0]].record_id) for r in said} == {("T-48340", "T-48340")}
    told = {f.signal for each in found.impact.dimensions.values() for f in each}
    assert "blocked" not in told
    assert "sla_answered" in told
    assert "sla_none_on_record" not in told


SECOND = [
    ("天坤导出少了几百条，另外他们说计时器也多记了几十个小时", "他们说计时器也多记了几十个小时"),
    ("天坤匯出少了幾百條，另外計時器也多記了幾十個小時", "計時器也多記了幾十個小時"),
    ("Export drops rows at Tiankun, also their timer adds hours", "their timer adds hours"),
    ("Export drops rows; besides, invoices show the wrong currency", "invoices show the wrong currency"),
    ("导出缺行，此外附件上传失败", "附件上传失败"),
]
ONE = [
    "Export is missing rows, also in Firefox",
    "Export is missing rows for Tiankun, also affects Halden",
    "Export drops rows, also on the dashboard page",
    "导出缺行，同时客户要求周五前修好",
    "导出缺行，另外希望增加批量导出",
    "Data export is missing rows, also please reply to Halden today",
]


@pytest.mark.parametrize(("line", "other"), SECOND)
def test_a_second_fault_in_the_line_is_said_to_be_none_of_the_brief(desk: Desk, line: str, other: str) -> None:
    claims = {c.signal: c.values for c in desk.assess(Request(line)).claims}
    assert claims["second_matter"] == {"words": other}


@pytest.mark.parametrize("line", ONE)
def test_where_a_fault_shows_and_what_is_asked_for_it_is_no_second_one(desk: Desk, line: str) -> None:
    assert "second_matter" not in {c.signal for c in desk.assess(Request(line)).claims}


@pytest.mark.parametrize(
    "line",
    ["this is the THIRD time this month, I'm sick of apologising to Sierra Rail!!!",
     "Sierra Rail 又来投诉了，本月第三次，客户很生气",
     "Sierra Rail 又投訴，這個月第三次了，客戶很生氣"],
)  # fmt: skip
def test_of_two_different_open_tickets_it_is_asked_which_and_they_are_not_added_up(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert (found.decision, found.target) == ("need_info", None)
    asked = {q.signal: q.values for q in found.questions}
    assert {str(t).split(" ")[0] for t in asked["ticket_number"]["tickets"] or ()} == {"T-48265", "T-48179"}  # type: ignore[union-attr]
    assert "growth" not in {f.signal for f in found.impact.dimensions["breadth"]}
    assert found.deadline is None
    told = desk.assess(Request(line, answers={"ticket_number": "T-48265"}))
    assert told.decision == "escalate"
    assert {m.ticket.id for m in told.matched if not m.ticket.solved} == {"T-48265"}


def test_leaders_are_told_of_the_relationship_as_a_whole(desk: Desk) -> None:
    found = desk.assess(Request("Sierra Rail's CEO called, very unhappy, wants a plan"))
    assert (found.decision, found.target) == ("escalate", "leadership")
    assert "ticket_number" not in [q.signal for q in found.questions]


@pytest.mark.parametrize(
    "line",
    [
        "customer wants refund for 3 days",
        "客户要求退三天的款",
        "客戶要求退款三天",
        "client asks for compensation for the downtime",
    ],
)
def test_money_back_is_no_wish_for_a_feature_and_it_is_asked_whose_and_for_what(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert found.decision == "need_info"
    assert [q.signal for q in found.questions][:2] == ["which_account", "ticket_number"]
    assert "feature_gap" not in signals(found)


def test_money_back_for_a_customer_that_is_named_is_for_leaders_to_decide(desk: Desk) -> None:
    found = desk.assess(Request("海通船舶要求赔偿"))
    assert (found.decision, found.target, found.ask) == ("escalate", "leadership", "decide")


@pytest.mark.parametrize("line", ["refund button is missing", "how do I issue a refund to a client in the app"])
def test_a_product_that_pays_back_is_judged_as_any_other(desk: Desk, line: str) -> None:
    assert desk.assess(Request(line)).issue.kind != "relationship"


def test_two_ticket_numbers_of_different_faults_are_not_one_issue(desk: Desk) -> None:
    found = desk.assess(Request("T-48402 and T-48222"))
    assert found.decision == "need_info"
    assert [q.signal for q in found.questions] == ["ticket_number"]
    assert "several_matters" in signals(found)
    told = desk.assess(Request("T-48402 and T-48222", answers={"ticket_number": "T-48222"}))
    assert (told.decision, told.target) == ("escalate", "engineering")
    assert {a.id for a in told.affected} == {"halden-co", "tiankun", "guanghe-design"}


def test_two_ticket_numbers_of_one_fault_are_one_issue(desk: Desk) -> None:
    assert desk.assess(Request("T-48222, T-48205")).decision == "escalate"


@pytest.mark.parametrize(
    "line",
    [
        "SSO is broken for 海沃生物 again and Halden's export is missing rows",
        "海沃生物登录又失败，Halden 导出缺行",
    ],
)
def test_of_two_faults_of_two_customers_the_one_that_is_not_counted_is_said(desk: Desk, line: str) -> None:
    words = {c.signal: c.values for c in desk.assess(Request(line)).claims}["second_matter"]["words"]
    assert isinstance(words, str)
    assert words in line


@pytest.mark.parametrize(
    "line",
    [
        "Oderland asks if their data was in the leak",
        "wrong customer data shown in Kessler report",
        "Oderland 問他們的資料有沒有外洩",
    ],
)
def test_what_may_be_data_in_wrong_hands_is_asked_about_and_not_soothed_away(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert found.decision != "handle"
    if found.target != "security":
        assert found.questions[0].signal == "security_matter"
    told = desk.assess(Request(line, answers={"security_matter": "yes, they saw names of another company"}))
    assert (told.decision, told.target) == ("escalate", "security")
    harmless = desk.assess(Request(line, answers={"security_matter": "no, it is about a newspaper article"}))
    assert "security_matter" not in [q.signal for q in harmless.questions]


@pytest.mark.parametrize(
    "line", ["memory leak in the app", "water leak ticket cannot be closed", "wrong total in the report"]
)
def test_what_leaks_otherwise_is_no_question_for_security(desk: Desk, line: str) -> None:
    assert "security_matter" not in [q.signal for q in desk.assess(Request(line)).questions]


@pytest.mark.parametrize("line", ["T-48340", "Granary SSO ends with SAML_SIGNING_CERT_EXPIRED"])
def test_what_is_said_of_a_kept_sla_is_in_its_source(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    by_id = {e.id: e.quotation for e in found.evidence}
    (kept,) = (f for f in found.impact.dimensions["contractual"] if f.signal == "sla_answered")
    assert "first response due" in by_id[kept.evidence[0]]
    assert by_id[kept.evidence[0]].endswith(": met")
