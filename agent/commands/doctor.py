"""`doctor`: what is here, what is connected, and what to do about what is not."""

from __future__ import annotations

import sys

from agent import options
from agent.rooms import open_rooms


def doctor(workspace: options.Workspace = None, config: options.Config = None, as_of: options.AsOf = None) -> None:
    """Check this installation: the workspace, what it covers, the register, the policy."""
    from agent.conversation.settings import has_key, load
    from tools.sample import SAMPLE
    from tools.store.location import resolve

    settings, keyed = load(config), has_key()
    rooms = open_rooms(workspace, config, as_of)
    place = resolve(workspace, sample=SAMPLE)
    kind = {"sample": "the sample company (import your own with: customer-escalation import …)"}.get(
        place.kind, place.name
    )
    sys.stdout.write(f"workspace  {kind}\n")
    sys.stdout.write(f"clock      {rooms.workspace.now():%Y-%m-%d %H:%M}Z\n")
    for line in rooms.workspace.coverage():
        state = "connected" if line.state == "searched" else line.state.replace("_", " ")
        sys.stdout.write(f"{line.category.replace('_', ' '):<18} {state}{f' ({line.source})' if line.source else ''}\n")
    sys.stdout.write(f"register   {len(rooms.register.list())} escalations on record\n")
    sys.stdout.write(
        f"policy     high value from ${rooms.policy.high_value_arr_usd:,.0f} ARR; a pattern from "
        f"{rooms.policy.pattern_customers} customers\n"
    )
    state = "a key is set" if keyed else "no key: set ANTHROPIC_API_KEY for chat; briefs need none"
    others = f"; other servers: {', '.join(settings.servers)}" if settings.servers else ""
    sys.stdout.write(f"model      {settings.model} ({state}){others}\n")
