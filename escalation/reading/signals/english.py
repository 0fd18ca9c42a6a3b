"""English words for each signal: concepts and the objects they need beside them, over one lower-case clause."""

from __future__ import annotations

from escalation.reading.signals.english_course import COURSE
from escalation.reading.signals.english_faults import FAULTS
from escalation.reading.signals.english_people import PEOPLE

ENGLISH: dict[str, tuple[str, ...]] = {**FAULTS, **PEOPLE, **COURSE}
"""Signal -> alternatives. A match is a claim to be judged by its polarity, not yet a fact."""
