"""When a fault shows and what is seen then, where nobody listed steps: our own trials of it, then the customers' words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.threads import tried_words
from escalation.reading.threads.entries import READ, Entry, sentences
from escalation.reading.threads.relation import of_the_relation
from escalation.reading.uncovered import uncover

TRIALS, SEEN = 2, 3

_TRIAL = re.compile(
    r"(?i)\b(?:reproduc\w+|repro)\b|\bconfirmed (?:on|in|with|from|by)\b|\bsame (?:thing )?(?:on|in"
    r"|with) (?:our|a|my|two)\b|\bsee the same in\b"
    r"|\b(?:on|with|from|in) (?:a|our|my|two|the) (?:own )?(?:test|demo|sandbox|staging) \w+"
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
_SYMPTOM = re.compile(
    r"(?i)\b(?:fail\w*|errors?|wrong|missing|blank|empty|fr[eo]ze\w*|frozen|stuck|stop(?:s|ped)?|stay\w*"
    r"|stood still|late(?!st)"
    r"|delay\w*|the (?:day|week|hour) before|doubl\w+|duplicat\w+|twice|two times|crash\w*|loop\w*"
    r"|bounce\w*|back to (?:the )?login|offline|never|no longer|still|in a circle|round and round"
    r"|(?:turned|sent) (?:down|away|back)|refus\w+|declin\w+|dropp(?:ed|ing)|s[ai]ts? (?:there|still)|has sat"
    r"|not (?:a single|load|open|arriv|appear|updat|reach|start|match)\w*|nothing (?:new |more |at all )?(?:came|comes|happens"
    r"|arriv\w+|appears|loads|leaves|after)|lost|gone|grey|gray|slow|hang\w*|blind"
    r"|differs?\b|off by|too (?:high|low|much|little|many|few)|leaves? (?:it|them|\w+) out"
    r"|time[sd]?[- ]?out|unassigned|early|earlier|extra|summed|jump\w*|5\d\d|4\d\d|ends as|rejects?|cannot|can['’]t"
    r"|no (?:callbacks?|positions?|data|transactions?|entries|rows?|new|driver))\b"
    r"|\b(?:hängt|bleibt|fehl(?:t|en)|bricht|leer|falsch|stehen|absente?s?|fausses?|inaccessibles?|vides?|délai|disparu\w*)\b"
    r"|固まる|できな|できません|動かな|動かなく|遅れ|届かな|表示されな|止まり"
    r"|还是|還是|仍然?|未(?!来|來|必|到|满|滿)|失[败敗]|报错|報錯|错误|錯誤|丢|缺|空白|(?<![打刷房门門银銀寫写制製磁])卡(?![车車片号號住户戶])|卡住|闪退|閃退|晚"
    r"|提前|早了|慢|掉线|掉線|重复|重複|停了|停止|无法|無法|不到|打不开|打不開"
    r"|比实际|比實際|不对(?!劲)|不對(?!勁)|不准|不準|弹走|彈走|超时|超時|空了|[是成]空的"
    r"|没有|沒有|没了|消失|断|斷|冇|弹回|彈返|变成|變成|倍|登出|退到|转圈|轉圈|等.{1,6}(?:分钟|分鐘|小时)|匹配不"
)
_ASIDE = re.compile(
    r"(?i)\b(?:please|could you|can you|call me|any news|no hurry|not urgent|unacceptable|thank|sorry|our renewal|happy to"
    r"|(?:need|want|like) to know|it helps\b"
    r"|maybe i)\b|请|麻烦|麻煩|谢谢|謝謝|您好|有进展|能否|能不能"
)
_GREETING = re.compile(
    r"(?i)^(?:hi|hello|hey|dear|good (?:morning|day|afternoon)|bonjour|guten (?:tag|morgen))\b[^.!?]{0,24}[.!,]?$"
)
_NO_MORE = re.compile(
    r"(?i)\b(?:works? again|is fine now|all fine|never fails?|(?:he|she|they|drivers?) (?:was|were|got|is|are) stopped)\b"
    r"|(?:以前|之前|从来|從來)(?:没有|沒有|没|沒)(?:这|這|出)|恢复正常|恢復正常|不丢包|没有规律"
    r"|沒有規律|(?:没有|沒有)看到|^(?:没有|沒有)[,，]"
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


@lru_cache(maxsize=READ)
def symptomatic(sentence: str) -> bool:
    """Whether a sentence tells what goes wrong, and not only what still works."""
    return bool(_SYMPTOM.search(sentence)) and not _NO_MORE.search(sentence)


def _told_in(entry: Entry) -> tuple[str, ...]:
    return _telling(entry.text)


@lru_cache(maxsize=READ)
def _telling(text: str) -> tuple[str, ...]:
    told = (s for s in sentences(text) if not s.endswith(("?", "？")) and not _GREETING.match(s))
    return tuple(s for s in told if len(s) > (7 if not s.isascii() else 18))


@lru_cache(maxsize=READ)
def _opens(sentence: str) -> bool:
    """Whether a report may begin with it."""
    aside = _ASIDE.search(sentence) or tried_words.CIRCUMSTANCE.search(uncover(sentence).text)
    return not aside and not of_the_relation(sentence)


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
    if (
        _ASIDE.search(sentence)
        or _POINTS_BACK.match(sentence)
        or not symptomatic(sentence)
        or of_the_relation(sentence)
    ):
        return 0.0
    when, figures = bool(_WHEN.search(sentence)), bool(re.search(r"\d", sentence))
    return (
        1.0
        + 1.5 * when
        + 0.5 * figures
        + 0.2 * min(len(_SYMPTOM.findall(sentence)), 3)
        - 0.8 * bool(_CLEARED.search(sentence))
        - 1.2 * bool(_CONSEQUENCE.search(sentence))
    )
