"""What follows from records passes in any plain wording: each customer's figures, dates and times, each ticket's lengths."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from escalation.assessment import Assessment, MatchedTicket
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.records import Account
from evals.inventions.data import COMPANIES, FIRST_LOOK

FILES = sorted((*(COMPANIES / "assessments").glob("*.json"), *(FIRST_LOOK / "assessments").glob("*.json")))


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def told(request: pytest.FixtureRequest) -> tuple[Assessment, EvidenceBook]:
    path: Path = request.param
    file = json.loads(path.read_text(encoding="utf-8"))
    found = Assessment.model_validate(file["assessment"])
    return found, book_of(found, file["others"], zone=file["zone"])


def of_customer(account: Account, found: Assessment) -> Iterator[str]:
    name, total = account.name, sum(each.arr_usd or 0 for each in found.affected)
    if account.arr_usd:
        dollars = f"${account.arr_usd:,.0f}"
        yield from (
            f"{name} is worth {dollars} a year.",
            f"An account of {dollars}, {name}.",
            f"{name}（年费 {dollars}）受影响。",
        )
        yield f"We stand to lose ${account.arr_usd / 1000:g}k with {name}."
        if len(found.affected) > 1:
            part = round(100 * account.arr_usd / total)
            yield from (f"{name} accounts for {part}% of the revenue at risk.", f"风险 ARR 中约 {part}% 来自 {name}。")
            yield f"Without {name} the amount at risk would be ${total - account.arr_usd:,.0f}."
    if account.renewal_date and (days := (account.renewal_date - found.at.date()).days) > 0:
        day = account.renewal_date
        yield from (
            f"{name} renews on {day.day} {day:%B}, in {days} days.",
            f"{name} 的合同 {day.month} 月 {day.day} 日到期。",
        )
        yield from (f"{days} days remain until {name} renews.", f"距 {name} 续约还有 {days} 天。")
    if account.seats:
        yield from (f"With {account.seats:,} licences {name} is affected.", f"{name} 有 {account.seats} 个席位。")


def of_ticket(matched: MatchedTicket, account: Account) -> Iterator[str]:
    ticket, name = matched.ticket, account.name
    at = ticket.created_at
    yield from (
        f"{name} wrote at {at:%H:%M} UTC on {at.day} {at:%B}.",
        f"{name} 于 {at.month} 月 {at.day} 日 {at:%H:%M}（UTC）提交。",
    )
    if account.timezone:
        local = at.astimezone(ZoneInfo(account.timezone))
        clock = f"{local:%I:%M}".lstrip("0") + f" {local:%p}".lower()
        yield from (
            f"{name} wrote on {local:%A} at {clock} local time.",
            f"{name} wrote at {at:%H:%M} UTC / {local:%H:%M} local.",
        )
        yield f"{name} 于当地时间 {local.month} 月 {local.day} 日 {local:%H:%M} 提交。"
    if ticket.first_response_at:
        minutes = _minutes(at, ticket.first_response_at)
        yield from (
            f"{ticket.id} was answered after {minutes} minutes.",
            f"{ticket.id} 的首次响应用了 {minutes} 分钟。",
        )


def _minutes(first: datetime, second: datetime) -> int:
    return round((second - first).total_seconds() / 60)


def test_what_follows_from_a_customers_record_passes(told: tuple[Assessment, EvidenceBook]) -> None:
    found, book = told
    sentences = [each for account in found.affected for each in of_customer(account, found)]
    assert [(each, check_text(each, book)[0].reason) for each in sentences if check_text(each, book)] == []


def test_what_follows_from_a_ticket_passes(told: tuple[Assessment, EvidenceBook]) -> None:
    found, book = told
    owners = {account.id: account for account in found.affected}
    pairs = [(each, owners[each.ticket.account_id]) for each in found.matched if each.ticket.account_id in owners]
    sentences = [sentence for each, account in pairs for sentence in of_ticket(each, account)]
    assert sentences
    assert [(each, check_text(each, book)[0].reason) for each in sentences if check_text(each, book)] == []
