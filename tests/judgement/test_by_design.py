"""What looks like a leak and is meant to be so: staff found it, an article says it; a customer's own word proves nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from escalation.assess import assess
from escalation.context import Context
from escalation.judgement.by_design import as_designed
from escalation.policy import Policy
from escalation.records import Article
from tests.judgement.worlds import NOW, context, issue, ticket

LINE = "Acme sees another company's projects in its list and says it is a data leak"
FOUND = "Their own administrator (Ann Lee) accepted the partner-sharing invitation. Works as described in KB-1."


def note(body: str, role: str = "internal") -> dict[str, Any]:
    return {"id": "c", "author": "Ann", "role": role, "at": NOW, "public": False, "body": body}


def world(*comments: dict[str, Any], article: bool = True) -> Context:
    seen = ticket("1", "acme", "We see another company's projects in our list", comments=comments, linked_kb=("KB-1",))
    shared = Article(
        id="KB-1",
        title="Why you see another company's projects in your list: partner sharing",
        body="Projects of a partner appear in your list once your administrator has accepted. To end it, choose Leave.",
        status="published",
        type="faq",
        product_area="exports",
        has_workaround=True,
    )
    return replace(context(seen, named=("acme",)), articles=(shared,) if article else ())


def outcome(world_: Context) -> tuple[str, str | None]:
    found = assess(issue(LINE, "security"), world_, Policy(), NOW)
    return found.decision, found.target


def test_what_staff_verified_and_an_article_describes_is_no_matter_of_security() -> None:
    assert outcome(world(note(FOUND)))[1] != "security"


@pytest.mark.parametrize(
    "given",
    [
        world(),
        world(note(FOUND), article=False),
        world(note(FOUND, "customer")),
        world(note(FOUND, "agent")),
        world(note("This does not work as described in KB-1, somebody must look.")),
    ],
)
def test_it_stays_one_without_staff_s_finding_or_without_an_article(given: Context) -> None:
    assert outcome(given) == ("escalate", "security")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("三票都是对方指定的，管理员五月六日按了接受，与文件所述一致", True),
        ("與文件所述一致", True),
        ("Checked: it is by design.", True),
        ("They only see vehicles on a shared job, as documented. No other access.", True),
        ("Shared profiles are on (ticked by their own admin in the wizard).", True),
        ("Nothing outside their own account is visible.", True),
        ('The setting "Guest list: everyone" was switched on by kmoran on 4 May. Nothing beyond names shown.', True),
        ('"Joint calendar" was switched on for the region on 2 May by their owner\'s own user.', True),
        ("The owner there invited ada@acme.example as a bookkeeper and she accepted on 3 May.", True),
        ("王敏5月2日邀请了外部协作方，审计记录有接受邀请的条目。", True),
        ("这个列表是由客户管理员打开的，除姓名外没有显示其他信息。", True),
        ("The switch was enabled for everybody last night, nobody knows why.", False),
        ("An unknown address accepted nothing but saw everything.", False),
        ("管理员说不是本人打开的。", False),
        ("Somebody accepted by mistake what nobody may see.", False),
        ("There is another access from outside, nothing like it is documented.", False),
        ("not working as designed", False),
        ("It doesn't work as documented", False),
        ("与文档所述不一致", False),
    ],
)
def test_staff_say_it_in_both_languages(text: str, *, found: bool) -> None:
    assert as_designed(ticket("1", "acme", "leak?", comments=(note(text),))) is found


@pytest.mark.parametrize(
    ("line", "concerns"),
    [
        ("Acme has a question on their API key, it was on a public code site for a while", True),
        ("Acme 的 API 密鑰被外包放到公開代碼網站上了，客戶問要不要處理", True),
        ("Acme asks where the public API documentation is", False),
        ("Acme asks how to create an API key", False),
    ],
)
def test_a_credential_where_anybody_reads_is_a_matter_of_security_however_it_is_asked(
    line: str,
    concerns: bool,  # noqa: FBT001
) -> None:
    found = assess(issue(line, "question"), context(named=("acme",)), Policy(), NOW)
    assert (found.target == "security") is concerns
