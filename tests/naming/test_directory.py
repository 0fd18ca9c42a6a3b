"""Who is meant by a name that somebody typed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from escalation.directory import Directory, alike_in_letters
from escalation.naming import account_keys, domain_key, name_key, short_key
from escalation.records import Account, Contact

ACCOUNTS = (
    Account(id="acc-1", name="Acme Corp", domain="acme.com", contacts=(Contact(name="Jo", email="Jo@Gmail.example"),)),
    Account(id="acc-2", name="Acme Corporation Japan"),
    Account(id="acc-3", name="XYZ 科技有限公司", aliases=("XYZ Tech",)),
    Account(id="acc-4", name="上海星辰信息技术有限公司", domain="https://www.xingchen.cn/"),
    Account(id="acc-5", name="O'Neil & Sons Inc."),
    Account(id="acc-6", name="Northwind Traders", aliases=("北风贸易",)),
    Account(id="acc-7", name="DEF 公司"),
    Account(id="acc-8", name="Zenith", domain="co.uk"),
)


def directory(*accounts: Account) -> Directory:
    return Directory((one.id, key, kind) for one in accounts for key, kind in account_keys(one))


ALL = directory(*ACCOUNTS)


def who(query: str) -> list[tuple[str, str]]:
    return [(found.account_id, found.how) for found in ALL.find(query)]


@pytest.mark.parametrize(
    ("query", "account_id", "how"),
    [
        ("ACC-1", "acc-1", "id"),
        ("acme  corp.", "acc-1", "name"),
        ("ＸＹＺ科技有限公司", "acc-3", "name"),
        ("XYZ科技有限公司 ", "acc-3", "name"),
        ("xyz tech", "acc-3", "alias"),
        ("北風貿易", "acc-6", "alias"),
        ("https://acme.com/login", "acc-1", "domain"),
        ("someone@api.acme.com", "acc-1", "domain"),
        ("jo@gmail.example", "acc-1", "domain"),
        ("XYZ科技", "acc-3", "near"),
        ("ONeil and Sons", "acc-5", "near"),
        ("星辰", "acc-4", "near"),
        ("星辰科技", "acc-4", "near"),
        ("上海星辰", "acc-4", "near"),
        ("上海星晨信息技术有限公司", "acc-4", "near"),
        ("Northwind", "acc-6", "near"),
        ("traders northwind", "acc-6", "near"),
        ("acme japan", "acc-2", "near"),
        ("Norhtwind Traders", "acc-6", "near"),
    ],
)
def test_an_account_answers_to_its_names_in_many_spellings(query: str, account_id: str, how: str) -> None:
    assert who(query) == [(account_id, how)]


@pytest.mark.parametrize("query", ["Acme", "acme inc"])
def test_when_two_fit_both_come_back(query: str) -> None:
    assert {account_id for account_id, _ in who(query)} == {"acc-1", "acc-2"}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "  ",
        "?",
        "zzz",
        "Initech",
        "other@gmail.example",
        "gmail.example",
        "DEG",
        "公司",
        "科技",
        "Japan",
        "group",
        "某某物流",
    ],
)
def test_a_stranger_is_nobody(query: str) -> None:
    assert who(query) == []


def test_a_stronger_kind_of_match_hides_weaker_ones() -> None:
    accounts = directory(
        Account(id="globex", name="First"),
        Account(id="2", name="Globex", domain="globex"),
        Account(id="3", name="Third", aliases=("Globex",)),
    )
    assert [found.account_id for found in accounts.find("globex")] == ["globex"]
    without_id = directory(Account(id="2", name="Globex"), Account(id="3", name="Third", aliases=("Globex",)))
    assert [(found.account_id, found.how, found.score) for found in without_id.find("globex")] == [("2", "name", 1.0)]


def test_two_accounts_of_one_name_both_come_back_up_to_the_limit() -> None:
    twins = directory(*(Account(id=str(n), name="Twin Ltd") for n in range(5)))
    assert [found.account_id for found in twins.find("Twin Ltd", limit=3)] == ["0", "1", "2"]
    assert len(twins.find("twin", limit=9)) == 5


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@given(st.sampled_from(["Acme Corp", "Northwind Traders", "Acme Corporation Japan", "Zenith"]), st.data())
@settings(max_examples=150, deadline=None)
def test_one_wrong_letter_still_leads_to_the_account(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    assume(name[at] != " ")
    letter = data.draw(st.sampled_from(LETTERS))
    wrong = data.draw(
        st.sampled_from(
            [name[:at] + name[at + 1 :], name[:at] + letter + name[at:], name[:at] + letter + name[at + 1 :]]
        )
    )
    assert next(one.id for one in ACCOUNTS if one.name == name) in {account_id for account_id, _ in who(wrong)}


@given(st.text(max_size=30))
@settings(deadline=None)
def test_any_query_gives_distinct_accounts_with_scores_from_0_to_1_best_first(query: str) -> None:
    found = ALL.find(query)
    assert len({one.account_id for one in found}) == len(found) <= 5
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)
    assert short_key(name_key(name)) in name_key(name)


def test_keys_are_given_once_with_their_strongest_kind() -> None:
    account = Account(
        id="acme",
        name="ACME",
        aliases=("Acme Inc", "  ", "acme, inc."),
        domain="WWW.Acme.com.",
        contacts=(Contact(name="x", email=" A@b.c "), Contact(name="y")),
    )
    assert account_keys(account) == [
        ("acme", "name"),
        ("acme inc", "alias"),
        ("acme.com", "domain"),
        ("a@b.c", "domain"),
    ]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Acme Co., Ltd.", "acme"),
        ("Inc", "inc"),
        ("數據股份有限公司", "数据"),
        ("公司", "公司"),
        ("A公司", "a公司"),
        ("Smith & Co", "smith and"),
    ],
)
def test_legal_forms_are_left_out_unless_nothing_remains(name: str, short: str) -> None:
    assert short_key(name_key(name)) == short


def test_a_domain_key_is_the_bare_host() -> None:
    assert domain_key(" https://WWW.Acme.com./path ") == "acme.com"


def test_two_names_joined_are_spoken_of_without_what_the_firm_does() -> None:
    two = directory(Account(id="acc-1", name="Orchard & Vine Hospitality"), Account(id="acc-2", name="Vine Hill"))
    assert [found.account_id for found in two.find("orchard and vine")] == ["acc-1"]


def test_a_misspelt_part_of_a_name_is_near_it_too() -> None:
    known = directory(
        Account(id="acc-1", name="Harborpoint Realty", aliases=("Harborpoint",), domain="harborpointrealty.example"),
        Account(id="acc-2", name="Harbour Point Logistics", domain="harbourpointlog.example"),
    )
    assert {one.account_id for one in known.find("Harbor Point")} == {"acc-1", "acc-2"}
    assert [one.account_id for one in known.find("Harbour Point")] == ["acc-2"]
    assert [one.account_id for one in known.find("Harborpoint")] == ["acc-1"]


def test_a_name_spelt_right_leaves_out_one_that_would_have_to_be_misspelt() -> None:
    near = directory(Account(id="acc-1", name="Albora Hoteles Grupo"), Account(id="acc-2", name="Almora Hotels Grupo"))
    assert [found.account_id for found in near.find("Albora Hoteles")] == ["acc-1"]


EDITS = st.tuples(
    st.sampled_from(("left out", "put in", "wrong", "exchanged")), st.integers(0, 12), st.sampled_from("abcxyz")
)


@given(st.text("abcd ", min_size=4, max_size=12), st.lists(EDITS, min_size=1, max_size=2))
def test_no_misspelling_is_left_out_by_its_letters(name: str, edits: list[tuple[str, int, str]]) -> None:
    key = name
    for edit, where, letter in edits:
        at = where % len(key)
        before, here, after = key[:at], key[at], key[at + 1 :]
        put = {"left out": "", "put in": letter + here, "wrong": letter, "exchanged": after[:1] + here}[edit]
        key = before + put + (after[1:] if edit == "exchanged" else after)
    assert alike_in_letters(key, name, len(edits))


def test_what_shares_too_few_letters_is_no_misspelling() -> None:
    assert not alike_in_letters("northwind", "southward", 2)
