"""What of a record's own words may be shown to a customer: nothing that is internal, somebody else's, money or blame."""

from __future__ import annotations

import re

from escalation.assessment import Assessment
from escalation.records import Account, Article
from prompts.answer import solution_steps
from prompts.plain import one_line

LONGEST = 90
"""Characters of a subject that is still quoted; what is longer was written as a note."""

_PUBLIC = frozenset({"public", "external", "customer", "customers", "everyone", "anonymous"})
_MONEY = (
    r"[$€£¥￥]\s?\d|\d\s?[$€£¥￥]|\d\s?[kKmM]?\s?(?:USD|EUR|GBP|CNY|RMB|dollars?|euros?)\b|\b(?:USD|EUR|GBP|CNY|RMB)\s?\d"
    r"|\d\s?[万萬亿億]?\s?(?:美元|美金|元|欧元|歐元|人民币|人民幣)"
)
_REVENUE = (
    r"\b(?:ARR|MRR|ACV|TCV|revenue|renew(?:al|als|ing|ed)?|churn(?:ing|ed)?|upsell|downgrade risk|contract value"
    r"|health score|at[- ]risk)\b|续约|續約|续签|續簽|续费|續費|流失|营收|營收|年费|年費|合同额|合約額|健康分"
)
_INTERNAL = (
    r"(?i:\b(?:bug|eng|jira|dev|ops|inc|sup|prob)-\d+)|(?i:\bslack\s+channel)|"
    r"(?i:\binternal(?:ly)?\b(?! (?:server )?error))|[内內]部(?![错錯]|服务器|伺服器)"
    r"|(?<![\w&?/.])[#＃][A-Za-z\u4e00-\u9fff][\w-]+"
)
_BLAME = (
    r"\b(?:blam\w+|fault|culprit|responsible|negligen\w+|incompeten\w+|(?:your|our|his|her|their) mistake|screwed|who broke)\b"
    r"|责任|責任|责怪|責怪|归咎|歸咎|甩锅|背锅|失职|失職|怪罪|都怪"
)
_CAUSE = r"\b(?:because|due to|caused by|root cause|thanks to)\b|因为|因為|由于|由於|导致|導致|引起|原因|根因"
_RATE = r"\d\s?[%％]|\bper ?cent\b|百分之|[一二三四五六七八九]成"
_ADDRESS = r"\w@\w|://|\bwww\."
_RECORD = (
    r"(?<![#＃\w])[#＃]\d{2,}|\b(?i:ticket|case|issue|bug|incident|工单|工單)\s*(?:no\.?|号|號)?\s*[#＃:：]?\s*\d{3,}"
)
_KEYED = re.compile(r"(?<![A-Za-z0-9])([A-Z][A-Z0-9]{0,9})-\d+(?![\w-]*[a-z])")
_STANDARDS = frozenset(
    {
        "UTF",
        "SHA",
        "ISO",
        "RFC",
        "HTTP",
        "TLS",
        "SSL",
        "AES",
        "MD",
        "UTC",
        "GMT",
        "ES",
        "CP",
        "USB",
        "HMAC",
        "RSA",
        "EN",
    }
)
"""Written like a record's id, and none: "UTF-8", "ISO-8601"."""

_NO_PERSON = frozenset({"support", "agent", "system", "bot", "admin", "team"})
_SOMEBODY = (
    r"\b[A-Z][\w&.-]+[\s/]+(?:T|Tier|L|P|S|Sev)[- ]?\d\b|(?i:\btier\s?\d\b|\bsev-?\d\b)|\bP[0-4]\b"
    r"|(?i:\bother (?:customers?|clients?|accounts?|tenants?)\b|\b(?:has|have|sees?) (?:this|it|the same) too\b)"
    r"|[A-Z]\w+ (?:LLC|Inc|Ltd|Corp|GmbH|PLC)\b|[A-Z][a-z]+(?:['’]s \w+)? broke\b"
    r"|(?:其他|别的|別的|另[外一]\w?)[个個家位]?(?:客户|客戶|公司)"
    r"|\b(?i:same (?:\w+ )?as|just like|as with|also (?:at|for|hits|affects))\s+(?i:at |for |in )?[A-Z]\w+"
    r"|[和跟与與同][^，。,]{1,15}(?:一样|一樣|相同|同样|同樣)"
)
_NEVER = re.compile("|".join((f"(?i:{_MONEY}|{_REVENUE}|{_BLAME})", _INTERNAL, _RECORD, _SOMEBODY)))
_IN_A_SUBJECT = re.compile(f"(?i:{_CAUSE}|{_RATE}|{_ADDRESS})")
_LEGAL = re.compile(
    r"(?i)[\s,]*\b(?:inc|ltd|llc|corp(?:oration)?|gmbh|co|company|plc|group|sa|ag)\b\.?|(?:股份)?有限公司|科技|集团|集團|公司"
)


def subject_for(assessment: Assessment, subject: str) -> str | None:
    """`subject` on one line when a customer may read it back, else None: a text may always do without it (domain.md §11)."""
    text = one_line(subject)
    if not text or len(text) > LONGEST or _IN_A_SUBJECT.search(text) or not _fit(text, assessment):
        return None
    return text


def solution_for(assessment: Assessment) -> tuple[str | None, tuple[str, ...], Article | None]:
    """Title and steps of the solution when its article is public and every line of it is fit for the customer.

    A step left out would make the others wrong, so one unfit step leaves out all.
    """
    article = assessment.solution
    if article is None or (article.visibility or "").lower() not in _PUBLIC:
        return None, (), None
    steps = solution_steps(article)
    if not all(_fit(one_line(step), assessment) for step in steps):
        return None, (), None
    return one_line(article.title) if _fit(one_line(article.title), assessment) else None, steps, article


def _fit(text: str, assessment: Assessment) -> bool:
    own = assessment.account
    spoken = text.replace(own.name, "you") if own and own.name else text
    if _NEVER.search(spoken) or any(found[1] not in _STANDARDS for found in _KEYED.finditer(text)):
        return False
    lowered = text.casefold()
    return not any(_stands(name, lowered) for name in _foreign(assessment))


def _stands(name: str, lowered: str) -> bool:
    if not name.isascii():
        return name in lowered
    return re.search(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])", lowered) is not None


def _foreign(assessment: Assessment) -> set[str]:
    """Case-folded names that are not this customer's: other customers, colleagues, and the ids of our records."""
    own = assessment.account
    others = [each for each in assessment.affected if own is None or each.id != own.id]
    ours = _names(own) if own else set[str]()
    names = {name for other in others for name in _names(other)} - ours
    accounts = (*others, *((own,) if own else ()))
    people = {assessment.reported_by, *(account.csm for account in accounts)}
    people |= {c.author for m in assessment.matched for c in m.ticket.comments if c.role in {"agent", "internal"}}
    ids = {id for _, listed in assessment.cited for id in listed} | {m.ticket.id for m in assessment.matched}
    known = names | {text for text in (*people, *ids) if text}
    return {text.casefold() for text in known if len(text) > 1} - _NO_PERSON


def _names(account: Account) -> set[str]:
    """The ways a customer is called: name and aliases, without the legal form, and the first word when it is long enough."""
    called: set[str] = set()
    for name in (account.name, *account.aliases):
        short = _LEGAL.sub("", one_line(name)).strip(" ,（()）")
        first = short.split(" ")[0]
        called |= {one_line(name).casefold(), short.casefold()}
        called |= {first.casefold()} if len(first) >= (4 if first.isascii() else 2) else set()
    return called - {""}
