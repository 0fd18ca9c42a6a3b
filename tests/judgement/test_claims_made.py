"""What an issue's text claims about how many and whom."""

import pytest

from escalation.judgement.claims_made import claims_made


@pytest.mark.parametrize(
    ("text", "customers", "scope"),
    [
        ("Data export is missing rows — 3 customers reported this week", 3, None),
        ("数据导出丢失行——本周已有3位客户反馈", 3, None),
        ("已有三家客户反馈導出缺行", 3, None),
        ("兩位客戶回報登入失敗", 2, None),
        ("five enterprise customers cannot log in", 5, None),
        ("SSO login loop affecting all Enterprise customers", None, "enterprise"),
        ("SSO登录循环影响所有企业客户", None, "enterprise"),
        ("SSO 登入循環影響所有企業客戶", None, "enterprise"),
        ("all users get a blank page", None, "all"),
        ("everyone is locked out", None, "all"),
        ("API returning 500 errors for Acme Corp", None, None),
        ("one customer cannot export 3 rows", None, None),
        ("500 errors for a customer", None, None),
        ("Unknown logins to two adviser accounts at Kestrel Bank", None, None),
        ("three enterprise accounts are down", 3, None),
    ],
)
def test_counts_and_segments_are_read_as_claims(text: str, customers: int | None, scope: str | None) -> None:
    made = claims_made(text)
    assert (made.customers, made.scope) == (customers, scope)
