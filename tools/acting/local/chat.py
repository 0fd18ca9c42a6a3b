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


def _named(channels: list[str]) -> str:
    return ", ".join(channels[:_SHOWN]) or "none yet"


class Channel(LocalOutlet):
    """The channel of the escalation's target team, or one named that the workspace knows.

    A team without a channel in the policy gets one of the workspace's own, `#escalations-<target>`.
    """

    def resolve(self, wanted: Wanted) -> Destination:
        team = wanted.policy.teams.get(wanted.state.target) if wanted.state.target else None
        target = wanted.state.target
        usual = (team.channel if team else None) or (f"#escalations-{target}" if target else None)
        teams = {each.channel for each in wanted.policy.teams.values() if each.channel}
        there = self._channels()
        known = [*dict.fromkeys((*((usual,) if usual else ()), *sorted(teams), *there))]
        name = wanted.to or usual
        if name is None:
            raise InvalidInput("No team was decided on, so there is no channel.", f"Name one in `to`: {_named(known)}.")
        fits = {each for each in known if each.lstrip("#") == name.strip().lstrip("#")}
        if len(fits) != 1:
            raise InvalidInput(f"There is no channel {name[:80]!r}.", f"Name one of: {_named(known)}.")
        found = fits.pop()
        # A channel that is chosen by name stays it when another team gets the matter; the team's own goes with the team.
        chosen = wanted.to is not None and found in {*teams, *there}
        return Destination(system=SYSTEM, id=found, name=found, team=None if chosen else target)

    def _channels(self) -> list[str]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(message.c.channel).distinct().order_by(message.c.channel)).scalars())

    def found(self, connection: Connection, key: str, action: Action) -> Receipt | None:
        there = records.stored(connection, "message", key)
        return Receipt(key, there.text) if isinstance(there, Message) else None

    def put(
        self, connection: Connection, key: str, action: Action, who: str, at: datetime, id: str | None = None
    ) -> None:
        data = {"id": key, "channel": action.destination.id, "at": at.isoformat(), "author": who, "text": action.text}
        records.save(connection, "message", {**data, records.MARK: key})
