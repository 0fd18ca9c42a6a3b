"""The register on disk: events appended one after the other, never rewritten, one order for all processes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, func, select

from escalation.evidence import Evidence
from escalation.register.events import Event, What
from escalation.register.state import EscalationState, fold
from tools.store import rows
from tools.store.documents import parts
from tools.store.engine import writing
from tools.store.folding import Folded
from tools.store.schema import event as table

_ANY = select(table.c.seq).where(table.c.escalation_id == bindparam("id")).limit(1)
_LINKS = ("ticket_ids", "item_ids", "account_ids", "concepts")

States = list[EscalationState]


class AlreadyOpen(Exception):
    """Somebody else opened an escalation of the same issue a moment ago: look again and join it."""


@dataclass(frozen=True)
class Together:
    """One transaction on one escalation's record, open for other rows that must stand or fall with its events."""

    connection: Connection
    escalation_id: str
    folded: Folded = field(default_factory=Folded, repr=False)

    def append(
        self, what: What, *, who: str, at: datetime, why: str | None = None, data: Mapping[str, Any] = {}
    ) -> Event:
        """As `Register.append`, within the transaction."""
        said: dict[str, Any] = {"who": who, "at": at, "what": what, "why": why, "data": rows.checked(what, data)}
        seq = rows.append(self.connection, escalation_id=self.escalation_id, **said)
        return Event(seq=seq, escalation_id=self.escalation_id, **said)

    def beside(self, escalation_id: str) -> Together:
        """The same transaction on another escalation's record."""
        return Together(self.connection, escalation_id, self.folded)

    def events(self) -> list[Event]:
        """The escalation's whole record as it is now."""
        return rows.of_one(self.connection, self.escalation_id)

    def state(self) -> EscalationState | None:
        """Where the escalation stands at this point of the transaction."""
        return self.folded.whole(self.connection, self.escalation_id, keep=False)


class Register:
    """All escalations of a store. Every method raises `WorkspaceUnusable` when the store cannot be read or written.

    What a method that writes has returned is on disk: neither a killed process nor a power cut takes it back.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # Read anew, every open escalation would cost each call.
        self._folded = Folded()

    @property
    def engine(self) -> Engine:
        """The store it is in."""
        return self._engine

    def open(
        self,
        *,
        issue: str,
        who: str,
        at: datetime,
        why: str | None = None,
        evidence: Sequence[Evidence] = (),
        unless: Callable[[States], object] | None = None,
        more: Callable[[Together], None] | None = None,
        **data: Any,
    ) -> str:
        """Put a new escalation on the record and return its id ("ESC-0007"), unique in this store.

        `data` are further fields of `escalation.register.events.Opened`: account_ids, ticket_ids, item_ids, concepts, decision,
        severity, target, language. Raises `InvalidInput` when they cannot be read. `unless` is asked, while nobody else can
        write, about the open escalations with something in common; when it answers yes, nothing is opened: `AlreadyOpen`.
        `more` puts further events on its record in the same transaction: they are there with it, or it is not there.
        """
        opened = rows.checked("opened", {"issue": issue, **data})
        found = {"evidence": [one.model_dump(mode="json") for one in evidence]}
        with writing(self._engine) as connection:
            rows.lock(connection)
            if unless is not None and unless(self._like(connection, data)):
                raise AlreadyOpen
            id_ = f"ESC-{rows.lock(connection, take=1):04d}"
            rows.append(connection, escalation_id=id_, at=at, who=who, what="opened", why=why, data=opened)
            if evidence:
                rows.append(connection, escalation_id=id_, at=at, who=who, what="evidence_added", why=None, data=found)
            if more is not None:
                more(Together(connection, id_, self._folded))
        return id_

    def append(
        self,
        escalation_id: str,
        what: What,
        *,
        who: str,
        at: datetime,
        why: str | None = None,
        data: Mapping[str, Any] = {},
    ) -> Event:
        """Put one event on the record. Raises `NotFound` for an unknown id, `InvalidInput` for data the event cannot hold."""
        checked = rows.checked(what, data)
        with writing(self._engine) as connection:
            rows.lock(connection)
            self._known(connection, escalation_id)
            seq = rows.append(connection, escalation_id=escalation_id, at=at, who=who, what=what, why=why, data=checked)
        return Event(seq=seq, escalation_id=escalation_id, at=at, who=who, what=what, why=why, data=checked)

    def decide(
        self,
        escalation_id: str,
        what: What,
        deciding: Callable[[EscalationState, list[Event]], Mapping[str, Any]],
        *,
        who: str,
        at: datetime,
        why: str | None = None,
    ) -> Event:
        """Put one event on the record whose data follows from where the escalation stands, and from its record so far (both
        without evidence and brief).

        `deciding` is asked while nobody else can write, so that what it finds is still true when the event is recorded; what
        it raises is raised here and nothing is recorded. Raises what `append` raises.
        """
        with writing(self._engine) as connection:
            rows.lock(connection)
            log = rows.told(connection, escalation_id)
            state = fold(log)
            if state is None:
                raise rows.unknown(escalation_id)
            data = rows.checked(what, deciding(state, log))
            seq = rows.append(connection, escalation_id=escalation_id, at=at, who=who, what=what, why=why, data=data)
        return Event(seq=seq, escalation_id=escalation_id, at=at, who=who, what=what, why=why, data=data)

    def append_if(
        self,
        escalation_id: str,
        what: What,
        doing: Callable[[Connection], bool],
        *,
        who: str,
        at: datetime,
        data: Mapping[str, Any],
    ) -> bool:
        """Put one event on the record together with what `doing` does in the same transaction; nothing when it says no."""
        with writing(self._engine) as connection:
            rows.lock(connection)
            if not doing(connection):
                return False
            rows.append(
                connection,
                escalation_id=escalation_id,
                at=at,
                who=who,
                what=what,
                why=None,
                data=rows.checked(what, data),
            )
        return True

    def since(self, seq: int) -> dict[str, int]:
        """The last event of each escalation that has one after `seq`, but for evidence and briefs: what a reader who knew
        all up to `seq` has to read again."""
        last = select(table.c.escalation_id, func.max(table.c.seq)).where(
            table.c.seq > seq, table.c.what.not_in(rows.LONG)
        )
        with self._engine.connect() as connection:
            return dict(connection.execute(last.group_by(table.c.escalation_id)).all())

    def histories(self, ids: Iterable[str]) -> Iterator[list[Event]]:
        """The records of these escalations one by one, oldest event first, without evidence and briefs."""
        with self._engine.connect() as connection:
            for part in parts(sorted(ids)):
                yield from (list(events) for _, events in rows.grouped(connection, part))

    @contextmanager
    def together(self, escalation_id: str) -> Generator[Together]:
        """Several events and other rows in one transaction, while nobody else writes. Raises `NotFound` for an unknown id."""
        with writing(self._engine) as connection:
            rows.lock(connection)
            self._known(connection, escalation_id)
            yield Together(connection, escalation_id, self._folded)

    def event(self, seq: int) -> Event | None:
        """One line of the record by its place; None when there is none."""
        with self._engine.connect() as connection:
            return rows.one(connection, seq)

    def events(self, escalation_id: str) -> list[Event]:
        """The whole record of one escalation, oldest first. Raises `NotFound`."""
        with self._engine.connect() as connection:
            if not (found := rows.of_one(connection, escalation_id)):
                raise rows.unknown(escalation_id)
        return found

    def state(self, escalation_id: str) -> EscalationState:
        """Where one escalation stands. Raises `NotFound`."""
        with self._engine.connect() as connection:
            state = self._folded.whole(connection, escalation_id, keep=True)
        if state is None:
            raise rows.unknown(escalation_id)
        return state

    def list(self, *, open_only: bool = False, account_id: str | None = None, target: str | None = None) -> States:
        """Escalations, latest opened first, without their evidence and brief (`state` has those)."""
        with self._engine.connect() as connection:
            states = self._states(connection, open_only=open_only)
        return [
            state for state in states if account_id in (None, *state.account_ids) and target in (None, state.target)
        ]

    def find_open(
        self,
        *,
        ticket_ids: Iterable[str] = (),
        item_ids: Iterable[str] = (),
        account_ids: Iterable[str] = (),
        concepts: Iterable[str] = (),
    ) -> States:
        """Open escalations of the same issue: they share a ticket or a tracker item, or both an account and a concept.

        Those with most in common come first, the latest opened among equals.
        """
        links = {"ticket_ids": ticket_ids, "item_ids": item_ids, "account_ids": account_ids, "concepts": concepts}
        with self._engine.connect() as connection:
            return self._like(connection, links)

    def _like(self, connection: Connection, links: Mapping[str, Iterable[str]]) -> States:
        """Open escalations with something in common, most first."""
        wanted = {name: set(links.get(name, ())) for name in _LINKS}
        ranked = [(rows.shared(state, wanted), state) for state in self._states(connection, open_only=True)]
        return [state for shared, state in sorted(ranked, key=lambda pair: -pair[0]) if shared]

    def _states(self, connection: Connection, *, open_only: bool) -> States:
        """Escalations without their evidence and brief, latest opened first."""
        last = dict(connection.execute(rows.LAST_OF_OPEN if open_only else rows.LAST).all())
        known = self._folded.briefly(connection, last)
        states = (known[id_] for id_ in sorted(known))
        return sorted(states, key=lambda state: state.opened_at, reverse=True)

    @staticmethod
    def _known(connection: Connection, escalation_id: str) -> None:
        if connection.execute(_ANY, {"id": escalation_id}).first() is None:
            raise rows.unknown(escalation_id)
