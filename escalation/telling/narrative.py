"""What the threads tell for the brief: steps tried, reproduction, communication, demand."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Literal

from escalation.assessment import Communication, Reproduction
from escalation.judgement.case import Case
from escalation.judgement.contract import TROUBLE, said
from escalation.matters import FeatureDemand, Sighting, TriedStep
from escalation.reading.quote import Quote
from escalation.reading.threads.communication import communication, stands
from escalation.reading.threads.demand import competitor_names, demand
from escalation.reading.threads.entries import entries
from escalation.reading.threads.felt import felt
from escalation.reading.threads.reproduction import ReproductionFound, numbered, reproduction
from escalation.reading.threads.showing import Shown
from escalation.reading.threads.tried import tried, tried_in
from escalation.reading.times.deadlines import deadline, names_limit
from escalation.reading.times.unread import unread_limit
from escalation.records import Message, Ticket
from escalation.telling.by_when import answered_wish, told_as_wanted
from escalation.zones import zone

_CLAUSES = re.compile(r"[,;，；。]")
STEPS = 24
"""As many of what was tried are read off the threads; how many of them a brief lists is its own matter."""
FOCUS = 6
FELT = 3


def cite(case: Case, quote: Quote) -> str:
    """The evidence id of a quotation found in a thread; what was handed in is evidence already."""
    if any(quote.record_id == piece.id for piece in case.pieces):
        return quote.record_id
    ticket = next((t for t in case.tickets if t.id == quote.record_id), None)
    account = ticket.account_id if ticket else None
    return case.ledger.add(
        quote.source, quote.record_id, quote.quotation, at=quote.at, account_id=account, internal=not quote.public
    )


def focus(case: Case) -> tuple[Ticket, ...]:
    """The threads that tell the story, oldest first: the named customer's, then the first report and the newest of the others.

    The first report is the one that most was tried with.
    """
    own = case.named_ids
    theirs = [t for t in case.tickets if t.account_id in own]
    others = sorted((t for t in case.tickets if t.account_id not in own), key=lambda t: t.created_at, reverse=True)
    room = max(0, FOCUS - len(theirs))
    chosen = [*theirs, *(others if len(others) <= room else [*others[: max(0, room - 1)], *others[-1:][:room]])]
    return tuple(sorted(chosen, key=lambda t: (t.account_id not in own, t.created_at)))


GRAVE = frozenset({"urgent", "high", "critical", "p1", "p2"})
LATE_HOURS = 8
"""From here on a late answer is remembered, whatever was asked."""


def story(case: Case) -> tuple[Ticket, ...]:
    """The threads of `focus`; of a complaint about us as a whole only those that weigh, not every question ever asked."""
    if case.issue.kind != "relationship":
        return focus(case)
    told = {t.id for t in told_to_us(case)}
    return tuple(t for t in focus(case) if t.id in told or _weighs(t))


def _weighs(ticket: Ticket) -> bool:
    grave = (ticket.priority or "").lower() in GRAVE
    trouble = (ticket.type or "").lower() in TROUBLE
    return (trouble and (grave or answered_late(ticket) is not None)) or (
        grave and (answered_late(ticket) or 0) >= LATE_HOURS
    )


def answered_late(ticket: Ticket) -> float | None:
    """Hours until our first answer, where that came after the contract's time; None where it did not or is unknown."""
    due, done = ticket.sla.first_response_due if ticket.sla else None, ticket.first_response_at
    late = due is not None and done is not None and done > due
    return round((done - ticket.created_at).total_seconds() / 3600, 3) if late and done else None


def tried_of(case: Case) -> tuple[TriedStep, ...]:
    told = story(case)
    if case.issue.kind == "relationship":  # what was done on a ticket long settled is no step in this matter
        own = {t.id for t in told_to_us(case)}
        told = tuple(t for t in told if not t.solved or t.id in own)
    found = tried((*told, *case.pieces))[:STEPS]
    steps = [
        TriedStep(
            step=f.step,
            result=f.result,
            by="note" if _unsigned(case, f.quote) else by_whom(f.quote),
            evidence=(cite(case, f.quote),),
        )
        for f in found
    ]
    typed = case.by_reporter()
    known = {s.step for s in steps}
    steps += [TriedStep(step=s, result=r, evidence=(typed,)) for s, r in tried_in(case.issue.text) if s not in known]
    if answer := case.answers.get("what_was_tried"):
        steps.insert(0, TriedStep(step=answer, evidence=(case.by_reporter(answer),)))
    return tuple(steps[:STEPS])


_FIRST = re.compile(r"(?i)\W*(?:step )?[1①]|第一步")
"""A list that begins with its first step: nothing before it would be lost."""


def reproduction_of(case: Case, *, handed_on: bool = False) -> Reproduction | None:
    """`handed_on`: engineering gets it, so that it is told whatever sort of question the line looks like."""
    if case.issue.kind not in {"bug", "outage"} and not (
        handed_on and case.issue.kind not in {"feature", "relationship"}
    ):
        return None
    found = reproduction((*focus(case), *case.pieces))
    listed = case.answers.get("reproduction_steps", "")
    given = (numbered(listed) if _FIRST.match(listed) else ()) or tuple(
        line.strip() for line in listed.splitlines() if line.strip()
    )
    evidence = tuple(dict.fromkeys(cite(case, q) for q in found.quotes))
    environment = found.environment
    if extra := case.answers.get("environment"):
        environment = (extra, *environment)
    for answer in (case.answers.get("reproduction_steps"), case.answers.get("environment")):
        if answer:
            evidence = (*evidence, case.by_reporter(answer))
    return Reproduction(
        steps=given or (() if found.called else found.steps),
        expected=found.expected,
        actual=found.actual or case.answers.get("error_text"),
        environment=environment,
        works_in=found.works_in,
        frequency=found.frequency,
        ruled_out=found.ruled_out,
        shown=_shown(case, found),
        reported=not given and not found.called and _by_customer(found),
        evidence=evidence,
    )


def by_whom(quote: Quote) -> Literal["customer", "support"]:
    return "customer" if quote.author_role == "customer" else "support"


def _unsigned(case: Case, quote: Quote) -> bool:
    """Whether it stands in a note that names no author: then nobody knows who did it."""
    thread = next((t.comments for t in case.tickets if t.id == quote.record_id), ())
    note = next(
        (c for c in thread if c.at == quote.at and c.role == quote.author_role and quote.quotation in c.body), None
    )
    return note is not None and note.role == "internal" and not (note.author or "").strip()


def _by_customer(found: ReproductionFound) -> bool:
    """Whether all there is of steps is one sentence of a customer's report."""
    told = [q for q in found.quotes if len(found.steps) == 1 and found.steps[0] in q.quotation]
    return bool(told) and by_whom(told[0]) == "customer"


def _shown(case: Case, found: ReproductionFound) -> tuple[Sighting, ...]:
    """The call that fails first, then our trials and the customers' sightings, each once."""
    called = [Shown(words, ours=False, quote=q) for words in found.steps for q in found.quotes if q.quotation == words]
    told = [*(called if found.called else ()), *found.shown]
    kept = {each.words: each for each in reversed(told)}
    return tuple(
        Sighting(
            words=each.words,
            ours=by_whom(each.quote) == "support",
            unsigned=_unsigned(case, each.quote),
            evidence=(cite(case, each.quote),),
        )
        for each in list(kept.values())[::-1]
    )


def felt_of(case: Case) -> tuple[Sighting, ...]:
    """What the customers say that it costs them, each customer once."""
    told = told_to_us(case) if case.issue.kind == "relationship" else focus(case)  # else what was over costs them again
    quotes = felt(e for t in (*told, *case.pieces) for e in entries(t))
    owners = {t.id: t.account_id or t.id for t in (*case.tickets, *case.pieces)}
    once = {owners.get(quote.record_id, quote.record_id): quote for quote in reversed(quotes)}
    return tuple(
        Sighting(words=quote.quotation, ours=False, evidence=(cite(case, quote),))
        for quote in list(once.values())[::-1][:FELT]
    )


def told_to_us(case: Case) -> tuple[Ticket, ...]:
    """The threads in which the customer speaks of this very matter: the named customer's, else those that tell the story.

    Of a complaint about us as a whole these are the complaint, not the questions and faults that it rests on.
    """
    of_it = case.reports if case.issue.kind == "relationship" else case.tickets
    return tuple(t for t in of_it if t.account_id in case.named_ids) or focus(case)


def communication_of(case: Case) -> Communication:
    theirs = (*told_to_us(case), *(p for p in case.pieces if not case.named_ids or p.account_id in case.named_ids))
    found = communication(theirs, {a.id: a for a in case.affected}, case.now)
    evidence = tuple(cite(case, q) for q in (found.last_update, found.expectation) if q is not None)
    expectation = found.expectation.quotation if found.expectation else told_as_wanted(case)
    last_update = found.last_update.quotation if found.last_update else case.answers.get("last_update")
    for words, quote in ((last_update, found.last_update), (expectation, found.expectation)):
        evidence = (*evidence, case.by_reporter(case.said_in(words))) if words and quote is None else evidence
    owner = next((t.account_id for t in theirs if found.expectation and t.id == found.expectation.record_id), None)
    asker = case.context.accounts.get(owner or "")  # none where only the reporter tells of it
    answered = answered_wish(case, unless=None if case.account and case.account.id == owner else found.deadline)
    typed = answered or _typed_wish(case)
    if typed and (answered or not (found.deadline and _same_day(found.deadline, typed.expectation_deadline))):
        return typed.model_copy(
            update={"last_update_at": found.last_update.at if found.last_update else None,
                    "last_update": found.last_update.quotation if found.last_update else None,
                    "evidence": (*evidence[:1], *typed.evidence)}
        )  # fmt: skip
    if found.deadline is not None and found.expectation is not None:
        zone_name = asker.timezone if asker else None
        local = found.deadline.astimezone(zone(zone_name)).strftime("%Y-%m-%d %H:%M")
        local_time = f"{local} {zone_name or 'UTC'}"
        statement = f"expected by {said(found.deadline)} ({local_time}): “{found.expectation.quotation}”"
        evidence = (*evidence, case.ledger.computed("expectation_deadline", statement, evidence[-1:]))
    return Communication(
        last_update_at=found.last_update.at if found.last_update else None,
        last_update=last_update,
        expectation=expectation,
        expectation_deadline=found.deadline,
        expected_by=asker.name if asker else None,
        unread_limit=None if found.deadline else unread_limit(expectation or ""),
        evidence=evidence,
    )


def _same_day(one: datetime, other: datetime | None) -> bool:
    """Within a day of each other: then the customer's own words say it better than the reporter's."""
    return other is not None and abs(one - other) < timedelta(days=1)


def _typed_wish(case: Case) -> Communication | None:
    """What the reporter says the customer needs, and by when: newer than anything on the tickets."""
    wished = case.heard.typed("deadline", "compliance_deadline")
    zone_name = case.account.timezone if case.account else None
    limited = names_limit(case.issue.text, case.typed_at, zone_name)
    standing = next((s for s in _CLAUSES.split(case.issue.text) if stands(s)), None)
    due = deadline(case.issue.text, case.typed_at, zone_name) if wished or limited else None
    due = due or (deadline(standing, case.typed_at, zone_name) if standing else None)
    if due is None and (unread := unread_limit(case.issue.text)):
        said_so = next((s.strip() for s in _CLAUSES.split(case.issue.text) if unread in s), case.issue.text)
        return Communication(expectation=said_so, unread_limit=unread, evidence=(case.by_reporter(),))
    if due is None or due <= case.now:
        return None
    words = wished[0].words if wished else case.issue.text if limited or not standing else standing.strip()
    evidence = case.by_reporter()
    computed = case.ledger.computed("expectation_deadline", f"expected by {said(due)}: “{words}”", (evidence,))
    return Communication(expectation=words, expectation_deadline=due, evidence=(evidence, computed))


def demand_of(case: Case, messages: tuple[Message, ...], *, for_product: bool = False) -> FeatureDemand | None:
    """What the product team needs to weigh a request; competitors are also heard of in internal chat.

    `for_product`: they decide, whatever the line made of it.
    """
    if case.issue.kind != "feature" and not (for_product and case.tickets):
        return None
    asked = case.within(case.policy.feature_window_days)
    who = {t.account_id for t in asked if t.account_id}
    plans: dict[str, int] = {}
    for account in (a for a in case.affected if a.id in who):
        plans[account.plan or "unknown"] = plans.get(account.plan or "unknown", 0) + 1
    found = demand(focus(case))
    by_plan = ", ".join(f"{n} {plan}" for plan, n in sorted(plans.items()))
    statement = (
        f"{len(asked)} requests from {len(who)} customers ({by_plan}) in the last "
        f"{case.policy.feature_window_days} days"
    )
    computed = case.ledger.computed("request_frequency", statement, tuple(t.id for t in asked))
    areas = [t.product_area for t in case.tickets if t.product_area]
    answer = case.answers.get("competitors")
    answered = {name: case.by_reporter(answer) for name in competitor_names(answer) or [answer]} if answer else {}
    typed = competitor_names(case.issue.text)
    answered |= {name: case.by_reporter() for name in typed}
    rivals = {name: case.ledger.message(m) for m in messages for name in competitor_names(m.text)}
    return FeatureDemand(
        requests=len(asked),
        accounts_by_plan=plans,
        window_days=case.policy.feature_window_days,
        product_area=max(dict.fromkeys(areas), key=areas.count) if areas else None,
        use_case=case.answers.get("use_case") or _text(found.use_case),
        current_workflow=_text(found.current_workflow),
        wished_workflow=_text(found.wished_workflow),
        time_cost=_text(found.time_cost),
        competitors=tuple(dict.fromkeys([*found.competitors, *rivals, *answered])),
        evidence=(computed, *(cite(case, q) for q in found.quotes), *rivals.values(), *answered.values()),
    )


def _text(quote: Quote | None) -> str | None:
    return quote.quotation if quote else None
