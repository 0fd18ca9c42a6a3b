"""Every error the product raises on purpose, in one tree.

    EscalationError
    ├── InvalidInput        what was asked cannot be understood (wrong use, exit code 2)
    │   └── AmbiguousAccount    several accounts fit; the candidates are in the message
    ├── NotFound            an id or a name that no connected source knows
    ├── WorkspaceUnusable   the workspace is missing, corrupt, or cannot be written
    ├── PolicyInvalid       a key or value of customer-escalation.toml is wrong
    └── SourceUnavailable   a connected system did not answer

Each carries `message` (what happened, in our own words) and `remedy` (what to do next).
"""

from __future__ import annotations


class EscalationError(Exception):
    """Base of the tree. `str()` gives the message followed by the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy


class InvalidInput(EscalationError):
    """The request itself cannot be understood."""


class AmbiguousAccount(InvalidInput):
    """Several accounts fit what was typed; nothing is chosen silently."""


class NotFound(EscalationError):
    """No connected source knows this id or name."""


class WorkspaceUnusable(EscalationError):
    """The workspace is missing, corrupt or cannot be written."""


class PolicyInvalid(EscalationError):
    """A key or a value of the policy file is wrong."""


class SourceUnavailable(EscalationError):
    """A connected system could not be asked."""
