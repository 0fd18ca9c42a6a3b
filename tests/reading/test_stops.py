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
