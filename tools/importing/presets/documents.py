"""Records of JSON files, one at a time: one object per line, an array, or an object of arrays such as {"tickets": […]}."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from tools.importing.presets.tables import encoding_of
from tools.importing.progress import Progress, told
from tools.importing.rows import Problem

_DECODER = json.JSONDecoder()
_CHUNK = 256 * 1024
_TAIL = len(".e-1")
_SPACE = re.compile(r"[ \t\r\n]*")

Element = tuple[int, str | None, Any]
"""Line (1-based), the array it stood in (None at the top), the value."""


class _Scanner:
    """Reads values off a stream without holding more than the value at hand."""

    def __init__(self, stream: TextIO) -> None:
        self.stream, self.text, self.at, self.line, self.ended = stream, "", 0, 1, False

    def _more(self) -> bool:
        chunk = "" if self.ended else self.stream.read(max(_CHUNK, len(self.text) - self.at))
        self.ended = not chunk
        self.text, self.at = self.text[self.at :] + chunk, 0
        return bool(chunk)

    def _advance(self, end: int) -> None:
        self.line += self.text.count("\n", self.at, end)
        self.at = end

    def peek(self) -> str:
        """The next character that is not space, or "" at the end."""
        while True:
            match = _SPACE.match(self.text, self.at)
            self._advance(match.end() if match else self.at)
            if self.at < len(self.text):
                return self.text[self.at]
            if not self._more():
                return ""

    def take(self, expected: str) -> bool:
        if self.peek() != expected:
            return False
        self._advance(self.at + 1)
        return True

    def value(self) -> Any:
        """The next whole value. Raises json.JSONDecodeError when there is none."""
        self.peek()
        while True:
            try:
                found, end = _DECODER.raw_decode(self.text, self.at)
            except json.JSONDecodeError:
                if not self._more():
                    raise
                continue
            # What stands at the very end of what was read may go on: "3" as "35", "3" before "." as "3.5".
            if len(self.text) - end < _TAIL and not self.ended:
                self._more()
                continue
            self._advance(end)
            return found


def _array(scanner: _Scanner, name: str | None) -> Iterator[Element]:
    scanner.take("[")
    while not scanner.take("]"):
        scanner.peek()
        line = scanner.line
        yield line, name, scanner.value()
        if not scanner.take(",") and scanner.peek() != "]":
            raise json.JSONDecodeError("a comma or ] is missing", scanner.text, scanner.at)


def _members(scanner: _Scanner) -> Iterator[Element]:
    scanner.take("{")
    while not scanner.take("}"):
        name = str(scanner.value())
        if not scanner.take(":"):
            raise json.JSONDecodeError("a colon is missing", scanner.text, scanner.at)
        if scanner.peek() == "[":
            yield from _array(scanner, name)
        else:
            scanner.value()
        if not scanner.take(",") and scanner.peek() != "}":
            raise json.JSONDecodeError("a comma or } is missing", scanner.text, scanner.at)


def _holds(scanner: _Scanner, collections: frozenset[str]) -> bool:
    """Whether the object that begins here is a box of arrays, not a record: one of its first members says so."""
    scanner.take("{")
    while scanner.peek() == '"':
        name = str(scanner.value())
        if not scanner.take(":"):
            return False
        if scanner.peek() == "[" and name in collections:
            return True
        scanner.value()
        scanner.take(",")
    return False


def _by_line(stream: TextIO, file: str) -> Iterator[Element | Problem]:
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            yield number, None, json.loads(line)
        except (json.JSONDecodeError, RecursionError) as fault:
            yield Problem(file, number, f"this line is not JSON ({getattr(fault, 'msg', 'nested too deeply')})")


def _whole(stream: TextIO, file: str) -> Iterator[Element | Problem]:
    scanner = _Scanner(stream)
    try:
        yield from _array(scanner, None) if scanner.peek() == "[" else _members(scanner)
    except (json.JSONDecodeError, RecursionError) as fault:
        reason = getattr(fault, "msg", "nested too deeply")
        yield Problem(file, scanner.line, f"the JSON breaks off here ({reason}); what stands before it was read")


def _is_whole(path: Path, encoding: str, collections: frozenset[str]) -> bool:
    with path.open(encoding=encoding) as stream:
        scanner = _Scanner(stream)
        if scanner.peek() == "[":
            return True
        try:
            return _holds(scanner, collections)
        except (json.JSONDecodeError, RecursionError):
            return False


def json_elements(
    path: Path, encodings: tuple[str, ...], collections: frozenset[str], progress: Progress | None = None
) -> Iterator[Element | Problem]:
    """Every element of the file's arrays, or every line's object. `collections` names the arrays that make a box."""
    encoding = encoding_of(path, encodings)
    read = _whole if _is_whole(path, encoding, collections) else _by_line
    with path.open(encoding=encoding, errors="replace") as stream:
        yield from told(read(stream, str(path)), stream, path, progress)
