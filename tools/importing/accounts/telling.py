"""What an import says of customers that it left apart although they could be one: which rows, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tools.importing.accounts.grouping import Doubt, Groups, Why
from tools.importing.accounts.settling import Settled
from tools.importing.rows import Problem

Place = Callable[[str], tuple[str, int] | None]
"""The file and line of an account's row, if this import read it."""

_SHOWN = 3
_LONGEST = 60
_REASONS: dict[Why, str] = {
    "several": "and more than one would fit",
    "names": "but not the name",
    "domains": "but not the domain",
}


def told(settled: Settled, place: Place) -> Iterator[Problem]:
    """One line for each, at the first of its rows that this import read; of others nothing is said again."""
    said: set[frozenset[str]] = set()
    for doubt in settled.doubts:
        ids = (*doubt.ones, *doubt.others)
        where = next((found for id_ in ids if (found := place(id_))), None)
        if where is not None and frozenset(ids) not in said:
            said.add(frozenset(ids))
            yield Problem(*where, _line(settled.groups, doubt))


def _line(groups: Groups, doubt: Doubt) -> str:
    one, other = (_list(groups, ids) for ids in sorted((doubt.ones, doubt.others), key=len))
    shared = f"the {doubt.cluster.kind} {doubt.cluster.key}"
    return (
        f"left apart: {one} and {other} share {shared}, {_REASONS[doubt.why]}. If two of them are one customer, import a file"
        f" accounts.csv with the columns id, name, aliases: one's id and name, and the other's id as its alias (or map aliases"
        f" with --map)."
    )


def _list(groups: Groups, ids: tuple[str, ...]) -> str:
    shown = [f"{id_} ({groups.known[id_].name[:_LONGEST]})" for id_ in ids[:_SHOWN]]
    more = len(ids) - _SHOWN
    return ", ".join([*shown, f"{more} more"] if more > 0 else shown)
