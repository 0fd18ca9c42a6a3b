"""Whether two records of different systems are certainly one customer, by a domain of its own or by its names.

Wrongly joined, a brief tells one customer's money and contacts as another's; left apart, it says "unknown". So what may be a
parent and its subsidiary, a branch, a reseller and whom it serves, or two firms of one name, is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from escalation.free_mail import is_free_mail
from escalation.naming import LEGAL_FORMS, brand_key, domain_key, short_key

NOBODY = frozenset(
    {
        *("customer", "customers", "default", "demo", "external", "guest", "individual", "internal", "n a", "none", "other"),
        *("others", "personal", "private", "test", "unassigned", "unknown", "个人", "其他", "内部", "客户", "测试", "无", "未知"),
    }
)  # fmt: skip
"""What stands where a customer's name is not known."""

_LEFT_OUT = frozenset(
    {
        *("technologies", "technology", "tech", "systems", "system", "solutions", "software", "industries"),
        *("company", "the", "and", "of"),
    }
)
"""Words that people drop from a firm's name; a place, a group or a line of business may be another firm's."""

_SAME_FORM = {
    "incorporated": "inc",
    "corp": "inc",
    "corporation": "inc",
    "co": "inc",
    "company": "inc",
    "limited": "ltd",
}
_BRANCH = re.compile("(?:分公司|分行|分部|办事处|集团|控股)")
_CITY = re.compile(
    "^(?:中国|北京|上海|深圳|广州|杭州|南京|成都|武汉|苏州|西安|重庆|天津|厦门|青岛|香港|台湾|台北|新加坡)"
)


def own_domain(domain: str | None) -> str | None:
    """The domain as a key, if it can be a customer's own: not free mail, not the bare name of a machine."""
    key = domain_key(domain) if domain else ""
    if "." not in key or is_free_mail(key):
        return None
    return key


def name_mark(key: str) -> str | None:
    """What two spellings of one firm's name have in common: the name key without its legal form."""
    short = short_key(key)
    return None if len(short) < 2 or short in NOBODY else short


def same_name(one: str, other: str) -> bool:
    """Whether two name keys are the same name. Acme GmbH is not Acme Ltd; Acme may be either."""
    return name_mark(one) == name_mark(other) is not None and _forms_fit(one, other)


def may_share_a_domain(ones: Iterable[str], others: Iterable[str], domain: str) -> bool:
    """Whether one of these name keys and one of those, beside a domain that both have, call the same firm."""
    return any(_alike(one, other, domain) for one, other in product(ones, others))


def _alike(one: str, other: str, domain: str) -> bool:
    if one == other or same_name(one, other):
        return True
    if not one.isascii() or not other.isascii():
        return _alike_in_chinese(short_key(one), short_key(other))
    shorter, longer = sorted((_words(one), _words(other)), key=len)
    if not shorter or not _forms_fit(one, other):
        return False
    initials = "".join(word[0] for word in longer) if len(longer) > 1 else ""
    if "".join(shorter) in ("".join(longer), initials):
        return True
    label = domain.split(".", maxsplit=1)[0].replace("-", "")
    more = [word for word in longer if word not in shorter]
    return set(shorter) <= set(longer) and all(word in _LEFT_OUT or _spells(label, longer, word) for word in more)


def _spells(label: str, words: list[str], word: str) -> bool:
    """Whether the domain is the longer name: helio-freight.example lets Helio be Helio Freight."""
    return word in label and "".join(words) == label


def _alike_in_chinese(one: str, other: str) -> bool:
    if one.isascii() != other.isascii() or bool(_BRANCH.search(one)) != bool(_BRANCH.search(other)):
        return False
    places = {found.group(0) for name in (one, other) if (found := _CITY.match(name))}
    return len(places) < 2 and brand_key(one) == brand_key(other) and len(brand_key(one)) > 1


def _words(key: str) -> list[str]:
    words = [word for word in short_key(key).split(" ") if word not in LEGAL_FORMS and word != "and"]
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _forms(key: str) -> set[str]:
    """The legal forms at a name's end, one word for each."""
    short = short_key(key)
    rest = key[len(short) :].split() if key.isascii() else []
    return {_SAME_FORM.get(form, form) for form in rest}


def _forms_fit(one: str, other: str) -> bool:
    ours, theirs = _forms(one), _forms(other)
    return not ours or not theirs or bool(ours & theirs)
