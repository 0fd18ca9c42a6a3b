"""Secrets are masked, and nothing that only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from escalation.reading.secrets.mask import mask

SECRETS = [
    ("key sk-abcdefghijklmnopqrst123", "sk-abcdefghijklmnopqrst123"),
    ("ghp_abcdefghijklmnopqrst123456", "ghp_abcdefghijklmnopqrst123456"),
    ("xoxb-1234567890-abcdef", "xoxb-1234567890-abcdef"),
    ("AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"),
    ("Authorization: Bearer abcdef1234567890", "abcdef1234567890"),
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-DEF", "eyJzdWIiOiIxMjM0In0"),
    ("api_key=abcd1234efgh", "abcd1234efgh"),
    ('{"token": "a1b2c3d4e5f6"}', "a1b2c3d4e5f6"),
    ("-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----", "MIIabc"),
    ("my password is hunter22 thanks", "hunter22"),
    ("密码是Abc12345，请重置", "Abc12345"),
    ("密碼：qwerty99", "qwerty99"),
    ("访问令牌：a1b2c3d4e5f6", "a1b2c3d4e5f6"),
    ("验证码是 123456", "123456"),
    ("postgres://u:p4ss@h/db", "p4ss"),
    ("card 4111 1111 1111 1111 declined", "4111 1111 1111 1111"),
    ("card 4111-1111-1111-1111", "4111-1111-1111-1111"),
    ("card 4111 1111 1111 1111 12/28 123", "4111 1111 1111 1111"),
    ("1. 4111 1111 1111 1111 2. none", "4111 1111 1111 1111"),
    ("AMEX 378282246310005", "378282246310005"),
    ("https://hooks.slack.com/services/T000/B000/abcdefghijklm", "abcdefghijklm"),
    ("Authorization: Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"),
]

PLAIN = [
    "order 4111111111111111",
    "card 4111 1111 1111 1112",
    "phone +86 138 0013 8000",
    "call 415-555-0199",
    "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
    "id 550e8400-e29b-41d4-a716-446655440000",
    "PROJ-123 and key PROJ-123, ERR_TOKEN_EXPIRED, token invalid",
    "token: expired",
    "password is incorrect",
    "password reset does not work",
    "密码错误",
    "密码是错误的",
    "primary key: user_id_12345678",
    "timestamp 1700000000000 and 20260318114500123",
    "订单号 4111111111111111",
]


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_a_secret_is_masked_with_a_label(text: str, secret: str) -> None:
    assert secret not in mask(text)
    assert "[masked: " in mask(text)


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_no_secret_stays(text: str) -> None:
    assert mask(text) == text


ASKED = [
    "要求修改密码：全部管理员",
    "要求修改密码：admin、finance 两个账号",
    "已要求客户重置密码：10:05",
    "要求修改密码：T-1204",
    "要求修改密码：security@def.example",
    "要求用户更换密码，改用 OAuth2 登录",
    "We asked them to change the password: finance, admin",
    "We asked them to change the password: everyone in billing",
    "已要求修改密码：kim、lee 两人",
]


@pytest.mark.parametrize("text", ASKED)
def test_a_request_to_change_a_password_holds_none(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "要求修改密码：Summer2026!",
        "请重置密码为 hunter",
        "please change the password to hunter22",
        "We asked them to change the password: sunflower",
        "Kim was told to reset the password: Sunflower.",
        "已要求客户修改密码：sunflower",
        "we asked her to update her password: correct-horse, and she did",
    ],
)
def test_a_password_told_with_the_request_is_masked(text: str) -> None:
    assert "[masked: password]" in mask(text)


PIECES = [
    "4111111111111111", "4012888888881881", "378282246310005", "5555-5555-5555-4444", "12/27", "123", "order ",
    "订单 ", "-", ".", ", ", "curl -u a:", "password: ", "hunter2x", "GB82WEST12345698765432", "token=", "Cookie: a=bcdefgh",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_cards_beside_cards_are_masked_at_once(text: str) -> None:
    once = mask(text)
    assert mask(once) == once


def test_no_card_of_a_list_is_left_over() -> None:
    for between in (".", "-", ", ", " "):
        text = between.join(["4012888888881881", "5555-5555-5555-4444", "378282246310005"] * 4)
        assert not [c for c in mask(text) if c.isdigit()]


@given(st.sampled_from([t for t, _ in SECRETS]), st.sampled_from([t for t, _ in SECRETS]), st.text(max_size=20))
def test_masking_twice_is_masking_once(first: str, second: str, between: str) -> None:
    once = mask(f"{first} {between} {second}")
    assert mask(once) == once
