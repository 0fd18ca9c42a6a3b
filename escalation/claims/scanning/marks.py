"""Marks: citations and identifiers, from ticket ids and error codes to addresses and versions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.claims.fold import words
from escalation.claims.found import Claim
from escalation.claims.lazy import Lazy

_CITATION = Lazy(r"\[\s*E\d{1,12}(?:\s*[,;、–—-]\s*E?\d{1,12})*\s*\]", re.I)
_OF_THE_RECORD = Lazy(r"\[R(\d{1,12})\]", re.I)
"""What the escalation's own record holds is cited by its event."""
_CITED = Lazy(r"E?(\d+)(\s*[-–—]\s*)?", re.I)
_FORMS = tuple(
    Lazy(pattern, flags)
    for pattern, flags in (
        (r"https?://[^\s<>()\"'，。；、）」』”\]\x01]+", re.I),
        (r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", re.A),
        (r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?(?![\w.])", re.A),
        (
            r"(?<![A-Za-z0-9_/.])(?:/[A-Za-z0-9_{}:.\-]*[A-Za-z_{}][A-Za-z0-9_{}:.\-]*){1,}(?:/\d+)*(?:\?[\w=&%\-]+)?",
            re.A,
        ),
        (r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.I),
        (
            r"(?<![\w.])v\d+(?:\.\d+)*(?:-[a-z]+\.?\d*)?\b|(?<![\w.$€£¥:])\d+\.\d+\.\d+(?:[\-.][a-z0-9]+)*(?![\w])",
            re.I | re.A,
        ),
        (r"(?<![\w\-])[^\W\d_]+(?:[-_][^\W_]+)*[-_]\d+(?:-\d+)*(?![\w])", 0),
        (r"(?<![A-Za-z0-9_\-])[A-Za-z]+(?:[-_][A-Za-z0-9]+)*[-_]\d+(?:-\d+)*(?![A-Za-z0-9_])", re.A),
        # req_7f31c2: letters and digits mixed behind the joint.
        (
            r"(?<![A-Za-z0-9_\-])[A-Za-z][A-Za-z0-9]*[-_](?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{4,}(?![A-Za-z0-9_])",
            re.A,
        ),
        (r"(?<![A-Za-z0-9_])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![A-Za-z0-9_])", re.A),
        (r"(?<![\w&])#\d{2,}\b", re.A),
        (
            r"(?:(?<=ticket )|(?<=tickets )|(?<=case #)|(?<=案例)|(?<=工单)|(?<=工单 )|(?<=工单号))#?\d{3,}(?!\s?[张个家位名])\b",
            re.I | re.A,
        ),
        (r"(?<![A-Za-z0-9_.$€£¥])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{3,}(?![A-Za-z0-9_])", re.A),
        (r"(?<![A-Za-z0-9_.$€£¥])[A-Z]\d+(?![A-Za-z0-9_])", re.A),
    )
)
_STATUS = Lazy(
    r"(?:\b(?:http|status|error|errors|code|returns?|returned|returning)|状态码|错误码|返回|报错?)[ :]*"
    r"(?:code |an? |http )?(?P<a>[45]\d\d)(?![\d,.]*\d|%)"
    r"|(?<![\d.,$])(?P<b>[45]\d\d)s?(?= ?(?:errors?|responses?|status|错误|报错|响应|状态))|(?<![\d.,$])(?P<c>[45]\d\d)s\b",
    re.I,
)
# Words of the trade name no record.
_TRADE = Lazy(
    r"l[0-4]|p[0-5]|s[0-4]|sev-?[0-5]|q[1-4]|h[12]|tier-\d|[ob]2[bc]|oauth-?2|saml-?2|http-?[123]|utf-?\d+|ipv[46]|sha-?\d+|"
    r"md5|ec2|mp[34]|x86|i18n|k8s|base64|24x7|7x24h?|2fa|iso-?\d+|soc-?2|web3|es\d+|h264|covid-19",
    re.I,
)
# A number with its unit is read by what knows the unit.
_MEASURED = Lazy(
    r"\d+h\d+m?|\d+(?:k|m|mn|bn|h|s|min|hrs?|ms|gb|mb|kb|tb|am|pm|usd|eur|gbp|cny|rmb|st|nd|rd|th|d|w|y|x|px)|"
    r"(?:usd|eur|gbp|cny|rmb|us|hk|nt)\d+[km]?|t\d\dz?|utc\d*|gmt\d*|top-?\d+",
    re.I,
)
_TRAIL = ".,;:!?-"


def citations(text: str) -> Iterator[Claim]:
    """Every evidence id cited as [E3], [E3, E4] or [E3–E5], each a claim of its own with `key` "E3"."""
    for match in _OF_THE_RECORD.finditer(text):
        yield Claim("citation", *match.span(), key=f"R{match[1]}")
    for match in _CITATION.finditer(text):
        numbers = [(int(cited[1]), bool(cited[2])) for cited in _CITED.finditer(match[0])]
        for index, (number, opens) in enumerate(numbers):
            last = numbers[index + 1][0] if opens and index + 1 < len(numbers) else number
            for each in range(number, max(number, min(last, number + 50)) + 1):
                yield Claim("citation", *match.span(), key=f"E{each}")


def addresses(text: str) -> Iterator[Claim]:
    """Every URL, e-mail address, IP, path and UUID in a folded text; `key` is its comparable form."""
    return _found(text, _FORMS[:5])


def identifiers(text: str) -> Iterator[Claim]:
    """Every other identifier in a folded text; `key` is its comparable form."""
    for match in _STATUS.finditer(text):
        name = next(group for group, value in match.groupdict().items() if value)
        yield Claim("identifier", match.start(name), match.end(name), key=f"http {match[name]}")
    yield from _found(text, _FORMS[5:])


def _found(text: str, forms: tuple[Lazy, ...]) -> Iterator[Claim]:
    for form in forms:
        for match in form.finditer(text):
            found = match[0].rstrip(_TRAIL)
            if not found or found.isalpha() or _MEASURED.fullmatch(found):
                continue
            key = "" if _TRADE.fullmatch(found) else plain_id(found)
            yield Claim("identifier", match.start(), match.start() + len(found), key=key)


def plain_id(identifier: str) -> str:
    """One spelling per identifier: lower case, without "#" and a URL's scheme and closing slash."""
    text = identifier.lower().lstrip("#").rstrip("/")
    return text.partition("://")[2].removeprefix("www.") if "://" in text else text


# A single mark is an apostrophe more often than a quotation: only long ones between spaces count.
_QUOTED = Lazy(
    r"„(?P<h>[^„“”\n]+)[“”]|＂(?P<i>[^＂\n]+)＂|[″〃](?P<j>[^″〃\n]+)[″〃]|(?m:^\s*[>＞]\s*(?P<k>[^\n]{12,}))"
    # Code stands in backticks; words with two spaces between them are speech.
    r"|`(?P<l>[^`\n ]+ [^`\n ]+ [^`\n]+)`"
    r"|“(?P<a>[^“”]+)”|\"(?P<b>[^\"\n]+)\"|「(?P<c>[^「」]+)」|『(?P<d>[^『』]+)』|«(?P<e>[^«»]+)»"
    r"|(?<!\w)‘(?P<f>[^‘]{12,}?)’(?!\w)|(?<![\w'])'(?P<g>[^'\n]{12,}?)'(?!\w)"
)
_ELISION = Lazy(r"…+|\.{3,}|\[\s*(?:…|\.{3})\s*\]")


def quotes(text: str) -> Iterator[Claim]:
    """Every quotation in a text, unfolded; `key` is its words, the parts around an elision divided by "|"."""
    for match in _QUOTED.finditer(text):
        inside = next(group for group in match.groups() if group)
        parts = [part for part in map(words, _ELISION.split(inside)) if part.strip()]
        if parts:
            yield Claim("quotation", *match.span(), key="|".join(parts))
