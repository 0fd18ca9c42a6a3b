"""Telling a story: each step as a newcomer can read it, with what the product really answered."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from escalation.terms import Language
from evals.stories.data import FOLDER
from evals.stories.fold import block, width
from evals.stories.run import Answer, Played

_LABELS: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "labels.toml").read_text(encoding="utf-8"))


@dataclass
class Teller:
    """Remembers what was told, so that an hour or a brief is not told twice."""

    language: Language
    hour: datetime | None = None
    brief: str = ""
    sent: int = 0
    wrong: list[str] = field(default_factory=list[str])

    def title(self, text: str) -> str:
        return f"{text}\n{'=' * width(text)}\n"

    def told(self, played: Played) -> str:
        lines = [*self._hour(played.at), *block(played.step.tell[self.language], "  ")]
        if played.step.show:
            for answer in _worth_telling(played.answers):
                lines += self._answer(answer)
        for wrong in played.wrong:
            self.wrong.append(wrong)
            lines += block(self.say("wrong", text=wrong), "  !! ")
        return "\n".join([*lines, ""])

    def local(self, text: str) -> str:
        """The product's instants as the story's clock shows them: without the day where it is today."""
        return _INSTANT.sub(self._on_the_clock, text)

    def _on_the_clock(self, found: re.Match[str]) -> str:
        zone = self.hour.tzinfo if self.hour else UTC
        at = datetime.fromisoformat(f"{found['day']}T{found['time']}+00:00").astimezone(zone)
        return f"{at:%H:%M}" if self.hour and at.date() == self.hour.date() else f"{at:%Y-%m-%d %H:%M}"

    def end(self, steps: int) -> str:
        return self.say("end", steps=steps, sent=self.sent)

    def say(self, label: str, **values: Any) -> str:
        shown = {name: self.say("unknown") if value is None else value for name, value in values.items()}
        return _LABELS[self.language][label].format(**shown)

    def _hour(self, at: datetime) -> Iterator[str]:
        if at != self.hour:
            self.hour = at
            weekday = self.say("weekday").split()[at.weekday()]
            day = f"{at:%Y-%m-%d}"
            yield f"── {self.say('date', weekday=weekday, date=day, time=f'{at:%H:%M}')} "

    def _answer(self, answer: Answer) -> list[str]:
        if answer.refused is not None:
            return [*block(self.say("refuses"), "     "), *block(answer.refused, "     | ")]
        return [line for text, lead in _TELLS[answer.tool](self, answer) for line in block(text, f"     {lead}")]


_INSTANT = re.compile(r"(?P<day>20\d\d-\d\d-\d\d)(?:T| )(?P<time>\d\d:\d\d)(?::\d\d)?(?:Z| UTC)(?![\w(])")


def _worth_telling(answers: Sequence[Answer]) -> list[Answer]:
    """Not the draft whose findings were cleared by the time it was proposed: it would read as if it were still held back."""
    cleared = any(each.tool == "propose_action" and "hash" in each.said for each in answers)
    return [each for each in answers if not (cleared and each.tool == "draft_customer_update")]


Told = Iterator[tuple[str, str]]
"""Lines with what they are led in by."""


def _prepared(teller: Teller, answer: Answer) -> Told:
    said = answer.said
    yield teller.say("typed", text=answer.arguments["issue"]), ""
    names = ("decision", "severity", "target", "business_impact")
    yield teller.say("verdict", **{name: said.get(name) or "–" for name in names}), "| "
    facts: dict[str, Any] = said["facts"]
    arr = facts.get("arr_at_risk_usd")
    yield (
        teller.local(
            teller.say(
                "known",
                customers=facts.get("affected_customers"),
                accounts=", ".join(facts.get("affected_accounts", ())),
                arr=None if arr is None else f"${arr:,.0f}",
                first=facts.get("first_reported_at"),
            )
        ),
        "| ",
    )
    for reason in said["reasons"].get("escalate", ()):
        yield reason, "|  + "
    for reason in said["reasons"].get("handle", ()):
        yield reason, "|  - "
    for asked in said.get("needs_answer", {}).get("questions", ()):
        yield teller.say("asks", text=asked["ask"]), "| "
    if said.get("escalation_id"):
        yield teller.say("joined" if said.get("joined") else "escalation", id=said["escalation_id"]), "| "
    if said.get("delta"):
        yield said["delta"], "| "
    if said.get("solution"):
        yield said["solution"], "| "


_BEHIND = ("## Why this decision", "## 判断依据")
"""From here on a brief proves what it said before."""


def _written(teller: Teller, answer: Answer) -> Told:
    teller.brief = answer.said.get("brief") or ""
    for told, line in enumerate(lines := teller.brief.splitlines()):
        if line in _BEHIND:
            yield teller.say("behind", lines=len(lines) - told), "| "
            break
        yield line, "| "
    for each in answer.said.get("unsupported", ()):
        yield teller.say("held", text=str(each)), "| "


def _drafted(teller: Teller, answer: Answer) -> Told:
    if not answer.said["ready"]:
        for each in answer.said["findings"]:
            yield teller.say("held", text=each["change"]), "| "


def _proposed(teller: Teller, answer: Answer) -> Told:
    said = answer.said
    for each in said.get("findings", ()):
        yield teller.say("held", text=f"{each['found']}: {each['problem']}"), "| "
    if "hash" in said:
        yield teller.say("proposes", destination=said["destination"], hash=said["hash"]), "| "
        # A post leaves out what the writer is offered next.
        same = teller.brief and teller.brief.strip().startswith(said["text"].strip())
        yield teller.say("the_brief") if same else said["text"], "|   "
        for promise in said.get("promises", ()):
            yield teller.say("promise", text=teller.local(promise)), "|   "


def _carried(teller: Teller, answer: Answer) -> Told:
    said = answer.said
    if said.get("outcome") == "sent":
        teller.sent += 1
    names = ("confirmed_by", "destination", "sent")
    yield teller.local(teller.say("carried", **{name: said.get(name) for name in names})), "| "


def _updated(teller: Teller, answer: Answer) -> Told:
    said, given = answer.said, answer.arguments
    for name in ("text", "why", "cause", "learned", "improvement"):
        if given.get(name):
            yield str(given[name]), "“ "
    yield teller.say("recorded", what=said["recorded"], status=said["status"]), "| "
    for label, name, most in (("due", "due", 3), ("step", "steps", 99), ("next", "next", 99)):
        for each in said.get(name, ())[:most]:
            yield teller.local(teller.say(label, text=each)), "| "


def _listed(teller: Teller, answer: Answer) -> Told:
    said = answer.said
    yield teller.say("found", count=said["found"]), "| "
    for row in said.get("dues", ()):
        when = f"{row['due']} " if row.get("due") else ""
        yield teller.local(teller.say("due", text=f"{when}{row['do']} ({row['why']})")), "| "
    for row in said.get("escalations", ()):
        yield f"{row['id']} {row['status']}: {row['issue']}", "| "
    for row in said.get("patterns", ()):
        yield f"{row['escalation_id']}: {row['customers']}. {row['do']}", "| "
    for row in said.get("improvements", ()):
        yield f"{row['times']} × {row['improvement']} ({', '.join(row['escalations'])})", "| "


_QUIET = frozenset({"evidence_added", "action_proposed", "action_approved"})
"""Lines of a record that a story has told already."""


def _whole(teller: Teller, answer: Answer) -> Told:
    for row in answer.said.get("record", ()):
        if row["what"] in _QUIET:
            continue
        parts = (row["at"], row["who"], row["what"], row.get("data") or row.get("why") or "")
        yield teller.local("  ".join(part for part in parts if part)), "| "
    for step in answer.said.get("steps", ()):
        yield teller.local(step), "| "


def _searched(_teller: Teller, answer: Answer) -> Told:
    for row in answer.said.get("articles", ()):
        yield f"{row['id']} {row['title']}", "| "


def _imported(teller: Teller, answer: Answer) -> Told:
    yield teller.say("imported", **answer.said), "| "


_TELLS: dict[str, Callable[[Teller, Answer], Told]] = {
    "import": _imported,
    "prepare_escalation": _prepared,
    "write_brief": _written,
    "draft_customer_update": _drafted,
    "propose_action": _proposed,
    "carry_out": _carried,
    "update_escalation": _updated,
    "list_escalations": _listed,
    "get_escalation": _whole,
    "search_knowledge_base": _searched,
}
