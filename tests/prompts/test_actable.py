"""A brief that the receiving team can act on: whose act, when it shows, what it takes, what it costs, and no noise."""

from escalation.assessment import Impact, Lookalike, Reproduction
from escalation.matters import Sighting, TimelineEntry, TriedStep
from escalation.records import Message
from escalation.terms import Language
from prompts.compose import compose
from tests.prompts.parts import NORTH, NOW, at, because, evidence, found, ticket
from tests.prompts.worlds import feature, pattern


def test_a_title_leaves_out_what_only_stands_around_the_matter() -> None:
    for typed, said in (
        ("some old photos are grey squares now, she says no hurry", "Some old photos are grey squares now"),
        ("3 customers report the PIN screen freezing since the update", "PIN screen freezing since the update"),
        ("move many bookings at once, can someone decide", "Move many bookings at once"),
        ("老签收照片打不开只剩灰块，客户说不急", "老签收照片打不开只剩灰块"),
        ("报文重复发送，本周有三家客户反馈", "报文重复发送"),
    ):
        language: Language = "en" if typed.isascii() else "zh"
        issue = pattern().issue.model_copy(update={"summary": typed, "language": language})
        told = compose(pattern().model_copy(update={"issue": issue}), language).summary
        assert told.split(" — ")[0].split("——")[0] == said


def test_a_title_that_quotes_leaves_nothing_out_of_the_middle() -> None:
    for typed, said in (
        ("退款早退了，他说不急，等领导回话就行，客户说不急", "「退款早退了，他说不急，等领导回话就行」"),
        (
            "photos are grey, she says no hurry, and maps are blank too",
            "“photos are grey, she says no hurry, and maps are blank too”",
        ),
    ):
        language: Language = "en" if typed.isascii() else "zh"
        issue = pattern().issue.model_copy(update={"summary": typed, "language": language})
        alone = pattern().model_copy(update={"issue": issue, "matched": ()})
        assert compose(alone, language).summary.startswith(said)


def test_a_title_names_the_error_that_the_line_does_not() -> None:
    seen = because("technical", "error_seen", "E1", error="lease expired, retry", tickets=("T-1", "T-2"))
    told = compose(pattern().model_copy(update={"reasons": (seen,)}), "en").summary
    assert "error “lease expired, retry”" in told
    for vague in ("internal_error", "Last updated 3 hours ago"):
        none = seen.model_copy(update={"values": {"error": vague}})
        assert vague not in compose(pattern().model_copy(update={"reasons": (none,)}), "en").summary


NOTED: dict[Language, str] = {"en": "Noted on T-2, author unknown: ", "zh": "T-2 的备注（未注明作者）："}
MORE: dict[Language, tuple[str, str]] = {
    "en": ("3 more steps", "to be read in the threads of T-2"),
    "zh": ("另有 3 项做法", "见工单 T-2 的往来记录"),
}
COUNTED: dict[Language, str] = {"en": "Counted as well: T-26, T-27 and T-28", "zh": "同样计入：T-26、T-27、T-28"}


def test_a_note_without_an_author_is_nobodys_act() -> None:
    held = evidence("E9", "T-2", "换了浏览器，一样。", account_id="acc-north", at=at(12), internal=True)
    step = TriedStep(step="换了浏览器", result="一样", by="note", evidence=("E9",))
    world = pattern().model_copy(update={"tried": (step,), "evidence": (held,)})
    assert [s.step for s in compose(world, "en").tried] == [
        "A note on T-2, 2026-11-12, author unknown: “换了浏览器” [E9]"
    ]
    assert [s.step for s in compose(world, "zh").tried] == ["T-2 的备注（2026-11-12，未注明作者）：「换了浏览器」[E9]"]
    seen = (Sighting(words="Fails on the second print.", ours=True, unsigned=True, evidence=("E9",)),)
    shown = world.model_copy(update={"reproduction": Reproduction(shown=seen)})
    for language, begins in NOTED.items():
        told = compose(shown, language).reproduction
        assert told
        assert told.steps[0].startswith(begins)


def test_a_list_that_ends_says_how_many_more_there_are() -> None:
    held = evidence("E9", "T-2", "what was done", account_id="acc-north")
    steps = tuple(TriedStep(step=f"step {n}", result=f"result {n}", evidence=("E9",)) for n in range(11))
    world = pattern().model_copy(update={"tried": steps, "evidence": (held,)})
    for language, last in MORE.items():
        told = compose(world, language).tried
        assert len(told) == 9
        assert (told[-1].step, told[-1].result) == last
    matched = tuple(ticket(f"T-{n}", NORTH, f"Row {n}", "rows missing", at(10)) for n in range(20, 29))
    for language, words in COUNTED.items():
        lines = compose(pattern().model_copy(update={"matched": matched}), language).context
        assert any(line.startswith(words) for line in lines)


def test_a_step_says_whose_act_it_was() -> None:
    held = evidence("E9", "T-2", "Cleared the cache, no effect.", account_id="acc-north", at=at(12))
    steps = (
        TriedStep(step="Cleared the cache", result="no effect", by="customer", evidence=("E9",)),
        TriedStep(step="Restarted one node", by="support"),
        TriedStep(step="restarted"),
    )
    world = pattern().model_copy(update={"tried": steps, "evidence": (held,)})
    assert [s.step for s in compose(world, "en").tried] == [
        "Northwind Ltd (T-2, 2026-11-12): “Cleared the cache” [E9]",
        "Support: “Restarted one node”",
        "“restarted”",
    ]
    assert compose(world, "zh").tried[0].step == "Northwind Ltd（T-2，2026-11-12）：「Cleared the cache」[E9]"


def test_without_a_step_support_s_own_note_is_told() -> None:
    held = evidence("E9", "T-2", "Regeln geprüft.", account_id="acc-north")
    lead = TimelineEntry(at=at(12), what="Regeln geprüft.", evidence=("E9",))
    world = pattern().model_copy(update={"tried": (), "leads": (lead,), "evidence": (held,)})
    step = compose(world, "en").tried[0]
    assert (step.step, step.result) == ("What was found out, as noted on T-2, 2026-11-12 [E9]", "“Regeln geprüft.”")


def test_when_it_shows_is_told_with_whose_sentence_it_is() -> None:
    held = (
        evidence("E8", "T-1", "Confirmed on a test tenant.", account_id="acc-xyz"),
        evidence("E9", "T-2", "Every second export is short.", account_id="acc-north"),
    )
    shown = (
        Sighting(words="Confirmed on a test tenant.", ours=True, evidence=("E8",)),
        Sighting(words="Every second export is short.", ours=False, evidence=("E9",)),
    )
    world = pattern().model_copy(update={"evidence": held, "reproduction": Reproduction(shown=shown, actual="3 rows")})
    body = compose(world, "en").reproduction
    assert body is not None
    assert body.steps == (
        "Our own trial (T-1): “Confirmed on a test tenant.” [E8]",
        "Seen by Northwind Ltd (T-2): “Every second export is short.” [E9]",
    )
    alone = Reproduction(shown=shown[1:], actual="Every second export is short.")
    only = compose(world.model_copy(update={"reproduction": alone, "reasons": ()}), "zh").reproduction
    assert only is not None
    assert (len(only.steps), only.actual) == (1, "见上。")


def test_the_ask_names_what_mending_takes_and_stops_what_removes_data() -> None:
    held = evidence("E9", "BUG-77", "Needs a parser fix.", source="tracker")
    need = TimelineEntry(at=at(12), what="Needs a parser fix.", evidence=("E9",))
    world = pattern().model_copy(update={"needs": (need,), "evidence": (held,)})
    assert compose(world, "en").ask.endswith("What it takes, as noted on BUG-77: “Needs a parser fix.” [E9]")
    assert "处理所需（据 BUG-77 的备注）：「Needs a parser fix.」[E9]。" in compose(world, "zh").ask
    for words, stops in (("The job deleted old files.", True), ("No data is lost.", False)):
        lead = TimelineEntry(at=at(12), what=words)
        told = compose(world.model_copy(update={"leads": (lead,)}), "en").ask
        assert told.startswith("Please stop first whatever removes the data") is stops


def test_an_incident_is_restored_and_not_released() -> None:
    incident = pattern().items[0].model_copy(update={"type": "incident"})
    assert compose(pattern().model_copy(update={"items": (incident,)}), "en").ask.startswith(
        "Please restore the service"
    )


def test_what_only_sounds_alike_is_no_context() -> None:
    noise = Message.model_validate(
        {"id": "C-9", "channel": "help", "at": NOW, "author": "x", "text": "Exports are nice. Who orders lunch?"}
    )
    alike = Lookalike(record_id="T-0", source="tickets", why=found("not_the_issue"))
    world = pattern().model_copy(update={"messages": (noise,), "lookalikes": (alike,)})
    assert not [line for line in compose(world, "en").context if "C-9" in line or "T-0" in line]
    named = noise.model_copy(update={"text": "Exports are nice. Northwind Ltd calls every hour."})
    lines = compose(world.model_copy(update={"messages": (named,)}), "en").context
    assert any("Northwind Ltd calls every hour." in line for line in lines)


def test_what_it_costs_the_customer_is_told_beside_its_depth_once() -> None:
    held = evidence("E9", "T-2", "We re-key 40 rows by hand.", account_id="acc-north")
    cost = Sighting(words="We re-key 40 rows by hand.", ours=False, evidence=("E9",))
    world = pattern().model_copy(update={"evidence": (held,), "felt": (cost,), "impact": Impact()})
    assert compose(world, "en").workflow_impact == "Northwind Ltd: “We re-key 40 rows by hand.” [E9]"


def test_product_reads_the_requests_themselves_when_each_was_made_and_unnamed_rivals() -> None:
    asked = (
        ticket("T-1", NORTH, "Bulk assignment", "We assign 100 tasks a week one at a time.", at(1)),
        ticket("T-2", NORTH, "Again", "Second time that I ask for bulk assignment of tasks.", at(9)),
    )
    held = tuple(
        evidence(f"E{n}", m.ticket.id, f"{m.ticket.subject} {m.ticket.description}") for n, m in enumerate(asked, 1)
    )
    leaving = because("business", "churn_threat", "E2", words="we compare other vendors")
    bare = feature().demand
    assert bare is not None
    demand = bare.model_copy(update={"use_case": None, "competitors": ()})
    world = feature().model_copy(
        update={"matched": asked, "evidence": held, "demand": demand, "reasons": (leaving,), "account": NORTH}
    )
    body = compose(world, "en").product
    assert body is not None
    assert "We assign 100 tasks a week one at a time." in (body.use_case or "")
    assert "this customer on 2026-11-01 (T-1) and 2026-11-09 (T-2)" in (body.frequency or "")
    assert body.competitors == "Spoken of, none named: “we compare other vendors” [E2]."
    calm = compose(world.model_copy(update={"reasons": ()}), "zh").product
    assert calm is not None
    assert calm.competitors == "记录中没有客户提到竞品。"
