"""The line reader: what sort of matter a typed line is, by a small model learned from labelled lines (evals/training).

Word lists failed on lines that nobody had tuned them for (28 % of decisions right on 510 lines by other people); this reader
knows only words, pairs and concepts, and how often each stood in lines of each sort.
"""

from escalation.reading.line.reading import (
    SHORT,
    LineReading,
    Outcome,
    length_of,
    read_line,
    read_without_security,
    strange,
)

__all__ = ["SHORT", "LineReading", "Outcome", "length_of", "read_line", "read_without_security", "strange"]
