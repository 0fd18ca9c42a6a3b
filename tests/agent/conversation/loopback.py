"""A Messages API on 127.0.0.1 that answers as a script says: enough of the wire that the real SDK streams from it."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

Body = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """One answer: its blocks in order, texts as str and tool calls as (name, input); or an error with its status.

    `cut_after` breaks the stream off after so many events, `raw_input` is sent in place of the last call's JSON.
    """

    blocks: tuple[str | tuple[str, dict[str, Any]], ...] = ()
    stop: str = ""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict[str, str])
    cut_after: int | None = None
    error_after: int | None = None
    raw_input: str | None = None
    input_tokens: int = 1200
    cached: int = 800
    hang: threading.Event | None = None

    @property
    def stop_reason(self) -> str:
        if self.stop:
            return self.stop
        return "tool_use" if any(isinstance(block, tuple) for block in self.blocks) else "end_turn"


def says(text: str, **how: Any) -> Reply:
    return Reply((text,), **how)


def calls(name: str, /, **arguments: Any) -> Reply:
    return Reply(((name, arguments),))


def fails(status: int, **headers: str) -> Reply:
    return Reply(status=status, headers={name.replace("_", "-"): value for name, value in headers.items()})


Script = Callable[[Body], Reply]


@dataclass
class Loopback:
    """`seen` holds the bodies of all requests, `headers` what came with them."""

    script: Script
    seen: list[Body] = field(default_factory=list[Body])
    headers: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    url: str = ""

    async def messages(self, request: Request) -> Response:
        body: Body = json.loads(await request.body())
        self.seen.append(body)
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        reply = self.script(body)
        if reply.hang is not None:
            return StreamingResponse(_hanging(reply), media_type="text/event-stream")
        if reply.status != 200:
            error = {"type": "error", "error": {"type": "api_error", "message": "as the script says"}}
            return JSONResponse(error, reply.status, headers=reply.headers)
        number = len(self.seen)
        if body.get("stream"):
            return StreamingResponse(_broken(reply, number, body["model"]), media_type="text/event-stream")
        return JSONResponse(_whole(reply, number, body["model"]))


class _Break(Exception):
    """Ends a stream without its closing chunk, as a dropped connection does."""


async def _hanging(reply: Reply) -> AsyncIterator[str]:
    import anyio

    for event in list(_events(reply, 1, "m"))[:4]:
        yield event
    if reply.hang is not None:
        reply.hang.set()
    await anyio.sleep_forever()


async def _broken(reply: Reply, number: int, model: str) -> AsyncIterator[str]:
    for sent, event in enumerate(_events(reply, number, model)):
        if reply.cut_after is not None and sent >= reply.cut_after:
            raise _Break
        if reply.error_after is not None and sent >= reply.error_after:
            yield _event("error", error={"type": "overloaded_error", "message": "Overloaded"})
            return
        yield event


def _event(type_: str, **data: Any) -> str:
    return f"event: {type_}\ndata: {json.dumps({'type': type_, **data}, ensure_ascii=False)}\n\n"


def _events(reply: Reply, number: int, model: str) -> Iterator[str]:
    usage = {**_usage(reply), "output_tokens": 1}
    message: Body = {**_whole(reply, number, model), "content": [], "stop_reason": None, "usage": usage}
    yield _event("message_start", message=message)
    for index, block in enumerate(reply.blocks):
        if isinstance(block, str):
            yield _event("content_block_start", index=index, content_block={"type": "text", "text": ""})
            for piece in _pieces(block):
                yield _event("content_block_delta", index=index, delta={"type": "text_delta", "text": piece})
        else:
            name, arguments = block
            start: Body = {"type": "tool_use", "id": f"toolu_{number}_{index}", "name": name, "input": {}}
            yield _event("content_block_start", index=index, content_block=start)
            given = reply.raw_input if reply.raw_input is not None else json.dumps(arguments, ensure_ascii=False)
            delta = {"type": "input_json_delta", "partial_json": given}
            yield _event("content_block_delta", index=index, delta=delta)
        yield _event("content_block_stop", index=index)
    delta = {"stop_reason": reply.stop_reason, "stop_sequence": None}
    yield _event("message_delta", delta=delta, usage=_usage(reply))
    yield _event("message_stop")


def _pieces(text: str) -> list[str]:
    """Two halves: a stream is more than one delta."""
    middle = len(text) // 2
    return [piece for piece in (text[:middle], text[middle:]) if piece]


def _whole(reply: Reply, number: int, model: str) -> dict[str, Any]:
    content = [
        {"type": "text", "text": block}
        if isinstance(block, str)
        else {"type": "tool_use", "id": f"toolu_{number}_{index}", "name": block[0], "input": block[1]}
        for index, block in enumerate(reply.blocks)
    ]
    return {
        "id": f"msg_{number}",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": content,
        "stop_reason": reply.stop_reason,
        "stop_sequence": None,
        "usage": _usage(reply),
    }


def _usage(reply: Reply) -> dict[str, int]:
    return {
        "input_tokens": reply.input_tokens,
        "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": reply.cached,
        "output_tokens": 50,
    }


@contextmanager
def serving(script: Script) -> Generator[Loopback]:
    """The server on a free port of 127.0.0.1 until the block ends."""
    loopback = Loopback(script)
    app = Starlette(routes=[Route("/v1/messages", loopback.messages, methods=["POST"])])
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        loopback.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(app, log_level="critical", lifespan="off", ws="none", timeout_graceful_shutdown=0)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield loopback
        finally:
            server.should_exit = True
            server.force_exit = True
            thread.join(10)
