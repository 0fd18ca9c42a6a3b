"""A system that knows no key of ours: what was sent and not yet recorded is looked for, never sent again, recorded once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from escalation.actions.action import Action, Destination
from tests.acting.worlds import carrying, escalate, posted, world
from tools.acting.carrying import Carrying
from tools.acting.outlet import Receipt, Wanted

LATER = timedelta(minutes=2)


class Dies(RuntimeError):
    """The process ends here."""


@dataclass
class Plain:
    """Takes every post as a new message. `then` happens once, right after the first."""

    messages: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    then: Callable[[], object] = lambda: None

    def resolve(self, wanted: Wanted) -> Destination:
        place = wanted.to or "#billing"
        return Destination(system="workspace", id=place, name=place)

    def look(self, key: str, action: Action) -> Receipt | None:
        return next((Receipt(known, text) for known, text in self.messages if known == key), None)

    def post(self, key: str, action: Action, who: str, at: datetime) -> None:
        self.messages.append((key, action.text))
        then, self.then = self.then, lambda: None
        then()


def workers(place: Path, outlet: Plain) -> tuple[Carrying, Carrying, str]:
    """One worker, another two minutes later, and a proposal of a post."""
    store = world(place)
    first, later = (carrying(store, clock=clock, outlets={"post_to_channel": outlet}) for clock in (timedelta(), LATER))
    register = first.sender.register
    return first, later, posted(register, escalate(register), "502 since 02:00")


def done(worker: Carrying) -> list[str]:
    return [event.what for event in worker.sender.register.events("ESC-0001") if event.what == "action_carried_out"]


def test_what_a_worker_sent_before_it_died_is_not_sent_again(tmp_path: Path) -> None:
    def dies() -> None:
        raise Dies

    outlet = Plain(then=dies)
    first, later, id_ = workers(tmp_path, outlet)
    with pytest.raises(Dies):
        first.go(first.proposal(id_), "Kim", "told")
    assert done(first) == []
    assert later.sender.finish(later.proposal) == [id_]
    assert len(outlet.messages) == 1
    assert len(done(later)) == 1


def test_a_worker_that_was_only_slow_does_not_record_it_a_second_time(tmp_path: Path) -> None:
    outlet = Plain()
    first, later, id_ = workers(tmp_path, outlet)
    outlet.then = lambda: later.sender.finish(later.proposal)
    assert first.go(first.proposal(id_), "Kim", "told").outcome == "already_sent"
    assert len(outlet.messages) == 1
    assert len(done(first)) == 1
