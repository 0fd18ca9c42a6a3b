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
from tools.command import Command
from tools.importing.load import import_path
from tools.importing.sync import sync
from tools.office import Office, Opened
from tools.opening import opening

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


def test_an_id_that_the_files_take_is_theirs_and_ours_moves_on(mirrored: Opened, folder: Path) -> None:
    became = posted(mirrored, escalate(mirrored.register))
    theirs = {"id": became["item"], "title": "Something else", "status": "open"}
    with (folder / "tracker.jsonl").open("a") as file:
        file.write(json.dumps(theirs) + "\n")
    sync(mirrored.engine, folder)
    (item,) = mirrored.workspace.items([became["item"]])
    assert item.title == "Something else"
    project, number = became["item"].rsplit("-", 1)
    (moved,) = mirrored.workspace.items([f"{project}-{int(number) + 1}"])
    assert moved.title == "Exports fail"
