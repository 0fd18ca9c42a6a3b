"""customer-escalation.toml: what differs from the defaults, and one clear line for every mistake."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from escalation.errors import PolicyInvalid
from escalation.policy import Cadence, Policy
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
    assert policy.cadence["critical"] == Cadence(internal_hours=1, customer_hours=2)
    assert policy.cadence["high"] == Policy().cadence["high"]
    assert policy.teams["engineering"].channel == "#eng"


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
