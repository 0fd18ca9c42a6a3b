"""Who is really affected: what ties a ticket to an issue, and what parts it from one that sounds the same."""

import pytest

from escalation.matching.profile import profile_of, subject_profile, ticket_profile
from escalation.matching.seeds import headed_otherwise
from escalation.matching.signs import Seen, asks_for_feature
from tests.judgement.worlds import context, issue, item, matched, ruled_out, ticket

EXPORT = issue("Data export is missing rows")


def test_the_same_issue_in_another_language_belongs() -> None:
    _, ids = matched(EXPORT, context(ticket("1", "a", "Export is missing rows"), ticket("2", "b", "导出的 CSV 丢失行")))
    assert ids == {"1", "2"}


def test_the_area_alone_parts_nothing_since_helpdesks_file_by_habit() -> None:
    world = context(
        ticket("1", "a", "Export is missing rows"), ticket("2", "b", "Missing rows in export", product_area="reports")
    )
    assert matched(EXPORT, world)[1] == {"1", "2"}


def test_a_ticket_about_something_else_is_not_even_named() -> None:
    found, ids = matched(
        EXPORT, context(ticket("1", "a", "Export is missing rows"), ticket("2", "b", "Invoice shows the wrong tax"))
    )
    assert ids == {"1"}
    assert "2" not in ruled_out(found)


def test_a_tracker_link_to_the_anchors_item_ties_whatever_the_words() -> None:
    world = context(
        ticket("1", "a", "Export is missing rows", linked_tracker=("BUG-1",)),
        ticket("2", "b", "Our auditor got half a file", product_area="reports"),
        items=(item("BUG-1", linked=("2",)),),
    )
    assert matched(EXPORT, world)[1] == {"1", "2"}


def test_a_link_to_another_open_item_parts_even_the_same_words() -> None:
    world = context(
        ticket("1", "a", "Export is missing rows", linked_tracker=("BUG-1",)),
        ticket("2", "b", "Export is missing rows", linked_tracker=("BUG-1",)),
        ticket("3", "c", "Export is missing rows", linked_tracker=("BUG-9",)),
    )
    found, ids = matched(EXPORT, world)
    assert ids == {"1", "2"}
    assert ruled_out(found) == {"3": "not_the_issue"}


def test_a_duplicate_belongs_to_what_it_was_merged_into() -> None:
    world = context(
        ticket("1", "a", "Export is missing rows"),
        ticket("2", "b", "half of it", merged_into="1", status="closed"),
    )
    assert matched(EXPORT, world)[1] == {"1", "2"}


def test_another_endpoint_parts_and_the_same_one_ties() -> None:
    api = issue("API returning 500 errors")
    world = context(
        ticket("1", "acme", "API returning 500 errors from /v2/tasks", product_area="api"),
        ticket("2", "b", "Power BI refresh fails now and then: HTTP 500 on /v2/tasks", product_area="integrations"),
        ticket("3", "c", "API returning 500 errors from /v2/files", product_area="api", days=1.1),
        named=("acme",),
    )
    found, ids = matched(api, world)
    assert ids == {"1", "2"}
    assert ruled_out(found)["3"] == "other_endpoint"


def test_another_status_code_on_the_same_endpoint_is_another_error() -> None:
    api = issue("API returning 500 errors")
    world = context(
        ticket("1", "acme", "API returning 500 errors from /v2/tasks", product_area="api"),
        ticket("2", "b", "API errors: HTTP 429 from /v2/tasks", product_area="api"),
        named=("acme",),
    )
    found, ids = matched(api, world)
    assert ids == {"1"}
    assert ruled_out(found) == {"2": "other_error"}


def test_a_ticket_named_by_its_id_speaks_for_the_issue() -> None:
    named = issue("see T-9, the customer is furious", ticket_ids=("T-9",))
    assert matched(named, context(ticket("T-9", "a", "Invoice shows the wrong tax")))[1] == {"T-9"}


def test_the_named_customers_only_fresh_ticket_is_taken_when_words_tie_nothing() -> None:
    asked = issue("Acme wants to learn planning with milestones", "question")
    world = context(ticket("1", "acme", "想學怎麼用里程碑排期", product_area="projects"), named=("acme",))
    assert matched(asked, world)[1] == {"1"}


def test_a_fault_in_another_thing_is_never_taken_for_the_customers_only_ticket() -> None:
    world = context(ticket("1", "acme", "数据同步完全停止", product_area="sync"), named=("acme",))
    assert matched(issue("Login not possible for Acme"), world)[1] == set()


def test_two_fresh_tickets_of_the_named_customer_are_not_guessed_between() -> None:
    asked = issue("Acme wants to learn zoning", "question")
    world = context(ticket("1", "acme", "想學怎麼用里程碑排期"), ticket("2", "acme", "发票抬头"), named=("acme",))
    assert matched(asked, world)[1] == set()


def test_a_troubled_relationship_rests_on_all_of_that_customers_tickets_and_on_nobody_elses() -> None:
    complaint = issue("The CEO of Acme is unhappy", "relationship")
    world = context(
        ticket("1", "acme", "API down"),
        ticket("2", "acme", "Late reply"),
        ticket("3", "b", "CEO is unhappy"),
        named=("acme",),
    )
    assert matched(complaint, world)[1] == {"1", "2"}


def test_a_missing_feature_is_matched_by_the_thing_asked_for() -> None:
    wish = issue("Customer threatening to leave over missing audit log feature", "feature")
    world = context(
        ticket("1", "a", "Is an audit log planned?", product_area="audit"), ticket("2", "b", "Export is missing rows")
    )
    assert matched(wish, world)[1] == {"1"}


def test_tickets_merged_in_a_circle_stand_for_themselves() -> None:
    world = context(
        ticket("1", "a", "Export is missing rows", merged_into="2"),
        ticket("2", "b", "Export is missing rows", merged_into="1"),
        ticket("3", "c", "Export is missing rows", merged_into="3"),
    )
    assert matched(EXPORT, world)[1] == {"1", "2", "3"}


def test_an_endpoint_that_is_fine_is_no_sign_of_the_fault() -> None:
    told = "API returns 500. Only GET /v2/tasks; /v2/projects and POST /v2/lists are fine."
    assert profile_of(told).endpoints == {"/v2/tasks"}
    assert profile_of("/v2/projects 正常，/v2/tasks 报错").endpoints == {"/v2/tasks"}


def test_two_faults_of_one_release_are_two_and_one_fault_of_it_is_one() -> None:
    world = context(
        ticket("1", "acme", "Driver app 7.4.1 is stuck on syncing since the update"),
        ticket("2", "b", "Driver app 7.4.1 closes itself at the start", days=1.5),
        ticket("3", "c", "App 7.4.1: syncing never finishes", days=1.2),
        named=("acme",),
    )
    assert matched(issue("Acme: driver app stuck on syncing after 7.4.1"), world)[1] == {"1", "3"}


def test_stuck_is_said_of_two_things_and_the_customers_other_ticket_is_not_meant() -> None:
    world = context(
        ticket("1", "acme", "Invoice approval hangs", product_area="billing"),
        ticket("2", "acme", "The gate camera hangs", product_area="devices"),
        named=("acme",),
    )
    assert matched(issue("Acme: the approval of invoices hangs"), world)[1] == {"1"}


def test_what_others_reported_on_the_first_day_of_a_trouble_has_nothing_of_it_for_that() -> None:
    world = context(
        ticket("1", "acme", "Webhooks stopped", days=2.0),
        ticket("2", "b", "Invoice shows the wrong tax", days=4.0),
        named=("acme",),
    )
    day = world.tickets[1].created_at
    assert matched(issue(f"Acme gets no webhooks since {day:%B} {day.day}"), world)[1] == {"1"}


def test_a_complaint_that_names_means_and_a_matter_rests_on_what_the_customer_lately_bore() -> None:
    complaint = issue("Acme 的总经理发邮件投诉，要我们老板书面答复", "relationship")
    world = context(
        ticket("1", "acme", "Our patience is at an end", type="complaint"),
        ticket("2", "acme", "Login slow", days=90.0),
        ticket("3", "b", "Our patience is at an end", type="complaint"),
        named=("acme",),
    )
    assert matched(complaint, world)[1] == {"1"}


@pytest.mark.parametrize(
    "theirs",
    [
        "Bei den Fahrern stimmt die Lenkzeit nicht, nach geteilter Ruhezeit wird zu viel angezeigt",
        "Temps de conduite trop élevé après un temps de repos",
        "El tiempo de conducción es demasiado alto tras el descanso diario",
        "分段休息之后驾驶时间算多了",
    ],
)
def test_a_report_in_a_neighbours_language_belongs(theirs: str) -> None:
    world = context(
        ticket("1", "a", "Remaining driving time is too high after a split rest"),
        ticket("2", "b", theirs),
        ticket("3", "c", "Die Rechnung ist falsch"),
    )
    assert matched(issue("driving time too high after split rest"), world)[1] == {"1", "2"}


def test_a_question_that_hangs_on_a_feature_item_is_a_request_for_it() -> None:
    rack = {"linked_tracker": ("F-1",), "type": "question", "product_area": "storage"}
    world = context(
        ticket("1", "a", "Moving a whole rack at once", days=60, status="closed", **rack),
        ticket("2", "b", "能不能整盒移动", days=90, status="closed", **rack),
        items=(item("F-1", type="feature", title="Move whole racks in one action"),),
    )
    assert matched(issue("customers keep asking to move whole racks at once", "feature"), world)[1] == {"1", "2"}
    alone = world.tickets[0]
    assert asks_for_feature(alone, (item("B-1", type="bug"),), sorted_out=True) is False
    assert asks_for_feature(alone, (), sorted_out=True) is False
    assert asks_for_feature(alone, (), sorted_out=False) is None, "nobody sorts requests there"
    assert asks_for_feature(alone.model_copy(update={"type": "bug"}), world.items, sorted_out=False) is False


def test_a_headline_that_names_nothing_parts_no_ticket_in_another_script_from_its_customers_line() -> None:
    line = issue("Acme 的导出接口，翻到一万条以后就没数据了")
    told = "Export stops: we page through the list and get nothing beyond 10,000"
    silent = context(ticket("1", "acme", "Is this a bug?", description=told), named=("acme",))
    assert matched(line, silent)[1] == {"1"}


def test_a_complaint_of_a_named_customer_rests_on_no_strangers_ticket() -> None:
    world = context(
        ticket("1", "acme", "Formal notice", type="problem"),
        ticket("2", "b", "HL7 stopped, they phone the results through", type="problem"),
        named=("acme",),
    )
    assert matched(issue("Acme 说周五要讨论弃用我们，要求能拍板的人打电话", "relationship"), world)[1] <= {"1"}


def seen(subject: str, description: str) -> Seen:
    told = ticket("1", "alder", subject, description=description)
    return Seen(told, ticket_profile(told), subject_profile(told), frozenset())


@pytest.mark.parametrize(
    ("subject", "description", "apart"),
    [
        (
            "Quote total does not match",
            "With a rebate it is wrong. In the spreadsheet it is right, only the PDF is wrong.",
            True,
        ),
        ("报价单总额不对", "导出的 PDF 里总额不对，表格里是对的。", True),
        ("Dispatch list is wrong", "The list is wrong, and since today it is blank too.", False),
        ("Dispatch sheet empty", "Every sheet is empty.", False),
        ("Please help", "The quote PDF is wrong.", False),
    ],
)
def test_a_second_trouble_with_the_same_kind_of_file_is_headed_otherwise(
    subject: str, description: str, *, apart: bool
) -> None:
    first = seen("Dispatch sheet PDF blank", "The dispatch sheet of the Ferrier delivery is a blank PDF.")
    assert headed_otherwise(seen(subject, description), first) == apart
