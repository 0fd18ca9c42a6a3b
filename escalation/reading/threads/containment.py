"""What was done to contain a security matter: by us or by the customer, never what the intruder did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from escalation.reading.threads.entries import Entry, sentences
from escalation.reading.uncovered import uncover

_DEED = (
    r"(?:disabled|deactivated|suspended|froze|frozen|locked|blocked|revoked|rotated|reset|isolated|quarantined|invalidated"
    r"|terminated|killed|ended|expired|unpublished|withdrew|withdrawn|paused|stopped|held|cancel+ed"
    r"|removed (?:the|his|her|their|its|all|that|this)|changed (?:\w+ ){0,3}(?:passwords?|credentials?|keys?|secrets?)"
    r"|(?:taken|took) (?:\w+ ){0,4}(?:off-?line|down)|(?:switched|turned|shut) (?:\w+ ){0,4}(?:off|down)|closed (?:the|off)"
    r"|(?:signed|logged) (?:\w+ ){0,4}out|forced (?:a |all )?\w+"
    r"|(?:enabled|enforced|switched on|turned on) (?:mfa|2fa|two-factor))"
)
_OURS = re.compile(
    rf"\b(?:we|i|our (?:\w+ ){{1,2}})(?:['’]ve| have| had)?(?: \w+ly| already| just| now| first| also| immediately)? {_DEED}\b"
)
_BARE = re.compile(rf"^\W*(?:and |then |also |already |have |has )?{_DEED}\b")
_THINGS = (
    r"(?:accounts?|users?|keys?|tokens?|sessions?|log-?ins?|access|links?|pages?|endpoints?|exports?|batch(?:es)?"
    r"|payments?|jobs?|feeds?|reports?|syncs?|integrations?|shares?|webhooks?)"
)
_PASSIVE = re.compile(
    rf"\b{_THINGS}\b[^,.;]{{0,40}}? (?:is|are|was|were|has been|have been)(?: \w+ly| already| now)? {_DEED}\b"
    r"(?! by (?!us|me|our))"
)
_NOTED = re.compile(
    rf"\b{_THINGS}\b[^,.;]{{0,40}}? (?:now )?{_DEED}(?! by\b)(?: \w+){{0,2}}? ?(?:at |@ ?)?"
    r"(?:\d{1,2}[:.h]\d\d(?: utc)?|today|now|$)"
)
"""A colleague's note without a verb of its own: "Export of the list disabled 09:28"."""
_KEPT = re.compile(
    r"\b(?:files?|cop(?:y|ies)|print-?outs?|folders?|e-?mails?|attachments?|downloads?|lists?|documents?|spreadsheets?)\b"
    r"[^,.;]{0,24}? (?:is|are|has been|have been) (?:(?:now|all|since|already) ){1,2}"
    r"(?:locked|deleted|destroyed|shredded|quarantined|isolated|secured|sealed|removed)\b(?! by (?!us|me|our))"
    r"|(?:文件|名单|附件|邮件|资料|副本|表格)[^，。]{0,6}(?:已经?|都)(?:封存|销毁|加密|隔离|锁定)"
)
"""What they did with that which reached them by mistake."""
_ASKED_AT_THE_END = re.compile(rf"^\W*(?:i|we)(?:['’]ve| have) {_DEED}\b.*?(?= and (?!the\b|all\b|your\b)|[?？])")
"""What was done, in front of what the writer is not sure of: "I have switched it off and told the others?" """
_HAN_DEED = (
    r"(?:停用|暂停|冻结|吊销|撤销|禁用|封禁|封停|锁定|注销|下线|隔离|拦截|阻断|踢下线|强制(?:退出|下线|登出)|收回|轮换|作废"
    r"|关闭|终止会话|重置|(?:修改|更改|更换|改|换)了?(?:所有|全部|其)?(?:密码|口令|密钥)|开启(?:了)?(?:双重|两步|二次))"
)
_HAN_DONE = re.compile(
    rf"(?:已经?|都|刚刚?|我们|我方|我司|我)(?:先|按[^,。]{{0,12}}|立即|马上|全部|都|也)*[^,。被]{{0,6}}?{_HAN_DEED}"
    r"|(?:密码|口令|密钥)(?:都|全部)?已?经?(?:全部)?(?:改|换|重置|修改|更换|吊销)(?:了|过|好|完)?(?!掉|走)"
)
_HAN_BARE = re.compile(
    rf"^\W*(?:并|同时|也)?(?:已|先)?{_HAN_DEED}|{_HAN_DEED}了"
    r"|(?:任务|导出|推送|同步|接口|链接|权限|账号|访问|分享)[^，。被]{0,12}已经?(?:先|全部)?(?:停|关|断)(?:用|掉|闭|止|了)*\W*$"
)
_NOT_DONE = re.compile(
    r"\b(?:please|could you|can you|would you|will|shall|should|going to|need to|must|let['’]?s|if|unless|before|not|never"
    r"|nobody|by (?:somebody|someone|an? (?:attacker|intruder|stranger)))\b|[?？]\s*$"
    r"|请|麻烦|建议|是否|能否|需要|将|稍后|准备|打算|计划|正在|未|没|不|被(?!我)|如果|吗$"
)
_CUT = re.compile(r"[,，;；、]|[:：](?!\d)|\s[-–—]\s|——|\band (?=we\b|i\b|our\b)")


def contained_in(entry: Entry) -> Iterator[str]:
    """The acts of containment that an entry tells, each verbatim: a customer's words count only where they say "we"."""
    for sentence in sentences(entry.text):
        if not sentence.endswith(("?", "？")):
            yield from _acts(sentence, ours=entry.role != "customer")
        elif entry.role != "customer" and (done := _ASKED_AT_THE_END.search((plain := uncover(sentence)).text)):
            yield _trimmed(sentence[slice(*plain.span(*done.span()))])


def _acts(sentence: str, *, ours: bool) -> Iterator[str]:
    run: tuple[int, int] | None = None
    for start, end in _clauses(sentence):
        plain = uncover(sentence[start:end]).text
        if _NOT_DONE.search(plain):
            done = False
        else:
            done = _told(plain, ours=ours) or (run is not None and bool(_BARE.search(plain) or _HAN_BARE.search(plain)))
        if done:
            run = (run[0] if run else start, end)
        elif run:
            yield _trimmed(sentence[run[0] : run[1]])
            run = None
    if run:
        yield _trimmed(sentence[run[0] : run[1]])


def _told(plain: str, *, ours: bool) -> bool:
    if any(told.search(plain) for told in (_OURS, _HAN_DONE, _KEPT)):
        return True
    return ours and any(told.search(plain) for told in (_BARE, _PASSIVE, _NOTED, _HAN_BARE))


def _clauses(sentence: str) -> Iterator[tuple[int, int]]:
    at = 0
    for cut in _CUT.finditer(sentence):
        yield at, cut.start()
        at = cut.end()
    yield at, len(sentence)


def _trimmed(words: str) -> str:
    return words.strip(" \t,，;；:：、.。!！")
