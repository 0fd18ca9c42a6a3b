"""The tables of the measure, in Markdown, with Wilson intervals."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from evals.intervals import wilson
from evals.leaks.measure import LANGUAGES, Outcome


def leak_table(planted: list[Outcome], clean: list[Outcome]) -> str:
    """Caught and wrongly stopped in all and per language, then caught per kind."""
    lines = [
        "| texts | leaks caught | 95% | under their own kind | clean texts wrongly stopped | 95% |",
        "| --- " * 6 + "|",
    ]
    for label, lang in (("all", ""), ("English", "en"), ("Chinese", "zh")):
        mine, rest = _of(planted, lang), _of(clean, lang)
        cells = [*_share(mine, _right), _plain(mine, _named), *_share(rest, _wrong)]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    lines += ["", "| kind of leak | English caught | Chinese caught |", "| --- | --- | --- |"]
    return "\n".join([*lines, *_by_kind(planted, _right)]) + "\n"


def promise_table(promised: list[Outcome], unpromised: list[Outcome]) -> str:
    """Found, dated and wrongly found, in all and per language, then dated per kind."""
    lines = [
        "| texts | promises found | 95% | found and rightly dated | 95% | of that kind | found where none is | 95% |"
    ]
    lines.append("| --- " * 8 + "|")
    for label, lang in (("all", ""), ("English", "en"), ("Chinese", "zh")):
        mine, rest = _of(promised, lang), _of(unpromised, lang)
        cells = [*_share(mine, _right), *_share(mine, _dated), _plain(mine, _named), *_share(rest, _wrong)]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    lines += ["", "| kind of promise | English found and dated | Chinese found and dated |", "| --- | --- | --- |"]
    return "\n".join([*lines, *_by_kind(promised, _dated)]) + "\n"


def _by_kind(rows: list[Outcome], good: Callable[[Outcome], bool]) -> Iterable[str]:
    for kind in sorted({row.kind for row in rows}):
        cells = [_plain([row for row in _of(rows, lang) if row.kind == kind], good) for lang in LANGUAGES]
        yield f"| {kind} | {' | '.join(cells)} |"


def _of(rows: list[Outcome], lang: str) -> list[Outcome]:
    return [row for row in rows if not lang or row.lang == lang]


def _right(row: Outcome) -> bool:
    return row.right


def _wrong(row: Outcome) -> bool:
    return not row.right


def _named(row: Outcome) -> bool:
    return row.right and row.named


def _dated(row: Outcome) -> bool:
    return row.right and row.dated


def _share(rows: list[Outcome], good: Callable[[Outcome], bool]) -> tuple[str, str]:
    low, high = wilson(sum(map(good, rows)), len(rows))
    return _plain(rows, good), f"{low:.1f}–{high:.1f}%"


def _plain(rows: list[Outcome], good: Callable[[Outcome], bool]) -> str:
    hits = sum(map(good, rows))
    return f"{hits}/{len(rows)} ({100 * hits / len(rows):.1f}%)" if rows else "–"
