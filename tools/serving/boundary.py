"""The one boundary between the house and a model: arguments in, both halves of a result or one clear message out.

What we refuse is an answer with `is_error`, both halves of it. Any other exception stays a crash, logged here and told there as
nothing but "Error executing tool …".
"""

from __future__ import annotations

import re
from typing import Any

from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult, TextContent
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from escalation.errors import EscalationError, InvalidInput
from tools.results.base import Result
from tools.results.readable import readable

_SHOWN = 80
_PROBLEMS = 5
_OBJECT = ("model_type", "model_attributes_type")


class HouseTool(Tool):
    """A tool whose failures are told in our words, with what to do next."""

    async def run(self, arguments: dict[str, Any], context: Context[Any, Any], convert_result: bool = False) -> Any:  # noqa: FBT001, FBT002
        """Wrong arguments and every `EscalationError` are an answer that is an error; any other exception passes as it came."""
        unknown = sorted(set(arguments) - set(self.parameters.get("properties", {})))
        if unknown:
            return refusal(InvalidInput(*self._unknown(unknown)))
        try:
            result = await super().run(arguments, context, convert_result=False)
        except UnexpectedToolError as crash:
            if isinstance(crash.__cause__, EscalationError):
                return refusal(crash.__cause__)
            raise
        except ToolError as fault:
            if isinstance(fault.__cause__, ValidationError):
                return refusal(InvalidInput(*self._invalid(fault.__cause__)))
            raise
        return answer(result) if isinstance(result, Result) else result

    def _unknown(self, names: list[str]) -> tuple[str, str]:
        shown = ", ".join(name[:_SHOWN] for name in names[:_PROBLEMS])
        known = ", ".join(self.parameters.get("properties", {}))
        return f"{self.name} has no argument {shown}.", f"Its arguments are: {known}."

    def _invalid(self, fault: ValidationError) -> tuple[str, str]:
        errors = fault.errors(include_url=False, include_context=False, include_input=False)
        told = "; ".join(_problem(error) for error in errors[:_PROBLEMS])
        more = f"; and {len(errors) - _PROBLEMS} more" if len(errors) > _PROBLEMS else ""
        known = ", ".join(self.parameters.get("properties", {}))
        return f"{self.name} was not run: {told}{more}.", f"Correct this and call it again; its arguments are: {known}."


def answer(result: Result) -> CallToolResult:
    """Both halves of a result, made from one dump, so that whichever half a host shows says everything."""
    structure = result.structure()
    return CallToolResult(
        content=[TextContent(type="text", text=readable(structure))],
        structured_content=structure,
    )


def refusal(fault: EscalationError) -> CallToolResult:
    """The message for who reads, and beside it the sort of error for a program: `not_found`, `invalid_input` and so on, as
    `escalation.errors` has them."""
    kind = re.sub(r"(?<!^)(?=[A-Z])", "_", type(fault).__name__).lower()
    return CallToolResult(
        content=[TextContent(type="text", text=str(fault))],
        structured_content={"error": kind, "message": fault.message, "remedy": fault.remedy},
        is_error=True,
    )


def _problem(error: ErrorDetails) -> str:
    where = ".".join(str(part)[:_SHOWN] for part in error["loc"]) or "the arguments"
    if error["type"] == "missing":
        return f"{where} is missing"
    # pydantic would name our class here, which says nothing to a model.
    what = "input should be an object" if error["type"] in _OBJECT else _lowered(error["msg"])
    return f"{where}: {what}"


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1 : _SHOWN * 3]
