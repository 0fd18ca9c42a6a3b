"""The names of months, short and long, in the languages customers write to us."""

from __future__ import annotations

_WRITTEN = (
    "january|jan|januar|janvier|enero", "february|feb|februar|février|febrero", "march|mar|märz|mars|marzo",
    "april|apr|avril|abril", "may|mai|mayo", "june|jun|juni|juin|junio", "july|jul|juli|juillet|julio",
    "august|aug|août|agosto", "september|sept|sep|septembre|septiembre", "october|oct|oktober|octobre|octubre",
    "november|nov|novembre|noviembre", "december|dec|dezember|décembre|diciembre",
)  # fmt: skip
NAMES = {name: number for number, names in enumerate(_WRITTEN, start=1) for name in names.split("|")}
MONTH = "|".join(sorted(NAMES, key=len, reverse=True))
"""Alternatives for a pattern over folded text."""
