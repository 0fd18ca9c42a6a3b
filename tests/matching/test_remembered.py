"""What is remembered of a record is remembered of that very one, and no longer than somebody holds it."""

from __future__ import annotations

import gc
from datetime import UTC, datetime

from escalation.matching.profile import ticket_profile
from escalation.records import Ticket
from escalation.remembered import OfRecord

AT = datetime(2026, 3, 20, tzinfo=UTC)


def ticket(subject: str) -> Ticket:
    return Ticket(id="T-1", subject=subject, created_at=AT)


def test_it_is_worked_out_once_for_one_record() -> None:
    asked: list[str] = []

    @OfRecord
    def shouted(record: Ticket) -> str:
        asked.append(record.subject)
        return record.subject.upper()

    one = ticket("export stalls")
    assert (shouted(one), shouted(one)) == ("EXPORT STALLS", "EXPORT STALLS")
    assert asked == ["export stalls"]


def test_a_record_read_anew_is_another_one_though_its_id_is_the_same() -> None:
    assert "export" in ticket_profile(ticket("export stalls")).concepts
    assert "export" not in ticket_profile(ticket("login stalls")).concepts


def test_it_is_forgotten_with_the_record() -> None:
    shouted = OfRecord[Ticket, str](lambda record: record.subject.upper())
    for number in range(50):
        shouted(ticket(f"export {number}"))
    gc.collect()
    assert len(shouted) == 0
