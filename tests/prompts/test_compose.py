"""The words of a brief come from the evidence, and nothing is said that is not there."""

from typing import get_args

import pytest

from escalation.assessment import Assessment, Communication, Facts, Impact, Reproduction
from escalation.matters import TriedStep
from escalation.terms import Language
from prompts.compose import compose
from tests.prompts.parts import GHI, NORTH, NOW, XYZ, at, because, evidence, found, ticket
from tests.prompts.worlds import (
    ESCALATED,
    EVERY,
    documented,
    feature,
    outage,
    pattern,
    relationship,
    security,
    too_little,
)

LANGUAGES: tuple[Language, ...] = get_args(Language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", EVERY)
def test_the_title_fits_and_is_specific(world: str, language: Language) -> None:
    summary = compose(EVERY[world](), language).summary
    assert 10 < len(summary) <= 160


def test_a_title_names_the_customer_once() -> None:
    assert compose(outage(), "zh").summary == "XYZ 科技有限公司数据同步停止"
    assert compose(feature(), "en").summary == "Customers ask for bulk task assignment — Northwind Ltd"
    assert compose(pattern(), "en").summary == "Data export is missing rows — 2 customers affected"
    assert compose(pattern(), "zh").summary == "「Data export is missing rows」——2 家客户受影响"


def test_a_long_issue_is_cut_between_words() -> None:
    issue = feature().issue.model_copy(update={"summary": "word " * 100})
    summary = compose(feature().model_copy(update={"issue": issue}), "en").summary
    assert summary.endswith("word… — Northwind Ltd")
    assert len(summary) <= 160


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_assessment_that_knows_nothing_claims_nothing(language: Language) -> None:
    bare = Assessment(at=NOW, issue=too_little().issue, decision="escalate", target="leadership", severity="high")
    text = compose(bare, language)
    assert text.customers_affected is text.workflow_impact is text.revenue_at_risk is text.time_in_queue is None
    assert text.last_update is text.expectation is text.escalation_risk is text.deadline is None
    assert text.leadership is not None
    assert text.leadership.relationship is text.leadership.trigger is text.leadership.renewal_odds is None
    assert (text.tried, text.context, text.reproduction, text.product) == ((), (), None, None)


def test_the_description_tells_reports_of_different_customers_then_what_is_known_inside() -> None:
    assert compose(pattern(), "en").description == (
        "XYZ 科技有限公司 reported in T-1, at 2026-11-11 02:00 UTC (10:00 for the customer): “导出的报表缺少约 2000 行。” [E1] "
        "Northwind Ltd wrote in T-2: “The CSV export has 10,000 rows, we expect 12,400.” [E9] "
        "It is tracked as BUG-77, “Export drops rows after 10,000” (status: in progress) [E10]."
    )


def test_further_reports_are_counted_and_not_all_quoted() -> None:
    more = tuple(ticket(f"T-{n}", NORTH, "Rows", "Rows missing.", at(12, n)) for n in range(3, 7))
    text = compose(pattern().model_copy(update={"matched": (*pattern().matched, *more)}), "en")
    assert "4 more tickets describe the same [E2]." in text.description
    assert len([line for line in text.context if line.startswith("T-")]) == 6


def test_an_issue_that_no_record_shows_is_said_so() -> None:
    text = compose(too_little().model_copy(update={"decision": "escalate"}), "en")
    assert text.description == (
        "The report says: “Customer threatening to churn over missing audit log feature” [E1]. "
        "No ticket in the searched sources shows this."
    )


def test_a_searched_knowledge_base_without_a_solution_is_named() -> None:
    searched = outage().coverage[-1].model_copy(update={"state": "searched"})
    text = compose(outage().model_copy(update={"coverage": (searched,)}), "zh")
    assert "知识库中没有适用的有效解决办法。" in text.description
    assert "知识库" not in compose(outage(), "zh").description


def test_a_result_that_nobody_recorded_stays_unknown() -> None:
    steps = compose(outage(), "zh").tried
    assert [(step.step, step.result) for step in steps] == [
        ("「重启客户端」[E4]", "「没有效果」"),
        ("「检查网络」[E4]", None),
    ]


def test_the_last_update_says_when_how_long_ago_and_what() -> None:
    said = "We restarted the service. Hello."
    talk = Communication(last_update_at=at(13, 4, 15), last_update=said, evidence=("E9",))
    world = outage().model_copy(
        update={"communication": talk, "evidence": (*outage().evidence, evidence("E9", "T-1", f"Hi! {said}"))}
    )
    assert compose(world, "en").last_update == (
        "2026-11-13 04:15 UTC (12:15 for the customer), 4 hours ago: “We restarted the service.” [E9]"
    )
    untimed = world.model_copy(update={"communication": Communication(last_update=said)})
    assert (compose(untimed, "zh").last_update or "").startswith("时间没有记录：")


def test_an_expectation_without_words_still_names_the_instant() -> None:
    talk = Communication(expectation_deadline=at(16, 1))
    said = compose(outage().model_copy(update={"communication": talk}), "en").expectation
    assert said == "They need it by 2026-11-16 01:00 UTC (09:00 for the customer)."


@pytest.mark.parametrize(
    ("signal", "said"), [("deadline_sla", "the SLA of T-1 is due then"), ("deadline_customer", "the customer")]
)
def test_a_deadline_says_why_it_binds(signal: str, said: str) -> None:
    why = found(signal, "E4", ticket="T-1") if signal == "deadline_sla" else found(signal, "E4")
    deadline = compose(outage().model_copy(update={"deadline_why": why}), "en").deadline or ""
    assert said in deadline
    assert deadline.endswith("[E4].")


def test_facts_without_findings_are_still_said() -> None:
    world = outage().model_copy(
        update={"impact": Impact(level="medium"), "facts": Facts(affected_customers=2, arr_at_risk_usd=0.0)}
    )
    text = compose(world, "en")
    assert text.customers_affected == "2 customers show this in the records [E2]."
    assert text.revenue_at_risk == "$0 of ARR is at risk."
    assert text.escalation_risk == "No threat is on record; the business impact is medium."


def test_a_risk_argued_against_is_no_risk() -> None:
    against = because("business", "churn_threat", stance="against", words="we will not leave")
    world = outage().model_copy(update={"reasons": (against,), "impact": Impact()})
    assert compose(world, "en").escalation_risk is None


def test_only_the_targets_own_body_is_written() -> None:
    for name, world in ESCALATED.items():
        text = compose(world(), "en")
        bodies = {"product": text.product, "security": text.security, "leadership": text.leadership}
        assert {target for target, body in bodies.items() if body} == ({name} & {"security"}) | (
            {"product"} if name == "feature" else {"leadership"} if name == "relationship" else set[str]()
        )


def test_a_feature_request_without_demand_still_offers_options() -> None:
    body = compose(feature().model_copy(update={"demand": None}), "zh").product
    assert body is not None
    assert len(body.options) == 3
    assert body.frequency is None


def test_security_observations_fall_back_to_the_report_as_typed() -> None:
    told = compose(security(), "en")
    assert (
        told.description
        == "Northwind Ltd reported this in T-1, at 2026-11-13 08:15 UTC; what was observed is listed below [E1]. "
        "It looks like access to the customer's account by somebody who has no right to it."
    )
    assert told.security is not None
    assert told.security.observed[0].startswith("2026-11-13 08:15 UTC, Northwind Ltd in T-1: “We see 2 file exports")
    unread = security().model_copy(update={"incident": None})
    assert getattr(compose(unread, "en").security, "observed", ("",))[0].startswith("“We see 2 file exports")
    body = compose(security().model_copy(update={"matched": (), "incident": None}), "en").security
    assert body is not None
    assert body.observed == ("“Northwind Ltd reports logins they do not know”",)
    several = security().model_copy(update={"facts": Facts(affected_customers=4)})
    assert "4 customers are known to be affected" in (
        getattr(compose(several, "en").security, "potential_impact", "") or ""
    )


def test_leaders_read_the_history_of_the_account() -> None:
    body = compose(relationship(), "zh").leadership
    assert body is not None
    assert body.history == ("2026-03-02，esc-9：「API outage」；结果：「resolved in 4 hours」",)
    assert body.trigger == "GHI 科技可能流失：「we are evaluating alternatives」[E1]。"


def test_a_customer_is_only_taken_for_granted_when_there_is_one() -> None:
    two = relationship().model_copy(update={"account": None, "affected": (GHI, XYZ)})
    one = relationship().model_copy(update={"account": None})
    assert getattr(compose(two, "en").leadership, "relationship", "") is None
    assert "GHI 科技" in (getattr(compose(one, "en").leadership, "relationship", "") or "")


def test_every_step_stays_on_its_line_however_it_was_written() -> None:
    step = TriedStep(step="restart\n\n# now", result="x\ny", evidence=())
    written = compose(outage().model_copy(update={"tried": (step,)}), "en").tried[0]
    assert (written.step, written.result) == ("“restart # now”", "“x y”")


def test_a_title_does_not_repeat_a_claim_that_the_records_contradict() -> None:
    claimed = pattern().issue.model_copy(update={"summary": "Data export is missing rows — 3 customers reported this"})
    text = compose(pattern().model_copy(update={"issue": claimed}), "en")
    assert text.summary == "Data export is missing rows — 2 customers affected"
    segment = claimed.model_copy(
        update={"summary": "SSO loop for all Enterprise customers", "claimed_scope": "enterprise"}
    )
    world = pattern().model_copy(update={"issue": segment})
    assert compose(world, "en").summary == "“SSO loop for all Enterprise customers” — 2 customers in the records"
    assert compose(world, "zh").summary == "「SSO loop for all Enterprise customers」——记录中有 2 家客户"


def test_what_was_seen_stands_for_the_actual_result_when_no_thread_tells_it() -> None:
    seen = because("technical", "error_seen", "E1", error="ERR_EXPORT_7", tickets=("T-1",))
    bare = Reproduction(frequency="每次")
    body = compose(pattern().model_copy(update={"reasons": (seen,), "reproduction": bare}), "en").reproduction
    assert body is not None
    assert body.actual == "“ERR_EXPORT_7” [E1]. Frequency: “每次”."
    silent = compose(pattern().model_copy(update={"reasons": (), "reproduction": Reproduction()}), "en").reproduction
    assert silent is not None
    where = "Plan and region: XYZ 科技有限公司 (Enterprise); Northwind Ltd (Professional)."
    assert (silent.actual, silent.environment, silent.steps) == (None, where, ())


def test_two_chinese_sentences_do_not_run_together_after_a_quotation() -> None:
    assert "”[E1]。" not in compose(pattern(), "zh").description
    assert "「导出的报表缺少约 2000 行。」[E1]。Northwind Ltd 在 T-2 中写道" in compose(pattern(), "zh").description


def test_a_solution_is_named_in_the_description() -> None:
    text = compose(documented().model_copy(update={"decision": "escalate", "target": "l2"}), "en")
    assert "The knowledge base has a solution, KB-5, “Resetting SSO” [E3]." in text.description
    assert text.ask.startswith("Please take over the diagnosis")


def test_leaders_read_the_trigger_once() -> None:
    text = compose(relationship(), "en")
    assert text.leadership is not None
    assert text.leadership.trigger == "GHI 科技 may leave: “we are evaluating alternatives” [E1]."
    assert text.escalation_risk == "See the trigger above."
    calm = relationship().model_copy(
        update={"reasons": (because("time", "waiting_long", hours=30),), "impact": Impact()}
    )
    assert compose(calm, "zh").escalation_risk == "客户已等待 30 小时。"


def test_a_wish_is_told_from_its_latest_report_and_a_fault_from_its_first() -> None:
    reports = (
        ticket("T-1", NORTH, "We need the first 1.", "x", at(1)),
        ticket("T-2", NORTH, "We need the last 2.", "x", at(2)),
    )
    held = (evidence("E1", "T-1", "We need the first 1."), evidence("E2", "T-2", "We need the last 2."))
    wish = feature().model_copy(update={"matched": reports, "evidence": held})
    assert "“We need the last 2.” [E2]" in compose(wish, "en").description
    fault = wish.model_copy(update={"issue": wish.issue.model_copy(update={"kind": "bug"})})
    assert "“We need the first 1.” [E1]" in compose(fault, "en").description


def test_a_result_told_inside_its_step_is_told_once() -> None:
    steps = (TriedStep(step="手动同步，同样的报错", result="同样的报错"), TriedStep(step="same", result="same"))
    written = compose(outage().model_copy(update={"tried": steps}), "zh").tried
    assert [(s.step, s.result) for s in written] == [("「手动同步」", "「同样的报错」"), ("「same」", "「same」")]


def test_reproduction_repeats_neither_what_happened_nor_its_own_labels() -> None:
    told = Reproduction(
        steps=("Open it.", "It fails."), actual="It fails.", ruled_out=("Ruled out: network", "已排查：网络")
    )
    body = compose(outage().model_copy(update={"reproduction": told}), "en").reproduction
    assert body is not None
    assert body.steps == ("“Open it.”",)
    assert body.environment is not None
    assert body.environment.endswith(" Ruled out: “network”, “网络” [E4].")


def test_an_error_without_a_name_is_no_actual_result() -> None:
    seen = because("technical", "error_seen", "E1", error="Error")
    world = pattern().model_copy(update={"reasons": (seen,), "reproduction": Reproduction()})
    assert getattr(compose(world, "en").reproduction, "actual", "") == "“ERR_EXPORT_7” [E1]."
    nameless = world.model_copy(update={"issue": world.issue.model_copy(update={"error_strings": ()})})
    assert getattr(compose(nameless, "en").reproduction, "actual", "") is None


def test_where_several_customers_are_affected_a_message_says_whose_it_is() -> None:
    own = evidence("E9", "T-2", "We need it by noon.", account_id="acc-north")
    talk = Communication(expectation="We need it by noon.", last_update_at=NOW, evidence=("E9",))
    world = pattern().model_copy(update={"communication": talk, "evidence": (own,)})
    text = compose(world, "en")
    assert text.expectation == "Northwind Ltd: “We need it by noon.” [E9]"
    assert (text.last_update or "").startswith("Northwind Ltd, 2026-11-13 08:15 UTC")


def test_an_hour_that_the_customer_did_not_give_is_told_as_our_reading() -> None:
    words = "We need this by Monday 30 November."
    own = evidence("E9", "T-2", words, account_id="acc-north")
    talk = Communication(expectation=words, expectation_deadline=NOW, evidence=("E9",))
    world = outage().model_copy(update={"communication": talk, "evidence": (own,)})
    assert "They name no hour; we read it as 2026-11-13 08:15 UTC" in (compose(world, "en").expectation or "")
    assert "未给出具体时刻，按 2026-11-13 08:15 UTC" in (compose(world, "zh").expectation or "")
    timed = talk.model_copy(update={"expectation": "We need this by Monday 18:00."})
    told = compose(world.model_copy(update={"communication": timed}), "en").expectation or ""
    assert "They need it by 2026-11-13 08:15 UTC" in told
