"""What is remembered of a record is remembered of that very one, and no longer than somebody holds it."""

from __future__ import annotations

import gc
from datetime import UTC, datetime

import pytest

from escalation import remembered
from escalation.matching import profile
from escalation.matching.profile import profiled, ticket_profile
from escalation.records import Ticket
from escalation.remembered import OfRecord, OfText

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


def test_a_record_that_goes_when_the_process_ends_is_forgotten_too(monkeypatch: pytest.MonkeyPatch) -> None:
    shouted = OfRecord[Ticket, str](lambda record: record.subject.upper())
    shouted(ticket("export stalls"))
    one = ticket("login stalls")
    shouted(one)
    for name in [name for name in vars(remembered) if not name.startswith("__")]:
        monkeypatch.setattr(remembered, name, None)  # as the interpreter leaves a module at its end
    del one
    gc.collect()
    assert len(shouted) == 0


def test_a_text_is_read_once_and_kept_small() -> None:
    read: list[str] = []

    def shouted(text: str) -> str:
        read.append(text)
        return text.upper()

    loud = OfText(shouted, str.encode, bytes.decode, most=2)
    assert [loud("a"), loud("a"), loud("b"), loud("a")] == ["A", "A", "B", "A"]
    assert read == ["a", "b"]


def test_of_texts_the_first_are_forgotten() -> None:
    read: list[str] = []
    loud = OfText[str, str](lambda text: read.append(text) or text, str, str, most=2)
    for text in ("a", "b", "c", "b", "a"):
        loud(text)
    assert read == ["a", "b", "c", "a"]
    assert len(loud) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Export of /v2/orders is missing rows since 14 March, HTTP 500 and ERR_EXPORT_TIMEOUT in 4.12.1 on iOS",
        "导出丢失行，提示「权限不足」，返回 502，从 3 月 14 日开始",
        "",
        "\ud800 broken",
    ],
)
def test_what_is_remembered_of_a_text_is_what_was_read_of_it(text: str) -> None:
    first = profile._worked_out(text)  # pyright: ignore[reportPrivateUsage]
    again = [profiled(text), profiled(text)]
    assert again == [first, first]
    assert [one.codes for one in again] == [first.codes] * 2
