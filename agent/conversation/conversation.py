"""A conversation: what the person typed goes to the model, its tools run, its words are checked, every step is kept."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from agent.conversation.checking import Finding, findings
from agent.conversation.compacting import compacted, is_turn
from agent.conversation.counting import Used, used
from agent.conversation.faults import Fault, fault_of
from agent.conversation.gate import Gate
from agent.conversation.model import Model
from agent.conversation.terminal import Terminal
from agent.conversation.transcript import Message, Transcript, closed
from escalation.reading.secrets.mask import mask

if TYPE_CHECKING:
    from anthropic.lib.tools import BetaAsyncStreamingToolRunner
    from anthropic.types.beta.parsed_beta_message import ParsedBetaMessage

    from tools.desk.office import Opened

_INCOMPLETE = frozenset({"refusal", "max_tokens", "model_context_window_exceeded"})
_GO_ON = "[From the program] Your reply was cut at the token limit. Go on exactly where it stopped."
_TOO_LONG = (
    "[From the program] Your last reply reached the token limit before its tool call was complete, so nothing of it ran."
    " Call the tool again with shorter text."
)
_CHECK = (
    "[From the program] These passages of your reply are not in the evidence. Say it again in full without them, or with what"
    " the evidence does show:\n{lines}"
)


@dataclass
class Conversation:
    """Over one transcript. `left` holds what the last reply still says without support."""

    model: Model
    gate: Gate
    tools: Sequence[Any]
    terminal: Terminal
    transcript: Transcript
    rooms: Opened
    left: list[Finding] = field(default_factory=list[Finding])
    _last: Used = field(default_factory=Used)

    async def say(self, text: str) -> str:
        """The model's reply to what the person typed. Raises `Fault`; then `go_on` takes it up where it stopped."""
        if self._last.prompt >= self.model.settings.compact_at_tokens:
            await self._compact()
        self._add({"role": "user", "content": [{"type": "text", "text": mask(text)}]})
        return await self.go_on()

    async def go_on(self) -> str:
        """Asks for the reply to what stands last. Raises `Fault`."""
        self.transcript.messages = closed(self.transcript.messages)
        tried: set[str] = set()
        while True:
            try:
                text = await self._reply(tried)
            except Fault as fault:
                if not fault.at_once or fault.key in tried:
                    raise
                tried.add(fault.key)
                self.terminal.warn("chat_asks_again")
                continue
            if text is not None:
                return text

    async def _reply(self, tried: set[str]) -> str | None:
        """One run to its end; None when the program had to answer it and the model is to speak again."""
        message = await self._run()
        text = "".join(block.text for block in message.content if block.type == "text")
        match message.stop_reason:
            case "refusal":
                self._withdraw()
                raise Fault("chat_fault_refusal", again=False)
            case "model_context_window_exceeded":
                await self._too_much(tried)
                return None
            case "max_tokens":
                self._cut(message, tried)
                return None
            case "tool_use":
                raise Fault("chat_fault_many_steps", {"steps": self.model.settings.max_iterations})
            case _:
                return self._checked(text, tried)

    async def _run(self) -> ParsedBetaMessage[None]:
        """Raises `Fault` for every error of the service; what was complete by then is kept."""
        try:
            message = await self._exchange()
        except asyncio.CancelledError:
            self._stopped()
            raise
        except Exception as error:
            self.terminal.end_stream()
            fault = fault_of(error, self.model.settings.model)
            if fault is None:
                raise
            raise fault from error
        if message is None:
            raise Fault("chat_fault_cut", at_once=True)
        return message

    async def _exchange(self) -> ParsedBetaMessage[None] | None:
        """Reply, tools, reply, until one calls no tool; each is kept as soon as it is complete."""
        runner = self.model.runner(self.transcript.messages, self.tools)
        message: ParsedBetaMessage[None] | None = None
        try:
            async for stream in runner:
                async for event in stream:
                    if event.type == "text":
                        self.terminal.stream(event.text)
                self.terminal.end_stream()
                message = await stream.get_final_message()
                await self._keep(message, runner)
        finally:
            await runner.close()  # left in the middle it would be torn down by the event loop, noisily
        return message

    async def _keep(self, message: ParsedBetaMessage[None], runner: BetaAsyncStreamingToolRunner[None]) -> None:
        """A complete reply, and the results of its calls."""
        self._count(message)
        if message.stop_reason == "tool_use":
            self._add(_param(message))
            with warnings.catch_warnings():
                # A tool that the model made up: it is told so in the result.
                warnings.simplefilter("ignore", UserWarning)
                results = await runner.generate_tool_call_response()
            if results is not None:
                self._add({"role": "user", "content": list(results["content"])})
        elif message.stop_reason not in _INCOMPLETE:
            self._add(_param(message))

    def _checked(self, text: str, tried: set[str]) -> str | None:
        self.left = findings(self.rooms, self.transcript.matter, text)
        if not self.left:
            return text
        if "check" not in tried:
            tried.add("check")
            self.terminal.warn("chat_sent_back", count=len(self.left))
            self._program(_CHECK.format(lines="\n".join(f"- “{f.span}”: {f.problem}" for f in self.left)))
            return None
        for finding in self.left:
            self.terminal.warn("chat_unsupported", span=finding.span)
        return text

    def _cut(self, message: ParsedBetaMessage[None], tried: set[str]) -> None:
        """At the token limit: a text goes on, a half call is dropped; both once."""
        if "cut" in tried:
            raise Fault("chat_fault_too_long", {"tokens": self.model.settings.max_tokens})
        tried.add("cut")
        calls = any(block.type == "tool_use" for block in message.content)
        texts = [block.to_dict() for block in message.content if block.type == "text" and block.text.strip()]
        if texts:
            self._add({"role": "assistant", "content": texts})
        self._program(_TOO_LONG if calls else _GO_ON)

    async def _too_much(self, tried: set[str]) -> None:
        if "compact" in tried:
            raise Fault("chat_fault_too_large", again=False)
        tried.add("compact")
        await self._compact()

    async def _compact(self) -> None:
        self.terminal.say("chat_compacted")
        matter = self.transcript.matter
        self.transcript.messages = await compacted(self.transcript.messages, matter.touched, self.gate.client)
        self.transcript.save()

    def _program(self, text: str) -> None:
        """What the program has to say, joined to an unanswered message of the person's."""
        last = self.transcript.messages[-1]
        block = {"type": "text", "text": text}
        if last["role"] == "user":
            last["content"] = [*last["content"], block]
            self.transcript.save()
        else:
            self._add({"role": "user", "content": [block]})

    def _count(self, message: ParsedBetaMessage[None]) -> None:
        self._last = used(message.usage, self.model.settings.model, self.model.settings)
        self.transcript.count(self._last)

    def _add(self, message: Message) -> None:
        self.transcript.messages.append(message)
        self.transcript.updated = self.rooms.workspace.now()
        self.transcript.save()

    def _withdraw(self) -> None:
        """What was refused would be refused again with everything that follows: the person's message is taken back."""
        if is_turn(self.transcript.messages[-1]):
            self.transcript.messages.pop()
            self.transcript.save()

    def _stopped(self) -> None:
        self.terminal.end_stream()
        self.transcript.messages = closed(self.transcript.messages)
        self.transcript.save()


def _param(message: ParsedBetaMessage[None]) -> Message:
    """The reply as it goes back to the API, as plain data; a text without words is one that the API would refuse."""
    kept = [block for block in message.content if block.type != "text" or block.text.strip()]
    return {"role": "assistant", "content": [block.to_dict(mode="json") for block in kept] or "…"}
