"""Accounts made out of the customers that tickets name, for exports that come without a file of accounts."""

from __future__ import annotations

import re
from typing import Any

from escalation.one_customer import own_domain
from tools.importing.mapping import Customers, Mapping
from tools.importing.presets.convert import Reading


def _id_of(name: str) -> str:
    return re.sub(r"\W+", "-", name.casefold()).strip("-")


def account_of(record: dict[str, Any], rule: Customers, reading: Reading, known: str | None) -> dict[str, Any] | None:
    """The customer of one record, or None where the record names none.

    A domain is the id where there is one, so that several exports agree on the customer; else the name is. `derived_from`
    marks that nothing but the tickets stands behind this account: a real accounts file has the last word. Where the export
    gives an id itself (`known`), only its name is wanted.
    """
    domain = reading.value(record, rule.domain, name="customer's domain")
    if own_domain(domain) is None or domain in rule.not_customers:
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


def source_of(account: dict[str, Any], mapping: Mapping, known: str | None) -> str:
    """Which kind of export tells this account from others: its own ids do, domains are the same in all."""
    if known:
        return mapping.name
    return "senders" if account["name"] == account.get("domain") else f"{mapping.name}, by name"
