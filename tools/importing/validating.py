"""A row's data as a record: what cannot be used is left out and told, and the rest of the row is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from escalation.records import Record
from tools.importing.plausible import Place, impossible
from tools.importing.reasons import Unusable, should_be, told

One = TypeVar("One", bound=Record)

_ROUNDS = 4
"""A value left out may take the object around it along, and so on up: nothing is nested deeper."""

_WHOLE = frozenset({"comments"})
"""Lists whose entries are kept whole or not at all: a note whose author or audience cannot be read would be told as another's."""


def validated(model: type[One], data: dict[str, Any]) -> tuple[One, str]:
    """The record, and what was wrong with the fields that were left out ("" when nothing was).

    Raises `Unusable` when one of them is a field that no such record can do without. What is left out is unknown, as if the row
    had never held it.
    """
    reasons: list[str] = []
    gone: set[Place] = set()
    for _ in range(_ROUNDS):
        try:
            record = model.model_validate(data)
        except ValidationError as fault:
            errors = fault.errors(include_url=False)
            reasons = reasons or [told(fault)]
            places = {_place(data, error) for error in errors}
        else:
            wrong = list(impossible(record))
            if not wrong:
                return record, "; ".join(reasons)
            reasons += [should_be(_as_written(at, gone), expected, _at(data, at)) for at, expected in wrong]
            places = {_entry(at) for at, _ in wrong}
        if any(not at or _needed(model, at) for at in places):
            break
        data = cast("dict[str, Any]", _without(data, places))
        gone |= {_as_written(at, gone) for at in places}
    raise Unusable("; ".join(reasons))


def _needed(model: type[Record], at: Place) -> bool:
    """Whether no such record is told without this field: it is required, or its default would say something (“published”)."""
    field = model.model_fields.get(str(at[0]))
    return len(at) == 1 and field is not None and (field.is_required() or bool(field.default))


def _place(data: object, error: ErrorDetails) -> Place:
    """The value to leave out: as far along the error's path as there is one; the validator's own words in it stand for none."""
    found: list[int | str] = []
    for part in error["loc"]:
        if isinstance(data, dict) and part in data:
            data = cast("dict[int | str, object]", data)[part]
        elif isinstance(data, list) and isinstance(part, int) and part < len(cast("list[object]", data)):
            data = cast("list[object]", data)[part]
        elif not found and error["type"] == "missing":
            return (part,)
        else:
            break
        found.append(part)
    return _entry(tuple(found))


def _entry(at: Place) -> Place:
    return at[:2] if at and at[0] in _WHOLE else at


def _as_written(at: Place, gone: set[Place]) -> Place:
    """A place by its number in the file, where entries before it have been left out since."""
    found: Place = ()
    for part in at:
        if isinstance(part, int):
            for other in sorted(n for *of, n in gone if tuple(of) == found and isinstance(n, int)):
                part += other <= part  # noqa: PLW2901  counted past each entry that went
        found = (*found, part)
    return found


def _at(data: Any, at: Place) -> object:
    """The value at a place of a record that was validated from this data: a name of a field there, or a number in a list."""
    for part in at:
        data = data.get(part) if isinstance(part, str) else data[part]
    return data


def _without(value: object, places: set[Place], at: Place = ()) -> object:
    if isinstance(value, dict):
        return dict(_kept(cast("dict[int | str, object]", value).items(), places, at))
    if isinstance(value, list):
        return [inner for _, inner in _kept(enumerate(cast("list[object]", value)), places, at)]
    return value


def _kept(pairs: Any, places: set[Place], at: Place) -> Iterator[tuple[Any, object]]:
    for key, value in pairs:
        if (here := (*at, key)) not in places:
            yield key, _without(value, places, here)
