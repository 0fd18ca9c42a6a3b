"""A request as far as it may take effect: what Security holds, and what cannot be ruled, takes nothing else with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from escalation.assessment import Assessment
from escalation.errors import InvalidInput
from escalation.judgement.answers import denies, read_answers
from escalation.judgement.aside import QUESTION
from escalation.judgement.override import HELD, HeldBySecurity, hold_of
from escalation.matching.ruled import together
from escalation.ruling import Ruling
from escalation.telling.by_when import QUESTIONS as BY_WHEN
from escalation.telling.by_when import Unread, unread, zone_of
from tools.desk.request import Request
from tools.serving.quoting import plain


class RulingsHeld(InvalidInput):
    """A security concern would be none any more by some rulings, which `ids` names."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        named = ", ".join(id_[:40] for id_ in ids)
        super().__init__(
            f"This is a security concern, and by what was ruled on {named} it would be none: it stays with the security team,"
            " and that ruling did not take effect.",
            "Leave it; if the matter turns out harmless, record de_escalated with update_escalation after Security has looked.",
        )
        self.ids = ids


def not_denied(found: Assessment, request: Request) -> tuple[str, ...]:
    """That an answer that it is no matter of security did not take effect: a word or a record speaks of it."""
    answer = request.answers.get(QUESTION)
    if answer is None or not denies(answer) or hold_of(found.reasons) < HELD:
        return ()
    return ("A word of the line or a record speaks of security, so the answer to security_matter did not take effect.",)


_UNDATED: dict[Unread, str] = {
    "not_read": "it was not read as a time",
    "whose_time": "it is not known whose time that is",
    "passed": "that time has passed",
}


def not_dated(found: Assessment, request: Request) -> tuple[str, ...]:
    """That an answer to "by when?" sets no deadline, and why."""
    answers = read_answers({q: request.answers[q] for q in BY_WHEN if q in request.answers}).known
    return tuple(
        f"The answer to {question}, “{plain(answers[question], 80)}”, sets no deadline: {_UNDATED[why]}. Give day and hour, in"
        " the customer's own time or with the zone: “2026-03-21 03:00 UTC”, “tonight 11 pm”, “3月21日20:00（北京时间）”."
        for question, why in unread(answers, found.at, zone_of(found.account, found.affected))
    )


@dataclass(frozen=True)
class Allowed:
    """What of a request may take effect, and why the rest does not."""

    request: Request
    refused: tuple[InvalidInput, ...] = ()

    @property
    def worth_doing(self) -> bool:
        """Whether anything else was asked beside what is refused."""
        asked = self.request
        return not self.refused or bool(asked.rulings or asked.choice or asked.answers)

    def without(self, held: HeldBySecurity | RulingsHeld) -> Allowed:
        """The rest. Raises `held` where that leaves as much: what is held was not asked now."""
        if isinstance(held, HeldBySecurity):
            rest = replace(self.request, choice=held.allowed)
        else:
            rest = replace(self.request, rulings=tuple(r for r in self.request.rulings if r.record_id not in held.ids))
        if rest == self.request:
            raise held
        return Allowed(rest, (*self.refused, held))


def culprits(
    before: tuple[Ruling, ...], new: Iterable[Ruling], concerned: Callable[[tuple[Ruling, ...]], bool]
) -> tuple[str, ...]:
    """Ids of those among `new` that would take a matter from Security, each tried beside those that would not."""
    kept, found = before, list[str]()
    for each in new:
        tried = together(kept, (each,))
        if concerned(tried):
            kept = tried
        else:
            found.append(each.record_id)
    return tuple(found)
