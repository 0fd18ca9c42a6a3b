"""Chat that names a customer of the matter: what speaks of it is told; what does not is said to be there, and not counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.evidence import Coverage
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.records import Message, Ticket
from prompts import sheet
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, context, item, ticket

PUMP = ticket(
    "T-1",
    "quayside",
    "Pump controller stops dosing",
    description="The dosing pump stops every night at two. Alarm DP-77.",
)
SCALE = ticket(
    "T-2",
    "hebin",
    "称重数据没有上传",
    description="昨天起地磅的称重数据没有上传到平台。",
    product_area="weighing",
    language="zh",
)


def world(ticket_: Ticket, *messages: Message, items: tuple[str, ...] = ()) -> Context:
    """One report of a customer who is called Quayside Dairy or 河滨乳业集团, and what was said in chat."""
    names = {"quayside": account("quayside", name="Quayside Dairy"), "hebin": account("hebin", name="河滨乳业集团")}
    tracked = tuple(
        item(id_, title="Dosing controller CTRL-9-B hangs", status="open", linked=("T-1",)) for id_ in items
    )
    found = context(ticket_, items=tracked)
    coverage = (Coverage(category="chat", state="searched", source="workspace"),)
    named = (names[ticket_.account_id or ""],)
    return replace(found, accounts=names, named=named, messages=messages, coverage=coverage)


def said(
    id_: str, text: str, *, hours: float = 3, channel: str = "#support", author: str = "Ann", of: str | None = None
) -> Message:
    at: datetime = NOW - timedelta(hours=hours)
    return Message(id=id_, channel=channel, author=author, at=at, text=text, thread_of=of)


def test_a_code_that_is_repeated_where_people_chat_is_not_counted_unless_it_names_them() -> None:
    pump = PUMP.model_copy(update={"description": "The dosing pump stops every night at two, error DOSE_STALL_77."})
    joke = said("m-1", "our fridge is off as well, error DOSE_STALL_77 :)", channel="#random")
    named = said("m-2", "Quayside again, the dosing pump with DOSE_STALL_77", channel="#random")
    told = said("m-3", "error DOSE_STALL_77 again since two", channel="#plant")
    assert judged(world(pump, joke, named, told)).cited.chat == ("m-2", "m-3")


def test_nor_is_a_code_of_the_tracked_item_there() -> None:
    joke = said("m-1", "the vending machine needs a CTRL-9-B :)", channel="#random")
    told = said("m-2", "CTRL-9-B sits idle after the watchdog, looking", channel="#plant")
    assert judged(world(PUMP, joke, told, items=("ENG-1",))).cited.chat == ("m-2",)


def judged(found: Context, line: str = "The dosing pump stops at Quayside Dairy") -> Assessment:
    return assess(understand(line), found, Policy(), NOW)


@pytest.mark.parametrize(
    "text",
    [
        "Quayside: the pump stops because of the new firmware, field team has it.",
        "Quayside Dairy again, alarm DP-77 as well",
        "quayside says the dosing pump is off since two",
    ],
)
def test_what_names_the_customer_and_shares_the_matter_is_relevant_and_told(text: str) -> None:
    found = judged(world(PUMP, said("m-1", text)))
    assert found.cited.chat == ("m-1",)
    assert any(text in line for line in compose(found, "en").context)


def test_a_chinese_name_is_read_as_colleagues_shorten_it() -> None:
    line = "河滨乳业集团地磅的称重数据传不上来"
    found = judged(world(SCALE, said("m-1", "河滨的称重数据研发在查，要两天")), line)
    assert found.cited.chat == ("m-1",)
    other = judged(world(SCALE, said("m-1", "河滨想要一份新的报价单")), line)
    assert other.cited.chat == ()


def test_what_names_the_customer_for_something_else_is_not_counted_and_that_is_said() -> None:
    found = judged(
        world(PUMP, said("m-1", "Quayside Dairy would like a copy of the signed contract and two more seats."))
    )
    assert found.cited.chat == ()
    assert "1 message names Quayside Dairy and was not counted" in sheet.coverage(found, "en")[0]
    assert "有 1 条消息提到 Quayside Dairy，未计入" in sheet.coverage(found, "zh")[0]
    silent = judged(world(PUMP, said("m-1", "Cake in the kitchen.")))
    assert "nothing relevant" in sheet.coverage(silent, "en")[0]


def test_another_open_ticket_of_theirs_that_shares_more_is_what_is_meant() -> None:
    invoice = ticket(
        "T-9", "quayside", "Invoice shows the wrong address", description="The invoice has our old address."
    )
    plain = world(PUMP, said("m-1", "Quayside: wrong address on the invoice, they stop paying until it is right"))
    assert judged(replace(plain, tickets=(PUMP, invoice))).cited.chat == ()


def test_who_says_no_more_than_that_they_have_it_too_is_heard_while_they_have_nothing_else_open() -> None:
    assert judged(world(PUMP, said("m-1", "Quayside too, just called"))).cited.chat == ("m-1",)


@pytest.mark.parametrize(
    ("text", "author", "read"),
    [
        ("I am. Looking at the drive now.", "Ben", True),
        ("我在看，今晚给结论", "Ben", True),
        ("still nobody...", "Ann", True),
        ("Cake in the kitchen.", "Ben", False),
        ("I have a question about holidays", "Ann", False),
    ],
)
def test_an_answer_that_follows_in_the_channel_belongs_to_the_question(text: str, author: str, *, read: bool) -> None:
    asked = said("m-1", "Quayside: the dosing pump stops, who is on call?", channel="#field")
    found = judged(world(PUMP, asked, said("m-2", text, hours=2, channel="#field", author=author)))
    assert ("m-2" in found.cited.chat) is read
    elsewhere = judged(world(PUMP, asked, said("m-2", text, hours=2, channel="#office", author=author)))
    assert "m-2" not in elsewhere.cited.chat


@pytest.mark.parametrize(
    ("asked", "answer", "read"),
    [
        ("Quayside: the dosing pump stops, T-1, please somebody look.", "seen, in the car, will look tonight", True),
        ("Quayside 的加药泵停了，T-1，麻烦看一下", "看到了，晚上处理", True),
        ("Quayside: the dosing pump stops, T-1. I told somebody.", "seen the new menu", False),
    ],
)
def test_who_was_asked_to_look_and_has_seen_it_is_heard(asked: str, answer: str, *, read: bool) -> None:
    first = said("m-1", asked, channel="#field")
    found = judged(world(PUMP, first, said("m-2", answer, hours=1, channel="#field", author="Ben")))
    assert ("m-2" in found.cited.chat) is read


def test_what_names_the_very_thing_of_the_linked_item_belongs_to_it() -> None:
    text = "CTRL-9-B has no memory left, we reflash it tonight"
    assert judged(world(PUMP, said("m-1", text), items=("BUG-1",))).cited.chat == ("m-1",)
    assert judged(world(PUMP, said("m-1", text.replace("9-B", "4-A")), items=("BUG-1",))).cited.chat == ()


def test_of_many_the_latest_that_names_the_customer_is_told() -> None:
    older = [said(f"m-{n}", f"Quayside: pump stops, day {n}", hours=20 - n) for n in range(6)]
    told = compose(judged(world(PUMP, *older, said("m-9", "Quayside: pump stops, cause found"))), "en").context
    assert any("cause found" in line for line in told)
    assert not any("day 0" in line for line in told)


def test_what_says_that_somebody_elses_is_not_the_same_is_left_out_of_their_thread() -> None:
    talk = (said("m-1", "Quayside: pump stops"), said("m-2", "Not the same: Hebin. They had the valve shut.", of="m-1"))
    found = world(PUMP, *talk)
    accounts = {**found.accounts, "hebin": account("hebin", name="Hebin")}
    assert judged(replace(found, accounts=accounts)).cited.chat == ("m-1",)
