"""Step one of the workflow: what the typed line says, before any record is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from escalation.assessment import Issue
from escalation.errors import InvalidInput
from escalation.judgement.claims_made import claims_made
from escalation.judgement.crossed import crossed
from escalation.judgement.heard import Heard, listen
from escalation.judgement.of_the_relation import only_of_the_relation
from escalation.judgement.papers import asks_for_paper, for_an_authority
from escalation.judgement.security_words import shut_out
from escalation.judgement.shown_plainly import shown_plainly
from escalation.language import script_of
from escalation.matching.kin import troubles
from escalation.matching.profile import profile_of
from escalation.matching.signs import MOODS
from escalation.reading.bare import worded
from escalation.reading.line import read_line, read_without_security, strange
from escalation.reading.money_back import asks_for_money, disputes_a_bill
from escalation.reading.nameless import nameless
from escalation.reading.only_that_it_fails import only_that_it_fails
from escalation.reading.secrets.mask import mask
from escalation.reading.symptoms import endpoints, error_strings, ticket_like_ids
from escalation.reading.threads.upset import angry
from escalation.records import Account, Ticket
from escalation.terms import IssueKind, Language
from escalation.text.concepts import concepts
from escalation.text.folding import simplified
from escalation.text.runs import without_long_runs

ISSUE_LIMIT = 20_000
"""Characters of an issue that are read; more is a pasted log, not a line typed by a person."""

SUMMARY_LIMIT = 120


def understand(text: str, *, language: Language | None = None) -> Issue:
    """Reads the issue's words. Raises `InvalidInput` when it is empty or longer than 20,000 characters."""
    if (length := len(text.strip())) > ISSUE_LIMIT:
        raise InvalidInput(
            f"The issue is {length:,} characters long; at most {ISSUE_LIMIT:,} are read.",
            "Say it in a few sentences and put the log or thread on a ticket, whose id can stand in the issue.",
        )
    text = mask(readable(text).strip())
    if not re.search(r"\w", text):
        raise InvalidInput(
            "The issue is empty.",
            'Say in one line what is wrong and for whom, for example: "API returning 500 errors for Acme Corp".',
        )
    script = script_of(text)
    said = worded(text)
    heard = listen(said, ())
    made = claims_made(text)
    return Issue(
        text=text,
        language=language or ("en" if script == "en" else "zh"),
        script=script,
        kind=kind_of(heard, said),
        summary=summary_of(text),
        ticket_ids=tuple(ticket_like_ids(text)),
        error_strings=tuple(error_strings(text)),
        endpoints=tuple(endpoints(text)),
        concepts=tuple(sorted(concepts(text))),
        claimed_customers=made.customers,
        claimed_scope=made.scope,
    )


def readable(text: str) -> str:
    """The text as it can be stored and read: what was no character becomes the replacement character, long runs are cut."""
    return without_long_runs(text.encode("utf-8", "replace").decode("utf-8"))


def summary_of(text: str) -> str:
    """The first sentence, cut at a word when it is long."""
    first = re.split(r"(?<=[。！？!?])|(?<=\.)\s|\n", text.strip(), maxsplit=1)[0].strip()
    if len(first) <= SUMMARY_LIMIT:
        return first.rstrip("。.;；")
    cut = first[:SUMMARY_LIMIT]
    return (cut.rsplit(" ", 1)[0] if " " in cut[60:] else cut).rstrip(" ,，、") + "…"


FAULTS = ("data_loss", "data_corruption", "blocked", "degraded", "broken", "workaround_fails")


def kind_of(heard: Heard, text: str, *, secure: bool = True) -> IssueKind:
    """What sort of matter this is: the likeliest reading of its words, and for a fault whether the service is down.

    `secure`: False where it is known to be none of security.
    """
    if about_us := _about_us(text, secure=secure):
        return about_us
    fault = _fault(heard, text)
    reading = read_line(text) if secure else read_without_security(text)
    if not reading.known or (not fault and strange(text)):
        return fault or "unclear"
    match reading.best:
        case "security":
            out = secure and shut_out(text, reading.outcomes["security"])
            return kind_of(heard, text, secure=False) if out else "security"
        case "product" if asks_for_money(text) or _leaders_threaten(heard, text):
            return fault or "relationship"
        case "product":
            return fault if fault and reading.outcomes["product"] < BEYOND_DOUBT else "feature"
        case "leadership":
            told = error_strings(text) or (
                reading.outcomes["leadership"] < BEYOND_DOUBT and _tells_no_mood(heard, text)
            )
            return fault if fault and told else "relationship"
        case "engineering" | "l2":
            return fault or "bug"
        case "handle":
            return _handled(text, fault)
        case "need_info":
            return fault if fault and error_strings(text) else "unclear"


def _leaders_threaten(heard: Heard, text: str) -> bool:
    """Whether a customer's leader threatens to go and names nothing of the product: what they miss is no feature."""
    threatens = heard.typed("churn_threat") and heard.typed("executive_involved")
    return bool(threatens) and not heard.typed("feature_request") and profile_of(text).things <= {"date"}


def _about_us(text: str, *, secure: bool) -> IssueKind | None:
    """What asks for a paper of ours, for themselves or for an authority, disputes a bill of ours or says whose data is shown;
    None for all else."""
    if asks_for_paper(text):
        return "question"
    if disputes_a_bill(text) and not error_strings(text):
        return "relationship"
    return "security" if secure and (for_an_authority(text) or shown_plainly(text)) else None


BEYOND_DOUBT = 0.6
"""Chance from which a line with words of trouble in it ("the missing report") is a wish, or leaders', all the same."""


def _tells_no_mood(heard: Heard, text: str) -> bool:
    """Whether a line tells what goes wrong with a thing, and of no anger, threat or leader: "forty records short of what the
    board shows" only has a word of leaders in it."""
    told = profile_of(text)
    moved = heard.typed("executive_involved", "churn_threat", "legal_or_pr", "sla_complaint")
    return bool(told.things and told.faults) and not moved and not angry(text) and MOODS.isdisjoint(concepts(text))


def _fault(heard: Heard, text: str) -> Literal["bug", "outage"] | None:
    if heard.typed("production_down") or heard.typed("production_down", polarity="past"):
        return "outage"
    if heard.typed(*FAULTS) or error_strings(text) or profile_of(text).concepts & (troubles() | {"double_charge"}):
        return "bug"
    return None


def _handled(text: str, fault: Literal["bug", "outage"] | None) -> IssueKind:
    """What support can answer is a question, unless something is broken that has a known way round."""
    chances = read_line(text).criteria
    asks = max(chances["guidance"], chances["configuration"], chances["known_limitation"])
    return fault if fault and asks < max(chances["documented_solution"], chances["technical"]) else "question"


ASKS = 0.15
"""Chance of a wish from which a line that leads to requests is one."""


_WHO_DID_IT = re.compile(
    r"\bwho (?:has |had |it was that )?(?:deleted|removed|changed|edited|moved|renamed|exported|closed|approved|did|made)\b"
    r"|谁(?:把|给|在|又|动手)?[^，。；、]{0,6}(?:删|改|动|移|关|建|导出|取消|操作|批准|打开)",
    re.IGNORECASE,
)
"""Who wants to know that asks for a record that is kept nowhere, and reports no fault."""


def _asks(text: str) -> bool:
    return read_line(text).outcomes["product"] >= ASKS or _WHO_DID_IT.search(simplified(text)) is not None


BY_TYPE: dict[str, IssueKind] = {
    "bug": "bug", "incident": "bug", "problem": "bug", "feature": "feature", "feature_request": "feature",
    "question": "question", "howto": "question", "security": "security", "complaint": "relationship",
}  # fmt: skip
"""What a helpdesk's own sorting of a ticket says when the typed line does not say it."""


def without_names(issue: Issue, named: Iterable[Account]) -> Issue:
    """The issue, as it reads once it is known whose names stand in it: a customer who may leave, or whose leaders are angry, and
    a line that names nothing of the product are a matter of the relationship, whatever a name sounds like; that one of them sees
    what is another's is one of security."""
    accounts = tuple(named)
    if crossed(issue.text, accounts):
        return issue.model_copy(update={"kind": "security"})
    if issue.kind not in {"feature", "unclear", "question"} or not accounts:
        return issue
    line = nameless(issue.text, accounts)
    if issue.kind == "feature" and line == issue.text:
        return issue
    return issue.model_copy(update={"kind": "relationship"}) if only_of_the_relation(line) else issue


def of_nobody(issue: Issue, stranger: str | None) -> Issue:
    """The issue, where no customer is known: one that says only that something does not work is unclear, `stranger`'s or not."""
    if issue.ticket_ids or not only_that_it_fails(issue.text, stranger):
        return issue
    return issue.model_copy(update={"kind": "unclear"})


def refine(issue: Issue, tickets: Iterable[Ticket], *, wish: bool = False) -> Issue:
    """The kind of an unclear line, from the words and then the type of the tickets it leads to.

    `wish`: they are requests, so a line that sounds like a fault or a question and shows no error is one too.
    """
    found = tuple(tickets)
    if wish and found and issue.kind in {"bug", "question"} and not issue.error_strings and _asks(issue.text):
        return issue.model_copy(update={"kind": "feature"})
    if issue.kind != "unclear" or not found:
        return issue
    kinds = [kind_of(listen(f"{t.subject}\n{t.description}", ()), t.subject) for t in found]
    kinds = [k for k in kinds if k != "unclear"] or [BY_TYPE.get((t.type or "").lower(), "unclear") for t in found]
    return issue.model_copy(update={"kind": max(dict.fromkeys(kinds), key=kinds.count)})
