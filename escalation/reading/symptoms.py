"""Symptoms that tie reports of one fault together: error texts and codes, endpoints, versions, ids of records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from escalation.reading.bare import ids_in_addresses
from escalation.text.folding import fold, simplified

_QUOTED = re.compile(
    r"「([^」\n]{3,160})」|『([^』\n]{3,160})』|“([^”\n]{3,160})”|\"([^\"\n]{3,160})\"|‘([^’\n]{3,160})’"
    r"|`([^`\n]{3,160})`"
    r"|【([^】\n]{3,160})】|\[([^\]\n]{6,160})\]|(?<!\w)'([^'\n]{4,160})'(?!\w)"
)
_SOUNDS_LIKE_ERROR = re.compile(
    r"(?i)fail|error|exception|invalid|denied|unable|can(?:no|')t|could not|couldn't|time[d ]?-?out"
    r"|expired|not found|unauthor|forbidden"
    r"|unavailable|try again|went wrong|refused|exceeded|not allowed|missing|corrupt|unexpected"
    r"|not supported|conflict|mismatch|too many"
    r"|失败|错误|异常|超时|无法|不能|稍后|重试|无效|过期|拒绝|不可用|未找到|找不到|不存在|出错|有误|中断"
    r"|繁忙|受限|超出|不支持|没有权限|无权"
)
_SAID_AS_ERROR = re.compile(
    r"(?i)(?:errors?|message|saying|says?|reads?|shows?|showing|throws?|throwing|fails? with|gets?|pop-?up|toast"
    r"|报错?|报的是|提示(?:语|信息|是)?|显示|弹出|弹窗|错误(?:信息|是)?|抛出|返回|日志)[\s:：,，是为a-z]{0,10}$"
)
_CLASS = re.compile(r"\b[A-Z][A-Za-z0-9]*(?:Exception|Error|Fault)\b")
_CODE = re.compile(
    r"\b(?:[A-Z]+_)*(?:ERR|ERROR|FAIL|FAILED|FAILURE|TIMEOUT|INVALID|DENIED|EXPIRED|EXCEEDED|UNAVAILABLE"
    r"|REFUSED|NOT_FOUND|CONFLICT)(?:_[A-Z0-9]+)+\b"
    r"|\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:ERR|ERROR|FAIL|FAILED|FAILURE|TIMEOUT|INVALID|DENIED|EXPIRED"
    r"|EXCEEDED|UNAVAILABLE|REFUSED|NOT_FOUND|CONFLICT|MISMATCH|LOST|EXHAUSTED|REJECTED|ABORTED|BLOCKED|MISSING|UNKNOWN"
    r"|CORRUPT(?:ED)?|LOCKED|OVERFLOW|UNREACHABLE|RESET|THROTTLED|FORBIDDEN|UNAUTHORIZED|DUPLICATE|UNSUPPORTED)\b"
    r"|\bORA-\d{4,5}\b|\bAADSTS\d{4,}\b|\b0x[0-9A-Fa-f]{6,8}\b|\bSQLSTATE\W{0,2}\w{5}\b|\bE(?:CONN\w+"
    r"|TIMEDOUT|PIPE|NOTFOUND|ACCES)\b"
)
_NAMED_CODE = re.compile(
    r"(?i:error\s*(?:code|no\.?|number)|errcode|fault code|错误(?:代)?码|报错代码|错误编号"
    r"|错误号)\s*[:：#=是为]?\s*(?:is\s+)?"
    r"([A-Za-z]{0,8}[-_]?\d{2,6}|[A-Z]{2,8}-\d{1,6})(?![\w-])"
    r"|(?i:\berror)\s+((?:[A-Z]{1,8}-?)\d{2,6})\b"
)
_STATUS = re.compile(
    r"(?i)http(?:/[\d.]+)?(?:\s*(?:status|error|code|状态码?|错误码?))*\s*[:：]?\s*([45]\d\d|5xx|4xx)s?(?!\d)"
    r"|(?<![\d.$¥€#-])(?<!\d,)([45]\d\d|5xx|4xx)(?:s\b|\s*(?:-\s*)?(?:http )?(?:errors?\b|err\b|internal"
    r"|responses?\b|status\b|bad gateway|gateway|service un|too many"
    r"|not found|forbidden|unauthori|exceptions?\b|错误|报错|状态码?|响应|异常|的错))"
    r"|(?:返回(?:了|的)?|报(?:出|了|错)?|出现(?:了)?|抛(?:出)?(?:了)?|提示|响应|状态码?(?:是|为)?"
    r"|错误码?(?:是|为)?|全是|都是"
    r"|\b(?:returns?|returning|returned|throws?|throwing|gives?|giving|gave|gets?|getting|got"
    r"|status(?: code)?|code|errors?(?: of| with)?|respond(?:s|ing|ed)? with|fail(?:s|ing|ed)? with"
    r"|receiv\w+|see(?:s|ing)?|a|an)\b"
    r"|->|=>|→)(?:\s+(?:an?|us|me|them|random|intermittent|http|lots of|many|error"
    r"|code))*\s*[:：'\"“「(]?\s*([45]\d\d|5xx|4xx)(?!\d|[.,]\d"
    r"|\s*(?:rows?|users?|customers?|records?|emails?|orders?|tickets?|seats?|items?|files?|people|usd"
    r"|dollars|ms|mb|gb|kb|hours?|minutes?|days?|lines?|entries|contacts|credits|k\b|%"
    r"|[个条位名人家万元行份次张台分秒]))"
)
_PHRASES = (
    (re.compile(r"(?i)\binternal server errors?\b|服务器内部错误|内部服务器错误"), "http 500"),
    (re.compile(r"(?i)\bbad gateway\b|网关错误"), "http 502"),
    (re.compile(r"(?i)\bservice (?:temporarily )?unavailable\b|服务(?:暂时)?不可用"), "http 503"),
    (re.compile(r"(?i)\bgateway time-?\s?out\b|网关超时"), "http 504"),
    (re.compile(r"(?i)\btoo many requests\b|请求过于频繁|请求过多"), "http 429"),
)

_PUNCTUATION = str.maketrans("，、。：；！？", ",,.:;!?")

_PATH = re.compile(
    r"(?:\b(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+(?:https?://[^\s/]+)?|(?<![\w.:/<)*-])"
    r"|https?://[^\s/]+)(/[A-Za-z{][\w{}:.~%-]*(?:/[\w{}:.~%*-]+)*)",
    re.ASCII,  # a path ends where Chinese text goes on
)
_NOT_API = re.compile(
    r"^/(?:var|etc|usr|home|tmp|opt|users|mnt|dev|bin|lib|proc|root|srv|or|and|a)\b|\.(?:log|txt|png|jpe?g"
    r"|csv|pdf|html?|js|css|zip|xlsx?|docx?)$",
    re.IGNORECASE,
)
_API = re.compile(r"^/(?:api|v\d|graphql|oauth|rest|webhooks?|scim|saml|sso|auth|rpc|internal)\b", re.IGNORECASE)
_ID_SEGMENT = re.compile(r"/(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\{[^}/]*\}|:\w+|[a-z]{2,4}_\w*\d\w*)(?=/|$)")

_VERSION = re.compile(
    r"(?i)(?:(?<![\w/.])v|\b(?:version|ver|release|build|sdk|app|client|agent|plugin|connector|firmware"
    r"|desktop|mobile)\s*:?\s*(?:version\s*)?v?"
    r"|(?:版本|客户端|插件|桌面端|移动端)(?:号)?\s*[:：是为]?\s*v?)(\d+(?:\.\d+){0,3})(?!\d|\.\d|\s*(?:%"
    r"|users?|hours?|个|人|位|天))"
    r"|(?<![\w./$¥€])(\d+\.\d+\.\d+)(?![\w.]*\d)(?!\s*%)|(?<![\w./])(\d+\.\d+(?:\.\d+)?)\s*(?:版本?|release)"
    r"|(?:\b(?:since|update to|updated to|upgraded? to|after)\s+|(?:升级|更新)(?:到|至)?\s*)(\d+\.\d+(?:\.\d+){0,2})(?!\s*%)",
    re.ASCII,
)
_DIGIT = re.compile(r"[0-9]")
_OTHER_PRODUCT = re.compile(
    r"(?i)(?:chrome|firefox|safari|edge|opera|ios|ipados|android|windows|mac\s?os(?: x)?|ubuntu|debian"
    r"|python|node(?:\.js)?|java|jdk|php|ruby|go|postgres\w*|mysql|excel|tls|http|openssl|谷歌浏览器"
    r"|浏览器|微信)"
    r"(?: browser| version)?\s*(?:版本)?[\s/]*$"
)

_RECORD_ID = re.compile(r"(?<![\w/-])([A-Za-z][A-Za-z0-9]{1,9}-\d{1,8}|[A-Za-z]-\d{3,8})(?![\w-])")
_NOT_RECORD = re.compile(
    r"(?i)(?:utf|iso|sha|http|https|covid|gpt|rfc|tls|utc|gmt|cve|ora|ipv|mp|md|aes|win|h|web|soc|top"
    r"|level|tier|p|sev|step|v|error|err|pre|us|eu|part|phase|form|office|b2b|24x|x|code)-\d+$|q-\d$|e-\d+$|[abm]-3\d\d$"
)
_HASH_ID = re.compile(r"(?<![\w&/])#(\d{2,9})(?![\w])")
_SAID_ID = re.compile(
    r"(?i)(?:\b(?:tickets?|case|issue|request)|工单|案例)\s*(?:id|no\.?|number|号"
    r"|编号)?\s*[:：#]?\s*#?(\d{3,9})(?![\w-])"
)


def error_strings(text: str) -> list[str]:
    """Errors quoted or coded in the text, in the order they stand, each once, normalised to compare across typography.

    "HTTP 500", "500 errors" and 「返回500」 are all "http 500"; quoted messages are folded, without their end punctuation.
    """
    plain = simplified(text)
    return _unique(sorted(_errors(plain), key=lambda found: found[0]))


# What every match of a pattern holds: a text without it, as most are, need not be searched letter by letter.
_QUOTES = re.compile("[「『“\"‘`【\\[']")
_ENDINGS = ("Exception", "Error", "Fault")
_IN_CODES = ("_", "ORA-", "AADSTS", "0x", "SQLSTATE", "ECONN", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EACCES")
_IN_NAMED_CODES = ("err", "fault", "错误", "报错")
_IN_PHRASES = ("erver err", "ateway", "unava", "oo many", "错误", "网关", "不可用", "频繁", "过多")
_IN_STATUS = re.compile(r"(?i)[45](?:\d\d|xx)")


def _errors(text: str) -> Iterator[tuple[int, str]]:
    lowered = text.lower()
    for m in _QUOTED.finditer(text) if _QUOTES.search(text) else ():
        words = next(g for g in m.groups() if g)
        if _SOUNDS_LIKE_ERROR.search(words) or _SAID_AS_ERROR.search(text[max(0, m.start() - 30) : m.start()]):
            yield m.start(), _status_of(words) or normalised(words)
    if _any(_ENDINGS, text):
        yield from ((m.start(), m.group().lower()) for m in _CLASS.finditer(text) if m.group() != "Error")
    if _any(_IN_CODES, text):
        yield from ((m.start(), m.group().lower()) for m in _CODE.finditer(text))
    for m in _NAMED_CODE.finditer(text) if _any(_IN_NAMED_CODES, lowered) else ():
        code = (m.group(1) or m.group(2)).lower()
        yield m.start(), f"http {code}" if re.fullmatch(r"[45]\d\d", code) else f"code {code}"
    if _IN_STATUS.search(text):
        yield from ((m.start(), f"http {next(g for g in m.groups() if g).lower()}") for m in _STATUS.finditer(text))
    for phrase, name in _PHRASES if _any(_IN_PHRASES, lowered) else ():
        yield from ((m.start(), name) for m in phrase.finditer(text))


def _any(parts: tuple[str, ...], text: str) -> bool:
    return any(map(text.__contains__, parts))


def _status_of(words: str) -> str | None:
    """The status when the quotation is nothing but a status: "500 Internal Server Error", "Bad Gateway"."""
    if len(words) > 40:
        return None
    if m := _STATUS.search(words):
        return f"http {next(g for g in m.groups() if g).lower()}"
    return next((name for phrase, name in _PHRASES if phrase.fullmatch(words.strip(" .!。！"))), None)


def normalised(message: str) -> str:
    """A message as it compares: folded, spaces collapsed, Chinese commas and stops as ASCII, no punctuation at the end."""
    folded = fold(message).translate(_PUNCTUATION)
    folded = re.sub(r"\s+", " ", folded)
    return re.sub(r"\s*([,.:;!?])\s*", r"\1 ", folded).strip(" .,!?:;…~")


def endpoints(text: str) -> list[str]:
    """API paths named in the text: lower case, without host, query or end punctuation; ids in a path become "{id}"."""
    found: list[str] = []
    for m in _PATH.finditer(text) if "/" in text else ():
        path = m.group(1).rstrip(".:,")
        whole = m.group()
        spoken = whole.startswith(("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"))
        likely = spoken or _API.match(path) or (path.count("/") > 1 and not whole.startswith("http"))
        if likely and not _NOT_API.search(path):
            found.append(_ID_SEGMENT.sub("/{id}", path.lower()))
    return list(dict.fromkeys(found))


def versions(text: str) -> list[str]:
    """Versions of the product and its parts ("4.2.1"); those of browsers, systems and languages are left out."""
    if not _DIGIT.search(text):
        return []
    found = [
        next(g for g in m.groups() if g)
        for m in _VERSION.finditer(text)
        if not _OTHER_PRODUCT.search(text[max(0, m.start() - 24) : m.start()])
    ]
    return list(dict.fromkeys(found))


def ticket_like_ids(text: str) -> list[str]:
    """Ids of records named in the text: "TK-1042" as the sources spell it (upper case), "#1042" and "ticket 1042" as "1042"."""
    found = [(m.start(), m.group(1).upper()) for m in _RECORD_ID.finditer(text) if not _NOT_RECORD.match(m.group(1))]
    found += ids_in_addresses(text)
    found += [(m.start(), m.group(1)) for m in (*_HASH_ID.finditer(text), *_SAID_ID.finditer(text))]
    return _unique(sorted(found))


def alone(code: str) -> re.Pattern[str]:
    """Finds a code where it stands by itself, in whatever case, and not as a part of a longer one."""
    return re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])", re.IGNORECASE)


def _unique(found: Iterable[tuple[int, str]]) -> list[str]:
    return list(dict.fromkeys(value for _, value in found))
