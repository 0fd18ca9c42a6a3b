"""One whole escalation by the Python SDK's client: `python python_sdk.py COMMAND ARGUMENT…` (the server's)."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from typing import Any

from mcp import Client
from mcp.client import ClientRequestContext
from mcp.client.stdio import StdioServerParameters
from mcp_types import ElicitRequestParams, ElicitResult

ISSUE = "API returning 500 errors intermittently for Acme Corp"
ASKING = "Customer threatening to churn over missing audit log feature"
asked: list[str] = []


async def person(context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult:
    """Knows the steps, and wants it sent."""
    del context
    asked.append(params.message)
    fields: dict[str, Any] = getattr(params, "requested_schema", {})["properties"]
    return ElicitResult(
        action="accept", content={name: said.get("enum", ["Sign in."])[0] for name, said in fields.items()}
    )


async def main(command: str, *arguments: str) -> None:
    server = StdioServerParameters(command=command, args=list(arguments), env=dict(os.environ))
    async with Client(server, elicitation_callback=person) as client:

        async def call(name: str, **given: str) -> dict[str, Any]:
            return (await client.call_tool(name, given)).structured_content or {}

        tools = [tool.name for tool in (await client.list_tools()).tools]
        prompts = [prompt.name for prompt in (await client.list_prompts()).prompts]
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
        "resource": bool(policy.contents),
        "form": len(asked) == 2 and "account" in known,
    }
    sys.stdout.write(json.dumps({**told, "outcome": sent.get("outcome")}))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
