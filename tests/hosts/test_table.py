"""The tables say what the claims say, README shows the newest run, and versions stand in one place."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from evals.hosts import __main__ as main
from evals.hosts.__main__ import README, RESULTS
from evals.hosts.model.asked import Result
from evals.hosts.programs import Versions
from evals.hosts.sheet import Sheet, left_out
from evals.hosts.table import between_markers, claims, table, with_table


def sheet() -> Sheet:
    made = Sheet("Host", "1.2", protocol="2026-07-28", sees="content")
    made.claim("tools", "lists all", held=True, detail="not shown")
    made.claim("gate", "asks first", held=["a"])
    made.claim("gate", "shows `all` of it", held=[], detail="only\n a `hash`")
    return made


def test_a_topic_is_ticked_when_all_its_claims_held() -> None:
    line = table([sheet()]).splitlines()[2]
    assert line == "| Host | 1.2 | 2026-07-28 | – | ✓ | – | – | – | – | ✗ | – | content | 2 of 3 |"


def test_every_claim_is_told_and_what_was_seen_instead() -> None:
    told = claims([sheet()])
    assert "- ✓ lists all\n" in told
    assert "not shown" not in told
    assert "- ✗ shows `all` of it — seen instead: `only a hash`" in told
    assert not sheet().kept


def test_a_host_that_was_not_run_says_why() -> None:
    absent = Sheet("Host", "", absent="no such program")
    assert not absent.kept
    assert "not run: no such program" in table([absent])
    assert "Not run: no such program" in claims([absent])


def test_the_table_goes_between_the_markers_and_nothing_else_changes() -> None:
    readme = "a\n<!-- hosts -->\nold\n<!-- /hosts -->\nb\n"
    new = with_table(readme, [sheet()])
    assert new.startswith("a\n<!-- hosts -->\n| host")
    assert new.endswith("<!-- /hosts -->\nb\n")
    assert between_markers(with_table(new, [sheet()])) == between_markers(new)


def test_readme_shows_the_table_of_the_run_on_record() -> None:
    shown = between_markers(README.read_text(encoding="utf-8"))
    assert shown
    assert shown == between_markers(RESULTS.read_text(encoding="utf-8")), "run: make hosts"


def test_the_run_on_record_is_of_the_versions_asked_for() -> None:
    versions = Versions.read()
    recorded = RESULTS.read_text(encoding="utf-8")
    everything = {**versions.npm, **versions.pypi}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in everything.values())
    assert [name for name, version in everything.items() if name != "node" and f"| {version} |" not in recorded] == []


@pytest.mark.parametrize("shown", ['{"id": "ESC-1", "open": true}', "id: ESC-1\nopen: yes", "x\nid: ESC-1\ny"])
def test_a_value_is_read_from_either_half(shown: str) -> None:
    assert Result("t", shown).value("id") == "ESC-1"
    assert Result("t", shown).value("other") == ""


def test_of_a_long_text_the_first_line_is_read() -> None:
    assert Result("t", "id: 1\ntext:\n  # Title\n  more").value("text") == "# Title"


def test_what_a_text_leaves_out_is_found_spaces_aside() -> None:
    structure = {"brief": "a\n b", "rows": [{"id": "T-1"}, {"id": "T-2"}], "count": 2, "open": True}
    assert left_out(structure, "brief:\n  a\n   b\n- id: T-1") == ["T-2"]


def test_a_run_is_written_down_for_both_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("a\n<!-- hosts -->\n<!-- /hosts -->\n", encoding="utf-8")
    monkeypatch.setattr(main, "README", readme)
    monkeypatch.setattr(main, "RESULTS", tmp_path / "RESULTS.md")
    again = main.read(asdict(sheet()))
    assert again == sheet()
    main.write([again], loopback_only=True)
    results = (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
    assert between_markers(results) == between_markers(readme.read_text(encoding="utf-8"))
    assert "could reach nothing but loopback" in results
    assert claims([again]) in results
    main.write([again], loopback_only=False)
    assert "it was not cut off" in (tmp_path / "RESULTS.md").read_text(encoding="utf-8")
