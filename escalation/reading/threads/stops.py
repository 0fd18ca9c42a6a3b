"""Full stops that end no sentence: after a title or an abbreviation, and in a German day of a month ("bis zum 28. Mai")."""

from __future__ import annotations

_TITLES = ("Mr", "Ms", "Mrs", "Mx", "Dr", "Prof", "St", "Hr", "Fr")
_SHORT = ("Inc", "Ltd", "Co", "approx", "etc", "vs", "Nr", "No")
_MONTHS = "Jan|Feb|M[äa]rz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"

NO_STOP = (
    "".join(rf"(?<=\b{title})\.(?= )|" for title in _TITLES)
    + "".join(rf"(?<=\b{short})\.(?= [a-z\d])|" for short in _SHORT)
    + rf"(?<=\be\.g)\.|(?<=\bi\.e)\.|(?<=\bz\.B)\.|(?<=\bd\.h)\.|(?<=\d)\.(?= (?:{_MONTHS}))"
)
"""Alternatives of a pattern, each one such stop."""
