"""What is decided of an issue, and the records it relies on: enough to tell whether it is on record already."""

from __future__ import annotations

from dataclasses import dataclass, field

from escalation.assessment import Cited, Issue, Lookalike, Override, Reason
from escalation.evidence import Evidence
from escalation.judgement import criteria, decision, override
from escalation.judgement.answers import Answers
from escalation.judgement.case import Case
from escalation.judgement.ledger import Ledger
from escalation.records import Message, TrackerItem
from escalation.sifting import Sifted
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


def weigh(sifted: Sifted, inputs: Inputs | None = None) -> Weighed:
    """Decides over sifted records. Raises `InvalidInput` for an override that is not allowed."""
    given = inputs or Inputs()
    case = case_of(sifted, given)
    lookalikes = background.as_their_records_write(case, sifted.lookalikes[:LOOKALIKES_KEPT])
    reasons = criteria.weigh(case)
    # What tells how support solved the like is no look-alike to warn of.
    followed = {r.values.get("ticket") for r in reasons if r.signal == "similar_solved_by_support"}
    lookalikes = tuple(look for look in lookalikes if look.record_id not in followed)
    decided = decision.decide(case, reasons)
    if decided == "handle" and case.in_doubt is not None:
        # All else speaks for support, so the article that may fit is what it has to offer.
        case = case.settled_by(case.in_doubt[0])
        reasons = criteria.weigh(case)
    escalates = decided == "escalate"
    verdict, overrides = override.overrule(
        override.Verdict(
            decided,
            decision.severity_of(case, reasons) if escalates else None,
            decision.target_of(case, reasons) if escalates else None,
        ),
        given.choice,
        reasons,
    )
    items = references.items_of(case, sifted.topic, sifted.rarity)
    messages = references.messages_of(case, items, sifted.topic, sifted.rarity)
    cited = references.cited_of(case, items, messages)
    return Weighed(sifted, given, case, lookalikes, reasons, verdict, overrides, items, messages, cited)


def case_of(sifted: Sifted, inputs: Inputs | None = None) -> Case:
    """Sifted records and what the reporter added, as the judging rules look at them."""
    given = inputs or Inputs()
    return Case(
        issue=sifted.issue,
        context=sifted.context,
        matched=sifted.matched,
        earlier=sifted.earlier,
        affected=sifted.affected,
        unknown_accounts=sifted.unknown_accounts,
        links=sifted.links,
        heard=sifted.heard,
        standings=sifted.standings,
        solutions=sifted.solutions,
        ledger=Ledger(sifted.now, given.evidence),
        policy=sifted.policy,
        now=sifted.now,
        answers=given.answers.known,
        declined=given.answers.declined,
        duplicates=sifted.duplicates,
    )
