"""Claim words: for each reason a statement was not supported, what is wrong and how to mend it, in both languages."""

from __future__ import annotations

from escalation.claims import Unsupported
from escalation.terms import Language

_WORDS: dict[str, tuple[str, str]] = {
    "figure_unknown": (
        "No evidence gives the figure {span}. Use a figure from the evidence, or say that it is unknown.",
        "证据中没有 {span} 这个数字。请改用证据里的数字，或写明未知。",
    ),
    "other_noun": (
        "The evidence has the figure {span}, but it counts something else. Name what it really counts, or leave it out.",
        "证据里的 {span} 说的不是这里所指的对象。请写清它实际统计的是什么，或者删去。",
    ),
    "other_customers": (
        "{span} belongs to a different customer{owner}. Attach it to that customer, or use this customer's own value.",
        "{span} 属于另一家客户{owner}。请写到那家客户名下，或改用这家客户自己的数据。",
    ),
    "money_unknown": (
        "No evidence gives the amount {span}. Use an amount from the evidence, or say that it is unknown.",
        "证据中没有 {span} 这个金额。请改用证据里的金额，或写明未知。",
    ),
    "other_currency": (
        "The evidence has this amount in another currency than {span}. Keep the currency of the source; do not convert.",
        "{span} 的币种与证据不一致。请保留来源中的币种，不要换算。",
    ),
    "other_role": (
        "The evidence has {span}, but as something else. Say what it is there, or use the right value.",
        "证据里的 {span} 指的是另一件事。请按证据写明它是什么，或换成正确的值。",
    ),
    "percentage_unknown": (
        "No evidence gives {span}, and no two figures of the sentence make it. Use an evidenced percentage or the figures.",
        "证据中没有 {span}，句中的数字也得不出这个比例。请改用证据里的比例，或直接写数字。",
    ),
    "duration_unknown": (
        "No evidence gives {span}, and no evidenced time is that long ago. State the time itself, or the length recorded.",
        "证据中没有 {span} 这个时长，也没有哪个时间点能推算出来。请直接写出时间点，或改用记录中的时长。",
    ),
    "date_unknown": (
        "No evidence has the date {span}. Use the evidenced date, or say that it is unknown.",
        "证据中没有 {span} 这个日期。请改用证据里的日期，或写明未知。",
    ),
    "weekday_unknown": (
        "Nothing in evidence falls on {span} or names it. Give the evidenced date, or leave the weekday out.",
        "证据里没有提到 {span}，也没有哪个日期落在这一天。请写证据中的日期，或去掉星期。",
    ),
    "time_unknown": (
        "No evidence has the time {span} on that day and in that zone. Use the time recorded, with its zone.",
        "证据中没有 {span} 这个时间（连同日期和时区）。请改用记录中的时间并写明时区。",
    ),
    "identifier_unknown": (
        "{span} is not in evidence. Copy the identifier exactly from its source, or leave it out.",
        "证据中没有 {span}。请照来源原样抄写编号，或者删去。",
    ),
    "citation_unknown": (
        "{span} cites evidence that this escalation does not have. Cite an evidence id from its list.",
        "{span} 引用了本次升级中不存在的证据。请引用证据清单里的编号。",
    ),
    "citation_other": (
        "What is cited for {span} does not say it; {stands} does. Cite where it stands, or move the citation.",
        "所标出处并没有 {span}，它出自 {stands}。请改标正确的出处，或把出处移到它支持的那句话后面。",
    ),
    "quotation_unknown": (
        "No source says {span} in these words. Quote the source word for word (… for omissions), or report it without marks.",
        "没有任何来源有 {span} 这句原话。请逐字引用（省略处用…），或去掉引号改为转述。",
    ),
    "quotation_cut": (
        "The source says the opposite: {span} leaves out the negation before it. Quote it with its negation.",
        "{span} 截掉了前面的否定词，意思与原话相反。请连同否定词一起引用。",
    ),
    "quotation_of_other": (
        "{span} was said by or about a different customer. Put it with that customer, or leave it out.",
        "{span} 出自另一家客户的记录。请写到那家客户名下，或者删去。",
    ),
    "customer_of_other": (
        "{span} is a customer, but nothing in this escalation's evidence concerns them. Leave the name out.",
        "{span} 是其他客户，与本次升级的证据无关。请删去这个名称。",
    ),
    "severity_other": (
        "{span} is not the severity of this escalation. Use the assessed severity, or override it on record first.",
        "{span} 与本次评估的严重级别不符。请改用评估结果，或先留痕改判。",
    ),
    "cause_unknown": (
        "No source says that this is the cause, so {span} is a guess. Mark it as a suspicion, or say that the cause is unknown.",
        "没有任何来源证实是这个原因，{span} 只是推测。请注明为推测，或写明原因未知。",
    ),
    "status_other": (
        "On record its status is {noun}, and no source says {span}. Use the recorded status.",
        "记录中的状态是「{noun}」，没有来源说“{span}”。请按记录中的状态来写。",
    ),
    "only_reported": (
        "For {span}, only the reporter says this: attribute it (“the reporter says …”) or drop it.",
        "{span} 只有上报人这样说，没有记录佐证。请写明出处（“据上报人反馈……”），或者删去。",
    ),
    "person_role": (
        "The records give that role to somebody else, not to {span}. Name who holds it, or give {span} their own.",
        "记录中担任这一职务的不是 {span}。请写实际任职的人，或改用 {span} 自己的职务。",
    ),
    "person_of_other": (
        "{span} belongs to a different customer. Name them with that customer, or leave them out.",
        "{span} 是另一家客户的人。请写到那家客户名下，或者删去。",
    ),
    "person_deed": (
        "No record shows that {span} did this. Name who did, as the record has it.",
        "没有记录显示这是 {span} 做的。请按记录写明是谁。",
    ),
    "name_unknown": (
        "Nothing in evidence is called {span}. Use the name on record, or leave it out.",
        "证据中没有 {span} 这个名称。请使用记录中的名称，或者删去。",
    ),
    "deed_unknown": (
        "No record says that this was done: {span}. Say what the record has, or leave it out.",
        "没有记录显示做过这件事（{span}）。请照记录写，或删去。",
    ),
    "article_unfit": (
        "On record this article is no way out here ({span}): it is archived, outdated, or of something else. Leave it out.",
        "按记录，这篇文章在这里不能算作解决办法（{span}）：已归档、已过时或讲的是别的问题。请删去。",
    ),
    "harm_unknown": (
        "No record says that anybody looked and found it so: {span}. Say that it is being established.",
        "没有记录显示已经查过并得出这一结论（{span}）。请写明正在核实。",
    ),
    "name_of_other": (
        "What is said here of {span} is on record for a different customer{owner}. Change the name or the value.",
        "这里写在 {span} 名下的内容，记录中属于另一家客户{owner}。请改名称，或改数值。",
    ),
    "rank_other": (
        "By the values on record {span} is not so. Check whose is the largest or the smallest.",
        "按记录的数值，“{span}”不成立。请核对谁最大、谁最小。",
    ),
    "order_other": (
        "By the times on record it was the other way round than {span} says. Check which came first.",
        "按记录的时间，先后与“{span}”所说不符。请核对哪一个在前。",
    ),
    "customer_unknown": (
        "No customer or evidence of this escalation is called {span}. Use the name on record, or leave it out.",
        "本次升级的客户和证据中都没有 {span}。请使用记录中的名称，或者删去。",
    ),
}
_NEAREST = (" The nearest in evidence is {nearest}.", "证据中最接近的是 {nearest}。")


def claim_words(unsupported: Unsupported, language: Language) -> str:
    """What is wrong with a span and how to mend it. Raises KeyError for a reason id that has no words."""
    index = 0 if language == "en" else 1
    values = unsupported.values
    owner = values.get("owner")
    # The owner is only known when all the evidence with that value is one customer's.
    named = (f" ({owner})" if index == 0 else f"（{owner}）") if owner else ""
    sentence = _WORDS[unsupported.reason][index].format(
        span=unsupported.span, owner=named, stands=values.get("stands", ""), noun=values.get("noun", "")
    )
    nearest = values.get("nearest")
    if nearest and unsupported.reason.endswith("_unknown"):
        sentence += _NEAREST[index].format(nearest=nearest)
    return sentence
