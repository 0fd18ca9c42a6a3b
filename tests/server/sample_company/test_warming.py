"""A server makes itself ready after its tools were listed: once, in the background, and without a trace on the record."""

from __future__ import annotations

import pytest
from mcp import Client

from escalation.errors import WorkspaceUnusable
from escalation.matching import profile
from escalation.records import Ticket
from prompts import render
from tools.catalog.preparation import preparation
from tools.desk.desk import Request
from tools.desk.loading import load
from tools.desk.office import Office, Opened
from tools.serving.server import build_server
from tools.serving.warming import Warming, warm

LONG = 60.0
"""Seconds at most; it is waited for, not slept."""


@pytest.mark.anyio
async def test_it_begins_when_the_tools_are_listed(office: Office) -> None:
    begun: list[str] = []
    async with Client(build_server(office, listed=lambda: begun.append("listed"))) as client:
        assert begun == []
        await client.list_tools()
        assert begun == ["listed"]


def test_nothing_is_recorded(office: Office) -> None:
    opened = office.open()
    warm(opened)
    assert opened.register.list() == []


def test_what_any_report_is_about_is_known_before_it_is_asked_for(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = office.open()
    warm(opened)
    read: list[str] = []
    monkeypatch.setattr(profile._profiled, "_work", read.append)  # pyright: ignore[reportPrivateUsage]
    with opened.workspace.snapshot() as seen:
        for ticket in seen.latest(Ticket, 2_000):
            profile.ticket_profile(ticket)
    assert read == []


def test_no_phrase_of_a_first_answer_nor_of_one_that_joins_is_left_to_compile(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    render.compiled_phrases.cache_clear()
    load()
    opened = office.open()
    warm(opened)
    late: list[str] = []
    compiling = render._Compiled._compile  # pyright: ignore[reportPrivateUsage]

    def noted(phrases: render._Compiled, keys: list[str]) -> None:  # pyright: ignore[reportPrivateUsage]
        late.extend(keys)
        compiling(phrases, keys)

    monkeypatch.setattr(render._Compiled, "_compile", noted)  # pyright: ignore[reportPrivateUsage]
    for line in (
        "API returning 500 errors intermittently for Acme Corp",
        "API returning 500 errors intermittently",
        "Acme Corp的API间歇性返回500错误",
    ):
        said = preparation(opened.desk.prepare(Request(line)), None)
    assert said.delta
    assert late == []


def test_it_runs_once_however_often_the_tools_are_listed() -> None:
    asked: list[str] = []

    def opening() -> Opened:
        asked.append("opened")
        raise WorkspaceUnusable("It is gone.", "Name another one.")

    warming = Warming(Office(opening))
    warming.begin()
    warming.begin()
    assert warming.wait(LONG)
    assert asked == ["opened"]


def test_what_cannot_be_opened_is_told_by_the_first_call(office: Office) -> None:
    told = WorkspaceUnusable("It is gone.", "Name another one.")

    def opening() -> Opened:
        raise told

    closed = Office(opening)
    warming = Warming(closed)
    warming.begin()
    assert warming.wait(LONG)
    with pytest.raises(WorkspaceUnusable) as caught:
        closed.open()
    assert caught.value is told
