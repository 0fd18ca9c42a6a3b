"""What the model saw is compared with what the server said, result by result."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.hosts.checks import missing
from evals.hosts.model.asked import Json, Result
from evals.hosts.running import Stage

SAID: Json = {"decision": "escalate", "brief": "# Title\n\nbody"}
TEXT = "decision: escalate\nbrief:\n  # Title\n  \n  body"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A stage where write_brief was called twice."""
    stage = Stage(tmp_path, (), Path("/nowhere/uv"), tmp_path, {})
    stage.record.mkdir()
    lines: list[Json] = []
    for id, said in ((1, {"decision": "handle"}), (2, SAID)):
        call: Json = {"id": id, "method": "tools/call", "params": {"name": "write_brief"}}
        lines += [{"from": "host", "message": call}]
        lines += [{"from": "server", "message": {"id": id, "result": {"structuredContent": said}}}]
    (stage.record / "1.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return stage


@pytest.mark.parametrize(
    "shown", [TEXT, json.dumps(SAID), f"Output:\n{json.dumps(SAID)}", f"<fence>\n{TEXT}\n</fence>"]
)
def test_either_half_under_any_wrapping_is_all_of_it(shown: str, stage: Stage) -> None:
    assert missing(stage, [Result("ours_write_brief", shown)], "write_brief") == []


def test_what_a_host_cut_out_is_found(stage: Stage) -> None:
    cut = json.dumps({**SAID, "brief": "# Ti…2 tokens truncated…dy"})
    assert missing(stage, [Result("ours_write_brief", cut)], "write_brief") == ["another structure of ours_write_brief"]
    assert missing(stage, [Result("ours_write_brief", TEXT.replace("body", ""))], "write_brief") == [SAID["brief"]]


def test_results_that_never_came_are_missing(stage: Stage) -> None:
    assert missing(stage, [], "write_brief") == ["write_brief: 0 results on the wire, 0 seen"]
    three = [Result("ours_write_brief", TEXT)] * 3
    assert missing(stage, three, "write_brief") == ["write_brief: 2 results on the wire, 3 seen"]
