"""What belongs to a matter of security: reports of one, in set words or by how they read."""

import pytest

from escalation.judgement.scope import is_concern
from tests.judgement.worlds import ticket


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("收到別家的通知", "手機跳出別家醫院的病患和飼主電話，我們不認識這個人"),
        ("Names that are not ours", "A stranger's parcel and address show in our account since this morning"),
    ],
)
def test_a_report_is_a_concern_by_how_it_reads_too(subject: str, told: str) -> None:
    assert is_concern(ticket("1", "a", subject, description=told))


def test_an_export_that_is_short_is_none() -> None:
    assert not is_concern(
        ticket("1", "a", "Export is short", description="half the rows are missing from another report")
    )
