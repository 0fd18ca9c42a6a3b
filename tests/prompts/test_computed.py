"""What the product computed reads as Chinese in a Chinese brief, with every name, id, instant and figure still in it."""

import re

import pytest
from sqlalchemy import Engine

from escalation.evidence import Evidence
from escalation.policy import Policy
from prompts.computed import computed_in
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

LINES = (
    "API 间歇返回 500，Acme Corp",
    "SSO 登录循环，所有企业版客户都受影响",
    "XYZ 科技数据同步停了，团队都没法工作",
    "ABC 科技要批量分配任务，已经在看竞品",
    "GHI 科技的 CEO 非常不满，要换供应商",
)
OURS = re.compile(
    r"\b(?:customers affected|affected users|reports?|in the last|hours before|at risk|missed on|due|waiting|overdue|requests)\b"
)


@pytest.fixture(scope="module")
def computed(sample_store: Engine, tmp_path_factory: pytest.TempPathFactory) -> list[Evidence]:
    register = Register(open_store(str(tmp_path_factory.mktemp("computed") / "register.db")))
    desk = Desk(StoreWorkspace(sample_store), register, Policy())
    found = [e for line in LINES for e in desk.prepare(Request(line)).assessment.evidence]
    return [e for e in found if e.source == "computed" and e.about != "not_counted"]


def test_no_sentence_of_ours_stays_english(computed: list[Evidence]) -> None:
    assert {e.about for e in computed} >= {"affected_customers", "sla", "growth", "duration", "arr_at_risk_usd"}
    for e in computed:
        said = computed_in(e.quotation, "zh")
        ours = re.sub(r"「.*?」|\([^)]*\)", "", said)
        assert not OURS.search(ours), said


def test_ids_amounts_and_instants_are_the_same_in_both(computed: list[Evidence]) -> None:
    shown = re.compile(r"T-\d+|\$[\d,]+|\d{4}-\d\d-\d\d \d\d:\d\d")
    for e in computed:
        assert set(shown.findall(e.quotation)) == set(shown.findall(computed_in(e.quotation, "zh")))


def test_a_wording_nobody_knows_passes_unchanged() -> None:
    assert computed_in("something new = 3", "zh") == "something new = 3"
    assert computed_in("customers affected = 3", "en") == "customers affected = 3"
