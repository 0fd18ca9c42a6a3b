"""customer-escalation.toml: what differs from the defaults, and one clear line for every mistake."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

import platformdirs
import pytest

from escalation.clocks.calendar import Office
from escalation.clocks.choose import office_of, office_of_team
from escalation.clocks.step import Step
from escalation.errors import PolicyInvalid
from escalation.policy import Cadence, Policy
from escalation.records import Account
from tools.settings import load_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "customer-escalation.toml"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()

    def own(name: str, *, appauthor: bool) -> Path:
        return folder

    monkeypatch.setattr(platformdirs, "user_config_path", own)
    return folder


def test_without_a_file_the_defaults_hold() -> None:
    settings = load_settings(None, {})
    assert settings.policy == Policy()
    assert settings.path is None


def test_a_file_says_only_what_differs(file: Path) -> None:
    file.write_text(
        'pattern_customers = 5\n[cadence.critical]\ninternal_hours = 1\n[teams.engineering]\nchannel = "#eng"\n',
        encoding="utf-8",
    )
    policy = load_settings(str(file), {}).policy
    assert policy.pattern_customers == 5
    assert policy.cadence["critical"] == Cadence(internal_hours=1, customer_hours=4)
    assert policy.cadence["high"] == Policy().cadence["high"]
    assert policy.teams["engineering"].channel == "#eng"


def test_a_rhythm_in_days_takes_the_place_of_one_in_hours_and_the_other_way_round(file: Path) -> None:
    file.write_text("[cadence.critical]\ncustomer_days = 1\n[cadence.medium]\ninternal_hours = 6\n", encoding="utf-8")
    cadence = load_settings(str(file), {}).policy.cadence
    assert (cadence["critical"].customer, cadence["critical"].internal) == (Step(days=1), Step(2))
    assert (cadence["medium"].internal, cadence["medium"].customer) == (Step(6), Step(days=2))


def test_calendars_are_data(file: Path) -> None:
    file.write_text(
        "[calendars.default]\ncloses = 17:30:00\n"
        '[calendars.china]\nholidays = "CN"\nzones = ["Asia/Shanghai"]\ndays = ["mon", "sat"]\nopens = "08:30"\n'
        "closed = [2026-03-02]\n"
        '[calendars.round]\nopens = "00:00"\ncloses = "00:00"\naccounts = ["a9"]\n'
        '[teams.security]\ncalendar = "round"\n',
        encoding="utf-8",
    )
    policy = load_settings(str(file), {}).policy
    plain, china, named = (
        office_of(Account(id=id_, name="A", timezone=zone), policy)
        for id_, zone in (("a1", "Europe/Paris"), ("a1", "Asia/Shanghai"), ("a9", "Asia/Shanghai"))
    )
    assert (plain.zone.key, plain.opens, plain.closes) == ("Europe/Paris", time(9), time(17, 30))
    assert (china.holidays, china.weekdays, china.opens) == ("CN", {0, 5}, time(8, 30))
    assert china.closed == {date(2026, 3, 2)}
    assert (named.opens, named.closes) == (time(0), time(0))
    assert office_of_team("security", None, policy) == Office(ZoneInfo("UTC"), opens=time(0), closes=time(0))
    assert office_of_team("l2", None, policy) == office_of(None, policy)


def test_the_path_given_comes_before_the_environment_and_that_before_the_users_own(
    tmp_path: Path, own_folder: Path
) -> None:
    for name, value in (("given.toml", 11), ("named.toml", 12)):
        (tmp_path / name).write_text(f"pattern_customers = {value}", encoding="utf-8")
    (own_folder / "customer-escalation.toml").write_text("pattern_customers = 13", encoding="utf-8")
    named = {"CUSTOMER_ESCALATION_CONFIG": str(tmp_path / "named.toml")}
    assert load_settings(str(tmp_path / "given.toml"), named).policy.pattern_customers == 11
    assert load_settings(None, named).policy.pattern_customers == 12
    assert load_settings(None, {}).policy.pattern_customers == 13


@pytest.mark.parametrize("unset", ["", "  ", "${user_config.config}"])
def test_what_a_plugin_host_passes_for_an_unset_path_is_unset(unset: str) -> None:
    assert load_settings(unset, {"CUSTOMER_ESCALATION_CONFIG": unset}).path is None


def test_a_tilde_is_the_users_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "my.toml").write_text("recovery_window_days = 90", encoding="utf-8")
    assert load_settings("~/my.toml", {}).policy.recovery_window_days == 90


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("patern_customers = 5", "patern_customers: there is no such setting; did you mean pattern_customers?"),
        ("zebra = 5", "zebra: there is no such setting."),
        ("pattern_customers = 1", "pattern_customers: input should be greater than or equal to 2, found 1."),
        ('high_value_arr_usd = "a lot"', "high_value_arr_usd: input should be a valid number"),
        (
            "[cadence.critical]\ninternal_hours = 0",
            "cadence.critical.internal_hours: input should be greater than 0, found 0.",
        ),
        (
            "[cadence.urgent]\ninternal_hours = 1\ncustomer_hours = 1",
            "cadence.urgent: input should be 'critical', 'high' or 'medium'",
        ),
        (
            "[cadence.high]\nintern_hours = 1",
            "cadence.high.intern_hours: there is no such setting; did you mean internal_hours?",
        ),
        (
            "[cadence.high]\ninternal_days = 1\ninternal_hours = 2",
            "cadence.high: give either internal_hours or internal_days.",
        ),
        (
            "[cadence.high]\ncustomer_days = 1\ncustomer_hours = 2",
            "cadence.high: give either customer_hours or customer_days.",
        ),
        (
            "[cadence.high]\ncustomer_hours = nan",
            "cadence.high.customer_hours: input should be a finite number, found nan.",
        ),
        (
            "[cadence.high]\ncustomer_hours = 1e9",
            "cadence.high.customer_hours: input should be less than or equal to 8784",
        ),
        ("confirmation_days = 0", "confirmation_days: input should be greater than or equal to 1, found 0."),
        ('waiting_rhythm = "low"', "waiting_rhythm: input should be 'critical', 'high' or 'medium', found 'low'."),
        ('[calendars.x]\nopen = "9:00"', "calendars.x.open: there is no such setting; did you mean opens?"),
        ('[calendars.x]\nopens = "9"', "calendars.x.opens: input should be in a valid time format"),
        (
            '[calendars.x]\nopens = "09:00Z"',
            "calendars.x.opens: give the local time alone, such as 09:00, found '09:00Z'.",
        ),
        (
            '[calendars.x]\nopens = "22:00"\ncloses = "06:00"',
            "calendars.x: it closes at 06:00, which is not after it opens at 22:00.",
        ),
        ("[calendars.x]\ndays = []", "calendars.x.days: name at least one day, found []."),
        ('[calendars.x]\ndays = ["monday"]', "calendars.x.days.0: input should be 'mon', 'tue'"),
        (
            '[calendars.x]\ntimezone = "Mars/Olympus"',
            "calendars.x.timezone: there is no such time zone; give a name such as Asia/Shanghai, found 'Mars/Olympus'.",
        ),
        ('[calendars.x]\nholidays = "CHINA"', "calendars.x.holidays: no holidays are known for “CHINA”; give"),
        ("[calendars.x]\nclosed = [2026-02-30]", "this is not TOML: "),
        (
            '[teams.l2]\ncalendar = "x"',
            "teams.l2.calendar names “x”, and there is no such calendar.",
        ),
        ('[teams.security]\nchanel = "#s"', "teams.security.chanel: there is no such setting; did you mean channel?"),
        ("cadence = 4", "cadence: input should be a valid dictionary, found 4."),
        ("pattern_customers = ", "this is not TOML: "),
        (f'high_value_arr_usd = "{"x" * 500}"', "x…."),
    ],
)
def test_a_wrong_key_or_value_is_one_line_with_its_place(text: str, told: str, file: Path) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PolicyInvalid) as caught:
        load_settings(str(file), {})
    assert told in caught.value.message
    assert caught.value.message.startswith(f"{file}: ")
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < len(str(file)) + 200


def test_two_mistakes_are_two_lines(file: Path) -> None:
    file.write_text("pattern_customers = 1\nzebra = 1", encoding="utf-8")
    with pytest.raises(PolicyInvalid) as caught:
        load_settings(str(file), {})
    assert len(caught.value.message.splitlines()) == 2


def test_a_named_file_that_is_not_there_is_told(file: Path) -> None:
    with pytest.raises(PolicyInvalid, match="cannot be read"):
        load_settings(str(file), {})


def test_a_file_in_another_encoding_is_told(file: Path) -> None:
    file.write_bytes('[teams.engineering]\nchannel = "技术"'.encode("gbk"))
    with pytest.raises(PolicyInvalid, match="UTF-8"):
        load_settings(str(file), {})


def test_gifts_compensation_and_approvers_are_the_companys_own(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text('[gifts]\nallowed = true\nmost_usd = 30\n[approvers]\ncompensation = "CFO"\n', encoding="utf-8")
    policy = load_settings(str(path), {}).policy
    assert policy.gifts.any
    assert policy.approvers == {"compensation": "CFO"}
    assert not Policy().gifts.any
    path.write_text("[gifts]\nallow = true\n[compensation]\nmost_percent = 120\n[approvers]\nbonus = 'x'\n")
    with pytest.raises(PolicyInvalid) as wrong:
        load_settings(str(path), {})
    told = str(wrong.value)
    assert "gifts.allow: there is no such setting; did you mean allowed?" in told
    assert "compensation.most_percent: input should be less than or equal to 100" in told
    assert "approvers.bonus" in told
