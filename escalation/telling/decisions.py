"""Which decision leaders are asked for: a call, a plan, money, a signature, as the customer or our own notes say it."""

from __future__ import annotations

import re
from typing import Literal

from escalation.assessment import Communication
from escalation.judgement.case import Case
from escalation.matters import Wanted
from escalation.reading.threads.entries import Entry, entries, sentences
from escalation.records import Message
from escalation.telling.narrative import cite, told_to_us

Kind = Literal["answer", "call", "plan", "bill", "grant", "sign", "explain", "terms"]

_PEOPLE = (
    r"(?:executives?|execs?|leadership|management|managers?|senior|ceo|cto|cfo|coo|vp|director|head of|boss"
    r"|somebody who|someone who|whoever runs)"
)
_SAID: dict[Kind, re.Pattern[str]] = {
    "call": re.compile(
        rf"(?i)\b(?:speak|talk|call|meet|meeting|hear|contact|phone)\w*\b[^.;!?]{{0,40}}\b{_PEOPLE}\b"
        rf"|\b(?:want|demand|expect)\w*\b[^.;!?]{{0,20}}\b{_PEOPLE}\b"
        rf"|\b{_PEOPLE}\b[^.;!?]{{0,30}}\b(?:calls?|phones?|speaks?|contacts?|on the phone)\b"
        r"|(?:高层|领导|负责人|老板|总裁|总经理|高管|主管|CEO|VP)[^，。；]{0,12}(?:出面|对话|通话|来电|打电话|联系|沟通|当面|说明|回应)"
        r"|(?:请|要求|希望|要)[^，。；]{0,8}(?:高层|领导|负责人|高管|管理层)"
    ),
    "plan": re.compile(
        r"(?i)\b(?:improvement|written|dated|concrete|recovery|action)\b[^.;!?]{0,12}\bplan\b|\bplan\b[^.;!?]{0,30}\b(?:date|by)\w*\b"
        r"|\bwith a plan\b|\bsee a plan\b|\bwhat you will change\b"
        r"|(?:整改|改进|改善|解决|补救|恢复)(?:的)?(?:方案|计划|措施)|(?:给出|提供|拿出)[^，。；]{0,10}(?:方案|计划)"
    ),
    "bill": re.compile(
        r"(?i)\bcredit notes?\b"
        r"|\b(?:correct|re-?issu|amend|cancel|void|withdraw|revis)\w*\b[^.;!?]{0,24}\b(?:invoices?|bills?|charges?)\b"
        r"|\b(?:invoices?|bills?|charges?)\b[^.;!?]{0,16}"
        r"\b(?:corrected|re-?issued|amended|cancell?ed|voided|withdrawn|revised)\b"
        r"|红字|紅字|(?:更正|重开|重新开|作废|冲红|撤销|修改|重開|作廢|撤銷)[^，。；]{0,6}(?:发票|账单|发單|發票|帳單)"
        r"|(?:发票|账单|發票|帳單)[^，。；]{0,6}(?:更正|重开|作废|冲红|撤销|重開|作廢|撤銷)"
    ),
    "grant": re.compile(
        r"(?i)\b(?:credits?(?! notes?\b)|refund\w*|reimburs\w*|compensat\w*|waiv\w*|discounts?|goodwill|penalty"
        r"|price (?:freeze|cut))\b"
        r"|减免|抵扣|赔偿|赔付|补偿|退款|退费|折扣|免除|违约金"
    ),
    "sign": re.compile(
        r"(?i)\bsign-?(?:ed )?off\b|\b(?:needs?|requires?|without)\b[^.;!?]{0,24}\bapprov\w+"
        r"|\b(?:can['’]?t|cannot|can not) approve\b|\b(?:policy )?exceptions?\b(?! in )"
        r"|\b(?:above|beyond|outside) (?:our|my|support['’]?s?) (?:level|authority|remit)\b"
        r"|\bat our level\b|\bwho decides\b|\bnot ours to decide\b"
        r"|审批|批准|签字|特批|破例|例外|超出[^，。；]{0,6}权限|(?:不是|非)[^，。；]{0,6}(?:能|可以)决定|无权"
    ),
    "explain": re.compile(
        r"(?i)\b(?:written|formal|official)\b[^.;!?]{0,12}\b(?:explanation|statement|report|apology|(?:root )?cause|analysis)\b"
        r"|\b(?:explanation|root cause|rca|cause|statement|analysis)\b[^.;!?]{0,24}\bin writing\b"
        r"|书面(?:的)?(?:说明|解释|道歉|报告|原因|分析)"
    ),
    "terms": re.compile(
        r"(?i)\b(?:early termination|exit clause|contract (?:terms?|clause)|notice period|break clause|early exit)\b"
        r"|\b(?:let|release)\w* (?:us|them|me) (?:out|go|from)\b"
        r"|\bout of (?:the|our|this) (?:contract|agreement)\b"
        r"|\b(?:leave|cancel|end|terminate)\b[^.;!?]{0,20}\b(?:early|before (?:the )?(?:term|contract))\b"
        r"|解约条款|提前解约|合同条款"
    ),
}
_ASKED = re.compile(r"[?？]\s*$|\bnot (?:yet )?(?:heard|been)\b")
"""Says that it did not come, or asks whether: told only where no sentence asks for it."""

_RANK = {"customer": 0, "internal": 1, "chat": 2, "reporter": 3}
MOST = 5


def wanted_of(case: Case, messages: tuple[Message, ...], communication: Communication) -> tuple[Wanted, ...]:
    """At most five, each kind once: the customer's latest words first, then our notes, then what was typed."""
    told = [(e.role, e) for t in told_to_us(case) for e in entries(t) if e.at <= case.now and e.role != "agent"]
    told.sort(key=lambda one: (_RANK[one[0]], -one[1].at.timestamp()))
    found: dict[Kind, Wanted] = {}
    used: set[str] = set()
    for kind, rule in _SAID.items():
        if one := _said(case, kind, rule, [e for _, e in told], messages):
            repeated = one.words in used
            found[kind] = one.model_copy(update={"words": None}) if repeated else one
            used.add(one.words or "")
    first = _unanswered(case, communication)
    return tuple([*first, *found.values()][:MOST])


def _said(
    case: Case, kind: Kind, rule: re.Pattern[str], told: list[Entry], messages: tuple[Message, ...]
) -> Wanted | None:
    of_entries = [(entry, words) for entry in told if (words := _sentence(entry.text, rule))]
    # Who may sign is known inside: there the customer only asks.
    inside = kind == "sign"
    ranked = sorted(of_entries, key=lambda one: (bool(_ASKED.search(one[1])), inside and one[0].role != "internal"))
    for entry, words in ranked:
        return Wanted(kind=kind, words=words, ticket=entry.ticket, evidence=(cite(case, entry.quote(words)),))
    for message in messages:
        if words := _sentence(message.text, rule):
            return Wanted(kind=kind, words=words, evidence=(case.ledger.message(message),))
    if rule.search(case.issue.text):
        typed = case.by_reporter()
        return Wanted(kind=kind, words=case.issue.text.strip(), evidence=(typed,))
    return None


def _sentence(text: str, rule: re.Pattern[str]) -> str | None:
    """The first sentence that asks for it; one that asks whether, or says that it did not come, only where no other does."""
    said = [s for s in sentences(text) if rule.search(s)]
    return next((s for s in said if not _ASKED.search(s)), said[0] if said else None)


def _unanswered(case: Case, communication: Communication) -> list[Wanted]:
    """A ticket of the matter on which nobody has replied at all."""
    silent = [
        t for t in told_to_us(case)
        if not t.solved and t.answered(case.now) is None
    ]  # fmt: skip
    if communication.last_update_at is not None or not silent:
        return []
    return [Wanted(kind="answer", ticket=silent[0].id, evidence=(case.ledger.ticket(silent[0]),))]
