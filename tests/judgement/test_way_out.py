"""The article that solves it: told and confirmed, asked for by its title, and in the language of the customer."""

from datetime import datetime

import pytest
from sqlalchemy import Engine

from escalation.assessment import Assessment
from escalation.policy import Policy
from tools.desk.desk import Desk, Request
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

AS_OF = datetime.fromisoformat("2026-03-20T08:15:00+00:00")


def judged(store: Engine, line: str) -> Assessment:
    return Desk(StoreWorkspace(store, now=AS_OF), Register(store), Policy()).assess(Request(line))


@pytest.mark.parametrize(
    ("line", "article"),
    [
        ("龙脉零售 笔记本合上盖子工时照样在涨，员工工资都算错了", "KB-350"),
        ("Cascade Film timer runs all night again, laptop lid closed", "KB-349"),
    ],
)
def test_what_we_told_and_the_customer_confirmed_is_a_workaround(sample_store: Engine, line: str, article: str) -> None:
    found = judged(sample_store, line)
    assert (found.facts.kb_workaround_exists, found.solution and found.solution.id) == (True, article)
    assert article in found.cited.kb
    assert found.severity != "critical"


def test_who_answered_us_and_said_thanks_has_not_written_back(sample_store: Engine) -> None:
    found = judged(sample_store, "Cascade Film timer runs all night again, laptop lid closed")
    assert "wrote_back" not in {r.signal for r in found.reasons}
    assert found.communication.last_word != "Works now. You can close this."


@pytest.mark.parametrize(
    ("line", "article"),
    [
        ("杭锦丝绸 有两个员工离职了，席位怎么收回来", "KB-210"),
        ("Juniper Dental - two of theirs left, how do they get the seats back", "KB-207"),
    ],
)
def test_a_question_that_says_an_articles_title_is_answered_by_it(
    sample_store: Engine, line: str, article: str
) -> None:
    found = judged(sample_store, line)
    assert (found.decision, found.solution and found.solution.id) == ("handle", article)


def test_a_fault_is_not_solved_by_a_title(sample_store: Engine) -> None:
    found = judged(sample_store, "Juniper Dental: the seats of two people who left vanished, nobody can book")
    assert found.solution is None or found.solution.id != "KB-207"


@pytest.mark.parametrize(
    "line",
    [
        "Tidewater 的 webhook signature 对不上，客户要今天解决",
        "Tidewater: webhook signature does not match, they want it solved today",
    ],
)
def test_a_customer_gets_the_article_in_their_language_however_the_line_is_typed(
    sample_store: Engine, line: str
) -> None:
    found = judged(sample_store, line)
    assert found.solution is not None
    assert (found.solution.id, found.solution.language) == ("KB-232", "en")
