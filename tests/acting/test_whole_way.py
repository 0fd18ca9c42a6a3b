"""From a proposal to what stands at its destination and on the record, for every kind."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from escalation.actions.action import ActionKind
from escalation.errors import InvalidInput
from tests.acting.worlds import NOW, SAFE, put_forward
from tools.acting.carrying import Carried
from tools.desk.office import Opened


def carried(rooms: Opened, escalation: str, kind: ActionKind, **draft: object) -> Carried:
    return rooms.carrying.go(put_forward(rooms, escalation, kind, **draft), "Kim", "told")


def whats(rooms: Opened, escalation: str) -> list[str]:
    return [event.what for event in rooms.register.events(escalation)]


def test_a_post_stands_in_the_teams_channel_once_however_often_it_is_carried_out(
    rooms: Opened, escalation: str
) -> None:
    proposal = put_forward(rooms, escalation, "post_to_channel", text="Exports answer 502.\n\nPlease look.")
    assert str(proposal.action.destination) == "#billing of the engineering team, workspace"
    assert [rooms.carrying.go(proposal, "Kim", "told").outcome for _ in range(3)] == [
        "sent", "already_sent", "already_sent",
    ]  # fmt: skip
    found = [hit.record for hit in rooms.workspace.search_messages("please look")]
    assert [(each.channel, each.text, each.author) for each in found] == [("#billing", proposal.action.text, "Kim")]
    assert whats(rooms, escalation) == ["opened", "action_proposed", "action_approved", "action_carried_out"]


def test_a_reply_is_a_public_comment_and_its_promise_is_on_the_clock(rooms: Opened, escalation: str) -> None:
    text = "We will write again by 15:00 UTC on 20 November 2026."
    done = carried(rooms, escalation, "reply_to_customer", text=text, account_id="acc-1")
    (ticket,) = rooms.workspace.tickets(["T-1"])
    assert [(each.public, each.role, each.body) for each in ticket.comments] == [(True, "agent", text)]
    assert ticket.first_response_at == NOW
    assert done.row.receipt == ticket.comments[0].id
    state = rooms.register.state(escalation)
    assert state.last_customer_update_at == NOW
    (promise,) = state.promises
    assert (promise.account_id, promise.due) == ("acc-1", NOW.replace(hour=15))
    assert whats(rooms, escalation)[-3:] == ["action_carried_out", "customer_told", "promise_made"]


def test_an_item_is_made_with_the_tickets_and_belongs_to_the_escalation(rooms: Opened, escalation: str) -> None:
    done = carried(rooms, escalation, "create_tracker_item", title="Export 502", text="Since 02:00.")
    (item,) = rooms.workspace.items(["BUG-8"])
    assert (done.row.receipt, item.title, item.body, item.linked_tickets) == (
        "BUG-8", "Export 502", "Since 02:00.", ("T-1",),
    )  # fmt: skip
    assert rooms.register.state(escalation).item_ids == ("BUG-8",)


def test_a_link_puts_tickets_and_a_note_on_an_item(rooms: Opened, escalation: str) -> None:
    carried(rooms, escalation, "link_tracker_item", to="BUG-7", text="Northwind too.")
    (item,) = rooms.workspace.items(["BUG-7"])
    assert item.linked_tickets == ("T-2", "T-1")
    assert len(item.comments) == 1
    assert rooms.register.state(escalation).item_ids == ("BUG-7",)


def test_a_reminder_is_a_calendar_file(rooms: Opened, escalation: str) -> None:
    done = carried(rooms, escalation, "reminder", text="问一下进展；再写给客户, soon", at=NOW + timedelta(hours=2))
    written = Path(str(done.row.receipt)).read_bytes()
    assert b"DTSTART:20261120T100000Z\r\n" in written
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    assert "DESCRIPTION:问一下进展；再写给客户\\, soon" in written.decode().replace("\r\n ", "")
    assert carried(rooms, escalation, "reminder", text="late", at=NOW + timedelta(hours=3)).outcome == "sent"


def test_an_article_is_a_draft_first_and_published_as_reviewed(rooms: Opened, escalation: str) -> None:
    body = "Exports of invoices can fail. Export fewer at a time."
    draft = carried(rooms, escalation, "draft_article", title="Exports can fail", text=body).row.receipt
    assert draft == "KB-008"
    assert rooms.workspace.articles([draft])[0].status == "draft"
    with pytest.raises(InvalidInput, match="Nobody has reviewed"):
        put_forward(rooms, escalation, "publish_article", to=draft)
    with pytest.raises(InvalidInput, match="not what the draft says"):
        put_forward(rooms, escalation, "publish_article", to=draft, text="Other", approved_by="Ana")
    carried(rooms, escalation, "publish_article", to=draft, approved_by="Ana")
    (article,) = rooms.workspace.articles([draft])
    assert (article.status, article.visibility, article.body) == ("published", "public", body)


def test_the_same_proposal_is_not_made_twice(rooms: Opened, escalation: str) -> None:
    one = put_forward(rooms, escalation, "reply_to_customer", text=SAFE, account_id="acc-1")
    assert put_forward(rooms, escalation, "reply_to_customer", text=SAFE, account_id="acc-1") == one
