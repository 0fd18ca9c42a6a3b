"""Matter: what a text is about, comparable across its languages, and the sources cut into sentences by whose they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from math import log

from escalation.claims.fold import fold
from escalation.claims.found import Claim
from escalation.claims.scanning.days import relative_days
from escalation.claims.scanning.scan import scan
from escalation.claims.scene.scene import Scene, short_forms
from escalation.claims.vocabulary import marks
from escalation.evidence import Evidence
from escalation.records import Account
from escalation.text.concepts import concepts_of
from escalation.text.stemming import stem
from escalation.text.stopwords import STOP_WORDS
from escalation.text.tokens import runs
from escalation.text.words import plain_words

_TALK = """
answer reply respond response wait write wrote hour minute question acknowledge acknowledgement message call first ask
day week month morning evening night today tomorrow contact support note ticket report customer escalation escalate
read open close told tell said say record since account case issue problem due last next already still list back name
waiting phone email deadline first_response handle priority progress status state solved resolved created linked filed
start began ten_thousand time later late delayed each_person each_one incident outage fault one two three four five track
six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand half third both york 分别 记录 优先 先级 级为
响应 次响 故障 三家 两家 工单 sla expiry expired 届时 时到 到期
side promise promised 承诺 兑现 未兑 诺未 写道 我方 方在
"""
_SAID_OF_ANY = frozenset(word for each in _TALK.split() for word in (each, stem(each), *plain_words(each)))
"""What is said of the talk about any matter, and of none in particular."""
_SENTENCE = re.compile(r"(?<=[.。!！?？\n;；])(?:\s+|(?=[\u3400-\u9fff]))")
_LATIN = re.compile(r"[a-z][a-z0-9]{2,}")
_UNSAID = frozenset({"renewal", "trial", "signup", "close", "told"})
"""Events whose words are no source's own, or stand in another event as well."""


def matter(text: str) -> frozenset[str]:
    """Concepts of a folded text, one for every language ("c:browser"), its stems ("w:browser"), pairs of Han ("h:浏览")."""
    cut = runs(text)
    words = (word for run in cut if run.isascii() for word in plain_words(run))
    return frozenset(
        (
            *(f"c:{concept}" for concept in concepts_of(cut) - _SAID_OF_ANY),
            *(f"w:{w}" for w in words if w not in _SAID_OF_ANY and w not in STOP_WORDS and _LATIN.fullmatch(w)),
            *(f"h:{mark}" for mark in marks(text) - _SAID_OF_ANY if not mark.isascii()),
        )
    )


def value_of(claim: Claim) -> tuple[str, str] | None:
    """Kind and value of a claim in one spelling: a date without its year, a time of day as minutes; None for no value."""
    if claim.kind == "date" and claim.day:
        return ("date", f"{claim.day.month}/{claim.day.day}") if claim.day.day else None
    if claim.kind == "date":
        return ("date", claim.key) if claim.key else None
    if claim.clock:
        return "time", str(claim.clock.minute)
    if claim.amount:
        return claim.kind, str(claim.amount.value)
    return (claim.kind, claim.key) if claim.kind == "identifier" else None


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence of a source: what it is about, who says it or is named in it, for whom, where, and with which values."""

    about: frozenset[str]
    people: frozenset[str]
    account: str | None
    record: str
    values: frozenset[tuple[str, str]]
    kinds: frozenset[str]
    """Of which values it tells itself some, other than when it was said."""
    says: str


@dataclass(frozen=True, slots=True)
class Weight:
    """How much of a matter the sentence with most of it has: of those meant, of others, of nobody; and all meant together."""

    own: float = 0.0
    others: float = 0.0
    nobody: float = 0.0
    together: float = 0.0
    whole: float = 0.0

    def elsewhere(self, least: float, rest: float) -> bool:
        """Whether the matter is another's: at least so much of it there, and here at most that part of as much."""
        beyond = self.others - max(self.own, self.nobody)
        return self.others >= least and beyond >= 1 and self.together <= rest * self.others


class Tellings:
    """Every sentence of a whole assessment's sources, found by what it is about; rarer words weigh more."""

    def __init__(
        self, scene: Scene, evidence: Sequence[Evidence], zones: Callable[[str | None], Iterable[tzinfo]]
    ) -> None:
        self._scene, self._evidence, self._zones = scene, evidence, zones
        self._theirs = dict[str, tuple[frozenset[Telling], frozenset[str]]]()

    @cached_property
    def all(self) -> tuple[Telling, ...]:
        events = tuple(self._of_events())
        told = {telling.says for telling in events}
        return (*events, *(each for each in self._of_records() if each.says not in told))

    @cached_property
    def values(self) -> frozenset[tuple[str, str]]:
        """Every value that some sentence tells."""
        return frozenset(value for telling in self.all for value in telling.values)

    def of(self, account: Account) -> tuple[frozenset[Telling], frozenset[str]]:
        """What a customer's own records or others with the name tell, and which marks it is written in ("c", "w", "h")."""
        if account.id not in self._theirs:
            names = [fold(name) for name in (account.name, *account.aliases)]
            theirs = [
                each for each in self.all if each.account == account.id or any(name in each.says for name in names)
            ]
            written = {mark[0] for each in theirs for mark in each.about}
            self._theirs[account.id] = frozenset(theirs), frozenset({"c", *written})
        return self._theirs[account.id]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, telling in enumerate(self.all):
            for each in telling.about:
                found[each].append(at)
        return found

    @cached_property
    def _rare(self) -> dict[str, float]:
        return {each: log(1 + len(self.all) / len(places)) for each, places in self._places.items()}

    def weigh(
        self, about: frozenset[str], mine: Callable[[Telling], bool], theirs: Callable[[Telling], bool]
    ) -> Weight:
        """Where a matter is told: in sentences of those meant (`mine`), of others (`theirs`), or of nobody."""
        known = [each for each in about if each in self._places]
        sums: dict[int, float] = defaultdict(float)
        for each in known:
            for at in self._places[each]:
                sums[at] += self._rare[each]
        own, others, nobody, together = 0.0, 0.0, 0.0, set[str]()
        for at, weight in sums.items():
            telling = self.all[at]
            if mine(telling):
                own = max(own, weight)
                together |= telling.about.intersection(known)
            elif theirs(telling):
                others = max(others, weight)
            else:
                nobody = max(nobody, weight)
        return Weight(
            own, others, nobody, sum(self._rare[each] for each in together), sum(self._rare[each] for each in known)
        )

    def _of_events(self) -> Iterator[Telling]:
        forms = [(person.name, (person.name, *short_forms(person.name))) for person in self._scene.people]
        for event in self._scene.events:
            if not event.says or event.kind in _UNSAID:
                continue
            when = {value for zone in self._zones(event.account) for value in _moment(event.at.astimezone(zone))}
            for words in _sentences(event.says):
                people = {name for name, them in forms if any(form in words for form in them)}
                people |= {event.person} if event.person else set()
                days = {("date", f"{day.month}/{day.day}") for day in relative_days(words, event.at)}
                yield _telling(words, frozenset(people), event.account, event.record, when | days)

    def _of_records(self) -> Iterator[Telling]:
        known = self._scene.records
        for item in self._evidence:
            # A ticket that is told of without being counted (a customer's open one) has no part in the scene.
            unseen = item.source == "tickets" and item.id and item.record_id.lower() not in known
            if unseen or item.source in ("kb", "reporter", "tracker", "accounts") or item.about == "promise_missed":
                for words in _sentences(fold(item.quotation)):
                    yield _telling(words, frozenset(), item.account_id, item.record_id, set())


def _moment(local: datetime) -> Iterator[tuple[str, str]]:
    yield "date", f"{local.month}/{local.day}"
    yield "date", str(local.weekday())
    yield "time", str(local.hour * 60 + local.minute)


def _sentences(text: str) -> Iterator[str]:
    return (words.strip() for words in _SENTENCE.split(text) if words.strip())


def _telling(
    words: str, people: frozenset[str], account: str | None, record: str, when: set[tuple[str, str]]
) -> Telling:
    told = {value for claim in scan(words, quoted=False) if (value := value_of(claim))}
    kinds = frozenset(kind for kind, _ in told)
    return Telling(matter(words), people, account, record.lower(), frozenset(when | told), kinds, words)
