"""What was done, in the words of those who did it: steps tried with their results, and how to reproduce."""

from __future__ import annotations

import re
from collections.abc import Callable

from escalation.assessment import Assessment, Reproduction
from escalation.brief import BriefReproduction, BriefStep
from escalation.matters import Sighting, TimelineEntry, TriedStep
from escalation.reading.threads.guesses import before_guess
from escalation.reading.threads.showing import never_came
from prompts.composing.case import Case
from prompts.composing.story import as_written
from prompts.excerpts import shortened
from prompts.plain import disarm, quoted
from prompts.statements import NO_ERROR_TEXT

TRIED = 8
"""Lines of what was tried in one brief; how many more there are is said."""
LIST = 3
"""Steps of one list with one result from which they share a line."""
_PUNCTUATION = re.compile(r"[\W_]+")
_LABEL = re.compile(r"(?i)^(ruled out|已排除|已排查)\s*[:：]\s*")


def is_reproduced(assessment: Assessment) -> bool:
    """Whether the brief has a section on how to bring it about."""
    fault = assessment.issue.kind in ("bug", "outage") and assessment.target not in ("leadership", "product")
    return fault or (assessment.target == "engineering" and assessment.reproduction is not None)


def tried(case: Case) -> tuple[BriefStep, ...]:
    """Steps in the words of those who took them; a result that nobody recorded stays None.

    Security reads among its own sections what was done to contain the matter.
    """
    return () if case.assessment.target == "security" else _all(case) or _looked_into(case)


def _looked_into(case: Case) -> tuple[BriefStep, ...]:
    """Where no step is told as such: what support noted on the tickets is still what was found out."""
    return tuple(
        BriefStep(
            step=case.sentence("looked_into", lead.evidence, at=lead.at, ticket=case.records_of(lead.evidence)[0]),
            result=quoted(shortened(before_guess(lead.what), 320), case.language),
        )
        for lead in _found_out(case)
    )


def told_as_tried(case: Case) -> tuple[TimelineEntry, ...]:
    """The notes that stand whole among what was tried: nothing else repeats them."""
    return tuple(lead for lead in _found_out(case) if before_guess(lead.what) == lead.what)


def _found_out(case: Case) -> tuple[TimelineEntry, ...]:
    """The notes on tickets that stand among what was tried, because no step is told as such; of a guess only what led to it."""
    if case.assessment.target not in ("engineering", "l2") or case.assessment.tried:
        return ()
    held = {e.id for e in case.assessment.evidence if e.source == "tickets"}
    own = tuple(lead for lead in case.assessment.leads if lead.evidence and lead.evidence[0] in held)[:3]
    return tuple(lead for lead in own if before_guess(lead.what))


def _all(case: Case) -> tuple[BriefStep, ...]:
    """One step a line; of a list without more to say about each, the whole list."""
    told: list[list[TriedStep]] = []
    for step in case.assessment.tried:
        like = told[-1][0] if told else None
        if like and (like.evidence, like.by, like.result) == (step.evidence, step.by, step.result) and step.evidence:
            told[-1].append(step)
        else:
            told.append([step])
    lines = [
        line
        for group in told
        for line in ([_step(case, *group)] if len(group) >= LIST else [_step(case, s) for s in group])
    ]
    if (more := len(lines) - TRIED) > 0:
        where = case.records_of(id for step in case.assessment.tried for id in step.evidence)
        rest = case.sentence("tried_more", count=more)
        lines[TRIED:] = [BriefStep(step=rest, result=case.sentence("tried_more_where", tickets=where))]
    return tuple(lines)


def _step(case: Case, tried: TriedStep, *others: TriedStep) -> BriefStep:
    step, result = shortened(tried.step, 240), shortened(tried.result, 240) if tried.result else None
    if result and len(result) < len(step):
        step = (
            step.removesuffix(result).rstrip(" ,，:：;；") or step
        )  # "manual sync, same error": the error is the result
    record = case.first_of(tried.evidence)
    return BriefStep(
        step=case.sentence(
            f"tried_by_{tried.by or 'unnamed'}",
            tried.evidence,
            words=[step, *(shortened(other.step, 240) for other in others)],
            ticket=record.record_id if record else None,
            at=record.at if record else None,
            who=case.account_name(record.account_id) if record else None,
        ),
        result=quoted(result, case.language) if result else None,
    )


def reproduction(case: Case) -> BriefReproduction | None:
    """For bugs and outages, and whatever engineering is asked about; what the threads do not tell stays None."""
    found = case.assessment.reproduction
    asked = case.assessment.issue.kind in ("bug", "outage") or case.assessment.target == "engineering"
    if found is None or not asked:
        return None

    def cited(text: str | None) -> str | None:
        return (
            case.sentence("quotation", case.holding(found.evidence, text), words=shortened(text, 240)) if text else None
        )

    def listed(key: str, texts: tuple[str, ...]) -> str | None:
        words = [quoted(shortened(text, 160), case.language) for text in texts]
        sources = dict.fromkeys(id for text in texts for id in case.holding(found.evidence, text)[:1])
        return case.sentence(key, tuple(sources), words=words) if words else None

    # What they want by when is told where it belongs; it shows nobody how to see the fault.
    wish = case.assessment.communication.expectation
    in_vain = tuple(each.words for each in found.shown if each.ours and never_came(each.words))
    shown = [each for each in found.shown if each.words not in {wish, *in_vain}]
    actual = _actual(case, cited(found.actual), found.actual)
    frequency = (
        case.sentence("frequency", case.holding(found.evidence, found.frequency)[:1], words=found.frequency)
        if found.frequency and found.frequency != found.actual
        else ""
    )
    environment = [
        listed("environment_of", found.environment),
        listed("works_in", found.works_in[:4]),
        _where(case),
        listed(
            "ruled_out",
            (*in_vain, *(_LABEL.sub("", text) for text in found.ruled_out if not _ASKED.search(text)))[:4],
        ),
    ]
    ours = [each.words for each in shown if each.ours]
    named_by_us = {step for step in found.steps if any(step in words for words in ours)}
    step_of = _reported(case, found) if found.reported else cited
    steps = [step_of(step) for step in found.steps if step != found.actual and step not in named_by_us]
    steps += [_sighting(case, each) for each in shown if each.words not in {*found.steps, found.actual}][:4]
    if not steps and shown:  # one sentence is all there is: it says when it shows and what
        steps = [_sighting(case, shown[0])]
        actual = _actual(case, None, found.actual) or case.sentence("as_above")
    return BriefReproduction(
        steps=tuple(filter(None, steps)),
        expected=cited(found.expected),
        actual=case.joined([actual or "", frequency]) or None,
        environment=case.joined(filter(None, environment)) or None,
    )


def _reported(case: Case, found: Reproduction) -> Callable[[str | None], str | None]:
    """A customer's sentence is what they saw, on their ticket, and nobody's step."""
    return lambda text: (
        _sighting(case, Sighting(words=text, ours=False, evidence=case.holding(found.evidence, text)[:1]))
        if text
        else None
    )


_ASKED = re.compile(r"请(?:您|再|先|帮)|麻烦您|(?i:\bplease\b|\b(?:could|can|would) you\b|\?$)")
"""Support asks the customer to try something: it is ruled out by the answer, and not by the question."""


def _sighting(case: Case, seen: Sighting) -> str:
    """Whose sentence it is, and on which record: nobody listed it as a step."""
    record = case.first_of(seen.evidence)
    return case.sentence(
        "shown_in_note" if seen.unsigned else "shown_to_us" if seen.ours else "shown_to_customer",
        seen.evidence,
        words=shortened(seen.words, 240),
        ticket=record.record_id if record else None,
        who=case.account_name(record.account_id) if record else None,
    )


def _where(case: Case) -> str | None:
    """The customers' plans and regions: what else their environments have in common or not."""
    told = [
        f"{disarm(account.name)} ({', '.join(parts)})"
        if case.language == "en"
        else f"{disarm(account.name)}（{'、'.join(parts)}）"
        for account in case.assessment.affected[:5]
        if (parts := [_named(part) for part in (account.plan, account.region) if part])
    ]
    sources = [
        e.id
        for e in case.assessment.evidence
        if e.source == "accounts" and e.about == "plan" and e.account_id in {a.id for a in case.assessment.affected[:5]}
    ]
    return case.sentence("plans_and_regions", sources[:3], accounts=told) if told else None


def _named(part: str) -> str:
    """ "enterprise" as people write it; what has capitals of its own keeps them."""
    return disarm(part).capitalize() if part.islower() else disarm(part)


def _actual(case: Case, told: str | None, words: str | None) -> str | None:
    """What comes instead, and the error text beside it where that sentence does not hold it already."""
    error, evidence = _error_seen(case)
    if error is None or _PUNCTUATION.sub("", error).casefold() in _PUNCTUATION.sub("", words or "").casefold():
        return told
    reported = case.as_reported() if set(evidence) <= set(case.sources_of("reporter")) else ""
    sources = case.holding(evidence, error)
    return case.joined(
        [told or "", case.sentence("error_beside" if told else "error_is", sources, error=error, reported=reported)]
    )


def _error_seen(case: Case) -> tuple[str | None, tuple[str, ...]]:
    """The error that the reports show, as they write it, and what it rests on."""
    seen = case.error_seen
    if seen is None:
        return None, ()
    named = [str(seen.values["error"]), *case.assessment.issue.error_strings]
    error = next((text for text in named if text.casefold() not in NO_ERROR_TEXT), None)
    return (as_written(case, error) if error else None), seen.evidence
