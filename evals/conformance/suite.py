"""Running the suite (npm `@modelcontextprotocol/conformance`) and reading what it found."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Verdict = Literal["passed", "failed", "does not apply"]

_FOLDER = re.compile(r"server-(?P<scenario>.+)-\d{4}-\d{2}-\d{2}T[\d-]+Z")
_REASON = re.compile(r"  (?P<reason>[\w-]+) \(\d+\):")
_LISTED = re.compile(r"    - (?P<scenario>[\w-]+) \[server\]")
_WIRE = "wire-schema-"
_MOST_SECONDS = 600


@dataclass(frozen=True)
class Outcome:
    """One scenario: how many of its checks passed, failed, warned or did not apply, and what was wrong."""

    scenario: str
    passed: int
    failed: int
    warned: int
    skipped: int
    problems: tuple[str, ...] = ()
    only_wire: bool = False
    """No check of its own ran: only the form of the messages was looked at, which passes for a server that offers nothing."""

    @property
    def verdict(self) -> Verdict:
        if self.failed:
            return "failed"
        return "does not apply" if self.only_wire else "passed"


@dataclass(frozen=True)
class Suite:
    """The suite's program, and the environment that puts the right Node first."""

    program: tuple[str, ...]
    environment: Mapping[str, str]

    def version(self) -> str:
        return self._run("--version").strip()

    def unscored(self, revision: str) -> dict[str, str]:
        """Server scenarios that run for `revision` without counting, with the reason the suite gives."""
        found: dict[str, str] = {}
        reason = ""
        for line in self._run("list", "--server", "--requirements", revision).splitlines():
            if heading := _REASON.fullmatch(line):
                reason = heading["reason"]
            elif reason and (listed := _LISTED.fullmatch(line)):
                found[listed["scenario"]] = reason
        return found

    def required(self, url: str, revision: str, into: Path) -> list[Outcome]:
        """Every scenario of `revision`, scored and unscored, against the server at `url`."""
        self._run("server", "--url", url, "--requirements", revision, "--output-dir", str(into))
        return read(into)

    def single(self, url: str, scenario: str, revision: str, into: Path) -> list[Outcome]:
        """One scenario on the wire of `revision`, also one that belongs to no revision."""
        wanted = ("--scenario", scenario, "--force", "--spec-version", revision)
        self._run("server", "--url", url, *wanted, "--output-dir", str(into))
        return read(into)

    def _run(self, *arguments: str) -> str:
        # A failed scenario is exit code 1: the verdict is read from the checks it wrote.
        done = subprocess.run(  # noqa: S603  (the suite that `make conformance` installed)
            [*self.program, *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=_MOST_SECONDS,
            env=dict(self.environment),
            check=False,
        )
        return done.stdout


def read(folder: Path) -> list[Outcome]:
    """What the suite wrote: a folder per scenario with its checks. Raises `FileNotFoundError` when there is none."""
    outcomes = [
        _outcome(named["scenario"], json.loads((each / "checks.json").read_text(encoding="utf-8")))
        for each in sorted(folder.iterdir())
        if (named := _FOLDER.fullmatch(each.name))
    ]
    if not outcomes:
        raise FileNotFoundError(f"The suite wrote no results into {folder}.")
    return outcomes


def _outcome(scenario: str, checks: Sequence[Mapping[str, object]]) -> Outcome:
    states = [str(check["status"]) for check in checks]
    problems = tuple(
        f"{check['id']}: {check.get('errorMessage') or 'no reason given'}"
        for check in checks
        if check["status"] in {"FAILURE", "WARNING"}
    )
    own = [
        check
        for check in checks
        if not str(check["id"]).startswith(_WIRE) and check["status"] in {"SUCCESS", "FAILURE", "WARNING"}
    ]
    count = states.count
    return Outcome(
        scenario, count("SUCCESS"), count("FAILURE"), count("WARNING"), count("SKIPPED"), problems, only_wire=not own
    )
