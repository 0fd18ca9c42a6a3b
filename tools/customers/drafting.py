"""From an escalation on record to a text for one of its customers: written or given, reviewed, with what it commits us to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, get_args

from escalation.audience import Approval, Finding
from escalation.claims import EvidenceBook, book_of
from escalation.clocks.asked import asked_of
from escalation.errors import InvalidInput
from escalation.evidence import Evidence
from escalation.language import spoken_by
from escalation.promises import Promise, PromiseKind, promises
from escalation.register.state import fold
from escalation.terms import Language
from escalation.updates.phase import LAST, Phase
from escalation.updates.review import Remark, Review, review
from prompts.audience_words import audience_words
from prompts.claim_words import claim_words
from prompts.filters import in_zone
from prompts.script import convention
from prompts.their_clock import for_customer
from prompts.unkept import apology
from prompts.update import Approved, customer_update
from prompts.update_words import remark_words
from tools import instants
from tools.customers.audience import audience
from tools.customers.demanded import demanded, wanted_by, without_others_wish
from tools.customers.ending_words import at_the_end, decision_on_record, heard_before, left_out
from tools.customers.handed import handed
from tools.customers.next_word import next_owed
from tools.desk.recorded import with_record
from tools.desk.whose import account_of
from tools.results.updates import CustomerUpdate, PromiseFound, ToChange
from tools.serving.quoting import bare, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from escalation.assessment import Assessment
    from escalation.evidence import Coverage
    from escalation.records import Account
    from escalation.register.events import Event
    from escalation.register.state import EscalationState
    from tools.desk.desk import Desk
    from tools.desk.office import Opened


_DATED: tuple[PromiseKind, ...] = ("fix_by", "deliver_by", "other")


@dataclass(frozen=True)
class Wanted:
    """What was asked: a phase for a customer, with what the writer adds, or their own `text`."""

    escalation_id: str
    phase: Phase
    account: str | None = None
    language: Language | None = None
    approved: Approved = field(default_factory=Approved)
    text: str | None = None


def draft(rooms: Opened, wanted: Wanted) -> tuple[CustomerUpdate, tuple[Coverage, ...]]:
    """The answer without its coverage, and the coverage. Raises `NotFound`, and `InvalidInput` when no customer is clear."""
    state = rooms.register.state(wanted.escalation_id)
    prepared = rooms.desk.reassess(wanted.escalation_id)
    found = prepared.model_copy(update={"account": _whose(rooms, wanted, state, prepared)})
    tongue = wanted.language or spoken_by(found.account) or found.issue.language
    log = rooms.register.events(state.id)
    over = wanted.phase in LAST or _decided(wanted, log)
    word = None if over else next_owed(rooms.policy, found, state, wanted_by(prepared, found.account))
    due = word.at if word else None
    reader = audience(
        rooms.workspace,
        rooms.policy,
        found,
        found.account,
        log=log,
        approved=tuple(_approved(state, found.account)),
        language=tongue,
    )
    said, left = at_the_end(
        wanted.approved, wanted.phase, reader, log, found.at, found.account.id if found.account else None
    )
    text = (wanted.text or "").strip() or customer_update(
        found,
        tongue,
        wanted.phase,
        next_update_at=due,
        approved=said,
        heard=heard_before(log, found.account.id if found.account else None),
        handed=handed(state),
        data_seen=reader.data_seen,
    )
    seen = review(
        text,
        wanted.phase,
        reader,
        sent_at=found.at,
        due=due,
        status=state.status,
        book=_book(rooms, wanted, _letter(prepared, found), demanded(prepared, found.account, log)),
        given=bool(wanted.text),
        owed=word is not None and word.owed,
        promised_for=word.promised if word else None,
        untold=any(each.what == "decision" for each in left) and not wanted.text,
        asked=() if over or _worded(wanted) else asked_of(state, found.account.id if found.account else None),
    )
    zone = reader.timezone
    _remember(rooms, state.id, found, text.strip(), ready=seen.ready)
    return CustomerUpdate(
        escalation_id=state.id,
        account=found.account.name if found.account else None,
        language="zh-Hant" if tongue == "zh" and convention(found.account) else tongue,
        phase=wanted.phase,
        ready=seen.ready,
        text=text.strip(),
        findings=tuple(_to_change(seen, found.issue.language, zone)),
        left_out=() if wanted.text else tuple(left_out(each, tongue, found.issue.language) for each in left),
        promises=tuple(_promise(each, zone, tongue) for each in seen.promised),
        next_update=for_customer(due, zone, tongue).strip() if due else None,
        next_update_utc=instants.said(due),
        coverage={},
    ), found.coverage


def _decided(wanted: Wanted, log: Iterable[Event]) -> bool:
    """Whether the letter tells the answer to a wish: with that nothing more is owed on a clock."""
    return wanted.phase == "feature_decision" and bool(wanted.approved.decision or decision_on_record(log))


def _worded(wanted: Wanted) -> bool:
    """Whether somebody put words of their own into it, which may well be the answer to what was asked."""
    return wanted.text is not None or wanted.approved != Approved()


def _letter(prepared: Assessment, found: Assessment) -> Assessment:
    own = without_others_wish(prepared, found.account)
    return own.model_copy(update={"account": found.account})


def _remember(rooms: Opened, escalation_id: str, found: Assessment, text: str, *, ready: bool) -> None:
    """A draft that may go can be proposed as it stands; one that may not is none, and neither is the one before it."""
    if found.account is None:
        return
    if ready:
        rooms.drafts.keep(escalation_id, found.account.id, text, found.at)
    else:
        rooms.drafts.drop(escalation_id, found.account.id)


def _approved(state: EscalationState, own: Account | None) -> Iterator[Approval]:
    """Open promises to this customer on record: whoever put them there stands for them. No record makes "never again" true."""
    for promise in state.promises:
        if promise.kept_at is None and promise.account_id in (None, own.id if own else None):
            # The promise of an answer by a time is none of a fix by then; words that no finder knows stand for any.
            said = {each.kind for each in promises(promise.text, promise.made_at)} or set(_DATED)
            yield from (Approval(kind=kind, due=promise.due, words=promise.text) for kind in _DATED if kind in said)
            yield Approval(kind="compensation", words=promise.text)


def _whose(rooms: Opened, wanted: Wanted, state: EscalationState, found: Assessment) -> Account | None:
    """The customer asked for, the one the issue names, or the only one; never one of several by chance."""
    if wanted.account:
        account = account_of(rooms.workspace, wanted.account, state.evidence)
        if state.account_ids and account.id not in state.account_ids:
            raise InvalidInput(
                f"{account.name} is not among the customers of {state.id}.",
                f"Its customers are: {', '.join(state.account_ids)}.",
            )
        return account
    if found.account is not None or len(state.account_ids) != 1:
        if found.account is None and state.account_ids:
            raise InvalidInput(
                f"{state.id} concerns several customers.",
                f"Name one with account: {_called(rooms, state)}.",
            )
        return found.account
    return next(iter(rooms.workspace.accounts(state.account_ids)), None)


def _called(rooms: Opened, state: EscalationState) -> str:
    names = {each.id: each.name for each in rooms.workspace.accounts(state.account_ids)}
    return "; ".join(f"{plain(names.get(id_, id_))} ({bare(id_)})" for id_ in state.account_ids[:20])


def _book(rooms: Opened, wanted: Wanted, found: Assessment, demand: tuple[Evidence, ...]) -> EvidenceBook | None:
    """The evidence, when the text holds words that are not the program's own."""
    if not _worded(wanted):
        return None
    return book_for(rooms.desk, found, rooms.register.events(wanted.escalation_id), demand)


def _owned_up(found: Assessment) -> list[Evidence]:
    """Our broken word in the letter's own sentence: what says sorry for it tells of that time as nothing else does."""
    own = found.account.id if found.account else None
    told = [sentence for tongue in get_args(Language) if (sentence := apology(found, tongue))]
    return [
        Evidence(id=f"W{n}", source="computed", record_id="promise_missed", quotation=sentence, about="promise_missed",
                 fetched_at=found.at, account_id=own, internal=False)
        for n, sentence in enumerate(told, 1)
    ]  # fmt: skip


def book_for(desk: Desk, found: Assessment, log: Iterable[Event], demand: tuple[Evidence, ...] = ()) -> EvidenceBook:
    """What a text to the customer `found.account` may rest on: the evidence, what people put on record, their own `demand`."""
    own = found.account
    ids = tuple(account.id for account in (*found.affected, *((own,) if own else ())))
    names = desk.workspace.account_names(except_ids=ids)
    events = list(log)
    known = with_record(found, events)
    known = known.model_copy(update={"evidence": (*known.evidence, *demand, *_owned_up(found))})
    book = replace(book_of(known, names, zone=own.timezone if own else None), asks_causes=False)
    state = fold(events)
    if state is None or state.is_open:
        return book
    # Our record says that it is over; the helpdesk closes the ticket only once the customer has confirmed.
    over = {id_.lower() for id_ in state.ticket_ids}
    return replace(book, statuses={id_: status for id_, status in book.statuses.items() if id_ not in over})


def _to_change(seen: Review, language: Language, zone: str | None) -> Iterator[ToChange]:
    for leak in seen.leaks:
        yield ToChange(kind=leak.kind, change=audience_words(on_their_clock(leak, zone), language))
    for claim in seen.inventions:
        yield ToChange(kind="not_in_evidence", change=claim_words(claim, language))
    for remark in seen.remarks:
        yield ToChange(kind=remark.kind, change=said_of(remark, zone, language))


def said_of(remark: Remark, zone: str | None, language: Language) -> str:
    """A remark in words, its time as the customer's clock shows it."""
    due = for_customer(remark.due, zone, language).strip() if remark.due else None
    return remark_words(remark, language, due)


def on_their_clock(leak: Finding, zone: str | None) -> Finding:
    """A promised date as the customer's clock shows it."""
    if "due" not in leak.values:
        return leak
    due = datetime.fromisoformat(leak.values["due"])
    local = in_zone(due, zone)
    shown = f"{local:%Y-%m-%d %H:%M}" if local else instants.said(due) or ""
    return leak.model_copy(update={"values": {**leak.values, "due": shown}})


def _promise(promise: Promise, zone: str | None, language: Language) -> PromiseFound:
    return PromiseFound(
        kind=promise.kind,
        words=promise.span,
        due=for_customer(promise.due, zone, language).strip() if promise.due else None,
        due_utc=instants.said(promise.due),
        every_hours=promise.every_hours,
        owner=promise.named or promise.owner,
    )
