"""Completions: accounts for the prompt, escalation ids for the resources."""

from __future__ import annotations

from mcp.server.mcpserver import MCPServer

from tools.office import Office


def add_to(server: MCPServer[Office], office: Office) -> None:
    del server, office
