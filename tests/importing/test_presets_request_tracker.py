"""The request-tracker preset on the files that a Request Tracker 5.0.3 wrote."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tools.importing.presets import rows_of
from tools.importing.rows import Problem, Row

EXPORTS = Path(__file__).parent / "exports"
TICKETS = EXPORTS / "rt-tickets.tsv"


def rows(path: Path = TICKETS) -> list[Row]:
    found = list(rows_of(path))
    assert not [row for row in found if isinstance(row, Problem)]
    return [row for row in found if isinstance(row, Row)]


def tickets(path: Path = TICKETS) -> dict[str, dict[str, Any]]:
    return {row.data["id"]: row.data for row in rows(path) if row.kind == "ticket"}


def titled(subject: str) -> dict[str, Any]:
    return next(ticket for ticket in tickets().values() if ticket["subject"] == subject)


def test_every_ticket_of_the_spreadsheet_arrives_with_the_line_it_stood_on() -> None:
    of_tickets = [row for row in rows() if row.kind == "ticket"]
    assert len(of_tickets) == 44
    assert [row.line for row in of_tickets] == list(range(2, 46))
    assert {row.file for row in of_tickets} == {str(TICKETS)}


def test_a_ticket_has_its_fields_in_the_words_of_the_house() -> None:
    ticket = titled("CSV download stops at 2,000 rows since 4.32")
    assert ticket["status"] == "open"
    assert ticket["priority"] == "high"
    assert ticket["product_area"] == "Reports"
    assert ticket["requester"] == {"name": "Ana Ruiz", "email": "ana.ruiz@helio-freight.example"}
    assert ticket["created_at"] == "2026-11-16T08:12:00Z"
    assert ticket["account_id"] == "helio-freight.example"
    assert "solved_at" not in ticket, "RT writes Not set where there is no time"
    assert "OwnerName" not in ticket, "Nobody in particular is nobody"


def test_chinese_subjects_texts_and_names_arrive_whole() -> None:
    ticket = titled("单点登录后页面不断跳转")
    assert ticket["requester"]["name"] == "刘芳"
    assert ticket["description"].startswith("从昨天开始，使用企业单点登录后页面在首页和/auth之间不断跳转")


def test_the_thread_comes_from_the_transactions_beside_it_with_who_wrote_and_who_may_read() -> None:
    comments = titled("CSV download stops at 2,000 rows since 4.32")["comments"]
    assert [(c["role"], c["public"], c["at"]) for c in comments] == [
        ("agent", True, "2026-11-16T09:40:00Z"),
        ("customer", True, "2026-11-17T07:05:00Z"),
        ("internal", False, "2026-11-17T08:20:00Z"),
    ]
    assert "native SQL query" in comments[1]["body"]
    assert len({c["id"] for t in tickets().values() for c in t.get("comments", ())}) == 50


def test_resolved_rejected_and_stalled_tickets_are_solved_closed_and_pending() -> None:
    assert titled("Umlauts broken in CSV")["solved_at"] == "2026-11-03T10:35:00Z"
    assert titled("Umlauts broken in CSV")["status"] == "solved"
    assert titled("Wrong queue: printer broken")["status"] == "closed"
    stalled = titled("导出的CSV用Excel打开中文乱码")
    assert (stalled["status"], stalled["Status"]) == ("pending", "stalled")


def test_each_customers_domain_becomes_one_account_before_its_first_ticket() -> None:
    seen: set[str] = set()
    for row in rows():
        if row.kind == "account":
            assert row.data["id"] not in seen
            assert row.data["derived_from"] == "tickets"
            seen.add(row.data["id"])
        else:
            assert row.data["account_id"] in seen
    assert len(seen) == 9


def test_without_the_transactions_the_tickets_still_arrive_without_threads(tmp_path: Path) -> None:
    shutil.copy(TICKETS, tmp_path / "Results.tsv")
    alone = tickets(tmp_path / "Results.tsv")
    assert len(alone) == 44
    assert not [t for t in alone.values() if "description" in t or "comments" in t]


def test_the_transactions_alone_are_no_tickets_and_no_fault() -> None:
    assert rows(EXPORTS / "rt-transactions.tsv") == []


def test_the_default_columns_give_one_clear_problem_instead_of_one_a_line(tmp_path: Path) -> None:
    path = tmp_path / "Results.tsv"
    path.write_text("id\tSubject\tStatus\tQueueName\tCreatedRelative\n1\ta\tnew\tX\t2 days ago\n2\tb\tnew\tX\tnow\n")
    (problem,) = list(rows_of(path))
    assert isinstance(problem, Problem)
    assert problem.line == 1
    assert "no column gives created_at" in problem.message
    assert "reads it from Created" in problem.message
