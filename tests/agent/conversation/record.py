"""`python -m tests.agent.conversation.record [--real]`: records the eight stories in both languages.

Without `--real` from the loopback server, whose turns are written in `stories.py`; with it from the real service, with the
key in ANTHROPIC_API_KEY, into `cassettes/real/`. A real model may take other turns; the same tests read what came of them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.agent.conversation.cassettes import FOLDER, cassette, path
from tests.agent.conversation.loopback import serving
from tests.agent.conversation.stories import STORIES, Story
from tests.agent.conversation.telling import LANGUAGES, tell
from tools.desk.opening import opening
from tools.sample import SAMPLE
from tools.serving.command import Command


def main() -> int:
    real = "--real" in sys.argv[1:]
    if real and not os.environ.get("ANTHROPIC_API_KEY"):
        sys.stderr.write("Set ANTHROPIC_API_KEY: the conversations are held with the real service.\n")
        return 2
    folder = FOLDER / "real" if real else FOLDER
    for story in STORIES:
        for tongue in LANGUAGES:
            _record(story, tongue, path(story, tongue, folder), real=real)
    return 0


def _record(story: Story, tongue: str, file: Path, *, real: bool) -> None:
    file.unlink(missing_ok=True)
    with ExitStack() as stack, tempfile.TemporaryDirectory() as home:
        os.environ["CUSTOMER_ESCALATION_HOME"] = home
        rooms = opening(Command(str(SAMPLE), None, story.scenario["as_of"], None))()
        stack.callback(rooms.engine.dispose)
        url = None
        if not real:
            os.environ["ANTHROPIC_API_KEY"] = "none-needed-on-loopback"
            url = stack.enter_context(serving(story.script(tongue))).url  # type: ignore[arg-type]
        with cassette(file, record=True):
            tell(story, tongue, rooms, url)  # type: ignore[arg-type]
    sys.stdout.write(f"{file.name}: {file.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    sys.exit(main())
