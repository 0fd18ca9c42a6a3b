"""Claude Code driven as an editor or the Agent SDK drives it: over its control protocol, where permission and forms are asked."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import IO

from evals.hosts.model.asked import Json
from evals.hosts.running import Stage, end

Answer = Callable[[Json], Json]
"""From what the host asks (`can_use_tool`, `elicitation`) to the person's answer."""


@dataclass
class Session:
    """Everything the host said, and everything it asked the person."""

    said: list[Json] = field(default_factory=list[Json])
    asked: list[Json] = field(default_factory=list[Json])

    def asked_for(self, subtype: str) -> list[Json]:
        return [each for each in self.asked if each["subtype"] == subtype]

    @property
    def start(self) -> Json:
        """What the host says of itself: tools, commands, skills, servers."""
        found = [each for each in self.said if each.get("subtype") == "init"]
        return found[0] if found else {}

    @property
    def last(self) -> str:
        """Its last words."""
        return str(self.said[-1].get("result", "")) if self.said else ""


def converse(stage: Stage, command: list[str], typed: Sequence[str], answer: Answer, *, seconds: float = 60) -> Session:
    """The turns of a person one after another, every question on the way answered. Ended when the time is up."""
    session = Session()
    with subprocess.Popen(  # noqa: S603  (a program we installed ourselves)
        command,
        env=stage.environment,
        cwd=stage.work,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        watch = threading.Timer(seconds, end, [process])
        watch.start()
        try:
            assert process.stdin is not None  # noqa: S101
            assert process.stdout is not None  # noqa: S101
            _send(
                process.stdin, {"type": "control_request", "request_id": "start", "request": {"subtype": "initialize"}}
            )
            for each in typed:
                _say(process.stdin, each)
                _follow(process.stdin, process.stdout, session, answer)
        finally:
            watch.cancel()
            end(process)
    return session


def _say(sent: IO[str], typed: str) -> None:
    message = {"role": "user", "content": typed}
    _send(sent, {"type": "user", "message": message, "parent_tool_use_id": None, "session_id": ""})


def _follow(sent: IO[str], read: IO[str], session: Session, answer: Answer) -> None:
    for line in read:
        said: Json = json.loads(line)
        if said["type"] == "control_request":
            session.asked.append(said["request"])
            reply = {"subtype": "success", "request_id": said["request_id"], "response": answer(said["request"])}
            _send(sent, {"type": "control_response", "response": reply})
            continue
        session.said.append(said)
        if said["type"] == "result":
            return


def _send(sent: IO[str], message: Json) -> None:
    sent.write(json.dumps(message) + "\n")
    sent.flush()
