"""One account out of what several exports say of the customer: the best informed first, the others where it says nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast

from escalation.naming import domain_key, name_key
from escalation.records import Account
from tools.importing.rows import MADE_UP

_WITHIN = frozenset({"sla", "health", "resolution_h"})
_LISTS = frozenset({"contacts", "deals", "escalation_history"})
_KEYS = ("id", "email", "name")


class Said(NamedTuple):
    """What one export says of a customer: its id there, and the record as JSON."""

    rank: int
    id: str
    source: str
    document: str


def folded(id_: str, said: Sequence[Said]) -> Account:
    """The account that goes by this id. A value is never taken away by an export that has none.

    Notes, contacts, deals and past escalations of all of them are kept; names and ids that differ lead to it too. What was
    made up from tickets counts where nothing else is known.
    """
    inorder = sorted(said)
    least = inorder[0].rank
    told: list[dict[str, Any]] = [json.loads(one.document) for one in inorder if one.rank in (least, *range(MADE_UP))]
    whole: dict[str, Any] = {}
    for one in told:
        _add(whole, one)
    whole["id"] = id_
    whole |= _lists(told, whole, sorted({one.id for one in said} - {id_}))
    return Account.model_validate(whole)


def _add(whole: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        known: object = whole.get(name)
        if known in (None, "", []):
            whole[name] = value
        elif name in _WITHIN and isinstance(known, dict) and isinstance(value, dict):
            inner = dict(cast("dict[str, object]", known))
            _add(inner, cast("dict[str, object]", value))
            whole[name] = inner
        elif name in _LISTS and isinstance(known, list) and isinstance(value, list):
            whole[name] = _without_repeats([*cast("list[object]", known), *cast("list[object]", value)])
        elif name == "notes" and str(value) not in str(whole[name]):
            whole[name] = f"{whole[name]}\n{value}"


def _without_repeats(entries: Iterable[Any]) -> list[Any]:
    """Each once; of two with the same id, address or name the first."""
    first: dict[str, Any] = {}
    for entry in entries:
        key = next((f"{name} {entry[name]}".casefold() for name in _KEYS if entry.get(name)), json.dumps(entry))
        first.setdefault(key, entry)
    return list(first.values())


def _lists(told: list[dict[str, Any]], whole: dict[str, Any], other_ids: list[str]) -> dict[str, Any]:
    """Aliases, domains and ids of all of them, as far as the account has any besides its own."""
    names = [
        name for one in told for name in (one["name"], *(one.get("aliases") or ())) if one["name"] != one.get("domain")
    ]
    aliases = {name_key(name): name for name in reversed(names) if name not in other_ids}
    aliases.pop(name_key(whole["name"]), None)
    domains = [domain for one in told for domain in (one.get("domain"), *(one.get("domain_names") or ())) if domain]
    first = {domain_key(domain): domain for domain in reversed(domains)}
    found = {
        "aliases": sorted(aliases.values()) if len(told) > 1 else whole.get("aliases", []),
        "domain_names": sorted(first.values()) if len(first) > 1 else [],
        "other_ids": other_ids,
    }
    return {name: values for name, values in found.items() if values or name in whole}
