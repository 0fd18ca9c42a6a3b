"""Each fact once, where it was noted, in one line of title: what a colleague at night needs, and nothing that they know."""

from __future__ import annotations

import pytest

from escalation.assessment import Impact, Lookalike
from escalation.matters import FeatureDemand, Sighting, TimelineEntry, TriedStep
from prompts.brief import render_brief
from prompts.compose import compose
from prompts.filters import ticket as numbered
from prompts.sheet import reasons
from tests.prompts.parts import GHI, NORTH, XYZ, at, because, evidence, found, ticket
from tests.prompts.worlds import feature, pattern


def test_a_note_is_said_to_stand_where_it_was_written_and_not_who_may_know_it() -> None:
    held = evidence("E9", "20832", "Pool is at its limit.", at=at(12))
    lead = TimelineEntry(at=at(12), what="Pool is at its limit.", evidence=("E9",))
    step = TriedStep(step="restarted")
    world = pattern().model_copy(update={"leads": (lead,), "evidence": (held,), "tried": (step,)})
    assert "Noted on ticket 20832, 2026-11-12 00:00 UTC: “Pool is at its limit.” [E9]" in compose(world, "en").context
    assert any(
        line.startswith("工单 20832 的备注，2026-11-12 00:00 UTC：「Pool") for line in compose(world, "zh").context
    )


def test_what_is_told_as_tried_is_not_told_again_as_context() -> None:
    held = evidence("E9", "T-2", "Rules checked, all in order.", account_id="acc-north")
    lead = TimelineEntry(at=at(12), what="Rules checked, all in order.", evidence=("E9",))
    world = pattern().model_copy(update={"tried": (), "leads": (lead,), "evidence": (held,)})
    told = compose(world, "en")
    assert [step.result for step in told.tried] == ["“Rules checked, all in order.”"]
    assert not [line for line in told.context if "Rules checked" in line]


@pytest.mark.parametrize(
    ("id_", "en", "zh"), [("20832", "ticket 20832", "工单 20832"), ("T-48258", "T-48258", "T-48258")]
)
def test_a_bare_number_is_read_as_a_ticket(id_: str, en: str, zh: str) -> None:
    assert (numbered(id_, "en"), numbered(id_, "zh").strip()) == (en, zh)
    matched = (ticket(id_, NORTH, "Rows missing", "The CSV export has 10,000 rows.", at(11)),)
    alike = Lookalike(record_id=id_, source="tickets", why=found("older_occurrence"))
    seen = because("technical", "error_seen", error="lease expired", tickets=(id_, id_))
    world = pattern().model_copy(update={"matched": matched, "lookalikes": (alike,), "reasons": (seen,)})
    english, chinese = compose(world, "en"), compose(world, "zh")
    assert f"reported in {en}, at" in english.description
    assert f"（{zh}）" in chinese.description
    assert any(line.startswith(f"{en[0].upper()}{en[1:]}, 2026-11-11 (Northwind Ltd)") for line in english.context)
    assert any(f"Not counted: {en} (" in line for line in english.context)
    assert f"appears in {en} and {en}" in reasons(world, "for", "en")[0][1]


def test_a_title_is_one_line_and_ends_where_a_clause_ends() -> None:
    typed = (
        "Northwind export drops rows on and off since monday when two people edit, their IT lead is chasing, and the"
        " board meets on friday to look at the whole thing"
    )
    issue = pattern().issue.model_copy(update={"summary": typed, "claimed_customers": None})
    told = compose(pattern().model_copy(update={"issue": issue}), "en").summary
    assert told == "Northwind export drops rows on and off since monday when two people edit — 2 customers affected"


def test_a_title_does_not_name_a_customer_again_in_another_script_or_by_its_other_name() -> None:
    bay = XYZ.model_copy(update={"name": "港灣小館", "aliases": ("Bayhouse",)})
    for typed in ("港湾小馆导出缺行", "Bayhouse 导出缺行"):
        issue = pattern().issue.model_copy(update={"summary": typed, "language": "zh", "claimed_customers": None})
        facts = pattern().facts.model_copy(update={"affected_customers": 1})
        world = pattern().model_copy(update={"issue": issue, "account": bay, "affected": (bay,), "facts": facts})
        assert compose(world, "zh").summary == typed


def test_the_impact_on_work_is_not_the_typed_line_again() -> None:
    typed = evidence("E3", "reporter", "export drops rows", source="reporter")
    cost = Sighting(words="We re-key 40 rows by hand.", ours=False, evidence=("E9",))
    held = evidence("E9", "T-2", "We re-key 40 rows by hand.", account_id="acc-north")
    depth = Impact(dimensions={"depth": (found("degraded", "E3", words="export drops rows"),)})
    world = pattern().model_copy(update={"evidence": (typed, held), "impact": depth, "felt": (cost,)})
    assert compose(world, "en").workflow_impact == (
        "Work goes on, but not as it should [E3]. Northwind Ltd: “We re-key 40 rows by hand.” [E9]"
    )
    part = Impact(dimensions={"depth": (found("blocked", "E9", words="re-key 40 rows by hand."),)})
    again = compose(world.model_copy(update={"impact": part}), "en").workflow_impact
    assert again == "Work is blocked: “re-key 40 rows by hand.” [E9]"
    seen = Impact(dimensions={"depth": (found("degraded", "E9", words="We re-key 40 rows by hand."),)})
    assert "“We re-key 40 rows by hand.” [E9]" in (
        compose(world.model_copy(update={"impact": seen}), "en").workflow_impact or ""
    )


def test_no_growth_from_nothing_to_nothing_and_no_missing_article_for_a_wish() -> None:
    breadth = (found("customers_affected", count=2), found("growth_flat", recent=0, before=0, days=7))
    quiet = feature().model_copy(update={"impact": Impact(dimensions={"breadth": breadth})})
    assert "7 days" not in (compose(quiet, "en").customers_affected or "")
    one = feature().model_copy(
        update={"impact": Impact(dimensions={"breadth": (breadth[0], found("growth", recent=1, before=0, days=7))})}
    )
    assert "growing" not in (compose(one, "en").customers_affected or "")
    falling = (breadth[0], found("growth_flat", recent=0, before=3, days=7))
    told = compose(quiet.model_copy(update={"impact": Impact(dimensions={"breadth": falling})}), "en")
    assert "0 in the last 7 days, 3 in the 7 days before" in (told.customers_affected or "")
    assert "knowledge base" not in told.description
    assert isinstance(feature().demand, FeatureDemand)


def test_the_reasons_name_the_tracker_s_item_and_leave_its_title_to_the_description() -> None:
    why = because("technical", "bug_on_tracker", "E10", item="BUG-77", title="Export drops rows", status="in_progress")
    world = pattern().model_copy(update={"reasons": (why,)})
    assert reasons(world, "for", "en")[0][1] == "BUG-77 is on the tracker for this (status: in progress) [E10]."


def test_an_error_is_written_as_the_records_write_it() -> None:
    matched = (ticket("T-2", NORTH, "Rows missing", "Ends in 错误码PX-5021 each time.", at(11)),)
    seen = because("technical", "error_seen", error="code px-5021", tickets=("T-2",))
    world = pattern().model_copy(update={"matched": matched, "reasons": (seen,)})
    told = compose(world, "en")
    assert told.reproduction is not None
    assert "Error: “PX-5021”" in (told.reproduction.actual or "")
    assert reasons(world, "for", "en")[0][1] == "The error, “PX-5021”, appears in T-2."


def test_a_line_drawn_below_a_report_is_not_quoted() -> None:
    matched = (ticket("T-2", NORTH, "Rows missing", "The CSV export has 10,000 rows since Monday. -----", at(11)),)
    told = compose(pattern().model_copy(update={"matched": matched}), "en").description
    assert "“The CSV export has 10,000 rows since Monday.”" in told


def test_an_id_or_a_version_is_no_expectation() -> None:
    base = pattern().communication
    for last, told in (("RT-448190", False), ("5.12.0", False), ("Any news?", True), ("还没好", True)):
        said = base.model_copy(
            update={"expectation": None, "expectation_deadline": None, "last_word": last, "last_word_at": at(12)}
        )
        wish = compose(pattern().model_copy(update={"communication": said}), "en").expectation
        assert (wish is not None) is told, last


def test_a_list_without_more_to_say_of_each_is_one_line() -> None:
    held = evidence("E9", "T-2", "tried: cache, other browser, other user", account_id="acc-north", at=at(12))
    listed = tuple(TriedStep(step=s, by="support", evidence=("E9",)) for s in ("cache", "other browser", "other user"))
    world = pattern().model_copy(update={"tried": listed, "evidence": (held,)})
    assert [s.step for s in compose(world, "en").tried] == [
        "Support (T-2, 2026-11-12): “cache”, “other browser”, “other user” [E9]"
    ]
    assert len(compose(world.model_copy(update={"tried": listed[:2]}), "en").tried) == 2


def test_what_engineering_is_asked_about_is_told_how_to_see_whatever_the_line_asks() -> None:
    issue = pattern().issue.model_copy(update={"kind": "question"})
    world = pattern().model_copy(update={"issue": issue})
    assert world.reproduction is not None
    text = compose(world, "en")
    assert text.reproduction is not None
    assert "## Reproduction Steps" in render_brief(world, text, "en")


def test_a_title_does_not_count_the_named_customer_among_those_whom_the_records_show() -> None:
    world = pattern().model_copy(
        update={"account": GHI, "issue": pattern().issue.model_copy(update={"language": "en"})}
    )
    assert compose(world, "en").summary == "Data export is missing rows — 2 customers affected"
    assert "GHI" not in compose(world, "zh").summary
    assert "GHI" not in compose(world, "en", reported=True).summary
    shown = world.model_copy(update={"affected": (GHI, XYZ)})
    assert compose(shown, "en").summary.startswith("Data export is missing rows — GHI 科技 and 1 more customer")
