"""English word groups that several signals need beside their own words, as alternations over lower-case text."""

from __future__ import annotations

W = r"(?:[\w'’/-]+ )"
SERVICE = (
    r"(?:prod(?:uction)?|platform|systems?|services?|sites?|website|app|application|servers?|apis?|dashboards?"
    r"|portal|everything|log ?in|sso|sync|environment|env|instance|tenant|database|db|checkout|backend|cluster"
    r"|webhooks?|integrations?|it|product|tool|whole thing|queue|network)"
)
DATA = (
    r"(?:data|records?|rows?|lines|entries|files?|documents?|tasks?|orders?|contacts?|history|projects?|comments?"
    r"|attachments?|invoices?|transactions?|messages?|backups?|photos?|content|notes?|leads?|tables?|boards?"
    r"|uploads?|fields?|values?|items?|tickets)"
)
MANY = (
    r"(?:no ?-?one|nobody|none of (?:us|them|our|their|the)|(?:all|every|any)(?: of)?(?: our| their"
    r"| the)? ?(?:users?|one|body|staff|employees|agents|customers|teams?)|everyone|everybody|anyone|(?:the |our "
    r"|their )?(?:entire|whole|full) (?:company|team|office|department|org\w*|floor|site|business))"
)
CANT = (
    r"(?:can ?not|can['’]?t|cant|could ?n['’]?t|could not|unable to|not able to|aren['’]t able to|isn['’]t able to"
    r"|no way to|stops? (?:us|them) from|prevent(?:s|ed|ing)? (?:us|them|users|customers|people|everyone)? ?from)"
)
WORK = (
    r"(?:work(?:ing)?\b|do (?:anything|their|our|any|business)|proceed|continue|log(?:ging)?[ -]?(?:in|on)"
    r"|sign(?:ing)?[ -]?in|access|us(?:e|ing)\b|open|invoic\w+|ship|bill\b|process|export|import|sav(?:e|ing)"
    r"|submit|close (?:the|our|their|books)|run\b|send|publish|complete|pay\b|print|upload|download|creat\w+"
    r"|operate|load|sync|connect|deploy|reach|get (?:in|into|any|to|anything)|finish|take (?:orders|payments)"
    r"|serve|place|book|trade|repl(?:y|ies)|respond|answer|assign|approv\w+|pick|scan|pack|invite|register|search"
    r"|reconcile|onboard|view|see (?:any|our|their|the)|edit|update|generate|deliver|launch|go live)"
)
TENANT = (
    r"(?:customer|client|tenant|compan(?:y|ie)|account|user|org\w*|people|person|business|team|firm|patient|employee)"
)
CONFIG = (
    r"(?:config\w*|settings?|permissions?|roles?|filters?|options?|toggles?|checkbox|dns|mapping|time ?zones?|idp"
    r"|metadata|certificates?|firewall|allow-?list|whitelist|proxy|api version|redirect uri|callback url|domain"
    r"|scope|flag)"
)
FEATURE = (
    r"(?:features?|functionality|capabilit\w+|integrations?|options?|support for|ability|bulk|api for|audit logs?"
    r"|sso|scim|mfa|export to|dark mode|webhooks?|connector|permission levels?|custom fields?|reporting"
    r"|offline mode)"
)
WHEN = (
    r"(?:today|tonight|tomorrow|tmrw|eod|cob|eow|eom|end of|(?:this|next|coming|on) (?:week|month|mon|tue|wed|thu"
    r"|fri|sat|sun|quarter)\w*|mon(?:day)?\b|tue(?:s|sday)?\b|wed(?:nesday)?\b|thu(?:rs|rsday)?\b|fri(?:day)?\b"
    r"|sat(?:urday)?\b|sun(?:day)?\b|jan\w*|feb\w*|mar(?:ch)?\b|apr\w*|may \d|june?\b|july?\b|aug\w*|sept?\w*"
    r"|oct\w*|nov\w*|dec\w*|noon|midnight|q[1-4]\b|\d{1,2}(?::\d\d)? ?[ap]\.?m|\d{1,2}:\d\d|\d{4}-\d\d"
    r"|lunch|breakfast|opening|closing|shift|\d{1,2}[/.]\d{1,2}|(?:the |our |their )?(?:\d{1,2}(?:st|nd|rd|th)"
    r"|launch|demo|audit\w*|go-?live|deadline"
    r"|meeting|renewal|board|inspection|event|release|payroll|filing|weekend|holiday|month|year))"
)
REPLY = (
    r"(?:repl(?:y|ies|ied)|respon(?:se|ses|d|ded)|answer\w*|update|word|feedback|progress|follow[- ]?up|reaction"
    r"|acknowledg\w+|contact)"
)
OUTPUT = (
    r"(?:exports?|exported \w+|reports?|csvs?|pdfs?|xlsx?|excel|spreadsheets?|downloads?|downloaded \w+|print-?outs?"
    r"|statements?|extracts?|files?|sheets?)"
)
PARTLY = (
    r"(?:leav(?:es?|ing) out|left out|omit\w*|drops|dropped|dropping|skip\w*|miss(?:es|ing)|lack(?:s|ing)"
    r"|truncat\w*|cuts? (?:off|short)"
    r"|incomplete|(?:comes? out |is |are |was |were )?short(?: (?:of|by))?|only (?:has|have|had|shows?|contains?"
    r"|lists?))"
)
