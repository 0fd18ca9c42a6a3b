"""By when the receiving team must act: what the customer needs, what the contract says, for security at latest our own rhythm."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from escalation.assessment import Communication, Finding
from escalation.clocks.calendar import AROUND_THE_CLOCK
from escalation.clocks.choose import office_of_team
from escalation.judgement.asking_first import different_matters
from escalation.judgement.case import Case
from escalation.judgement.contract import sla_evidence
from escalation.judgement.override import Verdict
from escalation.matters import Incident, TimelineEntry
from escalation.reading.threads.to_be_told import only_to_be_told
from escalation.telling.by_when import lapsed
from escalation.telling.narrative import told_to_us
from escalation.telling.others import first_limit, last_passed
from escalation.telling.trial import trial_end


def deadline_of(
    case: Case,
    communication: Communication,
    verdict: Verdict,
    incident: Incident | None = None,
    ahead: TimelineEntry | None = None,
    others: tuple[Finding, ...] = (),
) -> tuple[datetime | None, Finding | None]:
    """What comes first and is still ahead: the day the customer named, one of `others` that are affected, what the contract says,
    the end of a trial, and for faults what happens of itself before. The contract is not asked where a wish for a product has a
    day, or somebody answered by when.

    A day that they named and that cannot be read leaves it unknown: no other date stands in for it. Without either: the
    contract's time that has passed, for a decision on a product the renewal, else our own rhythm. A wish whose time has passed
    binds nobody any more: it stays what the customer expected, and a new time is asked for. Why it binds is always said, so
    that no date of ours passes for the customer's.
    """
    wish = communication.expectation_deadline
    given = incident is not None and incident.kind == "compliance" and wish is not None and wish > case.now
    whose = communication.expected_by if case.customer_count > 1 else None
    wished = (
        [(wish, Finding(signal="deadline_customer", values={"account": whose}, evidence=communication.evidence[-2:]))]
        if wish and wish > case.now and _binds(communication.expectation, verdict)
        else []
    )
    binding = tuple(f for f in others if _binds(str(f.values.get("words") or ""), verdict))
    theirs = [first] if (first := first_limit(binding)) else []
    taken = incident is not None and incident.taken
    if verdict.target == "security" and verdict.severity is not None and not given and not taken:
        hours = case.policy.cadence[verdict.severity].internal.elapsed_hours
        ours = case.now + timedelta(hours=hours), Finding(signal="deadline_policy", values={"hours": hours})
        return min(*wished, *theirs, ours, key=lambda one: one[0]) if wished or theirs else ours
    if communication.unread_limit and wish is None:
        values = {"words": communication.unread_limit}
        return None, Finding(signal="deadline_unread", values=dict(values), evidence=communication.evidence[-1:])
    # A complaint about us as a whole rests on faults whose own clocks are no answer to it.
    complaint = {t.id for t in told_to_us(case)} if case.issue.kind == "relationship" else None
    missed = tuple(s.ticket_id for s in case.standings if s.resolution == "overdue")
    contract = [
        (
            s.resolution_due,
            Finding(
                signal="deadline_sla",
                values={"ticket": s.ticket_id, "missed": missed or None},
                evidence=(sla_evidence(case),),
            ),
        )
        for s in case.standings
        if s.resolution == "waiting"
        and s.resolution_due
        and (complaint is None or s.ticket_id in complaint)
        and not (verdict.target is None and different_matters(case))
    ]
    coming = (
        [(ahead.at, Finding(signal="deadline_ahead", values={"words": ahead.what}, evidence=ahead.evidence))]
        if ahead
        else []
    )
    is_fault = case.issue.kind in {"bug", "outage"}
    settled = wished and (case.issue.kind == "feature" or communication.expectation in case.answers.values())
    trial = [ends] if (ends := trial_end(case)) else []
    options = [*wished, *([] if settled else contract), *theirs, *coming, *trial]
    if options:
        return min(options, key=lambda o: o[0])
    passed = wish if wish and wish <= case.now else lapsed(case) or last_passed(others)
    late = _overdue(case) if is_fault and verdict.target != "product" else _renewal(case, verdict)
    return late or _rhythm(case, verdict, passed)


def _binds(words: str | None, verdict: Verdict) -> bool:
    """Whether a day that a customer named binds the receiving team: a call or a plan is not for those who mend."""
    return verdict.target not in {"engineering", "l2"} or not words or not only_to_be_told(words)


def _overdue(case: Case) -> tuple[datetime, Finding] | None:
    """The contract's time that passed first, on a ticket that is still open: of the customer who is named, where one has any."""
    own = {t.id for t in case.tickets if t.account_id in case.named_ids}
    late = [
        (
            s.resolution_due,
            Finding(signal="deadline_sla_passed", values={"ticket": s.ticket_id}, evidence=(sla_evidence(case),)),
        )
        for s in case.standings
        if s.resolution == "overdue" and s.resolution_due and (not own or s.ticket_id in own)
    ]
    return min(late, key=lambda o: o[0], default=None)


def _renewal(case: Case, verdict: Verdict) -> tuple[datetime, Finding] | None:
    """For a decision about a product: the next renewal of the customer named and of those who ask as well."""
    if verdict.target != "product":
        return None
    ours = [*([case.account] if case.account else []), *case.affected]
    ends = [(a.renewal_date, a) for a in ours if a.renewal_date and a.renewal_date > case.now.date()]
    if not ends:
        return None
    day, account = min(ends, key=lambda one: one[0])
    evidence = case.ledger.account(account, "renewal_date", str(day))
    why = Finding(signal="deadline_renewal", values={"account": account.name}, evidence=(evidence,))
    return datetime.combine(day, time(0), tzinfo=UTC), why


def _rhythm(case: Case, verdict: Verdict, passed: datetime | None) -> tuple[datetime | None, Finding | None]:
    """When we ask for a first word, by the severity's rhythm (domain.md §5) and at night too where a contract counts so, as the
    reminders have it: nobody named a time, or it has `passed`. Of others than those who mend it no word is asked by then: it is
    only said that it has passed."""
    if verdict.severity is None or verdict.target not in {"engineering", "l2"}:
        return None, Finding(signal="deadline_passed", values={"at": passed}) if passed else None
    cadence = case.policy.cadence[verdict.severity]
    account = case.account or (case.affected[0] if len(case.affected) == 1 else None)
    concerned = (*([case.account] if case.account else []), *case.affected)
    always = not cadence.business_hours or any(a.sla is not None and a.sla.counts == "24x7" for a in concerned)
    calendar = AROUND_THE_CLOCK if always else office_of_team(verdict.target, account, case.policy)
    return cadence.internal.after(case.now, calendar), Finding(signal="deadline_rhythm", values={"passed": passed})
