"""What a host and the server said to each other, as `tee` kept it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.hosts.model.asked import Json

_VERSION = "io.modelcontextprotocol/protocolVersion"


@dataclass(frozen=True)
class Traffic:
    """Messages of all connections in order, each with who sent it ("host" or "server")."""

    messages: tuple[tuple[str, Json], ...] = ()

    @staticmethod
    def read(folder: Path) -> Traffic:
        """The records of a folder, connection after connection."""
        files = sorted(folder.glob("*.jsonl"), key=lambda path: path.stat().st_mtime_ns)
        lines = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
        return Traffic(tuple((line["from"], line["message"]) for line in lines if isinstance(line["message"], dict)))

    def asked(self, method: str) -> list[Json]:
        """Parameters of every request of the host with this method."""
        return [
            said["params"]
            for source, said in self.messages
            if source == "host" and said.get("method") == method and "params" in said
        ]

    def calls(self) -> list[str]:
        """Names of the tools called, in order."""
        return [call["name"] for call in self.asked("tools/call")]

    def answered(self) -> Iterator[tuple[Json, Json]]:
        """Each request of the host that was answered, with the result."""
        waiting: dict[Any, Json] = {}
        for source, said in self.messages:
            if source == "host" and "method" in said and "id" in said:
                waiting[said["id"]] = said
            elif source == "server" and "method" not in said and said.get("id") in waiting:
                yield waiting[said["id"]], said.get("result", {})

    def results(self) -> Iterator[tuple[str, Json]]:
        """Answers of the server, each with the method that was asked."""
        return ((asked["method"], result) for asked, result in self.answered())

    def structures(self, tool: str) -> list[Json]:
        """What calls of a tool gave back, in order; a call that ended in a question gave nothing yet."""
        given = (result for asked, result in self.answered() if asked.get("params", {}).get("name") == tool)
        return [result["structuredContent"] for result in given if "structuredContent" in result]

    def protocol(self) -> str:
        """The version spoken: in each request since 2026-07-28, agreed at the start before; "" when nothing was said."""
        agreed = [result["protocolVersion"] for _, result in self.results() if "protocolVersion" in result]
        stated = [
            version
            for source, said in self.messages
            if source == "host" and (version := said.get("params", {}).get("_meta", {}).get(_VERSION))
        ]
        return str((stated or agreed or [""])[-1])

    def forms(self) -> list[Json]:
        """Every form that the server asked the person to fill in, whichever way the protocol carries it."""
        asked = [
            said["params"]
            for source, said in self.messages
            if source == "server" and said.get("method") == "elicitation/create"
        ]
        in_results = [
            request["params"]
            for _, result in self.results()
            for request in result.get("inputRequests", {}).values()
            if request.get("method") == "elicitation/create"
        ]
        return asked + in_results
