"""A documented way that the customer tried and that failed is no way out, and nobody sends it again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.judgement.failed_ways import failed_ways
from escalation.judgement.typed_failure import failed_by_line
from escalation.policy import Policy
from escalation.records import Article, Ticket
from prompts.statements import say
from tests.judgement.worlds import NOW, context, issue, ticket

WAY: dict[str, Any] = {
    "id": "KB-7",
    "title": "Label printing stops on large files",
    "body": "Under Print > Options tick Split large files.",
    "type": "troubleshooting",
    "has_workaround": True,
    "updated_at": NOW - timedelta(days=90),
}


def told(*comments: tuple[str, str], id_: str = "T-1") -> Ticket:
    bodies = [
        {"id": f"c{n}", "role": role, "at": NOW - timedelta(hours=9 - n), "body": body}
        for n, (role, body) in enumerate(comments)
    ]
    return ticket(id_, "acme", "Label printing stops on large files", comments=bodies)


ASKED = ("agent", 'Our article "Label printing stops on large files" helps: tick Split large files.')


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        (ASKED, "Ticked, now it gets to page 97 and then stops with the same message."),
        (ASKED, "No change."),
        (("agent", "Please see KB-7 and switch the mode."), "Did that, still stops at page 40."),
        (("agent", "请按 KB-7 操作，把模式改成分页。"), "没有用，还是停在 40 页。"),
        (("agent", "請參考 KB-7，重開打印服務。"), "重開打印服務都唔得。"),
        (("agent", "請依 KB-7 重新上傳標籤檔。"), "重傳了還是一樣，停在第 40 頁。明天要出貨，麻煩了。"),
        (("agent", "Please see KB-7 and upload the labels again."), "Uploaded them again, still the same."),
        (("agent", "Please follow KB-7."), "We ticked it and restarted, but no change."),
    ],
)
def test_what_failed_for_the_customer_is_no_way_out(asked: tuple[str, str], answer: str) -> None:
    ticket_ = told(asked, ("customer", answer))
    assert set(failed_ways([ticket_], [Article.model_validate(WAY)])) == {"KB-7"}


@pytest.mark.parametrize(
    "answers",
    [
        (("customer", "That did it, thank you!"), ("customer", "It stopped at page 40 again this morning.")),
        (
            ("customer", "It works now, thanks."),
            ("agent", "Glad to hear it."),
            ("customer", "Sadly the fault is back."),
        ),
        (("customer", "Will try tonight."), ("customer", "Worked until Tuesday, now it is back.")),
        (("customer", "Helped for two days, then it stopped at page 40 again."),),
        (("customer", "可以了，谢谢！"), ("customer", "今天早上又停在 40 页了。")),
        (("customer", "改完好了两天，昨天又停了。"),),
        (("customer", "刚开始还可以，后来还是停在 40 页。"),),
    ],
)
def test_what_helped_and_did_not_last_is_no_way_out(answers: tuple[tuple[str, str], ...]) -> None:
    assert set(failed_ways([told(ASKED, *answers)], [Article.model_validate(WAY)])) == {"KB-7"}


@pytest.mark.parametrize(
    "answers",
    [
        (("customer", "That did it, thank you!"), ("customer", "It has not come back since.")),
        (("customer", "That did it."), ("customer", "If it happens again I will write.")),
        (("customer", "It works again, thanks!"), ("customer", "Everybody is back to printing.")),
        (
            ("customer", "Worked until Tuesday, now it is back."),
            ("customer", "Solved now: I had unticked it, it works again."),
        ),
        (("customer", "可以了，谢谢！"), ("customer", "没有再出现，可以关单。")),
        (("customer", "It works now."), ("customer", "Is it possible that it comes back again?")),
    ],
)
def test_what_helped_and_lasts_stays(answers: tuple[tuple[str, str], ...]) -> None:
    assert failed_ways([told(ASKED, *answers)], [Article.model_validate(WAY)]) == {}


@pytest.mark.parametrize(
    "answers",
    [
        (ASKED, ("customer", "That did it, thank you!")),
        (ASKED, ("customer", "When will somebody call me?")),
        (("agent", "Please restart the printer."), ("customer", "No change.")),
        (ASKED, ("customer", "No change."), ("agent", "Please untick it again first."), ("customer", "It works now.")),
    ],
)
def test_what_helped_or_was_not_named_stays(answers: tuple[tuple[str, str], ...]) -> None:
    assert failed_ways([told(*answers)], [Article.model_validate(WAY)]) == {}


def test_a_way_that_helped_another_customer_stays() -> None:
    worked = told(ASKED, ("customer", "That did it, thank you!"), id_="T-2")
    failed = told(ASKED, ("customer", "No change."))
    assert failed_ways([failed, worked], [Article.model_validate(WAY)]) == {}


def test_a_way_that_failed_for_the_customer_in_question_is_none_for_them_whoever_else_it_helped() -> None:
    worked = told(ASKED, ("customer", "That did it, thank you!"), id_="T-2").model_copy(update={"account_id": "globex"})
    failed = told(ASKED, ("customer", "Ticked it, still the same."))
    world = replace(context(failed, worked, named=("acme",)), articles=(Article.model_validate(WAY),))
    found = assess(issue("Label printing stops on large files at Acme Corp"), world, Policy(), NOW)
    assert "article_refuted" in {r.signal for r in found.reasons}
    assert found.decision == "escalate"
    other = replace(world, named=(world.accounts["globex"],))
    found = assess(issue("Label printing stops on large files at Globex"), other, Policy(), NOW)
    assert "article_refuted" not in {r.signal for r in found.reasons}


def test_the_decision_says_that_it_failed_and_whose_words_these_are() -> None:
    world = replace(
        context(told(ASKED, ("customer", "Ticked, now it gets to page 97 and then stops with the same message."))),
        articles=(Article.model_validate(WAY),),
    )
    found = assess(issue("Label printing stops on large files at page 97"), world, Policy(), NOW)
    reasons = {r.signal: r for r in found.reasons}
    assert found.decision == "escalate"
    assert "stops with the same message" in str(reasons["article_refuted"].values["words"])
    assert not found.facts.kb_workaround_exists


def test_a_way_that_the_customer_in_question_does_not_call_vain_stays_though_it_failed_elsewhere() -> None:
    glad = told(ASKED, ("customer", "Brilliant, those print. Shall we bin the old ones?"))
    failed = told(ASKED, ("customer", "Ticked it, still the same."), id_="T-2").model_copy(
        update={"account_id": "globex"}
    )
    world = replace(context(glad, failed, named=("acme",)), articles=(Article.model_validate(WAY),))
    found = assess(issue("Label printing stops on large files at Acme Corp"), world, Policy(), NOW)
    assert "article_refuted" not in {r.signal for r in found.reasons}
    # Whoever sends it on reads that it failed there.
    said = next(w for w in found.would_change if w.signal == "failed_elsewhere")
    assert say(said, "en") == "KB-7 has already failed for Globex, who is counted here: “Ticked it, still the same.”"
    assert say(said, "zh") == "KB-7 对另一家受影响的客户 Globex 已经无效：「Ticked it, still the same.」。"
    alone = replace(context(glad, named=("acme",)), articles=world.articles)
    found = assess(issue("Label printing stops on large files at Acme Corp"), alone, Policy(), NOW)
    assert "failed_elsewhere" not in {w.signal for w in found.would_change}


@pytest.mark.parametrize(
    ("line", "body", "gone"),
    [
        ("Scanner offline at the till, restarting it did not help", "Restart it and wait.", True),
        ("Handheld scanner offline, we restarted the scanner, no change", "Restart the scanner and wait.", True),
        ("扫码枪离线，重启也没用", "重启扫码枪，等两分钟。", True),
        ("Handheld scanner offline", "Restart the scanner and wait.", False),
        ("Scanner offline, charging did not help", "Restart the scanner and wait.", False),
        (
            "Scanner offline, restarting the scanner did not help",
            "Restart the scanner. Then pair it. Then update it. Then set the channel to 4.",
            False,
        ),
    ],
)
def test_what_the_line_says_was_of_no_use_is_no_way_out(line: str, body: str, *, gone: bool) -> None:
    article = Article.model_validate(WAY | {"title": "Scanner offline", "body": body})
    assert failed_by_line(line, [article]) == (("KB-7",) if gone else ())
