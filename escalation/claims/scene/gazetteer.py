"""Gazetteer: places and products with a name of their own in each language; what no source names in either is invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from escalation.claims.book import EvidenceBook
from escalation.claims.lazy import Lazy

_PLACES = """
philippines 菲律宾; vietnam 越南; thailand 泰国; indonesia 印度尼西亚 印尼; malaysia 马来西亚; russia 俄罗斯;
ukraine 乌克兰; romania 罗马尼亚; bulgaria 保加利亚; turkey 土耳其; nigeria 尼日利亚; kenya 肯尼亚; egypt 埃及;
morocco 摩洛哥; mexico 墨西哥; argentina 阿根廷; chile 智利; peru 秘鲁; colombia 哥伦比亚; brazil 巴西;
iran 伊朗; iraq 伊拉克; israel 以色列; pakistan 巴基斯坦; bangladesh 孟加拉国; belarus 白俄罗斯;
serbia 塞尔维亚; croatia 克罗地亚; hungary 匈牙利; slovakia 斯洛伐克; slovenia 斯洛文尼亚; greece 希腊;
latvia 拉脱维亚; lithuania 立陶宛; estonia 爱沙尼亚; iceland 冰岛; luxembourg 卢森堡; malta 马耳他;
cyprus 塞浦路斯; cambodia 柬埔寨; laos 老挝; myanmar 缅甸; nepal 尼泊尔; mongolia 蒙古; kazakhstan 哈萨克斯坦;
moldova 摩尔多瓦; bucharest 布加勒斯特; manila 马尼拉; hanoi 河内; bangkok 曼谷; jakarta 雅加达; moscow 莫斯科;
kyiv 基辅; warsaw 华沙; prague 布拉格; budapest 布达佩斯; istanbul 伊斯坦布尔; lagos 拉各斯; nairobi 内罗毕;
cairo 开罗; dubai 迪拜; mumbai 孟买; delhi 德里; bangalore 班加罗尔; amsterdam 阿姆斯特丹; rotterdam 鹿特丹;
brussels 布鲁塞尔; vienna 维也纳; zurich 苏黎世; geneva 日内瓦; milan 米兰; rome 罗马; madrid 马德里;
barcelona 巴塞罗那; lisbon 里斯本; dublin 都柏林; copenhagen 哥本哈根; stockholm 斯德哥尔摩; oslo 奥斯陆;
helsinki 赫尔辛基; frankfurt 法兰克福; munich 慕尼黑; hamburg 汉堡; osaka 大阪; seoul 首尔; shenzhen 深圳;
guangzhou 广州; shanghai 上海; hangzhou 杭州; nanjing 南京; chengdu 成都; wuhan 武汉; suzhou 苏州; tianjin 天津;
chongqing 重庆; kaohsiung 高雄; taichung 台中; sydney 悉尼; melbourne 墨尔本; toronto 多伦多; vancouver 温哥华
"""
_PRODUCTS = """
firefox 火狐; chrome 谷歌浏览器; safari; android 安卓; iphone 苹果手机 ios; ipad 平板 tablet; windows; linux;
outlook; excel
"""


@cache
def _forms() -> dict[str, frozenset[str]]:
    rows = [row.split() for row in f"{_PLACES};{_PRODUCTS}".split(";") if row.strip()]
    return {form: frozenset(row) for row in rows for form in row}


_PLACE_ZH = Lazy(
    "|".join(
        sorted(
            (form for row in _PLACES.split(";") for form in row.split() if not form.isascii()), key=len, reverse=True
        )
    )
)
_PRODUCT = Lazy(r"(?<![\w-])(?:Firefox|Chrome|Safari|Android|iPhone|iPad|Linux|Outlook)(?![\w-])|火狐|谷歌浏览器|安卓")


def told_in_either(word: str, book: EvidenceBook) -> bool:
    """Whether a word is such a name and some source, or a customer's record, has it in any language."""
    forms = _forms().get(word.lower(), frozenset[str]())
    return any(_named(form, book) for form in forms)


def unnamed(folded: str, book: EvidenceBook) -> Iterator[tuple[int, int]]:
    """Spans of such names of a folded text that nobody names in either language."""
    for pattern in (_PLACE_ZH, _PRODUCT):
        for match in pattern.finditer(folded):
            if not told_in_either(match[0], book):
                yield match.span()


def _named(form: str, book: EvidenceBook) -> bool:
    if form.isascii():
        said = book.vocabulary.words
        return form in said or any(re.search(rf"(?<![a-z]){form}", str(zone).lower()) for zone in book.zones)
    return form in book.vocabulary.told
