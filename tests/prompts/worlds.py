"""Small assessments, one per target and decision, built by hand for tests of words."""

from __future__ import annotations

from escalation.assessment import (
    Assessment,
    Communication,
    Facts,
    Impact,
    Issue,
    Lookalike,
    Question,
    Reproduction,
)
from escalation.matters import FeatureDemand, Incident, Observation, TimelineEntry, TriedStep
from escalation.records import Article, Message, TrackerItem
from tests.prompts.parts import COVERAGE, GHI, NORTH, NOW, XYZ, at, because, computed, evidence, found, ticket

FIRST = at(13, 6, 5)
MONDAY = at(16, 1)


def outage() -> Assessment:
    """Case A: data sync is down for one customer; Engineering, critical."""
    said = "数据同步从14:00起停止，约50人无法工作，网页和手机都提示「同步失败,请稍后重试」。"
    later = "已重启客户端，没有效果；检查网络正常。周一上班前必须恢复"
    return Assessment(
        at=NOW,
        issue=Issue(
            text="XYZ 科技有限公司数据同步停止，团队无法工作",
            language="zh",
            kind="outage",
            summary="XYZ 科技有限公司数据同步停止",
            error_strings=("同步失败,请稍后重试",),
        ),
        account=XYZ,
        affected=(XYZ,),
        decision="escalate",
        severity="critical",
        target="engineering",
        ask="investigate",
        reported_by="陈晓",
        reasons=(
            because("impact", "production_down", "E1", weight=5, words="数据同步从14:00起停止"),
            because("business", "high_value_account", "E3", weight=2, account=XYZ.name, arr_usd=240_000.0),
        ),
        would_change=(found("workaround_found"),),
        impact=Impact(
            level="high",
            dimensions={
                "breadth": (
                    found("customers_affected", "E2", count=1, accounts=(XYZ.name,)),
                    found("users_affected", "E1", count=50),
                ),
                "depth": (found("blocked", "E1", words="约50人无法工作"),),
                "duration": (found("ongoing_since", "E5", at=FIRST, hours=2.2),),
                "revenue": (
                    found("arr_at_risk", "E3", amount_usd=240_000.0, accounts=(XYZ.name,)),
                    found("renewal", "E6", account=XYZ.name, date="2026-12-01", days=18),
                ),
                "contractual": (found("sla_running", "E7", ticket="T-1", due=at(13, 10, 5)),),
            },
        ),
        facts=Facts(affected_customers=1, arr_at_risk_usd=240_000, first_reported_at=FIRST, sla_breached=False),
        matched=(ticket("T-1", XYZ, "数据同步失败", said, FIRST),),
        lookalikes=(
            Lookalike(
                record_id="T-0", source="tickets", why=found("older_occurrence", at=at(1, month=3), item="BUG-1")
            ),
        ),
        messages=(
            Message(id="C-1", channel="#sync", at=NOW, text="Hi all. The sync workers restarted twice since 14:00."),
        ),
        tried=(
            TriedStep(step="重启客户端", result="没有效果", evidence=("E4",)),
            TriedStep(step="检查网络", evidence=("E4",)),
        ),
        reproduction=Reproduction(
            actual="提示「同步失败,请稍后重试」", environment=("网页", "手机"), frequency="每次", evidence=("E1",)
        ),
        communication=Communication(expectation="周一上班前必须恢复", expectation_deadline=MONDAY, evidence=("E4",)),
        deadline=MONDAY,
        questions=(Question(signal="reproduction_steps"), Question(signal="since_when")),
        coverage=COVERAGE,
        evidence=(
            evidence("E1", "T-1", said, at=FIRST, internal=False, url="https://desk.example/T-1"),
            computed("E2", "affected_customers", "customers affected = 1: XYZ (acc-xyz)"),
            evidence("E3", "acc-xyz", "XYZ: arr_usd = $240,000", source="accounts", about="arr_usd"),
            evidence("E4", "T-1", later, internal=False),
            computed("E5", "duration", "first report on T-1; 2.2 hours"),
            evidence("E6", "acc-xyz", "XYZ: renewal_date = 2026-12-01", source="accounts", about="renewal_date"),
            computed("E7", "sla", "T-1 resolution due 2026-11-13T10:05:00+00:00: waiting"),
            evidence("E8", "C-1", "The sync workers restarted twice since 14:00.", source="chat"),
        ),
    )


def feature() -> Assessment:
    """Case B: bulk assignment is asked for again and again; Product, medium with high business impact."""
    said = "We assign 100 tasks a week one at a time. Honestly we are looking at X and Y."
    text = "Customers ask for bulk task assignment"
    return Assessment(
        at=NOW,
        issue=Issue(text=text, language="en", kind="feature", summary=text),
        account=NORTH,
        affected=(NORTH,),
        decision="escalate",
        severity="medium",
        target="product",
        ask="decide",
        reasons=(because("business", "churn_threat", "E1", account=NORTH.name, words="we are looking at X and Y"),),
        impact=Impact(level="high"),
        facts=Facts(affected_customers=1, arr_at_risk_usd=36_000, first_reported_at=NOW),
        matched=(ticket("T-1", NORTH, "Bulk assignment", said, NOW),),
        demand=FeatureDemand(
            requests=15,
            accounts_by_plan={"enterprise": 3, "professional": 7, "trial": 5},
            window_days=183,
            rank_in_area=4,
            product_area="tasks",
            use_case="We assign 100 tasks a week one at a time.",
            competitors=("X", "Y"),
            evidence=("E2", "E1"),
        ),
        coverage=COVERAGE,
        evidence=(
            evidence("E1", "T-1", said, internal=False),
            computed("E2", "request_frequency", "15 customers asked on 15 tickets"),
        ),
    )


def security() -> Assessment:
    """Case C: activity that was not the customer's; Security."""
    said = "We see 2 file exports and logins from places we do not know."
    text = "Northwind Ltd reports logins they do not know"
    seen = Observation(at=NOW, who="customer", ticket="T-1", words=said, evidence=("E1",))
    change = {
        "issue": Issue(text=text, language="en", kind="security", summary=text),
        "severity": "high",
        "target": "security",
        "ask": "investigate",
        "demand": None,
        "impact": Impact(),
        "matched": (ticket("T-1", NORTH, "Unknown logins", said, NOW),),
        "reasons": (because("impact", "security_concern", "E1", words="logins from places we do not know"),),
        "questions": (Question(signal="data_exposed"), Question(signal="containment")),
        "incident": Incident(kind="intrusion", observed=(seen,)),
        "evidence": (evidence("E1", "T-1", said, internal=False),),
    }
    return feature().model_copy(update=change)


def relationship() -> Assessment:
    """Case D: a customer's CEO is evaluating alternatives; Leadership."""
    said = "Our CEO: we are evaluating alternatives."
    change = {
        "issue": Issue(
            text="GHI's CEO called, very unhappy",
            language="en",
            kind="relationship",
            summary="The CEO of GHI 科技 is evaluating alternatives",
        ),
        "account": GHI,
        "affected": (GHI,),
        "severity": "high",
        "target": "leadership",
        "inform": ("engineering",),
        "demand": None,
        "facts": Facts(affected_customers=1, arr_at_risk_usd=480_000, first_reported_at=NOW),
        "reasons": (
            because("business", "churn_threat", "E1", account=GHI.name, words="we are evaluating alternatives"),
        ),
        "matched": (ticket("T-7", GHI, "Very unhappy", said, NOW),),
        "timeline": (TimelineEntry(at=NOW, what="Very unhappy", evidence=("E1",)),),
        "questions": (Question(signal="renewal_odds", values={"account": GHI.name}),),
        "evidence": (
            evidence("E1", "T-7", said, internal=False),
            evidence("E2", "acc-ghi", "GHI 科技: arr_usd = $480,000", source="accounts", about="arr_usd"),
        ),
    }
    return feature().model_copy(update=change)


def pattern() -> Assessment:
    """Two customers, though the report says three; Engineering, a bug on the tracker to fix."""
    change = {
        "issue": Issue(
            text="Data export is missing rows — 3 customers reported this week",
            language="en",
            kind="bug",
            summary="Data export is missing rows",
            claimed_customers=3,
            error_strings=("ERR_EXPORT_7",),
        ),
        "account": None,
        "affected": (XYZ, NORTH),
        "severity": "high",
        "ask": "fix",
        "items": (TrackerItem(id="BUG-77", title="Export drops rows after 10,000", status="in_progress"),),
        "claims": (found("claimed_customers_more_than_found", "E2", claimed=3, found=2),),
        "matched": (
            ticket("T-1", XYZ, "导出缺行", "导出的报表缺少约 2000 行。", at(11, 2)),
            ticket("T-2", NORTH, "Rows missing", "Hello team. The CSV export has 10,000 rows, we expect 12,400.", NOW),
        ),
        "facts": Facts(affected_customers=2, first_reported_at=at(11, 2)),
        "impact": Impact(dimensions={"breadth": (found("customers_affected", "E2", count=2, accounts=("XYZ", "N")),)}),
        "evidence": (
            evidence("E1", "T-1", "导出的报表缺少约 2000 行。"),
            *outage().evidence[1:],
            evidence("E9", "T-2", "The CSV export has 10,000 rows, we expect 12,400."),
            evidence("E10", "BUG-77", "Export drops rows after 10,000 (in_progress)", source="tracker"),
        ),
    }
    return outage().model_copy(update=change)


def documented() -> Assessment:
    """A documented solution: support can handle it."""
    steps = "1. Sign out everywhere.\n2. Clear the identity provider's session.\n3. Sign in again."
    article = Article(
        id="KB-5",
        title="Resetting SSO",
        visibility="public",
        url="https://help.example/kb-5",
        body=f"SSO loops.\n{steps}",
    )
    said = "SSO sends us back to the login page every time."
    change = {
        "decision": "handle",
        "severity": None,
        "target": None,
        "ask": None,
        "demand": None,
        "solution": article,
        "articles": (article,),
        "impact": Impact(),
        "matched": (ticket("T-1", NORTH, "SSO login loop", said, NOW),),
        "issue": Issue(text="SSO loops", language="en", kind="question", summary="SSO loops for Northwind Ltd"),
        "reasons": (
            because(
                "documented_solution",
                "documented_workaround",
                "E3",
                stance="against",
                article="KB-5",
                title=article.title,
            ),
        ),
        "would_change": (found("workaround_fails", article="KB-5"),),
        "evidence": (
            evidence("E1", "T-1", said),
            evidence("E3", "KB-5", "Resetting SSO", source="kb", url="https://help.example/kb-5"),
        ),
    }
    return feature().model_copy(update=change)


def too_little() -> Assessment:
    """A churn threat without a name: must ask."""
    text = "Customer threatening to churn over missing audit log feature"
    names = ("Northwind Ltd", "GHI 科技")
    change = {
        "decision": "need_info",
        "severity": None,
        "target": None,
        "ask": None,
        "demand": None,
        "account": None,
        "affected": (),
        "matched": (),
        "impact": Impact(),
        "facts": Facts(affected_customers=0),
        "issue": Issue(text=text, language="en", kind="feature", summary=text),
        "reasons": (because("insufficient_info", "too_little_said", "E1", stance="against"),),
        "questions": (Question(signal="which_account", values={"candidates": names}, options=names),),
        "evidence": (evidence("E1", "reporter", text, source="reporter"),),
    }
    return feature().model_copy(update=change)


ESCALATED = {
    "outage": outage,
    "feature": feature,
    "security": security,
    "relationship": relationship,
    "pattern": pattern,
}
ANSWERED = {"documented": documented, "too_little": too_little}
EVERY = ESCALATED | ANSWERED
