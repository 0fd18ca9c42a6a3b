"""The embedded workspace as a place to act on: real records of its own, so that the whole loop runs with no account."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from tools.acting.local.articles import Drafts, Publication
from tools.acting.local.chat import Channel
from tools.acting.local.reminders import Reminders
from tools.acting.local.tickets import Replies
from tools.acting.local.tracker import Links, NewItems
from tools.acting.outlet import Outlets


def local_outlets(engine: Engine, reminders: Path) -> Outlets:
    """An outlet for every kind of action; `reminders` is the folder that calendar files are put into."""
    return {
        "post_to_channel": Channel(engine),
        "reply_to_customer": Replies(engine),
        "create_tracker_item": NewItems(engine),
        "link_tracker_item": Links(engine),
        "reminder": Reminders(reminders),
        "draft_article": Drafts(engine),
        "publish_article": Publication(engine),
    }
