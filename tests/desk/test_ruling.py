"""What was ruled on a ticket is on record with its reason, and counts the same for whoever comes back to the escalation."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from escalation.errors import InvalidInput
from escalation.judgement.override import Choice
from escalation.policy import Policy
from escalation.ruling import Ruling
from prompts.handover import event
from tools.catalog.by_hand import what_changed
from tools.catalog.escalation_rows import record_line
from tools.desk.desk import Desk, Prepared, Request
from tools.desk.writing import write
from tools.importing.sync import sync
from tools.store.engine import open_store
from tools.store.register import Register
from tools.store.workspace import StoreWorkspace

EXPORT = "Export is missing rows"
SLOW = "T-48070"
"""Pacific Rim Foods: the export takes more than 20 minutes."""
TIANKUN = "T-48205"
WHY = "They only call it slow"
AT = datetime(2026, 3, 20, 9, tzinfo=UTC)


def same(*ids: str, why: str = WHY, who: str | None = None) -> tuple[Ruling, ...]:
    return tuple(Ruling(record_id=id_, same=True, reason=why, who=who) for id_ in ids)


def apart(*ids: str, why: str = "It is about imports") -> tuple[Ruling, ...]:
    return tuple(Ruling(record_id=id_, same=False, reason=why) for id_ in ids)


@pytest.fixture
def desk(sample_store: Engine, tmp_path: Path) -> Desk:
    return Desk(StoreWorkspace(sample_store), Register(open_store(str(tmp_path / "register.db"))), Policy())


def opened(desk: Desk, *rulings: Ruling, **fields: Any) -> tuple[str, Prepared]:
    prepared = desk.prepare(Request(EXPORT, rulings=rulings, **fields))
    assert prepared.escalation_id is not None
    return prepared.escalation_id, prepared


def counted(desk: Desk, id_: str) -> set[str]:
    return {match.ticket.id for match in desk.reassess(id_).matched}


def test_a_ruling_counts_at_once_and_ever_after(desk: Desk, sample_store: Engine, tmp_path: Path) -> None:
    id_, prepared = opened(desk, *same(SLOW), *apart(TIANKUN))
    assert set(prepared.assessment.facts.affected_account_ids) == {"guanghe-design", "halden-co", "pacific-rim"}
    anew = Desk(StoreWorkspace(sample_store), Register(open_store(str(tmp_path / "register.db"))), Policy())
    assert counted(anew, id_) == {"T-48149", "T-48222", "T-48306", SLOW}
    assert set(anew.register.state(id_).account_ids) == set(prepared.assessment.facts.affected_account_ids)
    written = write(anew, anew.reassess(id_), escalation_id=id_)
    assert f"{SLOW} is counted because support read it: “{WHY}”" in written.markdown
    assert f"{TIANKUN} is not counted because support read it: “It is about imports”" in written.markdown


def test_a_second_call_adds_and_a_later_ruling_takes_the_place_of_the_first(desk: Desk) -> None:
    id_, _ = opened(desk, *same(SLOW, who="Priya"))
    desk.prepare(Request(EXPORT, rulings=apart(TIANKUN)), escalation_id=id_)
    assert {(r.record_id, r.same, r.reason) for r in desk.reassess(id_).rulings} == {
        (SLOW, True, WHY),
        (TIANKUN, False, "It is about imports"),
    }
    desk.prepare(Request(EXPORT, rulings=apart(SLOW, why="I looked again")), escalation_id=id_)
    assert counted(desk, id_) == {"T-48149", "T-48222", "T-48306"}
    state = desk.register.state(id_)
    assert {(r.record_id, r.same, r.reason) for r in state.rulings} == {
        (SLOW, False, "I looked again"),
        (TIANKUN, False, "It is about imports"),
    }
    told = [(e.who, e.why, e.data["same"]) for e in desk.register.events(id_) if e.what == "ruled"]
    assert told == [
        ("Priya", WHY, True),
        ("reporter", "It is about imports", False),
        ("reporter", "I looked again", False),
    ]


def test_what_is_said_again_is_recorded_once(desk: Desk) -> None:
    id_, _ = opened(desk, *same(SLOW))
    desk.prepare(Request(EXPORT, rulings=same(SLOW)), escalation_id=id_)
    desk.prepare(Request(EXPORT, rulings=same(SLOW)))
    assert [e.what for e in desk.register.events(id_)].count("ruled") == 1


def test_what_is_ruled_out_later_leaves_the_record_with_its_customer(desk: Desk) -> None:
    id_, _ = opened(desk)
    assert "tiankun" in desk.register.state(id_).account_ids
    desk.prepare(Request(EXPORT, rulings=apart(TIANKUN)), escalation_id=id_)
    state = desk.register.state(id_)
    assert ("tiankun" in state.account_ids, TIANKUN in state.ticket_ids) == (False, False)
    assert {"halden-co", "guanghe-design"} <= set(state.account_ids)
    desk.prepare(Request(EXPORT, rulings=same(TIANKUN, why="I was wrong")), escalation_id=id_)
    state = desk.register.state(id_)
    assert ("tiankun" in state.account_ids, TIANKUN in state.ticket_ids) == (True, True)


def test_a_customer_who_has_another_report_or_was_joined_by_a_person_stays(desk: Desk) -> None:
    id_, _ = opened(desk)
    desk.register.append(id_, "account_joined", who="Kim", at=AT, data={"account_ids": ["tiankun"]})
    desk.prepare(Request(EXPORT, rulings=apart(TIANKUN, "T-48306")), escalation_id=id_)
    assert {"tiankun", "guanghe-design"} <= set(desk.register.state(id_).account_ids)


def test_a_report_that_joins_counts_what_was_ruled_before(desk: Desk) -> None:
    id_, _ = opened(desk, *same(SLOW), *apart(TIANKUN))
    joined = desk.prepare(Request("导出的 CSV 缺行", reporter="Wu"))
    assert (joined.escalation_id, joined.joined) == (id_, True)
    assert {SLOW} <= set(joined.assessment.cited.tickets)
    assert TIANKUN not in joined.assessment.cited.tickets
    state = desk.register.state(id_)
    assert "tiankun" not in state.account_ids
    assert joined.delta is not None
    assert joined.delta.customers == 3


def test_who_joins_may_rule_for_all(desk: Desk) -> None:
    id_, _ = opened(desk)
    joined = desk.prepare(Request("导出的 CSV 缺行", rulings=(*same(SLOW), *apart(TIANKUN)), reporter="Wu"))
    assert (joined.escalation_id, joined.joined) == (id_, True)
    assert counted(desk, id_) == {"T-48149", "T-48222", "T-48306", SLOW}
    assert set(desk.register.state(id_).account_ids) == {"guanghe-design", "halden-co", "pacific-rim"}


def test_a_ruling_leaves_what_was_overruled_before_as_it_is(desk: Desk) -> None:
    id_, _ = opened(desk, choice=Choice(severity="critical", reason="their auditor waits"))
    again = desk.prepare(Request(EXPORT, rulings=same(SLOW), choice=Choice(reason=WHY)), escalation_id=id_)
    assert again.assessment.severity == "critical"
    assert [o.reason for o in again.assessment.overrides] in (["their auditor waits"], [])


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_reason_is_required(desk: Desk, reason: str) -> None:
    with pytest.raises(InvalidInput, match=r"without a reason.*override_reason"):
        desk.prepare(Request(EXPORT, rulings=same(SLOW, why=reason)))
    assert desk.register.list() == []


def test_unknown_tickets_are_named(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="item or message has the id T-00001, T-00002"):
        desk.prepare(Request(EXPORT, rulings=same(SLOW, "T-00002", "T-00001")))
    assert desk.register.list() == []


def test_a_secret_in_a_reason_never_reaches_the_record(desk: Desk) -> None:
    id_, _ = opened(desk, *same(SLOW, why="api_key=sk-live-51HqLyjWDarjtT1zdp7dcabcdefgh is in both"))
    assert "51HqLyjWDarjtT1zdp7dc" not in " ".join(e.model_dump_json() for e in desk.register.events(id_))


def test_a_record_from_before_there_were_rulings_can_be_read(desk: Desk) -> None:
    request: dict[str, Any] = {
        "issue": EXPORT,
        "account": None,
        "language": None,
        "answers": {},
        "choice": [None] * 4,
        "reporter": None,
    }
    id_ = desk.register.open(issue=EXPORT, who="Kim", at=AT, request=request)
    assert TIANKUN in counted(desk, id_)
    desk.prepare(Request(EXPORT, rulings=apart(TIANKUN)), escalation_id=id_)
    assert TIANKUN not in counted(desk, id_)


def test_the_request_alone_holds_what_was_ruled_with_it(desk: Desk) -> None:
    """A process that dies between the opening and the event loses nothing."""
    id_, _ = opened(desk, *same(SLOW))
    first = desk.register.events(id_)[0]
    assert first.data["request"]["rulings"] == [
        {"record_id": SLOW, "same": True, "reason": WHY, "who": None, "source": "tickets"}
    ]


def test_the_handover_tells_it_in_both_languages(desk: Desk) -> None:
    id_, _ = opened(desk, *same(SLOW), *apart(TIANKUN))
    ruled = [e for e in desk.register.events(id_) if e.what == "ruled"]
    assert [event(e, "en", str) for e in ruled] == [
        f"by hand: ticket {SLOW} is this issue, “{WHY}”",
        f"by hand: ticket {TIANKUN} is another issue, “It is about imports”",
    ]
    assert [event(e, "zh", str) for e in ruled] == [
        f"人工认定：工单 {SLOW} 属于本问题，「{WHY}」",
        f"人工认定：工单 {TIANKUN} 是另一个问题，「It is about imports」",
    ]


def test_rulings_go_on_with_an_escalation_that_becomes_part_of_another(desk: Desk) -> None:
    """Three customers make a pattern, and what were two escalations until now are one."""
    one = desk.prepare(Request("Halden & Co: export is missing rows", rulings=same(SLOW))).escalation_id or ""
    links: dict[str, Any] = {
        "account_ids": ["tiankun"],
        "ticket_ids": [TIANKUN],
        "concepts": list(desk.register.state(one).concepts),
    }
    other = desk.register.open(issue=EXPORT, who="Kim", at=AT, target="engineering", **links)
    desk.register.append(other, "ruled", who="Kim", at=AT, why="imports", data={"ticket_id": "T-48222", "same": False})
    joined = desk.prepare(Request(EXPORT))
    assert joined.delta is not None
    assert joined.delta.merged == (other,)
    assert {(r.record_id, r.same, r.who) for r in desk.register.state(one).rulings} == {
        (SLOW, True, "reporter"),
        ("T-48222", False, "Kim"),
    }
    assert "T-48222" not in counted(desk, one)


@pytest.fixture
def vague(tmp_path: Path) -> Desk:
    """A customer whose ticket says little, and a colleague's note on it that tells of an exposure."""
    folder = tmp_path / "vague"
    folder.mkdir()
    accounts = [{"id": "a-1", "name": "Northwind", "plan": "Enterprise", "arr_usd": 120000}]
    note = "Unauthorised access confirmed: a stranger read their files, customer data was exposed to outsiders."
    tickets = [
        {
            "id": "T-1",
            "account_id": "a-1",
            "subject": "Something is odd",
            "description": "Please have a look.",
            "created_at": "2026-03-19T08:00:00Z",
            "comments": [{"id": "c", "role": "internal", "author": "Kim", "at": "2026-03-19T09:00:00Z", "body": note}],
        },
    ]
    for name, records in {"accounts": accounts, "tickets": tickets}.items():
        (folder / f"{name}.jsonl").write_text("\n".join(map(json.dumps, records)) + "\n", encoding="utf-8")
    (folder / "workspace.json").write_text('{"company": "Test", "now": "2026-03-20T08:00:00Z"}', encoding="utf-8")
    engine = open_store(str(tmp_path / "vague.db"))
    sync(engine, folder)
    return Desk(StoreWorkspace(engine), Register(engine), Policy())


ODD = "help with Northwind"


def test_the_ticket_that_makes_it_a_security_concern_cannot_be_ruled_out(vague: Desk) -> None:
    found = vague.prepare(Request(ODD, rulings=same("T-1")))
    assert [r.signal for r in found.assessment.reasons if r.signal == "security_concern"]
    assert found.escalation_id is not None
    with pytest.raises(InvalidInput, match="stays with the security team"):
        vague.prepare(Request(ODD, rulings=apart("T-1")), escalation_id=found.escalation_id)
    assert counted(vague, found.escalation_id) == {"T-1"}
    assert vague.register.state(found.escalation_id).target == "security"


def test_a_related_ticket_is_on_record_as_that_and_an_event_from_before_reads_as_none(desk: Desk) -> None:
    ruling = Ruling(record_id=TIANKUN, same=False, related=True, reason="their history")
    id_ = desk.prepare(Request(EXPORT, rulings=(ruling,))).escalation_id or ""
    (told,) = [e for e in desk.register.events(id_) if e.what == "ruled"]
    assert told.data["related"] is True
    assert event(told, "en", str) == f"by hand: ticket {TIANKUN} is related, not this issue, “their history”"
    assert event(told, "zh", str) == f"人工认定：工单 {TIANKUN} 与本问题相关，但不是同一问题，「their history」"
    assert TIANKUN not in desk.register.state(id_).ticket_ids
    # Ruled again with the same words and another meaning, it is news.
    desk.prepare(Request(EXPORT, rulings=(ruling.model_copy(update={"related": False}),)), escalation_id=id_)
    assert [r.related for r in desk.register.state(id_).rulings] == [False]
    desk.register.append(id_, "ruled", who="Kim", at=AT, why="old", data={"ticket_id": TIANKUN, "same": False})
    assert [(r.related, r.reason) for r in desk.register.state(id_).rulings] == [(False, "old")]


def test_a_ruling_against_a_ticket_with_the_same_error_is_taken_and_told_what_speaks_against_it(desk: Desk) -> None:
    line = "API returning 500 errors intermittently for Acme Corp"
    id_ = desk.prepare(Request(line)).escalation_id or ""
    why = "Nordfjell says it is the Power BI connector"
    found = desk.prepare(Request(line, rulings=apart("T-48335", why=why)), escalation_id=id_)
    assert found.changed is not None
    assert found.changed.contradicted == (("T-48335", "TASKS_UPSTREAM_EXHAUSTED"),)
    assert "T-48335" not in found.assessment.cited.tickets, "it is the person's to rule"
    assert "T-48335 shows the same error" in what_changed(found.changed, on_record=True)
    ruled = next(each for each in desk.register.events(id_) if each.what == "ruled")
    assert "no_longer: account_ids nordfjell, ticket_ids T-48335" in (record_line(ruled).data or "")
    back = desk.prepare(Request(line, rulings=same("T-48335")), escalation_id=id_).changed
    assert back is not None
    assert back.contradicted == ()
