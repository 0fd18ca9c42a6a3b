"""What an agent reads who need not escalate: whom to ask about, what was found out, how the like was solved, what to check."""

from datetime import timedelta
from typing import Any

from escalation.assess import assess
from escalation.assessment import Assessment
from escalation.context import Context
from escalation.judgement.understand import understand
from escalation.policy import Policy
from escalation.ports import AccountMatch
from escalation.records import Article, Ticket
from escalation.terms import Language
from prompts.brief import render_brief
from prompts.compose import compose
from tests.judgement.worlds import NOW, account, context, ticket


def comment(id_: str, hours: float, role: str, body: str) -> dict[str, Any]:
    at = NOW - timedelta(hours=hours)
    return {"id": id_, "author": role, "role": role, "at": at, "public": role != "internal", "body": body}


def told(found: Assessment, language: Language = "en") -> str:
    return render_brief(found, compose(found, language), language)


def namesakes(*tickets: Ticket) -> Assessment:
    world = context(*tickets)
    pair = tuple(AccountMatch(world.accounts[i], "name", 1.0) for i in ("acme-air", "acme-sea"))
    typed = "Acme has trouble with their report"
    unsure = Context(tickets=world.tickets, accounts=world.accounts, candidates=pair, ticket_total=1000)
    return assess(understand(typed), unsure, Policy(), NOW)


def test_two_namesakes_are_told_apart_by_what_they_have_open() -> None:
    found = namesakes(
        ticket("T-1", "acme-air", "Columns are swapped", comments=[comment("c1", 3, "agent", "Looking at it.")]),
        ticket("T-2", "acme-sea", "Totals differ"),
        ticket("T-3", "other", "Report is empty"),
    )
    assert found.decision == "need_info"
    text = told(found)
    assert "T-1 open, “Columns are swapped”" in text
    assert "our last reply was at 2026-03-20 09:00 UTC" in text
    assert "T-2 open, “Totals differ”" in text
    assert "nobody has replied yet" in text
    assert "Is there a ticket, and what is its number?" in text
    assert "What has been tried so far" not in text
    assert "T-2「Totals differ」" in told(found, "zh")


def test_a_customer_nobody_named_is_not_in_the_title() -> None:
    typed = "A customer threatens to leave unless exports run at night"
    wish = ticket("T-1", "acme", "Run exports at night", description="Could exports run at night?")
    found = assess(understand(typed), context(wish), Policy(), NOW)
    assert found.decision == "need_info"
    assert "Acme" not in told(found).splitlines()[0]


def solved(id_: str, subject: str, **fields: Any) -> Ticket:
    at = NOW - timedelta(days=60)
    return ticket(id_, "other", subject, days=60, status="solved", solved_at=at + timedelta(hours=2), **fields)


def test_without_an_article_the_old_tickets_reply_is_the_solution() -> None:
    said = "Export is missing rows after the printer swap"
    old = solved(
        "T-0", said, description=said,
        comments=[
            comment("c1", 24 * 59, "agent", "Choose Settings > Export > Full rows, then run it again."),
            comment("c2", 24 * 59 - 1, "customer", "That was it."),
        ],
    )  # fmt: skip
    found = assess(
        understand("How do I get all rows after the printer swap? Export is missing rows for Acme"),
        context(ticket("T-1", "acme", said, description=said), old, named=("acme",)),
        Policy(),
        NOW,
    )
    assert found.decision == "handle"
    assert found.precedent is not None
    text = told(found)
    assert "Choose Settings > Export > Full rows, then run it again." in text.replace("\\", "")
    assert "That was it." in text
    assert "in your own words" in text


def test_a_reply_in_plain_verbs_that_the_customer_confirmed_is_a_solution() -> None:
    said = "Reader shows no card after the storm"
    old = solved(
        "T-0", said, description=said,
        comments=[
            comment("c1", 24 * 59, "agent", "Pull the card, unplug the reader for a minute, then put the card back."),
            comment("c2", 24 * 59 - 1, "customer", "Works, thank you"),
        ],
    )  # fmt: skip
    world = context(ticket("T-1", "acme", said, description=said), old, named=("acme",))
    found = assess(
        understand("How do I get the card read after the storm? Reader shows no card at Acme"), world, Policy(), NOW
    )
    assert found.precedent is not None
    assert "unplug the reader" in told(found)


def guided(body: str, **fields: Any) -> Assessment:
    article = Article(id="KB-1", title="Export is missing rows", body=body, status="published", product_area="exports")
    text = "Export is missing rows"
    note = comment("c1", 2, "internal", "The filter is set to one region.")
    world = context(ticket("T-1", "acme", text, description=text, comments=[note]), named=("acme",))
    world = Context(
        tickets=world.tickets, accounts={"acme": account("acme", **fields)}, articles=(article,),
        named=(account("acme", **fields),), frequencies=world.frequencies, ticket_total=1000,
    )  # fmt: skip
    found = assess(understand("Export is missing rows for Acme"), world, Policy(), NOW)
    assert (found.decision, found.solution) == ("handle", article)
    return found


def test_what_support_found_stands_before_the_solution() -> None:
    text = told(guided("Set the filter to All, then export again."))
    assert text.index("The filter is set to one region.") < text.index("## Solution")
    assert "## Before you answer" not in text


def test_an_article_that_limits_itself_is_checked_first() -> None:
    text = told(guided("Set the filter to All, then export again. Not for custom exports."))
    assert "“Not for custom exports.”" in text.split("## Before you answer")[1]


def test_an_article_in_another_language_is_translated_first() -> None:
    found = guided("Set the filter to All, then export again.", language="zh-CN")
    assert "translate the steps" in told(found)
    assert "请先翻译步骤" in told(found, "zh")


def test_an_agent_in_a_hurry_sees_where_the_talk_stands() -> None:
    text = "Hooks do not arrive"
    talk = [
        comment("c1", 5, "agent", "The delivery log shows: certificate has expired on your side."),
        comment("c2", 2, "customer", "And what do we do now?"),
    ]
    told_by = ticket("T-1", "acme", text, description=text, comments=talk)
    world = context(told_by, named=("acme",))
    found = assess(understand("How do I explain to Acme why hooks do not arrive?"), world, Policy(), NOW)
    assert (found.decision, found.solution, found.precedent) == ("handle", None, None)
    page = told(found)
    assert "Our last reply" in page
    assert "certificate has expired on your side." in page
    assert "The customer last wrote" in page
    assert "And what do we do now?" in page
    chinese = told(found, "zh")
    assert "我方最近一次回复" in chinese
    assert "客户最近一次来信" in chinese


def test_what_the_customer_wrote_before_our_reply_is_not_told_as_waiting() -> None:
    answered = guided("Set the filter to All, then export again.")
    assert "The customer last wrote" not in told(answered)
    assert "Our last reply" not in told(answered)
