"""Hosts show the model one half of a result; neither may hold more than the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from tools.results.base import Result, Row, is_list
from tools.results.readable import readable

words = st.text(min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
scalars = words | st.integers() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
names = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
rows = st.dictionaries(names, scalars | st.lists(scalars, min_size=1, max_size=3), min_size=1, max_size=3)
# Lists hold values or rows: no result of ours has a list directly in a list.
structures = st.dictionaries(names, scalars | rows | st.lists(scalars | rows, min_size=1, max_size=3), max_size=5)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in cast("dict[str, Any]", value).values():
            yield from _leaves(part)
    elif is_list(value):
        for part in value:
            yield from _leaves(part)
    elif isinstance(value, bool):
        yield "yes" if value else "no"
    else:
        yield str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _flat(text: str) -> str:
    return "".join(text.split())


@given(structures)
def test_every_value_of_the_structure_is_in_the_text(structure: dict[str, Any]) -> None:
    text = _flat(readable(structure))
    for leaf in _leaves(structure):
        assert _flat(leaf) in text


class Line(Row):
    id: str
    note: str | None = None
    tags: tuple[str, ...] = ()


class Page(Result):
    found: int
    lines: tuple[Line, ...] = ()
    open: bool | None = None
    why: str | None = None
    parts: dict[str, str] = {}  # noqa: RUF012


def test_a_structure_has_no_nulls_and_no_empty_parts_but_keeps_zero_and_no() -> None:
    page = Page(found=0, open=False, lines=(Line(id="T-1", note="", tags=()),))
    assert page.structure() == {"found": 0, "open": False, "lines": [{"id": "T-1"}]}


def test_the_text_reads_as_a_page_not_as_json() -> None:
    page = Page(
        found=2,
        lines=(Line(id="T-1", note="two\nlines", tags=("a", "b")), Line(id="T-2")),
        open=True,
        parts={"crm": "searched"},
    )
    assert readable(page.structure()) == (
        "found: 2\n"
        "lines:\n"
        "  - id: T-1\n"
        "    note:\n"
        "      two\n"
        "      lines\n"
        "    tags: a, b\n"
        "  - id: T-2\n"
        "open: yes\n"
        "parts:\n"
        "  crm: searched"
    )


def test_a_list_whose_parts_hold_commas_is_told_line_by_line() -> None:
    assert readable({"deals": ["a, b", "c"]}) == "deals:\n  - a, b\n  - c"
