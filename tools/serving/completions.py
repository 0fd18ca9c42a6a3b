"""Completions: customers, escalations, teams and phases for the prompts, ids for the resources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

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
from escalation.terms import TARGETS
from escalation.updates.phase import Phase
from tools.desk.office import Office

_MOST = 20


def add_to(server: MCPServer[Office], office: Office) -> None:
    """Registers the handler; an argument we know nothing of completes to nothing."""

    def values(ref: PromptReference | ResourceTemplateReference, argument: CompletionArgument) -> list[str]:
        typed = argument.value.strip().casefold()
        if not isinstance(ref, PromptReference):
            return _ids(office, typed) if argument.name == "id" else []
        if argument.name == "escalation_id":
            return _ids(office, typed, _WANTED.get(ref.name))
        find = _FIND.get(argument.name)
        return find(office, typed) if find else []

    async def complete(
        ref: PromptReference | ResourceTemplateReference,
        argument: CompletionArgument,
        context: CompletionContext | None,
    ) -> Completion:
        del context
        try:
            found = await to_thread.run_sync(lambda: values(ref, argument))
        except EscalationError as error:
            raise MCPError(INTERNAL_ERROR, str(error)) from error
        return Completion(values=found[:_MOST], total=len(found), has_more=len(found) > _MOST)

    server.completion()(complete)  # type: ignore[no-untyped-call]  # the SDK leaves `completion` unannotated


def _accounts(office: Office, typed: str) -> list[str]:
    if not typed:
        return []
    workspace = office.open().workspace
    begun = sorted(name for name in workspace.account_names() if name.casefold().startswith(typed))[:_MOST]
    matches = workspace.find_accounts(typed, limit=_MOST)
    matches += [match for name in begun for match in workspace.find_accounts(name, limit=1)]
    return list(dict.fromkeys(match.account.name for match in matches))


def _ids(office: Office, typed: str, wanted: Callable[[str], bool] | None = None) -> list[str]:
    """Ids that begin so, the latest first; where a prompt is for some statuses only, only those."""
    states = office.open().register.list()
    return [s.id for s in states if s.id.casefold().startswith(typed) and (wanted is None or wanted(s.status))]


def _teams(office: Office, typed: str) -> list[str]:
    teams = office.open().policy.teams.values()
    named = (name for at in teams for name in (at.channel, at.tracker_project, *at.people) if name)
    return [name for name in dict.fromkeys((*TARGETS, *named)) if name.casefold().lstrip("#").startswith(typed)]


def _phases(_office: Office, typed: str) -> list[str]:
    return [phase for phase in get_args(Phase) if phase.startswith(typed)]


def _languages(_office: Office, typed: str) -> list[str]:
    return [language for language in ("en", "zh") if language.startswith(typed)]


_FIND: Mapping[str, Callable[[Office, str], list[str]]] = {
    "account": _accounts,
    "team": _teams,
    "phase": _phases,
    "language": _languages,
}
_WANTED: Mapping[str, Callable[[str], bool]] = {
    "de-escalate": lambda status: status not in ("de_escalated", "resolved", "closed"),
    "close-escalation": lambda status: status != "closed",
}
