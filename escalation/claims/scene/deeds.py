"""Deeds: which events the words of a part of a sentence speak of, by what happened, to whom, by whom, and in which record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from escalation.claims.answering import ANSWER
from escalation.claims.book import EvidenceBook
from escalation.claims.fold import HAN
from escalation.claims.lazy import Lazy
from escalation.claims.scene.mentions import Mention
from escalation.claims.scene.scene import Event, EventKind

_CUES: tuple[tuple[tuple[EventKind, ...], Lazy], ...] = (
    (
        ("report",),
        Lazy(
            r"\breport(?:s|ed|ing)?\b|\b(?:tickets?|cases?)\b|\bopened\b|\braised\b|\bwr(?:ote|ite|iting|itten) in\b|"
            r"\bcame in\b|\bcomplain|\bask(?:s|ed|ing)?\b|\brequest|\bsubmitted\b|\bfiled\b|\bletter\b|"
            r"\bwrote (?:to us|first|last)\b|\bhit\b|"
            r"上报|报障|提交|工单|开单|提单|提出|[又再来]提|提过|提了|提的|反馈|来信|请求|报上来|来问",
            re.I,
        ),
    ),
    (
        ("answer", "message"),
        Lazy(
            rf"{ANSWER}|\backnowledg|\btold\b|\bwrote (?:back|again)\b|\bmessage|\bpromis|"
            r"\bthank|\bheard from us\b|\bsuggest|\badvis|告知|答应|承诺|感谢|回信|建议",
            re.I,
        ),
    ),
    (
        ("message", "note"),
        Lazy(r"\breproduc|\bconfirm|\btried\b|\bruled out\b|\bchecked\b|\bnoted\b|复现|确认|排查|核查", re.I),
    ),
    (
        ("message", "solve"),
        Lazy(r"\bstopped\b|\brestarted\b|\breleased\b|\bmended\b|\bfixed\b|\bended\b|停止|重启|修好|修复", re.I),
    ),
    (("message", "report", "note"), Lazy(r"\bsaid\b|\bwrote\b|\bwrites\b|\bcame back\b|说|写道", re.I)),
    (("chat",), Lazy(r"\bchat\b|\bchannel\b|\bcolleague|#\w|群里|频道|聊天|同事", re.I)),
    (("item",), Lazy(r"\btracker\b|\bbug\b|\bdefect\b|\bitem\b|研发单|建单|缺陷|登记|研发条目", re.I)),
    (("renewal",), Lazy(r"\brenew|\bcontract (?:runs|ends|expires)|续约|续费|续签|合同到期", re.I)),
    (("trial",), Lazy(r"\btrial\b|试用", re.I)),
    (
        ("close",),
        Lazy(r"\bdeal\b|\bclos(?:e|es|ing)\b|\bexpansion\b|\badd-?on\b|成交|签单|商机|扩容", re.I),
    ),
    (("signup",), Lazy(r"\bsigned\b|\bcustomer since\b|\bjoined\b|签约|注册|开始合作", re.I)),
    (("due",), Lazy(r"\bdue\b|\bdeadline\b|\bsla\b|\btarget\b|\blimit\b|时限|期限|超时|逾期", re.I)),
    (("solve",), Lazy(r"\bsolved\b|\bclosed\b|\brestored\b|\bresolved\b|\bsettled\b|解决|恢复|关闭", re.I)),
    (("escalation",), Lazy(r"\bescalat|升级", re.I)),
)
_FIRST = Lazy(r"\bfirst\b|\bearliest\b|第一|首次|最早|最初", re.I)
_CONTENT = re.compile(rf"[A-Za-z]{{5,}}|[{HAN}]{{2}}")
_SHORT = re.compile(r"\b[A-Za-z]{4}\b")
_TITLED: frozenset[EventKind] = frozenset({"escalation", "item", "close"})
_COMMON_WORDS = """
first third second their about which customer ticket report reported before after request could would there message wrote
written opened chat tracker asked raised answered response reply renewal renews contract escalated
with from that this were when only
"""
_SAID_ANYWAY = frozenset(
    ["escala", "before", "custom", "ticket", "with", "from", "that", "this", "were", "when", "only"]
)
_COMMON = frozenset(word[:6] for word in _COMMON_WORDS.split())


@lru_cache(maxsize=256)
def kinds_in(text: str) -> frozenset[EventKind]:
    """What may have happened, by the words of a folded text."""
    return frozenset(kind for kinds, words in _CUES if words.search(text) for kind in kinds)


def spoken_of(
    text: str,
    accounts: frozenset[str],
    marks: Iterable[str],
    people: Iterable[Mention],
    book: EvidenceBook,
    otherwise: frozenset[EventKind] = frozenset(),
) -> list[Event]:
    """The events that a folded part of a sentence may mean; `otherwise` are the kinds its other part names. Empty: none known.

    A record or a customer that is named narrows them, then who acted, then words that stand in the record itself.
    """
    named = set(marks)
    events = [event for event in book.scene.events if event.record.lower() in named] if named else []
    who = {mention.person.name for mention in people}
    kinds = kinds_in(text) or (frozenset[EventKind]() if who and not named else otherwise)
    if events:
        chosen = [event for event in events if event.kind in kinds] or [
            event for event in events if event.kind in ("report", "item")
        ]
    else:
        chosen = [event for event in book.scene.events if (event.kind in kinds if kinds else event.person in who)]
        if accounts:
            chosen = [event for event in chosen if event.account in accounts]
    if any(event.person in who for event in chosen):
        chosen = [event for event in chosen if event.person in who]
    if _FIRST.search(text) and chosen and accounts:
        earliest = min(event.at for event in chosen)
        chosen = [event for event in chosen if event.at == earliest]
    return _in_words(text, chosen)


def picked(text: str, kinds: frozenset[EventKind], book: EvidenceBook) -> list[Event]:
    """The one event that the words pick out by its own: an escalation, item or deal by its title, a moment by its sentence."""
    words = {word.lower()[:6] for word in _CONTENT.findall(text)} | {word.lower() for word in _SHORT.findall(text)}
    counts: dict[str, int] = {}
    events = [event for event in book.scene.events if event.kind == "told" or event.kind in kinds & _TITLED]
    for event in events:
        hits = sum(word in event.says.lower() for word in words - (_COMMON if event.kind == "told" else _SAID_ANYWAY))
        if hits > (1 if event.kind == "told" else 0):
            counts[event.says] = hits
    best = [says for says, hits in counts.items() if hits == max(counts.values())]
    return [event for event in events if event.says == best[0]] if len(best) == 1 else []


def in_words(text: str, events: Iterable[Event]) -> list[Event]:
    """The messages in which two words of the text stand that are not said everywhere: "the scheduler was restarted"."""
    words = {word.lower()[:6] for word in _CONTENT.findall(text)} - _COMMON
    short = {word.lower() for word in _SHORT.findall(text)} - _COMMON
    least = {"message": 2, "note": 2, "chat": 2, "told": 1}
    return [
        event
        for event in events
        if event.kind in least
        and sum(word in event.says.lower() for word in words | (short if event.kind == "told" else set[str]()))
        >= least[event.kind]
    ]


def _in_words(text: str, events: list[Event]) -> list[Event]:
    """Those of several messages in which words of the text itself stand, where any has them."""
    messages = [event for event in events if event.kind in ("message", "note", "chat")]
    if len(messages) < 2:
        return events
    words = {word.lower()[:6] for word in _CONTENT.findall(text)} - _COMMON
    held = [event for event in messages if any(word in event.says.lower() for word in words)]
    return held or events
