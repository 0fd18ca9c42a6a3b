"""A brief for Security tells what was seen and checked, whose data, what was done, and asks for what this matter needs."""

from datetime import timedelta
from typing import Any

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.brief import SecurityBody
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.terms import Language
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, ticket

BREAK_IN = "Acme found an admin login nobody made and an export of all invoices"
LEAK = "Acme can open invoices of other customers by changing the number in the link"
DUTY = "Acme needs proof of erasure under the GDPR by 29 March"


def comment(id_: str, hours: float, role: str, body: str, **fields: Any) -> dict[str, Any]:
    at = NOW - timedelta(hours=hours)
    return {"id": id_, "author": role, "role": role, "at": at, "public": role != "internal", "body": body, **fields}


def judged(text: str, description: str, *comments: dict[str, Any]) -> Assessment:
    told = ticket("T-1", "acme", text, description=description, comments=list(comments))
    found = assess(understand(text), context(told, named=("acme",)), Policy(), NOW)
    assert found.target == "security"
    return found


def body(found: Assessment, language: Language = "en") -> SecurityBody:
    told = compose(found, language).security
    assert told is not None
    return told


def broken_into() -> Assessment:
    return judged(
        BREAK_IN,
        "Somebody signed in at 02:10, created a key and exported all invoices. None of us did this.",
        comment("c1", 5, "agent", "We have revoked the key. Please change all passwords."),
        comment("c2", 4, "internal", "Log confirms it: one export, 900 rows."),
        comment("c3", 3, "customer", "Who else has seen our invoices?"),
    )


def test_a_break_in_is_told_whole_with_our_check_and_the_customers_question() -> None:
    found = broken_into()
    assert found.incident is not None
    assert found.incident.kind == "intrusion"
    told = body(found)
    assert "None of us did this." in told.observed[0]
    assert "900 rows" in told.observed[1]
    assert [a.split(" [")[0] for a in told.actions_taken] == ["“We have revoked the key”"]
    assert any("Who else has seen our invoices?" in asked for asked in told.asked)
    assert "business documents" in (told.potential_impact or "")
    assert {q.signal for q in found.questions}.isdisjoint({"containment", "data_exposed"})


def test_a_leak_asks_to_close_it_and_says_that_it_may_be_open() -> None:
    found = judged(LEAK, "I changed one digit and saw the bank details of a firm I do not know.")
    assert found.incident is not None
    assert found.incident.kind == "exposure"
    told = body(found)
    assert any("close it" in asked for asked in told.asked)
    assert "may be open now" in (told.urgency or "")
    assert "containment" in {q.signal for q in found.questions}


def test_a_duty_with_a_date_asks_for_the_paper_not_for_access_logs() -> None:
    found = judged(
        DUTY,
        "As data protection officer I need written evidence that the data was erased, by 29 March.",
        comment("c1", 5, "internal", "Support cannot issue it."),
    )
    assert found.incident is not None
    assert found.incident.kind == "compliance"
    told = body(found)
    assert any("written evidence that the data was erased" in asked for asked in told.asked)
    assert not any("access log" in asked for asked in told.asked)
    assert found.deadline is not None
    assert found.deadline.date().isoformat() == "2026-03-29"
    assert "2026-03-29" in (told.urgency or "")
    assert {q.signal for q in found.questions}.isdisjoint({"containment", "data_exposed"})


def test_both_languages_tell_the_same() -> None:
    found = broken_into()
    english, chinese = body(found), body(found, "zh")
    assert [len(getattr(english, name)) for name in ("observed", "actions_taken", "asked")] == [
        len(getattr(chinese, name)) for name in ("observed", "actions_taken", "asked")
    ]
    assert "业务单据" in (chinese.potential_impact or "")


def test_a_question_without_its_mark_is_answered_too() -> None:
    found = judged(BREAK_IN, "Somebody signed in at 02:10. None of us did this. What should we do.")
    assert any("What should we do." in point for point in body(found).asked)
    told = judged(BREAK_IN, "None of us did this. What we should do is clear: we changed the password.")
    assert not any("is clear" in point for point in body(told).asked)


def test_a_duty_is_told_by_what_is_owed_in_either_tongue() -> None:
    found = judged(DUTY, "A driver asked for erasure under Art. 17. We must confirm the erasure to him by 29 March.")
    assert any("We must confirm the erasure to him by 29 March." in point for point in body(found).asked)
    german = judged(DUTY, "Ein Fahrer hat das verlangt. Wir brauchen eine schriftliche Bestätigung.")
    assert any("Wir brauchen eine schriftliche Bestätigung." in point for point in body(german).asked)


def test_what_must_be_in_writing_goes_to_no_newspaper() -> None:
    asked = "Our DPO needs the answer from you in writing, by Friday."
    found = judged(LEAK, f"I changed one digit and saw a bill of a firm I do not know. {asked}")
    assert found.impact.dimensions["reputation"] == ()
    found = judged(LEAK, f"I changed one digit and saw a bill of a firm I do not know. {asked} A journalist called us.")
    assert [f.values["words"] for f in found.impact.dimensions["reputation"]] == ["A journalist called us."]


def test_a_note_and_a_customers_own_lock_answer_what_was_done_to_contain_it() -> None:
    found = judged(
        LEAK,
        "The weekly list held 12 names of another clinic. One clerk saw it. The list is now locked away.",
        comment("c1", 5, "internal", "Nobody of security on duty. Weekly export of Acme disabled 09:28."),
    )
    told = body(found)
    assert len(told.actions_taken) == 2
    assert "may be open now" not in (told.urgency or "")
    assert "containment" not in {q.signal for q in found.questions}


def test_who_saw_it_by_the_report_is_not_called_unknown() -> None:
    found = judged(LEAK, "The weekly list held 12 names of what looks like a clinic in Ohio. One clerk saw it.")
    assert "Beyond what is quoted above" in (body(found).potential_impact or "")
    assert "除上文所引内容外" in (body(found, "zh").potential_impact or "")
