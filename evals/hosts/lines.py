"""Lines that a person types: the eight that must start an escalation, and ten near them that must not."""

from __future__ import annotations

TYPED = (
    "API returning 500 errors intermittently for Acme Corp",
    "Data export is missing rows — 3 customers reported this week",
    "SSO login loop affecting all Enterprise customers",
    "Customer threatening to churn over missing audit log feature",
    "Acme Corp的API间歇性返回500错误",
    "数据导出丢失行——本周已有3位客户反馈",
    "SSO登录循环影响所有企业客户",
    "客户因缺少审计日志功能威胁流失",
)

NEAR_MISSES = (
    "Explain privilege escalation in Linux capabilities",
    "What does HTTP status 500 mean?",
    "Write a welcome mail for a new customer",
    "Upgrade our workspace to the Enterprise plan",
    "Add an audit log table to the database schema",
    "把 Node.js 升级到 24",
    "数据库升级脚本怎么写？",
    "把这段客户访谈翻译成英文",
    "导出 CSV 的函数怎么写？",
    "500 这个状态码是什么意思？",
)
