"""Sentences that our own briefs write, told of records that show them: true, so never stopped; and beside each what is not."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from escalation.assessment import Assessment, Issue, MatchedTicket
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.evidence import Evidence
from escalation.matters import OpenTicket
from escalation.records import Account, Article, Comment, Contact, Requester, Ticket, TicketSla

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
OPENED = AT - timedelta(days=50)
DUE = AT + timedelta(hours=6)


@pytest.fixture(scope="module")
def orchard() -> EvidenceBook:
    account = Account(
        id="a1",
        name="Orchard Legal",
        timezone="Pacific/Honolulu",
        signup_date=date(2023, 9, 27),
        contacts=(
            Contact(name="Meredith Vance", role="COO", is_exec=True),
            Contact(name="Paul Draper", role="VP Operations", is_exec=True),
        ),
    )
    wrote = "This has been open since July. Please give it to someone who knows audio."
    ticket = Ticket(
        id="T-31", account_id="a1", requester=Requester(name="Ida Roth"), subject="Echo", created_at=OPENED,
        description="Echo in every session. Ask = roadmap answer, yes or no, before spring planning.", status="open",
        first_response_at=OPENED + timedelta(hours=2), sla=TicketSla(resolution_due=DUE),
        comments=(Comment(id="c1", author="Ida Roth", role="customer", at=AT - timedelta(days=6, hours=7), body=wrote),),
    )  # fmt: skip
    late = Ticket(
        id="T-34", account_id="a1", subject="Echo again", created_at=AT - timedelta(days=11), status="open",
        sla=TicketSla(resolution_due=AT - timedelta(hours=2, minutes=28)),
        # They write at the very minute at which it runs out: an instant of a message, and a limit all the same.
        comments=(
            Comment(id="c2", author="Ida Roth", role="customer", at=AT - timedelta(hours=2, minutes=28), body="Time is up."),
        ),
    )  # fmt: skip
    article = Article(id="KB-4", title="Sessions", body="会话到期后需要重新登录；令牌届时到期，SLA 不受影响。")
    said = ((ticket.description, OPENED), (wrote, ticket.comments[0].at), (article.body, None))
    evidence = tuple(
        Evidence(
            id=f"E{n}", source="tickets" if at else "kb", record_id="T-31" if at else "KB-4", quotation=words, at=at,
            fetched_at=AT, account_id="a1" if at else None,
        )
        for n, (words, at) in enumerate(said, 1)
    )  # fmt: skip
    # The account is one of two that may be meant; what the other one has open was asked for in a brief to be chosen by.
    maybe = Ticket(
        id="T-40", account_id="a7", subject="Gate code resets nightly", created_at=AT - timedelta(days=3), status="open"
    )
    own = Ticket(
        id="T-33", account_id="a1", subject="半夜导出了名单", created_at=AT - timedelta(days=2), status="open",
        description="管理员账号半夜从境外登录，导出了名单。",
    )  # fmt: skip
    replied = AT - timedelta(hours=45)
    evidence += (
        Evidence(id="E4", source="tickets", record_id="T-40", quotation=maybe.subject, at=maybe.created_at,
                 fetched_at=AT, account_id="a7"),
        Evidence(id="E5", source="tickets", record_id="T-33", quotation=f"{own.subject}\n{own.description}",
                 at=own.created_at, fetched_at=AT, account_id="a1"),
    )  # fmt: skip
    found = Assessment(
        at=AT, issue=Issue(text="echo", language="en"), decision="escalate", account=account, affected=(account,),
        matched=(MatchedTicket(ticket=ticket, score=1), MatchedTicket(ticket=late, score=1)), articles=(article,),
        evidence=evidence,
        open_tickets=(
            OpenTicket(ticket=maybe, who="Wexbury Libraries", answered_at=replied, evidence=("E4",)),
            OpenTicket(ticket=own, who="Orchard Legal", evidence=("E5",)),
        ),
    )  # fmt: skip
    return book_of(found, ["Wexbury Libraries"])


@pytest.mark.parametrize(
    ("ours", "invented", "reason"),
    [
        # What a customer wrote last stands behind a colon: its "open since" is no word of ours on how long we are silent.
        (
            "They last wrote, 2026-11-14 08:00 UTC, and nobody has answered for 6 days: “This has been open since July.” [E2]",
            "They last wrote, 2026-11-14 08:00 UTC, and nobody has answered for 9 days: “This has been open since July.” [E2]",
            "duration_unknown",
        ),
        # On the customer's clock it was still the day before; the days are counted on either.
        (
            "Orchard Legal, 2026-11-14 08:00 UTC (for the customer 2026-11-13 22:00), 6 days ago: “open since July” [E2].",
            "Orchard Legal, 2026-11-14 08:00 UTC (for the customer 2026-11-13 22:00), 4 days ago: “open since July” [E2].",
            "duration_unknown",
        ),
        # "Yes or no" denies nothing of what it stands before.
        ("“before spring planning” [E1].", "“after spring planning” [E1].", "quotation_unknown"),
        # Each of several leaders with an office of their own, the one before set off by a semicolon.
        (
            "Contact their leadership (Meredith Vance, COO; Paul Draper, VP Operations).",
            "Contact their leadership (Paul Draper, COO; Meredith Vance, VP Operations).",
            "person_role",
        ),
        (
            "由领导联系客户高层（Meredith Vance, COO；Paul Draper, VP Operations）。",
            "由领导联系客户高层（Meredith Vance, VP Operations；Paul Draper, COO）。",
            "person_role",
        ),
        # Which day is asked for, and no length of one day told.
        ("待确认：客户给了期限，具体是哪一天需要再问[E1]。", "客户给了一天的期限[E1]。", "duration_unknown"),
        # How we understand somebody's words is nothing that we did at that hour.
        (
            "They name no hour; we take it to be meant for 15:00 UTC.",
            "They name no hour; we answered them at 15:00 UTC.",
            "other_role",
        ),
        ("对方没有说几点，我们理解为 15:00 UTC。", "对方没有说几点，我们回复于 15:00 UTC。", "other_role"),
        # That an SLA runs out is told of any ticket, and is no matter of an article with the same words.
        (
            "2026-11-20 21:00 UTC：T-31 的 SLA 届时到期。",
            "2026-11-20 23:00 UTC：T-31 的 SLA 届时到期。",
            "time_unknown",
        ),
        # From the day of the contract on, however late in its day it is now; and hours told whole.
        (
            "Orchard Legal is a customer for 3.1 years.",
            "Orchard Legal is a customer for 3.3 years.",
            "duration_unknown",
        ),
        ("T-34 is past its SLA, by 2 hours.", "T-34 is past its SLA, by 3 hours.", "duration_unknown"),
        # "May" is a verb here, and a new sentence begins behind what was cited.
        (
            "Of what was or may have been seen, support says: “Echo in every session.” [E1] Whose data it is is not known.",
            "It began in June or May, support says: “Echo in every session.” [E1] Nobody told Whosegard.",
            "name_unknown",
        ),
        # What a customer who may be meant has open, though nothing of it is counted.
        (
            "Wexbury Libraries has T-40 open, since 2026-11-17 15:00 UTC; our last reply was at 2026-11-18 18:00 UTC [E4].",
            "Wexbury Libraries has T-40 open, “Gate code resets nightly”, since 2026-11-17 19:00 UTC [E4].",
            "time_unknown",
        ),
        (
            "Wexbury Libraries 有未结工单 T-40「Gate code resets nightly」，提交于 2026-11-17 15:00 UTC[E4]。",
            "Wexbury Libraries 有未结工单 T-31，提交于 2026-11-17 15:00 UTC[E4]。",
            "other_customers",
        ),
    ],
)
def test_what_our_briefs_say_passes_and_its_like_that_is_invented_does_not(
    orchard: EvidenceBook, ours: str, invented: str, reason: str
) -> None:
    assert [(each.span, each.reason) for each in check_text(ours, orchard)] == []
    assert reason in {each.reason for each in check_text(invented, orchard)}
