"""Articles: written as a draft first; published only as reviewed, word for word."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from escalation.actions.action import Action, Destination
from escalation.errors import InvalidInput, NotFound
from escalation.records import Article
from tools.acting.local import records
from tools.acting.local.records import SYSTEM, LocalOutlet, NewRecord
from tools.acting.outlet import Receipt, Wanted
from tools.store.outbox import Row
from tools.store.schema import article

_PUBLISHED = "published_under"
_TONGUES = {"en": "en", "zh": "zh-Hans"}


class Drafts(NewRecord):
    """A new draft in the knowledge base; no customer sees it."""

    kind = "article"

    def resolve(self, wanted: Wanted) -> Destination:
        if wanted.to:
            raise InvalidInput("A draft is a new article.", "Leave `to` out, or publish that article.")
        return Destination(system=SYSTEM, id="drafts", name="knowledge base, as a draft")

    def found(self, connection: Connection, key: str, action: Action) -> Receipt | None:
        there = (one for one in records.marked(connection, "article", key) if records.mark_of(one) == key)
        return next((Receipt(one.id, one.body) for one in there if isinstance(one, Article)), None)

    def put(
        self, connection: Connection, key: str, action: Action, who: str, at: datetime, id: str | None = None
    ) -> None:
        ids = connection.execute(select(article.c.id).where(article.c.id.like("KB-%"))).scalars()
        numbers = [int(known[3:]) for known in ids if known[3:].isdecimal()]
        own = records.free(connection, "article", id, f"KB-{max(numbers, default=0) + 1:03d}")
        data: dict[str, Any] = {"id": own, "title": action.title or ""}
        data |= {"body": action.text, "type": "known_issue", "status": "draft", "visibility": "internal"}
        data |= {"updated_at": at.isoformat(), "author": who, "about": action.escalation_id, records.MARK: key}
        data |= {"product_area": action.area, "language": _TONGUES[action.language] if action.language else None}
        data |= {"sources": list(action.links), "has_workaround": action.solves, "mended": bool(action.mended)}
        records.save(connection, "article", data)


class Publication(LocalOutlet):
    """A reviewed draft becomes public, if it still says what was reviewed."""

    def resolve(self, wanted: Wanted) -> Destination:
        there = wanted.workspace.articles([(wanted.to or "").strip()])
        if not there:
            raise NotFound("It is not said which draft is to be published.", "Give the draft's id in `to`.")
        if there[0].status != "draft":
            raise InvalidInput(f"Article {there[0].id} is not a draft: it is {there[0].status}.", "Name a draft.")
        name = f"article {there[0].id} “{there[0].title}”, public"
        return Destination(system=SYSTEM, id=there[0].id, name=name)

    def found(self, connection: Connection, key: str, action: Action) -> Receipt | None:
        there = records.stored(connection, "article", action.destination.id)
        if not isinstance(there, Article) or (there.model_extra or {}).get(_PUBLISHED) != key:
            return None
        return Receipt(there.id, there.body)

    def stands(self, connection: Connection, row: Row) -> bool:
        """Also where the knowledge base has gone on from there: archived or outdated, or taken back to a draft later."""
        there = records.stored(connection, "article", row.action.destination.id)
        if isinstance(there, Article) and (there.status != "draft" or _later(there.updated_at, row.sent_at)):
            return True
        return super().stands(connection, row)

    def put(
        self, connection: Connection, key: str, action: Action, who: str, at: datetime, id: str | None = None
    ) -> None:
        data = records.changed(connection, "article", action.destination.id)
        if data.get("body") != action.text:
            raise InvalidInput("The draft was changed after it was proposed.", "Have it reviewed, and propose it anew.")
        if (status := data.get("status")) != "draft":
            raise InvalidInput(f"The article is {status or 'published'} by now.", "Draft it anew if it is still right.")
        data |= {"status": "published", "visibility": "public", "updated_at": at.isoformat(), "reviewed_by": who}
        records.save(connection, "article", {**data, _PUBLISHED: key})


def _later(changed: datetime | None, sent: datetime | None) -> bool:
    return changed is not None and sent is not None and changed > sent
