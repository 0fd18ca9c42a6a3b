"""The report under version control: what was measured, on what, and what is still wrong by example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.judging import everyday, recorded, strangers
from evals.judging.run import confusions
from evals.judging.score import FACTS, Score
from evals.judging.table import GROUPS, OBEYED, table

HOME = Path(__file__).parents[1]
INTRODUCTION = HOME / "judging" / "introduction.md"
LEFT_OUT = HOME / "training" / "LEFT_OUT.md"
EXAMPLES = 12


def results(
    told: Mapping[str, Sequence[Score]],
    strange: Sequence[strangers.Outcome] = (),
    short: Sequence[everyday.Outcome] = (),
) -> str:
    """`told` holds the scores of each maker on both parts; single cases are named from the dev part alone."""
    own = told["built-in"]
    sealed, dev = ([s for s in own if s.case.part == part] for part in ("sealed", "dev"))
    parts = [INTRODUCTION.read_text(encoding="utf-8")]
    parts.append(f"## The sealed part\n\n{table(sealed, GROUPS)}\n{_wrong_by_count(sealed)}")
    baseline = [s for s in told["always"] if s.case.part == "sealed"]
    parts.append(
        f"## The baseline on it: always escalate, high, to Engineering\n\n{table(baseline, GROUPS[:1], OBEYED)}"
    )
    parts.append(recorded.section(own))
    parts.append(LEFT_OUT.read_text(encoding="utf-8"))
    parts.append(
        f"## The dev part (in view while the rules were made; its lines train the reader)\n\n{table(dev, GROUPS)}"
    )
    if short:
        parts.append(everyday.section(short))
    if strange:
        parts.append(strangers.section(strange))
    parts.append(f"## What it still gets wrong, from the dev part\n\n{_by_example(dev)}")
    return "\n".join(parts)


def _wrong_by_count(scores: Sequence[Score]) -> str:
    """What was taken for what; the cases themselves stay unread."""
    return f"What was taken for what (label → prediction):\n\n```\n{confusions(scores)}\n```\n"


def _by_example(scores: Sequence[Score]) -> str:
    wrong = [s for s in scores if _faults(s)]
    lines = [f"- `{s.case.key}` “{_short(s.case.text)}”: {'; '.join(_faults(s))}" for s in wrong[:EXAMPLES]]
    counts = Counter(name for s in scores for name in FACTS if s.facts.get(name) is False)
    facts = ", ".join(f"{name} {n}" for name, n in counts.most_common())
    return "\n".join([*lines, "", f"Facts wrong, by count: {facts or 'none'}."]) + "\n"


def _faults(s: Score) -> list[str]:
    label, made = s.case.label, s.prediction
    found: list[str] = []
    if not s.decision:
        found.append(f"decision {made.decision}, should be {label.decision}")
    elif s.target is False:
        found.append(f"to {made.target}, should be {label.target}")
    elif s.under:
        found.append(f"severity {made.severity}, should be {label.severity}")
    if s.lookalikes:
        found.append(f"counts {', '.join(s.lookalikes)}")
    return found


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 140 else flat[:139] + "…"
