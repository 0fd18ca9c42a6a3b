"""What must not be carried out is refused with a way on, and nothing has left."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from escalation.actions.proposal import Proposal
from escalation.errors import EscalationError, InvalidInput, NotFound
from escalation.policy import Policy, Team
from tests.acting.worlds import NOW, RECORDS, SAFE, escalate, put_forward, write_folder
from tools.acting.carrying import Carrying
from tools.acting.proposing import Draft, propose
from tools.desk.office import Opened
from tools.importing.load import import_path
from tools.store.engine import writing
from tools.store.schema import outbox
from tools.store.workspace import StoreWorkspace


def comments(rooms: Opened, *tickets: str) -> int:
    return sum(len(ticket.comments) for ticket in rooms.workspace.tickets(tickets or ("T-1", "T-2")))


def changed(rooms: Opened, place: Path, kind: str, row: dict[str, Any]) -> None:
    """The record as an import brings it: renamed, moved, given to somebody else."""
    folder = write_folder(place / "later")
    rows = [{**known, **row} if known["id"] == row["id"] else known for known in RECORDS[kind]]
    (folder / f"{kind}.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows))
    import_path(rooms.engine, [folder])


def at(rooms: Opened, **later: float) -> Carrying:
    sender = replace(rooms.carrying.sender, workspace=StoreWorkspace(rooms.engine, now=NOW + timedelta(**later)))
    return Carrying(sender)


def reply(rooms: Opened, escalation: str, text: str = SAFE, **draft: Any) -> Any:
    return put_forward(rooms, escalation, "reply_to_customer", text=text, **{"account_id": "acc-1", **draft})


def again(rooms: Opened, proposal: Proposal) -> None:
    """Carried out as carry_out does: asked whether it may be, and finished where somebody agreed before."""
    agreed = rooms.carrying.due(proposal, proposal.hash)
    if agreed is not None:
        rooms.carrying.finish(proposal, agreed)


def test_text_that_was_changed_is_another_proposal(rooms: Opened, escalation: str) -> None:
    agreed, changed = reply(rooms, escalation), reply(rooms, escalation, f"{SAFE} Thank you.")
    assert agreed.hash != changed.hash
    for proposal, hash_ in ((changed, agreed.hash), (agreed, changed.hash), (agreed, ""), (agreed, "0" * 16)):
        with pytest.raises(InvalidInput, match=r"is not the hash of .* Propose the text that is meant"):
            rooms.carrying.due(proposal, hash_)
    assert rooms.carrying.due(agreed, agreed.hash.upper()) is None
    assert comments(rooms) == 0


def test_text_changed_after_approval_is_stopped_and_stays_stopped(rooms: Opened, escalation: str) -> None:
    proposal = reply(rooms, escalation)
    row = rooms.carrying.sender.approve(proposal, "Kim", "told")
    other = row.action.model_copy(update={"text": "Something else."})
    with writing(rooms.engine) as connection:
        connection.execute(update(outbox).values(action=other.model_dump(mode="json", exclude_none=True)))
    with pytest.raises(InvalidInput, match="not what was approved"):
        rooms.carrying.finish(proposal, row)
    with pytest.raises(InvalidInput, match="was stopped"):
        rooms.carrying.due(proposal, proposal.hash)
    assert comments(rooms) == 0
    assert rooms.register.events(escalation)[-1].what == "action_stopped"


def test_the_hash_of_another_escalation_or_customer_does_not_fit(rooms: Opened, escalation: str) -> None:
    second = escalate(rooms.register)
    one, other = reply(rooms, escalation), reply(rooms, second)
    assert one.hash != other.hash
    assert one.hash != reply(rooms, escalation, account_id="acc-2", to="T-2").hash


def test_an_expired_proposal_is_refused_and_one_in_time_is_not(rooms: Opened, escalation: str) -> None:
    proposal = reply(rooms, escalation)
    assert at(rooms, minutes=59).due(proposal, proposal.hash) is None
    with pytest.raises(InvalidInput, match=r"expired at 2026-11-20T09:00Z.*Propose it anew"):
        at(rooms, minutes=60).due(proposal, proposal.hash)


def test_approved_and_left_lying_is_not_sent_after_it_expired(rooms: Opened, escalation: str) -> None:
    proposal = reply(rooms, escalation)
    rooms.carrying.sender.approve(proposal, "Kim", "told")
    late = at(rooms, hours=2)
    assert replace(late.sender, clock=lambda: NOW.replace(year=2099)).finish(late.proposal) == []
    assert comments(rooms) == 0
    assert rooms.register.events(escalation)[-1].what == "action_stopped"


def test_a_ticket_of_another_customer_is_no_place_to_reply(rooms: Opened, escalation: str) -> None:
    with pytest.raises(InvalidInput, match=r"T-2 is not one of Northwind Traders"):
        reply(rooms, escalation, to="T-2")
    with pytest.raises(NotFound, match="no ticket"):
        reply(rooms, escalation, to="T-99")
    with pytest.raises(InvalidInput, match="no ticket of that customer"):
        reply(rooms, escalation, account_id="acc-2")


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("tickets", {"id": "T-1", "account_id": "acc-2"}),
        ("accounts", {"id": "acc-1", "name": "Northwind Holdings"}),
    ],
)
@pytest.mark.parametrize("approved", [False, True])
def test_a_ticket_given_to_another_account_or_an_account_renamed_is_another_destination(
    rooms: Opened, escalation: str, tmp_path: Path, kind: str, row: dict[str, Any], *, approved: bool
) -> None:
    proposal = reply(rooms, escalation)
    if approved:
        rooms.carrying.sender.approve(proposal, "Kim", "told")
    changed(rooms, tmp_path, kind, row)
    with pytest.raises(InvalidInput, match=r"(?s)destination.*Nothing was sent.*Propose it anew"):
        again(rooms, proposal)
    assert comments(rooms) == 0


def test_a_renamed_channel_is_another_destination(rooms: Opened, escalation: str, tmp_path: Path) -> None:
    team = put_forward(rooms, escalation, "post_to_channel", text="502")
    named = put_forward(rooms, escalation, "post_to_channel", text="502 again", to="billing")
    policy = Policy(teams={"engineering": Team(channel="#invoices")})
    moved = Carrying(replace(rooms.carrying.sender, policy=policy))
    with pytest.raises(InvalidInput, match=r"now #invoices of the engineering team.*#billing"):
        moved.due(team, team.hash)
    changed(rooms, tmp_path, "chat", {"id": "M-1", "channel": "#invoices"})
    with pytest.raises(InvalidInput, match="There is no channel"):
        moved.due(named, named.hash)


def test_a_draft_changed_after_review_is_not_published(rooms: Opened, escalation: str, tmp_path: Path) -> None:
    draft = rooms.carrying.go(
        put_forward(rooms, escalation, "draft_article", title="Exports", text="Export fewer."), "Kim", "told"
    ).row.receipt
    review = put_forward(rooms, escalation, "publish_article", to=draft, approved_by="Ana")
    folder = write_folder(tmp_path / "edited")
    row = {"id": draft, "title": "Exports", "body": "Delete everything.", "status": "draft"}
    (folder / "kb.jsonl").write_text(json.dumps(row) + "\n")
    import_path(rooms.engine, [folder])
    with pytest.raises(InvalidInput, match="changed after it was proposed"):
        rooms.carrying.go(review, "Kim", "told")
    assert rooms.workspace.articles([str(draft)])[0].status == "draft"


def test_a_reply_says_nothing_that_neither_evidence_nor_record_carries(rooms: Opened, escalation: str) -> None:
    text = "We counted 1,337 failed exports on 3 March 2025 and are working on it."
    reply = Draft("reply_to_customer", text, account_id="acc-1")
    made = propose(rooms.desk, rooms.carrying.sender.outlets, escalation, reply)
    assert made.proposal is None
    assert {each.span for each in made.unsupported} >= {"1,337"}
    said = {"text": "1,337 failed exports were counted on 3 March 2025"}
    rooms.register.append(escalation, "progress", who="Mei", at=NOW, data=said)
    assert propose(rooms.desk, rooms.carrying.sender.outlets, escalation, reply).proposal is not None


def test_findings_keep_a_text_from_being_proposed(rooms: Opened, escalation: str) -> None:
    def leaks(text: str, **draft: Any) -> list[str]:
        asked = Draft("reply_to_customer", text, account_id="acc-1", **draft)
        made = propose(rooms.desk, rooms.carrying.sender.outlets, escalation, asked)
        assert (made.proposal is None) == bool(made.findings)
        return [each.kind for each in made.findings]

    assert leaks("Lotus Foods sees the same.") == ["other_customer"]
    assert leaks("莲花食品也遇到了同样的问题。") == ["other_customer"]
    assert leaks("Your $240,000 contract matters to us.") == ["contract_money"]
    assert leaks("The fix will be released by Friday 17:00 UTC.") == ["unapproved_date"]
    assert leaks("The fix will be released by Friday 17:00 UTC.", approved_by="Ana (VP Engineering)") == []
    assert "guarantee" in leaks("This will never happen again.", approved_by="Ana")
    assert leaks("We are on your ticket T-1.") == []
    log = rooms.register.events(escalation)
    approved = [event.data["approved_by"] for event in log if "approved_by" in event.data]
    assert approved == ["Ana (VP Engineering)"]


@pytest.mark.parametrize(
    ("draft", "told"),
    [
        (Draft("post_to_channel", "x", to="#nowhere"), "Name one of: #billing"),
        (Draft("post_to_channel"), "There is no text"),
        (Draft("post_to_channel", "\u200b \n"), "There is no text"),
        (Draft("create_tracker_item", "x"), "Give `title`"),
        (Draft("create_tracker_item", "x", to="NEW", title="y"), "no project 'NEW'"),
        (Draft("link_tracker_item", "x", to="BUG-9"), "no tracker item"),
        (Draft("reminder", "x"), "Give a later time"),
        (Draft("reminder", "x", at=NOW), "Give a later time"),
        (Draft("draft_article", "x", to="KB-7", title="y"), "Leave `to` out"),
        (Draft("publish_article", to="KB-7"), "not a draft"),
        (Draft("publish_article"), "Give the draft's id"),
        (Draft("reply_to_customer", "x"), "Give `account`"),
    ],
)
def test_a_draft_that_says_too_little_is_told_what_to_give(
    rooms: Opened, escalation: str, draft: Draft, told: str
) -> None:
    with pytest.raises(EscalationError, match=told):
        propose(rooms.desk, rooms.carrying.sender.outlets, escalation, draft)


@pytest.mark.parametrize("id", ["ACT-1", "ACT-99", "ACT-x", "", "１", "ESC-0001", "ACT--1"])
def test_what_is_no_proposal_is_not_found(rooms: Opened, escalation: str, id: str) -> None:
    with pytest.raises(NotFound, match="propose_action"):
        rooms.carrying.proposal(id)
