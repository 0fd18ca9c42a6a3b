"""The views of the register: which escalations, dues or patterns each shows, in which order, and their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, cast, get_args, overload

from escalation.errors import NotFound
from escalation.terms import SEVERITIES, TARGETS, Language, Target

if TYPE_CHECKING:
    from escalation.clocks.due import Due
    from escalation.following.improvements import Improvement
    from escalation.following.patterns import Pattern
    from escalation.policy import Policy
    from escalation.ports import Workspace
    from escalation.register.state import EscalationState, Promise
    from tools.following.board import View

_REMEMBERED = timedelta(days=31)
"""How long a promise that was kept too late is shown among the promises: whom we let down this month."""

ViewName = Literal["open", "due", "overdue", "promises", "patterns", "improvements", "handover", "all"]
VIEWS: tuple[ViewName, ...] = get_args(ViewName)


@dataclass(frozen=True)
class Wanted:
    """What is to be seen; None = of everyone."""

    view: ViewName = "open"
    account_id: str | None = None
    targets: frozenset[Target] | None = None

    @property
    def all(self) -> bool:
        return self.account_id is None and self.targets is None

    def has(self, state: EscalationState, due: Due | None = None) -> bool:
        # A clock that runs for one customer is not another's.
        of_whom = state.account_ids if due is None or due.account_id is None else (due.account_id,)
        theirs = self.account_id is None or self.account_id in of_whom
        return theirs and (self.targets is None or state.target in self.targets)


@dataclass(frozen=True)
class Line:
    """One line of a view: an escalation with what is most urgent for it, a due, a promise without one, what several have."""

    state: EscalationState
    due: Due | None = None
    promise: Promise | None = None
    pattern: Pattern | None = None
    improvement: Improvement | None = None
    whole: bool = False
    """The line is about the escalation itself."""


T = TypeVar("T")


@dataclass(frozen=True)
class Lines(Sequence[Line], Generic[T]):
    """Lines made when they are looked at: of ten thousand, a page is shown."""

    of: Sequence[T]
    line: Callable[[T], Line]

    def __len__(self) -> int:
        return len(self.of)

    @overload
    def __getitem__(self, at: int) -> Line: ...

    @overload
    def __getitem__(self, at: slice) -> list[Line]: ...

    def __getitem__(self, at: int | slice) -> Line | list[Line]:
        return list(map(self.line, self.of[at])) if isinstance(at, slice) else self.line(self.of[at])


def selected(seen: View, wanted: Wanted, pattern_customers: int) -> Sequence[Line]:
    """The lines of a view, the most urgent first."""
    if wanted.view == "patterns":
        return _patterns(seen, wanted, pattern_customers)
    return _SELECT[wanted.view](seen, wanted)


def _due_lines(dues: list[Due], seen: View, wanted: Wanted) -> Lines[Due]:
    if not wanted.all:
        dues = [due for due in dues if wanted.has(seen.state(due), due)]
    return Lines(dues, lambda due: Line(seen.state(due), due))


def _dues(seen: View, wanted: Wanted) -> Sequence[Line]:
    return _due_lines(seen.dues(), seen, wanted)


def _overdue(seen: View, wanted: Wanted) -> Sequence[Line]:
    return _due_lines(seen.late(), seen, wanted)


def _promises(seen: View, wanted: Wanted) -> Sequence[Line]:
    dated = _due_lines(seen.promises, seen, wanted)
    undated = (
        Line(state, promise=promise)
        for state in seen.states
        if state.promises and wanted.has(state)
        for promise in state.promises
        if promise.kept_at is None and promise.due is None
    )
    late = [
        Line(state, promise=promise)
        for state in seen.states
        if state.promises and wanted.has(state)
        for promise in state.promises
        if promise.in_time is False and promise.kept_at and seen.now - promise.kept_at <= _REMEMBERED
    ]
    late.sort(key=lambda line: (line.promise and line.promise.kept_at) or seen.now, reverse=True)
    return [
        *dated,
        *(line for line in (*undated, *late) if wanted.account_id in (None, line.promise and line.promise.account_id)),
    ]


def _whole(seen: View, wanted: Wanted) -> Lines[EscalationState]:
    """Escalations by the most urgent of what is due for them; then those of which nothing is, the latest opened first."""
    first: dict[str, Due] = {}
    for due in seen.dues():
        first.setdefault(due.escalation_id, due)
    # Where nothing runs nothing is urgent.
    idle = sorted((s for s in seen.states if s.id not in first), key=lambda state: state.opened_at, reverse=True)
    states = [*(seen.standing[id_][0] for id_ in first), *idle]
    if not wanted.all:
        states = [state for state in states if wanted.has(state)]
    return Lines(states, lambda state: Line(state, first.get(state.id), whole=True))


def _open(seen: View, wanted: Wanted) -> Sequence[Line]:
    found = _whole(seen, wanted)
    return replace(found, of=[state for state in found.of if state.is_open])


def counted(lines: Sequence[Line]) -> dict[str, int] | None:
    """Of the open escalations on all pages, how many of each severity and for each team."""
    if isinstance(lines, Lines):  # of ten thousand no line is made to count them
        states: Sequence[EscalationState] = cast("Lines[EscalationState]", lines).of
    else:
        states = [line.state for line in lines]
    return counted_states(states)


def counted_states(states: Iterable[EscalationState]) -> dict[str, int] | None:
    """The same of these."""
    states, counts = list(states), dict[str, int]()
    for name in (*SEVERITIES, *TARGETS):
        if count := sum(state.is_open and name in (state.severity, state.target) for state in states):
            counts[name] = count
    return counts or None


def _patterns(seen: View, wanted: Wanted, customers: int) -> list[Line]:
    from escalation.following.patterns import patterns

    found = patterns(seen.states, customers)
    return [
        Line(pattern.parent, pattern=pattern)
        for pattern in found
        if any(wanted.has(one) for one in pattern.escalations)
    ]


def _improvements(seen: View, wanted: Wanted) -> Sequence[Line]:
    from escalation.following.improvements import improvements

    found = improvements(state for state in seen.states if wanted.has(state))
    return [Line(each.escalations[-1], improvement=each) for each in found]


_SELECT: Mapping[ViewName, Callable[[View, Wanted], Sequence[Line]]] = {
    "open": _open,
    "all": _whole,
    "due": _dues,
    "overdue": _overdue,
    "promises": _promises,
    "improvements": _improvements,
}


def rows(lines: Sequence[Line], seen: View, workspace: Workspace, language: Language | None = None) -> dict[str, Any]:
    """The lines as rows, under the names that `Escalations` has for them."""
    from tools.catalog.due_rows import due_row, late_row, names, undated_row
    from tools.catalog.escalation_rows import row
    from tools.catalog.pattern_rows import improvement_row, pattern_row

    ids = (id_ for line in lines for id_ in _named(line))
    name = names(workspace, ids)
    found: dict[str, list[Any]] = {"escalations": [], "dues": [], "patterns": [], "improvements": []}
    for line in lines:
        due = due_row(line.due, line.state, seen.now, name, language) if line.due else None
        if line.whole:
            found["escalations"].append(row(line.state, due))
        elif line.pattern:
            found["patterns"].append(pattern_row(line.pattern, name, language))
        elif line.improvement:
            found["improvements"].append(improvement_row(line.improvement))
        elif line.promise:
            as_row = late_row if line.promise.kept_at else undated_row
            found["dues"].append(as_row(line.promise, line.state, name, language))
        elif due:
            found["dues"].append(due)
    return {key: tuple(value) for key, value in found.items()}


def _named(line: Line) -> tuple[str | None, ...]:
    if line.pattern:
        return line.pattern.unconfirmed
    about = line.due or line.promise
    if about is None:
        return ()
    # What was promised to several names them all.
    return (about.account_id,) if about.account_id else line.state.account_ids


def targets(policy: Policy, target: Target | None, team: str | None) -> frozenset[Target] | None:
    """The teams meant by a target, or by a name that the policy has for one: its channel, tracker project, or a person."""
    if team is None:
        return frozenset({target}) if target else None
    wanted = team.strip().casefold().lstrip("#")
    named: dict[Target, tuple[str | None, ...]] = {id_: (id_,) for id_ in TARGETS}
    named |= {id_: (id_, at.channel, at.tracker_project, *at.people) for id_, at in policy.teams.items()}
    found: frozenset[Target] = frozenset(
        id_ for id_, known in named.items() if wanted in {(each or "").casefold().lstrip("#") for each in known}
    )
    if not found:
        raise NotFound(f"No team answers to {team[:80]!r}.", f"Use target, one of: {', '.join(TARGETS)}.")
    return found & {target} if target else found
