"""Mutations: true statements turned into inventions by a seeded hand. Knows nothing of how the checker reads a text."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from evals.inventions.data import BookFile, Statement

_NUMERAL = re.compile(r"\d[\d,.:/-]*\d|\d")
# Numerals that name no fact: list numbers, citations, tiers, quarters, HTTP versions, "more than" (a smaller figure stays true).
_KEEP = re.compile(
    r"\[E\d+\]|(?m:^\d\. )|(?<=[a-z]\. )\d\. |24/7|\bL\d\b|\bQ\d\b|top-\d|(?:more than|超过) ?\d+|\d+ ?[+多]"
)
_CURRENCIES = (("$", "€"), ("美元", "欧元"), ("USD", "GBP"))
_QUOTE = re.compile(r"[“\"「]([^”\"」]{6,})[”\"」]")
_TRIES = 40


def inventions(statement: Statement, file: BookFile, dice: random.Random) -> Iterator[Statement]:
    """At most one invention of each way from one true statement."""
    for way in (_digits, _digits, _currency, _quotation, _customer, _identifier):
        made = way(statement, file, dice)
        if made:
            yield made


def _digits(statement: Statement, file: BookFile, dice: random.Random) -> Statement | None:
    text, raw = statement.text, file.raw()
    kept = [match.span() for match in _KEEP.finditer(text)]
    places = [
        match for match in _NUMERAL.finditer(text) if not any(a < match.end() and match.start() < b for a, b in kept)
    ]
    for _ in range(_TRIES if places else 0):
        place = dice.choice(places)
        at = dice.choice([index for index, char in enumerate(place[0]) if char.isdigit()])
        digit = dice.choice([char for char in "123456789" if char != place[0][at]])
        changed = place[0][:at] + digit + place[0][at + 1 :]
        if not _stands(changed, raw + text) and _plausible(changed):
            return _made(statement, place.span(), changed, _kind(text, place), "changed_digit")
    return None


def _plausible(numeral: str) -> bool:
    """A moved time or date stays one, as an invention would; 73:00 would be a typing error."""
    parts = [int(part) for part in re.split(r"[:/-]", numeral) if part.isdigit()]
    if ":" in numeral:
        return parts[0] < 24 and all(part < 60 for part in parts[1:])
    return not re.fullmatch(r"\d{4}-\d\d-\d\d", numeral) or (0 < parts[1] <= 12 and 0 < parts[2] <= 28)


def _stands(numeral: str, raw: str) -> bool:
    plain = numeral.replace(",", "")
    return any(re.search(rf"(?<!\d){re.escape(form)}(?!\d)", raw) for form in {numeral, plain})


def _kind(text: str, place: re.Match[str]) -> str:
    before, after = text[max(0, place.start() - 1) : place.start()], text[place.end() : place.end() + 3]
    if ":" in place[0]:
        return "time"
    if (before in "$€£" and before) or re.match(r"万?美元", after):
        return "money"
    if after[:1] == "%":
        return "percentage"
    if after[:1] in ("月", "日") or re.search(r"\d-\d\d-\d", place[0]):
        return "date"
    identifier = re.match(r"[A-Za-z]", before) or before in ("-", "#", ".", "/", "_") or place[0].count(".") > 1
    return "identifier" if identifier else "figure"


def _currency(statement: Statement, file: BookFile, dice: random.Random) -> Statement | None:
    for old, new in _CURRENCIES:
        start = statement.text.find(old)
        if start >= 0:
            return _made(statement, (start, start + len(old)), new, "money", "other_currency", widen=8)
    return None


def _quotation(statement: Statement, file: BookFile, dice: random.Random) -> Statement | None:
    match = _QUOTE.search(statement.text)
    if not match:
        return None
    inside = match[1]
    words = inside.split(" ")
    if len(words) > 2:
        at = dice.randrange(1, len(words))
        changed = " ".join([*words[:at], dice.choice(("never", "always", "almost")), *words[at:]])
    else:
        at = dice.randrange(2, len(inside) - 1)
        changed = inside[:at] + dice.choice(("从不", "全部", "偶尔")) + inside[at:]
    return _made(statement, match.span(1), changed, "quotation", "changed_words")


def _customer(statement: Statement, file: BookFile, dice: random.Random) -> Statement | None:
    own = [name for account in file.accounts for name in (account.name, *account.aliases)]
    for name in sorted(own, key=len, reverse=True):
        start = statement.text.find(name)
        if start >= 0:
            other = dice.choice(file.other_names)
            return _made(statement, (start, start + len(name)), other, "customer", "other_customer")
    return None


def _identifier(statement: Statement, file: BookFile, dice: random.Random) -> Statement | None:
    """A ticket or tracker id with one more digit."""
    match = re.search(r"[A-Z]{1,5}-\d+|#\d{4,}", statement.text)
    if not match:
        return None
    return _made(statement, match.span(), match[0] + dice.choice("123456789"), "identifier", "longer_id")


def _made(statement: Statement, span: tuple[int, int], new: str, kind: str, how: str, *, widen: int = 0) -> Statement:
    text = statement.text[: span[0]] + new + statement.text[span[1] :]
    end = span[0] + len(new)
    planted = (max(0, span[0] - widen), end + widen)
    return Statement(
        lang=statement.lang, text=text, true=False, kind=kind, how=how, planted=planted,
        held_out=statement.held_out, made_from=statement.text,
    )  # fmt: skip
