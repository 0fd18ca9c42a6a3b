"""Is there a valid known solution? An outdated or inapplicable article is none."""

from typing import Any

import pytest

from escalation.judgement.applicability import Told, invalidity, is_limitation, offers_solution
from escalation.records import Account, Article
from tests.judgement.worlds import account, ticket


def article(**fields: Any) -> Article:
    return Article.model_validate(
        {"id": "KB-1", "title": "Rows missing from an export", "type": "troubleshooting", **fields}
    )


def why(found: Article, *accounts: Account, seen: str = "") -> str | None:
    finding = invalidity(found, accounts or (account("a"),), Told((ticket("1", "a", f"Export fails {seen}"),)))
    return finding.signal if finding else None


@pytest.mark.parametrize("status", ["archived", "Outdated", "draft"])
def test_an_article_nobody_stands_behind_is_outdated(status: str) -> None:
    assert why(article(status=status)) == "article_outdated"


def test_a_published_article_without_limits_is_valid() -> None:
    assert why(article()) is None


def test_an_article_for_another_plan_does_not_apply() -> None:
    assert why(article(applies_to="Enterprise plan"), account("a", plan="Starter")) == "article_not_applicable"
    assert why(article(applies_to="Enterprise plan"), account("a", plan="Enterprise")) is None
    assert why(article(applies_to=("all plans",)), account("a", plan="Starter")) is None
    assert why(article(applies_to="Enterprise plan"), account("a", plan=None)) is None


@pytest.mark.parametrize(
    ("scope", "seen", "applies"),
    [
        ("v3.x", "in v4.1.0", False),
        ("v4.x", "in v4.1.0", True),
        ("versions < 4.0", "in v4.1.0", False),
        ("versions before 4.2", "in v4.1.0", True),
        ("4.0 and earlier", "in v4.1.0", False),
        ("4.1 and earlier", "in v4.1.0", True),
        ("4.2 及以上", "版本 v4.1.0", False),
        ("4.0+", "in v4.1.0", True),
        (">= 4.1", "in v4.1.0", True),
        ("4.0 to 4.2", "in v4.1.0", True),
        ("4.0 to 4.1", "in v4.1.7", True),
        ("app 4.2.0-4.2.3", "in v4.1.0", False),
        ("4.1 至 4.3", "in v4.4.0", False),
        ("iOS_below_4.1.2", "in v4.1.0", True),
        ("Versions below 4.1", "in v4.1.0", False),
        ("4.0 or older", "in v4.1.0", False),
        ("4.1及以前", "版本 v4.0.2", True),
        ("v3.x", "", True),
        ("archive and delete", "in v4.1.0", True),
    ],
)
def test_versions_decide_when_both_sides_name_one(scope: str, seen: str, applies: bool) -> None:  # noqa: FBT001
    assert (why(article(applies_to=scope), seen=seen) is None) == applies


@pytest.mark.parametrize("body", ["Update the app to 4.6.1.", "请升级到 4.6.1"])
def test_an_article_whose_way_out_is_a_newer_version_applies_to_who_is_further_behind(body: str) -> None:
    mended = article(applies_to="app 4.6", body=body)
    assert why(mended, seen="in v4.4.0") is None
    assert why(mended, seen="in v4.7.0") == "article_not_applicable"
    assert why(article(applies_to="app 4.6", body="Clear the cache."), seen="in v4.4.0") == "article_not_applicable"


def test_an_article_about_a_fault_fixed_in_what_they_run_does_not_apply() -> None:
    assert why(article(fixed_in="4.1.0"), seen="in v4.2.0") == "article_not_applicable"
    assert why(article(fixed_in="4.3.0"), seen="in v4.2.0") is None
    assert why(article(fixed_in="4.1.0")) is None


def test_what_offers_a_solution_is_marked_so_or_of_a_kind_that_does() -> None:
    assert offers_solution(article(has_workaround=True, type="known_issue"))
    assert not offers_solution(article(has_workaround=False, type="known_issue"))
    assert not offers_solution(article(type="known_issue"))
    assert offers_solution(article(type="howto"))
    assert not offers_solution(article(type=None))


def test_a_documented_limit_is_told_from_a_fault() -> None:
    assert is_limitation(article(title="Attachments are limited to 250 MB", tags=("limit",)))
    assert not is_limitation(article())
