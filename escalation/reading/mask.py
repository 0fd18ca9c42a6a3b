"""Masking of secrets, before any text is stored or shown (invariant 5)."""

from __future__ import annotations

import re
from collections.abc import Callable

# Each group of patterns runs only where one of its cheap cues stands; most texts hold none and come back untouched.
_KEY_CUES = (
    "sk-", "k_live", "k_test", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "AKIA", "ASIA",
    "LTAI", "AKID", "AIza", "ya29.", "npm_", "SG.", "hf_", "whsec_", "shpat_", "eyJ", "PRIVATE KEY",
)  # fmt: skip
_NAME_CUES = ("pass", "pwd", "pw", "pin", "otp", "code", "key", "token", "secret", "credential", "bearer", "authori")
_HAN_CUES = ("密", "口令", "令牌", "秘", "金钥", "金鑰", "权杖", "權杖", "验证码", "驗證碼")
_LINKED = re.compile(r"[:=：＝>→是为為设設改换換]|\b(?:is|was|are|bearer|basic)\b", re.IGNORECASE)

_KEY_BLOCK = re.compile(
    r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]*-----|\Z)", re.DOTALL
)
_JWT = re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?")
_KNOWN_KEY = re.compile(
    r"(?<![A-Za-z0-9])(?:sk-[A-Za-z0-9_-]{16,}|[srp]k_(?:live|test)_\w{8,}|gh[pousr]_\w{16,}|github_pat_\w{20,}"
    r"|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{8,}|(?:AKIA|ASIA)[0-9A-Z]{12,}|LTAI[A-Za-z0-9]{12,}|AKID[A-Za-z0-9]{13,}"
    r"|AIza[\w-]{30,}|ya29\.[\w-]{16,}|npm_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|hf_[A-Za-z0-9]{20,}|whsec_\w{16,}"
    r"|shpat_[a-f0-9]{16,})"
)
_HOOK = re.compile(r"(hooks\.slack\.com/services/)[\w/]{16,}")
_URL_LOGIN = re.compile(r"(\w://[^\s/:@]+:)(?!\[masked)([^\s/@]+)(?=@)")
_BEARER = re.compile(r"(?i)(\bbearer\s+)((?=[^\s]*\d)[\w.~+/-]{10,}=*)")
_BASIC = re.compile(r"(?i)(authorization\W{1,4}basic\s+)([A-Za-z0-9+/]{8,}=*)")

_LINK = (
    r"(\s*[\"'”’]?\s*(?:=>|->|→|[:=：＝]|\b(?:is|was|are)\b:?|(?:就)?是|[为為设設改][为為成]?|换成|換成)\s*[\"'“‘「`]?)"
)
_VALUE = r"(?!\[masked)([!-~]{%d,}?)(?=[\s\"'”’」`,;，。；、）)】\u4e00-\u9fff]|[.!?](?:\s|$)|$)"
_NAMED = (
    r"(?i:\b(?:api|access|private|auth|account|app|encryption|license|signing)[ _-]?key(?:[ _-]?id)?"
    r"|secret(?:[ _-]key)?"
    r"|token|credentials?)|密[钥鑰]|秘[钥鑰]|金[钥鑰]|令牌|[权權]杖"
)
_NAMED_SECRET = re.compile(rf"({_NAMED}){_LINK}{_VALUE % 6}")
_PLAIN_KEY = re.compile(
    rf"(?i)((?<![\w-])(?<!primary )(?<!partition )(?<!idempotency )(?<!cache )key){_LINK}{_VALUE % 12}"
)
_PASSWORD = re.compile(
    r"((?i:\b(?:pass(?:word|wd|phrase|code)|pwd|pw|pass)(?:\s+(?:for|to|of|on|now)(?:\s+[\w@.'-]+){0,4}?)?)"
    rf"|密[码碼](?:都|现在|現在|目前)?|口令){_LINK}{_VALUE % 3}"
)
_PIN = re.compile(
    r"((?i:\b(?:pin|otp)(?: code| number)?|verification code|one[- ]time (?:code|password))|[验驗][证證][码碼])"
    rf"{_LINK}(\d{{4,8}})(?!\d)"
)
_CARD = re.compile(r"(?<![\w+])(?<!\d[.-])\d(?:[ \u00a0\u2009\u202f.-]{0,2}\d){13,18}(?!\w)")
_CARD_PREFIX = re.compile(
    r"(?:4(?:.{15}|.{18})|5[1-5].{14}|2[2-7].{14}|3[47].{13}|3[068].{12}|6(?:011|4[4-9].|5..).{12}|35.{14}"
    r"|62.{14,17})$"
)
_NUMBERED_THING = re.compile(
    r"(?i)(?:order|ticket|case|invoice|tracking|shipment|reference|ref|request|trace|transaction|id|订单|訂單|工单|工單"
    r"|单号|單號|编号|編號|流水)"
    r"[\s#:：.号號noNO是为]*$"
)
_STATE = re.compile(
    r"(?i)(?:\w+(?:ed|ing|ly)|(?:in)?correct|wrong|right|fine|ok|okay|(?:in)?valid|weak|strong|long|short|the|a"
    r"|an|same|not|too|"
    r"being|never|always|case|empty|blank|missing|unknown|secure|safe|good|bad|new|old|very|now|set|sent|kept"
    r"|lost|null|none|nil|"
    r"undefined|true|false|yes|no|only|still|also|your|my|our|their|his|her|this|that|it|is|at|in|on|for|to|by"
    r"|from|with|"
    r"compulsory|mandatory|optional|field|reset|change|policy|login|link|page|stale|dead|bogus|gone|what|where"
    r"|why|how|when|"
    r"unavailable|available|n/?a|tbd|[*•x.]+|<.*|\{.*|\$.*|%.*)[.,!?]?"
)


def mask(text: str) -> str:
    """The text with secrets replaced by visible labels such as "[masked: API key]". Idempotent."""
    if any(cue in text for cue in _KEY_CUES):
        text = _known_shapes(text)
    if "hooks.slack" in text:
        text = _HOOK.sub(r"\1[masked: webhook]", text)
    if "@" in text and "://" in text:
        text = _URL_LOGIN.sub(r"\1[masked: password]", text)
    if _names_a_secret(text):
        text = _named_secrets(text)
    # Counting is 15 times cheaper than the search for fourteen digits close together.
    return _CARD.sub(_card, text) if sum(map(text.count, "0123456789")) >= 14 else text


def _names_a_secret(text: str) -> bool:
    lowered = text.lower()
    named = any(cue in lowered for cue in _NAME_CUES) or (not text.isascii() and any(cue in text for cue in _HAN_CUES))
    return named and _LINKED.search(text) is not None


def _known_shapes(text: str) -> str:
    text = _KEY_BLOCK.sub("[masked: private key]", text)
    text = _JWT.sub("[masked: token]", text)
    return _KNOWN_KEY.sub("[masked: API key]", text)


def _named_secrets(text: str) -> str:
    text = _BEARER.sub(r"\1[masked: token]", text)
    text = _BASIC.sub(r"\1[masked: password]", text)
    text = _PASSWORD.sub(_when(_looks_like_password, "password"), text)
    text = _PIN.sub(_when(_always, "code"), text)
    text = _NAMED_SECRET.sub(_when(_looks_random, "secret"), text)
    return _PLAIN_KEY.sub(_when(_looks_random, "secret"), text)


def _when(secret: Callable[[str, str], bool], label: str) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        name, link, value = found.group(1, 2, 3)
        return f"{name}{link}[masked: {label}]" if secret(link, value) else found.group()

    return replace


def _looks_like_password(link: str, value: str) -> bool:
    if _STATE.fullmatch(value) or "[" in value:
        return False
    # After "is" a plain word may still be part of a sentence ("password is hunter" is rare, "password is shared" is not).
    return True if re.search(r"[:=：＝>→]", link) else bool(re.search(r"[^A-Za-z.,'-]|[a-z][A-Z]|^.{4,}$", value))


def _looks_random(_link: str, value: str) -> bool:
    """Random enough to be a secret: letters with digits, or long and without word breaks. "ERR_TOKEN", "PROJ-12" are not."""
    if re.fullmatch(r"[A-Z]{2,10}[-_]\d+", value) or "[" in value:
        return False
    mixed = bool(re.search(r"\d", value) and re.search(r"[A-Za-z]", value) and len(value) >= 8)
    return mixed or (len(value) >= 20 and value.isalnum() and not value.isdigit())


def _card(found: re.Match[str]) -> str:
    digits = [int(c) for c in found.group() if c.isdecimal()]
    plausible = _CARD_PREFIX.match("".join(map(str, digits))) and _luhn(digits)
    if not plausible or _NUMBERED_THING.search(found.string[max(0, found.start() - 24) : found.start()]):
        return found.group()
    return "[masked: card number]"


def _luhn(digits: list[int]) -> bool:
    doubled = [d * 2 - 9 * (d > 4) for d in digits[-2::-2]]
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _always(_link: str, _value: str) -> bool:
    return True
