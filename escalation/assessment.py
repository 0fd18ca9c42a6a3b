"""What the program concludes about an issue before anyone writes a word: the one object that briefs are written from.

Statements are not sentences: a `Finding` is a signal id with its values and evidence; `prompts` holds its words.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from escalation.evidence import Coverage, Evidence
from escalation.matters import (
    FeatureDemand,
    InChat,
    Incident,
    MissedPromise,
    OpenTicket,
    OwedUpdate,
    Precedent,
    Related,
    Sighting,
    TimelineEntry,
    TriedStep,
    Wanted,
)
from escalation.records import Account, Article, Message, Ticket, TrackerItem
from escalation.ruling import Ruling
from escalation.terms import (
    AskKind,
    Criterion,
    Decision,
    Dimension,
    ImpactLevel,
    IssueKind,
    Language,
    Severity,
    Stance,
    Target,
)

Value = str | int | float | bool | datetime | tuple[str, ...] | None


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Issue(_Model):
    """The issue as typed and what can be read from its words alone. Claims are the reporter's, not facts."""

    text: str
    language: Language
    script: Literal["en", "zh-Hans", "zh-Hant"] = "en"
    kind: IssueKind = "unclear"
    summary: str = ""
    account_query: str | None = None
    ticket_ids: tuple[str, ...] = ()
    answered_tickets: tuple[str, ...] = ()
    """Those of them that an answer named, when it was asked which ticket is meant."""
    error_strings: tuple[str, ...] = ()
    endpoints: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    """Concept ids found in the text (bilingual lexicon), for matching across languages."""
    claimed_customers: int | None = None
    claimed_scope: str | None = None
    """"all", or a plan name such as "enterprise", when the text claims a whole segment."""
    set_aside: str | None = None
    """Why it is no matter of security though it reads like one: somebody's own words (`judgement.aside`)."""
    typed_at: datetime | None = None
    """When it was typed (aware UTC), which its "today" is meant by; None when that is now."""


class Finding(_Model):
    """A signal with its values: "three_or_more_customers" {count: 4}, and the evidence ids that show it."""

    signal: str
    values: dict[str, Value] = {}
    evidence: tuple[str, ...] = ()


class Reason(Finding):
    """A finding that argues for or against escalating under one criterion of domain.md §3."""

    criterion: Criterion
    stance: Stance
    weight: float = 1.0


class Question(Finding):
    """An unknown, asked. `signal` is the question's id; `changes` names what the answer would change."""

    changes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    key: str | None = None
    """The id of its answer, where more than one is asked with this signal."""


class MatchedTicket(_Model):
    """A ticket judged to belong to this issue, why, and its SLA state at the assessment's instant."""

    ticket: Ticket
    score: float
    ties: tuple[str, ...] = ()
    """Why it belongs: "error_string", "endpoint", "tracker_link", "same_words", "product_area", "named" …"""
    first_response: Literal["met", "late", "overdue", "waiting", "no_sla"] = "no_sla"
    resolution: Literal["met", "late", "overdue", "waiting", "no_sla"] = "no_sla"


class Lookalike(_Model):
    """A record that resembles the issue and was ruled out, with the reason as a finding."""

    record_id: str
    source: str
    why: Finding
    subject: str | None = None
    """What the likeliest are called: who reads it may see that it is the same after all."""
    at: datetime | None = None


class Reproduction(_Model):
    """As found in the threads; an empty tuple or None means unknown. `works_in`: environments where it is said not to show."""

    steps: tuple[str, ...] = ()
    expected: str | None = None
    actual: str | None = None
    environment: tuple[str, ...] = ()
    works_in: tuple[str, ...] = ()
    frequency: str | None = None
    ruled_out: tuple[str, ...] = ()
    shown: tuple[Sighting, ...] = ()
    """When it shows, where nobody listed steps."""
    reported: bool = False
    """The one step is a customer's sentence: what they saw, and no step that anybody listed."""
    evidence: tuple[str, ...] = ()


class Communication(_Model):
    """Where the conversation with the customer stands."""

    last_update_at: datetime | None = None
    last_update: str | None = None
    expectation: str | None = None
    expectation_deadline: datetime | None = None
    expected_by: str | None = None
    """The name of the customer whose expectation it is."""
    unread_limit: str | None = None
    """The words of a day that the expectation names and no calendar here can read: then nothing else is by when."""
    last_word: str | None = None
    """What the customer wrote last, where nobody has answered it or nothing else says what they want."""
    last_word_at: datetime | None = None
    last_word_evidence: tuple[str, ...] = ()
    last_word_open: bool = False
    missed: tuple[MissedPromise, ...] = ()
    owed: tuple[OwedUpdate, ...] = ()
    evidence: tuple[str, ...] = ()


class Impact(_Model):
    """domain.md §5: six dimensions, each a list of findings; an empty list is an unknown dimension."""

    level: ImpactLevel = "unknown"
    dimensions: dict[Dimension, tuple[Finding, ...]] = {}


class ReadinessItem(_Model):
    """One line of the target's "must include" checklist (domain.md §4)."""

    item: str
    present: bool
    evidence: tuple[str, ...] = ()


class Facts(_Model):
    """design.md §8, exactly."""

    affected_customers: int | None = None
    affected_account_ids: tuple[str, ...] = ()
    arr_at_risk_usd: float | None = None
    first_reported_at: datetime | None = None
    sla_breached: bool | None = None
    prior_escalation_count: int | None = None
    kb_workaround_exists: bool | None = None
    pattern_3plus_customers: bool | None = None


class Cited(_Model):
    """Ids of the records the brief relies on."""

    tickets: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    kb: tuple[str, ...] = ()
    tracker: tuple[str, ...] = ()
    chat: tuple[str, ...] = ()


class Override(_Model):
    """A person's or a model's departure from the recommendation, on record."""

    field: Literal["decision", "severity", "target"]
    recommended: str | None
    chosen: str
    reason: str


class Assessment(_Model):
    """Everything known about one issue at one instant (`at`, UTC)."""

    at: datetime
    issue: Issue
    account: Account | None = None
    """The account named by the reporter, resolved; None when none was named."""
    decision: Decision
    severity: Severity | None = None
    target: Target | None = None
    inform: tuple[Target, ...] = ()
    ask: AskKind | None = None
    reasons: tuple[Reason, ...] = ()
    would_change: tuple[Finding, ...] = ()
    overrides: tuple[Override, ...] = ()
    rulings: tuple[Ruling, ...] = ()  # by hand, on records that are there
    impact: Impact = Impact()
    facts: Facts = Facts()
    cited: Cited = Cited()
    claims: tuple[Finding, ...] = ()
    """What the issue text claims and the records do or do not support ("claimed_customers" {claimed: 3, found: 2})."""
    matched: tuple[MatchedTicket, ...] = ()
    lookalikes: tuple[Lookalike, ...] = ()
    affected: tuple[Account, ...] = ()
    solution: Article | None = None
    """A valid, applicable documented solution or workaround, if any."""
    articles: tuple[Article, ...] = ()
    near: Article | None = None
    """Of an escalated fault without a solution the article that comes nearest, where the brief cites none."""
    items: tuple[TrackerItem, ...] = ()
    suspect: TrackerItem | None = None
    """Of a concern without an item of its own an open bug that may be the cause (`telling.suspect`)."""
    closed: TrackerItem | None = None
    """An item closed before for what is the same fault by its words, where no other stands for it."""
    messages: tuple[Message, ...] = ()
    in_chat: InChat = InChat()
    tried: tuple[TriedStep, ...] = ()
    reproduction: Reproduction | None = None
    communication: Communication = Communication()
    others: tuple[Finding, ...] = ()
    """The hardest words of affected customers that the line does not name, each with its customer."""
    heed: tuple[Finding, ...] = ()
    """What is not to be said to customers yet, and whom a colleague left for somebody to tell (`telling.heed`)."""
    demand: FeatureDemand | None = None
    leads: tuple[TimelineEntry, ...] = ()
    """What colleagues already found out: the tracker's description and latest note, internal notes on the tickets."""
    felt: tuple[Sighting, ...] = ()
    """What it does to the customers' work, one sentence a ticket."""
    pressure: tuple[Sighting, ...] = ()
    """How the customers press, or that they are in no hurry, a sentence each."""
    needs: tuple[TimelineEntry, ...] = ()
    """What mending takes, in sentences of tracker and internal notes, newest first."""
    beyond: tuple[TimelineEntry, ...] = ()
    """What support cannot reach or tell, by its own notes."""
    ahead: TimelineEntry | None = None
    """What will happen of itself, and when, if nobody acts: "the job runs again on 22 May"."""
    renewal_odds: str | None = None
    """A colleague's own words on the odds of renewal, quoted; `renewal_odds_evidence` says whose and when."""
    renewal_odds_evidence: tuple[str, ...] = ()
    open_tickets: tuple[OpenTicket, ...] = ()
    """Where no ticket shows the matter or the customer is not settled: what the customers named have open."""
    precedent: Precedent | None = None
    """Only for `handle` without an article that solves it."""
    related: tuple[Related, ...] = ()
    """What was ruled to be related: not counted, and not among the records that tie the issue to an escalation."""
    wanted: tuple[Wanted, ...] = ()
    """Only where leaders are the target."""
    incident: Incident | None = None
    """Only where Security is the target."""
    outages: Finding | None = None
    """How often a customer whose trust is at stake was down, and for how many hours together, as its tickets say."""
    timeline: tuple[TimelineEntry, ...] = ()
    deadline: datetime | None = None
    deadline_why: Finding | None = None
    readiness: tuple[ReadinessItem, ...] = ()
    questions: tuple[Question, ...] = ()
    sent_back: tuple[Finding, ...] = ()
    """What a team asked for when it handed the escalation back, as it was answered ("handed_back" {lack, words})."""
    answered: tuple[Finding, ...] = ()
    """What the reporter answered to our questions about the matter ("answered" {question, words})."""
    returned: Finding | None = None
    """That a team handed it back and has not taken it since: why, what is new of its list, what is not ("returned")."""
    coverage: tuple[Coverage, ...] = ()
    unknowns: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    outdated: tuple[str, ...] = ()
    """Ids of computed evidence on record that holds no more."""
    reported_by: str | None = None
