"""The same word of something else: a layout in disorder is no data, a lawyer on leave no threat, who shall sign no pressure.

Over folded text. What is looked for is whom or what the word is said of, and whether it is done to us.
"""

from __future__ import annotations

import re

_LAID_OUT = re.compile(
    r"\b(?:lay-?outs?|widgets?|columns? widths?|fonts?|css|buttons?|icons?|alignment|margins?|screens?|monitors?|menus?"
    r"|sidebars?|the (?:page|display|view|ui|interface|formatting|styl\w+))\b"
    r"|布局|版面|版式|排版|界面|页面|样式|字体|图标|控件|按钮|菜单|侧栏|边栏|组件|卡片|对齐|间距|屏|窗口|画面|外观"
)
_STORED = re.compile(
    r"\b(?:data|records?|rows?|amounts?|totals?|figures|numbers|values|balances?|files?|orders?|invoices?|names?|entries)\b"
    r"|数据|记录|金额|数字|数值|余额|总数|统计|结果|账|文件|订单|发票|姓名|字段|内容|库存|条目"
)

_AWAY = re.compile(
    r"\b(?:on (?:\w+ )?(?:leave|holidays?|vacation|sabbatical)|away|absent|out (?:of office|sick|until|for)|off sick|travel\w+"
    r"|retir\w+|left the firm|has left)\b|请.{0,3}假|休.{0,3}假|年假|产假|病假|出差|度假|不在|外出|离职|退休|调岗"
)
_AGAINST_US = re.compile(
    r"\b(?:sue|suing|court|claims?|damages|demand\w*|threat\w*|letter|compensat\w+)\b|函|起诉|诉讼|索赔|追究|告我们|告你们|法院"
)

_DEED = r"(?:counter)?-?sign(?:s|ed|ing|-?off)?\b|approv\w+|authori[sz]\w+|ratif\w+|initial(?:s|led)?\b"
_ENGLISH_TO = rf"(?:{_DEED}|signatures?|approver|signer|signatory|stand(?:s|ing)? in|deput\w+|delegat\w+|substitut\w+)"
_HANDED = re.compile(rf"\b{_ENGLISH_TO}(?: (?:\w+ ){{0,3}}(?:by|to|from|of|for|as|is))? (?:\w+ ){{0,2}}$")
_DOES = re.compile(
    rf"^(?:['’]s)? (?:(?:to|must|should|can|could|may|has to|needs to|who|then|also) ){{0,2}}(?:{_ENGLISH_TO})"
)
_HANDED_ZH = re.compile(r"(?:由|替|代替|换成|改成|转给|转由|交给|交由|授权给?|委托|设为|设成|指定)[^，。,;]{0,6}$")
_DOES_ZH = re.compile(r"^[^，。,;]{0,4}(?:代为|代理|代签|代批|代审|签署|签字|签名|签核|会签|审批|审核|批准|核准|复核)")
_PRESSES = re.compile(
    r"\b(?:demand\w*|furious|angry|unhappy|upset|complain\w*|threat\w*|personally|escalat\w*|insist\w*)\b"
    r"|投诉|不满|发火|生气|怒|施压|威胁|亲自|质问|过问|追问|介入|升级|要求"
)
_HAPPENED = re.compile(
    r"\b(?:received|got|opened|clicked|entered|typed|logged in|signed in|downloaded|was (?:locked|logged|signed))\b"
    r"|收到|点了|点开|点击|点进|打开了|填了|输入|输了|登录|登入|扫了|下载了|被登"
)
_TELLS = re.compile(
    r"^(?:['’]s|者|本人|那边)?\s*(?:says?|said|told|tells|reports?|remembers?|recalls?|说|讲|表示|回忆|反映|称)"
)


def of_the_layout(clause: str) -> bool:
    """Whether what is said to be in disorder is how something looks, and nothing that is kept."""
    return bool(_LAID_OUT.search(clause)) and not _STORED.search(clause)


def is_away(clause: str) -> bool:
    """Whether the clause tells that somebody is not at work, and nothing they do against us."""
    return bool(_AWAY.search(clause)) and not _AGAINST_US.search(clause)


def in_the_work(clause: str, start: int, end: int) -> bool:
    """Whether who is named at [start, end) is to sign or approve something, or only tells what happened to them."""
    before, after = clause[:start], clause[end:]
    if _PRESSES.search(clause):
        return False
    if _HANDED.search(before) or _DOES.match(after) or _HANDED_ZH.search(before) or _DOES_ZH.match(after):
        return True
    return bool(_TELLS.match(after) and _HAPPENED.search(after))


_VISITS = (
    r"\b(?:cars?|coach(?:es)?|bus(?:es)?|vehicles?|drivers?|lorr(?:y|ies)|trucks?|vans?|guests?|visitors?|passengers?|shoppers?|spectators?|fans"
    r"|patients?|pupils|students|crowds?|attendees|audience|concert-?goers|travell?ers|trains?|planes?|ships?)"
)
_OUT_OF_A_PLACE = re.compile(
    rf"{_VISITS} (?:\w+ ){{0,3}}(?:wants? (?:to )?(?:get )?out|(?:leav|exit|mov)(?:e|ing)|go(?:ing)? (?:out|home))\b"
    r"|\b(?:out of|leave|exit) (?:the|our|their|his|her|a|this) (?:\w+ ){0,2}(?:garage|car park|parking|lot|building|train"
    r"|station|hall|stadium|venue|hotel|ward|hospital|site|room|museum|airport|school|store|shop|office|campus|platform|gate|elevator|lift)"
    r"s?\b|(?:车主|车辆|汽车|货车|客车|访客|游客|旅客|乘客|观众|住客|学生|病人|患者|司机|\d+ ?辆车?|辆车)[^，。,;]{0,6}"
    r"(?:要走|离开|走人|出去|出场|想走)"
)
_LEAVES_US = re.compile(
    r"\b(?:us|you|contract|subscription|vendor|supplier|provider|competitor|renew\w*|cancel\w*|agreement|product|platform for)\b"
    r"|换(?:一家|供应商|厂商|系统|平台)|你们|我们|合同|续约|续费|竞品|退订"
)


def out_of_a_place(clause: str) -> bool:
    """Whether who wants out or away are cars or visitors of a place, and it is no contract that they want out of."""
    return bool(_OUT_OF_A_PLACE.search(clause)) and not _LEAVES_US.search(clause)
