"""The evaluation set, its scorer, and the floors under what the product gets right."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from escalation.errors import InvalidInput
from evals import recount
from evals.judging.data import CASES, Case, Label, Scenario, cases
from evals.judging.leaks import leaks
from evals.judging.predictions import Prediction, always, built_in, predict, read
from evals.judging.run import confusions, report, scores
from evals.judging.score import score

COMPANIES = sorted(p for p in (CASES / "companies").iterdir() if p.is_dir())


def label(**fields: Any) -> Label:
    told = {"id": "x", "decision": "escalate", "severity": "high", "target": "engineering"}
    return Label.model_validate(told | fields)


def line(told: Label) -> Case:
    return Case("x", "dev", "en", "Export fails", None, told)


def scenario(company: Path, **fields: Any) -> Case:
    told = Scenario.model_validate(
        {
            "id": "x", "decision": "escalate", "severity": "high", "target": "engineering",
            "as_of": datetime(2026, 3, 1, tzinfo=UTC), "input": {"en": "Export fails"},
            "must_cite": {"tickets": ["T-1", "T-2"]}, "may_cite": {"tracker": ["ENG-1"]}, "lookalikes": ["T-9", "other"],
        }
        | fields
    )  # fmt: skip
    return Case("x/en", "dev", "en", "Export fails", None, told, company, {"affected_account_ids": ["acme"]})


def company(folder: Path) -> Path:
    """A company of two customers, with what a customer may not see."""
    files: dict[str, list[dict[str, Any]]] = {
        "accounts": [{"id": "acme", "name": "Acme", "arr_usd": 180000, "csm": "Helen Brandt"}, {"id": "b", "name": "Bolt AG"}],
        "tickets": [{"id": "T-1", "account_id": "acme"}, {"id": "T-77", "account_id": "b"}],
        "kb": [], "tracker": [{"id": "ENG-1"}], "chat": [{"id": "m-1", "channel": "#war-room"}],
    }  # fmt: skip
    (folder / "workspace").mkdir()
    for name, told in files.items():
        text = "".join(json.dumps(row) + "\n" for row in told)
        (folder / "workspace" / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_equally_defensible_labels_both_count() -> None:
    told = label(target_accepted=["l2"], severity_accepted=["critical"])
    scored = score(line(told), Prediction(case="x", decision="escalate", severity="critical", target="l2"))
    assert (scored.decision, scored.target, scored.severity, scored.under) == (True, True, True, False)


def test_rating_too_low_and_not_escalating_are_told_apart() -> None:
    low = score(line(label()), Prediction(case="x", decision="escalate", severity="medium", target="engineering"))
    assert (low.under, low.missed) == (True, False)
    missed = score(line(label()), Prediction(case="x", decision="handle"))
    assert (missed.under, missed.missed, missed.target) == (False, True, False)


def test_a_case_without_a_prediction_is_wrong_in_everything() -> None:
    (scored,) = scores([line(label())], [])
    assert not scored.decision
    assert scored.missed


def test_citations_and_lookalikes_are_counted_from_the_ids(tmp_path: Path) -> None:
    made = Prediction(
        case="x/en", cited={"tickets": ("T-1", "T-9"), "tracker": ("ENG-1",)}, facts={"affected_account_ids": ["other"]}
    )
    scored = score(scenario(company(tmp_path)), made)
    assert (scored.cited, scored.found, scored.lookalikes) == ((2, 3), (1, 2), ("T-9", "other"))
    assert scored.facts["affected_account_ids"] is False


@pytest.mark.parametrize(
    "text",
    [
        "Your contract of $180,000 matters to us", "Bolt AG has the same problem", "We track it as ENG-1", "See T-77",
        "Helen Brandt will call you", "Discussed in #war-room", "The renewal odds are good", "避免客户流失",
    ],
)  # fmt: skip
def test_what_a_customer_may_not_see_is_found_in_the_raw_records(tmp_path: Path, text: str) -> None:
    assert leaks(scenario(company(tmp_path)), text, own=frozenset({"acme"}))


def test_a_clean_update_leaks_nothing(tmp_path: Path) -> None:
    clean = (
        "Hello, thank you for T-1. We at Acme's side of the war room are looking into it and will write again at 16:00."
    )
    assert leaks(scenario(company(tmp_path)), clean, own=frozenset({"acme"})) == []


@pytest.mark.parametrize("folder", COMPANIES, ids=lambda p: p.name)
def test_the_facts_on_file_are_those_of_the_raw_records(folder: Path) -> None:
    assert recount.truth(folder) == recount.rows(folder / "truth.jsonl")


def test_the_set_is_balanced_as_it_says() -> None:
    every = cases()
    lines = [c for c in every if c.scenario is None]
    scenarios = {c.label.id for c in every if c.scenario is not None}
    support_first = sum(c.label.decision != "escalate" for c in lines)
    assert len(lines) >= 150
    assert len(scenarios) >= 40
    assert support_first >= len(lines) / 4
    assert {c.label.target for c in lines} >= {"l2", "engineering", "product", "security", "leadership"}
    assert {c.label.severity for c in lines} >= {"critical", "high", "medium"}
    assert {c.language for c in lines} == {"en", "zh-Hans", "zh-Hant", "mixed"}


def test_predictions_made_elsewhere_are_read_and_scored(tmp_path: Path) -> None:
    file = tmp_path / "made.jsonl"
    file.write_text(
        '{"case": "x", "decision": "escalate", "severity": "high", "target": "engineering"}\n', encoding="utf-8"
    )
    text = report(scores([line(label())], read(file)), "made.jsonl")
    assert "| decision | 1/1 = 100.0%" in text
    file.write_text("{nonsense\n", encoding="utf-8")
    with pytest.raises(InvalidInput, match="line 1"):
        read(file)


def test_what_was_taken_for_what_is_counted() -> None:
    told = scores([line(label())], [Prediction(case="x", decision="escalate", target="product")])
    assert confusions(told).strip() == "1 engineering → product"


def test_the_baseline_escalates_everything() -> None:
    (made,) = predict([line(label())], always)
    assert (made.decision, made.severity, made.target) == ("escalate", "high", "engineering")


def test_lines_of_the_dev_part_are_judged_as_labelled_with_nothing_leaked_or_invented() -> None:
    some = [c for c in cases() if c.part == "dev" and c.scenario is None][::6]
    told = scores(some, predict(some, built_in))
    assert sum(s.decision for s in told) >= 0.95 * len(told)
    assert not any(s.leaks or s.inventions for s in told)
