"""How often a fault shows, in words that say by themselves what their sentence says."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.threads.entries import READ, Entry, sentences
from escalation.reading.threads.symptom import symptomatic

_FREQUENCY = re.compile(
    r"(?i)\b(?:(?:about|roughly|around|nearly|almost|over|some) )?(?:a|one|two) (?:third|quarter|half|fifth|tenth)s? of "
    r"(?:(?:the|our|all|its|their) )?\w+"
    r"|(?:约|約|大约|大約|将近|將近)?(?:三分之[一二]|四分之[一三]|五分之[一二三四]|一半的)(?:\w{0,4})"
    r"|(?<!as )(?<!showing )\b(?:always|every (?:single )?time|each time|intermittent(?:ly)?|sometimes|occasionally"
    r"|randomly?|sporadic(?:ally)?|(?:about |roughly )?\d+(?:\.\d+)? ?% of (?:(?:the|our|all|its|their) )?\w+|about \d+ ?%"
    r"|(?:about |roughly "
    r"|around )?(?:one|\d+(?:,\d{3})*) (?:in|out of|of) (?:every )?(?:\d+(?:,\d{3})*|three|four|five|six|eight|ten"
    r"|twelve|twenty)\b(?! ?/)|every (?:few |\d+ )?(?:minutes?|hours?"
    r"|days?)|once an? (?:hour|day|week)|during (?:peak|working|business) hours|consistently|100%)\b"
    r"|\b(?:about |roughly |around |maybe )?(?:one|\d+) (?!of\b)\w+(?: \w+)? (?:in|out of) (?:every )?(?:three|four"
    r"|five|six|seven|eight|nine|ten|twelve|twenty)\b"
    r"|[十几幾百两兩\d]+次(?:里|中)(?:面)?有?[一二两兩几幾\d]+次"
    r"|每次(?:都)?|总是|總是|必现|必現|偶发|偶發|偶尔|偶爾|间歇(?:性)?|間歇(?:性)?|有时|有時|时好时坏"
    r"|大约\d+%|约?\d+次(?:里|中)?有?\d+次|高峰(?:期|时段|時段)|随机|隨機|\d+%的"
)
_OF_OTHER_THINGS = re.compile(r"(?i)every (?!time)|each (?!time)|[^\d\n]*\d.* (?:in|of|out of) ")
"""What people also say of how often they poll, or of a limit that was not reached."""
_COUNTED = re.compile(r"(?i)\d|\b(?:one|two|three) (?:\w+ ){0,2}(?:in|out of|of)\b|次(?:里|中)")
_BEFORE = re.compile(
    r"(?i)\b(?:works?|loads?|opens?|succeeds?|worse|more|less|often|oftener|most(?:ly)?|main(?:ly)?|especially|particularly|chiefly|except|but|not|n['’]t|never|no|nor"
    r"|even|also|outside|besides|only|rarely|hardly|almost|nearly|without) (?:\w+ )?$|n['’]t (?:\w+ )?$"
    r"|(?:不是|并非|並非|不|非|没有|沒有|除了|除|尤其|特别|特別|主要|大多|多数|多數|更|几乎|幾乎|连|連|只有?|避开|避開)(?:[是在会會于於])?$"
)
_AFTER = re.compile(
    r"(?i)[^.;。；]{0,12}\b(?:except|unless|but not|other than|apart from)\b"
    r"|(?i: (?:it |we |they |i |you )?(?:works?|can(?!['’]?t| ?not)|loads?|opens?|succeeds?|goes through|gets? (?:in|through))\b)"
    r"|[^。；，]{0,3}(?:能|可以|成功|正常|好了|进得|進得)"
    r"|[^。；]{0,6}(?:更|尤其|特别|特別|最)|(?:以外|之外|外)|[^。；]{0,12}(?:除了|除非|但不|但没|但沒)"
)
"""Words that turn or limit what stands beside them: without them a part of the sentence says something else."""
_CAME_BACK = re.compile(
    r"(?i)^(?: \w+){0,4}? (?:re-?connect\w*|recover\w*|restored|(?:(?:is|are|was|were|now) )+(?:\w+ )?(?:back|up|online|fixed)\b"
    r"|(?:came|come|comes) (?:back|up)(?=\W*$| (?:at|by|on|online|up|after|now|again|since)\b)|(?:work\w*|online|up) again)"
    r"|^[^，。；,]{0,8}(?:恢复|恢復|重新上线|重新上線|已上线|回来了|回來了|修好)"
)
"""A share of what is mended tells how far the mending is."""


def how_often(told: list[Entry]) -> tuple[str, Quote] | None:
    """The first that is counted, else the first; the whole sentence where a part of it would say something else."""
    said = [
        (words, entry.quote(sentence))
        for entry in told
        for words, sentence in _said_in(entry.text)
        if symptomatic(sentence) or not _OF_OTHER_THINGS.match(words)
    ]
    return next((one for one in said if _COUNTED.search(one[0])), next(iter(said), None))


@lru_cache(maxsize=READ)
def _said_in(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            sentence if _BEFORE.search(sentence[: m.start()]) or _AFTER.match(sentence[m.end() :]) else m.group(),
            sentence,
        )
        for sentence in sentences(text)
        if not sentence.endswith(("?", "？"))
        for m in _FREQUENCY.finditer(sentence)
        if not _CAME_BACK.search(sentence[m.end() :])
    )
