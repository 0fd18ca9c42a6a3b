"""From what was typed to one account, or to the candidates: nothing is chosen silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from escalation.errors import AmbiguousAccount, NotFound
from tools.serving.quoting import bare, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from escalation.evidence import Evidence
    from escalation.ports import AccountMatch, Workspace
    from escalation.records import Account


def one_account(workspace: Workspace, query: str) -> Account:
    """The only account that answers to `query`. Raises `AmbiguousAccount` with the candidates, or `NotFound`."""
    matches = candidates(workspace, query)
    if not matches:
        raise NotFound(
            f"No account answers to {query[:80]!r}.",
            "Check the spelling, give its id or domain, or leave the account out.",
        )
    if len(matches) > 1:
        named = "; ".join(f"{plain(match.account.name)} ({bare(match.account.id)})" for match in matches)
        raise AmbiguousAccount(
            f"Several accounts answer to {query[:80]!r}: {named}.", "Call again with one of these ids."
        )
    return matches[0].account


def account_of(workspace: Workspace, query: str, evidence: Iterable[Evidence]) -> Account:
    """As `one_account`; where no CRM is connected here the customer of that name of whom something was handed in, or a new one.

    There a name is all that is known, and nobody to mistake it for.
    """
    from escalation.judgement.hosted import account_key
    from escalation.records import Account

    try:
        return one_account(workspace, query)
    except NotFound:
        name = plain(query, 80)
        if not name or any(line.category == "crm" and line.state == "searched" for line in workspace.coverage()):
            raise
        key = account_key(name)
        known = (each.account_id for each in evidence if each.account_id and account_key(each.account_id) == key)
        said = next(known, name)
        return Account(id=said, name=said)


def zone_of(workspace: Workspace, account_id: str | None) -> str | None:
    """The time zone of the clock by which this customer reads a time; None when it is nobody's, or not on record."""
    return next((each.timezone for each in workspace.accounts([account_id])), None) if account_id else None


def candidates(workspace: Workspace, query: str) -> list[AccountMatch]:
    """The accounts that fit, best first; an exact name or id leaves the near misses out."""
    matches = workspace.find_accounts(query)
    exact = [match for match in matches if match.how != "near"]
    return exact or matches
