"""Whether an article has anything of what is asked: the only one of an area is no answer for being that."""

from __future__ import annotations

from collections.abc import Mapping

from escalation.judgement.matter import Matter
from escalation.matching.lead import DEEDS
from escalation.matching.profile import Profile
from escalation.records import Article
from escalation.text.concepts import concepts

BY_RECORD = ("linked", "named", "error", "code")
"""Signs that somebody, or the fault itself, tied it to the matter."""

TITLE = ("title", "title_words")
LINE = ("line", "line_words", "line_meant")

OF_THE_TITLE, OF_THE_LINE = 0.25, 0.3
"""Likeness of its title to the line or a report, and share of the line that it says, from which one of them is enough. Of the
articles in view that answer their line each has one; chance words make less."""

TERMS = frozenset("trial price discount renewal contract demo upgrade_plan downgrade_plan compensation".split())  # noqa: SIM905
"""Terms of business that are asked about; what a thing does is no answer to what it costs."""


def has_what_is_asked(
    article: Article, title: Profile, whole: Profile, signs: Mapping[str, float], matter: Matter
) -> bool:
    """`title` and `whole` are the article's topics, `signs` are those against the matter."""
    if any(signs[sign] for sign in BY_RECORD):
        return True
    told = max(signs[sign] for sign in TITLE) >= OF_THE_TITLE or max(signs[sign] for sign in LINE) >= OF_THE_LINE
    told = told or not matter.line.concepts.isdisjoint(title.concepts & (DEEDS | title.faults))
    return told and not _asks_for_terms(article, whole, matter)


def _asks_for_terms(article: Article, whole: Profile, matter: Matter) -> bool:
    """Whether the line asks for terms that the article does not tell, and no more is the same than the thing."""
    if not matter.terms or not matter.terms.isdisjoint(concepts(f"{article.title}\n{article.body}")):
        return False
    done = matter.line.concepts & whole.concepts & (DEEDS | whole.faults)
    return not done
