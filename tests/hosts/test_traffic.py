"""What the host and the server said is kept as it was said, and read in both eras of the protocol."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from evals.hosts import tee
from evals.hosts.model.asked import Json
from evals.hosts.traffic import Traffic

ECHO = "import sys\nfor line in sys.stdin:\n    print(line, end='', flush=True)\n"
VERSION = "io.modelcontextprotocol/protocolVersion"


def host(id: int, method: str, **params: object) -> tuple[str, Json]:
    return "host", {"id": id, "method": method, "params": params}


def server(id: int, **result: object) -> tuple[str, Json]:
    return "server", {"id": id, "result": result}


def test_every_line_passes_and_is_kept_with_who_sent_it(tmp_path: Path) -> None:
    said = json.dumps({"id": 1, "method": "tools/call", "params": {"name": "客户"}}, ensure_ascii=False) + "\nno json\n"
    command = [sys.executable, "-I", tee.__file__, str(tmp_path), sys.executable, "-c", ECHO]
    done = subprocess.run(command, input=said, capture_output=True, text=True, timeout=60, check=True, encoding="utf-8")
    assert done.stdout == said
    (record,) = tmp_path.glob("*.jsonl")
    kept = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    assert sorted(each["from"] for each in kept) == ["host", "host", "server", "server"]
    assert Traffic.read(tmp_path).calls() == ["客户"]


def test_the_server_s_exit_code_is_the_program_s(tmp_path: Path) -> None:
    command = [sys.executable, "-I", tee.__file__, str(tmp_path), sys.executable, "-c", "raise SystemExit(3)"]
    assert subprocess.run(command, input="", text=True, timeout=60, check=False).returncode == 3


def test_nothing_said_is_no_protocol(tmp_path: Path) -> None:
    traffic = Traffic.read(tmp_path)
    assert (traffic.protocol(), traffic.calls(), traffic.forms(), traffic.structures("x")) == ("", [], [], [])


def test_before_2026_the_version_is_agreed_at_the_start_and_a_form_is_a_request_of_the_server() -> None:
    form: Json = {"message": "Which?", "requestedSchema": {}}
    traffic = Traffic(
        (
            host(0, "initialize"),
            server(0, protocolVersion="2025-06-18"),
            host(1, "tools/call", name="prepare_escalation"),
            ("server", {"id": 9, "method": "elicitation/create", "params": form}),
            ("host", {"id": 9, "result": {"action": "decline"}}),
            server(1, structuredContent={"decision": "escalate"}),
        )
    )
    assert traffic.protocol() == "2025-06-18"
    assert traffic.forms() == [form]
    assert traffic.structures("prepare_escalation") == [{"decision": "escalate"}]


def test_since_2026_each_request_states_the_version_and_a_form_travels_in_a_result() -> None:
    form = {"message": "Which?"}
    asked = {"questions": {"method": "elicitation/create", "params": form}}
    traffic = Traffic(
        (
            host(1, "tools/call", name="carry_out", _meta={VERSION: "2026-07-28"}),
            server(1, inputRequests=asked),
            host(2, "tools/call", name="carry_out", _meta={VERSION: "2026-07-28"}),
            server(2, structuredContent={"outcome": "sent"}),
            ("host", {"method": "notifications/cancelled"}),
        )
    )
    assert traffic.protocol() == "2026-07-28"
    assert traffic.forms() == [form]
    assert traffic.calls() == ["carry_out", "carry_out"]
    assert traffic.structures("carry_out") == [{"outcome": "sent"}]
