"""A sentence of plain text, for whoever only asks each something: quotations and lists are cut in `entries.sentences`."""

from __future__ import annotations

import re

SENTENCE = re.compile(r"(?:[^\n.!?。！？]|\.(?=\S))+[.!?。！？]*")
"""To be used with `findall`: up to the mark that ends it, a point inside a number or a name ending none."""
