"""Lines that agents type in passing about faults of the sample company that others reported in full."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine

from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.sample.clock import NOW
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

TRUTHS = Path(__file__).parents[1] / "scenarios"


def affected(scenario: str) -> set[str]:
    truth = json.loads((TRUTHS / f"{scenario}.json").read_text(encoding="utf-8"))
    return set(truth["facts"]["affected_account_ids"])


@pytest.mark.parametrize(
    ("line", "scenario"),
    [
        # Their ticket tells the code that the others' tell; the line names only where they meet it.
        ("Nordfjell Power BI refresh 又失败，客户要 RCA", "acme-api-500"),
        ("Nordfjell's Power BI refresh failed again", "acme-api-500"),
        # "Locked out" stands in no report: theirs is of an outage that many report at that hour.
        ("Stonebridge and Vantor both locked out since this morning", "sso-login-loop"),
        ("Stonebridge 今早又全进不去了", "sso-login-loop"),
    ],
)
def test_one_customers_words_for_it_find_all_who_report_it(sample_store: Engine, line: str, scenario: str) -> None:
    desk = Desk(StoreWorkspace(sample_store, now=NOW), Register(sample_store), Policy())
    assert set(desk.assess(Request(line)).facts.affected_account_ids) == affected(scenario)


@pytest.mark.parametrize(
    "line", ["Acme Labs cannot export", "Acme Labs 导不出来", "Acme Labs: we can't export anything"]
)
def test_what_a_customer_cannot_do_is_not_what_others_wish_for(sample_store: Engine, line: str) -> None:
    desk = Desk(StoreWorkspace(sample_store, now=NOW), Register(sample_store), Policy())
    assert set(desk.assess(Request(line)).facts.affected_account_ids) <= {"acme-labs"} | affected("export-missing-rows")
