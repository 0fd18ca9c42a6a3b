"""Articles that are the way out whatever their topic weighs: told and confirmed, or just what the line asks."""

from __future__ import annotations

from escalation.judgement.applicability import gives_a_way
from escalation.judgement.matter import Matter
from escalation.matching.profile import profile_of
from escalation.records import Article

SAYS_THE_SAME = 0.5
"""Share of an article's words that our advice holds and of the advice's that it holds, added, from which it says the same."""

TITLE = 0.75
"""Share of a title, by weight and in two terms at least, that a question says for the article to be what it asks about."""

ASKS = 1.0
"""Log odds from which a line without a report is one that support can answer."""


def surely(article: Article, matter: Matter) -> bool:
    return gives_a_way(article) and (confirmed_way(article, matter) or asked_for(article, matter))


def confirmed_way(article: Article, matter: Matter) -> bool:
    """Whether it gives the way out that we told a customer of these, who then wrote that it helps."""
    if not matter.advised or article.product_area not in matter.areas:
        return False
    body, covered = profile_of(article.body).words, matter.scales.covered
    return any(covered(body, a.words) + covered(a.words, body) >= SAYS_THE_SAME for a in matter.advised)


def asked_for(article: Article, matter: Matter) -> bool:
    """Whether a question of which no report is on record says its whole title: "two people left, how do we get the seats back"
    asks for "Seats of people who left"."""
    standing, line = matter.standing, matter.line
    if not standing.nobody or standing.asks < ASKS:
        return False
    title = profile_of(article.title)
    told = ((title.concepts, line.concepts), (title.words, line.words))
    return any(len(ours & theirs) > 1 and matter.scales.covered(ours, theirs) >= TITLE for ours, theirs in told)
