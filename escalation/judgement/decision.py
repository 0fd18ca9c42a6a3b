"""From reasons to a decision, a severity and a target: domain.md §3 to §5.

The line's words give each outcome a chance; what the records show moves it. Both are added up as logarithms of chances, so that
a reason says by how much it makes an outcome likelier: 1 is "nearly three times", 3 is "twenty times".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp, log

from escalation.assessment import Reason
from escalation.judgement.approval import awaits_approval
from escalation.judgement.asking_first import must_ask_which, must_ask_who, nothing_understood
from escalation.judgement.case import Case
from escalation.judgement.gravity import TOO_LOW, TOO_LOW_SHOWN, severity_by, shown
from escalation.judgement.lone_device import lone_device
from escalation.judgement.not_there import only_says_no
from escalation.judgement.noted import NOTE_BEYOND, note_leans
from escalation.judgement.of_the_relation import only_of_the_relation
from escalation.judgement.override import HELD, concerns_security, hold_of
from escalation.judgement.papers import asks_for_paper
from escalation.judgement.possible_exposure import possible_exposure
from escalation.judgement.second_line import wanted_of_second_line
from escalation.judgement.security import is_security
from escalation.judgement.settling import THREADS, logit
from escalation.judgement.solutions import MAY_FIT
from escalation.judgement.spoken import reading_of, severities_of
from escalation.judgement.standstill import way_on
from escalation.judgement.tracked import open_wish
from escalation.reading.line import Outcome
from escalation.reading.money_back import asks_for_money, disputes_a_bill
from escalation.reading.nameless import nameless
from escalation.terms import TARGETS, Decision, Severity, Target

_LEAST = 0.002
"""No outcome is ruled out by words alone."""

MOVES: dict[str, dict[Outcome, float]] = {
    "documented_workaround": {"handle": 6.0},
    "known_limitation": {"handle": 6.0},
    "similar_solved_by_support": {"handle": 3.0},
    "configuration_cause": {"handle": 3.0},
    "customers_cause": {"handle": 8.0, "engineering": -2.0, "l2": -2.0, "need_info": -3.0},
    "bug_on_tracker": {"engineering": 2.0, "handle": -2.5, "l2": -1.0},
    "defect_confirmed": {"engineering": 1.5, "handle": -4.0},
    "beyond_support": {"handle": -3.0},
    "article_outdated": {"handle": -1.0},
    "article_not_applicable": {"handle": -2.0},
    "article_refuted": {"handle": -2.0},
    "article_ruled_out": {"handle": -2.0},
    "three_or_more_customers": {"handle": -5.0, "l2": -1.5, "need_info": -1.5},
    "several_customers": {"handle": -0.7, "l2": -1.0, "need_info": -1.0},
    "recurrence": {"handle": -2.0},
    "sla_breached": {"handle": -0.7},
    "churn_threat": {"handle": -1.0},
    "executive_request": {"handle": -1.0},
    "production_down": {"handle": -1.0},
    "data_loss": {"handle": -1.0},
}
"""What a reason that rests on records makes likelier or less likely."""

FOUND, MINOR, NOTED, REPLY = 1.1, 0.6, 0.7, -0.3
"""What the reports on record add for support: that there are any, for the line alone sounds graver than the whole; that the
helpdesk sorted them as questions or problems; how far the latest internal note speaks for it (log odds); each reply that a
customer had to write. Fitted on eight companies, each time judged on one left out: 504 of 545 right before, 512 after."""

IN_DOUBT = 1.2
"""What the log odds of the article that may fit add for support, from where it may fit at all. Fitted with readers that had not
seen the company: of 1,116 lines 1,055 were decided rightly before, 1,060 to 1,062 after, with 0.8 to 2.0 alike."""

INFERRED = frozenset({"similar_solved_by_support", "configuration_cause"})
"""Arguments for support that rest on likeness or on a colleague's first guess: they count for faults and questions only, ..."""

FOR_SUPPORT = frozenset({*INFERRED, "documented_workaround", "known_limitation", "customers_cause"})
"""What must speak for support before an outage that goes on is left there: the words alone ("SSO is down") do not."""

OUTWEIGHS = frozenset(
    {
        "recurrence",
        "bug_on_tracker",
        "defect_confirmed",
        "beyond_support",
        "article_refuted",
        "several_customers",
        "production_down",
        "churn_threat",
        "executive_request",
        "sla_breached",
    }
)
"""... and not beside any of these."""

OURS_TYPED = frozenset({"beyond_support", "recurrence"})
"""What a colleague reports of support's own work, and that a fault is back, counts as a record does."""

BROKEN_PROMISE = 1.5
"""A customer of high value that complains of a missed SLA is a matter for leaders (domain.md §4)."""
LEADERS_ANGER = 2.5
"""A named customer's leadership that is angry, or threatens to go, wants a leader, however the line puts it (domain.md §4)."""

KNOWN_CUSTOMER = -2.0
"""A customer that is named and found takes the doubt out of "which customer?"."""

SHOWN = -1.0
"""Reports on record take some of the doubt out of "what is broken?"."""

FAULTS = frozenset({"bug", "outage"})
_BUILDERS: tuple[Outcome, ...] = ("engineering", "l2")
_NOT_OF_LEADERS: tuple[Outcome, ...] = (*_BUILDERS, "product", "handle", "need_info")
"""What a line is not that only says of a known customer that they may leave: leaders act before anybody knows why."""
FOR_ONE_MATTER: frozenset[Target] = frozenset({"engineering", "l2", "product"})
"""Teams that take one matter at a time; leaders look at a relationship as a whole."""

OVERSTATED = 0.3
"""What the word "all" counts for once the records contradict it."""

STANDSTILL = frozenset({"production_down", "data_loss"})
"""What makes an emergency of a matter that sounds like none."""

GAP = 4.0
"""A gap that is on record as a request is important and not urgent; what the business loses is its impact (domain.md §9 B)."""

PAPER = 4.0
"""Who asks for a certificate or for the standard agreement is sent it by support, however the line sounds."""

APPROVAL = 5.0
"""What a customer wants back and support may not grant alone goes to who may."""

SECOND_LINE = 3.0
"""What our own note asks of the second line goes there before it goes to those who build."""

WISH = 2.0
"""A wish for the same thing on the tracker speaks for Product."""


def chances(case: Case, reasons: tuple[Reason, ...]) -> dict[Outcome, float]:
    """How likely each outcome is by words and records together; they sum to 1."""
    scores: dict[Outcome, float] = {o: log(max(p, _LEAST)) for o, p in reading_of(case).outcomes.items()}
    typed = case.ledger.typed_ids()
    signals = {r.signal for r in reasons}
    unfit = _unfit(case, signals)
    for reason in reasons:
        if reason.signal in unfit or (set(reason.evidence) <= typed and reason.signal not in OURS_TYPED):
            continue
        for outcome, move in MOVES.get(reason.signal, {}).items():
            scores[outcome] += move
    if signals >= {"sla_breached", "high_value_account"} and case.heard.typed("sla_complaint"):
        scores["leadership"] += BROKEN_PROMISE
    unhappy = "complaint" in case.issue.concepts or (
        case.issue.kind == "relationship" and case.heard.typed("churn_threat")
    )
    if case.context.named and case.heard.typed("executive_involved") and unhappy:
        scores["leadership"] += LEADERS_ANGER
        scores["handle"] -= LEADERS_ANGER
    if case.context.named:
        scores["need_info"] += KNOWN_CUSTOMER
    if (leans := note_leans(case)) == "beyond":
        scores["handle"] += NOTE_BEYOND
    if case.matched:
        scores["need_info"] += SHOWN
        scores["handle"] += _on_record(case, argued=leans == "support" or any(r.stance == "against" for r in reasons))
    scores["l2"] += SECOND_LINE * wanted_of_second_line(case)
    scores["leadership"] += APPROVAL * awaits_approval(case)
    scores["handle"] += _in_doubt(case) + PAPER * asks_for_paper(case.issue.text)
    scores |= dict.fromkeys(_ruled_out(case, signals), log(_LEAST))
    if open_wish(case) is not None:
        scores["product"] += WISH
    top = max(scores.values())
    raised: dict[Outcome, float] = {o: exp(s - top) for o, s in scores.items()}
    total = sum(raised.values())
    return {o: value / total for o, value in raised.items()}


def _ruled_out(case: Case, signals: set[str]) -> Iterator[Outcome]:
    """What the line's words may sound like and the case is not."""
    if not is_security(case):
        yield "security"
    if case.context.named and only_of_the_relation(nameless(case.issue.text, case.context.named)):
        yield from _NOT_OF_LEADERS
    if asks_for_money(case.issue.text):
        yield "product"
        if disputes_a_bill(case.issue.text) and "bug_on_tracker" not in signals:
            yield from _BUILDERS
    elif case.issue.kind == "feature" and case.matched and open_wish(case) is not None:
        # What others wish for too is built by decision, however much of a fault it sounds.
        yield from _BUILDERS
    if case.issue.kind == "outage" and not case.over and not signals & FOR_SUPPORT:
        yield "handle"


def _on_record(case: Case, *, argued: bool) -> float:
    """`argued`: something speaks for support. A fault of which nothing does is not settled by being on record; no outage is."""
    standing, kind = case.solutions.standing, case.issue.kind
    found = FOUND if kind not in FAULTS or (argued and kind != "outage") else 0.0
    return found + MINOR * standing.minor + NOTED * standing.noted + REPLY * standing.replies


def _in_doubt(case: Case) -> float:
    may = case.in_doubt
    return IN_DOUBT * (logit(may[1]) - logit(MAY_FIT)) if may else 0.0


def _unfit(case: Case, signals: set[str]) -> frozenset[str]:
    if only_says_no(case, signals):
        return FOR_SUPPORT - {"configuration_cause", "customers_cause"}
    if signals & OUTWEIGHS or case.issue.kind == "relationship":
        return INFERRED
    return frozenset({"similar_solved_by_support"}) if case.issue.kind == "feature" else frozenset()


def decide(case: Case, reasons: tuple[Reason, ...]) -> Decision:
    """Security always escalates; a customer that must be named is asked for; else the likeliest of the three."""
    if concerns_security(reasons):
        return "escalate"
    if case.good_news or must_ask_who(case) or nothing_understood(case):
        return "need_info"
    likely = chances(case, reasons)
    escalates = sum(likely[target] for target in TARGETS)
    if escalates >= max(likely["handle"], likely["need_info"]):
        asks = must_ask_which(case) or lone_device(case)
        return "need_info" if asks and target_of(case, reasons) in FOR_ONE_MATTER else "escalate"
    if case.context.named and possible_exposure(case):
        return "need_info"  # a customer who asks about their own data must not be soothed by how the line reads
    return "handle" if likely["handle"] >= likely["need_info"] else "need_info"


def severity_of(case: Case, reasons: tuple[Reason, ...]) -> Severity:
    """The words' chances, moved by what the records show, at the least expected cost."""
    signals = {r.signal for r in reasons if r.stance == "for"}
    target = target_of(case, reasons)
    likely = severities_of(case)
    likely = shown(likely, {*signals, *_signs(case, target)}) if case.matched else _heard_alone(case, signals, target)
    high_value = [a for a in case.affected if (a.arr_usd or 0) >= case.policy.high_value_arr_usd]
    if case.issue.kind in FAULTS and not case.over and len(high_value) >= case.policy.pattern_customers:
        likely["critical"] *= 4
    if case.over:
        likely["critical"] *= 0.05  # what is over is no emergency, whatever it was
    if disputes_a_bill(case.issue.text) and not signals & STANDSTILL:
        likely["critical"] *= 0.05  # nothing stands still for it
    if _overstated(case) and not signals & STANDSTILL:
        likely["critical"] *= OVERSTATED
    if case.solutions.valid or way_on(case):
        likely["critical"] *= 0.3
        likely["medium"] *= 2
    found = severity_by(_shares(likely), TOO_LOW_SHOWN if case.matched else TOO_LOW)
    # What is held by Security may not be chosen lower either.
    return "high" if found == "medium" and hold_of(reasons) == HELD else found


def _overstated(case: Case) -> bool:
    """Whether the line says "all customers" and the records show less than half of them: it makes it no emergency."""
    size = case.context.segment_size
    return case.issue.claimed_scope == "all" and bool(size) and 0 < 2 * case.customer_count < (size or 0)


def _signs(case: Case, target: Target) -> Iterator[str]:
    """What the records show beside the reasons: where it goes, a wish, and the priority that the helpdesk gave."""
    yield from ("on_record", target)
    given = {(t.priority or "").lower() for t in case.tickets[:THREADS]}
    if case.issue.kind == "feature":
        yield "wish"
    if "urgent" in given:
        yield "urgent"
    if given & {"urgent", "high"}:
        yield "pressing"
    elif given & {"normal", "low"}:
        yield "quiet"


def _heard_alone(case: Case, signals: set[str], target: Target) -> dict[Severity, float]:
    """By the line alone, where no report was found."""
    likely = dict(severities_of(case))
    if signals & {"three_or_more_customers", "sla_breached", "sla_imminent", "recurrence", "churn_threat"}:
        likely["medium"] *= 0.5
    if case.issue.kind in FAULTS and signals & STANDSTILL and not case.over:
        likely["critical"] *= 2
    if target == "product" and open_wish(case) is not None:
        likely["medium"] *= GAP
    return likely


def _shares(likely: Mapping[Severity, float]) -> dict[Severity, float]:
    total = sum(likely.values())
    return {severity: value / total for severity, value in likely.items()}


def target_of(case: Case, reasons: tuple[Reason, ...]) -> Target:
    if concerns_security(reasons):
        return "security"
    likely = chances(case, reasons)
    open_to: list[Target] = [t for t in TARGETS if t != "security" or is_security(case)]
    return max(open_to, key=lambda target: likely[target])
