"""Chat as threads: found by any of its messages, told from the first one on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools import instants
from tools.catalog.fitting import Fit, clear, fitting, matched
from tools.results.discussions import ThreadRow
from tools.serving.quoting import Quoted, bare, cut, orders_in, plain, quoted

if TYPE_CHECKING:
    from escalation.ports import Hit, Workspace
    from escalation.records import Message

_EACH, _BRIEF, _WHOLE = 300, 120, 6_000
"""Characters of one message: of a thread that fits well, of one that fits less, of one asked for by id."""
_LINES, _FEW = 6, 2
"""Messages of a thread shown, likewise."""


@dataclass(frozen=True)
class Thread:
    """`messages` oldest first; `found` are those that answer the question, the best first, with its `score`."""

    messages: tuple[Message, ...]
    found: tuple[Message, ...]
    score: float

    @property
    def first(self) -> Message:
        return self.messages[0]


def threads(workspace: Workspace, hits: Sequence[Hit[Message]]) -> list[Thread]:
    """The threads in which the hits stand, each once, in the order of its best hit."""
    every = {message.id: message for message in workspace.threads([hit.record.id for hit in hits])}
    whole: dict[str, list[Message]] = {}
    for message in every.values():
        whole.setdefault(_head(message, every), []).append(message)
    found: dict[str, list[Hit[Message]]] = {}
    for hit in hits:
        found.setdefault(_head(hit.record, every), []).append(hit)
    return [
        Thread(tuple(_in_order(head, whole[head])), tuple(hit.record for hit in some), some[0].score)
        for head, some in found.items()
    ]


def _head(message: Message, every: Mapping[str, Message]) -> str:
    """The message that its thread begins with; where that is unknown, the highest that is known."""
    seen = {message.id}
    while (above := every.get(message.thread_of or "")) is not None and above.id not in seen:
        message = above
        seen.add(message.id)
    return message.id


def _in_order(head: str, messages: list[Message]) -> list[Message]:
    return sorted(messages, key=lambda one: (one.id != head, one.at, one.id))


def rows(found: Iterable[Thread], fit: Fit, *, whole: bool) -> tuple[tuple[ThreadRow, ...], tuple[str, ...], int]:
    """The threads as rows, the warnings about orders in them, and how many were left out as fitting far less; `whole`: asked
    for by id."""
    kept, left_out = fitting(list(found), lambda thread: thread.score)
    told: list[ThreadRow] = []
    warnings: list[str] = []
    for number, thread in enumerate(kept):
        full = whole or clear(number, thread.score, kept[0].score)
        row, quote = _row(thread, fit, whole=whole, full=full)
        told.append(row)
        warnings += [*quote.warnings, *_flagged(thread)]
    return tuple(told), tuple(dict.fromkeys(warnings)), left_out


def _row(thread: Thread, fit: Fit, *, whole: bool, full: bool) -> tuple[ThreadRow, Quoted]:
    shared = fit.shared("\n".join(f"{each.id} {each.author or ''} {each.text}" for each in thread.found))
    first = thread.first
    lines = len(thread.messages) if whole else _LINES if full else _FEW
    width = _WHOLE if whole else _EACH if full else _BRIEF
    quote = quoted(_told(thread, lines, width), f"thread {bare(first.id)}", _WHOLE)
    row = ThreadRow(
        id=bare(first.id),
        channel=plain(first.channel) or "",
        messages=len(thread.messages) if len(thread.messages) > 1 else None,
        found=tuple(bare(each.id) for each in thread.found if each.id != first.id),
        matched=matched(shared),
        quote=quote.text,
    )
    return row, quote


def _told(thread: Thread, lines: int, width: int) -> str:
    """The first message and those found, then the earliest of the others, `lines` of them; gaps are counted."""
    first, others = thread.first, [m for m in thread.messages if m not in thread.found]
    wanted = dict.fromkeys(message.id for message in (first, *thread.found, *others))
    shown = set(list(wanted)[:lines])
    told: list[str] = []
    gap = 0
    for message in (*thread.messages, None):
        if message is not None and message.id not in shown:
            gap += 1
            continue
        if gap:
            told.append(f"[{gap} more]")
            gap = 0
        if message is not None:
            who = " ".join(filter(None, (message.id, instants.said(message.at), message.author)))
            told.append(f"[{who}] {cut(message.text, width)}")
    return "\n".join(told)


def _flagged(thread: Thread) -> tuple[str, ...]:
    shown = (field for each in thread.messages for field in (each.channel, each.author))
    return orders_in(shown, f"thread {bare(thread.first.id)}")
