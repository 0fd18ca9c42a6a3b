"""RESULTS.md: what passed on which build and wire, and what did not with the suite's own words for why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.conformance.suite import Outcome

_INTRODUCTION = """\
# Conformance

Written by `make conformance`. The protocol's own suite (`@modelcontextprotocol/conformance` {version}) asks the server
over streamable HTTP on this machine, on the wire of each protocol version:

- **the product as it is**: the scenarios that need no fixture, and those of skills over MCP (SEP-2640), an extension that
  only 2026-07-28 can declare;
- **the test build**: the same server with the tools, prompts and resources that the other scenarios call by name
  (`evals/conformance/fixtures/`); everything a revision scores.
"""


@dataclass(frozen=True)
class Run:
    """One build on one wire. `unscored` names what the revision runs without counting, with the suite's reason."""

    build: str
    revision: str
    outcomes: Sequence[Outcome]
    unscored: Mapping[str, str]

    @property
    def counted(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.scenario not in self.unscored]

    @property
    def failures(self) -> list[Outcome]:
        return [outcome for outcome in self.counted if outcome.verdict != "passed"]


def results(version: str, runs: Sequence[Run]) -> str:
    """The whole file. Nothing in it changes from run to run but what the suite found."""
    parts = [_INTRODUCTION.format(version=version), _summary(runs), _failures(runs)]
    parts += [_product(runs), _unscored(runs), _warnings(runs)]
    return "\n".join(part for part in parts if part)


def _summary(runs: Iterable[Run]) -> str:
    rows = [
        f"| {run.build} | {run.revision} | {len(run.counted) - len(run.failures)} of {len(run.counted)} "
        f"| {sum(o.passed for o in run.counted)} of {sum(o.passed + o.failed for o in run.counted)} |"
        for run in runs
    ]
    return _rows("| build | protocol | scenarios passed | checks passed |", rows)


def _failures(runs: Iterable[Run]) -> str:
    rows = [_row(run, outcome) for run in runs for outcome in run.failures]
    return (
        f"## Failed\n\n{_rows('| build | protocol | scenario | why |', rows)}"
        if rows
        else "Nothing that counts failed.\n"
    )


def _product(runs: Iterable[Run]) -> str:
    rows = [
        f"| {outcome.scenario} | {run.revision} | {outcome.verdict} | {outcome.passed} of {outcome.passed + outcome.failed} |"
        for run in runs
        if run.build == "product"
        for outcome in run.outcomes
    ]
    return f"## The product, scenario by scenario\n\n{_rows('| scenario | protocol | verdict | checks |', rows)}"


def _unscored(runs: Iterable[Run]) -> str:
    rows = [
        f"| {run.revision} | {outcome.scenario} | {run.unscored[outcome.scenario]} | {outcome.verdict} |"
        for run in runs
        for outcome in run.outcomes
        if outcome.scenario in run.unscored
    ]
    said = "Tasks are an optional extension that this server does not offer: their scenarios fail, and count for nothing.\n"
    table = _rows("| protocol | scenario | reason it does not count | verdict |", rows)
    return f"## Run on the test build, not counted\n\n{said}\n{table}" if rows else ""


def _warnings(runs: Iterable[Run]) -> str:
    rows = [_row(run, outcome) for run in runs for outcome in run.counted if outcome.warned and not outcome.failed]
    return f"## Warnings\n\n{_rows('| build | protocol | scenario | what |', rows)}" if rows else ""


def _row(run: Run, outcome: Outcome) -> str:
    why = "; ".join(outcome.problems) or outcome.verdict
    return f"| {run.build} | {run.revision} | {outcome.scenario} | {_cell(why)} |"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _rows(heading: str, rows: Iterable[str]) -> str:
    return "\n".join([heading, "|" + " --- |" * (heading.count("|") - 1), *rows, ""])
