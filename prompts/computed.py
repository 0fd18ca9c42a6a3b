"""What the product computed, as a Chinese reader checks it. The evidence keeps one wording (English), so that its text and
the check of claims stay the same whatever language a brief is in; names, ids, instants and figures pass through unchanged.
"""

from __future__ import annotations

import re

from escalation.terms import Language

STATES = {"met": "未超时", "late": "已超时", "overdue": "已超时，仍未处理", "waiting": "未到期"}
_KINDS = {"first response": "首次响应", "resolution": "解决"}
_SAID: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), said)
    for pattern, said in (
        (
            r"customers affected = (\d+): (.*); reports: (\d+) tickets; beyond the first two, (\d+) more tickets?",
            r"受影响客户 \1 家：\2；反馈工单 \3 张，除前两张外另有 \4 张",
        ),
        (r"customers affected = (\d+): (.*); reports: (\d+) tickets?", r"受影响客户 \1 家：\2；反馈工单 \3 张"),
        (r"customers affected = (\d+)", r"受影响客户 \1 家"),
        (r"different customers that reported within (\d+) days = (\d+)", r"\1 天内反馈的不同客户 \2 家"),
        (
            r"affected users = (\d+) \(largest figure per customer on (.*)\)",
            r"受影响用户 \1 人（每家客户取最大值，依据 \2）",
        ),
        (r"people the customers name = (\d+) = (.*)", r"客户自述的人数 \1 = \2"),
        (
            r"reports: (\d+) in the last (\d+) days, (\d+) in the \d+ days before",
            r"反馈：最近 \2 天 \1 条，此前 \2 天 \3 条",
        ),
        (
            r"first report (.* UTC) on (\S+); ([\d.]+) hours before (.* UTC)",
            r"首次反馈 \1（\2），到 \4 已有 \3 小时",
        ),
        (
            r"outages with their length on record: (\d+); hours together = (.*)",
            r"有时长记录的中断 \1 次；合计小时数 = \2",
        ),
        (r"ARR at risk = (\S+) = (.*)", r"存在风险的 ARR 合计 \1 = \2"),
        (r"expected by (.* UTC)( \([^)]*\))?: “(.*)”", r"客户要求的时间：\1\2，原话「\3」"),
        (
            r"(\S+): created (.* UTC), first answered (.* UTC); ([\d.]+) hours",
            r"\1 创建于 \2，首次答复于 \3，相隔 \4 小时",
        ),
        (
            r"(\S+): our last word (.* UTC), one every ([\d.]+) hours, due (.* UTC); over (\d+) hours late(?:, over \d+ days)?",
            r"\1 中我方最近一次答复为 \2，每 \3 小时一次，下一次应于 \4，逾期超过 \5 小时",
        ),
        (r"promised on (\S+) by (.* UTC); no reply since", r"\1 中承诺的时间为 \2，此后没有回复"),
        (
            r"(\d+) requests from (\d+) customers \((.*)\) in the last (\d+) days",
            r"最近 \4 天内 \2 家客户提出 \1 次（\3）",
        ),
    )
)
_MISSED = re.compile(r"SLA missed on (\d+) of (\d+) tickets(?: \((.*?)\))?(?=;|$)")
_DUE = re.compile(r"(\S+) (first response|resolution) due (.*? UTC): (\w+)")


def computed_in(statement: str, language: Language) -> str:
    """`statement` of a computed evidence in `language`; unchanged in English, or where no wording is known for it."""
    if language == "en":
        return statement
    for pattern, said in _SAID:
        if found := pattern.fullmatch(statement):
            return found.expand(said)
    return _sla(statement) if _MISSED.match(statement) else statement


def _sla(statement: str) -> str:
    first, *dues = statement.split("; ")
    found = _MISSED.fullmatch(first)
    if found is None:
        return statement
    missed, all_of_them, which = found.groups()
    parts = [f"{all_of_them} 张工单中有 {missed} 张超出 SLA" + (f"（{which}）" if which else "")]
    return "；".join([*parts, *(_due(due) for due in dues)])


def _due(text: str) -> str:
    found = _DUE.fullmatch(text)
    if found is None:
        return text
    ticket, kind, due, state = found.groups()
    return f"{ticket} 的{_KINDS[kind]}时限为 {due}：{STATES.get(state, state)}"
