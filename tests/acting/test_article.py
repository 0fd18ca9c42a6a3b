"""A known-issue article drafted from the record: in either language, with its source, and with nothing that is not public."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from escalation.assessment import Assessment
from escalation.errors import InvalidInput
from escalation.records import Article
from prompts.article import called_errors
from tests.acting.worlds import NOW, put_forward, write_folder
from tools.acting.proposing import Draft, propose
from tools.desk.desk import Desk, Request
from tools.desk.office import Opened
from tools.importing.load import import_path
from tools.store.workspace import StoreWorkspace

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
    assert (article.has_workaround, article.mended) == (False, True), "the team had to mend it"


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


def published(rooms: Opened, id_: str) -> str:
    receipt = rooms.carrying.go(put_forward(rooms, id_, "draft_article"), "Kim", "told").row.receipt
    rooms.carrying.go(put_forward(rooms, id_, "publish_article", to=receipt, approved_by="Ana"), "Kim", "told")
    return receipt or ""


def later(rooms: Opened, folder: Path, subject: str) -> Assessment:
    """The same is reported again, by the same customer, a day after."""
    write_folder(folder)
    at = NOW + timedelta(days=1)
    again = {"id": "T-9", "account_id": "acc-1", "subject": "Invoice export answers 502", "created_at": at.isoformat()}
    (folder / "tickets.jsonl").write_text(json.dumps(again), encoding="utf-8")
    import_path(rooms.engine, [folder])
    desk = Desk(StoreWorkspace(rooms.engine, now=at + timedelta(hours=1)), rooms.register, rooms.policy)
    return desk.assess(Request(subject))


def test_the_next_report_finds_what_support_can_do_again(rooms: Opened, language: str) -> None:
    id_ = rooms.desk.prepare(Request(ISSUE[language])).escalation_id or ""
    said = {"en": "Export fewer than 10,000 invoices at once.", "zh": "每次导出不超过一万张发票。"}
    rooms.register.append(
        id_, "de_escalated", who="Kim", at=NOW, why="A workaround helps.", data={"text": said[language]}
    )
    receipt = published(rooms, id_)
    found = rooms.desk.assess(Request(ISSUE[language]))
    assert found.solution is not None
    assert (found.solution.id, found.facts.kb_workaround_exists) == (receipt, True)


def test_what_was_mended_is_no_solution_when_it_is_back(rooms: Opened, tmp_path: Path, language: str) -> None:
    receipt = published(rooms, ended(rooms, language))
    found = later(rooms, tmp_path / "more", ISSUE[language])
    assert (found.solution, found.facts.kb_workaround_exists) == (None, False)
    (back,) = [reason for reason in found.reasons if reason.signal == "recurrence"]
    assert receipt in str(back.values["item"])


def test_an_article_on_a_fault_still_open_is_neither_solution_nor_fix(
    rooms: Opened, tmp_path: Path, language: str
) -> None:
    id_ = rooms.desk.prepare(Request(ISSUE[language])).escalation_id or ""
    published(rooms, id_)
    found = later(rooms, tmp_path / "more", ISSUE[language])
    assert found.solution is None
    assert [reason for reason in found.reasons if reason.signal == "recurrence"] == []


def test_every_customer_finds_it_in_their_own_language(rooms: Opened, tmp_path: Path) -> None:
    write_folder(tmp_path / "more")
    reader = {"id": "acc-2", "name": "Lotus Foods", "language": "zh-TW", "domain": "lotus.example"}
    (tmp_path / "more" / "accounts.jsonl").write_text(json.dumps(reader), encoding="utf-8")
    import_path(rooms.engine, [tmp_path / "more"])
    text = put_forward(rooms, ended(rooms, "en"), "draft_article").action.text
    assert "What was done: Exports" in text
    assert "處理經過（英文）" in text


def test_the_release_with_the_fix_is_not_where_it_was_seen(rooms: Opened) -> None:
    id_ = rooms.desk.prepare(Request("Invoice export answers 502 in release 4.1.7 on Chrome 134")).escalation_id or ""
    rooms.register.append(id_, "resolved", who="Kim", at=NOW, data={"text": "Fixed in release 4.1.7."})
    assert "4.1.7" not in put_forward(rooms, id_, "draft_article").action.text.partition("What was done")[0]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("31 of 400 came out twice, with error RECUR_DUP_KEY in the log.", "RECUR_DUP_KEY"),
        ("有 31 张重复，日志报错：RECUR_DUP_KEY。", "RECUR_DUP_KEY"),
        ("We set MAX_ROWS_PER_FILE to 400.", None),
        ("把 MAX_ROWS_PER_FILE 设为 400。", None),
    ],
)
def test_a_code_that_is_called_an_error_is_what_people_search_for(said: str, found: str | None) -> None:
    told = called_errors(said)
    assert told == ([found] if found else [])
