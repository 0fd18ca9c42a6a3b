"""What the scripted model does: small functions of the request at hand, the same for every host."""

from __future__ import annotations

import re

from evals.hosts.model.asked import Asked, Json, Offered, Say, Script, Turn, Use

ISSUE = "API returning 500 errors intermittently for Acme Corp"
ASKING = "Customer threatening to churn over missing audit log feature"
"""An issue that cannot be judged before a person says whose it is."""
QUESTION = "Which customer is this about"
PROMPT = "A support agent asks"
"""How the prompt opens, whatever it was given."""
CHANNEL = "#support-escalations"
PERSON = "Kim Berg"
_MOST_CALLS = 20
_SEARCHES = ("ToolSearch", "tool_search")
"""Claude Code and Codex load a server's tools only when the model searches for them."""


def calling(asked: Asked, tool: str, arguments: Json) -> Turn:
    """Calls a tool of ours under the host's name for it, or looks for it first where the host wants that."""
    offered, search = asked.offered(tool), next((each for each in asked.tools if each.name in _SEARCHES), None)
    if len(asked.results) > _MOST_CALLS:
        return Say("That were too many calls.")
    if offered is not None:
        return Use(offered, arguments)
    return _searching(asked, search, tool) if search is not None else Say(f"{tool} is not offered.")


def _searching(asked: Asked, search: Offered, tool: str) -> Turn:
    named = re.search(rf"^\S*_{tool}$", asked.everything, re.MULTILINE)
    if search.name == "ToolSearch" and named is not None:
        return Use(search, {"query": f"select:{named.group()}"})
    # Codex finds by words, and finds all there is the first time.
    if search.name == "tool_search" and not any(each.tool == search.name for each in asked.results):
        return Use(search, {"query": f"{tool} customer escalation", "limit": 20})
    return Say(f"{tool} is not offered.")


def once(tool: str, arguments: Json) -> Script:
    """One call, then a word."""

    def script(asked: Asked) -> Turn:
        return calling(asked, tool, arguments) if asked.result(tool) is None else Say("Done.")

    return script


prepares_asking = once("prepare_escalation", {"issue": ASKING})


def whole_escalation(asked: Asked) -> Turn:
    """From the typed line to what is posted in a channel: each argument is read from what a tool said before."""
    prepared, written = asked.result("prepare_escalation"), asked.result("write_brief")
    proposed, carried = asked.result("propose_action"), asked.result("carry_out")
    if prepared is None:
        return calling(asked, "prepare_escalation", {"issue": ISSUE})
    escalation = {"escalation_id": prepared.value("escalation_id")}
    if written is None:
        return calling(asked, "write_brief", escalation)
    if proposed is None:
        return calling(asked, "propose_action", {**escalation, "kind": "post_to_channel", "to": CHANNEL})
    sending = {name: proposed.value(name) for name in ("proposal_id", "hash", "destination")}
    sending["text_begins"] = proposed.value("text").splitlines()[0] if proposed.value("text") else ""
    if carried is None:
        return calling(asked, "carry_out", sending)
    if carried.value("outcome") == "not_confirmed" and not _tried_twice(asked):
        # Nobody could be asked by the host: the model asks in the conversation and names who said yes.
        return calling(asked, "carry_out", {**sending, "confirmed_by": PERSON})
    return Say(f"{carried.value('outcome') or 'failed'}: {carried.value('receipt')}")


def _tried_twice(asked: Asked) -> bool:
    return len([each for each in asked.results if each.tool.endswith("carry_out")]) > 1
