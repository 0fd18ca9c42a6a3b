"""What an order to a machine looks like, as rules over one folded clause: an imperative, its object, and who it speaks to."""

from __future__ import annotations

import re

# Where an English imperative may begin: at the clause's start, or after a word that leads one in.
_GO = (
    r"(?:^\W*|[:,;(\[>*#\"'—–|-]\s*|\b(?:please|kindly|now|then|and|must|always|immediately|instead|just"
    r"|simply|also|should|shall"
    r"|never|important|note|to all|assistants?|ai|bot|agent|system|model|llm|hereby|have to|need to|are to"
    r"|next|first)[\s,:]+)"
    r"(?:please |kindly |now |also |always |immediately |to |you (?:must|should|will) )*"
)
_THE = r"(?:\s+(?:all|any|the|every|of|these|those|this|that|your|and|or|everything|whatever|what|else))*"
_MACHINE = (
    r"(?:\bai\b|assistant|language model|\bllms?\b|\bgpt|chatgpt|claude|copilot|\bbots?\b|chatbot|大模型"
    r"|语言模型|机器人|智能助手|助手|人工智能|小助理)"
)

STRONG: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
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
                rf"\byou are now (?:an? |the |in |my |our |acting )?[\w -]{{0,30}}(?:{_MACHINE}|mode\b|admin|root"
                rf"|persona|unrestricted|role\b|dan\b)"
            ),
        ),
        (
            "role",
            (
                rf"{_GO}(?:act|behave|respond|pretend|roleplay) (?:as|like|to be) (?:if you (?:are|were) )?(?:an? "
                rf"|the )?[\w -]{{0,30}}(?:{_MACHINE}|admin|root|dan\b|developer|unrestricted|escalation engine)"
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
                rf"{_GO}(?:ignore|disregard|forget|override|bypass|discard|do not follow|don't follow"
                rf"|stop following|pay no attention to|drop){_THE}"
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
                rf"{_GO}(?:ignore|disregard|forget|override|bypass){_THE}\s+(?:instructions?|prompts?|rules?"
                rf"|guidelines?|guardrails?|polic(?:y|ies))\b(?! (?:in|from|on|of|about|for|i|we)\b)"
            ),
        ),
        (
            "ignore",
            (
                rf"{_GO}(?:ignore|disregard|forget) (?:everything|all|anything)(?: that)?(?: was| is| you (?:were"
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
                rf"{_GO}(?:reveal|print|output|show|display|repeat|dump|expose|tell|give|disclose|include|list"
                rf"|leak|paste|return|quote|share|summari[sz]e)(?: (?:me|us|out|verbatim|word for word"
                rf"|back))*{_THE}"
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
                rf"{_GO}(?:reveal|print|output|show|display|repeat|dump|disclose|leak)(?: me"
                rf"| us)?{_THE}\s+(?:instructions|prompt)\b(?! (?:in|for|on|to|from|of)\b)|\bwhat (?:is|are"
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
        (
            "set_severity",
            (
                rf"{_GO}(?:set|change|update|force|override|assign|upgrade|raise|downgrade|lower"
                rf"|put){_THE}(?:\s+[\w-]+){{0,2}}?\s+(?:severity|impact level|escalation level|decision"
                rf"|target(?: team)?|sev)\b(?: (?:level|field))?[^.?]{{0,12}}?\s*(?:to|as|=|at|:)\s*\W?\w"
            ),
        ),
        (
            "set_severity",
            (
                rf"{_GO}(?:mark|flag|classify|rate|label|tag|categori[sz]e|report|grade"
                rf"|score){_THE}(?:\s+[\w#-]+){{0,4}}?\s+(?:as|to be|at)\s+(?:a |an |being )?\W?(?:critical"
                rf"|severity|sev[ -]?\d|p[01]\b|non-critical|not critical|harmless|resolved and|solved and|safe\b"
                rf"|low severity|high severity|medium severity|security incident)"
            ),
        ),
        (
            "set_severity",
            (
                r"(?:将|把|请).{0,14}(?:严重(?:级别|等级|程度|性)|级别|升级目标|对接团队|影响等级)(?:直接|统一"
                r"|一律|都|强制)?(?:设为|设置为|设成|改为|改成|调整为|调为|标为|标记为|定为|提升为|提升到|上调为"
                r"|升为|升到|调到|置为)"
            ),
        ),
        (
            "set_severity",
            (
                r"(?:标记|标注|标|归类|判定|判|定|分类|评)(?:为|成|定为)(?:[「\"'“]?)(?:关键|严重级别|critical|p0"
                r"|p1|最高级|最高严重|sev|安全事件|无需升级|已解决并)"
            ),
        ),
        (
            "set_severity",
            (
                r"\bseverity\s*[:=]\s*\"?(?:critical|high|medium|low)\b.{0,24}(?:required|mandatory|override"
                r"|regardless|no matter)|(?:必须|务必|一律|强制).{0,8}(?:严重级别|严重等级).{0,6}(?:关键|critical"
                r"|最高)"
            ),
        ),
        (
            "conceal",
            (
                rf"(?:{_GO}|\b)(?:do not|don't|never|without) (?:tell|mention|inform|notify|reveal|show|disclose"
                rf"|alert|telling|mentioning|informing|notifying|alerting|asking|say|report|let)(?: this| it"
                rf"| anything| that)?(?: to)? (?:the |any |your )?(?:users?|operators?|humans?|agents?"
                rf"|support (?:agent|staff|person|rep)|reviewers?|person reading|reader|(?:these"
                rf"|this) (?:instruction|comment|message|note|text|prompt)|that you (?:read|saw|were|received|are))"
            ),
        ),
        (
            "conceal",
            (
                r"(?:不要|别|不得|禁止|切勿|无需|不必|不准)(?:再)?(?:向|对|让|跟|把.{0,6})?(?:告诉|告知|提及|透露"
                r"|通知|提醒|显示|展示|说明|说|用户知|客服知|提到)?(?:给)?(?:用户|客服|操作员|操作者|坐席|支持人员"
                r"|管理员|审核|这条指令|本指令|此指令|这段话|这段文字|这条指示|本条指令|该指令)(?:人员|透露|提及"
                r"|知道|看到|发现|说明|这|本|此|有|内容|审核|确认|$|[,。])"
            ),
        ),
        (
            "send",
            (
                rf"{_GO}(?:send|forward|post|e-?mail|upload|transmit|exfiltrate|copy|publish|deliver|bcc|cc|submit"
                rf"|share)(?!.*\b(?:our|my)\b){_THE}(?:\s+[\w-]+){{0,3}}?\s+(?:system prompt|prompt|conversation"
                rf"|chat history|customer (?:list|data|records|database|names|emails|information|details)"
                rf"|all (?:customers|tickets|accounts|records|evidence|data)|credentials|api keys?|secrets?|tokens?"
                rf"|passwords?|internal notes|database|evidence|brief|context|access keys?|account (?:list|data"
                rf"|records)|accounts|tickets)\b.{{0,60}}?\b(?:to|at|on|via)\s+\S"
            ),
        ),
        (
            "send",
            (
                r"(?:把|将|请)(?!.{0,10}我们?的).{0,10}(?:客户(?:数据|资料|名单|列表|信息|记录|清单)|内部(?:备注"
                r"|信息|资料|讨论)|对话(?:记录|内容|历史)|聊天记录|提示词|密钥|凭证|简报|上下文|所有工单|全部工单"
                r"|数据库|证据|账户清单).{0,10}(?:发送|发|转发|上传|推送|抄送|贴|发布|传)(?:到|给|至|往)"
            ),
        ),
        (
            "command",
            (
                r"\b(?:carry_out|propose_action|write_brief|prepare_escalation|add_evidence|update_escalation"
                r"|draft_customer_update|fetch_tickets|lookup_account|plan_recovery)\b.{0,40}|(?:call|invoke|use"
                r"|run) (?:the )?[\w-]{2,24} (?:tool|function)\b(?=.{0,40}\b(?:with|to|and|now|without)\b)|(?:调用"
                r"|使用).{0,12}(?:工具|函数).{0,12}(?:发送|执行|删除|升级|设|提交|并)"
            ),
        ),
        (
            "command",
            (
                rf"{_GO}(?:respond|reply|answer|output)(?: to (?:this|everything|the user"
                rf"|all questions))? (?:only )?(?:only |exactly |solely )(?:with|in)?\b|{_GO}(?:only )(?:respond"
                rf"|reply|output|answer)\b|(?:只|仅)(?:能|需|需要|可以|允许)?(?:回复|输出|回答)[「\"'“:\w]"
            ),
        ),
        (
            "command",
            (
                r"\b(?:your|here are (?:your|the)|follow these|these are your|updated?) (?:new |only |real "
                r"|actual |updated )*(?:task|instructions?|role|objective|directives?|goal)s?(?: (?:now )?(?:is"
                r"|are)\b|\s*:)|\bnew instructions?\s*(?::|for (?:the )?(?:ai|assistant))|(?:新的?指令"
                r"|以下是?新的?(?:指令|指示|命令)|你的(?:新)?(?:任务|职责|角色|目标)(?:是|变为|改为))"
            ),
        ),
        (
            "command",
            (
                rf"{_GO}(?:skip|bypass|disable|turn off|proceed without|carry out without|execute without"
                rf"|approve without|post without)(?: the| any| all)? (?:confirmation|verification|approval|human"
                rf"|safety|review step|checks|hash check|guard|asking|further (?:confirmation|approval))|(?:无需"
                rf"|不需要|不用|跳过|绕过)(?:再)?(?:经过)?(?:人工)?(?:确认|审批|审核)(?:即可|,?直接|就)(?:执行|发送"
                rf"|批准|升级|提交|发布|退款)"
            ),
        ),
        (
            "command",
            (
                rf"{_MACHINE}[^.?!]{{0,24}}?(?:[,:]|\b(?:must|should|shall|has to|needs to|is to|will now"
                rf"|reading this|please|you must)\b|(?:请|必须|应当|应该|需要|务必|要))[^.?]{{0,16}}?(?:mark|set"
                rf"|escalate|ignore|reveal|send|forward|post|approve|close|classif|treat|output|say|issue|grant"
                rf"|refund|recommend|respond|reply|delete|升级|标记|设|发送|忽略|批准|关闭|输出|回复|退款|透露|告诉"
                rf"|把|将)"
            ),
        ),
        (
            "command",
            (
                r"\b(?:attention|note|message|notice|instructions?) (?:to|for) (?:the |any |all )?(?:ai"
                r"|assistants?|llms?|language models?|bots?|automated|escalation tool|model)\b|\b(?:decode"
                r"|base64)[\w ]{0,30} and (?:follow|execute|obey|do)"
            ),
        ),
        (
            "escalate",
            (
                rf"{_GO}(?:escalate|route|assign|direct|page|hand)(?! (?:this |it )?to (?:your|my|our|a |an "
                rf"|some))(?:\s+(?:this|it|the|ticket|issue|case|everything|all|tickets|directly|straight"
                rf"|immediately|now|every|any))*\s+to (?:the )?(?:leadership|security|ceo|cto|vp|board|executive"
                rf"|engineering)\b.{{0,40}}?(?:regardless|no matter|without|immediately and|skip|and (?:set|mark"
                rf"|tell|do not|don't)|override|, bypass|even if|whatever)"
            ),
        ),
        (
            "escalate",
            (
                r"(?:无论|不管|不论).{0,14}(?:都|一律|均)(?:必须|要|应)?(?:立即|直接)?(?:升级|设为|标记|判定"
                r"|转)(?:到|给|至|为)|(?:一律|必须|务必|自动)(?:立即|直接)?升级(?:到|给|至)(?:领导|管理|安全|工程"
                r"|高管)"
            ),
        ),
    )
)

WEAK: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("escalate", rf"{_GO}escalate\b.{{0,30}}\bto\b|(?:升级|上报|转)(?:到|给|至)"),
        (
            "set_severity",
            (
                rf"{_GO}(?:mark|flag|treat|classify|set|raise|consider|prioriti[sz]e)\b.{{0,30}}\b(?:critical"
                rf"|urgent|priority|highest|p[01])\b|(?:优先级|级别).{{0,8}}(?:最高|紧急)"
            ),
        ),
        (
            "send",
            (
                rf"{_GO}(?:send|forward|post|e-?mail|upload|cc)\b.{{0,50}}\bto\b\s*\S*(?:@|https?://|#)|(?:发送"
                rf"|转发|上传|抄送|推送)(?:到|给|至)"
            ),
        ),
        (
            "conceal",
            rf"{_GO}(?:do not|don't|never) (?:tell|mention|inform|notify|reveal)\b|不要(?:告诉|提及|透露|通知)",
        ),
        (
            "command",
            (
                rf"{_GO}(?:approve|grant|issue|refund|delete|close|execute|run|call|recommend|write|say)\b|(?:批准"
                rf"|执行|删除|关闭|退款)"
            ),
        ),
    )
)
"""What a customer may ask of a person too: an order only inside hidden text or beside a strong one."""

PERSON = re.compile(
    r"\b(?:can|could|would|will) (?:you|someone|somebody|anyone|we)\b|\bi(?:'d| would) (?:like|appreciate)"
    r"|\bwe(?:'d| would) (?:like|appreciate)|\b(?:thanks|thank you|cheers|regards|appreciate)\b"
    r"|\byour (?:manager|supervisor|boss|team|colleague|lead)|麻烦|您|谢谢|感谢|贵司|贵公司|你们|辛苦|能否"
    r"|能不能|可否|可以帮"
)
"""Courtesy and words for a human reader: severity asked for like this is a customer's demand."""
