"""Binding: which customer each part of a text speaks of, from the names around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.scanning.names import Key, Named
from escalation.claims.stops import FULL_STOP

_SENTENCE = Lazy(rf"[。！？!?\n]+|{FULL_STOP}|(?<=\])\s+(?=[A-Z\u3400-\u9fff])")
_OTHERS = r"(?:(?:against|versus|vs\.?|compared (?:with|to)|(?:all )?the (?:others?|rest|remaining)\b)|(?:对比|相比|其[余他它]))"
_CLAUSE = Lazy(rf"[,;，；、+]|\b(?:and|while|but|whereas)\b|[和与及而但]|(?<=[\s，,；;]){_OTHERS}")
_OF_OTHERS = Lazy(rf"[\s，,；;]{_OTHERS}\s?$", re.I)
"""Behind such words stand the values of those who are not named."""
TOTAL = Lazy(
    r"\b(?:(?<!of the )total|together|combined|altogether|in all|sum)\b|合计|总计|共计|一共|总共|加起来|合共", 2
)
_RESPECTIVELY = Lazy(r"\brespectively\b|分别", re.I)
_FRONTED = Lazy(r"\s*(?:with|at|on|worth|carrying|paying|by)\b|\s*(?:以|凭)", re.I)
"""A phrase set before its subject: "With $43,200 in ARR, Chenyao …"."""
_AT = Lazy(r"\s?(?:at|from|by|with|for)\s(?:the )?|\s?[(（]\s?", re.I)
_THEIRS = Lazy(r"\s*(?:its|their|it|they|this customer|the customer|其|该客户|该公司|他们|它)", re.I)


class Binding:
    """Groups of customers by position. A claim speaks of the customers its clause names, else of those named before it."""

    def __init__(self, text: str, named: Sequence[Named], claimed: Sequence[Claim]) -> None:
        self._paired: dict[int, frozenset[Key]] = {}
        self._starts: list[int] = []
        self._groups: list[frozenset[Key]] = []
        last: frozenset[Key] = frozenset[Key]()
        for start, end in _pieces(text, _SENTENCE, 0, len(text)):
            if not _THEIRS.match(text, start):
                last = frozenset[Key]()
            last = self._sentence(text, (start, end), last, named, [claim.start for claim in claimed])
            self._followed(text, [each for each in named if start <= each[0] < end], claimed)
            if _RESPECTIVELY.search(text, start, end):
                self._pair([each for each in named if start <= each[0] < end], claimed, (start, end))

    def at(self, position: int) -> frozenset[Key]:
        """The customers spoken of there; empty when none is named."""
        if position in self._paired:
            return self._paired[position]
        index = bisect_right(self._starts, position) - 1
        return self._groups[index] if index >= 0 else frozenset()

    def _sentence(
        self, text: str, span: tuple[int, int], last: frozenset[Key], named: Sequence[Named], claimed: Sequence[int]
    ) -> frozenset[Key]:
        none: frozenset[Key] = frozenset()
        pending, group, spoken = none, last, none
        for start, end in _pieces(text, _CLAUSE, *span):
            inside = [each for each in named if start <= each[0] < end]
            numbers = [each for each in claimed if start <= each < end]
            if inside and not numbers:
                pending |= {each[2] for each in inside}
                self._put(start, pending)
                continue
            if not inside and _OF_OTHERS.search(text, max(0, start - 24), start):
                spoken, group, pending = group or spoken, none, none
            if inside:
                group = self._clause(start, inside, numbers, pending)
                if numbers[-1] < inside[0][0]:
                    # "25 at A and 12 in a trial": the name stands behind its number, so the next one is not bound to it.
                    spoken, pending, group = group, none, none
                    continue
            elif not group and not pending and _FRONTED.match(text, start):
                ahead = [each for each in named if end <= each[0] < span[1]]
                group = frozenset({ahead[0][2]}) if ahead else group
                self._put(start, group)
            else:
                group = pending or group
                self._put(start, group)
            pending = none
        return pending or group or spoken

    def _clause(self, start: int, inside: list[Named], numbers: list[int], pending: frozenset[Key]) -> frozenset[Key]:
        """Names with nothing claimed between them belong together; a claim before the first name speaks of that one."""
        group = pending | {inside[0][2]}
        self._put(start, group)
        for before, each in pairwise(inside):
            between = any(before[0] < number < each[0] for number in numbers)
            group = frozenset({each[2]}) if between else group | {each[2]}
            self._put(each[0] if between else start, group)
        return group

    def _followed(self, text: str, named: list[Named], claimed: Sequence[Claim]) -> None:
        """In "from $3,600 at A up to $43,200 at B" each amount is of whom it stands at."""
        for claim in claimed:
            for start, _, key in named:
                if claim.kind == "money" and claim.end < start and _AT.fullmatch(text, claim.end, start):
                    self._paired[claim.start] = frozenset({key})

    def _pair(self, named: list[Named], claimed: Sequence[Claim], span: tuple[int, int]) -> None:
        """In "A and B have 1 and 2 respectively" the first amount is A's, the second B's."""
        inside = [claim for claim in claimed if span[0] <= claim.start < span[1]]
        for kind in {claim.kind for claim in inside}:
            same = [claim for claim in inside if claim.kind == kind]
            if len(same) == len(named) > 1:
                for claim, each in zip(same, named, strict=True):
                    self._paired[claim.start] = frozenset({each[2]})

    def _put(self, start: int, group: frozenset[Key]) -> None:
        if self._starts and self._starts[-1] == start:
            self._groups[-1] = group
        else:
            self._starts.append(start)
            self._groups.append(group)


def _pieces(text: str, divider: Lazy, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [match.end() for match in divider.finditer(text, start, end) if not _inside_number(text, match.start())]
    bounds = [start, *cuts, end]
    return [(first, second) for first, second in pairwise(bounds) if first < second]


def _inside_number(text: str, position: int) -> bool:
    return (
        text[position] == ","
        and text[position - 1 : position].isdigit()
        and text[position + 1 : position + 2].isdigit()
    )


_AHEAD = Lazy(
    r"(?:\b(?:except(?: for)?|apart from|aside from|other than|besides|all but|unlike|with the exception of)(?: the| for)?"
    r"|(?:^|[^扣免解清消删开去排])除了?|不同于|不像)\s?$",
    2,
)
_ALONG = Lazy(r"\s?(?:,|、|,? and|,? or|[和与及或以])\s?", 2)
_REACH = 24


def excepted(text: str, named: Sequence[Named]) -> Iterator[Named]:
    """Each name of a folded text that such words stand before, with those set in a row behind it."""
    last = -1
    for each in named:
        if (last >= 0 and _ALONG.fullmatch(text, last, each[0])) or _AHEAD.search(
            text, max(0, each[0] - _REACH), each[0]
        ):
            last = each[1]
            yield each
        else:
            last = -1


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
