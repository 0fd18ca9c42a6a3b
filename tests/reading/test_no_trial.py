"""What is no way to see a fault, and what is no symptom, stands in no step."""

import pytest

from escalation.reading.threads.reproduction import reproduction
from escalation.reading.threads.showing import never_came
from tests.judgement.worlds import ticket

SAID = "Since we renewed the client pair last Friday about a third of the calls are turned down during the handshake."


@pytest.mark.parametrize(
    "note",
    ["Not reproducible in my test account with the same file.", "I could not reproduce it on our test account at all.",
     "在测试账号无法复现这个问题，文件相同。", "測試帳號上未能重現，檔案也一樣。"],
)  # fmt: skip
def test_a_trial_that_showed_nothing_is_known_as_one(note: str) -> None:
    assert never_came(note)


@pytest.mark.parametrize(
    "note", ["Reproduced on a test account.", "I can reproduce it on our side.", "已在测试账号复现"]
)
def test_a_trial_that_showed_the_fault_is_none_of_them(note: str) -> None:
    assert not never_came(note)


def test_the_symptom_is_what_they_see_and_not_what_waits_for_it() -> None:
    found = reproduction([ticket("T-1", "acme", "A fault", description=f"The old pair is gone. {SAID}")])
    assert [each.words for each in found.shown] == [SAID]
    assert found.frequency == "about a third of the calls"
    told = "They're meant to start Thursday and can't until this is signed. It got to row 214 and has sat there since Friday."
    assert reproduction([ticket("T-1", "acme", "A fault", description=told)]).actual == (
        "It got to row 214 and has sat there since Friday."
    )


@pytest.mark.parametrize(
    "said", ["It was fixed in 2026.2.2 and is back since 2026.3.2.", "这个问题修复于 2026.2.2，在 2026.3.2 又出现了。"]
)
def test_the_version_that_mended_it_is_not_where_it_shows(said: str) -> None:
    found = reproduction([ticket("T-1", "acme", "A fault", description=said)])
    assert found.environment == ("2026.3.2",)
