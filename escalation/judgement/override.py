"""A person or a model may overrule the recommendation, with a reason on record; security cannot be talked down."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from escalation.assessment import Override, Reason
from escalation.errors import InvalidInput
from escalation.language import script_of
from escalation.terms import Decision, Severity, Target

FIELDS = ("decision", "severity", "target")
HELD, UNSURE = 2, 1
HOLDS = {"security_concern": HELD, "security_possible": UNSURE}


class HeldBySecurity(InvalidInput):
    """The matter stays with Security: some of what was chosen is `locked`, the rest is `allowed`."""

    def __init__(self, choice: Choice, locked: tuple[str, ...]) -> None:
        super().__init__(
            f"This is a security concern, and it stays with the security team whatever else is decided: {_named(choice, locked)}"
            f" did not take effect.{_alone(choice, locked)} Locked are decision (escalate), target (security) and a severity"
            " below high.",
            "Severity critical or high may be chosen, and rulings, answers and evidence count. If it turns out harmless, record"
            " de_escalated with update_escalation after Security has looked.",
        )
        cleared: dict[str, Any] = dict.fromkeys(locked)
        without = {name: _UNREASONED[script_of(choice.why(name) or "") == "en"] for name in _beside(choice, locked)}
        self.allowed = replace(choice, **cleared, reasons={**choice.reasons, **without})
        self.locked = locked


_UNREASONED = {True: "no reason of its own was given", False: "未单独说明理由"}
"""What stands on record instead of a reason that was given for what is refused."""


def _beside(choice: Choice, locked: Container[str]) -> tuple[str, ...]:
    """What else was chosen for a reason that is one of what is `locked`: it is no reason for anything else."""
    given = {choice.why(name) for name in FIELDS if name in locked}
    return tuple(n for n in FIELDS if n not in locked and getattr(choice, n) and choice.why(n) in given)


def _alone(choice: Choice, locked: tuple[str, ...]) -> str:
    if told := _named(
        choice, (n for n in _beside(choice, locked) if getattr(choice, n) not in {"escalate", "security"})
    ):
        return f" Of {told} it is no reason: give that one of its own."
    return ""


def _named(choice: Choice, names: Iterable[str]) -> str:
    return ", ".join(f"{name} {getattr(choice, name)}" for name in names)


@dataclass(frozen=True)
class Choice:
    """What was asked for instead of the recommendation; None keeps it. `reason` is mandatory with any of them."""

    decision: Decision | None = None
    severity: Severity | None = None
    target: Target | None = None
    reason: str | None = None
    reasons: Mapping[str, str] = field(default_factory=dict[str, str])
    """By field the reason of what was chosen with another one, before."""

    def why(self, name: str) -> str | None:
        return self.reasons.get(name) or self.reason

    def after(self, before: Choice) -> Choice:
        """This choice upon an earlier one: a field that is not chosen now stays as it was, with its own reason.

        Another decision takes the place of severity and target with it, and a team or severity that of a decision without one.
        """
        if not self:
            return before
        kept: dict[str, Any] = {
            n: v for n in ("decision", "severity", "target") if (v := getattr(before, n)) and not getattr(self, n)
        }
        if self.decision not in {None, "escalate"}:
            kept = {}
        elif kept.get("decision") not in {None, "escalate"}:
            del kept["decision"]
        reasons = {name: why for name in kept if (why := before.why(name))}
        return replace(self, **kept, reasons={**self.reasons, **reasons})

    def __bool__(self) -> bool:
        return bool(self.decision or self.severity or self.target)


@dataclass(frozen=True)
class Verdict:
    decision: Decision
    severity: Severity | None
    target: Target | None


def overrule(verdict: Verdict, choice: Choice, reasons: tuple[Reason, ...]) -> tuple[Verdict, tuple[Override, ...]]:
    """Applies `choice`. Raises `InvalidInput` without a reason, `HeldBySecurity` when it would take a security
    matter from Security."""
    wanted = {"decision": choice.decision, "severity": choice.severity, "target": choice.target}
    recommended = {"decision": verdict.decision, "severity": verdict.severity, "target": verdict.target}
    changed = {k: v for k, v in wanted.items() if v is not None and v != recommended[k]}
    if not changed:
        return verdict, ()
    reasons_by = {name: reasoned(choice.why(name)) for name in changed}
    _hold_security(changed, choice, reasons)
    decision = choice.decision or ("escalate" if choice.target or choice.severity else verdict.decision)
    escalates = decision == "escalate"
    after = Verdict(
        decision,
        (choice.severity or verdict.severity or "medium") if escalates else None,
        (choice.target or verdict.target or "l2") if escalates else None,
    )
    return after, tuple(
        Override(field=name, recommended=recommended[name], chosen=str(changed[name]), reason=reasons_by[name])
        for name in ("decision", "severity", "target")
        if name in changed
    )


def reasoned(reason: str | None) -> str:
    """The reason without blanks around it. Raises `InvalidInput` where there is none."""
    if given := (reason or "").strip():
        return given
    raise InvalidInput(
        "The recommendation is overruled without a reason.", "Give override_reason: why the records mislead."
    )


def hold_of(reasons: Iterable[Reason]) -> int:
    """How firmly Security holds it: 2 by a word or a record, 1 where nothing but the line's sound speaks for it, 0 not."""
    return max((HOLDS.get(reason.signal, 0) for reason in reasons), default=0)


def concerns_security(reasons: Iterable[Reason]) -> bool:
    return hold_of(reasons) > 0


def _hold_security(changed: Mapping[str, str], choice: Choice, reasons: tuple[Reason, ...]) -> None:
    locked = tuple(name for name, chosen in changed.items() if name != "severity" or chosen == "medium")
    if locked and hold_of(reasons) == HELD:
        raise HeldBySecurity(choice, locked)
