"""How one export is read: the mapping file (TOML) that a preset or a user's own `--map` is, as checked data.

The format is explained where people meet it, in the comments of `tools/importing/presets/*.toml`.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from escalation.errors import InvalidInput
from tools.importing.rows import MODELS

ValueKind = Literal[
    "text",
    "instant",
    "date",
    "number",
    "integer",
    "boolean",
    "list",
    "email",
    "email_domain",
    "person",
    "domain",
    "own_domain",
]
Shape = Literal["json", "jsonl", "csv", "tsv"]
Kind = Literal["account", "ticket", "article", "message", "item", "nothing"]


def _as_tuple(value: Any) -> Any:
    return (value,) if isinstance(value, str | dict) else value


def _known_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise ValueError(f"no time zone is called {value!r}; use a name such as Asia/Shanghai or UTC") from fault
    return value


Zone = Annotated[str, AfterValidator(_known_zone)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]


def _folded(words: dict[str, str]) -> dict[str, str]:
    return {word.casefold(): ours for word, ours in words.items()}


Words = Annotated[dict[str, str], AfterValidator(_folded)]
"""The export's words, compared without regard to case, and ours."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Rule(_Part):
    """Where one value comes from and what is made of it."""

    source: str | None = Field(default=None, alias="from")
    outer: str | None = None
    """As `from`, but a column of the record that the list stands in."""
    constant: str | bool | float | None = None
    kind: ValueKind = Field(default="text", alias="as")
    words: Words = Field(default_factory=dict)
    format: Texts = ()
    zone: Zone | None = None
    separator: str = ","
    prefix: str = ""
    find: str | None = None
    """`lookup.field`: the value is a key of that look-up and the field of what is found is taken."""
    same_as: str | None = None
    """The rule holds only where the value equals this column of the outer record, both read the same way."""
    equals: str | bool | float | None = Field(default=None, alias="is")
    """The rule holds only where the value is this one."""


def _as_rules(value: Any) -> Any:
    parts = cast("list[Any]", value) if isinstance(value, list | tuple) else [value]
    return tuple({"from": part} if isinstance(part, str) else part for part in parts)


Rules = Annotated[tuple[Rule, ...], BeforeValidator(_as_rules)]
Fields = dict[str, Rules]


class ListMapping(_Part):
    """A list of small records inside a record, such as the comments of a ticket."""

    each: Texts
    parts: tuple[str, ...] = ()
    separator: str = ";"
    fields: Fields


class Customers(_Part):
    """Accounts made out of tickets, for an export that comes without a file of accounts."""

    name: Rules = ()
    domain: Rules = ()
    not_customers: tuple[str, ...] = ()
    """Domains that are no customer's own: free mail, and the company that gives the support."""


class RowsMapping(_Part):
    """One kind of record in the file, and the fields of design.md §7 that are made of it."""

    kind: Kind
    collection: str | None = Field(default=None, alias="in")
    recognised_by: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    fields: Fields = Field(default_factory=dict)
    lists: dict[str, ListMapping] = Field(default_factory=dict)
    customers: Customers | None = None

    @model_validator(mode="after")
    def _of_known_fields(self) -> Self:
        if self.kind == "nothing":
            return self
        ours = MODELS[self.kind].model_fields
        for name in (*self.fields, *self.lists):
            if name.partition(".")[0] not in ours:
                raise ValueError(f"{self.kind} has no field {name!r}; its fields: {', '.join(ours)}")
        return self


class Lookup(_Part):
    """A list of records that others point at by key: in the same file, or in a file beside it."""

    collection: str = Field(alias="in")
    beside: tuple[str, ...] = ()
    key: str = "id"


class Join(_Part):
    """Rows of another table beside this one, such as the messages of tickets, put into the record they belong to."""

    beside: tuple[str, ...]
    """File name patterns, "*transactions*.tsv"."""
    key: str
    """The column that holds the id of the record it belongs to."""
    to: str
    """The record's own column with that id."""
    where: dict[str, Texts] = Field(default_factory=dict)
    """Column → values: only these rows."""


class FileShape(_Part):
    shape: Shape
    encoding: Texts = ("utf-8-sig",)
    delimiter: str | None = None
    quotes: bool = True
    zone: Zone = "UTC"
    empty: tuple[str, ...] = ()
    """Cells that say "nothing here" in words."""


class Mapping(_Part):
    """One mapping file."""

    name: str
    about: str
    checked: str
    file: FileShape
    rows: tuple[RowsMapping, ...] = Field(min_length=1)
    lookups: dict[str, Lookup] = Field(default_factory=dict)
    joins: dict[str, Join] = Field(default_factory=dict)


def load_mapping(path: Path) -> Mapping:
    """Read and check one mapping file. Raises InvalidInput that names the file, the key and what is wrong with it."""
    remedy = "Compare it with a preset: `customer-escalation presets` lists them, `--copy` gives one."
    try:
        return Mapping.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except ValidationError as fault:
        first = fault.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InvalidInput(f"{path}: {place}: {first['msg']}.", remedy) from fault
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise InvalidInput(f"{path} cannot be read as a mapping: {fault}.", remedy) from fault
