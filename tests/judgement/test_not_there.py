"""An article that only says no settles no wish that customers keep having, and a note is quoted for what it says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from escalation.judgement.not_there import says_not_there
from escalation.judgement.noted import says_more_than_support, says_support
from escalation.records import Article
from tests.judgement.worlds import NOW


def article(body: str) -> Article:
    data = {
        "id": "K-1",
        "title": "Scheduled reports",
        "body": body,
        "type": "faq",
        "updated_at": NOW - timedelta(days=9),
    }
    return Article.model_validate(data)


@pytest.mark.parametrize(
    "body",
    [
        "Scheduled reports are not available. Export by hand under Reports > Export.",
        "The product does not support scheduled reports.",
        "目前不支持定时发送报表，请手工导出。",
        "目前不支援定時寄送報表，請手動匯出。",
    ],
)
def test_an_article_that_opens_with_no_says_it_is_not_there(body: str) -> None:
    assert says_not_there(article(body))


@pytest.mark.parametrize("body", ["Open Reports > Schedule and choose a day.", "在报表页面选择定时发送。"])
def test_one_that_gives_the_way_does_not(body: str) -> None:
    assert not says_not_there(article(body))


@pytest.mark.parametrize(
    "note",
    [
        "Looks like release 8.2.",
        "换了浏览器也一样。",
        "換了瀏覽器也一樣。",
        "Internal: signature service was deployed on 24 Nov 08:05.",
        "Cleared the filter, same result.",
    ],
)
def test_a_symptom_a_release_or_a_trial_that_failed_is_no_reason_for_either_side(note: str) -> None:
    assert not says_support(note)
    assert not says_more_than_support(note)


def test_a_note_that_names_a_setting_or_the_code_is_one() -> None:
    assert says_support("A filter was set in their view.")
    assert says_support("客户自己设置错了，已告知。")
    assert says_more_than_support("连接器主机客服进不去，看不了日志。")
    assert says_more_than_support("Export service drops rows, engineering has to look at the code.")
