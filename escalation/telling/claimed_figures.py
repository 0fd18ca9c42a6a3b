"""Figures of the typed line that the records contradict: how many people, how much revenue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.assessment import Finding
from escalation.claims.fold import fold
from escalation.claims.money import money
from escalation.judgement.breadth import people
from escalation.judgement.case import Case
from escalation.judgement.facts import arr_at_risk
from escalation.judgement.headcount import people_in

_OF_REVENUE = re.compile(
    r"(?i)\barr\b|\brevenue\b|\bat (?:stake|risk)\b|\bcontracts?\b|年费|年費|年度|营收|營收|收入|合同|合約"
)
_ROUNDED = 0.05
"""Share by which an amount may differ and still be the same, rounded."""


def figures_claimed(case: Case) -> Iterator[Finding]:
    """None where the records have no such figure: then the report's stands as reported."""
    text, found = case.issue.text, people(case)
    claimed = people_in(text)
    if case.issue.kind != "feature" and claimed and found and claimed != found:
        yield Finding(signal="claimed_users_not_in_records", values={"claimed": claimed, "found": found})
    at_risk = arr_at_risk(case)
    if at_risk is None or not _OF_REVENUE.search(text):
        return
    deals = {deal.amount_usd for account in case.affected for deal in account.deals}
    # Of all that `scan` finds only the amounts are asked for: its other seventy patterns take a tenth of a second to compile.
    amounts = [float(claim.amount.value) for claim in money(fold(text)) if claim.amount and claim.unit == "USD"]
    most = max((amount for amount in amounts if amount not in deals), default=None)
    if most is not None and abs(most - at_risk) > _ROUNDED * at_risk:
        yield Finding(signal="claimed_arr_not_in_records", values={"claimed_usd": most, "found_usd": at_risk})
