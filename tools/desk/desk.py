"""The desk: from one typed line to a checked brief on record. Sources, judgement, words and register meet here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from escalation.assess import judge, tell
from escalation.assessment import Assessment
from escalation.errors import InvalidInput
from escalation.evidence import Evidence
from escalation.judgement.override import HELD, Choice, HeldBySecurity, hold_of
from escalation.matching.ruled import together
from escalation.policy import Policy
from escalation.ports import Workspace
from escalation.register.events import Event
from escalation.register.state import EscalationState
from escalation.ruling import Ruling
from escalation.sifting import Sifted
from escalation.weighing import Inputs, Weighed, weigh
from tools.desk import choosing, recording, ruling
from tools.desk.adopting import adopted, needed
from tools.desk.as_grave import as_grave, raised
from tools.desk.by_hand import as_recorded
from tools.desk.changes import Changed, changed, handed_in_since
from tools.desk.choosing import Ended
from tools.desk.good_news import brings_nothing_to_do, not_recorded
from tools.desk.handed_back import answered_since, as_asked, asked_back
from tools.desk.held import Allowed, RulingsHeld, culprits, not_dated, not_denied
from tools.desk.joining import Delta, MovedOn, delta_of, errors_new_to, join, links_of, no_longer, parent_of, same_issue
from tools.desk.laid_out import counting_too, laid_out
from tools.desk.recording import adopt, also_said, assessed, record_found, record_held, record_overrides, verdict
from tools.desk.request import Request, as_data, masked
from tools.desk.told_since import as_told
from tools.store.register import AlreadyOpen, Register, Together

__all__ = ["Desk", "Prepared", "Request"]


@dataclass(frozen=True)
class Prepared:
    """An assessment and the escalation it is recorded under (None when support can handle it: nothing was opened)."""

    assessment: Assessment
    escalation_id: str | None = None
    joined: bool = False
    delta: Delta | None = None
    """What a report that joined has brought, and the totals with it."""
    changed: Changed | None = None
    """What the rulings of this call changed."""
    refused: tuple[str, ...] = ()
    """What of the request did not take effect, why, and what to do."""


@dataclass(frozen=True)
class Desk:
    """Works over one workspace, one register and one policy; keeps no state of its own."""

    workspace: Workspace
    register: Register
    policy: Policy

    def assess(
        self, request: Request, *, evidence: tuple[Evidence, ...] = (), at: datetime | None = None
    ) -> Assessment:
        """What the program concludes now, or at `at` (aware UTC); records nothing.

        Raises `InvalidInput` for an empty or endless issue or a refused override, `WorkspaceUnusable` when records cannot
        be read.
        """
        return judge(*self._sifted(request, evidence, at))

    def _sifted(
        self, request: Request, evidence: tuple[Evidence, ...] = (), at: datetime | None = None
    ) -> tuple[Sifted, Inputs]:
        return laid_out(self.workspace, self.policy, request, evidence, at)

    def prepare(self, request: Request, *, escalation_id: str | None = None) -> Prepared:
        """Assesses and puts it on record: under `escalation_id`, under an open escalation of the same issue, or a new one.

        A matter that support can handle opens nothing. What is refused (an override or a ruling that would take a matter from
        Security, an outdated article) takes nothing else with it. Raises `NotFound` for an unknown id, and what `assess` raises.
        """
        request = masked(request)
        rulings, refused = ruling.checked(self.workspace, request.rulings)
        allowed = Allowed(replace(request, rulings=rulings), refused)
        while allowed.worth_doing:
            try:
                found = self._prepared(allowed.request, escalation_id)
                idle = (*not_denied(found.assessment, request), *not_dated(found.assessment, request))
                return replace(found, refused=(*map(str, allowed.refused), *found.refused, *idle))
            except (HeldBySecurity, RulingsHeld) as held:
                allowed = allowed.without(held)
        raise allowed.refused[0]

    def _prepared(self, request: Request, escalation_id: str | None) -> Prepared:
        if escalation_id is not None:
            return self._again(request, self._standing(escalation_id))
        sifted, inputs = self._sifted(request)
        weighed, told = weigh(sifted, inputs), None
        if brings_nothing_to_do(weighed):
            return Prepared(tell(weighed), refused=not_recorded(self.register, weighed))
        was = self._was(request, ())
        self._hold_security(weighed, request, was, ())
        while True:
            # A way out that was ruled in sends it to nobody; it is the same matter all the same.
            same = self._standing_for(weighed) or (
                self._standing_for(replace(weighed, verdict=was.verdict)) if was else []
            )
            try:
                if same:
                    whole = self.register.state(same[0].id)  # what was found by its links comes without its evidence
                    # A report that joins counts what was ruled before, on the first of these before all.
                    theirs = replace(request, rulings=together(ruling.of_all(same), request.rulings))
                    # It is one matter: what is counted there belongs to what is told of it here.
                    counted = frozenset(id_ for state in same for id_ in state.ticket_ids)
                    seen = counting_too(self.workspace, weighed, counted) if theirs == request else None
                    seen = seen or self._sifted(replace(theirs, counted=counted), whole.evidence)[0]
                    found = judge(seen, replace(inputs, evidence=whole.evidence))
                    found = self._after_bounce(found, whole, self.register.events(whole.id), request.answers)
                    was = self._was(theirs, ruling.of_all(same), whole.evidence)
                    delta, ended = self._joined(whole, same[1:], found, theirs)
                    told_of = choosing.with_ended(changed(was, found, request.rulings), ended)
                    found = as_grave(as_told(found, whole, self.register.events(whole.id)), whole)
                    return Prepared(found, whole.id, joined=True, delta=delta, changed=told_of)
                told = told or tell(weighed)
                opened = self._open(told, request) if recording.goes_on_record(told) else None
                return Prepared(told, opened, changed=changed(was, told, request.rulings))
            except (AlreadyOpen, MovedOn):
                continue

    def _joined(
        self, whole: EscalationState, others: list[EscalationState], found: Assessment, request: Request
    ) -> tuple[Delta, Ended]:
        who = request.reporter or "reporter"
        data = {**links_of(found), "issue": found.issue.text, "request": as_data(request)}
        data["no_longer"] = no_longer(self.workspace, (whole, *others), found)
        fresh = ruling.fresh(request.rulings, whole.rulings)
        anew = self._judged_anew(whole, request) if fresh or request.choice else None
        gone = self._gone(whole, fresh, anew[1]) if anew and fresh else {}
        ended = choosing.ended(whole, request.choice, anew[1]) if anew else ()
        rises = raised(found, whole, self.register.events(whole.id), who)

        def more(record: Together) -> None:
            ruling.record(record, fresh, found, who, gone)
            record_found(record, whole, found, who)
            if anew:
                record.append("assessed", who=who, at=found.at, data=assessed(anew[1], anew[0], whole))
            record_overrides(record, anew[1].overrides if anew else choosing.new_to(whole, found), request, found.at)
            choosing.record_ended(record, ended, request, found)
            adopt(record, (*adopted(found, whole), *needed(found, whole), *rises), found)

        after, new, merged = join(self.register, [whole, *others], who, found.at, data, more)
        return delta_of(self.workspace, after, new, merged, errors_new_to(whole, found)), ended

    def _standing(self, escalation_id: str) -> EscalationState:
        """An escalation, or the one that it has become part of."""
        state = self.register.state(escalation_id)
        return self._standing(state.merged_into) if state.merged_into else state

    def _open(self, found: Assessment, request: Request) -> str:
        kept: dict[str, Any] = {"request": as_data(choosing.kept(request, request.choice, found))}
        who, owed = request.reporter or "reporter", (*adopted(found), *needed(found))

        def more(record: Together) -> None:
            ruling.record(record, request.rulings, found, who, {})
            if found.overrides:
                record_overrides(record, found.overrides, request, found.at)
            adopt(record, owed, found)

        return self.register.open(
            issue=found.issue.text,
            who=who,
            at=found.at,
            evidence=found.evidence,
            unless=lambda states: same_issue(found, states),
            more=more,
            **{**kept, "language": found.issue.language, **links_of(found), **verdict(found)},
        )

    def reassess(self, escalation_id: str) -> Assessment:
        """The assessment of a recorded escalation, from its last request and all evidence on its record."""
        state = self.register.state(escalation_id)
        log = self.register.events(state.id)
        last = choosing.last_request(state, log)
        found, _ = self._as_chosen(last, state)
        return as_told(self._after_bounce(found, state, log, last.answers), state, log)

    def _as_chosen(
        self, request: Request, state: EscalationState, evidence: tuple[Evidence, ...] | None = None
    ) -> tuple[Assessment, HeldBySecurity | None]:
        """The assessment with what was chosen before, as far as Security does not hold it by now, and what it holds."""
        known = state.evidence if evidence is None else evidence
        try:
            return self.assess(request, evidence=known), None
        except HeldBySecurity as held:
            return self.assess(replace(request, choice=held.allowed), evidence=known), held

    def _again(self, request: Request, state: EscalationState) -> Prepared:
        if not state.is_open:
            raise InvalidInput(
                f"{state.id} has ended ({state.status}).",
                "If it came back, record that (update_escalation, reopened). A new issue is prepared without escalation_id.",
            )
        log = self.register.events(state.id)
        before, new = choosing.last_request(state, log), as_asked(request.answers, state)
        merged = replace(
            before,
            account=request.account or before.account,
            language=request.language or before.language,
            answers={**before.answers, **new},
            said={q: at for q, at in before.said.items() if q not in new or new[q] == before.answers.get(q)},
            choice=request.choice.after(before.choice),
            rulings=together(before.rulings, request.rulings),
            reporter=request.reporter or before.reporter,
        )
        evidence = (*state.evidence, *also_said(state, request, before, self.workspace.now()))
        found, held = self._as_chosen(merged, state, evidence)
        if held and request.choice:
            raise held
        if held:
            merged = replace(merged, choice=held.allowed)
        found = self._after_bounce(found, state, log, merged.answers)
        was = self._was(merged, before.rulings, evidence)
        self._hold_security(found, merged, was, before.rulings)
        fresh = handed_in_since(log, evidence)
        if fresh:
            known = tuple(each for each in evidence if each.id not in fresh)
            was = weigh(*self._sifted(replace(merged, rulings=before.rulings, choice=Choice()), known))
        ended = choosing.ended(state, request.choice, found)
        self._record(state, found, choosing.kept(merged, request.choice, found), held, ended)
        told_of = choosing.with_ended(changed(was, found, request.rulings, fresh, state), ended)
        found = as_told(found, state, self.register.events(state.id))  # with what was just put on it
        return Prepared(found, state.id, changed=told_of, refused=(str(held),) if held else ())

    def _standing_for(self, found: Weighed) -> list[EscalationState]:
        """The open escalation of this issue, with those that become part of it."""
        same = same_issue(found, self.register.find_open(**links_of(found)))
        return parent_of(same, found.cited.accounts, self.policy)

    def _record(
        self, state: EscalationState, found: Assessment, request: Request, held: HeldBySecurity | None, ended: Ended
    ) -> None:
        who = request.reporter or "reporter"
        fresh = ruling.fresh(request.rulings, state.rulings)
        gone = self._gone(state, fresh, found) if fresh else {}
        with self.register.together(state.id) as record:
            ruling.record(record, fresh, found, who, gone)
            record_found(record, state, found, who)
            record.append("assessed", who=who, at=found.at, data=assessed(found, request, state))
            record_overrides(record, found.overrides, request, found.at)
            choosing.record_ended(record, ended, request, found)
            if held:
                record_held(record, held, state, found, who)
            adopt(record, (*adopted(found, state), *needed(found, state)), found)

    def _after_bounce(
        self, found: Assessment, state: EscalationState, log: list[Event], answers: Mapping[str, str]
    ) -> Assessment:
        """What the team said is lacking stays on its list until it is answered or the team takes the escalation."""
        found = as_recorded(found, state, log, self.workspace, self.policy)
        if state.target != found.target or state.bounced_why is None:
            return found
        return asked_back(found, state, answered_since(log, answers))

    def _judged_anew(self, state: EscalationState, now: Request) -> tuple[Request, Assessment]:
        """The request on record and its issue, judged with what is ruled and chosen now; or raises what holds that."""
        last = choosing.last_request(state, self.register.events(state.id))
        request = replace(last, rulings=now.rulings, choice=now.choice.after(last.choice))
        found, held = self._as_chosen(request, state)
        if held and now.choice:
            raise held
        self._hold_security(found, request, self._was(request, last.rulings), last.rulings)
        return choosing.kept(request, now.choice, found), found

    def _gone(self, state: EscalationState, fresh: tuple[Ruling, ...], found: Assessment) -> dict[str, Any]:
        return ruling.fallen(self.workspace, state, found, fresh, self.register.events(state.id))

    def _was(
        self, request: Request, rulings: tuple[Ruling, ...], evidence: tuple[Evidence, ...] = ()
    ) -> Weighed | None:
        """As it is with these rulings and nobody's choice; None where the request rules nothing else."""
        if not ruling.fresh(request.rulings, rulings):
            return None
        return weigh(*self._sifted(replace(request, rulings=rulings, choice=Choice()), evidence))

    def _hold_security(
        self, found: Assessment | Weighed, request: Request, was: Weighed | None, before: tuple[Ruling, ...]
    ) -> None:
        """Raises `RulingsHeld` where a security concern would be none any more, or only sound like one, by what is ruled now."""
        held = hold_of(was.reasons) if was else 0
        if hold_of(found.reasons) >= held or (found.issue.set_aside and held < HELD):
            return

        def concerned(rulings: tuple[Ruling, ...]) -> bool:
            return hold_of(weigh(*self._sifted(replace(request, rulings=rulings, choice=Choice()))).reasons) >= held

        raise RulingsHeld(culprits(before, ruling.fresh(request.rulings, before), concerned))
