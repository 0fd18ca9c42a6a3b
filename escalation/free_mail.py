"""Mail providers whose domain says nothing of the sender's company."""

from __future__ import annotations

import re

# fmt: off
_FREE = frozenset({
    "126.com", "139.com", "163.com", "188.com", "189.cn", "aliyun.com", "aol.com", "att.net", "bigpond.com", "bluewin.ch",
    "btinternet.com", "comcast.net", "daum.net", "duck.com", "fastmail.com", "foxmail.com", "free.fr", "freenet.de",
    "hanmail.net", "hey.com", "hinet.net", "icloud.com", "laposte.net", "libero.it", "mac.com", "mail.com", "mail.ru", "me.com",
    "msn.com", "naver.com", "orange.fr", "outlook.com", "pm.me", "posteo.de", "proton.me", "protonmail.com", "qq.com",
    "rediffmail.com", "rocketmail.com", "seznam.cz", "sfr.fr", "sina.cn", "sina.com", "sohu.com", "t-online.de", "tom.com",
    "tutanota.com", "verizon.net", "vip.163.com", "vip.qq.com", "wanadoo.fr", "web.de", "wp.pl", "yeah.net", "ymail.com",
    "zoho.com",
})
# fmt: on
_EVERYWHERE = re.compile(
    r"(?:aol|gmail|gmx|googlemail|hotmail|live|outlook|yahoo|yandex)\.(?:[a-z]{2,3}|com?\.[a-z]{2})"
)
"""Mail providers with a domain in many countries."""


def is_free_mail(domain: str) -> bool:
    """Whether anybody may have an address in this domain, given in lower case."""
    return domain in _FREE or _EVERYWHERE.fullmatch(domain) is not None
