"""Our last note on a ticket says that it takes somebody of ours: an article on what customers do wrong is no way out."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.judgement.colleagues import beyond_said
from escalation.policy import Policy
from escalation.records import Article
from tests.judgement.worlds import NOW, context, issue, ticket

LINE = "Door reader answers 403 BADGE_UNKNOWN every night at Acme, the badges are unchanged"


def judged(*comments: tuple[str, str], kind: str = "troubleshooting") -> Assessment:
    bodies: list[dict[str, Any]] = [
        {"id": f"c{n}", "role": role, "at": NOW - timedelta(hours=9 - n), "body": body, "public": role != "internal"}
        for n, (role, body) in enumerate(comments)
    ]
    told = ticket(
        "T-1",
        "acme",
        "Door reader 403",
        description="The door reader answers 403 BADGE_UNKNOWN for one badge in twenty at night. Badges unchanged since May.",
        comments=bodies,
        product_area=None,
    )
    article = Article.model_validate(
        {
            "id": "K-7",
            "title": "Door reader answers 403 BADGE_UNKNOWN",
            "body": "A badge that was issued anew makes the old one invalid. Enter the new badge in your system.",
            "type": kind,
            "status": "published",
            "has_workaround": True,
        }
    )
    world = replace(context(told, named=("acme",)), articles=(article,))
    return assess(issue(LINE), world, Policy(), NOW)


NOTE = ("internal", "Reader hub 2 has a stale list, I can't restart it. Needs infra.")


def test_the_article_is_ruled_out_and_support_does_not_handle_it() -> None:
    assert judged().solution is not None
    found = judged(("agent", "Which hub?"), ("customer", "All on hub 2."), NOTE)
    assert (found.decision, found.target, found.solution) == ("escalate", "engineering", None)
    assert found.facts.kb_workaround_exists is False


@pytest.mark.parametrize(
    "later",
    [
        ("agent", "Infra restarted it. Please enter the new badge."),
        ("customer", "It works now, thank you."),
    ],
)
def test_what_came_after_the_note_counts(later: tuple[str, str]) -> None:
    found = judged(NOTE, later)
    assert "article_refuted" not in {r.signal for r in found.reasons}


def test_a_known_fault_of_ours_keeps_its_workaround() -> None:
    assert judged(NOTE, kind="known_issue").solution is not None


@pytest.mark.parametrize("note", ["I can't restart it.", "Needs devops.", "这个需要运维处理", "我们没法重启网关"])
def test_what_support_may_not_touch_is_more_than_it_can_do(note: str) -> None:
    told = ticket("1", "acme", "Down", comments=[{"id": "c", "role": "internal", "at": NOW, "body": note}])
    assert beyond_said("", [told]) is not None


@pytest.mark.parametrize(
    "note", ["I can't see it.", "Needs a restart of the browser.", "The customer can't restart it."]
)
def test_what_the_customer_does_is_not(note: str) -> None:
    told = ticket("1", "acme", "Down", comments=[{"id": "c", "role": "internal", "at": NOW, "body": note}])
    assert beyond_said("", [told]) is None
