"""What a thread shows beside the fault moves the decision, and is told as a reason with its words."""

from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, issue, ticket

LINE = "Acme cannot see the last rows of an export"
OURS = "Support can do nothing more here, the export service drops rows and engineering has to look at the code."
THEIRS = "A filter was set in their view. Told them how to clear it under Settings, it is documented."


def comment(role: str, body: str, hours: int) -> dict[str, Any]:
    at = NOW - timedelta(hours=hours)
    return {"id": f"c{hours}", "author": role, "role": role, "at": at, "public": role != "internal", "body": body}


def judged(*comments: dict[str, Any], type_: str = "problem") -> Assessment:
    report = ticket("1", "acme", "Export is missing rows", type=type_, comments=comments)
    return assess(issue(LINE), context(report, named=("acme",)), Policy(), NOW)


def reasons(found: Assessment) -> dict[str, str]:
    return {r.signal: r.stance for r in found.reasons}


def test_the_latest_internal_note_speaks_for_support_or_against_it_in_its_own_words() -> None:
    against = judged(comment("internal", THEIRS, 5), comment("internal", OURS, 2))
    reason = next(r for r in against.reasons if r.signal == "note_against_support")
    assert reason.stance == "for"
    assert reason.values["words"] == OURS
    quoted = {e.id: e.quotation for e in against.evidence}
    assert [quoted[e] for e in reason.evidence] == [OURS]
    assert (
        reasons(judged(comment("internal", OURS, 5), comment("internal", THEIRS, 2)))["note_for_support"] == "against"
    )


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("File validates, no odd characters. Beyond what I can see, no access to the batch worker.", "Beyond what"),
        ("公共接口正常，密钥未过期。连接器主机客服进不去，看不了日志。需要研发看代码。", "连接器主机客服进不去"),
        (
            "Checked the settings. Sat in the wrong queue. Needs a fix by the engineers of the export service.",
            "Needs a fix",
        ),
        (
            "Sat in the German queue, wrong routing. Export service drops rows, engineering has to change the code.",
            "Export",
        ),
    ],
)
def test_of_a_note_the_sentence_that_says_so_is_quoted(note: str, told: str) -> None:
    found = judged(comment("internal", note, 2))
    (reason,) = (r for r in found.reasons if r.signal == "note_against_support")
    assert str(reason.values["words"]).startswith(told)


@pytest.mark.parametrize(
    "note",
    [
        "Sat in the Templates queue, wrong routing.",
        "分配规则把工单派给了休假同事。",
        "Assigned to somebody on leave until Monday.",
    ],
)
def test_where_a_ticket_lay_makes_it_no_harder(note: str) -> None:
    assert "note_against_support" not in reasons(judged(comment("internal", note, 2)))


def test_the_same_cause_as_a_closed_item_says_nothing_of_who_can_settle_it() -> None:
    assert "note_against_support" not in reasons(
        judged(comment("internal", "Same code as ENG-2131, which was closed.", 2))
    )


def test_a_note_can_turn_the_decision() -> None:
    assert judged(comment("internal", OURS, 2)).decision == "escalate"
    assert judged(comment("internal", THEIRS, 2)).decision == "handle"


def test_a_customer_who_had_to_come_back_is_a_reason() -> None:
    once = judged(comment("customer", "Any news?", 2))
    twice = judged(comment("customer", "Any news?", 3), comment("customer", "Still waiting.", 2))
    assert "wrote_back" not in reasons(once)
    assert reasons(twice)["wrote_back"] == "for"


def test_what_a_customer_writes_is_no_note_of_ours() -> None:
    assert not {"note_for_support", "note_against_support"} & reasons(judged(comment("customer", THEIRS, 2))).keys()
