"""The customers of the everyday tickets, and where each region sits."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tools.sample.clock import NOW
from tools.sample.contracts import Row
from tools.sample.draw import Draw
from tools.sample.rows import account

BACKGROUND = Path(__file__).parent / "background"
FIRST = datetime(2025, 4, 1, tzinfo=UTC)
"""Nothing everyday is older than this."""


@dataclass(frozen=True)
class Region:
    """`opens_utc` is the UTC hour at which an office day begins there, roughly."""

    timezone: str
    language: str
    csm: str
    opens_utc: int


REGIONS = {
    "US": Region("America/New_York", "en", "Helen Brandt", 14),
    "EU": Region("Europe/Berlin", "en", "Tomas Lindqvist", 8),
    "CN": Region("Asia/Shanghai", "zh-Hans", "林婉", 1),
    "TW": Region("Asia/Taipei", "zh-Hant", "林婉", 1),
    "HK": Region("Asia/Hong_Kong", "zh-Hant", "林婉", 1),
    "JP": Region("Asia/Tokyo", "en", "林婉", 1),
}


def read_table(name: str) -> Row:
    return tomllib.loads((BACKGROUND / name).read_text(encoding="utf-8"))


def columns(name: str) -> list[list[str]]:
    """The "a | b | c" lines of a background file."""
    return [[cell.strip() for cell in line.split("|")] for line in read_table(name)["lines"].strip().splitlines()]


def customers(seed: int) -> list[Row]:
    """Account rows of `accounts.toml`; dates and health follow from the seed."""
    draw = Draw(seed)
    rows: list[Row] = []
    for key, name, plan, arr, seats, region, contact in columns("accounts.toml"):
        where = REGIONS[region]
        # Two sister companies share a mail domain: a domain alone does not name an account.
        domain = "kestrelgroup.example" if key.startswith("kestrel-") else f"{key}.example"
        told: Row = {
            "id": key,
            "name": name,
            "domain": domain,
            "plan": plan,
            "arr": None if arr == "?" else int(arr),
            "seats": int(seats),
            "region": region,
            "language": where.language,
            "timezone": where.timezone,
            "signup": (FIRST - timedelta(days=draw.between(60, 900))).date().isoformat(),
            "renewal": (NOW + timedelta(days=draw.between(20, 360))).date().isoformat(),
            "contacts": [f"{contact} <contact@{domain}> | {draw.pick(('Administrator', 'IT', 'Operations'))}"],
            "csm": where.csm,
            "health": {
                "score": draw.between(58, 92),
                "trend": draw.pick(("up", "flat", "flat", "down")),
            },
        }
        rows.append(account(told))
    return rows
