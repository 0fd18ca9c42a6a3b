"""A customer who asks is owed an answer: by the hour they named, and at once when they have to ask again."""

from __future__ import annotations

import pytest

from escalation.reading.chasing import wants_answer
from escalation.register.state import fold
from escalation.terms import Language
from prompts.following import todo, why
from tests.clocks.logs import LONDON, MONDAY, Log, later

NEWS = "Any news? Nobody wrote to me since yesterday"
AGAIN = "The roster is generated at 18:00 today, do I switch the rules off or not?? Second time I ask."


def asking(log: Log, when: float, text: str, account_id: str | None = "acme") -> Log:
    return log.add("customer_answered", later(when), account_id=account_id, text=text)


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        (NEWS, True), (AGAIN, True), ("I have not heard back from you.", True), ("Please tell us by noon.", True),
        ("有消息吗", True),
        ("到底要不要关掉规则，今晚六点就要生成排班了", True), ("到現在還沒有人回覆我", True),
        ("第二次問了，什麼時候能好？", True),
        ("Thanks, it is Windows 11, version 2026.3.2.", False), ("It happens since Tuesday, for all of us.", False),
        ("好的，谢谢，日志已上传。", False), ("附件是截圖，謝謝。", False), ("", False),
    ],
)  # fmt: skip
def test_what_asks_is_told_from_what_answers(text: str, *, wants: bool) -> None:
    assert wants_answer(text) is wants


def test_who_asks_again_is_owed_an_answer_at_once_and_before_all_else() -> None:
    log = asking(asking(Log(), 1, NEWS), 2, AGAIN)
    log.add("promise_made", later(0), id="P1", text="a fix", kind="fix_by", due=later(0.5).isoformat())
    first = log.dues(later(3))[0]
    assert (first.todo, first.clock, first.account_id) == ("answer_question", "customer", "acme")
    assert (first.due_at, first.overdue, first.why.values["times"]) == (later(1), True, 2)


def test_once_asked_it_is_due_by_the_clock_or_the_hour_they_named() -> None:
    due = asking(Log(), 1, NEWS).one("customer")
    plain = Log().one("customer")
    assert due is not None
    assert plain is not None
    assert (due.todo, due.due_at) == ("answer_question", plain.due_at)
    named = asking(Log(), 1, "Do we switch it off? We need to know by 12:00 today")
    assert named.when("customer") == later(3)
    assert asking(Log(), 1, "今天中午十二点之前能给答复吗？").when("customer") == later(3)


def test_our_word_ends_it_and_a_word_to_another_does_not() -> None:
    other = LONDON.model_copy(update={"id": "lotus"})
    log = asking(asking(Log(accounts=(LONDON, other)), 1, NEWS), 2, AGAIN)
    log.add("customer_told", later(2.5), account_id="lotus", text="On it.")
    assert [d.todo for d in log.dues() if d.clock == "customer" and d.account_id == "acme"] == ["answer_question"]
    log.add("customer_told", later(3), account_id="acme", text="Switch them off.")
    assert all(d.todo == "update_customer" for d in log.dues() if d.clock == "customer")
    assert asking(log, 4, NEWS).one("customer", "acme", later(4)).why.values["times"] == 1  # type: ignore[union-attr]


def test_an_answer_that_asks_nothing_leaves_the_clock_as_it_is() -> None:
    log = asking(asking(Log(), 1, "It is Windows 11."), 2, "")
    assert log.one("customer").todo == "update_customer"  # type: ignore[union-attr]


def test_neither_a_pause_nor_a_name_left_out_hides_it() -> None:
    log = asking(asking(Log(), 1, NEWS, None), 2, AGAIN).add(
        "snoozed", later(3), why="quiet", until=later(90).isoformat()
    )
    assert log.when("customer") == later(1)
    assert log.fire(later(3)) == ["customer"]
    assert log.fire(later(3.1)) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_to_do_says_how_often_when_and_what_was_asked(language: Language) -> None:
    log = asking(asking(Log(), 1, NEWS), 2, AGAIN)
    state, due = fold(log.events), log.one("customer")
    assert state is not None
    assert due is not None
    do = todo(due, state, language, lambda id_: {"acme": "Acme"}.get(id_, id_))
    assert all(
        part in do
        for part in ("Acme", "2", f"{later(1):%H:%M}", f"{later(2):%H:%M}", "Any news?", "switch the rules off")
    )
    assert "2" in why(due, language)
    assert state.opened_at == MONDAY
