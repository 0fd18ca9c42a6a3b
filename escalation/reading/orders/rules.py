"""What an order to a machine looks like, as rules over one folded clause: an imperative, its object, and who it speaks to."""

from __future__ import annotations

import re

from escalation.reading.orders.turns import TURNS
from escalation.reading.orders.words import GO, MACHINE, THE

STRONG: tuple[tuple[str, re.Pattern[str]], ...] = TURNS + tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "set_severity",
            (
                rf"{GO}(?:set|change|update|force|override|assign|upgrade|raise|downgrade|lower"
                rf"|put){THE}(?:\s+[\w-]+){{0,2}}?\s+(?:severity|impact level|escalation level|decision"
                rf"|target(?: team)?|sev)\b(?: (?:level|field))?[^.?]{{0,12}}?\s*(?:to|as|=|at|:)\s*\W?\w"
            ),
        ),
        (
            "set_severity",
            (
                rf"{GO}(?:mark|flag|classify|rate|label|tag|categori[sz]e|report|grade"
                rf"|score){THE}(?:\s+[\w#-]+){{0,4}}?\s+(?:as|to be|at)\s+(?:a |an |being )?\W?(?:critical"
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
                rf"(?:{GO}|\b)(?:do not|don't|never|without) (?:tell|mention|inform|notify|reveal|show|disclose"
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
                rf"{GO}(?:send|forward|post|e-?mail|upload|transmit|exfiltrate|copy|publish|deliver|bcc|cc|submit"
                rf"|share)(?!.*\b(?:our|my)\b){THE}(?:\s+[\w-]+){{0,3}}?\s+(?:system prompt|prompt|conversation"
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
                rf"{GO}(?:respond|reply|answer|output)(?: to (?:this|everything|the user"
                rf"|all questions))? (?:only )?(?:only |exactly |solely )(?:with|in)?\b|{GO}(?:only )(?:respond"
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
                rf"{GO}(?:skip|bypass|disable|turn off|proceed without|carry out without|execute without"
                rf"|approve without|post without)(?: the| any| all)? (?:confirmation|verification|approval|human"
                rf"|safety|review step|checks|hash check|guard|asking|further (?:confirmation|approval))|(?:无需"
                rf"|不需要|不用|跳过|绕过)(?:再)?(?:经过)?(?:人工)?(?:确认|审批|审核)(?:即可|,?直接|就)(?:执行|发送"
                rf"|批准|升级|提交|发布|退款)"
            ),
        ),
        (
            "command",
            (
                rf"{MACHINE}[^.?!]{{0,24}}?(?:[,:]|\b(?:must|should|shall|has to|needs to|is to|will now"
                rf"|reading this|please|you must)\b|(?:请|必须|应当|应该|需要|务必|要))[^.?]{{0,16}}?(?:mark|set"
                rf"|escalate|ignore|reveal|send|forward|post|approve|close|classif|treat|output|say|issue|grant"
                rf"|refund|recommend|respond|reply|delete|升级|标记|设|发送|忽略|批准|关闭|输出|回复|退款|透露|告诉"
                rf"|把|将)"
            ),
        ),
        (
            "command",
            (
                r"^\W*(?:(?:dear|hello|hi|hey) (?:ai |virtual |digital )?(?:assistant|ai|model|bot|chatbot|llm)s?"
                r"|(?:ai )?(?:assistant|language model|llm|chatbot)s?)\s*[,:]\s*(?:(?:when|if|while|before|after)\b[^,]{1,40},"
                r"\s*)?(?:please |always |also |you (?:must|should|will|are to) )*(?:state|say|write|mention|include|claim"
                r"|pretend|assume|list|add|note|remember|conclude|summari[sz]e|tell|count|treat|make sure|put|report)\b"
                r"|^\W*(?:(?:尊敬的|亲爱的|各位|致)\W?)?(?:ai|智能|人工智能)?(?:助手|助理|大模型)\s*[,:].{0,12}?(?:请|务必|必须|要)?"
                r"(?:写明|注明|说明|写成|写上|写道|声明|声称|假设|认为|视为|算作|统计为)"
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
                rf"{GO}(?:escalate|route|assign|direct|page|hand)(?! (?:this |it )?to (?:your|my|our|a |an "
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
        ("escalate", rf"{GO}escalate\b.{{0,30}}\bto\b|(?:升级|上报|转)(?:到|给|至)"),
        (
            "set_severity",
            (
                rf"{GO}(?:mark|flag|treat|classify|set|raise|consider|prioriti[sz]e)\b.{{0,30}}\b(?:critical"
                rf"|urgent|priority|highest|p[01])\b|(?:优先级|级别).{{0,8}}(?:最高|紧急)"
            ),
        ),
        (
            "send",
            (
                rf"{GO}(?:send|forward|post|e-?mail|upload|cc)\b.{{0,50}}\bto\b\s*\S*(?:@|https?://|#)|(?:发送"
                rf"|转发|上传|抄送|推送)(?:到|给|至)"
            ),
        ),
        (
            "conceal",
            rf"{GO}(?:do not|don't|never) (?:tell|mention|inform|notify|reveal)\b|不要(?:告诉|提及|透露|通知)",
        ),
        (
            "command",
            (
                rf"{GO}(?:approve|grant|issue|refund|delete|close|execute|run|call|recommend|write|say)\b|(?:批准"
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
