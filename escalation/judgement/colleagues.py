"""What our own people concluded on the threads: a defect of ours, more than support can do, an article that is no way out.

Read of agents' and internal comments, and of the reporter's line, who is one of us; never of a customer's guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from escalation.judgement.heard import Said, Speaker, without_orders
from escalation.reading.threads.entries import sentences
from escalation.records import Article, Ticket
from escalation.text.folding import fold

OURS: tuple[Speaker, ...] = ("reporter", "agent", "internal")

_SUPPORT = r"(?:support|we|i|l1|l2|first line|tier 1|front line|the agents?)"
_DEFECT = re.compile(
    r"\b(?:it|this|that|which|cause)(?:['’]s| is| was|:)(?: clearly| definitely)?(?: a| an| our| another| known)*"
    r"(?: real| genuine| product| confirmed)? ?(?:defect|bug|regression)\b"
    r"|\bconfirmed (?:as )?(?:a |an )?(?:bug|defect|regression)\b|\b(?:bug|defect|regression) (?:is )?confirmed\b"
    r"|(?<!not )(?<!n't )(?<!never )\breproduc(?:ed|es) (?:it |this |that |the \w+ )?(?:on|in|here|internally|with|at|myself)\b"
    r"|\b(?:can|could|able to) reproduce\b|\bstack ?trace\b"
    r"|(?<!不)(?:是|属于|确认为?|确实是)(?:个|一个)?(?:产品|我们的?)?(?:缺陷|bug)(?!吗|么|还是)"
    r"|(?<!无法)(?<!不能)(?<!未能)(?<!没能)(?<!没法)(?<!未)(?<!没)(?<!难以)(?<!如何)(?<!怎么)(?:已|已经|能|可以|可|也能|内部|稳定|环境|本地)复现"
)
_BEYOND = re.compile(
    rf"\b{_SUPPORT}\b[^.;]{{0,20}}\b(?:ha(?:s|ve) no|don['’]t have|do(?:es)? not have|doesn['’]t have|lacks?|without)"
    r" (?:\w+ ){0,2}(?:rights?|access|permissions?|tools?)\b"
    r"|\b(?:don['’]t|do not) know how\b|\bno way (?:round|around|in|out)\b|\bout of ideas\b|\bbeyond (?:us|me|support|l1|l2)\b"
    r"|\bneeds? (?:the |someone from |a |an |our )?(?:\w+ )?(?:team|engineers?|engineering|developers?|dba|specialist|admin)\b"
    rf"|\b{_SUPPORT} (?:can ?not|can['’]t|am not allowed to|are not allowed to) (?:restart|reset|reload|reboot|flush|purge|access"
    r"|repair|fix) (?:it|this|that|them)\b|\bneeds? (?:the |our )?(?:infra(?:structure)?|ops|devops|sre|operations|dev)\b"
    r"|\btried everything\b|\beverything in the (?:book|guide|playbook|runbook)\b"
    r"|(?:一线|二线|客服|我们|我这[边里]|我方|支持|l1|l2)[^。，；]{0,8}(?:没有?|无)(?:\S{0,6})?(?:权限|办法|渠道|手段|工具)"
    r"|(?:能|该|可以)试的[^。，；]{0,6}试(?:过|遍)?了|(?:需要?|得|要)(?:找|请|由|转)?(?:研发|工程师?|后端|平台|二线|开发|运维|基础架构)(?:团队|同事|部)?"
    r"|(?:一线|客服|我们?|支持)(?:这边)?(?:没法|不能|无法|无权)(?:重启|重置|清(?:空|除|掉)|访问)"
    r"|超出(?:一线|客服|支持|我们)"
)
_UNSURE = re.compile(
    r"\b(?:maybe|perhaps|might|may be|not sure|unsure|whether|if (?:it|this|that)|suspect\w*|looks like|seems?|could be|possibly"
    r"|probably|guess|think)\b|可能|也许|怀疑|好像|疑似|不确定|是否|是不是|估计|应该是|吗|？|\?"
)
_OUR_CHANGE = re.compile(
    r"\b(?:our|config|configuration) (?:deploy\w*|release|roll-?out|change|update|push)\b|\b(?:deploy|release|roll-?out)\b"
    r"|我们(?:的|这边|侧)?(?:配置|发布|变更|上线|升级)|(?:发布|上线|变更)(?:后|导致|引起)"
)
_DOCUMENT = (
    r"(?:kb|article|help (?:page|cent(?:re|er)|text)|how-?to|guide|docs?|documentation|manual|instructions|faq|page)"
)
_REFUTED = re.compile(
    rf"\b{_DOCUMENT}\b(?: fix| steps?)?(?:[ -]*[a-z]*-?\d+)?(?:['’]s)?[^.;]{{0,60}}"
    r"\b(?:doesn['’]?t|does not|don['’]?t|do not|didn['’]?t|isn['’]?t|is not|no longer|any ?more|gone"
    r"|stale|outdated|out of date|obsolete|only|wrong|useless|not for|irrelevant)\b"
    r"|(?:文档|文章|说明|手册|知识库|帮助(?:中心|页)?|kb)[^。；，]{0,16}(?:过时|没有了|已经没有|不存在|不适用|只讲|只适用|只说"
    r"|只针对|找不到|没用|无效|对不上|不对|行不通|不管用)"
    r"|按(?:照)?(?:文档|文章|说明|知识库)[^。；]{0,20}(?:没用|还是|仍|无效|不行)"
)
_ASTRAY = re.compile(
    r"\b(?:queues?|mis-?rout\w+|(?:wrong|bad) (?:routing|team|group|assignee)|routing rules?|auto-?assign\w*"
    r"|assigned to (?:some(?:one|body)|a colleague) (?:on|who))\b|\b(?:on|annual|parental|sick) (?:leave|holiday|vacation)\b"
    r"|分配规则|派[给单]|分派|转错|分错|路由规则|队列|休假|请假|值班表"
)


def defect_said(tickets: Iterable[Ticket]) -> Said | None:
    """The latest statement of ours that this is a defect or was reproduced; guesses do not count."""
    return _latest(tickets, "defect", ("agent", "internal"))


def beyond_said(line: str, tickets: Iterable[Ticket]) -> Said | None:
    """A statement of ours that support can do no more: no access, no idea left, another team's matter."""
    typed = next((s for s in sentences(line) if _BEYOND.search(fold(s))), None)
    if typed is not None:
        return Said("", "affirmed", typed, "reporter", None, None, None)
    return _latest(tickets, "beyond", ("agent", "internal"))


def astray(sentence: str) -> bool:
    """Whether it tells where a ticket lay and whose it was: that makes a matter late, and no harder to settle."""
    return _ASTRAY.search(fold(sentence)) is not None


def not_theirs(words: str) -> bool:
    """Whether words that sound like a configuration speak of what support may not do, or of a change of ours."""
    told = fold(words)
    return bool(_BEYOND.search(told) or _OUR_CHANGE.search(told))


def refuted(line: str, tickets: Iterable[Ticket], articles: Iterable[Article]) -> dict[str, Said | None]:
    """Ids of articles that one of us says are no way out here; "" when that is said of a document without its id.

    The value is who said so on a thread, None when the reporter did.
    """
    ids = {a.id.casefold(): a.id for a in articles}
    found: dict[str, Said | None] = {}
    for sentence in sentences(line):
        if _REFUTED.search(fold(sentence)):
            found |= dict.fromkeys(_named(sentence, ids))
    for said in _said(tickets, "refuted", OURS, sure=False):
        for id_ in _named(said.words, ids):
            found.setdefault(id_, said)
    return found


def _named(sentence: str, ids: dict[str, str]) -> tuple[str, ...]:
    told = sentence.casefold()
    named = tuple(own for key, own in ids.items() if re.search(rf"(?<![\w-]){re.escape(key)}(?![\w-])", told))
    return named or ("",)


_Kind = Literal["defect", "beyond", "refuted"]
_PATTERNS: dict[_Kind, re.Pattern[str]] = {"defect": _DEFECT, "beyond": _BEYOND, "refuted": _REFUTED}


def _latest(tickets: Iterable[Ticket], kind: _Kind, speakers: tuple[Speaker, ...]) -> Said | None:
    return max(_said(tickets, kind, speakers), key=lambda s: (s.at is not None, s.at), default=None)


def _said(
    tickets: Iterable[Ticket], kind: _Kind, speakers: tuple[Speaker, ...], *, sure: bool = True
) -> Iterator[Said]:
    for ticket in tickets:
        for comment in ticket.comments:
            if comment.role not in speakers:
                continue
            for sentence, unsure in _stating(comment.body, kind):
                if not (sure and unsure):
                    yield Said("", "affirmed", sentence, comment.role, ticket.id, ticket.account_id, comment.at)


# The same threads are asked for every matter that they belong to.
@lru_cache(maxsize=1_024)
def _stating(body: str, kind: _Kind) -> tuple[tuple[str, bool], ...]:
    """The sentences of a comment that state it, each with whether it is unsure of it."""
    pattern = _PATTERNS[kind]
    return tuple((sentence, _UNSURE.search(told) is not None) for sentence, told in _told(body) if pattern.search(told))


@lru_cache(maxsize=512)  # each of the three questions is asked of the same few threads
def _told(body: str) -> tuple[tuple[str, str], ...]:
    """The sentences of a comment without orders to a machine, each as written and folded."""
    return tuple((sentence, fold(sentence)) for sentence in sentences(without_orders(body)))
