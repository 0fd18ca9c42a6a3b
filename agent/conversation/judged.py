"""The evaluation set through the conversation: one case, one sitting with nobody at the terminal, one prediction."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from agent.conversation.conversation import Conversation
from agent.conversation.faults import Fault
from agent.conversation.model import open_model
from agent.conversation.opening import conversing
from agent.conversation.settings import AgentSettings
from agent.conversation.terminal import silent
from agent.conversation.transcript import Transcript
from escalation.errors import SourceUnavailable
from escalation.judgement.override import Choice
from escalation.language import script_of
from escalation.terms import Language
from evals.judging.predictions import Maker, Prediction
from prompts.render import phrase
from tools.desk.desk import Desk, Request
from tools.desk.office import Opened
from tools.desk.published import published
from tools.desk.ruling import asked as asked_for
from tools.desk.ruling import checked
from tools.desk.writing import write
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

if TYPE_CHECKING:
    from escalation.assessment import Assessment
    from evals.judging.data import Case

FRUITLESS = frozenset(
    {"chat_fault_key", "chat_fault_billing", "chat_fault_forbidden", "chat_fault_model", "chat_fault_connection"}
)
"""Faults that every further case would meet too: the run ends, where any other counts against its case alone."""


def by_model(settings: AgentSettings) -> Maker:
    """A maker of predictions. Raises `SourceUnavailable` when the service cannot be used at all."""

    def make(desk: Desk, case: Case) -> Prediction:
        with _own_store(desk) as rooms:
            return asyncio.run(_sitting(settings, rooms, case))

    return make


@contextmanager
def _own_store(desk: Desk) -> Generator[Opened]:
    """A copy of the records with a register of its own, so that no case meets another's escalation."""
    with TemporaryDirectory() as scratch:
        store = Path(shutil.copy(str(desk.register.engine.url.database), Path(scratch) / "case.db"))
        engine = open_store(store)
        try:
            workspace = StoreWorkspace(engine, now=desk.workspace.now())
            yield Opened(workspace, Register(engine), desk.policy, engine=engine)
        finally:
            engine.dispose()


async def _sitting(settings: AgentSettings, rooms: Opened, case: Case) -> Prediction:
    tongue: Language = "en" if script_of(case.text) == "en" else "zh"
    now = rooms.workspace.now()
    transcript = Transcript(
        id=case.key, workspace="", model=settings.model, language=tongue, started=now, updated=now, lasting=False
    )
    model = open_model(settings.model_copy(update={"servers": {}}))
    said, fault = "", None
    async with model.client, conversing(rooms, model, silent(tongue), transcript) as conversation:
        try:
            said = await conversation.say(f"{case.text}\n({case.account})" if case.account else case.text)
        except Fault as met:
            fault = met
    if fault is not None:  # raised out here, where no task group wraps it
        end_if_fruitless(fault, settings.model)
    return _prediction(case, rooms, conversation, said)


def end_if_fruitless(fault: Fault, model: str) -> None:
    if fault.key in FRUITLESS:
        words = phrase(fault.key, "en", **{"model": model, **fault.values})
        raise SourceUnavailable(words, "Then run the evaluation again.") from fault


def _prediction(case: Case, rooms: Opened, conversation: Conversation, said: str) -> Prediction:
    """What stands on record in the end, judged as `brief --json` would print it; the brief is the model's."""
    spent = conversation.transcript.whole
    cost: dict[str, Any] = {"usd": spent.usd, "tokens": spent.prompt + spent.output}
    found, brief = _concluded(rooms, conversation)
    if found is None:
        return Prediction(case=case.key, brief=said, **cost)
    told = published(found, replace(write(rooms.desk, found), markdown=brief or said)).model_dump(mode="json")
    return Prediction(case=case.key, unsupported=len(conversation.left), **cost, **told)


def _concluded(rooms: Opened, conversation: Conversation) -> tuple[Assessment | None, str | None]:
    matter = conversation.transcript.matter
    if matter.escalation_id:
        return rooms.desk.reassess(matter.escalation_id), rooms.register.state(matter.escalation_id).brief
    if matter.prepared is None:
        return None, None
    asked: dict[str, Any] = matter.prepared
    chosen: list[Any] = [asked.get(name) for name in ("decision", "severity", "target", "override_reason")]
    choice = Choice(*chosen)
    answers: dict[str, str] = asked.get("answers") or {}
    ruled: dict[str, bool | str] = asked.get("same_issue") or {}
    rulings, _ = checked(rooms.workspace, asked_for(ruled, choice.reason))
    request = Request(asked["issue"], asked.get("account"), asked.get("language"), answers, choice, rulings=rulings)
    return rooms.desk.assess(request), None
