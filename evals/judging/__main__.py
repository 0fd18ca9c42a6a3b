"""`python -m evals.judging`: runs the built-in writer and the baseline on both parts and writes evals/RESULTS.md.

Each company is a task of its own, and there is a process for every processor.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from evals.judging import everyday, strangers
from evals.judging.data import Case, by_company, cases
from evals.judging.predictions import MAKERS, predict
from evals.judging.results import results
from evals.judging.run import scores
from evals.judging.score import Score

HOME = Path(__file__).parents[1]


def main() -> int:
    """Exit code 0; the figures are for reading, tests hold the floors."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        strange = pool.submit(_strange)  # the longest first
        groups = by_company(cases()).values()
        told = {maker: [pool.submit(_scored, maker, group) for group in groups] for maker in MAKERS}
        short = pool.submit(_short)
        every = {maker: [*chain.from_iterable(task.result() for task in tasks)] for maker, tasks in told.items()}
        report = results(every, strange.result(), short.result())
    (HOME / "RESULTS.md").write_text(report, encoding="utf-8")
    sys.stdout.write(report)
    return 0


def _scored(maker: str, group: Sequence[Case]) -> list[Score]:
    return scores(group, predict(group, MAKERS[maker]))


def _strange() -> list[strangers.Outcome]:
    return [*strangers.outcomes()]


def _short() -> list[everyday.Outcome]:
    return [*everyday.outcomes()]


if __name__ == "__main__":
    sys.exit(main())
