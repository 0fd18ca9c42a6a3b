"""What comes in after the line and tells of data in wrong hands goes to Security, as if it had been typed."""

from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer
from sqlalchemy import Engine

from tests.server.sample_office import ask, refused, sample_office
from tools.desk.office import Office
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio

CHINESE = "清禾水务 今早的巡检周报多出二十几行，合计对不上"
TRADITIONAL = "漢陽醫材 今早的巡檢週報多出二十幾行，合計對不上"
ENGLISH = "Oderland's weekly report shows some twenty rows too many, totals are off"
LINES = {"zh": CHINESE, "zh-Hant": TRADITIONAL, "en": ENGLISH}

SEEN = {
    "zh": "多出来的是别的公司的工单，有客户姓名和电话。你们是不是把别人的数据发给我们了？",
    "zh-Hant": "多出來的是別的公司的工單，有客戶姓名和電話。你們是不是把別人的資料發給我們了？",
    "en": "The extra rows belong to another company, with names and phone numbers. Did you send us somebody else's data?",
}
FOUND = {
    "zh": "报表缓存的键里少了租户号，清禾水务看到了粤众物流的数据",
    "zh-Hant": "報表快取的鍵裡少了租戶號，漢陽醫材看到了粤众物流的資料",
    "en": "the cache key lacks the tenant, so Oderland saw Halden's data",
}
NOT_SO = [
    ("zh", "查过了，没有看到别家的数据，只是重复行"),
    ("zh", "没有混进粤众物流的工单，只是重复"),
    ("zh", "如果缓存键少了租户号，就会看到别家数据，但键是对的"),
    ("zh-Hant", "查過了，沒有看到別家的資料，只是重複行"),
    ("en", "Checked: no rows of Halden and no data of other customers was shown."),
    ("en", "If the cache key lacked the tenant they would see other customers' data, but it has it."),
    ("en", "Halden and another customer reported the same twenty rows too many."),
]
TONGUES = ("zh", "zh-Hant", "en")


@pytest.fixture
def server(sample_store: Engine, tmp_path: Any) -> MCPServer[Office]:
    return build_server(sample_office(sample_store, tmp_path))


async def opened(server: MCPServer[Office], tongue: str) -> str:
    found = await ask(server, "prepare_escalation", issue=LINES[tongue])
    assert found["target"] == "engineering"
    return found["escalation_id"]


async def again(server: MCPServer[Office], id_: str, tongue: str, **more: Any) -> dict[str, Any]:
    return await ask(server, "prepare_escalation", issue=LINES[tongue], escalation_id=id_, **more)


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("by", ["customer", "colleague", "person"])
async def test_what_was_handed_in_moves_it_and_is_said_with_its_evidence(
    server: MCPServer[Office], tongue: str, by: str
) -> None:
    id_ = await opened(server, tongue)
    owner = {"zh": "清禾水务", "zh-Hant": "漢陽醫材", "en": "Oderland"}[tongue]
    given = {
        "customer": {
            "kind": "host",
            "source": "Zendesk",
            "record_id": "88121",
            "account": owner,
            "quotation": SEEN[tongue],
        },
        "colleague": {"kind": "host", "source": "Slack", "record_id": "m-1", "quotation": FOUND[tongue]},
        "person": {"kind": "reporter", "source": "Sam Adeyemi", "record_id": "said", "quotation": FOUND[tongue]},
    }[by]
    piece = (await ask(server, "add_evidence", escalation_id=id_, **given))["evidence_id"]
    after = await again(server, id_, tongue)
    assert (after["target"], after["severity"]) == ("security", "critical")
    assert "target engineering → security" in after["changed"]
    assert f"security_concern by {piece}" in after["changed"]
    assert f"[{piece}]" in after["reasons"]["escalate"][0]


@pytest.mark.parametrize("tongue", TONGUES)
async def test_an_answer_moves_it_and_is_its_evidence(server: MCPServer[Office], tongue: str) -> None:
    id_ = await opened(server, tongue)
    after = await again(server, id_, tongue, answers={"what_was_tried": FOUND[tongue]})
    assert (after["target"], after["severity"]) == ("security", "critical")
    assert "target engineering → security" in after["changed"]
    cited = after["reasons"]["escalate"][0].rpartition("[")[2].rstrip("]")
    assert any(line.startswith(f"{cited} ") and FOUND[tongue][:8] in line for line in after["evidence"])


@pytest.mark.parametrize(("tongue", "words"), NOT_SO)
async def test_what_denies_or_supposes_it_or_compares_customers_moves_nothing(
    server: MCPServer[Office], tongue: str, words: str
) -> None:
    id_ = await opened(server, tongue)
    await ask(server, "add_evidence", escalation_id=id_, kind="host", source="Slack", record_id="m-1", quotation=words)
    after = await again(server, id_, tongue, answers={"what_was_tried": words})
    assert after["target"] == "engineering"


async def test_nobody_talks_it_away_again(server: MCPServer[Office]) -> None:
    id_ = await opened(server, "zh")
    await ask(
        server, "add_evidence", escalation_id=id_, kind="host", source="Slack", record_id="m-1", quotation=FOUND["zh"]
    )
    wish = {"target": "engineering", "override_reason": "只是报表的缺陷"}
    assert "stays with the security team" in await refused(
        server, "prepare_escalation", issue=CHINESE, escalation_id=id_, **wish
    )
    assert (await again(server, id_, "zh"))["target"] == "security"


async def test_what_was_chosen_before_holds_no_more(server: MCPServer[Office]) -> None:
    id_ = await opened(server, "en")
    await again(server, id_, "en", target="product", override_reason="they asked for it")
    await ask(
        server, "add_evidence", escalation_id=id_, kind="host", source="Slack", record_id="m-1", quotation=FOUND["en"]
    )
    assert (await again(server, id_, "en"))["target"] == "security"


NEWS = {"progress": "text", "bounced": "why", "customer_answered": "text", "acknowledged": "text"}


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("kind", NEWS)
async def test_news_on_the_record_moves_it_and_says_so(server: MCPServer[Office], kind: str, tongue: str) -> None:
    id_ = await opened(server, tongue)
    words = SEEN[tongue] if kind == "customer_answered" else FOUND[tongue]
    told = await ask(server, "update_escalation", escalation_id=id_, kind=kind, **{NEWS[kind]: words})
    assert "changed: target engineering → security" in told["next"][0]
    assert (told["severity"], told["status"]) == ("critical", "open")
    record = await ask(server, "get_escalation", escalation_id=id_)
    assert record["escalation"]["target"] == "security"
    after = await again(server, id_, tongue)
    assert after["target"] == "security"
    assert words[:12] in "\n".join(after["evidence"])


@pytest.mark.parametrize(("tongue", "words"), NOT_SO)
async def test_news_that_denies_or_supposes_it_moves_nothing(
    server: MCPServer[Office], tongue: str, words: str
) -> None:
    id_ = await opened(server, tongue)
    told = await ask(server, "update_escalation", escalation_id=id_, kind="progress", text=words)
    assert "next" not in told
    assert (await ask(server, "get_escalation", escalation_id=id_))["escalation"]["target"] == "engineering"


async def test_of_what_has_ended_it_is_said_to_reopen_it(server: MCPServer[Office]) -> None:
    id_ = await opened(server, "en")
    await ask(server, "update_escalation", escalation_id=id_, kind="resolved", text="The report counts rightly again.")
    told = await ask(server, "update_escalation", escalation_id=id_, kind="progress", text=FOUND["en"])
    assert "reopened" in told["next"][0]
    assert (await ask(server, "get_escalation", escalation_id=id_))["escalation"]["target"] == "engineering"
