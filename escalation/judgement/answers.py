"""The reporter's answers: what was answered, and what was answered with "don't know", which is an answer but no fact."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from escalation.errors import InvalidInput
from escalation.judgement.yet_to_come import yet_to_come
from escalation.signals import QUESTIONS

_UNKNOWN = re.compile(
    r"(?:i |we )?(?:do(?:n['’]?t| not) know|no idea|not sure|unsure|unknown|unclear|can(?:['’]?t|not) say|n/?a|none|idk|-+|\?+)"
    r"(?:[ ,.].{0,40})?"
    r"|(?:我|我们|暂时|目前|还)?(?:不知道|不清楚|不确定|不了解|未知|没有?信息|暂无|无从得知)(?:[，。 ].{0,20})?"
    r"|(?:我|我們)?(?:不清楚|不確定|未知)",
    re.IGNORECASE,
)
_NO = re.compile(
    r"(?:no|nope|not|nothing|nobody|none|it (?:is|['’]s) not|it is no(?:ne)?|false)\b(?! (?:idea|longer|way))"
    r"|(?:不|没|沒|否|无关|無關|并非|並非|与安全无关|與安全無關)",
    re.IGNORECASE,
)

_YES = re.compile(r"(?:yes|yeah|yep|correct|it (?:is|does)\b(?! not))\b|(?:是|对|會|会|有)(?!不|否)", re.IGNORECASE)
SECURITY_MATTER = "security_matter"


def affirms(answer: str) -> bool:
    """Whether an answer to a question of yes or no begins with a yes."""
    return _YES.match(answer.strip(" \"'“”「」")) is not None


def denies(answer: str) -> bool:
    """Whether an answer to a question of yes or no begins with a no."""
    return _NO.match(answer.strip(" \"'“”「」")) is not None


@dataclass(frozen=True)
class Answers:
    """`known` by question id; `declined` are questions to which the reporter has no answer: not asked again, still unknown."""

    known: Mapping[str, str] = field(default_factory=dict[str, str])
    declined: frozenset[str] = frozenset()
    sent_back: Mapping[str, str] = field(default_factory=dict[str, str])
    """What a team said is lacking, in its words, and what was answered to it."""


IDS = tuple(question for question in QUESTIONS if question != "handed_back")
_MATERIAL = frozenset({"reproduction_steps", "error_text", "environment"})
"""What a customer has or has not sent, so that "it follows tomorrow" is none of it."""
SENT_BACK = "sent_back: "
"""Before such words where answers are kept by id."""


def read_answers(given: Mapping[str, str]) -> Answers:
    """Sorts answers. Raises `InvalidInput` for an id that is no question's."""
    if strange := sorted(id_ for id_ in given if id_ not in IDS and not id_.startswith(SENT_BACK)):
        raise InvalidInput(
            f"There is no question called {strange[0][:60]!r}.",
            f"Answer by these ids: {', '.join(IDS)}; what a team lacks that sent it back by its words, with escalation_id.",
        )
    told = {question: answer.strip() for question, answer in given.items() if answer.strip()}
    declined = frozenset(
        q for q, a in told.items() if _UNKNOWN.fullmatch(a.strip(" .。!！")) or (q in _MATERIAL and yet_to_come(a))
    )
    known = {q: a for q, a in told.items() if q not in declined}
    back = {q.removeprefix(SENT_BACK): known.pop(q) for q in [*known] if q.startswith(SENT_BACK)}
    return Answers(known, declined, back)
