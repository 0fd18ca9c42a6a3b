"""What was already tried, and with what result, from the threads of tickets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from escalation.reading.entries import Entry, entries
from escalation.reading.quote import Quote
from escalation.reading.uncovered import uncover
from escalation.records import Ticket

_SENTENCE = re.compile(r"(?:[^\n.!?。!?;；]|[.!?](?=\w))+[.!?。!?;；]*")

_DID = re.compile(
    r"\b(?:re-?started|re-?booted|reset|re-?installed|un-?installed|cleared|flushed|tried|re-?tried"
    r"|tested|checked|verified|confirmed (?:that )?(?:the )?(?:network|settings?|permissions?)|updated"
    r"|upgraded"
    r"|rolled back|reverted|downgraded|re-?ran|ran|re-?connected|re-?authori[sz]ed|disabled|enabled"
    r"|turned (?:off|on)|switched|changed|removed|re-?added|re-?created|deleted|re-?imported|re-?synced"
    r"|re-?indexed"
    r"|logged (?:out|in|off)|signed (?:out|in)|used (?:another|a different|incognito|a private)|rotated"
    r"|re-?generated|increased|lowered|replaced|whitelisted|allow-?listed|followed|applied|escalated"
    r"|re-?built|re-?deployed|re-?assigned|swapped|re-?exported|re-?uploaded|reproduced|compared"
    r"|ruled out)\b"
    r"|\b(?:restarting|reinstalling|clearing|resetting|rebooting|retrying|trying|updating|disabling"
    r"|switching|manual sync|incognito|different browser|another browser|status page)\b"
)
_DID_HAN = re.compile(
    r"(?:已|已经|都|也|曾|我们|我|客户|又|刚|手动|自己|重新).{0,6}(?:重启|重装|清(?:除|空|了|理)|尝试|试"
    r"|重置|更新|升级|回滚|退出|登录|重新登录|切换|更换|换|禁用|关闭|开启|启用|检查|核对|验证|确认|测试"
    r"|重导|重跑|重连|卸载|刷新|同步|排查|复现|对比|冻结|修改|删除|授权|重试)"
    r"|(?:重启|重装|清除缓存|清理缓存|清缓存|清空缓存|试|重置|更新|升级|回滚|切换|更换|换|禁用|关闭|检查"
    r"|核对|测试|重导|重跑|重连|卸载|刷新|重试|重新登录|重新安装)(?:了|过)|(?:手动同步|状态页"
    r"|网络(?:正常|没问题|检查)|换(?:了|个|成|用)?.{0,4}(?:浏览器|电脑|设备|网络|账号)|无痕(?:模式)?)"
)
_RESULT = re.compile(
    r"\b(?:no (?:effect|change|luck|difference|improvement|success|joy|help)|same (?:error|issue|problem"
    r"|result|message|thing|behaviou?r|failure|count|number)?|still\b|to no avail|did(?:n['’]?t"
    r"| not) (?:help|work|change|fix|solve)|does(?:n['’]?t| not) (?:help|work|change|fix)"
    r"|without (?:effect|success|result|change|luck)"
    r"|(?:also |all |it )?(?:works?|worked|fixed|helped|resolved|solved)\b|fails? (?:again|too|as well"
    r"|the same)|failed|all (?:normal|green|good|operational|fine|ok)|(?:shows?|says|reports?|is|are"
    r"|looks?) (?:all |everything )?(?:normal|fine|ok|green|operational|good)|nothing (?:changed|helps?"
    r"|works|unusual)|ruled out|not the cause|reproduc\w+|persists?|unchanged|comes back)"
    r"|无效|没用|没效果|没有效果|不行|不管用|仍|还是|依然|依旧|一样|同样|正常|没问题|没变化|没有变化"
    r"|未解决|没解决|没有解决|失败|报(?:同样|错)|恢复|解决了|有效|可以|好了|没有改善|没改善|无改善"
    r"|无变化"
)
_PLAN = re.compile(
    r"\b(?:please|could you|can you|would you|try (?:to|the|a|another|clear\w*|restart\w*|this)|(?:we"
    r"|i)['’]?(?:ll| will| are going to|'m going to)|will|going to|should|let['’]?s|next (?:step|we)"
    r"|recommend|suggest|you (?:can|could|may|might|need to|should)|have you|did you|are you able"
    r"|need to|plan to|let me|if you|once you|before you|make sure|kindly|want (?:me|us) to|to be)\b"
    r"|请(?!求)|麻烦|建议|可以(?:先)?试|能否|能不能|是否|有没有|将(?:会)?(?!来)|会(?:尽快|继续|在|先)"
    r"|准备|打算|计划|接下来|下一步|稍后(?!重试)|先(?:试|重启|检查|清)|您?(?:可以|需要|试试|再试)"
    r"|吗[?？]?$|[?？]\s*$"
)
_NEEDS_RESULT = re.compile(
    r"\b(?:status page|manual sync|incognito|different browser|another browser|\w+ing)\b|状态页|手动同步"
    r"|网络|无痕|换.{0,4}"
)
_LEADS_ON = re.compile(
    r"^(?:\W*)(?:(?:but |and |it |this |that |then )?(?:no (?:effect|change|luck|difference)|same|still"
    r"|did(?:n't| not)|does(?:n't| not)|nothing|to no avail|without|unfortunately|it (?:works|worked"
    r"|failed))|(?:但|结果|可是|问题)?(?:仍|还是|依然|无效|没用|没有效果|一样|不行|没有变化|同样))"
)
_SPLIT = re.compile(
    r"\s*(?:[,，;；:：]|\s[-–—]{1,2}\s|——|—|-&gt;|→|\bbut\b|\band (?=still|the same|it still|nothing"
    r"|no )|但是?|可是|不过|结果)\s*"
)


@dataclass(frozen=True)
class TriedFound:
    """`step` and `result` are the source's own words; `result` is None when none was written."""

    step: str
    result: str | None
    quote: Quote


def tried(tickets: Iterable[Ticket]) -> list[TriedFound]:
    """Steps already taken, in the order they were written, each once. Plans and advice are left out."""
    found: list[TriedFound] = []
    for ticket in tickets:
        for entry in entries(ticket):
            found += _in_entry(entry)
    return list({_key(f.step): f for f in reversed(found)}.values())[::-1]


def _in_entry(entry: Entry) -> Iterator[TriedFound]:
    sentences = [m.group().strip() for m in _SENTENCE.finditer(entry.text) if m.group().strip()]
    for at, sentence in enumerate(sentences):
        if not _is_done(sentence):
            continue
        step, result = _parts(sentence)
        quotation = sentence
        following = sentences[at + 1] if at + 1 < len(sentences) else ""
        if result is None and _LEADS_ON.search(uncover(following).text):
            result = following.strip(" .。!！")
            quotation = entry.between(sentence, following)
        if result is not None or not _NEEDS_RESULT.fullmatch(step.lower()):
            yield TriedFound(step, result, entry.quote(quotation))


def _is_done(sentence: str) -> bool:
    plain = uncover(sentence).text
    return bool(
        (_DID.search(plain) or _DID_HAN.search(plain)) and not _PLAN.search(plain) and _tells_result_or_deed(plain)
    )


def _tells_result_or_deed(plain: str) -> bool:
    deed = re.search(r"\b(?:we|i|he|she|they|customer|agent|already|tried|have|has)\b|已|了|过|试", plain)
    starts = _DID.match(plain.lstrip("-*•0123456789.、) "))
    return bool(_RESULT.search(plain) or deed or starts)


def _parts(sentence: str) -> tuple[str, str | None]:
    """A sentence cut into what was done and what came of it, at the first comma or "but" before words of a result."""
    for cut in _SPLIT.finditer(sentence):
        head, tail = sentence[: cut.start()], sentence[cut.end() :]
        if (
            _RESULT.search(uncover(tail).text)
            and len(head.strip()) > 3
            and not _RESULT.fullmatch(uncover(head).text.strip())
        ):
            return _clean(head), tail.strip(" .。!！;；")
    return _clean(sentence), _inner_result(sentence)


def _inner_result(sentence: str) -> str | None:
    """A result told without a cut: 「状态页显示一切正常」, "The status page shows all normal"."""
    found = re.search(
        (
            r"(?i)\b(?:shows?|says|reports?|is|are|looks?|did(?:n['’]?t| not)|does(?:n['’]?t| not)|made no"
            r"|had no|still)\b.*|(?:显示|顯示|仍|还是|還是|依然|无效|無效|没有?效果|沒有?效果|没用|沒用|正常"
            r"|一切).*"
        ),
        sentence,
    )
    return found.group().strip(" .。!！;；") if found and _RESULT.search(uncover(found.group()).text) else None


def _clean(step: str) -> str:
    return re.sub(r"^\s*(?:[-*•]|\d+[.)、])\s*", "", step).strip(" .。!！;；,，:：")


def _key(step: str) -> str:
    return re.sub(r"\W+", "", uncover(step).text)
