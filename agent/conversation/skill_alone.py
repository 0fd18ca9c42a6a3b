"""The baseline for the conversation: the skill's text and the issue, one structured answer, no tools and no records."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import anthropic
from pydantic import BaseModel

from agent.conversation.counting import used
from agent.conversation.faults import fault_of
from agent.conversation.judged import end_if_fruitless
from agent.conversation.settings import AgentSettings
from escalation.terms import Criterion, Decision, Severity, Target
from evals.judging.predictions import Maker, Prediction

if TYPE_CHECKING:
    from evals.judging.data import Case
    from tools.desk.desk import Desk

_SKILL = Path(__file__).parents[2] / "skills" / "customer-escalation"
_FILES = ("SKILL.md", "references/without-tools.md", "references/criteria.md", "references/briefs.md")


class Verdict(BaseModel):
    """What the evaluation asks for; None where the decision is not to escalate."""

    decision: Decision
    severity: Severity | None = None
    target: Target | None = None
    reasons: list[Criterion] = []
    questions: list[str] = []
    brief: str = ""
    customer_update: str | None = None


def skill_alone(settings: AgentSettings) -> Maker:
    """A maker of predictions. Raises `SourceUnavailable` when the service cannot be used at all."""
    client = anthropic.Anthropic(
        base_url=settings.base_url, max_retries=settings.retries, timeout=settings.timeout_seconds
    )
    system = "\n\n".join((_SKILL / name).read_text(encoding="utf-8") for name in _FILES)

    def make(desk: Desk, case: Case) -> Prediction:
        del desk
        typed = f"{case.text} {case.account}" if case.account else case.text
        try:
            reply = client.messages.parse(
                model=settings.model,
                max_tokens=settings.max_tokens,
                system=[{"type": "text", "text": system, "cache_control": {"type": "ephemeral"}}],
                messages=[{"role": "user", "content": f"/customer-escalation {typed}"}],
                output_format=Verdict,
            )
        except Exception as error:
            fault = fault_of(error, settings.model)
            if fault is None:
                raise
            end_if_fruitless(fault, settings.model)
            return Prediction(case=case.key)
        spent = used(reply.usage, settings.model, settings)
        told = reply.parsed_output.model_dump() if reply.parsed_output else {}
        return Prediction(case=case.key, usd=spent.usd, tokens=spent.prompt + spent.output, **told)

    return make
