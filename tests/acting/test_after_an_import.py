"""What was posted to the embedded workspace outlives an import: the files know nothing of it, the outbox does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from escalation.actions.action import ActionKind
from escalation.records import Article, Message, Ticket, TrackerItem
from tests.acting.worlds import CONFIG, RECORDS, SAFE, escalate, put_forward, write_folder
from tools.desk.office import Office, Opened
from tools.desk.opening import opening
from tools.importing.load import import_path
from tools.importing.sync import sync
from tools.serving.command import Command

Change = Callable[[Path, str, list[dict[str, Any]]], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "files")


@pytest.fixture
def mirrored(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """The rooms over a workspace folder, as `--workspace DIR` opens it."""
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path / "home"))
    config = tmp_path / "customer-escalation.toml"
    config.write_text(CONFIG, encoding="utf-8")
    return Office(opening(Command(str(folder), str(config), None, None))).open()


def posted(rooms: Opened, escalation: str) -> dict[str, str]:
    """One action of every kind that writes into the workspace; what each became."""

    def sent(kind: ActionKind, **draft: Any) -> str:
        proposal = put_forward(rooms, escalation, kind, **draft)
        return rooms.carrying.go(proposal, "Kim", "told").row.receipt or ""

    became = {
        "post": sent("post_to_channel", text="502 since 02:00"),
        "reply": sent("reply_to_customer", text=SAFE, account_id="acc-1"),
        "item": sent("create_tracker_item", title="Exports fail", text="502 from the exporter"),
        "note": sent("link_tracker_item", to="BUG-7", text="Two customers."),
        "draft": sent("draft_article", title="Invoice export", text="Export fewer invoices at once."),
    }
    sent("publish_article", to=became["draft"], approved_by="Ana")
    return became


def standing(rooms: Opened, became: dict[str, str]) -> dict[str, Any]:
    """Everything that was posted, as the workspace shows it."""
    at = rooms.workspace
    (ticket,), (item, bug) = at.tickets(["T-1"]), at.items(sorted([became["item"], "BUG-7"], reverse=True))
    (article,) = at.articles([became["draft"]])
    (message,) = at.messages([became["post"]])
    assert isinstance(ticket, Ticket)
    assert isinstance(article, Article)
    assert isinstance(message, Message)
    named: dict[str, TrackerItem] = {each.id: each for each in (item, bug)}
    return {
        "post": message.text,
        "reply": [(each.id, each.body) for each in ticket.comments if each.id == became["reply"]],
        "item": named[became["item"]].title,
        "note": [getattr(each, "body", None) for each in named["BUG-7"].comments],
        "article": (article.status, article.visibility, article.body),
    }


def rewritten(folder: Path, kind: str, **changed: Any) -> None:
    rows = [row | changed for row in RECORDS[kind]]
    (folder / f"{kind}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def test_every_file_changed_and_read_again_leaves_what_was_posted(mirrored: Opened, folder: Path) -> None:
    became = posted(mirrored, escalate(mirrored.register))
    before = standing(mirrored, became)
    for kind in RECORDS:
        rewritten(folder, kind, changed_by="the helpdesk")
    report = sync(mirrored.engine, folder)
    assert report is not None
    assert sum(count.removed for count in report.counts.values()) == 0
    assert standing(mirrored, became) == before
    (ticket,) = mirrored.workspace.tickets(["T-1"])
    assert (ticket.model_extra or {})["changed_by"] == "the helpdesk"


def test_importing_the_same_files_on_top_leaves_it_too_and_twice_changes_nothing(
    mirrored: Opened, folder: Path
) -> None:
    became = posted(mirrored, escalate(mirrored.register))
    before = standing(mirrored, became)
    for _ in range(2):
        import_path(mirrored.engine, [folder])
        assert standing(mirrored, became) == before


def test_a_record_that_left_the_files_takes_its_posts_along_and_brings_them_back(
    mirrored: Opened, folder: Path
) -> None:
    became = posted(mirrored, escalate(mirrored.register))
    before = standing(mirrored, became)
    rows = RECORDS["tickets"]
    (folder / "tickets.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows if row["id"] != "T-1"))
    sync(mirrored.engine, folder)
    assert mirrored.workspace.tickets(["T-1"]) == []
    rewritten(folder, "tickets")
    sync(mirrored.engine, folder)
    assert standing(mirrored, became) == before


def articles(rooms: Opened) -> list[Article]:
    return rooms.workspace.articles([f"KB-{number:0{width}d}" for number in range(20) for width in (1, 3)])


def appended(folder: Path, kind: str, row: dict[str, Any]) -> None:
    with (folder / f"{kind}.jsonl").open("a") as file:
        file.write(json.dumps(row) + "\n")


@pytest.mark.parametrize("status", ["archived", "outdated"])
def test_an_article_of_ours_that_was_archived_since_stays_archived_and_is_not_written_anew(
    mirrored: Opened, folder: Path, status: str
) -> None:
    became = posted(mirrored, escalate(mirrored.register))
    before = len(articles(mirrored))
    appended(folder, "kb", {"id": became["draft"], "title": "Invoice export", "body": "Superseded.", "status": status})
    for _ in range(2):
        sync(mirrored.engine, folder)
        import_path(mirrored.engine, [folder])
        assert [each.status for each in mirrored.workspace.articles([became["draft"]])] == [status]
        assert len(articles(mirrored)) == before


def test_an_article_of_the_files_that_we_published_stays_archived_once_the_files_say_so(
    mirrored: Opened, folder: Path
) -> None:
    draft = {"id": "KB-9", "title": "Slow export", "body": "Wait.", "status": "draft"}
    appended(folder, "kb", draft)
    sync(mirrored.engine, folder)
    proposal = put_forward(mirrored, escalate(mirrored.register), "publish_article", to="KB-9", approved_by="Ana")
    mirrored.carrying.go(proposal, "Kim", "told")
    appended(folder, "kb", {"id": "KB-10", "title": "Other", "status": "draft"})
    sync(mirrored.engine, folder)
    assert [each.status for each in mirrored.workspace.articles(["KB-9"])] == ["published"]
    rewritten(folder, "kb")
    appended(folder, "kb", {**draft, "status": "archived"})
    sync(mirrored.engine, folder)
    assert [each.status for each in mirrored.workspace.articles(["KB-9"])] == ["archived"]


def test_an_id_that_the_files_take_is_theirs_and_ours_moves_on(mirrored: Opened, folder: Path) -> None:
    became = posted(mirrored, escalate(mirrored.register))
    appended(folder, "tracker", {"id": became["item"], "title": "Something else", "status": "open"})
    sync(mirrored.engine, folder)
    (item,) = mirrored.workspace.items([became["item"]])
    assert item.title == "Something else"
    project, number = became["item"].rsplit("-", 1)
    (moved,) = mirrored.workspace.items([f"{project}-{int(number) + 1}"])
    assert moved.title == "Exports fail"


def test_the_record_points_at_our_item_under_its_new_id_and_theirs_leaves_with_the_files(
    mirrored: Opened, folder: Path
) -> None:
    escalation = escalate(mirrored.register)
    became = posted(mirrored, escalation)
    assert became["item"] in mirrored.register.state(escalation).item_ids
    for id in ("BUG-8", "BUG-9"):  # twice in a row
        appended(folder, "tracker", {"id": id, "title": "Something else", "status": "open"})
        sync(mirrored.engine, folder)
        import_path(mirrored.engine, [folder])
    (ours,) = mirrored.workspace.items(["BUG-10"])
    assert ours.title == "Exports fail"
    assert mirrored.register.state(escalation).item_ids == ("BUG-10", "BUG-7")
    moved = [e for e in mirrored.register.events(escalation) if e.what == "action_renumbered"]
    assert [(e.data["was"], e.data["now"]) for e in moved] == [("BUG-8", "BUG-9"), ("BUG-9", "BUG-10")]
    rewritten(folder, "tracker")
    sync(mirrored.engine, folder)
    assert [each.id for each in mirrored.workspace.items(["BUG-8", "BUG-9", "BUG-10"])] == ["BUG-10"]


def test_what_we_published_is_published_under_its_new_id_when_the_files_take_the_old_one(
    mirrored: Opened, folder: Path
) -> None:
    became = posted(mirrored, escalate(mirrored.register))
    appended(folder, "kb", {"id": became["draft"], "title": "Quite another", "body": "Theirs.", "status": "draft"})
    sync(mirrored.engine, folder)
    (theirs,) = mirrored.workspace.articles([became["draft"]])
    (ours,) = (each for each in articles(mirrored) if each.title == "Invoice export")
    assert (theirs.title, theirs.status) == ("Quite another", "draft")
    assert (ours.status, ours.body) == ("published", "Export fewer invoices at once.")
