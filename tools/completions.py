"""Completions: customers for the prompt, ids for the resources."""

from __future__ import annotations

from anyio import to_thread
from mcp.server.mcpserver import MCPServer
from mcp.shared.exceptions import MCPError
from mcp_types import (
    INTERNAL_ERROR,
    Completion,
    CompletionArgument,
    CompletionContext,
    PromptReference,
    ResourceTemplateReference,
)

from escalation.errors import EscalationError
from tools.office import Office

_MOST = 20


def add_to(server: MCPServer[Office], office: Office) -> None:
    """Registers the handler; an argument we know nothing of completes to nothing."""

    def values(argument: CompletionArgument, *, prompt: bool) -> list[str]:
        if prompt:
            return _accounts(office, argument.value) if argument.name == "account" else []
        return _ids(office, argument.value) if argument.name == "id" else []

    async def complete(
        ref: PromptReference | ResourceTemplateReference,
        argument: CompletionArgument,
        context: CompletionContext | None,
    ) -> Completion:
        del context
        try:
            found = await to_thread.run_sync(lambda: values(argument, prompt=isinstance(ref, PromptReference)))
        except EscalationError as error:
            raise MCPError(INTERNAL_ERROR, str(error)) from error
        return Completion(values=found[:_MOST], total=len(found), has_more=len(found) > _MOST)

    server.completion()(complete)  # type: ignore[no-untyped-call]  # the SDK leaves `completion` unannotated


def _accounts(office: Office, typed: str) -> list[str]:
    if not typed.strip():
        return []
    matches = office.open().workspace.find_accounts(typed, limit=_MOST)
    return list(dict.fromkeys(match.account.name for match in matches))


def _ids(office: Office, typed: str) -> list[str]:
    states = office.open().register.list()
    return [state.id for state in states if state.id.casefold().startswith(typed.strip().casefold())]
