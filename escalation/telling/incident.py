"""What Security must know at once: what was seen and checked, what contains it so far, whose data it is, what is asked of us."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from escalation.judgement.answers import SECURITY_MATTER, denies
from escalation.judgement.case import Case
from escalation.judgement.crossed import crossed
from escalation.judgement.papers import for_an_authority
from escalation.judgement.security_words import SECURITY
from escalation.matters import Incident, Observation, TimelineEntry, TriedStep
from escalation.reading.signals.polarity import assertions
from escalation.reading.threads.containment import contained_in
from escalation.reading.threads.entries import Entry, entries, sentences
from escalation.reading.threads.exposed import DATA, data_kinds
from escalation.reading.uncovered import uncover
from escalation.records import Message, Ticket
from escalation.telling.narrative import cite, focus, tried_of

OBSERVED, LONGEST = 7, 520
"""Entries told, and characters of each: an opening longer than this is told by its first whole sentences."""

_LAW = re.compile(
    r"\b(?:regulators?|supervisory authority|data protection|dpo|gdpr|dsgvo|rgpd|ccpa|hipaa|cnil|privacy law|aufsichts\w*"
    r"|datenschutz\w*|autorité)\b|监管|数据保护|个人信息保护|个保法|网信|合规"
)
_ENTRY = re.compile(
    r"\b(?:log-?ins?|logged in|sign(?:ed)?[- ]?ins?|session|api keys?|admin\w*|account)\b|登录|登入|账号|会话|密钥"
)
_STRANGE = re.compile(
    r"\b(?:nobody|none of (?:us|them|ours)|not (?:us|ours|theirs|them|by us)|weren['’]t (?:us|ours|theirs)|unknown|unfamiliar"
    r"|stranger?|strange|foreign|abroad|stolen|hijacked|phish\w*)\b|不是我们|没有人|陌生|境外|异地|可疑|被盗|钓鱼|从没去过|没见过"
)
_DUTY = re.compile(
    r"\b(?:eras\w+|delet\w+|proof|prove|evidence|answer|confirm\w*|certificate|subject access|retention|account for"
    r"|lösch\w+|darlegen|nachweis\w*|bestätig\w+|schriftlich\w*|effac\w+|preuve|attestation)\b|删除|抹除|擦除|清除|证明|凭证|答复|回复|说明|出具"
)
_ASKS = re.compile(
    r"\b(?:need|needs|must|has to|have to|ask(?:s|ed)?|want|demand|require[sd]?|please|müssen"
    r"|brauch\w+|benötig\w+|erwart\w+|verlang\w+|forder[nt]\w*|demande|exige\w*|evidence|proof|wants|expects?|demands?)\b"
    r"|需要|要求|必须|请|须"
)
_MUST = re.compile(r"\b(?:must|needs?|has to|have to|müssen|brauch\w+|benötig\w+|devons)\b|必须|需要|须")
"""What is owed now; that somebody once asked is how it began."""
_ABOUT_THEM = re.compile(
    r"\b(?:our|ours|we|us|others?|else|anyone|any other)\b|我们|我司|其他|其它|别的|哪里|内容", re.IGNORECASE
)

_UNMARKED = re.compile(
    r"(?i)^(?:so |and |but )?(?:what|how|which|when) (?:else )?(?:should|shall|can|must|do) (?:we|i)\b"
    r"|^please (?:also )?(?:tell (?:us|me)|let (?:us|me) know) (?:whether|if|what|how|which)\b|^请(?:告知|告诉我们)"
)
"""Asked without a question mark, as people in a hurry write."""


_CHANNEL = re.compile(r"(?i)\bsec(?:urity|ops)?\b|安全")

_TAKES = re.compile(
    r"(?i)(?<!\w)(?:i am|i['’]m|we are|we['’]re|i have (?:it|this)|i['’]ve got|i['’]ll take|i will take|on it|mine|taken"
    r"|taking (?:it|this)|pulling|reviewing|looking (?:into|at)|investigating|checking)(?!\w)"
    r"|我(?:来|在|接|这边在)|我们(?:在|来|接)|已接手|正在(?:查|看|处理|排查)|在查"
)
_NOT_TAKEN = re.compile(
    r"(?i)\b(?:who|nobody|no ?one|not|can(?:not|['’]t)|if|please|could)\b|n['’]t\b|[?？]|谁|没人|没有|无法|请"
)


def incident_of(case: Case, messages: tuple[Message, ...] = ()) -> Incident:
    """Reads the threads that tell it: the named customer's or the best match, and others that speak of security themselves;
    and of the `messages` that belong to it what says that Security has it."""
    told = (*_tellers(case), *_brought(case))
    read = [e for t in told for e in entries(t) if e.at <= case.now]
    kind = _kind(case, told)
    # Under a duty our own notes name what we lack ("only the contract template"), not whose data it is.
    found, proof = _data(case, [e for e in read if e.role == "customer" or kind != "compliance"])
    seen = case.answers.get("data_exposed")
    taking = _taken(case, messages)
    crossing = crossed(case.issue.text, case.context.named)
    return Incident(
        taken=taking is not None,
        taken_by=taking.text.strip() if taking else None,
        taken_evidence=(case.ledger.message(taking),) if taking else (),
        kind=kind,
        observed=(*_observed(case, told), *_answered(case)),
        exposed=seen,
        exposed_evidence=(case.by_reporter(seen),) if seen else (),
        contained=_contained(case, read, kind),
        seer=crossing.seer if crossing else None,
        owner=crossing.owner if crossing else None,
        data=found,
        data_evidence=proof,
        asked=_asked(case, read, kind),
    )


def _taken(case: Case, messages: tuple[Message, ...]) -> Message | None:
    """The latest message in a channel of Security whose author says there that they are on it."""
    ours = case.policy.teams.get("security")
    own = (ours.channel or "").strip("#").casefold() if ours else ""
    said = [
        m
        for m in messages
        if (m.channel.strip("#").casefold() == own or _CHANNEL.search(m.channel))
        and any(_TAKES.search(s) and not _NOT_TAKEN.search(s) for s in sentences(m.text))
    ]
    return max(said, key=lambda m: m.at, default=None)


def _tellers(case: Case) -> tuple[Ticket, ...]:
    own = case.named_ids
    first = [t for t in focus(case) if t.account_id in own] or list(case.tickets[:1])
    others = [t for t in focus(case) if t not in first and _speaks_of_it(t)]
    return tuple([t for t in first if _speaks_of_it(t)] or first) + tuple(others)


def _brought(case: Case) -> tuple[Ticket, ...]:
    """What was handed in and tells of it, whoever wrote it."""
    telling = {said.record_id for said in case.exposures}
    return tuple(piece for piece in case.pieces if piece.id in telling or _speaks_of_it(piece))


def _answered(case: Case) -> Iterator[Observation]:
    """What the reporter answered of it, with more than a yes; what was exposed has its own place."""
    for question, answer in case.answers.items():
        if question == "data_exposed" or (question == SECURITY_MATTER and denies(answer)):
            continue
        if any(said.record_id is None and said.words in answer for said in case.exposures):
            evidence = case.by_reporter(answer)
            yield Observation(at=case.now, who="reporter", ticket=evidence, words=_whole(answer), evidence=(evidence,))


def _speaks_of_it(ticket: Ticket) -> bool:
    told = (f"{ticket.subject}\n{ticket.description}", *(c.body for c in ticket.comments))
    return any(a.signal in SECURITY and a.polarity == "affirmed" for text in told for a in assertions(text))


def _kind(case: Case, told: tuple[Ticket, ...]) -> Literal["intrusion", "exposure", "compliance"]:
    typed = uncover(case.issue.text).text
    opened = uncover("\n".join(f"{t.subject}\n{t.description}" for t in told)).text
    if case.heard.typed("unauthorised_access"):
        return "intrusion"
    whole = f"{typed}\n{opened}"
    if any(_ENTRY.search(text) and _STRANGE.search(text) for text in whole.splitlines()) and not _LAW.search(typed):
        return "intrusion"
    if for_an_authority(case.issue.text) and not case.heard.affirmed(*SECURITY):
        return "compliance"
    if _LAW.search(whole) and _DUTY.search(whole) and not case.heard.typed("vulnerability"):
        return "compliance"
    ids = {t.id for t in told}
    if any(s.record_id in ids for s in case.heard.affirmed("unauthorised_access")):
        return "intrusion"
    return "exposure"


def _observed(case: Case, told: tuple[Ticket, ...]) -> tuple[Observation, ...]:
    """Openings first, then notes and the customer's later words by time; our replies stand under the communication."""
    told_by_person = {e.id for e in case.ledger.entries() if e.source == "reporter"}
    openings: list[Observation] = []
    later: list[Observation] = []
    for ticket in told:
        for number, entry in enumerate(e for e in entries(ticket) if e.at <= case.now):
            if entry.role == "agent":
                continue
            words = _whole(entry.text)
            person = "reporter" if ticket.id in told_by_person else "customer"
            seen = Observation(
                at=entry.at,
                who=person if entry.role == "customer" else "support",
                ticket=ticket.id,
                words=words,
                evidence=(cite(case, entry.quote(words)),),
            )
            (later if number else openings).append(seen)
    later.sort(key=lambda o: o.at)
    return tuple([*openings, *later[-(max(0, OBSERVED - len(openings))) :]][:OBSERVED])


def _whole(text: str) -> str:
    """The text, or as many of its first sentences as `LONGEST` allows, verbatim."""
    text = text.strip()
    if len(text) <= LONGEST:
        return text
    end = 0
    for sentence in sentences(text):
        at = text.index(sentence, end)
        if at + len(sentence) > LONGEST and end:
            break
        end = at + len(sentence)
    return text[:end]


def _contained(case: Case, read: list[Entry], kind: str) -> tuple[TriedStep, ...]:
    steps: dict[str, TriedStep] = {}
    if answer := case.answers.get("containment"):
        steps[answer] = TriedStep(step=answer, evidence=(case.by_reporter(answer),))
    for entry in read:
        for words in contained_in(entry):
            steps.setdefault(words, TriedStep(step=words, evidence=(cite(case, entry.quote(words)),)))
    typed = Entry("reporter", case.issue.text, "customer", public=False, at=case.now)
    for words in contained_in(typed):
        steps.setdefault(
            words,
            TriedStep(step=words, evidence=(case.by_reporter(),)),
        )
    if kind == "compliance":
        for step in tried_of(case):
            steps.setdefault(step.step, step)
    return tuple(steps.values())


def _data(case: Case, read: list[Entry]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Kinds named by the customer or by our own check, at most four, with the entries that name them."""
    kinds: dict[str, str] = {}
    for entry in read:
        if entry.role == "agent":
            continue
        for kind in data_kinds(uncover(entry.text).text):
            if kind not in kinds:
                kinds[kind] = cite(case, entry.quote(_whole(entry.text)))
    chosen = [k for k in DATA if k in kinds][:4]
    return tuple(chosen), tuple(dict.fromkeys(kinds[k] for k in chosen))


def _asked(case: Case, read: list[Entry], kind: str) -> TimelineEntry | None:
    customers = [e for e in read if e.role == "customer"]
    if kind == "compliance":
        said = [(e, s, uncover(s).text) for e in customers for s in sentences(e.text)]
        duties = [one for one in said if _DUTY.search(one[2]) and _ASKS.search(one[2])]
        owed = next((one for one in duties if _MUST.search(one[2])), next(iter(duties), None))
        return _entry(case, owed[0], owed[1]) if owed else None
    for entry in reversed(customers):
        asked = [s for s in sentences(entry.text) if _asks_us(s)]
        if asked:
            return _entry(case, entry, entry.between(asked[0], asked[-1]) if len(asked) > 1 else asked[0])
    return None


def _asks_us(sentence: str) -> bool:
    return bool(_UNMARKED.search(sentence)) or (sentence.endswith(("?", "？")) and bool(_ABOUT_THEM.search(sentence)))


def _entry(case: Case, entry: Entry, words: str) -> TimelineEntry:
    return TimelineEntry(at=entry.at, what=words, evidence=(cite(case, entry.quote(words)),))
