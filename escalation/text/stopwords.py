"""Words that say nothing about what a question is about; left out of queries, never out of what is stored."""

from __future__ import annotations

from escalation.text.stemming import stem

_ENGLISH = """
a an the this that these those it its they them their there here we our us i my me you your he she his her who whom which
what when where why how and or but nor so if then than as at by for from in into of off on onto out over to up with within
about after again all also am any are be been being both can could did do does doing done each few had has have having is
just may might more most must not no now only other own same shall should some such too very was were will would please
hi hello hey dear thank thanks regard regards since while still yet get got getting keep way ways whether
"""

# Pairs, because the index holds pairs.
_CHINESE = """
我们 你们 他们 您们 她们 它们 大家 自己 这个 那个 这些 那些 这里 那里 哪个 什么 怎么 为何 为什 什么 如何 是否 可否 能否
一个 一下 一些 因为 所以 但是 可是 不过 如果 而且 并且 以及 或者 还是 然后 已经 正在 目前 现在 可以 能够 应该 需要 进行
没有 有人 有没 办法 有办 请问 您好 你好 谢谢 感谢 麻烦 帮忙 帮我 一直 还有 就是 也是 都是 不是 的话 的是 了吗 的吗 出现 情况 的
了 是 在 和 与 及 也 都 就 吗 呢 吧 啊 把 被 让 给 对 从 到 我 你 您 他
"""


_LISTED = frozenset(_ENGLISH.split()) | frozenset(_CHINESE.split())

STOP_WORDS: frozenset[str] = _LISTED | frozenset(map(stem, _LISTED))
"""Folded tokens, English ones both as written and as the stemmer leaves them."""

_MOMENTS = """
今天 明天 昨天 前天 今早 昨晚 上午 下午 晚上 早上 开始 之前 之后 以后 以前 最近 天开 天起 始就 客户 户说 户反
"""
_TIMES = frozenset(_MOMENTS.split())
_PARTICLES = frozenset(word for word in _LISTED if len(word) == 1 and not word.isascii()) | frozenset(
    "说的着过起不很又还"
)


def says_nothing_of_the_matter(token: str) -> bool:
    """Whether a token of a Chinese run is a time, or a pair across the edge of a word: 「从昨」 in 「从昨天开始」."""
    return token in _TIMES or (len(token) == 2 and not token.isascii() and not _PARTICLES.isdisjoint(token))
