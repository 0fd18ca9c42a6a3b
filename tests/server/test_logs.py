"""What goes to stderr helps whoever keeps the server, and tells nothing of a customer."""

from __future__ import annotations

import io
import logging

import pytest

from tools.serving import logs


@pytest.fixture
def told() -> tuple[logging.Logger, io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.FramesOnly("%(levelname)s %(message)s"))
    logger = logging.Logger("test")
    logger.addHandler(handler)
    return logger, stream


def _crash() -> None:
    try:
        int("card 4111 1111 1111 1111")
    except ValueError as fault:
        raise RuntimeError("near: Acme owes 240000") from fault


def test_a_traceback_names_places_and_types_but_not_what_was_said(told: tuple[logging.Logger, io.StringIO]) -> None:
    logger, stream = told
    try:
        _crash()
    except RuntimeError:
        logger.exception("a tool crashed")
    text = stream.getvalue()
    assert "ERROR a tool crashed" in text
    assert "in _crash" in text
    assert "RuntimeError" in text
    assert "ValueError" in text
    assert "Acme" not in text
    assert "4111" not in text


def test_the_root_logger_writes_to_stderr_from_warnings_up(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        logs.to_stderr()
        logging.getLogger("any").info("quiet")
        logging.getLogger("any").warning("heard")
    finally:
        root.handlers[:], _ = handlers, root.setLevel(level)
    out, err = capsys.readouterr()
    assert out == ""
    assert "heard" in err
    assert "quiet" not in err
