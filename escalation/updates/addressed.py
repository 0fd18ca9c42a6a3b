"""Whom a letter greets: the person of this customer who wrote last, as the record calls them; nobody where it names none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from escalation.claims.fold import HAN
from escalation.reading.own_words import unsigned
from escalation.text.folding import simplified

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from escalation.records import Account, Comment, Ticket

_PART = r"(?:[^\W\d_a-z][\w'’-]*\.?|(?:van|von|de|del|da|di|der|den|la|le|bin|al|ten|ter)\b)"
_LATIN = re.compile(rf"(?!(?i:the|our|your)\b)[^\W\d_a-z][\w'’-]*\.?(?: {_PART}){{1,3}}")
_HAN_NAME = re.compile(rf"[{HAN}]{{2,4}}")
_NO_PERSON = re.compile(
    r"(?i)\b(?:team|support|service|desk|office|department|dept|admin\w*|operations|accounts?|billing|finance|reception|customer"
    r"|client|user|system|info|sales|orders?|group|ltd|inc|gmbh|llc|plc|co|company|regards|thanks|sent|best|kind|dear|hello)\b"
    r"|[部组組处處科室司店厂廠队隊站所]$|中心|客[服户戶]|用[户戶]|管理员|管理員|财务|財務|运营|運營|技术|技術|前台|公司|集团|集團"
    r"|谢谢|謝謝|您好|你好|祝好|此致|敬[礼禮]"
)
_HAN_TITLES = (
    "先生|女士|小姐|太太|老师|老師|经理|經理|主任|主管|总监|總監|总|總|博士|教授|院长|院長"
    "|校长|校長|店长|店長|站长|站長|处长|處長|科长|科長|部长|部長|工"
)
_TITLES = r"Mr|Mrs|Ms|Miss|Dr|Prof"
_COMPOUND = frozenset(
    {"欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "东方", "東方", "皇甫", "端木", "令狐", "夏侯"}
)


class Addressed(NamedTuple):
    """`name` as the record has it, or the family name alone where `title` stands: "Ms", 「女士」, only as it was recorded."""

    name: str
    title: str | None = None


def addressed(found: Assessment) -> Addressed | None:
    """Who wrote last on the tickets of the customer in question, by the signature or as the author; else who opened the
    newest of them."""
    own = found.account
    tickets = [m.ticket for m in found.matched if own and m.ticket.account_id == own.id]
    tickets = [t for t in tickets if (t.channel or "").lower() != "internal"]
    if own is None or not tickets:
        return None
    strangers = _strangers(found, own)
    name = next((n for n in _writers(tickets, found) if n not in strangers and n not in (own.name, *own.aliases)), None)
    return _with_title(name, tickets, own) if name else None


def _writers(tickets: list[Ticket], found: Assessment) -> Iterator[str]:
    wrote = [(c.at, c) for t in tickets for c in t.comments if c.role == "customer" and c.public and c.at <= found.at]
    said = [name for _, last in [max(wrote, key=lambda each: each[0])] for name in _called(last)] if wrote else []
    newest = max(tickets, key=lambda t: t.created_at)
    opened = [newest.requester.name] if newest.requester and newest.requester.name and not said else []
    yield from filter(None, map(_person, (*said, *opened)))


def _called(last: Comment) -> Iterator[str]:
    """By the lines under what they wrote, then by whom the record has as the author."""
    under = last.body.strip()[len(unsigned(last.body, (last.author,)).strip()) :]
    yield from (line.strip(" ,，.。-–—") for line in under.splitlines() if not line.lstrip().startswith(">"))
    yield last.author or ""


def _person(name: str) -> str | None:
    said = " ".join(name.split())
    whole = (_LATIN.fullmatch(said) or _HAN_NAME.fullmatch(said)) and not _NO_PERSON.search(said)
    return said if whole and len(said) <= 40 else None


def _strangers(found: Assessment, own: Account) -> set[str]:
    """Colleagues, and whoever belongs to another customer."""
    comments = (c for m in found.matched for c in m.ticket.comments if c.role != "customer")
    ours: Iterable[str | None] = (*(c.author for c in comments), own.csm, found.reported_by)
    others = (c.name for each in found.affected if each.id != own.id for c in each.contacts)
    theirs = {c.name for c in own.contacts}
    return {name for name in (*ours, *others) if name} - theirs


def _with_title(name: str, tickets: list[Ticket], own: Account) -> Addressed:
    """The title by which a reply of ours, or the record of the contact, calls them."""
    replies = [c.body for t in tickets for c in t.comments if c.role == "agent" and c.public]
    if not name.isascii() and _HAN_NAME.fullmatch(name):
        family = name[:2] if name[:2] in _COMPOUND else name[:1]
        if re.fullmatch(rf"{family}(?:{_HAN_TITLES})", name):
            return Addressed(name)
        called = re.compile(
            rf"^\W*(?:尊敬的)?{simplified(family)}({_HAN_TITLES})(?=您|你|早|晚|下午|上午|[,，:：!！\s])"
        )
        told = next((m[1] for body in reversed(replies) if (m := called.search(simplified(body)))), None)
        return Addressed(family, told) if told else Addressed(name)
    family = re.escape(name.rsplit(maxsplit=1)[-1])
    greeted = re.compile(rf"\b({_TITLES})\.? (?:{re.escape(name.split(maxsplit=1)[0])} )?{family}\b")
    recorded = (
        *reversed(replies),
        *(c.name for c in own.contacts if c.name and c.name.endswith(name.rsplit(maxsplit=1)[-1])),
    )
    told = next((m[1] for text in recorded if (m := greeted.search(text))), None)
    return Addressed(name.rsplit(maxsplit=1)[-1], told) if told and not name.startswith(told) else Addressed(name)
