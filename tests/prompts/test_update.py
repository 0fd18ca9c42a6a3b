"""What a customer is told holds what they need and nothing that is not theirs."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import get_args

import pytest

from escalation.assessment import Assessment
from escalation.audience import check, reader
from escalation.matters import Incident, Precedent, Wanted
from escalation.records import Comment, Ticket
from escalation.terms import Language
from prompts.update import (
    LAST,
    PHASES,
    Approved,
    Phase,
    customer_update,
    default_next_update,
    interim_phase,
    own_ticket,
)
from tests.prompts.parts import GHI, NORTH, NOW, at, because, ticket
from tests.prompts.worlds import EVERY, documented, feature, outage, pattern, relationship, security, too_little
from tools.customers.handed import reads_the_tracker

LANGUAGES: tuple[Language, ...] = get_args(Language)
OPENINGS = {"en": "Hello,", "zh": "您好："}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("world", EVERY)
def test_nothing_internal_or_foreign_is_in_it(world: str, phase: Phase, language: Language) -> None:
    found = EVERY[world]()
    text = customer_update(found, language, phase)
    assert text.startswith(OPENINGS[language])
    for secret in (
        "ARR", "$", "万美元", "renew", "续约", "None", "[E", "BUG-", "C-1", "#sync", "churn", "流失", "Engineering",
        "enterprise", "Enterprise", found.reported_by or "陈晓", "guarantee", "never again", "保证", "escalation",
    ):  # fmt: skip
        assert secret not in text
    others = {"Northwind Ltd", "XYZ 科技有限公司", "GHI 科技"}
    assert not any(name in text for name in others)
    assert "\n\n\n" not in text
    assert not re.search(r"\S  +\S", text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", PHASES)
def test_it_says_when_they_hear_next_unless_the_matter_rests(phase: Phase, language: Language) -> None:
    text = customer_update(outage(), language, phase, next_update_at=at(13, 12, 30))
    assert ("2026-11-13 20:30" in text) is (phase not in LAST)
    assert ("Shanghai time" in text or "北京时间" in text) is (phase not in LAST)


def test_without_a_clock_the_cadence_of_the_severity_holds() -> None:
    assert default_next_update(outage()) == at(13, 12, 15)
    assert default_next_update(too_little()) == at(17, 9)
    assert "by 2026-11-13 20:15 (Shanghai time)" in customer_update(outage(), "en")
    assert "2026-11-17 09:00 UTC" in customer_update(too_little(), "en")


def test_it_quotes_the_subject_of_the_customers_own_newest_ticket_only() -> None:
    foreign = ticket("T-8", GHI, "GHI's secret", "x", NOW)
    older = ticket("T-0", NORTH, "Older", "x", at(1))
    mixed = feature().model_copy(update={"matched": (foreign, older, *feature().matched)})
    text = customer_update(mixed, "en")
    assert "about your request “Bulk assignment” (T-1)" in text
    assert "secret" not in text
    assert own_ticket(pattern()) is None
    assert "about the issue you reported" in customer_update(pattern(), "en")
    assert "about the issue you reported" in customer_update(outage().model_copy(update={"matched": (foreign,)}), "en")


@pytest.mark.parametrize(("channel", "quoted"), [("email", True), (None, True), ("phone", False), ("Internal", False)])
def test_a_subject_that_an_agent_worded_is_not_quoted_to_the_customer(channel: str | None, *, quoted: bool) -> None:
    own = feature().matched[0]
    spoken = own.model_copy(update={"ticket": own.ticket.model_copy(update={"channel": channel})})
    text = customer_update(feature().model_copy(update={"matched": (spoken,)}), "en")
    assert ("Bulk assignment" in text) is quoted


def test_a_hostile_subject_stays_a_quotation() -> None:
    own = ticket("T-1", NORTH, "![x](evil)\n# big", "x", NOW)
    text = customer_update(feature().model_copy(update={"matched": (own,)}), "en")
    assert r"“!\[x\](evil) # big”" in text
    empty = ticket("T-1", NORTH, " ", "x", NOW)
    assert "about your request T-1." in customer_update(feature().model_copy(update={"matched": (empty,)}), "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("phase", sorted(set(PHASES) - {"feature_decision", "solution"}))
def test_what_was_approved_is_said_as_given(phase: Phase, language: Language) -> None:
    cleared = Approved(known="K-fact.", cause="C-cause.", doing="D-doing.", to_do=("First do.", "Then do."))
    text = customer_update(outage(), language, phase, approved=cleared)
    for said in ("K-fact.", "C-cause.", "D-doing.", "1. First do.", "2. Then do."):
        assert said in text


@pytest.mark.parametrize("phase", PHASES)
def test_no_cause_is_given_that_nobody_approved(phase: Phase) -> None:
    assert "The cause:" not in customer_update(outage(), "en", phase)
    assert "原因：" not in customer_update(outage(), "zh", phase)


def test_a_feature_decision_is_told_only_once_there_is_one() -> None:
    waiting = customer_update(feature(), "en", "feature_decision")
    assert "There is no decision yet" in waiting
    assert "You will hear from us again by" in waiting
    decided = customer_update(feature(), "zh", "feature_decision", approved=Approved(decision="计划在第二季度提供。"))
    assert "产品团队已有结论：计划在第二季度提供。" in decided
    assert "目前还没有结论" not in decided


def test_a_security_notice_tells_the_customer_what_to_do_now() -> None:
    assert "1. Change the passwords" in customer_update(relationship(), "en", "security_notice")
    own = customer_update(relationship(), "zh", "security_notice", approved=Approved(to_do=("停用该账号。",)))
    assert "1. 停用该账号。" in own
    assert "修改相关账号的密码" not in own


def test_a_public_article_is_given_step_by_step_with_its_link() -> None:
    text = customer_update(documented(), "en", "solution")
    assert "[Resetting SSO](<https://help.example/kb-5>)" in text
    assert "2. Clear the identity provider's session." in text


@pytest.mark.parametrize("visibility", ["internal", None, "agents"])
def test_an_article_that_is_not_public_is_not_shown_to_a_customer(visibility: str | None) -> None:
    found: Assessment = documented()
    assert found.solution is not None
    hidden = found.model_copy(update={"solution": found.solution.model_copy(update={"visibility": visibility})})
    text = customer_update(hidden, "en", "solution")
    assert "Resetting SSO" not in text
    assert "putting the steps together for you" in text


def test_an_instant_in_chinese_stands_right_with_and_without_a_zone() -> None:
    assert "我们会在 2026-11-13 20:15（北京时间）之前再次" in customer_update(outage(), "zh")
    assert "我们会在 2026-11-17 09:00 UTC 之前再次" in customer_update(too_little(), "zh")


@pytest.mark.parametrize("timezone", [None, "Asia/Shanghai"])
def test_a_clock_at_the_end_of_the_calendar_is_no_fault(timezone: str | None) -> None:
    account = NORTH.model_copy(update={"timezone": timezone})
    last = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    found = feature().model_copy(update={"at": last, "account": account})
    assert "by 9999-12-31 23:59 UTC" in customer_update(found, "en")


def test_the_interim_word_fits_the_matter_and_who_has_heard_from_us() -> None:
    assert interim_phase(feature()) == "feature_decision"
    assert "cause" not in customer_update(feature(), "en", interim_phase(feature()))
    assert "about your request" in customer_update(
        feature().model_copy(update={"account": None}), "en", "feature_decision"
    )
    world = pattern()
    assert interim_phase(world) == "acknowledged"
    answer = {"id": "c", "role": "agent", "at": world.at, "body": "We look into it."}
    answered = tuple(
        m.model_copy(update={"ticket": Ticket.model_validate(m.ticket.model_dump() | {"comments": [answer]})})
        for m in world.matched
    )
    assert interim_phase(world.model_copy(update={"matched": answered})) == "investigating"
    assert interim_phase(world.model_copy(update={"matched": (answered[0], world.matched[1])})) == "acknowledged"
    assert interim_phase(documented()) == "solution"


def test_who_complains_of_us_is_not_merely_told_that_it_arrived() -> None:
    assert interim_phase(relationship()) == "executive_response"
    granted = relationship().model_copy(update={"issue": outage().issue, "reasons": ()})
    assert interim_phase(granted) == "acknowledged"
    lawyers = (*relationship().reasons, because("business", "compliance_deadline", "E1", words="our lawyers"))
    assert interim_phase(relationship().model_copy(update={"reasons": lawyers})) == "acknowledged"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("world", "said"),
    [
        (relationship, ("the people who can decide on it", "能作决定的同事")),
        (security, ("establishing what happened", "查明发生了什么")),
        (feature, ("looking at what you asked for", "研究您提出的需求")),
    ],
)
def test_only_after_a_fault_is_there_a_cause_to_find_and_something_to_get_working(
    world: Callable[[], Assessment], said: tuple[str, str], language: Language
) -> None:
    text = customer_update(world(), language, "acknowledged")
    assert said[LANGUAGES.index(language)] in text
    for wrong in ("cause is not yet", "get you working", "原因尚在核实", "恢复使用"):
        assert wrong not in text
    fault = customer_update(outage(), language, "acknowledged")
    assert "get you working" in fault or "恢复使用" in fault


def test_a_duty_under_the_law_is_answered_not_investigated() -> None:
    duty = security().model_copy(update={"incident": Incident(kind="compliance")})
    assert "preparing what you need from us" in customer_update(duty, "en")


@pytest.mark.parametrize(
    "subject", ["THIS IS RIDICULOUS", "什么破系统！！！", "other firms see my lorries!!", "again?!"]
)
def test_an_outburst_is_not_read_back_to_who_wrote_it(subject: str) -> None:
    own = ticket("T-1", NORTH, subject, "x", NOW)
    text = customer_update(feature().model_copy(update={"matched": (own,)}), "en")
    assert "about your request T-1." in text


@pytest.mark.parametrize("subject", ["SSO down", "API 500", "Can't log in!", "Export CSV: rows missing"])
def test_a_plain_subject_with_capitals_is_read_back(subject: str) -> None:
    own = ticket("T-1", NORTH, subject, "x", NOW)
    assert f"“{subject}” (T-1)" in customer_update(feature().model_copy(update={"matched": (own,)}), "en")


def test_where_an_article_answers_the_interim_word_is_the_answer() -> None:
    text = customer_update(documented(), "en", interim_phase(documented()))
    assert "in our help centre answers this" in text
    assert "not yet established" not in text


def test_that_we_know_what_to_do_is_said_only_where_we_do() -> None:
    nothing = documented().model_copy(update={"solution": None})
    assert interim_phase(nothing) == "acknowledged"
    assert "working out the answer for you" in customer_update(nothing, "en")
    reply = customer_update(nothing, "en", "solution")
    assert "We know what to do" not in reply
    assert "as soon as we know what helps.\n\nIf anything changes" in reply
    assert "我们知道如何处理" not in customer_update(nothing, "zh", "solution")
    before = Precedent(ticket="T-9", subject="Old", words="Choose Settings > Reset.")
    assert "We know what to do" in customer_update(nothing.model_copy(update={"precedent": before}), "en", "solution")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "You asked us for a call from our leadership and a written explanation: this goes to the people here"),
        ("zh", "您希望与我方管理层直接沟通，并得到书面说明，我们正在转告能作决定的同事"),
    ],
)
def test_a_letter_to_who_may_leave_takes_up_what_they_ask_and_not_how_they_called_it(
    language: Language, said: str
) -> None:
    call, explain = "Have your CEO ring me.", "We still wait for the cause in writing."
    world = relationship()
    own = ticket("T-1", GHI, "That was it", f"{call} {explain}", NOW)
    wanted = (Wanted(kind="call", words=call), Wanted(kind="explain", words=explain))
    noted = Wanted(kind="plan", words="They would take a plan.")
    found = world.model_copy(update={"account": GHI, "matched": (own,), "wanted": (*wanted, noted)})
    text = customer_update(found, language, "executive_response")
    assert said in text
    assert "That was it" not in text
    assert "a plan of" not in text
    assert not check(text, reader(found, language), NOW)
    assert "You asked us" not in customer_update(
        world.model_copy(update={"wanted": (noted,)}), "en", "executive_response"
    )


@pytest.mark.parametrize(("language", "thanks"), [("en", "Thank you for writing"), ("zh", "已经收到")])
def test_who_reported_a_leak_and_had_an_answer_is_not_told_again_that_it_arrived(
    language: Language, thanks: str
) -> None:
    leak = outage().model_copy(update={"target": "security", "incident": Incident(kind="exposure")})
    assert interim_phase(leak) == "acknowledged"
    match = leak.matched[0]
    reply = Comment(id="r", author="x", role="agent", at=NOW, public=True, body="I have turned off the weekly list.")
    told = match.ticket.model_copy(update={"comments": (*match.ticket.comments, reply)})
    leak = leak.model_copy(update={"matched": (match.model_copy(update={"ticket": told}),)})
    assert interim_phase(leak) == "investigating"
    text = customer_update(leak, language, interim_phase(leak))
    assert thanks not in text
    assert ("do not want to guess" if language == "en" else "不作猜测") in text
    assert ("“I have turned off the weekly list”" in text) is (language == "en")


def test_an_item_of_the_tracker_is_no_word_to_leaders_nor_to_security() -> None:
    assert [reads_the_tracker(t) for t in ("engineering", "product", "leadership", "security")] == [
        True,
        True,
        False,
        False,
    ]
