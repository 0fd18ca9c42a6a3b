"""Full stops that end no sentence: after a title, an abbreviation or the part of a law, and in a German day ("bis 24.09. an")."""

from __future__ import annotations

_TITLES = ("Mr", "Ms", "Mrs", "Mx", "Dr", "Prof", "St", "Hr", "Fr")
_SHORT = ("Inc", "Ltd", "Co", "approx", "incl", "excl", "max", "min", "dept", "etc", "vs", "Nr", "No")
_OF_LAW = ("Art", "Arts", "Abs", "Sec", "para", "art")
"""An article or a section of a law: "under Art. 17"."""
_MONTHS = "Jan|Feb|M[äa]rz|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"

NO_STOP = (
    "".join(rf"(?<=\b{title})\.(?= )|" for title in _TITLES)
    + "".join(rf"(?<=\b{short})\.(?= [a-z\d])|" for short in _SHORT)
    + "".join(rf"(?<=\b{part})\.(?= \d)|" for part in _OF_LAW)
    + r"(?<=\b\d\d\.\d\d)\.(?=,| [a-zäöü])|"
    + rf"(?<=\be\.g)\.|(?<=\bi\.e)\.|(?<=\bz\.B)\.|(?<=\bd\.h)\.|(?<=\d)\.(?= (?:{_MONTHS}))"
)
"""Alternatives of a pattern, each one such stop."""
