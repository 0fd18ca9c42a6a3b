"""What a security thread tells beyond what was seen: how they may have got in, and that data is left which should be gone."""

from __future__ import annotations

import re

from escalation.reading.threads.entries import sentences

_WAY_IN = re.compile(
    r"(?i)phish|\b(?:clicked|opened) (?:\w+ ){0,3}(?:link|mail|e-?mail|attachment)\b"
    r"|\b(?:stolen|hijacked|same|reused|leaked|shared|weak) (?:session|cookie|passwords?|tokens?|keys?)\b"
    r"|\b(?:passwords?|keys?|tokens?) (?:was|were|is|are|had been) (?:reused|shared|leaked|stolen|never changed)"
    r"|\b(?:no|without) (?:a )?(?:second factor|2fa|mfa|two-factor)|\bformer (?:employee|contractor)s?\b"
    r"|\bbrute|\bcredential stuffing"
    r"|钓鱼|釣魚|(?:点|點)(?:了|开|開|击|擊)[^，。]{0,10}(?:链接|連結|鏈接|邮件|郵件)|重新(?:验证|驗證)"
    r"|(?:会话|session)[^，。]{0,6}(?:被盗|劫持|窃)|(?:密码|密碼)[^，。]{0,8}(?:重复|共用|相同|泄露|洩漏|外泄)|撞库|撞庫"
    r"|(?:没|沒|未)[^，。]{0,4}(?:双重|雙重|两步|兩步|二次|多因素|MFA|2FA)|(?:离职|離職)[^，。]{0,8}(?:账号|帐号|帳號|员工|員工|密钥|金鑰)"
)
_LEFT = re.compile(
    r"(?i)\b(?:still|noch|weiterhin|encore|toujours)\b|\bremain\w*\b|\bleft (?:over|behind)\b|\bwhat is left\b"
    r"|(?:仍|还|還|依然|依舊|依旧)(?:然|在|有|能|可|出现|出現|显示|顯示|查|留)|残留|殘留"
)
_GONE = re.compile(
    r"(?i)\b(?:eras\w+|delet\w+|purg\w+|anonymi\w+|forgotten|gelösch\w+|lösch\w+|effac\w+|supprim\w+)|删除|刪除|抹除|擦除|清除|注销|註銷|匿名"
)


def way_in(text: str) -> str | None:
    """The first sentence that tells how somebody may have got in, verbatim; None where none does."""
    return next((s for s in sentences(text) if _WAY_IN.search(s)), None)


def left_over(text: str) -> bool:
    """Whether data that was to be erased is told to be there."""
    return bool(_LEFT.search(text) and _GONE.search(text))
