"""The conversation as the person lives it: a line typed, a reply, the next steps at hand, and a way out of every fault."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager

from agent.conversation.conversation import Conversation
from agent.conversation.faults import Fault
from escalation.errors import EscalationError
from prompts.render import phrase

STEPS = ("channel", "interim", "reminder", "update")
_LEAVE = frozenset({"q", "quit", "exit", "bye", "退出"})
_AGAIN = frozenset({"", "r"})
WithoutModel = Callable[[], None]
"""Writes the brief without a model, of what the conversation is about."""


async def talk(conversation: Conversation, first: str | None, without_model: WithoutModel) -> None:
    """Until the person leaves. Every step is in the transcript and on record by then, whatever happens."""
    terminal = conversation.terminal
    terminal.say("chat_welcome", id=conversation.transcript.id, model=conversation.model.settings.model)
    typed: str | None = first
    while True:
        if typed is None:
            typed = terminal.ask("\n> ")
            if typed is None or typed.lower() in _LEAVE:
                return
        if typed:
            if not await _turn(conversation, _meant(typed, conversation), without_model):
                return
            _after(conversation)
        typed = None


async def _turn(conversation: Conversation, text: str, without_model: WithoutModel) -> bool:
    """One exchange with all its faults. False when the person leaves."""
    step: Callable[[], Coroutine[None, None, str]] = lambda: conversation.say(text)  # noqa: E731
    while True:
        try:
            await _interruptible(step())
        except Fault as fault:
            conversation.terminal.warn(fault.key, **fault.values)
            choice = _choice(conversation, fault)
            if choice == "again":
                step = conversation.go_on
                continue
            if choice == "brief":
                _brief(conversation, without_model)
            return choice != "leave"
        except asyncio.CancelledError:
            conversation.terminal.warn("chat_stopped")
        return True


def _brief(conversation: Conversation, without_model: WithoutModel) -> None:
    """The brief without a model, or what stands in its way."""
    try:
        without_model()
    except EscalationError as error:
        conversation.terminal.tell(f"{error.message}\n{error.remedy}")


def _choice(conversation: Conversation, fault: Fault) -> str:
    """What to do about a fault: again, brief (without a model), stay, or leave."""
    key = "chat_choice" if fault.again else "chat_choice_not_again"
    typed = conversation.terminal.ask(phrase(key, conversation.terminal.language) + " ")
    if typed is None or typed.lower() in _LEAVE:
        return "leave"
    if typed.lower() == "b":
        return "brief"
    return "again" if fault.again and typed.lower() in _AGAIN else "stay"


def _after(conversation: Conversation) -> None:
    """What it took so far, and the four next steps once a brief was shown."""
    transcript, terminal = conversation.transcript, conversation.terminal
    here = transcript.matter.escalation_id
    spent = transcript.used.get(here or "")
    if spent is not None:
        terminal.spent(here, spent)
    if transcript.matter.brief_shown:
        terminal.say("chat_steps")
        for number, step in enumerate(STEPS, 1):
            terminal.say("chat_step", number=number, step=phrase(f"chat_step_{step}", terminal.language))


def _meant(typed: str, conversation: Conversation) -> str:
    """A step's number stands for its sentence."""
    if conversation.transcript.matter.brief_shown and typed in {"1", "2", "3", "4"}:
        return phrase(f"chat_step_{STEPS[int(typed) - 1]}", conversation.terminal.language)
    return typed


async def _interruptible(reply: Coroutine[None, None, str]) -> None:
    """Ctrl-C stops the reply, not the program. Raises CancelledError then."""
    task = asyncio.ensure_future(reply)
    with _on_interrupt(task.cancel):
        await task


@contextmanager
def _on_interrupt(stop: Callable[[], object]) -> Generator[None]:
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGINT, stop)
    except (NotImplementedError, ValueError, RuntimeError):  # not the main thread, or a system without them
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
