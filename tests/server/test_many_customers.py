"""A list of customers that is cut says how many more there are, and a handover counts severities and teams."""

from __future__ import annotations

import pytest
from mcp.server.mcpserver import MCPServer

from tests.server.test_following import ask, opened
from tools.desk.office import Office

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(("language", "more"), [("en", "and {} more"), ("zh", "另有 {} 家")])
async def test_whoever_is_left_out_of_a_list_is_counted(
    server: MCPServer[Office], office: Office, language: str, more: str
) -> None:
    opened(office, account_ids=tuple(f"acc-{n}" for n in range(15)), language=language)
    opened(office, severity="high", target="product", account_ids=("acc-1",), language=language)
    shift = await ask(server, "list_escalations", view="handover")
    assert shift["counts"] == {"critical": 1, "high": 1, "engineering": 1, "product": 1}
    cut = [block["accounts"] for block in shift["handover"] if len(block["accounts"]) > 1]
    assert [(len(each), each[-1]) for each in cut] == [(9, more.format(7))]
    (pattern,) = (await ask(server, "list_escalations", view="patterns"))["patterns"]
    assert (pattern["customers"], len(pattern["accounts"]), pattern["accounts"][-1]) == (15, 13, more.format(3))
