"""What is known of one customer's audience: what is theirs, what is not, and what somebody approved."""

from __future__ import annotations

from pydantic import AwareDatetime, BaseModel, ConfigDict

from escalation.promises import PromiseKind
from escalation.terms import Language


class Approval(BaseModel):
    """A promise that somebody with the right to do so has cleared.

    With `due` any time from then on is covered, an earlier one is not. `words` say what was approved; a compensation or a
    guarantee is only covered where most of them stand.
    """

    model_config = ConfigDict(frozen=True)

    kind: PromiseKind
    due: AwareDatetime | None = None
    words: str = ""


class Audience(BaseModel):
    """One customer as reader.

    `customer` their names, aliases and domains, `contacts` their people, `introduced` ours whom they know by name (who
    signs); `shared` the ids of records they were given. What follows is not theirs: names, aliases and domains of other
    customers, our people, channels, systems, ids of records, amounts on internal record ("$240,000"). `cause` is the
    confirmed cause, None while there is none, `retold` the same in other languages, `told` what support wrote to them of how
    it stands.
    """

    model_config = ConfigDict(frozen=True)

    customer: tuple[str, ...]
    language: Language = "en"
    timezone: str | None = None
    contacts: tuple[str, ...] = ()
    introduced: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    other_customers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    cause: str | None = None
    retold: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    approved: tuple[Approval, ...] = ()
    data_seen: bool = False
    """Somebody else saw their data: that it was another customer may be said, and not which."""
