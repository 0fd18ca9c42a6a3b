"""The error strings that the reports of an issue show, the most telling first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from escalation.judgement.case import Case
from escalation.matching.profile import GENERIC_ERRORS, opening
from escalation.reading.symptoms import alone, error_strings
from escalation.reading.threads.entries import entries, sentences
from escalation.reading.threads.withdrawn import way_is_gone
from escalation.records import Ticket
from escalation.text.folding import fold


def telling_errors(case: Case) -> tuple[str, ...]:
    """Error strings as the reports write them: codes and messages before status codes, then the one most tickets show."""
    counts = Counter(e for s in case.matched for e in s.profile.errors if _tells(e))
    counts.update(e for e in case.issue.error_strings if _tells(e))
    counts.update(e for piece in case.pieces for e in errors_in(piece) if _tells(e))
    texts = [case.issue.text, *(opening(t) for t in case.tickets), *map(told_by, case.pieces)]
    ranked = sorted(counts, key=lambda e: (e in GENERIC_ERRORS, -counts[e], e))
    return tuple(_as_written(e, texts) for e in ranked if not _only_of_a_way_round(case, e))


def showing_it(case: Case, error: str) -> tuple[Ticket, ...]:
    """The matching tickets that show it: as an error of theirs, or letter for letter somewhere in the thread."""
    stands = alone(error).search
    return tuple(
        s.ticket for s in case.matched if error.lower() in s.profile.errors or any(map(stands, s.ticket.texts))
    )


def told_by(piece: Ticket) -> str:
    """The words of a piece that was handed in, without orders to a machine."""
    return "\n".join(entry.text for entry in entries(piece))


def errors_in(piece: Ticket) -> set[str]:
    """The error strings of a piece that was handed in."""
    return set(error_strings(told_by(piece)))


WRONG_VALUE = re.compile(
    r"\b(?:jump(?:s|ed|ing)?|(?:goes|go|went|falls|drops) (?:back )?to (?:0|zero)|resets? to|off by|differs?|doubled|twice"
    r"|too (?:high|low|many|few|much|little)|wrong (?:values?|figures?|totals?|numbers?|amounts?|hours|dates?|order)"
    r"|\d (?:\w+ )?(?:more|less|higher|lower)|(?:higher|lower|more|less) than|do(?:es)? not (?:add up|match))\b"
    r"|归零|偏[高低大小多少]|不准|翻倍|对不上|变成\s*0|[高低多少差]了?\s*\d|多算|少算"
)
_ERROR_SAID = re.compile(
    r"\b(?:errors?|fail(?:s|ed|ing|ure)?|exceptions?|crash\w{0,4}|messages?|codes?|refus\w{1,4}"
    r"|cannot|can['’]?t|could ?n['’]?t|[45]\d\d)\b"
    r"|报错|错误|提示|失败|崩|无法|打不开|不能|闪退"
)


def wrong_without_error(tickets: Iterable[Ticket]) -> bool:
    """Whether customers tell of a wrong value and of nothing that refuses or fails: no message comes with that."""
    told = [*map(fold, _by_customers(tickets))]
    return any(map(WRONG_VALUE.search, told)) and not any(map(_ERROR_SAID.search, told))


_MESSAGE_QUOTED = re.compile(
    r"(?i)(?:\b(?:says?|shows?|showing|reads?|messages?|pops? up|popup|errors?)\b|出现|出現|显示|顯示|提示"
    r"|报错?|報錯?|弹出|彈出|跳出)"
    r"[^\n「『“\"]{0,20}[「『“\"][^」』”\"\n]{4,200}[」』”\"]"
)
_CODE_SAID = re.compile(
    r"(?:\b[Ee]rror|\b[Ff]ault|\b[Cc]ode|[错錯][误誤](?:码|碼)?|故障[码碼]|代[码碼]|[报報])"
    r"\W{0,3}(?:\w{1,12} ){0,2}[A-Z]{2,6}-?\d{1,6}\b"
)


def message_quoted(tickets: Iterable[Ticket]) -> bool:
    """Whether a customer gives the message between quotation marks or as a code: then nobody asks for it again."""
    return any(_MESSAGE_QUOTED.search(each) or _CODE_SAID.search(each) for each in _by_customers(tickets))


def _by_customers(tickets: Iterable[Ticket]) -> Iterator[str]:
    return (entry.text for ticket in tickets for entry in entries(ticket) if entry.role == "customer")


def sources_of(case: Case, error: str, showing: Iterable[Ticket]) -> tuple[str, ...]:
    """Evidence of an error: the tickets that show it, else what was handed in, else the reporter's words."""
    pieces = (p.id for p in case.pieces if error.lower() in map(str.lower, errors_in(p)))
    return tuple(_cited(case, ticket, error) for ticket in showing) or tuple(pieces) or (case.by_reporter(),)


def _cited(case: Case, ticket: Ticket, error: str) -> str:
    """The report where it holds the error, else the sentence of the thread in which it stands."""
    stands = alone(error).search
    if stands(f"{ticket.subject}\n{ticket.description}"):
        return case.ledger.ticket(ticket)
    told = ((s, e.at) for e in entries(ticket) for s in sentences(e.text) if stands(s))
    words, at = next(told, (None, None))
    return case.ledger.ticket(ticket, words, at=at)


def _only_of_a_way_round(case: Case, error: str) -> bool:
    """Whether the threads tell it only of a way round that works no more: it is not what the fault shows."""
    if error in case.issue.error_strings:
        return False
    stands = alone(error).search
    told = [s for m in case.matched for text in m.ticket.texts if stands(text) for s in sentences(text) if stands(s)]
    return bool(told) and all(map(way_is_gone, told))


def _tells(error: str) -> bool:
    """A bare word such as "error" names nothing."""
    return " " in error or "_" in error or any(c.isdigit() for c in error) or len(error) > 12


def _as_written(error: str, texts: list[str]) -> str:
    hits = (re.search(re.escape(error), text, re.IGNORECASE) for text in texts)
    return next((hit.group() for hit in hits if hit), error.upper() if error.startswith("http ") else error)
