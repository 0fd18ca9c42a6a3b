"""Why a line cannot be used, in our own words rather than the validator's."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails


class Unusable(Exception):
    """This row is reported and left out; `str()` is the reason, without the line."""


A_TIME = "a time such as 2026-01-05T09:30:00Z"
A_DATE = "a date such as 2026-01-05"
_EXPECTED: dict[str, str] = {
    "string": "text",
    "float": "a number",
    "int": "a whole number",
    "bool": "true or false",
    **dict.fromkeys(("datetime", "timezone", "value"), A_TIME),
    "date": A_DATE,
    "tuple": "a list",
    "model": "an object with named fields",
    "literal": "one of the allowed words",
}
_SHOWN = 3


def told(fault: ValidationError) -> str:
    """The first few wrong fields of a record, one clause each."""
    errors = fault.errors(include_url=False)
    clauses = list(dict.fromkeys(_clause(error) for error in errors))
    more = len(clauses) - _SHOWN
    return "; ".join(clauses[:_SHOWN]) + (f"; and {more} more" if more > 0 else "")


def _clause(error: ErrorDetails) -> str:
    field = _field(error["loc"])
    kind = error["type"]
    if kind == "missing":
        return f"{field} is missing"
    if kind == "literal_error":
        return f"{field} should be {_choices(error)}, not {_quoted(error['input'])}"
    expected = _EXPECTED.get(kind.split("_")[0], "of another kind")
    return should_be(error["loc"], expected, error["input"])


def should_be(loc: tuple[int | str, ...], expected: str, value: object) -> str:
    """One clause: the field by its path, what should stand there, and what does."""
    return f"{_field(loc)} should be {expected}, not {_quoted(value)}"


def _field(loc: tuple[int | str, ...]) -> str:
    # Types inside the path ("str", "tuple[str, ...]") are the validator's, not the file's.
    parts = [part for part in loc if isinstance(part, int) or part.isidentifier()]
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).lstrip(".") or "the record"


def _choices(error: ErrorDetails) -> str:
    expected: Any = error.get("ctx", {}).get("expected", "one of the allowed words")
    return str(expected).replace("'", "")


def _quoted(value: object) -> str:
    if value is None:
        return "empty"
    text = str(value)
    # The value may be a secret in the wrong column: only short ones are shown.
    return f"“{text}”" if len(text) <= 24 else f"{len(text)} characters of something else"
