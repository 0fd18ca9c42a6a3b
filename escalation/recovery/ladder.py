"""The ladder: what each rung asks for, of whom, how soon, and what must be approved first (domain.md §10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from escalation.policy_recovery import Approval

Owner = Literal["account_owner", "support", "solution_engineer", "sponsor", "all_functions", "leadership"]
Paper = Literal["incident_report", "agenda", "commitment"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
Avoid = Literal["hide", "never_again", "gifts", "numbers", "too_early"]

TOP = 8
"""The highest rung that incidents alone lead to; 9 and 10 are for calm."""


@dataclass(frozen=True)
class Step:
    """One action: the key of its words, who owes it, within how many working days (0 = at once), who approves it first."""

    act: str
    owner: Owner
    days: int = 0
    approval: Approval | None = None


@dataclass(frozen=True)
class Rung:
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...] = ()
    avoid: tuple[Avoid, ...] = ("hide", "never_again")


LADDER: Mapping[int, Rung] = {
    1: Rung((Step("pick_up", "support"), Step("call_back", "account_owner", 1)), ("incident_report",)),
    2: Rung(
        (
            Step("tell_leader", "account_owner"),
            Step("report", "account_owner", 2),
            Step("thank", "account_owner", 5, "gift"),
        ),
        ("incident_report",),
        ("hide", "never_again", "gifts"),
    ),
    3: Rung(
        (
            Step("set_on_it", "account_owner"),
            Step("travel", "solution_engineer", 1, "travel"),
            Step("propose_compensation", "account_owner", 3, "compensation"),
        ),
        ("incident_report", "agenda"),
    ),
    4: Rung(
        (
            Step("on_site", "account_owner", 1, "travel"),
            Step("apologise", "account_owner", 1),
            Step("tell_truth", "account_owner", 1),
        ),
        ("incident_report", "agenda"),
    ),
    5: Rung(
        (Step("leader_visits", "sponsor", 3, "travel"), Step("leader_explains", "sponsor", 3)),
        ("incident_report", "agenda"),
    ),
    6: Rung(
        (Step("report_deck", "all_functions", 4), Step("delegation", "sponsor", 5, "travel")),
        ("incident_report", "agenda"),
        ("hide", "never_again", "numbers"),
    ),
    7: Rung(
        (Step("heads_visit", "leadership", 5, "travel"), Step("commit", "leadership", 5, "legal_and_finance")),
        ("incident_report", "agenda", "commitment"),
    ),
    8: Rung(
        (
            Step("side_by_side", "all_functions", 1, "travel"),
            Step("part_compensation", "leadership", 5, "compensation"),
            Step("reduce_scope", "leadership", 5, "legal_and_finance"),
        ),
        ("incident_report", "agenda", "commitment"),
        ("hide", "never_again", "numbers"),
    ),
    9: Rung((Step("joint_review", "account_owner", 10),), ("agenda",), ("too_early", "never_again", "gifts")),
    10: Rung((Step("mutual_value", "leadership", 20),), ("agenda",), ("too_early", "never_again")),
}
