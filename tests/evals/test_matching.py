"""The measure of what belongs: shares over all lines, and a small generated workspace asked through the whole product."""

from pathlib import Path

from evals.matching import Matched, agreeing, exact, gathered, large, precision, recall


def test_shares_count_tickets_over_all_lines() -> None:
    found = [
        Matched(frozenset({"1", "2"}), frozenset({"1", "2", "3"}), frozenset({"1", "3"}), 0.1),
        Matched(frozenset({"4"}), frozenset({"4"}), frozenset({"4"}), 0.1),
    ]
    assert [str(share(found)) for share in (precision, recall, exact, gathered)] == [
        "66.7% (2/3)",
        "66.7% (2/3)",
        "50.0% (1/2)",
        "100.0% (3/3)",
    ]


def test_languages_agree_when_each_line_of_a_scenario_counts_the_same() -> None:
    def counted(*ids: str) -> Matched:
        return Matched(frozenset(), frozenset(), frozenset(ids), 0.1)

    told = [("a", counted("1")), ("a", counted("1")), ("b", counted("1")), ("b", counted("2")), ("c", counted("1"))]
    assert str(agreeing(told)) == "50.0% (1/2)"


def test_a_planted_cluster_is_found_among_thousands_of_tickets(tmp_path: Path) -> None:
    found = large(tmp_path, 3_000)
    assert recall(found).part == recall(found).whole > 0
