"""Step two of the workflow: from an issue to the candidate records of every connected source, for the judgement to sift."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from escalation.assessment import Issue
from escalation.context import Context
from escalation.judgement.fallen_away import fallen_away
from escalation.matching.belonging import strongest
from escalation.matching.profile import ticket_profile
from escalation.matching.ruled import held_in
from escalation.matching.scene import topic
from escalation.matching.short_ids import calls_it, short_id
from escalation.matching.wrote_before import ids_named
from escalation.ports import Workspace
from escalation.records import Account, Article, Message, Ticket, TrackerItem
from escalation.ruling import RULEABLE, Ruling
from escalation.telling.references import error_codes
from tools.desk.frequencies import counted
from tools.desk.meant import Who, who

TICKETS = 60
"""Candidates asked for per search; the judgement reads each of them."""

MORE = 20
OWN = 40
STRONG = 12
LEADING = 3
"""Of those the first ones, whose own words are looked for; as many more where tickets were ruled to be the issue."""

LATEST = 60
ANSWERING = 8
"""Articles looked for by a report's own words: its headline may be a cry, and the matter stands below it."""

TOLD = 600
"""Characters of a report that are looked for in articles."""

LATELY = timedelta(days=21)
"""What was opened in these days is read whatever its words: a report may be in a language that shares none with the line."""


MERGES = 3
"""Steps from a ticket to the one it was merged into."""

SPOKEN_OF = 3
"""Reports of which it is looked up what colleagues say in chat of their customers, ..."""

SAID = 4
"""... so many messages each, ..."""

AHEAD = timedelta(hours=12)
"""... from a little before the report was written down."""

BRIEFS = ("# ESCALATION: ", "# 升级：")
"""How our own brief begins where it was posted: it says what other records said, and names what it ruled out."""


@dataclass
class _Found:
    """Candidates collected so far, each once, in the order they were found."""

    tickets: dict[str, Ticket] = field(default_factory=dict[str, Ticket])
    articles: dict[str, Article] = field(default_factory=dict[str, Article])
    messages: dict[str, Message] = field(default_factory=dict[str, Message])
    items: dict[str, TrackerItem] = field(default_factory=dict[str, TrackerItem])

    def add_tickets(self, tickets: Iterable[Ticket]) -> None:
        self.tickets.update({t.id: t for t in tickets if t.id not in self.tickets})


def gather(
    workspace: Workspace,
    issue: Issue,
    account: str | None = None,
    rulings: tuple[Ruling, ...] = (),
    counted: frozenset[str] = frozenset(),
) -> Context:
    """All candidates of an issue: by its words, by what those lead to, by links from either side; read at one moment."""
    with workspace.snapshot() as seen:
        return _gathered(seen, issue, account, rulings, counted)


def _gathered(
    workspace: Workspace, issue: Issue, account: str | None, rulings: tuple[Ruling, ...], counted: frozenset[str]
) -> Context:
    named = who(workspace, issue, account)
    found = _Found()
    _by_words(workspace, issue, named, found)
    _by_hand(workspace, rulings, found)
    if counted:
        theirs = workspace.tickets(sorted(counted))
        found.add_tickets(theirs)
        counted -= fallen_away(issue.text, theirs, rulings, named.named)
    first = replace(_context(workspace, issue, named, found, ()), rulings=rulings, counted=counted)
    strong = strongest(issue, first, workspace.now(), STRONG)
    # What was read and found to be the issue leads on, however weak its words.
    ruled = held_in(first) if rulings or counted else frozenset[str]()
    strong.sort(key=lambda ticket: ticket.id not in ruled)
    _by_links(workspace, strong, named.named, found, LEADING + min(len(ruled), LEADING))
    whole = _context(workspace, issue, named, found, tuple(found.tickets.values()))
    return replace(whole, rulings=rulings, counted=counted)


def beside(workspace: Workspace, issue: Issue, context: Context, counted: frozenset[str]) -> Context:
    """What was gathered for `issue`, and the tickets that are counted with what is on record of them, all they say being weighed
    as the rest was: nothing that the words of the issue found is looked for again."""
    with workspace.snapshot() as seen:
        found = _Found(
            {t.id: t for t in context.tickets},
            {a.id: a for a in context.articles},
            {m.id: m for m in context.messages},
            {i.id: i for i in context.items},
        )
        theirs = seen.tickets(sorted(counted))
        counted -= fallen_away(issue.text, theirs, named=context.named)
        found.add_tickets(theirs)
        _by_links(seen, [t for t in theirs if t.id in counted][:STRONG], context.named, found, 0)
        named = Who(context.named, context.candidates, context.unknown_name, context.near_names)
        whole = _context(seen, issue, named, found, tuple(found.tickets.values()))
        return replace(whole, counted=counted)


def _by_hand(workspace: Workspace, rulings: tuple[Ruling, ...], found: _Found) -> None:
    """The records that were ruled on; of tickets those that stand for them where they were merged, of tracker items that belong
    the tickets linked to them."""
    ids = {source: sorted(r.record_id for r in rulings if r.source == source) for source in RULEABLE}
    found.articles.update({a.id: a for a in workspace.articles(ids["kb"])} if ids["kb"] else {})
    found.messages.update({m.id: m for m in workspace.messages(ids["chat"])} if ids["chat"] else {})
    items = {i.id: i for i in workspace.items(ids["tracker"])} if ids["tracker"] else {}
    found.items.update(items)
    if belonging := [i for i in ids["tracker"] if i in items and any(r.record_id == i and r.same for r in rulings)]:
        found.add_tickets(workspace.tickets_linked_to(tracker=belonging))
        found.add_tickets(workspace.tickets({t for i in belonging for t in items[i].linked_tickets}))
        found.messages.update({m.id: m for m in workspace.messages_naming(belonging)})
    wanted = ids["tickets"]
    for _ in range(MERGES):
        tickets = workspace.tickets(wanted) if wanted else []
        found.add_tickets(tickets)
        wanted = sorted({t.merged_into for t in tickets if t.merged_into} - found.tickets.keys())


def _by_words(workspace: Workspace, issue: Issue, named: Who, found: _Found) -> None:
    words = _topic_words(issue, named)
    found.add_tickets(workspace.tickets(issue.ticket_ids))
    found.add_tickets(h.record for h in workspace.search_tickets(words, limit=TICKETS))
    for sign in (*issue.error_strings[:2], *issue.endpoints[:2]):
        found.add_tickets(h.record for h in workspace.search_tickets(sign, limit=MORE))
    own = [a.id for a in named.named[:3]]
    if own:
        found.add_tickets(h.record for h in workspace.search_tickets(words, account_ids=own, limit=MORE))
        found.add_tickets(h.record for h in workspace.search_tickets(account_ids=own, limit=OWN))
    # By the hour, so that calls soon after one another ask for the same.
    lately = (workspace.now() - LATELY).replace(minute=0, second=0, microsecond=0)
    found.add_tickets(h.record for h in workspace.search_tickets(since=lately, limit=LATEST))
    found.articles.update({h.record.id: h.record for h in workspace.search_articles(words, limit=MORE)})
    found.items.update({h.record.id: h.record for h in workspace.search_items(words, limit=MORE)})
    found.messages.update({h.record.id: h.record for h in workspace.search_messages(words, limit=MORE)})


def _by_links(
    workspace: Workspace, strong: Sequence[Ticket], named: Sequence[Account], found: _Found, leading: int
) -> None:
    """What the clearly matching tickets lead to: same tracker items, same words as theirs, chat that names them."""
    ids = [t.id for t in strong]
    items = workspace.items_linked_to(ids)
    found.items.update({i.id: i for i in items})
    whose = {a.id for a in named}
    theirs = [t.id for t in found.tickets.values() if t.account_id in whose and t.id not in ids]
    found.items.update(
        {i.id: i for i in workspace.items_linked_to(theirs) if i.id not in found.items} if theirs else {}
    )
    linked = dict.fromkeys([*(i.id for i in items), *(x for t in strong for x in t.linked_tracker)])
    found.items.update({i.id: i for i in workspace.items(linked)})
    found.add_tickets(workspace.tickets_linked_to(tracker=list(linked)))
    found.add_tickets(workspace.tickets_linked_to(merged_into=ids))
    if before := [*ids_named(strong[:leading])]:
        found.add_tickets(workspace.tickets(before))
    for sign in _signs(strong[:leading]):
        found.add_tickets(h.record for h in workspace.search_tickets(sign, limit=MORE))
    if codes := sorted({code for t in strong[:leading] for code in error_codes(ticket_profile(t))})[:3]:
        found.messages.update({h.record.id: h.record for h in workspace.search_messages("\n".join(codes), limit=SAID)})
    for ticket in strong[:leading]:
        found.add_tickets(h.record for h in workspace.search_tickets(ticket.subject, limit=MORE))
        told = f"{ticket.subject}\n{ticket.description[:TOLD]}"
        found.articles.update({h.record.id: h.record for h in workspace.search_articles(told, limit=ANSWERING)})
    found.articles.update({a.id: a for a in workspace.articles({i for t in strong for i in t.linked_kb})})
    found.messages.update({m.id: m for m in workspace.messages_naming([*ids[:6], *linked])})
    numbers = [n for i in linked if (n := short_id(i))]
    found.messages.update(
        {m.id: m for m in workspace.messages_naming(numbers) if any(calls_it(m.text, n) for n in numbers)}
        if numbers
        else {}
    )
    _by_talk(workspace, strong, named, found)
    heads = [message.thread_of or message.id for message in list(found.messages.values())[:MORE]]
    found.messages.update({m.id: m for m in workspace.threads(heads)})


def _by_talk(workspace: Workspace, strong: Sequence[Ticket], meant: Sequence[Account], found: _Found) -> None:
    """What colleagues say of the customers of the clearest reports since then, of those who were named of late, what follows in
    their channels, and the tickets of whom they name beside."""
    reports = [t for t in strong if t.account_id][:SPOKEN_OF]
    owners = {a.id: a for a in workspace.accounts(dict.fromkeys(t.account_id for t in reports if t.account_id))}
    heard: dict[str, Message] = {}
    for ticket in reports:
        if (account := owners.pop(ticket.account_id or "", None)) is not None:
            heard |= _talk_of(workspace, account, ticket.created_at - AHEAD)
    named = {n.account.id for m in heard.values() for n in workspace.accounts_named_in(m.text, near=False)}
    if others := sorted(named - {t.account_id for t in reports}):
        since = min(t.created_at for t in reports) - LATELY
        found.add_tickets(h.record for h in workspace.search_tickets(account_ids=others, since=since, limit=MORE))
    for account in meant[:SPOKEN_OF]:
        if all(account.id != t.account_id for t in reports):
            heard |= _talk_of(workspace, account, workspace.now() - LATELY)
    heard |= {m.id: m for m in workspace.messages_after(heard)}
    found.messages.update({m.id: m for m in heard.values() if m.id not in found.messages})


def _talk_of(workspace: Workspace, account: Account, since: datetime) -> dict[str, Message]:
    called = " ".join((account.name, *account.aliases))
    return {h.record.id: h.record for h in workspace.search_messages(called, since=since, limit=SAID)}


def _signs(strong: Sequence[Ticket]) -> list[str]:
    """Error texts and endpoints that the clearest reports hold: others may name nothing else."""
    profiles = [ticket_profile(t) for t in strong]
    return list(dict.fromkeys(sign for p in profiles for sign in sorted(p.specific_errors | p.endpoints)))[:3]


def _topic_words(issue: Issue, named: Who) -> str:
    text = issue.text
    for account in named.named:
        for name in sorted((account.name, *account.aliases), key=len, reverse=True):
            text = text.replace(name, " ")
    return text.strip() or issue.text


def _context(workspace: Workspace, issue: Issue, named: Who, found: _Found, compared: tuple[Ticket, ...]) -> Context:
    """`compared` are the tickets that will be held against each other, for which their words must be weighed too."""
    tickets = tuple(found.tickets.values())
    ids = dict.fromkeys([*(t.account_id for t in tickets if t.account_id), *(a.id for a in named.named)])
    profiles = [topic(issue, Context(named=named.named)), *map(ticket_profile, compared)]
    return Context(
        tickets=tickets,
        accounts={a.id: a for a in workspace.accounts(ids)},
        articles=tuple(found.articles.values()),
        messages=tuple(m for m in found.messages.values() if not m.text.startswith(BRIEFS)),
        items=tuple(found.items.values()),
        named=named.named,
        candidates=named.candidates,
        unknown_name=named.unknown_name,
        near_names=named.near,
        segment_size=workspace.segment_size(issue.claimed_scope) if issue.claimed_scope else None,
        frequencies=counted(workspace, profiles),
        ticket_total=workspace.ticket_count(),
        coverage=workspace.coverage(),
    )
