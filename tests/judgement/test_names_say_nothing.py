"""A customer's name says nothing of how grave a matter is, nor what sort of matter."""

from dataclasses import replace

import pytest

from escalation.judgement.case import Case
from escalation.judgement.spoken import severities_of
from escalation.judgement.understand import understand, without_names
from escalation.policy import Policy
from escalation.reading.nameless import STAND_IN, nameless
from escalation.sifting import sift
from escalation.weighing import case_of
from tests.judgement.worlds import NOW, account, context, ticket

NAMES = ("Larch Haulage", "Linden Haulage", "Maison Clairval", "Quinlark Steel")


@pytest.mark.parametrize("line", ["gateway drops the export at {}", "{}: export of rows is slow", "{} 导出很慢"])
def test_one_line_reads_as_grave_for_each_customer(line: str) -> None:
    read = [severities_of(_case(line, name)) for name in NAMES]
    assert all(one == read[0] for one in read)


def _case(line: str, name: str) -> Case:
    whose = account("a", name=name)
    world = replace(context(ticket("1", "a", "Export is slow")), named=(whose,), accounts={"a": whose})
    return case_of(sift(understand(line.format(name)), world, Policy(), NOW))


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Linden Haulage's map is blank", f"{STAND_IN}'s map is blank"),
        ("map blank at linden", f"map blank at {STAND_IN}"),
        ("the lindens are in bloom", "the lindens are in bloom"),
    ],
)
def test_a_name_or_its_beginning_is_replaced(line: str, left: str) -> None:
    assert nameless(line, [account("a", name="Linden Haulage")]) == left


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Northbank Freight threatens not to renew", "relationship"),
        ("Northbank Freight threatens not to renew because bulk edit of geofences is missing", "feature"),
    ],
)
def test_who_threatens_and_names_nothing_of_the_product_asks_for_no_feature(line: str, kind: str) -> None:
    typed = understand(line).model_copy(update={"kind": "feature"})
    assert without_names(typed, [account("a", name="Northbank Freight")]).kind == kind
