"""Audience words: for each kind of finding, what is wrong with a text to a customer and what to change, in both languages."""

from __future__ import annotations

from escalation.audience import Finding, LeakKind
from escalation.terms import Language

_WORDS: dict[LeakKind, tuple[str, str]] = {
    "contract_money": (
        "{span} says what the account is worth to us. Leave it out.",
        "{span} 透露了客户对我们的商业价值，请删去。",
    ),
    "renewal_odds": (
        "{span} speaks of whether the customer stays. Leave it out, and say what you do for them.",
        "{span} 谈到了续约或流失的判断，请删去，只写我们为客户做什么。",
    ),
    "other_customer": (
        "{span} points to another customer. Leave it out, and speak of this customer only.",
        "{span} 会让人认出其他客户，请删去，只谈这家客户的情况。",
    ),
    "internal_person": (
        "{span} is somebody the customer does not know, of ours or of another customer. Name a role (“our experts”) or nobody.",
        "{span} 是客户并不认识的人（内部同事，或其他客户的联系人），请改写为角色或团队（如「我们的专家」），或删去。",
    ),
    "channel": (
        "{span} is an internal channel. Leave it out, and say that it is being worked on.",
        "{span} 是内部渠道，请删去，写明正在处理即可。",
    ),
    "internal_system": (
        "{span} is an internal system. Say what was checked or seen instead.",
        "{span} 是内部系统，请改写为查了什么、看到了什么。",
    ),
    "unshared_record": (
        "{span} is a record that was not shared with this customer. Use their own ticket, or leave it out.",
        "{span} 没有向这家客户公开，请改用他们自己的工单号，或者删去。",
    ),
    "internal_label": (
        "{span} is an internal label. Say in plain words how it is being treated.",
        "{span} 是内部用语，请用平实的话说明我们如何处理。",
    ),
    "blame": (
        "{span} blames somebody. Say what happened and what is done about it, without who did it.",
        "{span} 带有指责，请只写发生了什么、如何处理，不写是谁的错。",
    ),
    "unconfirmed_cause": (
        "{span} gives a cause that is not confirmed on record. Say that it is not yet known, or record it in this language.",
        "{span} 所说的原因尚未在记录中确认。请写明原因仍在查明；若已确认，请先用本文的语言登记原因。",
    ),
    "unapproved_date": (
        "{span} promises a date{due} that nobody approved. Have it approved, or say when they hear next instead.",
        "{span} 承诺了无人批准的时间{due}。请先获得批准，或改为说明下次何时联系。",
    ),
    "guarantee": (
        "{span} promises what nobody can keep. Say what was done so that it becomes less likely.",
        "{span} 是谁也无法保证的承诺，请改写为已经采取了哪些措施。",
    ),
    "compensation": (
        "{span} offers compensation that nobody approved. Leave it out until it is approved.",
        "{span} 提到了未经批准的补偿，批准之前请删去。",
    ),
    "secret": (
        "{span} looks like a secret. Remove it, and pass it on by a safe way if it is needed.",
        "{span} 像是密钥或密码，请删去；确有需要时通过安全方式提供。",
    ),
}
_HIDDEN = ("A part of the text", "文中有一处内容")
_LONGEST = 60


def audience_words(finding: Finding, language: Language) -> str:
    """What is wrong with a span and what to change. A secret is not said again. Raises KeyError for a kind without words."""
    index = 0 if language == "en" else 1
    due = finding.values.get("due")
    named = (f" ({due})" if index == 0 else f"（{due}）") if due else ""
    said = _WORDS[finding.kind][index].format(span=_shown(finding, index), due=named)
    # Beside a bracket of its own Chinese sets no blank.
    return said if index == 0 else said.replace("」 ", "」")


def _shown(finding: Finding, index: int) -> str:
    if finding.kind == "secret":
        return _HIDDEN[index]
    span = " ".join(finding.span.split())
    short = span if len(span) <= _LONGEST else f"{span[: _LONGEST - 1]}…"
    return f"“{short}”" if index == 0 else f"「{short}」"
