"""A full stop after a title or in a German date ends no sentence, for whoever reads sentences."""

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
