"""Whose matter it is by our latest internal note; told as a reason only where its words say what they are quoted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from escalation.assessment import Reason
from escalation.judgement.case import Case
from escalation.judgement.colleagues import astray, beyond_said
from escalation.judgement.impact import heard_evidence
from escalation.judgement.returning import only_points
from escalation.judgement.settling import NOTE_SPEAKS
from escalation.judgement.tracked import NO_FAULT
from escalation.reading.threads.needed import beyond, needs

NOTE_BEYOND = -1.5
"""What the note adds for support (log odds) where it reads as if the matter were beyond it, told as a reason or not."""

_SUPPORTS = re.compile(
    r"(?i)\b(?:settings?|set (?:to|up|by|in|wrong\w*)|config\w*|filters?|permissions?|roles?|expired"
    r"|quota|licen[cs]e|plan"
    r"|articles?|kb|documented|docs?|guides?|help (?:page|cent\w+)|by design|as (?:designed|intended|expected)"
    r"|told (?:them|him|her)"
    r"|explain\w*|show(?:ed)? (?:them|him|her|how)|walk(?:ed)? |teach|train\w*|how to"
    r"|customer(?:['’]s)? (?:own|side)"
    r"|their (?:own|side|end|admin|network|firewall|proxy|browser)|can (?:be )?(?:set|chang|switch|enabl|turn|reset)\w*"
    r"|just needs?|typo|user error|workaround|way round|known|same as|usual)\b"
    r"|设置|設置|設定|配置|筛选|篩選|权限|權限|角色|过期|過期|额度|套餐|文章|文档|文檔|文件|说明|說明|教程|引导|引導|指导|指導|告知|告诉"
    r"|设计如此|設計如此|按设计|符合预期|客户(?:自己|侧|端|那边)|客戶(?:自己|側|端)|操作(?:有误|不当|错误)|填错|选错|绕过|已知"
)
_ENGINEERS = re.compile(
    r"(?i)\b(?:engineer\w*|develop\w*|devs?|product team|code|bug|defect|regression|root cause|backend|server[- ]side"
    r"|reproduc\w+|crash\w*|exception|stack ?trace|nothing more|escalat\w*|beyond|second level|l2|l3|platform team"
    r"|service (?:drops|fails|times|returns)|pool|memory|queue (?:is )?(?:stuck|full))\b"
    r"|研发|研發|开发|開發|工程|代码|程式|缺陷|后端|後端|服务端|服務端|复现|重现|重現|二线|二線|升级处理|超出|无能为力|排查不了|查不到"
)
_CAME_OF_NOTHING = re.compile(
    r"(?i)\b(?:same (?:result|error|again|there|here)|no (?:change|effect|difference|luck)|did(?: not|n['’]t) help)\b"
    r"|(?i:\bstill (?:fails|the same)\b)"
    r"|也?(?:一样|一樣)|没用|沒用|无效|無效|还是不行|還是不行|没有?变化|沒有?變化|仍然"
)


def note_leans(case: Case) -> Literal["support", "beyond"] | None:
    """Whose matter it is by how the note reads: this counts for the decision whether or not it is told."""
    standing = case.solutions.standing
    if (note := standing.note) is None or abs(standing.noted) < NOTE_SPEAKS or only_points(note.words):
        return None
    if standing.noted > 0:
        return "support"
    return "beyond" if case.issue.kind not in NO_FAULT and not astray(note.words) else None


def noted(case: Case) -> Iterator[Reason]:
    """The note as a reason: not for a trial that came to nothing, nor for a release that it only mentions."""
    note, leans = case.solutions.standing.note, note_leans(case)
    if note is None or leans is None:
        return
    says = says_support if leans == "support" else says_more_than_support
    if says(note.words):
        yield Reason(
            criterion="guidance" if leans == "support" else "complexity",
            stance="against" if leans == "support" else "for",
            weight=0.5,
            signal="note_for_support" if leans == "support" else "note_against_support",
            values={"words": note.words},
            evidence=heard_evidence(case, (note,)),
        )


def says_support(sentence: str) -> bool:
    """Whether it names a way or a cause that support can deal with; that a trial came to nothing is none."""
    return _SUPPORTS.search(sentence) is not None and _CAME_OF_NOTHING.search(sentence) is None


def says_more_than_support(sentence: str) -> bool:
    """Whether it says what support cannot reach, what mending takes, or that the fault lies in the product."""
    told = beyond(sentence) or needs(sentence) or beyond_said(sentence, ()) is not None
    return told or _ENGINEERS.search(sentence) is not None
