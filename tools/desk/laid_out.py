"""A request laid out over the records: gathered as of one moment with what was answered, and sifted for the judgement."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from escalation.context import Context
from escalation.evidence import Evidence
from escalation.judgement.answers import read_answers
from escalation.judgement.handed_in import is_handed_in
from escalation.judgement.hosted import with_handed_in
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.ports import Workspace
from escalation.reading.secrets.mask import mask
from escalation.sifting import Sifted, counting
from escalation.weighing import Inputs, Weighed, sift_for
from tools.desk.gather import beside, gather
from tools.desk.named import with_named
from tools.desk.request import LINE, Request, masked


def laid_out(
    workspace: Workspace,
    policy: Policy,
    request: Request,
    evidence: tuple[Evidence, ...] = (),
    at: datetime | None = None,
) -> tuple[Sifted, Inputs]:
    """What can be judged, at `at` or now. Raises `InvalidInput` for an empty or endless issue and for an answer to no question,
    `WorkspaceUnusable` when records cannot be read."""
    request = masked(request)
    given = read_answers({question: mask(answer) for question, answer in request.answers.items()})
    with workspace.snapshot() as seen:
        typed = understand(request.issue, language=request.language).model_copy(
            update={"typed_at": request.said.get(LINE)}
        )
        issue = with_named(typed, given.known, seen)
        context = gather(
            seen, issue, given.known.get("which_account") or request.account, request.rulings, request.counted
        )
        now = at or seen.now()
        others = _others(seen, context, (*given.known.values(), *(e.quotation for e in evidence if is_handed_in(e))))
    issue, context = with_handed_in(issue, context, evidence)
    inputs = Inputs(given, evidence, request.choice, request.reporter, request.said, others)
    return sift_for(issue, context, policy, now, inputs), inputs


def counting_too(workspace: Workspace, weighed: Weighed, counted: frozenset[str]) -> Sifted | None:
    """What was weighed, sifted with the tickets that the escalation counts which it joins.

    None where that takes laying all out anew: nothing was found that they could stand beside, somebody ruled on a record, or
    it is a concern that was set aside or a whole relationship.
    """
    sifted = weighed.sifted
    if sifted.issue.set_aside:
        return None
    if counted <= {*weighed.cited.tickets}:
        return sifted
    if not sifted.matched or sifted.context.rulings or sifted.issue.kind == "relationship":
        return None
    return counting(sifted, beside(workspace, sifted.typed, sifted.context, counted))


def _others(seen: Workspace, context: Context, texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """By text the names in it of customers beside the one that the issue is about: "B saw A's data" tells it by names alone."""
    if len(context.named) != 1:
        return {}
    own = context.named[0].id
    return {
        text: names
        for text in texts
        if (names := tuple(m.text for m in seen.accounts_named_in(text, near=False) if m.account.id != own))
    }
