"""One small escalation: two customers, a customer elsewhere, a dozen facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.evidence import Evidence
from escalation.records import Account, Contact, Deal, PastEscalation

NOW = datetime(2026, 11, 20, 8, 15, tzinfo=UTC)
Judge = Callable[[str], list[tuple[str, str]]]


def said(id_: str, quotation: str, **more: object) -> Evidence:
    fields = {"source": "tickets", "record_id": "T-1001", "fetched_at": NOW} | more
    return Evidence.model_validate({"id": id_, "quotation": quotation} | fields)


def judging(quotation: str, **more: object) -> Judge:
    """A function from a text to the (span, reason) pairs found in it, where this one quotation is all the evidence."""
    book = EvidenceBook.build([said("E1", quotation, **more)], ())
    return lambda text: [(each.span, each.reason) for each in check_text(text, book)]


@pytest.fixture(scope="session")
def world() -> Callable[..., Judge]:
    return judging


@pytest.fixture(scope="session")
def book() -> EvidenceBook:
    xyz = Account(
        id="a1", name="XYZ 科技有限公司", plan="Enterprise", arr_usd=240000, seats=60, timezone="Asia/Shanghai",
        renewal_date=date(2026, 12, 1), domain="xyz.example", contacts=(Contact(name="Li", email="li@xyz.example"),),
        deals=(Deal(name="more seats", amount_usd=15000, close_date=date(2027, 1, 15)),),
        escalation_history=(PastEscalation(id="ESC-7", at=datetime(2026, 5, 4, 9, 0, tzinfo=UTC)),),
    )  # fmt: skip
    acme = Account(
        id="a2",
        name="Acme Corp",
        plan="Professional",
        arr_usd=180000,
        renewal_date=date(2027, 3, 1),
        timezone="nowhere",
    )
    evidence = (
        said("E1", "Sync stopped at 14:00, our team of about 50 can't work. SYNC_TIMEOUT on /v2/sync", account_id="a1",
             at=datetime(2026, 11, 20, 6, 0, tzinfo=UTC)),
        said("E2", "同步失败，请稍后重试", account_id="a1"),
        said("E3", "arr_at_risk_usd = 420000 = 240000 (a1) + 180000 (a2)", source="computed", about="arr_at_risk_usd"),
        said("E4", "affected_customers = 2 (a1, a2)", source="computed", about="affected_customers"),
        said("E5", "The export lost 1,204 of 30,000 rows; we did not lose data", account_id="a2", record_id="T-1002",
             at=datetime(2026, 11, 18, 9, 0, tzinfo=UTC)),
        said("E6", "12.5% of calls fail, HTTP 500, since Monday; fixed by 4.18.2 on 3 December", source="tracker",
             record_id="ENG-9"),
        said("E7", "waited 90 minutes", account_id="a2", record_id="T-1002"),
    )  # fmt: skip
    return EvidenceBook.build(
        evidence,
        (xyz, acme),
        ["Globex Inc", "Summit", "晨星物流"],
        ["Critical: customer update every 2 hours"],
        "Asia/Shanghai",
    )


@pytest.fixture(scope="session")
def found(book: EvidenceBook) -> Judge:
    return lambda text: [(each.span, each.reason) for each in check_text(text, book)]
