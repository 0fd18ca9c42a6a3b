"""A brief of a ticket as mail brings it: no sign-off in what was reported, no guess among what was found out."""

from __future__ import annotations

from datetime import timedelta

from escalation.assess import assess
from escalation.judgement.understand import understand
from escalation.policy import Policy
from prompts.compose import compose
from tests.judgement.worlds import NOW, context, ticket

LINE = "Export is missing rows"
SIGNED = "Regards\nDenise Pratt\nTransport Manager | Acme Ltd\nThis email is confidential."
NOTE = "Confirmed with raw data: raw has 40 rows, the file 38. Suspect the filter is applied twice, not proven."


def test_signatures_and_guesses_stay_out() -> None:
    note = {
        "id": "c1", "author": "Sofie", "role": "internal", "public": False, "at": NOW - timedelta(hours=2), "body": NOTE,
    }  # fmt: skip
    own = ticket(
        "T-1", "acme", LINE, comments=[note], requester={"name": "Denise Pratt"},
        description=f"The export is missing two rows since noon.\n\n{SIGNED}",
    )  # fmt: skip
    found = assess(understand(f"{LINE} at Acme"), context(own, named=("acme",)), Policy(), NOW)
    told = compose(found, "en")
    assert "Transport Manager" not in (told.description or "")
    assert "missing two rows since noon." in (told.description or "")
    results = [step.result for step in told.tried]
    assert results == ["“Confirmed with raw data: raw has 40 rows, the file 38.”"]
    assert any("applied twice, not proven" in line for line in told.context)
