"""Whether the words quoted for leaving it with support say it: what only sounds so is told as such, and quotes nothing."""

from __future__ import annotations

import re

from escalation.terms import Criterion
from escalation.text.folding import fold

_KNOWN = (
    r"\b(?:kb|articles?|docs?|document(?:ed|ation)|guides?|manual|known (?:issue|bug)|workarounds?|work-?around|way round"
    r"|solutions?|help (?:page|cent(?:re|er))|instructions?|steps|fix(?:es|ed)?|faq|release notes)\b"
    r"|文章|文档|文件|知识库|办法|方案|方法|已知|绕过|教程|说明|步骤|手册|帮助"
)
_STATES: dict[Criterion, re.Pattern[str]] = {
    "documented_solution": re.compile(_KNOWN),
    "configuration": re.compile(
        r"\b(?:settings?|set (?:to|up|by|in)?|config\w*|filters?|permissions?|roles?|rights|toggle\w*|switch\w*|enabl\w*"
        r"|disabl\w*|options?"
        r"|dns|mapping\w*|map|time ?zones?|idp|metadata|certificates?|firewall|allow-?list|whitelist|proxy|domain|scope"
        r"|rules?|templates?"
        r"|fields?|columns?|seats?|licen[cs]es?|plan|quota|admin\w*|invite\w*|add(?:ed|ing)?|remov\w*|renam\w*|chang\w*"
        r"|turn(?:ed)? (?:on|off)"
        r"|install\w*|activat\w*|connect\w*|integrat\w*|format\w*|import\w*|export\w*|notif\w*|language|password|e?-?mail"
        r"|account)\b"
        r"|设置|设定|配置|筛选|权限|角色|开关|开启|关闭|启用|停用|选项|映射|时区|元数据|证书|防火墙|白名单|代理|域名|范围|规则|模板|字段|席位|许可|套餐|额度|管理员|邀请|添加|增加|移除|改名|修改"
        r"|更改|调整|安装|激活|连接|对接|格式|通知|语言|密码|邮箱|账号"
    ),
    "guidance": re.compile(
        r"\b(?:how|where|what|which|who|whether|can (?:we|i|they|you)|could|is (?:it|there)|possible|wants? to|would like"
        r"|need(?:s)? to know"
        r"|asks?|asking|asked|question\w*|wonder\w*|explain\w*|show\w*|help\w*|train\w*|guide\w*|find\w*|look(?:s"
        r"|ing)? for|learn\w*|understand\w*"
        r"|confus\w*|not sure|unsure|does(?:n['’]?t)? know|best way|advice|tips?|meaning|means?)\b|\?"
        r"|怎么|如何|哪里|哪儿|在哪|什么|哪个|谁|是否|能否|能不能|可不可以|可以.{0,6}吗|吗|想|希望了解|问|请教|咨询|解释|帮|培训|教|指导|找不到|不会|不懂|不清楚|不知道|意思|办法|？"
    ),
    "known_limitation": re.compile(
        r"\b(?:limit\w*|max\w*|at most|only|not (?:supported|possible|available|offered)|unsupported|does(?:n['’]?t| not)"
        r"|can(?:['’]?t|not)"
        r"|no (?:way|option|support)|without|lacks?|missing|known|by design|intended|expected|up to|more than|cap"
        r"|too (?:large|big|many|long))\b"
        r"|限制|上限|最多|只能|仅|不支持|没有|不能|无法|缺|已知|按设计|设计如此|超过|太大|太多|太长|不行|不可以|暂无"
    ),
    "similar_resolved": re.compile(
        r"\b(?:before|again|last (?:time|week|month|year)|earlier|previous\w*|already|once|solved|resolved|fixed"
        r"|same (?:as|issue|problem|thing|way)"
        r"|similar|like (?:in|last|the)|known|as in|back in|recall|remember\w*)\b"
        r"|之前|以前|上次|上回|上个|上周|曾|已经|解决过|处理过|修过|同样|一样|相同|类似|记得|跟.{0,8}一样"
    ),
}


def states(criterion: Criterion, words: str) -> bool:
    """Whether words that are to be quoted for a criterion have one in them that tells it. What speaks for escalating is told in
    too many ways for a list, and its reader is trusted."""
    pattern = _STATES.get(criterion)
    return pattern is None or pattern.search(fold(words)) is not None
