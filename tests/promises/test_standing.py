"""What support promised in a thread and still owes."""

from datetime import UTC, datetime, timedelta

import pytest

from escalation.promises.standing import kept_by, standing
from escalation.records import Account, Comment, Ticket

NOW = datetime(2026, 3, 20, 8, 0, tzinfo=UTC)
ACME = Account(id="acme", name="Acme", timezone="America/Chicago")


def ticket(*said: str, status: str = "open") -> Ticket:
    """A ticket of Acme's whose agent replies came an hour apart, the last one an hour ago."""
    comments = tuple(
        Comment(id=f"T-1-{n}", author="Priya", role="agent", at=NOW - timedelta(hours=len(said) - n + 1), body=body)
        for n, body in enumerate(said, 1)
    )
    return Ticket(
        id="T-1", account_id="acme", subject="s", status=status, created_at=NOW - timedelta(days=2), comments=comments
    )


def owed(one: Ticket) -> list[tuple[str, str]]:
    return [(each.id, each.promise.kind) for each in standing([one], {"acme": ACME}, NOW)]


def test_word_by_a_time_stands_until_the_next_reply() -> None:
    promised = "I will write again by tomorrow 16:00 UTC at the latest."
    assert owed(ticket(promised)) == [("T-1-1#1", "update_by")]
    assert owed(ticket(promised, "Still looking.")) == []
    kept = kept_by(ticket(promised, "Still looking."), "T-1-1#1", NOW)
    assert kept is not None
    assert kept.id == "T-1-2"
    assert kept_by(ticket(promised), "T-1-1#1", NOW) is None


def test_a_fix_by_a_time_stands_through_later_replies_and_the_last_one_said_counts() -> None:
    fix = "We will fix this by Friday 18:00 UTC."
    assert owed(ticket(fix, "Thanks for the logs.")) == [("T-1-1#1", "fix_by")]
    assert owed(ticket(fix, "We will fix this by Monday 18:00 UTC.")) == [("T-1-2#1", "fix_by")]
    assert kept_by(ticket(fix, "Thanks."), "T-1-1#1", NOW) is None


def test_a_rhythm_stands_and_what_is_not_ours_to_keep_does_not() -> None:
    assert owed(ticket("接下来每 2 小时向您通报一次。")) == [("T-1-1#1", "update_every")]
    assert owed(ticket("Could you send the logs by tomorrow?")) == []
    assert owed(ticket("We will fix this by Friday 18:00 UTC.", status="solved")) == []


def test_a_rhythm_outlasts_a_reply_that_names_no_time() -> None:
    every = "Please hold on. I write every 2 hours."
    assert owed(ticket(every, "Still working on it, part of it is back.")) == [("T-1-1#1", "update_every")]
    assert owed(ticket(every, "I write every 4 hours from now on.")) == [("T-1-2#1", "update_every")]
    assert owed(ticket(every, "I will write again by tomorrow 16:00 UTC.")) == [("T-1-2#1", "update_by")]
    assert owed(ticket(every, "It works again since 09:00, we are looking for the cause.")) == []


def test_word_within_hours_is_owed_in_chinese_too() -> None:
    assert owed(ticket("工程师正在处理，两小时内再向您更新。")) == [("T-1-1#1", "update_by")]
    assert owed(ticket("工程師正在處理，三小時內向您更新進度。")) == [("T-1-1#1", "update_by")]


def test_what_was_not_said_to_the_customer_or_not_yet_is_not_owed() -> None:
    said = ticket("I will write again by tomorrow 16:00 UTC.")
    inside = said.model_copy(update={"comments": (said.comments[0].model_copy(update={"public": False}),)})
    assert owed(inside) == []
    assert list(standing([said], {}, NOW - timedelta(days=1))) == []


def test_what_a_mail_repeats_of_an_earlier_message_is_not_said_again() -> None:
    assert owed(ticket("> We will fix this by Friday 18:00 UTC.\n\nThank you, we are on it.")) == []


@pytest.mark.parametrize("promised", ["I write every 3 hours.", "接下来每三小时同步一次。"])
@pytest.mark.parametrize(
    "later",
    [
        "We are restarting the pumps.",
        "工程师正在重启。",
        "Half of the pumps run again, we go on.",
        "We will have it fixed soon.",
    ],
)
def test_a_rhythm_stands_through_later_replies(promised: str, later: str) -> None:
    assert owed(ticket(promised, later, later)) == [("T-1-1#1", "update_every")]


@pytest.mark.parametrize(
    "later",
    [
        "All pumps are back since 08:40 UTC.",
        "已全部恢复。",
        "Next word from us on Monday by 09:00.",
        "下次更新在周一上午9点。",
    ],
)
def test_a_rhythm_ends_where_all_is_well_or_another_time_is_told(later: str) -> None:
    assert "update_every" not in [kind for _, kind in owed(ticket("I write every 3 hours.", later, "Thanks."))]


def test_a_rhythm_ends_where_the_customer_writes_that_all_is_well_and_the_last_one_said_counts() -> None:
    said = ticket("I write every 3 hours.")
    well = Comment(id="c", author="Jo", role="customer", at=NOW, public=True, body="Works again, thank you.")
    assert owed(said.model_copy(update={"comments": (*said.comments, well)})) == []
    again = ticket("I write every 3 hours.", "From now on we write once a day.")
    assert owed(again) == [("T-1-2#1", "update_every")]


def test_the_first_word_of_a_rhythm_is_kept_by_the_next_reply() -> None:
    kept = kept_by(ticket("I write every 3 hours.", "Still looking."), "T-1-1#1", NOW)
    assert kept is not None
    assert kept.id == "T-1-2"
