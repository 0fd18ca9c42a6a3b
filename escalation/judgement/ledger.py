"""The ledger hands out evidence ids (E1, E2, …) while an issue is judged, one per distinct fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from escalation.evidence import Evidence
from escalation.judgement.forms import FIELDS
from escalation.records import Account, Article, Message, Ticket, TrackerItem
from escalation.terms import SourceName

QUOTATION_LIMIT = 1200
"""Characters of a source text kept as a quotation; the record's address leads to the rest."""


class Ledger:
    """Collects evidence in the order it is first used; the same fact from the same record keeps its id."""

    def __init__(
        self,
        fetched_at: datetime,
        start: tuple[Evidence, ...] = (),
        handed_in: Mapping[str, Sequence[Evidence]] | None = None,
    ) -> None:
        self._fetched_at = fetched_at
        self._entries: list[Evidence] = list(start)
        self._worked_out_before = {e.id for e in start if e.source == "computed"}
        self._handed_in = handed_in or {}
        self._ids = {_key(e.source, e.record_id, e.about, e.quotation): e.id for e in start}

    def entries(self) -> tuple[Evidence, ...]:
        return tuple(self._entries)

    def outdated(self) -> tuple[str, ...]:
        """Ids of results of ours from before that this judgement did not come to again: they hold no more."""
        return tuple(e.id for e in self._entries if e.id in self._worked_out_before)

    def typed_ids(self) -> frozenset[str]:
        """Ids of what rests on the reporter's words alone."""
        return frozenset(e.id for e in self._entries if e.source == "reporter")

    def add(
        self,
        source: SourceName,
        record_id: str,
        quotation: str,
        *,
        about: str = "text",
        url: str | None = None,
        at: datetime | None = None,
        account_id: str | None = None,
        internal: bool = True,
        inputs: tuple[str, ...] = (),
    ) -> str:
        """Returns the id of this fact, new or known."""
        quotation = quotation.strip()
        if source in {"tickets", "accounts"} and (told := self._handed_in.get(record_id)):
            # Of a record that was handed in, what was quoted of it is evidence already.
            return _telling(told, about, quotation)
        if len(quotation) > QUOTATION_LIMIT:
            quotation = quotation[: QUOTATION_LIMIT - 1].rstrip() + "…"
        key = _key(source, record_id, about, quotation)
        if key not in self._ids:
            self._ids[key] = f"E{len(self._entries) + 1}"
            self._entries.append(
                Evidence(
                    id=self._ids[key],
                    source=source,
                    record_id=record_id,
                    quotation=quotation,
                    about=about,
                    url=url,
                    at=at,
                    fetched_at=self._fetched_at,
                    account_id=account_id,
                    internal=internal,
                    inputs=inputs,
                )
            )
        self._worked_out_before.discard(self._ids[key])
        return self._ids[key]

    def computed(self, about: str, statement: str, inputs: tuple[str, ...] = (), account_id: str | None = None) -> str:
        """A result of ours with its inputs, so that a reader can check the sum."""
        return self.add("computed", about, statement, about=about, inputs=inputs, account_id=account_id)

    def ticket(self, ticket: Ticket, quotation: str | None = None, *, at: datetime | None = None) -> str:
        return self.add(
            "tickets",
            ticket.id,
            quotation or "\n".join(part for part in (ticket.subject, ticket.description) if part),
            at=at or ticket.created_at,
            account_id=ticket.account_id,
            url=_url(ticket.model_extra),
            internal=False,
        )

    def account(self, account: Account, about: str, value: str) -> str:
        return self.add(
            "accounts", account.id, f"{account.name}: {about} = {value}", about=about, account_id=account.id
        )

    def article(self, article: Article) -> str:
        return self.add("kb", article.id, article.title, url=article.url, at=article.updated_at)

    def message(self, message: Message) -> str:
        return self.add("chat", message.id, message.text, at=message.at)

    def item(self, item: TrackerItem) -> str:
        fixed = f", fixed in {item.fixed_in}" if item.fixed_in else ""
        return self.add("tracker", item.id, f"{item.title} ({item.status}{fixed})", url=item.url, at=item.created_at)


def _telling(told: Sequence[Evidence], about: str, quotation: str) -> str:
    """The piece that holds these words, or this field of a form; else the first."""
    field = FIELDS.get(about)
    holds = (e.id for e in told if quotation in e.quotation or (field and field.search(e.quotation)))
    return next(holds, told[0].id)


def _key(source: str, record_id: str, about: str, quotation: str) -> tuple[str, str, str, str]:
    return source, record_id, about, quotation


def _url(extra: dict[str, object] | None) -> str | None:
    url = (extra or {}).get("url")
    return url if isinstance(url, str) else None
