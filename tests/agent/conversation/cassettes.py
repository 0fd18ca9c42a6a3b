"""Cassettes of the eight stories: where they lie, and what of a request is kept to tell one from another."""

from __future__ import annotations

import json
import re
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from vcr.config import VCR  # pyright: ignore[reportMissingTypeStubs]
from vcr.record_mode import RecordMode  # pyright: ignore[reportMissingTypeStubs]

from escalation.terms import Language
from tests.agent.conversation.stories import Story

FOLDER = Path(__file__).with_name("cassettes")
_OF_THIS_RUN = ("proposal_id", "hash")
_SECRET = ("authorization", "x-api-key")


def path(story: Story, tongue: Language, folder: Path = FOLDER) -> Path:
    return folder / f"{story.id}.{tongue}.yaml"


@contextmanager
def cassette(file: Path, *, record: bool = False) -> Generator[Any]:
    """While it runs nothing but what is on the cassette is answered, unless `record`.

    Proposals are numbered by the record's length and hashed by their text: a recorded call gets those of this run, as a
    model would read them off the result before it.
    """
    latest: dict[bytes, bytes] = {}
    recorder: Any = VCR(
        record_mode=RecordMode.ALL if record else RecordMode.NONE,
        match_on=("method", "path", "body"),
        decode_compressed_response=True,
        before_record_request=partial(_kept, latest),
        before_record_response=_bare,
    )
    with recorder.use_cassette(str(file), allow_playback_repeats=False) as played:
        play = played.play_response

        def play_now(request: Any) -> dict[str, Any]:
            return current(play(request), latest)

        played.play_response = play_now
        yield played


def current(response: dict[str, Any], latest: dict[bytes, bytes]) -> dict[str, Any]:
    body = response["body"]["string"]
    for name, value in latest.items():
        body = re.sub(name + rb'\\": \\"[\w-]+', lambda _, n=name, v=value: n + b'\\": \\"' + v, body)
    return {**response, "body": {"string": body}}


def _kept(latest: dict[bytes, bytes], request: Any) -> Any:
    """Only calls of the Messages API; of each the model and who said or called what.

    Definitions of tools, the system prompt and the words of results are left out: they are asserted at the client, and a
    better sentence in them must not make a recorded conversation void.
    """
    if request.path != "/v1/messages":
        return None
    body = json.loads(request.body)
    if "outline" not in body:  # vcr asks more than once about one request
        for name in ("proposal id", "hash"):
            if found := re.findall(rf"{name}: ([\w-]+)", json.dumps(body["messages"][-1])):
                latest[name.replace(" ", "_").encode()] = found[-1].encode()
        told = {"model": body["model"], "outline": [_outline(message) for message in body["messages"]]}
        request.body = json.dumps(told, ensure_ascii=False)
    request.uri = "https://api.anthropic.com/v1/messages"
    request.headers = {"content-type": "application/json"}
    return request


def _outline(message: dict[str, Any]) -> list[Any]:
    content = message["content"]
    blocks = [{"type": "text", "text": content}] if isinstance(content, str) else content
    return [message["role"], *(_block(block) for block in blocks)]


def _block(block: dict[str, Any]) -> Any:
    match block["type"]:
        case "text":
            # What the program itself says may be put better any day.
            return "[From the program]" if block["text"].startswith("[From the program]") else block["text"]
        case "tool_use":
            return {block["name"]: {k: v for k, v in block["input"].items() if k not in _OF_THIS_RUN}}
        case "tool_result":
            return {"result": block["tool_use_id"], "failed": bool(block.get("is_error"))}
        case other:
            return other


def _bare(response: Any) -> Any:
    response["headers"] = {"content-type": response["headers"].get("content-type", ["text/event-stream"])}
    return response


def secrets_in(text: str) -> list[str]:
    return [name for name in _SECRET if name in text.lower()]
