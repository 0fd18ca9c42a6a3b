"""`init`: a policy file to change, with every default written out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from escalation.errors import InvalidInput
from escalation.policy import Policy

SIMPLE = (
    ("high_value_arr_usd", "USD a year from which a customer counts as high-value"),
    ("pattern_customers", "customers with the same issue that make a pattern"),
    ("pattern_window_days", "days in which they must have reported it"),
    ("feature_window_days", "days over which requests for a feature are counted"),
    ("renewal_near_days", "days before renewal that count as near"),
    ("sla_imminent_hours", "hours before an SLA runs out that count as imminent"),
    ("confirmation_days", "business days until a customer who was told of the solution is asked whether it holds"),
    ("shift_hours", "hours of a shift: what a handover looks back on, and ahead to"),
    ("recovery_window_days", "days over which an account's incidents are counted"),
    ("recovery_stable_days", "days without an incident after which a stable stretch is marked"),
    ("recovery_trust_days", "days without an incident after which both sides may do something for each other"),
)


def init(
    to: Annotated[Path, typer.Argument(help="Where to write it.")] = Path("customer-escalation.toml"),
) -> None:
    """Write a policy file with all defaults, for you to change."""
    if to.exists():
        raise InvalidInput(f"{to} is already there and stays as it is.", "Name another path, or move it away first.")
    policy = Policy()
    lines = [
        "# Policy of customer-escalation. Delete what you do not change: the defaults then stay in force.",
        "",
    ]
    lines += [f"{name} = {getattr(policy, name):g}  # {meaning}" for name, meaning in SIMPLE]
    for severity, cadence in policy.cadence.items():
        lines += [
            "",
            f"[cadence.{severity}]",
            *(f"{name} = {value:g}" for name, value in cadence if value is not None and name != "business_hours"),
            f"business_hours = {str(cadence.business_hours).lower()}",
        ]
    lines += [
        "",
        "[calendars.default]  # [calendars.NAME] with accounts = [...] or zones = [...] serves those instead",
        f"days = {json.dumps(policy.calendars['default'].days)}",
        'opens = "09:00"',
        'closes = "18:00"',
        '# holidays = "CN"  # a country, or a part of one: "DE-BY"; its days off stop the clocks',
    ]
    lines += [
        "",
        "[gifts]  # a small thank-you to a customer's engineers",
        "allowed = false",
        "most_usd = 0  # a person",
        "",
        "[compensation]  # always approved before it is mentioned",
        "allowed = true",
        "# most_percent = 5  # of the yearly fee",
        "",
        "# [approvers]",
        '# compensation = "CFO"  # also: gift, travel, legal_and_finance',
    ]
    try:
        to.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as fault:
        raise InvalidInput(f"{to} cannot be written ({fault.strerror}).", "Name a folder you may write to.") from fault
    sys.stdout.write(f"{to} is written. Use it with --config {to}, or put it into your configuration folder.\n")
