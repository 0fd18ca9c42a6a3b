"""`python -m evals.stories A [en|zh]` tells one case, playing it through the real tools as it goes."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import aclosing
from pathlib import Path
from tempfile import TemporaryDirectory

from escalation.terms import Language
from evals.stories.data import CASES, story
from evals.stories.run import play, stage
from evals.stories.tell import Teller


async def tell(case: str, language: Language) -> bool:
    """Prints the case; whether it went as it is written."""
    played, teller = story(case), Teller(language)
    sys.stdout.write(teller.title(played.title[language]) + "\n")
    with TemporaryDirectory() as place, stage(Path(place), next(played.timed())[0]) as on:
        async with aclosing(play(played, language, on)) as steps:
            async for each in steps:
                sys.stdout.write(teller.told(each) + "\n")
                sys.stdout.flush()
    sys.stdout.write(teller.end(len(played.steps)) + "\n" if not teller.wrong else "")
    return not teller.wrong


_LANGUAGES: dict[str, Language] = {"en": "en", "zh": "zh"}


def main(arguments: list[str]) -> int:
    case = arguments[0] if arguments else ""
    named = arguments[1] if len(arguments) > 1 else "en"
    language = _LANGUAGES.get(named)
    if case.upper() not in CASES or language is None:
        sys.stderr.write("Name a case, A, B, C or D, and a language, en or zh.\n")
        return 2
    try:
        return 0 if asyncio.run(tell(case, language)) else 1
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    # What a story sets on the calendar is gone with it.
    with TemporaryDirectory() as home:
        os.environ["CUSTOMER_ESCALATION_HOME"] = home
        sys.exit(main(sys.argv[1:]))
