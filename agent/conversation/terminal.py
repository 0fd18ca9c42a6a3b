"""The person's side: what is printed and what is typed. Nothing a model or a record says can drive the terminal."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel
from rich.text import Text

from agent.conversation.counting import Used, published
from escalation.reading.fence import visible
from escalation.terms import Language
from prompts.render import phrase

if TYPE_CHECKING:
    from types import FrameType

Read = Callable[[str], str]
_WIDEST = 100
_SHOWN = 60


class Terminal:
    """Prints to `console` and reads lines with `read`, which raises EOFError when nobody is there."""

    def __init__(self, console: Console, read: Read, language: Language) -> None:
        self.console = console
        self.language: Language = language
        self._read = read
        self._streaming = False

    def say(self, key: str, **values: object) -> None:
        """One line of ours, by its phrase."""
        self._line(Text(phrase(key, self.language, **values), style="dim"))

    def tell(self, text: str) -> None:
        """A message of the program's that has no phrase: an error's own words."""
        self._line(Text(visible(text), style="yellow"))

    def warn(self, key: str, **values: object) -> None:
        self._line(Text(phrase(key, self.language, **values), style="yellow"))

    def stream(self, delta: str) -> None:
        """A piece of the model's reply as it comes."""
        self._streaming = True
        self.console.out(visible(delta), end="", highlight=False)

    def end_stream(self) -> None:
        if self._streaming:
            self.console.out("")
            self._streaming = False

    def tool(self, name: str, arguments: Mapping[str, Any], outcome: str, *, failed: bool = False) -> None:
        """One line for one call: what was asked and what came of it."""
        told = ", ".join(f"{k}={_short(v)}" for k, v in arguments.items() if not isinstance(v, (dict, list)))
        mark, style = ("✗", "red") if failed else ("·", "cyan")
        line = visible(f"{mark} {name}({_cut(told, _SHOWN)}) → {_cut(outcome, _SHOWN)}")
        self._line(Text(" ".join(line.split()), style=style, no_wrap=True, overflow="ellipsis"))

    def brief(self, markdown: str) -> None:
        self._line(Panel(Markdown(visible(markdown)), title=phrase("chat_brief", self.language)))

    def exact(self, title: str, text: str) -> None:
        """Words as they would be sent, letter for letter."""
        self._line(Panel(Text(visible(text)), title=Text(visible(title)), border_style="yellow"))

    def spent(self, escalation_id: str | None, used: Used) -> None:
        values = {
            "of": escalation_id or "",
            "read": f"{used.prompt:,}",
            "cached": f"{used.cache_read:,}",
            "written": f"{used.output:,}",
        }
        if used.usd is None:
            self.say("chat_spent_tokens", **values)
        else:
            self.say("chat_spent", **values, usd=f"${used.usd:,.4f}", as_of=published().as_of)

    def ask(self, prompt: str) -> str | None:
        """A typed line without its outer spaces; None when the person pressed Ctrl-C, or nobody is there."""
        self.end_stream()
        try:
            with _interruptible():
                return self._read(visible(prompt)).strip()
        except (EOFError, KeyboardInterrupt):
            self.console.out("")
            return None

    def _line(self, what: Any) -> None:
        self.end_stream()
        self.console.print(what, width=min(self.console.width, _WIDEST) if isinstance(what, Panel) else None)


def open_terminal(language: Language) -> Terminal:
    return Terminal(Console(), input, language)


def silent(language: Language) -> Terminal:
    """Nobody watches and nobody answers: for runs without a person."""

    def nobody(_: str) -> str:
        raise EOFError

    return Terminal(Console(quiet=True), nobody, language)


@contextmanager
def _interruptible() -> Generator[None]:
    """While a line is typed Ctrl-C ends the question, whatever the event loop had made of it."""
    before: Callable[[int, FrameType | None], Any] | int | None = signal.getsignal(signal.SIGINT)
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    except ValueError:  # not the main thread: nobody can press Ctrl-C here
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _short(value: object) -> str:
    return _cut(str(value), 40)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def interactive() -> bool:
    return sys.stdin.isatty()
