"""Accounts named inside a text: the longest names first, common words left alone, candidates where several accounts fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from escalation.directory import Directory
from escalation.naming import CJK_FIRMS, GENERIC, LEGAL_FORMS, brand_key, name_key
from escalation.text.everyday import is_everyday
from escalation.text.folding import fold
from escalation.text.tokens import CJK

_PIECE = re.compile(rf"[{CJK}]|[^\W_{CJK}]+(?:['’][^\W_{CJK}]+)*|&")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.@-])[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)
_GAP = re.compile(r"[ \t\u00a0\u3000.,&'’()（）·・/_-]{0,3}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;。！？：；\n\"“「(（-])\s*$")
# What may stand before a two-character Chinese name; elsewhere the pair is more likely the middle of other words.
_BEFORE_CJK = re.compile(r"(?:^|[^\u4e00-\u9fff]|[的和与及跟给向对由为在叫是]|客户|公司|用户|企业|来自|关于)$")
# A short form that goes on like this is the name of somebody else: "Acme Labs" is not Acme Corp.
_OTHER_FIRM = re.compile(rf"(?!的|和|与|客户)[\u4e00-\u9fff]{{0,4}}?(?:公司|集团|银行)|(?:{CJK_FIRMS})")
# What may follow a short Chinese form: marks, or words that go on with the sentence; other characters make another name of it.
_AFTER_CJK = re.compile(
    r"$|[^\u4e00-\u9fff]|[的那这反说要报投来问表称客用在从还又也都今昨最提希催方登无不没有被和与跟对向给让是已正全多每怎为因找发收出等认觉想需系平数导接打账]"
)
_SHORT_CJK = 3
# Characters of the beginning of a Chinese name that may stand for the whole: a place and a brand, or a brand and a trade.
_BEGUN_CJK = 4
# What is left of a place and a trade (上海银行) when the place is taken away, or of a place alone: no brand.
_TRADE_CJK = re.compile(rf".?|{CJK_FIRMS}|公司|集团|银行")
_CAPITALS = re.compile(r"[A-Z][\w&’'-]*(?: (?:[A-Z&][\w&’'-]*|and|of))*")
_MOST_SPANS, _SURE = 3, 0.84  # misspelt names looked for in one text, and how alike they must be
_LONGEST_NAME = 24  # pieces: words, or Chinese characters one by one


@dataclass(frozen=True)
class Mention:
    """An account that the characters [start, end) of a text name."""

    account_id: str
    start: int
    end: int


@dataclass(frozen=True)
class _Piece:
    forms: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True)
class _Match:
    ids: frozenset[str]
    start: int
    end: int


class Spoken:
    """A text read for names once, to be held against several directories."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.addresses = [(found.group(), found.start(), found.end()) for found in _ADDRESS.finditer(text)]
        self.pieces = _pieces(text)
        self.forms = frozenset(form for piece in self.pieces for form in piece.forms)
        self.capitals = [(span.start(), span.end(), _long_key(span.group())) for span in _CAPITALS.finditer(text)]


def named_in(directory: Directory, said: str | Spoken, *, near: bool = True) -> list[Mention]:
    """Every account named in a text, in order; several mentions of one span are candidates, and nothing is chosen among them.

    The longest name wins in its own span. A full name or alias counts before short forms of other names; a name made of
    everyday words ("Data", "Export") counts only when it is written as a name: with capitals, inside a sentence. `near`: also
    names spelt with a wrong letter, whose search needs a library of 3 MB.
    """
    spoken = Spoken(said) if isinstance(said, str) else said
    matches = [*_addresses(directory, spoken)]
    if any(map(directory.may_begin, spoken.forms)):
        matches += _names(directory, spoken.text, spoken.pieces)
    if near:
        matches += _misspelt(directory, spoken, matches)
    taken: list[_Match] = []
    for match in sorted(matches, key=lambda one: (one.start - one.end, one.start)):
        if all(match.end <= other.start or match.start >= other.end for other in taken):
            taken.append(match)
    return [
        Mention(id_, match.start, match.end)
        for match in sorted(taken, key=lambda one: one.start)
        for id_ in sorted(match.ids)
    ]


def _addresses(directory: Directory, spoken: Spoken) -> Iterator[_Match]:
    for address, start, end in spoken.addresses:
        ids = directory.owners_of_address(address)
        if ids:
            yield _Match(frozenset(ids), start, end)


def _names(directory: Directory, text: str, pieces: list[_Piece]) -> Iterator[_Match]:
    for first in range(len(pieces)):
        for key, last in _keys(directory, text, pieces, first):
            start, end = pieces[first].start, pieces[last].end
            ids = _owners(directory, text, key, start, end)
            if ids:
                yield _Match(ids, start, end)


def _pieces(text: str) -> list[_Piece]:
    return [_Piece(_forms(found.group()), _from(found), _to(found)) for found in _PIECE.finditer(text)]


def _misspelt(directory: Directory, spoken: Spoken, known: list[_Match]) -> list[_Match]:
    """Names written with a wrong letter: spans in capitals, long enough not to be another word, where no name was found."""
    found: list[_Match] = []
    free = [span for span in spoken.capitals if all(span[1] <= one.start or span[0] >= one.end for one in known)]
    for start, end, key in free[:_MOST_SPANS]:
        close = directory.misspelt(key) if key else []
        best = max((score for _, score in close), default=0.0)
        if best >= _SURE:
            found.append(_Match(frozenset(id_ for id_, score in close if score >= best - 0.02), start, end))
    return found


def _long_key(written: str) -> str:
    """The key of what may be a misspelt name; empty for what is too short, or made of everyday words."""
    key = name_key(re.sub(r"['’]s$", "", written))
    return "" if len(key) < 8 or is_everyday(key) else key


def _forms(piece: str) -> tuple[str, ...]:
    """How a piece may stand in a key: with a possessive 's both without it and as part of the name (McDonald's)."""
    folded = fold(piece).replace("’", "'")
    if folded == "&":
        return ("and",)
    joined = folded.replace("'", "")
    return (folded.removesuffix("'s").replace("'", ""), joined) if folded.endswith("'s") else (joined,)


def _from(found: re.Match[str]) -> int:
    return found.start()


def _to(found: re.Match[str]) -> int:
    # A possessive belongs to the sentence, not to the name.
    return found.end() - (2 if found.group().replace("’", "'").casefold().endswith("'s") else 0)


def _keys(directory: Directory, text: str, pieces: list[_Piece], first: int) -> Iterator[tuple[str, int]]:
    """(key, index of last piece) of all names known that begin at a piece."""
    grown = {form for form in pieces[first].forms if directory.may_begin(form)}
    for last in range(first, min(first + _LONGEST_NAME, len(pieces))):
        if last > first:
            if not _GAP.fullmatch(text, pieces[last - 1].end, pieces[last].start) and not _possessive(
                text, pieces, last
            ):
                return
            grown = {_joined(key, form) for key in grown for form in pieces[last].forms}
            grown = {key for key in grown if directory.may_begin(key)}
        if not grown:
            return
        for key in grown:
            yield key, last


def _possessive(text: str, pieces: list[_Piece], last: int) -> bool:
    return bool(re.fullmatch(r"['’]s ?", text[pieces[last - 1].end : pieces[last].start], re.IGNORECASE))


def _joined(key: str, form: str) -> str:
    apart = key[-1].isascii() and form[0].isascii()
    return f"{key} {form}" if apart else key + form


def _owners(directory: Directory, text: str, key: str, start: int, end: int) -> frozenset[str]:
    exact = directory.exact.get(key, [])
    written = text[start:end]
    if ids := {id_ for kind, id_ in exact if kind == "id" and _is_id(written)}:
        return frozenset(ids)
    for how in ("name", "alias"):
        ids = {id_ for kind, id_ in exact if kind == how}
        if ids and _reads_as_name(text, key, start, end, full=True):
            return frozenset(ids)
    if ids := directory.spoken.get(key, set()):
        told = not _goes_on(text, start, end) and _reads_as_name(text, key, start, end, full=False)
        return frozenset(ids) if told else frozenset()
    return _begun(directory, text, key, start, end)


def _begun(directory: Directory, text: str, key: str, start: int, end: int) -> frozenset[str]:
    """The owner of a long Chinese name said by how it begins (北辰汽车 for 北辰汽车零部件), where nobody else's begins so."""
    if key.isascii() or len(key) < _BEGUN_CJK or is_everyday(key) or _TRADE_CJK.fullmatch(brand_key(key)):
        return frozenset()
    if not _AFTER_CJK.match(fold(text[end : end + 1])) or _goes_on(text, start, end):
        return frozenset()
    ids = directory.going_on(key)
    return frozenset(ids) if len(ids) == 1 else frozenset()


def _goes_on(text: str, start: int, end: int) -> bool:
    if not text[end - 1].isascii() and end - start <= _SHORT_CJK and not _AFTER_CJK.match(fold(text[end : end + 1])):
        return True
    following = re.match(r" ?([A-Z][a-z]+)", text[end:])
    return bool(following and following.group(1).lower() in GENERIC) or bool(
        _OTHER_FIRM.match(fold(text[end : end + 10]))
    )


def _is_id(written: str) -> bool:
    has_digit = any(char.isdigit() for char in written)
    return " " not in written and has_digit and (len(written) > 5 or any(char.isalpha() for char in written))


def _reads_as_name(text: str, key: str, start: int, end: int, *, full: bool) -> bool:
    if not key.isascii():
        return _reads_as_chinese_name(text, key, start, full=full)
    words = key.split(" ")
    written = text[start:end]
    if len(words) > 1 and ((full and words[-1] in LEGAL_FORMS) or not is_everyday(key)):
        return True
    if is_everyday(key):
        return _is_capitalised(written) and (len(words) > 1 or _stands_out(text, start, end))
    if len(key) < 4:
        return written.isupper() or (full and _is_capitalised(written))
    return True


def _reads_as_chinese_name(text: str, key: str, start: int, *, full: bool) -> bool:
    if full and len(key) > 3:
        return True
    return not is_everyday(key) and (len(key) > 2 or bool(_BEFORE_CJK.search(text, max(start - 2, 0), start)))


def _is_capitalised(written: str) -> bool:
    return all(word[0].isupper() or not word[0].isalpha() for word in written.split())


def _stands_out(text: str, start: int, end: int) -> bool:
    """Whether a capital says "name": not at the start of a sentence, and not one of many capitals of a heading."""
    if _SENTENCE_START.search(text[:start]):
        return False
    before, after = text[:start].split()[-1:], text[end:].split()[:1]
    return not any(word[0].isupper() for word in [*before, *after])
