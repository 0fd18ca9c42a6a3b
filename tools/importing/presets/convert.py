"""One record of an export turned into a row of design.md §7 by its mapping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from pydantic import ValidationError

from escalation.records import Account, Article, Message, Record, Ticket, TrackerItem
from tools.importing.mapping import ListMapping, Mapping, RowsMapping, Rule
from tools.importing.presets.values import convert, is_list
from tools.importing.reasons import Unusable
from tools.importing.validating import validated

MODELS: dict[str, type[Record]] = {
    "account": Account,
    "ticket": Ticket,
    "article": Article,
    "message": Message,
    "item": TrackerItem,
}
_OURS = {kind: frozenset(model.model_fields) for kind, model in MODELS.items()}

Lookups = dict[str, dict[str, Any]]


def read(record: Any, path: str) -> Any:
    """The value at a column or at a dotted path; the whole name is tried first, since columns may hold dots."""
    if not path:
        return record
    if is_list(record):
        head, _, rest = path.partition(".")
        return read(record[int(head)], rest) if head.isdigit() and int(head) < len(record) else None
    if not isinstance(record, dict):
        return None
    known = cast("dict[str, Any]", record)
    if path in known:
        return known[path]
    head, dot, rest = path.partition(".")
    return read(known.get(head), rest) if dot else None


def _nothing(value: Any) -> bool:
    return value is None or value in ("", [], {})


@dataclass
class Reading:
    """One record being read: what was used of it and what could not be."""

    mapping: Mapping
    lookups: Lookups
    used: set[str] = field(default_factory=set[str])
    faults: list[str] = field(default_factory=list[str])

    def _found(self, value: Any, rule: Rule) -> Any:
        if rule.find is None or _nothing(value):
            return value
        table, _, wanted = rule.find.partition(".")
        return read(self.lookups.get(table, {}).get(str(value)), wanted)

    def _applies(self, value: Any, rule: Rule, outer: Any) -> bool:
        if rule.equals is not None and value != rule.equals:
            return False
        if rule.same_as is None:
            return True
        other = read(outer, rule.same_as)
        return not _nothing(value) and not _nothing(other) and self._made(value, rule) == self._made(other, rule)

    def _made(self, value: Any, rule: Rule) -> Any:
        return convert(value, rule, self.mapping.file.zone)

    def _one(self, record: Any, rule: Rule, outer: Any) -> Any:
        value = read(record, rule.source) if rule.source else read(outer, rule.outer) if rule.outer else None
        value = self._found(value, rule)
        if not self._applies(value, rule, outer):
            return None
        if rule.constant is not None:
            return rule.constant
        if _nothing(value):
            return None
        made = self._made(value, rule)
        if rule.source and not rule.words:
            self.used.add(rule.source)
        return made

    def value(self, record: Any, rules: tuple[Rule, ...], outer: Any = None, name: str = "") -> Any:
        """What the first rule that gives something gives. A value that cannot be read is a fault, and stays unset."""
        for rule in rules:
            try:
                made = self._one(record, rule, record if outer is None else outer)
            except ValueError as fault:
                self.faults.append(f"{rule.source} → {name}: {fault}")
                continue
            if not _nothing(made):
                return made
        return None

    def fields(self, record: Any, rules: dict[str, tuple[Rule, ...]], outer: Any = None) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for name, ways in rules.items():
            made = self.value(record, ways, outer, name)
            if made is not None:
                _place(data, name, made)
        return data

    def entries(self, record: dict[str, Any], part: ListMapping, owner: str) -> Iterator[dict[str, Any]]:
        """The small records of a list; one without an id gets its owner's with its place in the list."""
        for path in part.each:
            found = read(record, path)
            if _nothing(found):
                continue
            self.used.add(path)
            for place, entry in enumerate(found if is_list(found) else [found], start=1):
                data = self.fields(_parts(entry, part), part.fields, record)
                if data:
                    yield {"id": f"{owner}-{place}", **data}


def _parts(entry: Any, part: ListMapping) -> Any:
    if isinstance(entry, dict) or not part.parts:
        return cast("Any", entry)
    return dict(zip(part.parts, str(entry).split(part.separator, len(part.parts) - 1), strict=False))


def _place(data: dict[str, Any], name: str, value: Any) -> None:
    head, dot, rest = name.partition(".")
    if dot:
        _place(data.setdefault(head, {}), rest, value)
    else:
        data[head] = value


def _leaves(value: Any) -> int:
    if isinstance(value, dict):
        return sum(_leaves(part) for part in cast("dict[str, Any]", value).values())
    return sum(_leaves(part) for part in value) if is_list(value) else int(value is not None)


def _read_whole(column: str, value: Any, used: set[str]) -> bool:
    """Whether a column, or every value inside a nested one, has found its place."""
    if column in used or not isinstance(value, dict | list):
        return column in used
    return len([path for path in used if path.startswith(f"{column}.")]) >= _leaves(value)


def _keep_the_rest(data: dict[str, Any], record: dict[str, Any], reading: Reading, ours: frozenset[str]) -> None:
    for column, value in record.items():
        if column in reading.mapping.joins or _nothing(value) or _read_whole(column, value, reading.used):
            continue
        # A column that is called like a field of ours but means something else must not be read as that field.
        data.setdefault(f"export_{column}" if column in ours else column, value)


def _said_once(data: dict[str, Any]) -> None:
    """Some helpdesks (Zendesk) repeat a ticket's description as the first entry of its thread: it is one text, not two."""
    thread, said = data.get("comments"), str(data.get("description", "")).strip()
    if is_list(thread) and said and str(thread[0].get("body", "")).strip() == said:
        data["comments"] = thread[1:]


def make(record: dict[str, Any], rows: RowsMapping, reading: Reading) -> dict[str, Any]:
    """The row's data. Raises ValueError when it cannot be a record (no id, no time of creation).

    One bad value (a comment without a time) costs no ticket: whoever takes the row in leaves that out and tells it.
    """
    model = MODELS[rows.kind]
    data = reading.fields(record, rows.fields)
    for name, part in rows.lists.items():
        entries = list(reading.entries(record, part, str(data.get("id", ""))))
        if entries:
            data[name] = entries
    _said_once(data)
    _keep_the_rest(data, record, reading, _OURS[rows.kind])
    try:
        model.model_validate(data)
    except ValidationError:
        try:
            validated(model, data)
        except Unusable as fault:
            raise ValueError(str(fault)) from fault
    return data
