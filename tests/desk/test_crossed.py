"""One customer sees what is another's, both by name: Security has it at once, and reads whose data it was and who saw it."""

import pytest
from sqlalchemy import Engine

from escalation.judgement.crossed import crossed
from escalation.policy import Policy
from escalation.records import Account
from tools.desk.desk import Desk, Request
from tools.desk.writing import check, write
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

OAK, ELM, QING = (Account(id=n, name=n) for n in ("Oak Barges", "Elm Ferries", "青舟航运"))


@pytest.fixture(scope="module")
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


@pytest.mark.parametrize(
    ("line", "seer", "owner"),
    [
        ("Mara of Oak Barges saw invoices of Elm Ferries in her list", "Oak Barges", "Elm Ferries"),
        ("A user at Elm Ferries can open Oak Barges' timetables", "Elm Ferries", "Oak Barges"),
        ("青舟航运的用户看到了 Elm Ferries 的发票", "青舟航运", "Elm Ferries"),
        ("Oak Barges 說他們看到了青舟航運的班次", "Oak Barges", "青舟航运"),
    ],
)
def test_who_saw_whose(line: str, seer: str, owner: str) -> None:
    found = crossed(line, (OAK, ELM, QING.model_copy(update={"aliases": ("青舟航運",)})))
    assert found is not None
    assert (found.seer, found.owner) == (seer, owner)


@pytest.mark.parametrize(
    "line",
    [
        "Oak Barges and Elm Ferries both see wrong invoices",
        "Oak Barges wants to see Elm Ferries' timetables",
        "Oak Barges does not see Elm Ferries' timetables",
        "Oak Barges saw no invoices of Elm Ferries",
        "Oak Barges saw invoices of last year",
    ],
)
def test_what_shows_nobodys(line: str) -> None:
    assert crossed(line, (OAK, ELM)) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("A planner at Acme Corp saw invoices of Granite Bank", "Acme Corp saw, or can see, data of Granite Bank"),
        ("Acme Corp 的用户看到了鑫源商贸的发票", "Acme Corp 看到或能看到鑫源商贸的数据"),
    ],
)
def test_security_is_told_both_names(desk: Desk, line: str, told: str) -> None:
    found = desk.assess(Request(line))
    assert (found.decision, found.target) == ("escalate", "security")
    text = write(desk, found).text
    assert text.security is not None
    assert told in (text.security.potential_impact or "")
    assert not check(desk, found, text)
