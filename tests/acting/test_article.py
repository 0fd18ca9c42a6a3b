"""A known-issue article drafted from the record: in either language, with its source, and with nothing that is not public."""

from __future__ import annotations

from typing import Any

import pytest

from escalation.errors import InvalidInput
from escalation.records import Article
from tests.acting.worlds import NOW, put_forward
from tools.acting.proposing import Draft, propose
from tools.desk import Request
from tools.office import Opened

ISSUE = {
    "en": "Invoice export answers 502 for Northwind Traders",
    "zh": "Northwind Traders 的发票导出返回 502",
}
ENDED = {
    "en": {"cause": "The exporter ran out of memory.", "text": "Exports of up to 10,000 invoices work again."},
    "zh": {"cause": "导出服务内存不足。", "text": "一万张以内的发票导出已恢复。"},
}
SECRETS = ("Northwind", "Lotus", "240", "ESC-", "T-1", "T-2", "Kim", "#billing", "BUG-7")


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def ended(rooms: Opened, language: str, **said: Any) -> str:
    """An escalation of both customers that is resolved."""
    id_ = rooms.desk.prepare(Request(ISSUE[language], reporter="Kim")).escalation_id
    assert id_ is not None
    rooms.register.append(id_, "resolved", who="Kim", at=NOW, data={**ENDED[language], **said})
    return id_


def test_it_says_symptom_cause_and_solution_and_keeps_its_source(rooms: Opened, language: str) -> None:
    id_ = ended(rooms, language)
    proposal = put_forward(rooms, id_, "draft_article")
    whole = f"{proposal.action.title}\n{proposal.action.text}"
    assert ENDED[language]["cause"] in whole
    assert ENDED[language]["text"] in whole
    assert "2026-11-20" in whole
    assert [each for each in SECRETS if each in whole] == []
    (article,) = rooms.workspace.articles([rooms.carrying.go(proposal, "Kim", "told").row.receipt or ""])
    assert isinstance(article, Article)
    assert (article.status, article.visibility, article.type) == ("draft", "internal", "known_issue")
    assert article.language == {"en": "en", "zh": "zh-Hans"}[language]
    assert (article.model_extra or {})["about"] == id_
    assert set(article.sources) == {"T-1", "T-2"}
    assert article.has_workaround is None, "the team had to mend it"


@pytest.mark.parametrize(
    ("field", "leak"),
    [
        ("cause", "Lotus Foods overloaded the exporter."),
        ("text", "Kim restarted it after the note in #billing."),
        ("text", "Done; their ARR of $240,000 is safe."),
        ("text", "见 BUG-7，莲花食品已确认。"),
    ],
)
def test_what_is_not_the_publics_is_left_out(rooms: Opened, field: str, leak: str) -> None:
    id_ = ended(rooms, "en", **{field: leak})
    text = put_forward(rooms, id_, "draft_article").action.text
    assert leak not in text
    other = "text" if field == "cause" else "cause"
    assert ENDED["en"][other] in text


def test_a_given_text_is_taken_word_for_word_and_leaks_are_stopped_when_it_is_published(rooms: Opened) -> None:
    id_ = ended(rooms, "en")
    own = put_forward(rooms, id_, "draft_article", title="Exports", text="Lotus Foods should export fewer invoices.")
    assert own.action.text == "Lotus Foods should export fewer invoices."
    receipt = rooms.carrying.go(own, "Kim", "told").row.receipt
    draft = Draft("publish_article", to=receipt, approved_by="Ana")
    assert propose(rooms.desk, rooms.carrying.sender.outlets, id_, draft).findings


def test_what_support_ended_itself_gives_a_way_out(rooms: Opened) -> None:
    id_ = rooms.desk.prepare(Request(ISSUE["en"])).escalation_id or ""
    said = {"text": "Export fewer than 10,000 invoices at once."}
    rooms.register.append(id_, "de_escalated", who="Kim", at=NOW, why="A workaround helps.", data=said)
    receipt = rooms.carrying.go(put_forward(rooms, id_, "draft_article"), "Kim", "told").row.receipt or ""
    assert rooms.workspace.articles([receipt])[0].has_workaround is True


def test_nobody_publishes_without_a_review(rooms: Opened, language: str) -> None:
    id_ = ended(rooms, language)
    receipt = rooms.carrying.go(put_forward(rooms, id_, "draft_article"), "Kim", "told").row.receipt
    with pytest.raises(InvalidInput, match="Nobody has reviewed"):
        put_forward(rooms, id_, "publish_article", to=receipt)


def test_the_next_report_of_the_same_finds_it(rooms: Opened, language: str) -> None:
    id_ = ended(rooms, language)
    receipt = rooms.carrying.go(put_forward(rooms, id_, "draft_article"), "Kim", "told").row.receipt
    assert rooms.desk.assess(Request(ISSUE[language])).solution is None
    rooms.carrying.go(put_forward(rooms, id_, "publish_article", to=receipt, approved_by="Ana"), "Kim", "told")
    found = rooms.desk.assess(Request(ISSUE[language]))
    assert found.solution is not None
    assert found.solution.id == receipt
    assert found.facts.kb_workaround_exists is True
