"""A day that a line or a report names: on a busy one twenty write, and most of them of other things."""

from tests.judgement.worlds import context, issue, matched, ticket

OTHERS = (
    "Badge reader loses its pairing", "Color of the chart legend", "Holiday list for Poland", "Print margins too wide",
    "Invoice copy by post", "Language of the reminder mail", "Seat count on the licence page", "Map tiles load slowly",
)  # fmt: skip


def test_who_wrote_on_the_day_that_a_report_names_and_of_another_thing_does_not_join() -> None:
    report = ticket(
        "1",
        "acme",
        "Gate codes rejected since 18 March",
        description="Since 18 March every gate code is rejected.",
        days=1,
    )
    same = ticket("2", "bolt", "Gate codes are rejected", description="No gate code works any more.", days=1.5)
    rest = [ticket(f"9{n}", f"c{n}", subject, days=1.6) for n, subject in enumerate(OTHERS)]
    found = matched(issue("Acme: gate codes rejected since 18 March"), context(report, same, *rest, named=("acme",)))
    assert found[1] == {"1", "2"}


def test_a_line_that_tells_a_matter_asks_the_day_of_those_that_tell_some_of_it() -> None:
    told = ticket("1", "acme", "Gate codes rejected", description="Every gate code is rejected.", days=2)
    rest = [ticket(f"9{n}", f"c{n}", subject, days=2) for n, subject in enumerate(OTHERS)]
    day = told.created_at.strftime("%d %B").lstrip("0")
    assert matched(issue(f"gate codes were rejected on {day}"), context(told, *rest))[1] == {"1"}
