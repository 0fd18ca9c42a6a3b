"""One row made ready for the store: secrets masked, validated against design.md §7, laid out for its table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from pydantic_core import PydanticSerializationError

from escalation.reading.secrets.mask import mask, mask_shapes
from escalation.reading.secrets.named_fields import mask_unknown
from escalation.records import (
    Account,
    AccountSla,
    Article,
    Comment,
    Contact,
    Deal,
    Health,
    Message,
    PastEscalation,
    Record,
    Requester,
    ResolutionHours,
    Ticket,
    TicketSla,
    TrackerComment,
    TrackerItem,
)
from escalation.text.runs import without_long_runs
from tools.importing.reasons import Unusable
from tools.importing.rows import MADE_UP, MODELS, OWN_FORMAT, Row
from tools.importing.validating import validated

_EVERY: tuple[type[Record], ...] = (
    *MODELS.values(),
    *(Comment, TrackerComment, Requester, Contact, Deal, PastEscalation),
    *(AccountSla, ResolutionHours, TicketSla, Health),
)

_FREE_TEXT = frozenset(
    {"subject", "description", "body", "text", "notes", "title", "name", "outcome", "comments", "csat"}
)
_ID_FIELDS = ("id", "account_id", "merged_into", "thread_of")
_ID_LISTS = ("linked_tracker", "linked_kb", "linked_tickets")
_EXACT = frozenset(
    {*_ID_FIELDS, *_ID_LISTS, "at", "created_at", "updated_at", "solved_at", "first_response_at", "now"}
    | {"signup_date", "renewal_date", "trial_ends", "close_date", "first_response_due", "resolution_due"}
)
"""Ids and times: masking one would break what joins or orders the records."""
# Fields of one word, a name or an address: no sentence names a secret there, but people paste keys anywhere. In a field that
# is neither of these a person may have written anything.
_KNOWN = frozenset(name for model in _EVERY for name in model.model_fields)
_CLOSED = _KNOWN - _FREE_TEXT - _EXACT
_ID_LENGTH = 128


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record with the values of its table's columns; `document` is its JSON, as it is stored and compared."""

    id: str
    record: Record
    columns: dict[str, Any]
    document: str
    source: str = OWN_FORMAT
    rank: int = 0
    lost: str = ""
    """What was wrong with what of it could not be used: single fields and comments."""


def prepare(row: Row) -> Prepared:
    """Raises `Unusable` with a reason in our own words when the row cannot be stored; a field that cannot is left out alone."""
    try:
        record, lost = validated(MODELS[row.kind], _plain(row.data))
        document = record.model_dump_json(exclude_unset=True)
    except PydanticSerializationError:
        raise Unusable("it holds characters that are not valid Unicode") from None
    except (OverflowError, ValueError, RecursionError):
        raise Unusable("it holds a value that cannot be stored (a time or a number out of range)") from None
    id_ = "" if row.kind == "workspace" else _checked_id(record)
    rank = MADE_UP if "derived_from" in row.data else row.rank
    columns = {"id": id_, "document": document, **_columns(record)}
    return Prepared(id_, record, columns, document, row.source, rank, lost)


def of_account(record: Account, document: str | None = None) -> Prepared:
    """An account that is put together here, or stands as a document already."""
    document = record.model_dump_json(exclude_unset=True) if document is None else document
    return Prepared(record.id, record, {"id": record.id, "document": document, **_columns(record)}, document)


def _checked_id(record: Record) -> str:
    id_: str = getattr(record, "id", "")
    if not id_.strip() or len(id_) > _ID_LENGTH:
        raise Unusable(f"its id is empty or longer than {_ID_LENGTH} characters")
    return id_


def _plain(data: Mapping[str, Any]) -> dict[str, Any]:
    """The row's data with numeric ids as text, and with secrets masked wherever people write freely."""
    plain = _masked_fields(data)
    for key in _ID_FIELDS:
        if key in plain:
            plain[key] = _id_text(plain[key])
    for key in _ID_LISTS:
        values: object = plain.get(key)
        if isinstance(values, list):
            plain[key] = [_id_text(value) for value in cast("list[object]", values)]
    return plain


def _masked_fields(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _masked(value, key) for key, value in data.items()}


def _masked(value: Any, key: str) -> Any:
    if key not in _KNOWN:
        return mask_unknown(key, value)
    if isinstance(value, str):
        if key in _EXACT:
            return value
        return mask_shapes(value) if key in _CLOSED else mask(without_long_runs(value))
    if isinstance(value, dict):
        return _masked_fields(cast("dict[str, Any]", value))
    if isinstance(value, list):
        return [_masked(inner, key) for inner in value]  # pyright: ignore[reportUnknownVariableType]
    return value


def _id_text(value: Any) -> Any:
    # Many helpdesks number their records; ids are names here.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _columns(record: Record) -> dict[str, Any]:
    match record:
        case Account():
            return _account(record)
        case Ticket():
            return _ticket(record)
        case Article():
            return {"status": _short(record.status, 32), "type": _short(record.type, 32)}
        case Message():
            return {"channel": _short(record.channel, 255), "at": record.at, "thread_of": _short(record.thread_of, 128)}
        case TrackerItem():
            return {"status": _short(record.status, 32), "type": _short(record.type, 32)}
        case _:
            return {}


def _account(record: Account) -> dict[str, Any]:
    return {
        "name": record.name,
        "domain": _short(record.domain, 255),
        "plan": _short(record.plan, 64),
        "arr_usd": record.arr_usd,
    }


def _ticket(record: Ticket) -> dict[str, Any]:
    return {
        "account_id": _short(record.account_id, 128),
        "status": _short(record.status, 32),
        "priority": _short(record.priority, 32),
        "product_area": _short(record.product_area, 128),
        "created_at": record.created_at,
        "updated_at": record.updated_at,
        "solved_at": record.solved_at,
        "merged_into": _short(record.merged_into, 128),
    }


def _short(value: str | None, length: int) -> str | None:
    # Columns serve filters and joins; the document keeps the whole value.
    return None if value is None else value[:length]
