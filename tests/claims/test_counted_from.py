"""The report that an assessment counts from may be later than the customers' first ticket."""

from evals.judging.data import CASES, cases
from evals.judging.predictions import desks
from tools.desk.desk import Request
from tools.desk.writing import check, write


def test_a_length_since_the_first_report_of_this_fault_is_told_though_older_tickets_belong() -> None:
    case = next(c for c in cases(CASES) if c.key == "s5-24/en")
    assert case.scenario is not None
    with desks(case.company) as desk_at:
        desk = desk_at(case.scenario.as_of)
        found = desk.assess(Request(case.text, account=case.account))
        written = write(desk, found)
        assert "6 hours since the first report" in (written.text.time_in_queue or "")
        assert check(desk, found, written.text) == ()


def test_late_tickets_named_by_bare_numbers_are_counted_by_those_numbers() -> None:
    """A complaint counts fewer late tickets than its customer ever had; that helpdesk numbers its tickets and nothing more."""
    case = next(c for c in cases(CASES) if c.key == "rk-dahexi-sla/zh")
    assert case.scenario is not None
    with desks(case.company) as desk_at:
        desk = desk_at(case.scenario.as_of)
        found = desk.assess(Request(case.text, account=case.account))
        written = write(desk, found)
        assert "2 张工单已超出 SLA（48873、48414）" in (written.text.time_in_queue or "")
        assert check(desk, found, written.text) == ()
        more = written.text.model_copy(update={"time_in_queue": "7 张工单已超出 SLA（48873、48414）。"})
        assert [each.span for each in check(desk, found, more)] == ["7"]
