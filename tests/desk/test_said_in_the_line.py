"""What an agent types is taken for what it says: a threat, an id, a code, an amount, a second fault."""

import pytest
from sqlalchemy import Engine

from escalation.assessment import Assessment
from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace


@pytest.fixture(scope="module")
def desk(sample_store: Engine) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())


def signals(found: Assessment) -> set[str]:
    return {r.signal for r in found.reasons}


@pytest.mark.parametrize(
    "line",
    [
        "瑞祺医药 push 收不到，安卓的，客户说再不修就换掉",
        "瑞祺医药安卓收不到推送，客戶說再這樣就不合作了",
        "Ruiqi says if push isn't fixed they will switch vendor",
    ],
)
def test_a_threat_weighs_the_same_in_either_language(desk: Desk, line: str) -> None:
    found = desk.assess(Request(line))
    assert "churn_threat" in signals(found)
    assert (found.decision, found.impact.level) == ("escalate", "high")
    assert "what_is_broken" not in [q.signal for q in found.questions]
