"""Whom the reporter named: the account typed apart, else those that the text names, else the one whose tickets it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from escalation.assessment import Issue
from escalation.judgement.strangers import firms_spelt, one_off, unresolved_name
from escalation.ports import AccountMatch, Workspace
from escalation.records import Account
from tools.desk.whose import candidates as accounts_for


@dataclass(frozen=True)
class Who:
    """Whom the reporter named: resolved accounts, or equally good candidates, or a name that nobody knows."""

    named: tuple[Account, ...] = ()
    candidates: tuple[AccountMatch, ...] = ()
    unknown_name: str | None = None
    near: tuple[str, ...] = ()


def who(workspace: Workspace, issue: Issue, account: str | None) -> Who:
    """Resolves the account typed apart, else the ones named in the text, else the one whose tickets are named."""
    # Whoever answers with a ticket has told whose it is: one of several, or a name that nobody knew.
    meant = _owner(workspace, issue.answered_tickets)
    if account and account.strip():
        found = accounts_for(workspace, account) or _within(workspace, account)
        if meant and len(found) != 1:
            return Who(named=meant)
        if not found:
            return Who(unknown_name=account.strip())
        return Who(named=(found[0].account,)) if len(found) == 1 else Who(candidates=tuple(found[:5]))
    spans: dict[tuple[int, int], dict[str, Account]] = {}
    for mention in workspace.accounts_named_in(issue.text):
        spans.setdefault((mention.start, mention.end), {})[mention.account.id] = mention.account
    named = {a.id: a for fits in spans.values() if len(fits) == 1 for a in fits.values()}
    several = [fits for fits in spans.values() if len(fits) > 1]
    if meant and not named:
        return Who(named=meant)
    if named or several:
        unsure = () if named else tuple(AccountMatch(a, "name", 1.0) for a in several[0].values())
        return Who(tuple(named.values()), unsure)
    if near := _near(workspace, issue.text):
        return near
    if stranger := unresolved_name(issue.text):
        return Who(unknown_name=stranger)
    return Who(named=_owner(workspace, issue.ticket_ids))


def _near(workspace: Workspace, text: str) -> Who | None:
    """A Chinese name that is a customer's but for one character: it may be theirs or another firm's, so that nobody is chosen."""
    for spelt in firms_spelt(text):
        found = accounts_for(workspace, spelt)
        close = tuple(m for m in found if one_off(spelt, (m.account.name, *m.account.aliases)))
        if close:
            return Who(unknown_name=spelt, near=tuple(f"{m.account.name} ({m.account.id})" for m in close[:5]))
    return None


def _owner(workspace: Workspace, ticket_ids: Sequence[str]) -> tuple[Account, ...]:
    """The one customer whose tickets these are."""
    owners = dict.fromkeys(t.account_id for t in workspace.tickets(ticket_ids) if t.account_id) if ticket_ids else {}
    return tuple(workspace.accounts(owners)) if len(owners) == 1 else ()


def _within(workspace: Workspace, said: str) -> list[AccountMatch]:
    """The customers that an answer names among other words: "neither, it is Harrowgate House"."""
    named = {mention.account.id: mention.account for mention in workspace.accounts_named_in(said)}
    return [AccountMatch(each, "name", 1.0) for each in named.values()]
