"""What is asked of a team names its object: the way in that is on record, what is to be granted, whom to call."""

import pytest

from escalation.assessment import Assessment, Finding
from escalation.matters import Incident, Observation, Wanted
from escalation.reading.threads.way_in import left_over, way_in
from escalation.records import Contact, Health
from prompts.compose import compose
from tests.prompts.parts import GHI, NOW, evidence
from tests.prompts.worlds import relationship, security


def _asked(found: Assessment) -> str:
    body = compose(found, "en").security
    assert body is not None
    return "\n".join(body.asked)


def _incident(words: str, **values: object) -> Assessment:
    seen = Observation(at=NOW, who="customer", ticket="T-1", words=words, evidence=("E1",))
    incident = Incident.model_validate({"kind": "intrusion", "observed": (seen,)} | values)
    return security().model_copy(update={"incident": incident, "evidence": (evidence("E1", "T-1", words),)})


@pytest.mark.parametrize(
    "words",
    ["Mr He clicked the link in a mail on Monday.", "The password was reused from another site.", "No second factor was set.",
     "贺总昨天点了邮件里的链接。", "賀總收到一封「重新驗證」的郵件。",
     "前员工离职后账号没停，离职账号还能登录。", "密码和其他网站共用。"],
)  # fmt: skip
def test_a_way_in_that_is_on_record_stands_with_the_ask_to_find_it(words: str) -> None:
    assert f"Find out how they got in; on record is: “{words}" in _asked(_incident(f"Files were exported. {words}"))


def test_what_the_reporter_answers_on_what_was_seen_is_told_as_theirs_and_once() -> None:
    answer = Finding(signal="answered", values={"question": "data_exposed", "words": "Two names."}, evidence=("E9",))
    found = _incident("Files were exported.", exposed="Two names.", exposed_evidence=("E9",))
    told = found.model_copy(
        update={"answered": (answer,), "evidence": (*found.evidence, evidence("E9", "reporter", "Two names."))}
    )
    body = compose(told, "en").security
    assert body is not None
    assert (body.potential_impact or "").startswith("The reporter says: “Two names.” [E9]")
    assert (body.potential_impact or "").count("Two names") == 1


def test_without_one_nothing_is_said_to_be_on_record() -> None:
    assert "Find out how they got in." in _asked(_incident("Logins from Peru that nobody here made."))
    assert way_in("We see 2 file exports and logins from places we do not know.") is None


def test_persons_whose_data_got_out_may_have_to_be_told() -> None:
    said = "Decide whether the customers concerned or an authority must be notified."
    assert said in _asked(_incident("3,800 bank accounts were exported.", data=("bank",)))
    assert said not in _asked(_incident("Two exports.", data=("documents",)))
    assert said not in _asked(_incident("Two exports."))


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("46 erased patrons still show up in the yearly report", True),
        ("Die gelöschten Konten stehen weiterhin in der Auswertung", True),
        ("已删除的读者仍出现在年度报表里", True),
        ("已註銷的會員還能查到", True),
        ("They want proof that the accounts were erased", False),
        ("We still wait for an answer", False),
    ],
)
def test_what_should_be_gone_is_to_be_found_and_erased(words: str, *, left: bool) -> None:
    assert left_over(words) is left
    assert ("have it erased" in _asked(_incident(words, kind="compliance"))) is left


def test_every_ask_for_proof_is_a_whole_sentence() -> None:
    assert "Give in writing what is asked for." in _asked(_incident("Under GDPR.", kind="compliance"))


def _leaders(*wanted: Wanted) -> Assessment:
    exec_ = Contact(name="Zhang Wei", role="CEO", is_exec=True)
    account = GHI.model_copy(
        update={"contacts": (exec_, Contact(name="Lin Na", role="Buyer")), "health": Health(score=31, trend="down")}
    )
    known = evidence("E9", "acc-ghi", "GHI 科技: contact = Zhang Wei, CEO", source="accounts", about="contact")
    found = relationship()
    return found.model_copy(
        update={"account": account, "affected": (account,), "wanted": wanted, "evidence": (*found.evidence, known)}
    )


def test_leaders_read_whom_to_call_and_how_the_customer_stands() -> None:
    body = compose(_leaders(), "en").leadership
    assert body is not None
    assert (
        body.asked[0] == "Contact the customer's leadership in person (Zhang Wei, CEO), and say who will and when [E9]."
    )
    assert "health score 31 (down)" in (body.relationship or "")
    plain = compose(relationship(), "en").leadership
    assert plain is not None
    assert plain.asked[0] == "Contact the customer's leadership in person, and say who will and when."
    assert "health" not in (plain.relationship or "")


def test_what_is_to_be_granted_is_named_and_a_decision_without_words_is_none() -> None:
    grant = Wanted(kind="grant", words="their contract has service credits.", evidence=("E1",))
    body = compose(_leaders(grant, Wanted(kind="sign", evidence=("E1",))), "en").leadership
    assert body is not None
    assert len(body.asked) == 2
    assert "whether compensation or a credit is granted, and up to which limit: “their contract" in body.asked[1]
