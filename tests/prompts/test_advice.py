"""A reply knows what this customer was sent, and what they answered."""

from datetime import timedelta

import pytest

from escalation.assessment import Assessment
from escalation.audience import check, reader
from escalation.records import Comment
from escalation.terms import Language
from prompts.update import customer_update
from tests.prompts.parts import NOW, because
from tests.prompts.worlds import documented


def _sent(*answers: str) -> Assessment:
    found = documented()
    match = found.matched[0]
    assert found.solution is not None
    body = f"Please see {found.solution.id}."
    told = [Comment(id="c0", author="Sam", role="agent", at=NOW - timedelta(hours=20), public=True, body=body)]
    told += [
        Comment(id=f"c{n}", author="Kim", role="customer", at=NOW - timedelta(hours=9 - n), public=True, body=answer)
        for n, answer in enumerate(answers, 1)
    ]
    ticket = match.ticket.model_copy(update={"comments": tuple(told), "created_at": NOW - timedelta(hours=24)})
    return found.model_copy(update={"matched": (match.model_copy(update={"ticket": ticket}), *found.matched[1:])})


@pytest.mark.parametrize(
    ("language", "sent", "answered"),
    [("en", "We wrote to you on 2026-11-12 12:15", "You answered us on 2026-11-13 00:15"),
     ("zh", "我们在 2026-11-12 12:15", "您在 2026-11-13 00:15")],
)  # fmt: skip
def test_the_letter_says_what_was_sent_and_what_they_answered(language: Language, sent: str, answered: str) -> None:
    silent = customer_update(_sent(), language, "solution")
    assert sent in silent
    assert answered not in silent
    asked = customer_update(_sent("The red one is out. Is that it?"), language, "solution")
    assert "The red one is out. Is that it?" in asked
    assert answered in asked
    new = customer_update(documented(), language, "solution")
    for text in (silent, asked):
        assert not check(text, reader(_sent(), language), NOW)
        assert sent.split(" 20", maxsplit=1)[0] not in new


@pytest.mark.parametrize("language", ["en", "zh"])
def test_who_says_that_it_helps_is_not_given_the_steps_again(language: Language) -> None:
    new = customer_update(documented(), language, "solution")
    step = next(line for line in new.splitlines() if line.startswith("1. "))
    works = customer_update(_sent("That worked, thanks."), language, "solution")
    assert step not in works
    assert step in customer_update(_sent("It is blank on page two."), language, "solution")


def test_while_they_wait_for_something_else_what_they_answered_is_not_advised_again() -> None:
    step = next(x for x in customer_update(documented(), "en", "investigating").splitlines() if x.startswith("1. "))
    assert step in customer_update(_sent(), "en", "investigating")
    assert step not in customer_update(_sent("Did that, it is blank again."), "en", "investigating")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "answer",
    ["Did that, page two is blank as before.", "Restarted it as you said, no change.", "照您说的做了，还是空白。"],
)
def test_who_did_what_we_wrote_is_not_sent_the_same_steps(language: Language, answer: str) -> None:
    text = customer_update(_sent(answer), language, "solution")
    assert "1. " not in text
    assert "Resetting SSO" not in text
    assert "what to do next" in text or "接下来怎么做" in text


def test_a_line_of_a_log_is_answered_and_not_read_back() -> None:
    text = customer_update(_sent("Here it is: > [pump] valve 7: no reading."), "en", "solution")
    assert "You answered us on" in text
    assert "valve" not in text


@pytest.mark.parametrize(
    ("language", "promise", "said"),
    [
        ("en", "Please send the new address. You will have the corrected invoice by Tuesday.", "it will be done by 2026-11-17"),
        ("en", "I will get back to you by Monday 17:00.", "you will hear from us by 2026-11-16 17:00"),
        ("zh", "请把新地址发给我，两个工作日内重寄。", "最迟 2026-11-16 18:00（当地时间）办好"),
        ("zh", "收到，下周二之前补发保单。", "办好"),
    ],
)  # fmt: skip
def test_what_we_promised_stands_in_the_reply_and_what_they_sent_has_arrived(
    language: Language, promise: str, said: str
) -> None:
    found = _sent("Done, the address is 4 Mill Lane.").model_copy(update={"solution": None, "articles": ()})
    match = found.matched[0]
    first, *rest = match.ticket.comments
    told = (first.model_copy(update={"body": promise}), *rest)
    ticket = match.ticket.model_copy(update={"comments": told})
    found = found.model_copy(update={"matched": (match.model_copy(update={"ticket": ticket}),)})
    text = customer_update(found, language, "solution")
    assert said in text
    assert "as soon as we know what helps" not in text
    assert "一有办法" not in text
    assert "We have received what you sent us on" in text or "发来的内容，我们已经收到" in text

    assert not check(text, reader(found, language), NOW)


@pytest.mark.parametrize(("language", "said"), [("en", "answers your question"), ("zh", "是否解答了您的问题")])
def test_a_question_how_to_do_something_is_no_fault_to_look_further_into(language: Language, said: str) -> None:
    asked = because("guidance", "guidance_needed", "E1", stance="against")
    found = documented()
    text = customer_update(found.model_copy(update={"reasons": (*found.reasons, asked)}), language, "solution")
    assert said in text
    assert said not in customer_update(found, language, "solution")
    assert "反馈" not in text


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "answer",
    ["Our IT must approve it, that comes next week. I'll tell you.", "收到，下周安排同事来换，换好再告诉你们。"],
)
def test_who_tells_what_they_will_do_waits_for_nothing(answer: str, language: Language) -> None:
    text = customer_update(_sent(answer), language, "solution")
    assert "1. " not in text
    assert "what to do next" not in text
    assert "接下来怎么做" not in text
    assert "once that is done" in text or "完成之后" in text


def _answered_since(answer: str) -> Assessment:
    found = _sent(answer)
    match = found.matched[0]
    ours = Comment(id="c9", author="Sam", role="agent", at=NOW - timedelta(hours=2), public=True, body="Yes please.")
    ticket = match.ticket.model_copy(update={"comments": (*match.ticket.comments, ours)})
    return found.model_copy(update={"matched": (match.model_copy(update={"ticket": ticket}), *found.matched[1:])})


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_we_have_answered_since_is_not_gone_through(language: Language) -> None:
    works = customer_update(
        _answered_since("Great, made a new one and that works. Do we bin the old one?"), language, "solution"
    )
    assert "1. " not in works
    open_ = customer_update(_answered_since("Do we bin the old one?"), language, "solution")
    for text in (works, open_):
        assert "what to do next" not in text
        assert "接下来怎么做" not in text
