"""The commands by name; each lives in its own module under `agent.commands`."""

from __future__ import annotations

import typer

from agent.commands import brief, chat, doctor, evaluating, following, handing_over, importing, init, records, serve

app = typer.Typer(
    name="customer-escalation",
    help="From one typed line to an escalation brief the receiving team can act on, every figure with its source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
app.command("brief")(brief.brief)
app.command("chat")(chat.chat)
app.command("import")(importing.import_files)
app.command("presets")(importing.presets)
app.command("list")(records.list_escalations)
app.command("show")(records.show)
app.command("due")(following.due)
app.command("watch")(following.watch)
app.command("handover")(handing_over.handover)
app.command("serve")(serve.serve)
app.command("doctor")(doctor.doctor)
app.command("eval")(evaluating.evaluate)
app.command("init")(init.init)
