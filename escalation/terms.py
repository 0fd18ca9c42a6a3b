"""The closed vocabularies of the domain; ids are the ones design.md §8 publishes."""

from __future__ import annotations

from typing import Literal, get_args

Language = Literal["en", "zh"]
"""Language of a text we write. Chinese is Simplified; Traditional is understood on input."""

Decision = Literal["escalate", "handle", "need_info"]
Severity = Literal["critical", "high", "medium"]
Target = Literal["l2", "engineering", "product", "security", "leadership"]
ImpactLevel = Literal["high", "medium", "low", "unknown"]
Stance = Literal["for", "against"]
IssueKind = Literal["bug", "outage", "feature", "security", "question", "relationship", "unclear"]
AskKind = Literal["investigate", "fix", "decide", "approve"]

Criterion = Literal[
    "technical",
    "complexity",
    "impact",
    "business",
    "time",
    "pattern",
    "documented_solution",
    "configuration",
    "guidance",
    "known_limitation",
    "similar_resolved",
    "insufficient_info",
]
Dimension = Literal["breadth", "depth", "duration", "revenue", "reputation", "contractual"]
Category = Literal["support_platform", "crm", "chat", "project_tracker", "knowledge_base"]
"""Kinds of source, domain.md §2."""

SourceName = Literal["tickets", "accounts", "kb", "chat", "tracker", "reporter", "computed", "host"]
"""Where a piece of evidence came from: a record set, the person typing, a computation, or the host's own connectors."""

Clock = Literal["internal", "customer", "confirmation", "first_response", "resolution", "promise", "deadline"]
"""Ask the team; tell a customer; ask whether the solution holds; a contract's two due times of a ticket; a promise; the time by
which a customer needs it."""

SEVERITIES: tuple[Severity, ...] = get_args(Severity)
TARGETS: tuple[Target, ...] = get_args(Target)
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
CLOCKS: tuple[Clock, ...] = get_args(Clock)
CATEGORIES: tuple[Category, ...] = get_args(Category)
