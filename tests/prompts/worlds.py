"""Small assessments, one per target and decision, built by hand for tests of words."""

from __future__ import annotations

from datetime import UTC, date, datetime

from escalation.assessment import (
    Assessment,
    Communication,
    Facts,
    FeatureDemand,
    Finding,
    Impact,
    Issue,
    Lookalike,
    MatchedTicket,
    Question,
    Reason,
    Reproduction,
    TimelineEntry,
    TriedStep,
)
from escalation.evidence import Coverage, Evidence
from escalation.records import Account, Article, Message, PastEscalation, Ticket, TrackerItem

NOW = datetime(2026, 11, 13, 8, 15, tzinfo=UTC)
COVERAGE = (
    Coverage(category="support_platform", state="searched", source="workspace", found=2),
    Coverage(category="crm", state="searched", source="workspace", found=2),
    Coverage(category="chat", state="failed", source="workspace"),
    Coverage(category="project_tracker", state="searched", source="workspace", found=1),
    Coverage(category="knowledge_base", state="not_connected"),
)
XYZ = Account(
    id="acc-xyz", name="XYZ 科技有限公司", plan="enterprise", arr_usd=240_000, timezone="Asia/Shanghai", language="zh",
    signup_date=date(2025, 11, 13), renewal_date=date(2026, 12, 1),
)  # fmt: skip
NORTH = Account(id="acc-north", name="Northwind Ltd", plan="professional", arr_usd=36_000, timezone="Europe/London")
GHI = Account(
    id="acc-ghi", name="GHI 科技", plan="enterprise", arr_usd=480_000, signup_date=date(2023, 11, 13),
    renewal_date=date(2027, 1, 13), timezone="Asia/Shanghai",
    escalation_history=(
        PastEscalation(id="esc-9", at=datetime(2026, 3, 2, tzinfo=UTC), title="API outage", outcome="resolved in 4 hours"),
    ),
)  # fmt: skip


def evidence(id: str, record_id: str, quotation: str, **values: object) -> Evidence:
    """One piece of evidence from a ticket unless told otherwise."""
    return Evidence.model_validate(
        {"source": "tickets", "fetched_at": NOW, "id": id, "record_id": record_id, "quotation": quotation} | values
    )


def ticket(id: str, account: Account | None, subject: str, description: str, at: datetime) -> MatchedTicket:
    """A matched, open ticket."""
    record = Ticket(
        id=id, account_id=account.id if account else None, subject=subject, description=description, created_at=at
    )
    return MatchedTicket(ticket=record, score=1.0, ties=("error_string",))


def outage() -> Assessment:
    """Case A: data sync is down for one customer; Engineering, critical."""
    said = "数据同步从14:00起停止，约50人无法工作，网页和手机都提示「同步失败,请稍后重试」。"
    return Assessment(
        at=NOW,
        issue=Issue(
            text="XYZ 科技有限公司数据同步停止，团队无法工作", language="zh", kind="outage",
            summary="XYZ 科技有限公司数据同步停止",
            error_strings=("同步失败,请稍后重试",),
        ),
        account=XYZ, decision="escalate", severity="critical", target="engineering", ask="investigate",
        reported_by="陈晓",
        reasons=(
            Reason(criterion="impact", stance="for", weight=5, signal="production_down",
                   values={"words": "数据同步从14:00起停止"}, evidence=("E1",)),
            Reason(criterion="business", stance="for", weight=2, signal="high_value_account",
                   values={"account": XYZ.name, "arr_usd": 240_000.0}, evidence=("E3",)),
        ),
        would_change=(Finding(signal="workaround_found"),),
        impact=Impact(level="high", dimensions={
            "breadth": (
                Finding(signal="customers_affected", values={"count": 1, "accounts": (XYZ.name,)}, evidence=("E2",)),
                Finding(signal="users_affected", values={"count": 50}, evidence=("E1",)),
            ),
            "depth": (Finding(signal="blocked", values={"words": "约50人无法工作"}, evidence=("E1",)),),
            "duration": (Finding(signal="ongoing_since", values={"at": datetime(2026, 11, 13, 6, 5, tzinfo=UTC), "hours": 2.2},
                                 evidence=("E5",)),),
            "revenue": (
                Finding(signal="arr_at_risk", values={"amount_usd": 240_000.0, "accounts": (XYZ.name,)}, evidence=("E3",)),
                Finding(signal="renewal", values={"account": XYZ.name, "date": "2026-12-01", "days": 18}, evidence=("E6",)),
            ),
            "contractual": (Finding(signal="sla_running", values={"ticket": "T-1", "due": datetime(2026, 11, 13, 10, 5, tzinfo=UTC)},
                                    evidence=("E7",)),),
        }),
        facts=Facts(affected_customers=1, affected_account_ids=("acc-xyz",), arr_at_risk_usd=240_000,
                    first_reported_at=datetime(2026, 11, 13, 6, 5, tzinfo=UTC), sla_breached=False),
        matched=(ticket("T-1", XYZ, "数据同步失败", said, datetime(2026, 11, 13, 6, 5, tzinfo=UTC)),),
        lookalikes=(Lookalike(record_id="T-0", source="tickets",
                              why=Finding(signal="older_occurrence", values={"at": datetime(2026, 3, 1, tzinfo=UTC), "item": "BUG-1"})),),
        affected=(XYZ,),
        messages=(Message(id="C-1", channel="#sync", at=NOW, text="Hi all. The sync workers restarted twice since 14:00."),),
        tried=(TriedStep(step="重启客户端", result="没有效果", evidence=("E4",)), TriedStep(step="检查网络", evidence=("E4",))),
        reproduction=Reproduction(actual="提示「同步失败,请稍后重试」", environment=("网页", "手机"), frequency="每次", evidence=("E1",)),
        communication=Communication(expectation="周一上班前必须恢复", expectation_deadline=datetime(2026, 11, 16, 1, 0, tzinfo=UTC),
                                    evidence=("E4",)),
        deadline=datetime(2026, 11, 16, 1, 0, tzinfo=UTC),
        questions=(
            Question(signal="reproduction_steps", changes=("readiness",)),
            Question(signal="since_when", changes=("severity",)),
        ),
        coverage=COVERAGE,
        evidence=(
            evidence("E1", "T-1", said, at=datetime(2026, 11, 13, 6, 5, tzinfo=UTC), account_id="acc-xyz", internal=False,
                     url="https://desk.example/T-1"),
            evidence("E2", "affected_customers", "customers affected = 1: XYZ (acc-xyz)", source="computed",
                     about="affected_customers"),
            evidence("E3", "acc-xyz", "XYZ: arr_usd = $240,000", source="accounts", about="arr_usd"),
            evidence("E4", "T-1", "已重启客户端，没有效果；检查网络正常。周一上班前必须恢复", internal=False),
            evidence("E5", "duration", "first report on T-1; 2.2 hours", source="computed", about="duration"),
            evidence("E6", "acc-xyz", "XYZ: renewal_date = 2026-12-01", source="accounts", about="renewal_date"),
            evidence("E7", "sla", "T-1 resolution due 2026-11-13T10:05:00+00:00: waiting", source="computed", about="sla"),
            evidence("E8", "C-1", "The sync workers restarted twice since 14:00.", source="chat"),
        ),
    )  # fmt: skip


def feature() -> Assessment:
    """Case B: bulk assignment is asked for again and again; Product, medium with high business impact."""
    return outage().model_copy(update={
        "issue": Issue(text="Customers ask for bulk task assignment", language="en", kind="feature",
                       summary="Customers ask for bulk task assignment"),
        "account": NORTH, "affected": (NORTH,), "severity": "medium", "target": "product", "ask": "decide",
        "matched": (ticket("T-1", NORTH, "Bulk assignment", "We assign 100 tasks a week one at a time.", NOW),),
        "impact": Impact(level="high"), "would_change": (), "reproduction": None, "tried": (), "deadline": None, "questions": (), "lookalikes": (),
        "communication": Communication(), "messages": (),
        "facts": Facts(affected_customers=1, affected_account_ids=("acc-north",), arr_at_risk_usd=36_000, first_reported_at=NOW),
        "reasons": (Reason(criterion="business", stance="for", weight=4, signal="churn_threat",
                           values={"account": NORTH.name, "words": "we are looking at X and Y"}, evidence=("E1",)),),
        "demand": FeatureDemand(requests=15, accounts_by_plan={"enterprise": 3, "professional": 7, "trial": 5}, window_days=183,
                                rank_in_area=4, product_area="tasks", use_case="We assign 100 tasks a week one at a time.",
                                competitors=("X", "Y"), evidence=("E2", "E1")),
        "evidence": (
            evidence("E1", "T-1", "We assign 100 tasks a week one at a time. Honestly we are looking at X and Y.", internal=False),
            evidence("E2", "request_frequency", "15 customers asked on 15 tickets", source="computed", about="request_frequency"),
        ),
    })  # fmt: skip


def security() -> Assessment:
    """Case C: activity that was not the customer's; Security."""
    said = "We see 2 file exports and logins from places we do not know."
    return feature().model_copy(update={
        "issue": Issue(text="Northwind reports logins they do not know", language="en", kind="security",
                       summary="Northwind Ltd reports logins they do not know"),
        "severity": "high", "target": "security", "ask": "investigate", "demand": None, "impact": Impact(),
        "matched": (ticket("T-1", NORTH, "Unknown logins", said, NOW),),
        "reasons": (Reason(criterion="impact", stance="for", weight=9, signal="security_concern",
                           values={"words": "logins from places we do not know"}, evidence=("E1",)),),
        "questions": (Question(signal="data_exposed", changes=("severity",)), Question(signal="containment")),
        "evidence": (evidence("E1", "T-1", said, internal=False),),
    })  # fmt: skip


def relationship() -> Assessment:
    """Case D: a customer's CEO is evaluating alternatives; Leadership."""
    return feature().model_copy(update={
        "issue": Issue(text="GHI's CEO called, very unhappy", language="en", kind="relationship",
                       summary="The CEO of GHI 科技 is evaluating alternatives"),
        "account": GHI, "affected": (GHI,), "facts": Facts(affected_customers=1, arr_at_risk_usd=480_000, first_reported_at=NOW), "severity": "high", "target": "leadership", "demand": None,
        "inform": ("engineering",),
        "reasons": (Reason(criterion="business", stance="for", weight=4, signal="churn_threat",
                           values={"account": GHI.name, "words": "we are evaluating alternatives"}, evidence=("E1",)),),
        "matched": (ticket("T-7", GHI, "Very unhappy", "Our CEO: we are evaluating alternatives.", NOW),),
        "timeline": (TimelineEntry(at=NOW, what="Very unhappy", evidence=("E1",)),),
        "questions": (Question(signal="renewal_odds", values={"account": GHI.name}),),
        "evidence": (evidence("E1", "T-7", "Our CEO: we are evaluating alternatives.", internal=False),
                     evidence("E2", "acc-ghi", "GHI 科技: arr_usd = $480,000", source="accounts", about="arr_usd")),
    })  # fmt: skip


def pattern() -> Assessment:
    """Two customers, though the report says three; Engineering, a bug on the tracker to fix."""
    item = TrackerItem(id="BUG-77", title="Export drops rows after 10,000", status="in_progress", type="bug")
    return outage().model_copy(update={
        "issue": Issue(text="Data export is missing rows — 3 customers reported this week", language="en", kind="bug",
                       summary="Data export is missing rows", claimed_customers=3, error_strings=("ERR_EXPORT_7",)),
        "account": None, "affected": (XYZ, NORTH), "severity": "high", "ask": "fix", "items": (item,),
        "claims": (Finding(signal="claimed_customers_more_than_found", values={"claimed": 3, "found": 2}, evidence=("E2",)),),
        "matched": (
            ticket("T-1", XYZ, "导出缺行", "导出的报表缺少约 2000 行。", datetime(2026, 11, 11, 2, 0, tzinfo=UTC)),
            ticket("T-2", NORTH, "Rows missing", "Hello team. The CSV export has 10,000 rows, we expect 12,400.", NOW),
        ),
        "facts": Facts(affected_customers=2, first_reported_at=datetime(2026, 11, 11, 2, 0, tzinfo=UTC)),
        "evidence": (
            *outage().evidence[1:],
            evidence("E1", "T-1", "导出的报表缺少约 2000 行。"),
            evidence("E9", "T-2", "The CSV export has 10,000 rows, we expect 12,400."),
            evidence("E10", "BUG-77", "Export drops rows after 10,000 (in_progress)", source="tracker"),
        ),
    })  # fmt: skip


def documented() -> Assessment:
    """A documented solution: support can handle it."""
    article = Article(id="KB-5", title="Resetting SSO", visibility="public", url="https://help.example/kb-5",
                      body="Use this when SSO loops.\n1. Sign out everywhere.\n2. Clear the identity provider's session.\n3. Sign in again.")  # fmt: skip
    return feature().model_copy(update={
        "decision": "handle", "severity": None, "target": None, "ask": None, "demand": None, "solution": article,
        "articles": (article,), "impact": Impact(),
        "issue": Issue(text="SSO loops for Northwind", language="en", kind="question", summary="SSO loops for Northwind Ltd"),
        "reasons": (Reason(criterion="documented_solution", stance="against", weight=4, signal="documented_workaround",
                           values={"article": "KB-5", "title": "Resetting SSO"}, evidence=("E3",)),),
        "would_change": (Finding(signal="workaround_fails", values={"article": "KB-5"}),),
        "evidence": (*feature().evidence[:1], evidence("E3", "KB-5", "Resetting SSO", source="kb", url="https://help.example/kb-5")),
    })  # fmt: skip


def too_little() -> Assessment:
    """A churn threat without a name: must ask."""
    return feature().model_copy(update={
        "decision": "need_info", "severity": None, "target": None, "ask": None, "demand": None, "account": None,
        "affected": (), "matched": (), "impact": Impact(), "facts": Facts(affected_customers=0),
        "issue": Issue(text="Customer threatening to churn over missing audit log feature", language="en", kind="feature",
                       summary="Customer threatening to churn over missing audit log feature"),
        "reasons": (Reason(criterion="insufficient_info", stance="against", weight=3, signal="too_little_said",
                           evidence=("E1",)),),
        "questions": (Question(signal="which_account", values={"candidates": ("Northwind Ltd", "GHI 科技")},
                               changes=("decision", "target"), options=("Northwind Ltd", "GHI 科技")),),
        "evidence": (evidence("E1", "reporter", "Customer threatening to churn over missing audit log feature",
                              source="reporter"),),
    })  # fmt: skip


ESCALATED = {
    "outage": outage,
    "feature": feature,
    "security": security,
    "relationship": relationship,
    "pattern": pattern,
}
ANSWERED = {"documented": documented, "too_little": too_little}
EVERY = ESCALATED | ANSWERED
