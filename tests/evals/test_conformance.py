"""The conformance run: what is counted, what is said, and that the fixtures leave the product as it is."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client
from mcp.client.context import ClientRequestContext
from mcp_types import ElicitRequestParams, ElicitResult, TextContent

from evals.conformance import fixtures
from evals.conformance.scenarios import FIXTURE_FREE, REVISIONS, SKILLS
from evals.conformance.servers import PRODUCT, serving
from evals.conformance.suite import Outcome, Suite, read
from evals.conformance.table import Run, results
from tools.desk.office import Office
from tools.desk.opening import opening
from tools.serving.command import Command
from tools.serving.registry import TABLE
from tools.serving.server import build_server

AT = "2026-11-26T11-25-16-001Z"


def check(id: str, status: str, message: str | None = None) -> dict[str, Any]:
    return {"id": id, "status": status} | ({"errorMessage": message} if message else {})


def wrote(folder: Path, scenario: str, *checks: dict[str, Any]) -> None:
    place = folder / f"server-{scenario}-{AT}"
    place.mkdir(parents=True)
    (place / "checks.json").write_text(json.dumps(checks), encoding="utf-8")


def test_a_scenario_passes_only_by_checks_of_its_own(tmp_path: Path) -> None:
    wire = check("wire-schema-valid", "SUCCESS")
    wrote(tmp_path, "kept", wire, check("a", "SUCCESS"))
    wrote(tmp_path, "broken", wire, check("a", "SUCCESS"), check("b", "FAILURE", "no | reason"))
    wrote(tmp_path, "warned", wire, check("a", "WARNING", "should"))
    wrote(tmp_path, "not-offered", wire, check("a", "SKIPPED"), check("b", "INFO"))
    found = {outcome.scenario: outcome for outcome in read(tmp_path)}
    assert {name: outcome.verdict for name, outcome in found.items()} == {
        "kept": "passed",
        "broken": "failed",
        "warned": "passed",
        "not-offered": "does not apply",
    }
    assert found["broken"].problems == ("b: no | reason",)
    assert (found["broken"].passed, found["broken"].failed, found["not-offered"].skipped) == (2, 1, 1)


def test_no_results_at_all_are_no_pass(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no results"):
        read(tmp_path)


def test_the_table_counts_what_is_scored_and_tells_why_something_failed() -> None:
    outcomes = [
        Outcome("kept", 2, 0, 0, 0),
        Outcome("broken", 1, 1, 0, 0, ("b: it said\n| no",)),
        Outcome("warned", 1, 0, 1, 0, ("c: should",)),
        Outcome("tasks", 0, 1, 0, 0),
    ]
    run = Run("product", "2026-07-28", outcomes, {"tasks": "extension"})
    text = results("1.2.3", [run])
    assert [outcome.scenario for outcome in run.failures] == ["broken"]
    assert "| product | 2026-07-28 | 2 of 3 | 4 of 5 |" in text
    assert "| product | 2026-07-28 | broken | b: it said \\| no |" in text
    assert "| product | 2026-07-28 | warned | c: should |" in text
    assert "| 2026-07-28 | tasks | extension | failed |" in text
    assert "Nothing that counts failed." in results("1.2.3", [Run("product", "2026-07-28", outcomes[:1], {})])


def test_a_skill_that_is_not_offered_is_a_failure_of_the_product() -> None:
    skipped = Outcome("sep-2640-skills-manifest", 1, 0, 0, 5, only_wire=True)
    assert Run("product", "2026-07-28", [skipped], {}).failures == [skipped]


STAND_IN = """
import json, sys
from pathlib import Path
arguments = sys.argv[1:]
if arguments == ["--version"]:
    print("9.9.9")
elif arguments[0] == "list":
    print("Required:\\n  - ping\\n\\nRun and reported, but never scored:\\n  extension (2):")
    print("    - auth/dpop [client]\\n    - tasks-lifecycle [server]\\n  pending (1):\\n    - json-schema [server]")
else:
    pairs = [part for part in arguments[1:] if part != "--force"]
    options = dict(zip(pairs[::2], pairs[1::2]))
    name = options.get("--scenario") or "ping"
    into = Path(options["--output-dir"]) / f"server-{name}-2026-11-26T11-25-16-001Z"
    into.mkdir(parents=True)
    into.joinpath("checks.json").write_text(json.dumps([{"id": name, "status": "SUCCESS"}]))
    sys.exit(1)
"""


def test_the_suite_is_asked_for_its_version_its_lists_and_its_verdicts(tmp_path: Path) -> None:
    program = tmp_path / "suite.py"
    program.write_text(STAND_IN, encoding="utf-8")
    suite = Suite((sys.executable, str(program)), {})
    assert suite.version() == "9.9.9"
    assert suite.unscored("2026-07-28") == {"tasks-lifecycle": "extension", "json-schema": "pending"}
    assert [one.scenario for one in suite.required("http://127.0.0.1:1/mcp", "2026-07-28", tmp_path / "a")] == ["ping"]
    assert [one.scenario for one in suite.single("http://127.0.0.1:1/mcp", "x", "2026-07-28", tmp_path / "b")] == ["x"]


def test_every_revision_says_what_the_product_must_pass() -> None:
    assert set(FIXTURE_FREE) == set(SKILLS) == set(REVISIONS)


@pytest.mark.anyio
async def test_the_product_listens_where_the_suite_will_ask(tmp_path: Path) -> None:
    with serving(PRODUCT, tmp_path) as url:
        async with Client(url) as client:
            assert len((await client.list_tools()).tools) == len(TABLE)


def test_a_server_that_never_listens_is_said(tmp_path: Path) -> None:
    with pytest.raises(TimeoutError, match="did not listen"), serving(("-c", "pass"), tmp_path):
        pass


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
async def test_the_fixtures_are_added_to_the_real_server_and_work() -> None:
    server = build_server(Office(opening(Command(None, None, None, None))))
    fixtures.add_to(server)

    async def said(context: ClientRequestContext, params: ElicitRequestParams) -> ElicitResult:
        del context, params
        return ElicitResult(action="accept", content={"name": "Ada", "ok": True, "color": "red", "context": "a test"})

    async with Client(server, elicitation_callback=said) as client:
        names = {tool.name for tool in (await client.list_tools()).tools}
        assert {entry.fn.__name__ for entry in TABLE} < names
        for tool, expected in TOLD.items():
            (content,) = (await client.call_tool(tool, {})).content
            assert isinstance(content, TextContent)
            assert content.text == expected
        kinds = [block.type for block in (await client.call_tool("test_multiple_content_types", {})).content]
        assert kinds == ["text", "image", "resource"]
        (message,) = (await client.get_prompt("test_input_required_result_prompt", {})).messages
        assert isinstance(message.content, TextContent)
        assert message.content.text == "Context: a test"


TOLD = {
    "test_simple_text": "This is a simple text response for testing.",
    "test_input_required_result_elicitation": "Hello, Ada!",
    "test_input_required_result_request_state": "state-ok",
    "test_input_required_result_multi_round": "Both steps were answered.",
    "test_trigger_tool_change": "Said.",
}
