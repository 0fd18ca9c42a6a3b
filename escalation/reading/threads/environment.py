"""Browsers, systems, versions, plans and regions that threads name: where a fault shows, and where it is said not to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.threads.entries import READ, Entry, sentences
from escalation.reading.threads.noted import END
from escalation.reading.threads.showing import never_came
from escalation.reading.threads.symptom import symptomatic
from escalation.reading.uncovered import uncover

_ENVIRONMENT = re.compile(
    r"(?i)\b(?:google )?(?:chrome|firefox|safari|edge|opera)\b(?: (?:version )?v?\d[\d.]*)?|\b(?:windows"
    r"|win) ?(?:1[01]|[78]|server \d+)\b(?: pro)?|\bmac ?os(?: [a-z]+)?(?: \d[\d.]*)?|\b(?:ios|ipados"
    r"|android|ubuntu|debian|centos) ?\d[\d.]*"
    r"|\biphone (?:\d+[a-z]*|se|x[rs]?)(?![\w])(?: pro| max| plus)*|\b(?:python|node|java|go|php|ruby"
    r"|\.net|js|rest) sdk(?: v?\d[\d.]*)?"
    r"|\bsdk v?\d[\d.]*|\b(?:app|client|desktop app|mobile app|plugin|agent|connector|release|version"
    r"|build|firmware)(?: version)? v?\d+(?:\.\d+)+|\bv\d+\.\d+(?:\.\d+)?\b"
    r"|(?<![\d.:/])\d{1,4}\.\d{1,3}\.\d{1,3}(?:-[a-z]+\d*)?(?![\d.]*\d)"
    r"|\b(?:enterprise|professional|starter|team|business|trial) plan\b|\b(?:eu|us|ap|cn|uk)-(?:west"
    r"|east|central|north|south|southeast|northeast)-?\d\b|\b(?:eu|us|apac|emea) (?:region|cluster"
    r"|data ?cent(?:er|re))\b"
    r"|(?:客户端|客戶端|版本|桌面端|移动端|安卓|微信)\s*(?:版本)?\s*v?\d+(?:\.\d+)+|企业版|企業版|专业版"
    r"|專業版|试用版|(?:华东|华北|华南|欧洲|美国|新加坡)(?:区域|节点|机房)|\bpostgres\w* \d[\d.]*"
    r"|\b(?:lte|[345]g|wi-?fi)(?= (?:cam(?:era)?s?|devices?|units?|models?|modems?|routers?|gateways?)\b)"
    r"|\b(?-i:[A-Z][a-z]{2,11} [A-Z][A-Z0-9]{1,5}) \((?:19|20)\d\d\)"
    r"|\b[a-z]{1,4}-\d{1,4}(?=,? (?:on |with )?(?:firmware |v|version )?\d+\.\d)"
    r"|(?:(?<=升级)|(?<=升级到)|(?<=升級)|(?<=升級到)|(?<=更新到))v?\d+(?:\.\d+)+|(?:固件|韧体|韌體)\s*(?:版本)?\s*v?\d+(?:\.\d+)+"
    r"|\bokta\b|\bazure ad\b|\bentra id\b"
)
_MENDED_IN = re.compile(
    r"(?i)\bbe gone (?:in|with) (?:version |release |v)?$"
    r"|\b(?:fix(?:ed)?|solved|mended|corrected|patched|shipped|closed|done|released) (?:\w+ ){0,2}?(?:in|with"
    r"|by) (?:version |release |v)?$"
    r"|(?:修复|修復|修正|关闭|關閉|解决|解決)(?:于|於|在|版本)[^，。]{0,3}$"
)
_MENDS = re.compile(
    r"(?i)^,? (?:which |that )?(?:will |should |already )?(?:fix(?:es)?|solves?|mends?|cures?|(?:has|holds|contains?|brings?)"
    r" (?:the|a) fix)\b"
    r"|^,? (?:which |that )?(?:is|are)(?: not|n['’]t) (?:yet )?(?:out|released|available|live)\b"
    r"|^ (?:is|comes?|ships?|will be|goes) (?:\w+ )?(?:planned|due|scheduled|expected|released|out|live)\b(?! (?:since|for))"
    r"|^\s*(?:版本?|里|中|会|會|将|將|已|就|才|都|能|可以?|经|經){0,4}(?:修[复復好正了]|解[决決])"
    r"|^\s*(?:版本?|会|會|将|將|要|预计|預計|计划|計劃){0,3}[^，。；]{0,6}(?:发布|發布|上线|上線|推出)(?!之?后|之?後|以来|以來|以后|以後)"
)
"""It mends what is told, or is not out: nobody has met the fault there."""
_ASKED_FOR = re.compile(r"(?i)\bplease\b|请(?!求)|請(?!求)|麻烦|麻煩")
_BACK_TO = re.compile(
    r"(?:\b(?:rolled|went|gone|moved|switched|put)\b[^,;]{0,40}\bback to|\b(?:reverted|downgraded)\b[^,;]{0,30} to)"
    r"(?: (?:the|version|release|v))* ?$|(?:回退|回滚|退回|降级|降回|退)(?:了)?[到至回]?(?:版本)?\s*$"
)
"""Who went back to a version met the fault on another: how it was then is told after it."""
_NONE_OF = re.compile(
    r"(?:\b(?:0|none|zero) (?:of|out of|in) (?:the )?\d+|\d+\s*次(?:里|中)?面?有?\s*(?:0|零)\s*次)\W*$"
)
_SOME_OF = re.compile(
    r"\b[1-9]\d* (?:of|out of|in) (?:the )?\d+|\d+\s*次(?:里|中)?面?有?\s*[1-9]\d*\s*次", re.IGNORECASE
)
_CLAUSE = re.compile(r"[,，;；。]|(?<=\s)(?:but|while|whereas|yet|and)(?=\s)|但是?|而(?!且)|不过|不過|可是|、")
_WORKS = re.compile(
    r"\b(?:works|worked|work(?:ing)? (?:fine|well|right|ok|okay|correctly|normally|there|in|on|with|under|as)|work$)"
    r"|\b(?:is|are|was|were|stays?|still|all|looks?) (?:\w+ )?(?:fine|ok|okay|good|right|correct|normal|unaffected)\b"
    r"|\b(?:is|are|was|were|been|stays?|stayed|all|runs?|ran|now) (?:\w+ )?(?:clean|quiet|stable)\b|(?<!不)(?<!不太)稳定(?!性)"
    r"|\b(?:fine|ok|okay|not affected|no (?:such )?(?:problems?|issues?|trouble|faults?))\b|\bnever (?:happens|fails|occurs)\b"
    r"|\b(?:does|did|do)(?:n['’]t| not) (?:happen|occur|fail)\b"
    r"|\b(?:it|this|that|the (?:error|fault|problem|issue|bug)) (?:does|did)(?:n['’]t| not) (?:show|come|appear)\b"
    r"|正常|没问题|没有?(?:这个|此|该|这种|任何)?(?:问题|情况|现象)|没事|好的$|不受影响|不会(?:发生|出错)"
    r"|不会?出现(?:这个|此|该|这种|同样的?)?(?:问题|情况|现象)|能用|可用"
)
_WORKS_NOT = re.compile(
    r"(?:not|n['’]t|no longer|never|hardly|nobody|stop\w*|cannot|barely) (?:\w+ ){0,2}?(?:work|fine|right|ok|good|correct|normal)"
    r"|\b(?:until|till|up to)\b|不能用|不可用|无法用|直到"
    r"|(?:不|无法|不能|没有?|没法|未|恢复|难以)\w{0,2}正常"
)
_UNTIL = re.compile(r"\b(?:before|prior to)(?: (?:the|our|version|update|upgrade|release|to|of))* $")
_BY_THEN = re.compile(r" ?(?:版本?)?(?:以前|之前|前)")
"""What it was before a version says nothing good of that version."""
_PEOPLE_WORK = re.compile(
    r"\b(?:we|i|they|you|people|staff|team|users?|colleagues?|everyone|everybody|who|all|office|company)(?: \w+)? work(?:s|ed)?\b"
    r"|\b(?:can|could|to|must) work (?:in|on|with|under)\b"
)
"""People work with a browser: that says nothing of the fault."""
_EXCEPT = re.compile(
    r"(?:\bnot|n['’]t|\bexcept|\bother than|\bunlike|\bapart from|\boutside)"
    r"(?: (?:on|in|with|for|under))?(?: (?:the|version|our))? $|除了? ?$"
)
_LEAD_IN = re.compile(r"^\W*(?:in|on|with|under|at|for|using|在|用)\b|^\W*[在用]")
_CHANGED = re.compile(r"\b(?:since|after|now|today)\b|升级|更新|之后|以后|后来|现在|今天")
"""What came later: it tells of another state than the one in which it worked."""
_SMALL = re.compile(r"\b(?:not|only|even|also|except|the|version|our|both|all|too)\b")
_PREDICATE = re.compile(r"[a-z]{3,}|[\u4e00-\u9fff]{2,}")


def environment(told: list[Entry]) -> tuple[list[tuple[str, Quote]], list[tuple[str, Quote]]]:
    """What is named with its sentence: first where the fault shows, then where it is said not to and nowhere said to show."""
    named = [
        (words, fine, e.quote(sentence))
        for e in told
        for words, fine, sentence in _named_in(e.text)
        if e.role == "customer" or not _ASKED_FOR.search(sentence)
    ]
    shows = [(words, quote) for words, fine, quote in named if not fine]
    shown = {words.casefold() for words, _ in shows}
    return shows, [(words, quote) for words, fine, quote in named if fine and words.casefold() not in shown]


def distinct(named: list[str]) -> tuple[str, ...]:
    """Each once, and "7.4.1" not beside "App 7.4.1"."""
    once = list({words.casefold(): words for words in reversed(named)}.values())[::-1]
    return tuple(w for w in once if not any(w.casefold() in o.casefold() and w != o for o in once))


@lru_cache(maxsize=READ)
def _named_in(text: str) -> tuple[tuple[str, bool, str], ...]:
    """What of it stands in a text, whether it works there, and the sentence; a version that mended it is neither."""
    found: list[tuple[str, bool, str]] = []
    before = ""
    for sentence in sentences(text):
        named = [m for m in _ENVIRONMENT.finditer(sentence) if not _mended(sentence, m)]
        if named and not sentence.endswith(("?", "？")):
            clauses = _Clauses(sentence, [m.span() for m in named])
            none = bool(_NONE_OF.search(sentence) and _SOME_OF.search(before) and len(named) == 1)
            told = [(m, none or clauses.works(*m.span())) for m in named]
            found += [(m.group().strip(END), fine, sentence) for m, fine in told if fine is not None]
        before = sentence
    return tuple(found)


def _mended(sentence: str, named: re.Match[str]) -> bool:
    return bool(_MENDED_IN.search(sentence[: named.start()]) or _MENDS.search(sentence[named.end() :]))


class _Clauses:
    """The clauses of a sentence, to say of an offset whether what stands there is said to work."""

    def __init__(self, sentence: str, named: list[tuple[int, int]]) -> None:
        folded = uncover(sentence).text
        self.plain = folded if len(folded) == len(sentence) else sentence
        self.named = named
        cuts = [m.span() for m in _CLAUSE.finditer(self.plain) if not any(a < m.start() < b for a, b in self.named)]
        self.spans = list(zip([0, *(b for _, b in cuts)], [*(a for a, _ in cuts), len(self.plain)], strict=True))

    def works(self, offset: int, end: int) -> bool | None:
        """None where it was only gone back to, and nothing is said of how it was then."""
        at = next(n for n, (start, stop) in enumerate(self.spans) if start <= offset <= stop)
        if _BACK_TO.search(self.plain[self.spans[at][0] : offset]):
            return self._since(at, end)
        if _UNTIL.search(self.plain[:offset]) or _BY_THEN.match(self.plain[end:]):
            return False
        if _EXCEPT.search(self.plain[self.spans[at][0] : offset]):  # "not on 8.4.0" says the contrary of what was said
            said = next((n for n in range(at, -1, -1) if not self._bare(n)), at)
            return not self._said_to_work(said)
        return self._said_to_work(next((n for n in self._spoken_of(at) if not self._bare(n)), at))

    def _since(self, at: int, end: int) -> bool | None:
        """How it was after that: in the rest of the clause and those that follow, until another place is named."""
        for n in range(at, len(self.spans)):
            start, stop = self.spans[n]
            if n > at and any(start <= a < stop for a, _ in self.named):
                return None
            words = self.plain[end if n == at else start : stop]
            if _WORKS.search(words) and not _WORKS_NOT.search(words):
                return True
            if symptomatic(words):
                return False
        return None

    def _said_to_work(self, n: int) -> bool:
        words = self.plain[slice(*self.spans[n])]
        if never_came(words):
            return True
        if not _WORKS.search(words) or _WORKS_NOT.search(words) or _PEOPLE_WORK.search(words):
            return False
        return not self._fails_after(n)

    def _spoken_of(self, at: int) -> Iterator[int]:
        """Which clause says what there is: this one, the one that a lead-in goes on in, or the one that a list goes on from."""
        before, after = range(at - 1, -1, -1), range(at + 1, len(self.spans))
        leads = _LEAD_IN.match(self.plain[slice(*self.spans[at])])
        return iter((at, *after, *before) if leads or not at else (at, *before, *after))

    def _bare(self, n: int) -> bool:
        """Whether a clause only names something of the environment."""
        start, end = self.spans[n]
        kept = "".join(
            c for i, c in enumerate(self.plain[start:end], start) if not any(a <= i < b for a, b in self.named)
        )
        return not _PREDICATE.search(_SMALL.sub("", _LEAD_IN.sub("", kept)))

    def _fails_after(self, told: int) -> bool:
        """A fault told of the same place: nothing else was named by then, and nothing had changed."""
        for start, end in self.spans[told + 1 :]:
            words = self.plain[start:end]
            if any(start <= a < end for a, _ in self.named) or _CHANGED.search(words):
                return False
            if symptomatic(words):
                return True
        return False
