"""The fit reads each company with another third of the lexicon forgotten, and leaves nothing of that behind."""

from __future__ import annotations

from escalation.matching.profile import profile_of, ticket_profile
from escalation.text import concepts
from evals.training.forgetting import SHARE, UNSTATED, forgetting
from evals.training.told import Line
from tests.judgement.worlds import NOW, context, issue, ticket

WORDS = "export invoice password login video printer refund report download webhook calendar payroll"


def line(company: str) -> Line:
    none = frozenset[str]()
    seen = context(ticket("1", "acme", WORDS), named=("acme",))
    return Line(company, "a", issue("export fails", "bug"), seen, NOW, none, none, none, none)


def test_about_a_third_is_forgotten_another_one_for_each_company_and_the_same_in_every_run() -> None:
    whole = len(concepts.forms().words)
    with forgetting([]) as (_, memory):
        kept = dict[str, frozenset[str]]()
        for company in ("one", "other", "one"):
            memory.turn_to(company)
            now = frozenset(concepts.forms().words)
            assert abs(len(now) / whole - (1 - SHARE)) < 0.02
            assert kept.setdefault(company, now) == now
    assert kept["one"] != kept["other"]
    with forgetting([]) as (_, memory):
        memory.turn_to("one")
        assert frozenset(concepts.forms().words) == kept["one"]
        memory.turn_to(next(iter(UNSTATED)))
        assert len(concepts.forms().words) == whole


def test_what_was_read_before_is_read_anew_and_afterwards_all_is_known_again() -> None:
    given = line("one")
    before = ticket_profile(given.context.tickets[0]).concepts
    with forgetting([given]) as ((copy,), memory):
        memory.turn_to("one")
        forgotten = ticket_profile(copy.context.tickets[0]).concepts
        assert forgotten < before
        assert profile_of(WORDS).concepts < before | concepts.concepts(WORDS)
    assert ticket_profile(given.context.tickets[0]).concepts == before == profile_of(WORDS).concepts
