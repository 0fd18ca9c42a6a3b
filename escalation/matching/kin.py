"""Concepts that people use for one another: a report is the same report when one says "missing" and the other "cut off"."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

KIN: tuple[frozenset[str], ...] = (
    frozenset({"missing", "truncated", "empty", "data_loss"}),
    frozenset({"outage", "crash", "unreadable", "blocked", "disconnected", "not_found", "timeout"}),
    frozenset({"slow", "delayed", "timeout"}),
    frozenset({"duplicate", "overcount", "conflict"}),
    frozenset({"wrong", "calculation", "corrupt", "overcount", "encoding"}),
    frozenset({"unauthorized", "locked", "rejected"}),
    frozenset({"bounce", "rejected", "delayed"}),
    frozenset({"csv", "spreadsheet"}),
    frozenset({"export", "download"}),
    frozenset({"login", "sso", "saml", "session"}),
    frozenset({"mobile", "ios", "android"}),
    frozenset({"dashboard", "chart"}),
    frozenset({"invoice", "billing", "payment"}),
    frozenset({"notification", "email"}),
    frozenset({"crash", "app_close"}),
    frozenset({"approval", "sign_off", "delegate", "workflow"}),
    frozenset({"bank_feed", "bank_statement", "transaction"}),
    frozenset({"empty", "white_page"}),
    frozenset({"file_server", "server", "push_out"}),
    frozenset({"push_out", "automation", "job"}),
    frozenset({"wrong", "day_off", "hour_off", "timezone"}),
    frozenset({"receipt", "expense"}),
    frozenset({"payment_page", "payment", "payout"}),
    frozenset({"gateway", "device", "sensor", "connection"}),
    frozenset({"sensor", "temperature", "meter"}),
    frozenset({"busy", "fail", "timeout", "outage"}),
    frozenset({"expired", "consent"}),
    frozenset({"shift", "calendar", "booking"}),
    frozenset({"timesheet", "overtime", "payroll"}),
    frozenset({"carrier", "shipment", "route", "driver"}),
    frozenset({"limit_raise", "quota", "limit"}),
    frozenset({"switch_org", "cross_tenant"}),
    frozenset({"subscription", "invoice"}),
    frozenset({"recurring", "intermittent"}),
    frozenset({"stock_level", "product_catalog"}),
    frozenset({"strange_login", "unauthorized_access"}),
    frozenset({"recording", "video", "audio"}),
    frozenset({"fail", "stopped", "outage"}),
)

GENERIC_SYMPTOMS = frozenset(
    {"fail", "error", "stopped", "load", "display", "server_error", "intermittent", "invalid", "limit"}
)
"""Symptoms that many other symptoms are reported as."""


@lru_cache(maxsize=1)
def troubles() -> frozenset[str]:
    """Concepts that say what goes wrong, as the lexicon sorts them; all others name things."""
    text = (files("escalation.text") / "lexicon" / "trouble.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text))


def specific(concepts: frozenset[str]) -> frozenset[str]:
    """The symptoms among `concepts` that tell one fault from another."""
    return concepts & troubles() - GENERIC_SYMPTOMS


def akin(one: str, others: frozenset[str]) -> bool:
    """Whether `others` hold a concept that people use for `one`."""
    return not _families().get(one, frozenset[str]()).isdisjoint(others)


@lru_cache(maxsize=64)
def has_kin(concepts: frozenset[str]) -> frozenset[str]:
    """Those of `concepts` that any others are used for; remembered, since one issue is held against many records."""
    return concepts & _families().keys()


@lru_cache(maxsize=4_096)
def kin_of(concepts: frozenset[str]) -> frozenset[str]:
    """Every concept that people use for one of these; remembered, since each record is held against many others."""
    families = _families()
    return frozenset[str]().union(*(families[c] for c in concepts if c in families))


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[str]]:
    """Concept -> everything in the families it belongs to; asked for every pair of records, so laid out once."""
    known = frozenset[str]().union(*KIN)
    return {one: frozenset[str]().union(*(family for family in KIN if one in family)) for one in known}


def share(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of concepts meet, in the same or in kindred words."""
    return not one.isdisjoint(other) or not kin_of(one).isdisjoint(other)
