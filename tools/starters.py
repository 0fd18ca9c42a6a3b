"""The prompt a person starts with: /customer-escalation <issue> [account]."""

from __future__ import annotations

from typing import Annotated

from mcp.server.mcpserver import MCPServer
from pydantic import Field

from tools.office import Office

# Hosts that leave an argument out get a question back, not a protocol error: hence the defaults (mcp.md).
TypedIssue = Annotated[str, Field(description="The issue as you would type it to a colleague.")]
TypedAccount = Annotated[str, Field(description="Customer name or account id, if known.")]

# Hosts cut what is typed at spaces: of "API returning 500 …" Claude Code gives "API", "returning", and no more of it.
_WORK = """\
A support agent asks for an escalation brief.

Issue, as typed: {issue}
Customer: {account}

Were these two cut out of one line at a space? Then the issue is that whole line, as the person typed it after the command, and \
the customer is whoever it names.

Work in this order:
1. prepare_escalation with the issue exactly as typed{with_account}. It finds the records, decides and explains.
2. If it returns needs_answer, ask those questions in one message, wait, and call it again with the answers. Do not guess them.
3. If the decision is "handle", say how support can solve it and on which article that rests. If it is "escalate", write the \
sections and pass them to write_brief; mend what it refuses. Leave out what is unknown.
4. Show the rendered brief, then offer: post it to the target team's channel, send the customer an interim response, set a \
follow-up reminder, draft a customer-facing update. Nothing is sent without the person's word.

Answer in the language of the issue.\
"""

_ASK = "Ask the support agent what is broken or needed and for which customer, then call prepare_escalation with their words."


def add_to(server: MCPServer[Office]) -> None:
    @server.prompt(name="customer-escalation", title="Escalate a customer issue")
    def customer_escalation(issue: TypedIssue = "", account: TypedAccount = "") -> str:
        """From one typed line to an escalation brief."""
        if not issue.strip():
            return _ASK
        return _WORK.format(
            issue=issue.strip(),
            account=account.strip() or "not named",
            with_account=", and the customer as account" if account.strip() else "",
        )

    del customer_escalation
