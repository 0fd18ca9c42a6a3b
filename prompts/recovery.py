"""Words for making up for incidents: the rung, its steps, what was left out or refused, and the papers it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from escalation.policy import Policy
from escalation.policy_recovery import Approval
from escalation.recovery.incidents import Sort, Why
from escalation.recovery.ladder import Avoid, Owner, Paper
from escalation.recovery.plan import Dated
from escalation.recovery.wishes import Refusal
from escalation.terms import Language
from prompts.plain import disarm
from prompts.render import phrase, render

Gap = Literal["cause", "fix", "length", "prevention", "remedy", "signer", "attendees"]
"""What a paper leaves open for a person to fill in."""

CUSTOMERS: frozenset[Paper] = frozenset({"incident_report", "commitment"})
"""Papers that the customer reads; the others stay in the house."""


@dataclass(frozen=True)
class Told:
    """One incident as its customer is told of it; None where that is not known or not fit to be told."""

    began: str
    subject: str | None = None
    ticket: str | None = None
    hours: float | None = None
    going_on: bool = False
    cause: str | None = None
    fix: str | None = None
    about: bool = False
    """Its length goes by when support wrote that it was over."""


def rung(number: int, language: Language) -> str:
    return phrase(f"rung_{number}", language)


def act(step: Dated, account: str, policy: Policy, language: Language) -> str:
    """What is to be done, as one request."""
    gift = policy.gifts.most_usd if policy.gifts.any else None
    percent = policy.compensation.most_percent
    return phrase(f"act_{step.act}", language, account=disarm(account), gift=gift, percent=percent)


def owner(who: Owner, names: Sequence[str], language: Language) -> str:
    """ "account owner (Li Wei)"."""
    named = ("、" if language == "zh" else ", ").join(map(disarm, names))
    role = phrase(f"owner_{who}", language)
    if not named:
        return role
    return f"{role}（{named}）" if language == "zh" else f"{role} ({named})"


def approval(what: Approval, approvers: Mapping[Approval, str], language: Language) -> str:
    return phrase(f"approval_{what}", language, by=disarm(approvers.get(what, "")) or None)


def avoid(what: Avoid, language: Language) -> str:
    return phrase(f"avoid_{what}", language)


def left(why: Why, language: Language) -> str:
    return phrase(f"left_{why}", language)


def sort(what: Sort, language: Language) -> str:
    return phrase(f"sort_{what}", language)


def refusal(what: Refusal, policy: Policy, language: Language) -> tuple[str, str]:
    """Why it is refused, and what is done instead."""
    gift = policy.gifts.most_usd if policy.gifts.any else None
    return phrase(f"refusal_{what}", language, gift=gift), phrase(f"instead_{what}", language, gift=gift)


def judge(language: Language) -> str:
    """What to make of a wish in which no rule found anything."""
    return phrase("refusal_none", language)


def gap(what: Gap, language: Language, numbers: Sequence[int] = ()) -> str:
    """What to fill in; `numbers` are the incidents it is missing for, as the paper counts them."""
    return phrase(f"gap_{what}", language, numbers=[str(number) for number in numbers])


def hint(number: int, item: str, words: str, language: Language) -> str:
    """Where the tracker may name the cause of the incident that the paper counts as `number`."""
    return phrase("gap_hint", language, number=number, item=disarm(item), words=disarm(words))


def title(paper: Paper, language: Language) -> str:
    return phrase(f"paper_{paper}", language)


def paper(which: Paper, language: Language, **values: object) -> str:
    """A paper as markdown; the templates say which values each needs."""
    return render(f"recovery/{which}.md.j2", language, **values)
