"""Words of steps taken: deeds, results, plans, and what only looks like a deed, over one folded sentence."""

from __future__ import annotations

import re

DID = re.compile(
    r"\b(?:re-?started|re-?booted|reset|re-?installed|un-?installed|cleared|flushed|tried|re-?tried"
    r"|tested|checked|verified|confirmed (?:that )?(?:the )?(?:network|settings?|permissions?)|updated"
    r"|upgraded"
    r"|rolled back|reverted|downgraded|re-?ran|ran|re-?connected|re-?authori[sz]ed|disabled|enabled"
    r"|turned (?:off|on)|switched|changed|removed|re-?added|re-?created|deleted|re-?imported|re-?synced"
    r"|re-?indexed"
    r"|logged (?:out|in|off)|signed (?:out|in)|used (?:another|a different|incognito|a private)|rotated"
    r"|re-?generated|increased|lowered|replaced|whitelisted|allow-?listed|followed|applied|escalated"
    r"|re-?built|re-?deployed|re-?assigned|swapped|re-?exported|re-?uploaded|reproduced|compared"
    r"|ruled out)\b"
    r"|\b(?:restarting|reinstalling|clearing|resetting|rebooting|retrying|trying|updating|disabling"
    r"|switching|manual sync|incognito|different browser|another browser|status page)\b"
)
DID_HAN = re.compile(
    r"(?:已|已经|都|也|曾|我们|我|客户|又|刚|手动|自己|重新).{0,6}(?:重启|重装|重灌|回退|清(?:除|空|了|理)|尝试|试"
    r"|重置|重建|更新|升级|回滚|(?<!自动)(?<!被)(?<!就)(?<!会)退出|(?<!掉)(?<!丢)(?<!退出)登录|重新登录|切换|更换|换|禁用|关闭|开启|启用|检查|核对|验证|确认|测试"
    r"|重导|重跑|重连|卸载|刷新|同步|排查|复现|对比|冻结|修改|删除|授权|重试)"
    r"|(?:重启|重装|重灌|重开|回退|清除缓存|清理缓存|清缓存|清空缓存|试|重置|重建|更新|升级|回滚|切换|更换|换|禁用|关闭|检查"
    r"|核对|测试|重导|重跑|重连|卸载|刷新|重试|重新登录|重新安装)(?:了|过|.{0,6}(?:无效|没用|没效果|不行"
    r"|不管用|一样))|清(?:除|理|空|掉|完)?[了过][^，。；]{0,6}(?:缓存|快取|cookies?|cache|浏览)|(?:手动同步|状态页"
    r"|网络(?:正常|没问题|检查)|换(?:了|个|成|用)?.{0,4}(?:浏览器|电脑|设备|网络|账号)|无痕(?:模式)?)"
)
BARE_HAN = re.compile(
    r"重[启装灌置登开]|重新(?:登录|安装|启动|插拔)|清(?:缓存|理)|换(?!货|季|班|言)|拔|插|回退|回滚|降级|升级|刷新|试(?!用|点|卷|题)"
    r"|关(?:掉|闭|了)|停(?:掉|用|了)|改(?:用|走|接|成|回)|切(?:到|换|去|回)|转(?:用|到)|调(?:低|高|大|小|成)"
)
"""A deed without its ending, where a result beside it says that it was done."""
RESULT = re.compile(
    r"\b(?:no (?:effect|change|luck|difference|improvement|success|joy|help)|same\b(?: (?:error|issue|problem"
    r"|result|message|thing|behaviou?r|failure|count|number))?|still\b|to no avail|did(?:n['’]?t"
    r"| not) (?:help|work|change|fix|solve)|does(?:n['’]?t| not) (?:help|work|change|fix)"
    r"|without (?:effect|success|result|change|luck)"
    r"|(?:also |all |it )?(?:works?|worked|fixed|helped|resolved|solved)\b|fails? (?:again|too|as well"
    r"|the same)|failed|all (?:normal|green|good|operational|fine|ok)|(?:shows?|says|reports?|is|are"
    r"|looks?) (?:all |everything )?(?:normal|fine|ok|green|operational|good)|nothing (?:changed|helps?"
    r"|works|unusual)|ruled out|not the cause|reproduc\w+|persists?|unchanged|comes back|no \w+ (?:is|are|was"
    r"|were) missing|did nothing|as well)"
    r"|无效|没有?用|没效果|没有效果|不行|不管用|仍|还是|依然|依旧|一样|同样|正常|没问题|没变化|没有变化"
    r"|未解决|没解决|没有解决|失败|报(?:同样|错)|恢复|解决了|有效|可以|好了|没有改善|没改善|无改善"
    r"|无变化|没有?区别|没有?差别"
)
PLAN = re.compile(
    r"\b(?:please|must|could you|can you|would you|try (?:to|the|a|another|clear\w*|restart\w*|this)|(?:we"
    r"|i)(?:['’]ll| will| are going to|'m going to)|will|going to|should|let['’]?s|next (?:step|we)"
    r"|recommend|suggest|you (?:can|could|may|might|need to|should)|have you|did you|are you able"
    r"|need to|plan to|let me|if you|once you|before you|make sure|kindly|want (?:me|us) to|to be)\b"
    r"|请(?!求)|麻烦|建议|可以(?:先)?试|能否|能不能|是否|有没有|将(?:会)?(?!来)|会(?:尽快|继续|在|先)"
    r"|马上|我先|准备|打算|计划|接下来|下一步|稍后(?!重试)|先(?:试|重启|检查|清)|您?(?:可以|需要|试试|再试)"
    r"|吗[?？]?$|[?？]\s*$"
)
NEEDS_RESULT = re.compile(
    r"(?:(?:we|i) )?(?:have |could )?reproduced\b.*|\b(?:status page|manual sync|incognito"
    r"|different browser|another browser|\w+ing)\b|状态页|手动同步"
    r"|网络|无痕|换.{0,4}"
)
LEADS_ON = re.compile(
    r"^(?:\W*)(?:都(?:不行|没用|一样|无效)|(?:but |and |it |this |that |then )?(?:no (?:effect|change"
    r"|luck|difference)|same|still"
    r"|did(?:n't| not)|does(?:n't| not)|nothing|to no avail|without|unfortunately|(?:the )?(?:problem|issue|fault"
    r"|error) (?:stays|remains|persists|comes back)|it (?:works|worked"
    r"|failed))|(?:但|结果|可是|问题)?(?:仍|还是|依然|无效|没有?用|没有?效果|一样|不行|没有?变化|没有?区别|没有?差别|没有?改善|没有?好转|没有?起色|没有?作用|同样))"
)
SPLIT = re.compile(
    r"\s*(?:[,，;；]|(?<!\d)[:：]|[:：](?!\d)|\s[-–—]{1,2}\s|——|—|-&gt;|→"
    r"|\bbut\b|\band (?=still|the same|it\b|they\b|all (?:is|good|well)"
    r"|then\b|that\b|nothing|no |can reproduce)|但是?|可是|不过|结果)\s*"
)


NO_DEED = re.compile(
    r"\b(?:since|after|when(?:ever)?|where|who|if|once|because) (?:\w+ ){0,4}?\w+(?:ed|ing|set|changed)\b"
    r"|\b(?:usually|normally|generally|most of the time)\b|\bchanged nothing\b|^same\b|\bnothing (?:was "
    r"|has |is |we )?(?:was|has|is|changed|tried)\b"
    r"|\b(?:when|while|after|before) (?:i|we|they|he|she) (?:ran|run|did|look\w*|open\w*)\b"
    r"|\b(?:client|scheduler|job|system) (?:is|gives|was)\b.*\bafter\b"
    r"|\breset (?:mail|link|page)s?\b|\b(?:was|were|got) (?:changed|switched|replaced) (?:to|by|from|in)\b"
    r"|(?:换|更新|升级|修改|改|重启|登录)了?[^,，。]{0,12}(?:后|之后|以后)(?:[,，]"
    r"|(?!.*(?:还|仍|依|一样|同样|无效|没|不行|不管用|正常|恢复|好了|解决|可以|报)))"
    r"|(?:换|改|升级|更新|删)过?[^,，。]{0,4}的[^,，。]{0,6}(?:个|家|台|位|名|人)|(?:换|改)(?:了|成|到)?(?:别|其他|另一)家"
    r"|(?:须|必须|要求|需要?)[^,，。]{0,24}(?:证明|删除|更换|修改)|登[录錄][^,，。]{0,3}不(?!行|管)|(?:关闭|禁用|删除|开启"
    r"|启用|修改|更新|重置)的(?!时候)"
    r"|比平时|通常|一般来说|都能"
)
"""When something began, how it behaves, what it is called: no step anybody took."""
CIRCUMSTANCE = re.compile(
    r"\b(?:(?:we|i|they)(?:['’]ve| have)? )(?:changed|switched|moved|replaced|revoked|swapped)\b[^.;]{0,40}?\b(?:on (?:the"
    r"|mon|tue|wed|thu|fri|sat|sun)|last (?:\w+day|week|month|year)|in (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|(?:an?|\w+) (?:days?|weeks?|months?) ago|over the weekend)"
    r"|\b(?:was|were|got) (?:changed|deleted|removed|reset|disabled|replaced|switched|swapped)\b"
    r"|\b(?:signed|logged) in (?:at|from)\b|\bi was curious\b|\band (?:got|saw) (?:an?|our|the|another|some\w+) "
    r"|\bnot (?:yet )?(?:been )?(?:updated|changed|enabled|disabled|applied|removed|checked)\b"
    r"|\btrying to\b|\bis (?:no|not an?) (?:plan|option|solution|way)\b|\buntil (?:\w+ )?(?:is )?re-?start"
    r"|\b(?:try|trying|tried) (?:\w+ ){0,2}(?:competitors?|alternatives?|vendors?|rivals?)\b"
    r"|(?:在|正|开始|已经?|申请)试用|重开(?:了|过)?(?:一|两|几|\d+)?(?:家|张|个|份|次会)"
)
"""With no result told: what was so before, what somebody else did, or how a thing was come upon; no step against the fault."""
NAMED_ONLY = frozenset({"status page", "manual sync", "incognito", "different browser", "another browser"})
"""Words for a trial that by themselves may be what the matter is about: a result must be told."""
ACKNOWLEDGED = re.compile(
    r"\b(?:received (?:it|this|your)|(?:passed|handed|forwarded)\b.{0,24}\b(?:to|on)\b|(?:logged|recorded) (?:it"
    r"|this|your))"
    r"|\b(?:reproduc\w+|confirmed|checked|see) (?:it|this)\b.{0,24}\b(?:and|,) (?:(?:it|this) is |are "
    r"|is |am )?(?:with|looking|working|passed)\b"
    r"|\breproduced\b.{0,24}(?:\band|,) (?:(?:the|our) )?(?:engineers?|developers?|team|they|we)\b.{0,12}"
    r"\b(?:fix|working|looking|on it)\w*"
    r"|\bare (?:looking into|working on) (?:it|this)\b|复现.{0,6}[,，]正在"
    r"|复现[^，。]{0,4}[,，][^，。]{0,10}(?:在修|在查|在看|在弄|修复中|排查中)|正在(?:和|与|抢修|排查|处理)"
    r"|\b(?:has|have|['’]ve|was|is|been|being) (?:now |already |also )?escalated\b|\bescalated (?:it|this|that|your)\b"
    r"|(?:升级|上报|反馈|提交|上升|反映)(?:给|到|至)(?!v?\d)|已经?(?:回报|汇报|上报|反馈|反映|通报)(?:了)?(?:工程|研发|技术|开发|产品|后台)"
    r"|收到|已?转(?:给|交)|排期|正在恢复|在处理|已(?:记录|登记)|已确认$|已确认[,，]|已?确认是"
)
"""Words that only say that a report arrived or was found true."""
GREETING = re.compile(
    r"^(?-i:[A-Z][a-z]+), (?=(?:we|i)\b)|^(?:(?:hi|hello|hey|dear|good day) ?\w*|[\u4e00-\u9fff]{0,6}您?你?好)\s*[,，]\s*",
    re.IGNORECASE,
)
FAILED = re.compile(
    r"(?i)\s*\b(?:d(?:id|oes) nothing|ma(?:de|kes) no difference|(?:had|has) no effect|change[ds] nothing"
    r"|d(?:id|oes)(?:n['’]t| not) (?:help|work"
    r"|change\w*|fix \w+))\b.*"
    r"|(?:with )?no (?:luck|joy|success|effect|change|difference|improvement)$"
    r"|[都也](?:一[样樣]|同[样樣])$|[都也]?(?:不行|沒用|没用|无效|無效|没有?效果|沒有?效果|没有用"
    r"|不管用)$|(?:还是|還是|仍然?|依然|依旧)?同[样樣](?:的)?(?:报错|報錯|错误|錯誤).*"
)
"""A result told in the same breath as the step."""
AND_ALSO = re.compile(
    r"\s+(?:and|then|and then)\s+(?=(?:moved|re-?\w+ed|cleared|switched|changed|removed|tried|checked|disabled"
    r"|enabled|rotated"
    r"|deleted|updated|turned|ran|upgraded|tested)\b)"
)
ASKED_FOR = re.compile(
    r"(?i)\b(?:please|could you|can you|would you|try to|try"
    r"|as a work-?around,?|meanwhile,?|in the meantime,?)\s+(?:please\s+|also\s+|try\s+(?:to\s+)?)*((?:clear"
    r"|restart|re-?boot|reset|re-?install"
    r"|log (?:out|in|off)|sign (?:out|in)|update|upgrade|switch|use|try|open|disable|enable|turn|remove"
    r"|re-?connect|re-?authori[sz]e|set|re-?build|re-?index|untick|tick|select|unplug|rename|lower|raise|skip|roll"
    r"|delete|re-?import|re-?sync|change|check|test|run)\w*\b[^.?!\n]*)"
    r"|(?:请|麻烦|請|麻煩|可以)(?:您|你)?(?:先|再)?(?:试着|试试|尝试|試試|嘗試)?((?:重启|重啟|重装|重裝"
    r"|把[^。？！\n，,]{2,40}(?:改|设|設|调|調|关|關|开|開|换|換|删|刪|清|填|选|選)|按[^。？！\n，,]{1,12}(?:导出|匯出|导入|匯入|查|搜)"
    r"|清|换|換|退出|重新|更新|升级|升級|关闭|關閉|禁用|检查|檢查"
    r"|用)[^。？！\n，,]*)"
)
"""What an agent asks the customer to do; the customer's next words may tell that it was done."""
DID_THAT = re.compile(
    r"(?i)^\W*(?:ok(?:ay)?|yes|thanks|thank you)?[\s,.!]*(?:we |i |have |just |already )*(?:did|done"
    r"|tried) (?:that|this|it|so|both|all)\b"
    r"|^\W*(?:ok(?:ay)?|yes|thanks|thank you)?[\s,.!]*(?:all |both )?done(?=\W*$|\s*[,.;!–—]"
    r"|\s(?:and|but|no|still|same|without)\b)"
    r"|^\W*(?:都|已经?|按您?你?说的)?(?:照做|试过|[试做弄清改关换设调开删装]了|重启了)了?(?=\W*$|[，,。.！!；; ]|[也还但没仍])"
)
