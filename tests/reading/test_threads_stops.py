"""An abbreviation ends no sentence; the last word of one does."""

import pytest

from escalation.reading.threads.entries import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The evening run printed the wrong labels (incl. two of batch 7) in plant B. We stopped it.", 2),
        ("All seats excl. guests are locked, approx. 40 of them.", 1),
        ("It takes max. 5 minutes.", 1),
        ("That is the max. Then it stops.", 2),
    ],
)
def test_abbreviations(text: str, count: int) -> None:
    assert len([*sentences(text)]) == count
