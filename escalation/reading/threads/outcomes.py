"""What came of a step, told by the course it took: "they came back for an hour, then gone again", 「撑不到一个小时又掉」."""

from __future__ import annotations

import re

from escalation.reading.threads import tried_words as words
from escalation.reading.threads.plainly import plainly
from escalation.reading.threads.symptom import symptomatic
from escalation.reading.uncovered import uncover

_LENGTH = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|nights?)"
_SO_MANY = r"(?:\d+|an?|one|two|three|four|five|ten|half an|a few|some)"
_COURSE = re.compile(
    r"\b(?:again|came (?:back|up)|(?:is|are|was|were|all|now) (?:well|fine|ok(?:ay)?|good|stable|quiet|back|up|gone|normal)"
    r"|all (?:is |was )?(?:well|good|fine)|held|holds|lasted|survived|stayed (?:on|up|off|connected|online)"
    r"|ran (?:fine|well|ok|for)"
    r"|(?:works?|worked|runs|fine|ok|good|quiet|better|worse|stable|normal) (?:for|until|till|since|then|at first|so far)"
    rf"|(?:for|after|within) (?:about |around |roughly |nearly |only |just ){{0,2}}{_SO_MANY} {_LENGTH}"
    r"|(?:the )?next (?:day|morning|time|night)|gone (?:from|again|now)|no more|no longer|cured|better|worse"
    r"|(?:quiet|calm|good|fine) (?:night|day|week|morning)|been (?:clean|quiet|fine|stable|silent))\b"
    r"|又|再次|好了|好转|好过|正常|恢复|撑(?:了|不|到|过)|管用|上线了|不再|没再|稳定|缓解"
    r"|(?:第二天|隔天|次日|过了?[^，。]{1,6})[^，。]{0,8}[还又仍再]"
)
_REASON = re.compile(
    r"^\W*(?:(?:because|since|as|so that|which|who|when|while|if|in order|to|for|from|on|at|with|by|via|in)\b"
    r"|因|由于|为了|以便)"
)
_ANOTHER = re.compile(rf"^\W*(?:(?:and|then|also|next) )*(?:(?:we|i)(?:['’]ve| have| also)? )?(?:{words.DID.pattern})")
_SUBJECT = re.compile(
    r"^\W*(?:(?:but|and|then|so|result|now)[\s,:]+)*(?:it|they|that|this|all|everything|both|one|two|three|some|half|after that"
    r"|(?:the|our|my) \w+|worked|works|held|ran|lasted|fine|came|gone|good|better|no more)\b"
    r"|^\W*(?:结果|但是?|可是|不过|之后|然后|后来|过了?|当时|第二天|隔天|次日|撑|好了|又|还是|就|现在|车|设备|系统)"
)


_NONE_SINCE = re.compile(
    r"^\W*(?:and |but )?no (?:more |new |further )?\w+(?: \w+){0,2}?"
    r" (?:today|since|so far|any ?more|yet|left|this (?:morning|week))\b"
)
_AND_NOW = re.compile(
    r",? and (?P<result>(?:now )?(?:it|they|these|those|this|that|all|everything)"
    r" (?:come|came|comes|works?|worked|is|are|was|were|looks?|looked|prints?|shows?|goes|go|went)\b"
    r"[^,.;]{0,30}?\b(?:right|fine|ok(?:ay)?|correct(?:ly)?|good|well|normal|again)\W*)$",
    re.IGNORECASE,
)


def at_the_end(sentence: str) -> tuple[str, str] | None:
    """ "Changed it to kg and these come in right" cut into what was done and what came of it."""
    found = _AND_NOW.search(sentence)
    return (sentence[: found.start()], found["result"]) if found else None


def came_of_it(told: str) -> bool:
    """Whether a clause right after a deed tells what came of it, and is neither another deed nor why it was done."""
    plain = plainly(told)
    if _ANOTHER.match(plain):
        return False
    if words.RESULT.search(plain):
        return not words.DID_HAN.search(plain)
    if _REASON.search(plain) or words.PLAN.search(plain) or plain.rstrip().endswith("?"):
        return False
    return bool(_COURSE.search(plain)) or (symptomatic(told) and not words.DID.match(plain))


def goes_on(sentence: str) -> bool:
    """Whether a sentence after a deed tells what came of it: of what it speaks is clear only from the one before."""
    plain = plainly(sentence)
    if words.LEADS_ON.search(plain) or _NONE_SINCE.search(plain):
        return True
    if plain.rstrip().endswith("?") or words.DID.match(plain):
        return False
    return bool(_SUBJECT.match(plain) and _COURSE.search(plain)) and not words.PLAN.search(plain)


_HELD = (
    r"(?:能|只|才|又|也|仅){0,2}(?:撑|顶|(?:好|正常|管用|稳定)(?=了?(?:[一两几半十百\d]|不到)))"
    r"[^，。；]{0,8}(?:又|就|便|还是|仍)"
)
"""How long it held: 「撑十分钟又断」."""
_AT_ONCE = re.compile(
    r"(?:后|之后|以后)?(?:就|便|又|立刻|马上|暂时)(?=[^，。；]{0,10}(?:正常|好|恢复|可以|能|行|掉|断|死|卡|不|报|坏))"
    r"|(?:后|之后|以后)(?=(?:一切|就|都|全部?|完全)?(?:正常|好了|恢复|稳定|可以了|没事))"
    rf"|{_HELD}"
)


def at_once(deed: str) -> int | None:
    """Where in 「回退到5.1就正常了」 the outcome begins, told in the same breath; None where none is."""
    found = _AT_ONCE.search(plainly(deed))
    return found.start() if found and found.start() > 1 and uncover(deed).back is None else None


_GOOD_AT_ONCE = re.compile(
    r"(?:就|便|立刻|马上)[^，。；]{0,6}(?:正常|好|恢复|可以|能|行)|好了[^，。；]{0,8}又"
    rf"|(?:后|之后|以后)(?:一切|就|都|全部?|完全)?(?:正常|好了|恢复|稳定|可以了|没事)|{_HELD}"
)


def told_bare(sentence: str) -> bool:
    """Whether a deed is told without 了 and with what came of it, so that it was done: 「回退到5.1就正常了」."""
    plain = plainly(sentence)
    if not words.BARE_HAN.match(plain):
        return False
    tail = re.split("[，,；]", plain, maxsplit=1)[1:]
    return bool(_GOOD_AT_ONCE.search(plain) or (tail and _COURSE.search(tail[0]) and not words.DID_HAN.search(tail[0])))


_ANSWER = re.compile(
    r"(?i)^\W*(?:(?:yes|yep|yeah|no|ok(?:ay)?|done|did|tried)(?: (?:that|it|both|already))?|有(?:的|试|試)?|是的?|[对對]"
    r"|[都已]?经?[试試][过過]了?|做[过過]了?)\s*[,，。.;；:：、]\s*(?=\S)"
)
_EACH_FAILED = re.compile(
    r"^(?P<deed>[^，,；;:：]{2,40}?)\s*(?P<result>(?:[都也均]|[还還]是|仍然?|依然|依旧|依舊)?"
    r"(?:一[样樣]|同[样樣]|不行|[没沒]有?(?:用|效果?|[变變]化)|[无無]效|不管用|[还還]是(?:掉|断|斷|卡|不行)))$"
)
_SAME_WITH = re.compile(
    r"(?i)^(?:it(?:['’]s| is) |exactly |just )?(?:the )?(?P<result>same(?: (?:thing|error|result|problem|issue|story))?)"
    r" (?:on|in|with|over|via|from|using) (?P<deed>[^,;]{2,60})$"
)


def after_answer(sentence: str) -> str:
    """Without the "Yes," with which an answer begins."""
    found = _ANSWER.match(sentence)
    return sentence[found.end() :] if found else sentence


def each_in_vain(sentence: str) -> list[tuple[str, str]]:
    """Where every clause names a trial and that nothing came of it: 「Wi-Fi和4G都一样，重装App也没用」, "same on wifi and 4G"."""
    told = after_answer(sentence)
    parts = re.split(r"\s*[，,；;]\s*", told.strip(" .。!！"))
    several = told != sentence or bool(parts[1:])
    found = [
        _SAME_WITH.match(part) or (_EACH_FAILED.match(_equal(part)) if several or _begins_done(part) else None)
        for part in parts
    ]
    return [_parts(part, m) for part, m in zip(parts, found, strict=True) if m] if all(found) else []


def _begins_done(part: str) -> bool:
    """Whether a clause begins with a deed as Chinese tells it without 了: 「关掉杀毒软件没有用」."""
    return words.BARE_HAN.match(plainly(part)) is not None


def _equal(part: str) -> str:
    """The clause folded where that keeps its length."""
    plain = plainly(part)
    return plain if len(plain) == len(part) else part


def _parts(part: str, found: re.Match[str]) -> tuple[str, str]:
    return part[slice(*found.span("deed"))].strip(), part[slice(*found.span("result"))]
