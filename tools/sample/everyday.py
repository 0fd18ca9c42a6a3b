"""The everyday records around the stories: varied, seeded, and about other things than the stories are."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import cast

from opencc import OpenCC

from tools.sample.clock import NOW, rfc3339, serial
from tools.sample.contracts import Row, ticket_sla
from tools.sample.customers import BACKGROUND, FIRST, REGIONS, Region, columns, read_table
from tools.sample.draw import Draw
from tools.sample.rows import article, item
from tools.sample.stories import Records

TICKETS, ROOT_MESSAGES = 580, 150
_KEPT_FOR_STORIES = frozenset({"xyz-tech", "abc-tech", "def-co", "ghi-tech", "fjordbank", "qiheng-sec"})
_AGENTS = {"US": "Priya Raman", "EU": "Jonas Weber", "CN": "陈晓", "TW": "林婉", "HK": "林婉", "JP": "陈晓"}
_COLLEAGUES = ("陈晓", "林婉", "周晨")
_ENGINEERS = ("Mei-Lin Zhou", "Sam Adeyemi", "Yusuf Demir", "Arjun Nair", "Nadia Petrov")


class Everyday:
    """Draws the background with one seeded generator, so that the same company comes out each time."""

    def __init__(self, told: Records, seed: int) -> None:
        self._draw = Draw(seed)
        self._records = told
        self._traditional = cast("Callable[[str], str]", OpenCC("s2twp").convert)  # pyright: ignore[reportUnknownMemberType]
        self._words = read_table("words.toml")
        self._topics: list[Row] = [
            topic
            for path in sorted(BACKGROUND.glob("*_*.toml"))
            for topic in tomllib.loads(path.read_text("utf-8"))["topics"]
        ]
        self._taken = {row["id"] for row in [*told.tickets, *told.chat]}
        self._links: dict[str, str] = {}

    def _id(self, prefix: str, at: datetime) -> str:
        number = serial(at)
        while f"{prefix}-{number}" in self._taken:
            number += 1
        self._taken.add(f"{prefix}-{number}")
        return f"{prefix}-{number}"

    def add(self) -> None:
        """Add tracker items, tickets, articles and chat to the records, links both ways."""
        self._add_items()
        owners = [
            row for row in self._records.accounts if row["id"] not in _KEPT_FOR_STORIES and row["plan"] != "Trial"
        ]
        self._records.tickets += [self._ticket(owners, self._draw.pick(self._topics)) for _ in range(TICKETS)]
        self._add_articles()
        self._add_chat(owners)

    def _add_items(self) -> None:
        number = 1500
        wanted = [(t["area"], t["type"], "open", t["item"]) for t in self._topics if "item" in t]
        for component, kind, status, title in [*wanted, *map(tuple, columns("tracker.toml"))]:
            number += self._draw.between(3, 11)
            at = FIRST + timedelta(days=self._draw.between(0, 330), hours=self._draw.between(7, 16))
            key = f"{'PROD' if kind == 'feature' else 'ENG'}-{number if kind != 'feature' else number - 1300}"
            row: Row = {
                "id": key,
                "title": title,
                "body": f"{title}.",
                "type": kind,
                "status": status,
                "priority": self._draw.pick(["low", "normal", "normal"]),
                "at": at.strftime("%Y-%m-%d %H:%M"),
                "component": component,
                "fixed_in": f"{at.year}.{at.month}.{self._draw.between(1, 4)}"
                if (status, kind) == ("done", "bug")
                else None,
                "assignee": self._draw.pick(_ENGINEERS),
            }
            self._links[title] = key
            self._records.tracker.append(item(row))

    def _said(self, text: str, script: str, name: str, slots: Row) -> str:
        out = text.format(name=name, **slots)
        return self._traditional(out) if script == "zh-Hant" else out

    def _slots(self, spoken: str) -> Row:
        words = self._words[spoken]
        drawn: Row = {name: self._draw.pick(words[name + "s"]) for name in ("project", "person", "moment")}
        return {**drawn, "n": self._draw.between(3, 48)}

    def _customer_and_moment(self, owners: Sequence[Row]) -> tuple[Row, datetime]:
        """Somebody who was a customer already, at an hour when people work there."""
        days = (NOW - FIRST).days - 1
        while True:
            owner = self._draw.pick(owners)
            opens = timedelta(days=self._draw.between(0, days), hours=REGIONS[owner["region"]].opens_utc)
            at = FIRST + opens + timedelta(minutes=self._draw.between(0, 420))
            if at.weekday() < 5 and at.date().isoformat() > owner["signup_date"]:
                return owner, at

    def _ticket(self, owners: Sequence[Row], topic: Row) -> Row:
        owner, created = self._customer_and_moment(owners)
        language: str = owner["language"]
        spoken = "en" if language == "en" else "zh"
        words, texts = self._words[spoken], topic[spoken]
        slots = self._slots(spoken)
        person = owner["contacts"][0]
        agent, known = _AGENTS[owner["region"]], not self._draw.chance(0.02)

        def say(text: str) -> str:
            return self._said(text, language, person["name"].split(" ")[0], slots)

        key = self._id("T", created)
        told: list[tuple[str, str, str]] = [
            (agent, "agent", say(self._draw.pick(words["hello"]) + texts[3])),
            (person["name"], "customer", say(texts[4])),
            *([(agent, "internal", say(texts[5]))] if self._draw.chance(0.45) else []),
            *([(agent, "agent", say(self._draw.pick(words["waiting"])))] if self._draw.chance(0.2) else []),
            (agent, "agent", say(texts[6])),
            *([(person["name"], "customer", say(self._draw.pick(words["thanks"])))] if self._draw.chance(0.7) else []),
        ]
        comments = self._comments(key, created, told, REGIONS[owner["region"]])
        answered = len(comments) == len(told)
        status = self._status(created, answered=answered)
        done = status in {"solved", "closed"}
        priority = self._draw.pick(["low", "normal", "normal", "normal", "high"])
        linked = self._link(topic, key) if known and self._draw.chance(0.5) else []
        return {
            "id": key,
            "account_id": owner["id"] if known else None,
            "requester": {"name": person["name"], "email": person["email"] if known else f"{key.lower()}@mail.example"},
            "channel": self._draw.pick(["email", "email", "web", "chat", "phone"]),
            "subject": say(texts[int(self._draw.chance(0.5))]),
            "description": say(
                (" " if spoken == "en" else "").join(
                    filter(None, [self._draw.pick(words["greeting"]) + texts[2], self._draw.pick(words["setting"])])
                )
            ),
            "language": language,
            "product_area": topic["area"],
            "type": topic["type"],
            "priority": priority,
            "status": status,
            "tier": "L2" if linked else "L1",
            "created_at": rfc3339(created),
            "updated_at": comments[-1]["at"] if comments else rfc3339(created),
            "first_response_at": comments[0]["at"] if comments else None,
            "solved_at": comments[-1]["at"] if done else None,
            "sla": ticket_sla({"priority": priority, "type": topic["type"]}, owner if known else None, created),
            "tags": [topic["area"]],
            "linked_tracker": linked,
            "linked_kb": [],
            "merged_into": None,
            "csat": self._draw.pick(["good", "good", "good", "bad", None, None]) if done else None,
            "comments": comments,
            "affected_users": self._draw.between(1, 30) if self._draw.chance(0.3) else None,
        }

    def _comments(self, key: str, created: datetime, told: list[tuple[str, str, str]], region: Region) -> list[Row]:
        rows: list[Row] = []
        late = self._draw.chance(0.05)
        at = created + (
            timedelta(hours=self._draw.between(26, 40)) if late else timedelta(minutes=self._draw.between(9, 170))
        )
        for number, (author, role, body) in enumerate(told, start=1):
            if at > NOW:
                break
            public = role != "internal"
            row = {
                "id": f"{key}-{number}",
                "author": author,
                "role": role,
                "at": rfc3339(at),
                "public": public,
                "body": body,
            }
            rows.append(row)
            at = self._office(at + timedelta(minutes=self._draw.between(15, 400)), region)
        return rows

    def _office(self, at: datetime, region: Region) -> datetime:
        """The next moment people are at work there: evenings and weekends wait for the morning."""
        opens = at.replace(hour=region.opens_utc, minute=self._draw.between(0, 59))
        if at.hour < region.opens_utc or at.hour > region.opens_utc + 9:
            at = opens if at.hour < region.opens_utc else opens + timedelta(days=1)
        return at + timedelta(days=max(0, 7 - at.weekday())) if at.weekday() > 4 else at

    def _status(self, created: datetime, *, answered: bool) -> str:
        if not answered:
            return "open"
        if NOW - created > timedelta(days=14):
            return "closed"
        return self._draw.pick(["open", "pending", "solved", "solved"])

    def _link(self, topic: Row, key: str) -> list[str]:
        item_id = self._links.get(topic.get("item", ""))
        if item_id is None:
            return []
        target = next(row for row in self._records.tracker if row["id"] == item_id)
        target["linked_tickets"].append(key)
        return [item_id]

    def _add_articles(self) -> None:
        number = 200
        for topic in self._topics:
            if "kb" not in topic:
                continue
            title, body, zh_title, zh_body = topic["kb"]
            hant = (self._traditional(zh_title), self._traditional(zh_body))
            for language, texts in (("en", (title, body)), ("zh-Hans", (zh_title, zh_body)), ("zh-Hant", hant)):
                number += self._draw.between(1, 3)
                day = FIRST + timedelta(days=self._draw.between(0, 340))
                row: Row = {
                    "id": f"KB-{number}",
                    "title": texts[0],
                    "body": texts[1],
                    "area": topic["area"],
                    "type": self._draw.pick(["howto", "faq", "troubleshooting"]),
                    "language": language,
                    "updated": day.strftime("%Y-%m-%d 09:00"),
                    "tags": [topic["area"]],
                    "has_workaround": topic["type"] == "bug",
                }
                self._records.kb.append(article(row))

    def _add_chat(self, owners: Sequence[Row]) -> None:
        areas = sorted({topic["area"] for topic in self._topics})
        for _ in range(ROOT_MESSAGES):
            owner, at = self._customer_and_moment(owners)
            topic, spoken = self._draw.pick(self._topics), "en" if owner["language"] == "en" else "zh"
            words, slots = self._words[f"chat_{spoken}"], self._slots(spoken)
            subject = topic[spoken][int(self._draw.chance(0.5))].format(**slots).rstrip("?")
            about_ticket = self._draw.chance(0.7)
            line = self._draw.pick(words["plain"] if about_ticket else words["news"])
            text = line.format(account=owner["name"], area=self._draw.pick(areas), subject=subject)
            channel = "#support" if about_ticket else self._draw.pick(["#customer-success", "#docs"])
            root = self._message(channel, at, _AGENTS[owner["region"]], text, None)
            if self._draw.chance(0.5):
                later = min(at + timedelta(minutes=self._draw.between(2, 90)), NOW)
                answer = topic[spoken][5].format(**slots) if about_ticket else self._draw.pick(words["replies"])
                self._message(
                    channel, later, self._draw.pick(_ENGINEERS if spoken == "en" else _COLLEAGUES), answer, root
                )

    def _message(self, channel: str, at: datetime, author: str, text: str, thread_of: str | None) -> str:
        key = self._id("m", at)
        row: Row = {"id": key, "channel": channel, "at": rfc3339(at), "author": author, "text": text}
        self._records.chat.append({**row, "thread_of": thread_of, "mentions": []})
        return key
