"""Tokens: the units in which texts are compared and searched, the same for what is stored and what is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from operator import add

from escalation.text.folding import normal, simplified
from escalation.text.stemming import stem
from escalation.text.stopwords import STOP_WORDS

# Han, kana and Hangul: scripts written without spaces, or where a pair of characters is already a word.
CJK = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f"
_RUN = re.compile(rf"[{CJK}]+|[^\W{CJK}]+(?:[./:@#&+\-'’][^\W{CJK}]+)*")
_PARTS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_VERSION = re.compile(r"v(\d+(?:\.\d+)+)")
# The digit first, what may not stand before it second: so a scan stops at digits only.
_STATUS = re.compile(r"[1-5](?<![\d.].)\d\d(?![\d.])", re.DOTALL)
_BEFORE_STATUS = re.compile(
    r"(?:http(?:/\d(?:\.\d)?)?[ /:：-]{0,2}|(?:status|error)(?: code)?[ :：=]{1,2}|(?:状态|错误)码[ :：]?)$",
    re.IGNORECASE,
)
_AFTER_STATUS = re.compile(r" ?(?:errors?\b|internal server|bad gateway|错误|报错|状态码)", re.IGNORECASE)
_LONGEST = 80  # a longer "word" is a key, a hash or a line of base64: nobody searches it, and it would bloat the index


@lru_cache(maxsize=16_384)
def word_tokens(word: str) -> tuple[str, ...]:
    """One Latin run: a plain word gives its stem; an identifier, version, path or address gives itself and its parts."""
    folded = word.casefold().replace("’", "'").removesuffix("'s")
    if folded.isalpha() and not _is_camel(word):
        return (stem(folded),) if len(folded) <= _LONGEST else ()
    found = [folded] if len(folded) <= _LONGEST else []
    if version := _VERSION.fullmatch(folded):
        found.append(version.group(1))
    parts = [part for piece in _PARTS.findall(word.removesuffix("'s")) for part in _camel_parts(piece)]
    if "-" in folded and folded.replace("-", "").isalpha():
        found.append(stem(folded.replace("-", "")))
    found.extend(stem(part) for part in parts if len(part) <= _LONGEST and not (len(part) == 1 and len(parts) > 1))
    return tuple(dict.fromkeys(found))


def _is_camel(word: str) -> bool:
    return not word.islower() and not word.isupper() and not word[1:].islower()


def _camel_parts(piece: str) -> list[str]:
    parts = [piece.casefold()]
    if piece.isascii() and piece.isalpha() and _is_camel(piece):
        parts.extend(part.casefold() for part in _CAMEL.findall(piece))
    return parts


def prepared(text: str) -> str:
    """NFKC and Simplified, case kept (capitals tell identifiers apart); thousands separators removed."""
    if not text.isascii():
        text = simplified(normal(text))
    return _THOUSANDS.sub("", text) if "," in text else text


def runs(text: str) -> list[str]:
    """The text cut into Chinese runs and Latin words or identifiers, in order: what tokens and concepts are made of."""
    return runs_of(prepared(text))


def runs_of(ready: str) -> list[str]:
    """`runs` of a text that is `prepared` already."""
    return _RUN.findall(ready)


def is_cjk(run: str) -> bool:
    """Whether a run is one of Chinese (Japanese, Korean) characters."""
    return run[0] >= "\u3005"


def tokens(text: str) -> list[str]:
    """The tokens of a text in order, repeats kept.

    Latin words are case folded and stemmed; Chinese runs become overlapping pairs; identifiers (`ERR_EXPORT_TIMEOUT`,
    `api/v2/orders`, `pay-1234`, `v4.12.1`) stand whole and in parts; a status code also as `http_500`.
    """
    ready = prepared(text)
    return tokens_from(runs_of(ready), ready)


def tokens_from(cut: list[str], ready: str) -> list[str]:
    """`tokens` from the runs of a prepared text."""
    found: list[str] = []
    for run in cut:
        if run[0] < "\u3005":
            found += word_tokens(run)
        elif len(run) > 1:
            found += map(add, run, run[1:])
        else:
            found.append(run)
    return found + _status_codes(ready)


def _status_codes(text: str) -> list[str]:
    return [
        f"http_{code.group()}"
        for code in _STATUS.finditer(text)
        if _BEFORE_STATUS.search(text, max(code.start() - 16, 0), code.start()) or _AFTER_STATUS.match(text, code.end())
    ]


def query_tokens(text: str) -> list[str]:
    """The distinct tokens worth searching, in order; stop words stay only when nothing else is left."""
    return worth_searching(tokens(text))


def worth_searching(found: Iterable[str]) -> list[str]:
    """`query_tokens` from tokens."""
    distinct = list(dict.fromkeys(found))
    return [token for token in distinct if token not in STOP_WORDS] or distinct


def is_identifier(token: str) -> bool:
    """True for tokens that name one thing: error strings, endpoints, versions, ticket keys, addresses, status codes."""
    return any(char in "_./:@#-" for char in token) or (
        len(token) > 3 and token.isascii() and not token.isalpha() and not token.isdigit()
    )
