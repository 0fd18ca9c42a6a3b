"""What is mended and not out is told as that, without a day; what went out, or is still being mended, is not told so."""

from datetime import timedelta

import pytest

from escalation.assessment import Assessment
from escalation.audience import check, reader
from escalation.promises import promises
from escalation.records import Comment, TrackerComment, TrackerItem
from escalation.terms import Language
from escalation.updates.mended import mended_not_out
from prompts.update import Phase, customer_update
from tests.prompts.parts import NOW
from tests.prompts.worlds import outage


def _tracked(*notes: str, status: str = "in progress", told: str | None = None) -> Assessment:
    """The outage with an item linked to its ticket, with notes an hour apart; `told` is our reply since."""
    found = outage()
    said = tuple(
        TrackerComment(author="x", at=NOW - timedelta(hours=len(notes) - n), body=body) for n, body in enumerate(notes)
    )
    item = TrackerItem(id="B-1", title="Kiln stops", type="bug", status=status, comments=said)
    match = found.matched[0]
    reply = Comment(id="r", author="x", role="agent", at=NOW - timedelta(minutes=5), public=True, body=told or "")
    comments = (*match.ticket.comments, *((reply,) if told else ()))
    linked = match.ticket.model_copy(update={"linked_tracker": ("B-1",), "comments": comments})
    return found.model_copy(update={"items": (item,), "matched": (match.model_copy(update={"ticket": linked}),)})


READY = [
    ("Fixed in 5.2.1, aiming 20 November, not promised.",),
    ("Patch is ready, goes out with the next train.",),
    ("Merged. Not deployed anywhere yet.",),
    ("Looking at it.", "Fixed on main.", "Rollout planned for Tuesday."),
    ("已修复，随下个版本发布。",),
    ("補丁已完成，尚未上線。",),
]


@pytest.mark.parametrize("notes", READY)
def test_a_mend_that_waits_to_go_out_is_told_without_its_day(notes: tuple[str, ...]) -> None:
    found = _tracked(*notes)
    assert mended_not_out(found, found.matched[0].ticket)
    told: dict[Language, str] = {
        "en": "The correction is ready, but has not gone out yet.",
        "zh": "修正已经完成，但还没有发布",
    }
    phases: tuple[Phase, ...] = ("acknowledged", "investigating", "nothing_new")
    for language, said in told.items():
        for phase in phases:
            text = customer_update(found, language, phase, handed=True)
            assert said in text
            for wrong in ("looking for the cause", "nothing new to report", "调查", "没有新的进展", "11-20", "5.2"):
                assert wrong not in text
            assert {each.kind for each in promises(text, NOW, "Asia/Shanghai")} <= {"update_by"}
            assert not check(text, reader(found, language), NOW)


@pytest.mark.parametrize(
    "notes",
    [
        ("Not fixed yet, planned for 5.3.",),
        ("Fix not ready.",),
        ("Will be fixed in the next release.",),
        ("Fixed in 5.2.1.",),
        ("Fixed in 5.2.1, not deployed yet.", "5.2.1 is live everywhere."),
        ("Merged, goes out on 2 November.",),
        ("Fixed, waits for the next train.", "Reverted, it fails again."),
        ("已修复，待发布。", "已全量上线。"),
        ("尚未修复，计划下个版本发布。",),
    ],
)
def test_what_is_not_ready_or_has_gone_out_or_nobody_knows_is_not(notes: tuple[str, ...]) -> None:
    found = _tracked(*notes)
    assert not mended_not_out(found, found.matched[0].ticket)


def test_by_the_state_of_the_item_and_not_where_the_customer_was_told_that_it_is_out() -> None:
    for status, waits in (("ready for release", True), ("fixed", False), ("open", False)):
        found = _tracked(status=status)
        assert mended_not_out(found, found.matched[0].ticket) is waits
    found = _tracked("Merged, not deployed yet.", told="It is live on your site since this morning.")
    assert not mended_not_out(found, found.matched[0].ticket)
    assert not mended_not_out(found, None)
