"""Where the customer stands, what is asked of the receiving team, and by when."""

from __future__ import annotations

import re

from escalation.assessment import Finding
from escalation.matters import TimelineEntry
from escalation.reading.times.deadlines import day_only
from prompts.composing.case import Case
from prompts.excerpts import most_telling, sentences, shortened
from prompts.plain import disarm, quoted
from prompts.statements import say, with_sources


def last_update(case: Case) -> str | None:
    """When the customer last heard from us, how long ago, and the most telling sentence of it; what colleagues left for whoever
    writes next."""
    return case.joined([_last_update(case) or "", *case.findings(case.assessment.heed)]) or None


def _last_update(case: Case) -> str | None:
    found = case.assessment.communication
    missed = [case.sentence("promise_missed", promise.evidence, ticket=promise.ticket, at=promise.due, words=promise.words,
                            who=_whose(case, promise.evidence), timezone=case.timezone) for promise in found.missed]  # fmt: skip
    owed = [case.sentence("update_owed", each.evidence, every=each.every_hours, late=each.late_hours, promised=each.promised,
                          who=case.account_name(each.account_id) if len(case.assessment.affected) > 1 else None)
            for each in found.owed[:2]]  # fmt: skip
    if found.last_update_at is None and not found.last_update:
        return case.joined([*_unread(case), *missed]) or None
    sources = _sources_holding(case, found.last_update) or found.evidence[:1]
    ago = (case.assessment.at - found.last_update_at).total_seconds() / 3600 if found.last_update_at else None
    words = promised(found.last_update) or most_telling(found.last_update) if found.last_update else None
    told = case.sentence(
        "last_update_was",
        sources,
        at=found.last_update_at,
        hours=ago,
        words=words,
        who=_whose(case, sources),
        timezone=_zone(case, sources),
    )
    return case.joined([*owed, told, *missed])


def _unread(case: Case) -> list[str]:
    """That nothing of ours is on record, or only when we answered: an export without threads still gives the time. Of a named
    customer that is said by name where others had a reply."""
    found, now = case.assessment, case.assessment.at
    to_others = case.findings(_shortened(f) for f in found.others if f.signal == "replied_to")
    named = found.account.id if found.account and to_others else None
    tickets = [each.ticket for each in found.matched if named is None or each.ticket.account_id == named]
    answered = [(at, t.id) for t in tickets if not t.replies(now) and (at := t.first_response_at) and at <= now]
    if answered:
        at, ticket = max(answered)
        first = [
            case.sentence("reply_unread", case.sources_of(ticket)[:1], at=at, ticket=ticket, timezone=case.timezone)
        ]
    elif named:
        first = [case.sentence("no_reply_to", who=case.account_name(named))]
    else:
        first = [case.sentence("no_reply")] if tickets and not to_others else []
    return [*first, *to_others]


WISH = 260
"""Characters up to which a wish is told whole: its limit may stand in another sentence than its substance."""

_STORED = r"(?<!no )(?<!not )(?:trips?|records?|files?|rows?|photos?|images?|entries|history|messages?|(?:customer|stored) data)"
_REMOVED = re.compile(
    rf"(?i)\b{_STORED}\b[^.]{{0,40}}\b(?:(?:was|were|is|are|been|got) (?:deleted|removed|gone|purged|wiped|overwritten)"
    r"|not in the database)\b"
    rf"|\b{_STORED} (?:deleted|removed|purged|wiped|overwritten)\b"
    rf"|\b(?:deleted|removed|purged|wiped|overwr\w+)\b[^.]{{0,20}}\b{_STORED}\b"
    r"|(?:数据|資料|记录|紀錄|行程|照片|相片)[^，。]{0,8}(?:已?(?:被)?(?:删除|刪除|清空|覆盖|覆蓋)|不存在|没有了)"
)
_OFF = re.compile(
    r"(?i)\b(?:switched|turned|shut) off\b|\b(?:is|was|been|now) (?:disabled|stopped|paused|suspended|halted)\b"
    r"|已(?:经)?(?:停|关|關|暂停|暫停|禁用)|(?:停|关|關)(?:掉)?了"
)
"""What removed the data runs no more, by those who looked into it."""
_PROMISE = re.compile(
    r"\b(?:I|we)(?:['’]ll| will)\b"
    r"|\bwill (?:come|get|be|report) back\b|\bwill (?:reply|answer|call)\b"
    r"|\bnext (?:update|message)\b|\bby (?:mon|tue|wed|thu|fri|sat|sun|today|tonight|tomorrow|\d)"
    r"|最晚|之前(?:再|给|答复|回复|告知)|会在|每\s*\d+\s*小时|下次|稍后(?:给|答复)|前(?:再|给您|答复)",
    re.IGNORECASE,
)


def _shortened(reply: Finding) -> Finding:
    """With the sentence that promises something, else the most telling one."""
    words = str(reply.values.get("words") or "")
    return reply.model_copy(update={"values": {**reply.values, "words": promised(words) or most_telling(words)}})


def promised(text: str) -> str | None:
    """The sentence in which the customer was promised something: whoever takes over has to keep it."""
    return next((s for s in sentences(text) if _PROMISE.search(s)), None)


_WISHES = frozenset({"expected_by", "wished"})


def expectation(case: Case) -> str | None:
    """What the customer expects, in their words, and by when; then what other affected customers need by a day of theirs."""
    told = case.assessment.communication.expectation
    others = (f for f in case.assessment.others if f.signal in _WISHES and f.values.get("words") != told)
    return case.joined([_expected(case) or "", *case.findings(others)]) or None


def _expected(case: Case) -> str | None:
    found = case.assessment.communication
    last = _last_word(case)
    within = found.expectation is not None and found.expectation in (found.last_word or "")
    if found.expectation_deadline is None and (within or not found.expectation):
        return last
    wish = found.expectation
    words = (disarm(wish) if len(wish) <= WISH else most_telling(wish)) if wish else None
    sources = _sources_holding(case, found.expectation) or found.evidence[-1:]
    told = case.sentence(
        "expects",
        sources,
        words=words,
        by=found.expectation_deadline,
        read=wish is not None and day_only(wish, case.assessment.at),
        who=_whose(case, sources),
        timezone=_zone(case, sources),
    )
    return case.joined([told, last or ""])


def _last_word(case: Case) -> str | None:
    found = case.assessment.communication
    if (
        not found.last_word
        or not _says_something(found.last_word)
        or (found.expectation and found.last_word in found.expectation)
    ):
        return None
    sources = found.last_word_evidence
    waited = (case.assessment.at - found.last_word_at).total_seconds() / 3600 if found.last_word_at else None
    return case.sentence("last_word", sources, at=found.last_word_at, words=shortened(found.last_word, 240),
                         hours=waited if found.last_word_open else None,
                         who=_whose(case, sources), timezone=_zone(case, sources))  # fmt: skip


def _says_something(text: str) -> bool:
    """Whether it holds words, and not only the id, version or figure that we had asked for."""
    return (
        bool(re.search(r"[\u3040-\u9fff]", text)) or len(re.findall(r"(?<![\w.-])[A-Za-zÀ-ÿ'’]{2,}(?![\w-])", text)) > 1
    )


def _owner(case: Case, sources: tuple[str, ...]) -> str | None:
    return next((e.account_id for e in case.assessment.evidence if e.id in sources and e.account_id), None)


def _whose(case: Case, sources: tuple[str, ...]) -> str | None:
    """The customer that a message belongs to, named only where several are affected."""
    return case.account_name(_owner(case, sources)) if len(case.assessment.affected) > 1 else None


def _zone(case: Case, sources: tuple[str, ...]) -> str | None:
    return case.timezone_of(_owner(case, sources)) or case.timezone


def _sources_holding(case: Case, text: str | None) -> tuple[str, ...]:
    evidence = case.assessment.communication.evidence
    return tuple(e.id for e in case.assessment.evidence if text and e.id in evidence and text.strip() in e.quotation)[
        :1
    ]


def ask(case: Case) -> str:
    """The explicit ask; investigate, fix, decide and approve each have their own words."""
    kind = case.assessment.ask or "investigate"
    item = next(iter(case.assessment.items), None)
    target = case.assessment.target or "l2"
    key = f"ask_{target}_{kind}"
    from prompts.render import phrases

    if target == "leadership" and case.assessment.wanted and not any(w.kind == "call" for w in case.assessment.wanted):
        key = "ask_leadership_points"
    if target == "security" and case.assessment.incident and case.assessment.incident.kind == "compliance":
        key = "ask_security_compliance"
    if kind == "fix" and target == "engineering" and _is_outage(case):
        key = "ask_engineering_outage"
    if target == "engineering" and any(r.signal == "outage_over" for r in case.assessment.reasons):
        key = "ask_engineering_over"
    open_again = {i.id for i in case.assessment.items if i.status.lower().replace("-", "") == "reopened"}
    back = next((r for r in case.assessment.reasons if r.signal == "recurrence" and r.values.get("fixed_in")
                 and r.values.get("item") not in open_again), None)  # fmt: skip
    if back is not None and key in {"ask_engineering_investigate", "ask_engineering_fix"}:
        fixed_in = back.values["fixed_in"]
        asked = case.sentence("ask_engineering_again", back.evidence[:1], item=back.values["item"], fixed_in=fixed_in)
        return case.joined([*_first(case), asked, *_takes(case)])
    asked = case.sentence(key if key in phrases(case.language) else f"ask_{kind}", item=item.id if item else None)
    return case.joined([*_first(case), asked, *_takes(case)])


def _is_outage(case: Case) -> bool:
    """Whether there is a service to restore: not where the records say that it runs again."""
    item = next(iter(case.assessment.items), None)
    if any(f.signal == "over_on_record" for f in case.assessment.impact.dimensions.get("duration", ())):
        return False
    down = case.assessment.severity == "critical" and any(
        r.signal == "production_down" and r.stance == "for" for r in case.assessment.reasons
    )
    return (
        down or case.assessment.issue.kind == "outage" or (item is not None and (item.type or "").lower() == "incident")
    )


def _first(case: Case) -> list[str]:
    """What cannot wait for a cause: stored data that was removed, by what our own people found."""
    found = case.assessment
    told = [*(f"{i.title}. {i.body}" for i in found.items[:1]), *(lead.what for lead in found.leads)]
    removed = any(_REMOVED.search(words) for words in told)
    if not removed or found.target != "engineering":
        return []
    return [case.sentence("ask_data_back" if any(_OFF.search(words) for words in told) else "ask_data_loss")]


def _takes(case: Case) -> list[str]:
    """What mending takes, by those who looked into it: the newest notes that say so, in the order they were written."""
    if case.assessment.target not in ("engineering", "l2"):
        return []
    needs = case.assessment.needs
    beyond = tuple(entry for entry in case.assessment.beyond if entry not in needs)
    return [*_noted(case, "ask_needs", needs), *_noted(case, "ask_beyond", beyond)]


def _noted(case: Case, key: str, told: tuple[TimelineEntry, ...]) -> list[str]:
    if not told:
        return []
    comma = "、" if case.language == "zh" else ", "
    words = comma.join(quoted(shortened(entry.what, 240), case.language) for entry in reversed(told))
    sources = dict.fromkeys(id_ for entry in reversed(told) for id_ in entry.evidence)
    return [case.sentence(key, sources, words=words, on=case.records_of(sources))]


def deadline(case: Case) -> str | None:
    """The instant and why it binds; without one, which of the customer's words names a day that was not read, else None."""
    found = case.assessment
    why: Finding | None = found.deadline_why
    if found.deadline is None:
        return with_sources(say(why, case.language), why.evidence) if why else None
    reason = say(why, case.language).rstrip("。.") if why else None
    sentence = case.sentence("deadline_is", at=found.deadline, why=reason, timezone=case.timezone)
    return with_sources(sentence, why.evidence if why else ())
