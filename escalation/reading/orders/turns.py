"""Orders that turn the reader itself: another role, its rules forgotten, its instructions and other customers' data revealed."""

from __future__ import annotations

import re

from escalation.reading.orders.words import GO, MACHINE, THE

TURNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "role",
            (
                r"<\|?/?(?:im_start|im_end|system|assistant|endoftext|eot_id|start_header_id)\|?>|\[/?inst\]"
                r"|<</?sys>>"
            ),
        ),
        (
            "role",
            (
                r"^[#*\s\[<(]*(?:system|developer|assistant) (?:prompt|message|instructions?|override|note"
                r"|update)\b[^:]{0,20}[:\])]"
            ),
        ),
        ("role", r"^#+\s*(?:new )?(?:instructions?|system)\b\s*:?"),
        (
            "role",
            (
                r"^[\s>*\[(【]*(?:system|assistant|developer|admin)\s*[\])】]?\s*:\s*(?:you\b|please\b|ignore"
                r"|mark|set|do not|don't|escalate|reveal|send"
                r"|always|never|treat|respond|override|the (?:user|customer)|new|from now|[你请将把忽必]|the following)"
            ),
        ),
        (
            "role",
            (
                r"^[\s>*\[(【]*系统\s*(?:提示|指令|消息|通知|命令|管理员)?\s*[\])】]?\s*:\s*(?:你|请|将|把|忽略"
                r"|必须|从现在|立即|所有|覆盖|不要)"
            ),
        ),
        (
            "role",
            (
                rf"\byou are now (?:an? |the |in |my |our |acting )?[\w -]{{0,30}}(?:{MACHINE}|mode\b|admin|root"
                rf"|persona|unrestricted|role\b|dan\b)"
            ),
        ),
        (
            "role",
            (
                rf"{GO}(?:act|behave|respond|pretend|roleplay) (?:as|like|to be) (?:if you (?:are|were) )?(?:an? "
                rf"|the )?[\w -]{{0,30}}(?:{MACHINE}|admin|root|dan\b|developer|unrestricted|escalation engine)"
            ),
        ),
        (
            "role",
            (
                r"(?:你现在是|你现在扮演|从现在(?:开始|起),?你(?!们)(?:就是|是|将|要|必须|只|不再)|请?扮演(?:一个"
                r"|一名)?).{0,14}(?:助手|模型|ai|机器人|管理员|模式|角色|系统|权限|限制|回复|服从|执行|规则"
                r"|开发者)"
            ),
        ),
        (
            "role",
            (
                r"\b(?:developer|debug|god|jailbreak|unrestricted|maintenance|admin) mode (?:is )?(?:enabled"
                r"|activated|on)\b|(?:进入|启用|开启)(?:开发者|越狱|无限制)模式"
            ),
        ),
        (
            "ignore",
            (
                rf"{GO}(?:ignore|disregard|forget|override|bypass|discard|do not follow|don't follow"
                rf"|stop following|pay no attention to|drop){THE}"
                r"\s+(?:(?:previous|previously|prior|above|earlier|preceding|existing|other|safety|system"
                r"|original|initial|former|past|given|internal|escalation|severity|security|security"
                r"|developer)[\s/,]*(?:and |or )?)+"
                rf"(?:\w+\s+){{0,2}}?(?:instruct|prompt|rules?\b|guid|direct|polic|command|context|constraint"
                rf"|restriction|criteria|filter|safeguard)"
            ),
        ),
        (
            "ignore",
            (
                rf"{GO}(?:ignore|disregard|forget|override|bypass){THE}\s+(?:instructions?|prompts?|rules?"
                rf"|guidelines?|guardrails?|polic(?:y|ies))\b(?! (?:in|from|on|of|about|for|i|we)\b)"
            ),
        ),
        (
            "ignore",
            (
                rf"{GO}(?:ignore|disregard|forget) (?:everything|all|anything)(?: that)?(?: was| is| you (?:were"
                rf"|have been|'ve been))? (?:said |told |written |stated )?(?:above|before|earlier|previously|prior"
                rf"|so far|told)"
            ),
        ),
        (
            "ignore",
            (
                r"(?:忽略|无视|忘记|忘掉|抛开|不要理会|不必理会|不要遵守|不再遵守|不用遵守|跳过|绕过"
                r"|覆盖)(?:掉)?(?:你|系统|所有|一切|全部|任何|此|在|的|以上|之前|前面|上面|先前|上述|此前|原有"
                r"|现有|其他|安全|内置|默认|给|收到|被|设定|升级|到)*"
                r"(?:指令|指示|命令|提示词|提示|规则|设定|限制|约束|准则|规定|政策)"
            ),
        ),
        (
            "ignore",
            (
                r"(?:忽略|无视|忘记)(?:以上|上述|前面|之前)的?(?:所有|全部)?(?:内容|信息|文字)(?:并|,\s*并"
                r"|,?\s*(?:直接|只|改为|然后))(?:输出|执行|回复|回答|将|把|按)"
            ),
        ),
        (
            "reveal",
            (
                rf"{GO}(?:reveal|print|output|show|display|repeat|dump|expose|tell|give|disclose|include|list"
                rf"|leak|paste|return|quote|share|summari[sz]e)(?: (?:me|us|out|verbatim|word for word"
                rf"|back))*{THE}"
                r"(?:\s+[\w-]+){0,3}?\s+(?:system prompt|system message|hidden (?:prompt|instruction)"
                r"|initial (?:prompt|instruction)|instructions (?:you|above)|prompt above|your (?:prompt"
                r"|instruct|rules|guidelines|config)"
                r"|environment variables|env vars|tool (?:definitions|descriptions|list)|internal notes"
                r"|renewal odds|other (?:customers?|accounts?|tenants?)['’]?s? (?:data|arr|names?|detail"
                r"|contract|email|ticket|info|revenue|list|record|contact)|every customer['’]s)"
            ),
        ),
        (
            "reveal",
            (
                rf"{GO}(?:reveal|print|output|show|display|repeat|dump|disclose|leak)(?: me"
                rf"| us)?{THE}\s+(?:instructions|prompt)\b(?! (?:in|for|on|to|from|of)\b)|\bwhat (?:is|are"
                rf"|were) your (?:system |initial |original |hidden )(?:prompt|instructions)"
            ),
        ),
        (
            "reveal",
            (
                r"(?:输出|显示|泄露|透露|打印|列出|复述|说出|告诉我|展示|公开|返回|提供|附上|写出)(?:一下|给我"
                r"|出|出来)?.{0,10}(?:系统提示|提示词|你的(?:指令|设定|规则|配置)|初始指令|环境变量|(?:其他"
                r"|别的|所有|全部)(?:客户|账户|租户)的?(?:数据|资料|名单|名称|合同|联系|信息|arr|邮箱|收入"
                r"|记录)|内部(?:备注|笔记|信息|资料|评论)|续约概率)"
            ),
        ),
    )
)
