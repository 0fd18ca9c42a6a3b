"""What the records tell of one matter, in the sources' own words: the parts that an assessment is put together from."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from escalation.records import Ticket


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Sighting(_Model):
    """A whole sentence on when the fault shows; `ours`: from a colleague's own trial, else a customer's words. `unsigned`: from a
    note without an author, who may be either."""

    words: str
    ours: bool
    unsigned: bool = False
    evidence: tuple[str, ...] = ()


class TriedStep(_Model):
    """Something already attempted, in the source's own words; `result` is None when no result was recorded."""

    step: str
    result: str | None = None
    by: Literal["customer", "support", "note", "colleague"] | None = None
    """Whose act it was; None where only the reporter says so. `note`: one that an export kept without its author; `colleague`:
    the one who works on it, as they wrote in chat."""
    evidence: tuple[str, ...] = ()


class TimelineEntry(_Model):
    """What happened, in a record's own words. `answered_after` hours until our first answer, only where that was late."""

    at: datetime
    what: str
    ticket: str | None = None
    who: Literal["customer", "support", "note"] | None = None
    """`note`: support wrote it, and the customer has not seen it."""
    answered_after: float | None = None
    evidence: tuple[str, ...] = ()


class MissedPromise(_Model):
    """What we promised a customer on `ticket`, or elsewhere, by `due`, now past, and no word since; `words` as we put it."""

    ticket: str | None = None
    due: datetime
    words: str
    word: bool = True
    """Whether it was a word or a call; else it was some work, or a thing."""
    evidence: tuple[str, ...] = ()


class OwedUpdate(_Model):
    """Word of ours, overdue by `late_hours` (whole ones) at `due`: one every `every_hours` was `promised`, else agreed by
    contract. `since` is our last word."""

    every_hours: float
    late_hours: int
    since: datetime | None = None
    due: datetime | None = None
    promised: bool = False
    account_id: str | None = None
    evidence: tuple[str, ...] = ()


class Observation(_Model):
    """What the customer reported or support found in a security matter, in their own words, on `ticket` at `at`; or what the
    reporter answered or a person told, where `ticket` is the evidence."""

    at: datetime
    who: Literal["customer", "support", "reporter"]
    ticket: str
    words: str
    evidence: tuple[str, ...] = ()


class Incident(_Model):
    """A security matter as the records tell it: somebody got in, data can be seen, or an authority or a law asks something."""

    kind: Literal["intrusion", "exposure", "compliance"]
    observed: tuple[Observation, ...] = ()
    exposed: str | None = None
    """What was or may have been seen of whose data, as it was answered to us."""
    exposed_evidence: tuple[str, ...] = ()
    contained: tuple[TriedStep, ...] = ()
    """What we or the customer did to contain it; for `compliance` what support did so far."""
    data: tuple[str, ...] = ()
    """Kinds of data that the reports name (`escalation.reading.threads.exposed`)."""
    data_evidence: tuple[str, ...] = ()
    seer: str | None = None
    """Where the line says it by name: the customer who saw what is another's, ..."""
    owner: str | None = None
    """... and whose it is."""
    asked: TimelineEntry | None = None
    """What the customer asks of us: to know whether they are safe, or for `compliance` what is to be handed over."""
    taken: bool = False
    """Security has it already, ..."""
    taken_by: str | None = None
    """... as a colleague there wrote."""
    taken_evidence: tuple[str, ...] = ()


class Wanted(_Model):
    """A decision that is asked of leaders, with the sentence that asks for it; `words` is None where no sentence does."""

    kind: Literal["answer", "call", "plan", "bill", "grant", "sign", "explain", "terms"]
    words: str | None = None
    ticket: str | None = None
    evidence: tuple[str, ...] = ()


class OpenTicket(_Model):
    """A ticket that a customer who was or may be meant has open; `answered_at` our last reply on it, None when there is none;
    `alike`: it may be the very matter."""

    ticket: Ticket
    who: str
    answered_at: datetime | None = None
    alike: bool = False
    evidence: tuple[str, ...] = ()


class Precedent(_Model):
    """How support solved the like before: the words of the reply that solved it, and the customer's that confirmed it."""

    ticket: str
    subject: str
    words: str
    confirmed: str | None = None
    evidence: tuple[str, ...] = ()


class Related(_Model):
    """A ticket that somebody ruled to be related and not this issue, why, and what solved it then."""

    ticket: Ticket
    reason: str
    solved: Precedent | None = None
    evidence: tuple[str, ...] = ()


class FeatureDemand(_Model):
    """For a feature request: who asked, how often, what it costs them. Texts are quotations."""

    requests: int = 0
    accounts_by_plan: dict[str, int] = {}
    window_days: int = 0
    rank_in_area: int | None = None
    """1 = the most requested of its product area in the window; None = not computed."""
    product_area: str | None = None
    use_case: str | None = None
    current_workflow: str | None = None
    wished_workflow: str | None = None
    time_cost: str | None = None
    competitors: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class InChat(_Model):
    """What colleagues say of the matter's customers: ids of the `messages` that speak of this matter, of those that are told, and
    how many others of the last days that were found name `who` (names of customers) and were not counted."""

    spoken: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    passed: int = 0
    who: tuple[str, ...] = ()
