"""What the domain asks of the outside: a workspace that can be searched, and a clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Generic, NamedTuple, Protocol, TypeVar

from escalation.evidence import Coverage
from escalation.records import Account, Article, Message, Record, Ticket, TrackerItem

FOLLOWS = timedelta(hours=6)
"""Within this a message of the same channel answers another one, or goes on from it."""

R = TypeVar("R")
Kind = TypeVar("Kind", bound=Record)


class Hit(NamedTuple, Generic[R]):
    """A search result; `score` is higher for better matches and comparable only within one answer."""

    record: R
    score: float


@dataclass(frozen=True)
class AccountMatch:
    """An account that fits a name. `how`: "id", "name", "alias", "domain", "near"; `score` 0..1."""

    account: Account
    how: str
    score: float


@dataclass(frozen=True)
class AccountMention:
    """An account named inside a longer text, with the characters [start, end) that name it."""

    account: Account
    start: int
    end: int
    text: str


class Workspace(Protocol):
    """Read access to the records of all connected sources. Raises `WorkspaceUnusable` when it cannot be read.

    Searches understand English, Simplified and Traditional Chinese, tokenise the query themselves, match all words first and
    then the rarest of them, and rank recent and open first among equals. `near`: words that mean nearly the same answer too.
    """

    def snapshot(self) -> AbstractContextManager[Workspace]:
        """The workspace as it is at this moment, for the calls of one question; used by the thread that opened it."""
        ...

    def now(self) -> datetime: ...

    def generation(self) -> str:
        """Another text each time the records change, and only then: what was worked out from them holds as long as it does."""
        ...

    def coverage(self) -> tuple[Coverage, ...]: ...

    def accounts(self, ids: Iterable[str]) -> list[Account]: ...

    def find_accounts(self, query: str, limit: int = 5) -> list[AccountMatch]: ...

    def accounts_named_in(self, text: str, *, near: bool = True) -> list[AccountMention]: ...

    def account_names(self, *, except_ids: Sequence[str] = ()) -> list[str]:
        """Names and aliases of all known accounts but these: what must not be said of another customer."""
        ...

    def segment_size(self, scope: str) -> int:
        """How many accounts there are of a plan ("enterprise"), or in all for "all"."""
        ...

    def tickets(self, ids: Iterable[str]) -> list[Ticket]: ...

    def search_tickets(
        self,
        query: str = "",
        *,
        account_ids: Sequence[str] = (),
        status: Sequence[str] = (),
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
        offset: int = 0,
        near: bool = False,
    ) -> list[Hit[Ticket]]: ...

    def latest(self, model: type[Kind], limit: int) -> Iterator[Kind]:
        """The newest tickets, articles, messages or tracker items, to be gone through once and not remembered."""
        ...

    def tickets_linked_to(self, *, tracker: Iterable[str] = (), merged_into: Iterable[str] = ()) -> list[Ticket]: ...

    def articles(self, ids: Iterable[str]) -> list[Article]: ...

    def search_articles(self, query: str, *, limit: int = 10, near: bool = False) -> list[Hit[Article]]: ...

    def messages(self, ids: Iterable[str]) -> list[Message]: ...

    def thread(self, message_id: str) -> list[Message]: ...

    def threads(self, message_ids: Iterable[str]) -> list[Message]:
        """The whole threads that messages stand in, oldest first; unknown messages are left out."""
        ...

    def messages_after(self, message_ids: Iterable[str]) -> list[Message]:
        """For each message that stands in no thread the next two of its channel within `FOLLOWS`, outside of threads."""
        ...

    def messages_naming(self, record_ids: Sequence[str], *, limit: int = 5) -> list[Message]:
        """For each id the newest `limit` messages that hold it letter for letter, in the order of the ids."""
        ...

    def search_messages(
        self, query: str, *, since: datetime | None = None, limit: int = 10, near: bool = False
    ) -> list[Hit[Message]]: ...

    def items(self, ids: Iterable[str]) -> list[TrackerItem]: ...

    def search_items(self, query: str, *, limit: int = 10, near: bool = False) -> list[Hit[TrackerItem]]: ...

    def items_linked_to(self, ticket_ids: Iterable[str]) -> list[TrackerItem]: ...

    def term_frequencies(self, tokens: Iterable[str]) -> Mapping[str, int]:
        """How many tickets hold each token, to be asked with `get`: none or 0 for absent ones, and it may know others too."""
        ...

    def ticket_count(self) -> int: ...
