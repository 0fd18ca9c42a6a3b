"""The command line as a person meets it: what is printed, what is recorded, and how wrong use is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from agent.cli import app
from escalation.errors import EscalationError

ACME = "API returning 500 errors intermittently for Acme Corp"


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=text)


def refused(*arguments: str, text: str | None = None) -> str:
    """The two sentences that wrong use is answered with."""
    result = run(*arguments, text=text)
    assert isinstance(result.exception, EscalationError), result.output
    return str(result.exception)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of one customer and one ticket."""
    place = tmp_path / "desk"
    place.mkdir()
    account = {"id": "a-1", "name": "Acme Corp", "plan": "Enterprise", "arr_usd": 120000}
    ticket = {
        "id": "T-1",
        "account_id": "a-1",
        "subject": "API returning 500 errors",
        "description": "GET /v2/tasks answers HTTP 500 now and then.",
        "product_area": "api",
        "created_at": "2026-03-19T08:00:00Z",
    }
    (place / "accounts.jsonl").write_text(json.dumps(account) + "\n", encoding="utf-8")
    (place / "tickets.jsonl").write_text(json.dumps(ticket) + "\n", encoding="utf-8")
    (place / "workspace.json").write_text('{"company": "Test", "now": "2026-03-20T08:00:00Z"}', encoding="utf-8")
    return place


def test_a_brief_is_written_and_put_on_record(folder: Path) -> None:
    result = run("brief", ACME, "--workspace", str(folder))
    assert result.exit_code == 0
    assert result.stdout.startswith("# ESCALATION: API returning 500 errors")
    assert "On record as ESC-0001." in result.stderr
    listed = run("list", "--workspace", str(folder))
    assert listed.stdout.startswith("ESC-0001")
    assert run("show", "ESC-0001", "--workspace", str(folder)).stdout == result.stdout


def test_the_same_issue_joins_the_open_escalation(folder: Path) -> None:
    run("brief", ACME, "--workspace", str(folder))
    again = run("brief", "Acme Corp的API间歇性返回500错误", "--workspace", str(folder))
    assert "已记录为 ESC-0001（同一问题此前已升级，已并入）。" in again.stderr
    record = run("show", "ESC-0001", "--record", "--workspace", str(folder)).stdout
    assert [line.split("  ")[3] for line in record.splitlines() if "evidence" not in line] == [
        "opened", "brief_written", "joined", "brief_written",
    ]  # fmt: skip


def test_json_is_exactly_the_published_object(folder: Path) -> None:
    printed = json.loads(run("brief", ACME, "--json", "--workspace", str(folder)).stdout)
    assert list(printed) == [
        "decision", "severity", "target", "reasons", "facts", "cited", "questions", "coverage", "brief", "customer_update",
    ]  # fmt: skip
    assert list(printed["facts"]) == [
        "affected_customers", "affected_account_ids", "arr_at_risk_usd", "first_reported_at", "sla_breached",
        "prior_escalation_count", "kb_workaround_exists", "pattern_3plus_customers",
    ]  # fmt: skip
    assert printed["facts"]["arr_at_risk_usd"] == 120000
    assert printed["facts"]["first_reported_at"] == "2026-03-19T08:00:00Z"
    assert printed["cited"]["tickets"] == ["T-1"]
    assert {line["category"]: (line["state"], line["found"]) for line in printed["coverage"]} == {
        "support_platform": ("searched", 1), "crm": ("searched", 1), "chat": ("not_connected", 0),
        "project_tracker": ("not_connected", 0), "knowledge_base": ("not_connected", 0),
    }  # fmt: skip
    assert "120" not in printed["customer_update"]


def test_unknown_facts_are_null_in_json(folder: Path) -> None:
    printed = json.loads(run("brief", "Invoices show the wrong tax", "--json", "--workspace", str(folder)).stdout)
    assert printed["severity"] is None or printed["decision"] == "escalate"
    assert printed["facts"]["arr_at_risk_usd"] is None
    assert printed["facts"]["first_reported_at"] is None


def test_the_language_follows_the_issue_unless_given(folder: Path) -> None:
    assert run("brief", "Acme Corp的API返回500错误", "--workspace", str(folder)).stdout.startswith("# 升级：")
    assert run("brief", ACME, "--language", "zh", "--workspace", str(folder)).stdout.startswith("# 升级：")


def test_the_issue_can_come_from_standard_input(folder: Path) -> None:
    assert run("brief", "-", "--workspace", str(folder), text=ACME).stdout.startswith("# ESCALATION")


def test_the_clock_can_be_pinned(folder: Path) -> None:
    shown = run("brief", ACME, "--workspace", str(folder), "--as-of", "2026-03-21T00:00:00+08:00").stdout
    assert "2026-03-20 16:00 UTC" in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("brief", "   "), "The issue is empty."),
        (("brief", "x" * 50_000), "50,000 characters"),
        (("brief", ACME, "--language", "fr"), "no brief in 'fr'"),
        (("brief", ACME, "--as-of", "yesterday"), "--as-of is not a date"),
        (("brief", ACME, "--as-of", "0001-01-01T00:00:00+14:00"), "--as-of is not a date"),
        (("brief", ACME, "--as-of", "9999-12-31T23:59:00Z"), "--as-of is not a date"),
        (("list", "--target", "plumbers"), "no team called 'plumbers'"),
        (("show", "ESC-9999"), "There is no escalation ESC-9999"),
        (("list", "--account", "Nobody Ltd"), "No account answers to"),
    ],
)
def test_wrong_use_is_one_clear_message(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in refused(*arguments, "--workspace", str(folder))


def test_a_missing_workspace_says_how_to_get_one(tmp_path: Path) -> None:
    message = refused("brief", ACME, "--workspace", str(tmp_path / "nowhere"))
    assert "There is no workspace at" in message
    assert "customer-escalation import" in message


def test_an_unknown_account_is_said_in_the_answer_and_nothing_is_guessed(folder: Path) -> None:
    result = run("brief", "API returning 500 errors", "--account", "Globex", "--workspace", str(folder))
    assert result.exit_code == 0
    assert "Globex" in result.stdout


def test_wrong_use_exits_with_2_and_writes_nothing_to_stdout(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "agent", "brief", "", "--workspace", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == "The issue is empty."
    assert "Traceback" not in done.stderr


def test_an_unknown_option_exits_with_2() -> None:
    assert run("brief", ACME, "--colour").exit_code == 2


def test_import_adds_to_the_own_workspace_and_importing_twice_changes_nothing(folder: Path) -> None:
    first = run("import", str(folder))
    assert first.stdout.splitlines()[:2] == [
        "account: 1 new, 0 changed, 0 unchanged", "ticket: 1 new, 0 changed, 0 unchanged",
    ]  # fmt: skip
    assert "account: 0 new, 0 changed, 1 unchanged" in run("import", str(folder)).stdout
    assert run("brief", ACME).stdout.startswith("# ESCALATION")


def test_a_bad_line_is_told_with_its_place_and_the_rest_is_imported(folder: Path) -> None:
    with (folder / "tickets.jsonl").open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    result = run("import", str(folder))
    assert "ticket: 1 new" in result.stdout
    assert "tickets.jsonl:2:" in result.stderr


def test_a_bad_line_in_a_workspace_folder_is_told_too(folder: Path) -> None:
    with (folder / "tickets.jsonl").open("a", encoding="utf-8") as file:
        file.write("{broken\n" * 12)
    result = run("brief", ACME, "--workspace", str(folder))
    assert "tickets.jsonl:2:" in result.stderr
    assert "… and 2 more lines that could not be used." in result.stderr
    assert result.stdout.startswith("# ESCALATION")


def test_importing_nothing_usable_is_wrong_use(tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("colour,shape\nred,round\n", encoding="utf-8")
    assert "preset" in refused("import", str(odd)).lower()
    assert "There is nothing at" in refused("import", str(tmp_path / "gone.csv"))


def test_presets_are_listed_with_how_they_were_checked_and_can_be_copied(tmp_path: Path) -> None:
    listed = run("presets").stdout
    assert "request-tracker" in listed
    assert "contract-tested only" in listed
    target = tmp_path / "mine.toml"
    run("presets", "--copy", "redmine", "--to", str(target))
    assert target.exists()


def test_init_writes_a_policy_that_can_be_used_at_once_and_never_overwrites(tmp_path: Path, folder: Path) -> None:
    policy = tmp_path / "customer-escalation.toml"
    assert run("init", str(policy)).exit_code == 0
    shown = run("doctor", "--workspace", str(folder), "--config", str(policy))
    assert "high value from $100,000 ARR" in shown.stdout
    policy.write_text(policy.read_text(encoding="utf-8").replace("100000", "50000"), encoding="utf-8")
    assert "$50,000" in run("doctor", "--workspace", str(folder), "--config", str(policy)).stdout
    assert "already there" in refused("init", str(policy))
    assert "cannot be written" in refused("init", str(tmp_path / "no" / "such" / "folder.toml"))


def test_doctor_names_what_is_connected_and_what_is_not(folder: Path) -> None:
    shown = run("doctor", "--workspace", str(folder)).stdout
    assert "support platform   connected (workspace)" in shown
    assert "knowledge base     not connected" in shown


def test_nothing_open_says_what_to_do(folder: Path) -> None:
    assert run("list", "--workspace", str(folder)).stdout.startswith("Nothing is open.")


def test_a_failed_import_leaves_the_sample_company_in_place(tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("colour,shape\nred,round\n", encoding="utf-8")
    refused("import", str(odd))
    assert "the sample company" in run("doctor").stdout


def test_bytes_that_are_no_text_do_not_break_a_brief(folder: Path) -> None:
    result = run("brief", "API returning 500 errors for Acme Corp \udcff\udcfe", "--workspace", str(folder))
    assert result.exit_code == 0
    assert result.stdout.startswith("# ESCALATION")


def test_a_path_too_long_to_be_one_is_wrong_use() -> None:
    assert "There is nothing at" in refused("import", "x" * 5_000)
