"""A full stop after a title or in a German date ends no sentence, for whoever reads sentences."""

import pytest

from escalation.reading import communication, entries, tried
from prompts import excerpts

GERMAN = "Guten Tag Frau Dr. Seidel, wir klären das. Wir müssen bis zum 28. Mai antworten. Danke."
ENGLISH = "Dear Ms. Holloway, thank you. Mr. Stroud called about No. 5. No. It still fails."


@pytest.mark.parametrize(
    "split",
    [
        lambda text: list(entries.sentences(text)),
        lambda text: [m.group().strip() for m in communication._SENTENCE.finditer(text)],
        lambda text: [m.group().strip() for m in tried._SENTENCE.finditer(text)],
        excerpts.sentences,
    ],
)
def test_sentences_survive_titles_and_german_days(split):
    assert split(GERMAN) == [
        "Guten Tag Frau Dr. Seidel, wir klären das.",
        "Wir müssen bis zum 28. Mai antworten.",
        "Danke.",
    ]
    assert split(ENGLISH) == [
        "Dear Ms. Holloway, thank you.",
        "Mr. Stroud called about No. 5.",
        "No.",
        "It still fails.",
    ]
