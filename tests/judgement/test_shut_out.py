"""Who gets no code or mail to sign in has neither the outage of others' sign-in nor a matter of security."""

from datetime import datetime

import pytest
from sqlalchemy import Engine

from escalation.assessment import Assessment
from escalation.judgement.accompanying import inform_of
from escalation.judgement.criteria import weigh
from escalation.judgement.security_words import shut_out
from escalation.judgement.strangers import unresolved_name
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.sifting import sift
from escalation.weighing import case_of
from tests.judgement.worlds import NOW, context, issue, matched, ticket
from tools.desk.desk import Desk, Request
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

AS_OF = datetime.fromisoformat("2026-03-20T08:15:00+00:00")
LOOP = 7
"""Customers of the sample whose sign-in loops that morning."""


def judged(store: Engine, line: str) -> Assessment:
    return Desk(StoreWorkspace(store, now=AS_OF), Register(store), Policy()).assess(Request(line))


@pytest.mark.parametrize(
    "line",
    [
        "Hollins says the text message codes for sign-in never arrive since yesterday",
        "Mesa Solar: password reset mail never arrives, cannot sign in",
        "Hollins can not sign in, no code by SMS",
        "Nobody GmbH cannot sign in",
        "Hollins 短信验证码收不到，登录不了",
        "Hollins 的簡訊驗證碼收不到，登入不了",
    ],
)
def test_one_customer_that_gets_no_code_is_neither_the_outage_nor_security(sample_store: Engine, line: str) -> None:
    found = judged(sample_store, line)
    assert (found.facts.affected_customers, found.cited.tracker) == (0, ())
    assert found.target != "security"
    assert "security_matter" not in {q.signal for q in found.questions}


@pytest.mark.parametrize(
    "line", ["Hollins can't log in since this morning", "Hollins: everyone is locked out, SSO keeps redirecting"]
)
def test_the_sign_in_itself_is_the_outage_whoever_is_named(sample_store: Engine, line: str) -> None:
    assert judged(sample_store, line).facts.affected_customers == LOOP


@pytest.mark.parametrize(
    "line",
    [
        "cannot sign in",
        "nobody can log in, two-factor codes never arrive",
        "重置密码的邮件一直收不到，登录不了",
        "重設密碼的郵件一直收不到，登入不了",
    ],
)
def test_being_shut_out_alone_is_no_matter_of_security(line: str) -> None:
    assert shut_out(line, 0.5)
    assert not shut_out(line, 0.7), "what the reader is sure of stays with Security"


@pytest.mark.parametrize(
    "line",
    [
        "cannot sign in, somebody changed the password",
        "nobody can log in, a stranger got the codes",
        "cannot sign in, our former admin still can",
        "password reset mails come that we never asked for",
        "cannot sign in, and the audit log shows attempts from abroad",
        "登录不了，密码被改了",
        "登入不了，密碼被改了",
        "登录不了，收到陌生的验证码",
        "their password does not work any more",
    ],
)
def test_with_any_word_of_somebody_else_it_stays_one(line: str) -> None:
    assert not shut_out(line, 0.0)


def test_a_stranger_leads_for_a_named_customer_only_where_it_tells_the_same_things() -> None:
    theirs = [
        ticket(f"T-{n}", f"customer-{n}", "Calendar sync stopped", description="Calendar sync has stopped.", days=9)
        for n in range(1, 3)
    ]
    world = context(*theirs, named=("acme",))
    assert matched(issue("Calendar sync stopped"), world)[1] == {"T-1", "T-2"}
    assert not matched(issue("Invoice and payment export to the calendar stopped"), world)[1]


def test_a_team_is_informed_once() -> None:
    told = [
        ticket(f"T-{n}", f"customer-{n}", "Export shows data of another company", description="Our CEO saw it.")
        for n in (1, 2)
    ]
    line = understand("Export shows the data of another company, their CEO calls")
    case = case_of(sift(line, context(*told), Policy(), NOW))
    reasons = tuple(
        reason.model_copy(update={"signal": signal})
        for reason in weigh(case)[:1]
        for signal in ("executive_request", "high_value_account")
    )
    assert case.customer_count > 1
    assert inform_of(case, "security", reasons) == ("leadership",)


def test_nobody_in_a_firms_name_is_not_everybody_who_is_shut_out() -> None:
    assert understand("Nobody GmbH cannot sign in").kind == "bug"
    assert understand("Nobody at Noble GmbH can sign in").kind == "outage"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Nobody GmbH cannot sign in", "Nobody GmbH"),
        ("sync is down, Slow Food Ltd calls every hour", "Slow Food Ltd"),
        ("The PLC connector drops", None),
    ],
)
def test_a_legal_form_makes_any_words_a_name(line: str, name: str | None) -> None:
    assert unresolved_name(line) == name
