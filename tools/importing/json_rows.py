"""JSON Lines, one record a line, and the single object of `workspace.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn, cast

from tools.importing.progress import AS_UTF8, Progress, lines_of
from tools.importing.rows import Problem, Row, RowKind


def lines(path: Path, kind: RowKind, progress: Progress | None = None) -> Iterator[Row | Problem]:
    """A row per line; blank lines are passed over, and a line that is no JSON object is a `Problem`."""
    for number, line in enumerate(lines_of(path, progress), 1):
        if line.strip():
            yield _row(line, kind, str(path), number)


def one(path: Path) -> Iterator[Row | Problem]:
    """The whole file as one record."""
    yield _row(b"".join(lines_of(path)), "workspace", str(path), 1)


def _row(line: bytes, kind: RowKind, file: str, number: int) -> Row | Problem:
    try:
        value: object = json.loads(line.decode("utf-8").rstrip(), parse_constant=_no_number)
    except UnicodeDecodeError:
        return Problem(file, number, f"this line is not valid UTF-8; {AS_UTF8}.")
    except json.JSONDecodeError as fault:
        return Problem(file, number + fault.lineno - 1, f"this is not JSON: it breaks at character {fault.colno}.")
    except (ValueError, RecursionError):
        return Problem(file, number, "this is JSON that cannot be used (a number out of range, or nested too deeply).")
    if not isinstance(value, dict):
        return Problem(file, number, "this is JSON, but not an object with named fields.")
    return Row(kind, cast("dict[str, Any]", value), file, number)


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)
