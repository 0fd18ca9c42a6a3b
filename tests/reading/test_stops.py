"""A full stop after a title or in a German date ends no sentence, for whoever reads sentences."""

import pytest

from escalation.reading.threads import entries
from prompts import excerpts

GERMAN = "Guten Tag Frau Dr. Seidel, wir klären das. Wir müssen bis zum 28. Mai antworten. Danke."
ENGLISH = "Dear Ms. Holloway, thank you. Mr. Stroud called about No. 5. No. It still fails."


def test_sentences_survive_titles_and_german_days() -> None:
    german = ["Guten Tag Frau Dr. Seidel, wir klären das.", "Wir müssen bis zum 28. Mai antworten.", "Danke."]
    english = ["Dear Ms. Holloway, thank you.", "Mr. Stroud called about No. 5.", "No.", "It still fails."]
    for split in (entries.sentences, excerpts.sentences):
        assert list(split(GERMAN)) == german
        assert list(split(ENGLISH)) == english


def test_the_part_of_a_law_and_a_german_date_end_no_sentence() -> None:
    english = ["He asked for erasure under Art. 17 on 19 September.", "We did it."]
    german = ["Eingang 24.08., wir müssen bis 24.09. antworten.", "Bitte um Antwort."]
    for split in (entries.sentences, excerpts.sentences):
        assert list(split(" ".join(english))) == english
        assert list(split(" ".join(german))) == german
    assert list(entries.sentences("It is version 2.10. Nothing else.")) == ["It is version 2.10.", "Nothing else."]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The evening run printed the wrong labels (incl. two of batch 7) in plant B. We stopped it.", 2),
        ("All seats excl. guests are locked, approx. 40 of them.", 1),
        ("It takes max. 5 minutes.", 1),
        ("That is the max. Then it stops.", 2),
    ],
)
def test_an_abbreviation_ends_no_sentence_and_the_last_word_of_one_does(text: str, count: int) -> None:
    assert len([*entries.sentences(text)]) == count
