"""A colleague's note in one breath: "Reproduced on …: what was done: what came of it. Without …: what should come"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from escalation.reading.quote import Quote
from escalation.reading.threads.entries import Entry, in_quotations, sentences
from escalation.reading.threads.symptom import symptomatic

END = " \t\n.,:;。，：；"
"""What stands around the words of a part and is none of it."""
_REPRODUCED = re.compile(
    r"(?i)\b(?:reproduced|can reproduce|repro)\b[^:：]{0,60}[:：]\s*(.+)|(?:复现|重现|復現|重現)[^:：]{0,30}[:：]\s*(.+)"
)
_CONTRAST = re.compile(r"(?i)(?:without|with no|otherwise|不|无|無|没有|沒有|否则)[^:：]{0,40}[:：]\s*(.+)")
_MARK = re.compile(r": |：")
_COMMA = re.compile(r", |，")
_STEP = re.compile(
    r"(?i)(?:and |then )*(?:click|tap|press|hit|select|choose|pick|tick|check|open|close|go|navigate|enter|type|fill|save|submit"
    r"|confirm|print|preview|export|import|upload|download|scan|add|create|delete|remove|edit|change|copy|paste|drag|move|set"
    r"|switch|turn|log|sign|refresh|reload|run|start|send|search|sort|filter|wait)\b(?! (?:is|was|shows?|gives?|stays?)\b)"
    r"|(?:再|然后|然後|接着|接著|最后|最後)?(?:点击|點擊|点|點|按|选择|選擇|选|選|勾选|勾選|进入|進入|打开|打開|关闭|關閉|填写|填寫|输入|輸入"
    r"|保存|儲存|提交|确认|確認|打印|列印|预览|預覽|导出|匯出|导入|匯入|上传|上傳|下载|下載|扫描|掃描|新建|新增|删除|刪除|修改|编辑|編輯"
    r"|复制|複製|拖动|拖動|切换|切換|登录|登入|登錄|刷新|重新整理|搜索|搜尋|等)(?![^，。]{0,6}(?:是|为|為|的|只|时|時|出来|出來))"
)
"""What somebody does: the way goes on, and what came of it is told after it."""
_FILED = re.compile(
    r"(?i)\W*(?:(?:i|we)(?: have|['’]ve)? |now |already )*(?:raised|filed|logged|opened|created|reported|linked|see|added)\b"
    r"|\W*(?:已|我|我们)*(?:提|建|开|報|报|登记|登記|关联|關聯|记录|記錄|提交|上报)了?[^，。]{0,6}[A-Z]{2,}-\d"
)
"""Where it was written down is not what was seen."""


@dataclass(frozen=True)
class Noted:
    """`quote` holds every part; `actual` and `expected` are None where the note does not tell them."""

    steps: tuple[str, ...]
    actual: str | None
    expected: str | None
    quote: Quote


def noted(entry: Entry) -> Noted | None:
    """The first such note of ours in this entry; the outcome may be the sentence after it."""
    told_by_us = sentences(entry.text) if entry.role != "customer" else ()
    for at, sentence in enumerate(told_by_us):
        if not (found := _REPRODUCED.search(sentence)):
            continue
        told = (found.group(1) or found.group(2)).strip(END)
        following = told_by_us[at + 1] if at + 1 < len(told_by_us) else ""
        contrast = _CONTRAST.match(following)
        cut = _outcome(told)
        after = following if cut is None and not contrast and _seen(following) else None
        return Noted(
            steps=(told[:cut].strip(END),),
            actual=(after or (told[cut:] if cut is not None else "")).strip(END) or None,
            expected=contrast.group(1).strip(END) if contrast else None,
            quote=entry.quote(entry.between(sentence, following) if contrast or after else sentence),
        )
    return None


def _outcome(told: str) -> int | None:
    """Where the way ends and what came of it begins; None where the words only go on along the way."""
    inside = in_quotations(told)
    for mark in (_MARK, _COMMA):
        marks = [m.start() for m in mark.finditer(told) if not inside(m.start())]
        if marks and _comes(told[marks[-1] :].strip(END)):
            return marks[-1]
    return None


def _comes(words: str) -> bool:
    return whole(words) and (symptomatic(words) or not _STEP.match(words))


def _seen(sentence: str) -> bool:
    return (
        symptomatic(sentence)
        and not _STEP.match(sentence)
        and not _FILED.match(sentence)
        and not sentence.endswith(("?", "？"))
    )


def whole(words: str) -> bool:
    """Whether it says something: "Error" alone does not."""
    plain = words.strip(END + "\"'「」“”")
    return len(plain.split()) > 1 or any(c.isdigit() for c in plain) or (not plain.isascii() and len(plain) > 3)
