"""The parts every answer shares: header, reasons, claims, questions, coverage and the sources it really cites."""

from __future__ import annotations

import re

from escalation.assessment import Assessment, Override
from escalation.evidence import Coverage, Evidence
from escalation.matters import InChat
from escalation.ruling import Ruled
from escalation.terms import Language
from prompts.composing.case import Case
from prompts.composing.story import as_written
from prompts.computed import computed_in
from prompts.excerpts import shortened
from prompts.lacking import item
from prompts.plain import disarm
from prompts.render import phrase, phrases
from prompts.statements import say, say_with_sources

REASONS_FOR, REASONS_AGAINST, CHANGES = 6, 3, 3
COVERED_BY = {"several_customers": "three_or_more_customers", "note_against_support": "beyond_support"}
"""A reason that says nothing once the stronger one is said."""

RULED_AS: dict[Ruled, str] = {"tickets": "ticket", "kb": "article", "tracker": "context", "chat": "context"}
"""As what a record was ruled on."""

IDLE = frozenset({"similar_solved_by_support"})
"""What helps nobody who gets the matter: that support once solved something like it did not keep it there."""

_CITED = re.compile(r"\[(E\d+)\]")
_USUAL_IMPACT = {"critical": "high", "high": "high", "medium": "medium"}


def label(kind: str, id: str, language: Language) -> str:
    """The name of an id ("severity", "high") or, for ids a policy adds, the id itself."""
    key = f"{kind}_{id}"
    return phrase(key, language) if key in phrases(language) else id


def business_impact(assessment: Assessment, language: Language) -> str | None:
    """The business impact when it is known and says something else than the severity."""
    level = assessment.impact.level
    if level == "unknown" or assessment.severity is None or level == _USUAL_IMPACT[assessment.severity]:
        return None
    return label("level", level, language)


def reasons(assessment: Assessment, stance: str, language: Language) -> list[tuple[str, str]]:
    """(criterion, sentence) of the strongest reasons for or against, each sentence once."""
    limit = REASONS_FOR if stance == "for" else REASONS_AGAINST
    escalated = assessment.decision == "escalate"
    idle = IDLE if escalated else frozenset[str]()
    ranked = sorted(
        (r for r in assessment.reasons if r.stance == stance and r.signal not in idle), key=lambda r: -r.weight
    )
    said: dict[str, str] = {}
    signals = {reason.signal for reason in ranked}
    for reason in ranked:
        if COVERED_BY.get(reason.signal) in signals or (escalated and reason.values.get("unsaid")):
            continue  # who gets the matter has no use for what only the sound of the line argues
        if reason.signal == "bug_on_tracker" and escalated:
            # The description and the context name it in full.
            reason = reason.model_copy(update={"values": reason.values | {"title": None}})  # noqa: PLW2901
        if reason.signal == "error_seen" and isinstance(error := reason.values.get("error"), str):
            written = as_written(Case(assessment, language), error)
            reason = reason.model_copy(update={"values": reason.values | {"error": written}})  # noqa: PLW2901
        said.setdefault(say_with_sources(reason, language), label("criterion", reason.criterion, language))
    return [(criterion, sentence) for sentence, criterion in _of_each(said, limit).items()]


def _of_each(said: dict[str, str], limit: int) -> dict[str, str]:
    """At most `limit` sentences: of each criterion the strongest, then the strongest of all, in the order of their strength."""
    leading = {criterion: sentence for sentence, criterion in reversed(said.items())}
    kept = set([*leading.values(), *(s for s in said if s not in leading.values())][:limit])
    return {sentence: criterion for sentence, criterion in said.items() if sentence in kept}


def would_change(assessment: Assessment, language: Language) -> list[str]:
    """What would turn the decision, at most three sentences."""
    return list(dict.fromkeys(say_with_sources(f, language) for f in assessment.would_change))[:CHANGES]


def returned(assessment: Assessment, language: Language) -> str | None:
    """That the team handed it back, what is new since, and what is not; None of what it has not handed back, or has taken."""
    if (back := assessment.returned) is None:
        return None
    named = {name: [item(i, language) for i in back.values[name] or ()] for name in ("found", "lacks")}  # type: ignore[union-attr]
    why = shortened(disarm(str(back.values["why"] or "")), 200) or None
    return phrase("returned", language, why=None if why in named["found"] + named["lacks"] else why, **named)


def claims(assessment: Assessment, language: Language) -> list[str]:
    """What the report says and the records do not support."""
    return [say_with_sources(finding, language) for finding in assessment.claims]


def questions(assessment: Assessment, language: Language) -> list[str]:
    """The open questions, in the order of their numbers."""
    return [say(question, language) for question in assessment.questions]


def overrides(assessment: Assessment, language: Language) -> list[str]:
    """Departures from the recommendation and records ruled on by hand, with their reason."""
    ruled: dict[tuple[str, str, str], list[str]] = {}
    for ruling in assessment.rulings:
        says = "same" if ruling.same else "related" if ruling.related else "apart"
        ruled.setdefault((says, RULED_AS[ruling.source], ruling.reason), []).append(disarm(ruling.record_id))
    return [
        *(_override(override, language) for override in assessment.overrides),
        *(
            phrase(f"ruling_{kind}_{says}", language, records=records, reason=reason)
            for (says, kind, reason), records in sorted(ruled.items(), key=lambda each: (each[0][0] != "same", each[1]))
        ),
    ]


def _override(override: Override, language: Language) -> str:
    recommended = (
        label(override.field, override.recommended, language) if override.recommended else phrase("nobody", language)
    )
    chosen = label(override.field, override.chosen, language)
    return phrase(
        f"override_{override.field}", language, recommended=recommended, chosen=chosen, reason=override.reason
    )


def relevant(assessment: Assessment) -> dict[str, int]:
    """How many records of each category the assessment rests on; the customer that was named counts, affected or not."""
    named = (assessment.account,) if assessment.account else ()
    return {
        "support_platform": len(assessment.matched) + sum(one.alike for one in assessment.open_tickets),
        "crm": len({account.id for account in (*assessment.affected, *named)}),
        "chat": len(assessment.messages),
        "project_tracker": len(assessment.items)
        + sum(each is not None for each in (assessment.closed, assessment.suspect)),
        "knowledge_base": len(_articles(assessment)),
    }


def _articles(assessment: Assessment) -> set[str]:
    """Those that are told: of an escalation only what it cites, or what comes nearest."""
    if assessment.decision != "escalate":
        return {a.id for a in assessment.articles}
    told = (*assessment.cited.kb, *(a.id for a in (assessment.solution, assessment.near) if a))
    return {*told, *(str(r.values["article"]) for r in assessment.reasons if r.values.get("article"))}


def coverage(assessment: Assessment, language: Language) -> list[str]:
    """One entry per category: searched with its count, not connected, or failed."""
    used = relevant(assessment)
    return [_coverage(line, used[line.category], assessment.in_chat, language) for line in assessment.coverage]


def _coverage(line: Coverage, used: int, talk: InChat, language: Language) -> str:
    state = line.state if line.state in ("searched", "not_connected") else "failed"
    category = label("category", line.category, language)
    source = disarm(line.source) if line.source else None
    return phrase(f"coverage_{state}", language, category=category, source=source, found=max(line.found, used),
                  passed=talk.passed if line.category == "chat" else 0, who=[disarm(name) for name in talk.who])  # fmt: skip


def cited(text: str, assessment: Assessment) -> list[Evidence]:
    """The evidence that `text` refers to, in order of number."""
    ids = set(_CITED.findall(text))
    return sorted((e for e in assessment.evidence if e.id in ids), key=lambda e: int(e.id[1:]))


def short(evidence: Evidence, language: Language) -> str:
    """The start of a quotation, fit for the list of sources; a computation in the language of the brief."""
    computed = evidence.source == "computed"
    return shortened(computed_in(evidence.quotation, language) if computed else evidence.quotation, 160)
