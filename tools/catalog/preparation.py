"""An assessment as the answer of prepare_escalation, kept within what a model should have to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tools import coverage, instants
from tools.catalog.by_hand import counted_by_hand, overruled, what_changed
from tools.catalog.evidence_lines import evidence_lines, once
from tools.results.prepared import Arguments, Asked, Facts, Known, NeedsAnswer, Preparation, Readiness
from tools.serving import budget
from tools.serving.quoting import bare, listed, orders_in, plain

if TYPE_CHECKING:
    from escalation.assessment import Assessment, Finding, Lookalike
    from escalation.records import Account
    from escalation.terms import Category, Language
    from tools.desk.desk import Prepared

LIMIT = 2_500
"""Tokens of either half of the answer: issue 2."""

_HOW = (
    "Only a person can tell. Put these to them in one message; prepare_escalation takes what they say as answers, keyed by"
    " question id, with the same issue and escalation_id. What they do not know stays out."
)
_NEW = 6
_SUBJECT = 60
_KEPT = ((24, 200, 6), (16, 140, 5), (10, 110, 4), (6, 80, 3), (3, 60, 2), (0, 60, 1))
"""Steps of shortening: evidence lines, characters of each quotation, sentences of each list."""


def preparation(prepared: Prepared, language: Language | None, *, confirmed: bool | None = None) -> Preparation:
    """The fullest answer that fits `LIMIT`; what was cut is named in `more`. `language` defaults to the issue's.

    `confirmed` is False after a form that came back without answers: nobody said no, nobody may have seen it.
    """
    language = language or prepared.assessment.issue.language
    asked, say = "not confirmed" if confirmed is False else None, _Wording(language)
    for kept in _KEPT[:-1]:
        answer = _answer(prepared, say, asked, *kept)
        if budget.cost(answer) <= LIMIT:
            return answer
        answer = _unnamed(answer, prepared, say, kept)
        if budget.cost(answer) <= LIMIT:
            return answer
    return _unnamed(_answer(prepared, say, asked, *_KEPT[-1]), prepared, say, _KEPT[-1])


def _unnamed(answer: Preparation, prepared: Prepared, say: _Wording, kept: tuple[int, int, int]) -> Preparation:
    """The same without the subjects of the most doubtful look-alikes."""
    looks = prepared.assessment.lookalikes[: kept[-1]]
    return answer.model_copy(update={"ruled_out": _ruled_out(looks, say, named=False)})


def _answer(
    prepared: Prepared, say: _Wording, asked: str | None, lines: int, width: int, sentences: int
) -> Preparation:
    told, language = prepared.assessment, say.language
    # What was not counted stands in `ruled_out` with the same reason, what was ruled in `overrides`.
    idle, apart = (
        {"not_counted", "ruling"},
        {r.record_id for r in told.rulings if not (r.same or r.related or r.source == "kb")},
    )
    current = [each for each in told.evidence if each.id not in told.outdated and each.record_id not in apart]
    worth = once([each for each in current if each.about not in idle], _cited(told))
    # What we worked out can be read nowhere else.
    kept = {each.id for each in sorted(worth, key=lambda each: each.source != "computed")[:lines]}
    shown, _ = evidence_lines([each for each in worth if each.id in kept], lines, width)
    left_out = len(current) - len(shown)
    account = told.account
    return Preparation(
        escalation_id=prepared.escalation_id,
        joined=prepared.joined or None,
        delta=_delta(prepared, language),
        decision=told.decision,
        severity=told.severity,
        target=told.target,
        inform=told.inform,
        ask=told.ask,
        business_impact=told.impact.level,
        account=_named(account) if account else None,
        language=language,
        needs_answer=_needs(told, say, asked),
        claims=_said(told.claims, say, sentences),
        reasons=Arguments(
            escalate=_said([r for r in told.reasons if r.stance == "for"], say, sentences),
            handle=_said([r for r in told.reasons if r.stance == "against"], say, sentences),
            would_change=_said(told.would_change, say, min(sentences, 3)),
        ),
        overrides=(*overruled(told.overrides, 120), *counted_by_hand(told.rulings, 120)),
        refused=tuple(map(bare, prepared.refused)),
        changed=what_changed(prepared.changed, on_record=bool(prepared.escalation_id)) if prepared.changed else None,
        facts=_facts(told),
        impact={name: " ".join(_said(found, say, sentences)) for name, found in told.impact.dimensions.items()},
        readiness=_readiness(told),
        known=_known(told, say, width, sentences),
        solution=f"{bare(told.solution.id)}: {plain(told.solution.title)}" if told.solution else None,
        reply=_reply(told, language),
        reply_note=_reply_note(told, language),
        cited=_citations(told),
        ruled_out=_ruled_out(told.lookalikes[:sentences], say, named=True),
        evidence=shown,
        more=f"{left_out} more pieces of evidence are in get_escalation."
        if left_out and prepared.escalation_id
        else None,
        warnings=_warnings(told, sentences),
        coverage=coverage.said(told.coverage, relevant=_relevant(told)) | _handed_in(told),
    )


def _ruled_out(looks: Sequence[Lookalike], say: _Wording, *, named: bool) -> tuple[str, ...]:
    """A line each; those that were ruled out for one reason share one."""
    found: dict[str, list[str]] = {}
    for look in looks:
        subject = f" “{plain(look.subject, _SUBJECT)}”" if named and look.subject else ""
        why = say(look.why)
        alone = "" if look.why.signal in {"ruled_apart", "ruled_no_solution"} else look.record_id
        found.setdefault(f"{why}\n{alone}", []).append(f"{bare(look.record_id)}{subject}")
    return tuple(f"{', '.join(ids)}: {why.split(chr(10))[0]}" for why, ids in found.items())


def _reply(told: Assessment, language: Language) -> str | None:
    from prompts.answer import reply_to_customer

    return reply_to_customer(told, language) if told.decision == "handle" else None


def _reply_note(told: Assessment, language: Language) -> str | None:
    from prompts.answer import foreign_to_us

    return foreign_to_us(told, language) if told.decision == "handle" else None


def _delta(prepared: Prepared, language: Language) -> str | None:
    from prompts.joining import delta

    if (brought := prepared.delta) is None:
        return None
    said = delta(
        brought.parent,
        language,
        new=[_named(account) for account in brought.new[:_NEW]],
        merged=brought.merged,
        errors=brought.errors,
        severity=(brought.severity, prepared.assessment.severity),
        customers=brought.customers,
        arr=brought.arr_usd,
        arr_unknown=brought.arr_unknown,
        first=brought.first_reported_at,
        besides=[_named(account) for account in brought.besides[:_NEW]],
        sent=brought.sent,
    )
    return bare(said)


class _Wording:
    """The sentences of one answer in one language: laid out again for being too long, it says the same ones."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        # By identity, which is quicker than to compare; each finding is kept, so that none takes its place.
        self._said: dict[int, tuple[Finding, str]] = {}

    def __call__(self, finding: Finding) -> str:
        from prompts.statements import say

        known = self._said.get(id(finding))
        if known is None:
            # Names inside a sentence are a source's.
            known = self._said[id(finding)] = finding, bare(say(finding, self.language))
        return known[1]


def _said(findings: Sequence[Finding], say: _Wording, most: int) -> tuple[str, ...]:
    return tuple(say(each) + _marks(each.evidence[:4]) for each in findings[:most])


def _marks(ids: Sequence[str]) -> str:
    return f" [{', '.join(ids)}]" if ids else ""


def _needs(told: Assessment, say: _Wording, asked: str | None) -> NeedsAnswer | None:
    if not told.questions:
        return None
    questions = tuple(
        Asked(
            id=each.key or each.signal,
            ask=say(each),
            options=listed(each.options),
            changes=each.changes,
        )
        for each in told.questions
    )
    return NeedsAnswer(questions=questions, how=_HOW, asked=asked)


def _facts(told: Assessment) -> Facts:
    facts = told.facts
    by_id = {account.id: _named(account) for account in told.affected}
    values = facts.model_dump()
    return Facts(
        affected_customers=facts.affected_customers,
        affected_accounts=tuple(by_id.get(id, f"{bare(id)} ({bare(id)})") for id in facts.affected_account_ids[:12]),
        arr_at_risk_usd=facts.arr_at_risk_usd,
        first_reported_at=instants.said(facts.first_reported_at),
        sla_breached=facts.sla_breached,
        prior_escalation_count=facts.prior_escalation_count,
        kb_workaround_exists=facts.kb_workaround_exists,
        pattern_3plus_customers=facts.pattern_3plus_customers,
        unknown=(*(name for name, value in values.items() if value is None), *told.unknowns),
    )


def _citations(told: Assessment) -> dict[str, tuple[str, ...]]:
    by_source = [*told.cited, ("related", tuple(each.ticket.id for each in told.related))]
    return {name: tuple(map(bare, ids[:8])) for name, ids in by_source if ids}


def _cited(told: Assessment) -> frozenset[str]:
    """Ids that the sentences of the answer end in."""
    found = (
        *told.reasons,
        *told.claims,
        *told.would_change,
        *(f for each in told.impact.dimensions.values() for f in each),
    )
    return frozenset(id for each in found for id in each.evidence[:4])


def _named(account: Account) -> str:
    return f"{plain(account.name)} ({bare(account.id)})"


def _readiness(told: Assessment) -> Readiness | None:
    if not told.readiness:
        return None
    return Readiness(
        present=tuple(each.item for each in told.readiness if each.present),
        missing=tuple(each.item for each in told.readiness if not each.present),
    )


def _known(told: Assessment, say: _Wording, width: int, most: int) -> Known:
    steps, talk, demand = told.reproduction, told.communication, told.demand
    last = instants.said(talk.last_update_at)
    return Known(
        tried=listed((f"{each.step} → {each.result or 'result unknown'}" for each in told.tried[:most]), width),
        steps=listed(steps.steps[:8], width) if steps else (),
        expected=plain(steps.expected, width) if steps else None,
        actual=plain(steps.actual, width) if steps else None,
        environment=listed(steps.environment[:4]) if steps else (),
        last_update=f"{last}: {plain(talk.last_update, width)}" if last and talk.last_update else last,
        expectation=plain(talk.expectation, width),
        deadline=_deadline(told, say),
        demand=f"{demand.requests} requests in {demand.window_days} days" if demand else None,
        competitors=listed(demand.competitors) if demand else (),
    )


def _deadline(told: Assessment, say: _Wording) -> str | None:
    """When, why it binds, and where that is said."""
    when, why = instants.said(told.deadline), told.deadline_why
    said = f"{say(why)}{_marks(why.evidence)}" if why else None
    return f"{when}: {said}" if when and said else when or said


def _handed_in(told: Assessment) -> dict[str, str]:
    """The systems that were searched from outside, as far as what was found there is on record."""
    from escalation.judgement.handed_in import is_handed_in

    found = (each for each in told.evidence if is_handed_in(each) and each.source == "host")
    names = Counter(plain(each.record_id.partition(":")[0], _SUBJECT) for each in found)
    return {"handed_in": ", ".join(f"{name}: {count}" for name, count in names.items())} if names else {}


def _relevant(told: Assessment) -> dict[Category, int]:
    cited, named = told.cited, {told.account.id} if told.account else set[str]()
    return {
        "support_platform": len(cited.tickets),
        "crm": len(named | set(cited.accounts)),
        "knowledge_base": len(cited.kb),
        "project_tracker": len(cited.tracker),
        "chat": len(cited.chat),
    }


def _warnings(told: Assessment, shown: int) -> tuple[str, ...]:
    """Of what this escalation holds or shows: a look-alike that is not among the first `shown` has nothing to do with it."""
    quotations = [each for each in told.evidence if each.source != "computed"]
    subjects = (
        w for each in told.lookalikes[:shown] if each.subject for w in orders_in((each.subject,), bare(each.record_id))
    )
    found = (warning for each in quotations for warning in orders_in((each.quotation,), bare(each.record_id)))
    named = (warning for each in told.affected for warning in orders_in((each.name,), f"The name of {bare(each.id)}"))
    return tuple(dict.fromkeys((*found, *named, *subjects)))[:5]
