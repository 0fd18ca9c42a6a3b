"""A customer who says how they go on until it is mended is inconvenienced, not blocked: medium by domain.md §5."""

import pytest

from escalation.assess import assess
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.reading.threads.by_hand import works_by_hand
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


@pytest.mark.parametrize(
    "told",
    [
        "The front desk re-enters every booking from the mail.",
        "So our two clerks copy the amounts over by hand every evening.",
        "Every parcel is now written down on paper at the gate.",
        "前台只能手工登记每一个预约。",
        "目前靠电话一个个通知司机。",
    ],
)
def test_work_by_hand_is_what_it_does_to_the_work(told: str) -> None:
    described = f"Bookings from the web form do not arrive. {told}"
    reported = ticket("T-1", "acme", "Bookings from the web form do not arrive", description=described)
    found = assess(
        understand("Acme: bookings from the web form do not arrive"), context(reported, named=("acme",)), Policy(), NOW
    )
    [depth] = found.impact.dimensions["depth"]
    assert (depth.signal, depth.values["words"]) == ("degraded", told)


@pytest.mark.parametrize(
    "told",
    [
        "We tried a manual sync: the same error.",
        "We cannot enter them by hand.",
        "Should we enter them by hand?",
        "手动同步也报错。",
        "没法手工录入。",
        "Before the move to your system we did it by hand.",
    ],
)
def test_a_trial_or_what_nobody_can_do_is_no_work_by_hand(told: str) -> None:
    assert not works_by_hand(told)
