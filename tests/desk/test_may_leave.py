"""A known customer may leave, or its leaders are angry, and the line says no more: leaders act, in whatever words it is put."""

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.desk.writing import check, write
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


@pytest.fixture(scope="module")
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


@pytest.mark.parametrize(
    "line",
    [
        "Acme threatens not to renew",
        "Acme Corp is threatening to cancel",
        "Acme is leaving us",
        "Acme are going to switch to a competitor",
        "Acme not happy, talking about leaving",
        "Acme may churn",
        "Acme wants out",
        "Acme's CEO is furious",
        "Acme 威胁要解约",
        "Acme 可能流失",
        "Acme 想退租不用了",
        "Acme 說要走人",
        "Acme 老板很生气",
    ],
)
def test_leaders_have_it_with_the_same_history(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert (found.decision, found.target, found.severity) == ("escalate", "leadership", "high")
    open_ones = {m.ticket.id for m in found.matched if not m.ticket.solved}
    assert open_ones == {"T-48258", "T-48174"}


@pytest.mark.parametrize("line", ["customer threatens to leave", "客户威胁要解约"])
def test_a_customer_given_beside_the_line_is_known_and_one_nobody_names_is_asked_for(desk: Desk, line: str) -> None:
    assert desk.assess(Request(line, account="Acme Corp")).target == "leadership"
    assert desk.assess(Request(line)).decision == "need_info"


@pytest.mark.parametrize(
    "line",
    [
        "Acme threatens not to renew over the 500 errors",
        "Acme says they will switch if GET /v2/tasks keeps failing",
        "Acme 说接口再报 500 就不续约",
    ],
)
def test_a_threat_that_says_over_what_is_of_that_matter(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert len(found.affected) > 1
    assert found.target == "engineering"


@pytest.mark.parametrize("line", ["Acme wants to cancel their contract", "Acme 威胁不续约"])
def test_what_was_over_costs_nobody_anything_today_and_every_figure_holds(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    text = write(desk, found).text
    solved = [m.ticket for m in found.matched if m.ticket.solved]
    assert solved
    told = f"{text.workflow_impact}\n{text.description}"
    assert not [t for t in solved if t.description and t.description[:60] in told]
    assert not check(desk, found, text)
