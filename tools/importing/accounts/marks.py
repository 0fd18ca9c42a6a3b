"""By what a customer's record in one export is known in another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from escalation.naming import KEY_LENGTH, name_key
from escalation.one_customer import name_mark, own_domain
from escalation.records import Account
from tools.importing.rows import MADE_UP

MarkKind = Literal["domain", "name", "alias"]


def marks_of(account: Account, rank: int) -> set[tuple[MarkKind, str]]:
    """Its own domains, its names without legal form, and its aliases as they stand, since one may be another export's id."""
    found: set[tuple[MarkKind, str]] = {("domain", domain) for domain in domains_of(account)}
    found |= {("name", mark) for name in names_of(account) if (mark := name_mark(name))}
    if rank < MADE_UP:
        found |= {("alias", alias.strip()[:KEY_LENGTH]) for alias in account.aliases if alias.strip()}
    return found


def domains_of(account: Account) -> set[str]:
    return {own for domain in (account.domain, *account.domain_names) if (own := own_domain(domain))}


def names_of(account: Account) -> set[str]:
    """Name keys; none for an account that is called by its domain, for want of a name."""
    called = (account.name, *account.aliases)
    return set() if account.name == account.domain else {key for name in called if (key := name_key(name))}


@dataclass(slots=True)
class Known:
    """A customer as the exports that share one id know it."""

    id: str
    rank: int
    name: str
    sources: set[str] = field(default_factory=set[str])
    names: set[str] = field(default_factory=set[str])
    domains: set[str] = field(default_factory=set[str])
    """Domains that its own record gives: a ticket's sender may write for somebody else."""

    def add(self, account: Account, source: str, rank: int) -> None:
        """What one more export says of it."""
        self.sources.add(source)
        if rank < self.rank:
            self.rank, self.name = rank, account.name
        self.names |= names_of(account)
        if rank < MADE_UP or account.name == account.domain:
            self.domains |= domains_of(account)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Ids that have one mark in common, each with the exports that give it this mark."""

    kind: MarkKind
    key: str
    members: tuple[tuple[str, str], ...]
    """(id, source), sorted."""

    def by_source(self) -> Iterator[tuple[str, set[str]]]:
        found: dict[str, set[str]] = {}
        for id_, source in self.members:
            found.setdefault(source, set()).add(id_)
        yield from sorted(found.items())
