"""Which of the suite's scenarios need no fixture, so that the product as it is must pass them."""

from __future__ import annotations

REVISIONS = ("2026-07-28", "2025-11-25")
"""Protocol versions we serve; a scenario of both runs once on each wire, since it asks different things there."""

_BOTH = (
    "completion-complete",
    "tools-list",
    "resources-list",
    "prompts-list",
    "dns-rebinding-protection",
    "server-sse-multiple-streams",
)

FIXTURE_FREE: dict[str, tuple[str, ...]] = {
    "2026-07-28": (
        *_BOTH,
        "sep-2164-resource-not-found",
        "caching",
        "http-header-validation",
        "input-required-result-unsupported-methods",
    ),
    "2025-11-25": (*_BOTH, "server-initialize", "server-session-lifecycle", "ping"),
}
"""By revision. All others call a tool, prompt or resource by a name that only a test build has; that some of them pass on the
product all the same (an unknown tool's error is text too) proves nothing and is not counted."""

SKILLS: dict[str, tuple[str, ...]] = {
    "2026-07-28": ("sep-2640-skills-enumeration", "sep-2640-skills-manifest", "sep-2640-skills-directory"),
    "2025-11-25": (),
}
"""Skills over MCP: an extension, so outside every revision's list. The older wire has no place to declare one."""
