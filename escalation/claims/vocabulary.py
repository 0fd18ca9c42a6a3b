"""The vocabulary of a book: which words its sources, customers and people have, and whose words they are."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property

from escalation.claims.fold import HAN
from escalation.claims.scene.scene import Scene
from escalation.records import Account

_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _HAN = re.compile(r"[a-z]{5,}"), re.compile(rf"[{HAN}]{{2,}}")
_SPACED = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_STEM = 6
_ANYBODYS_WORDS = """
about above account after again agreed almost already another anybody asked asking because before being below
between both calls change changed clock close closed could customer customers answer answered during early
either email engineering enough escalation every everyone everything first follow found fourth friday further
going happened having hours their there these thing things think third those though three through ticket
tickets today together tomorrow until update updates users using waiting weeks where which while whole whose
without would write writes wrote years yesterday other others issue issues known large largest later least
leave lines longer makes message messages might minutes month months morning moved named never night nobody
nothing number often since problem roughly seven should shows sixth small smallest somebody something still
support taken takes thank thanks monday tuesday wednesday thursday saturday sunday evening afternoon report
reported reports request requests reply replied renewal renew renews
"""
_ANYBODYS_PAIRS = """
我们 你们 他们 客户 已经 现在 没有 目前 首次 反馈 工单 还有 小时 分钟 今天 昨天 明天 之前 之后 以前 以后 可以 需要
出现 问题 使用 以及 开始 时候 一直 仍然 还是 不是 这个 那个 一个 两个 三个 如果 因为 所以 但是 而且 或者 提交 回复
响应 解决 时限 续约 大约 左右 超过 不到 上午 下午 晚上 早上 昨晚 今早 本周 上周 下周 周一 周二 周三 周四 周五 周六
周日 研发 客服 支持 确认 影响 受影 响的 用户 席位 升级 情况 处理 公司 每天 每次 一次 两次 三次 第一 第二 第三
"""
_COMMON = frozenset(word[:_STEM] for word in f"{_ANYBODYS_WORDS} {_ANYBODYS_PAIRS}".split())
"""What is said of anybody, and tells nothing of whom."""
_WRITES = 12
"""So many words of a script are more than a name and a plan."""


class Vocabulary:
    """Built from what a book quotes (evidence id, customer id, words as `fold.words` has them), read only."""

    def __init__(
        self, quoted: Sequence[tuple[str, str | None, str]], allowed: str, scene: Scene, accounts: Collection[Account]
    ) -> None:
        people = " | ".join(person.name for person in scene.people)
        self._quoted, self._allowed = quoted, allowed
        self._records = " | ".join((scene.words, people, *(account.model_dump_json() for account in accounts)))
        self.han_people = any(re.search(rf"[{HAN}]", person.name) for person in scene.people)
        """Whether anybody here has a Chinese name, which a text may spell in Latin letters."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of evidence, allowed text, customers' records and the scene, in small letters."""
        told = " ".join((self._allowed, self._records, *(said for _, _, said in self._quoted)))
        return frozenset(_WORD.findall(told.lower()))

    @cached_property
    def told(self) -> str:
        """All that sources and records say, its Han without spaces."""
        return _SPACED.sub("", " ".join((self._allowed, self._records, *(said for _, _, said in self._quoted))))

    @cached_property
    def names(self) -> str:
        """Everybody whom the records name, customers and people, in small letters."""
        return self._records.lower()

    @cached_property
    def owners(self) -> dict[str, set[str | None]]:
        """Whose sources have each mark, see `marks`; None for sources of nobody."""
        found: dict[str, set[str | None]] = defaultdict(set)
        for _, account, said in self._quoted:
            for mark in marks(_SPACED.sub("", said)):
                found[mark].add(account)
        return found

    @cached_property
    def writes(self) -> frozenset[tuple[str | None, bool]]:
        """Each customer with whether they write in Latin letters (True) or Chinese, or both: only there are their words known."""
        counts = Counter((owner, mark.isascii()) for mark, them in self.owners.items() for owner in them)
        return frozenset(who for who, count in counts.items() if count >= _WRITES)


def marks(text: str) -> frozenset[str]:
    """What a text is recognised by: the stems of its longer Latin words, its Chinese characters two by two."""
    small = text.lower()
    pairs = (run[at : at + 2] for run in _HAN.findall(small) for at in range(len(run) - 1))
    return frozenset((*(word[:_STEM] for word in _LATIN.findall(small)), *pairs)) - _COMMON
