"""What can go wrong between us and the model, each told in one line with what to do; none of it loses what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import anthropic
import httpx2


@dataclass
class Fault(Exception):
    """`key` names the words (`prompts`). `again` says that asking once more may help, `at_once` that it is done unasked."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict[str, object])
    again: bool = True
    at_once: bool = False


_BY_STATUS = {
    400: Fault("chat_fault_request", again=False),
    401: Fault("chat_fault_key", again=False),
    402: Fault("chat_fault_billing", again=False),
    403: Fault("chat_fault_forbidden", again=False),
    404: Fault("chat_fault_model", again=False),
    413: Fault("chat_fault_too_large", again=False),
    429: Fault("chat_fault_limit"),
    529: Fault("chat_fault_overloaded"),
}


def fault_of(error: Exception, model: str) -> Fault | None:
    """The fault behind an error of the SDK; None for what is no fault of the service but ours."""
    if isinstance(error, anthropic.APITimeoutError):
        return Fault("chat_fault_timeout")
    if isinstance(error, anthropic.APIStatusError):
        return _status(error, model)
    if isinstance(error, (httpx2.RemoteProtocolError, httpx2.ReadError)):
        return Fault("chat_fault_cut", at_once=True)
    if isinstance(error, httpx2.TimeoutException):
        return Fault("chat_fault_timeout")
    if isinstance(error, (anthropic.APIConnectionError, httpx2.TransportError)):
        return Fault("chat_fault_connection")
    if isinstance(error, anthropic.CredentialsError):
        return Fault("chat_fault_key", again=False)
    if isinstance(error, anthropic.APIError):
        return Fault("chat_fault_cut", at_once=True)
    if isinstance(error, ValueError) and "tool parameter JSON" in str(error):
        return Fault("chat_fault_malformed", at_once=True)
    return None


def _status(error: anthropic.APIStatusError, model: str) -> Fault:
    if error.status_code < 400:  # an error that came in the middle of a stream that had begun well
        return Fault("chat_fault_cut", at_once=True)
    known = _BY_STATUS.get(error.status_code)
    if known is None:
        return Fault("chat_fault_service", {"status": error.status_code}, again=error.status_code >= 500)
    values: dict[str, object] = {"model": model}
    if error.status_code == 429:
        wait = error.response.headers.get("retry-after", "")
        values["seconds"] = int(wait) if wait.isdigit() else 0
    if error.status_code == 400 and error.api_message:
        values["said"] = error.api_message[:200]
    return Fault(known.key, values, again=known.again)
