"""A workspace of any size, the same for the same seed, with planted clusters: what speed and memory are measured on.

It is written as a stream, so its size costs disk and not memory. Sample data for people lives elsewhere; this is ballast.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from evals.big_vocabulary import ANSWERS, AREAS, CJK_FIRST, CJK_SECOND, ERRORS, FIRST, SECOND, Area

NOW = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)
"""The workspace's pinned clock."""

_DAYS = 365
_TICKETS_PER_ACCOUNT = 50
_EVERY_NTH_PLANTED = 500
_PLANTED_ACCOUNTS = 7


@dataclass
class Cluster:
    """One planted issue: an error string that no other ticket has, and the tickets and accounts that show it."""

    area: Area
    error: str
    item_id: str
    account_ids: tuple[str, ...]
    ticket_ids: list[str] = field(default_factory=list[str])

    @property
    def issue(self) -> str:
        """What a support agent would type about it."""
        return f"{self.area.endpoint} keeps failing with {self.error}"


def write(folder: Path, tickets: int = 100_000, seed: int = 1) -> list[Cluster]:
    """Write the workspace files (design.md §7) into `folder` and return what was planted.

    One ticket in 500 belongs to a cluster; accounts are a fiftieth of the tickets, at least ten. Each ticket has 2 to 4
    comments.
    """
    random = Random(seed)  # noqa: S311
    folder.mkdir(parents=True, exist_ok=True)
    accounts = max(10, tickets // _TICKETS_PER_ACCOUNT)
    clusters = _clusters(random, accounts, max(1, tickets // 10_000))
    header = {"company": "Ballast", "now": _rfc(NOW), "languages": ["en", "zh"]}
    (folder / "workspace.json").write_text(json.dumps(header), "utf-8")
    _lines(folder / "accounts.jsonl", (_account(random, number) for number in range(accounts)))
    _lines(folder / "tickets.jsonl", (_ticket(random, number, accounts, clusters) for number in range(tickets)))
    _lines(folder / "kb.jsonl", (_article(random, number) for number in range(max(12, tickets // 500))))
    _lines(folder / "chat.jsonl", (_message(random, number, clusters) for number in range(max(20, tickets // 50))))
    _lines(folder / "tracker.jsonl", _items(random, clusters, max(12, tickets // 200)))
    return clusters


def _lines(path: Path, records: Iterator[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)


def _rfc(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _ago(random: Random, days: float) -> datetime:
    return NOW - timedelta(seconds=random.randrange(int(days * 86_400)))


def _clusters(random: Random, accounts: int, count: int) -> list[Cluster]:
    return [
        Cluster(
            area=AREAS[number % len(AREAS)],
            error=f"ERR_{random.choice(ERRORS).upper()}_{random.randrange(10_000, 99_999)}",
            item_id=f"BUG-{number + 1}",
            account_ids=tuple(f"acc-{one}" for one in random.sample(range(accounts), min(_PLANTED_ACCOUNTS, accounts))),
        )
        for number in range(count)
    ]


def _account(random: Random, number: int) -> dict[str, Any]:
    chinese = number % 3 == 0
    name = (
        f"{random.choice(CJK_FIRST)}{random.choice(CJK_FIRST)}{random.choice(CJK_SECOND)}{number}"
        if chinese
        else f"{random.choice(FIRST)} {random.choice(SECOND)} {number}"
    )
    plan = random.choice(("Enterprise", "Professional", "Professional", "Trial"))
    return {
        "id": f"acc-{number}",
        "name": name,
        "domain": f"customer{number}.example",
        "plan": plan,
        "arr_usd": None if plan == "Trial" else random.randrange(6, 500) * 1_000,
        "language": "zh" if chinese else "en",
        "renewal_date": (NOW + timedelta(days=random.randrange(1, 365))).date().isoformat(),
        "sla": {"first_response_h": random.choice((1, 4, 8)), "resolution_h": {"urgent": 8, "high": 24, "normal": 72}},
        "contacts": [{"name": f"Contact {number}", "email": f"it@customer{number}.example", "role": "IT"}],
    }


def _ticket(random: Random, number: int, accounts: int, clusters: list[Cluster]) -> dict[str, Any]:
    cluster = random.choice(clusters) if number % _EVERY_NTH_PLANTED == 0 else None
    area = cluster.area if cluster else random.choice(AREAS)
    language = random.choice(tuple(area.troubles))
    values = {
        "endpoint": area.endpoint
        if cluster or random.random() < 0.3
        else f"/v2/{random.choice(ERRORS)}/{number % 400}",
        "error": cluster.error if cluster else f"{random.choice(ERRORS)} {random.randrange(100, 600)}",
        "n": random.randrange(2, 900),
    }
    # A planted ticket must show its error string, so it takes the trouble that names one.
    subject, sentence = area.troubles[language][0] if cluster else random.choice(area.troubles[language])
    created = _ago(random, 20 if cluster else _DAYS)
    solved = None if cluster or random.random() < 0.2 else created + timedelta(hours=random.randrange(1, 200))
    account = random.choice(cluster.account_ids) if cluster else f"acc-{random.randrange(accounts)}"
    record: dict[str, Any] = {
        "id": f"T-{number}",
        "account_id": account,
        "subject": subject.format(**values),
        "description": f"{sentence.format(**values)} {values['error']}",
        "language": language,
        "product_area": area.id,
        "priority": random.choice(("low", "normal", "normal", "high", "urgent")),
        "status": "open" if solved is None else "solved",
        "created_at": _rfc(created),
        "updated_at": _rfc(solved or created),
        "first_response_at": _rfc(created + timedelta(minutes=random.randrange(5, 900))),
        "sla": {"resolution_due": _rfc(created + timedelta(hours=72))},
        "tags": [area.id, random.choice(("web", "mobile", "desktop"))],
        "comments": list(_comments(random, number, language, created)),
    }
    if solved is not None:
        record["solved_at"] = _rfc(solved)
    if cluster:
        record["linked_tracker"] = [cluster.item_id]
        cluster.ticket_ids.append(record["id"])
    return record


def _comments(random: Random, number: int, language: str, created: datetime) -> Iterator[dict[str, Any]]:
    at = created
    for index in range(random.randrange(2, 5)):
        at += timedelta(minutes=random.randrange(5, 600))
        yield {
            "id": f"T-{number}-{index}",
            "author": "Support" if index % 2 == 0 else "Customer",
            "role": "agent" if index % 2 == 0 else "customer",
            "at": _rfc(at),
            "public": True,
            "body": f"{random.choice(ANSWERS[language])} #{random.randrange(1_000_000)}",
        }


def _article(random: Random, number: int) -> dict[str, Any]:
    area = random.choice(AREAS)
    subject, sentence = random.choice(area.troubles["en"])
    values = {"endpoint": area.endpoint, "error": random.choice(ERRORS), "n": random.randrange(2, 900)}
    return {
        "id": f"KB-{number}",
        "title": subject.format(**values),
        "body": f"{sentence.format(**values)} {random.choice(ANSWERS['en'])}",
        "product_area": area.id,
        "type": random.choice(("howto", "troubleshooting", "known_issue", "faq")),
        "status": random.choice(("published", "published", "archived", "outdated")),
        "has_workaround": random.random() < 0.4,
        "updated_at": _rfc(_ago(random, _DAYS)),
    }


def _message(random: Random, number: int, clusters: list[Cluster]) -> dict[str, Any]:
    words = random.choice(ANSWERS[random.choice(tuple(ANSWERS))])
    about = random.choice(clusters).error if number % 200 == 0 else random.choice(ERRORS)
    return {
        "id": f"M-{number}",
        "channel": f"#{random.choice(AREAS).id}",
        "at": _rfc(_ago(random, _DAYS)),
        "author": f"person{random.randrange(40)}",
        "text": f"{about}: {words}",
    }


def _items(random: Random, clusters: list[Cluster], count: int) -> Iterator[dict[str, Any]]:
    for cluster in clusters:
        yield {
            "id": cluster.item_id,
            "title": f"{cluster.area.endpoint} fails with {cluster.error}",
            "type": "bug",
            "status": "open",
            "created_at": _rfc(_ago(random, 20)),
            "component": cluster.area.id,
            "linked_tickets": cluster.ticket_ids[:3],
        }
    for number in range(len(clusters), count):
        area = random.choice(AREAS)
        yield {
            "id": f"BUG-{number + 1}",
            "title": f"{area.endpoint}: {random.choice(ERRORS)} {number}",
            "type": random.choice(("bug", "feature", "task")),
            "status": random.choice(("open", "done")),
            "created_at": _rfc(_ago(random, _DAYS)),
            "component": area.id,
        }
