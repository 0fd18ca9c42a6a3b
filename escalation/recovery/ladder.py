"""The ladder: what each rung asks for, of whom, how soon, and what must be approved first (domain.md §10)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Owner = Literal["account_owner", "support", "solution_engineer", "sponsor", "all_functions", "leadership"]
Approval = Literal["compensation", "gift", "travel", "legal_and_finance"]
Paper = Literal["incident_report", "agenda", "commitment"]

TOP = 8
"""The highest rung that incidents alone lead to; 9 and 10 are for calm."""


@dataclass(frozen=True)
class Step:
    """One action: the key of its words, who owes it, within how many hours, and who must approve it."""

    act: str
    owner: Owner
    hours: int
    approval: Approval | None = None


@dataclass(frozen=True)
class Rung:
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...] = ()
    avoid: tuple[str, ...] = ("hide", "never_again")


LADDER: Mapping[int, Rung] = {
    1: Rung((Step("pick_up", "support", 1), Step("call_back", "account_owner", 24)), ("incident_report",)),
    2: Rung(
        (
            Step("tell_leader", "account_owner", 1),
            Step("report", "account_owner", 48),
            Step("thank", "account_owner", 120, "gift"),
        ),
        ("incident_report",),
        ("hide", "never_again", "gifts"),
    ),
    3: Rung(
        (
            Step("set_on_it", "account_owner", 1),
            Step("travel", "solution_engineer", 24, "travel"),
            Step("propose_compensation", "account_owner", 72, "compensation"),
        ),
        ("incident_report", "agenda"),
    ),
    4: Rung(
        (
            Step("on_site", "account_owner", 24, "travel"),
            Step("apologise", "account_owner", 24),
            Step("tell_truth", "account_owner", 24),
        ),
        ("incident_report", "agenda"),
    ),
    5: Rung(
        (Step("leader_visits", "sponsor", 72, "travel"), Step("leader_explains", "sponsor", 72)),
        ("incident_report", "agenda"),
    ),
    6: Rung(
        (Step("delegation", "sponsor", 120, "travel"), Step("report_deck", "all_functions", 120)),
        ("incident_report", "agenda"),
    ),
    7: Rung(
        (Step("heads_visit", "leadership", 120, "travel"), Step("commit", "leadership", 120, "legal_and_finance")),
        ("incident_report", "agenda", "commitment"),
    ),
    8: Rung(
        (
            Step("side_by_side", "all_functions", 24, "travel"),
            Step("part_compensation", "leadership", 120, "compensation"),
            Step("reduce_scope", "leadership", 120, "legal_and_finance"),
        ),
        ("incident_report", "agenda", "commitment"),
        ("hide", "never_again", "numbers"),
    ),
    9: Rung((Step("joint_review", "account_owner", 240),), ("agenda",), ("too_early", "never_again", "gifts")),
    10: Rung((Step("mutual_value", "leadership", 480),), ("agenda",), ("too_early", "never_again")),
}
