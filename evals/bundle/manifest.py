"""manifest.json of the bundle (MCPB 0.4), written from what the server serves so that the two cannot drift apart."""

from __future__ import annotations

from typing import Any

from tools.serving.registry import TABLE
from tools.serving.server import NAME, VERSION

ICON = "icon.png"
COMMAND = ["run", "--project", "${__dirname}", "--frozen", "--no-dev", "python", "-I", "-m", "tools"]
"""As `.mcp.json` has it: `-I`, since a host starts servers in a folder that may hold a `tools/` of its own."""

_WORKSPACE = (
    "Folder with your records (accounts.jsonl and so on). Left empty: what you imported, or the sample company."
)


def manifest() -> dict[str, Any]:
    """`user_config.workspace` may stay unset: it then arrives unexpanded, which the command line takes for unset."""
    return {
        "manifest_version": "0.4",
        "name": NAME,
        "display_name": "Customer escalation",
        "version": VERSION,
        "description": "From one typed line to an escalation brief the receiving team can act on, every figure with its source.",
        "author": {"name": "customer-escalation maintainers"},
        "license": "Apache-2.0",
        "icon": ICON,
        "keywords": ["support", "escalation", "customer-success", "incident"],
        "server": {
            "type": "uv",
            "entry_point": "tools/__main__.py",
            "mcp_config": {"command": "uv", "args": [*COMMAND, "--workspace", "${user_config.workspace}"]},
        },
        "user_config": {
            "workspace": {
                "type": "directory",
                "title": "Workspace",
                "description": _WORKSPACE,
                "required": False,
            }
        },
        "tools": [{"name": entry.fn.__name__, "description": entry.title} for entry in TABLE],
        "prompts_generated": True,
        "compatibility": {"platforms": ["darwin", "win32", "linux"], "runtimes": {"python": ">=3.11"}},
    }
