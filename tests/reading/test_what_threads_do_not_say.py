"""What only looks like a step, a symptom, a frequency, a finding or a threat: the receiving team would chase it."""

from __future__ import annotations

import pytest

from escalation.reading.signals.polarity import assertions
from escalation.reading.threads import demand
from escalation.reading.threads.communication import communication
from escalation.reading.threads.entries import entries
from escalation.reading.threads.needed import beyond, needs
from escalation.reading.threads.reproduction import ReproductionFound, reproduction
from escalation.reading.threads.showing import showing
from escalation.reading.threads.tried import tried, tried_in
from escalation.records import Ticket


def ticket(description: str, *told: tuple[str, str]) -> Ticket:
    comments = [
        {"id": str(n), "role": role, "at": f"2026-03-19T1{n}:00:00Z", "body": body}
        for n, (role, body) in enumerate(told)
    ]
    data = {"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "description": description, "comments": comments}
    return Ticket.model_validate(data)


def steps(description: str, *told: tuple[str, str]) -> list[tuple[str, str | None]]:
    return [(found.step, found.result) for found in tried([ticket(description, *told)])]


def repro(description: str, *told: tuple[str, str]) -> ReproductionFound:
    return reproduction([ticket(description, *told)])


def test_a_subject_without_a_deed_is_no_step() -> None:
    assert steps("All 40 kiosks froze. Kiosks report fine on their lamps and your status page is green.") == []


def test_what_came_of_a_list_is_told_in_the_sentence_after_it() -> None:
    note = ("internal", "tried: new cable, shorter batches. Same thing. Passing to L2.")
    assert steps("It fails.", note) == [("new cable", "Same thing"), ("shorter batches", "Same thing")]
    own = ("internal", "I tried: saved the plan again, sent a file from our box = ok.")
    assert steps("It fails.", own) == [("saved the plan again", None), ("sent a file from our box", "ok")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "I've checked the pump profile and the firmware, both are right.",
            ("checked the pump profile and the firmware", "both are right"),
        ),
        (
            "Zone of the plan and of my profile are both Lisbon, I checked.",
            ("I checked", "Zone of the plan and of my profile are both Lisbon"),
        ),
        (
            "Rita, we tested with a single row on your sandbox and can reproduce.",
            ("we tested with a single row on your sandbox", "can reproduce"),
        ),
    ],
)
def test_a_check_keeps_what_was_checked_and_what_was_found(said: str, expected: tuple[str, str]) -> None:
    assert steps("It fails.", ("agent", said)) == [expected]


def test_what_was_asked_for_and_done_has_its_result_in_the_next_sentence() -> None:
    asked = ("agent", "Please reset the meter from the app.")
    done = ("customer", "did that, both ways, and swapped two of them. problem stays with the pump.")
    assert ("reset the meter from the app", "problem stays with the pump") in steps("It jumps.", asked, done)


def test_what_was_done_in_vain_is_known_in_german_and_french() -> None:
    assert steps("Das Gerät zeigt nichts. Neustart bringt nichts.") == [("Neustart", "bringt nichts")]
    assert steps("Rien ne marche. Redémarrage sans effet.") == [("Redémarrage", "sans effet")]


def test_everything_in_the_book_names_no_step() -> None:
    assert tried_in("counter jumps on 4 pumps, tried everything in the book at L1") == []


def test_how_often_is_counted_and_not_how_it_feels() -> None:
    polls = "We poll every 30s as always. Roughly one push in six comes back 503, sometimes it needs three tries."
    assert repro(polls).frequency == "Roughly one push in six"
    assert repro("We poll every 30s as always. The screen shows an error.").frequency is None
    assert repro("接口时不时报错，大概十几次里有一两次，重试就好。").frequency == "十几次里有一两次"


@pytest.mark.parametrize(
    "said", ["Retry two seconds later and it is fine.", "Dear Gia, you are right, that page is from before."]
)
def test_what_passes_or_is_agreed_on_rules_nothing_out(said: str) -> None:
    assert repro("The feed fails with an error.", ("agent", said)).ruled_out == ()


def test_a_help_page_s_way_is_no_way_to_the_fault() -> None:
    page = "Your help page says to go to Tools > Old importer and run it there but there is no such entry."
    assert repro(f"Three files say Pending. {page}").steps == ()


def test_what_happened_to_a_driver_or_never_before_shows_no_fault() -> None:
    told = ticket("He was stopped and fined. We recomputed two and both are wrong in the same direction.")
    shown, _ = showing(entries(told))
    assert [each.words for each in shown] == ["We recomputed two and both are wrong in the same direction."]
    chinese = ticket("有两台泵显示的余量比实际多一半。以前没有这种情况。急用，因为打卡都要靠它。")
    shown, _ = showing(entries(chinese))
    blank = ticket("我们发现老客人的档案里备注空了。没人改过，修改记录里是空白的。")
    assert [each.words for each in showing(entries(blank))[0]] == ["我们发现老客人的档案里备注空了。"]
    assert [each.words for each in shown] == ["有两台泵显示的余量比实际多一半。"]


def test_a_trial_counts_though_it_was_handed_on_and_handing_on_is_none() -> None:
    ours = ticket("取消後不釋放。", ("agent", "你好，我用測試帳戶試到同樣情況，已轉二線。"))
    assert [each.ours for each in showing(entries(ours))[0]][:1] == [True]
    passed = ticket("It is wrong.", ("internal", "It is a code issue, so I am handing the repro over to the team."))
    assert not [each for each in showing(entries(passed))[0] if each.ours]


def test_support_without_a_login_or_the_knowledge_says_so() -> None:
    for said in (
        "Support has no login there.",
        "It runs on its own host, we have no login and no logs there.",
        "I don't know how to read it.",
        "I can't get further.",
    ):
        assert beyond(said), said
    assert needs("Bus dump needed, nobody here can take one.")
    assert not needs("SecurityException: starting with type location requires permissions.")


def test_that_it_needs_three_tries_is_no_wish() -> None:
    wish = communication([ticket("Retry a minute later and it goes through, sometimes it needs three tries.")])
    assert wish.expectation is None


def test_rivals_that_do_the_lot_are_named_and_what_it_costs_is_a_figure() -> None:
    said = ticket(
        "One at a time takes me most of a day.",
        ("customer", "We sign roughly 90 warning letters a month, about four minutes each."),
        ("customer", "Ledgerwing and Payfern both do the lot in one click."),
    )
    found = demand.demand([said])
    assert found.competitors == ("Ledgerwing", "Payfern")
    assert found.time_cost is not None
    assert found.time_cost.quotation.endswith("about four minutes each.")


@pytest.mark.parametrize(
    "said",
    [
        "Our SFTP is up, other vendors deliver fine.",
        "The other provider is correct.",
        "用接口取消订单后房间三小时才释放。",
        "Thanks for narrowing it down.",
    ],
)
def test_what_works_elsewhere_or_is_cancelled_by_guests_is_no_threat_and_no_outage(said: str) -> None:
    grave = {"churn_threat", "competitor", "production_down"}
    assert not [a.signal for a in assertions(said) if a.signal in grave and a.polarity == "affirmed"]
