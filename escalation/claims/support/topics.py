"""Topics of a length of time: where the words say which two moments lie apart, only those moments count.

So for what is told from now on or until now, and for hours that a contract or our own rhythm gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import combinations

from escalation.claims.answering import ANSWER
from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place
from escalation.claims.scanning.names import Group, Key
from escalation.claims.stops import STATEMENT_END
from escalation.claims.support import dates
from escalation.claims.support.cohorts import Case
from escalation.claims.support.derive import BUT
from escalation.claims.support.facts import Fact
from escalation.claims.support.index import resolve

Pair = tuple[datetime, datetime]
_ANSWER = Lazy(
    r"first (?:answer|response|reply)|\banswered\b|\bresponded\b|首次(?:响应|回复|答复)|首响|得到(?:首次)?(?:响应|回复|答复)",
    re.I,
)
_SPOKEN = Lazy(rf"{ANSWER}|合同|sla|-hour", re.I)
_OPEN = Lazy(r"\bopen (?:for|since)|(?:ticket|case) is .{0,12}\bold\b|工单.{0,6}(?:打开|开了)|已开单", re.I)
_OLDEST = Lazy(r"\boldest\b|\blongest\b|最早|最久", re.I)
_DUE = Lazy(r"\bdue\b|\bdeadline|\btarget|\bsla\b|时限|期限|到期|截止", re.I)
_OVERDUE = Lazy(
    r"(?:target|deadline|resolution|due).{0,24}\b(?:passed|missed|expired|lapsed)|\boverdue\b|past (?:its|the|their) |"
    r"超时|逾期|超期|过期|超出|多了|\b(?:beyond|over|past) the (?:agreed|limit|target)|\bexceed",
    re.I,
)
_SPARE = Lazy(
    r"\bto spare\b|\bshort of\b|\binside (?:the|its)\b"
    r"|\bbefore (?:the|its|their|our) (?:\w+ )?(?:limit|target|deadline)|\bin time\b|[离距差]|提前|早于",
    2,
)
_LATE_BY = Lazy(r"(?:[晚迟]了|超时了?|逾期了?|超出了?)\s?[约近整]?$")
_LATE_BEHIND = Lazy(r"[\w ]{1,24}?(?:minutes?|hours?|days?) (?:too )?late\b", 2)
""" "Seventeen hours late": not how long it took."""
_BY = Lazy(
    r"\s?by (?:about |some |over |almost |nearly |more than |at least )?(?:an?\b|\d|[a-z]+ (?:minute|hour|day|week))", 2
)
_RENEWS = Lazy(r"\brenew(?:s|al)\b(?: is)? (?:in\b|due in)|续约(?:还有|仅剩|只剩)|距续约", re.I)
_TRIAL = Lazy(r"\btrial (?:ends|runs out|expires)?.{0,12}\bin\b|试用(?:还有|仅剩|只剩|期还)", re.I)
_REPORT = Lazy(
    r"\breported\b|\bphoned\b|\bcalled (?:us|in|support)\b|来电|致电|"
    r"\bfollowed\b|\breports? (?:came|followed)|\btickets? (?:came|followed)|上报|提交|报障|提单|提交工单|相隔|apart|"
    r"[早晚先](?:了|些)?[报提]|[早晚先]反[馈映]",
    re.I,
)
_AFTER = Lazy(r"\bafter\b|\blater\b|\bafter that\b|\bapart\b|[之以]?后|相隔|间隔|比.{1,24}[早晚先]", re.I)
_SINCE_REPORT = Lazy(
    r"\bafter (?:the|their|his|her|its) (?:report|ticket|letter|request|message)\b|(?:报障|提单|提交|上报|反馈)[之以]?后",
    re.I,
)
_LEFT = Lazy(r"剩|还有|\bleft\b|\bremain|from now\b|\bto go\b", re.I)


FIRST_REPORT = Lazy(
    r"first (?:report|ticket|complaint)|since (?:the|their|its) report|(?:been|still|is) open (?:for|since)|open for\b"
    r"|首报|首次(?:上报|反馈|报告|提出)|第一次(?:上报|反馈|报告)|最早",
    2,
)


def pairs(place: Place, book: EvidenceBook) -> list[Pair] | None:
    """The moments that a length in this place may lie between; None where its words do not say which."""
    if not book.cases or not book.now:
        return None
    group = frozenset[Key]() if BUT.search(place.sentence) else place.group
    marks = place.marks
    named = [case for case in book.cases if case.record.lower() in marks]
    mine = named or [case for case in book.cases if _is(case.account, group)]
    if _SINCE_REPORT.search(place.clause) and not _ANSWER.search(place.clause):
        return list(_since_report(mine, book))
    after = _AFTER.search(place.sentence) and _REPORT.search(place.clause) and not _ANSWER.search(place.clause)
    if after and (place.keys or len(book.accounts) == 1):
        return list(_apart(place, book))
    return next((list(told) for told in _by_topic(place, book, book.now, mine, named)), None)


def _by_topic(
    place: Place, book: EvidenceBook, now: datetime, mine: list[Case], named: list[Case]
) -> Iterator[Iterable[Pair]]:
    """Pairs by what the words speak of, the first that fits in front. `named` are the tickets told by their ids."""
    words = _told_by(place)
    if _ANSWER.search(words) or (_SPARE.search(words) and _ANSWER.search(place.sentence)):
        late = [(case.answer_due, case.answered or now) for case in mine if case.answer_due and _OVERDUE.search(words)]
        if _SPARE.search(words):
            late += [(case.answered, case.answer_due) for case in mine if case.answer_due and case.answered]
        late_by = _LATE_BY.search(place.sentence, max(0, place.offset - 8), place.offset)
        if late_by or _LATE_BEHIND.match(place.sentence, place.offset):
            yield _late(mine, now)
        yield [*_answers(mine, now), *((a, b) for a, b in late if a < b)]
    if _OPEN.search(words):
        oldest = [min(mine, key=lambda case: case.created)] if mine and _OLDEST.search(words) else mine
        brought = () if named else _brought(place, book)
        yield [*((case.created, case.solved or now) for case in oldest), *((at, now) for at in brought)]
    if _OVERDUE.search(words):
        yield _late(mine, now)
    for pattern, name in ((_RENEWS, "renewal_date"), (_TRIAL, "trial_ends")):
        if pattern.search(words):
            yield _ahead(place.group, book, now, name)
    if _LEFT.search(words):
        dues = [due for case in named for due in (case.solve_due, case.answer_due) if due and due > now]
        ends = dues if dues and _DUE.search(place.sentence) else book.ages(place.spoken, dates=True, messages=False)
        yield [(now, at) for at in ends if at > now]


def _told_by(place: Place) -> str:
    """The clause, and of "open past its SLA, by 13 hours" the words of which that is the measure."""
    if not _BY.match(place.clause):
        return place.clause
    start, _ = STATEMENT_END.around(place.sentence, place.offset, place.offset)
    return f"{place.sentence[start : place.offset]}{place.clause}"


def _since_report(cases: list[Case], book: EvidenceBook) -> Iterator[Pair]:
    """From each ticket to whatever happened on it, and to the other tickets."""
    for case in cases:
        for event in book.scene.events:
            if event.at > case.created and (event.record == case.record or event.kind in ("report", "item")):
                yield case.created, event.at


def _brought(place: Place, book: EvidenceBook) -> list[datetime]:
    """When customers wrote what the host brought in: a request is open since then, whatever our own tickets say."""
    created = {case.created for case in book.cases}
    return [at for at in book.first_reports(place.group) if at not in created] if book.brought else []


def told_of(says: str, words: str) -> bool:
    """Whether a source that tells a length may be meant, where the words speak of a first answer."""
    return not says or not _ANSWER.search(words) or bool(_SPOKEN.search(says))


def _is(account: str | None, group: Group) -> bool:
    return not group or any(key == ("account", account) for key in group)


def _answers(cases: list[Case], now: datetime) -> Iterator[Pair]:
    for case in cases:
        if case.answered:
            yield case.created, case.answered
            if case.answer_due and case.answer_due < case.answered:
                yield case.answer_due, case.answered
        else:
            yield case.created, now


def _late(cases: list[Case], now: datetime) -> Iterator[Pair]:
    for case in cases:
        for due, done in ((case.solve_due, case.solved), (case.answer_due, case.answered)):
            if due and due < (done or now):
                yield due, done or now


def _apart(place: Place, book: EvidenceBook) -> Iterator[Pair]:
    """What lies between the reports of two customers, or two of one, and between one and a moment that a source names."""
    times = sorted(((case.created, case.account or "") for case in book.cases), key=lambda each: each[0])
    both = place.near if len(place.near) > 1 else place.keys if len(place.keys) == 1 else place.group
    for (first, a), (second, b) in combinations(times, 2):
        ends = _is(a, both), _is(b, both)
        if all(ends) or (any(ends) and len(place.near) < 2):
            yield first, second
    if len(place.near) > 1:
        return
    for case in book.cases:
        if _is(case.account, place.keys):
            yield from ((at, case.created) for at in book.named_times(frozenset()))
            yield from ((at, case.created) for at in book.moments if at < case.created)


def _ahead(group: Group, book: EvidenceBook, now: datetime, name: str) -> Iterator[Pair]:
    for id_, account in book.accounts.items():
        day = getattr(account, name)
        if day and _is(id_, group):
            yield now, datetime(day.year, day.month, day.day, tzinfo=UTC)


_TOPICS = {
    "response": Lazy(ANSWER, re.I),
    "resolution": Lazy(r"resol|\bsolv|\bfix|解决|修复", re.I),
    "update": Lazy(r"\bupdat|更新|通报", re.I),
}


_CONTRACT = Lazy(r"\bcontract|\bagreed|\bsla\b|合同|约定", re.I)


_AGREED = Lazy(
    r"\bcontract|\bagreed|\bsla\b|\btargets?\b|\blimit|\ballow|\bagainst\b|\binstead\b|\bpromis|\bdue\b|\bwithin\b|\brequire|"
    r"-(?:hour|day)|\bevery\b|\bthe (?:\w+ )?\w+ (?:hours|days)\b|合同|约定|时限|期限|承诺|应[在于该]|"
    r"目标|标准|超|规定|每|内|要求",
    re.I,
)


_COMPUTED = (
    ("resolution due", _AGREED),
    ("first response", Lazy(rf"{ANSWER}|\bwait|\blate\b|等|晚|迟|超|逾", re.I)),
    ("solved", Lazy(r"resol|\bsolv|\bfix|\bclos|\blate\b|\btook\b|restor|解决|修复|恢复|关闭|用了|晚|迟|超|逾", re.I)),
)


def same_topic(fact: Fact, clause: str, sentence: str) -> bool:
    """An hour of the SLA is said of what it is agreed for, where the clause says what it speaks of."""
    if _LEFT.search(clause) and (fact.claim.nouns or fact.says.startswith("resolution due")):
        return False  # Nor is it what is left of it.
    computed = next((pattern for start, pattern in _COMPUTED if fact.says.startswith(start)), None)
    if computed and not computed.search(sentence):
        return False
    if not _AGREED.search(clause) and not told_of(fact.says, clause):
        return False
    if "policy" in fact.claim.nouns:
        return not _CONTRACT.search(clause)
    if not fact.claim.nouns:
        return True
    if not _AGREED.search(clause):
        return False  # A length that a contract gives is no length that passed.
    topics = {name for name, pattern in _TOPICS.items() if pattern.search(clause)}
    return not topics or bool(topics & fact.claim.nouns)


_AHEAD = Lazy(
    r"(?:距(?:今|离)?|还有|还剩|只剩|仅剩|剩下?)[^，。；,;\d]{0,14}$"
    r"|\b(?:renew(?:s|al)?|due|ends?|expires?|closes?|runs? out)\b[^,.;:]{0,10} in(?: [a-z]+){0,2} $",
    2,
)
_STILL = Lazy(r"还|剩")
_AHEAD_AFTER = Lazy(r"[ -](?:left|from now|to go|remaining|away|off)\b", 2)
_PAST_AFTER = Lazy(r" (?:ago|old)\b|[之以]?前(?![后一两])", 2)
_TO_NOW = Lazy(r"\bago\b|\bold\b|\bpassed\b|\bsince\b|到现在|至今|已经?|距今|[之以]?前$", 2)
_LAST = Lazy(
    r"\blast (?:message|word|repl(?:y|ies)|update|note|heard|wrote)|最后一[条次封]?(?:消息|来信|回复|更新|反馈)"
    r"|最近一[条次封](?:消息|来信|回复|更新)|上一?次(?:来信|回复|更新)",
    2,
)
_SHORT = frozenset({"hour", "minute"})


def from_now(claim: Claim, place: Place, book: EvidenceBook) -> list[Pair] | None:
    """The moments between which such a length must lie; None where the words set it otherwise."""
    now = book.now
    if not now:
        return None
    if _TO_NOW.search(place.clause):
        if FIRST_REPORT.search(place.clause):
            return [(at, now) for at in book.first_reports(place.group)]
        if _LAST.search(place.clause):
            return list(_last_words(place, book, now)) or None
    text, end = place.sentence, place.end(claim)
    sides = {True} if _PAST_AFTER.match(text, end) else set[bool]()
    if ahead := _AHEAD.search(text, max(0, place.offset - 40), place.offset):
        # 距今两天 may be either way, 距今还有两天 only ahead.
        sides |= {False} if not ahead[0].startswith("距") or _STILL.search(ahead[0]) else {True, False}
    if _AHEAD_AFTER.match(text, end):
        sides |= {False}
    return [(at, now) for past in sides for at in _told(claim, place, book, now, past=past)] or None


def _told(claim: Claim, place: Place, book: EvidenceBook, now: datetime, *, past: bool) -> Iterator[datetime]:
    """The moments before or after now that the statement tells: days for lengths in days and more, else times of a day.

    A day told alone may be told a second time with an hour, on another clock.
    """
    alone = any(each.day for each in place.beside)
    for each in place.beside:
        if STATEMENT_END.search(place.sentence, *place.between(claim, each)):
            continue
        if claim.unit in _SHORT and each.clock and each.clock.day:
            at = (fact.at for fact in dates.times(each.clock, book) if fact.at)
            yield from (each for each in at if (each < now) == past)
        elif claim.unit not in _SHORT and (told := each.day or (each.clock.day if alone and each.clock else None)):
            years = [told.year] if told.year else [now.year - past, now.year + 1 - past]
            days = [day for year in years if (day := resolve(replace(told, year=year), now.date()))]
            near = [day for day in days if (day < now.date()) == past]
            yield from (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (near[-1:] if past else near[:1]))


def _last_words(place: Place, book: EvidenceBook, now: datetime) -> Iterator[Pair]:
    """When each customer spoken of wrote last, and when we last wrote to them."""
    last: dict[tuple[str | None, bool], datetime] = {}
    for event in book.scene.events:
        if event.kind in ("report", "answer", "message") and (not place.mine or event.account in place.mine):
            who = event.account, event.inside
            last[who] = max(event.at, last.get(who, event.at))
    yield from ((at, now) for at in last.values())
