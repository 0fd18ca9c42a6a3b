"""Posting to a team's channel: one message in the workspace's chat."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from escalation.actions.action import Action, Destination
from escalation.errors import InvalidInput
from escalation.records import Message
from tools.acting.local import records
from tools.acting.local.records import SYSTEM, LocalOutlet
from tools.acting.outlet import Receipt, Wanted
from tools.store.schema import message

_SHOWN = 12


class Channel(LocalOutlet):
    """The channel of the escalation's target team, or one named that the workspace knows.

    A team without a channel in the policy gets one of the workspace's own, `#escalations-<target>`.
    """

    def resolve(self, wanted: Wanted) -> Destination:
        team = wanted.policy.teams.get(wanted.state.target) if wanted.state.target else None
        name = wanted.to or (team.channel if team else None)
        if name is None and wanted.state.target is not None:
            own = f"#escalations-{wanted.state.target}"
            return Destination(system=SYSTEM, id=own, name=own, team=wanted.state.target)
        if name is None:
            raise InvalidInput("No team was decided on, so there is no channel.", f"Name one in `to`: {self._known()}.")
        teams = {each.channel for each in wanted.policy.teams.values() if each.channel}
        fits = {each for each in teams | set(self._channels()) if each.lstrip("#") == name.strip().lstrip("#")}
        if len(fits) != 1:
            raise InvalidInput(f"There is no channel {name[:80]!r}.", f"Name one of: {self._known()}.")
        found = fits.pop()
        return Destination(system=SYSTEM, id=found, name=found, team=None if wanted.to else wanted.state.target)

    def _channels(self) -> list[str]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(message.c.channel).distinct().order_by(message.c.channel)).scalars())

    def _known(self) -> str:
        return ", ".join(self._channels()[:_SHOWN]) or "none yet"

    def found(self, connection: Connection, key: str, action: Action) -> Receipt | None:
        there = records.stored(connection, "message", key)
        return Receipt(key, there.text) if isinstance(there, Message) else None

    def put(
        self, connection: Connection, key: str, action: Action, who: str, at: datetime, id: str | None = None
    ) -> None:
        data = {"id": key, "channel": action.destination.id, "at": at.isoformat(), "author": who, "text": action.text}
        records.save(connection, "message", {**data, records.MARK: key})
