"""`python -m evals.judging`: runs the built-in writer and the baseline on both parts and writes evals/RESULTS.md.

Each company is a task of its own, and there is a process for every processor.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from evals.judging.data import by_company, cases
from evals.judging.predictions import MAKERS
from evals.judging.results import results
from evals.judging.tasks import everyday_lines, scored, strange_lines

HOME = Path(__file__).parents[1]


def main() -> int:
    """Exit code 0; the figures are for reading, tests hold the floors."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        strange = pool.submit(strange_lines)  # the longest first
        groups = by_company(cases()).values()
        told = {maker: [pool.submit(scored, maker, group) for group in groups] for maker in MAKERS}
        short = pool.submit(everyday_lines)
        every = {maker: [*chain.from_iterable(task.result() for task in tasks)] for maker, tasks in told.items()}
        report = results(every, strange.result(), short.result())
    (HOME / "RESULTS.md").write_text(report, encoding="utf-8")
    sys.stdout.write(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
