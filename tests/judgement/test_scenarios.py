"""Every scenario of the sample company against its ground truth, as typed in each language."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from escalation.assessment import Assessment
from escalation.policy import Policy
from prompts.brief import render_brief
from prompts.compose import compose
from tools.desk.desk import Desk, Request
from tools.desk.published import deciding_criteria
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

TRUTHS = {
    p.stem: json.loads(p.read_text(encoding="utf-8"))
    for p in sorted((Path(__file__).parents[1] / "scenarios").glob("*.json"))
}
CASES = [(name, tongue) for name, truth in TRUTHS.items() for tongue in truth["issue"]]


@pytest.fixture(scope="module")
def found(sample_store: Engine) -> dict[tuple[str, str], Assessment]:
    judged: dict[tuple[str, str], Assessment] = {}
    for name, tongue in CASES:
        truth = TRUTHS[name]
        workspace = StoreWorkspace(sample_store, now=datetime.fromisoformat(truth["as_of"]))
        desk = Desk(workspace, Register(sample_store), Policy())
        judged[name, tongue] = desk.assess(Request(truth["issue"][tongue]))
    return judged


Judged = dict[tuple[str, str], Assessment]


@pytest.mark.parametrize(("name", "tongue"), CASES)
def test_decision_severity_and_target_are_the_written_criterias(found: Judged, name: str, tongue: str) -> None:
    truth, judged = TRUTHS[name], found[name, tongue]
    assert judged.decision == truth["decision"]
    assert judged.severity in {truth["severity"], *truth.get("severity_accepted", ())}
    assert judged.target == truth["target"]


@pytest.mark.parametrize(("name", "tongue"), CASES)
def test_every_fact_is_the_recounted_one(found: Judged, name: str, tongue: str) -> None:
    truth, facts = TRUTHS[name], found[name, tongue].facts
    for fact, wanted in truth["facts"].items():
        got: Any = getattr(facts, fact)
        if fact == "first_reported_at" and got is not None:
            got = got.isoformat().replace("+00:00", "Z")
        if fact == "affected_account_ids":
            got = sorted(facts.affected_account_ids)
        assert got == wanted or got in truth.get("facts_accepted", {}).get(fact, ()), fact


@pytest.mark.parametrize(("name", "tongue"), CASES)
def test_the_right_records_are_cited_and_no_lookalike_is(found: Judged, name: str, tongue: str) -> None:
    truth, cited = TRUTHS[name], found[name, tongue].cited.model_dump()
    for kind, wanted in truth["cited"].items():
        assert set(wanted) <= set(cited[kind]), kind
        assert set(cited[kind]) <= {*wanted, *truth["may_cite"][kind]}, kind
    everything = {record for ids in cited.values() for record in ids}
    assert everything & set(truth["lookalikes"]) == set()


@pytest.mark.parametrize(("name", "tongue"), CASES)
def test_what_must_be_asked_is_asked_and_never_more_than_three(found: Judged, name: str, tongue: str) -> None:
    asked = [q.signal for q in found[name, tongue].questions]
    assert set(TRUTHS[name]["questions_expected"]) <= set(asked)
    assert len(asked) <= 3


@pytest.mark.parametrize(("name", "tongue"), CASES)
def test_the_deciding_criterion_is_among_the_reasons(found: Judged, name: str, tongue: str) -> None:
    assert set(deciding_criteria(found[name, tongue])) & set(TRUTHS[name]["reasons"])


@pytest.mark.parametrize(("name", "tongue"), CASES)
def test_the_brief_shows_what_a_reader_needs(found: Judged, name: str, tongue: str) -> None:
    judged = found[name, tongue]
    if judged.decision != "escalate":
        pytest.skip("no escalation brief: support handles it or information is missing")
    language = judged.issue.language
    brief = render_brief(judged, compose(judged, language), language)
    shown = brief.replace(",", "").replace("\\", "")
    for wanted in TRUTHS[name]["must_contain"]:
        assert any(form in shown for form in forms(wanted)), wanted


def forms(wanted: str) -> set[str]:
    """A figure as a brief may show it: 240000, $240,000, 24 万美元."""
    plain = wanted.replace(",", "")
    if not plain.isdigit() or int(plain) < 10_000:
        return {plain}
    return {plain, f"{int(plain) / 10_000:g} 万"}
