"""Values that have the right type and still cannot be true: found after a record was validated, field by field."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any, cast, get_args

from escalation.records import Record
from tools.importing.reasons import A_DATE, A_TIME

Place = tuple[int | str, ...]
"""Where a value stands in a record: names of fields, and numbers in lists from 0."""

FIRST_YEAR = 1980
"""No helpdesk, and no contract that one serves, is older. A number in a column of times is read as seconds since 1970, so that
“7” would be one."""

_LONGEST_NAME = 300
"""Characters. Names are searched for in everything that is typed; what is longer is a text in the wrong column."""

_FROM_ZERO = frozenset({"arr_usd", "amount_usd", "seats", "affected_users"})
_HOURS = frozenset({"first_response_h", "update_h", "urgent", "high", "normal", "low"})
_NAMES = frozenset({"name", "aliases", "csm"})
_PLAIN = (str, bool, None, type(None), ...)


def impossible(record: Record, at: Place = ()) -> Iterator[tuple[Place, str]]:
    """Each such value of the record and of those inside it: its place, and what should stand there."""
    values = record.__dict__
    for field in _watched(type(record)):
        if (value := values[field]) is not None:
            yield from _of(value, field, (*at, field))


@cache
def _watched(model: type[Record]) -> tuple[str, ...]:
    """The fields that can hold such a value: an import looks at many records, and most of a record is plain text."""
    return tuple(name for name, field in model.model_fields.items() if name in _NAMES or not _plain(field.annotation))


def _plain(annotation: Any) -> bool:
    parts = get_args(annotation)
    return all(map(_plain, parts)) if parts else isinstance(annotation, str) or annotation in _PLAIN


def _of(value: object, field: str, at: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, Record):
        yield from impossible(value, at)
    elif isinstance(value, tuple):
        for n, each in enumerate(cast("tuple[object, ...]", value)):
            yield from _of(each, field, (*at, n))
    elif expected := _wanted(value, field):
        yield at, expected


def _wanted(value: object, field: str) -> str:
    """What should stand there instead; empty where the value may be true."""
    if isinstance(value, str):
        return f"at most {_LONGEST_NAME} characters" if len(value) > _LONGEST_NAME and field in _NAMES else ""
    if isinstance(value, date):  # a datetime too
        return (A_TIME if isinstance(value, datetime) else A_DATE) if value.year < FIRST_YEAR else ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number(field, value)
    return ""


def _number(field: str, value: float) -> str:
    if not math.isfinite(value):
        return "a number"
    if field in _FROM_ZERO and value < 0:
        return "zero or more"
    return "more than zero hours" if field in _HOURS and value <= 0 else ""
