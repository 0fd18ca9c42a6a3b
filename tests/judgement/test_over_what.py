"""A customer who is angry, or may leave, over a thing that no word is known of: what else they bore is not what it is about."""

import pytest

from escalation.assess import assess
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, ticket

OPEN = ticket("K-101", "acme", "The weekly statement stays empty", priority="high", status="open")


def world() -> Context:
    return context(OPEN, named=("acme",))


@pytest.mark.parametrize(
    "line",
    [
        "Acme threatens not to renew over pug mill pairing",
        "Acme's CEO is angry about kiln twinning",
        "Acme 因为釉料配比器要走人",
        "Acme 因為窯爐聯動要解約",
    ],
)
def test_what_it_is_over_is_none_of_their_other_reports(line: str) -> None:
    found = assess(understand(line), world(), Policy(), NOW)
    assert (found.decision, found.target, found.matched) == ("escalate", "leadership", ())


@pytest.mark.parametrize(
    "line",
    [
        "Acme threatens not to renew",
        "Acme threatens not to renew because of poor communication",
        "Acme's CEO is angry about how we treat them",
        "Acme's CEO is angry and wants to hear from Mr Kowalczyk",
        "Acme 因为我们沟通太差要走人",
        "Acme 對我們的態度很不滿，要解約",
    ],
)
def test_how_they_are_treated_is_seen_on_all_that_they_bore(line: str) -> None:
    found = assess(understand(line), world(), Policy(), NOW)
    assert (found.target, [m.ticket.id for m in found.matched]) == ("leadership", ["K-101"])
