"""Impact in words: customers, work, revenue and time, each from the findings of its dimensions (domain.md §5)."""

from __future__ import annotations

from collections.abc import Iterable

from escalation.assessment import Finding
from escalation.matters import Sighting
from escalation.records import Ticket
from prompts.composing.case import Case
from prompts.composing.story import NOTED, newest_since_back
from prompts.excerpts import shortened
from prompts.plain import disarm

TRIGGERS = frozenset({"churn_threat", "executive_request", "waiting_long_said"})
"""What makes a matter one for leaders; their body states it, so no other field repeats it."""

OUTSIDE = "compliance_deadline"
"""Courts, authorities or the press: beside a threat it is part of what triggers the matter."""

PRESSING = ("sla_breached", "open_beyond_sla", "sla_imminent", "waiting_long", "said_time", "compliance_deadline")
"""What presses where nobody threatens."""
_SHOWN = frozenset({"customers_affected", "customers_asked", "customers_handed_in"})
FELT = 200
"""Characters of a customer's sentence on what it costs them."""

RISKS = TRIGGERS | {"compliance_deadline", "waiting_long"}


def customers_affected(case: Case) -> str | None:
    """Who the records show, how many users, whether it grows; None when no record tells."""
    of_one = (
        case.assessment.issue.kind == "relationship"
    )  # how many questions one customer asks says nothing of its size
    said = case.dimension("breadth", without=("growth", "growth_flat") if of_one or _quiet(case) else ())
    if not said and case.assessment.facts.affected_customers:
        said = [case.sentence("customers_known", case.sources_about("affected_customers"),
                              count=case.assessment.facts.affected_customers)]  # fmt: skip
    shown = any(f.signal in _SHOWN for f in case.assessment.impact.dimensions.get("breadth", ()))
    if not (shown or case.assessment.facts.affected_customers) and (account := case.assessment.account):
        said.insert(0, case.sentence("customers_named", case.sources_of("reporter"), who=disarm(account.name)))
    return case.joined(said) or None


def _within(reason: Finding, told: Iterable[Finding]) -> bool:
    """Whether its words stand in a fuller sentence of the same kind that is told as well."""
    words = reason.values.get("words")
    return any(f.signal == reason.signal and str(words) in str(f.values.get("words")) for f in told if words)


COMPARED = 3
"""Reports in both weeks together from which it is told whether they grow: one more than none is no course."""


def _quiet(case: Case) -> bool:
    """Whether there is too little to compare."""
    breadth = case.assessment.impact.dimensions.get("breadth", ())
    counts = next((f.values for f in breadth if f.signal in {"growth", "growth_flat"}), None)
    if counts is None:
        return False
    weeks = [n for n in (counts.get("recent"), counts.get("before")) if isinstance(n, int)]
    return len(weeks) == 2 and sum(weeks) < COMPARED


def workflow_impact(case: Case) -> str | None:
    """How deep it goes: the dimension's findings, then what the customers say that it costs them."""
    deep = () if case.assessment.target == "product" else case.assessment.impact.dimensions.get("depth", ())
    said = case.findings(case.unechoed(finding) for finding in deep)
    quiet = case.assessment.target in ("security", "leadership")
    faulty = case.assessment.target == "leadership" and (
        case.assessment.issue.kind in ("bug", "outage") or any(_troubled(m.ticket) for m in case.assessment.matched)
    )
    if not said and case.assessment.matched and quiet and not faulty:
        return case.sentence(f"no_interruption_{case.assessment.target}")
    told = " ".join(said)
    ours = case.assessment.felt if not quiet or (faulty and not said) else ()
    quoted = [str(words) for finding in deep if (words := finding.values.get("words"))]
    felt = [
        each for each in ours if shortened(each.words, FELT) not in told and not any(q in each.words for q in quoted)
    ]
    felt = felt[: 3 if not said else 2]
    told = " ".join([*said, *(each.words for each in felt)])
    stopped = [f for f in case.assessment.others if f.signal == "customer_blocked" and not quiet]
    others = case.findings(
        f for f in stopped if (words := str(f.values.get("words"))) not in told and not any(q in words for q in quoted)
    )
    at_stake = faulty and case.assessment.issue.kind == "relationship" and not (said or felt or others)
    if at_stake:
        return case.sentence("at_stake")
    return case.joined([*said, *(_felt(case, each) for each in felt), *others]) or None


def _troubled(ticket: Ticket) -> bool:
    """Whether something is out of order on it: nobody may say then that work goes on."""
    return not ticket.solved and (ticket.of_fault or bool(ticket.affected_users))


def _pressure(case: Case) -> list[str]:
    """How the customers press, in words that the fields beside do not quote; else that these say it."""
    talk = case.assessment.communication
    told = f"{talk.expectation or ''}\n{talk.last_word or ''}"
    fresh = [each for each in case.assessment.pressure if each.words not in told]
    if case.assessment.pressure and not fresh:
        return [case.sentence("risk_above")]
    return [_felt(case, each) for each in fresh]


def _felt(case: Case, each: Sighting) -> str:
    record = case.first_of(each.evidence)
    return case.sentence(
        "felt_by",
        each.evidence,
        words=shortened(each.words, FELT),
        who=case.account_name(record.account_id) if record else None,
    )


def revenue_at_risk(case: Case) -> str | None:
    """ARR at risk with what bears on it; None when no ARR is known and nothing else is."""
    facts = case.assessment.facts
    said = case.dimension("revenue")
    signals = {finding.signal for finding in case.assessment.impact.dimensions.get("revenue", ())}
    if facts.arr_at_risk_usd is not None and "arr_at_risk" not in signals:
        said.insert(0, case.sentence("arr_known", case.sources_about("arr_at_risk_usd"), amount=facts.arr_at_risk_usd,
                                     asked=case.assessment.issue.kind == "feature"))  # fmt: skip
    if (
        not said
        and not case.assessment.matched
        and (account := case.assessment.account)
        and account.arr_usd is not None
    ):
        sources = [e.id for e in case.assessment.evidence if e.record_id == account.id and "arr_usd" in e.quotation]
        return case.sentence("named_arr_untied", sources[:1], who=disarm(account.name), amount=account.arr_usd)
    return case.joined(said) or None


def time_in_queue(case: Case) -> str | None:
    """From the first report to the assessment's instant, then the contract's state; None when nothing was reported."""
    facts = case.assessment.facts
    said: list[str] = []
    if facts.first_reported_at is not None:
        hours = (case.assessment.at - facts.first_reported_at).total_seconds() / 3600
        reported = [m for m in case.assessment.matched if m.ticket.created_at >= facts.first_reported_at]
        first = min(reported, key=lambda m: m.ticket.created_at, default=None)
        sources = case.sources_about("duration") or (case.sources_of(first.ticket.id) if first else ())
        said.append(case.sentence("in_queue", sources, hours=hours, at=facts.first_reported_at,
                                  timezone=case.own_zone(first.ticket.account_id) if first else None,
                                  ticket=first.ticket.id if first else None))  # fmt: skip
    said += case.dimension("duration", without={"ongoing_since"} if said else ())
    if (lead := newest_since_back(case)) is not None:
        said.append(case.sentence("state_now", lead.evidence, at=lead.at, words=shortened(disarm(lead.what), NOTED),
                                  on=next(iter(case.records_of(lead.evidence)), None)))  # fmt: skip
    return case.joined([*said, *case.dimension("contractual")]) or None


def escalation_risk(case: Case) -> str | None:
    """What may make it worse with the customer: threats, leaders, contracts, publicity."""
    told_as_trigger = case.assessment.target == "leadership"
    threatened = any(r.signal in TRIGGERS and r.stance == "for" for r in case.assessment.reasons)
    risky = RISKS - TRIGGERS - ({OUTSIDE} if threatened else set[str]()) if told_as_trigger else RISKS
    others = tuple(f for f in case.assessment.others if f.signal in risky)
    own = (r for r in case.assessment.reasons if r.signal in risky and r.stance == "for")
    said = case.findings((*(r for r in own if not _within(r, others)), *others))
    quoted = {r.values.get("words") for r in case.assessment.reasons if r.signal in RISKS and r.stance == "for"}
    reputation = case.assessment.impact.dimensions.get("reputation", ())
    said += case.findings(f for f in reputation if f.values.get("words") is None or f.values["words"] not in quoted)
    if told_as_trigger and threatened:
        said.insert(0, case.sentence("risk_trigger"))
    level = case.assessment.impact.level
    if not said:
        said += _pressure(case)
    if not said and level in ("high", "medium") and case.assessment.matched:
        said.append(case.sentence(f"risk_{level}"))
    return case.joined(said) or None
