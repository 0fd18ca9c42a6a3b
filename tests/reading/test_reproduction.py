"""How to reproduce it, as the threads tell it: whole statements only."""

from __future__ import annotations

import pytest

from escalation.reading.threads.reproduction import ReproductionFound, reproduction
from escalation.records import Ticket


def read(*told: tuple[str, str]) -> ReproductionFound:
    comments = [
        {"id": str(n), "role": role, "at": f"2026-03-19T1{n}:00:00Z", "body": body}
        for n, (role, body) in enumerate(told)
    ]
    data = {"id": "T-1", "created_at": "2026-03-19T09:00:00Z", "comments": comments}
    return reproduction([Ticket.model_validate(data)])


def test_a_note_in_one_breath_gives_steps_actual_and_expected() -> None:
    note = (
        "Reproduced on a test project: export 2,000 tasks at Project > Export > CSV while a script edits some of them: "
        "1,794 rows. Without edits: 2,000."
    )
    found = read(("internal", note))
    assert found.steps == ("export 2,000 tasks at Project > Export > CSV while a script edits some of them",)
    assert (found.actual, found.expected) == ("1,794 rows", "2,000")
    assert note in {q.quotation for q in found.quotes}


@pytest.mark.parametrize(
    ("note", "step", "actual"),
    [
        ("Reproduced with 2026.3.2: rule daily at 06:00, two orders each time.", "rule daily at 06:00", "two orders each time"),
        ("在测试账号复现：批量导出两千条任务，只有一千七百条。", "批量导出两千条任务", "只有一千七百条"),
        ("Reproduced on staging: press Save twice.", "press Save twice", None),
    ],
)  # fmt: skip
def test_a_note_without_a_contrast_has_no_expectation(note: str, step: str, actual: str | None) -> None:
    found = read(("internal", note), ("internal", "Handed on."))
    assert (found.steps, found.actual, found.expected) == ((step,), actual, None)


def test_labelled_words_outrank_a_note() -> None:
    found = read(("internal", "Reproduced here: export it: 3 rows."), ("customer", "Actual: 1,788 rows in the file"))
    assert (found.steps, found.actual) == (("export it",), "1,788 rows in the file")


@pytest.mark.parametrize("text", ["Actual: Error", "实际：报错", 'Actual: "Error".'])
def test_a_fragment_is_no_outcome(text: str) -> None:
    assert read(("customer", text)).actual is None


def test_a_numbered_list_outranks_a_note() -> None:
    found = read(
        ("customer", "1. Open Export\n2. Click CSV"), ("internal", "Reproduced on staging: export it: 3 rows.")
    )
    assert (found.steps, found.actual) == (("Open Export", "Click CSV"), "3 rows")


def test_a_list_in_one_line_and_a_path_are_steps() -> None:
    assert read(("customer", "1) open Export; 2) click CSV")).steps == ("open Export", "click CSV")
    path = "Go to Project > Export and click CSV."
    assert read(("customer", f"Hi. {path}")).steps == (path,)


def test_the_environment_has_no_punctuation() -> None:
    assert read(("customer", "We use Chrome 126. App 4.2.1, Windows 11.")).environment == (
        "Chrome 126",
        "App 4.2.1",
        "Windows 11",
    )


def test_spoken_outcomes_are_whole_sentences_of_customers() -> None:
    found = read(("customer", "It should list all tasks. But it only shows half of them. Should it?"))
    assert found.expected == "It should list all tasks."
    assert found.actual == "But it only shows half of them."


def test_without_listed_steps_the_failing_call_and_our_own_trial_stand_in() -> None:
    found = read(
        ("customer", "About one in twelve calls to GET /v2/tasks comes back with HTTP 500."),
        ("customer", "Only GET /v2/tasks with assignee filters; POST /v2/tasks is fine."),
        (
            "agent",
            "I tried it from a test account: 7 of 100 calls failed. Can you try GET /v2/tasks with page size 50?",
        ),
    )
    assert found.steps == (
        "Only GET /v2/tasks with assignee filters; POST /v2/tasks is fine.",
        "I tried it from a test account: 7 of 100 calls failed.",
    )
    assert found.frequency == "About one in twelve"


def test_a_call_that_works_is_no_way_to_the_fault() -> None:
    assert read(("agent", "GET /v2/tasks works again.")).steps == ()
    assert read(("customer", "POST /v2/tasks is what we call every night.")).steps == ()


def test_advice_to_the_customer_is_no_way_to_the_fault() -> None:
    assert read(("agent", "Please open Settings > Maps and switch it on, then try again.")).steps == ()


def test_what_should_come_and_what_comes_are_told_apart_in_one_sentence() -> None:
    found = read(("customer", "零点以后应该按三倍计算，导出的文件里却写成 1。"))
    assert (found.expected, found.actual) == ("零点以后应该按三倍计算", "导出的文件里却写成 1")


def test_what_is_seen_stands_for_the_outcome_where_there_is_no_error_text() -> None:
    found = read(
        ("customer", "Hello. Since the update on Monday every second label comes out blank. It used to be fine.")
    )
    assert found.actual == "Since the update on Monday every second label comes out blank."
    assert found.steps == ()
    assert [each.ours for each in found.shown] == [False]


def test_how_often_they_ask_is_not_how_often_it_fails() -> None:
    assert read(("customer", "Our script reads the list every 5 minutes.")).frequency is None
    assert read(("customer", "About 15% of our calls come back 503.")).frequency == "About 15% of our calls"


def test_an_environment_is_named_once_and_in_full() -> None:
    found = read(("customer", "App 7.4.1. 7.4.1 on an iPhone 13, 店長在 iPhone 一按就閃退. Firmware 4.13, app 7.4.1."))
    assert found.environment == ("iPhone 13", "Firmware 4.13", "App 7.4.1")


def test_what_a_colleague_ruled_out_comes_first_and_a_fault_is_not_ruled_out() -> None:
    found = read(
        ("customer", "Other regions are fine. From Monday one call in ten fails, the next one is fine."),
        ("internal", "Settings checked, air and road fine."),
    )
    assert found.ruled_out == ("Settings checked, air and road fine.", "Other regions are fine.")


@pytest.mark.parametrize(
    ("note", "step", "actual"),
    [
        (
            'Reproduced on 8.4: open Labels, choose "Shelf 62mm", Print. Preview is blank, console says LBL-3107. 8.3 works.',
            'open Labels, choose "Shelf 62mm", Print',
            "Preview is blank, console says LBL-3107",
        ),
        ("Reproduced here: open Jobs, press Save.", "open Jobs, press Save", None),
        (
            'Reproduced here: save the job, it says "Try again, or call us".',
            "save the job",
            'it says "Try again, or call us"',
        ),
        (
            "在测试店铺复现：打开「商品 > 标签」，选择「62mm，货架」，打印。预览是空白的。",
            "打开「商品 > 标签」，选择「62mm，货架」，打印",
            "预览是空白的",
        ),
        (
            "在測試店鋪復現：打開標籤頁，點擊列印，提示「失敗，請重試」。",
            "打開標籤頁，點擊列印",
            "提示「失敗，請重試」",
        ),
        ("在测试店铺复现：选择模板，打印出来没有条码。", "选择模板", "打印出来没有条码"),
    ],
)
def test_the_last_step_of_a_note_is_not_its_outcome_and_no_quotation_is_cut(
    note: str, step: str, actual: str | None
) -> None:
    found = read(("internal", note))
    assert (found.steps, found.actual) == ((step,), actual)
    assert actual is None or any(actual in q.quotation and step in q.quotation for q in found.quotes)


def test_what_should_come_is_not_cut_inside_what_is_quoted() -> None:
    said = "It should say “Saved, 1 row changed.”"
    found = read(("customer", f"{said} The list stays empty."))
    assert found.expected == said
    assert found.actual == "The list stays empty."


@pytest.mark.parametrize(
    "told",
    [
        "Switched to the spare node, 3 of 22 tills reconnect.",
        "9 of 14 stations came back at 04:50.",
        "12 of 30 meters are online again",
    ],
)
def test_a_share_that_came_back_is_no_frequency(told: str) -> None:
    assert read(("internal", told)).frequency is None


@pytest.mark.parametrize(
    ("round_about", "fault"),
    [
        ("For now we copy them over, that works but only for small sites.", "Badges are printed without the photo."),
        ("暂时先用旧机器打印，结果只能打一半。", "打印出来的工牌没有照片。"),
        ("We write the names on them by hand, but only at the main gate.", "Badges come out without any photo."),
    ],
)  # fmt: skip
def test_what_is_done_instead_is_not_what_goes_wrong(round_about: str, fault: str) -> None:
    found = read(("customer", f"{round_about} {fault}"))
    assert found.actual is not None
    assert found.actual == fault.rstrip("。.") or found.actual in fault
