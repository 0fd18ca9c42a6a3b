"""A ticket that an answer names is this matter, as one whose number stands in the line is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from escalation.assessment import Issue
from escalation.ports import Workspace
from escalation.reading.bare import only_names_records
from escalation.records import Ticket

QUESTION = "ticket_number"

SHAPES = 20
"""Newest tickets whose ids tell what stands before a number: who is asked for a number leaves out the rest of the id."""

MOST = 20
"""Numbers of one answer that are looked up."""

_NUMBERED = re.compile(r"(?<![\w-])#?((?:[A-Za-z][\w-]{0,20}[-_])?[A-Za-z]{0,10}\d[\w-]{0,30})", re.ASCII)
_NOT_THIS = re.compile(
    r"(?:\bnot|n['’]t|\bneither|\bnor|\binstead of|\brather than|\bexcept|不是|并非|並非|而非|除了)"
    r"(?:\W{0,2}(?:the|ticket|工单|工單))*\W{0,3}$",
    re.IGNORECASE,
)


def with_named(issue: Issue, answers: Mapping[str, str], workspace: Workspace) -> Issue:
    """The issue with the tickets that the answer to "which ticket?" names, by their whole ids or by the number alone.

    A number that no record has stays among them, so that it is said. What an answer excludes ("not T-1") is left out.
    """
    if not (said := answers.get(QUESTION)):
        return _with_linked(issue, workspace) if only_names_records(issue.text) else issue
    numbers = [m.group(1) for m in _NUMBERED.finditer(said) if not _NOT_THIS.search(said[: m.start()])][:MOST]
    if not (named := tuple(dict.fromkeys(_resolved(numbers, said, workspace)))):
        return issue
    # Of several that the line names the answer says which is meant; beside others it adds one.
    one_of_them = set(named) < set(issue.ticket_ids)
    known = () if one_of_them else tuple(id_ for id_ in issue.ticket_ids if id_ not in named)
    return issue.model_copy(update={"ticket_ids": (*known, *named), "answered_tickets": named})


def _with_linked(issue: Issue, workspace: Workspace) -> Issue:
    """A line that is nothing but the id of a tracker item is about the tickets put on it, the open ones where there are any."""
    items = workspace.items(issue.ticket_ids) if issue.ticket_ids else []
    linked = workspace.tickets_linked_to(tracker=[item.id for item in items]) if items else []
    found = [ticket.id for ticket in [t for t in linked if not t.solved] or linked]
    return issue.model_copy(update={"ticket_ids": tuple(dict.fromkeys((*issue.ticket_ids, *found)))})


def _resolved(numbers: Iterable[str], said: str, workspace: Workspace) -> Iterator[str]:
    shapes = {(_head(t.id), len(t.id) - len(_head(t.id))) for t in workspace.latest(Ticket, SHAPES)}
    heads = sorted({head for head, _ in shapes})
    for number in numbers:
        bare = number.isdigit()
        spelt = (number, number.upper(), *(f"{head}{number}" for head in heads if bare))
        if found := workspace.tickets(dict.fromkeys(spelt)):
            yield found[0].id
        elif items := workspace.items(dict.fromkeys(spelt[:2])):
            linked = workspace.tickets_linked_to(tracker=[items[0].id])
            yield from (ticket.id for ticket in [t for t in linked if not t.solved] or linked)
        elif _is_meant(number, said, shapes):
            yield f"{heads[0]}{number}" if bare and len(heads) == 1 else number.upper()


def _head(id_: str) -> str:
    return id_.rstrip("0123456789")


def _is_meant(number: str, said: str, shapes: set[tuple[str, int]]) -> bool:
    """Whether it was given as a ticket's number: it is the whole answer, or is shaped as this helpdesk's are. Others may count or
    date something."""
    if said.strip(" #.。") == number:
        return True
    head = _head(number.upper())
    return any(len(number) == digits if number.isdigit() else head == known.upper() for known, digits in shapes)
