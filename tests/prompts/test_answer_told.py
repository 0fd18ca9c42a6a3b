"""What a reply to a customer may not do: name a request they did not make, or pass over that they are angry."""

from datetime import timedelta

import pytest

from escalation.assessment import Assessment
from escalation.records import Account, Article, Comment
from escalation.terms import Language
from prompts.answer import reply_to_customer
from prompts.brief import render_brief
from prompts.compose import compose
from tests.prompts.parts import NORTH, NOW
from tests.prompts.worlds import documented


def _tied(*ties: str) -> Assessment:
    found = documented()
    return found.model_copy(update={"matched": tuple(m.model_copy(update={"ties": ties}) for m in found.matched)})


def _typed(text: str, said: str = "SSO loops.") -> Assessment:
    found = documented()
    change = {"issue": found.issue.model_copy(update={"text": text})}
    ticket = found.matched[0].ticket.model_copy(update={"description": said})
    return found.model_copy(update=change | {"matched": (found.matched[0].model_copy(update={"ticket": ticket}),)})


def test_a_ticket_that_is_only_the_same_customers_is_not_what_they_are_answered_about() -> None:
    reply = reply_to_customer(_tied("named"), "en")
    assert reply.startswith("Hello,\n\nThank you for writing to us.\n")
    assert "T-1" not in reply
    assert reply_to_customer(_tied("named"), "zh").startswith("您好：\n\n感谢您的来信。\n")
    assert "(T-1)" in reply_to_customer(_tied("named", "same_words"), "en")


@pytest.mark.parametrize(
    "angry",
    [
        "Northwind are FURIOUS that SSO loops",
        "Northwind is very unhappy: SSO loops",
        "北风公司非常生气，单点登录一直循环",
        "北風公司很不滿，單點登入一直循環",
    ],
)
def test_who_is_angry_reads_that_we_are_sorry(angry: str) -> None:
    assert "We are sorry for the trouble this has given you." in reply_to_customer(_typed(angry), "en")
    assert "非常抱歉" in reply_to_customer(_typed(angry), "zh")


@pytest.mark.parametrize("shouted", ["WHY IS THIS STILL NOT WORKING", "Third time I ask!!", "This is a disgrace."])
def test_the_customers_own_words_show_it_too(shouted: str) -> None:
    assert "We are sorry" in reply_to_customer(_typed("SSO loops", shouted), "en")


@pytest.mark.parametrize(
    "calm",
    ["SSO loops", "They are not angry, only curious how SSO works", "Thanks!! It is great, one question", "SAML IDP SSO URL",
     "客户没生气，只是问一下"],
)  # fmt: skip
def test_who_only_asks_is_not_told_that_we_are_sorry(calm: str) -> None:
    assert "sorry" not in reply_to_customer(_typed(calm, calm), "en")


@pytest.mark.parametrize(("language", "said"), [("en", "comes close too"), ("zh", "也很接近")])
def test_an_article_that_is_as_like_is_named_before_the_answer_goes_out(language: Language, said: str) -> None:
    other = Article(id="KB-6", title="Signing in with a password", body="Choose Sign in.")
    found = documented()
    doubtful = found.model_copy(update={"articles": (*found.articles, other)})
    assert said in render_brief(doubtful, compose(doubtful, language), language)
    assert said not in render_brief(found, compose(found, language), language)
    linked = found.matched[0].ticket.model_copy(update={"linked_kb": ("KB-5",)})
    sure = doubtful.model_copy(update={"matched": (found.matched[0].model_copy(update={"ticket": linked}),)})
    assert said not in render_brief(sure, compose(sure, language), language)


def _closed(*later: str, named: bool = False) -> Assessment:
    """`documented` with its ticket solved three weeks ago, after thanks, and what the customer wrote on it since."""
    found = documented()
    then = NOW - timedelta(days=21)
    told = [Comment(id="c0", author="Sam", role="agent", at=then, public=True, body="Please see KB-5.")]
    told += [Comment(id="c1", author="Kim", role="customer", at=then, public=True, body="Worked, thank you!")]
    told += [
        Comment(id=f"c{n}", author="Kim", role="customer", at=NOW - timedelta(hours=3), public=True, body=body)
        for n, body in enumerate(later, 2)
    ]
    match = found.matched[0]
    ticket = match.ticket.model_copy(update={"solved_at": then, "status": "solved", "comments": tuple(told)})
    issue = found.issue.model_copy(update={"ticket_ids": (ticket.id,) if named else ()})
    return found.model_copy(update={"issue": issue, "matched": (match.model_copy(update={"ticket": ticket}),)})


def _read(language: Language) -> Account:
    return NORTH.model_copy(update={"language": language})


@pytest.mark.parametrize(("language", "opens"), [("en", "Thank you for writing to us.\n"), ("zh", "感谢您的来信。\n")])
def test_a_question_asked_anew_is_answered_and_the_closed_one_is_not(language: Language, opens: str) -> None:
    reply = reply_to_customer(_closed().model_copy(update={"account": _read(language)}), language)
    assert reply.split("\n\n", 1)[1].startswith(opens)
    assert "T-1" not in reply
    assert "1. Sign out everywhere." in reply


def test_a_closed_ticket_that_is_named_or_asked_on_again_is_what_they_are_answered_about() -> None:
    assert "T-1" in reply_to_customer(_closed(named=True), "en")
    assert "T-1" in reply_to_customer(_closed("It loops again. What now?"), "en")
    assert "T-1" not in reply_to_customer(_closed("Cheers!"), "en")


def test_the_talk_of_a_closed_ticket_is_not_told_as_what_support_found_so_far() -> None:
    last = {"last_word": "Worked, thank you!", "last_word_at": NOW - timedelta(days=21), "last_word_evidence": ("E1",)}
    talk = documented().communication.model_copy(update=last)
    for found, told in ((_closed(), False), (_closed(named=True), True)):
        text = render_brief(found.model_copy(update={"communication": talk}), compose(found, "en"), "en")
        assert ("Worked, thank you!" in text) is told
