"""The customer's latest word and our own missed word stand in the brief."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import Ticket
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, context, ticket

ASKED = "Export is missing rows for Acme"


def comment(id_: str, hours: float, role: str, body: str) -> dict[str, Any]:
    return {"id": id_, "author": role, "role": role, "at": NOW - timedelta(hours=hours), "public": True, "body": body}


def judged(*comments: dict[str, Any], **other: Any) -> Assessment:
    tickets = [ticket("T-1", "acme", ASKED, days=3, description=ASKED, comments=list(comments))]
    if other:
        tickets.append(ticket("T-9", "acme", "Where is our invoice?", days=3, product_area="billing", **other))
    return assess(understand(ASKED), context(*tickets, named=("acme",)), Policy(), NOW)


def test_a_promise_whose_time_passed_without_a_reply_is_told() -> None:
    found = judged(comment("c1", 54, "agent", "I will write again tomorrow morning."))
    assert [(p.ticket, p.words) for p in found.communication.missed] == [("T-1", "I will write again tomorrow morning")]
    assert "I will write again tomorrow morning" in (compose(found, "en").last_update or "")
    assert "承诺未兑现" in (compose(found, "zh").last_update or "")


def test_a_promise_is_not_broken_in_the_minute_in_which_it_is_due() -> None:
    found = judged(comment("c1", 30, "agent", f"We will write to you by {NOW:%Y-%m-%d %H:%M} UTC."))
    assert found.communication.missed == ()
    late = judged(
        comment("c1", 30, "agent", f"We will write to you by {NOW - timedelta(minutes=1):%Y-%m-%d %H:%M} UTC.")
    )
    assert [p.ticket for p in late.communication.missed] == ["T-1"]


def test_a_promise_that_was_followed_by_a_reply_is_kept() -> None:
    kept = judged(
        comment("c1", 30, "agent", "I will write again tomorrow morning."),
        comment("c2", 20, "agent", "Still looking, no news yet."),
    )
    assert kept.communication.missed == ()


def test_a_promise_on_a_ticket_of_another_matter_is_none_of_this_one() -> None:
    found = judged(comments=[comment("c1", 30, "agent", "We will call you today.")])
    assert found.communication.missed == ()


def test_the_customers_unanswered_word_is_told_and_mere_thanks_is_not() -> None:
    found = judged(
        comment("c1", 30, "agent", "Looking into it."), comment("c2", 20, "customer", "I have heard nothing.")
    )
    assert "I have heard nothing." in (compose(found, "en").expectation or "")
    thanked = judged(comment("c1", 30, "agent", "Looking into it."), comment("c2", 20, "customer", "Thanks a lot!"))
    assert thanked.communication.last_word is None


def under_contract(*comments: dict[str, Any], every: float = 8, status: str = "open") -> Assessment:
    report = ticket("T-1", "acme", ASKED, days=3, description=ASKED, comments=list(comments), status=status)
    acme = account("acme", sla={"update_h": every, "clock": "24x7"})
    return assess(
        understand(ASKED),
        replace(context(report, named=("acme",)), accounts={"acme": acme}, named=(acme,)),
        Policy(),
        NOW,
    )


def test_word_that_was_agreed_and_is_overdue_is_told_with_how_long() -> None:
    found = under_contract(comment("c1", 45, "agent", "Looking into it."))
    assert [(o.every_hours, o.late_hours, o.promised) for o in found.communication.owed] == [(8, 37, False)]
    assert (compose(found, "en").last_update or "").startswith(
        "Agreed: word every 8 hours; the next one is over 37 hours late"
    )
    assert (compose(found, "zh").last_update or "").startswith(
        "约定每 8 小时向客户通报一次，下一次通报已逾期超过 37 小时"
    )


def test_word_that_was_promised_again_and_again_is_owed_without_a_contract() -> None:
    found = judged(comment("c1", 96, "agent", "We will update you every two hours."))
    (owed,) = found.communication.owed
    assert (owed.every_hours, owed.promised) == (2, True)
    assert "承诺每 2 小时" in (compose(found, "zh").last_update or "")


def test_a_long_delay_is_told_in_whole_days_that_its_source_holds() -> None:
    found = under_contract(comment("c1", 107.8, "agent", "Looking into it."))
    assert "over 4 days late" in (compose(found, "en").last_update or "")
    assert "逾期超过 4 天" in (compose(found, "zh").last_update or "")
    (owed,) = found.communication.owed
    (source,) = (e.quotation for e in found.evidence if e.id in owed.evidence)
    assert source.endswith("over 99 hours late, over 4 days")


def test_nothing_is_owed_in_time_nor_while_we_wait_for_the_customer() -> None:
    assert under_contract(comment("c1", 7, "agent", "Looking into it.")).communication.owed == ()
    assert under_contract(comment("c1", 45, "agent", "Which browser?"), status="pending").communication.owed == ()
    assert judged(comment("c1", 45, "agent", "Looking into it.")).communication.owed == ()


def test_how_long_the_customers_word_waits_is_told_while_it_waits() -> None:
    asked = (comment("c1", 45, "agent", "Looking into it."), comment("c2", 29, "customer", "Any progress at all?"))
    assert "nobody has answered for 29 hours" in (compose(judged(*asked), "en").expectation or "")
    assert "29 小时未获答复" in (compose(judged(*asked), "zh").expectation or "")
    answered = judged(*asked, comment("c3", 2, "agent", "Still looking."))
    assert "answered for" not in (compose(answered, "en").expectation or "")


def test_silence_of_ours_is_said() -> None:
    assert compose(judged(), "en").last_update == "No written reply from us is on record."


def test_an_answer_without_its_words_is_said_to_have_been_given() -> None:
    given = NOW - timedelta(days=2)
    report = ticket("T-1", "acme", ASKED, days=3, description=ASKED, first_response_at=given)
    found = assess(understand(ASKED), context(report, named=("acme",)), Policy(), NOW)
    told = compose(found, "en").last_update or ""
    assert told.startswith(
        f"T-1 was answered first at {given:%Y-%m-%d %H:%M} UTC; the reply itself is not in these records"
    )
    assert "回复内容不在现有记录中" in (compose(found, "zh").last_update or "")
    later = ticket("T-1", "acme", ASKED, days=3, description=ASKED, first_response_at=NOW + timedelta(hours=1))
    early = assess(understand(ASKED), context(later, named=("acme",)), Policy(), NOW)
    assert compose(early, "en").last_update == "No written reply from us is on record."


def test_not_urgent_is_no_wish() -> None:
    found = judged(comment("c1", 20, "customer", "It is not urgent."))
    assert found.communication.expectation is None


def second(subject: str, text: str, hours: float, **fields: Any) -> Ticket:
    at = NOW - timedelta(hours=hours)
    return ticket("T-2", "acme", subject, description=text, created_at=at, **fields)


def test_the_last_word_is_the_letter_that_opens_another_ticket_of_the_matter() -> None:
    one = ticket("T-1", "acme", ASKED, days=3, description=ASKED, comments=[comment("c1", 30, "customer", "Any news?")])
    letter = "I am their managing director. I expect the rows of this export that are missing."
    found = assess(
        understand(ASKED), context(one, second("Export is missing rows", letter, 5), named=("acme",)), Policy(), NOW
    ).communication
    assert (found.last_word, found.last_word_open) == (letter, True)


def test_the_last_word_may_stand_on_a_ticket_that_names_this_one() -> None:
    asked = [comment("c1", 30, "customer", "Any news?")]
    one = ticket("T-4107", "acme", ASKED, days=3, description=ASKED, comments=asked)
    letter = second("To your board", "We wrote T-4107 three days ago. Our patience ends.", 5, product_area="billing")
    judged = assess(understand(ASKED), context(one, letter, named=("acme",)), Policy(), NOW)
    assert "Our patience ends." in (judged.communication.last_word or "")
    assert judged.communication.last_word_open


def test_a_reply_to_another_customer_answers_nobody_else() -> None:
    ours = [comment("c1", 30, "customer", "We still miss rows.")]
    theirs = [comment("c2", 20, "agent", "We look at your export.")]
    found = assess(
        understand("Export is missing rows at several customers"),
        context(
            ticket("T-1", "acme", ASKED, days=3, description="Export is missing rows.", comments=ours),
            ticket("T-2", "halden", "Export is missing rows", days=3, description="Rows missing.", comments=theirs),
        ),
        Policy(),
        NOW,
    )
    assert (found.communication.last_word, found.communication.last_word_open) == ("We still miss rows.", True)
