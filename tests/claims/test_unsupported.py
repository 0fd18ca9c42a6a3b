"""What is invented is found, with the reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Judge = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "span", "reason"),
    [
        ("3 customers are affected", "3", "figure_unknown"),
        ("三家客户受影响", "三", "figure_unknown"),
        ("2 incidents happened", "2", "other_noun"),
        ("30,000 customers", "30,000", "other_noun"),
        ("XYZ lost 1,204 rows", "1,204", "other_customers"),
        ("A dozen users", "A dozen", "figure_unknown"),
        ("They called twice", "twice", "other_noun"),
        ("15 Enterprise customers", "15", "figure_unknown"),
        ("XYZ 科技 ($180,000)", "$180,000", "other_customers"),
        ("Acme Corp and XYZ 科技 have ARR of $240,000 and $180,000 respectively", "$240,000", "other_customers"),
        ("ARR at risk $430,000", "$430,000", "money_unknown"),
        ("风险收入24万元", "24万元", "other_currency"),
        ("€240k", "€240k", "other_currency"),
        ("XYZ has ARR of $15,000", "$15,000", "other_role"),
        ("Together $240,000", "$240,000", "other_customers"),
        ("25% of calls fail", "25%", "percentage_unknown"),
        ("about 13% of calls", "13%", "percentage_unknown"),
        ("三成的调用失败", "三成", "percentage_unknown"),
        ("on 21 November", "21 November", "date_unknown"),
        ("2026年11月22日", "2026年11月22日", "date_unknown"),
        ("Acme renews on 2026-12-01", "2026-12-01", "other_customers"),
        ("XYZ renews on 20 November", "20 November", "other_role"),
        ("on 2026-02-30", "2026-02-30", "date_unknown"),
        ("by Tuesday", "Tuesday", "weekday_unknown"),
        ("stopped at 15:00", "15:00", "time_unknown"),
        ("stopped at 14:00Z", "14:00Z", "time_unknown"),
        ("Acme saw it at 06:00Z", "06:00Z", "other_customers"),
        ("on 18 November 14:00", "14:00", "time_unknown"),
        ("at 12 am", "12 am", "time_unknown"),
        ("凌晨12点开始", "凌晨12点", "time_unknown"),
        ("下午3点半", "下午3点半", "time_unknown"),
        ("down for 9 hours", "9 hours", "duration_unknown"),
        ("XYZ waited 90 minutes", "90 minutes", "other_customers"),
        ("停了半天", "半天", "duration_unknown"),
        ("for half an hour", "half an hour", "duration_unknown"),
        ("it took an hour", "took an hour", "duration_unknown"),
        ("“同步失败，请重新登录”", "“同步失败，请重新登录”", "quotation_unknown"),
        ("“重试……同步失败”", "“重试……同步失败”", "quotation_unknown"),
        ('Acme said "lose data"', '"lose data"', "quotation_cut"),
        ('Acme said "our team of about 50"', '"our team of about 50"', "quotation_of_other"),
        ("see T-1003", "T-1003", "identifier_unknown"),
        ("XYZ's T-1002", "T-1002", "other_customers"),
        ("工单-2012", "工单-2012", "identifier_unknown"),
        ("https://x.example/1", "https://x.example/1", "identifier_unknown"),
        ("on /v3/sync", "/v3/sync", "identifier_unknown"),
        ("from 10.0.0.1", "10.0.0.1", "identifier_unknown"),
        ("503 errors", "503", "identifier_unknown"),
        ("since 4.18.3", "4.18.3", "identifier_unknown"),
        ("cited [E9]", "[E9]", "citation_unknown"),
        ("cited [E7–E8]", "[E7–E8]", "citation_unknown"),
        ("Globex Inc too", "Globex Inc", "customer_of_other"),
        ("Summit too", "Summit", "customer_of_other"),
        ("晨星物流也一样", "晨星物流", "customer_of_other"),
        ("Umbrella Corp too", "Umbrella Corp", "customer_unknown"),
        ("客户雅达科技反馈", "雅达科技", "customer_unknown"),
    ],
)
def test_inventions_are_found_with_their_reason(found: Judge, text: str, span: str, reason: str) -> None:
    assert (span, reason) in [(each, why) for each, why in found(text)]
