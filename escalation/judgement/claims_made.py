"""What the issue text claims about numbers and segments, to be held against the records."""

from __future__ import annotations

import re
from dataclasses import dataclass

NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "兩": 2,
}  # fmt: skip
_COUNT = r"(\d{1,4}|" + "|".join(NUMBERS) + r")"
_CUSTOMERS = r"(?:customers?|clients?|companies|organi[sz]ations|tenants?)"
_ACCOUNTS = r"(?:(?:customer|enterprise|paying|affected|client) )?accounts"
_COUNTED = (
    re.compile(rf"\b{_COUNT}\s+(?:\w+\s+){{0,2}}?{_CUSTOMERS}\b", re.IGNORECASE),
    re.compile(rf"\b{_COUNT}\s+{_ACCOUNTS}\b", re.IGNORECASE),
    re.compile(rf"{_COUNT}\s*(?:个|位|家|個)?\s*(?:企业|专业版|大)?(?:客户|客戶|企业用户|公司|帐户|账户|租户)"),
)
_PLAN_EN = r"(enterprise|professional|pro|business|team|starter|free|trial|premium)"
_ALL = (
    re.compile(
        rf"\b(?:all|every|each)\s+(?:of\s+)?(?:our\s+|the\s+)?(?:{_PLAN_EN}\s+)?(?:{_CUSTOMERS}|users?|tenants?)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:所有|全部|全体|全體|每个|每個)(?:的)?\s*(企业版?|企業版?|专业版?|專業版?|试用|試用|免费|免費)?\s*(?:客户|客戶|用户|用戶|账号|帳號|租户)"
    ),
    re.compile(r"\b(everyone|everybody)\b", re.IGNORECASE),
)
_PLAN_IDS = {
    "企业": "enterprise",
    "企業": "enterprise",
    "专业": "professional",
    "專業": "professional",
    "试用": "trial",
    "試用": "trial",
    "免费": "free",
    "免費": "free",
    "pro": "professional",
}


@dataclass(frozen=True)
class ClaimsMade:
    """`customers`: a claimed count; `scope`: "all" or the plan of a claimed segment; both None when nothing is claimed."""

    customers: int | None = None
    scope: str | None = None


def claims_made(text: str) -> ClaimsMade:
    """Reads "3 customers", 「三家客户」, "all Enterprise customers", 「所有企业客户」."""
    return ClaimsMade(_count(text), _scope(text))


_EVERY_CUSTOMER = re.compile(
    rf"\b(?:all|every|each)\s+(?:of\s+)?(?:our\s+|the\s+)?(?:{_PLAN_EN}\s+)?{_CUSTOMERS}\b"
    r"|(?:所有|全部|全体|全體|每个|每個|每家)(?:的)?\s*(?:企业版?|企業版?|专业版?|專業版?|试用|試用|免费|免費)?\s*(?:客户|客戶|租户|公司)",
    re.IGNORECASE,
)


def of_customers(text: str) -> bool:
    """Whether it claims all customers, and not only everybody at the one it names ("rejects everyone", "all users")."""
    return _EVERY_CUSTOMER.search(text) is not None


def _count(text: str) -> int | None:
    for pattern in _COUNTED:
        for found in pattern.finditer(text):
            word = found.group(1).lower()
            number = int(word) if word.isdigit() else NUMBERS[word]
            if number > 1:
                return number
    return None


def _scope(text: str) -> str | None:
    for pattern in _ALL:
        if found := pattern.search(text):
            plan = (found.group(1) or "").lower().removesuffix("版")
            if plan in {"everyone", "everybody", ""}:
                return "all"
            return _PLAN_IDS.get(plan, plan)
    return None
