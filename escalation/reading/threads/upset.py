"""Is a customer upset with us? Then the answer to even a simple question begins with a word of regret."""

from __future__ import annotations

import re

from escalation.text.folding import simplified

_LOUD = 3
"""Words in capitals, one after the other, from which a text is shouted; two may be the name of a thing."""
_SHOUTED = re.compile(rf"(?:\b[A-Z][A-Z'’]+\b[ ,]*){{{_LOUD},}}")
_SPEECH = re.compile(
    r"\b(?:IS|ARE|WAS|THE|NOT|WE|YOU|YOUR|OUR|THIS|THAT|WHY|STILL|AGAIN|NEVER|NOW|NO|MY|IT|HAVE|CAN'?T)\b"
)
"""Somebody speaks in capitals: a row of abbreviations ("CSV PDF XML") has none of these."""
_MARKS = re.compile(r"[!！]\s*[!！]|[?？]\s*[!！]|[!！]\s*[?？]")
_GLAD = re.compile(r"(?i)\b(?:thank|great|perfect|awesome|love|congrat)|谢|赞|太好了|太棒")
_DENIED = r"(?<!\bnot )(?<!n't )(?<!n’t )(?<!\bnever )(?<!\bno longer )"
_WORDS = re.compile(
    rf"(?i){_DENIED}\b(?:furious|livid|fuming|outrag\w+|angry|annoyed|fed up|disgrace\w*|unacceptable|ridiculous"
    r"|appalling|terrible service|last straw|(?:losing|out of) patience|losing (?:trust|faith|confidence)|unverschämt"
    r"|inakzeptabel|inacceptable|ras le bol|scandaleux"
    r"|sick (?:and tired )?of|(?:very|really|extremely|so|deeply) (?:upset|unhappy|disappointed|frustrated|dissatisfied)"
    r"|(?:is|are|am|['’]re|['’]s) (?:upset|frustrated|unhappy)|worst \w+|joke of a|a joke\b|had enough|shameful|pathetic)\b"
)
_IN_CHINESE = re.compile(
    r"(?<![不没未])(?:生气|愤怒|恼火|火大|气愤|发火|发飙|暴怒|大怒|气炸|气死|抓狂|受够|不像话|岂有此理|无语|离谱|太差劲|差劲"
    r"|忍无可忍|(?:很|非常|十分|极其|极度|相当|极为|强烈|太)(?:不满|不爽|失望|生气)|不能接受|无法接受|怨气|骂|太过分|太慢了|说不过去"
    r"|什么态度)(?!的?测试)"
)


def upset(text: str) -> bool:
    """Whether who wrote `text`, or the one it tells of, is angry; shouting tells it as well as words do."""
    shouted = (found[0] for found in _SHOUTED.finditer(text))
    if any(_SPEECH.search(words) for words in shouted) or (_MARKS.search(text) and not _GLAD.search(simplified(text))):
        return True
    return angry(text)


def angry(text: str) -> bool:
    """The same by its words alone."""
    return bool(_WORDS.search(text) or _IN_CHINESE.search(simplified(text)))
