"""What holds for every test: no key in the environment, no state outside the test's own folder."""

import os
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from tools.importing.sync import sync
from tools.sample import SAMPLE
from tools.store.derived import refresh
from tools.store.engine import open_store

# Hypothesis times each example by the wall clock; a busy machine is no failure. All else stays as its loaded profile has it.
settings.register_profile("house", parent=settings.default, deadline=None)
settings.load_profile("house")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in list(os.environ):
        if name.startswith(("ANTHROPIC_", "CUSTOMER_ESCALATION_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("CUSTOMER_ESCALATION_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """The sample company in a store of its own, imported once for all tests that only read it."""
    engine = open_store(str(tmp_path_factory.mktemp("sample") / "sample.db"))
    refresh(engine)  # as `open_location` does before it reads a folder: else each copy of it would be indexed anew
    sync(engine, SAMPLE)
    return engine
