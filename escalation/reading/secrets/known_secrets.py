"""Secrets told by their own shape: keys of well-known services, logins in addresses and commands, cookies."""

from __future__ import annotations

import re

# Each group of patterns runs only where one of its cheap cues stands; most texts hold none and come back untouched.
_KEY_CUES = (
    "sk-", "k_live", "k_test", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "xox", "xapp-", "AKIA",
    "ASIA", "LTAI", "AKID", "AIza", "ya29.", "npm_", "SG.", "hf_", "whsec_", "shpat_", "eyJ", "PRIVATE KEY", "pypi-",
    "_v1_", "dckr_pat_", "ATATT", ":AA",
)  # fmt: skip
_KEY_BLOCK = re.compile(
    r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----.*?(?:-----END [A-Z0-9 ]*-----|\Z)", re.DOTALL
)
_JWT = re.compile(r"\beyJ[\w-]{8,1000}\.[\w-]{8,}(?:\.[\w-]*)?")
_KNOWN_KEY = re.compile(
    r"(?<![A-Za-z0-9])(?:sk-[A-Za-z0-9_-]{16,}|[srp]k_(?:live|test)_\w{8,}|gh[pousr]_\w{16,}|github_pat_\w{20,}"
    r"|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{8,}|xapp-[\w-]{16,}|(?:AKIA|ASIA)[0-9A-Z]{12,}|LTAI[A-Za-z0-9]{12,}"
    r"|AKID[A-Za-z0-9]{13,}|AIza[\w-]{30,}|ya29\.[\w-]{16,}|npm_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,}|hf_[A-Za-z0-9]{20,}"
    r"|whsec_\w{16,}|shpat_[a-f0-9]{16,}|pypi-(?=[\w-]{0,200}[A-Z])(?=[\w-]{0,200}\d)[\w-]{16,}|pypi-Ag[\w-]{12,}"
    r"|do[opr]_v1_[a-f0-9]{16,}|dckr_pat_[\w-]{16,}|ATATT[\w=-]{20,}|(?:bot)?\d{8,10}:AA[\w-]{30,})"
)
_HOOK = re.compile(r"(hooks\.slack\.com/services/)[\w/]{16,}")
_URL_LOGIN = re.compile(r"(\w://[^\s/:@]*:)(?!\[masked)([^\s/\"'<>]+)(?=@)")
_PARAMETER = re.compile(
    r"(?i)([?&;](?:sig|signature|x-amz-(?:signature|security-token)|(?:access_|id_|refresh_|auth_)?token|secret"
    r"|client_secret|password|passwd|pwd|api[_-]?key|jwt)=)(?![<{$*\[…])([^&\s\"'<>)\]]{4,})"
)
_LOOSE_PARAMETER = re.compile(
    r"(?i)([?&](?:key|code|auth|session(?:_?id)?)=)(?=[^&\s]{0,200}\d)(?=[^&\s]{0,200}[a-z])([^&\s\"'<>)\]{}\[]{12,})"
)  # fmt: skip
_BEARER = re.compile(r"(?i)(\bbearer\s+)((?=[^\s]*\d)[\w.~+/-]{10,}=*)")
_BASIC = re.compile(r"(?i)(authorization\W{1,4}basic\s+)([A-Za-z0-9+/]{8,}=*)")
_COOKIES = re.compile(r"(?i)\b(?:set-)?cookies?\\?[\"']?\s{0,4}:\s{0,4}\\?[\"']?[^\n\"'=]{0,200}=[^\n\"']{0,4000}")
_COOKIE = re.compile(
    r"(?i)((?<![\w-])(?!(?:path|domain|expires|max-age|samesite|priority)=)[\w.-]+=)(?!\[masked)([^;,\s\\]{6,})"
)
_COMMANDS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(\bcurl\b[^\n]{0,300}?\s(?:-u|-U|--user|--proxy-user)[ =]?[\"']?[^\s:\"']{1,100}:)(?!\[masked)([^\s\"']+)",
        r"(\bsshpass\s+-p\s*[\"']?)(?!\[masked)([^\s\"']+)",
        r"(\b(?:mysql|mariadb)(?:dump|admin)?\b[^\n]{0,200}?\s-p[\"']?)(?!\[masked|ort\b|rotocol\b)([^\s\"'=-][^\s\"']{2,})",
        r"(\bredis-cli\b[^\n]{0,200}?\s(?:-a|--pass)\s+[\"']?)(?!\[masked)([^\s\"']+)",
    )
)
_COMMAND_CUES = ("curl", "sshpass", "mysql", "mariadb", "redis-cli")


def mask_known(text: str) -> str:
    """The text with secrets of a known shape replaced by labels. Idempotent. Needs no word that names them."""
    if any(map(text.__contains__, _KEY_CUES)):
        text = _KEY_BLOCK.sub("[masked: private key]", text)
        text = _JWT.sub("[masked: token]", text)
        text = _KNOWN_KEY.sub("[masked: API key]", text)
    if "://" in text:
        text = _HOOK.sub(r"\1[masked: webhook]", text) if "hooks.slack" in text else text
        text = _URL_LOGIN.sub(r"\1[masked: password]", text) if "@" in text else text
    if "=" in text:
        text = _with_equals(text)
    if " -" in text and any(map(text.__contains__, _COMMAND_CUES)):
        for command in _COMMANDS:
            text = command.sub(r"\1[masked: password]", text)
    return text


def _with_equals(text: str) -> str:
    if "?" in text or "&" in text:
        text = _PARAMETER.sub(r"\1[masked: secret]", text)
        text = _LOOSE_PARAMETER.sub(r"\1[masked: secret]", text)
    return _COOKIES.sub(_cookies, text) if "ookie" in text or "OOKIE" in text else text


def _cookies(found: re.Match[str]) -> str:
    return _COOKIE.sub(r"\1[masked: cookie]", found.group())


def mask_headers(text: str) -> str:
    """Credentials of an Authorization header."""
    return _BASIC.sub(r"\1[masked: password]", _BEARER.sub(r"\1[masked: token]", text))
