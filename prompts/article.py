"""A known-issue article from what is on record, for customers to read: nothing in it that is not theirs (domain.md §8)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from escalation.assessment import Assessment
from escalation.language import language_of
from escalation.reading.symptoms import error_strings, versions
from escalation.records import Ticket
from escalation.register.state import EscalationState
from escalation.terms import Language
from prompts.filters import day
from prompts.for_customers import subject_for
from prompts.plain import one_line
from prompts.render import phrase, render

_LONGEST = 120
_CODE = 8
"""Characters up to which an error text is a mere code ("http 502")."""

_CALLED_AN_ERROR = re.compile(
    r"(?:\b(?i:errors?|error code|code)|报错|報錯|错误码?|錯誤碼?)[ :：]{1,3}"
    r"([A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,8})(?![A-Za-z0-9_])"
)


@dataclass(frozen=True)
class KnownIssue:
    """Title and body, markdown without headings; `area` is the product area it belongs to."""

    title: str
    body: str
    area: str | None = None


def known_issue(
    found: Assessment,
    state: EscalationState,
    language: Language,
    fit: Callable[[str], bool],
    *,
    gives_way: bool = False,
) -> KnownIssue:
    """Symptom, time, cause and solution as far as they are on record and `fit` says that the public may read them.

    `gives_way`: it ended by something that support or the customer can do again. A customer's own words are not quoted, but
    for the error that the product showed them and a subject that gives nobody away.
    """
    public = found.model_copy(update={"account": None})
    tickets = sorted((each.ticket for each in found.matched), key=lambda ticket: ticket.created_at)
    # A reader knows the message and the words of their own language first.
    tickets.sort(key=lambda ticket: language_of(f"{ticket.subject} {ticket.description}") != language)
    seen = _first(_errors(found, tickets), fit)
    subject = next((told for ticket in tickets if (told := subject_for(public, ticket.subject)) and fit(told)), None)
    area = next((ticket.product_area for ticket in tickets if ticket.product_area), None)
    began = found.facts.first_reported_at or state.opened_at
    cause = next((each for each in state.causes if language_of(each) == language), state.cause)
    mended = bool(state.solution) and state.status in ("resolved", "closed") and not gives_way
    body = render(
        "article.md.j2",
        language,
        seen=seen,
        subject=subject,
        environment=[each for each in _environment(found, state) if fit(each)],
        began=day(began),
        ended=day(state.ended_at) if state.ended_at and day(state.ended_at) != day(began) else None,
        cause=_passed(cause, fit),
        cause_in=_foreign(cause, language),
        solution=_passed(state.solution, fit),
        solution_in=_foreign(state.solution, language),
        mended=mended,
        over=day(state.ended_at) if state.ended_at else None,
    )
    key = "article_title_seen" if seen else "article_title_subject" if subject else "article_title_area"
    title = phrase(key, language, seen=seen, subject=subject, area=area, began=began)
    return KnownIssue(one_line(title), body.strip(), area)


def _environment(found: Assessment, state: EscalationState) -> list[str]:
    """Where it was seen; the release that brought the fix is in the threads too, and it was not seen there."""
    told = found.reproduction.environment[:6] if found.reproduction else ()
    fixed = {item.fixed_in.lstrip("v") for item in found.items if item.fixed_in}
    fixed = (fixed | set(versions(state.solution or ""))) - set(versions(state.cause or ""))
    return [each for each in told if fixed.isdisjoint(versions(each))]


def _foreign(text: str | None, language: Language) -> str | None:
    """The language that words of the record are in, where it is not the reader's."""
    return phrase(f"language_{language_of(text)}", language) if text and language_of(text) != language else None


def _errors(found: Assessment, tickets: list[Ticket]) -> list[str]:
    """Errors as the reports and the typed line write them."""
    texts = (found.issue.text, *(f"{ticket.subject}\n{ticket.description}" for ticket in tickets))
    shown = ((_as_written(error).search(text), error) for text in texts for error in error_strings(text))
    called = (code for text in texts for code in called_errors(text))
    return [*(written.group() if written else error for written, error in shown), *called]


def called_errors(text: str) -> list[str]:
    """Codes that only the word before them makes errors ("error RECUR_DUP_KEY"): whoever has one will search for it."""
    return [found.group(1) for found in _CALLED_AN_ERROR.finditer(text)]


def _as_written(error: str) -> re.Pattern[str]:
    """Blanks come and go when an error is read."""
    return re.compile(r"\s*".join(map(re.escape, "".join(error.split()))), re.IGNORECASE)


def _first(texts: list[str], fit: Callable[[str], bool]) -> str | None:
    """The longest error text: a bare code says little."""
    shown = sorted((one_line(text) for text in texts), key=len, reverse=True)
    return next((text for text in shown if _CODE < len(text) <= _LONGEST and fit(text)), None)


def _passed(text: str | None, fit: Callable[[str], bool]) -> str | None:
    told = one_line(text) if text else ""
    return told if told and fit(told) else None
