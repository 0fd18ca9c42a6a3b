"""What is decided of an issue, and the records it relies on: enough to tell whether it is on record already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from escalation.assessment import Cited, Issue, Lookalike, Override, Reason
from escalation.context import Context
from escalation.evidence import Evidence
from escalation.judgement import aside, criteria, decision, gravest, override, spoken
from escalation.judgement.answers import Answers
from escalation.judgement.case import Case
from escalation.judgement.handed_in import handed_in
from escalation.judgement.heard import Heard, Said, listen
from escalation.judgement.hosted import not_records
from escalation.judgement.ledger import Ledger
from escalation.judgement.shown_plainly import shown_on_record
from escalation.judgement.told_exposure import exposures_of
from escalation.policy import Policy
from escalation.records import Message, TrackerItem
from escalation.sifting import Sifted, sift
from escalation.telling import background, references
from escalation.terms import Target

LOOKALIKES_KEPT = 12


@dataclass(frozen=True)
class Inputs:
    """What the reporter and earlier steps add to the records."""

    answers: Answers = field(default_factory=Answers)
    evidence: tuple[Evidence, ...] = ()
    choice: override.Choice = field(default_factory=override.Choice)
    reported_by: str | None = None
    said: Mapping[str, datetime] = field(default_factory=dict[str, datetime])
    """When each answer on record was given, by question id; the others are given now."""
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """By answer or quotation, the names in it of customers that the issue is not about."""


@dataclass(frozen=True)
class Weighed:
    """A case with its verdict, before anything is told of it. Its ledger goes on with what is told, which is done once."""

    sifted: Sifted
    given: Inputs
    case: Case
    lookalikes: tuple[Lookalike, ...]
    reasons: tuple[Reason, ...]
    verdict: override.Verdict
    overrides: tuple[Override, ...]
    items: tuple[TrackerItem, ...]
    messages: tuple[Message, ...]
    cited: Cited

    @property
    def issue(self) -> Issue:
        return self.case.issue

    @property
    def target(self) -> Target | None:
        return self.verdict.target


def sift_for(issue: Issue, context: Context, policy: Policy, now: datetime, given: Inputs) -> Sifted:
    """`sift`, of the issue as it would be were there no security where somebody set that aside and may: nothing but the sound
    of its words speaks for it."""
    reason = aside.reason_to(given.answers, given.choice)
    if reason and aside.only_sounds_so(issue.text, given.answers):
        sifted = sift(issue, context, policy, now)
        if override.hold_of(_reasons(case_of(sifted, given), sifted, given)) == override.UNSURE:
            other = sift(aside.as_set_aside(issue, reason), context, policy, now)
            if not _speaks(case_of(other, given), other, given):
                return other
        return sifted
    return sift(issue, context, policy, now)


def weigh(sifted: Sifted, inputs: Inputs | None = None) -> Weighed:
    """Decides over sifted records. Raises `InvalidInput` for an override that is not allowed."""
    given = inputs or Inputs()
    case = case_of(sifted, given)
    lookalikes = background.as_their_records_write(case, sifted.lookalikes[:LOOKALIKES_KEPT])
    reasons = _reasons(case, sifted, given)
    # What tells how support solved the like is no look-alike to warn of.
    followed = {r.values.get("ticket") for r in reasons if r.signal == "similar_solved_by_support"}
    lookalikes = tuple(look for look in lookalikes if look.record_id not in followed)
    decided = decision.decide(case, reasons)
    if decided == "handle" and case.in_doubt is not None:
        # All else speaks for support, so the article that may fit is what it has to offer.
        case = case.settled_by(case.in_doubt[0])
        reasons = criteria.weigh(case)
    if decided == "handle" and not any(map(_for_support, reasons)):
        reasons = (*reasons, spoken.rather_support(case))
    escalates = decided == "escalate"
    severity = decision.severity_of(case, reasons) if escalates else None
    if severity == "critical":
        severity, reasons = gravest.justified(case, reasons)
    verdict, overrides = override.overrule(
        override.Verdict(
            decided,
            severity,
            decision.target_of(case, reasons) if escalates else None,
        ),
        given.choice,
        reasons,
    )
    if case.issue.set_aside:
        apart = tuple(aside.departures(verdict, case.issue.set_aside))
        overrides = (*apart, *(o for o in overrides if o.field not in {each.field for each in apart}))
    items = references.items_of(case, sifted.topic, sifted.rarity)
    messages = references.messages_of(case, items, sifted.topic, sifted.rarity)
    cited = references.cited_of(case, items, messages)
    return Weighed(sifted, given, case, lookalikes, reasons, verdict, overrides, items, messages, cited)


def _reasons(case: Case, sifted: Sifted, given: Inputs) -> tuple[Reason, ...]:
    """As they are weighed; a concern that nothing but the sound of the line speaks for is told as that."""
    reasons = criteria.weigh(case)
    sounds = (
        override.concerns_security(reasons)
        and not case.exposure
        and aside.only_sounds_so(case.issue.text, given.answers)
    )
    if not sounds or _speaks(case, sifted, given):
        return reasons
    return tuple(
        r.model_copy(update={"signal": "security_possible"}) if r.signal == "security_concern" else r for r in reasons
    )


def _for_support(reason: Reason) -> bool:
    """That nothing is on record is no reason why support can handle it."""
    return reason.stance == "against" and reason.criterion != "insufficient_info"


def _speaks(case: Case, sifted: Sifted, given: Inputs) -> bool:
    items = references.items_of(case, sifted.topic, sifted.rarity)
    messages = references.messages_of(case, items, sifted.topic, sifted.rarity)
    return aside.records_speak(case, (look.record_id for look in sifted.lookalikes), items, messages, given.evidence)


def _on_record(sifted: Sifted) -> tuple[Said, ...]:
    """What the reports of those who are named, or of all, tell of an exposure in plain words; nothing where somebody set that
    aside, or an article says that it is meant to be so."""
    if sifted.issue.set_aside or sifted.solutions.valid or sifted.issue.kind == "feature":
        return ()
    tickets = [s.ticket for s in sifted.matched]
    named = {a.id for a in sifted.context.named}
    return tuple(shown_on_record([t for t in tickets if t.account_id in named] or tickets))


def case_of(sifted: Sifted, inputs: Inputs | None = None) -> Case:
    """Sifted records and what the reporter added, as the judging rules look at them."""
    given = inputs or Inputs()
    named = sifted.context.named
    owner = named[0].id if len(named) == 1 else None
    pieces = handed_in(not_records(given.evidence, sifted.context), owner)
    # What stands for a ticket where no support platform is connected tells of one as much as any piece.
    exposures = tuple(exposures_of(handed_in(given.evidence, owner), given.answers.known, given.others))
    exposures = exposures or _on_record(sifted)
    return Case(
        issue=sifted.issue.model_copy(update={"kind": "security"}) if exposures else sifted.issue,
        context=sifted.context,
        matched=sifted.matched,
        earlier=sifted.earlier,
        affected=sifted.affected,
        unknown_accounts=sifted.unknown_accounts,
        links=sifted.links,
        heard=Heard((*sifted.heard.said, *listen("", pieces).said)) if pieces else sifted.heard,
        pieces=pieces,
        standings=sifted.standings,
        solutions=sifted.solutions,
        ledger=Ledger(sifted.now, given.evidence, sifted.context.handed_in),
        policy=sifted.policy,
        now=sifted.now,
        answers=given.answers.known,
        declined=given.answers.declined,
        said=given.said,
        duplicates=sifted.duplicates,
        exposures=exposures,
    )
