"""Record counts: what may be counted over tickets and past escalations, and over the customers whose records say a thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from escalation.claims.book import EvidenceBook
from escalation.claims.cohorts import Case
from escalation.claims.facts import Fact
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.people import mentions
from escalation.claims.reasons import Group, Place

_SLA = Lazy(r"\bsla\b|\blate\b|\bmiss(?:ed)?\b|\bbreach|\boverdue\b|\bon time\b|超时|违约|逾期|晚了|超过", 2)
_ESCALATION = Lazy(r"\bescalat|升级", 2)
_COUNTABLE = frozenset({"customers", "tickets", "times", "escalations", "competitors", "requests", "messages"})
_MENTIONED = frozenset({"customers", "tickets", "competitors"})


def recorded(claim: Claim, place: Place, book: EvidenceBook) -> bool:
    """Whether the number is a count of late tickets, of escalations by target or severity, or of customers who say the same."""
    if not claim.amount or claim.nouns - _COUNTABLE:
        return False
    counts = set(late(place, book)) if _SLA.search(place.sentence) else set[int]()
    if not claim.nouns or claim.nouns & {"times", "messages", "tickets"}:
        counts |= set(_by_person(place, book))
    if _ESCALATION.search(place.sentence):
        counts |= set(_by_kind(place, book))
    if not claim.nouns or claim.nouns & _MENTIONED:
        counts |= set(_saying(place, book))
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
        yield from (answers, solutions, either, answers + solutions)


def _groups(place: Place, book: EvidenceBook) -> Iterator[list[Case]]:
    marks = {each.key for each in place.beside if each.kind == "identifier"}
    yield [case for case in book.cases if case.record.lower() in marks]
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


def _saying(place: Place, book: EvidenceBook) -> Iterator[int]:
    """How many customers' records have a date, a figure's identifier or a quotation that the sentence tells."""
    for each in place.beside:
        facts: list[Fact] = []
        if each.day and each.day.day:
            facts = [fact for fact in book.index.on(each.day) if fact.says]
        elif each.kind == "identifier":
            facts = [fact for fact in book.index.marks.get(each.key, []) if fact.says]
        yield len({fact.account for fact in facts if fact.account in book.accounts})
