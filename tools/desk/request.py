"""What was asked of the desk, as it is kept on the record of an escalation and read from it again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from escalation.errors import InvalidInput
from escalation.judgement.override import Choice
from escalation.judgement.understand import readable
from escalation.reading.secrets.mask import mask
from escalation.ruling import Ruling
from escalation.terms import Language

LINE = "line"


@dataclass(frozen=True)
class Request:
    """What was asked: the issue as typed and what the reporter added. `answers` are by question id."""

    issue: str
    account: str | None = None
    language: Language | None = None
    answers: Mapping[str, str] = field(default_factory=dict[str, str])
    choice: Choice = field(default_factory=Choice)
    reporter: str | None = None
    rulings: tuple[Ruling, ...] = ()
    """What was found by hand of records that somebody read."""
    counted: frozenset[str] = frozenset()
    """Tickets of the escalation on record that the request joins: on its record already, and so in no request."""
    said: Mapping[str, datetime] = field(default_factory=dict[str, datetime])
    """When what is on record was said (aware UTC): answers by question id, the line under `LINE`. What is missing is said now."""


def masked(request: Request) -> Request:
    """People paste keys into every field of a form; issue and answers are masked where they are read."""
    account, reason, reporter = (
        text and mask(text) for text in (request.account, request.choice.reason, request.reporter)
    )
    rulings = tuple(each.model_copy(update={"reason": mask(each.reason)}) for each in request.rulings)
    choice = replace(request.choice, reason=reason)
    return replace(request, account=account, choice=choice, reporter=reporter, rulings=rulings)


def as_data(request: Request) -> dict[str, Any]:
    choice = request.choice
    return {
        "issue": mask(readable(request.issue)),
        "account": request.account,
        "language": request.language,
        "answers": {q: mask(a) for q, a in request.answers.items()},
        "choice": [
            choice.decision,
            choice.severity,
            choice.target,
            choice.reason,
            *([dict(choice.reasons)] if choice.reasons else []),
        ],
        "reporter": request.reporter,
        # As it was written before a ticket could be related, where none is.
        "rulings": [each.model_dump(exclude=None if each.related else {"related"}) for each in request.rulings],
    }


def from_data(data: Mapping[str, Any]) -> Request:
    try:
        rulings = tuple(map(Ruling.model_validate, data.get("rulings", ())))
        return Request(
            data["issue"], data["account"], data["language"], data["answers"], Choice(*data["choice"]), data["reporter"],
            rulings,
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as fault:
        raise InvalidInput("The record of this escalation cannot be read.", "Prepare the issue anew.") from fault
