"""An item of the tracker that a message calls by its number alone."""

from __future__ import annotations

import pytest

from escalation.matching.short_ids import calls_it, short_id


@pytest.mark.parametrize(
    ("record_id", "number"),
    [
        ("GATE-4127", "4127"),
        ("kx9-733", "733"),
        ("GATE-12", None),
        ("4127", None),
        ("GATE-41A", None),
        ("A-B-733", None),
    ],
)
def test_the_number_of_an_id(record_id: str, number: str | None) -> None:
    assert short_id(record_id) == number


@pytest.mark.parametrize(
    "text",
    [
        "733 confirmed, the lock slipped into 4.2.",
        "733: cause found",
        "733 door view: one query a site. Fix in review.",
        "fyi\n733 is out tonight",
        "Harbour has it too, probably 733.",
        "same as 733?",
        "I think that's 733, not new",
        "港口也打不开，可能是 733？还没确认。",
        "東門報價單也不對，像 733。",
        "733已修复，等发布",
        "跟733一样",
    ],
)
def test_a_message_means_it(text: str) -> None:
    assert calls_it(text, "733")


@pytest.mark.parametrize(
    "text",
    [
        "733 labels were thrown away",
        "we pulled 733 packs, 733 in all",
        "room 733 is cold",
        "invoice 2026-733: paid",
        "1,733: that many",
        "733.5 is the sum",
        "build 1733 confirmed",
        "GATE-733 confirmed",
        "#733 confirmed",
        "costs $733 more",
        "共 733 张标签",
        "like 733 people wrote",
        "it is 733 kilometres",
    ],
)
def test_a_number_that_counts_something_is_no_item(text: str) -> None:
    assert not calls_it(text, "733")
