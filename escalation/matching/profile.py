"""What a text is about, in the few features that tie reports of one issue together across words and languages."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from sys import intern

from escalation.matching.in_sentences import told_whole, undenied
from escalation.matching.kin import kin_of, share, specific, troubles
from escalation.reading.symptoms import endpoints, error_strings, versions
from escalation.reading.times.days import days
from escalation.records import Ticket, TrackerItem
from escalation.remembered import OfRecord, OfText
from escalation.text.concepts import concepts_of
from escalation.text.tokens import is_cjk, is_identifier, prepared, runs_of, tokens_from, worth_searching

READ_LIMIT = 4000
"""Characters of a thread that are read for its topic: the opening says what it is about."""

FRAMING = frozenset(
    """customer enterprise professional_plan basic_plan trial plan upgrade_plan downgrade_plan seat renewal contract legal
    procurement price discount cancel churn competitor complaint apology satisfaction executive stakeholder escalation sla
    sla_breach waiting follow_up deadline revenue loss launch month_end peak team sales_team finance_team hr it_team engineer
    support_team csm partner supplier store_branch warehouse hospital school bank feature_request unplanned question guidance
    custom demo reference reputation public_sector onsite improvement_plan gift priority promise status credit
    data ticket feature documentation training account user cannot bug known_issue workaround fix reproduce root_cause
    investigate restart retry clear_cache screenshot status_page monitoring urgent severe all_users several_customers
    since_update today weekly recurring always incident meeting_call list_of release_run merchant not_done theme ten_thousand
    share create support use team_member""".split()  # noqa: SIM905  (a page of quotes reads worse)
)
"""Concepts that say who, when, how badly or what was done about it: not what the issue is, so they tie nothing together."""

_REPORTED = re.compile(
    # Who reported it says nothing of what it is; a "scheduled report" is a thing.
    r"(?<!scheduled )(?<!daily )(?<!weekly )(?<!monthly )(?<!automatic )(?<!recurring )(?<!regular )(?<!custom )(?<!pdf )"
    r"\breport(?:ed|s|ing)?\b(?=\s+(?:this|last|that|by(?! e?-?mail)|to|from|the same|it|in)\b|\s*$)",
    re.IGNORECASE,
)

GENERIC_ERRORS = frozenset({"http 500", "http 502", "http 503", "http 504", "http 400", "http 404"})
"""Status codes name a class of failure: they support a match, and differing ones do not refute it on their own."""


NOTHING: frozenset[str] = frozenset()
"""Most texts name no error, no endpoint and no version: one set for all of them, since an empty one takes 200 bytes too."""


@dataclass(frozen=True)
class Profile:
    """Topic of a text: concept ids, content words, error strings, endpoints, versions; `told` = the headline's symptoms."""

    concepts: frozenset[str]
    words: frozenset[str]
    errors: frozenset[str]
    endpoints: frozenset[str]
    versions: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()

    @cached_property
    def specific_errors(self) -> frozenset[str]:
        return self.errors - GENERIC_ERRORS or NOTHING

    @cached_property
    def things(self) -> frozenset[str]:
        """The concepts that name what it is about, and not what goes wrong with it."""
        return self.concepts - troubles() or NOTHING

    @cached_property
    def faults(self) -> frozenset[str]:
        """The concepts that tell one fault from another."""
        return specific(self.concepts) or NOTHING

    @cached_property
    def codes(self) -> frozenset[str]:
        """Words that name one thing: identifiers with figures, long numbers, days."""
        return frozenset(w for w in self.words if is_code(w)) or NOTHING

    @cached_property
    def releases(self) -> frozenset[str]:
        """The codes that are numbers of a release."""
        return frozenset(c for c in self.codes if c in self.versions or _RELEASE.fullmatch(c)) or NOTHING

    @cached_property
    def days(self) -> frozenset[str]:
        """The days of the year that it names."""
        return frozenset(word for word in self.words if word.startswith("@")) or NOTHING

    @cached_property
    def han(self) -> bool:
        """Written in Chinese for the most part: with a text in Latin letters it shares concepts, and no words."""
        return 2 * sum(is_cjk(word) for word in self.words) > len(self.words)

    @cached_property
    def statuses(self) -> frozenset[str]:
        """The errors that are HTTP status codes."""
        return frozenset(e for e in self.errors if e.startswith("http ")) or NOTHING


def is_code(word: str) -> bool:
    """Whether a word names one thing, as `Profile.codes` says."""
    if word.isalpha():
        return False
    if word.startswith("@"):
        return True
    if _CLOCK.fullmatch(word):
        return False
    if word.isdigit():
        return len(word) > 3 and not _YEAR.fullmatch(word)
    return is_identifier(word) and any(c.isdigit() for c in word)


_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:am|pm|z|utc)?")
"""An hour is no name: half of all reports name one."""

_YEAR = re.compile(r"(?:19|20)\d\d")

_RELEASE = re.compile(r"v?\d{1,4}(?:\.\d{1,4}){1,3}")
"""As releases are numbered, whether or not the word "version" stands before."""


# What works is named to tell it from what does not: "/v2/projects and POST /v2/tasks are fine".
_FINE = re.compile(
    r"(?:^|(?<=[;；。\n])|(?<=[.,] ))(?:[^;；。,.\n]|[.,](?!\s))*"
    r"(?:\b(?:is|are) (?:fine|ok|okay|unaffected|not affected)\b|\bworks? (?:fine|well|normally)\b"
    r"|正常|没问题|沒問題|不受影响|不受影響)"
)


@lru_cache(maxsize=2048)
def profile_of(text: str) -> Profile:
    """Remembered by the text; what a record says together is remembered with the record, and its text need not be kept."""
    return profiled(text)


def profiled(text: str) -> Profile:
    """The topic of a text, which is read once while it is among the last `TEXTS`."""
    return _profiled(text[:READ_LIMIT])


def _worked_out(text: str) -> Profile:
    text = _REPORTED.sub(" ", text) if "report" in text.lower() else text
    ready = prepared(text)
    cut = runs_of(ready)
    told = undenied(text)
    found = frozenset(concepts_of(cut if told == text else runs_of(prepared(told)))) - FRAMING | told_whole(text)
    return Profile(
        found,
        frozenset(worth_searching(tokens_from(cut, ready))) | days(text),
        frozenset(error_strings(text)) or NOTHING,
        frozenset(endpoints(_FINE.sub(" ", text) if "/" in text else text)) or NOTHING,
        frozenset(versions(text)) or NOTHING,
        specific(found) or NOTHING,
    )


_Packed = tuple[tuple[str, ...], tuple[str, ...], frozenset[str], frozenset[str], frozenset[str]]
"""A profile without what follows from the rest: sets of words take five times what the words in a row do."""


def _packed(profile: Profile) -> _Packed:
    words = tuple(map(intern, profile.words))
    return tuple(map(intern, profile.concepts)), words, profile.errors, profile.endpoints, profile.versions


def _unpacked(packed: _Packed) -> Profile:
    concepts, words, errors, endpoints, versions = packed
    found = frozenset(concepts)
    return Profile(found, frozenset(words), errors, endpoints, versions, specific(found) or NOTHING)


TEXTS = 6_000
"""Texts whose topics are kept, in half a kilobyte each: more than a small company has written."""

_profiled = OfText(_worked_out, _packed, _unpacked, TEXTS)


def opening(ticket: Ticket) -> str:
    """Subject and description, then what the customer added: what the ticket is about before anyone guessed a cause."""
    said = [c.body for c in ticket.comments if c.role == "customer"]
    return "\n".join([ticket.subject, ticket.description, *said])


@OfRecord
def ticket_profile(ticket: Ticket) -> Profile:
    return replace(profiled(opening(ticket)), told=subject_profile(ticket).told)


@OfRecord
def subject_profile(ticket: Ticket) -> Profile:
    return profile_of(ticket.subject)


@OfRecord
def item_profile(item: TrackerItem) -> Profile:
    return profiled(f"{item.title}\n{item.body}")


A_TOPIC = 6.0
"""Summed weight of concepts from which they are believed in full: one common concept is a coincidence, several are a topic."""

OTHERWISE = 0.6
"""What remains of a similarity when the same thing is broken in another way."""

KINDRED = 0.6
"""Credit for a kindred concept where the very one is not said."""


def other_trouble(wanted: Profile, found: Profile) -> bool:
    """The headlines name specific symptoms that are neither the same nor kindred, or other status codes: broken otherwise."""
    apart = bool(wanted.told and found.told) and not share(wanted.told, found.told)
    return apart or other_status(wanted, found)


def other_status(wanted: Profile, found: Profile) -> bool:
    """Both name HTTP status codes, and none in common: 429 is not 500."""
    return bool(wanted.statuses and found.statuses) and wanted.statuses.isdisjoint(found.statuses)


class _Weights(dict[str, float]):
    """Each term is weighed when it is first asked for."""

    def __init__(self, counts: Mapping[str, int], total: int) -> None:
        super().__init__()
        self._counts, self._total = counts, total

    def __missing__(self, term: str) -> float:
        weight = self[term] = math.log(1 + (self._total + 1) / (1 + self._counts.get(term, 0)))
        return weight


@dataclass(frozen=True)
class Rarity:
    """Weight of a concept or word: rare ones tell more (inverse document frequency over `total` tickets).

    Good for one issue: what it weighed once, it remembers, since every candidate is held against the same few terms.
    """

    counts: Mapping[str, int]
    total: int
    _weights: _Weights = field(init=False, repr=False, compare=False)
    _sums: dict[frozenset[str], float] = field(default_factory=dict[frozenset[str], float], repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_weights", _Weights(self.counts, self.total))

    def weight(self, term: str) -> float:
        return self._weights[term]

    def sum(self, terms: Iterable[str]) -> float:
        # Rounded once: in the order of a set the last digit would hang on the process, and a whole could be more than all.
        return math.fsum(map(self._weights.__getitem__, terms))

    def whole(self, terms: frozenset[str]) -> float:
        """`sum` of what is held against many others: added up once."""
        known = self._sums.get(terms)
        if known is None:
            known = self._sums[terms] = self.sum(terms)
        return known

    def heaviest(self, terms: Iterable[str]) -> float:
        """The weight of the rarest of `terms`, 0 without any."""
        return max(map(self._weights.__getitem__, terms), default=0.0)

    def coverage(self, wanted: frozenset[str], found: frozenset[str]) -> float:
        """Share of `wanted`, by weight, that `found` holds: 0..1."""
        whole = self.whole(wanted)
        if not whole:
            return 0.0
        both, kindred = wanted & found, kin_of(found) & wanted
        return (self.sum(both) + (KINDRED * self.sum(kindred) if kindred else 0.0)) / whole if both or kindred else 0.0


def rarity_among(profiles: list[Profile]) -> Rarity:
    """Weights from some texts alone, where the workspace was not counted."""
    seen: dict[str, int] = {}
    for profile in profiles:
        for term in profile.concepts | profile.words:
            seen[term] = seen.get(term, 0) + 1
    return Rarity(seen, len(profiles))


def similarity(wanted: Profile, found: Profile, rarity: Rarity) -> float:
    """How much of `wanted`'s topic `found` shares, 0..1: concepts first (they cross languages), words as support."""
    by_concept = rarity.coverage(wanted.concepts, found.concepts)
    by_word = rarity.coverage(wanted.words, found.words)
    topic = max(min(1.0, rarity.sum(wanted.concepts) / A_TOPIC) * by_concept, 0.5 * by_concept + 0.5 * by_word)
    if other_trouble(wanted, found):
        topic *= OTHERWISE
    if wanted.specific_errors & found.errors or wanted.endpoints & found.endpoints:
        return min(1.0, topic + 0.5)
    if wanted.errors & found.errors:
        return min(1.0, topic + 0.2)
    return topic
