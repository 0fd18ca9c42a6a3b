"""One story as a sitting: the person answers by what they are asked, so that another order of questions is no matter."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from rich.console import Console

from agent.conversation.session import Sitting, hold
from agent.conversation.settings import AgentSettings
from agent.conversation.terminal import Terminal
from escalation.terms import Language
from prompts.render import phrase
from tests.agent.conversation.stories import Story
from tools.desk.office import Opened

LANGUAGES: tuple[Language, ...] = ("en", "zh")


@dataclass
class Answering:
    """Types the story's lines at the prompt, its answers to questions, and its word where something is to be sent."""

    story: Story
    tongue: Language
    prompts: list[str] = field(default_factory=list[str])
    said: int = 0
    answered: int = 0

    def __call__(self, prompt: str) -> str:
        self.prompts.append(prompt)
        if phrase("chat_approve", self.tongue) in prompt:
            return self.story.approves
        if phrase("chat_dont_know", self.tongue) in prompt:
            self.answered += 1
            return self.story.answers[self.answered - 1] if self.answered <= len(self.story.answers) else ""
        if prompt != "\n> ":
            return "no"
        self.said += 1
        lines = self.story.lines.get(self.tongue, ())
        return lines[self.said - 1] if self.said <= len(lines) else "q"


def tell(story: Story, tongue: Language, rooms: Opened, url: str | None) -> tuple[str, Answering]:
    """What the terminal showed, and the person."""
    person, out = Answering(story, tongue), io.StringIO()
    terminal = Terminal(Console(file=out, width=160), person, tongue)
    settings = AgentSettings(base_url=url, retries=0)
    hold(Sitting(rooms, settings, "sample", story.scenario["issue"][tongue], language=tongue), terminal)
    return out.getvalue(), person
