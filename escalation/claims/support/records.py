"""Record counts: what may be counted over tickets and past escalations, and over the customers whose records say a thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Amount, Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Place, Reason
from escalation.claims.scanning.names import Group, ours
from escalation.claims.scene.deeds import kinds_in
from escalation.claims.scene.mentions import mentions
from escalation.claims.stops import CLAUSE_END
from escalation.claims.support.cohorts import RENEWS, Case, by_attribute

_NUMBER = re.compile(r"(?<![A-Za-z\d.,:-])\d{4,}(?![A-Za-z\d:-]|[.,]\d)")
_SLA = Lazy(r"\bsla\b|\blate\b|\bmiss(?:ed)?\b|\bbreach|\boverdue\b|\bon time\b|超时|违约|逾期|晚了|超过", 2)
_ESCALATION = Lazy(r"\bescalat|升级", 2)
_CONTACTS = Lazy(r"\s?[位名个]?(?: (?:known|named|recorded|registered))?\s?(?:contacts?\b|联系人|联络人)", 2)
_LEFT_OUT = Lazy(
    r"\bnot (?:been )?(?:counted|included|part)|\bexclud|\bleft out\b|\bset aside\b|\bunrelated\b|\bmerged\b|\blookalike|"
    r"\bdo(?:es)? not belong|\bdifferent (?:issue|matter|cause)|没有计入|未计入|不计|排除|剔除|无关|并入|不属于|不算",
    2,
)
_THIS_YEAR = Lazy(r"\bthis year\b|今年", 2)
STATES = (
    (Lazy(r"\burgent\b|紧急", 2), frozenset({"urgent"})),
    (Lazy(r"\bhigh[- ]priority\b|\bhigh\b|高优先级?", 2), frozenset({"high"})),
    (Lazy(r"\bnormal\b|普通", 2), frozenset({"normal"})),
    (
        Lazy(r"\b(?:still )?open\b|\bunsolved\b|未解决|未关闭", 2),
        frozenset({"open", "pending", "new", "on_hold", "in_progress"}),
    ),
    (Lazy(r"\bpending\b|\bwaiting\b|待处理", 2), frozenset({"pending", "on_hold"})),
    (Lazy(r"\b(?:solved|closed|resolved)\b|已解决|已关闭", 2), frozenset({"solved", "closed"})),
)
_COUNTABLE = frozenset(
    {"invoices", "customers", "tickets", "times", "escalations", "competitors", "requests", "messages"}
)


def decided(claim: Claim, place: Place, book: EvidenceBook) -> bool | None:
    """Whether the number is the one that the records decide ("two tickets missed an SLA"); None where they decide none."""
    if not claim.amount or not book.cases:
        return None
    contacts = _CONTACTS.match(place.sentence, place.end(claim))
    if contacts and claim.amount.bound == "exact":
        known = [len(account.contacts) for id_, account in book.accounts.items() if _is(id_, place.group)]
        named = {each.person for each in mentions(place.sentence, book) if each.person.account in book.accounts}
        # "A and B, the other two contacts", or those left when A is named.
        return claim.amount.value in {*known, sum(known), len(named), *(count - len(named) for count in known)}
    return None


_PART = Lazy(
    r"(?: \w+)? (?:out )?of (?:them|those|these|the|our|all)\b|(?:\s?[张家位个条次])?(?:是|在|有|与|与此|关于|来自)", 2
)
_PART_AHEAD = Lazy(r"(?:[中里内]|当中|其中)(?:有|的|只有|仅)?\s?$", 2)


def of_a_whole(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """ "Two of the six", 五张中有三张: a part of what the sentence counts, unless the records decide how many there are."""
    if not claim.amount or claim.amount.bound != "exact" or by_attribute(place.clause, book.accounts, None) is not None:
        return False
    if RENEWS.search(place.clause):
        return False
    end, told = place.end(claim), place.told("figure")
    ahead = _PART_AHEAD.search(place.sentence, max(0, place.offset - 8), place.offset)
    behind = _PART.match(place.sentence, end) and " of " in place.sentence[end : end + 24]
    return bool(ahead or behind) and any(claim.amount.value <= value <= _FEW for value in told)


_FEW = 12


_LABELLED = Lazy(r"[(（#]$|\brequest $|请求\s?$", 2)
""" "Their request (20806)" and "request 20806" name it as well."""

_FEW_DIGITS = 3
"""A number of fewer digits is a count before it is a ticket."""


def numbered(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Many helpdesks number their tickets and nothing more: "20832" names one, unless it counts something else."""
    span = place.sentence[place.offset : place.end(claim)]
    labels = bool(_LABELLED.search(place.sentence, max(0, place.offset - 12), place.offset))
    counted = claim.nouns - ({"tickets", "requests"} if labels else {"tickets"})
    told_of = place.sentence[place.offset + len(span) :].lstrip().startswith("的")  # 20892 的首次响应
    return len(span) >= _FEW_DIGITS and (told_of or not counted) and span in book.ticket_numbers


def recorded(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Whether the number is a count of late tickets, of escalations by target or severity, or of customers who say the same."""
    if not claim.amount or claim.nouns - _COUNTABLE:
        return False
    counts = set(late(place, book)) if _SLA.search(place.sentence) else set[int]()
    if not claim.nouns or claim.nouns & {"times", "messages", "tickets"}:
        counts |= set(_by_person(place, book))
    if claim.nouns & {"times", "messages"} and not _ESCALATION.search(place.sentence):
        counts |= set(_by_side(place, book))
    counts |= {*_in_time(place, book), *_by_state(place, book)}
    if _ESCALATION.search(place.sentence):
        counts |= set(_by_kind(place, book))
    if _LEFT_OUT.search(place.sentence) and claim.nouns & {"tickets", "invoices"}:
        counts |= set(_left_out(book))
    counts |= set(_of_sort(place, book)) - {1}
    return claim.amount.value in counts - {0}


def late(place: Place, book: EvidenceBook) -> Iterator[int]:
    """How many of the tickets named, or of their customers', missed the first answer, the resolution, either; and all misses."""
    for cases in _groups(place, book):
        answers = sum(_missed(case.answer_due, case.answered, book) for case in cases)
        solutions = sum(_missed(case.solve_due, case.solved, book) for case in cases)
        either = sum(
            _missed(case.answer_due, case.answered, book) or _missed(case.solve_due, case.solved, book)
            for case in cases
        )
        yield from (answers, solutions, either)


def _groups(place: Place, book: EvidenceBook) -> Iterator[list[Case]]:
    marks, digits = place.marks, set(_NUMBER.findall(place.sentence))  # a ticket's number may be digits alone
    yield [case for case in book.cases if case.record.lower() in marks or case.record in digits]
    yield [case for case in book.cases if _is(case.account, place.group)]


def _missed(due: object, done: object, book: EvidenceBook) -> bool:
    return bool(due and book.now and (done or book.now) > due)  # type: ignore[operator]


def _is(account: str | None, group: Group) -> bool:
    return not group or ("account", account or "") in group


def _by_kind(place: Place, book: EvidenceBook) -> Iterator[int]:
    past = [
        each for id_, account in book.accounts.items() if _is(id_, place.group) for each in account.escalation_history
    ]
    yield from Counter(each.target for each in past).values()
    yield from Counter(each.severity for each in past).values()


def _by_person(place: Place, book: EvidenceBook) -> Iterator[int]:
    """How often somebody whom the sentence names wrote: tickets, messages, both."""
    for name in {each.person.name for each in mentions(place.sentence, book)}:
        kinds = [event.kind for event in book.scene.events if event.person == name]
        tickets, messages = kinds.count("report"), len(kinds) - kinds.count("report")
        yield from (tickets, messages, tickets + messages)


def _by_side(place: Place, book: EvidenceBook) -> Iterator[int]:
    """How many messages we, and they, wrote on the tickets of the customers spoken of."""
    kinds = ("message", "report")
    mine = [event for event in book.scene.events if event.kind in kinds and _is(event.account, place.group)]
    theirs = [event.kind for event in mine if not event.inside]
    yield from (len(mine) - len(theirs), theirs.count("message"), len(theirs))


def _in_time(place: Place, book: EvidenceBook) -> Iterator[int]:
    """Customers and tickets of this year, or of a day or month that the sentence names; the days on which tickets came."""
    reports = [(event.at.date(), event.account) for event in book.scene.events if event.kind == "report"]
    inside: list[list[str | None]] = []
    kinds = kinds_in(place.sentence)
    if "report" not in kinds or kinds & {"renewal", "close", "trial"}:
        return
    if book.now and _THIS_YEAR.search(place.sentence):
        year = book.now.year
        inside.append([who for day, who in reports if day.year == year])
    for told in (each.day for each in place.beside if each.day and each.day.month):
        inside.append([who for day, who in reports if day.month == told.month and told.day in (None, day.day)])
    for whose in inside:
        yield from (len(whose), len(set(whose)))


def _by_state(place: Place, book: EvidenceBook) -> Iterator[int]:
    """Tickets of the priority or state that the sentence names."""
    for words, states in STATES:
        if words.search(place.sentence):
            cases = [case for case in book.cases if _is(case.account, place.group) and states & set(case.states)]
            yield from (len(cases), len({case.account for case in cases}))


def _left_out(book: EvidenceBook) -> Iterator[int]:
    """Tickets that the assessment set aside: all, those of one reason, those of another matter."""
    reasons = Counter(book.left_out)
    yield from (len(book.left_out), *reasons.values())


_STEM = Lazy(r"[a-z]+-(?=\w*\d)", 2)


def _of_sort(place: Place, book: EvidenceBook) -> Iterator[int]:
    """ "One of the two invoices, INV-20791": how many of its sort the source of an id names."""
    for each in place.beside:
        if each.kind == "identifier" and (stem := _STEM.match(each.key)):
            sort = re.compile(rf"\b{re.escape(stem[0])}\w+", re.I)
            yield from (len({*sort.findall(fact.says)}) for fact in book.index.marks.get(each.key, ()))


_TICKETS = Lazy(
    r" (?:of (?:(?:the|these|those|our|all|its|their) )?(?:\w+ )?tickets\b|of them\b|(?:\w+ )?tickets?\b)|\s?张(?:工单)?",
    2,
)
_WHOLE = Lazy(r"\bof (?:the |these |those |our |all )?$|\bthe $", 2)
_WHOLE_ZH = Lazy(r"\s?张(?:工单)?(?:之)?[中里内]")
_LINKED = Lazy(r"\blink(?:ed|s)?\b|\battached\b|关联|挂[到在]|链接", 2)
_LATE = Lazy(
    r"\boverdue\b|\bpast (?:its|their|the|our)? ?(?:sla|target|due|limit)|\bbreach|\bmissed\b"
    r"|超时|违约|逾期|超期|超出 ?SLA|已超出",
    2,
)
_LOOSE = Lazy(
    r"\bnot\b|n't\b|\bno\b|\bnever\b|\bnone\b|未|没|尚|\bwill\b|\bshould\b|\bsame\b|\bolder\b|\bother\b|\bmore\b|另|还有|其余|同一|\bwait|\bpending\b|\bhigh\b|\bnormal\b|等",
    2,
)
"""What makes it another count than that of the tickets before us."""


def miscounted(claim: Claim, place: Place, book: EvidenceBook) -> Reason | None:
    """Why so many tickets are not what the clause says of them; None where it says nothing that is counted, or rightly."""
    if claim.kind != "figure" or not claim.amount or claim.amount.bound != "exact" or not book.cases:
        return None
    end = place.end(claim)
    if not _TICKETS.match(place.sentence, end) or _WHOLE_ZH.match(place.sentence, end):
        return None
    if _WHOLE.search(place.sentence, 0, place.offset):
        return None
    start, stop = CLAUSE_END.around(place.sentence, place.offset, end)
    words = place.sentence[start:stop]
    if _LOOSE.search(words):
        return None
    readings = set(_readings(words, place, book))
    return Reason("figure_unknown") if readings and claim.amount.value not in readings else None


_BOTH = Lazy(r"\bboth\b(?= (?:of )?(?:the |these |its |their )?tickets)", 2)


def both(text: str) -> Iterator[Claim]:
    """Each "both" of a folded text that counts tickets, as the number it is."""
    for match in _BOTH.finditer(text):
        yield Claim("figure", *match.span(), amount=Amount(Fraction(2)), nouns=frozenset({"tickets"}))


def _readings(words: str, place: Place, book: EvidenceBook) -> Iterator[int]:
    """The counts that the clause may mean, none where it names nothing that is on record of a ticket."""
    named = ours(place.near)
    cases = [case for case in book.cases if not named or case.account in named]
    if _LINKED.search(words):
        yield from _linked(place.marks, cases, book)
    elif _LATE.search(words):
        yield from late(place, book)
    else:
        for pattern, states in STATES:
            if pattern.search(words):
                yield sum(bool(states.intersection(case.states)) for case in cases)


def _linked(marks: frozenset[str], cases: list[Case], book: EvidenceBook) -> Iterator[int]:
    ours = {case.record.lower() for case in cases}
    links = [
        tickets for item, tickets in book.scene.links if not marks & {i for i, _ in book.scene.links} or item in marks
    ]
    for tickets in (*links, frozenset[str]().union(*links)):
        yield len(tickets)
        yield len(tickets & ours)
