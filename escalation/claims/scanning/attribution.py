"""Attribution: whether a sentence says that somebody said it, instead of stating it as a fact."""

from __future__ import annotations

import re

from escalation.claims.lazy import Lazy

_SAID = Lazy(
    r"\breport(?:ed|er|ers|edly|ing)\b|(?<!the )(?<!of )(?<!first )(?<!\d )(?<!bug )\breports?(?= (?:that\b|[\w]+))"
    r"(?! (?:came|are|is|was|were|in)\b)|"
    r"\b(?:says?|said|saying|tells?|told|writes?|wrote|states?|stated|claims?|claimed|"
    r"mention(?:s|ed)?|describes?|described|alleg(?:es?|ed|edly)|according to|unconfirmed|unverified|in the words of|"
    r"asks?|asked|lists?|listed|counts?|counted|speaks? of|spoke of|puts? |"
    r"wants?|wanted|wish(?:es|ed)?|expects?|expected|expectation|requests? (?:that|an?)|requested|demands?|demanded|"
    r"needs?|hopes?|hoped|requires?|required)\b"
    r"|上报|反馈|反映|报告|声称|自述|称|据|表示|说|提到|指出|告知|描述|转述|未经证实|未核实|要求|希望|期望|期待|预期|需要|催",
    re.I,
)

_DUE = Lazy(r"\bdeadlines?\b|\bdue\b|\bno later than\b|截止|期限|最晚|最迟|务必", re.I)


_PART = Lazy(r"[;；]|—|\b(?:but|while|whereas|however)\b|但|而且|然而|不过", re.I)


def part_at(sentence: str, offset: int) -> str:
    """The part of a sentence in which somebody is speaking or not: what one is said to have said ends with it."""
    start, stop = _PART.around(sentence, max(0, offset), offset)
    return sentence[start:stop]


_COUNTED = Lazy(
    r"\s?(?:\w+ ){0,2}?(?:customers?|clients?|compan(?:y|ies)|accounts?|users?)(?: have| has| had)?(?: already| also| now)? "
    r"(?:reported|complained|said|told|asked)\b|[家位个名]?(?:客户|公司|企业|用户)?(?:都|已|也|均|先后|陆续)*(?:反馈|反映|报告|上报|提到|要求)",
    re.I,
)


def uncounted(sentence: str, end: int) -> str:
    """The sentence with "customers reported" behind a number that ends at `end` blotted out: those who are counted as
    speaking do not say how many they are."""
    match = _COUNTED.match(sentence, end)
    return sentence[: match.start()] + " " * len(match[0]) + sentence[match.end() :] if match else sentence


def attributed(sentence: str) -> bool:
    """Whether the sentence gives a speaker's words or wishes: "the reporter says …", 客户反馈…, "they want … by …"."""
    return bool(_SAID.search(sentence))


def wished(sentence: str) -> bool:
    """Whether the sentence tells a deadline: that is somebody's wish, whoever writes it."""
    return bool(_DUE.search(sentence))
