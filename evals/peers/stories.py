"""The tickets that fill the peers: retold after public bug reports (`after` names them), as events in the order of time."""

from __future__ import annotations

import tomllib
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, TypeAdapter

_HERE = Path(__file__).parent


class Person(BaseModel):
    """A customer's employee; without a company, someone who writes for themselves."""

    name: str
    email: str
    company: str = ""


class Post(BaseModel):
    """One message on a ticket: by "staff", by the "customer", or "internal" between staff."""

    at: datetime
    by: str
    text: str


class Story(BaseModel):
    at: datetime
    who: str
    queue: str
    priority: str
    status: str
    subject: str
    text: str
    after: str
    thread: tuple[Post, ...] = ()


Event = tuple[datetime, int, Post | None]
"""When, which story (by place), and the message; None opens the ticket."""


def people() -> dict[str, Person]:
    return TypeAdapter(dict[str, Person]).validate_python(tomllib.loads((_HERE / "people.toml").read_text("utf-8")))


def stories() -> list[Story]:
    """In the order in which they were opened."""
    lines = (_HERE / "tickets.jsonl").read_text("utf-8").splitlines()
    return sorted((Story.model_validate_json(line) for line in lines), key=lambda story: story.at)


def events(tickets: list[Story]) -> list[Event]:
    """Everything that happens, in the order of time: the server's clock must never run backwards."""
    found: list[Event] = [(story.at, place, None) for place, story in enumerate(tickets)]
    found += [(post.at, place, post) for place, story in enumerate(tickets) for post in story.thread]
    return sorted(found, key=lambda event: event[:2])
