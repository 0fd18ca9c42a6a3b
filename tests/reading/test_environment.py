"""Where a fault shows: what is said to work is no environment of it, and nothing is cut so that it says something else."""

from __future__ import annotations

import pytest

from escalation.reading.threads.reproduction import ReproductionFound, reproduction
from escalation.records import Ticket


def read(said: str) -> ReproductionFound:
    return reproduction(
        [Ticket.model_validate({"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "description": said})]
    )


@pytest.mark.parametrize(
    ("said", "shows", "works"),
    [
        ("Blank on 8.4.0. On 8.3.2 it works.", ("8.4.0",), ("8.3.2",)),
        ("Blank on 8.4.0, 8.3.2 still fine.", ("8.4.0",), ("8.3.2",)),
        ("It works on 8.3.2 but not on 8.4.0.", ("8.4.0",), ("8.3.2",)),
        ("It works on 8.3.1 and 8.3.2, fails on 8.4.0.", ("8.4.0",), ("8.3.1", "8.3.2")),
        ("In 8.3.2, it works; in 8.4.0, it fails.", ("8.4.0",), ("8.3.2",)),
        (
            "Chrome 126 and Firefox 120 are fine. Safari 17 shows nothing.",
            ("Safari 17",),
            ("Chrome 126", "Firefox 120"),
        ),
        ("The labels are blank, except on Chrome 126.", (), ("Chrome 126",)),
        ("It works everywhere except on Chrome 126.", ("Chrome 126",), ()),
        ("It fails on 8.4.0, not on 8.3.2.", ("8.4.0",), ("8.3.2",)),
        ("I could not reproduce it on Windows 11.", (), ("Windows 11",)),
        ("It does not happen with 8.3.2, only with 8.4.0.", ("8.4.0",), ("8.3.2",)),
        ("8.4.0 上标签是空白的，8.3.2 上正常。", ("8.4.0",), ("8.3.2",)),
        ("8.3.2 上没问题，升级到 8.4.0 以后标签空白。", ("8.4.0",), ("8.3.2",)),
        ("8.3.2 版正常，升级后打印失败。", (), ("8.3.2",)),
        ("8.4.0 上標籤是空白的，在 8.3.2 上沒有這個問題。", ("8.4.0",), ("8.3.2",)),
        ("Chrome 126 無法復現，Safari 17 每次都是空白。", ("Safari 17",), ("Chrome 126",)),
        # What is said of the fault, of those who work there, or of the time before it.
        ("It does not work on 8.3.2.", ("8.3.2",), ()),
        ("Since 8.4.0 it no longer works.", ("8.4.0",), ()),
        ("It worked until 8.4.0.", ("8.4.0",), ()),
        ("Everything was fine before 8.4.0.", ("8.4.0",), ()),
        ("We all work with Chrome 126 on Windows 11.", ("Chrome 126", "Windows 11"), ()),
        ("Sign-in works on Windows 11, but the label is blank.", ("Windows 11",), ()),
        ("Not only on Chrome 126, also on Safari 17 it stays blank.", ("Chrome 126", "Safari 17"), ()),
        ("The button does not appear on Chrome 126.", ("Chrome 126",), ()),
        ("Nobody can work on Windows 11.", ("Windows 11",), ()),
        ("8.3.2 worked until yesterday.", ("8.3.2",), ()),
        ("Chrome 126 上没有出现下载按钮。", ("Chrome 126",), ()),
        ("之前在 8.3.2 上正常。", (), ("8.3.2",)),
        ("It is not fine on 8.3.2.", ("8.3.2",), ()),
        ("8.4.0 以前一直正常。", ("8.4.0",), ()),
        ("升级到 8.4.0 后就不正常了。", ("8.4.0",), ()),
        ("8.4.0 上无法正常打印。", ("8.4.0",), ()),
        # Named both ways: where it shows it is an environment.
        ("On 8.3.2 it works in the morning. By noon 8.3.2 is blank too.", ("8.3.2",), ()),
    ],
)
def test_where_it_works_is_no_environment_of_the_fault(
    said: str, shows: tuple[str, ...], works: tuple[str, ...]
) -> None:
    found = read(said)
    assert (set(found.environment), set(found.works_in)) == (set(shows), set(works))


@pytest.mark.parametrize(
    ("said", "frequency"),
    [
        ("So it is random, and worse during working hours.", "So it is random, and worse during working hours."),
        ("It fails, but not every time.", "It fails, but not every time."),
        ("It fails every time except on Mondays.", "It fails every time except on Mondays."),
        ("It almost always fails.", "It almost always fails."),
        ("导出失败，不是每次都这样。", "导出失败，不是每次都这样。"),
        ("高峰期更严重，导出失败。", "高峰期更严重，导出失败。"),
        ("匯出失敗，尤其是高峰時段。", "匯出失敗，尤其是高峰時段。"),
        ("It fails during working hours.", "during working hours"),
        ("It fails every time.", "every time"),
        ("每次都失败。", "每次都"),
        ("The portal is down. Since noon sometimes we can log in.", "Since noon sometimes we can log in."),
        ("门户全断了，现在偶尔能进，刷新几次可以。", "门户全断了，现在偶尔能进，刷新几次可以。"),
        ("Roughly one push in six comes back with an error.", "Roughly one push in six"),
        ("有时报错。", "有时"),
    ],
)
def test_how_often_is_not_cut_so_that_it_says_something_else(said: str, frequency: str) -> None:
    assert read(said).frequency == frequency
