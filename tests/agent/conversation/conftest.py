"""The sample company in a store of the test's own, and a Messages API on loopback."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.agent.conversation.loopback import Loopback, Script, serving
from tests.server.sample_office import sample_office
from tools.desk.office import Opened

KEY = "sk-ant-api03-a-key-of-the-tests-0123456789"


@pytest.fixture
def rooms(sample_store: Engine, tmp_path: Path) -> Opened:
    return sample_office(sample_store, tmp_path).open()


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
    return KEY


@pytest.fixture(autouse=True)
def own_logging() -> Generator[None]:
    """The commands set the root logger up for a process of their own."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    root.handlers[:] = before
    root.setLevel(level)


@pytest.fixture
def api() -> Generator[Callable[[Script], Loopback]]:
    """Starts a Messages API that follows a script."""
    with ExitStack() as stack:
        yield lambda script: stack.enter_context(serving(script))
