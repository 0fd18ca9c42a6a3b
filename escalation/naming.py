"""Names of accounts made comparable: one key for all the ways people write the same name, and weaker keys for short forms."""

from __future__ import annotations

import re

from escalation.records import Account
from escalation.text.folding import fold
from escalation.text.tokens import CJK

KEY_LENGTH = 255  # what the store's column holds

_APOSTROPHES = re.compile(r"['’`´]")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_BESIDE_CJK = re.compile(rf"(?<=[{CJK}]) | (?=[{CJK}])")

_LATIN_LEGAL = frozenset(
    """inc incorporated ltd limited llc llp lp plc gmbh mbh ag kg kgaa ug ohg se sa sas sarl srl spa bv nv ab asa oy oyj aps
    pty pte co corp corporation company cie kk sdn bhd sro doo""".split()
)
_CJK_LEGAL = (
    "股份有限公司",
    "有限责任公司",
    "控股有限公司",
    "集团有限公司",
    "有限公司",
    "股份公司",
    "集团公司",
    "分公司",
    "株式会社",
    "公司",
)


def name_key(name: str) -> str:
    """The name folded (width, case, script), without punctuation, and without spaces beside Chinese characters."""
    plain = _APOSTROPHES.sub("", fold(name)).replace("&", " and ")
    return _BESIDE_CJK.sub("", _NOT_A_LETTER.sub(" ", plain).strip())[:KEY_LENGTH]


def short_key(key: str) -> str:
    """A name key without its legal form (Inc, GmbH, 有限公司); the key itself when nothing else would be left."""
    words = key.split(" ")
    while len(words) > 1 and words[-1] in _LATIN_LEGAL:
        words.pop()
    short = " ".join(words)
    for form in _CJK_LEGAL:
        if short.endswith(form) and len(short) > len(form) + 1:
            return short.removesuffix(form).strip()
    return short


def domain_key(domain: str) -> str:
    """A domain in lower case without scheme, `www.`, path or trailing dot."""
    host = re.sub(r"^[a-z]+://", "", domain.strip().casefold()).split("/")[0]
    return host.removeprefix("www.").rstrip(".")[:KEY_LENGTH]


def account_keys(account: Account) -> list[tuple[str, str]]:
    """(key, kind) for everything an account answers to; kinds are id, name, alias, domain, each key once, strongest kind first.

    Contacts' e-mail addresses count as kind domain: they lead to the account without being its name.
    """
    named = [(name_key(account.id), "id"), (name_key(account.name), "name")]
    named += [(name_key(alias), "alias") for alias in account.aliases]
    if account.domain:
        named.append((domain_key(account.domain), "domain"))
    named += [
        (contact.email.strip().casefold()[:KEY_LENGTH], "domain") for contact in account.contacts if contact.email
    ]
    first: dict[str, str] = {}
    for key, kind in named:
        if key:
            first.setdefault(key, kind)
    return list(first.items())
