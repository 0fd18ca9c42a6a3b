"""People: a person credited with a role, a customer or a deed that the records give to somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import words
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.reasons import Reason
from escalation.claims.scanning.names import meant
from escalation.claims.scene.mentions import Mention, ends_in_office, offices_in
from escalation.claims.scene.parts import Parts
from escalation.claims.scene.scene import Person, short_forms
from escalation.claims.support.index import resolve

_CSM = r"(?:CSM|customer success manager|客户成功经理)"
_BELONGS = Lazy(r"\s?(?:,|\(|at|of|from|over at|here at)\s(?:the )?$", re.I)
_THEN = r"(?: \w+ly| then| also| now| first| already| himself| herself)?"
_OF_THEIRS = Lazy(r"'s |\s?的\s?|\s?")
_WROTE = Lazy(
    rf"^(?: has| have| had)?{_THEN},? "
    r"(?:(?:said|says|told us) in (?=[A-Z]+-?\d|tickets?\b)|wrote|writes|answered|replied|reported|opened|filed|submitted|raised|"
    r"acknowledged|promised|apologi[sz]ed|posted|suspended|disabled|revoked|rolled|reset|asked|reproduced|confirmed|noted|suggested|pointed|"
    r"restarted|released|checked|ruled out)\b"
    r"|^\s?在[^，。；]{1,16}[里中内上](?:也|还|又|曾)?(?:写|说|提|问|称|指出|表示|留言|要求)"
    r"|^\s?(?:在[^，。；]{1,16}[里中内上])?(?:先|已|就|也)?(?:写道|写信|[^，。；,;到他她我们等]{0,6}(?:回[复答了]|答复)|提交|报障|开了?工单|来信|承诺|致歉|让客户|请客户|答应)",
    re.I,
)
_DONE_BY = Lazy(r"\b(?P<verb>[a-z]{2,}ed)(?: \w+ly| first)? by $", 2)
_SPOKE = Lazy(
    rf"^{_THEN},? "
    r"(?:called|phoned|rang|e-?mailed|demand(?:s|ed)|insist(?:s|ed)|said|says|request(?:s|ed)|threaten(?:s|ed)|complain(?:s|ed)|"
    r"wants|wanted|told|expects|expected|claims|escalated|warned)\b"
    r"|^\s?(?:今天|昨天|上午|下午|刚才|当天|也|又|再次|已|还|曾)*"
    r"(?:在(?:电话|邮件|群|会)[里中上]?|来电|致电|打来?电话|发邮件|要求|表示|声称|说|称|提出|反[馈映]|指出|提到|催促|催|投诉|强调|威胁|警告)",
    re.I,
)
_ACTED = Lazy(
    rf"^(?: has| had| have)?{_THEN} "
    r"(?:(?!need|suppos|call|nam|involv|affect|copi)[a-z]{2,}ed|saw|sees|found|finds|sent|ran|took|got|made|gave|put|told|left"
    r"|needs|asks|counts|says|writes|reports|thinks)\b(?! by\b)"
    r"|^'s (?:own |last |first |next )?(?:example|case|list|note|ticket|letter|message|question|answer|complaint|report)\b"
    r"|^\s?(?:也|又|还|已|曾|先|就|再次|后来)*(?:问|写|报[了障告]|试|发[现了给]|联系|建议|确认|测试|改|换过|查过)"
    r"|^[^，。；,;、是没未无不]{0,16}[了过]",
    2,
)
"""Anything somebody did; only of those of whom no source tells anything."""
_WAITED = Lazy(
    r" (?:has |had )?(?:waited|been waiting|is waiting|(?:had|got|received|has had) "
    r"(?:an?|no|his|her|their|the)(?: first)? (?:answer|reply|response))\b"
    r"|\s?(?:还在|一直在?|已经?)?等了",
    2,
)
"""Only who asked us waits for an answer."""
_ANSWERED = Lazy(r"answered|replied|acknowledged|promised|apologi|回[复答了]|答复|承诺|致歉|答应", re.I)
_PROMISED = Lazy(r"promised|承诺|答应|保证", re.I)
_AHEAD = Lazy(
    r"\b(?:will|shall|promis|going to|today|tomorrow|within|soon|shortly|by (?:\d|the|end|noon|mon|tues|wednes|thurs|fri)"
    r"|keep you|let you know|get back|back to you|come back|nous (?:reven|vous)|revenons|werden|melden|wir )|'ll\b"
    r"|[会将内]|尽快|稍后|(?<![目当])前|承诺|答应|保证|马上|立即|跟进|いたします|ご連絡",
    2,
)
"""What a promise is made of: something ahead."""
_DEEDS = {
    "reproduc": "复现", "apologi": "致歉|道歉", "restart": "重启", "releas": "发布", "ruled out": "排除",
    "suspend": "暂停|停用|冻结",
    "disabl": "停用|禁用|暂停", "revok": "吊销|撤销|停用", "roll": "回滚|回退", "reset": "重置",
    "复现": "reproduc", "重启": "restart",
    "暂停": "suspend|paus", "停用": "disabl|suspend|revok", "回滚": "roll", "冻结": "fr[eo]ez|froze|suspend",
}  # fmt: skip
_OWN_DEED = Lazy("|".join(_DEEDS), re.I)
"""Deeds that one person does, with their words in the other language."""
_ASSIGNED = Lazy(
    r"(?:\bassigned to|\bassignee(?: is|:)?|\bin the hands of|\bowned by|负责人(?:是|为|:)?|指派给|分配给|交给)\s?$",
    re.I,
)
_HAS = Lazy(
    r" (?:has|owns|holds|works on|is working on|took over|leads) (?=[A-Za-z]+-\d)"
    r"|\s?(?:负责|跟进|在跟|接手|认领|处理)\s?(?=[A-Za-z]+-\d)"
)
_BY, _TAKEN = Lazy(r"由\s?$"), Lazy(r"\s?(?:来|正在)?(?:负责|处理|跟进|接手)")
_GIVEN = Lazy(r"(?:答应|告诉|告知|回复|通知|请|让|给|向|对|等|联系)了?\s?$")


def misplaced(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each person of a folded text to whom it gives what is another's: a role, a customer, a deed, a piece of work."""
    for first, last in pairwise(parts.bounds):
        for each in parts.folk(first, last):
            if reason := _wrong(parts, first, last, each, book):
                yield Claim("person", each.start, each.end), Reason(reason)


def _wrong(parts: Parts, first: int, last: int, each: Mention, book: EvidenceBook) -> str:
    before, after = parts.text[first : each.start], parts.text[each.end : last]
    accounts, marks = parts.accounts(first, last), parts.marks(first, last)
    if _called_csm(before, after) and not each.person.csm_of & (accounts or frozenset(book.accounts)):
        return "person_role"
    if each.person.account and _role_of_other(parts, first, last, each, book):
        return "person_role"
    if accounts and not _there(each.person, accounts, parts.claims(first, last), book):
        return "person_of_other"
    owner = _beside(parts, first, last, each)
    if owner and each.person.account and owner != each.person.account:
        return "person_of_other"
    if (
        _ASSIGNED.search(before) or _HAS.match(after) or (_BY.search(before) and _TAKEN.match(after))
    ) and not _works_on(each.person, marks, book):
        return "person_deed"
    if _GIVEN.search(before):
        return ""  # They are who it is done to.
    told = f" {by['verb']}" if (by := _DONE_BY.search(before)) else after  # "Opened by X": X opened it.
    if _WROTE.search(told) and not _did(each.person, told, marks, book):
        return "person_deed"
    if _WAITED.match(after) and not any(e.person == each.person.name and not e.inside for e in book.scene.events):
        return "person_deed"
    did = _SPOKE.search(after) or _ACTED.search(after)
    return "person_deed" if did and _silent(each.person, book) else ""


def _there(person: Person, accounts: frozenset[str], claims: list[Claim], book: EvidenceBook) -> bool:
    """Whether what somebody is on record as doing on the one day told was done for one of these customers, if for any."""
    days = [claim.day for claim in claims if claim.day and claim.day.day]
    told = resolve(days[0], book.today()) if len(days) == 1 else None
    mine = [event for event in book.scene.events if event.person == person.name] if told else []
    done = [event for event in mine if any(event.at.astimezone(zone).date() == told for zone in book.zones)]
    return not done or any(meant(event.account, accounts) for event in done)


def _silent(person: Person, book: EvidenceBook) -> bool:
    """Somebody of whom no source tells anything: no piece of work, neither a word of theirs, nor their name in another's."""
    deeds = any(event.person == person.name for event in book.scene.events)
    if deeds or not book.made or any(name == person.name for _, name in book.scene.assignees):
        return False
    told = [words(each.quotation) for each in book.made[0].evidence if each.source != "accounts"]
    forms = [words(form) for form in (person.name, *short_forms(person.name))]
    return not any(form in each for each in told for form in forms)


def _called_csm(before: str, after: str) -> bool:
    return bool(
        re.search(rf"{_CSM}(?:(?: here)? (?:is|was)|,|:|\s?[是为])?\s?$", before, re.I)
        or re.match(
            rf"(?:(?: \(|\(|, | (?:is|was) )(?:the |their |our |[^,.;()]{{1,40}}'s? )?|\s?[是为任][^，。；,;]{{0,16}}?){_CSM}"
            r"|\s?负责[^，。；,;]{0,16}?客户成功(?!团队)",
            after,
            re.I,
        )
    )


def _role_of_other(parts: Parts, first: int, last: int, each: Mention, book: EvidenceBook) -> bool:
    """Whether the words beside a contact give the role of somebody else, or a high office that nobody on record holds."""
    text, mine = parts.text, each.person.role.lower()
    inside = parts.folk(first, last)
    following = [other.start for other in inside if other.start >= each.end]
    after = text[each.end : min(following, default=last)]
    after = after[: ends_in_office(after)] if following else after
    before = text[max((other.end for other in inside if other.end <= each.start), default=first) : each.start]
    near = (before[-64:] + " \x01 " + after[:28]).lower()
    named = {mention.person for mention in inside}
    others = [one for one in book.scene.people if one.role and one.account == each.person.account]
    for role in (other.role.lower() for other in others if other not in named):
        edge = r"(?<![\w])" if role.isascii() else ""
        if len(role) > 1 and role not in mine and re.search(rf"{edge}{re.escape(role)}(?![a-z])", near):
            return True
    told = offices_in(_apposed(before, after))
    if not told or not mine or told & offices_in(mine):
        return False
    held = any(told & offices_in(other.role) for other in others if other is not each.person)
    return held or (each.person.role.isascii() and not any(book.says(f"{name} {each.person.name}") for name in told))


def _apposed(before: str, after: str) -> str:
    """The words set right beside a name: "the CFO, X", "X (CFO)", "X, the CIO of Y"."""
    ahead = re.search(r"([^,();；]{0,40})[,(]?\s?$", before)  # Behind a semicolon somebody else begins.
    behind = re.match(r"\s?(?:[,(（]|is|是)\s?(?:who (?:is|was) )?(?:the |their |its |our )?([^,)，。）]{0,36})", after)
    return f"{ahead[1] if ahead else ''} | {behind[1] if behind else ''}"


def _beside(parts: Parts, first: int, last: int, each: Mention) -> str | None:
    """The customer to whom "X at Y", "Y's X" or Y 的 X binds a person."""
    for start, end, (kind, id_) in parts.named(first, last):
        behind = 0 <= start - each.end <= 12 and _BELONGS.match(parts.text, each.end, start)
        ahead = 0 <= each.start - end <= 4 and _OF_THEIRS.fullmatch(parts.text, end, each.start)
        if kind == "account" and (behind or ahead):
            return id_
    return None


def _works_on(person: Person, marks: list[str], book: EvidenceBook) -> bool:
    known = [(item.lower(), name) for item, name in book.scene.assignees]
    mine = [(item, name) for item, name in known if item in marks] or known
    own = bool(person.account) and mine is known  # A contact has tickets of theirs.
    return not known or any(name == person.name for _, name in mine) or own


def _did(person: Person, after: str, marks: list[str], book: EvidenceBook) -> bool:
    """Whether somebody wrote anything (in the tickets named, if any), or another is on record as telling it of them."""
    deeds = [event for event in book.scene.events if event.person == person.name]
    if _ANSWERED.search(after[:24]):
        deeds = [event for event in deeds if event.kind == "message"]
    if _PROMISED.search(after[:24]):
        deeds = [event for event in deeds if _AHEAD.search(event.says)]
    if deeds and (own := _OWN_DEED.search(after[:24])):
        stem = own[0].lower()
        told = re.compile(rf"{stem}|{_DEEDS[stem]}", re.I)
        doers = {event.person for event in book.scene.events if event.person and told.search(event.says)}
        if person.name not in doers and (doers or any(f" {stem}" in said for _, _, said in book.quotations)):
            return False  # Whoever says so in the records did it.
    tickets = {event.record.lower() for event in book.scene.events if event.kind == "report"} & set(marks)
    if tickets:
        deeds = [event for event in deeds if event.record.lower() in tickets or event.kind in ("chat", "note")]
    return bool(deeds)
