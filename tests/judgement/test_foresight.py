"""Reading ahead changes nothing but when a thread is read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from escalation.assess import assess
from escalation.context import Context
from escalation.foresight import read_ahead
from escalation.judgement.understand import understand
from escalation.matching import profile
from escalation.policy import Policy
from escalation.records import Account, Comment, Ticket

AT = datetime(2026, 3, 20, 9, tzinfo=UTC)
NOW = datetime(2026, 3, 20, 15, tzinfo=UTC)


def world() -> tuple[Ticket, Account]:
    more = Comment(id="c0", at=AT, body="Seventeen of them.")
    said = Comment(
        id="c1", role="agent", at=AT, body="We will send you an update by 11:00 UTC. Did you clear the cache?"
    )
    ticket = Ticket(
        id="T-1", account_id="a", subject="Export is missing rows", description="Since 14 March.", created_at=AT,
        comments=(more, said),
    )  # fmt: skip
    return ticket, Account(id="a", name="Acme")


def test_the_judgement_is_the_same_and_reads_no_thread_again(monkeypatch: pytest.MonkeyPatch) -> None:
    ticket, account = world()
    read_ahead((ticket,), {account.id: account}, NOW)
    read: list[str] = []
    profiled = profile.profiled

    def reading(text: str) -> profile.Profile:
        read.append(text)
        return profiled(text)

    monkeypatch.setattr(profile, "profiled", reading)
    issue = understand("Export is missing rows for Acme")
    told = assess(issue, Context(tickets=(ticket,), accounts={"a": account}, named=(account,)), Policy(), NOW)
    assert profile.opening(ticket) not in read

    other, _ = world()
    unread = assess(issue, Context(tickets=(other,), accounts={"a": account}, named=(account,)), Policy(), NOW)
    assert told == unread
    assert profile.opening(other) in read
