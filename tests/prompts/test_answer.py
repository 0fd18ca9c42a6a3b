"""The short answers: how support can handle it, and the steps an article gives."""

import pytest

from escalation.assessment import Assessment, Question
from escalation.records import Article
from prompts.answer import foreign_to_us, reply_to_customer, solution_steps
from prompts.brief import render_brief
from prompts.compose import compose
from tests.prompts.parts import because
from tests.prompts.worlds import documented


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        ("Intro\n1. One.\n2) Two.\n3、三。", ("One.", "Two.", "三。")),
        ("- a\n* b\n• c", ("a", "b", "c")),
        ("第一步：打开设置\n第二步：保存", ("打开设置", "保存")),
        ("# Title\n\nJust do this.\nThen that.", ("Just do this.", "Then that.")),
        ("", ()),
    ],
)
def test_steps_are_taken_from_lists_else_from_the_text(body: str, steps: tuple[str, ...]) -> None:
    assert solution_steps(Article(id="KB-1", body=body)) == steps


def test_a_step_is_never_cut_short_and_never_left_out() -> None:
    long = "1. " + "Open Settings, then Pools, and switch on the mask for every unit that shares staff. " * 8
    assert solution_steps(Article(id="KB-1", body=long)) == (long.removeprefix("1. ").strip(),)
    assert solution_steps(Article(id="KB-1", body="\n".join(f"{n}. step" for n in range(30)))) == ()


def test_handling_says_why_how_what_would_change_it_and_what_to_answer() -> None:
    text = render_brief(documented(), compose(documented(), "en"), "en")
    assert text.startswith("# Support can handle this: SSO loops for Northwind Ltd\n\n## Why\n")
    assert "[Resetting SSO](<https://help.example/kb-5>) (KB-5) [E3]\n\n1. Sign out everywhere." in text
    assert "## What would make it an escalation\n\n- It turns on the documented solution in KB-5: if that fails" in text
    assert "> Thank you for writing to us about your request “SSO login loop” (T-1)." in text
    assert "> 1. Sign out everywhere." in text


def test_handling_without_an_article_still_answers_and_asks() -> None:
    change = {
        "solution": None,
        "questions": (Question(signal="environment"),),
        "reasons": (
            because("guidance", "guidance_needed", "E1", stance="against"),
            because("time", "waiting_long", "E1"),
        ),
    }
    found = documented().model_copy(update=change)
    text = render_brief(found, compose(found, "zh"), "zh")
    assert "## 解决办法" not in text
    assert "- **使用指导**：给出使用指导即可，无需修复[E1]。" in text
    assert "- **建议升级的理由（时间）**：客户已等待过久[E1]。" in text
    assert "## 待确认问题\n\n1. 在什么环境下出现" in text


def test_what_is_known_lists_reports_and_articles_with_their_sources() -> None:
    found = documented().model_copy(update={"decision": "need_info"})
    text = render_brief(found, compose(found, "en"), "en")
    assert "- Northwind Ltd wrote in T-1: “SSO sends us back to the login page every time.” [E1]" in text
    assert "- KB-5 in the knowledge base: “Resetting SSO” [E3]" in text


def test_an_article_that_does_not_count_is_no_reason_beside_one_that_does() -> None:
    old = because("documented_solution", "article_outdated", weight=0.5, article="KB-9", title="Old way")
    with_old = documented().model_copy(update={"reasons": (*documented().reasons, old)})
    assert "KB-9" not in render_brief(with_old, compose(with_old, "en"), "en")
    without = with_old.model_copy(update={"solution": None})
    assert "KB-9" in render_brief(without, compose(without, "en"), "en")


def _written_in(ticket: str | None, account: str | None) -> Assessment:
    found = documented()
    assert found.account is not None
    matched = tuple(
        m.model_copy(update={"ticket": m.ticket.model_copy(update={"language": ticket})}) for m in found.matched
    )
    return found.model_copy(
        update={"account": found.account.model_copy(update={"language": account}), "matched": matched}
    )


def test_the_agent_is_told_that_the_draft_is_not_in_the_customers_language_and_the_customer_is_not() -> None:
    found = _written_in("fr", "fr")
    assert foreign_to_us(found, "en") == (
        "The customer writes French (T-1); this draft is in English. Translate it before you send it."
    )
    assert foreign_to_us(found, "zh") == "客户使用法语（T-1），这份草稿是英文的：发送前请先翻译。"
    assert "French" not in reply_to_customer(found, "en")
    text = render_brief(found, compose(found, "en"), "en")
    before, reply = text.split("## Reply to the customer")
    assert "writes French" in before.split("## Before you answer")[1]
    assert "French" not in reply


@pytest.mark.parametrize(
    ("ticket", "account", "told"),
    [
        ("en", "fr", None),
        ("zh-Hant", "de", None),
        (None, "en-GB", None),
        (None, None, None),
        (None, "de-CH", "German"),
        ("ja", "en", "Japanese"),
        ("eo", "en", "eo"),
    ],
)
def test_a_ticket_tells_the_language_before_the_record_does(
    ticket: str | None, account: str | None, told: str | None
) -> None:
    said = foreign_to_us(_written_in(ticket, account), "en")
    assert (said is None) if told is None else (said is not None and f"writes {told} (" in said)
