"""What only one target needs: the bodies for Product and Leadership (domain.md §6); Security's is in `security.py`."""

from __future__ import annotations

import re

from escalation.assessment import Finding, MatchedTicket
from escalation.brief import LeadershipBody, ProductBody
from escalation.matters import FeatureDemand
from prompts.composing.case import Case
from prompts.composing.impact import OUTSIDE, PRESSING, TRIGGERS
from prompts.composing.story import words_of
from prompts.excerpts import most_telling, shortened
from prompts.filters import ticket as numbered
from prompts.plain import disarm, quoted
from prompts.render import phrase
from prompts.statements import with_sources

_TOLD = ("arr_usd", "signup_date", "renewal_date", "health", "plan")
"""What a relationship is told by, each from its own source; the figures first, since no more than four are cited."""
VOICE = 240
"""Characters of a customer's request that are quoted as their use case."""
_RIVALS = re.compile(
    r"(?i)competitor|vendor|alternative|provider|other (?:system|tool|product)|竞品|競品|友商|供应商|替代|对手"
)


def product(case: Case) -> ProductBody | None:
    """Use case, workflow today and wished for, time cost, frequency, competitors, and options to choose from."""
    demand = case.assessment.demand
    if case.assessment.target != "product":
        return None
    options = tuple(phrase(f"option_{n}", case.language) for n in ("plan", "tier", "decline"))
    if demand is None:
        return ProductBody(options=options)

    told: set[str] = set()

    def cited(text: str | None) -> str | None:
        if not text:
            return None
        words = with_sources(quoted(most_telling(text, 240), case.language), case.holding(demand.evidence, text)[:1])
        if words in told:
            return None
        told.add(words)
        return words

    plans = [(disarm(plan), n) for plan, n in sorted(demand.accounts_by_plan.items(), key=lambda p: -p[1])]
    return ProductBody(
        wished_workflow=cited(demand.wished_workflow),
        time_cost=cited(demand.time_cost),
        current_workflow=cited(demand.current_workflow),
        use_case=cited(demand.use_case) or _voices(case),
        frequency=case.sentence(
            "frequency_of_request", case.sources_about("request_frequency") or demand.evidence[:1],
            requests=demand.requests, plans=plans, customers=sum(n for _, n in plans), days=demand.window_days,
            rank=demand.rank_in_area, area=demand.product_area, asked=_asked_on(case),
        ) if demand.requests else None,
        competitors=case.sentence("competitors_named", _naming(case, demand), names=[disarm(c) for c in demand.competitors])
        if demand.competitors else _unnamed(case) or case.sentence("competitors_none"),
        options=options,
    )  # fmt: skip


def _voices(case: Case) -> str | None:
    """Where nobody says what they do it for: the request itself, of the customers that asked, the best fitting ticket each."""
    best: dict[str, MatchedTicket] = {}
    for match in sorted(case.assessment.matched, key=lambda m: -m.score):
        best.setdefault(match.ticket.account_id or match.ticket.id, match)
    said: list[str] = []
    for match in list(best.values())[:2]:
        words, sources = words_of(case, match, VOICE)
        said.append(case.sentence("felt_by", sources, words=words, who=case.account_name(match.ticket.account_id)))
    return case.joined(said) or None


def _asked_on(case: Case) -> list[str]:
    """When the customer named asked, if more than once: each day with its ticket."""
    if case.customer is None:
        return []
    own = sorted(
        (m.ticket for m in case.assessment.matched if m.ticket.account_id == case.customer.id),
        key=lambda t: t.created_at,
    )
    if len(own) < 2:
        return []
    form = "{}（{}）" if case.language == "zh" else "{} ({})"
    return [form.format(f"{ticket.created_at:%Y-%m-%d}", numbered(ticket.id, case.language).strip()) for ticket in own]


def _unnamed(case: Case) -> str | None:
    """Competitors that are spoken of and not named, in the words that do."""
    spoken = next(
        (
            r
            for r in case.assessment.reasons
            if r.signal in TRIGGERS and _RIVALS.search(str(r.values.get("words") or ""))
        ),
        None,
    )
    if spoken is None:
        return None
    return case.sentence("competitors_unnamed", spoken.evidence, words=str(spoken.values["words"]))


def _naming(case: Case, demand: FeatureDemand) -> list[str]:
    """Evidence in which somebody names a competitor, the first two."""
    return [
        e.id
        for e in case.assessment.evidence
        if e.id in demand.evidence and any(name in e.quotation for name in demand.competitors)
    ][:2]


def leadership(case: Case) -> LeadershipBody | None:
    """The relationship, its history of problems, the trigger, the odds, what is asked of leaders, the timeline."""
    if case.assessment.target != "leadership":
        return None
    return LeadershipBody(
        relationship=_relationship(case),
        history=_history(case),
        trigger=_trigger(case),
        renewal_odds=_odds(case),
        asked=_asked(case),
        timeline=tuple(
            case.sentence("timeline_entry", entry.evidence, at=entry.at, what=shortened(entry.what, 240), who=entry.who,
                          late=entry.answered_after)
            for entry in case.assessment.timeline
        ),
    )  # fmt: skip


def _trigger(case: Case) -> str | None:
    """Threats and leaders who step in, each sentence quoted once; else what else speaks most for leaders."""
    for_it = [r for r in case.assessment.reasons if r.stance == "for"]
    stepped_in = [r for r in for_it if r.signal in TRIGGERS]
    told = [*stepped_in, *(r for r in for_it if r.signal == OUTSIDE)] if stepped_in else []
    told = told or [r for r in for_it if r.signal in PRESSING]
    quoted_before: set[object] = set()
    said: list[Finding] = []
    for reason in told[:2]:
        words = reason.values.get("words")
        again = words is not None and words in quoted_before
        said.append(reason.model_copy(update={"values": reason.values | {"words": None}}) if again else reason)
        quoted_before.add(words)
    return case.joined(case.findings(said)) or None


def _asked(case: Case) -> tuple[str, ...]:
    """The decisions that somebody asked for; without any, what leaders decide in such a case."""
    wanted = case.assessment.wanted
    if not wanted:
        plain = (case.sentence(f"leadership_ask_{n}", words=None) for n in ("plan", "gesture"))
        return _contact(case), *plain
    points = [
        case.sentence(
            f"leadership_ask_{one.kind}", one.evidence if one.words or one.kind == "answer" else (),
            words=shortened(one.words, 300) if one.words else None, ticket=one.ticket,
        )
        for one in wanted
        # That support may not decide something is said where it is quoted; without words it asks for nothing.
        if one.words or one.kind != "sign"
    ]  # fmt: skip
    threatened = any(r.signal in TRIGGERS and r.stance == "for" for r in case.assessment.reasons)
    if threatened and not any(one.kind == "call" for one in wanted):
        points.insert(0, _contact(case))
    return tuple(points)


LEADERS = 3
"""Leaders of the customer that are named at most."""


def _contact(case: Case) -> str:
    """Whom to call: the customer's leaders by name, where the record has them."""
    account = case.customer
    leaders = [c for c in account.contacts if c.is_exec][:LEADERS] if account else []
    known = {
        e.id: e.quotation
        for e in case.assessment.evidence
        if account and e.record_id == account.id and e.about == "contact"
    }
    sources = [id_ for id_, words in known.items() if any(c.name in words for c in leaders)]
    told = [", ".join(disarm(x) for x in (c.name, c.role) if x) for c in leaders] if sources else []
    return case.sentence(
        "leadership_ask_contact", sources, whom="; ".join(told) if case.language == "en" else "；".join(told)
    )


def _odds(case: Case) -> str | None:
    """A colleague's estimate in their own words; it is nobody's calculation."""
    words = case.assessment.renewal_odds
    return with_sources(quoted(words, case.language), list(case.assessment.renewal_odds_evidence)) if words else None


def _relationship(case: Case) -> str | None:
    account = case.customer
    if account is None:
        return None
    years = (case.assessment.at.date() - account.signup_date).days / 365.25 if account.signup_date else None
    own = [e for e in case.assessment.evidence if e.source == "accounts" and e.record_id == account.id]
    sources = [e.id for about in _TOLD for e in own if e.about == about][: len(_TOLD)]
    health = account.health if account.health and account.health.score is not None else None
    return case.sentence("relationship", sources, name=disarm(account.name), plan=account.plan, arr=account.arr_usd,
                         years=years, renewal=account.renewal_date, health=health)  # fmt: skip


def _history(case: Case) -> tuple[str, ...]:
    account = case.customer
    past = sorted(account.escalation_history, key=lambda e: e.at)[-5:] if account else []
    outages = case.findings((case.assessment.outages,)) if case.assessment.outages else ()
    return *outages, *(
        case.sentence("past_escalation", case.sources_of(entry.id), id=entry.id, at=entry.at, title=disarm(entry.title),
                      outcome=disarm(entry.outcome) if entry.outcome else None)
        for entry in past
    )  # fmt: skip
