"""Which kinds of data a security matter is about, told by the words of those who report and check it."""

from __future__ import annotations

import re

DATA: dict[str, str] = {
    "bank": r"\b(?:bank (?:details?|accounts?|data)|iban|account numbers?|credit cards?|card (?:numbers?|data)|payee)\b"
    r"|银行|收款(?:账|帐)|付款(?:账|帐)|卡号",
    "credentials": r"\b(?:leak|expos|publish|visible|plain text)\w*\b[^.]{0,40}\b(?:passwords?|keys?|tokens?|secrets?)\b"
    r"|\b(?:passwords?|keys?|tokens?|secrets?|credentials?)\b[^.]{0,30}\b(?:leak|expos|publish|visible|plain text)\w*"
    r"|(?:密码|密钥|令牌|凭据)[^，。]{0,8}(?:泄露|泄漏|外泄|公开|明文|暴露)|(?:泄露|泄漏|暴露)[^，。]{0,8}(?:密码|密钥|令牌|凭据)",
    "staff": r"\b(?:employees?|staff|payroll|personnel|salar(?:y|ies)|rosters?|nurses?|former (?:drivers?|employees?)"
    r"|mitarbeiter\w*|salariés?)\b|员工|人事|工资|薪资|排班|雇员",
    "health": r"\b(?:patients?|medical|health (?:data|records?)|sick (?:notes?|leave)|diagnos\w+|prescriptions?)\b"
    r"|病假|病历|患者|医疗记录|健康(?:信息|数据)",
    "biometric": r"\b(?:fingerprints?|biometric\w*|face (?:scans?|templates?)|empreintes?|gabarits?|fingerabdr\w+)\b"
    r"|指纹|人脸|生物特征",
    "identity": r"\b(?:passports?|identity (?:cards?|documents?|papers?)|id cards?|driving licen[cs]es?|national id\w*"
    r"|driver['’]?s licen[cs]es?|visas?|social security|personalausweis\w*|reisep(?:ass|ässe)\w*|passeports?)\b"
    r"|护照|身份证|证件|驾照|通行证",
    "location": r"\b(?:location (?:data|history)|positions?|gps|live (?:trips?|map)|standortdaten)\b"
    r"|位置|定位|轨迹|行程",
    "contact": r"\b(?:names?|(?:street|home|e-?mail|postal) address(?:es)?|phones?|phone numbers?|consignees?|signatures?)\b"
    r"|\b(?:guests?|customers?|clients?|members?|drivers?|passengers?|pupils?|students?|users?|contacts?) lists?\b"
    r"|(?:客人|住客|宾客|旅客|客户|会员|乘客|司机|学员|用户|联系人)(?:名单|列表)|姓名|住址|收货地址|电话|手机号|联系方式|签名|收件人",
    "prices": r"\b(?:prices?|contract prices|contracts?|quotes?)\b|合同价|价格|合同|报价",
    "documents": r"\b(?:invoices?|credit notes?|documents?|statements?|shipments?|parcels?|(?<!formal )(?<!court )orders?)\b"
    r"|发票|文件|单据|报表|货件|订单|运单",
}
"""From the gravest to the most everyday. The words are over a folded text."""

_RULES = {kind: re.compile(words) for kind, words in DATA.items()}


def data_kinds(plain: str) -> tuple[str, ...]:
    """The kinds that a folded text (`uncover(...).text`) names, gravest first."""
    return tuple(kind for kind, rule in _RULES.items() if rule.search(plain))
