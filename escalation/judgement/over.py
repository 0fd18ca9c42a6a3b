"""Whether it is over by the records themselves: the last word of a ticket says that what it tells of has stopped."""

from __future__ import annotations

import re

from escalation.judgement.case import Case
from escalation.judgement.heard import Said
from escalation.judgement.security import is_security
from escalation.reading.threads.entries import entries, sentences
from escalation.reading.threads.symptom import symptomatic
from escalation.records import Account
from escalation.text.folding import fold

_WAS = re.compile(
    r"\b(?:was|were|had been|went)\b[^,.;]*\b(?:yesterday|last (?:night|week)|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|earlier)\b"
    r"|[断挂崩宕停]过|(?:昨[天晚]|前天|上周|[周星][期]?[一二三四五六日天])[^，。；]{0,12}(?:过|了一次|中断)"
)
_QUOTING = re.compile(r"[\"“「『]")
"""Words that quote an error ("host unreachable") tell of a message, not of a service that is down."""
_LOOKS_BACK = re.compile(
    r"\b(?:why|whether|want(?:ed)? to know|like to know|root cause|report|explanation|what happened"
    r"|nothing (?:is |was |got )?(?:lost|missing|broken))\b|没有?[丢缺少坏]|想知道|为什么|会不会|怎么回事|原因|报告|说明"
)
"""Who asks what it was, or says what it left whole, has it no more."""
_RELEASE = re.compile(
    r"\b(?:fixed|solved|resolved|gone|mended|corrected) (?:\w+ )?(?:in|with|by)"
    r" (?:the next|version |release |v)?\s?(?:\d+\.\d|release|version)"
    r"|\d+\.\d[\d.]*\s*(?:版本?|里|中|会|将|已|就|才|都){0,3}(?:修|解决|恢复|正常|好了)|下(?:个|一)版"
)
"""Of a release it is told what it will mend, and not that anything has stopped."""
_ANEW = re.compile(
    r"\b(?:refresh\w*|reload\w*|re-?opened|f5|logg?(?:ed|ing) (?:out|in) again|sign(?:ed|ing) (?:out|in) again)\b"
    r"|刷新|重新(?:登录|打开|加载|进入)|重登|再(?:打开|登录)"
)
"""Who reloads a page sees their own again: that closes no hole."""
_TROUBLE = frozenset({"production_down", "blocked", "degraded", "broken", "recurrence"})


def down_now(case: Case) -> tuple[Said, ...]:
    """What says that production is down, by the named customer or, with none named, by anyone affected; not what was."""
    told = case.own.affirmed("production_down")
    return tuple(s for s in told if not _QUOTING.search(s.words) and not is_past(s, case))


def is_past(told: Said, case: Case) -> bool:
    """Whether the same ticket says in the same message or later that it stopped, and not that it came back; of the typed line,
    whether it tells of what was, and the records that it stopped."""
    if told.record_id is None:
        return _WAS.search(fold(told.words)) is not None and stopped(case) is not None
    return _stopped(case, told.record_id, told) is not None


def stopped(case: Case) -> Said | None:
    """The latest words by which it stopped, where each report is solved or ends on such words; None where one does not, where
    nothing says so, and for what never runs or stops: a wish."""
    if case.issue.kind in {"feature", "relationship"} or not case.tickets:
        return None
    handed = {piece.id for piece in case.pieces}
    if any(s.record_id in handed and s.signal in _TROUBLE and s.polarity == "affirmed" for s in case.heard.said):
        return None
    ends = [_stopped(case, t.id) for t in case.tickets if not t.solved]
    if not ends or not all(ends):
        return None
    return max((e for e in ends if e), key=lambda e: (e.at is not None, e.at))


def over_for(case: Case) -> tuple[tuple[Account, Said], ...]:
    """Where it goes on for some: those affected whose own reports all end on words that it stopped for them."""
    if stopped(case) is not None or case.issue.kind in {"feature", "relationship"} or len(case.affected) < 2:
        return ()
    found: list[tuple[Account, Said]] = []
    for account in case.affected:
        ends = [_stopped(case, t.id) for t in case.tickets if t.account_id == account.id and not t.solved]
        if ends and all(ends):
            found.append((account, max((e for e in ends if e), key=lambda e: (e.at is not None, e.at))))
    return tuple(found)


def _stopped(case: Case, ticket: str, told: Said | None = None) -> Said | None:
    """The last words of a ticket that it stopped (after `told`), unless trouble is told after them."""
    said = [s for s in case.heard.said if s.record_id == ticket and s.polarity == "affirmed" and s.at is not None]
    ends = [s for s in said if s.signal == "resolved_now" and not _RELEASE.search(fold(s.words))]
    if any(_ANEW.search(fold(s.words)) for s in ends) and is_security(case):
        ends = [s for s in ends if not _ANEW.search(fold(s.words))]
    if not ends:
        return None
    last = max(ends, key=lambda s: s.at or case.now)
    after = [s for s in said if s.signal in _TROUBLE and s.at and last.at and s.at > last.at]
    back = [s for s in said if s.signal == "recurrence" and s.at == last.at]
    earlier = told is not None and told.at is not None and last.at is not None and told.at > last.at
    return None if after or back or earlier or _shows_again(case, last) else last


def _shows_again(case: Case, end: Said) -> bool:
    """Whether the customer names what goes wrong in a later message, in whatever words."""
    later = (
        entry
        for ticket in case.tickets
        if ticket.id == end.record_id
        for entry in entries(ticket)
        if entry.role == "customer" and end.at is not None and entry.at > end.at
    )
    told = (s for entry in later for s in sentences(entry.text) if not s.endswith(("?", "？")))
    return any(symptomatic(s) and not _LOOKS_BACK.search(fold(s)) for s in told)
