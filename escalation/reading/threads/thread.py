"""Thread reading in one place: what was tried, how to reproduce it, where the conversation stands."""

from __future__ import annotations

from escalation.reading.quote import Quote
from escalation.reading.threads.communication import CommunicationFound, communication
from escalation.reading.threads.found_steps import TriedFound
from escalation.reading.threads.reproduction import ReproductionFound, reproduction
from escalation.reading.threads.tried import tried

__all__ = [
    "CommunicationFound",
    "Quote",
    "ReproductionFound",
    "TriedFound",
    "communication",
    "reproduction",
    "tried",
]
