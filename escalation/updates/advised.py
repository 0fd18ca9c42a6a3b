"""Was this customer told already what would solve it, and what did they answer? Nobody is advised twice as if it were new."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from escalation.reading.threads.confirmed import confirms
from escalation.reading.threads.entries import sentences
from escalation.records import Article, Comment, Ticket
from escalation.text.folding import fold
from escalation.text.tokens import query_tokens, tokens

SAME, FEWEST = 0.6, 4
"""Share of the words of one of our sentences that stand in the article, and the least number of them: it tells the same."""
_WORKS = re.compile(
    r"\b(?:works?|worked|helped|helps|(?:is|all) (?:fine|good)|ok(?:ay)? for now|did (?:it|the trick))\b"
    r"|(?:可以|能用|正常|解决)了|好了|先这样|管用"
)
_NOT = re.compile(r"\b(?:not|no|only|until|never|nothing|still)\b|n['’]t\b|[?？]|没|不|未|还是|又")
_GREETING = re.compile(
    r"(?i)^(?:hi|hello|hey|dear|thanks?|thank you|您好|你好|谢谢|謝謝)(?!\w)[^.!?。]{0,20}[.!,，。]?$"
)
_TRIED = re.compile(
    r"\b(?:tried|ticked|unticked|checked|followed|did (?:that|this|it|so|as)|done (?:that|this|it|so)|(?:i|we) did"
    r"|as (?:you )?(?:said|described)|(?:changed|switched|set|reset|restarted|rebuilt|reinstalled|enabled|disabled|replaced"
    r"|updated|cleared) (?:it|that|them|the|both|all))\b"
    r"|试[了过]|照[着您你]?[^,。]{0,4}做|按[^,。]{1,8}(?:做|改|设|操作)了"
    r"|(?:改|换|勾|设|关|开|重启|重装|清|删|更新)[^,。?？]{0,4}了(?![吗呢没])"
)
_WILL = re.compile(
    r"\b(?:i|we|they|it|he|she)(?:['’]ll\b| will\b| (?:am|are|is) going to\b)|\b(?:comes?|coming|due|planned|scheduled|happens) "
    r"(?:on |at |in )?(?:next|this|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|a few|two)\b"
    r"|\bwill (?:try|do|check|update|test|install|report|be|come|go|get)\b|\b(?:next week|tomorrow|on monday) (?:we|i|our)\b"
    r"|(?:明天|后天|下周|下星期|下个月|今晚|晚上|周[一二三四五六日末]|稍后|回头)[^。?？]{0,12}(?:再|会|才|来|试|做|换|更新|安排|告诉|反馈)"
    r"|(?:会|将)(?:在|于|安排|尽快|先)"
)
_ASKS = re.compile(
    r"[?？]|\b(?:please|could you|can you|still|fail\w*|error|wrong|not work\w*|does(?:n['’]t| not)|did(?:n['’]t| not)|no change"
    r"|if you|unless|urgent|waiting for you|need you|unacceptable|cancel)\b|请|麻烦|还是|仍|报错|不行|没用|无效|催|等你们|急"
)
TOLD = 2
"""Sentences of their answer that are said back."""


@dataclass(frozen=True)
class Advised:
    """`at` is our reply that gave the advice; `answer` their last message, None while none came; `works`: it says so."""

    at: datetime
    answer: Comment | None = None
    works: bool = False
    tried: bool = False
    """One of their messages since says that they did it."""
    settled: bool = False
    """We answered their last message since: nothing of it waits for us."""
    later: bool = False
    """They only tell what they will do, and when: nothing of it waits for us either."""

    @property
    def words(self) -> str | None:
        """How their answer begins, without a greeting."""
        told = [s for s in sentences(self.answer.body) if not _GREETING.match(s)] if self.answer else []
        return " ".join(told[:TOLD]) or None


def advised(ticket: Ticket, article: Article, known: Iterable[Article], now: datetime) -> Advised | None:
    """The first reply on `ticket` that names `article`, or one of those `known` that is linked there, or says what it says."""
    ids = {article.id, *(each.id for each in known if each.id in ticket.linked_kb)}
    body = set(tokens(f"{article.title} {article.body}"))
    for reply in sorted(ticket.replies(now), key=lambda comment: comment.at):
        if _names(reply.body, ids, article.url) or any(_same(s, body) for s in sentences(reply.body)):
            theirs = [c for c in ticket.comments if c.role == "customer" and c.public and reply.at < c.at <= now]
            last = max(theirs, key=lambda comment: comment.at, default=None)
            settled = last is not None and any(r.at > last.at for r in ticket.replies(now))
            works = last is not None and (says_it_works(last.body) or (settled and _some_works(last.body)))
            did = any(_TRIED.search(fold(c.body).lower()) for c in theirs)
            later = last is not None and not works and not did and tells_what_will_be(last.body)
            return Advised(reply.at, last, works=works, tried=did, settled=settled, later=later)
    return None


def says_it_works(text: str) -> bool:
    """Whether they write that the advice helps, though they may like it little."""
    told = [fold(sentence) for sentence in sentences(text)]
    return confirms(text) or (
        any(_WORKS.search(s) and not _NOT.search(s) for s in told) and not any("?" in s or "？" in s for s in told)
    )


def _some_works(text: str) -> bool:
    """Whether one of their sentences says that it works; what they ask beside it we have answered."""
    return any(_WORKS.search(said) and not _NOT.search(said) for said in map(fold, sentences(text)))


def tells_what_will_be(text: str) -> bool:
    """Whether they tell what they will do and ask for nothing: "our IT rolls it out next week, I will tell you"."""
    told = fold(text).lower()
    return bool(_WILL.search(told)) and not _ASKS.search(told)


def _names(reply: str, ids: set[str], url: str | None) -> bool:
    return (url is not None and url in reply) or any(re.search(rf"(?<!\w){re.escape(id_)}(?!\w)", reply) for id_ in ids)


def _same(sentence: str, body: set[str]) -> bool:
    said = query_tokens(sentence)
    shared = sum(token in body for token in said)
    return shared >= FEWEST and shared >= SAME * len(said)
