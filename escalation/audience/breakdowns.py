"""Breakdowns: a part of our own works, told as having failed, is a cause, whatever verb tells it."""

from __future__ import annotations

from escalation.claims.lazy import Lazy

_PART = (
    r"(?:pool|queue|thread|process|migration|certificate|worker|lock|cron(?:job)?|scheduler|parser|cache|database|server|disk"
    r"|memory|index|release|deploy(?:ment)?|rollout|patch|script|cleanup|retention|feature flag|flag|firewall|proxy|router|switch"
    r"|gateway|load balancer|backup|failover|replica(?:tion)?|cluster|node|shard|partition|token|secret|key|quota|limit|timer"
    r"|container|image|driver|library|dependency|buffer|broker|consumer|dispatcher|connector|hook|handler|regression|bug"
    r"|race|overflow|leak|upgrade|configuration|config|setting|mapping table|lookup table|batch|job)"
)
_UPRIGHT = (
    r"(?!finish|complet|succe|start|restart|recover|return|caught|process|deliver|arriv|work|improv|pass|resum|clear|reach"
    r"|produc|show|help|fix|solv|confirm|includ|add|brought|ship|launch|allow|use|need|receiv|creat|load|open|answer|respond"
    r"|went live|went through|ran (?:again|fine|through|normally|as|without|successfully)|came back|got through|changed|ended"
    r"|collect|record|print|upload|export|import|sent|took over)"
)
_PAST = (
    rf"{_UPRIGHT}(?:[a-z]+(?:ed|ought|aught)|ran|went|left|fell|hung|froze|lost|took|broke|got|held|stuck|hit|blew|died|forgot"
    r"|overwrote|overran|lagged|choked|ate|threw|cut|spilled|burst|sat|stood|kept|gave|swallowed)"
)
_SUBJECT = rf"\b(?:the|an?|one|two|three|some|our|another|several)(?! (?:you|your)) (?:[\w'-]+ ){{0,3}}?{_PART}s?"
_WHOLE = (
    r"\b(?:the|our)(?! (?:you|your)) (?:[\w'-]+ ){0,3}?"
    r"(?:service|system|backend|platform|infrastructure|capacity|pool|queue)s?"
)
_WORN = (
    r"(?:at (?:its|their|the|full) (?:limits?|ceiling|maximum|cap|capacity)|at capacity|maxed out|saturated|exhausted|overloaded"
    r"|overwhelmed|running out|used up|out of (?:memory|connections|space|capacity)|under (?:too much|heavy) load)"
)
"""Said of a whole service too: what wears it out is a cause, where "the service is back" is none."""
TOLD = Lazy(
    rf"{_SUBJECT}(?: of [\w-]+)?(?:,? which [^,.\n]{{1,30}},)? (?:had |has |have )?(?:simply |just |silently |quietly |then )?"
    rf"{_PAST}\b(?! (?:by|you|your team)\b)[^.\n]*"
    rf"|{_SUBJECT} (?:had|has|contained|contains) (?:an?|some|several) (?:[\w-]+ )?"
    r"(?:hole|bug|flaw|defect|leak|gap|error|fault|loophole)s?\b[^.\n]*"
    r"|\bwhat (?:went wrong|happened)(?: here)?(?: is(?: that)?| was(?: that)?|:)(?! (?:unknown|unclear|not|still))[^.\n]*"
    rf"|{_WHOLE}(?: (?:of|for|in|behind) (?:(?:the|our|its) )?(?:[\w-]+ ){{0,2}}?[\w-]+)?"
    rf" (?:is|are|was|were|has been|had been|got) (?:\w+ly |now |often )?{_WORN}\b[^.\n]*"
    rf"|{_SUBJECT} (?:is|was|were|has been|had been|got) (?:full|empty|exhausted|overloaded|overwhelmed"
    r"|corrupt(?:ed)?|misconfigured|stuck|out of|expired|missing|too (?:small|short|low|old|large|slow)|deleted"
    r"|truncated|overwritten|skipped|left out)\b[^.\n]*"
)
"""A part with an active verb of the past that is no verb of its doing well; or in a state that no part is in when it works."""

_PART_ZH = (
    r"(?:线程池?|进程|队列|缓存|连接池?|证书|令牌|密钥|迁移|升级|发布|上线|改动|变更|脚本|定时任务|任务|索引|补丁|清理|程序|网关|路由|节点|集群"
    r"|分片|分区|磁盘|内存|数据库|主库|从库|备份|配置|开关|限流|配额|锁|容器|镜像|中间件|消息队列|负载均衡|防火墙|代理|接口程序|解析器)"
)
_WORN_ZH = r"(?:到了?(?:上限|极限|瓶颈)|达到了?(?:上限|极限|瓶颈)|跑满了?|撑不住|扛不住|超(?:负荷|载|限)|过载|不堪重负)"
TOLD_ZH = Lazy(
    rf"[^,。\n您]{{0,12}}(?:{_PART_ZH}|服务|系统|平台|后端|容量)(?!的上限)[^,。\n您]{{0,3}}?{_WORN_ZH}[^,。\n]*|"
    rf"[^,。\n]{{0,12}}{_PART_ZH}[^,。\n您]{{0,8}}?(?:漏[掉了]|丢[掉了]|覆盖了?|误删|写错|卡死|卡住|挂了|挂掉|崩溃|崩了|冲突|死锁|错乱"
    r"|打乱|改坏|读错|跳过了?|失效|过期|耗尽|用完|打满|占满|写满|撑爆|爆了|溢出|泄漏|阻塞|堵[住塞了]|抢同?一?|争抢|重复(?:执行|消费|触发)"
    r"|没有?(?:生效|执行|跑|触发|续期|清理|释放)|跑[飞偏]了?|太小|不够用)[^,。\n]*"
    rf"|{_PART_ZH}[^,。\n您]{{0,4}}把[^,。\n]{{1,14}}?(?:删|改|盖|覆盖|冲|清|弄|搞|锁|占)(?:掉|了|坏|错|空|没|死|满)[^,。\n]*"
    rf"|(?:{_PART_ZH}|版本|校验|逻辑)[^,。\n您]{{0,8}}?(?:有|存在)(?!没有|什么|问题吗)[^,。\n]{{0,4}}(?:漏洞|缺陷|bug|疏漏)[^,。\n]*"
)
