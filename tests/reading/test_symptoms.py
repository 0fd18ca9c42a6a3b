"""The same error compares equal across languages and typography."""

from __future__ import annotations

import pytest

from escalation.reading.symptoms import endpoints, error_strings, ticket_like_ids, versions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("API returning 500 errors intermittently for Acme Corp", ["http 500"]),
        ("Acme Corp的API间歇性返回500错误", ["http 500"]),
        ("Acme Corp的API間歇性返回500錯誤", ["http 500"]),
        ("HTTP 500", ["http 500"]),
        ('"500 Internal Server Error"', ["http 500"]),
        ("we got a 503 Service Unavailable", ["http 503"]),
        ("NullPointerException at Foo.java", ["nullpointerexception"]),
        ("ERR_CONNECTION_REFUSED", ["err_connection_refused"]),
        ("错误码：E1042", ["code e1042"]),
        ("getting 500 rows", []),
        ("exports 500 users", []),
        ('the plan "Enterprise" is fine', []),
    ],
)
def test_errors_are_found_in_one_form(text: str, expected: list[str]) -> None:
    assert error_strings(text) == expected


def test_a_message_compares_equal_in_any_typography() -> None:
    forms = {
        error_strings(t)[0]
        for t in ("提示「同步失败,请稍后重试」", "「同步失败，请稍后重试。」", "“同步失敗，請稍後重試”")
    }
    assert len(forms) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("POST /v2/exports?limit=5 fails", ["/v2/exports"]),
        ("500s on /api/v1/users/123/items.", ["/api/v1/users/{id}/items"]),
        ("https://api.example.com/v1/tasks", ["/v1/tasks"]),
        ("see /var/log/app.log and/or 2/3", []),
    ],
)
def test_endpoints_are_paths_without_ids(text: str, expected: list[str]) -> None:
    assert endpoints(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("app 4.2.1 on iOS 17.2", ["4.2.1"]),
        ("Chrome 126.0.1", []),
        ("v3.2", ["3.2"]),
        ("使用版本 5.1", ["5.1"]),
        ("/v2/exports", []),
        ("4.5 hours", []),
    ],
)
def test_versions_are_those_of_the_product(text: str, expected: list[str]) -> None:
    assert versions(text) == expected


def test_record_ids_are_told_from_standards() -> None:
    assert ticket_like_ids("T-48149 再次出现, not T-1, A-320 or e-1042") == ["T-48149"]
    assert ticket_like_ids("Q-130 and b-204; Q-3 numbers, M-365 and v-100 are none") == ["Q-130", "B-204"]
    assert ticket_like_ids("see TK-1042, #4411, ticket 9981, UTF-8, SHA-256, tk-77") == [
        "TK-1042",
        "4411",
        "9981",
        "TK-77",
    ]
