"""Who agreed: a yes is a person's, and a word for a machine or for whoever it may be names none (invariant 3)."""

from __future__ import annotations

import re

_MACHINE = (
    r"(?:the |an? |your |my )?(?:ai|a\.i\.|llm|gpt[\w.-]*|chat ?gpt|claude[\w. -]*|codex|gemini[\w. -]*|copilot|assistant|bot"
    r"|chatbot|model|agent|tool|system|server|program|script|automat\w+|auto|customer[- ]escalation)"
)
_WHOEVER = (
    r"(?:the |an? |this |my )?(?:user|person|human|people|someone|somebody|anyone|nobody|no one|customer|client|caller|operator"
    r"|requester|reporter)|you|me|i|myself|self|we|us|they|n/?a|none|null|nil|undefined|unknown|anonymous|tbd|test|yes|y|ok(?:ay)?"
    r"|true|sure|confirmed|approved|agreed|done|-+|\?+|\.+"
)
_HAN = (
    r"(?:ai|智能)? ?(?:助手|助理|机器人|系统|模型|智能体|程序)"
    r"|用户|使用者|操作者|我|我们|本人|你|您|他|她|某人|有人|客户|任何人|未知|不详|匿名|无|没有"
    r"|是|是的|好|好的|可以|同意|确认|已确认|批准|已批准"
)
_NOBODY = re.compile(
    rf"(?:{_MACHINE})(?: (?:{_MACHINE}))*|{_WHOEVER}|{_HAN}|(?:{_MACHINE}|{_WHOEVER})[ (（]+(?:{_MACHINE}|{_WHOEVER})[)）]*",
    re.IGNORECASE,
)


def nobody(name: str) -> bool:
    """Whether this is no name of a person: "assistant", "the user", "N/A", 「系统」, or no letter at all."""
    from escalation.text.folding import simplified

    bare = " ".join(simplified(name).split()).strip(" .,;:!\"'“”‘’「」()（）")
    return not any(char.isalpha() for char in bare) or _NOBODY.fullmatch(bare) is not None
