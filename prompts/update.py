"""What a customer is told, phase by phase: nothing that is internal, unconfirmed or not theirs (domain.md §11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from escalation.assessment import Assessment
from escalation.clocks.rhythm import next_update
from escalation.policy import Policy
from escalation.promises.standing import WORD, rhythm_promised, still_to_come
from escalation.reading.threads.upset import upset
from escalation.records import Ticket
from escalation.terms import Language
from escalation.updates import phase as told
from escalation.updates.addressed import addressed
from escalation.updates.cause import cause_known, is_not_theirs_to_mend, ours
from escalation.updates.mended import mended_not_out
from escalation.updates.past import is_past
from escalation.updates.told import Told, told_before
from escalation.updates.worked_elsewhere import worked_elsewhere
from prompts.advice import NONE, Advice, advice
from prompts.composing.story import as_in
from prompts.for_customers import solution_for, subject_for, way_for
from prompts.plain import disarm, one_line
from prompts.render import render
from prompts.script import convention, in_script
from prompts.their_clock import for_customer
from prompts.unkept import too_long, unkept

Phase = Literal[told.Phase, "solution"]
PHASES: tuple[Phase, ...] = get_args(Phase)
"""domain.md §11, and `solution`: the reply when support can handle it."""

LAST: frozenset[Phase] = frozenset({*told.LAST, "solution"})
"""Phases after which no further update is owed on a clock."""

_WAITING: frozenset[Phase] = frozenset(
    {"acknowledged", "investigating", "nothing_new", "partial_recovery", "de_escalated"}
)
"""Phases in which a known way round is worth telling again; with the last of them it is what the customer goes on with."""

Heard = Literal["not_yet", "before", "settled"]
"""What the customer had from us under this escalation: nothing, word of it, or that it was over though it came back since."""

_CODE = 8
"""Characters up to which an error text is a mere code, told by the ticket well enough."""

_SPOKEN = frozenset({"phone", "voice", "call", "internal", "meeting"})


@dataclass(frozen=True)
class Approved:
    """What somebody with the right to do so has cleared for the customer; nothing of it is guessed.

    `known` and `cause` are confirmed statements, `doing` what is being done, `to_do` what the customer should do,
    `decision` the answer to a feature request. Each is shown as given, in the customer's language.
    """

    known: str | None = None
    cause: str | None = None
    doing: str | None = None
    to_do: tuple[str, ...] = ()
    decision: str | None = None
    done: str | None = None
    """How it was solved, told once it is over."""
    way: str | None = None
    """The way round that ended it: how the customer goes on working."""


def customer_update(
    assessment: Assessment,
    language: Language,
    phase: Phase = "acknowledged",
    *,
    next_update_at: datetime | None = None,
    approved: Approved | None = None,
    heard: Heard = "not_yet",
    handed: bool = False,
    data_seen: bool = False,
) -> str:
    """The text for the customer, as markdown without headings.

    `next_update_at` (UTC) follows the escalation's clock; without it, the default cadence of the severity from the assessment's
    instant. `heard` keeps a second letter from opening like the first, and from passing over that it was said to be over;
    `handed` says that a team has it: until then it is only said to be on its way. `data_seen`: somebody else saw their data, and
    they reported nothing.
    Quotes only the subject of the customer's own ticket, and steps only from a public article, and neither when
    `prompts.for_customers` finds something in it that is not the customer's to read.
    """
    ticket = own_ticket(assessment)
    spoken = ticket is not None and (ticket.channel or "").lower() in _SPOKEN
    # An agent worded the subject of a call, for colleagues.
    subject = subject_for(assessment, ticket.subject) if ticket and not spoken else None
    timezone = assessment.account.timezone if assessment.account else None
    due = None if phase in LAST else next_update_at or default_next_update(assessment)
    solution = _advice(assessment, ticket, phase, language)
    seen = _seen(assessment, ticket) if ticket else None
    told_them = told_here(assessment, language)
    to = addressed(assessment)
    mended = _matter(assessment) == "fault" and mended_not_out(assessment, ticket)
    written = render(
        f"updates/{'data_seen' if data_seen else phase}.md.j2",
        language,
        over=phase in told.LAST,
        reader=to,
        subject=disarm(subject) if subject else None,
        ticket=ticket.id if ticket and (ticket.channel or "").lower() != "internal" else None,
        reported=for_customer(ticket.created_at, timezone, language) if ticket else None,
        seen=seen,
        matter=_matter(assessment),
        # An internal article or an old ticket tells us how, though not in words for this customer.
        assured=assessment.solution is not None or assessment.precedent is not None,
        theirs=any(r.signal == "customers_cause" for r in assessment.reasons),
        next_update=for_customer(due, timezone, language) if due else None,
        approved=approved or Approved(),
        heard=heard,
        handed=handed,
        told=told_them.words if told_them else None,
        told_at=for_customer(told_them.at, timezone, language).strip() if told_them else None,
        # The cause is open only as long as nobody has said anything of it, to them or among ourselves.
        cause_open=told_them is None and not mended and not cause_known(assessment),
        mended=mended,
        asks=_asks(assessment),
        asked=_asked_of_leaders(assessment),
        stands=_stands(assessment, ticket, language),
        ours=_matter(assessment) in ("fault", "answer") and ours(assessment, ticket),
        sorry=_kept_from_work(assessment),
        upset=_upset(assessment, ticket),
        waited=unkept(assessment, language)
        or (too_long(assessment, language, wish=_matter(assessment) == "wish") if heard == "not_yet" else None),
        incident=assessment.incident.kind if assessment.incident else None,
        **solution,
    )
    if language == "en":
        return written
    name = assessment.account.name if assessment.account else None
    kept = (
        to.name if to else None,
        subject,
        seen,
        name,
        solution["url"],
        told_them.words if told_them else None,
        solution["answer"],
    )
    return in_script(written, convention(assessment.account), kept)


def interim_phase(assessment: Assessment) -> Phase:
    """Which interim word fits: where an article answers, the answer; a wish is with the product team.

    Who has heard from us already is not thanked for writing, and a complaint about us is not merely received.
    """
    if assessment.decision == "handle" and any(solution_for(assessment)[:2]):
        return "solution"
    if assessment.decision != "escalate":
        return "acknowledged"
    if assessment.target == "product":
        return "feature_decision"
    if assessment.target == "leadership" and told.complains_of_us(assessment):
        return "executive_response"
    if assessment.target in ("engineering", "l2", "security") and _heard_from_us(assessment):
        return "investigating"
    return "acknowledged"


def told_here(assessment: Assessment, language: Language) -> Told | None:
    """What the named customer was told last of how this stands; None where no customer is named."""
    own = assessment.account.id if assessment.account else None
    tickets = [m.ticket for m in assessment.matched if own and m.ticket.account_id == own]
    return told_before(tickets, language, assessment.at)


def _kept_from_work(assessment: Assessment) -> bool:
    """Whether the named customer's own people cannot work: they hear first that we are sorry for it."""
    if assessment.account is None or _matter(assessment) != "fault":
        return False
    named = assessment.account.name
    blocked = any(r.signal == "customer_blocked" and r.values.get("account") == named for r in assessment.reasons)
    return blocked or any(r.signal == "production_down" for r in assessment.reasons)


def _asks(assessment: Assessment) -> bool:
    """Whether it is a question how something is done, and nothing that fails."""
    return assessment.decision == "handle" and any(r.signal == "guidance_needed" for r in assessment.reasons)


def _asked_of_leaders(assessment: Assessment) -> list[str]:
    """What the named customer asks leaders for in words of their own, and may be said back: nothing of money or terms."""
    own = assessment.account.id if assessment.account else None
    tickets = [m.ticket for m in assessment.matched if own and m.ticket.account_id == own]
    wrote = [c.body for t in tickets for c in t.comments if c.role == "customer"]
    said = " ".join(
        one_line(text) for text in (*wrote, *(words for t in tickets for words in (t.subject, t.description)))
    )
    theirs = (each for each in assessment.wanted if each.words and one_line(each.words) in said)
    return [each.kind for each in theirs if each.kind in ("call", "plan", "explain")]


def _stands(assessment: Assessment, ticket: Ticket | None, language: Language) -> dict[str, object] | None:
    """What we promised on `ticket` for a time to come, and when the customer wrote since: no letter takes it back."""
    own = assessment.account
    owed = still_to_come(ticket, own, assessment.at) if ticket and own else None
    if owed is None or owed.promise.due is None or own is None:
        return None
    theirs = (c.at for c in owed.ticket.comments if c.role == "customer" and owed.said.at < c.at <= assessment.at)
    got = max(theirs, default=None)
    return {
        "by": for_customer(owed.promise.due, own.timezone, language).strip(),
        "word": owed.promise.kind in WORD,
        "got": for_customer(got, own.timezone, language).strip() if got else None,
    }


def _upset(assessment: Assessment, ticket: Ticket | None) -> bool:
    """Whether the line or the customer's own words show that they are angry with us."""
    wrote = (c.body for c in ticket.comments if c.role == "customer") if ticket else ()
    said = (ticket.subject, ticket.description, *wrote) if ticket else ()
    return any(upset(text) for text in (assessment.issue.text, *said))


Matter = Literal["fault", "wish", "answer", "safety", "duty", "leaders"]


def _matter(assessment: Assessment) -> Matter:
    """What the customer waits for: only after a fault is there a cause to find and something to get working again."""
    if assessment.target == "leadership":
        return "leaders"
    if assessment.target == "security":
        return "duty" if assessment.incident and assessment.incident.kind == "compliance" else "safety"
    if assessment.target == "product":
        return "wish"
    return "answer" if assessment.decision == "handle" else "fault"


def _heard_from_us(assessment: Assessment) -> bool:
    """Whether every customer who may get this text had an answer: one who had none is to hear first that it arrived."""
    own = assessment.account.id if assessment.account else None
    tickets = [m.ticket for m in assessment.matched if own is None or m.ticket.account_id == own]
    answered = [any(c.role == "agent" and c.public and c.at <= assessment.at for c in t.comments) for t in tickets]
    return bool(answered) and all(answered)


AS_SURE = 0.9


def own_ticket(assessment: Assessment) -> Ticket | None:
    """The named customer's newest ticket that is as surely of this issue as any; None when no customer is named.

    What only whose it is ties to a question that support answers was not asked there: no answer may name it. What was closed
    is asked anew, and nobody is thanked for the old one.
    """
    if assessment.account is None:
        return None
    own = [m for m in assessment.matched if m.ticket.account_id == assessment.account.id]
    if assessment.decision == "handle":
        own = [m for m in own if m.ties != ("named",) and not is_past(m.ticket, assessment)]
    newest = max(own, key=lambda m: m.ticket.created_at, default=None)
    best = max(own, key=lambda m: (m.score, m.ticket.created_at), default=None)
    if newest is None or best is None:
        return None
    return newest.ticket if newest.score >= AS_SURE * best.score else best.ticket


def default_next_update(assessment: Assessment) -> datetime:
    """When the customer clock is due if this text is sent at the assessment's instant (`escalation.clocks.rhythm`)."""
    tickets = [match.ticket for match in assessment.matched]
    every = rhythm_promised(tickets, assessment.account, assessment.at)
    return next_update(assessment.at, assessment.severity, assessment.account, Policy(), assessment.target, every)


def _seen(assessment: Assessment, ticket: Ticket) -> str | None:
    """An error text that the customer themselves wrote to us, fit to be said back."""
    wrote = (ticket.subject, ticket.description, *(c.body for c in ticket.comments if c.role == "customer"))
    shown = (
        text for text in assessment.issue.error_strings if any(text.casefold() in each.casefold() for each in wrote)
    )
    found = next((text for text in shown if len(text) > _CODE and subject_for(assessment, text)), None)
    return as_in(wrote, found) if found else None


def _advice(assessment: Assessment, ticket: Ticket | None, phase: Phase, language: Language) -> Advice:
    if phase != "solution" and phase not in _WAITING:
        return NONE
    if phase != "solution" and is_not_theirs_to_mend(assessment, ticket):
        return NONE
    elsewhere = way_for(assessment, worked_elsewhere(assessment, ticket, language)) if phase != "solution" else ()
    if elsewhere and not assessment.solution:
        return {**NONE, "steps": elsewhere}
    zone = assessment.account.timezone if assessment.account else None
    return advice(assessment, ticket, language, lambda at: for_customer(at, zone, language), waits=phase != "solution")
