"""What a person answers to our questions is in the brief, each answer once at least and with its source."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from escalation.judgement.answers import IDS
from escalation.judgement.override import Choice
from escalation.policy import Policy
from escalation.terms import Language, Target
from prompts.brief import render_brief
from prompts.compose import compose
from tools.desk.desk import Desk, Request
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

ELSEWHERE = frozenset({"which_account", "ticket_number", "security_matter"})
"""These find records, or settle who takes it."""
LINES = {
    "engineering": "The Gantt chart loses its dependency arrows on save",
    "security": "An employee of 月光遊戲 saw project names of another company",
    "leadership": "The CEO of Brightwater is furious about the outages and may leave us",
    "product": "Brightwater wants saved filters on the board",
}


@pytest.mark.parametrize("target", LINES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_answer_is_in_the_brief_with_its_source(sample_store: Engine, target: Target, language: Language) -> None:
    desk = Desk(StoreWorkspace(sample_store), Register(open_store("sqlite://")), Policy())
    words = {id_: f"answer {n} of Ms Quill" for n, id_ in enumerate(IDS) if id_ not in ELSEWHERE}
    choice = Choice("escalate", None, target, "to see it written")
    found = desk.assess(Request(LINES[target], answers=words, choice=choice))
    assert found.target == target
    body = render_brief(found, compose(found, language), language).split(
        "\n## Sources" if language == "en" else "\n## 来源"
    )[0]
    sources = {each.quotation: each.id for each in found.evidence}
    assert [id_ for id_, said in words.items() if f"[{sources[said]}]" not in body] == []
    assert [id_ for id_, said in words.items() if said not in body] == []
