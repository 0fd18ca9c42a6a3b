"""Restatements: true statements said again in other forms of the same values, and in Traditional Chinese."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import cast

from opencc import OpenCC

from evals.inventions.data import Statement

_ENGLISH = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_HAN = "零一二三四五六七八九十"
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_traditional = cast("Callable[[str], str]", OpenCC("s2t").convert)  # pyright: ignore[reportUnknownMemberType]
Change = Callable[[re.Match[str]], str]


def _thousands(match: re.Match[str]) -> str:
    value = int(match[1].replace(",", ""))
    return f"USD {value}" if value % 1000 else f"${value // 1000}k"


def _tens_of_thousands(match: re.Match[str]) -> str:
    return f"{round(float(match[1]) * 10000):,}美元"


def _spelled_date(match: re.Match[str]) -> str:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_NOUN = r"(?= (?:customers|users|hours|months|years|weeks|outages|requests|unknown|Enterprise|Professional|trial)\b)"
_FORMS: dict[str, tuple[tuple[re.Pattern[str], Change], ...]] = {
    "en": (
        (re.compile(r"\$(\d{1,3}(?:,\d{3})+)"), _thousands),
        (re.compile(r"\$(\d{1,3}),(\d{3})"), lambda match: f"{match[1]},{match[2]} US dollars"),
        (re.compile(rf"(?<![\d.,-])(\d|1[0-2])(?![\d.,]){_NOUN}"), lambda match: _ENGLISH[int(match[1])]),
        (re.compile(r"(20\d\d)-(\d\d)-(\d\d)(?![T\d])"), _spelled_date),
        (re.compile(r"(?<!\d)(\d{1,2}) (November|September|March|June|April|August)\b"), lambda match: f"{match[2]} {match[1]}"),
        (re.compile(r"(\d+(?:\.\d+)?)%"), lambda match: f"{match[1]} percent"),
    ),
    "zh": (
        (re.compile(r"(\d+(?:\.\d+)?)万美元"), _tens_of_thousands),
        (re.compile(r"(?<![\d.,/])([3-9])(?=[个位家名次周]|小时)"), lambda match: _HAN[int(match[1])]),
        (re.compile(r"(\d+)月(\d+)日"), lambda match: f"{match[1]}月{match[2]}号"),
        (re.compile(r"(\d+(?:\.\d+)?)%"), lambda match: f"百分之{match[1]}"),
        (re.compile(r"“([^”]+)”"), lambda match: f"「{match[1]}」"),
    ),
}  # fmt: skip


def restatements(statement: Statement) -> Iterator[Statement]:
    """Every other form that applies, one at a time; a Chinese statement also in Traditional characters."""
    for pattern, change in _FORMS[statement.lang]:
        text = pattern.sub(change, statement.text)
        if text != statement.text and _quoted(text) == _quoted(statement.text):
            yield _said(statement, text, "equal_form")
    if statement.lang == "zh":
        # OpenCC's own annotations stop at the parameter's name.
        traditional = str(_traditional(statement.text))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        yield _said(statement, traditional, "traditional")


def _quoted(text: str) -> list[str]:
    """The words between quotation marks, which no restatement may change."""
    return re.findall(r"[“\"「]([^”\"」]+)[”\"」]", text)


def _said(statement: Statement, text: str, how: str) -> Statement:
    return Statement(
        lang=statement.lang, text=text, true=True, how=how, held_out=statement.held_out, made_from=statement.text
    )
