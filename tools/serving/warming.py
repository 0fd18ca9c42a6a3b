"""Made ready while nobody waits: a server whose tools were listed judges a line of its own before anybody asks.

A host lists the tools when it starts the server; the person types later. What is loaded, compiled and read in between, the first
question need not wait for. Nothing is recorded, and a workspace that cannot be opened is told by the first call, not here.
"""

from __future__ import annotations

from threading import Event, Lock, Timer
from typing import TYPE_CHECKING, get_args

from escalation.errors import EscalationError
from escalation.terms import Language
from tools.catalog.preparation import preparation
from tools.desk.loading import load
from tools.desk.office import Office

if TYPE_CHECKING:
    from tools.desk.office import Opened

AFTER = 0.3
"""Seconds after the tools were listed: whoever waits for them has them by then."""

LINE = "API calls return 500 errors since this morning"
"""What is judged: any line loads the same. One, since what further ones would leave behind counts in memory for good."""

READ = 16
"""Reports of the last weeks that are read, the newest: more of them would stay in memory whatever is asked."""

SKIMMED = 1_500
"""Of so many of each kind, the newest, it is worked out what they are about, which takes half a second and little room."""


class Warming:
    """Begins once, however often it is told to, in a thread that nobody waits for and that ends with the process."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._begun = False
        self._lock = Lock()
        self._over = Event()

    def begin(self) -> None:
        """To be called when the tools were listed; returns at once."""
        with self._lock:
            if self._begun:
                return
            self._begun = True
        timer = Timer(AFTER, self._warm)
        timer.daemon = True
        timer.start()

    def wait(self, seconds: float) -> bool:
        """Whether it is over, after so many seconds at most."""
        return self._over.wait(seconds)

    def _warm(self) -> None:
        try:
            load()
            warm(self._office.open())
        except EscalationError:
            return  # the first call says it, with the way out
        finally:
            self._over.set()


def warm(opened: Opened) -> None:
    """Loads, compiles and reads what any question needs, in either language. Raises what a question would raise."""
    from escalation.foresight import compile_checks, read_ahead, skim
    from escalation.records import Article, Message, Ticket, TrackerItem
    from prompts.answer import reply_to_customer
    from tools.desk.desk import Prepared, Request
    from tools.desk.gather import LATELY
    from tools.store.room import give_back

    found = opened.desk.assess(Request(LINE))
    for language in get_args(Language):
        preparation(Prepared(found), language)
        reply_to_customer(found, language)
    opened.register.find_open()
    with opened.workspace.snapshot() as seen:
        now = seen.now()
        lately = [hit.record for hit in seen.search_tickets(since=now - LATELY, limit=READ)]
        accounts = seen.accounts({ticket.account_id for ticket in lately if ticket.account_id})
        read_ahead(lately, {account.id: account for account in accounts}, now)
        compile_checks(now)
        skim(
            seen.latest(Ticket, SKIMMED),
            seen.latest(TrackerItem, SKIMMED),
            seen.latest(Article, SKIMMED),
            seen.latest(Message, SKIMMED),
        )
    give_back()
