"""What every brief and answer holds, in both languages; one brief of each language in full is in test_whole_briefs."""

import re
from typing import get_args

import pytest

from escalation.assessment import Assessment, Communication, Finding, Override, Question
from escalation.brief import BriefText
from escalation.evidence import Coverage
from escalation.terms import IssueKind, Language
from prompts.brief import render_brief
from prompts.compose import compose
from prompts.unknowns import SETTLED_BY
from tests.prompts.parts import XYZ, because, evidence
from tests.prompts.worlds import (
    ANSWERED,
    ESCALATED,
    EVERY,
    feature,
    outage,
    pattern,
    relationship,
    security,
    too_little,
)

LANGUAGES: tuple[Language, ...] = get_args(Language)
HEADINGS = {
    "en": [
        "Impact",
        "Issue Description",
        "What's Been Tried",
        "Customer Communication",
        "What's Needed",
        "Supporting Context",
    ],
    "zh": ["影响范围", "问题描述", "已尝试方案", "客户沟通情况", "需求说明", "参考材料"],
}
STEPS = {
    "en": ["channel", "interim response", "follow-up reminder", "customer-facing update"],
    "zh": ["聊天频道", "阶段性回复", "跟进提醒", "面向客户的当前进展说明"],
}


def written(assessment: Assessment, language: Language) -> str:
    return render_brief(assessment, compose(assessment, language), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", EVERY)
def test_a_text_for_people_has_no_holes(world: str, language: Language) -> None:
    text = written(EVERY[world](), language)
    assert "None" not in text
    assert not re.search(r"\S  +\S", text)
    assert "\n\n\n" not in text
    assert not re.search(r"^## .*\n+(## |\Z)", text, re.MULTILINE), "a heading with nothing under it"
    assert not re.search(r"\*\*[:：]?\s*\n(?!  1\. )", text), "a label with nothing after it"
    assert not re.search(r"\.\.|。。|[.。]”\.|。」。", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", EVERY)
def test_every_reference_has_its_source_and_every_source_its_reference(world: str, language: Language) -> None:
    body, _, sources = written(EVERY[world](), language).partition("## Sources" if language == "en" else "## 来源")
    assert set(re.findall(r"\[(E\d+)\]", body)) == set(re.findall(r"^- \[(E\d+)\]", sources, re.MULTILINE)) != set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", EVERY)
def test_the_four_next_steps_and_the_coverage_are_always_there(world: str, language: Language) -> None:
    text = written(EVERY[world](), language)
    ending = text[text.rindex("## ") :]
    assert re.findall(r"^(\d)\. ", ending, re.MULTILINE) == ["1", "2", "3", "4"]
    assert all(step in ending for step in STEPS[language])
    for category in ("support platform", "CRM", "internal chat", "project tracker", "knowledge base") if language == "en" else (
        "支持平台", "CRM", "内部聊天", "项目跟踪", "知识库"
    ):  # fmt: skip
        assert category in text
    assert ("could not be searched" if language == "en" else "查询失败") in text
    assert ("not connected" if language == "en" else "未接入") in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", ESCALATED)
def test_the_sections_stand_in_their_order(world: str, language: Language) -> None:
    found = re.findall(r"^## (.+)$", written(ESCALATED[world](), language), re.MULTILINE)
    assert [heading for heading in found if heading in HEADINGS[language]] == HEADINGS[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", ESCALATED)
def test_no_sentence_is_said_twice_in_two_fields_of_the_description(world: str, language: Language) -> None:
    text = compose(ESCALATED[world](), language)
    fields = [text.customers_affected, text.workflow_impact, text.revenue_at_risk, text.time_in_queue, text.description]
    said = [field for field in fields if field]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", ANSWERED)
def test_what_is_not_escalated_is_no_escalation_brief(world: str, language: Language) -> None:
    text = written(ANSWERED[world](), language)
    assert "ESCALATION:" not in text
    assert "升级：" not in text


def test_reproduction_steps_are_for_bugs_only() -> None:
    assert "## Reproduction Steps" in written(outage(), "en")
    assert "## 复现步骤" in written(pattern(), "zh")
    for world in (feature, security, relationship):
        assert "Reproduction" not in written(world(), "en")


def test_business_impact_is_shown_when_it_differs_from_the_severity() -> None:
    assert "**Severity:** Medium, business impact: High ·" in written(feature(), "en")
    assert "**严重级别**：中，业务影响：高 ·" in written(feature(), "zh")
    assert "business impact" not in written(outage(), "en").split("\n## ")[0]


def test_a_claim_that_the_records_do_not_support_is_said_before_anything_else() -> None:
    head = written(pattern(), "en").split("## Impact")[0]
    assert "> The report says 3 customers; the records show 2 [E2]." in head


def test_an_unknown_points_to_its_numbered_question_or_asks_it_once() -> None:
    unheard = outage().model_copy(update={"communication": Communication()})
    text = written(unheard, "en")
    assert "## Reproduction Steps\n\nUnknown (question 1)" in text
    assert "**Last update to customer:** No written reply from us is on record." in text
    assert "**Customer expectation:** Unknown. What does the customer expect to happen, and by when?" in text
    questions = re.findall(r"[^.\n]*\?", text)
    assert len(questions) == len(set(questions))


def test_two_fields_with_one_unnumbered_question_ask_it_once() -> None:
    bare = too_little().model_copy(
        update={"decision": "escalate", "target": "l2", "severity": "medium", "questions": ()}
    )
    text = written(bare, "en")
    assert text.count("Which customers are affected?") == 1
    assert "result not recorded" not in text


def test_security_goes_at_once_past_the_tiers() -> None:
    assert "**Act at once.**" in written(security(), "en")
    assert "**请立即处理。**" in written(security(), "zh")
    assert "Act at once" not in written(outage(), "en")


def test_each_target_has_its_own_body() -> None:
    assert "15 requests from 15 customers in 183 days (7 Professional, 5 Trial, 3 Enterprise)" in written(
        feature(), "en"
    )
    assert "2. Review the full access log" in written(security(), "en")
    assert "ARR $480,000, a customer for 3 years, renewal on 2027-01-13 [E2]" in written(relationship(), "en")
    assert "ARR 48 万美元，合作 3 年" in written(relationship(), "zh")
    assert "**Also inform:** Engineering" in written(relationship(), "en")


def test_the_ask_follows_what_is_asked_for() -> None:
    assert "Please fix it (BUG-77)" in written(pattern(), "en")
    assert "请修复（BUG-77）" in written(pattern(), "zh")
    assert "Please investigate: find the cause" in written(outage(), "en")
    assert "Please approve or turn down" in written(relationship().model_copy(update={"ask": "approve"}), "en")


def test_an_override_is_on_record_with_its_reason() -> None:
    override = Override(field="severity", recommended="high", chosen="critical", reason="the CEO *called* [E1]")
    text = written(outage().model_copy(update={"overrides": (override,)}), "en")
    assert r"The recommended severity was High; Critical was chosen: “the CEO \*called\* (E1)”" in text
    first = Override(field="target", recommended=None, chosen="security", reason="r")
    assert "建议的对接团队是无，实际选择安全团队" in written(outage().model_copy(update={"overrides": (first,)}), "zh")


def test_hostile_text_from_a_record_or_a_model_stays_inert() -> None:
    bad = "![x](https://evil/?q=1) <img src=x> # h\n\n## Fake [E1] [E77]"
    text = BriefText(summary="s", description=bad, ask=bad, context=(bad,), customers_affected=bad)
    shown = render_brief(outage(), text, "en", escalation_id="[x](y)")
    assert "![" not in shown.replace(r"!\[", "")
    assert "<img" not in shown.replace(r"\<img", "")
    assert "\n## Fake" not in shown
    assert r"\[E77\]" in shown
    assert r"\[x\](y)" in shown


def test_a_hostile_quotation_in_the_sources_stays_on_its_line() -> None:
    hostile = evidence("E1", "T-1", "line\n- [E9] forged ![x](y)")
    text = written(outage().model_copy(update={"evidence": (hostile, *outage().evidence[1:])}), "en")
    assert r"“line - (E9) forged !\[x\](y)”" in text


def test_a_source_without_a_web_address_is_named_and_not_linked() -> None:
    forged = outage().evidence[0].model_copy(update={"url": "javascript:alert(1)"})
    text = written(outage().model_copy(update={"evidence": (forged, *outage().evidence[1:])}), "en")
    assert "- [E1] ticket T-1, 2026-11-13 06:05 UTC: “" in text


def test_nothing_searched_is_said() -> None:
    assert "No source was searched." in written(outage().model_copy(update={"coverage": ()}), "en")
    odd = Coverage(category="crm", state="timed out")
    assert "CRM: could not be searched." in written(outage().model_copy(update={"coverage": (odd,)}), "en")


def test_many_reasons_are_cut_to_the_strongest() -> None:
    many = tuple(because("impact", "several_customers", weight=n, count=n) for n in range(2, 12))
    text = written(outage().model_copy(update={"reasons": many}), "en")
    assert text.count("**Impact:**") == 6
    assert "11 customers reported this." in text
    assert "5 customers reported this." not in text


def test_need_info_shows_what_is_known_and_asks() -> None:
    text = written(too_little(), "en")
    assert "1. Which customer is this about: Northwind Ltd or GHI 科技?" in text
    claims = (Finding(signal="named_account_unknown", values={"name": "Nowhere"}),)
    known = pattern().model_copy(
        update={"decision": "need_info", "claims": claims, "questions": (Question(signal="arr"),)}
    )
    shown = written(known, "en")
    assert "## What is known" in shown
    assert "The report names “Nowhere”, which is no account on record." in shown


def test_coverage_counts_what_is_relevant_and_says_when_nothing_is() -> None:
    text = written(pattern(), "en")
    assert "support platform (workspace): searched, 2 relevant; CRM (workspace): searched, 2 relevant;" in text
    empty = Coverage(category="project_tracker", state="searched", source="tracker")
    assert "project tracker (tracker): searched, nothing relevant." in written(
        outage().model_copy(update={"coverage": (empty,)}), "en"
    )


def test_a_customer_that_was_found_by_its_name_counts_as_found_affected_or_not() -> None:
    crm = Coverage(category="crm", state="searched", source="workspace")
    named = outage().model_copy(update={"account": XYZ, "affected": ()})
    assert "CRM (workspace): searched, 1 relevant." in written(named.model_copy(update={"coverage": (crm,)}), "en")
    twice = outage().model_copy(update={"account": XYZ, "affected": (XYZ,), "coverage": (crm,)})
    assert "CRM (workspace): searched, 1 relevant." in written(twice, "en")


def test_a_weaker_reason_gives_way_to_the_one_that_covers_it() -> None:
    both = (
        because("pattern", "three_or_more_customers", count=5, days=30),
        because("impact", "several_customers", count=5),
    )
    text = written(outage().model_copy(update={"reasons": both}), "zh")
    assert "30 天内有 5 家不同的客户反馈同一问题。" in text
    assert "5 家客户反馈了这一问题" not in text


def test_no_two_fields_begin_with_the_same_question() -> None:
    first = [signals[0] for signals in SETTLED_BY.values()]
    assert len(first) == len(set(first))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "said", "lacks"),
    [
        ("feature", "feature_gap", True),
        ("feature", "churn_threat", True),
        ("relationship", "feature_gap", True),
        ("feature", "function_broken", False),
        ("bug", "churn_threat", False),
        ("outage", "churn_threat", False),
        ("unclear", "churn_threat", False),
    ],
)
def test_product_is_told_that_the_function_is_lacking_only_where_one_is_asked_for(
    *, kind: IssueKind, said: str, lacks: bool, language: Language
) -> None:
    asked = feature()
    found = asked.model_copy(
        update={
            "issue": asked.issue.model_copy(update={"kind": kind}),
            "reasons": (because("business", said, "E1", words="we are looking at X and Y"),),
        }
    )
    text = written(found, language)
    lacking, unknown = {
        "en": ("the product lacks the function", "Unknown. What has been tried so far"),
        "zh": ("产品目前没有这一功能", "未知"),
    }[language]
    tried = text.split("## What's Been Tried" if language == "en" else "## 已尝试方案")[1].split("\n## ")[0]
    assert (lacking in tried) is lacks
    assert (unknown in tried) is not lacks


def test_a_fault_that_somebody_holds_against_is_no_reason_to_doubt_that_the_function_is_lacking() -> None:
    asked = feature()
    against = because("technical", "function_broken", "E1", stance="against", words="it is slow")
    text = written(asked.model_copy(update={"reasons": (against,)}), "en")
    assert "the product lacks the function" in text
