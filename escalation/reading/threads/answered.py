"""What came of a step by the customer's next words: of one that we asked for, and of one that we took and asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from escalation.reading.threads import outcomes
from escalation.reading.threads.confirmed import confirms
from escalation.reading.threads.entries import Entry
from escalation.reading.threads.plainly import plainly
from escalation.reading.uncovered import uncover

_NOTHING = (
    r"(?:no|not? any|without any) (?:difference|change|effect|luck|improvement)|makes? no difference"
    r"|did(?:n['’]t| not) (?:help|work)"
    r"|does(?:n['’]t| not) (?:help|work)|(?:still |exactly |just )?(?:the )?same(?: (?:as before|error|result|thing|problem))?"
    r"|(?:还是|依然|仍然?|都|也)?(?:一样|没用|不行|没有用|没有?效果|没有?变化|没有?区别|没有?差别|老样子)"
)
_CAME_TO_NOTHING = re.compile(
    rf"^\W*(?:(?:sorry|unfortunately|很遗憾|抱歉)[\s,，]*)?(?:{_NOTHING})(?=\W*$|\s*[,，;；:：.。!！—–])"
)
"""Said at once after a request: it was done, and this is what came of it."""
_DONE_IN_VAIN = re.compile(
    r"^\W*(?:ok(?:ay)?[\s,]+)?(?:(?:we|i)(?: have|['’]ve)? |now |also |just |already )*"
    r"(?!had|need|want|ask|call|report|open|start|attach|sent|send)[a-z]{3,}(?:ed|un|ot|et)\b"
    r"[^.;!?]{0,60}?(?:[,;–—]\s*|\s-\s|\b(?:and|but) )(?:it(?:['’]s| is| was)? |that |still |just |exactly )*"
    r"(?:the )?(?:same(?=\W*$|\s*[,.;:!–—]| (?:as before|error|result|thing|problem|message|issue|fault|here|again)\b)"
    r"|no (?:change|difference|effect|luck)\b|(?:did(?:n['’]t| not)|does(?:n['’]t| not)) (?:help|work)|unchanged)"
    r"|^[^，,。；;！!？?]{1,16}(?:了|过|完)[^，,。；;！!？?]{0,8}[，,]?(?:结果|但)?(?:还是|依然|依旧|仍然?|也|都)(?:是)?"
    r"(?:一样|没用|不行|没有用|没有?效果|没有?变化|不管用|老样子|那样)"
)
"""The deed that was asked for and that it came to nothing: "Reprinted the batch, still the same"."""
_CAME = re.compile(
    r"(?<=[,;–—\s])(?:(?:it(?:['’]s| is| was)?|that|still|just|exactly) )*(?:the )?(?:same\b"
    r"|no (?:change|difference|effect|luck)\b|did(?:n['’]t| not)|does(?:n['’]t| not)|unchanged)"
    r"|(?:还是|依然|依旧|仍然?|也|都)(?:是)?(?=一样|没|不|老样子|那样)"
)
_DOES_NOTHING = re.compile(
    r"^\W*(?:the )?(?P<thing>[A-Z\"“][\w’'-]{2,}[\"”]?(?: [\w-]+)?|[「『][^」』]{2,20}[」』]) (?:still )?"
    r"(?:d(?:oes|id) nothing|(?:does|did)(?:n['’]t| not) (?:help|work)|makes? no difference|has no effect)\b"
)
_LOOKED_AT = re.compile(
    r"^\W*(?:(?:yes|no|it|they|that|both|all)\b(?! (?:still|does|doesn|did|didn|urgent|keeps|stays))(?=.*\b(?:is|are|was|were"
    r"|match\w*|has|have|says?|shows?|fine|correct|ok|right|valid)\b)(?!.*\b(?:urgent|want|need|fix|when)\b)"
    r"|(?:是|对|不是|不对|都|全部|已?核对)[^吗?？]{0,16}(?:一致|正确|对的|对|有效|正常|相同|不同|没问题))"
)
"""Said at once after a request to look something up: what was found."""
_LOOK = re.compile(r"^(?:check|test|检查|核对)")
_ANSWER = re.compile(
    r"^\W*(?:(?:no|nope|not really|not (?:better|yet|at all)|yes|yes,? (?:it|that) (?:works?|helped)|no better"
    r"|unfortunately not|sadly not)(?=\W*$|\s*[,.;:!—–])"
    r"|(?:still|it (?:is|['’]s)) (?:the same|no better|slow|broken|failing|there)\b|it works\b"
    r"|(?:没有?|没好|没变|不行|并没有|好了|可以了|正常了|恢复了)(?=\W*$|[，。,.!！；;])"
    rf"|(?:{_NOTHING})(?=\W*$|\s*[,，;；:：.。!！—–]))"
)
"""An answer to "is it better now?"."""
_HELPED = re.compile(
    r"^\W*(?:(?:yes|ok|great|thanks)[\s,!]+)?(?:(?:it|that|this) )?worked\b(?! (?:until|for|till|before|on|in))"
)
_VERB = re.compile(r"^(?:try |试试|尝试)?(?P<what>.+)$", re.DOTALL)
_BARE_DEED = re.compile(
    r"^\W*(?:ok(?:ay)?[\s,]+)?(?P<deed>(?:un)?(?:ticked|checked|plugged|selected)|(?:set|pressed|clicked|moved|renamed|skipped"
    r"|shortened|split|adjusted|raised|reduced|lowered|rebuilt|removed|swapped|switched|updated|installed|changed)"
    r"(?: (?:it|that|this|both|them|all))?)[,.;]\s+(?P<result>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""Said at once after our message: the deed, and what came of it."""
_ASKING = re.compile(
    r"(?i)(?:[,;，；–—]\s*|\s-\s|(?<=[.。!！])\s*)"
    r"(?P<asking>(?:is|are|does|do|did|has|have) (?:it|that|they|things|the \w+)\b[^.?!]*\?"
    r"|(?:any )?(?:better|change|improvement)\b[^.?!]*\?"
    r"|(?:can|could) you (?:check|see|try|confirm|test)\b[^.?!]*[.?]?|please (?:check|try|see|confirm|test)\b[^.?!]*[.?]?"
    r"|(?:现在|現在|这样|這樣|您?再?看看|好(?:点|點|些)?了)[^。？?]*[？?]|(?:请|請|麻烦|麻煩)[^。？?]*(?:试|試|看)[^。？?]*[。？?]?)\s*$"
)


@dataclass(frozen=True)
class Ours:
    """What we told the customer we did. `asked` is the deed with our question after it, verbatim."""

    deed: str
    asked: str


def in_vain(words: str) -> bool:
    return bool(_CAME_TO_NOTHING.search(plainly(words)))


def done_in_vain(words: str) -> bool:
    """Whether a first sentence tells that what was asked for was done, and came to nothing."""
    return bool(_DONE_IN_VAIN.search(plainly(words)))


def deed_in_vain(words: str) -> tuple[str, str] | None:
    """The same as the deed and what came of it: 「重印了」, 「还是一样」."""
    found = _DONE_IN_VAIN.search(plainly(words))
    if found is None or len(plainly(words)) != len(words):
        return None
    cut = _CAME.search(plainly(words), found.start() + 2, found.end())
    return (words[: cut.start()].strip(" ,，;；-–—"), words[cut.start() :].strip(" .。!！,，")) if cut else None


def speaks_of_it(wanted: str, words: str) -> bool:
    """Whether a first sentence says of the very thing that was asked for that it does nothing: "Recalculate does nothing"."""
    found = _DOES_NOTHING.match(words)
    return found is not None and found["thing"].casefold() in wanted.casefold()


def looked_up(wanted: str, words: str) -> bool:
    """Whether `words` tell what was found where `wanted` asked to look."""
    return bool(_LOOK.search(uncover(wanted).text) and _LOOKED_AT.search(uncover(words).text))


def settled(words: str) -> bool:
    """Whether a first sentence says that what was asked for helped: "That did it.", "Worked with that."."""
    return confirms(words) or _HELPED.search(uncover(words).text) is not None


def repeats(wanted: str, words: str) -> bool:
    """Whether an answer begins with the very words of what was asked for ("One day at a time gives more"), and goes on."""
    asked = _VERB.match(plainly(wanted).strip())
    what = re.sub(r"^(?:the|a|an|your) ", "", asked["what"]) if asked else ""
    told = re.sub(r"^(?:the|a|an|our|with) ", "", plainly(words).strip())
    return len(what) >= (8 if what.isascii() else 3) and told.startswith(what) and len(told) > len(what) + 4


def bare_deed(words: str) -> tuple[str, str] | None:
    """The deed and what came of it where an answer begins with nothing but a verb: "Ticked, now it stops later"."""
    found = _BARE_DEED.match(words)
    if found is None or not outcomes.came_of_it(found["result"]):
        return None
    return found["deed"].strip(), found["result"].strip(" .。!！")


def answers(words: str) -> bool:
    """Whether a first sentence answers the question how it is now."""
    return bool(_ANSWER.search(uncover(words).text))


def ours(entry: Entry) -> Ours | None:
    """The last thing an agent says before asking whether it helped; None for anything else."""
    if not entry.public or not (asking := _ASKING.search(entry.text)):
        return None
    before = entry.text[: asking.start()].rstrip()
    start = max((before.rstrip(".。!！").rfind(mark) for mark in ".。!！?？\n"), default=-1) + 1
    deed = before[start:].strip()
    return Ours(deed.strip(" .。!！"), entry.text[start:].strip()) if deed else None
