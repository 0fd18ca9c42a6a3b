"""Tool schemas made small without changing what they accept: no generated titles, no null branches, no definitions."""

from __future__ import annotations

from typing import Any, cast

_DEFS = "#/$defs/"
_DROPPED = frozenset({"title", "minLength", "$defs"})
Schema = dict[str, Any]


def compact(schema: Schema) -> Schema:
    """The same schema inlined and stripped; "optional" is said by leaving a parameter out of `required`."""
    return _small(schema, cast("Schema", schema.get("$defs", {})))


def _small(schema: Schema, definitions: Schema) -> Schema:
    schema = _inlined(_without_null(schema), definitions)
    return {
        key: _part(key, value, definitions)
        for key, value in schema.items()
        if key not in _DROPPED and not (key == "default" and value in (None, [], {}, ""))
    }


def _part(key: str, value: Any, definitions: Schema) -> Any:
    if key == "properties":
        return {name: _small(part, definitions) for name, part in value.items()}
    if key in ("items", "additionalProperties") and isinstance(value, dict):
        return _small(cast("Schema", value), definitions)
    return value


def _without_null(schema: Schema) -> Schema:
    branches = cast("list[Schema]", schema.get("anyOf", []))
    real = [branch for branch in branches if branch.get("type") != "null"]
    if len(real) != 1:
        return schema
    return {**real[0], **{key: value for key, value in schema.items() if key != "anyOf"}}


def _inlined(schema: Schema, definitions: Schema) -> Schema:
    ref = schema.get("$ref")
    if not isinstance(ref, str):
        return schema
    # A model's docstring is for readers of the code; what a model needs to know stands beside the reference.
    found = {key: value for key, value in definitions[ref.removeprefix(_DEFS)].items() if key != "description"}
    return {**found, **{key: value for key, value in schema.items() if key != "$ref"}}
