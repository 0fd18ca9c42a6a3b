"""Voices: somebody said to have told what, word for word, another person of the records told and they did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from escalation.claims.book import EvidenceBook
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scene.mentions import Mention
from escalation.claims.scene.parts import Parts
from escalation.claims.scene.scene import short_forms
from escalation.claims.vocabulary import marks

_TOLD = Lazy(
    r"(?: has| had| have)?(?: \w+ly| then| also| now| first| already)?,? (?:wrote|writes|said|says|reports|reported|noted|notes|"
    r"confirmed|complained|complains|warned|insisted|insists|mentioned|mentions|claims|claimed|described|describes|found|explained|tried|saw|"
    r"pointed out|told (?:us|support|them|him|her|\w+))\b"
    # Or did: then the word for it is one of theirs.
    r"|(?: has| had| have)?(?: then| also| now| first| already)? "
    r"(?=(?!answer|ask|repli|acknowledg|promis|receiv|forward|escalat|open|clos|request|need|want|want|wait|suffer|renew)[a-z]{3,}ed\b)"
    r"|\s?(?:在[^，。；]{1,20}[里中内上])?(?:也|还|又|曾|已|则|先)*(?:写道|说|表示|称|指出|强调|提到|确认|反馈|报告|反映|发现|抱怨|警告)",
    2,
)
_ENOUGH = 2


def misvoiced(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each person of a folded text to whom it gives words that are another's: several of one person's, and none of their own."""
    for first, last in pairwise(parts.bounds):
        inside = parts.folk(first, last)
        for each in inside:
            told = _TOLD.match(parts.text, each.end, last)
            if not told:
                continue
            span = told.end(), parts.statement(told.end())[1]
            if not _on_record(parts, *span, each, book) and _of_another(_words(parts, *span), each, inside, book):
                yield Claim("person", each.start, each.end), Reason("person_deed")


def _on_record(parts: Parts, start: int, end: int, each: Mention, book: EvidenceBook) -> bool:
    """Whether a value that is told stands in what this person said, or another tells of them by name."""
    values = [parts.text[claim.start : claim.end] for claim in parts.claims(start, end)]
    names = [each.person.name, *short_forms(each.person.name)]
    for event in book.scene.events:
        mine = event.person == each.person.name
        # A greeting tells nothing of whom it greets.
        if (mine or event.kind in ("note", "chat")) and any(word in event.says for word in (values if mine else names)):
            return True
    return False


def _words(parts: Parts, start: int, end: int) -> str:
    """What is told, without names and values."""
    taken = [*parts.named(start, end), *((each.start, each.end, "") for each in parts.folk(start, end))]
    taken += [(each.start, each.end, "") for each in parts.claims(start, end)]
    said = parts.text[start:end]
    for begin, stop, _ in taken:
        said = said[: begin - start] + " " * (stop - begin) + said[stop - start :]
    return said


def _of_another(said: str, each: Mention, inside: list[Mention], book: EvidenceBook) -> bool:
    """Whether one person who is not named beside them owns all of these words that anybody owns, in a script that both write."""
    voices = book.vocabulary.voices
    named = {mention.person.name for mention in inside}
    theirs = (mark for mark in marks(said) if (each.person.name, mark.isascii()) in book.vocabulary.speaks)
    owned = [owners for mark in theirs if (owners := voices.get(mark))]
    if any(owners & named for owners in owned):
        return False
    owned = [owners for owners in owned if "" not in owners]
    whose = Counter(name for owners in owned for name in owners)
    return any(count >= _ENOUGH and count == len(owned) for count in whose.values())
