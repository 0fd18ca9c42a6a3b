"""Resources: an escalation's brief and record, and the policies briefs are judged by."""

from __future__ import annotations

from mcp.server.mcpserver import MCPServer

from tools.office import Office


def add_to(server: MCPServer[Office], office: Office) -> None:
    del server, office
