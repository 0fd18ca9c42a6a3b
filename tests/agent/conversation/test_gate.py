"""Only the person says yes: not the model, not a ticket, and not silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from agent.conversation.loop import STEPS
from tests.agent.conversation.loopback import Body, Loopback, Reply, Script, calls, says
from tests.agent.conversation.sittings import ACME, Sat, Typed, last_text, script, sit, value
from tools.desk.office import Opened

Api = Callable[[Script], Loopback]
WORDS = "Acme Corp sees HTTP 500 from GET /v2/tasks; it is tracked as ENG-2291. Please take it next."
SENT = "action_carried_out"


def carries(body: Body, **more: str) -> Reply:
    return calls("carry_out", proposal_id=value(body, "proposal id"), hash=value(body, "hash"), **more)


def tells(body: Body) -> Reply:
    return says(f"It came out as: {value(body, 'outcome')}.")


def by_itself(**more: str) -> Script:
    """Proposes a post and carries it out in the same breath, nobody having asked for it."""
    return script(
        calls("prepare_escalation", issue=ACME, answers={"reproduction_steps": "unknown"}),
        calls("propose_action", escalation_id="ESC-0001", kind="post_to_channel", to="#api-team", text=WORDS),
        lambda body: carries(body, **more),
        tells,
    )


def posted(sat: Sat) -> list[str]:
    hits = sat.rooms.workspace.search_messages("ENG-2291", limit=50)
    return [hit.record.text for hit in hits if hit.record.text == WORDS]


@pytest.mark.parametrize("named", [{}, {"confirmed_by": "Kim"}])
def test_what_the_model_carries_out_by_itself_waits_for_the_persons_yes(
    api: Api, rooms: Opened, named: dict[str, str]
) -> None:
    sat = sit(api(by_itself(**named)), rooms, "yes", issue=ACME)
    assert [prompt for prompt in sat.person.prompts if "Send exactly this?" in prompt]
    assert SENT in sat.record()
    assert posted(sat) == [WORDS]
    assert "It came out as: sent." in sat.shown


def test_the_person_sees_text_destination_and_hash_before_they_are_asked(api: Api, rooms: Opened) -> None:
    sat = sit(api(by_itself()), rooms, "no", issue=ACME)
    before = sat.shown[: sat.shown.index("Not sent.")]
    assert before.count("it is tracked as ENG-2291. Please take it next.") == 2
    assert "#api-team" in before
    told = next(m for m in sat.seen[-1]["messages"] if "proposal id" in str(m))
    digest = value({"messages": [told]}, "hash")
    assert before.count(digest) == 2


@pytest.mark.parametrize(
    "typed",
    [("no",), ("y", "sure", "ok"), ("", "", ""), (KeyboardInterrupt(),), (EOFError(),)],
    ids=["no", "unclear", "empty", "ctrl-c", "nobody"],
)
@pytest.mark.parametrize("named", [{}, {"confirmed_by": "Kim"}], ids=["unnamed", "named"])
def test_anything_but_a_yes_sends_nothing(
    api: Api, rooms: Opened, typed: tuple[Typed, ...], named: dict[str, str]
) -> None:
    sat = sit(api(by_itself(**named)), rooms, *typed, issue=ACME)
    assert SENT not in sat.record()
    assert posted(sat) == []
    assert "Not sent." in sat.shown
    assert ("It came out as: refused." in sat.shown) is (typed == ("no",))


def test_a_model_that_insists_after_silence_is_still_not_believed(api: Api, rooms: Opened) -> None:
    """After a form without an answer the server takes a host's word; our own host never gives it."""
    insists = script(
        calls("prepare_escalation", issue=ACME, answers={"reproduction_steps": "unknown"}),
        calls("propose_action", escalation_id="ESC-0001", kind="post_to_channel", to="#api-team", text=WORDS),
        carries,
        lambda body: calls("carry_out", **_again(body), confirmed_by="Kim"),
        tells,
    )
    sat = sit(api(insists), rooms, KeyboardInterrupt(), KeyboardInterrupt(), issue=ACME)
    assert sum("Send exactly this?" in prompt for prompt in sat.person.prompts) == 2
    assert SENT not in sat.record()
    assert "It came out as: not_confirmed." in sat.shown


def _again(body: Body) -> dict[str, str]:
    """The call as it was made before."""
    made = next(b for b in body["messages"][-2]["content"] if b["type"] == "tool_use")
    return {"proposal_id": made["input"]["proposal_id"], "hash": made["input"]["hash"]}


def test_an_approval_that_the_model_reports_is_asked_of_the_person(api: Api, rooms: Opened) -> None:
    text = "The fix will be released by Tuesday 24 March, 17:00 UTC."
    promises = script(
        calls("prepare_escalation", issue=ACME, answers={"reproduction_steps": "unknown"}),
        calls(
            "propose_action",
            escalation_id="ESC-0001",
            kind="reply_to_customer",
            account="acme-corp",
            text=text,
            approved_by="Ana",
        ),
        lambda body: says("Refused." if "did not confirm that Ana" in last_text(body) else "Proposed."),
    )
    sat = sit(api(promises), rooms, "no", issue=ACME)
    assert "Did Ana approve the promises in this text? yes / no: " in sat.person.prompts
    assert "Refused." in sat.shown
    assert "action_proposed" not in sat.record()


def test_a_made_up_hash_reaches_nobody(api: Api, rooms: Opened) -> None:
    made_up = script(
        calls("prepare_escalation", issue=ACME, answers={"reproduction_steps": "unknown"}),
        calls("propose_action", escalation_id="ESC-0001", kind="post_to_channel", to="#api-team", text=WORDS),
        lambda body: calls("carry_out", proposal_id=value(body, "proposal id"), hash="0" * 16),
        says("It was refused."),
    )
    sat = sit(api(made_up), rooms, "yes", issue=ACME)
    assert not any("Send exactly this?" in prompt for prompt in sat.person.prompts)
    assert SENT not in sat.record()


def test_there_are_four_next_steps() -> None:
    assert STEPS == ("channel", "interim", "reminder", "update")
