"""The entries of a ticket in the order they were written: subject and description, then comments."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from escalation.reading.orders.finding import find_orders
from escalation.reading.own_words import own_words
from escalation.reading.quote import Quote
from escalation.reading.threads.corrected import standing
from escalation.reading.threads.stops import NO_STOP
from escalation.records import Ticket
from escalation.remembered import OfRecord

LONGEST = 500
"""Characters after which a sentence that has not ended is a pasted log or key: it goes on as another one, so that rules which
begin at each of its letters are done with it at once."""
_QUOTED = r"(?<=[「『“（(])[.!?。！？]{1,4}|[.!?。！？]{1,4}(?=[」』”’\"）)]+\s?[,，、;；:：])"
"""Marks that are all that is quoted ("they show as ???"), or after whose quotation the sentence goes on."""
_SENTENCE = re.compile(rf"(?:[^\n.!?。！？]|[.!?](?=\w)|{NO_STOP}|{_QUOTED}){{1,{LONGEST}}}[.!?。！？]*[」』”）)]*")

_OPEN = re.compile(
    r"「[^「」\n]{1,160}」|『[^『』\n]{1,160}』|“[^“”\n]{1,160}”|(?<![\w\"])\"(?=\S)[^\"\n]{1,160}(?<=\S)\"(?!\w)"
)
"""What is quoted in one line: a stop inside it ends what was quoted, and not the sentence that quotes it."""

READ = 2_048
"""Texts of which it is remembered what they tell: the same threads are read again from question to question."""


@dataclass(frozen=True)
class Entry:
    """One person's words. `text` is without injected orders; offsets differ from the record's, quotations do not."""

    ticket: str
    text: str
    role: str
    public: bool
    at: datetime

    def quote(self, quotation: str) -> Quote:
        return Quote(self.ticket, "tickets", quotation, self.at, self.public, self.role)

    def between(self, first: str, last: str) -> str:
        """Verbatim from the beginning of `first` to the end of `last`."""
        return between(self.text, first, last)


def between(text: str, first: str, last: str) -> str:
    """The same of any text."""
    start = text.index(first)
    return text[start : text.index(last, start + len(first)) + len(last)]


@OfRecord
def entries(ticket: Ticket) -> tuple[Entry, ...]:
    return tuple(_entries(ticket))


def _entries(ticket: Ticket) -> Iterator[Entry]:
    description, *bodies = own_words(ticket)
    if description.strip():
        yield Entry(ticket.id, _safe(description), "customer", public=True, at=ticket.created_at)
    for comment, body in sorted(zip(ticket.comments, bodies, strict=True), key=lambda pair: pair[0].at):
        if comment.role != "system" and body.strip():
            yield Entry(ticket.id, _safe(body), comment.role, comment.public, comment.at)


def _safe(text: str) -> str:
    # A line break where an order stood, so that no quotation runs across it.
    for order in reversed(find_orders(text)):
        text = text[: order.span[0]] + "\n" + text[order.span[1] :]
    return text


@lru_cache(maxsize=READ)  # several readers look through the same few entries
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of one entry, as written; a line break also ends one, a stop inside a quotation does not. A doubt that
    follows stays with what it doubts: "The pool is exhausted. Not confirmed." is one. What is taken back at once is left out."""
    inside = in_quotations(text)
    parts: list[tuple[int, int]] = []
    for start, end in (m.span() for m in _SENTENCE.finditer(text)):
        goes_on = parts and (inside(parts[-1][1]) or (end - start <= _SHORT and is_doubt(text[start:end])))
        if goes_on and end - parts[-1][0] <= LONGEST:
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return standing(tuple(s for start, end in parts if (s := text[start:end].strip())))


_SHORT = 48
"""Characters of a sentence that may be nothing but a doubt."""
_DOUBT = re.compile(
    r"(?i)^\W{0,4}(?:(?:but|though|so far|still|just|only|this|that|it|is|was|has|been|be|to|as|yet|an?|my|our|not|is[nN]['’]t"
    r"|hasn['’]t|needs?|i['’]m|we['’]re|i am|we are|could|might|may|for now|at this point)\W{1,3}){0,8}"
    r"(?P<en>unconfirmed|unverified|unproven|(?P<needs>confirmed|verified|proven|proved|certain|sure|confirmation)|guess|suspicion"
    r"|hunch|assumption|speculation|theory|wrong|tb[cd])(?:\W{1,3}(?:yet|so far|though|only|at this point|for now)){0,2}\W{0,4}$"
    r"|^\W{0,4}(?:但是?|不过|不過|目前|现在|現在|暂时|暫時|暂|暫|还|還|尚|仍|都|这|這|此|以上|只是|仅|僅|是|我的?|我们的?|个人|個人|原因){0,5}"
    r"(?:(?:未|没有?|沒有?|待|不|需要?|有待)(?:经|經|完全|最终|最終|得到)?(?:证实|證實|确认|確認|确定|確定|核实|核實|验证|驗證|肯定)"
    r"|猜测|猜測|推测|推測|猜的|怀疑|懷疑|假设|假設)(?:中|了|而已)?\W{0,4}$"
)
_NOT_SO = re.compile(r"(?i)\bnot\b|n['’]t\b|\bto be\b|\bneeds?\b|\byet\b")


def is_doubt(sentence: str) -> bool:
    """Whether it says nothing but that something is not confirmed: "Not confirmed.", "Just a guess.", 「未确认」."""
    found = _DOUBT.match(sentence)
    return found is not None and (found["needs"] is None or _NOT_SO.search(sentence) is not None)


def in_quotations(text: str) -> Callable[[int], bool]:
    """Whether an offset of `text` lies within a quotation: there nothing is cut."""
    quoted = [m.span() for m in _OPEN.finditer(text)]
    opened = [start for start, _ in quoted]

    def inside(offset: int) -> bool:
        last = bisect_left(opened, offset) - 1
        return last >= 0 and offset < quoted[last][1]

    return inside
