"""The base of what events say, apart from the words themselves so that each group of words can have its own place."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class EventData(BaseModel):
    """Base of what events say: fields not named here are kept, so that an event can always say more."""

    model_config = ConfigDict(extra="allow", frozen=True)
