"""What our own people wrote on the threads decides: a defect, an end of what support can do, an article that is no way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.colleagues import beyond_said, defect_said, not_theirs, refuted
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import Article, Ticket
from tests.judgement.worlds import NOW, context, ticket


def told(*comments: tuple[str, str]) -> Ticket:
    bodies = [
        {"id": f"c{n}", "role": role, "at": NOW - timedelta(hours=9 - n), "body": body}
        for n, (role, body) in enumerate(comments)
    ]
    return ticket("T-1", "acme", "Import stays on Pending", comments=bodies)


@pytest.mark.parametrize(
    "note",
    [
        "It's a defect.",
        "Reproduced on our test device with 26.9.",
        "I can reproduce it here.",
        "The job dies in the worker, stack trace in the log.",
        "确认是产品缺陷。",
        "内部已复现。",
        "測試環境已復現，確認為缺陷。",
    ],
)
def test_a_defect_that_one_of_us_confirmed(note: str) -> None:
    said = defect_said([told(("internal", note))])
    assert said is not None
    assert said.words.strip("。.") in note


@pytest.mark.parametrize(
    "note",
    [
        "Could not reproduce it on our side.",
        "Not reproduced on Chrome.",
        "Maybe it's a bug.",
        "Is it a bug?",
        "这是不是缺陷？",
        "暂时无法复现。",
        "怀疑是缺陷。",
    ],
)
def test_a_guess_or_a_failed_attempt_confirms_nothing(note: str) -> None:
    assert defect_said([told(("internal", note))]) is None


def test_a_customer_cannot_confirm_a_defect() -> None:
    assert defect_said([told(("customer", "It's a bug. Reproduced on two machines."))]) is None


@pytest.mark.parametrize(
    "note",
    [
        "Support has no rights for it.",
        "CAN dump needed, I don't know how to read it.",
        "No way round from our side. Needs the identity team.",
        "一线没有主机权限。",
        "能试的都试过了。",
        "需要研发看日志。",
    ],
)
def test_the_end_of_what_support_can_do(note: str) -> None:
    assert beyond_said("", [told(("internal", note))]) is not None
    assert beyond_said(note, []) is not None
    assert beyond_said("", [told(("customer", note))]) is None


def test_the_last_word_of_ours_counts() -> None:
    said = defect_said([told(("internal", "It's a bug in the reader."), ("internal", "It's a bug in the writer."))])
    assert said is not None
    assert "writer" in said.words


@pytest.mark.parametrize(
    "words", ["一线没有主机权限", "Entity id changed with config deploy 12:02 UTC.", "我们发布后权限变了"]
)
def test_our_own_limits_and_changes_are_no_configuration_of_theirs(words: str) -> None:
    assert not_theirs(words)


@pytest.mark.parametrize("words", ["The certificate has expired", "客户侧白名单没有加"])
def test_what_the_customer_set_is(words: str) -> None:
    assert not not_theirs(words)


def article(id_: str, **fields: Any) -> Article:
    body = "Open Tools and run the import again with the old importer."
    data = {
        "id": id_,
        "title": "Import stays on Pending",
        "body": body,
        "type": "troubleshooting",
        "has_workaround": True,
    }
    return Article.model_validate({"status": "published", "visibility": "public", **data, **fields})


@pytest.mark.parametrize(
    ("line", "note", "ids"),
    [
        ("", "Article KB-7 only covers active users.", {"KB-7"}),
        ("", "Page KB-7 is stale.", {"KB-7"}),
        ("import stuck, the kb fix doesn't exist any more", "", {""}),
        ("知识库那篇只讲iPhone", "", {""}),
        ("說明文件講的入口已經沒有了", "", {""}),
        ("import stuck, sent them the article", "I used KB-7 for it.", set[str]()),
    ],
)
def test_a_document_that_one_of_us_calls_no_way_out(line: str, note: str, ids: set[str]) -> None:
    assert set(refuted(line, [told(("internal", note))], [article("KB-7"), article("KB-8")])) == ids


def judged(line: str, note: str, *articles: Article) -> Assessment:
    world = replace(context(told(("internal", note)), named=("acme",)), articles=articles)
    return assess(understand(line), world, Policy(), NOW)


def test_a_refuted_article_is_no_solution_and_the_matter_goes_on() -> None:
    line = "Acme: import stays on Pending"
    with_article = judged(line, "Looked at it.", article("KB-7"))
    assert (with_article.decision, with_article.solution and with_article.solution.id) == ("handle", "KB-7")
    without = judged(line, "Article KB-7 is outdated. It's a defect.", article("KB-7"))
    assert (without.decision, without.target, without.solution) == ("escalate", "engineering", None)
    reasons = {r.signal: r for r in without.reasons}
    assert reasons["article_refuted"].values["words"] == "Article KB-7 is outdated."
    quoted = {e.id: e.quotation for e in without.evidence}
    assert "Article KB-7 is outdated." in {quoted[i] for i in reasons["article_refuted"].evidence}
    assert reasons["defect_confirmed"].values == {"words": "It's a defect.", "ticket": "T-1"}
