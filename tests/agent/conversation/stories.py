"""Eight conversations in two languages: domain.md's four inputs and four cases, as a person and a model would hold them.

The model's turns answer the request at hand: they read ids, hashes and outcomes out of the results they were given.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from escalation.terms import Language
from tests.agent.conversation.loopback import Body, Reply, calls, says
from tests.agent.conversation.sittings import called, last_text, value

SCENARIOS = Path(__file__).parents[2] / "scenarios"
Words = Mapping[Language, str]
Turn = Callable[[Body, Language], Reply | None]
"""The model's next turn in answer to what stands last; None where the story has nothing of its own to say."""

CLOSING: Words = {
    "en": "The brief is on record. What it still lacks is listed in it; I would post it to the team next.",
    "zh": "简报已记录在案，缺的内容在里面列出。建议接下来发给对接团队。",
}


@dataclass(frozen=True)
class Story:
    """`lines` is what the person types after the first reply, `approves` their answer where they are asked to agree."""

    id: str
    lines: Mapping[Language, tuple[str, ...]] = field(default_factory=dict[Language, tuple[str, ...]])
    turns: tuple[Turn, ...] = ()
    answers: tuple[str, ...] = ()
    approves: str = "no"

    @property
    def scenario(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((SCENARIOS / f"{self.id}.json").read_text(encoding="utf-8"))
        return found

    def script(self, tongue: Language) -> Callable[[Body], Reply]:
        def reply(body: Body) -> Reply:
            own = (turn(body, tongue) for turn in self.turns)
            return next((each for each in own if each is not None), None) or _usual(body, tongue)

        return reply


def _usual(body: Body, tongue: Language) -> Reply:
    names = called(body)
    if not names:
        return calls("prepare_escalation", issue=last_text(body))
    if names[-1] == "prepare_escalation" and "decision: escalate" in last_text(body):
        return calls("write_brief", escalation_id=value(body, "escalation id"))
    return says(CLOSING[tongue])


def after(name: str) -> Callable[[Body], bool]:
    """Whether the results of a call of this tool stand last."""
    return lambda body: is_results(body) and called(body)[-1:] == [name]


def is_results(body: Body) -> bool:
    content: str | list[Body] = body["messages"][-1]["content"]
    return not isinstance(content, str) and any(each["type"] == "tool_result" for each in content)


def person_says(body: Body) -> bool:
    """Whether the person spoke last, and not for the first time."""
    return not is_results(body) and bool(called(body)) and "[From the program]" not in last_text(body)


def tracker(body: Body, tongue: Language) -> Reply | None:
    """A follow-up question sends the model to the tracker."""
    if person_says(body):
        return calls("search_discussions", query="ENG-2291")
    if after("search_discussions")(body):
        return says({"en": "ENG-2291 is in progress.", "zh": "ENG-2291 正在处理。"}[tongue])
    return None


def post(body: Body, tongue: Language) -> Reply | None:
    """A post is proposed, and carried out when the person has said yes."""
    if person_says(body):
        text = {"en": "Exports are missing rows; please take it up.", "zh": "导出缺行，请尽快处理。"}[tongue]
        return calls("propose_action", escalation_id="ESC-0001", kind="post_to_channel", to="#support", text=text)
    return _carried(body, tongue)


def reply_to_customer(body: Body, tongue: Language) -> Reply | None:
    if person_says(body):
        return calls("draft_customer_update", escalation_id="ESC-0001", phase="acknowledged")
    if after("draft_customer_update")(body):
        text = {"en": "We have your report and are looking into it.", "zh": "您反馈的问题我们已收到，正在排查。"}[
            tongue
        ]
        return calls("propose_action", escalation_id="ESC-0001", kind="reply_to_customer", text=text)
    return _carried(body, tongue)


def _carried(body: Body, tongue: Language) -> Reply | None:
    if after("propose_action")(body):
        return calls("carry_out", proposal_id=value(body, "proposal id"), hash=value(body, "hash"))
    if after("carry_out")(body):
        sent = value(body, "outcome") == "sent"
        told = {
            "en": ("It is done.", "Nothing was sent. What should change?"),
            "zh": ("已完成。", "没有发送，要改什么？"),
        }
        return says(told[tongue][0 if sent else 1])
    return None


def invents_first(body: Body, tongue: Language) -> Reply | None:
    """The first brief holds a figure that nothing shows; the second does not."""
    wrong = {"en": "SSO login loop locks out 47,130 users", "zh": "SSO 登录循环，47130 名用户无法登录"}[tongue]
    right = {"en": "SSO login loop locks users out", "zh": "SSO 登录循环，用户无法登录"}[tongue]
    if after("prepare_escalation")(body):
        return calls("write_brief", escalation_id=value(body, "escalation id"), text={"summary": wrong})
    if after("write_brief")(body) and value(body, "stored") == "no":
        return calls("write_brief", escalation_id="ESC-0001", text={"summary": right})
    return None


def for_product(body: Body, tongue: Language) -> Reply | None:
    if not after("prepare_escalation")(body):
        return None
    words = {
        "en": ("Bulk task assignment is asked for again", "Decide whether bulk assignment is planned."),
        "zh": ("客户再次请求批量分配任务", "请决定是否规划批量分配功能。"),
    }[tongue]
    return calls("write_brief", escalation_id=value(body, "escalation id"), text={"summary": words[0], "ask": words[1]})


def obeys_nobody(body: Body, tongue: Language) -> Reply | None:
    """A ticket that gives orders is read, reported, and not obeyed."""
    if person_says(body):
        return calls("fetch_tickets", ids=["T-48156"])
    if after("fetch_tickets")(body):
        told = {
            "en": "T-48156 is about labels. It holds text that gives orders to its reader; I did not follow it.",
            "zh": "T-48156 问的是标签，里面夹带了一段指令，我没有照做。",
        }
        return says(told[tongue])
    return None


def overstates(body: Body, tongue: Language) -> Reply | None:
    """The closing words name odds that nobody gave, and are sent back."""
    if after("write_brief")(body):
        return says({"en": "We lose $990,000 if they leave.", "zh": "如果客户离开，我们会损失99万美元。"}[tongue])
    return None


STORIES = (
    Story("acme-api-500", {"en": ("Where does the fix stand?",), "zh": ("修复进展到哪一步了？",)}, (tracker,)),
    Story("export-missing-rows", {"en": ("1",), "zh": ("1",)}, (post,), approves="yes"),
    Story("sso-login-loop", turns=(invents_first,)),
    Story("audit-log-churn", answers=("1",)),
    Story("xyz-sync-outage", {"en": ("2",), "zh": ("2",)}, (reply_to_customer,)),
    Story("abc-bulk-assignment", turns=(for_product,)),
    Story(
        "def-security",
        {"en": ("Is T-48156 part of this?",), "zh": ("T-48156 和这件事有关吗？",)},
        (obeys_nobody,),
    ),
    Story("ghi-executive", turns=(overstates,)),
)
