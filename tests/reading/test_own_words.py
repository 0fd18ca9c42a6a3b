"""What somebody quotes from the thread, and how he signs, is none of what he says; what he passes on is."""

from __future__ import annotations

import pytest

from escalation.reading.own_words import own_words
from escalation.reading.threads.entries import entries
from escalation.records import Ticket

ASKED = "Hello Kim, can you open Alerts > Log and click Resend?\nWhich firmware is it?"


def said(reply: str, *, asked: str = ASKED, description: str = "Alerts are late.") -> str:
    comments = [
        {"id": "1", "author": "Sofie", "role": "agent", "at": "2026-03-19T10:00:00Z", "body": asked},
        {"id": "2", "author": "Kim Olsen", "role": "customer", "at": "2026-03-19T11:00:00Z", "body": reply},
    ]
    data = {"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "description": description, "comments": comments}
    return own_words(Ticket.model_validate(data))[-1]


@pytest.mark.parametrize(
    "quoted",
    [
        "> Hello Kim, can you open Alerts > Log and click Resend?\n> Which firmware is it?",
        "On 24 Nov 2026 at 10:02, Sofie wrote:\n> Hello Kim, can you open\n> Alerts > Log and click Resend?",
        "-----Original Message-----\nFrom: Sofie\nSent: 24 November\nHello Kim, can you open Alerts > Log and click Resend?",
        "From: Support\nSent: Tuesday\nTo: Kim\nSubject: RE: late\n\nHello Kim, can you open Alerts > Log",
        "Am 24.11.2026 schrieb Sofie:\n> Which firmware is it?",
        "2026年11月24日 Sofie 写道：\n> Which firmware is it?",
        "寄件者: Sofie\n寄件日期: 11月24日\nHello Kim, can you open Alerts > Log and click Resend?",
    ],
)
def test_quoted_mail_of_the_thread_is_left_out(quoted: str) -> None:
    assert said(f"Any progress?\n\n{quoted}") == "Any progress?"


def test_mail_that_is_answered_below_is_left_out() -> None:
    assert said("> Which firmware is it?\n\n6.4 on all of them.") == "6.4 on all of them."


@pytest.mark.parametrize(
    "text",
    [
        "> Which firmware is it?\n6.4\n> Which model?\nWT-40",
        "From: 09:00 to 10:00 it was slow.",
        "Speed > 90 is not shown.",
    ],
)  # fmt: skip
def test_what_is_new_or_answered_line_by_line_stays(text: str) -> None:
    assert said(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "See what our depot writes:\n-----Original Message-----\nFrom: Depot\nSent: today\nThe gate stays shut since noon.",
            "See what our depot writes:\n\nThe gate stays shut since noon.",
        ),
        ("The log says\n> E77 at 09:12\n> E77 at 09:14", "The log says\nE77 at 09:12\nE77 at 09:14"),
    ],
)
def test_of_what_is_passed_on_the_words_stay_and_the_marks_go(text: str, words: str) -> None:
    assert said(text) == words


@pytest.mark.parametrize(
    "signed",
    [
        "Regards\nKim Olsen\nTransport Manager | Olsen Ltd\nThis email is confidential.",
        "Kim Olsen, QA",
        "Mit freundlichen Grüßen\nKim Olsen",
        "谢谢\n王敏",
        "Kind regards,\n\nK.",
        "Sent from my phone",
    ],
)
def test_a_sign_off_is_left_out(signed: str) -> None:
    assert said(f"It stopped at noon.\n\n{signed}") == "It stopped at noon."


@pytest.mark.parametrize(
    "text",
    [
        "Thanks\nIt still prints twice on every till.",
        "It stopped at noon.\nKim Olsen cannot sign in either.",
        "Best\nwould be a call today, we open at six.",
        "Regards",
    ],
)
def test_words_after_a_greeting_stay(text: str) -> None:
    assert said(text) == text


def test_threads_are_read_without_it() -> None:
    comments = [
        {"id": "1", "author": "Sofie", "role": "agent", "at": "2026-03-19T10:00:00Z", "body": ASKED},
        {"id": "2", "role": "customer", "at": "2026-03-19T11:00:00Z", "body": f"Did that.\n\n> {ASKED[:54]}"},
    ]
    data = {"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "comments": comments}
    assert [e.text for e in entries(Ticket.model_validate(data))][-1] == "Did that."
