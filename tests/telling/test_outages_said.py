"""What a customer says of earlier times is history for leaders; that the service came back is none."""

import pytest

from escalation.assess import assess
from escalation.policy import Policy
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, issue, ticket

LINE = "Acme's CEO wants to leave after the outages of the live map"


def _history(told: str) -> str:
    """What leaders read of the history where the customer told this."""
    one = ticket("T-1", "acme", "Live map down", days=1, description=told)
    found = assess(issue(LINE, kind="relationship"), context(one, named=("acme",)), Policy(), NOW)
    body = compose(found, "en").leadership
    assert body is not None
    return "\n".join(body.history)


@pytest.mark.parametrize(
    "told", ["The map went down. Third time since August, it came back again today.", "地图又挂了，这是第三次复发了。"]
)
def test_how_often_it_was_is_history(told: str) -> None:
    assert "says" in _history(told)


def test_that_the_service_is_back_is_no_history() -> None:
    assert "came back" not in _history("The map was blank. It came back at 9:25.")
