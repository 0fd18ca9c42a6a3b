"""Every update that the program words itself, for every scenario of the sample company, passes the check."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from escalation.assessment import Assessment
from escalation.audience import Audience, check
from escalation.terms import Language
from evals.inventions.sample_books import SCENARIOS, Company, sample_company
from prompts.update import PHASES, Phase, customer_update
from tools.desk.desk import Desk

NAMES = sorted(path.stem for path in SCENARIOS.glob("*.json"))


@pytest.fixture(scope="module")
def company() -> Iterator[Company]:
    with sample_company() as opened:
        yield opened


def audience(desk: Desk, found: Assessment, language: Language) -> Audience:
    """All that the assessment knows, as one customer's audience: of everybody else's, nothing is shared."""
    own = found.account
    others = [each for each in found.affected if own is None or each.id != own.id]
    spoken = [name for each in others for name in (each.name, *each.aliases, each.domain or "") if name]
    tickets = [each.ticket for each in found.matched]
    article = (found.solution.id,) if found.solution and found.solution.visibility == "public" else ()
    return Audience(
        customer=(own.name, *own.aliases) if own else (),
        language=language,
        timezone=own.timezone if own else None,
        contacts=tuple(each.name for each in own.contacts) if own else (),
        shared=(*article, *(each.id for each in tickets if own and each.account_id == own.id)),
        other_customers=(*spoken, *desk.workspace.account_names(except_ids=(own.id,) if own else ())),
        people=tuple(
            {each.author for ticket in tickets for each in ticket.comments if each.role == "agent" and each.author}
        ),
        ids=tuple(id for _, listed in found.cited for id in listed),
    )


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_the_programs_own_updates_pass(company: Company, name: str, language: Language) -> None:
    desk, found = company.assess(name, language)
    reader = audience(desk, found, language)
    stopped: dict[Phase, list[str]] = {}
    for phase in PHASES:
        text = customer_update(found, language, phase)
        said = [f"{each.kind}: {each.span}" for each in check(text, reader, found.at)]
        if said:
            stopped[phase] = said
    assert stopped == {}
