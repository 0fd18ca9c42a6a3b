"""When a fault shows and what is seen then, where nobody listed steps: our own trials of it, then the customers' words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.threads import tried_words
from escalation.reading.threads.answered import in_vain
from escalation.reading.threads.entries import READ, Entry, sentences
from escalation.reading.threads.no_sighting import is_step, shows_nothing
from escalation.reading.threads.own_fault import says_own_fault
from escalation.reading.threads.symptom import SYMPTOM, symptomatic
from escalation.reading.uncovered import uncover

TRIALS, SEEN = 2, 3

_TRIAL = re.compile(
    r"(?i)\b(?:reproduc\w+|repro)\b|\bconfirmed (?:on|in|with|from|by)\b|\bsame (?:thing )?(?:on|in"
    r"|with) (?:our|a|my|two)\b|\bsee the same in\b"
    r"|\b(?:on|with|from|in) (?:a|our|my|two|the) (?:own )?(?:test|demo|sandbox|staging) \w+"
    r"|\b(?:in|at|from) (?:the|our) (?:test )?(?:lab|workshop|bench)\b|\b(?:one|a|two|three|our) (?:test|demo|lab|spare) \w+"
    r"|^lab\s*[:：]|实验室|實驗室|样机|樣機"
    r"|复现|重现|復現|重現|(?:测试|測試)(?:机|機|账号|帳號|账户|帳戶|环境|環境|公司|空间|空間|租户)"
)
_LISTED = re.compile(r"(?i)\W*(?:(?:i|we) )?(?:have )?tried\s*:")
_HANDED_ON = re.compile(
    r"(?i)\b(?:raised it|look(?:ing)? into|it is with|is now with|with our|working on it"
    r"|passed (?:it )?on|passing it on|in touch|handing (?:it|this|the \w+) (?:over|on))\b"
    r"|正在和|跟进|已转|已轉|排查中"
)
_CAME_TOO = re.compile(r"(?i)\bcan reproduce\b|[试試]到同[样樣]|(?:已|能|可以?)(?:复现|重现|復現|重現)")
"""The fault came to us as well: that counts, whoever has it now."""
_WHEN = re.compile(
    r"(?i)\b(?:since|after|when(?:ever)?|each|every|once|as soon as|only|while|if|from (?:about )?\d|between|during|until"
    r"|overnight|on v?\d+\.\d|for (?:units|orders|all|those|everyone))\b|\d+ ?%|\b\d+ (?:of|in|out of) (?:our |every )?\w+"
    r"|\b(?:seit|nach|jed\w+|depuis|après|chaque|dès)\b|たび|から|まで|以降|後に|每次|每|之后|之後|以后"
    r"|以後|自从|自從|起|更新|升级|升級|的时候|的時候|一按|一打开|一锁|只要|凡是|当|當|点开|點開|按「|到.{1,12}的"
)
_ASIDE = re.compile(
    r"(?i)\b(?:please|could you|can you|call me|any news|no hurry|not urgent|unacceptable|thank|sorry|our renewal|happy to"
    r"|(?:need|want|like) to know|it helps\b"
    r"|maybe i)\b|请|麻烦|麻煩|谢谢|謝謝|您好|有进展|能否|能不能"
)
_GREETING = re.compile(
    r"(?i)^(?:hi|hello|hey|dear|good (?:morning|day|afternoon)|bonjour|guten (?:tag|morgen))\b[^.!?]{0,24}[.!,]?$"
)
_NEVER_CAME = re.compile(
    r"(?i)\b(?:not|never|n['’]t|cannot|could not|unable to|fail\w* to|no) (?:be )?(?:\w+ )?(?:reproduc\w+|repro)\b"
    r"|(?:无法|無法|未能|不能|没能|沒能|没有|沒有|未)(?:\w{0,2})?(?:复现|重现|復現|重現)|(?:复现|重现|復現|重現)(?:不了|不出|未果|失败|失敗)"
)
_CONSEQUENCE = re.compile(
    r"(?i)\b(?:meant|due|supposed|scheduled) to (?:start|begin|open|ship|go|sign|leave|join)\b"
    r"|\buntil (?:this|it|that) (?:is|has)\b"
)
"""What people cannot do for it is its cost; what they see is told elsewhere."""
_CLEARED = re.compile(
    r"(?i)\b(?:are|is|were|was|stays?) (?:\w+ )?(?:fine|normal|unaffected|correct|right|all right|ok)\b"
    r"|正常|没问题|沒問題|沒事|没有问题"
)


@dataclass(frozen=True)
class Shown:
    """`words` is a whole sentence; `ours`: a colleague's own trial, else what a customer saw."""

    words: str
    ours: bool
    quote: Quote


_OF_A_STEP = 3.0
"""What came of a step is told with it; it shows the fault only where nothing else does."""
ABOUT = 0.7
"""What two sentences may differ by and still name a symptom about as well."""


def showing(told: Iterable[Entry]) -> tuple[tuple[Shown, ...], Shown | None]:
    """At most two trials and three sightings of different tickets; and the sentence that names the symptom best, or None."""
    told = list(told)
    order = [entry.ticket for entry in told]
    trials = [
        Shown(s, ours=True, quote=e.quote(s))
        for e in told
        if e.role != "customer"
        for s in _told_in(e)
        if _tried_out(s)
    ]
    best: dict[str, tuple[float, Shown]] = {}
    openings: dict[str, Shown] = {}
    for entry in told:
        if entry.role != "customer":
            continue
        for sentence in _told_in(entry):
            weight = _weight(sentence)
            if _opens(sentence):
                # In a language whose words of faults we do not know, what a report begins with says what it is.
                openings.setdefault(entry.ticket, Shown(sentence, ours=False, quote=entry.quote(sentence)))
            if weight > best.get(entry.ticket, (0.0, None))[0]:
                best[entry.ticket] = (weight, Shown(sentence, ours=False, quote=entry.quote(sentence)))
    seen = [best[ticket][1] if ticket in best else openings[ticket] for ticket in openings.keys() | best.keys()]
    seen.sort(key=lambda one: order.index(one.quote.record_id))
    # The first told of those that name it about as well; an opening whose words we cannot weigh only where nothing else does.
    most = max((weight for weight, _ in best.values()), default=0.0)
    named = [one for one in seen if best.get(one.quote.record_id, (0.0, one))[0] > max(0.0, most - ABOUT)]
    return (*trials[:TRIALS], *seen[:SEEN]), next(iter(named or seen), None)


def never_came(words: str) -> bool:
    """Whether a trial of ours showed nothing: that is told, and is no way to see the fault."""
    return bool(_NEVER_CAME.search(words))


def strong(shown: Shown) -> bool:
    """Whether it names a symptom and when it shows, in one sentence."""
    return _weight(shown.words) >= 2.5


def _told_in(entry: Entry) -> tuple[str, ...]:
    return _telling(entry.text)


@lru_cache(maxsize=READ)
def _telling(text: str) -> tuple[str, ...]:
    told = (s for s in sentences(text) if not s.endswith(("?", "？")) and not _GREETING.match(s))
    return tuple(s for s in told if len(s) > (7 if not s.isascii() else 18))


@lru_cache(maxsize=READ)
def _opens(sentence: str) -> bool:
    """Whether a report may begin with it."""
    if _ASIDE.search(sentence) or shows_nothing(sentence) or is_step(sentence):
        return False
    return not tried_words.CIRCUMSTANCE.search(uncover(sentence).text)


@lru_cache(maxsize=READ)
def _tried_out(sentence: str) -> bool:
    if _LISTED.match(sentence) or not _TRIAL.search(sentence) or tried_words.PLAN.search(uncover(sentence).text):
        return False
    return not (_HANDED_ON.search(sentence) and not _CAME_TOO.search(sentence)) and len(sentence) > (
        12 if not sentence.isascii() else 30
    )


_POINTS_BACK = re.compile(
    r"(?i)(?:we|i)(?:['’]ve| have)? (?:see|saw|seen|had|have|noticed?) (?:this|it|that|the same)\b"
)
"""When it began, of a symptom that another sentence names."""


@lru_cache(maxsize=READ)
def _weight(sentence: str) -> float:
    if _ASIDE.search(sentence) or _POINTS_BACK.match(sentence) or not symptomatic(sentence) or shows_nothing(sentence):
        return 0.0
    if says_own_fault(sentence):
        return 0.0
    when, figures = bool(_WHEN.search(sentence)), bool(re.search(r"\d", sentence))
    return (
        1.0
        + 1.5 * when
        + 0.5 * figures
        + 0.2 * min(len(SYMPTOM.findall(sentence)), 3)
        - 0.8 * bool(_CLEARED.search(sentence))
        - 1.2 * bool(_CONSEQUENCE.search(sentence))
        - _OF_A_STEP * (is_step(sentence) or in_vain(sentence))
    )
