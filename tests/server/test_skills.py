"""Skills over MCP: hosts without plugins read the skill from the server, and can check every byte of it."""

from __future__ import annotations

import logging
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

import pytest
from mcp import Client
from mcp.server.mcpserver import MCPServer
from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS, Request, RequestParams, Result, TextResourceContents
from pydantic import Field
from skills_ref import read_properties  # pyright: ignore[reportMissingTypeStubs]

import tools
from tools.desk.office import Office
from tools.serving import skills

pytestmark = pytest.mark.anyio

FOLDER = Path(tools.__file__).parents[1] / "skills" / "customer-escalation"
HEAD: Any = read_properties(FOLDER).to_dict()  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
ROOT = "skill://customer-escalation"


class Asked(RequestParams):
    uri: str | None = None
    cursor: str | None = None


class Ask(Request[Asked, Literal["skills/list", "skills/get", "resources/directory/read"]]):
    """A method that the SDK's client has no function for."""


class Answer(Result):
    skills: list[dict[str, Any]] = Field(default_factory=list[dict[str, Any]])
    skill: dict[str, Any] = Field(default_factory=dict[str, Any])
    resources: list[dict[str, Any]] = Field(default_factory=list[dict[str, Any]])
    ttl_ms: int | None = None


async def ask(server: MCPServer[Office], method: Any, **params: Any) -> Answer:
    async with Client(server) as client:
        return await sent(client, method, **params)


async def sent(client: Client, method: Any, **params: Any) -> Answer:
    return await client.session.send_request(Ask(method=method, params=Asked(**params)), Answer)


async def test_a_listed_skill_is_told_as_its_head_says_and_every_file_of_it_is_there(server: MCPServer[Office]) -> None:
    answer = await ask(server, "skills/list")
    (skill,) = answer.skills
    assert skill["uri"] == f"{ROOT}/SKILL.md"
    assert skill["frontmatter"] == HEAD
    files = {f"{ROOT}/{path.relative_to(FOLDER).as_posix()}" for path in FOLDER.rglob("*") if path.is_file()}
    assert {file["uri"] for file in skill["resources"]} == files
    assert answer.ttl_ms == skills.FRESH_MS


async def test_digest_and_size_are_those_of_the_text_that_is_read(server: MCPServer[Office]) -> None:
    (skill,) = (await ask(server, "skills/list")).skills
    async with Client(server) as client:
        for file in skill["resources"]:
            (content,) = (await client.read_resource(file["uri"])).contents
            assert isinstance(content, TextResourceContents)
            raw = content.text.encode()
            assert (file["digest"], file["size"]) == (f"sha256:{sha256(raw).hexdigest()}", len(raw))


async def test_one_skill_is_got_by_its_uri(server: MCPServer[Office]) -> None:
    (listed,) = (await ask(server, "skills/list")).skills
    assert (await ask(server, "skills/get", uri=f"{ROOT}/SKILL.md")).skill == listed


async def test_a_folder_tells_its_children(server: MCPServer[Office]) -> None:
    top = (await ask(server, "resources/directory/read", uri=ROOT)).resources
    assert [(child["name"], child["mimeType"]) for child in top] == [
        ("SKILL.md", "text/markdown"),
        ("references", "inode/directory"),
    ]
    below = (await ask(server, "resources/directory/read", uri=top[1]["uri"])).resources
    assert {child["uri"] for child in below} == {
        f"{ROOT}/references/{path.name}" for path in (FOLDER / "references").iterdir()
    }


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("skills/get", {"uri": "skill://another/SKILL.md"}),
        ("skills/get", {"uri": ROOT}),
        ("resources/directory/read", {"uri": f"{ROOT}/SKILL.md"}),
        ("resources/directory/read", {"uri": f"{ROOT}/../.."}),
        ("resources/directory/read", {"uri": "skill://"}),
        ("resources/directory/read", {"uri": f"{ROOT}-x"}),
        ("skills/list", {"cursor": "2"}),
    ],
)
async def test_what_is_not_there_is_told_so(server: MCPServer[Office], method: str, params: dict[str, str]) -> None:
    async with Client(server) as client:
        with pytest.raises(MCPError) as caught:
            await sent(client, method, **params)
    assert caught.value.error.code == INVALID_PARAMS


async def test_resources_list_shows_the_skill_by_name_and_description(server: MCPServer[Office]) -> None:
    async with Client(server) as client:
        listed = {resource.uri: resource for resource in (await client.list_resources()).resources}
        capabilities = client.server_capabilities.extensions
    page = listed[f"{ROOT}/SKILL.md"]
    assert (page.name, page.description, page.mime_type) == (
        "customer-escalation",
        read_properties(FOLDER).description,
        "text/markdown",
    )
    assert listed[f"{ROOT}/references/briefs.md"].description == "The brief, by target"
    assert capabilities == {"io.modelcontextprotocol/skills": {"directoryRead": True}}


async def test_line_ends_of_another_system_change_no_digest(tmp_path: Path) -> None:
    copy = tmp_path / "customer-escalation"
    shutil.copytree(FOLDER, copy)
    page = copy / "SKILL.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    assert skills.Skill(copy).entry() == skills.Skill(FOLDER).entry()


def test_a_skill_that_cannot_be_read_is_left_out_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    page = tmp_path / "broken" / "SKILL.md"
    page.parent.mkdir()
    page.write_text("no head\n", encoding="utf-8")
    monkeypatch.setattr(skills, "_HOME", tmp_path)
    with caplog.at_level(logging.WARNING):
        assert skills.extensions() == []
    assert "it does not begin with a block" in caplog.text


def test_an_installation_without_skills_offers_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(skills, "_HOME", tmp_path)
    assert skills.extensions() == []
