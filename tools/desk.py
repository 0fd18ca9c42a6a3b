"""The desk: prepares an escalation from one typed line. Sources, judgement and register meet here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from escalation.reading.mask import mask

from escalation.assessment import Assessment
from escalation.evidence import Evidence
from escalation.judgement.assess import Inputs, assess
from escalation.judgement.override import Choice
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.ports import Workspace
from escalation.terms import Language
from tools.gather import gather


@dataclass(frozen=True)
class Desk:
    """Prepares assessments over one workspace under one policy; keeps no state of its own."""

    workspace: Workspace
    policy: Policy

    def assess(
        self,
        issue: str,
        *,
        account: str | None = None,
        language: Language | None = None,
        answers: Mapping[str, str] | None = None,
        evidence: tuple[Evidence, ...] = (),
        choice: Choice | None = None,
        reporter: str | None = None,
        at: datetime | None = None,
    ) -> Assessment:
        """What the program concludes about `issue` now, or at `at` (aware UTC), from all connected sources.

        `answers` are the reporter's, by question id. Raises `InvalidInput` for an empty or endless issue or a refused
        override, `WorkspaceUnusable` when the workspace cannot be read.
        """
        given = {question: mask(answer) for question, answer in (answers or {}).items() if answer.strip()}
        understood = understand(issue, language=language)
        named = account or given.get("which_account")
        context = gather(self.workspace, understood, named)
        inputs = Inputs(given, evidence, choice or Choice(), reporter)
        return assess(understood, context, self.policy, at or self.workspace.now(), inputs)
