"""Choosing a severity when several are possible."""

from hypothesis import given
from hypothesis import strategies as st

from escalation.judgement.gravity import severity_by, shown
from escalation.terms import SEVERITIES, Severity

CHANCES = st.tuples(*[st.floats(0.01, 1)] * 3).map(
    lambda parts: {s: p / sum(parts) for s, p in zip(SEVERITIES, parts, strict=True)}
)


def test_a_sure_severity_is_kept() -> None:
    for sure in SEVERITIES:
        assert severity_by({s: float(s == sure) for s in SEVERITIES}) == sure


def test_a_doubt_between_two_goes_to_the_graver() -> None:
    even: dict[Severity, float] = {"critical": 0.5, "high": 0.5, "medium": 0.0}
    assert severity_by(even) == "critical"
    assert severity_by({"critical": 0.0, "high": 0.4, "medium": 0.6}) == "high"


@given(CHANCES, st.floats(0, 1))
def test_more_chance_of_the_gravest_never_lowers_it(chances: dict[Severity, float], share: float) -> None:
    graver: dict[Severity, float] = {s: p * (1 - share) for s, p in chances.items()}
    graver["critical"] += share
    assert SEVERITIES.index(severity_by(graver)) <= SEVERITIES.index(severity_by(chances))


EVEN: dict[Severity, float] = dict.fromkeys(SEVERITIES, 1 / 3)


def test_what_records_show_moves_the_words_chances() -> None:
    plain = shown(EVEN, ["on_record"])
    assert abs(sum(plain.values()) - 1) < 1e-9
    assert shown(EVEN, ["on_record", "urgent"])["critical"] > plain["critical"]
    assert shown(EVEN, ["on_record", "sla_breached"])["medium"] < plain["medium"]
    assert severity_by(shown(EVEN, ["on_record", "leadership"])) == "high"


def test_records_temper_what_a_wording_alone_makes_sure() -> None:
    """One scenario, typed in two languages: the words say "medium" in one and "critical" in the other."""
    calm: dict[Severity, float] = {"critical": 0.02, "high": 0.08, "medium": 0.9}
    loud: dict[Severity, float] = {"critical": 0.8, "high": 0.15, "medium": 0.05}
    signs = ["on_record", "pressing", "security"]
    assert severity_by(calm) == "medium"
    assert severity_by(shown(calm, signs)) == "high"
    assert severity_by(shown(loud, signs)) == "critical"
