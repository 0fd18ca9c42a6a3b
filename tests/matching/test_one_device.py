"""One device that is dead while those beside it run is no part of an outage, nor is the outage part of it."""

from __future__ import annotations

import pytest

from escalation.judgement.understand import understand
from tests.judgement.worlds import context, item, matched, ticket

OUTAGE = tuple(
    ticket(
        f"T-{n}",
        who,
        "All pumps offline",
        description=f"Since {n} this morning every pump shows OFFLINE on the console, error FP-503. Nobody can fill up.",
        days=0.1,
        priority="urgent",
        product_area="pumps",
    )
    for n, who in ((1, "acme"), (2, "globex"), (3, "initech"))
)
ONE = ticket(
    "T-9",
    "hooli",
    "pump stuck dead at pump 2",
    description="Pump 2 wont start, others OK. Console shows online. Motor makes no noise.",
    days=0.1,
    priority="high",
    product_area="pumps",
)
BROKER = item(
    "FP-33", linked=("T-1", "T-2", "T-3"), title="Pump broker unreachable, pumps offline with FP-503", status="open"
)


@pytest.mark.parametrize("line", ["Pumps offline at Acme, nobody can fill up", "All pumps down at Acme, error FP-503"])
def test_it_is_not_counted_in_the_outage(line: str) -> None:
    found = matched(understand(line), context(*OUTAGE, ONE, items=(BROKER,), named=("acme",)))[1]
    assert found == {"T-1", "T-2", "T-3"}


def test_the_outage_is_not_counted_with_it() -> None:
    line = "pump wont start at Hooli pump 2"
    assert matched(understand(line), context(*OUTAGE, ONE, items=(BROKER,), named=("hooli",)))[1] == {"T-9"}
