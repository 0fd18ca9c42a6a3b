"""Accounts made out of the customers that tickets name, for exports that come without a file of accounts."""

from __future__ import annotations

import re
from typing import Any

from tools.importing.mapping import Customers
from tools.importing.presets.convert import Reading

# fmt: off
FREE_MAIL = frozenset({
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "icloud.com", "me.com",
    "aol.com", "gmx.de", "gmx.net", "web.de", "proton.me", "protonmail.com", "qq.com", "163.com", "126.com",
    "sina.com", "foxmail.com", "yeah.net", "mail.ru", "yandex.ru",
})
# fmt: on
"""Mail providers whose domain says nothing about the sender's company."""


def _id_of(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold()).strip("-")


def account_of(record: dict[str, Any], rule: Customers, reading: Reading, known: str | None) -> dict[str, Any] | None:
    """The customer of one record, or None where the record names none.

    A domain is the id where there is one, so that several exports agree on the customer; else the name is. `derived_from`
    marks that nothing but the tickets stands behind this account: a real accounts file has the last word. Where the export
    gives an id itself (`known`), only its name is wanted.
    """
    domain = reading.value(record, rule.domain, name="customer's domain")
    if domain in FREE_MAIL or domain in rule.not_customers:
        domain = None
    name = reading.value(record, rule.name, name="customer's name")
    if name is None and (domain is None or known):
        return None
    id_ = known or domain or _id_of(str(name))
    data: dict[str, Any] = {"id": id_, "name": name or domain, "derived_from": "tickets"}
    if domain:
        data["domain"] = domain
        if name is None:
            # "acme.example" also answers to "acme"; a nicer name would be a guess.
            data["aliases"] = [str(domain).split(".")[0]]
    return data
