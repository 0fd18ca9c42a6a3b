"""A cause that one of us names and support cannot put right: one that is only suspected, or a fault of something of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence

from escalation.judgement.colleagues import not_theirs
from escalation.judgement.heard import Said
from escalation.reading.threads.guesses import guessed
from escalation.records import Ticket
from escalation.text.folding import fold

_OURS = re.compile(
    r"\bour (?:own )?(?:[\w-]+ ){0,2}?(?:certificates?|certs?|keys?|servers?|services?|gateways?|backends?|apis?|queues?"
    r"|workers?|dns|domains?|prox(?:y|ies)|firewalls?|load balancers?|databases?|deploy\w*|rollouts?|releases?|builds?|config\w*"
    r"|infrastructure|platform|side|end|pipelines?|jobs?|accounts? (?:at|with))\b"
    r"|(?:我们|咱们|我司|我方|我们自己|平台|后台|服务端|服务器)(?:这边|这里|自己|侧|端|方面)?的?[^，。；,;]{0,8}?"
    r"(?:证书|密钥|服务|服务器|网关|后端|接口|集群|队列|域名|代理|防火墙|数据库|部署|发布|版本|配置|平台|任务|账号)"
)


_PUT_RIGHT = re.compile(
    r"\b(?:restored|renewed|re-?issued|rolled back|we (?:fixed|replaced|restarted|corrected|changed))\b"
    r"|(?:已经?|我们)(?:恢复|续期|更新|换新|修复|回滚)"
)
_THEIRS = re.compile(r"\b(?:your|you|their|customer['’]?s?)\b|您|贵|客户|对方")
"""What we put right on our side, long since: a fault of ours, whatever it was a setting of."""


def _put_right(text: str) -> bool:
    return _PUT_RIGHT.search(text) is not None and _THEIRS.search(text) is None


def past_support(said: Said, tickets: Sequence[Ticket]) -> bool:
    """Whether words that sound like a setting name no setting that support could put right."""
    if not_theirs(said.words):
        return True
    if said.record_id is None:
        return False
    text = next(
        (c.body for t in tickets if t.id == said.record_id for c in t.comments if said.words in c.body), said.words
    )
    on = next((t for t in tickets if t.id == said.record_id), None)
    if on is not None and on.solved and said.speaker == "agent" and _put_right(fold(text)):
        return True
    return guessed(said.words, text) or _OURS.search(fold(said.words)) is not None
