"""Everything a conversation needs, opened together: rooms, our server, other servers, the model, the transcript."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from mcp import Client

from agent.conversation.asking import Forms
from agent.conversation.conversation import Conversation
from agent.conversation.gate import Gate
from agent.conversation.model import Model, runnable
from agent.conversation.servers import connected
from agent.conversation.terminal import Terminal
from agent.conversation.transcript import Transcript
from tools.desk.office import Office, Opened
from tools.serving.server import build_server


@asynccontextmanager
async def conversing(
    rooms: Opened, model: Model, terminal: Terminal, transcript: Transcript
) -> AsyncGenerator[Conversation]:
    """A conversation over `rooms`, with our own tools first and in the registry's order."""
    forms = Forms(terminal)
    server = build_server(Office(lambda: rooms))
    async with (
        Client(server, elicitation_callback=forms) as client,
        connected(model.settings.servers, terminal) as others,
    ):
        gate = Gate(client, forms, terminal, transcript.matter, others)
        offered = [*(await client.list_tools()).tools, *(each.offered for each in others.values())]
        yield Conversation(model, gate, runnable(offered, gate), terminal, transcript, rooms)
