"""What a cell of an export means: instants, dates, numbers, lists, people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from email.utils import parseaddr
from typing import Any, TypeGuard
from zoneinfo import ZoneInfo

from escalation.one_customer import own_domain
from tools.importing.mapping import Rule
from tools.importing.presets.amounts import number

_ADDRESS = re.compile(r"[^\s<>,;:/\"'()]+@[\w.-]+\w")
_YES = frozenset({"true", "yes", "1", "y", "on", "是"})
_NO = frozenset({"false", "no", "0", "n", "off", "否"})


_DAY = re.compile(r"(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?")
"""Year first: in no country does the day come next."""


def _when(text: str, rule: Rule, kind: str = "time", ours: str = "RFC 3339") -> datetime:
    for form in rule.format:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007  the zone is the mapping's, put on by the caller
        except ValueError:
            continue
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        forms = ", ".join(rule.format) or ours
        raise ValueError(f"{text!r} is not a {kind} in the form {forms}") from None


def instant(text: str, rule: Rule, zone: str) -> str:
    """RFC 3339 UTC. A time without an offset is read in the mapping's zone."""
    when = _when(text, rule)
    if when.tzinfo is None:
        when = when.replace(tzinfo=ZoneInfo(rule.zone or zone))
    return when.astimezone(UTC).isoformat().replace("+00:00", "Z")


def day(text: str, rule: Rule) -> str:
    """The calendar day as written, YYYY-MM-DD: a renewal date has no time zone."""
    written = _DAY.fullmatch(text)
    try:
        return date(*map(int, written.groups())).isoformat() if written else date.fromisoformat(text).isoformat()
    except ValueError:
        return _when(text, rule, "date", "YYYY-MM-DD").date().isoformat()


def boolean(text: str) -> bool:
    low = text.lower()
    if low not in _YES | _NO:
        raise ValueError(f"{text!r} is neither yes nor no")
    return low in _YES


def email(text: str) -> str | None:
    match = _ADDRESS.search(text)
    return match.group(0).lower() if match else None


def domain(text: str) -> str | None:
    """The bare host of an address, a web address or a domain."""
    host = re.sub(r"^[a-z]+://", "", text.strip().lower()).split("/")[0].split("@")[-1].split(":")[0]
    return host.removeprefix("www.").strip(".") or None


def email_domain(text: str) -> str | None:
    address = email(text)
    return domain(address) if address else None


def person(text: str) -> str | None:
    """The name before an address in angle brackets; a bare address has none."""
    name = parseaddr(text)[0].strip()
    return name or (None if "@" in text else text.strip() or None)


def is_list(value: Any) -> TypeGuard[list[Any]]:
    """`isinstance`, in words that both type checkers read alike."""
    return isinstance(value, list)


def items(value: Any, separator: str) -> list[str]:
    """A list from a repeated column, a JSON array or one separated cell."""
    parts: Iterable[Any] = value if is_list(value) else [value]
    return [piece for part in parts for piece in (p.strip() for p in str(part).split(separator)) if piece]


_SIMPLE: dict[str, Callable[[str], Any]] = {
    "number": number,
    "integer": lambda text: int(number(text)),
    "boolean": boolean,
    "email": email,
    "email_domain": email_domain,
    "person": person,
    "domain": domain,
    "own_domain": lambda text: own_domain(domain(text)),
}


def _plain(value: Any) -> Any:
    return "\n".join(str(part) for part in value) if is_list(value) else value


def _spoken(value: Any, rule: Rule) -> Any:
    """The house's word for the export's word; a word the mapping does not know stays as it is."""
    return rule.words.get(str(value).casefold(), value) if rule.words else value


def convert(value: Any, rule: Rule, zone: str) -> Any:
    """The value a rule makes of what stands in the export. Raises ValueError with what is wrong."""
    if rule.kind == "list":
        return [str(_spoken(piece, rule)) for piece in items(value, rule.separator)]
    plain = _plain(value)
    plain = _spoken(plain, rule)
    if rule.kind == "text":
        return (
            f"{rule.prefix}{plain}"
            if rule.prefix or (isinstance(plain, int | float) and not isinstance(plain, bool))
            else plain
        )
    text = str(plain).strip()
    if rule.kind == "instant":
        return instant(text, rule, zone)
    return day(text, rule) if rule.kind == "date" else _SIMPLE[rule.kind](text)
