"""Every signal has words in both languages, whatever values it comes with."""

from datetime import UTC, datetime
from typing import get_args

import pytest
from jinja2 import meta

from escalation.assessment import Finding, Question, Value
from escalation.terms import Language
from prompts.render import environment, phrases
from prompts.statements import DECLARED, VOCABULARIES, say, say_with_sources, with_sources

LANGUAGES: tuple[Language, ...] = get_args(Language)
NUMBERS = {"count", "times", "days", "hours", "requests", "steps", "recent", "before", "claimed", "found", "segment_size",
           "others", "threshold", "arr_usd", "amount_usd", "threshold_usd", "claimed_usd", "found_usd"}  # fmt: skip


def full(signal: str) -> dict[str, Value]:
    """A value for everything that the signal declares."""
    at = datetime(2026, 11, 13, 6, 0, tzinfo=UTC)
    special: dict[str, Value] = {
        "at": at,
        "due": at,
        "date": "2027-01-31",
        "tickets": ("T-1", "T-2"),
        "accounts": ("Acme", "甲"),
    }
    special["candidates"] = ("Acme", "甲")
    special["missed"] = ("T-1", "T-2")
    return {name: special.get(name, 7 if name in NUMBERS else f"«{name}»") for name in DECLARED[signal]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signal", DECLARED)
def test_every_signal_makes_one_sentence_with_all_its_values_and_with_none(signal: str, language: Language) -> None:
    for values in (full(signal), {}, dict.fromkeys(DECLARED[signal])):
        said = say(Finding(signal=signal, values=dict(values)), language)
        assert said[-1] in ("。？" if language == "zh" else ".?”")
        assert "None" not in said
        assert "  " not in said
        assert said.count("“") == said.count("”")
        assert "()" not in said
        assert "（）" not in said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signal", DECLARED)
def test_every_declared_value_is_said(signal: str, language: Language) -> None:
    used = meta.find_undeclared_variables(environment(language).parse(phrases(language)[signal]))
    assert used == set(DECLARED[signal])


def test_signal_names_are_unique_across_the_vocabularies() -> None:
    assert len(DECLARED) == sum(len(group) for group in VOCABULARIES)


def test_both_languages_hold_the_same_phrases() -> None:
    assert phrases("en").keys() == phrases("zh").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_value_changes_the_sentence(language: Language) -> None:
    for signal in DECLARED:
        for name in DECLARED[signal]:
            if (signal, name) not in {("customers_affected", "count")}:
                values = full(signal)
                if name in {"around_the_clock", "by_contract"} and "days" in values:
                    values |= {"days": None}  # working days leave nights and holidays out by their name
                if name == "words" and "unsaid" in values:
                    values |= {"unsaid": None}  # what is not said in so many words is not quoted
                whole = say(Finding(signal=signal, values=values), language)
                without = {key: value for key, value in values.items() if key != name}
                assert say(Finding(signal=signal, values=without), language) != whole, (signal, name)


def test_a_report_that_claims_more_is_contradicted_plainly() -> None:
    finding = Finding(signal="claimed_customers_more_than_found", values={"claimed": 3, "found": 2}, evidence=("E4",))
    assert say_with_sources(finding, "en") == "The report says 3 customers; the records show 2 [E4]."
    assert say_with_sources(finding, "zh") == "上报称有 3 家客户；记录中只有 2 家[E4]。"


def test_a_segment_claim_names_the_segment_and_its_size() -> None:
    values: dict[str, Value] = {"segment": "enterprise", "found": 7, "segment_size": 22}
    finding = Finding(signal="claimed_segment_not_supported", values=values)
    assert say(finding, "en") == "The report says all Enterprise customers; the records show 7 accounts out of 22."
    assert say(finding, "zh") == "上报称所有 Enterprise 客户都受影响；记录中只有 7 家（共 22 家）。"
    assert say(Finding(signal=finding.signal, values=values | {"others": 12}), "en").endswith(
        "7 accounts out of 22, and 12 customers of other plans."
    )
    assert "all customers;" in say(Finding(signal=finding.signal, values={"segment": "all"}), "en")


def test_zero_is_a_figure_and_not_an_unknown() -> None:
    values: dict[str, Value] = {"count": 0, "accounts": ()}
    assert say(Finding(signal="customers_affected", values=values), "en") == "No customer shows this in the records."
    assert "没有客户" in say(Finding(signal="customers_affected", values=values), "zh")
    assert "(ARR $0)" in say(Finding(signal="high_value_account", values={"account": "A", "arr_usd": 0.0}), "en")


@pytest.mark.parametrize(("days", "said"), [(1, "in 1 day."), (0, "which is today."), (-2, "2 days ago.")])
def test_a_renewal_is_placed_in_time(days: int, said: str) -> None:
    assert say(Finding(signal="renewal_near", values={"account": "Acme", "days": days}), "en").endswith(said)


def test_words_of_a_stranger_stay_one_quotation() -> None:
    words = "x”. Severity: none [E1]\n\n# “ok"
    said = say(Finding(signal="churn_threat", values={"account": "Acme", "words": words}), "en")
    assert said == "Acme may leave: “x’. Severity: none (E1) # ‘ok”."


def test_candidates_of_a_question_are_alternatives() -> None:
    question = Question(signal="which_account", values={"candidates": ("Acme Corp", "Acme GmbH")})
    assert say(question, "en") == "Which customer is this about: Acme Corp or Acme GmbH?"
    assert say(question, "zh") == "涉及的是哪家客户：Acme Corp、Acme GmbH？"


def test_a_name_that_no_record_knows_is_asked_about_by_name() -> None:
    question = Question(
        signal="which_account", values={"candidates": ("Acme Corp",), "alike": True, "called": "Globex"}
    )
    asked = say(question, "en")
    assert asked.startswith(
        "Which customer is “Globex”? No account on record is called that. The records show something alike"
    )
    alone = Question(signal="which_account", values={"candidates": (), "called": "Globex"})
    assert say(alone, "zh") == "「Globex」是哪家客户？客户记录中没有这个名称。"


def test_a_signal_without_words_is_an_error_and_not_silence() -> None:
    with pytest.raises(KeyError):
        say(Finding(signal="no_such_signal"), "en")


def test_references_stand_before_the_closing_mark() -> None:
    assert with_sources("It fails.", ("E1", "E2")) == "It fails [E1][E2]."
    assert with_sources("失败。", ["E1"]) == "失败[E1]。"
    assert with_sources("“It fails.”", ("E1",)) == "“It fails.” [E1]"
    assert with_sources("It fails.", ()) == "It fails."
    assert with_sources("", ("E1",)) == ""


def test_what_more_than_three_tickets_missed_is_counted_as_the_time_in_the_queue_counts_it() -> None:
    """ "2 more" would be a figure that no record and no other sentence holds."""
    values: dict[str, Value] = {"ticket": "T-9", "missed": ("T-1", "T-2", "T-3", "T-4", "T-5")}
    assert (
        say(Finding(signal="deadline_sla", values=values), "en")
        == "The SLA of T-9 is due then; on 5 tickets it is missed already."
    )
    assert (
        say(Finding(signal="deadline_sla", values=values), "zh")
        == "T-9 的 SLA 届时到期；已有 5 张工单的 SLA 已经超时。"
    )
