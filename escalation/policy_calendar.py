"""A business calendar as a company writes it down: days, hours, time zone, holidays, and whom it serves."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, ConfigDict, field_validator, model_validator

from escalation.clocks.days_off import unknown_place

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class PolicyModel(BaseModel):
    """Base of all parts of the policy: a key nobody knows is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _known_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("there is no such time zone; give a name such as Asia/Shanghai") from None


def _known_place(code: str) -> str:
    if wrong := unknown_place(code):
        raise ValueError(wrong)
    return code


def _local(at: time) -> time:
    if at.tzinfo is not None:
        raise ValueError("give the local time alone, such as 09:00")
    return at


Zone = Annotated[str, AfterValidator(_known_zone)]
LocalTime = Annotated[time, AfterValidator(_local)]


class BusinessCalendar(PolicyModel):
    """Working time. It serves the accounts and time zones that it names, the first calendar in the file that does."""

    days: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
    opens: LocalTime = time(9)
    closes: LocalTime = time(18)
    """00:00 is midnight at the end of the day."""
    timezone: Zone | None = None
    """None = the customer's own, UTC where that is unknown."""
    holidays: Annotated[str, AfterValidator(_known_place)] | None = None
    """A country, or a part of one: "CN", "DE-BY". None = no holidays."""
    closed: tuple[date, ...] = ()
    worked: tuple[date, ...] = ()
    """Single days off, and single days worked, whatever else is said."""
    accounts: tuple[str, ...] = ()
    zones: tuple[Zone, ...] = ()

    @field_validator("days")
    @classmethod
    def _some_day(cls, days: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
        if not days:
            raise ValueError("name at least one day")
        return days

    @model_validator(mode="after")
    def _open_before_close(self) -> Self:
        if self.closes != time(0) and self.closes <= self.opens:
            raise ValueError(f"it closes at {self.closes:%H:%M}, which is not after it opens at {self.opens:%H:%M}")
        return self
