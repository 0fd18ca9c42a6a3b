"""The body for Security: what was seen, what contains it, whose data it is, what is asked, and why it cannot wait."""

from __future__ import annotations

from itertools import chain

from escalation.brief import SecurityBody
from escalation.matters import Incident, Observation
from escalation.reading.threads.way_in import left_over, way_in
from prompts.composing.case import Case
from prompts.composing.story import words_of
from prompts.excerpts import most_telling, shortened
from prompts.plain import disarm, quoted
from prompts.render import phrase, phrases
from prompts.statements import with_sources

ASKS = {
    "intrusion": ("close", "log", "vector", "others", "advice"),
    "exposure": ("confirm", "who", "notify", "advice"),
    "compliance": ("owner", "evidence", "date", "tell"),
}

PERSONAL = frozenset({"bank", "credentials", "staff", "health", "biometric", "identity", "location", "contact"})
"""Kinds of data that concern persons: where they got out, the law may want somebody told."""


def security(case: Case) -> SecurityBody | None:
    """None unless Security is the target."""
    if case.assessment.target != "security":
        return None
    incident = case.assessment.incident or Incident(kind="exposure")
    observed = [_seen(case, one) for one in incident.observed]
    if not any(_of_ticket(case, one) for one in incident.observed):
        observed = [*(_opened(case) or [_typed(case)]), *observed]
    return SecurityBody(
        observed=tuple(dict.fromkeys(observed)),
        actions_taken=tuple(
            with_sources(
                quoted(shortened(_with_result(step.step, step.result, case), 300), case.language), step.evidence
            )
            for step in incident.contained
        ),
        potential_impact=_impact(case, incident),
        asked=_asked(case, incident),
        urgency=_urgency(case, incident),
    )


def _with_result(step: str, result: str | None, case: Case) -> str:
    return step if not result or result in step else step + ("，" if case.language == "zh" else ", ") + result


def _of_ticket(case: Case, one: Observation) -> bool:
    return any(m.ticket.id == one.ticket for m in case.assessment.matched)


def _seen(case: Case, one: Observation) -> str:
    who = case.account_name(_owner(case, one.ticket)) if one.who == "customer" else None
    handed = None if _of_ticket(case, one) else case.first_of(one.evidence)
    record = disarm(handed.record_id) if handed else one.ticket
    return case.sentence(f"observed_{one.who}", one.evidence, who=who, ticket=record, at=one.at,
                         by=None if record == "reporter" else record.partition(":")[0],
                         timezone=case.timezone_of(_owner(case, one.ticket)), words=one.words)  # fmt: skip


def _owner(case: Case, ticket: str) -> str | None:
    """Whose the ticket is, or what was handed in."""
    of_ticket = (m.ticket.account_id for m in case.assessment.matched if m.ticket.id == ticket)
    handed = (each.account_id for each in case.assessment.evidence if each.id == ticket)
    return next(chain(of_ticket, handed), None)


def _opened(case: Case) -> list[str]:
    """The most telling sentence of each report, where no thread was read."""
    told = (words_of(case, match) for match in case.assessment.matched[:5])
    return [with_sources(quoted(words, case.language), sources) for words, sources in told]


def _typed(case: Case) -> str:
    words = quoted(most_telling(case.assessment.issue.text), case.language)
    return with_sources(words, case.sources_of("reporter"))


def _impact(case: Case, incident: Incident) -> str:
    said: list[str] = []
    answered = {each.values["question"]: each for each in case.assessment.answered}
    told = [each for question in ("data_exposed", "still_happening") if (each := answered.get(question))]
    # What the reporter answers is told as theirs below, and no second time as support's.
    if incident.exposed and set(incident.exposed_evidence).isdisjoint(id_ for each in told for id_ in each.evidence):
        said.append(
            case.sentence("security_exposed", incident.exposed_evidence, words=shortened(incident.exposed, 300))
        )
    if incident.data:
        kinds = [phrase(f"data_{kind}", case.language) for kind in incident.data]
        said.append(case.sentence("security_data", incident.data_evidence, kinds=kinds))
    said += [case.sentence("told_by_reporter", each.evidence, words=shortened(disarm(str(each.values["words"])), 300))
             for each in told]  # fmt: skip
    count = case.assessment.facts.affected_customers
    if incident.owner and incident.kind == "exposure":
        seer, owner = disarm(incident.seer or ""), disarm(incident.owner)
        said.append(case.sentence("security_crossed", case.sources_of("reporter"), seer=seer, owner=owner))
    else:
        said.append(case.sentence(f"security_impact_{incident.kind}", count=count))
    return case.joined(said)


def _asked(case: Case, incident: Incident) -> tuple[str, ...]:
    """The points for this kind of matter; the customer's own question is one of them."""
    who = case.customer.name if case.customer else None
    since = min((o.at for o in incident.observed), default=None)
    asked = incident.asked
    values: dict[str, object] = {
        "who": who, "since": since, "contained": bool(incident.contained),
        "words": shortened(asked.what, 300) if asked else None, "by": case.assessment.communication.expectation_deadline,
        "timezone": case.timezone,
    }  # fmt: skip
    lead = _way_in(incident)
    held = {"evidence": asked.evidence if asked else (), "vector": lead[1] if lead else ()}
    values["lead"] = lead[0] if lead else None
    points = [case.sentence(f"security_ask_{point}", held.get(point, ()), **values) for point in _points(incident)]
    if asked and incident.kind != "compliance":
        points.insert(-1, case.sentence("security_ask_question", asked.evidence, **values))
    return tuple(points)


def _points(incident: Incident) -> tuple[str, ...]:
    """Personal data in the hands of whoever got in, and data left where it should be gone, each ask for one thing more."""
    points = ASKS[incident.kind]
    if incident.kind == "intrusion" and PERSONAL.intersection(incident.data):
        return (*points[:-1], "notify", points[-1])
    if incident.kind == "compliance" and any(left_over(one.words) for one in incident.observed):
        return (points[0], "erase", *points[1:])
    return points


def _way_in(incident: Incident) -> tuple[str, tuple[str, ...]] | None:
    """The newest sentence that tells how they may have got in, with its source: who looks for it need not start at nothing."""
    told = ((way_in(one.words), one.evidence) for one in reversed(incident.observed))
    return next(((shortened(words, 200), sources) for words, sources in told if words), None)


def _urgency(case: Case, incident: Incident) -> str:
    key = f"security_urgency_{incident.kind}"
    if incident.kind != "compliance" and incident.contained:
        key += "_contained"
    by = case.assessment.communication.expectation_deadline
    days = (by.date() - case.assessment.at.date()).days if by else None
    said = case.sentence(key if key in phrases(case.language) else "security_urgency_exposure", by=by, days=days,
                         timezone=case.timezone)  # fmt: skip
    if incident.taken_by:
        words = shortened(disarm(incident.taken_by), 200)
        return case.joined([said, case.sentence("security_taken", incident.taken_evidence, words=words)])
    return said if incident.taken else case.joined([said, phrase("security_urgency", case.language)])
