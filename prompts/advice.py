"""What a letter says of the way out: the article's steps, and whether this customer had them from us already."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import TypedDict

from escalation.assessment import Assessment
from escalation.language import language_of
from escalation.records import Ticket
from escalation.terms import Language
from escalation.updates.advised import advised
from prompts.for_customers import solution_for, subject_for
from prompts.plain import disarm, link_target
from prompts.render import phrase

_CODE = re.compile(r"[\[\]{}<>|`\\]")
"""A line of a log: it is answered, and not read back."""


class Advice(TypedDict):
    steps: tuple[str, ...]
    title: str | None
    url: str | None
    written: str | None
    """The language of the article, where it is not the reader's."""
    sent: str | None
    """When we wrote it to them before."""
    answered: str | None
    """When they answered that, with their `answer` where it may be said back; `works` when it says that it helps."""
    answer: str | None
    works: bool
    tried: bool
    """They did what we wrote, and nothing says that it helped: nobody is sent the same steps again."""
    later: bool
    """They told what they will do: nothing waits for us."""


NONE: Advice = {
    "steps": (), "title": None, "url": None, "written": None, "sent": None, "answered": None, "answer": None, "works": False,
    "tried": False, "later": False,
}  # fmt: skip


def advice(
    assessment: Assessment, ticket: Ticket | None, language: Language, shown: Callable[[datetime], str], *, waits: bool
) -> Advice:
    """The way out for the customer of `ticket`; `shown` puts an instant on their clock. `waits`: they wait for something
    else, and who has answered our advice is not given it again meanwhile."""
    title, steps, article = solution_for(assessment)
    before = advised(ticket, article, assessment.articles, assessment.at) if ticket and article else None
    if waits and before is not None and before.answer is not None:
        return NONE
    told_in = language_of(article.body) if article else language
    words = before.words if before and before.words and not _CODE.search(before.words) else None
    words = subject_for(assessment, words) if words else None
    failed = before is not None and before.tried and not before.works
    # What they wrote of it we have answered since, unless what we wrote did not help.
    over = before is not None and before.settled and not before.works and not failed
    words = None if over else words
    later = before is not None and before.later and not before.settled
    return {
        "steps": () if failed or later or (before and before.works) else steps,
        "title": disarm(title) if title else None,
        "url": link_target(article.url) if article else None,
        "written": phrase(f"language_{told_in}", language) if told_in != language else None,
        "sent": shown(before.at).strip() if before else None,
        "answered": shown(before.answer.at).strip()
        if before and before.answer and (before.works or not before.settled)
        else None,
        "answer": disarm(words) if words else None,
        "works": before.works if before else False,
        "tried": failed,
        "later": later,
    }
