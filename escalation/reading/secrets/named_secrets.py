"""Secrets told by the word before them: a password, a code, a key that somebody names and then writes down."""

from __future__ import annotations

import re
from collections.abc import Callable

_NAME_CUES = ("pass", "pw", "pin", "otp", "code", "key", "token", "secret", "credential", "bearer", "authori")
_HAN_CUES = ("密", "口令", "令牌", "秘", "金钥", "金鑰", "权杖", "權杖", "验证码", "驗證碼")
_LINKED = re.compile(
    r"[:=：＝>→是为為设設改换換|(\"“‘`'’]|\b(?:is|was|are|bearer|basic|to|as)\b| [-–—] |--pass", re.IGNORECASE
)

_LINK = (
    r"([\s*_`]{0,6}(?:\\{0,4}[\"'”’])?[\s*]{0,4}(?:=>|->|→|[:=：＝]|\b(?:is|was|are)\b:?|(?:就|都|仍)?是[:：]?|(?:重?[设設]置|重[设設置]|更改|修改|更新|[变變]更)?[为為设設改][为為成]?了?[:：]?"
    r"|[换換]成了?[:：]?)[\s*]{0,4}(?:\\{0,4}[\"'“‘「`])?)"
)
_VALUE = r"(?!\[masked)([!-~]{%d,}?)(?=[\s\"'”’」`,;，。；、）)】\u4e00-\u9fff]|\\+[\"']|[.!?](?:\s|$)|$)"
_NAMED = (
    r"(?i:(?<![A-Za-z0-9])(?:api|access|private|auth|account|app|encryption|license|signing)[ _-]?key(?:[ _-]?id)?"
    r"|secret(?:[ _-]?access)?(?:[ _-]?key)?(?:[ _-]?base)?"
    r"|token|credentials?)|密[钥鑰]|秘[钥鑰]|金[钥鑰]|令牌|[权權]杖"
)
_NAMED_SECRET = re.compile(rf"({_NAMED}){_LINK}{_VALUE % 6}")
_PLAIN_KEY = re.compile(
    rf"(?i)((?<![\w-])(?<!primary )(?<!partition )(?<!idempotency )(?<!cache )key){_LINK}{_VALUE % 12}"
)
_WORD = r"pass(?:wor[dt]|wd|phrase|code)"
_PASSWORD = re.compile(
    rf"((?i:(?:{_WORD}|(?<![A-Za-z0-9])(?:pwd|pw|pass))(?:\s+(?:for|to|of|on|now)(?:\s+[\w@.'-]+){{0,4}}?)?)"
    rf"|密[码碼](?:都|现在|現在|目前)?|口令){_LINK}{_VALUE % 3}"
)
_SAID = re.compile(
    rf"((?i:{_WORD}|(?<![A-Za-z0-9])(?:pwd|pw))|密[码碼]|口令)"
    rf"([*_`]{{0,2}}(?:\s+[-–—]\s+|\s{{0,4}}\|\s{{0,4}})[*_`]{{0,2}}|['’]s\s+|\s{{0,2}}[(\"“‘`「]|(?i:\s+(?:actually|now|currently)\s+(?:is|was)\s+)|(?i:\s+(?:is|was)\s+(?:actually|now|currently|still|just|simply|really)\s+)|(?<=[码碼令])\s*)"
    rf"{_VALUE % 6}"
)
_SET_TO = re.compile(
    rf"(?i)(\b(?:(?:re)?set(?:ting)?|chang(?:e|ed|ing)|updat(?:e|ed|ing))\b[^\n.;:]{{0,40}}?{_WORD}(?: back)?"
    rf"|{_WORD}\s+(?:is|was|has been|got|were)\s+(?:(?:re)?set|changed|updated))(\s+(?:to|as)\s+[\"'“‘`]?){_VALUE % 4}"
)
_FLAG = re.compile(rf"(?i)(--(?:{_WORD}|pass))(\s+[\"'“‘`]?){_VALUE % 4}")
_ELEMENT = re.compile(
    rf"(?i)(<(?:[\w.-]{{0,40}}[.:_-])?(?:[a-z]{{0,20}}{_WORD}|pwd|(?:client)?secret|\w{{0,20}}token|api[_-]?key)(?:\s[^<>]{{0,80}})?>)(\s*)"
    r"(?!\[masked)([^<\s]{3,200})(?=\s*</)"
)
_PIN = re.compile(
    r"((?i:\b(?:pin|otp)(?: code| number)?|verification code|one[- ]time (?:code|password))|[验驗][证證][码碼])"
    rf"{_LINK}(\d{{4,8}})(?!\d)"
)
_STATE = re.compile(
    r"(?i)(?:\w+(?:ed|ing|ly)|(?:in)?correct|wrong|right|fine|ok|okay|(?:in)?valid|weak|strong|long|short|the|a"
    r"|an|same|not|too|"
    r"being|never|always|case|empty|blank|missing|unknown|secure|safe|good|bad|new|old|very|now|set|sent|kept"
    r"|lost|null|none|nil|"
    r"undefined|true|false|yes|no|only|still|also|your|my|our|their|his|her|this|that|it|is|at|in|on|for|to|by"
    r"|from|with|"
    r"compulsory|mandatory|optional|field|reset|change|policy|login|link|page|stale|dead|bogus|gone|what|where"
    r"|why|how|when|actually|"
    r"unavailable|available|n/?a|tbd|[*•x.]+|<.*|\(.*|\{.*|\$.*|%.*)[.,!?]?"
)
_METHOD = re.compile(
    r"(?i)(?:mfa|2fa|sso|totp|sha|md|aes|rsa|des|base|bcrypt|argon|pbkdf|http|oauth|tls|v?\d+\.)[\w./-]*"
)
_ASKED = re.compile(
    r"(?:要求|请|請|需|须|須|建议|建議|通知|提醒|强制|強制|督促|责令|責令|让|讓|已|尽快|盡快)[^，。；,;:：\n]{0,12}"
    r"(?:修改|重置|重设|重設|更换|更換|更改|更新|设置|設置|变更|變更|改|换|換)(?:了|其|一次)?$"
    r"|(?i:\b(?:ask|request|requir|forc|told|instruct|advis|want|need|must|should)\w*\b[^.;:\n]{0,40}"
    r"\b(?:change|reset|rotate|update|renew)\w*(?: (?:the|their|his|her|your|our|its|every|all|a))?(?: \w+){0,2} ?)$"
)
"""Before the word: somebody is asked to change it, so that what follows is mostly who, when or on which ticket."""
_WHO_OR_WHEN = re.compile(
    r"[\w.+-]+@[\w.-]+|\w+://.*|[\d:./-]+[hHdm]?|\d+[a-z]{1,5}|[A-Za-z]{1,10}[-_#]\d+"
    r"|(?i:all|every\w*|each|both|any\w*|admin\w*|users?|owners?|staff|team|support|finance|ops|it|hr|sales|root|guests?"
    r"|today|tonight|tomorrow|now|asap|eod|(?:mon|tues|wednes|thurs|fri|satur|sun)day|done|pending|please|thanks?)"
)
_PLAIN_WORD = re.compile(r"[A-Za-z]+")
_MORE_OF_THEM = re.compile(
    r"(?i)[\"'”’]?\s*(?:[,，、/&]|and\b|or\b|和|及|与|等)\s*"
    r"(?!(?:and |but |so |then )*(?:s?he|they|we|i|it|you|then|which|who|that)\b)\w"
)
"""After a plain word: further ones, so that it is a list of those who are to change theirs. One alone may be the password."""
_NEW_ONE = re.compile(r"[为為成]|\b(?:to|as)\b")
_STRONG_LINK = re.compile(r"[:=：＝>→]")


def names_a_secret(text: str) -> bool:
    """A cheap test before the patterns: does a word for a secret stand here, with something that may lead to one?"""
    lowered = text.lower()
    if any(map(lowered.__contains__, _NAME_CUES)):
        return _LINKED.search(text) is not None
    return not text.isascii() and any(map(text.__contains__, _HAN_CUES))


def mask_named(text: str) -> str:
    """The text with what is named as a secret replaced by labels. Idempotent."""
    if "</" in text:
        text = _ELEMENT.sub(_when(_looks_like_password, "secret"), text)
    text = _PASSWORD.sub(_when(_looks_like_password, "password"), text)
    text = _SAID.sub(_when(_surely_password, "password"), text)
    text = _FLAG.sub(_when(_no_plain_word, "password"), _SET_TO.sub(_when(_no_plain_word, "password"), text))
    text = _PIN.sub(_when(_always, "code"), text)
    text = _NAMED_SECRET.sub(_when(_looks_random, "secret"), text)
    return _PLAIN_KEY.sub(_when(_looks_random, "secret"), text)


def _when(secret: Callable[[str, str], bool], label: str) -> Callable[[re.Match[str]], str]:
    def replace(found: re.Match[str]) -> str:
        name, link, value = found.group(1, 2, 3)
        counted = name.lower() == "pass" and value.isdigit()  # "tests pass: 120"
        kept = counted or not secret(link, value) or (label == "password" and _only_asked(found))
        return found.group() if kept else f"{name}{link}[masked: {label}]"

    return replace


def _only_asked(found: re.Match[str]) -> bool:
    """ "要求修改密码：admin、finance": who is to change theirs, and no password."""
    link, value = found.group(2, 3)
    listed = _PLAIN_WORD.fullmatch(value) and _MORE_OF_THEM.match(found.string, found.end())
    harmless = _METHOD.fullmatch(value) or (not _NEW_ONE.search(link) and (_WHO_OR_WHEN.fullmatch(value) or listed))
    if not harmless:
        return False
    return _ASKED.search(found.string[max(0, found.start() - 60) : found.start()]) is not None


def _looks_like_password(link: str, value: str) -> bool:
    if _STATE.fullmatch(value) or "[" in value:
        return False
    # After "is" a plain word may still be part of a sentence ("password is hunter" is rare, "password is shared" is not).
    return True if _STRONG_LINK.search(link) else bool(re.search(r"[^A-Za-z.,'-]|[a-z][A-Z]|^.{4,}$", value))


def could_be_password(value: str) -> bool:
    """Of the whole value of a field that is named as one: anything but a word for its state ("reset", "unknown")."""
    return bool(value) and not _STATE.fullmatch(value) and "[masked" not in value


def _surely_password(_link: str, value: str) -> bool:
    """No colon and no "is" leads to it: only letters mixed with digits count, and no id or method ("PROJ-12", "SHA256")."""
    if re.fullmatch(r"[A-Za-z]{1,10}[-_#]?\d+[)\].]?", value) and not re.search(r"[a-z]{2}\d{2,}$", value):
        return False
    if _METHOD.fullmatch(value) or "[" in value or "://" in value:
        return False
    return bool(re.search(r"\d", value) and re.search(r"[A-Za-z]", value))


def _no_plain_word(_link: str, value: str) -> bool:
    if "[" in value or _STATE.fullmatch(value) or _METHOD.fullmatch(value):
        return False
    return bool(re.search(r"\d|[!@#$%^&*+=]|[a-z][A-Z]", value)) and not re.fullmatch(r"[\d:./-]+", value)


def _looks_random(_link: str, value: str) -> bool:
    """Random enough to be a secret: letters with digits, or long and without word breaks. "ERR_TOKEN", "PROJ-12" are not."""
    if re.fullmatch(r"[A-Z]{2,10}[-_]\d+", value) or "[" in value:
        return False
    mixed = bool(re.search(r"\d", value) and re.search(r"[A-Za-z]", value) and len(value) >= 8)
    return mixed or (len(value) >= 20 and value.isalnum() and not value.isdigit())


def _always(_link: str, _value: str) -> bool:
    return True
