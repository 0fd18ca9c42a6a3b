"""Where the conversation with the customer stands: our last word to them, what they expect and by when, what they threaten."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from escalation.reading.quote import Quote
from escalation.reading.signals.polarity import assertions
from escalation.reading.threads.appointments import wishes_to_talk
from escalation.reading.threads.confirmed import confirms
from escalation.reading.threads.entries import READ, Entry, between, entries, sentences
from escalation.reading.threads.mood import at_ease
from escalation.reading.threads.our_word import without_broken_word
from escalation.reading.times.deadlines import deadline, names_limit
from escalation.reading.uncovered import uncover
from escalation.records import Account, Ticket

_WISH = re.compile(
    r"\b(?:need|(?<!it )needs|want|wants|expect\w*|require[sd]?|must|have to|has to|please (?:fix|restore|get"
    r"|make sure|resolve|confirm|send|let|give|tell|call|escalate|update)|asap"
    r"|(?:would|['’]d) be (?:great|good|nice|helpful|useful)"
    r"|(?<!not )(?<!nothing )urgent\w*(?! (?:requests?|tickets?|cases?|calls?|issues?|messages?)\b)|would like"
    r"|['’]d like|hope|please(?=\W*$)"
    r"|^\W*(?:so |and |now )?(?:tell|give|send|show|call) (?:me|us)"
    r"|by when|when (?:will|can)|demand\w*|insist\w*|unless)\b"
    r"|\b(?:muss|müssen|müsste|brauchen|bitte|dringend|verlang\w+|besoin|demande|veuillez|merci de|il (?:nous )?faut"
    r"|do(?:it|ivent|vons))\b"
    r"|需要|要求|希望|(?<![申邀聘报宴])请(?![问教假求])|务必|必须|尽快|麻烦|期望|要(?:用|付|交|出|发|开)|得(?:在|要|赶)"
    r"|恢复.{0,4}吗|能不能|能否|可否|最好(?:能|可以)|什么时候|何时|(?:(?:周|星期)[一二三四五六日天]|[今明后]天|\d[日号]|月底|月初|下周|本周)就?要(?![么是求不])"
)
_DUE = re.compile(
    r"\b(?:by|before|until|within|no later than|due|deadline|in time for)\b|\b(?:on|for|this"
    r"|next)(?: the)? (?:mon|tue|wed|thu|fri|sat|sun)|\b(?:today|tonight|tomorrow|this (?:week|month))\b"
    r"|\b(?:bis|avant|d'ici|pour le|au plus tard)\b|前|之内|以内|小时内|天内"
    r"|截止|要用|今晚|今天|明[天早晚]|后天|周[一二三四五六日]|月底|\d\s*[日号]前"
)
_STANDS = re.compile(
    r"\b(?:bank|cut-?off|deadline|payroll|pay ?run|run|file|books?|close|payday|period|window|registration|enrol\w+|board"
    r"|trustees|council|governors|directors|shareholders|assembly|group|jury|panel|committee|auditors?|inspection|hearing|launch|go-?live|event|conference|exams?|training|opening|minutes|return)\b"
    r"[^.;,]{0,24}?\b(?:pulls?|collects?|closes?|close|opens?|starts?|begins?|is|are|meets?|convenes?|votes?|sits?"
    r"|leaves?|runs?|goes|takes? place)"
    r"(?: (?:due|at|on|by|the|it|them|file|live|out|for \w+))* (?:noon|midnight|tomorrow|today|tonight|this (?:week|month)"
    r"|(?:next )?(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?\b|\d)"
    r"|\b(?:board|trustees|council|governors|directors|committee|assembly|management|leadership) (?:will |is to )?"
    r"(?:reviews?|decides?|discuss(?:es)?|considers?|votes?|meets?)\b[^.;,?]{0,30}? (?:on|by) (?:the )?"
    r"(?:\d|(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?\b"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)"
    r"|\b(?:our |the )?next (?!update|reply|call|release|version|invoice|payment|bill|renewal)(?:\w+ ){1,3}?"
    r"(?:is|starts?|begins?|opens?|takes place)(?: on| at)? (?:the )?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?\b|tomorrow\b|tonight\b"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|\b(?:we|they) (?:pay|open|launch|ship|close|go live|file|vote|present|meet)\b(?: \w+){0,2}? (?:tomorrow|today|tonight"
    r"|on (?:mon|tue|wed|thu|fri|sat|sun)\w*|on the \d)"
    r"|(?:[董理监]事会|委员会|股东[大]?会|校[董务]会|高层|管理层|评审|开标|投标|招标|盘点|验收|考试|审计|发薪|发工资|对账|月结)"
    r"[^，。；！？的]{0,3}?(?:在|是|定在|就在)?(?:(?:周|星期)[一二三四五六日天]|[明后]天|下周[一二三四五六日天]?"
    r"|(?:\d{1,2}\s*月\s*)?\d{1,2}\s*[日号]|月底)(?!之?后|以后|以来|起|的)"
    r"(?:就?要?(?:开会|开始|进行|表决|讨论|审议|拍板|决定|过会|来))?(?=[，。；！？,;!?\s]|$)"
    r"|\b(?:audit|inspection|hearing|board meeting|stocktake|exam|demo|go-?live|launch|payroll|pay ?run|filing|cut-?off|roster"
    r"|(?:month|quarter|year)[- ]end(?: close)?)\b(?: (?:is|are|on|due|at|by|this|next|coming))*"
    r" (?:noon|midnight|tomorrow|today|tonight|(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?\b"
    r"|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d)"
    r"|(?<![上每])(?:(?:周|星期)[一二三四五六日天]|[今明后]天|下周[一二三四五六日天]?|(?:\d{1,2}\s*月\s*)?\d{1,2}\s*[日号]|月底)"
    r"(?:就?要|有|就是?|会)?[一-鿿]{0,4}?(?:[董理监]事会|审计|稽核|检查|盘点|验收|考试|开标|投标|评审|发薪|发工资|月结|关账|结账|上线|开业|抽查|路演|股东大?会)"
    r"(?![过完了时后出的中])(?!发现)"
    r"|\b(?:can ?not|can['’]t|won['’]t be able to|unable to) (?:open|launch|go live|ship|trade|serve|start|run)\b[^.;?]{0,40}?"
    r" (?:on|by) (?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)day\b|\d{1,2}(?:st|nd|rd|th)? [a-z]{3}|the \d)"
    r"|(?:(?:周|星期)[一二三四五六日天]|[明后]天|\d{1,2}\s*[日号])[^，。；]{0,6}?(?:没法|无法|不能|没办法)"
    r"(?:开业|开店|开张|上线|开学|发货|开工|营业|出货)"
    r"|\b(?:avant|bis) \d{1,2} ?(?:h|uhr)\b|\bdecides?\b[^.;]{0,40}\b(?:by|before|on)\b"
)
"""A day or an hour that stands, whoever wishes what: the bank collects, the run is, the board meets."""
_WAS = re.compile(
    r"\b(?:was|were|had been|happened|saw|came|broke|failed|stopped)\b[^.;,]{0,16}\bon (?:mon|tue|wed|thu|fri|sat|sun)\w*"
)
"""A day that is told of what was."""
_DECIDING = re.compile(r"\bdeci(?:des?|ded|ding|sion)\b|决定|拍板")
_OR_WHAT = re.compile(
    r"^\W*(?:(?:please|and|so|now|just|kindly) )*(?:fix|solve|resolve|restore|repair|sort|mend|correct|get|bring|make|send|give"
    r"|deliver|finish|answer|call|do|let|put)\b|\bplease \w+"
    r"|\b(?:if|unless)\b[^.;]{0,200}?\b(?:not?|n['’]t|still|unless|works?|solved|fixed"
    r"|resolved|done)\b|\b(?:otherwise|or else|or (?:we|i|they))\b"
    r"|(?:如果|若|要是|假如)[^。；]{0,100}?(?:不|没|未)|否则|不然"
    r"|(?:不|没|未)[^，。；]{1,8}?[，,]?(?:我们|我司|公司)?就",
    re.IGNORECASE,
)
"""An order, or what follows if it is not done: with a limit that is ahead it is a wish, whatever its words."""
_BEFORE_THAT = re.compile(r"^\W*(?:before (?:that|then)|until then|by then|在此之前|在这之前|此前|届时)")
"""The limit stands in the sentence before."""

_THANKS = re.compile(
    r"(?i)^(?:(?:many |ok,? |great,? |perfect,? )?thanks?(?: you)?(?: (?:a lot|so much|very much|again|all))?|ok|okay"
    r"|great|perfect"
    r"|好的?|收到|谢谢您?|感谢|多谢|了解)[\s!.,。！，~]*(?:[^\n.!?。！？]{0,12}[!.。！]*)?$"
)
_OTHER_DATE = re.compile(
    r"\b(?:renew\w*|contract (?:ends|expires|runs out)|released?|went live"
    r"|rolled out)\b[^,.;]{0,24}?(?=\band\b|\bso\b|\bbut\b|[,.;]|$)"
    r"|[^，。；,]{0,10}到期[^，。；,]{0,12}"
    r"|(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:底|初|末|中旬|\d{1,2}[日号號])?[要就该該]?)?(?:续约|續約|上线|上線|发布|發布)[^，。；,]{0,12}"
)
"""What has a date of its own: a renewal or a release is not by when the customer wants an answer."""
THREATS = ("churn_threat", "executive_involved", "legal_or_pr")


@dataclass(frozen=True)
class CommunicationFound:
    """`deadline` is the instant (UTC) of the expectation's day and hour; `threats` are the customer's words."""

    last_update: Quote | None = None
    expectation: Quote | None = None
    deadline: datetime | None = None
    threats: tuple[Quote, ...] = ()


def communication(
    tickets: Iterable[Ticket], accounts: Mapping[str, Account] | None = None, now: datetime | None = None
) -> CommunicationFound:
    """`accounts` by id give the time zone in which a customer's "Monday 9am" is meant; without one UTC is taken.

    With `now`, of the customers' latest wishes that have a day the one that is due next counts; without, the latest.
    """
    tickets = list(tickets)
    zones = {t.id: account.timezone for t in tickets if (account := (accounts or {}).get(t.account_id or ""))}
    told = sorted((e for t in tickets for e in entries(t)), key=lambda e: e.at)
    updates = [e for e in told if e.role == "agent" and e.public]
    heard = [e for e in told if e.role == "customer"]
    wish, due = _next(heard, zones, now) or _expectation(heard, zones)
    return CommunicationFound(
        last_update=updates[-1].quote(updates[-1].text.strip()) if updates else None,
        expectation=wish,
        deadline=due,
        threats=tuple(_threats(heard)),
    )


def last_word(tickets: Iterable[Ticket], until: datetime) -> tuple[Quote | None, bool]:
    """What a customer wrote last after opening their first of these tickets, and whether we replied to them since; (None, …)
    when that is mere thanks or says that it works. Who opens another ticket of the matter wrote again."""
    told = [(e, ticket) for ticket in sorted(tickets, key=lambda t: t.created_at) for e in entries(ticket)]
    told = [(e, ticket) for e, ticket in told if e.public and e.at <= until]
    first = {_writer(ticket): ticket.id for _, ticket in reversed(told)}
    heard = [
        (e, ticket) for e, ticket in told
        if e.role == "customer" and (e.at > ticket.created_at or first[_writer(ticket)] != ticket.id)
    ]  # fmt: skip
    if not heard:
        return None, False
    last, on = max(heard, key=lambda one: one[0].at)
    if is_thanks(last.text) or confirms(last.text):
        return None, False
    replies = (e for e, ticket in told if e.role == "agent" and _writer(ticket) == _writer(on))
    return last.quote(last.text.strip()), any(e.at > last.at for e in replies)


def _writer(ticket: Ticket) -> str:
    return ticket.account_id or ticket.id


def is_thanks(text: str) -> bool:
    """Whether it only thanks, and asks for nothing more."""
    return _THANKS.match(text.strip()) is not None


def _next(
    heard: list[Entry], zones: Mapping[str, str | None], now: datetime | None
) -> tuple[Quote | None, datetime | None] | None:
    """Of each ticket's latest dated wish the one that is due next, still ahead; None where none is."""
    if now is None:
        return None
    tickets = dict.fromkeys(e.ticket for e in heard)
    told = [_expectation([e for e in heard if e.ticket == ticket and e.at <= now], zones, now) for ticket in tickets]
    ahead = [(due, wish) for wish, due in told if due is not None and due > now]
    if not ahead:
        return None
    due, wish = min(ahead, key=lambda one: one[0])
    return wish, due


def _expectation(
    heard: list[Entry], zones: Mapping[str, str | None], now: datetime | None = None
) -> tuple[Quote | None, datetime | None]:
    """The latest wish with a day or hour, of two in one text one that is ahead at `now`; else the latest wish."""
    undated: Quote | None = None
    for entry in reversed(heard):
        words, due = _wish_in(entry.text, entry.at, zones.get(entry.ticket), now)
        if words is not None and due is not None:
            return entry.quote(words), due
        if words is not None and undated is None:
            undated = entry.quote(words)
    return undated, None


@lru_cache(maxsize=READ)  # asked of a customer's tickets, of all of them together, and again at the next question
def _wish_in(
    text: str, at: datetime, zone: str | None, now: datetime | None = None
) -> tuple[str | None, datetime | None]:
    """The words of the latest wish of one entry, written `at`, that has a day or hour, one that is ahead at `now` before others,
    and that instant; else of the latest.

    A call or a meeting that somebody wishes for is a wish, and its day no day by which anything must be done.
    """
    undated: str | None = None
    passed: tuple[str, datetime] | None = None
    told = sentences(text)
    for before, sentence in reversed([*zip(["", *told], told, strict=False)]):
        own = without_broken_word(sentence, text)
        plain = uncover(own).text
        if at_ease(sentence):
            continue
        if wishes_to_talk(sentence):
            undated = undated or sentence
            continue
        wishes = _WISH.search(plain) is not None
        if wishes and _BEFORE_THAT.search(plain):
            due = deadline(before, at, zone)
            if due is not None and due > at:
                return between(text, before, sentence), due
        binding = _OR_WHAT.search(plain) is not None and names_limit(of_this_matter(own), at, zone)
        if binding or stands(own) or (_DUE.search(plain) and (wishes or _said_deadline(own))):
            due = deadline(of_this_matter(own), at, zone)
            if due is not None and due > (now or at) >= at:
                return sentence, due
            passed = passed or ((sentence, due) if due is not None and due > at else None)
        if undated is None and wishes:
            undated = sentence
    return passed or (undated, None)


def stands(sentence: str) -> bool:
    """Whether it names a day or hour that stands by itself: "Bank cut-off is noon", "the run is Friday"."""
    plain = uncover(sentence).text
    return _STANDS.search(plain) is not None and not sentence.endswith(("?", "？"))


def names_due(answer: str) -> bool:
    """Whether a text sets a limit in words ("before the audit", "by Friday")."""
    return _DUE.search(uncover(answer).text) is not None


def of_this_matter(sentence: str, gap: str = " ") -> str:
    """Without days of something else: a renewal's (unless it is decided then), a release's, of what was. `gap` stands for each
    that was left out: what is quoted marks it."""
    told = _WAS.sub(gap, sentence)
    return told if _DECIDING.search(uncover(told).text) else _OTHER_DATE.sub(gap, told)


def _said_deadline(sentence: str) -> bool:
    return any(a.signal in {"deadline", "compliance_deadline"} for a in assertions(sentence))


def _threats(heard: list[Entry]) -> Iterable[Quote]:
    for entry in heard:
        for sentence in sentences(entry.text):
            if any(a.signal in THREATS and a.polarity == "affirmed" for a in assertions(sentence)):
                yield entry.quote(sentence)
