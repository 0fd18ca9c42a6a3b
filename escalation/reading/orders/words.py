"""Where an order may begin, what it may reach and whom it may speak to: the parts of the rules for orders."""

from __future__ import annotations

# Where an English imperative may begin: at the clause's start, or after a word that leads one in.
GO = (
    r"(?:^\W*|[:,;(\[>*#\"'—–|-]\s*|\b(?:please|kindly|now|then|and|must|always|immediately|instead|just"
    r"|simply|also|should|shall"
    r"|never|important|note|to all|assistants?|ai|bot|agent|system|model|llm|hereby|have to|need to|are to"
    r"|next|first)[\s,:]+)"
    r"(?:please |kindly |now |also |always |immediately |to |you (?:must|should|will) )*"
)
THE = r"(?:\s+(?:all|any|the|every|of|these|those|this|that|your|and|or|everything|whatever|what|else))*"
MACHINE = (
    r"(?:\bai\b|assistant|language model|\bllms?\b|\bgpt|chatgpt|claude|copilot|\bbots?\b|chatbot|大模型"
    r"|语言模型|机器人|智能助手|助手|人工智能|小助理)"
)
