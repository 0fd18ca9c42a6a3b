"""A fault lasted as long as people wrote, and not as long as its ticket was open; a cause told once may be told again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from escalation.records import Account, Ticket, TrackerItem
from escalation.recovery.faults import not_counted
from escalation.recovery.incidents import count
from escalation.recovery.own_times import NOT_TOLD, own_times
from escalation.recovery.said import cause_told, fix_told, theirs

AT = datetime(2026, 2, 8, 6, tzinfo=UTC)
CHICAGO = "America/Chicago"


def ticket(description: str = "Down.", *said: tuple[float, str], subject: str = "API down", **more: object) -> Ticket:
    """Opened at AT, each answer of support so many hours later, closed a day later."""
    comments = [
        {"id": f"c{n}", "role": "agent", "at": AT + timedelta(hours=hours), "body": body}
        for n, (hours, body) in enumerate(said)
    ]
    told = {"type": "incident", "priority": "urgent", "status": "closed", "solved_at": AT + timedelta(days=1), **more}
    return Ticket.model_validate(
        {"id": "T-1", "account_id": "a", "subject": subject, "description": description, "created_at": AT}
        | {"comments": comments, **told}
    )


def at(hour: int, minute: int = 0, *, day: int = 8) -> datetime:
    return datetime(2026, 2, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("one", "zone", "began", "ended", "hours"),
    [
        (ticket("No positions since 05:40.", (3, "Restored at 08:35.")), "UTC", at(5, 40), at(8, 35), 2 + 55 / 60),
        (ticket("Alerts lost.", (7, "A queue was stuck from 01:00 to 05:30Z; fixed.")), CHICAGO, at(1), at(5, 30), 4.5),
        (
            ticket("Nothing posts.", (3, "Posting works again since 02:20 your time.")),
            CHICAGO,
            AT,
            at(8, 20),
            2 + 20 / 60,
        ),
        (ticket("Errors.", (2, "It finished at 07:05 and is back to zero.")), CHICAGO, AT, at(7, 5), 1 + 5 / 60),
        (ticket("上午 10:00 起都超时。", (9, "14:00 已恢复，本次中断 4 小时。")), "Asia/Shanghai", at(2), at(6), 4.0),
        (ticket("断了。", (9, "故障时间 13:30 至 15:00，已处理。")), "Asia/Shanghai", at(5, 30), at(7), 1.5),
    ],
)
def test_the_times_people_wrote_are_the_times_of_the_fault(
    one: Ticket, zone: str, began: datetime, ended: datetime, hours: float
) -> None:
    told = own_times(one, [], zone)
    assert (told.began, told.ended, told.about) == (began, ended, False)
    assert told.hours == pytest.approx(hours)


def test_the_incident_on_the_tracker_names_its_own_day() -> None:
    item = TrackerItem.model_validate(
        {
            "id": "ENG-1",
            "type": "incident",
            "title": "Outage (4 h)",
            "body": "8 February, 02:00-06:00 UTC.",
            "created_at": AT,
        }
    )
    told = own_times(ticket("Down."), [item], CHICAGO)
    assert (told.began, told.ended, told.hours) == (at(2), at(6), 4.0)


def test_where_nobody_names_a_time_it_was_over_when_support_wrote_so_and_else_nothing_is_known() -> None:
    told = own_times(ticket("Down.", (1, "Incident."), (3.5, "Back.")), [], "UTC")
    assert (told.hours, told.about) == (3.5, True)
    assert own_times(ticket("Down.", (1, "We are on it.")), [], "UTC") == NOT_TOLD


@pytest.mark.parametrize(
    "words",
    [
        "Our office is open from 09:00 to 18:00.",
        "Could we have a call from 10:00 to 11:00?",
        "The maintenance of 1 January, 02:00-06:00 UTC, went well.",
    ],
)
def test_other_times_are_none_of_it(words: str) -> None:
    assert own_times(ticket("Down.", (1, words)), [], "UTC") == NOT_TOLD


def test_a_cause_and_a_deed_that_support_told_are_found_and_a_guess_is_not() -> None:
    told = ticket(
        "Down.", (1, "Probably the cache."), (2, "A queue was stuck; the worker was replaced, monitoring added. Sorry.")
    )
    assert cause_told(told) == "A queue was stuck"
    assert fix_told(told) == "the worker was replaced, monitoring added"
    assert cause_told(ticket("断了。", (1, "可能是缓存。"))) is None
    assert (
        cause_told(ticket("断了。", (1, "由于连接池配置错误，同步停止；已重启服务。")))
        == "由于连接池配置错误，同步停止"
    )
    assert fix_told(ticket("Down.", (1, "Fixed."))) is None


@pytest.mark.parametrize(
    ("one", "why"),
    [
        (ticket("502 in your log.", (1, "The 502 comes from your gateway, which was restarting.")), "theirs"),
        (ticket("发不出去。", (1, "由于贵司防火墙拦截，请求没有到达。")), "theirs"),
        (
            ticket("SSO fails for all.", (1, "The signing certificate of your identity provider expired yesterday.")),
            "theirs",
        ),
        (ticket("SSO fails.", (1, "Your client certificate ran out at noon; upload the new one.")), "theirs"),
        (
            ticket("No webhooks.", (1, 'All fail: "x509: certificate has expired", endpoint hooks.red.example.')),
            "theirs",
        ),
        (ticket("收不到推送。", (1, "贵司接收端的证书昨天过期了，请更换。")), "theirs"),
        (ticket("邮件发不出。", (1, "邮件网关的证书过期，已更换。")), None),
        (ticket("SSO fails.", (1, "Our signing certificate had expired; your users can sign in again.")), None),
        (ticket("SSO fails.", (1, "Your certificate has not expired, the fault is ours.")), None),
        (ticket("We had four failures this year.", subject="To your management"), "relationship"),
        (
            ticket("I am writing as COO. Since December you failed four times; the board decides on the renewal."),
            "relationship",
        ),
        (
            ticket(
                "This is Ada Lind, COO. Late in May, late again in June. I expect a call from someone with authority."
            ),
            "relationship",
        ),
        (ticket("Reports fail.", subject="Service performance, for your executive team"), "relationship"),
        (ticket("This is Ada Lind, COO. Nobody can log in since eight."), None),
        (ticket("How do I reopen a period?", type="problem", priority="normal"), "minor"),
        (ticket("Down.", (1, "It is working on your side again.")), None),
        (ticket("Our CEO cannot log in, nobody can."), None),
    ],
)
def test_what_is_no_fault_of_ours_is_no_incident(one: Ticket, why: str | None) -> None:
    assert not_counted(one, frozenset()) == why
    assert theirs(one) is (why == "theirs")


def test_an_incident_keeps_the_fault_s_own_times_beside_the_tickets() -> None:
    one = ticket("No positions since 05:40.", (3, "Restored at 08:35."))
    window = {"since": AT - timedelta(days=9), "until": AT + timedelta(days=9)}
    (found,) = count(Account(id="a", name="A", timezone="UTC"), [one], [], [], **window).incidents
    assert (found.own.began, found.own.ended) == (at(5, 40), at(8, 35))
    assert (found.at, found.ended_at) == (AT, AT + timedelta(days=1))
