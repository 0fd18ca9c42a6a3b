"""Thread reading in one place: what was tried, how to reproduce it, where the conversation stands."""

from __future__ import annotations

from escalation.reading.communication import CommunicationFound, communication
from escalation.reading.quote import Quote
from escalation.reading.reproduction import ReproductionFound, reproduction
from escalation.reading.tried import TriedFound, tried

__all__ = [
    "CommunicationFound",
    "Quote",
    "ReproductionFound",
    "TriedFound",
    "communication",
    "reproduction",
    "tried",
]
