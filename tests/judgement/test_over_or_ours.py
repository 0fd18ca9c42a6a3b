"""Whether it is over: for whom, and not where a later message shows it again; and causes of ours that support cannot settle."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.understand import understand
from escalation.policy import Policy
from tests.judgement.worlds import NOW, context, ticket

LINE = "Export is missing rows"


def comment(role: str, body: str, hours: float) -> dict[str, Any]:
    return {
        "id": f"c{hours}",
        "author": role,
        "role": role,
        "at": NOW - timedelta(hours=hours),
        "public": True,
        "body": body,
    }


def judged(*others: str, own: tuple[dict[str, Any], ...]) -> Assessment:
    tickets = [ticket("T-1", "acme", LINE, description=LINE, comments=list(own))]
    tickets += [ticket(f"T-{n}", name, LINE, description=LINE) for n, name in enumerate(others, 2)]
    return assess(understand(f"{LINE} at Acme"), context(*tickets, named=("acme",)), Policy(), NOW)


def duration(found: Assessment) -> dict[str, object]:
    return {f.signal: f.values.get("account") for f in found.impact.dimensions["duration"]}


@pytest.mark.parametrize("words", ["It works again since 10, thank you.", "十点以后恢复了，谢谢。"])
def test_it_has_ended_for_one_and_goes_on_for_another(words: str) -> None:
    found = duration(judged("birch", own=(comment("customer", words, 2),)))
    assert found["over_for"] == "Acme"
    assert "ongoing_since" in found
    assert "over_on_record" not in found


def test_where_it_has_ended_for_all_it_is_told_once() -> None:
    found = duration(judged(own=(comment("customer", "It works again since 10, thank you.", 2),)))
    assert "over_on_record" in found
    assert "over_for" not in found


@pytest.mark.parametrize(
    "words", ["上周也出过一次，后来自己好了。", "Last month we had this too, it went away by itself."]
)
def test_what_ended_last_time_has_not_ended(words: str) -> None:
    assert "over_on_record" not in duration(judged(own=(comment("customer", words, 2),)))


def test_a_later_message_that_shows_it_again_takes_the_end_back() -> None:
    note = comment("internal", "I cleared the queue, the rows are back in the file.", 3)
    assert "over_on_record" in duration(judged(own=(note,)))
    assert "over_on_record" not in duration(judged(own=(note, comment("customer", "Froze the next morning.", 2))))


@pytest.mark.parametrize(
    "words",
    [
        "数据没有丢，就是想知道为什么、会不会再来。",
        "Nothing is missing, we would like a report of it.",
        "资料没丢，想知道原因。",
    ],
)
def test_who_asks_afterwards_what_it_was_has_it_no_more(words: str) -> None:
    told = comment("customer", "It works again since 10, thank you.", 3), comment("customer", words, 2)
    assert "over_on_record" in duration(judged(own=told))


@pytest.mark.parametrize(
    ("note", "counts"),
    [
        ("Their certificate expired on the 20th, they have to upload a new one.", True),
        ("他们的证书过期了，让客户换一张。", True),
        ("I suspect the certificate expired on the 20th, not confirmed yet.", False),
        ("The certificate expired. Not proven.", False),
        ("Our push certificate expired on the 20th.", False),
        ("怀疑证书20号过期了，还没证实。", False),
        ("我们的推送证书过期了。", False),
    ],
)
def test_support_settles_no_guess_of_ours_and_no_fault_of_ours(note: str, counts: bool) -> None:  # noqa: FBT001
    found = judged(own=({**comment("internal", note, 2), "public": False},))
    assert ("configuration_cause" in {r.signal for r in found.reasons}) is counts


@pytest.mark.parametrize(
    "words",
    [
        "Known, fixed in 7.4.2, planned for 30 March.",
        "这个是已知问题，7.4.2 里修好了，计划 3 月 30 日发布。",
        "下个版本就好了。",
    ],
)
def test_what_a_release_will_mend_has_not_stopped(words: str) -> None:
    assert not {"over_for", "over_on_record"} & duration(judged("birch", own=(comment("agent", words, 2),))).keys()


@pytest.mark.parametrize("words", ["After a refresh it was fine again.", "刷新后就正常了。"])
def test_who_reloads_a_page_has_closed_no_hole(words: str) -> None:
    line = "Acme sees the orders of another customer"
    own = ticket("T-1", "acme", line, description=line, comments=[comment("customer", words, 2)])
    found = assess(understand(line), context(own, named=("acme",)), Policy(), NOW)
    assert "over_on_record" not in duration(found)
