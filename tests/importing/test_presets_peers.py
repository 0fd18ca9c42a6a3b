"""What the peers are filled with, and that the kept exports are of those tickets. The servers themselves are started by hand."""

from __future__ import annotations

import http.server
import re
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evals.peers import redmine
from evals.peers.servers import Clock, running, wait_for
from evals.peers.stories import events, people, stories
from tools.importing.presets import rows_of
from tools.importing.rows import Row

EXPORTS = Path(__file__).parent / "exports"


def test_events_happen_in_the_order_of_time_and_open_a_ticket_before_anyone_writes_on_it() -> None:
    tickets = stories()
    told = events(tickets)
    assert [at for at, *_ in told] == sorted(at for at, *_ in told)
    opened: set[int] = set()
    for _, place, post in told:
        assert (post is None) == (place not in opened)
        opened.add(place)
    assert len(opened) == len(tickets)


def test_every_story_has_a_customer_and_several_customers_tell_of_the_same_bug() -> None:
    assert {story.who for story in stories()} <= set(people())
    tellers = {after: {s.who for s in stories() if s.after == after} for after in {s.after for s in stories()}}
    assert len([after for after, who in tellers.items() if "#" in after and len(who) >= 2]) >= 5


@pytest.mark.parametrize("name", ["rt-tickets.tsv", "redmine-issues.csv", "redmine-issues-zh.csv"])
def test_the_kept_exports_hold_these_tickets_with_their_times_in_utc(name: str) -> None:
    read = [row.data for row in rows_of(EXPORTS / name) if isinstance(row, Row) and row.kind == "ticket"]
    told = Counter((s.subject, s.at.astimezone(UTC).isoformat().replace("+00:00", "Z")) for s in stories())
    assert Counter((t["subject"], t["created_at"]) for t in read) == told


def test_the_kept_exports_name_only_hosts_that_are_reserved_for_examples() -> None:
    for path in EXPORTS.iterdir():
        text = path.read_bytes().decode("gb18030" if "-zh" in path.name else "utf-8")
        assert all(mail.endswith(".example") for mail in re.findall(r"[\w.+-]+@[\w.-]+\w", text))
        assert not re.search(r"127\.0\.0\.1|localhost|/tmp/|/home/|/root/", text)


def test_texts_become_ruby_literals_that_cannot_break_out() -> None:
    assert redmine._quoted(["O'Neil", "back\\slash"]) == "['O\\'Neil', 'back\\\\slash']"  # pyright: ignore[reportPrivateUsage]


def test_a_chinese_name_is_family_name_first() -> None:
    assert redmine._names("chen", "陈晓明", "c@x.example") == ["chen", "晓明", "陈", "c@x.example"]  # pyright: ignore[reportPrivateUsage]
    assert redmine._names("ana", "Ana Ruiz", "a@x.example")[1:3] == ["Ana", "Ruiz"]  # pyright: ignore[reportPrivateUsage]


def test_the_clock_stands_in_utc(tmp_path: Path) -> None:
    clock = Clock(tmp_path / "clock")
    clock.set(datetime.fromisoformat("2026-11-02T08:00:00+08:00"))
    assert clock.file.read_text() == "2026-11-02 00:00:00\n"
    clock.set(datetime(2026, 11, 2, tzinfo=UTC) + timedelta(minutes=5))
    assert clock.file.read_text() == "2026-11-02 00:05:00\n"
    assert clock.environment()["FAKETIME_TIMESTAMP_FILE"] == str(clock.file)


def free_port() -> int:
    with http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler) as server:
        return server.server_address[1]


def test_a_server_runs_while_it_is_needed_and_no_longer(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    command = [sys.executable, "-m", "http.server", "--bind", "127.0.0.1", str(port)]
    with running(command, url, env={}, cwd=tmp_path, log=tmp_path / "log"):
        wait_for(url, seconds=5)
    with pytest.raises(TimeoutError, match="did not answer"):
        wait_for(url, seconds=0.2)
