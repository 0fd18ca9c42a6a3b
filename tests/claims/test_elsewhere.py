"""What the sources tell of another person, customer, record or value; deeds nobody is on record for; tickets counted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from escalation.assessment import Assessment, Facts, Issue, MatchedTicket
from escalation.claims import EvidenceBook, book_of, check_text
from escalation.claims.matter import matter
from escalation.claims.scanning.reading import Reading
from escalation.evidence import Evidence
from escalation.records import Account, Comment, Contact, Message, Requester, Ticket, TicketSla, TrackerItem

AT = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)


def _ticket(
    id: str, account: str, who: str, subject: str, words: str, days: int, *said: tuple[str, str, str]
) -> Ticket:
    opened = AT - timedelta(days=days)
    return Ticket(
        id=id, account_id=account, requester=Requester(name=who), subject=subject, description=words, created_at=opened,
        status="open", priority="urgent" if days == 1 else "normal",
        first_response_at=opened + timedelta(minutes=25),
        sla=TicketSla(first_response_due=opened + timedelta(hours=4), resolution_due=opened + timedelta(days=2)),
        comments=tuple(
            Comment(id=f"{id}-{n}", author=author, role=role, at=opened + timedelta(hours=n + 1), body=body)  # type: ignore[arg-type]
            for n, (author, role, body) in enumerate(said)
        ),
    )  # fmt: skip


@pytest.fixture(scope="module")
def harbour() -> EvidenceBook:
    accounts = (
        Account(id="a1", name="Petrel Ferries", arr_usd=90000, contacts=(Contact(name="Oona Brandt", role="Purser"),)),
        Account(id="a2", name="云汀海鲜", arr_usd=40000, contacts=(Contact(name="邱建明", role="仓库主管"),)),
    )
    tickets = (
        _ticket(
            "T-71", "a1", "Oona Brandt", "Boarding gate scanner",
            "The boarding scanner rejects every season ticket since the firmware update of 16 November. Reboot changes nothing.",
            3,
            ("Mika Soler", "agent", "Thanks Oona. Which browser does the gate terminal run, and which firmware is shown?"),
            ("Oona Brandt", "customer", "Firmware 8.4. Please unlock the two turnstiles on the north pier."),
            ("Mika Soler", "internal", "Sorry state of affairs: rollback to 8.3 did not help."),
        ),
        _ticket(
            "T-72", "a2", "邱建明", "冷库温度报警",
            "冷库温度超过上限也不报警，菲律宾来的整柜虾化冻了，大概三分之一报废，每天24点要报数。",
            1,
            ("Tess Arden", "agent", "邱主管您好，请先用手工登记温度。"),
        ),
        _ticket("T-73", "a1", "Oona Brandt", "Scanner again", "Season tickets again rejected at the boarding gate.", 2),
    )  # fmt: skip
    items = (
        TrackerItem(
            id="DEV-5", title="Gate scanner drops season tickets", body="Parser of the barcode skips the check digit.",
            status="open", created_at=AT - timedelta(days=2), linked_tickets=("T-71",),
        ),
        TrackerItem(
            id="DEV-6", title="Calibration of probes drifts", body="No decision.", status="open",
            created_at=AT - timedelta(days=9),
        ),
    )  # fmt: skip
    messages = (
        Message(id="M-1", at=AT - timedelta(hours=5), author="Lena Falk", text="Petrel would renew at 85%, now 45"),
    )
    evidence = tuple(
        Evidence(
            id=f"E{n}",
            source="tickets",
            record_id=each.id,
            quotation=each.description,
            fetched_at=AT,
            account_id=each.account_id,
        )
        for n, each in enumerate(tickets, 1)
    )
    found = Assessment(
        at=AT, issue=Issue(text="scanner and alarm", language="en"), decision="escalate", account=accounts[0],
        affected=accounts, matched=tuple(MatchedTicket(ticket=each, score=1) for each in tickets), items=items,
        messages=messages, evidence=evidence,
    )  # fmt: skip
    return book_of(found)


@pytest.mark.parametrize(
    ("true", "invented", "reason"),
    [
        # Whose words, also where the text and the record are in two languages.
        ("Mika Soler wanted to know which browser the gate terminal runs.",
         "Oona Brandt wanted to know which browser the gate terminal runs.", "person_deed"),
        ("Mika Soler 想知道闸机终端用的是哪种浏览器和固件。", "Tess Arden 想知道闸机终端用的是哪种浏览器和固件。", "person_deed"),
        ("邱建明 says the cold store gave no alarm although the temperature was above its limit.",
         "Oona Brandt says the cold store gave no alarm although the temperature was above its limit.", "person_deed"),
        # Which record tells it.
        ("DEV-5: the barcode parser skips the check digit.", "DEV-6: the barcode parser skips the check digit.", "other_role"),
        # Deeds that nobody is on record for, or that were only asked for.
        ("Oona asked us to unlock the turnstiles.", "Support has unlocked the turnstiles.", "deed_unknown"),
        ("No decision is on record in DEV-6.", "Product has decided against the alarm.", "deed_unknown"),
        ("Nobody has apologised yet.", "Support apologised to the customer.", "deed_unknown"),
        ("客服尚未致歉。", "客服已向客户致歉。", "deed_unknown"),
        ("研发还没有找到根因。", "研发已找到根因。", "deed_unknown"),
        ("Lena Falk asks whether security has audited the scanner.", "Security has audited the scanner.", "deed_unknown"),
        ("工程团队尚未更换扫描仪。", "工程团队已更换扫描仪。", "deed_unknown"),
        # That no harm was done, which nobody has looked into.
        ("Whether anybody else saw the data is not known.", "Nobody else has seen your data.", "harm_unknown"),
        ("We are checking whether data was leaked.", "No customer data was leaked.", "harm_unknown"),
        ("Whether the files were accessed is being established.", "Your files were not accessed.", "harm_unknown"),
        ("数据是否外泄，尚在核实。", "您的数据没有外泄。", "harm_unknown"),
        ("還不能判斷資料有沒有被別人看到。", "貴公司的資料並未外洩。", "harm_unknown"),
        # Late or in time, in words.
        ("The first response came in time.", "T-71: missed the first-response target.", "order_other"),
        ("T-71 的首次响应没有超时。", "T-71 的首次响应超时。", "order_other"),
        # Who waits, who has what, who reported when.
        ("Oona Brandt had an answer after 25 minutes.", "Tess Arden had an answer after 25 minutes.", "person_deed"),
        ("Nobody has reproduced it.", "Engineering has reproduced it.", "deed_unknown"),
        # Tickets by what their records say.
        ("One of the three tickets is linked to DEV-5.", "Two of the three tickets are linked to DEV-5.", "figure_unknown"),
        ("DEV-5 is linked to T-71 only.", "DEV-5 is linked to both tickets.", "figure_unknown"),
        ("三张工单中有一张已关联 DEV-5。", "三张工单中有两张已关联 DEV-5。", "figure_unknown"),
        ("One of the three tickets is past its SLA.", "Two of the three tickets are past their SLA.", "figure_unknown"),
        # Who did what is told to be done by them; two records joined that nothing joins.
        ("T-71 was opened by Oona Brandt.", "T-71 was opened by 邱建明.", "person_deed"),
        ("DEV-5 is linked to T-71.", "DEV-5 is linked to T-72.", "other_role"),
        ("T-72 与 DEV-5 没有关联。", "T-72 已关联 DEV-5。", "other_role"),
        # Names that each language has for itself.
        ("The shrimp came from the Philippines.", "The shrimp came from Vietnam.", "name_unknown"),
        ("整柜虾来自菲律宾。", "整柜虾来自越南。", "name_unknown"),
        ("Mika asked for the browser.", "It happens in Firefox as well.", "name_unknown"),
        # Parts and vague amounts in the other language; a percentage without its sign; a limit not reached.
        ("About a third of the container is lost.", "About a quarter of the container is lost.", "figure_unknown"),
        ("Lena Falk puts the renewal at 45% now, down from 85%.",
         "Lena Falk puts the renewal at 55% now, down from 85%.", "percentage_unknown"),
        ("T-72 had its first answer after 25 minutes, three and a half hours before the limit.",
         "T-72 had its first answer after 25 minutes, two and a half hours before the limit.", "duration_unknown"),
        ("云汀海鲜每天 24 点前要报数。", "云汀海鲜每天 22 点前要报数。", "time_unknown"),
    ],
)  # fmt: skip
def test_what_is_theirs_passes_and_what_is_anothers_does_not(
    harbour: EvidenceBook, true: str, invented: str, reason: str
) -> None:
    assert check_text(true, harbour) == []
    assert reason in [each.reason for each in check_text(invented, harbour)]


@pytest.mark.parametrize(
    "text",
    [
        "Two of the three tickets tell of the gate.",
        "Oona Brandt was asked which browser the terminal runs.",
        "Mika Soler's question about the browser is open.",
        "Qiu Jianming, who runs the cold store, wrote yesterday.",
        "According to Leung Kwok-tung nothing is known.",
        "The season tickets have been rejected since 16 November.",
        "The first answer to T-71 came 25 minutes late or early, nobody has confirmed which.",
        # What a source's own words are translated as, in brackets and marked, they say.
        "Petrel Ferries 说：「rejected at the boarding gate」（已在登船口被拒，我方译文）。",
        "Tess Arden wrote 「请先用手工登记温度」 (engineering has confirmed: log it by hand, our translation).",
        # 个多 after a number of hours; a weekday with its date; a product that is called like a plan.
        "T-72 报障至今 23 个多小时。",
        "The firmware update was on Monday 16 November.",
        "客户提到 Harbour Gate 和 Turnstile Pro 两家竞品。",
        # Of one matter, or linked to what is not named: no link of the two.
        "T-71 and T-72 tell of the same thing.",
        "T-71 和 T-72 都说重复登记。",
        # Verbs before 银行 are no bank's name.
        "他们要求银行撤回扣款。",
        # The first of something that no customer is.
        "请提供云汀海鲜的日志，从最早的一次报错开始。",
    ],
)
def test_what_follows_from_no_other_sentence_is_let_be(harbour: EvidenceBook, text: str) -> None:
    assert [each for each in check_text(text, harbour) if each.kind not in ("duration",)] == []


def test_a_translation_adds_no_amount_and_is_marked_as_one(harbour: EvidenceBook) -> None:
    for text in (
        "Petrel Ferries 说：「rejected at the boarding gate」（工程团队已修复全部 12 个闸口，我方译文）。",
        "Petrel Ferries 说：「rejected at the boarding gate」（研发已找到根因）。",
    ):
        assert check_text(text, harbour) != []


def test_a_number_without_a_unit_has_that_of_the_length_beside_it_and_people_phone() -> None:
    said = "Bypassing the cache makes builds 25 minutes instead of 6. Twelve phoned."
    source = Evidence(id="E1", source="tickets", record_id="T-9", quotation=said, fetched_at=AT)
    book = EvidenceBook.build([source], [])
    assert check_text("It costs 19 minutes a build: 25 minutes instead of 6.", book) == []
    assert check_text("It costs 17 minutes a build: 25 minutes instead of 6.", book) != []
    assert check_text("已有 12 人来电。", book) == []
    assert check_text("已有 14 人来电。", book) != []


def test_the_rest_of_one_customers_quotation_is_nothing_that_the_next_one_said(harbour: EvidenceBook) -> None:
    text = "云汀海鲜: “Is it so? The gate is stuck” [E2] Petrel Ferries: “rejected” at the pier."
    parts = Reading(text, harbour).parts
    begin = text.index("The gate")
    assert parts.left(begin, len(text)).split() == [":", "“rejected”", "at", "the", "pier."]
    assert parts.left(begin, len(text), quoted=False).split() == [":", "at", "the", "pier."]
    assert parts.left(0, 11) == text[4:11].rjust(11)


def test_a_denial_that_ends_the_subject_denies_nothing_of_the_sentences_behind_it() -> None:
    said = "化验单时有时无\n从昨天下午开始，结果是空白的。急诊在问。\n不影响挂号。"
    source = Evidence(id="E1", source="tickets", record_id="T-9", quotation=said, fetched_at=AT)
    book = EvidenceBook.build([source], [])
    assert check_text("客户写道：「从昨天下午开始，结果是空白的。急诊在问。」", book) == []
    assert [each.reason for each in check_text("客户写道：「影响挂号」", book)] == ["quotation_cut"]


def test_the_first_report_is_what_the_assessment_counts_from_though_its_ticket_is_not_among_the_matched() -> None:
    known = Evidence(id="E1", source="kb", record_id="HC-7", quotation="Change the opening hours", fetched_at=AT)
    account = Account(id="a1", name="Petrel Ferries")
    found = Assessment(
        at=AT, issue=Issue(text="opening hours", language="en"), decision="handle", account=account, affected=(account,),
        facts=Facts(first_reported_at=AT - timedelta(hours=22, minutes=10)), evidence=(known,),
    )  # fmt: skip
    assert check_text("22 hours since the first report at 2026-11-19 16:50 UTC.", book_of(found)) == []
    assert check_text("30 hours since the first report at 2026-11-19 09:00 UTC.", book_of(found)) != []


def test_a_matter_is_the_same_in_both_languages() -> None:
    assert matter("哪种浏览器") & matter("Which browser is it?")
    assert not matter("It is tracked as")
    assert not matter("The ticket was answered within an hour") & matter("工单一小时内得到回复")
