"""One sitting: from the command's options to a conversation that ends with everything kept, or to the brief without a model."""

from __future__ import annotations

import asyncio
import locale
from dataclasses import dataclass

from agent.conversation.settings import AgentSettings
from agent.conversation.terminal import Terminal, open_terminal
from agent.conversation.transcript import Transcript, begin, blocks, resume
from escalation.language import script_of
from escalation.terms import Language
from prompts.render import phrase
from tools.desk.desk import Request
from tools.desk.office import Opened
from tools.desk.writing import write


@dataclass(frozen=True)
class Sitting:
    """What was asked for on the command line; `workspace` is how the records are named."""

    rooms: Opened
    settings: AgentSettings
    workspace: str
    issue: str | None = None
    account: str | None = None
    language: Language | None = None
    resumed: str | None = None

    @property
    def first(self) -> str | None:
        """What opens the conversation: the issue as typed, and the customer if one was named."""
        if self.issue is None or self.account is None:
            return self.issue
        return f"{self.issue}\n({self.account})"

    @property
    def tongue(self) -> Language:
        if self.language is not None:
            return self.language
        if self.issue is not None:
            return "en" if script_of(self.issue) == "en" else "zh"
        return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def hold(sitting: Sitting, terminal: Terminal | None = None) -> None:
    """Talk until the person leaves. Raises what opening raises; nothing that was said or done is lost."""
    from agent.conversation.loop import talk
    from agent.conversation.model import open_model
    from agent.conversation.opening import conversing

    transcript = _transcript(sitting)
    terminal = terminal or open_terminal(sitting.language or transcript.language)

    async def run() -> None:
        model = open_model(sitting.settings)
        async with model.client, conversing(sitting.rooms, model, terminal, transcript) as conversation:
            await talk(conversation, sitting.first, lambda: without_model(sitting, terminal, transcript))

    try:
        asyncio.run(run())
    except KeyboardInterrupt:
        terminal.end_stream()
    finally:
        if transcript.messages:
            transcript.save()
            terminal.say("chat_saved", id=transcript.id)


def offer(sitting: Sitting, terminal: Terminal | None = None) -> bool:
    """Without a key: say so, and write the brief without a model at a keystroke. False when nobody wanted it."""
    terminal = terminal or open_terminal(sitting.tongue)
    terminal.warn("chat_no_key")
    issue = sitting.issue or terminal.ask(phrase("chat_no_key_issue", terminal.language) + " ")
    if not issue:
        return False
    if sitting.issue is not None:
        typed = terminal.ask(phrase("chat_write_now", terminal.language) + " ")
        if typed is None or typed.lower() == "q":
            return False
    _show(sitting, terminal, Request(issue, sitting.account, sitting.language))
    return True


def without_model(sitting: Sitting, terminal: Terminal, transcript: Transcript) -> None:
    """The brief of what the conversation is about, written by the program from what is on record."""
    matter = transcript.matter
    if matter.escalation_id:
        found = sitting.rooms.desk.reassess(matter.escalation_id)
        terminal.brief(write(sitting.rooms.desk, found, escalation_id=matter.escalation_id).markdown)
        return
    asked = matter.prepared or {}
    issue = asked.get("issue") or sitting.issue or _typed(transcript)
    if not issue:
        terminal.say("chat_no_issue_yet")
        return
    account = asked.get("account") or sitting.account
    request = Request(issue, account, sitting.language, asked.get("answers") or {})
    matter.escalation_id = _show(sitting, terminal, request)


def _show(sitting: Sitting, terminal: Terminal, request: Request) -> str | None:
    prepared = sitting.rooms.desk.prepare(request)
    written = write(sitting.rooms.desk, prepared.assessment, escalation_id=prepared.escalation_id)
    terminal.brief(written.markdown)
    return prepared.escalation_id


def _transcript(sitting: Sitting) -> Transcript:
    if sitting.resumed is not None:
        return resume(sitting.resumed, sitting.workspace, sitting.settings.model)
    return begin(sitting.workspace, sitting.settings.model, sitting.tongue, sitting.rooms.workspace.now())


def _typed(transcript: Transcript) -> str | None:
    """The first thing that the person said."""
    first = next(iter(transcript.messages), None)
    return next((b["text"] for b in blocks(first) if b.get("type") == "text"), None) if first else None
