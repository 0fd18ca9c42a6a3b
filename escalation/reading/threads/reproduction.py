"""Reproduction details as the threads tell them: steps, expected, actual, environment, frequency, what is ruled out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.threads.by_hand import works_by_hand
from escalation.reading.threads.calls import calls
from escalation.reading.threads.entries import READ, Entry, entries, in_quotations, sentences
from escalation.reading.threads.environment import distinct, environment
from escalation.reading.threads.frequency import how_often
from escalation.reading.threads.guesses import without_guess
from escalation.reading.threads.no_sighting import shows_nothing
from escalation.reading.threads.noted import END, noted, whole
from escalation.reading.threads.ruled_out import RULED_OUT, ruled_out_in
from escalation.reading.threads.showing import Shown, showing, strong
from escalation.reading.threads.symptom import symptomatic
from escalation.reading.threads.tried_words import PLAN
from escalation.reading.uncovered import uncover
from escalation.records import Ticket

_NUMBERED = re.compile(
    r"(?m)^[ \t]*(?:\d{1,2}[.)、．:：]|step \d{1,2}[:.]|第[一二三四五六七八九十]步[:：,，]?|[①-⑩])[ \t]*(\S.*)$",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:^|(?<=[\s:：;；。]))(?:\(?([1-9])[.)、）])\s*([^\n]+?)(?=\s*[;；,，。]?\s*\(?[1-9][.)、）]|$|\n)"
)
_PATH = re.compile(
    r"(?i)\b(?:go(?:es|ing)? to|open(?:s|ed)?|navigate\w* to|click(?:s|ed|ing)?(?: on)?|select(?:ed)?"
    r"|log(?:ged|ging)? in (?:as|with|to|via))\b[^.\n]{0,120}?(?:\b(?:click|select|press|choose|then"
    r"|open|go to|hit|upload|enter)\b|>|→)"
    r"|(?:进入|打开|点击|點擊|点|登录|登錄|选择|選擇)[^。\n]{1,60}(?:点击|點擊|选择|選擇|然后|然後|再|后"
    r"|→|>|勾选|勾選|保存|提交|导出|匯出)|\b(?:at|via|under|from) [A-Z]\w+ ?> ?[A-Z]\w+"
)
_LABELLED = {
    "expected": re.compile(
        r"(?im)(?:^|[\s。.;；])(?:expected(?: (?:result|behaviou?r|outcome))?|预期(?:结果)?|期望(?:结果)?"
        r"|預期(?:結果)?|应该|應該)\s*[:：]\s*(\S[^\n]*?)(?=\s*(?:actual\b|实际|實際)|$)"
    ),
    "actual": re.compile(
        r"(?im)(?:^|[\s。.;；])(?:actual(?: (?:result|behaviou?r|outcome))?|实际(?:结果)?"
        r"|實際(?:結果)?)\s*[:：]\s*(\S[^\n]*?)(?=\s*(?:expected\b|预期|預期)|$)"
    ),
}
_SPOKEN = {
    "expected": re.compile(
        r"(?i)\b(?:should (?!we|i\b|you)|expect(?:ed|ing)? (?:to|that|the|it|all)|supposed to|used to be)\b|应该|應該"
        r"|本应|理应|正常(?:情况下|应)|应为|應為"
        r"|(?:以前|原来|原來|原本|过去|過去)(?:大概|大约|都|只要|只需|是){0,2}\s*\d[\d.]*\s*(?:毫秒|秒|分钟|分鐘)(?=[，。；]|$)"
        r"|\b(?:last|before)\b[^.;,]{0,24}\bit (?:was|worked)\b|(?:has|have|had|shows?|returns?) the (?:right|correct) \w+"
        r"|(?:去年|以前|之前|原来|原本)[^。，]{0,8}(?:是?对的|是?對的|正常|没问题)"
    ),
    "actual": re.compile(
        r"(?i)\b(?:instead|but (?:it|we|i|the|only|get)|get(?:s|ting)? (?:an?|the) [^.]{0,30}error"
        r"|shows? (?:an?|the) [^.]{0,30}error|returns? \d{3}|only (?:has|contains|shows))\b|实际|實際|结果"
        r"|結果|却|卻|报错|報錯|提示「|显示「|顯示「|只有"
    ),
}
_AGAINST = re.compile(
    r"(?is)^(.*?(?:应该|應該|本应|\bshould\b|\bsupposed to\b"
    r"|\bexpect\w*)[^,，;；]*)[,，;；]\s*(?:\bbut\b\s*)?(.*(?:却|卻|结果|結果|but|instead|only|\d).*)$"
)
"""What should come and what comes, in one sentence."""
_FORMER = re.compile(
    r"(?i)\bused to (?:be|take)\b[^,;.]*\d[^,;]*?(?=[,;.]*\s*$|[,;])"
    r"|(?:以前|原来|原來|原本|过去|過去|平时|平時)(?:大概|大约|都|只要|只需|是){0,2}\s*\d[\d.]*\s*(?:毫秒|秒|分钟|分鐘|小时|小時)(?=[，。；]|$)"
)
"""The former figure beside the one of now: it is what is expected."""
_WRONG = re.compile(r"(?i)\bis wrong\b|错了|錯了")
"""What is right beside what is wrong: no expectation, but what to compare."""
_ABOUT_A_PAGE = re.compile(
    r"(?i)\b(?:help page|article|manual|guide|docs?|documentation)\b|帮助(?:页|中心)|说明书|文档|文章"
)
"""What our help says is no way that somebody took to the fault."""
_OF_A_WAY_ROUND = re.compile(r"(?i)\W*(?:it|that|this) (?:does )?help(?:s|ed)?\b|\W*(?:有点|有點)?(?:用|帮助|幫助)")
"""Whether a way round helps is not what goes wrong."""
_MEANWHILE = re.compile(
    r"(?i)\W*(?:and |so |but )?(?:for now|for the moment|until then|in the meantime|meanwhile"
    r"|as a (?:workaround|way ?round|stopgap))\b"
    r"|\W*(?:现在|目前|眼下)?(?:暂时|暫時|临时|臨時|先用|先拿|先手|先靠|这段时间先|這段時間先)"
)
"""How a sentence on what is done instead begins."""


@dataclass(frozen=True)
class ReproductionFound:
    """Words of the threads; an empty tuple or None where nothing was said. `quotes` hold what each part was read from."""

    steps: tuple[str, ...] = ()
    expected: str | None = None
    actual: str | None = None
    environment: tuple[str, ...] = ()
    works_in: tuple[str, ...] = ()
    """Of the same kind, where it is said not to show."""
    frequency: str | None = None
    ruled_out: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
    shown: tuple[Shown, ...] = ()
    """When it shows, as told: our trials, then sightings."""
    called: bool = False
    """Nobody listed steps: `steps` are the call that fails, and our trial of it."""


def reproduction(tickets: Iterable[Ticket]) -> ReproductionFound:
    """The fullest steps, the first expected and actual, every environment named; only what is said."""
    told = [e for t in tickets for e in entries(t)]
    steps, steps_quote = _steps(told)
    parts = {name: _part(name, told) for name in ("expected", "actual")}
    if note := next(filter(None, map(noted, told)), None):
        if steps_quote is None or len(steps) == 1:
            steps, steps_quote = (note.steps, note.quote)
        labelled = {name: parts[name] if _labelled(name, told) else None for name in parts}
        parts = {
            "expected": labelled["expected"] or ((note.expected, note.quote) if note.expected else parts["expected"]),
            "actual": labelled["actual"] or ((note.actual, note.quote) if note.actual else parts["actual"]),
        }
    expected, actual = parts["expected"], parts["actual"]
    halves = _AGAINST.match(expected[0]) if expected[0] and actual[0] in (None, expected[0]) else None
    if halves is not None and in_quotations(halves.string)(halves.end(1)):
        halves = None
    if expected[0] and halves is not None:
        expected, actual = (halves[1].strip(END), expected[1]), (halves[2].strip(END), actual[1])
    called = () if steps else calls(told)
    shown, symptom = showing(told)
    told_as_such = halves is not None or _labelled("actual", told) or (note is not None and bool(note.actual))
    if symptom is not None and (actual[0] is None or (strong(symptom) and not told_as_such)):
        actual = (symptom.words, symptom.quote)
    if expected[0] and expected[0] == actual[0] and (former := _FORMER.search(expected[0])):
        expected = (former.group().strip(END), expected[1])
    shows, works = environment(told)
    frequency = how_often(told)
    telling = {expected[0], actual[0], *(each.words for each in shown), *(words for words, _ in called)}
    ruled_out = [quote for quote in ruled_out_in(told) if quote.quotation not in telling]
    quotes = [
        steps_quote,
        *(q for _, q in called),
        expected[1],
        actual[1],
        *(q for _, q in (*shows, *works)),
        frequency and frequency[1],
        *ruled_out,
        *(each.quote for each in shown),
    ]
    return ReproductionFound(
        steps=steps or tuple(words for words, _ in called),
        expected=expected[0],
        actual=actual[0],
        environment=distinct([words for words, _ in shows]),
        works_in=distinct([words for words, _ in works]),
        frequency=frequency[0] if frequency else None,
        ruled_out=tuple(dict.fromkeys(q.quotation for q in ruled_out)),
        quotes=tuple(dict.fromkeys(q for q in quotes if q)),
        shown=shown,
        called=not steps and bool(called),
    )


def _steps(told: list[Entry]) -> tuple[tuple[str, ...], Quote | None]:
    lists = [(found, e) for e in told if len(found := numbered(e.text)) > 1]
    if lists:
        found, entry = max(lists, key=lambda pair: len(pair[0]))
        return found, entry.quote(entry.between(found[0], found[-1]))
    for entry in told:
        for sentence in sentences(entry.text):
            if _is_way(sentence) and not (entry.role != "customer" and PLAN.search(uncover(sentence).text)):
                return (sentence,), entry.quote(sentence)
    return (), None


@lru_cache(maxsize=READ)
def _is_way(sentence: str) -> bool:
    about_help = _ABOUT_A_PAGE.search(sentence)
    return bool(_PATH.search(sentence)) and not about_help and not sentence.endswith(("?", "？"))


def _labelled(name: str, told: list[Entry]) -> bool:
    return any(whole(m.group(1)) for e in told for m in _LABELLED[name].finditer(e.text))


@lru_cache(maxsize=READ)
def numbered(text: str) -> tuple[str, ...]:
    """The steps of a numbered list, one a line or one after the other; none where it is not numbered from 1 on."""
    lines = tuple(m.group(1).strip() for m in _NUMBERED.finditer(text))
    if len(lines) > 1:
        return lines
    inline = [(int(m.group(1)), m.group(2).strip(" ;；,，")) for m in _INLINE.finditer(text)]
    return tuple(words for _, words in inline) if [n for n, _ in inline] == list(range(1, len(inline) + 1)) else ()


def _surely(entry: Entry) -> Iterator[str]:
    """What one entry tells; of a note of ours only what comes before a guess in its sentence: that was seen."""
    for sentence in sentences(entry.text):
        if told := sentence if entry.role == "customer" else without_guess(sentence):
            yield told


def _of_a_way_round(sentence: str) -> bool:
    """Whether it tells what people do instead: "we add them by hand, that works but only for 14" is not what goes wrong."""
    return bool(_OF_A_WAY_ROUND.match(sentence) or _MEANWHILE.match(sentence)) or works_by_hand(sentence)


def _part(name: str, told: list[Entry]) -> tuple[str | None, Quote | None]:
    for entry in told:
        for m in _LABELLED[name].finditer(entry.text):
            if whole(m.group(1)):
                return m.group(1).strip(), entry.quote(m.group().strip(" \n。.;；"))
    for entry in told:
        if entry.role == "customer" or not entry.public:
            for sentence in _surely(entry):
                if (
                    _SPOKEN[name].search(sentence)
                    and not (name == "expected" and _WRONG.search(sentence))
                    and (name == "expected" or symptomatic(sentence) or not RULED_OUT.search(sentence))
                    and not (name == "actual" and _of_a_way_round(sentence))
                    and whole(re.split("[:：]", sentence)[-1])
                    and not sentence.endswith(("?", "？"))
                    and not shows_nothing(sentence)
                ):
                    return sentence, entry.quote(sentence)
    return None, None
