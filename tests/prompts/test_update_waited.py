"""A customer who waited for us reads that we are sorry, and nobody reads that something is done which is not."""

from datetime import timedelta
from typing import Literal

import pytest

from escalation.assessment import Assessment
from escalation.audience import check, reader
from escalation.matters import Incident, MissedPromise, OwedUpdate
from escalation.promises import promises
from escalation.records import AccountSla, Comment, TrackerItem
from escalation.terms import Language
from escalation.updates.waited import unanswered
from prompts.update import Heard, Phase, customer_update
from tests.prompts.parts import NOW, XYZ
from tests.prompts.worlds import feature, outage, relationship, security


def _wrote(role: Literal["customer", "agent", "internal"], hours: float, *, public: bool = True) -> Comment:
    return Comment(
        id=f"{role}{hours}", author=role, role=role, at=NOW - timedelta(hours=hours), public=public, body="…"
    )


def _since(found: Assessment, hours: float, *comments: Comment, sla: AccountSla | None = None) -> Assessment:
    """`found` with its first ticket opened so many hours ago, and its customer's contract."""
    match = found.matched[0]
    told = match.ticket.model_copy(update={"created_at": NOW - timedelta(hours=hours), "comments": comments})
    account = found.account.model_copy(update={"sla": sla}) if found.account else None
    return found.model_copy(
        update={"matched": (match.model_copy(update={"ticket": told}), *found.matched[1:]), "account": account}
    )


@pytest.mark.parametrize(
    "phase", ["acknowledged", "investigating", "nothing_new", "security_notice", "executive_response"]
)
@pytest.mark.parametrize(
    ("language", "sorry"), [("en", "we are sorry"), ("zh", "一直没有答复。这本不应该发生，非常抱歉")]
)
def test_who_had_no_answer_reads_that_we_are_sorry(phase: Phase, language: Language, sorry: str) -> None:
    assert sorry in customer_update(_since(outage(), 41), language, phase)
    assert sorry not in customer_update(_since(outage(), 41), language, phase, heard="before")
    assert sorry not in customer_update(_since(outage(), 2), language, phase)


def test_an_answer_of_ours_ends_the_wait_and_a_question_begins_it_again() -> None:
    answered = _since(relationship(), 60, _wrote("agent", 20))
    assert "sorry" not in customer_update(answered, "en", "executive_response")
    noted = _since(relationship(), 60, _wrote("agent", 20, public=False))
    assert "have had no answer" in customer_update(noted, "en", "executive_response")
    again = _since(relationship(), 90, _wrote("agent", 80), _wrote("customer", 29), _wrote("customer", 1))
    assert f"You wrote to us on {NOW + timedelta(hours=8 - 29):%Y-%m-%d %H:%M}" in customer_update(
        again, "en", "nothing_new"
    )
    silent = _since(relationship(), 90, _wrote("agent", 80))
    assert "We should have written sooner" in customer_update(silent, "en", "nothing_new")


def test_a_contract_by_the_clock_is_held_to_its_hours() -> None:
    text = customer_update(_since(outage(), 5, sla=AccountSla(first_response_h=2, clock="24x7")), "en")
    assert "have had no answer" in text
    office = customer_update(_since(outage(), 5, sla=AccountSla(first_response_h=2, clock="business")), "en")
    assert "have had no answer" not in office


@pytest.mark.parametrize(
    ("words", "sorry"),
    [
        ("Still nothing. Our lawyer writes on Friday.", True),
        ("Any news on the boiler?", True),
        ("都一个星期了，还没有回复？", True),
        ("等咗三日都冇人理，等了三天没人理", True),
        ("Thanks, it is the blue one.", False),
        ("还没有下载，稍后再试。", False),
    ],
)
def test_who_asks_where_our_answer_stays_has_waited_already(words: str, *, sorry: bool) -> None:
    for world, phase in ((relationship(), "nothing_new"), (feature(), "feature_decision")):
        wrote = _wrote("customer", 9).model_copy(update={"body": words})
        text = customer_update(_since(world, 90, _wrote("agent", 20), wrote), "en", phase)  # type: ignore[arg-type]
        assert ("have had no answer" in text) is sorry


def test_of_what_is_critical_nobody_waits_for_half_a_day() -> None:
    for hours, sorry in ((2, False), (9, True)):
        found = _since(
            outage(), 60, _wrote("agent", 20), _wrote("customer", hours), sla=AccountSla(update_h=24, clock="24x7")
        )
        assert ("have had no answer" in customer_update(found, "en", "investigating")) is sorry
        assert "have had no answer" not in customer_update(
            found.model_copy(update={"severity": "high"}), "en", "investigating"
        )


def test_a_wish_may_wait_longer_and_patience_is_not_thanked_for_in_the_end() -> None:
    assert "Thank you for your patience" in customer_update(_since(feature(), 5 * 24), "en", "feature_decision")
    text = customer_update(_since(feature(), 70 * 24), "en", "feature_decision")
    assert "patience" not in text
    assert "have had no answer" in text
    assert "耐心等待" not in customer_update(_since(feature(), 70 * 24), "zh", "feature_decision")


def test_who_sees_what_is_another_s_is_not_told_to_change_passwords() -> None:
    exposed = security().model_copy(update={"incident": Incident(kind="exposure")})
    told: dict[Language, str] = {"en": "Do not open, copy or pass on", "zh": "不要打开、复制或转发"}
    for language, kept in told.items():
        text = customer_update(exposed, language, "security_notice")
        assert kept in text
        assert "password" not in text.lower()
        assert "密码" not in text
    duty = security().model_copy(update={"incident": Incident(kind="compliance")})
    assert "password" not in customer_update(duty, "en", "security_notice").lower()


@pytest.mark.parametrize("found", [security(), relationship(), feature()])
def test_only_a_fault_keeps_anybody_from_working(found: Assessment) -> None:
    assert "get you working" not in customer_update(found, "en", "nothing_new")
    assert "恢复使用" not in customer_update(found, "zh", "nothing_new")


def test_what_no_team_has_is_not_said_to_be_worked_on() -> None:
    assert "going on" not in customer_update(outage(), "en", "nothing_new")
    assert "get you working" not in customer_update(outage(), "en", "nothing_new")
    assert "还在进行" not in customer_update(outage(), "zh", "nothing_new")
    assert "get you working" in customer_update(outage(), "en", "nothing_new", handed=True)


def _let_pass(found: Assessment, hours: float, *, word: bool = True, whose: str | None = None) -> Assessment:
    """`found` with a promise on its first ticket whose time passed so many hours ago."""
    match = found.matched[0]
    ticket = match.ticket.model_copy(update={"account_id": whose or match.ticket.account_id})
    missed = MissedPromise(ticket=ticket.id, due=NOW - timedelta(hours=hours), words="I will write by then", word=word)
    return found.model_copy(
        update={
            "matched": (match.model_copy(update={"ticket": ticket}), *found.matched[1:]),
            "communication": found.communication.model_copy(update={"missed": (missed,)}),
        }
    )


@pytest.mark.parametrize(
    "phase",
    [
        "acknowledged",
        "investigating",
        "nothing_new",
        "security_notice",
        "executive_response",
        "feature_decision",
        "solution",
    ],
)
@pytest.mark.parametrize("heard", ["not_yet", "before"])
@pytest.mark.parametrize(
    ("language", "word", "work"),
    [
        ("en", "We promised you word by 2026-11-13 14:15", "We did not keep what we promised you for 2026-11-13 14:15"),
        ("zh", "我们答应在 2026-11-13 14:15（北京时间）之前给您答复，却没有做到", "之前办到的事，没有做到"),
    ],
)
def test_who_was_promised_something_that_did_not_come_reads_that_we_are_sorry(
    phase: Phase, heard: Heard, language: Language, word: str, work: str
) -> None:
    told = customer_update(_let_pass(outage(), 2), language, phase, heard=heard)
    assert word in told
    assert work in customer_update(_let_pass(outage(), 2, word=False), language, phase, heard=heard)
    for kept in (told, customer_update(_let_pass(outage(), 2, word=False), language, phase, heard=heard)):
        assert {each.kind for each in promises(kept, NOW, "Asia/Shanghai")} <= {"update_by"}
        assert not check(kept, reader(outage(), language), NOW)


def test_a_promise_to_somebody_else_is_not_told_to_this_customer() -> None:
    assert "promised" not in customer_update(_let_pass(outage(), 2, whose="acc-north"), "en", "investigating")


def test_of_two_promises_that_passed_the_later_one_is_told() -> None:
    once = _let_pass(outage(), 30)
    both = (*_let_pass(outage(), 3).communication.missed, *once.communication.missed)
    found = once.model_copy(update={"communication": once.communication.model_copy(update={"missed": both})})
    assert "by 2026-11-13 13:15" in customer_update(found, "en", "investigating")


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", "The meter report comes today", "12:15 (Shanghai time) (“The meter report comes today”)"),
        ("zh", "检测报告今天给您", "我们答应过您「检测报告今天给您」，到 2026-11-13 12:15（北京时间）仍没有做到"),
    ],
)  # fmt: skip
def test_the_letter_says_which_promise_was_not_kept(language: Language, words: str, said: str) -> None:
    missed = MissedPromise(ticket="T-1", due=NOW - timedelta(hours=4), words=words, word=False)
    talk = outage().communication.model_copy(update={"missed": (missed,)})
    found = outage().model_copy(update={"communication": talk})
    text = customer_update(found, language, "investigating")
    assert said in text
    assert not check(text, reader(found, language), NOW)
    assert [each.kind for each in promises(text, NOW, "Asia/Shanghai") if each.due] == ["update_by"]
    other: Language = "zh" if language == "en" else "en"
    assert words not in customer_update(found, other, "investigating")


def test_who_can_go_on_working_is_not_told_that_we_get_them_working_again() -> None:
    for world, stopped in ((outage(), True), (outage().model_copy(update={"reasons": ()}), False)):
        for language, said in (("en", "get you working again"), ("zh", "让您先恢复使用")):
            text = customer_update(world, language, "nothing_new", handed=True)  # type: ignore[arg-type]
            assert (said in text) is stopped


@pytest.mark.parametrize(
    ("language", "hours", "said"),
    [
        ("en", 3, "We promised you word every 3 hours, and you have had none since 2026-11-13 07:15 (Shanghai time)."),
        ("en", 1, "We promised you word every hour, and you have had none since"),
        ("zh", 3, "我们答应每 3 小时向您通报一次，2026-11-13 07:15（北京时间）之后却再没有消息。"),
        ("zh", 24, "我们答应每天向您通报一次，"),
    ],
)
@pytest.mark.parametrize("phase", ["acknowledged", "investigating", "nothing_new", "security_notice"])
def test_a_rhythm_that_was_promised_and_broken_is_owned_up_to_once(
    language: Language, hours: float, said: str, phase: Phase
) -> None:
    owed = OwedUpdate(
        every_hours=hours, late_hours=6, promised=True, account_id=XYZ.id, since=NOW - timedelta(hours=9),
        due=NOW - timedelta(hours=6),
    )  # fmt: skip
    for promised in (True, False):
        late = owed.model_copy(update={"promised": promised})
        talk = outage().communication.model_copy(update={"owed": (late,)})
        found = _since(outage(), 12, _wrote("agent", 9)).model_copy(update={"communication": talk})
        text = customer_update(found, language, phase)
        assert text.count(said) == promised
        assert not check(text, reader(found, language), NOW)
        assert {each.kind for each in promises(text, NOW, "Asia/Shanghai")} <= {"update_by"}


@pytest.mark.parametrize(
    ("hours", "english", "chinese"),
    [
        (
            (9,),
            "You wrote to us on 2026-11-13 07:15 (Shanghai time) and have",
            "您在 2026-11-13 07:15（北京时间）来信，",
        ),
        (
            (30, 9),
            "You wrote to us on 2026-11-12 10:15 and on 2026-11-13 07:15 (Shanghai time), and have",
            "您在 2026-11-12 10:15 和 2026-11-13 07:15（北京时间）两次来信，",
        ),
        (
            (60, 30, 9),
            "You have written to us 3 times since 2026-11-11 04:15, last on 2026-11-13 07:15 (Shanghai time), and have",
            "2026-11-11 04:15 以来您 3 次来信，最近一次是 2026-11-13 07:15（北京时间），",
        ),
    ],
)
def test_all_that_they_wrote_and_nobody_answered_is_owned_up_to(
    hours: tuple[int, ...], english: str, chinese: str
) -> None:
    found = _since(outage(), 90, _wrote("agent", 80), *(_wrote("customer", each) for each in hours))
    assert english in customer_update(found, "en", "investigating")
    assert chinese in customer_update(found, "zh", "investigating")
    thanks = _wrote("customer", 1).model_copy(update={"body": "Thanks!"})
    helped = _wrote("customer", 2).model_copy(update={"body": "开关打开后白天好了，谢谢！"})
    thanked = _since(outage(), 90, _wrote("agent", 80), *(_wrote("customer", each) for each in hours), helped, thanks)
    assert english in customer_update(thanked, "en", "investigating")
    alone = _since(outage(), 90, _wrote("agent", 80), helped, thanks)
    assert "no answer" not in customer_update(alone, "en", "investigating")
    partly = helped.model_copy(update={"body": "The switch does nothing for the big kiln. Works for the small one."})
    asked = _since(outage(), 90, _wrote("agent", 80), partly)
    assert unanswered([asked.matched[0].ticket], NOW) == (partly.at,)


def test_who_is_told_that_their_words_had_no_answer_is_not_told_when_they_reported_it_as_if_that_were_new() -> None:
    found = _since(outage(), 90, _wrote("agent", 80), _wrote("customer", 30))
    for language, said in (("en", "ou reported it on"), ("zh", "我们已经了解")):
        assert said in customer_update(_since(outage(), 9, _wrote("agent", 1)), language, "investigating")  # type: ignore[arg-type]
        known = found.model_copy(
            update={"issue": found.issue.model_copy(update={"error_strings": ()}), "severity": "high"}
        )
        mended = known.model_copy(update={"items": (TrackerItem(id="B-1", type="bug", status="in progress"),)})
        assert said not in customer_update(mended, language, "investigating")  # type: ignore[arg-type]


def test_their_word_since_a_broken_promise_is_owned_up_to_with_it() -> None:
    found = _since(_let_pass(outage(), 6), 30, _wrote("agent", 12), _wrote("customer", 5))
    english, chinese = customer_update(found, "en", "investigating"), customer_update(found, "zh", "investigating")
    assert "Your message of 2026-11-13 11:15 (Shanghai time) has had no answer either." in english
    assert "；您 2026-11-13 11:15（北京时间）的来信，我们也一直没有答复。" in chinese
    again = _since(_let_pass(outage(), 6), 30, _wrote("agent", 12), _wrote("customer", 5), _wrote("customer", 1))
    assert "Your messages of 2026-11-13 11:15 and 2026-11-13 15:15" in customer_update(again, "en", "investigating")
