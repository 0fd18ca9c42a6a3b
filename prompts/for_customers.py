"""What of a record's own words may be shown to a customer: what passes the audience check and raises no doubt.

A sentence of ours can be mended; a subject is somebody's note to themselves, and a text may always do without it. So less is
enough to leave it out than `escalation.audience` would stop.
"""

from __future__ import annotations

import re
from datetime import datetime

from escalation.assessment import Assessment
from escalation.audience import PUBLIC, Audience, Finding, check, reader
from escalation.naming import LEGAL_FORMS
from escalation.records import Account, Article
from prompts.answer import solution_steps
from prompts.plain import one_line

LONGEST = 90
"""Characters of a subject that is still quoted; what is longer was written as a note."""

_DOUBT = re.compile(
    r"(?i:[$€£¥￥]\s?\d|\d\s?[$€£¥￥]|\d\s?[万萬亿億]\s?(?:元|人民[币幣])"
    r"|\b(?:revenue|renew(?:al|als|ing|ed)?|churn(?:ing|ed)?|upsell|contract value|health score|at[- ]risk)\b"
    r"|续[约約签簽费費]|續[约約签簽费費]|流失|[营營]收|年[费費]|合[同約]额|健康分"
    r"|\b(?:blam\w+|fault|culprit|responsible|negligen\w+|incompeten\w+|(?:your|our|his|her|their) mistake)\b|[责責]任|都怪"
    r"|\bslack\s+channel|\b(?:eng|jira|dev|ops|inc|sup|prob)-\d+|\binternal(?:ly)?\b(?! (?:server )?error)"
    r"|\b(?:has|have|sees?) (?:this|it|the same) too\b)|[内內]部(?![错錯]|服务器|伺服器)"
    r"|[A-Z]\w+ (?:LLC|Inc|Ltd|Corp|GmbH|PLC)\b|\b[A-Z]\w+\W+T\d\b"
    r"|\b(?i:same (?:\w+ )?as|just like|as with|also (?:at|for|hits|affects))\s+(?i:at |for |in )?[A-Z]\w+"
    r"|[和跟与與同][^，。,]{1,15}(?:一样|一樣|相同|同样|同樣)"
)
_IN_A_SUBJECT = re.compile(
    r"(?i)\b(?:because|due to|caused by|root cause|thanks to)\b|因[为為]|由[于於]|[导導]致|引起|原因|根因"
    r"|\d\s?[%％]|\bper ?cent\b|百分之|[一二三四五六七八九]成|\w@\w|://|\bwww\."
)
_LEGAL = re.compile(rf"(?i)[\s,]*\b(?:{'|'.join(sorted(LEGAL_FORMS))})\b\.?|(?:股份)?有限公司|科技|集团|集團|公司")

_ID = re.compile(r"(?<![\w-])[A-Za-z]{1,10}-\d+(?![\w-])")
_PROJECTS = frozenset(["bug", "eng", "jira", "dev", "ops", "inc", "sup", "prob", "task", "issue", "prod", "t"])
_SAID_IN_PUBLIC = frozenset({"unconfirmed_cause", "unshared_record"})


def subject_for(assessment: Assessment, subject: str) -> str | None:
    """`subject` on one line when a customer may read it back, else None (domain.md §11)."""
    text = _short_note(subject)
    return text if text and _fit(text, assessment) else None


def way_for(assessment: Assessment, told: tuple[str, ...]) -> tuple[str, ...]:
    """`told`, which we wrote to another customer, when this one may read every line of it; else nothing. It names nobody,
    no record of ours, and nothing that is only theirs."""
    lines = tuple(one_line(each) for each in told)
    people = {part for name in _people(assessment) for part in re.split(r"[\s,.]+", name) if len(part) > 1}
    fit = all(_fit(line, assessment) and not _ID.search(line) for line in lines)
    named = any(
        re.search(rf"(?<!\w){re.escape(p)}(?!\w)", line) or (not p.isascii() and p in line)
        for p in people
        for line in lines
    )
    return lines if fit and not named else ()


def _people(assessment: Assessment) -> set[str]:
    tickets = [m.ticket for m in assessment.matched]
    wrote = {c.author for t in tickets for c in t.comments} | {t.requester.name for t in tickets if t.requester}
    return {name for name in wrote | {c.name for a in assessment.affected for c in a.contacts} if name}


def promise_for(assessment: Assessment, words: str) -> str | None:
    """Our own promise on one line when its customer may read it back: they had it from us, its time too."""
    text = _short_note(words)
    if not text or _DOUBT.search(_spoken(text, assessment.account)):
        return None
    return text if all(found.kind == "unapproved_date" for found in _found_in(text, assessment)) else None


def subject_told(subject: str, audience: Audience, at: datetime) -> str | None:
    """The same for a reader whose records were read without an assessment."""
    text = _short_note(subject)
    own = audience.customer[0] if audience.customer else ""
    spoken = text.replace(own, "you") if text and own else text
    return text if spoken and not _DOUBT.search(spoken) and not check(spoken, audience, at) else None


_OUTBURST = re.compile(r"[!！]\s*[!！]|[?？]\s*[!！]|[!！]\s*[?？]")
_LOUD = 10
"""Letters from which a subject all in capitals is shouted; shorter ones are names of things."""


def _short_note(subject: str) -> str | None:
    text = one_line(subject)
    unfit = not text or len(text) > LONGEST or _IN_A_SUBJECT.search(text) or _OUTBURST.search(text) or _shouted(text)
    return None if unfit else text


def _shouted(text: str) -> bool:
    """Nobody wants an outburst read back to them: the ticket's number says which request is meant."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) >= _LOUD and " " in text and "".join(letters).isupper()


def solution_for(assessment: Assessment) -> tuple[str | None, tuple[str, ...], Article | None]:
    """Title and steps of the solution when its article is public and every line of it is fit for the customer.

    A step left out would make the others wrong, so one unfit step leaves out all.
    """
    article = assessment.solution
    if article is None or (article.visibility or "").lower() not in PUBLIC:
        return None, (), None
    steps = solution_steps(article)
    if not all(_published(one_line(step), assessment) for step in steps):
        return None, (), None
    return one_line(article.title) if _published(one_line(article.title), assessment) else None, steps, article


def _published(text: str, assessment: Assessment) -> bool:
    """Whether a line of a public article may be repeated: what it says of causes and products anybody may read there.

    It is still no place for another customer, a colleague, a contract, or a record of ours.
    """
    known = {item.id for item in assessment.items} | {match.ticket.id for match in assessment.matched}
    ours = {id_.rpartition("-")[0].casefold() for id_ in known} | _PROJECTS
    if any(id_.rpartition("-")[0].casefold() in ours for id_ in _ID.findall(text)):
        return False
    return all(found.kind in _SAID_IN_PUBLIC for found in _found_in(text, assessment))


def _fit(text: str, assessment: Assessment) -> bool:
    return not _DOUBT.search(_spoken(text, assessment.account)) and not _found_in(text, assessment)


def _spoken(text: str, own: Account | None) -> str:
    """The customer's own name is no finding: read to them it is "you"."""
    return text.replace(own.name, "you") if own and own.name else text


def _found_in(text: str, assessment: Assessment) -> list[Finding]:
    own = assessment.account
    audience = reader(assessment, "en")
    others = [each for each in assessment.affected if own is None or each.id != own.id]
    short = {name for each in others for name in _short(each)} - (_short(own) if own else set())
    wide = audience.model_copy(update={"other_customers": (*audience.other_customers, *short)})
    return check(_spoken(text, own), wide, assessment.at)


def _short(account: Account) -> set[str]:
    """Names without their legal form, down to two letters: a sentence might mean a word by it, a note means the customer."""
    cut = {_LEGAL.sub("", one_line(name)).strip(" ,（()）") for name in (account.name, *account.aliases)}
    return {name.casefold() for name in cut if len(name) > 1}
