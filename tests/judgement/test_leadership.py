"""A brief for leaders names the decision that is asked for, and tells only what the complaint rests on."""

from datetime import timedelta
from typing import Any

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, ticket

TYPED = "The COO of Acme complains to our management and wants an executive to call"
LETTER = (
    "I am the COO. Your service failed twice this spring. The board decides on 9 April. "
    "Before that I expect to speak with a member of your executive team and to receive a dated plan. "
    "We also want a credit for March."
)


def asked(found: Assessment) -> tuple[str, ...]:
    body = compose(found, "en").leadership
    assert body is not None
    return body.asked


def comment(id_: str, hours: float, role: str, body: str) -> dict[str, Any]:
    at = NOW - timedelta(hours=hours)
    return {"id": id_, "author": role, "role": role, "at": at, "public": role != "internal", "body": body}


def judged(*more: Any, comments: tuple[dict[str, Any], ...] = ()) -> Assessment:
    letter = ticket("T-1", "acme", "Formal complaint to your management", description=LETTER, comments=list(comments))
    found = assess(understand(TYPED), context(letter, *more, named=("acme",)), Policy(), NOW)
    assert found.target == "leadership"
    return found


def late(id_: str, subject: str, hours: float, **fields: Any) -> Any:
    at = NOW - timedelta(days=30)
    return ticket(
        id_, "acme", subject, days=30, first_response_at=at + timedelta(hours=hours), status="solved",
        solved_at=at + timedelta(hours=hours + 1), sla={"first_response_due": at + timedelta(hours=1)}, **fields,
    )  # fmt: skip


def test_the_decisions_are_those_that_the_customer_and_our_notes_ask_for() -> None:
    note = comment("c1", 2, "internal", "A credit above one month needs a sign-off from a VP.")
    found = judged(comments=(note, comment("c2", 1, "agent", "I have received your letter.")))
    assert [w.kind for w in found.wanted] == ["call", "plan", "grant", "sign"]
    told = asked(found)
    assert "speak with a member of your executive team" in told[0]
    assert "sign-off from a VP" in told[3]


def test_a_ticket_that_nobody_answered_comes_first() -> None:
    found = judged()
    assert found.wanted[0].kind == "answer"
    assert "T-1" in asked(found)[0]


def test_without_any_such_sentence_leaders_get_the_usual_three() -> None:
    bare = assess(
        understand("Acme threatens to cancel"),
        context(ticket("T-1", "acme", "We will cancel", description="We are done with you."), named=("acme",)),
        Policy(),
        NOW,
    )
    assert bare.target == "leadership"
    assert asked(bare)


def test_the_timeline_leaves_out_questions_and_tells_late_answers() -> None:
    found = judged(
        late("T-2", "New VAT number", 20, type="question", priority="normal"),
        late("T-3", "Nobody can log in", 11, type="problem", priority="urgent"),
        comments=(comment("c1", 2, "agent", "I have received your letter."),),
    )
    told = getattr(compose(found, "en").leadership, "timeline", ())
    assert not any("VAT" in line for line in told)
    assert any("Nobody can log in" in line and "first answered after 11 hours" in line for line in told)
    assert any("support: “I have received your letter.”" in line for line in told)


def test_the_timeline_says_in_both_languages_who_wrote() -> None:
    found = judged(
        comments=(comment("c1", 3, "agent", "I have received it."), comment("c2", 2, "customer", "I am waiting."))
    )
    english, chinese = (getattr(compose(found, tongue).leadership, "timeline", ()) for tongue in ("en", "zh"))
    assert any("the customer: “I am waiting.”" in line for line in english)
    assert any("客户：「I am waiting.」" in line for line in chinese)
    assert any("客服：「I have received it.」" in line for line in chinese)


def test_the_timeline_tells_an_internal_note_as_one_which_the_customer_has_not_seen() -> None:
    found = judged(comments=(comment("c1", 3, "internal", "The plan of October was never written."),))
    english, chinese = (getattr(compose(found, tongue).leadership, "timeline", ()) for tongue in ("en", "zh"))
    assert any("support in an internal note: “The plan of October was never written.”" in line for line in english)
    assert any("客服内部备注：「The plan of October was never written.」" in line for line in chinese)


def test_the_limit_may_stand_in_the_sentence_before() -> None:
    found = judged()
    due = found.deadline
    assert "The board decides on 9 April. Before that I expect" in (compose(found, "en").expectation or "")
    assert due is not None
    assert due.date().isoformat() == "2026-04-09"


def test_odds_in_a_note_count() -> None:
    found = judged(comments=(comment("c1", 2, "internal", "The renewal is fifty-fifty now."),))
    assert found.renewal_odds == "The renewal is fifty-fifty now."


def test_the_first_report_is_the_ticket_of_that_time() -> None:
    found = judged(late("T-3", "Nobody can log in", 11, type="problem", priority="urgent"))
    assert "T-1" in (compose(found, "en").time_in_queue or "")


def test_who_may_sign_is_told_by_our_own_note_before_the_customers_question() -> None:
    found = judged(
        comments=(
            comment("c1", 3, "internal", "That needs a sign-off from a VP and nobody has picked it up."),
            comment("c2", 2, "customer", "I want to know who decides."),
        )
    )
    sign = next(w for w in found.wanted if w.kind == "sign")
    assert sign.words == "That needs a sign-off from a VP and nobody has picked it up."


def test_a_wish_to_leave_early_is_a_decision_on_terms_in_the_customers_words() -> None:
    letter = ticket("T-1", "acme", "Notice", description="Our owners ask whether you will let us out a month early.")
    found = assess(understand(TYPED), context(letter, named=("acme",)), Policy(), NOW)
    terms = next(w for w in found.wanted if w.kind == "terms")
    assert terms.words == "Our owners ask whether you will let us out a month early."


def test_courts_or_the_press_are_part_of_the_trigger_and_told_once() -> None:
    letter = ticket("T-1", "acme", "Letter", description="I am the COO. Otherwise our lawyers will take you to court.")
    found = assess(understand(TYPED), context(letter, named=("acme",)), Policy(), NOW)
    words = compose(found, "en")
    assert words.leadership is not None
    assert "legal, compliance or public consequences: “" in (words.leadership.trigger or "")
    assert "lawyers" not in (words.escalation_risk or "")


def test_the_last_word_to_the_customer_is_the_promise_in_it() -> None:
    reply = "Dear Ms Hall, thank you for writing to us so openly about 3 failures. I pass it on and will come back to you today."
    told = compose(judged(comments=(comment("c1", 2, "agent", reply),)), "en").last_update or ""
    assert "I pass it on and will come back to you today." in told
    assert "so openly" not in told


def test_a_demand_is_what_they_expect_and_not_an_urgent_request_that_once_sat() -> None:
    words = "Last month an urgent request sat for a day. Tell me who owns this account, or we stop the roll-out."
    letter = ticket("T-1", "acme", "Our patience", description=words)
    found = assess(understand(TYPED), context(letter, named=("acme",)), Policy(), NOW)
    assert found.communication.expectation == "Tell me who owns this account, or we stop the roll-out."
