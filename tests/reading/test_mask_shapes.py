"""The many ways a secret is written down, and their harmless neighbours."""

from __future__ import annotations

import time

import pytest

from escalation.reading.secrets.mask import mask, mask_shapes

SECRETS = [
    ("密码是：Abc12345", "Abc12345"),
    ("口令Abc12345，谢谢", "Abc12345"),
    ("密码Abc12345", "Abc12345"),
    ("**password**: hunter22", "hunter22"),
    ("**Password:** hunter22", "hunter22"),
    ("| password | hunter22 |", "hunter22"),
    ('{\\"password\\":\\"hunter22\\"}', "hunter22"),
    ("<password>hunter22</password>", "hunter22"),
    ("<ns:apiKey>a1b2c3d4</ns:apiKey>", "a1b2c3d4"),
    ("aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtnFEMI"),
    ("DB_PASS=s3cr3t!", "s3cr3t!"),
    ("SECRET_KEY_BASE=0f9e8d7c6b5a4f3e2d1c", "0f9e8d7c6b5a4f3e2d1c"),
    ("PGPASSWORD=hunter22 psql", "hunter22"),
    ("STRIPE_API_KEY=abcd1234efgh", "abcd1234efgh"),
    ("curl -u admin:hunter22 https://x.example", "hunter22"),
    ("sshpass -p hunter22 ssh h", "hunter22"),
    ("mysql -u root -phunter22 db", "hunter22"),
    ("redis-cli -h h -a hunter22", "hunter22"),
    ("psql --password hunter22", "hunter22"),
    ("Cookie: session=abcdef123456; theme=darker", "abcdef123456"),
    ("Set-Cookie: sid=s%3Aabcdef; Path=/; HttpOnly", "s%3Aabcdef"),
    ("https://a.blob.core.windows.net/c?sv=2022-11-02&sig=abc%2Bdef%3D", "abc%2Bdef"),
    ("https://x.example/r?token=abcdefgh", "abcdefgh"),
    ("123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0", "AAHdqTcv"),
    ("pypi-AgEIcHlwaS5vcmcCJDU3", "AgEIcHlwaS5vcmcCJDU3"),
    ("dop_v1_0123456789abcdef0123456789abcdef", "0123456789abcdef"),
    ("ｐａｓｓｗｏｒｄ: hunter22", "hunter22"),
    ("pass\u200bword: hunter22", "hunter22"),
    ("password - hunter22", "hunter22"),
    ("I reset the password to hunter22 for now", "hunter22"),
    ("the password is actually hunter22", "hunter22"),
    ("redis://:p4ss@h", "p4ss"),
    ("postgres://u:p@ss9@h/db", "ss9"),
    ("IBAN DE89 3704 0044 0532 0130 00", "0532"),
    ("NL91ABNA0417164300", "ABNA0417164300"),
    ("SSN 123-45-6789", "123-45-6789"),
    ("身份证 11010519491231002X", "11010519491231002X"),
    ("密码改成了Abc12345", "Abc12345"),
    ("| **password** | hunter22! |", "hunter22"),
    ("the password was reset to hunter22", "hunter22"),
    ("the password actually is hunter22", "hunter22"),
    ("密码设置为：Abc12345", "Abc12345"),
    ("密码重置为 Abc12345", "Abc12345"),
    ('sign in with password "hunter22"', "hunter22"),
    ("Passwort: geheim12", "geheim12"),
]

PLAIN = [
    "| user | password | last_login |",
    "| password | string | required |",
    "password - not working",
    "Password - MFA2",
    "Reset password - PROJ-123",
    "change the password to something stronger",
    "the password to Office365 portal",
    "reset your password to regain access",
    "docker run -u 1000:1000 image",
    "mysql -u root -p shop",
    "mysql -P3306",
    "Cookie: please clear it",
    "cookies: theme=dark",
    "?code=404&page=2",
    "https://x.example/r?token=<token>",
    "part 123-45-6789",
    "order DE89 3704",
    "密码SHA256加密",
    "密码错误",
    "密码重置后无法登录",
    "口令已过期",
    "password_min_length=12 is",
    "PR12 3456 7890 1234",
    "身份证 110105194912310021",
    "the password is still broken",
    "the password is now being reset",
    "<password></password>",
    "passed: 120 tests",
    "compass: north",
    "bypass=all",
    "密码123",
    "tests pass: 120",
    "https://x.example/a?sort=desc&page=2",
    "time 10:30:AA",
    "ABN 51 824 753 556",
    "2026-03-18 14:05:11 took 350-12-1 ms",
    "they use --password flag",
    "the token to use",
    "id 110105194912310021",
    "password: (hidden)",
    "https://x.example/?auth=required&session=expired",
    "mysql -port 3306",
    "passport: AB1234567",
    "密码连续输错5次后锁定",
    "tokens: 128000",
    "password=<your password>",
    "PASSWORD=${DB_PASS}",
    "password for SSO is managed in Okta",
    "password - error E1001",
    "ISBN 978-3-16-148410-0",
    "the password (SHA256) is stored",
    "the password was reset 2026-03-04",
    "password expiry was set to 2026-03-04",
    "the password was changed to 2026-03-04 rules",
]

BY_SHAPE = (
    "https://x.example/r?token=abcdefgh",
    "ghp_abcdefghijklmnopqrst123456",
    "SSN 123-45-6789",
    "redis://:p4ss@h/0",
)


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_a_secret_is_masked_however_it_is_written(text: str, secret: str) -> None:
    once = mask(text)
    assert secret not in once
    assert "[masked: " in once
    assert mask(once) == once


@pytest.mark.parametrize("text", PLAIN)
def test_a_harmless_neighbour_stays(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize("text", BY_SHAPE)
def test_what_is_a_secret_by_its_shape_needs_no_word_before_it(text: str) -> None:
    assert "[masked: " in mask_shapes(text)


def test_a_closed_field_keeps_what_only_a_word_would_name() -> None:
    assert mask_shapes("password: hunter22") == "password: hunter22"
    assert mask("password: hunter22") == "password: [masked: password]"


def test_what_hides_nothing_keeps_its_own_letters() -> None:
    assert mask("ＶＰ of Sales\u200b, Ａ区") == "ＶＰ of Sales\u200b, Ａ区"


@pytest.mark.parametrize("part", ["password ", "cookie: ", "<password", "?key=", "pypi-", "curl -u ", "set ", "| "])
def test_no_run_of_parts_makes_it_slow(part: str) -> None:
    started = time.process_time()
    mask("password = ? </ 1234567890123456 " + part * (20_000 // len(part)))
    assert time.process_time() - started < 2
