"""How a letter names its matter, and in which characters it is written."""

import pytest

from prompts.for_customers import subject_for
from prompts.update import customer_update
from tests.prompts.parts import NORTH
from tests.prompts.worlds import documented, security


def test_a_ticket_number_alone_is_an_incident_and_no_request() -> None:
    loud = security().matched[0]
    told = loud.model_copy(update={"ticket": loud.ticket.model_copy(update={"subject": "WHO IS IN OUR ACCOUNT?!"})})
    found = security().model_copy(update={"matched": (told,)})
    assert subject_for(found, told.ticket.subject) is None
    assert "Thank you for telling us at once (T-1)." in customer_update(found, "en", "security_notice")


@pytest.mark.parametrize("language", ["zh-TW", "zh-HK"])
def test_a_letter_is_answered_with_the_right_character(language: str) -> None:
    account = NORTH.model_copy(update={"language": language, "timezone": "Asia/Taipei"})
    text = customer_update(documented().model_copy(update={"account": account}), "zh", "solution")
    assert "請回覆" in text
    assert "回復" not in text
    assert "回複" not in text
