"""Everyday words: what an account's short name must not be mistaken for when it stands in a text without capitals."""

from __future__ import annotations

from functools import lru_cache
from sys import intern

from escalation.text.concepts import forms
from escalation.text.stemming import stem
from escalation.text.stopwords import STOP_WORDS

_ENGLISH = """
able above across active actual add address advance agent ahead air alpha already although always amount anchor answer apex apple
around arrow ask atlas autumn aware back base basic beacon become before begin best beta better between big bill black block blue
board body book bottom box bridge bright bring broad brook build business call canvas capital care carry case cause cedar cell
center central century chain chance change chapter check choice circle city class clear click close cloud code cold color come
common compass complete concept connect contact core corner count cover craft create crew cross crown crystal cup current cut
cycle dawn day deal deep delta depth desk detail direct door double dream drive drop eagle early earth east easy echo edge eight
element elite else energy engine enter equal event every exact example expert express extra eye face fact fair fall family far
farm fast father field fifth final find fine fire first fit five fix flag flash flow fly focus follow food force forest forge form
forward foundation four frame free fresh friday friend front full fusion future game garden gate gather general gift girl give
glass global go gold good grand grass gravity great green grey ground grow guard guide half hall hand happen happy harbor hard
head health heart heavy help high hill hold home honest hope horizon hour house hub human hundred idea impact index indigo inner
inside iron island item january job join journey june jump key kind king know lake land large last late launch layer lead leaf
learn left less lesson level life lift light like lime line link lion list little live local long look loop lot love low lunar
magic main make man map maple march mark market master match matter maybe meadow mean measure meet mercury method metro middle
might mind mine minute mirror mix mobile model modern moment momentum monday money month moon morning mother motion mountain
move music name nature near need nest never new news next nice night nine noon nord normal north note nova number oak ocean
october off office often old olive omega once one online open orange orbit orchard other outer outside over pacific pace page
pair paper parallel park part partner party pass past path peak pearl people perhaps person phase pilot pine pioneer place plain
plan planet plant play plus point polar pool port position power present press prime print pro problem process product prompt
proof provide public pulse pure purple push put quality quarter quick quiet quite radius rain raise range rapid rather reach
read ready real really reason red region regular remain rest result return rich ride ridge right ring rise river road rock room
root rose round route royal rule run rush safe sage same saturday say scale scene school scope sea season second section see seed
seek seem send sense set seven shape sharp shift ship shop shore short show side sigma sign signal silver simple since six sky
small smart snow social soft solar solid some song soon sound source south space spark special speed spirit spot spring square
stage stand star start state station stay steel step stone store storm story stream street strong studio style subject summer
summit sun sunday sunrise support sure surface swift system table take talk target team tell ten term test thing think third
thousand three thursday thus time tip today together tomorrow tone top total touch toward tower town track trade trail train
travel tree true trust try tuesday turn twelve twenty two type under union unit unity until upper urban use valley value vector
vertex very view village vision vista voice walk wall want warm watch water wave way weather web wednesday week well west
wheel while white whole wide wild wind window wing winter wire wise wish within wolf wonder wood word work world write year
yellow yes yesterday young zen zero zone
"""
_CHINESE = """
今天 明天 昨天 上午 下午 晚上 早上 时间 时候 问题 情况 公司 平台 系统 产品 用户 信息 科技 技术 网络 软件 中国 国际 全球
世界 东方 南方 北方 西部 东部 华东 华南 华北 中心 大家 所有 全部 部分 之前 之后 以后 以前 开始 结束 继续 需要 希望 可能
应该 已经 正在 目前 现在 最近 一直 一起 一次 第一 天天 每天 每次 平安 智能 数字 云端 未来 创新 光明 长城 新华 大众 方正
同方 联想 顺风 顺丰 先锋 阳光 星期 本地 海外 国内 国外 方面 方式 方法 结果 内容 操作 管理 运营 业务 市场
"""


def common_english() -> frozenset[str]:
    """The stems of the common English words above."""
    return frozenset(map(stem, _ENGLISH.split()))


@lru_cache(maxsize=1)
def _stems() -> frozenset[str]:
    return (
        common_english() | STOP_WORDS | frozenset(intern(word) for phrase in forms().words for word in phrase.split())
    )


def is_everyday(words: str) -> bool:
    """Whether a folded phrase is nothing but common words, English or Chinese; such a name needs its capitals."""
    if words.isascii():
        return all(stem(word) in _stems() for word in words.split())
    return _is_everyday_chinese(words)


def _is_everyday_chinese(run: str) -> bool:
    """Whether known words cover the run from end to end."""
    known, reached = forms().runs, {0}
    plain = frozenset(_CHINESE.split())
    for start in range(len(run)):
        if start in reached:
            reached |= {
                end for end in range(start + 1, len(run) + 1) if run[start:end] in known or run[start:end] in plain
            }
    return len(run) in reached
