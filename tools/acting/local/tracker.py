"""The tracker: a new item in a project, or a link and a note on one that is there."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from escalation.actions.action import Action, Destination
from escalation.errors import InvalidInput, NotFound
from escalation.records import TrackerComment, TrackerItem
from tools.acting.local import records
from tools.acting.local.records import SYSTEM, LocalOutlet, NewRecord
from tools.acting.outlet import Receipt, Wanted
from tools.store.schema import item

_ID = re.compile(r"(.+)-(\d+)")


class NewItems(NewRecord):
    """A bug in the target team's project, or in one named that the tracker knows."""

    kind = "item"

    def resolve(self, wanted: Wanted) -> Destination:
        team = wanted.policy.teams.get(wanted.state.target) if wanted.state.target else None
        name = (wanted.to or (team.tracker_project if team else None) or "").strip()
        with self.engine.connect() as connection:
            known = set(_numbers(connection))
        known |= {each.tracker_project for each in wanted.policy.teams.values() if each.tracker_project}
        if name not in known:
            said = f"There is no project {name[:80]!r}." if name else "No project is known for this team."
            raise InvalidInput(said, f"Name one in `to`: {', '.join(sorted(known)) or 'none yet'}.")
        owner = None if wanted.to else wanted.state.target
        return Destination(system=SYSTEM, id=name, name=f"project {name}", team=owner)

    def found(self, connection: Connection, key: str, action: Action) -> Receipt | None:
        there = (one for one in records.marked(connection, "item", key) if records.mark_of(one) == key)
        return next((Receipt(one.id, one.body) for one in there if isinstance(one, TrackerItem)), None)

    def put(
        self, connection: Connection, key: str, action: Action, who: str, at: datetime, id: str | None = None
    ) -> None:
        project = action.destination.id
        number = max(_numbers(connection).get(project, [0])) + 1
        own = records.free(connection, "item", id, f"{project}-{number}")
        data: dict[str, Any] = {"id": own, "title": action.title or "", "body": action.text}
        data |= {"type": "bug", "status": "open", "created_at": at.isoformat(), "updated_at": at.isoformat()}
        data |= {"linked_tickets": list(action.links), "reporter": who, records.MARK: key}
        records.save(connection, "item", data)


class Links(LocalOutlet):
    """The escalation's tickets put on an item, with a note."""

    def resolve(self, wanted: Wanted) -> Destination:
        found = wanted.workspace.items([(wanted.to or "").strip()])
        if not found:
            raise NotFound(
                f"There is no tracker item {(wanted.to or '')[:80]!r}.", "Give an id from search_discussions in `to`."
            )
        return Destination(system=SYSTEM, id=found[0].id, name=f"{found[0].id} “{found[0].title}”")

    def found(self, connection: Connection, key: str, action: Action) -> Receipt | None:
        there = records.stored(connection, "item", action.destination.id)
        comments = there.comments if isinstance(there, TrackerItem) else ()
        notes = (each for each in comments if isinstance(each, TrackerComment) and records.mark_of(each) == key)
        return next((Receipt(action.destination.id, note.body) for note in notes), None)

    def put(
        self, connection: Connection, key: str, action: Action, who: str, at: datetime, id: str | None = None
    ) -> None:
        data = records.changed(connection, "item", action.destination.id)
        note = {"author": who, "at": at.isoformat(), "body": action.text, records.MARK: key}
        data["comments"] = [*data.get("comments", ()), note]
        data["linked_tickets"] = list(dict.fromkeys([*data.get("linked_tickets", ()), *action.links]))
        data["updated_at"] = records.later(data.get("updated_at"), at)
        records.save(connection, "item", data)


def _numbers(connection: Connection) -> dict[str, list[int]]:
    """Numbers in use, by project."""
    found: dict[str, list[int]] = {}
    for id in connection.execute(select(item.c.id)).scalars():
        if parts := _ID.fullmatch(id):
            found.setdefault(parts[1], []).append(int(parts[2]))
    return found
