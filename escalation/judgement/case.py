"""The case: everything the judging rules look at, put together once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import cached_property

from escalation.assessment import Issue
from escalation.context import Context
from escalation.judgement.heard import Heard, Said
from escalation.judgement.ledger import Ledger
from escalation.judgement.sla import SlaStanding
from escalation.judgement.solutions import Solutions
from escalation.matching.belonging import Scored
from escalation.matching.links import Links
from escalation.policy import Policy
from escalation.reading.nothing_asked import GoodNews, good_news
from escalation.records import Account, Article, Ticket


@dataclass(frozen=True)
class Case:
    """One issue with the records that belong to it. `answers` are the reporter's, by question id."""

    issue: Issue
    context: Context
    matched: tuple[Scored, ...]
    earlier: tuple[Ticket, ...]
    affected: tuple[Account, ...]
    unknown_accounts: tuple[str, ...]
    links: Links
    heard: Heard
    standings: tuple[SlaStanding, ...]
    solutions: Solutions
    ledger: Ledger
    policy: Policy
    now: datetime
    answers: Mapping[str, str]
    declined: frozenset[str]
    pieces: tuple[Ticket, ...] = ()
    """What was handed in beside the records, each as a thread under its evidence id (`judgement.handed_in`)."""
    said: Mapping[str, datetime] = field(default_factory=dict[str, datetime])
    duplicates: tuple[Ticket, ...] = ()
    """Reports merged into a matching one: they say who is affected and since when, and are told no second time."""
    exposures: tuple[Said, ...] = ()
    """What came in after the line and tells of data in wrong hands (`judgement.told_exposure`)."""

    @property
    def typed_at(self) -> datetime:
        """When the line was typed: its "today" is the day of then, however often it is judged later."""
        return self.issue.typed_at or self.now

    def said_at(self, question: str) -> datetime:
        """When a question was answered, which "today" in the answer is meant by."""
        return self.said.get(question, self.now)

    @cached_property
    def tickets(self) -> tuple[Ticket, ...]:
        return tuple(s.ticket for s in self.matched)

    @property
    def reports(self) -> tuple[Ticket, ...]:
        """What reports this very issue: duplicates too. A complaint about us as a whole is reported by the complaint, else
        by what is still open; what it rests on reports nothing of it."""
        told = tuple(s.ticket for s in self.matched if not s.borne)
        if self.issue.kind == "relationship" and not told and (still := tuple(t for t in self.tickets if not t.solved)):
            return still
        return (*(told or self.tickets), *self.duplicates)

    @property
    def exposure(self) -> Said | None:
        """The first of `exposures`."""
        return next(iter(self.exposures), None)

    @property
    def account(self) -> Account | None:
        """The customer the reporter named, when exactly one was."""
        return self.context.named[0] if len(self.context.named) == 1 else None

    @property
    def in_doubt(self) -> tuple[Article, float] | None:
        """The article that may be the way out, with its chance. None where one is, where somebody says that nothing helped, and
        where no report was found: to a line alone some article always seems to fit."""
        if self.solutions.valid or not self.matched or self.heard.has("workaround_fails"):
            return None
        return self.solutions.in_doubt

    def settled_by(self, article: Article) -> Case:
        """The case with an article that was in doubt taken for the way out."""
        found = self.solutions
        related = tuple(a for a in found.related if a is not article)
        return replace(self, solutions=replace(found, valid=(article,), related=related, in_doubt=None))

    @property
    def asked_lately(self) -> tuple[Ticket, ...]:
        """Of a wish the tickets within the policy's window, which what was ruled to belong may be older than; else all."""
        if self.issue.kind != "feature":
            return self.tickets
        return self.within(self.policy.feature_window_days)

    def within(self, days: int) -> tuple[Ticket, ...]:
        """The tickets of the last so many days."""
        since = self.now - timedelta(days=days)
        return tuple(t for t in self.tickets if t.created_at >= since)

    @property
    def in_force(self) -> tuple[SlaStanding, ...]:
        """The standings that weigh: a late reply to a wish of long ago makes today's no more urgent."""
        lately = {t.id for t in self.asked_lately}
        return tuple(s for s in self.standings if s.ticket_id in lately)

    @property
    def named_ids(self) -> frozenset[str]:
        """The customers that the reporter named."""
        return frozenset(a.id for a in self.context.named)

    def name_of(self, account_id: str | None) -> str | None:
        """Whose words they are; of words on no customer's ticket the one that the reporter named."""
        owner = self.context.accounts.get(account_id or "") or self.account
        return owner.name if owner else None

    @property
    def customer_count(self) -> int:
        """Distinct customers whose records show this issue; a ticket without an account names nobody."""
        return len(self.affected) + len(self.unknown_accounts)

    @property
    def own(self) -> Heard:
        """What was said by or about the named customer; with none named, by anyone affected."""
        return self.heard.about(self.named_ids)

    @property
    def over(self) -> bool:
        """The reporter says that it has stopped, and not that it came back."""
        return bool(self.heard.typed("resolved_now")) and not self.heard.typed("recurrence")

    @property
    def good_news(self) -> GoodNews | None:
        """What good news the line brings that asks for nothing, as long as no answer and nothing handed in tells more."""
        more = self.answers.keys() - {"which_account", "ticket_number"}
        return None if more or self.pieces else good_news(self.issue.text)

    def by_reporter(self, answer: str | None = None) -> str:
        """Evidence of the reporter's words: an answer of theirs, else the line as typed."""
        words = self.issue.text if answer is None else answer
        return self.ledger.add("reporter", "reporter", words, at=self.now)

    def said_in(self, words: str | None) -> str | None:
        """The answer that holds these words; None where the line does."""
        if not words or words in self.issue.text:
            return None
        return next((answer for answer in self.answers.values() if words in answer), None)

    def ticket_evidence(self, limit: int = 5) -> tuple[str, ...]:
        return tuple(self.ledger.ticket(t) for t in self.tickets[:limit])
