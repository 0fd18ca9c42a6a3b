"""A customer or person that no record knows is told, wherever the sentence puts the name; words of the trade are none."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.claims import EvidenceBook, check_text
from escalation.claims.scanning.names import CAPITALISED
from escalation.evidence import Evidence
from escalation.records import Account, Contact

NOW = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def book() -> EvidenceBook:
    told = "Callbacks stopped; the endpoint is active. Laura Finch is phoning drivers. 回调停了"
    evidence = Evidence(id="E1", source="tickets", record_id="T-1", quotation=told, fetched_at=NOW)
    contacts = (Contact(name="Laura Finch"), Contact(name="林婉"))
    account = Account(id="a-1", name="Northwind Medical", contacts=contacts)
    made = EvidenceBook.build([evidence], [account])
    made.whole = True
    return made


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Contoso is affected too.", "Contoso"),
        ("Callbacks stopped. Contoso, too, cannot work.", "Contoso"),
        ("Customers affected: Northwind Medical and Contoso", "Contoso"),
        ("Contoso and Northwind Medical cannot work.", "Contoso"),
        ("Affected: Contoso.", "Contoso"),
        ("Contoso", "Contoso"),
        ("Harold Finch called us.", "Harold Finch"),
        ("Harold Finch, their COO, asked for a call.", "Harold Finch"),
        ("Blue Harbor Foods has the same problem.", "Blue Harbor Foods"),
        ("Contoso的回调也停了。", "Contoso"),
        ("除了 Northwind Medical，康拓医疗也受影响。", "康拓医疗"),
        ("康拓也反映了同样的问题。", "康拓"),
        ("张伟来电催促。", "张伟"),
        ("对方负责人张伟要求高层来电。", "张伟"),
    ],
)
def test_a_name_that_nobody_knows_is_told(book: EvidenceBook, text: str, span: str) -> None:
    assert [(each.span, each.reason) for each in check_text(text, book)] == [(span, "name_unknown")]


@pytest.mark.parametrize(
    "text",
    [
        "Laura Finch called us.",
        "Laura called us.",
        "Northwind asked for a call.",
        "Deduplication is not the cause.",
        "Reindexing was tried and changed nothing.",
        "Rerunning Callbacks changed nothing.",
        "Impact: everything is down.",
        "客户反馈回调停了。",
        "对方多次来电催促。",
        "林婉来电催促。",
        "值班同事反馈一切正常。",
        "高层要求尽快恢复。",
        "Callbacks 停了。",
    ],
)
def test_what_is_known_or_no_name_passes(book: EvidenceBook, text: str) -> None:
    assert check_text(text, book) == []


_AS_BEFORE = r"[A-Z][a-z\u00df-\u024f]+(?:[A-Z'\-]?[A-Za-z\u00df-\u024f]+)*"
"""The same words, told in a way that takes twice as long with every letter."""


@given(st.text(alphabet="ABabé'- 1@.", max_size=9))
def test_a_word_written_as_a_name_is_what_it_was(text: str) -> None:
    for frame in ("{}", "{}(?![\\w@/]|\\.\\w)", "(?<![\\w@#/.\\-]){}(?=\\s?[b1])"):
        for flags in (0, re.I):
            now = re.compile(frame.format(CAPITALISED), flags)
            before = re.compile(frame.format(_AS_BEFORE), flags)
            assert [m.span() for m in now.finditer(text)] == [m.span() for m in before.finditer(text)]
            assert bool(now.fullmatch(text)) == bool(before.fullmatch(text))


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("A" + "a" * 200 + "1", ["identifier_unknown"]),
        ("Ab" * 100 + "_", []),
        ("Contact: C" + "o" * 60, ["name_unknown"]),
        ("Contact: " + "Ueberwachung" * 20 + "9 has", ["identifier_unknown"]),
    ],
)
def test_a_long_word_is_done_with(book: EvidenceBook, text: str, reasons: list[str]) -> None:
    # Thirty letters took minutes, and each further one twice as long.
    assert [each.reason for each in check_text(text, book)] == reasons
