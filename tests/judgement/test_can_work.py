"""A customer who says how they go on until it is mended is inconvenienced, not blocked: medium by domain.md §5."""

import pytest

from escalation.assess import assess
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, ticket

LINE = "Acme: the nightly export to their accounting stops with an error, we have no access to that host"


@pytest.mark.parametrize(
    ("told", "severity"),
    [
        ("", "high"),
        ("We upload the file by hand each morning, so we can work.", "medium"),
        ("For now we download the CSV by hand, it is bearable.", "medium"),
        ("我们每天早上手动上传文件，还能照常工作。", "medium"),
        ("我們每天早上手動上傳檔案，還能照常工作。", "medium"),
        ("We cannot upload the file by hand either.", "high"),
    ],
)
def test_who_can_work_is_less_grave(told: str, severity: str) -> None:
    described = f"Export to accounting ends with an error every night. {told}"
    reported = ticket("T-1", "acme", "Export to accounting stops with an error", description=described)
    found = assess(understand(LINE), context(reported, named=("acme",)), Policy(), NOW)
    assert (found.decision, found.severity) == ("escalate", severity)
