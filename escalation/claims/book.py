"""The evidence book: everything one escalation may say, read once from its evidence, and looked up by value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from fractions import Fraction
from functools import cached_property

from escalation.claims.fold import fold, words
from escalation.claims.found import Claim
from escalation.claims.matter import Tellings
from escalation.claims.scanning.marks import plain_id
from escalation.claims.scanning.names import Group, NameIndex, meant, ours
from escalation.claims.scanning.scan import scan
from escalation.claims.scene.scene import Scene
from escalation.claims.support import instants as times
from escalation.claims.support.cohorts import Case
from escalation.claims.support.facts import (
    Fact,
    account_facts,
    evidence_facts,
    exact,
    only_reported,
    records_of,
    typed,
)
from escalation.claims.support.index import FactIndex
from escalation.claims.vocabulary import Vocabulary
from escalation.evidence import Evidence
from escalation.records import Account


@dataclass(frozen=True)
class Read:
    """What a book is made of, read; `said` is the evidence whose words count, where that is not all of it."""

    evidence: Sequence[Evidence]
    accounts: tuple[Account, ...]
    names: NameIndex
    allowed: tuple[str, ...]
    zone: str | None
    messages: frozenset[datetime]
    said: Sequence[Evidence] | None = None


@dataclass
class EvidenceBook:
    """The facts of one escalation, by kind. Build it with `EvidenceBook.build`; it is read only afterwards."""

    accounts: dict[str, Account]
    names: NameIndex
    zones: tuple[tzinfo, ...]
    own_zones: dict[str, tuple[tzinfo, ...]]
    now: datetime | None
    ids: frozenset[str]
    quotations: list[tuple[str, str | None, str]]
    """Evidence id, account id, words (folded, see `fold.words`)."""
    allowed: str
    tickets: frozenset[tuple[str, str | None]]
    """Record id and account id of every ticket in evidence."""
    brought: frozenset[str]  # ids of records that the host brought in, in their own system
    about: frozenset[str]
    index: FactIndex
    instants: list[tuple[datetime, str | None]]
    dates: list[tuple[datetime, str | None]]
    first: list[tuple[datetime, str | None]]
    """The earliest instant of each customer's tickets, and of all."""
    stated: list[tuple[datetime, str | None]]
    """Times of day that somebody named, as instants of the day on which they were told."""
    messages: frozenset[datetime]
    """Instants at which somebody merely wrote something."""
    rest: tuple[Read, list[Fact]] | None = None
    """What the book without the reporter's words is made of, when there are any."""
    made: tuple[Read, list[Fact]] | None = None
    """What it was made of."""
    reporter: tuple[str, ...] = ()
    """Ids of the reporter's own words."""
    counted_from: tuple[datetime, ...] = ()
    """The first report as the assessment has it."""
    severity: str | None = None
    """The assessment's verdict, when the book is of a whole assessment."""
    cases: tuple[Case, ...] = ()
    """The tickets of a whole assessment, as far as they are counted with."""
    left_out: tuple[str, ...] = ()  # Why each ticket that merely looks alike was set aside.
    left_out_at: dict[str, datetime] = field(
        default_factory=dict[str, datetime]
    )  # when it was filed, by id in small letters
    scene: Scene = field(default_factory=Scene)
    """What happened in a whole assessment, and who is who."""
    statuses: dict[str, str] = field(default_factory=dict[str, str])  # of records, by id in small letters
    unfit: frozenset[str] = frozenset()
    """The articles that give no solution here: out of date, or found not to apply; their ids as `Claim.key` has them."""
    asks_causes: bool = True
    """Whether a cause must stand in a source; in a letter it must be on record as confirmed, and `audience.causes` asks that."""
    whole: bool = False
    """Whether it holds all that the assessment read, so that a name which it lacks is nobody's."""

    @classmethod
    def build(
        cls,
        evidence: Sequence[Evidence],
        accounts: Sequence[Account],
        other_names: Sequence[str] = (),
        allowed: Sequence[str] = (),
        zone: str | None = None,
        messages: Iterable[datetime] = (),
    ) -> EvidenceBook:
        """Reads `evidence` once. `accounts` are this escalation's customers, `other_names` all others the workspace knows,

        `allowed` texts whose figures and words need no evidence (policy cadence, our own deadlines), `zone` the IANA time
        zone in which times without one are meant, besides UTC and the customers' own, `messages` the instants at which
        somebody only wrote a message.
        """
        names = NameIndex(accounts, other_names)
        reported = only_reported(evidence)
        facts = [
            fact
            for item in evidence
            for fact in evidence_facts(item, names, reported=item.id in reported or typed(item))
        ]
        facts += [fact for account in accounts for fact in account_facts(account)]
        facts += [Fact(_policy(claim), "", None) for text in allowed for claim in scan(text, quoted=False)]
        book = cls._of(read := Read(evidence, tuple(accounts), names, tuple(allowed), zone, frozenset(messages)), facts)
        if any(fact.reported for fact in facts):
            kept = [item for item in evidence if not (item.id in reported or typed(item))]
            book.rest = (replace(read, said=kept), [fact for fact in facts if not fact.reported])
            book.reporter = tuple(item.id for item in evidence if item.id and typed(item))
        return book

    @classmethod
    def _of(cls, read: Read, facts: list[Fact]) -> EvidenceBook:
        zones = times.zones([read.zone, *(account.timezone for account in read.accounts)])
        own = {account.id: times.zones([read.zone, account.timezone]) for account in read.accounts if account.timezone}
        now = max((item.fetched_at for item in read.evidence), default=None)
        said = read.evidence if read.said is None else read.said
        instants = {(fact.at, fact.account) for fact in facts if fact.at and "now" not in fact.claim.nouns}
        return cls(
            accounts={account.id: account for account in read.accounts},
            names=read.names,
            zones=zones,
            now=now,
            ids=frozenset(item.id.upper() for item in read.evidence if item.id),
            quotations=[(item.id, item.account_id, words(item.quotation)) for item in said],
            tickets=frozenset((item.record_id, item.account_id) for item in said if item.source == "tickets"),
            brought=frozenset(filter(None, (item.own_id for item in said))),
            about=frozenset(item.about for item in said),
            allowed="".join(words(text) for text in read.allowed),
            index=FactIndex(facts, zones, now.date() if now else None, own),
            own_zones=own,
            instants=list(instants),
            dates=list({(day, fact.account) for fact in facts if (day := times.whole_date(fact.claim.day, fact.told))}),
            first=times.first(said),
            stated=list({(at, fact.account) for fact in facts for at in times.stated(fact, zones)}),
            messages=read.messages,
            made=(read, facts),
        )

    @cached_property
    def recorded(self) -> EvidenceBook | None:
        """The same without what only the reporter says; None when the reporter says nothing."""
        return self._beside(*self.rest) if self.rest else None

    def of_cited(self, cited: frozenset[str]) -> EvidenceBook | None:
        """The same with nothing but what these ids of evidence bear out: their records, and what they were worked out from.

        What customers' own records and policy say stays, and so does the scene. None for a book that was not built.
        """
        if not self.made:
            return None
        if cited not in self._cited:
            read, facts = self.made
            records, ids = records_of(cited, read.evidence)
            said = [item for item in read.evidence if item.id in ids or item.record_id in records]
            kept = [
                f
                for f in facts
                if not f.record or f.evidence in ids or f.record in records or f.record in self.accounts
            ]
            self._cited[cited] = self._beside(replace(read, said=said), kept)
        return self._cited[cited]

    def _beside(self, read: Read, facts: list[Fact]) -> EvidenceBook:
        book = self._of(read, facts)
        book.severity, book.cases, book.scene, book.left_out = self.severity, self.cases, self.scene, self.left_out
        book.counted_from, book.left_out_at = self.counted_from, self.left_out_at
        return book

    def says(self, text: str) -> bool:
        """Whether some evidence (or allowed text) has these words, in this order."""
        wanted = words(text)
        return wanted in self.allowed or any(wanted in said for _, _, said in self.quotations)

    def zones_of(self, account: str | None) -> tuple[tzinfo, ...]:
        """The zones in which this customer's times may be told; all that matter here when it is nobody's."""
        return self.own_zones.get(account or "", self.zones)

    def computed(self, about: str) -> bool:
        """Whether the evidence has a value of that name."""
        return about in self.about

    def ages(self, group: Group, *, dates: bool, messages: bool) -> list[datetime]:
        """Instants (and dates as midnight UTC, if `dates`) from which these customers' waiting may be told."""
        known = self.instants if messages else [each for each in self.instants if each[0] not in self.messages]
        return _of(known + (self.dates if dates else []), group)

    def named_times(self, group: Group) -> list[datetime]:
        """Times of day that sources of these customers name, on the day they were told."""
        return _of(self.stated, group)

    def first_reports(self, group: Group) -> list[datetime]:
        """When these customers, or the first of all, were first heard of in a ticket; any instant when no ticket is known."""
        if not self.first:
            return _of(self.instants, group)
        mine = ours(group)
        return [*self.counted_from, *(at for at, account in self.first if account is None or account in mine)]

    @cached_property
    def moments(self) -> tuple[datetime, ...]:
        """Instants that some source writes out with date and zone."""
        return tuple({fact.at for fact in self.index.all_times() if fact.at and fact.claim.end})

    def arr(self, ids: Collection[str] | None = None) -> Fraction:
        """The ARR of these customers together, or of all of this escalation, as far as it is known."""
        known = (self.accounts[id_].arr_usd for id_ in (self.accounts if ids is None else ids) if id_ in self.accounts)
        return sum((exact(arr) for arr in known if arr is not None), Fraction(0))

    def belongs(self, fact: Fact, group: Group) -> bool:
        """Whether a fact may be said where these customers are spoken of; one of no customer may be anywhere."""
        if fact.account is None:
            return True
        if not group:
            return fact.account in self.accounts or fact.claim.kind != "money"
        return any(fact.account == (id_ if kind == "account" else f"other:{id_}") for kind, id_ in group)

    @cached_property
    def ticket_marks(self) -> frozenset[str]:
        """The ids of the tickets in evidence, as `Claim.key` has them."""
        return frozenset(plain_id(fold(record)) for record, _ in self.tickets if record)

    @cached_property
    def ticket_numbers(self) -> frozenset[str]:
        """The ids of records in evidence that are a number and nothing more."""
        records = {*self.brought, *(record for record, _ in self.tickets)}
        return frozenset(record for record in records if record.isdigit())

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Which words are known here, and whose they are."""
        return Vocabulary(self.quotations, self.allowed, self.scene, self.accounts.values())

    @cached_property
    def tellings(self) -> Tellings:
        """Every sentence of its sources, by what it is about."""
        return Tellings(self.scene, self.made[0].evidence if self.made else (), self.zones_of)

    @cached_property
    def clocks_apart(self) -> frozenset[tuple[int, str | None]]:
        """How many minutes two times of day are apart that one piece of evidence tells, and whose it is."""
        return times.clocks_apart(self.made[1] if self.made else ())

    @cached_property
    def told_days(self) -> frozenset[date]:
        """The days that somebody's words tell."""
        facts = (fact for fact in (self.made[1] if self.made else ()) if fact.says and fact.record in self.told)
        return frozenset(times.told_days(facts, self.zones, self.today()))

    @cached_property
    def told(self) -> frozenset[str]:
        """The records that somebody wrote, and not we worked out."""
        read = self.made[0].evidence if self.made else ()
        return frozenset(item.record_id for item in read if item.source not in ("computed", "accounts"))

    @cached_property
    def _cited(self) -> dict[frozenset[str], EvidenceBook]:
        return {}

    def today(self) -> date | None:
        """The day of the assessment, UTC."""
        return self.now.date() if self.now else None


def _policy(claim: Claim) -> Claim:
    """Our own rhythm, which no contract with a customer says."""
    return replace(claim, nouns=claim.nouns | {"policy"}) if claim.kind == "duration" else claim


def _of(known: list[tuple[datetime, str | None]], group: Group) -> list[datetime]:
    mine = ours(group)
    return [at for at, account in known if meant(account, mine)]
