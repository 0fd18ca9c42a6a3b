"""What a security brief calls an earlier occurrence was a security matter."""

import pytest

from escalation.assessment import Finding, Lookalike
from escalation.judgement.scope import earlier_concerns
from tests.judgement.worlds import issue, ticket

OUTAGE = ticket("T-1", "acme", "Portal is down", description="502 for everybody since noon.")
SEEN = ticket("T-2", "acme", "We can see another company's files", description="Files of a stranger in our folder.")
OLDER = tuple(
    Lookalike(record_id=id_, source="tickets", why=Finding(signal="older_incident")) for id_ in ("T-1", "T-2")
)


@pytest.mark.parametrize("text", ["Acme sees files of another customer", "Acme 看到了别家的文件"])
def test_an_outage_of_then_is_no_earlier_exposure(text: str) -> None:
    found = earlier_concerns(OLDER, issue(text, "security"), (OUTAGE, SEEN))
    assert [each.why.signal for each in found] == ["not_the_issue", "older_incident"]


def test_of_a_fault_all_stand() -> None:
    assert earlier_concerns(OLDER, issue("Portal is down for Acme"), (OUTAGE, SEEN)) == OLDER
