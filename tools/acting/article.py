"""The draft of a known-issue article, written from an escalation's record and held against what the public may read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from escalation.audience import check
from escalation.language import spoken_by
from escalation.records import Account
from escalation.register.events import Event
from escalation.register.state import EscalationState
from escalation.terms import Language
from prompts.article import KnownIssue, known_issue
from prompts.script import Convention, convention, in_script
from tools.customers.audience import audience
from tools.desk.desk import Desk


def draft_of(desk: Desk, state: EscalationState, log: Iterable[Event], *, gives_way: bool) -> KnownIssue:
    """In the language of the escalation and, below it, in every other one that an affected customer reads.

    What the public may not read is left out, and can be put in other words.
    """
    found = desk.reassess(state.id)
    public = audience(desk.workspace, desk.policy, found, None, log=log)

    def written(language: Language) -> KnownIssue:
        return known_issue(found, state, language, lambda text: not check(text, public, found.at), gives_way=gives_way)

    readers = desk.workspace.accounts(state.account_ids)
    first, *others = [_in(written(language), told) for language, told in _tongues(readers, state)]
    more = "".join(f"\n\n---\n\n**{other.title}**\n\n{other.body}" for other in others)
    return KnownIssue(first.title, first.body + more, first.area)


def _tongues(readers: Iterable[Account], state: EscalationState) -> Iterator[tuple[Language, Convention | None]]:
    own: Language = state.language or "en"
    read: dict[tuple[Language, Convention | None], None] = {(own, None): None}
    for account in readers:
        if language := spoken_by(account):
            read[(language, convention(account) if language == "zh" else None)] = None
    yield from read


def _in(article: KnownIssue, told: Convention | None) -> KnownIssue:
    shown = _SHOWN.findall(f"{article.title}\n{article.body}")
    return KnownIssue(in_script(article.title, told, shown), in_script(article.body, told, shown), article.area)


_SHOWN = re.compile(r"「[^」]+」|“[^”]+”")
"""What the product shows, or somebody wrote: it stays as it is."""
