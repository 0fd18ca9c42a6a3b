from __future__ import annotations

import json
from typing import Annotated, Any, Literal

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, ValidationError

from tools.serving.compact import compact


class Inner(BaseModel):
    """Words for readers of the code."""

    step: str
    result: str | None = None


class Outer(BaseModel):
    names: list[str] = []
    count: Annotated[int, Field(ge=1, le=5, description="How many.")] = 1
    state: Literal["open", "solved"] | None = None
    inner: Annotated[Inner | None, Field(description="The inner one.")] = None
    rows: tuple[Inner, ...] = ()
    notes: dict[str, str] = {}


SMALL = compact(Outer.model_json_schema())


def test_a_schema_keeps_its_bounds_and_descriptions_and_loses_the_noise() -> None:
    assert SMALL == {
        "type": "object",
        "properties": {
            "names": {"type": "array", "items": {"type": "string"}},
            "count": {"type": "integer", "minimum": 1, "maximum": 5, "default": 1, "description": "How many."},
            "state": {"enum": ["open", "solved"], "type": "string"},
            "inner": {
                "type": "object",
                "properties": {"step": {"type": "string"}, "result": {"type": "string"}},
                "required": ["step"],
                "description": "The inner one.",
            },
            "rows": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"step": {"type": "string"}, "result": {"type": "string"}},
                    "required": ["step"],
                },
            },
            "notes": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    }


def test_a_real_union_stays_one() -> None:
    class Either(BaseModel):
        value: int | str | None = None

    assert compact(Either.model_json_schema())["properties"]["value"] == {
        "anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]
    }


VALIDATOR: Any = jsonschema.Draft202012Validator(SMALL)
values: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "names": st.lists(st.text(max_size=3) | st.integers(), max_size=2),
        "count": st.integers(-1, 7) | st.text(max_size=2),
        "state": st.sampled_from(["open", "solved", "lost"]),
        "inner": st.fixed_dictionaries({}, optional={"step": st.text(max_size=3), "result": st.text(max_size=3)}),
        "notes": st.dictionaries(st.text(max_size=2), st.text(max_size=2) | st.integers(), max_size=2),
    },
)


@given(values)
def test_whatever_the_small_schema_accepts_the_model_accepts_and_the_other_way_round(value: dict[str, Any]) -> None:
    by_schema = VALIDATOR.is_valid(value)
    try:
        Outer.model_validate_json(json.dumps(value), strict=True)
    except ValidationError:
        assert not by_schema
    else:
        assert by_schema


def test_the_validator_can_say_no() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"count": 9}, SMALL)
