"""What goes along with the verdict: whom to tell beside the target, whether the team knows of it, and what it is asked for."""

from __future__ import annotations

from escalation.assessment import Reason
from escalation.judgement.case import Case
from escalation.judgement.tracked import open_bug
from escalation.terms import AskKind, Target


def inform_of(case: Case, target: Target, reasons: tuple[Reason, ...]) -> tuple[Target, ...]:
    """Others to tell: leadership when a valued customer may leave, or where an authority, the law or the press comes in
    (domain.md §4: PR or legal risk); engineering when leaders are asked about a bug."""
    signals = {r.signal for r in reasons if r.stance == "for"}
    inform: list[Target] = []
    # Nobody can say of a customer without an ARR on record that leaders need not know.
    valued = "high_value_account" in signals or any(a.arr_usd is None for a in case.affected if a.id in case.named_ids)
    leaving = target != "leadership" and bool(signals & {"churn_threat", "executive_request"}) and valued
    public = target != "leadership" and bool(case.own.affirmed("legal_or_pr"))
    if leaving or public or (target == "security" and case.customer_count > 1):
        inform.append("leadership")
    if target == "leadership" and open_bug(case) is not None:
        inform.append("engineering")
    return tuple(dict.fromkeys(inform))


def is_tracked(target: Target, case: Case) -> bool:
    """Whether it goes to a team that has the fault on its list already."""
    return target == "engineering" and open_bug(case) is not None


def ask_of(target: Target, case: Case) -> AskKind:
    """Investigate, fix, decide and approve are different asks. Of what is over its cause is asked, tracked or not."""
    if target == "engineering":
        return "fix" if is_tracked(target, case) and not case.over else "investigate"
    return "decide" if target in {"product", "leadership"} else "investigate"
