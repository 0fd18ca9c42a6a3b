"""An unpacked bundle, started as Claude Desktop starts it: the manifest's command after the bundle library's own expansion."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client

ISSUE = "API returning 500 errors intermittently for Acme Corp"
_EXPAND = """
import { pathToFileURL } from "url";
const { getMcpConfigForManifest } = await import(pathToFileURL(process.argv[1]));
const [manifest, extensionPath, userConfig] = JSON.parse(process.argv[2]);
const options = { manifest, extensionPath, systemDirs: { HOME: process.env.HOME }, userConfig, pathSeparator: "/" };
console.log(JSON.stringify(await getMcpConfigForManifest(options)));
"""


@dataclass(frozen=True)
class Proof:
    """What a client saw: seconds until the tools were listed, their names, and what prepare_escalation decided."""

    seconds: float
    tools: tuple[str, ...]
    decision: str


def expanded(node: Path, unpacked: Path, user_config: Mapping[str, str]) -> dict[str, Any]:
    """The command and arguments for these settings, by the code that hosts use for it (npm @anthropic-ai/mcpb)."""
    modules = node / "node_modules"
    library = modules / "@anthropic-ai" / "mcpb" / "dist" / "node.js"
    manifest = json.loads((unpacked / "manifest.json").read_text(encoding="utf-8"))
    given = json.dumps([manifest, str(unpacked), dict(user_config)])
    done = subprocess.run(  # noqa: S603
        [str(modules / ".bin" / "node"), "--input-type=module", "-e", _EXPAND, str(library), given],
        capture_output=True,
        text=True,
        check=True,
    )
    config: dict[str, Any] = json.loads(done.stdout)
    return config


def prove(config: Mapping[str, Any], elsewhere: Path, uv: Path) -> Proof:
    """Starts the server in the folder `elsewhere`, with `uv` on PATH, and asks it for its tools and for one preparation."""
    return anyio.run(_prove, config, elsewhere, uv)


async def _prove(config: Mapping[str, Any], elsewhere: Path, uv: Path) -> Proof:
    path = os.pathsep.join((str(uv.parent), os.environ.get("PATH", "")))
    home = {"CUSTOMER_ESCALATION_HOME": str(elsewhere / "home")}
    environment = {**os.environ, "PATH": path, **home}
    # This project's own environment must not stand in for the one that uv makes beside the bundle.
    environment.pop("VIRTUAL_ENV", None)
    parameters = StdioServerParameters(
        command=config["command"], args=config["args"], env=environment | config.get("env", {}), cwd=elsewhere
    )
    began = time.perf_counter()
    async with Client(stdio_client(parameters), read_timeout_seconds=600) as client:
        tools = tuple(tool.name for tool in (await client.list_tools()).tools)
        seconds = time.perf_counter() - began
        result = await client.call_tool("prepare_escalation", {"issue": ISSUE})
    answer: dict[str, Any] = result.structured_content or {}
    return Proof(seconds, tools, str(answer.get("decision")))
