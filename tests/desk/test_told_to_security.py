"""What came in later and shows an exposure is what Security reads: as the reason, and among what was observed."""

from typing import Any

import pytest
from mcp.server.mcpserver import MCPServer
from sqlalchemy import Engine

from tests.server.sample_office import ask, sample_office
from tools.desk.office import Office
from tools.serving.server import build_server

pytestmark = pytest.mark.anyio

LINES = {
    "zh": "清禾水务 今早的巡检周报多出二十几行，合计对不上",
    "en": "Oderland's weekly report shows some twenty rows too many, totals are off",
}
READERS = {"zh": "看周报的有12个人", "en": "12 people read the report"}
SEEN = {
    "zh": "多出来的是别的公司的工单，有客户姓名和电话。你们是不是把别人的数据发给我们了？",
    "en": "The extra rows belong to another company, with names and phone numbers. Did you send us their data?",
}
YES = {"zh": "是，客户看到了别家客户的工单，共 23 行", "en": "yes, they saw another customer's work orders, 23 rows"}
FOUND = {
    "zh": "缓存的键里少了租户号，清禾水务看到了粤众物流的数据",
    "en": "the cache lacks the tenant, so Oderland saw Halden's data",
}
OWNER = {"zh": "清禾水务", "en": "Oderland"}
JOINED = {"zh": "粤众物流", "en": "Halden"}


@pytest.fixture
def server(sample_store: Engine, tmp_path: Any) -> MCPServer[Office]:
    return build_server(sample_office(sample_store, tmp_path))


@pytest.mark.parametrize("tongue", ["zh", "en"])
async def test_each_thing_that_was_seen_stands_where_security_looks(server: MCPServer[Office], tongue: str) -> None:
    readers = {"how_many_users": READERS[tongue]}
    id_ = (await ask(server, "prepare_escalation", issue=LINES[tongue], answers=readers))["escalation_id"]
    piece = {"kind": "host", "source": "Zendesk", "record_id": "88121", "account": OWNER[tongue]}
    theirs = (await ask(server, "add_evidence", escalation_id=id_, quotation=SEEN[tongue], **piece))["evidence_id"]
    said = {"kind": "reporter", "source": "Sam Adeyemi", "record_id": "said", "quotation": FOUND[tongue]}
    ours = (await ask(server, "add_evidence", escalation_id=id_, **said))["evidence_id"]
    news = {"kind": "account_joined", "account": JOINED[tongue], "text": "23"}
    await ask(server, "update_escalation", escalation_id=id_, **news)
    answers = {"security_matter": YES[tongue]}
    found = await ask(server, "prepare_escalation", issue=LINES[tongue], escalation_id=id_, answers=answers)
    assert found["target"] == "security"
    assert READERS[tongue] not in found["reasons"]["escalate"][0]
    assert JOINED[tongue] in found["impact"]["breadth"]
    assert found["facts"]["affected_customers"] == 0
    brief = (await ask(server, "write_brief", escalation_id=id_))["brief"]
    body = brief.partition("致安全团队" if tongue == "zh" else "## For Security")[2].partition("\n## ")[0]
    observed = body.partition("潜在影响" if tongue == "zh" else "Potential impact")[0]
    for words, mark in ((SEEN[tongue], theirs), (FOUND[tongue], ours), (YES[tongue], "")):
        assert words[:16] in observed
        assert mark in observed
    assert LINES[tongue][:10] in observed
    assert JOINED[tongue] in brief.partition("\n## ")[2].partition("\n## ")[0]


@pytest.mark.parametrize(("tongue", "yes"), [("zh", "是"), ("en", "yes")])
async def test_a_bare_yes_is_shown_by_the_lines_words_and_no_other_answers(
    server: MCPServer[Office], tongue: str, yes: str
) -> None:
    answers = {"how_many_users": READERS[tongue], "security_matter": yes}
    found = await ask(server, "prepare_escalation", issue=LINES[tongue], answers=answers)
    reason = found["reasons"]["escalate"][0]
    assert found["target"] == "security"
    assert READERS[tongue] not in reason
    assert reason.endswith("[E1]")
