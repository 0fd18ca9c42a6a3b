"""Update words: what a text to a customer lacks, or says against the record, and what to do about it, in both languages."""

from __future__ import annotations

from escalation.terms import Language
from escalation.updates.review import Remark, RemarkKind
from prompts.plain import disarm, quoted
from prompts.render import phrase

_WORDS: dict[RemarkKind, tuple[str, str]] = {
    "no_next_word": (
        "It does not say when the customer hears next. Add that you will write again by {due}, also with no news.",
        "没有说明下次何时联系。请补上一句：最迟 {due} 再次联系，即使届时没有新进展。",
    ),
    "next_word_late": (
        "It lets the customer wait longer than they may expect. Write again by {due} at the latest.",
        "下次联系的时间晚于客户应得的节奏或已作的承诺，最迟应在 {due} 之前。",
    ),
    "other_language": (
        "It is not in the language that this customer reads. Write it in {tongue}, or name another language.",
        "这不是这家客户使用的语言。请改用{tongue}书写；确要用其他语言，请指定 language。",
    ),
    "not_on_record": (
        "It tells the customer what is not on record yet. Record it with update_escalation first, or send another phase.",
        "记录里还没有这一结论。请先用 update_escalation 记录，或改用其他阶段的说法。",
    ),
    "decision_untold": (
        "It says that there is no decision, and one is on record. Put it into facts.decision, as this customer may read it.",
        "文中称尚无结论，而记录中已有结论。请按客户可读的说法填入 facts.decision。",
    ),
    "security_decides": (
        (
            "Security decides what this customer is told: somebody else saw their data. Our own draft says that and no more. Have"
            " Security agree to the text, and clear for facts.known what was seen, from when until when and by how many; then"
            " propose it with text, and name in approved_by who agreed."
        ),
        (
            "这家客户的数据被别家看到，能告诉他们什么由安全团队决定。系统起草的文字只说到这一步。请安全团队过目全文，并确认"
            "可写入 facts.known 的内容（看到了什么、从何时到何时、被几家看到），再以 text 提交，在 approved_by 中写明同意的人。"
        ),
    ),
    "unanswered": (
        (
            "They asked since our last word (times: {times}; last at {due}: {asked}), and it gives no answer. Answer it in"
            " facts or in a text of your own, or say there who will and by when."
        ),
        (
            "我方上次联系后，对方已问 {times} 次（最近一次 {due}：{asked}），文中没有作答。请在 facts 或自拟的 text 中答复；"
            "暂时答不了，就写明由谁、何时之前答复。"
        ),
    ),
}


def remark_words(remark: Remark, language: Language, due: str | None = None) -> str:
    """One remark as a sentence; `due` is its time as the customer's clock shows it. Raises KeyError for a kind without words."""
    tongue = phrase(f"language_{remark.words or language}", language) if remark.kind == "other_language" else ""
    asked = quoted(disarm(remark.words or "")[:160], language) if remark.kind == "unanswered" else ""
    words = _WORDS[remark.kind][0 if language == "en" else 1]
    return words.format(due=due or "", tongue=tongue, times=remark.times, asked=asked)
