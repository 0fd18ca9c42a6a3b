"""The scripted model as a server on 127.0.0.1: every request is kept, every answer is the script's."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from evals.hosts.model import anthropic_messages, chat, gemini, responses
from evals.hosts.model.asked import Asked, Json, Result, Say, Script, Turn

_START_SECONDS = 10.0


@dataclass(frozen=True)
class Exchange:
    """One request as it came and as it reads, and what was answered."""

    path: str
    body: Json
    asked: Asked
    turn: Turn


def silent(_: Asked) -> Turn:
    """A script that calls nothing."""
    return Say("Understood.")


@dataclass
class ScriptedModel:
    """`url` is where it listens; `script` may be changed between two runs; `elsewhere` are requests for unknown paths."""

    url: str = ""
    script: Script = silent
    exchanges: list[Exchange] = field(default_factory=list[Exchange])
    elsewhere: list[str] = field(default_factory=list[str])

    def begin(self, script: Script) -> None:
        """Forgets what was asked and answers by another script from now on."""
        self.script = script
        self.exchanges = []

    @property
    def working(self) -> list[Exchange]:
        """The exchanges that offered tools: hosts also ask for titles and summaries, without."""
        return [each for each in self.exchanges if each.asked.tools]

    @property
    def results(self) -> list[Result]:
        """Every tool result that the model saw, once each: the last request holds them all."""
        return list(self.working[-1].asked.results) if self.working else []

    def answer(self, path: str, body: Json, asked: Asked) -> tuple[Turn, int]:
        """The script's turn and its number; a request without tools gets a word and no more."""
        turn = self.script(asked) if asked.tools else Say("Escalation")
        self.exchanges.append(Exchange(path, body, asked, turn))
        return turn, len(self.exchanges)


def application(model: ScriptedModel) -> Starlette:
    """The routes of all vendors' interfaces."""

    def serving(dialect: Any, streamed: Callable[[Request, Json], bool]) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            body: Json = await request.json()
            turn, number = model.answer(request.url.path, body, dialect.asked(body))
            if streamed(request, body):
                return StreamingResponse(dialect.stream(turn, number), media_type="text/event-stream")
            return JSONResponse(dialect.whole(turn, number))

        return answer

    async def counted(_: Request) -> Response:
        return JSONResponse({"input_tokens": 1})

    async def unknown(request: Request) -> Response:
        model.elsewhere.append(f"{request.method} {request.url.path}")
        return JSONResponse({"error": {"message": "This model does not serve that."}}, status_code=404)

    def post(path: str, answer: Callable[[Request], Any]) -> Route:
        return Route(path, answer, methods=["POST"])

    return Starlette(
        routes=[
            post(anthropic_messages.PATH, serving(anthropic_messages, _stream_wanted)),
            post(f"{anthropic_messages.PATH}/count_tokens", counted),
            post(chat.PATH, serving(chat, _stream_wanted)),
            post(responses.PATH, serving(responses, _always)),
            post(gemini.PATH, serving(gemini, _stream_in_path)),
            Route("/{path:path}", unknown, methods=["GET", "HEAD", "POST"]),
        ]
    )


def _stream_wanted(_: Request, body: Json) -> bool:
    return bool(body.get("stream"))


def _stream_in_path(request: Request, _: Json) -> bool:
    return request.url.path.endswith(gemini.STREAMED)


def _always(*_: object) -> bool:
    return True


@contextmanager
def served(model: ScriptedModel) -> Generator[ScriptedModel]:
    """The model listening on a free port, until the block ends. Raises `TimeoutError` when it does not start."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    model.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    server = uvicorn.Server(uvicorn.Config(application(model), log_level="warning", ws="none", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        until = time.monotonic() + _START_SECONDS
        while not server.started:
            if time.monotonic() > until:
                raise TimeoutError("The scripted model did not start.")
            time.sleep(0.01)
        yield model
    finally:
        server.should_exit = True
        thread.join(_START_SECONDS)
        listening.close()
