"""Accomplished: what a text says was done, confirmed, mended or agreed, where no source says that anybody did so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from escalation.claims.book import EvidenceBook
from escalation.claims.fold import HAN, fold
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy
from escalation.claims.matter import matter
from escalation.claims.reasons import Reason
from escalation.claims.scene.parts import Parts
from escalation.claims.stops import CLAUSE_END


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed as English and Chinese texts tell it done, and the words of any language by which sources tell it.

    `to_customer`: only what we wrote to a customer bears it out. `own`: somebody on record may have told it in other words.
    """

    english: str
    chinese: str
    sources: str
    to_customer: bool = False
    own: bool = False


_DEEDS = (
    Deed(
        r"confirmed|verified",
        "确认|核实|证实",
        r"confirm|verif|reproduc|bestätigt|check|tri(?:ed|al)|test|open|logs? "
        r"|found|same (?:thing|cause|fault|issue)|确认|確認|核实|证实|复现|属实|查[明到过了]|发现|一致|同一",
        own=True,
    ),
    Deed(
        r"reproduced",
        "复现|重现",
        r"reproduc|repro\b|same (?:on|with|in)|see it|saw it|i get|复现|重现|再現|也(?:是|有|出现)",
        own=True,
    ),
    Deed(
        r"apologi[sz]ed",
        "致歉|道歉",
        r"sorry|apolog|pardon|抱歉|歉|对不起|不好意思|entschuldig|désolé|excus|lo sient|申し訳|すみません|ごめん",
        to_customer=True,
    ),
    Deed(r"notified|informed", "通知", r"notif|inform|\btold\b|announc|let \w+ know|通知|告知|知会|公告|转告|转达"),
    Deed(r"unlocked|unblocked", "解锁", r"unlock|unblock|解锁|released"),
    Deed(r"rolled back|reverted", "回滚|回退", r"roll(?:ed|ing)? ?back|rollback|revert|回滚|回退|ロールバック"),
    Deed(
        r"refunded|credited|reimbursed",
        "退款|退费|补偿|赔偿|赔付",
        r"refund|credit|reimburs|compensat|退款|退费|退还|补偿|赔|返还|返金|減免|减免",
    ),
    Deed(
        r"accepted (?:our|the|this|that|it)",
        "接受(?!到)",
        r"accept|agree|\bok\b|\byes\b|fine (?:with|by)|akzept|einverstanden|aceptad|接受|同意|认可|了承|可以|好的",
    ),
    Deed(
        r"deleted|erased|wiped",
        "删除|清除",
        r"delet|eras|wip(?:e|ing)|remov|purg|lösch|supprim|borr|elimin|删|清除|清空|削除|消え",
    ),
    Deed(
        r"exported|downloaded",
        "导出|下载",
        r"export|download|导出|导了|下载|エクスポート|ダウンロード|descarg|télécharg|herunter",
    ),
    Deed(
        r"approved|authori[sz]ed|signed off",
        "批准|同意|授权",
        r"approv|authori|sign(?:ed)?[- ]off|\bagree|\byes\b|\bok\b|批准|批了|同意|授权|可以",
    ),
    Deed(
        r"(?:found|identified|established|located|pinpointed) the (?:root )?cause",
        "(?:找到|查明|确定|定位)(?:了|到)?(?:根因|根本原因|原因)|根因(?:已)?(?:找到|查明|确定|定位)",
        r"cause|because|due to|trace|根因|原因|导致|由于|因为|引起|定位|起因|原因は",
    ),
    Deed(
        r"(?:put|placed|added|scheduled|planned) (?:it |this |that |the [\w ]{1,20})?(?:on|in|onto|into|for) (?:the |our |its )?"
        r"(?:roadmap|backlog|next|q[1-4])",
        "排期|列入路线图|纳入(?:计划|规划|路线图)",
        r"roadmap|schedul|planned|backlog|排期|路线图|规划|计划|纳入",
    ),
    Deed(r"decided (?:not )?(?:against|for|to|on|in favou?r)", "决定", r"decid|decision|决定|拍板"),
    Deed(r"signed (?:a |the |with|up)", "[^，。；,;]{0,6}签约|签了合同", r"sign(?:ed|ing|s)?\b|签约|签订|签了"),
    Deed(
        r"contacted|reached out to",
        "联系",
        r"contact|reach(?:ed)? out|call|spoke|phone|wrote to|联系|联络|沟通|电话|通话|回访",
    ),
    Deed(
        r"our (?:vp|ceo|coo|cto|cfo|director|head|executive|leadership|team lead|manager)s?(?: [a-z]+){0,3}? "
        r"(?:called|phoned|rang|met|visited|spoke (?:to|with))",
        r"我[方们]的?(?:副总裁|总裁|总监|负责人|高管|领导|经理)[^，。；,;未没不会将]{0,6}(?:致电|拜访|通话)",
        r"\b(?:called|phoned|rang|met|visited|spoke)\b|致电|拜访|通话|通了电话",
    ),
    Deed(
        r"(?:data|records?|rows?|files?) (?:was|were|has been|have been|got) (?:lost|stolen|leaked|corrupted|destroyed)",
        "数据(?:丢失|损坏|泄露|被盗)",
        r"\blos[ste]|missing|gone|stolen|leak|corrupt|destroy|disappear|vanish|empty|incomplete|fewer|short"
        r"|丢|缺|没了|不见|泄|少了|损坏|被盗|消失|不全|空的|verlor|perd|消え",
    ),
    Deed(
        r"escalated (?:it|this) to",
        "(?:升级|上报)(?:给|到|至)",
        r"escalat|pass(?:ed|ing)? |forward|升级|转给|转交|上报|反映|同步",
    ),
)
OPEN = Lazy(
    r"\b(?:not|never|nobody|no one|none|no|neither|without|if|once|until|whether|when|cannot|failed to|unable|yet to|nearly"
    r"|almost|will|would|shall|should|must|may|might|can|could|to be|being|wants?|needs?|asks?|asked|please|expects?|before)\b"
    r"|n't\b|未|没|无|不[能会是再曾相]|否|若|如果|待|等|尚|险些|快要|差点|将|会|要求?|请|希望|需|应|计划|预计|可能|[?？]",
    2,
)
"""Before a deed, or around it: it is not told as done."""
_SOUGHT = Lazy(r"\b(?:find out|establish|check|asked? to|what was|what has been)\b|查明|查清|核查|什么", 2)
"""Ahead of a deed in its statement: somebody is to find out, and nobody says that it was done."""
_WANTED = Lazy(
    r"\b(?:not|never|nobody|cannot|please|could you|can you|can somebody|can someone|asked for|asking for|want|need|to be)\b"
    r"|n't\b|\bno (?:\w+ )?(?:decision|plan|fix|date)\b"
    r"|未|没|无法|不能|请(?!假)|要求|希望|能否|可否|能不能|谁|麻烦|要[唔不]要|[?？]",
    2,
)
"""In a source: it is wanted, or was not done."""
_EVENT = re.compile(r"R\d+")
"""The ids of what people put on the record (`with_record` of the desk)."""
_PLAIN = r"(?<!\ba )(?<!\ban )(?<!\bthe )(?<!\bany )(?<!-)"
_REACH = 48


_GROUP = Lazy(
    r"\b(?:engineering|engineers|product(?: management)?|security|support|sales|finance|legal|leadership|l2"
    r"|(?:first|second) line|(?:the|our) (?:\w+ )?(?:team|engineers|colleagues|desk)) "
    r"(?:has|have)(?: now| already| also| meanwhile| just| since)? "
    r"(?P<en>(?!had|been|not|no|yet|never|to\b)[a-z]+(?:ed|ent|old|ade|ut|ought|ound|iven|aken|ritten|one|et|eft|id))\b"
    r"|(?:工程|研发|产品|安全|财务|法务|客服|运维|[一二]线|团队)(?:团队|部门?|组)?(?:也|都)?已经?(?:全部|都|彻底)?"
    rf"(?P<zh>(?![在有经知将是把向对让请由给等就因为])[{HAN}]{{2}})",
    2,
)
"""What a team of ours has done; of somebody by name the records may tell it in other words, and of "we" a letter's author."""
_ANY_WORDS = """
answered replied responded asked told said written reported received found got made given taken left spent done set put kept
waited missed linked opened logged noted heard passed acknowledged
"""
_ANY_WORDS_ZH = "告知 回复 答复 说明 收到 表示 转告 得知 知悉"
_ANY_WORD = frozenset((_ANY_WORDS + _ANY_WORDS_ZH).split())
"""What records show without a word for it. "Put on the roadmap" is read above."""


class _Read:
    """A deed's patterns, compiled when first asked for."""

    def __init__(self, deed: Deed) -> None:
        self.done = Lazy(
            rf"{_PLAIN}\b(?:{deed.english})\b(?! by\b)"
            rf"|(?:已经?|都已?)[^，。；,;未没不待请让]{{0,6}}?(?:{deed.chinese})|(?:{deed.chinese})(?:了(?!吗|没|解)|完毕|完成)",
            2,
        )
        self.sources = Lazy(deed.sources, 2)
        self.to_customer, self.own = deed.to_customer, deed.own


_READ = tuple(map(_Read, _DEEDS))


def accomplished(parts: Parts, book: EvidenceBook) -> Iterator[tuple[Claim, Reason]]:
    """Each deed of a text told as done of which no source says so."""
    if not book.whole:
        return
    recorded = _recorded(book)
    for read in _READ:
        for match in read.done.finditer(parts.text):
            named = read in recorded or (read.own and _named(parts, match.start(), book))
            left_open = _open(parts.text, *match.span()) or _SOUGHT.search(
                parts.text, parts.statement(match.start())[0], match.start()
            )
            if (
                not named
                and not left_open
                and not _told(read, book)
                and not its_status(parts, match.start(), read.sources, book)
            ):
                yield Claim("verdict", *match.span()), Reason("deed_unknown")
    for match in _GROUP.finditer(parts.text):
        told = any(read.done.search(parts.text, match.start(), match.end() + _MORE) for read in recorded)
        if not told and not _open(parts.text, match.start(), match.end()) and _unheard(match, book):
            yield Claim("verdict", *match.span()), Reason("deed_unknown")


_MORE = 16
"""Characters behind a team's deed in which its words may go on: "has decided not to"."""


def _recorded(book: EvidenceBook) -> list[_Read]:
    """The deeds that somebody put on the escalation's own record, in whatever language."""
    read = book.made[0].evidence if book.made else ()
    said = [fold(each.quotation).lower() for each in read if each.source == "host" and _EVENT.fullmatch(each.id)]
    return [each for each in _READ if any(each.sources.search(words) and not _WANTED.search(words) for words in said)]


def _unheard(match: re.Match[str], book: EvidenceBook) -> bool:
    """Whether no source has the word for what was done, in any language."""
    word = (match["en"] or match["zh"]).lower()
    known = matter(word)
    if word in _ANY_WORD or not known:
        return False
    return not any(known & each.about or word in each.says.lower() for each in book.tellings.all)


def its_status(parts: Parts, at: int, deed: Lazy, book: EvidenceBook) -> bool:
    """Whether a deed at that place is the status of a record named before it: "QLD-31 (status: confirmed)"."""
    begin, _ = parts.sentence(at)
    return any(deed.search(book.statuses.get(mark, "").lower()) for mark in parts.marks(begin, at))


def _named(parts: Parts, at: int, book: EvidenceBook) -> bool:
    spoke = {event.person for event in book.scene.events}
    return any(each.person.name in spoke for each in parts.folk(parts.statement(at)[0], at))


def _open(folded: str, start: int, end: int) -> bool:
    """Whether the clause leaves open, or denies, that it was done."""
    begin = max(0, start - _REACH)
    return (
        bool(OPEN.search(folded, CLAUSE_END.around(folded, start, end, begin)[0], start))
        or folded[end : end + 1] in "?？"
    )


def _told(read: _Read, book: EvidenceBook) -> bool:
    if read.to_customer:
        ours = (event.says for event in book.scene.events if event.inside and event.kind == "message")
        return any(read.sources.search(said) for said in ours)
    customers = {id.lower() for id in book.accounts}
    told = (each.says for each in book.tellings.all if each.record not in customers)
    return any(read.sources.search(said) and not _WANTED.search(said) for said in told)
