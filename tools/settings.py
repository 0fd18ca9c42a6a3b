"""customer-escalation.toml: what a company decides for itself, laid over the defaults of `escalation.policy`.

Looked for in this order: the path given, the environment, the user's configuration folder. Secrets never stand in it.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from escalation.errors import PolicyInvalid
from escalation.policy import Cadence, Policy, Team
from escalation.policy_calendar import BusinessCalendar
from escalation.policy_recovery import Compensation, Gifts

CONFIG = "CUSTOMER_ESCALATION_CONFIG"
"""Environment variable: path of the policy file."""

FILE = "customer-escalation.toml"
ELSEWHERE = ("agent",)
"""Tables of the file that are not policy: who needs one reads it with `load_table`."""

_REMEDY = "Correct the file, or take the line out to keep the default."


Table = TypeVar("Table", bound=BaseModel)


@dataclass(frozen=True)
class Settings:
    """The policy in force, and the file it was read from (None = defaults alone)."""

    policy: Policy
    path: Path | None = None


def load_settings(config: str | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this run. Raises `PolicyInvalid` with one line for each wrong key or value."""
    path = _found(config, environment)
    return Settings(_policy(path), path) if path else Settings(Policy())


def load_table(
    name: str, model: type[Table], config: str | None = None, environment: Mapping[str, str] = os.environ
) -> Table:
    """A table beside the policy ("agent"), its defaults where the file or the table is missing. Raises as `load_settings`."""
    path = _found(config, environment)
    if path is None:
        return model()
    try:
        return model.model_validate(_read(path).get(name, {}))
    except ValidationError as fault:
        lines = "\n".join(f"{path}: {name}.{_line(error, model)}" for error in fault.errors(include_url=False))
        raise PolicyInvalid(lines, _REMEDY) from fault


def _found(config: str | None, environment: Mapping[str, str]) -> Path | None:
    path = _named(config) or _named(environment.get(CONFIG))
    if path is None:
        own = _own_file()
        return own if own.is_file() else None
    return path


def _named(text: str | None) -> Path | None:
    # A plugin host passes an unset setting as "" or as its unexpanded "${…}".
    if not text or not text.strip() or text.startswith("${"):
        return None
    return Path(text).expanduser()


def _own_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("customer-escalation", appauthor=False) / FILE


def _policy(path: Path) -> Policy:
    read = {name: value for name, value in _read(path).items() if name not in ELSEWHERE}
    try:
        return Policy.model_validate(_over(Policy().model_dump(), read))
    except ValidationError as fault:
        lines = "\n".join(f"{path}: {_line(error)}" for error in fault.errors(include_url=False))
        raise PolicyInvalid(lines, _REMEDY) from fault


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise PolicyInvalid(f"{path}: this is not TOML: {fault}.", "Correct that line.") from fault
    except UnicodeDecodeError as fault:
        raise PolicyInvalid(f"{path}: the file is not UTF-8 text.", "Save it as UTF-8.") from fault
    except OSError as fault:
        raise PolicyInvalid(
            f"{path} cannot be read ({fault.strerror}).", f"Check the path given by --config or {CONFIG}."
        ) from fault


def _over(defaults: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """`given` laid over `defaults`, table by table, so that a file says only what differs."""
    # A rhythm given in days takes the place of one in hours, and the other way round.
    merged = {key: value for key, value in defaults.items() if _other_measure(key) not in given}
    for key, value in given.items():
        before = merged.get(key)
        both = isinstance(before, dict) and isinstance(value, dict)
        merged[key] = _over(cast("dict[str, Any]", before), cast("dict[str, Any]", value)) if both else value
    return merged


def _other_measure(key: str) -> str:
    stem, _, measure = key.rpartition("_")
    return f"{stem}_{ {'hours': 'days', 'days': 'hours'}.get(measure, '') }"


def _line(error: ErrorDetails, model: type[BaseModel] = Policy) -> str:
    where = ".".join(str(part) for part in error["loc"] if part != "[key]")
    if error["type"] == "extra_forbidden":
        from difflib import get_close_matches  # seldom needed

        near = get_close_matches(str(error["loc"][-1]), _known_keys(error["loc"][:-1], model), n=1)
        return f"{where}: there is no such setting{f'; did you mean {near[0]}?' if near else '.'}"
    message = error["msg"].removeprefix("Value error, ")
    message = message[:1].lower() + message[1:]
    if isinstance(error["input"], dict):  # a whole table: its mistake is told, not all that is in it
        return f"{where}: {message}." if where else f"{message}."
    return f"{where}: {message}, found {_shown(error['input'])}."


def _known_keys(place: tuple[int | str, ...], model: type[BaseModel]) -> list[str]:
    tables: dict[str, type[BaseModel]] = {
        "cadence": Cadence,
        "teams": Team,
        "calendars": BusinessCalendar,
        "gifts": Gifts,
        "compensation": Compensation,
    }
    return list((tables.get(str(place[0]), model) if place else model).model_fields)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
