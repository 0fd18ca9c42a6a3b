"""The one-line summary of a brief."""

from __future__ import annotations

import re

from prompts.composing.case import Case
from prompts.excerpts import shortened
from prompts.plain import disarm, quoted

_DASH = re.compile(r"\s*(?:—+|–|--)\s*")
TITLE_LIMIT = 160


def title(case: Case, *, reported: bool = False) -> str:
    """What is wrong and for whom, at most 160 characters; a claim about numbers gives way to what the records show.

    `reported`: the line stands as a quotation, since it says something that only the reporter vouches for.
    """
    found = case.assessment
    what = _without_claimed_number(case)
    # Who is meant is the very question where something must be known first: only a name that was typed counts.
    named = found.account if found.decision == "need_info" else case.customer
    who = named.name if named else None
    count = found.facts.affected_customers if found.decision == "escalate" else None
    if who and _says(what, who):
        who = None
    alone = reported or not found.matched  # nobody but the reporter says it, which a reader must see
    if alone or found.issue.language != case.language or found.issue.claimed_scope:
        what = shortened(what, TITLE_LIMIT)
        what = quoted(what, case.language) + (case.as_reported() if alone else "")
    if found.issue.claimed_scope and count:
        tail = case.sentence("records_show", count=count)
    else:
        tail = case.sentence("title_tail", who=disarm(who) if who else None, count=count,
                             wish=found.issue.kind == "feature")  # fmt: skip
    dash = ("——" if case.language == "zh" else " — ") if tail else ""
    return (what if alone else shortened(what, TITLE_LIMIT - len(dash + tail))) + dash + tail


def _says(what: str, who: str) -> bool:
    """Whether a summary names this customer already, be it without the legal form or by the first two words of its name."""
    said, words = what.casefold(), disarm(who).casefold().split()
    return disarm(who).casefold() in said or (len(words) > 2 and " ".join(words[:2]) in said)


def _without_claimed_number(case: Case) -> str:
    """The issue's summary without the part, set off by a dash, that claims a number of customers."""
    issue = case.assessment.issue
    whole = disarm(issue.summary or issue.text)
    parts = [part for part in _DASH.split(whole) if part]
    if issue.claimed_customers is None or len(parts) < 2:
        return whole
    return parts[0]
