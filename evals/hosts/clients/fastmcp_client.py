"""One whole escalation by fastmcp's client: `python fastmcp_client.py COMMAND ARGUMENT…` (the server's)."""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import sys
from typing import Any

ISSUE = "API returning 500 errors intermittently for Acme Corp"
ASKING = "Customer threatening to churn over missing audit log feature"
asked: list[str] = []


async def person(message: str, _form: Any, params: Any, _context: Any) -> dict[str, str]:
    """Knows the steps, and wants it sent."""
    asked.append(message)
    fields = params.requested_schema["properties"]
    return {name: said.get("enum", ["Sign in."])[0] for name, said in fields.items()}


async def main(command: str, *arguments: str) -> None:
    # Not among the product's dependencies: this runs in an environment of its own.
    fastmcp: Any = importlib.import_module("fastmcp")
    transports: Any = importlib.import_module("fastmcp.client.transports")
    server = transports.StdioTransport(command=command, args=list(arguments), env=dict(os.environ))
    async with fastmcp.Client(server, elicitation_handler=person) as client:

        async def call(name: str, **given: str) -> dict[str, Any]:
            structure: dict[str, Any] = (await client.call_tool(name, given)).structured_content or {}
            return structure

        tools = [tool.name for tool in await client.list_tools()]
        prompts = [prompt.name for prompt in await client.list_prompts()]
        policy = await client.read_resource("policy://criteria")
        known = await call("prepare_escalation", issue=ASKING)
        escalation = (await call("prepare_escalation", issue=ISSUE))["escalation_id"]
        await call("write_brief", escalation_id=escalation)
        proposed = await call(
            "propose_action", escalation_id=escalation, kind="post_to_channel", to="#support-escalations"
        )
        sent = await call("carry_out", proposal_id=proposed["proposal_id"], hash=proposed["hash"])
    told = {
        "tools": tools,
        "prompts": prompts,
        "resource": bool(policy),
        "form": len(asked) == 2 and "account" in known,
    }
    sys.stdout.write(json.dumps({**told, "outcome": sent.get("outcome")}))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
