"""English words for each signal: concepts and the objects they need beside them, over one lower-case clause."""

from __future__ import annotations

_W = r"(?:[\w'’/-]+ )"
_SERVICE = (
    r"(?:prod(?:uction)?|platform|systems?|services?|sites?|website|app|application|servers?|apis?|dashboards?"
    r"|portal|everything|log ?in|sso|sync|environment|instance|tenant|database|db|checkout|backend|cluster"
    r"|webhooks?|integrations?|it|product|tool|whole thing|queue|network)"
)
_DATA = (
    r"(?:data|records?|rows?|lines|entries|files?|documents?|tasks?|orders?|contacts?|history|projects?|comments?"
    r"|attachments?|invoices?|transactions?|messages?|backups?|photos?|content|notes?|leads?|tables?|boards?"
    r"|uploads?|fields?|values?|items?|tickets)"
)
_MANY = (
    r"(?:no ?-?one|nobody|none of (?:us|them|our|their|the)|(?:all|every|any)(?: of)?(?: our| their"
    r"| the)? ?(?:users?|one|body|staff|employees|agents|customers|teams?)|everyone|everybody|anyone|(?:the |our "
    r"|their )?(?:entire|whole|full) (?:company|team|office|department|org\w*|floor|site|business))"
)
_CANT = (
    r"(?:can ?not|can['’]?t|cant|could ?n['’]?t|could not|unable to|not able to|aren['’]t able to|isn['’]t able to"
    r"|no way to|stops? (?:us|them) from|prevent(?:s|ed|ing)? (?:us|them|users|customers|people|everyone)? ?from)"
)
_WORK = (
    r"(?:work(?:ing)?\b|do (?:anything|their|our|any|business)|proceed|continue|log(?:ging)?[ -]?(?:in|on)"
    r"|sign(?:ing)?[ -]?in|access|us(?:e|ing)\b|open|invoic\w+|ship|bill\b|process|export|import|sav(?:e|ing)"
    r"|submit|close (?:the|our|their|books)|run\b|send|publish|complete|pay\b|print|upload|download|creat\w+"
    r"|operate|load|sync|connect|deploy|reach|get (?:in|into|any|to|anything)|finish|take (?:orders|payments)"
    r"|serve|place|book|trade|onboard|view|see (?:any|our|their|the)|edit|update|generate|deliver|launch|go live)"
)
_TENANT = (
    r"(?:customer|client|tenant|compan(?:y|ie)|account|user|org\w*|people|person|business|team|firm|patient|employee)"
)
_CONFIG = (
    r"(?:config\w*|settings?|permissions?|roles?|filters?|options?|toggles?|checkbox|dns|mapping|time ?zones?|idp"
    r"|metadata|certificates?|firewall|allow-?list|whitelist|proxy|api version|redirect uri|callback url|domain"
    r"|scope|flag)"
)
_WE = r"(?:we|i|they|customer|client|users?|team|he|she|he's|company|management|ceo|\w+)"
_FEATURE = (
    r"(?:features?|functionality|capabilit\w+|integrations?|options?|support for|ability|bulk|api for|audit logs?"
    r"|sso|scim|mfa|export to|dark mode|webhooks?|connector|permission levels?|custom fields?|reporting"
    r"|offline mode)"
)
_WHEN = (
    r"(?:today|tonight|tomorrow|tmrw|eod|cob|eow|eom|end of|(?:this|next|coming|on) (?:week|month|mon|tue|wed|thu"
    r"|fri|sat|sun|quarter)\w*|mon(?:day)?\b|tue(?:s|sday)?\b|wed(?:nesday)?\b|thu(?:rs|rsday)?\b|fri(?:day)?\b"
    r"|sat(?:urday)?\b|sun(?:day)?\b|jan\w*|feb\w*|mar(?:ch)?\b|apr\w*|may \d|june?\b|july?\b|aug\w*|sept?\w*"
    r"|oct\w*|nov\w*|dec\w*|noon|midnight|q[1-4]\b|\d{1,2}(?::\d\d)? ?[ap]\.?m|\d{1,2}:\d\d|\d{4}-\d\d"
    r"|\d{1,2}[/.]\d{1,2}|(?:the |our |their )?(?:\d{1,2}(?:st|nd|rd|th)|launch|demo|audit\w*|go-?live|deadline"
    r"|meeting|renewal|board|inspection|event|release|payroll|filing|weekend|holiday|month|year))"
)
_REPLY = (
    r"(?:repl(?:y|ies|ied)|respon(?:se|ses|d|ded)|answer\w*|update|word|feedback|progress|follow[- ]?up|reaction"
    r"|acknowledg\w+|contact)"
)

ENGLISH: dict[str, tuple[str, ...]] = {
    "production_down": (
        r"\b(?:outages?|black-?out|prod[- ]?down|downtime|p0|sev-?[01])\b|(?<=\bnot )down\b|(?<=n't )down\b|\bisn['’]?t down\b",
        (
            rf"\b(?:{_SERVICE}|is|are|'s|was|were|went|goes|gone|been|be|being|all|hard|completely|totally|fully|entirely"
            rf"|still|currently|keeps going)\s+(?:all |hard |completely |totally |fully |entirely |still "
            rf"|currently )*down\b(?! (?:to|from|by|the|into|arrow|menu))"
        ),
        (
            rf"\b{_SERVICE}\b(?: {_W}{{0,3}}| )(?:offline|dead|unavailable|inaccessible|unreachable|unresponsive|crash(?:ed"
            rf"|es|ing)|not respond\w*|isn['’]t respond\w*|gone dark|knocked out|kaput|unusable|out of (?:service|order))\b"
        ),
        (
            rf"\b(?:{_SERVICE}|processing|jobs?|pipeline|orders|payments?|delivery|ingestion"
            rf"|sync\w*)\b {_W}{{0,2}}(?:stopped|died|halted|froze|collapsed|ceased)\b(?! (?:sending|using|paying))"
        ),
        (
            rf"\b{_MANY}\b {_W}{{0,5}}(?:{_CANT}|can|is able to|are able to|gets?) {_W}{{0,2}}(?:log|sign|access|use\b|open"
            rf"|connect|load|reach|get (?:in|on)|work\b)"
        ),
        rf"\b{_MANY}\b {_W}{{0,3}}(?:locked out|kicked out|offline)",
    ),
    "data_loss": (
        r"\bdata[ -]?loss\b|\bloss of (?:\w+ ){0,2}data\b",
        (
            rf"\b(?:los(?:t|e|es|ing)|wip(?:ed|es|ing)|eras(?:ed|es|ing)|delet(?:ed|es|ing)|dropp(?:ed|ing)|drops"
            rf"|miss(?:ing|es)|disappearing|vanishing|purg(?:ed|ing)|overwr(?:ote|itten|ites|iting)|destroy(?:ed|s)"
            rf"|omit(?:s|ted|ting)|skip(?:s|ped|ping)|truncat(?:ed|es|ing)) (?!(?:a |an |the )?(?:\w+ )?(?:feature|customer"
            rf"|client|deal|button))(?:(?:all|some|of|our|their|the|my|his|her|its|a|an|any|every|about|over|many|several"
            rf"|few|half|most|entire|user|customer|production|client|important|historical|\d[\d,.]*%?|day's|week's|month's"
            rf"|months|days|weeks|years|worth|sales|last|two|three|thousands|hundreds) ){{0,7}}(?:\w+ )?{_DATA}\b"
        ),
        (
            rf"\b{_DATA}\b (?:{_W}){{0,6}}?(?:lost|missing|gone|disappear(?:ed|s|ing)?|vanish(?:ed|es|ing)?|wiped|erased"
            rf"|purged|overwritten|destroyed|dropped|unrecoverable|nowhere to be found|not there (?:any ?more|now))\b"
        ),
        r"\b(?:everything|all of it|it all) (?:is |was |has |just |got |been )*(?:gone|wiped|lost|deleted|disappeared)\b",
    ),
    "data_corruption": (
        r"\bcorrupt(?:ed|ion|ing|s)?\b|\bgarbled\b|\bscrambled\b|\bdata integrity\b|\bmangled\b",
        (
            r"\b(?:wrong|incorrect|inaccurate|bad|invalid|inconsistent|duplicated?|double|mixed[- ]up) (?:\w+ )?(?:data"
            r"|values?|numbers?|totals?|amounts?|balances?|figures|records|entries|charges|results|sums|counts?)\b"
        ),
        (
            rf"\b(?:{_DATA}|numbers|totals?|amounts?|balances?|figures|sums|counts?) (?:{_W}){{0,3}}?(?:wrong|incorrect"
            rf"|inaccurate|inconsistent|mixed up|duplicated|swapped|off by|don['’]t (?:match|add up)|doesn['’]t (?:match"
            rf"|add up)|do not (?:match|add up))\b"
        ),
    ),
    "security_exposure": (
        r"(?<!memory )\b(?:leak(?:ed|s|ing|age)?)\b",
        (
            r"\b(?:data|security|privacy|account)[ -](?:breach(?:ed|es)?|exposure|incident)\b|\b(?:been|was|were|got|are"
            r"|is) breached\b|\bbreach(?:ed)? of (?:our |the |their )?(?:data|security|system|account)s?\b"
            r"|\bcompromis(?:ed|e)\b"
        ),
        (
            r"\bexpos(?:ed|ing|es|ure)\b(?! (?:an? |the |this |more |new )?(?:\w+ )?(?:api|endpoint|field|option|metric"
            r"|setting|webhook))"
        ),
        (
            rf"\b(?:see(?:s|ing|n)?|saw|view(?:s|ed|ing)?|access(?:es|ed|ing)?|open(?:s|ed)?|download(?:ed|s)?|read(?:s"
            rf"|ing)?|receiv\w+|g[eo]t(?:s|ting)?|show(?:s|ing|n|ed)?|display\w*|return(?:s|ed|ing)?|appear\w*|find(?:s"
            rf"|ing)?|found|sent) (?:{_W}){{0,4}}?(?:other|another|someone else|somebody else|different|wrong|a stranger"
            rf"|random|unrelated)(?:['’]?s)? (?:\w+ )?{_TENANT}\w*['’]?s?['’]?\b(?! (?:too|also|as well|reporting"
            rf"|with the same|having|have this|see))"
        ),
        (
            rf"\b(?:other|another|different) {_TENANT}\w*['’]s?['’]? (?:\w+ ){{0,2}}(?:data|names?|invoices?|records?"
            rf"|files?|tickets?|projects?|emails?|details|info\w*|orders?|documents?|dashboard|reports?)"
        ),
        (
            r"\bcross-?(?:tenant|account|customer)\b|\bpublicly (?:accessible|visible|available|readable)\b|\b(?:indexed"
            r"|cached) (?:by|in|on) google\b|\bwrong (?:recipient|customer|person|tenant|client)\b"
            r"|\bplain ?-?text (?:password|credential)|\bpasswords? (?:\w+ ){0,3}(?:in )?plain ?-?text\b"
        ),
    ),
    "unauthorised_access": (
        (
            r"\bunauthori[sz]ed (?!error|response|401|exception|status|when|message|on\b)\w*|\b(?:hacked|hijack\w*"
            r"|hackers?|intruders?|account take-?over|taken over|brute[- ]?forc\w+|credential stuffing|phish(?:ed|ing))\b"
        ),
        (
            r"\b(?:log-?ins?|sign-?ins?|logons?|sessions?|activit(?:y|ies)|exports?|downloads?|access"
            r"|ip(?: address(?:es)?)?s?|locations?|devices?|places?|countr(?:y|ies)|admin users?|users?|accounts?|changes"
            r"|api calls|transactions?|logged in|signed in) (?:[\w'’/-]+ ){0,6}?(?:unknown|unfamiliar|unrecogni[sz]ed"
            r"|suspicious|strange|weird|foreign|(?:do(?:es)?n['’]?t|do(?:es)? not|can['’]?t|not) recogni[sz]e|did(?:n['’]t"
            r"| not) (?:make|do|create|perform|initiate|authori[sz]e)|(?:not|isn['’]t|wasn['’]t|weren['’]t"
            r"|aren['’]t) (?:ours|mine|theirs|us|them|me|his|hers|made by)|nobody (?:here |on (?:our|the"
            r"|their) team )?(?:did|made|recogni[sz]es)|never (?:made|did|created|authori[sz]ed))\b"
        ),
        (
            r"\b(?:unknown|unfamiliar|unrecogni[sz]ed|suspicious|strange|weird|odd|unexpected|unexplained"
            r"|rogue) (?:\w+ ){0,2}(?:log-?ins?|sign-?ins?|logons?|sessions?|activit(?:y|ies)|exports?|downloads?|ips?\b"
            r"|ip address|locations?|devices?|places?|countr|admins?|access|api calls?)"
        ),
        (
            r"\b(?:someone|somebody|a stranger|third party|attacker|outsider)(?: else)? (?:\w+ ){0,3}(?:logged|signed"
            r"|accessed|got (?:in|access)|is using|used|broke|entered|changed|exported|downloaded|has access|stole)"
        ),
        (
            r"\b(?:ex-?|former |departed |terminated |offboarded |deactivated |removed |suspended )(?:\w+ )?(?:employees?"
            r"|staff|users?|contractors?|colleagues?|admins?|members?) (?:\w+ ){0,4}(?:access|log|sign|see|view|open"
            r"|get in)"
        ),
        r"\b(?:stolen|misused) (?:\w+ )?(?:credentials?|passwords?|tokens?|keys?|account)|\baccount (?:\w+ ){0,2}stolen\b",
    ),
    "vulnerability": (
        (
            r"\bvulnerab\w+|\bcve-\d+|\b(?:xss|csrf|ssrf|idor|rce|sqli)\b|\bsql[- ]injection\b|\bzero[- ]day\b"
            r"|\bexploit(?:able|ed|s)?\b|\bprivilege escalation\b|\bsecurity (?:hole|flaw|bug|issue|researcher|finding"
            r"|weakness|vuln\w*)|\bbug bounty\b|\bpen[- ]?test\w* (?:\w+ ){0,3}(?:find|found|report|show|result|fail"
            r"|flag)\w*|\bpenetration test\w*"
        ),
        (
            r"\bbypass(?:es|ed|ing)? (?:\w+ ){0,2}(?:log ?in|auth\w*|mfa|2fa|sso|permissions?|access control|password)"
            r"|\b(?:access\w*|open\w*|view\w*|reach\w*|call\w*|download\w*) (?:[\w/'’-]+ ){0,5}without (?:\w+ )?(?:auth\w*"
            r"|logging in|log ?in|password|token|permission)"
        ),
    ),
    "blocked": (
        rf"\b{_CANT} (?:even |really |currently |fully |properly |do |to |longer )?{_WORK}",
        (
            r"\b(?:completely |totally |fully |currently |is |are |'re |am |'m |we |they |team |been |still |users? "
            r"|hard )(?:\w+ )?(?:blocked|stuck|stranded|paraly[sz]ed|locked out|crippled|dead in the water)\b(?! (?:ip"
            r"|user|domain|sender|at loading))"
        ),
        (
            r"\b(?:blocker|show-?stopper|standstill|unusable|locked out|sitting idle|sits idle|twiddling|hard stop"
            r"|no-?go)\b|\bblock(?:s|ing) (?:us|them|our|their|the (?:team|launch|release|rollout|business|go-?live)"
            r"|everyone|\w+ (?:users|people))\b"
        ),
        (
            r"\b(?:work|business|operations?|sales|production|shipping|billing|payroll|fulfil\w+) (?:\w+ ){0,3}(?:stopped"
            r"|halted|at a (?:stop|halt)|on hold|frozen|ground to)\b"
        ),
        rf"\b{_MANY}\b (?:\w+ ){{0,4}}(?:can|is able to|are able to) (?:\w+ ){{0,1}}{_WORK}",
    ),
    "degraded": (
        (
            r"\b(?:slow(?:er|ly|ness|s|ing|ed)?|sluggish|lag(?:s|gy|ging)?|latency|intermittent(?:ly)?|sporadic(?:ally)?"
            r"|flak(?:y|iness)|unstable|degrad\w+|glitch(?:y|es|ing)?|unreliable|inconvenien\w+|annoying|spotty|patchy)\b"
        ),
        (
            r"\btim(?:es?|ing|ed)[ -]?out\b|\btimeouts?\b|\bdelay(?:ed|s)\b|\bpartial(?:ly)?\b|\btak(?:es?|ing) (?:forever"
            r"|ages|minutes|(?:so|too|very|way too) long|\d+ (?:sec|min)\w*)|\b(?:on and off|hit[- ]and[- ]miss"
            r"|hit or miss|every now and then|from time to time|now and then|once in a while|sometimes|occasional(?:ly)?"
            r"|randomly)\b|\bsome (?:users|requests|customers)\b"
        ),
    ),
    "broken": (
        (
            r"\b(?:broken|broke|breaks|breaking|buggy|bugs?|fail(?:s|ed|ing|ures?)?|crash(?:es|ed|ing)?|erroring|errors?"
            r"|exception|malfunction\w*|faulty|not function\w*|defect(?:ive)?|freez(?:es|ing)|frozen|regression"
            r"|misbehav\w+|haywire|acting up|borked|busted|messed up)\b"
        ),
        (
            r"\b(?:does|do|did|is|are|was|has|have|will|wo|ca)(?:n['’]?t| not) (?:\w+ ){0,2}?(?:work|load|open|respond"
            r"|save|sync|update|show|trigger|arrive|send|fire|render|appear|export|import|display|refresh|start|connect"
            r"|deliver|receiv|generat|complet)\w*"
        ),
        (
            r"\b(?:stopped|quit|no longer|not|never|barely) (?:work|load|respond|sav|sync|updat|trigger|arriv|send|fir"
            r"|render|appear|export|import|display|refresh|connect|deliver|generat)\w*"
        ),
        (
            r"\b(?:log ?in|redirect|infinite|endless|sso|auth\w*|restart|reboot) loops?\b|\bloop(?:s|ing) (?:back|between"
            r"|forever|on)|\b(?:blank|white|black|empty) (?:page|screen)\b|\bkeeps? (?:\w+ )?(?:failing|crashing|logging"
            r"|looping|spinning|asking|redirecting|disconnecting|dropping|freezing|bouncing)|\bspinning (?:forever|wheel)"
            r"|\breturn(?:s|ed|ing)? (?:\w+ )?[45]\d\d"
        ),
    ),
    "workaround_works": (
        (
            r"\b(?:work-?arounds?|temporary (?:fix|solution)|interim (?:fix|solution)|stop-?gap|alternative (?:method"
            r"|route|way))\b (?:\S+ ){0,5}?(?:works?|worked|working|help(?:s|ed)|unblock\w*|does the trick|in place"
            r"|available|exists?|fine|ok(?:ay)?|holds|succeed\w*|accept\w*|confirmed)\b"
        ),
        (
            r"\b(?:using|have|has|had|found|is|got|with|via|gave|given|offered|provided|accepted|applied) (?:a|an|the|your"
            r"|our) (?:\w+ ){0,2}work-?around\b|\bwork-?around:|\bunblocked (?:by|with|via|using|for now)|\b(?:gets"
            r"|getting) (?:us|them) by\b|\bworks (?:fine )?(?:if|when|with|using|via) (?:we|you|they|i|the)\b"
        ),
    ),
    "workaround_fails": (
        (
            r"\b(?:no|without (?:a|any)|isn['’]t (?:a|any)|not (?:a|any)|lack of (?:a|any)"
            r"|zero) (?:\w+ ){0,3}(?:work-?arounds?|way around|alternative way)\b"
        ),
        (
            r"\bwork-?arounds? (?:\S+ ){0,6}?(?:(?:does|did|is|was|has|do|wo|ca)(?:n['’]?t| not)|no longer|fail\w*|stopped"
            r"|useless|broke|never|not (?:work\w*|accept\w*|help\w*|enough|possible|viable))\b"
        ),
        (
            r"\b(?:tried|followed|applied|used|did|done|after) (?:\S+ ){0,4}?(?:work-?around|article|kb[- ]?\d*|documented"
            r"|guide|suggested|recommended|doc(?:s|umentation)?|instructions|steps?|fix) ?(?:\S+ ){0,6}?(?:no luck"
            r"|not? (?:help|work|effect|change|difference|good)\w*|didn['’]?t|did not|doesn['’]?t|does not|still|same"
            r"|fail\w*|to no avail|without (?:success|effect|luck|change))"
        ),
    ),
    "churn_threat": (
        (
            r"\bchurn(?:ing|ed|s)?\b|\bnon-?renewal\b|\bcancel(?:l?ing|l?ation|l?ed)? (?:\w+ ){0,3}(?:contract"
            r"|subscription|accounts?|plan|renewal|service|licen[cs]es?|us\b|agreement|everything)|\b(?:will|want(?:s"
            r"|ed)? to|going to|threat\w* (?:to|with)|gonna|plan(?:s|ning)? to|consider(?:s|ing)?|about to|ready to"
            r"|like to|thinking (?:about|of)|prepared to|have to|forced to|decided to|'ll|intend(?:s)? to|may|might"
            r"|looking to|wants? out|would) (?:\w+ ){0,2}?(?:cancel(?:l?ing|l?ation)?|leav(?:e|ing)|quit(?:ting)?"
            r"|walk(?:ing)?(?: away)?|terminat\w+|downgrad\w+|drop(?:ping)? (?:us|you)|switch(?:ing)?|go elsewhere"
            r"|part ways|mov(?:e|ing) (?:away|off|on|to|elsewhere)|jump(?:ing)? ship|end(?:ing)? (?:the|our|their)|bail"
            r"|ditch\w*|replac(?:e|ing) (?:us|you))\b"
        ),
        (
            r"\b(?:wo['’]?n['’]?t|will not|not|refus\w+ to|no longer|reconsider\w*|hesita\w+ to|unlikely to"
            r"|doubt\w* (?:they|we)(?:'ll| will)?|never|rethink\w*) (?:\w+ ){0,3}renew(?:al|ing)?\b|\b(?:renewal|contract"
            r"|account|customer|client|logo) (?:\w+ ){0,2}(?:at risk|in danger|in jeopardy|in doubt)\b"
            r"|\bat[- ]risk (?:account|customer|renewal)"
        ),
        (
            r"\b(?:leav(?:e|ing)|left|leaves) (?:us|you)\b(?! (?:a|an|with|no|to|hanging|waiting|in|unable|without))"
            r"|\b(?:leaving|moving|move|switch(?:ing)?|migrat(?:e|ing)|going|defect\w*|jump(?:ing)?) (?:\w+ )?(?:away from"
            r"|over )?(?:to|for) (?:a |an |the |your |our |another |other )*(?:competit\w+|another|different vendor"
            r"|other vendor|rival|alternative)|\b(?:take|taking) (?:our|their|my) (?:business|money|data) elsewhere"
            r"|\b(?:look(?:ing|s|ed)?|shop(?:ping)?) (?:\w+ )?(?:elsewhere|around|for (?:an? )?(?:alternative|replacement"
            r"|another|other|new (?:vendor|tool|provider)))|\b(?:evaluat|assess|compar|consider|test|review|explor"
            r"|look)\w* (?:at )?(?:\w+ ){0,3}(?:alternatives?|competit\w+|other (?:vendors?|providers?|tools?|options"
            r"|solutions|platforms?|products?)|replacements?)|\bpull the plug\b|\blast straw\b|\bdone with (?:you|us"
            r"|this product|your)\b|\bexit (?:clause|the contract)|\bterminat\w+ (?:\w+ ){0,3}(?:contract|agreement"
            r"|subscription)|\bbreak (?:\w+ )?(?:the )?contract\b"
        ),
    ),
    "competitor": (
        (
            r"\bcompetitors?\b|\bcompet(?:ing|itive) (?:\w+ )?(?:product|vendor|offer|tool|solution|quote|bid|pressure"
            r"|platform)s?|\brivals?\b|\b(?:alternative|other|another|different|rival) (?:vendors?|providers?|suppliers?"
            r"|tools?|platforms?|products?)\b|\b(?:evaluat|compar|trial|demo|consider)\w* (?:\w+ ){0,2}alternatives?\b"
            r"|\b(?:switch|mov|migrat)\w* to (?:salesforce|zendesk|hubspot|jira|asana|monday\.com|clickup|notion|freshdesk"
            r"|intercom|servicenow|trello|airtable)\b"
        ),
    ),
    "executive_involved": (
        (
            r"\b(?:ceo|cto|cio|cfo|coo|ciso|cmo|cpo|cro|s?vp|evp|avp|c-?level|c-?suite|chief \w+ officer|co-?founders?"
            r"|founders?|chair(?:man|woman|person)|vice[- ]president|president|executives?|execs?|exec sponsor"
            r"|managing director|\bmd\b|board of directors|board members?|board meeting|our board|their board"
            r"|senior (?:management|leadership)|upper management|top management|leadership team)\b(?!['’]?s? (?:report"
            r"|dashboard|role|view|summary|plan))"
        ),
        (
            r"\b(?:speak|talk|call|meeting|escalat\w*|hear|complain\w*|get) (?:\w+ ){0,4}(?:your|a|the"
            r"|to) (?:\w+ )?(?:manager|supervisor|boss|director|management|leadership|higher[- ]ups?)\b|\bhead of (?:it"
            r"|ops|operations|engineering|sales|product|support|cs|security|finance|procurement|marketing)\b"
        ),
    ),
    "legal_or_pr": (
        (
            r"\b(?:lawyers?|attorneys?|solicitors?|lawsuits?|litigat\w+|sue|suing|sued|in court|to court"
            r"|breach of contract|contract breach|breach(?:ed|es|ing)? (?:the |our |their )?(?:contract|msa|agreement)"
            r"|class action|ombudsman|regulators?|small claims|cease and desist|damages)\b|\blegal (?:action|team"
            r"|department|counsel|notice|proceedings?|threats?|dispute|steps|matter|advice|letter|risk|consequences)"
            r"|\b(?:our|their|to|from|with|contact\w*|involv\w*|loop\w* in|get|getting|cc\w*) legal\b"
        ),
        (
            r"\b(?:journalists?|the media|media coverage|social media|twitter|tweet(?:ed|ing|s)?|linkedin|reddit"
            r"|hacker ?news|trustpilot|glassdoor|facebook|tiktok|viral|press (?:coverage|release|inquir\w+|team|about)"
            r"|the press|to the press|bad press|newspapers?|g2 review|app store review|public(?:ly)? (?:review|complain\w*"
            r"|statement|post)|(?:go|going|went|gone) public|name and shame|post(?:ed|ing)? (?:\w+ ){0,3}(?:publicly"
            r"|online)|bad review|negative review|1-star|one-star|pr (?:risk|issue|disaster|crisis|problem|nightmare"
            r"|team))\b"
        ),
    ),
    "compliance_deadline": (
        (
            r"\b(?:audit(?:s|or|ors|ing)?(?! ?-?(?:logs?|trails?|events?|history|records?))|complian(?:ce|t)|regulat(?:ory"
            r"|ors?|ion|ions)|gdpr|hipaa|soc ?-?2|iso ?-?27001|pci|sox|tax (?:filing|return|deadline|authorit\w+)"
            r"|vat return|filing|fda|statutory|(?:month|year|quarter)[- ]end(?: clos\w+)?|inspection"
            r"|certification)\b.{0,60}?\b(?:by|before|due|deadline|starts?|begins?|on|until|next|this|in \d+|tomorrow"
            r"|tonight|today|required|obligat\w+|mandat\w+)\b"
        ),
        (
            rf"\b(?:by|before|due|deadline|ahead of|in time for|until|for) (?:{_W}){{0,4}}?(?:audit(?:s|or"
            rf"|ors)?(?! ?-?(?:logs?|trails?|events?))|compliance|regulat\w+|tax (?:filing|return)|filing|inspection"
            rf"|certification|(?:month|year|quarter)[- ]end)\b|\b72[- ]hours?\b.{{0,30}}\b(?:notif|gdpr|report)\w*"
        ),
    ),
    "sla_complaint": (
        (
            r"\bsla\b.{0,24}?(?:breach\w*|miss\w*|violat\w*|late|past|over(?:due)?|exceed\w*|blown|broke\w*|not met"
            r"|fail\w*)|\b(?:breach\w*|miss(?:ed|ing)|violat\w*|exceed\w*|blew|broke|past|outside|beyond|over|against"
            r"|of) (?:\w+ ){0,3}(?:\d+[- ]?h\w* )?sla\b"
        ),
        (
            rf"\b(?:no|without (?:a |an |any )?|zero|not (?:a single|one|any|getting (?:a|any)|received (?:a|any)"
            rf"|gotten (?:a|any)|had (?:a|any)|seen (?:a|any)))(?: \w+)? ?{_REPLY}\b(?! (?:code|body|header|time))"
            rf"|\b(?:have|has|had|'ve)(?:n['’]?t| not| never)(?: yet)? (?:heard|received|gotten|had|been (?:contacted"
            rf"|answered|updated)|gott?en back|got(?:ten)? (?:a|any))\b"
        ),
        (
            r"\b(?:nobody|no[- ]?one|none of you) (?:\w+ ){0,3}(?:repl\w+|respond\w*|answer\w*|got(?:ten)? back|came back"
            r"|help\w*|looking|looked|call\w*|follow\w*|car(?:e|es|ed))\b|\b(?:still|been|kept|keeps?|keep|we['’]re"
            r"|have been|tired of|left) (?:\w+ )?waiting\b|\bwait(?:ed|ing) (?:for |since |over |more than |almost "
            r"|already )*(?:\d+|a|two|three|four|five|six|several|many|days|weeks|hours)\b|\b(?:being|been|getting"
            r"|feel\w*) ignored\b|\bignor(?:ing|ed) (?:us|our (?:ticket|request|case|email)s?|them|me|my (?:ticket|request"
            r"|case|email)s?)\b|\b(?:unacceptabl\w+|ridiculous\w*|terribl[ey]|awful|too|so) (?:\w+ )?(?:long"
            r"|slow (?:response|support|repl\w+)|wait|delay|response|support)\b|\bresponse times?\b|\bopen (?:for"
            r"|since) (?:\w+ ){0,2}(?:weeks?|days?|months?)\b|\b(?:chas(?:ed|ing)|follow(?:ed"
            r"|ing) up) (?:\w+ ){0,3}times\b"
        ),
    ),
    "feature_request": (
        (
            r"\bfeature[- ]?(?:requests?|gaps?|asks?)\b|\benhancement\b|\bwish ?-?list\b|\broad-?map\b|\bproduct (?:gap"
            r"|feedback|suggestion)\b"
        ),
        (
            rf"\b(?:missing|lacks?|lacking|lack of|absence of|no|need|needs|needing|want|wants|wanting|requesting|requests?"
            rf"|requested|asking for|asks? for|asked for|without|add|adding|implement\w*|introduce|build"
            rf"|support(?:ing)? for|demand\w*|waiting for|would love|looking for"
            rf"|over) (?:{_W}){{0,4}}?{_FEATURE}\b(?! (?:issue|error|problem|fail\w*|loop|down|broken|stopped|team"
            rf"|to (?:help|fix|look)))"
        ),
        (
            r"\b(?:it(?:['’]d| would) be (?:\w+ )?(?:great|nice|good|helpful|useful|cool|awesome|handy|ideal) (?:if|to)"
            r"|(?:we|i|they|customers?|users?)(?:['’]d| would) (?:really )?(?:love|like|want|prefer) (?:to (?:be able|have"
            r"|see)|a|an|if|the (?:ability|option))|(?:please|can you|could you|would you|can we|could we|any plans? to"
            r"|when will you|will you|plans? to|want you to|wish you(?:'d| would)?|suggest(?:ion)?(?: to| that you)?"
            r"|need you to) (?:please )?(?:add|support|implement|introduce|build|include an? option|provide an? (?:option"
            r"|way)|make it possible|allow|have an? option))\b"
        ),
        (
            r"\b(?:does|do|did)(?:n['’]?t| not) (?:currently |yet |natively )?(?:support|offer|provide|have (?:a|an"
            r"|any))\b|\bnot (?:currently |yet |natively )?supported\b|\b(?:wish|need|want|wants|needs|like"
            r"|love)(?:es)? (?:\w+ ){0,2}(?:to be able to|a way to|an option to|the ability to|the option)|\b(?:no"
            r"|isn['’]t (?:a|any)) (?:way|option|ability) to (?:bulk|export|filter|assign|sort|group|schedule|customi[sz]e"
            r"|import|copy|merge|tag|restrict|automate)\w*"
        ),
    ),
    "how_to_question": (
        (
            r"\bhow (?:do|can|should|would|could|to|does)\b(?! (?:this|it|that) (?:happen|still|even))(?! (?:long|many"
            r"|often|much|soon))(?!.{0,20}\b(?:fix(?:ed)?|recover|get (?:our|my) data))|\b(?:what(?:['’]s| is)"
            r"|which is) (?:the )?(?:best|right|correct|proper|recommended|easiest) (?:way|practice|approach|method)"
            r"|\bwhere (?:do|can|should|would|is|are) (?:i|we|they|you|the (?:setting|option|button|menu|page))\b|\b(?:is"
            r"|are) (?:it|there)(?: \w+)? (?:possible|a way|any way|an option|a setting|documentation|a guide)"
            r"|\bstep[- ]by[- ]step\b|\bwalk (?:me|us|them) through\b|\b(?:do(?:es)?n['’]?t|do(?:es)? not|not"
            r"|never) (?:\w+ )?(?:know|sure|understand|figure out|find out|see) how\b|\bunsure how\b|\b(?:need|needs|want"
            r"|wants|ask\w*|request\w*|looking|like|some) (?:\w+ ){0,2}(?:guidance|training|a tutorial|onboarding"
            r"|walk-?through|instructions|advice|best practices?)\b|\bhow-?to\b|\bcan (?:i|we|you) (?:change|rename|set"
            r"|use|add|remove|move|merge|schedule|customi[sz]e|invite)\b"
        ),
    ),
    "configuration": (
        (
            rf"\bmis-?configur\w*|\b(?:wrong(?:ly)?|incorrect(?:ly)?|bad|invalid|expired|outdated|change|changed"
            rf"|adjust(?:ed|ing)?|enabl(?:e|ed|ing)|disabl(?:e|ed|ing)|uncheck\w*|untick\w*|tick\w*|toggl\w*|switch(?:ed"
            rf"|ing)? (?:on|off)|turn(?:ed|ing)? (?:on|off)|cleared|removed the|correct(?:ed|ing)|updat(?:e|ed|ing) (?:the"
            rf"|their|your|our)) (?:{_W}){{0,4}}?{_CONFIG}\b"
        ),
        (
            rf"\b{_CONFIG}\b['\"’”]? (?:{_W}){{0,4}}?(?:wrong|incorrect|misconfigured|switched (?:on|off)|turned (?:on|off)"
            rf"|disabled|enabled|unchecked|not (?:set|enabled|configured|granted|assigned)|expired|the (?:cause|culprit"
            rf"|issue|problem|reason)|fixed it|solved it|mismatch)\b"
        ),
        (
            rf"\b(?:closed|solved|resolved|fixed|turned out) (?:as|to be|by) (?:a |an |their |the )?(?:\w+ )?(?:{_CONFIG}"
            rf"|user error|by design|set-?up)|\b(?:config\w*|settings?|set-?up|permissions?) (?:issue|problem|question"
            rf"|error|mistake|help|request|matter)\b|\buser error\b|\b(?:help|assist\w*|question\w*|guid\w*|need\w*"
            rf"|want\w*) (?:\w+ ){{0,3}}(?:set(?:ting)?[ -]?up|configur\w+)|\b(?:setting|set) up (?:{_W}){{0,3}}(?:sso|saml"
            rf"|integration|webhook|dns|domain|email|scim|slack|calendar|workflow|users?)\b|\bon (?:their|the customer['’]s"
            rf"|your) (?:side|end|network)\b"
        ),
    ),
    "resolved_now": (
        (
            r"\b(?:is|are|'s|now|all|been|was|were|got|gets|everything|issue|problem|ticket|it|has|finally|since|confirmed"
            r"|already|this|bug)\s+(?:now |all |fully |back |been |already |completely |finally |just |seems? |appears? "
            r"|to be |is |was |to have been )*(?:resolved|fixed|solved|working (?:again|now|fine|ok\w*|normally"
            r"|as expected|for everyone)|restored|recovered|back (?:up|online|to normal|to work\w*|in service|again)"
            r"|sorted(?: out)?|good now|ok(?:ay)? (?:now|again)|fine (?:now|again)|up again|up and running|stable (?:now"
            r"|again)|healthy again|patched|mitigated)\b"
        ),
        (
            r"\bworks? (?:\w+ )?(?:again|now|fine|as expected|perfectly|well now)\b|\b(?:issue|problem|error|it|bug"
            r"|errors) (?:has |have |is |are |'s |just )*(?:gone away|gone|disappeared|went away|cleared(?: up)?"
            r"|stopped (?:at|around|on its own|by itself|happening|since|appearing))\b|\bno longer (?:happen\w*|occur\w*"
            r"|see\w*|a problem|an issue|reproduc\w*|needed|affected)|\bcan (?:\w+ )?(?:log ?in|access|work|use|see|export"
            r"|open)(?: \w+){0,3} again\b|\b(?:back (?:up|online|to normal)|up and running)\b|\ball (?:clear|good|restored"
            r"|green|systems go)\b"
        ),
    ),
    "recurrence": (
        (
            r"(?<!try )(?<!trying )(?<!tried )(?<!retry )(?<!in )(?<!once )(?<!working )(?<!works )(?<!up )(?<!ok )(?<!fine )(?<!it )(?<!thanks )(?<!normal )(?<!online )(?<!start )(?<!back )(?<!stable )(?<!work )(?<!over )(?<!check )(?<!run )(?<!asked )(?<!asking )(?<!contact )(?<!then )(?<!export )(?<!recovered )\bagain\b"
        ),
        (
            r"\b(?:happen\w*|occur\w*|broke|broken|fail\w*|down|issue|problem|error|back|seeing it|have it|doing it|hit"
            r"|missing|lost|started) (?:it )?(?:yet |once )?again\b|\b(?:came|come|comes|coming|is|are|'s|has) back (?!up"
            r"|online|to (?:normal|you|us|work)|in service|and running|end)(?:again|after|since|with|in|this|today|worse"
            r"|now)?\b|\b(?:came|comes|coming) back$"
        ),
        (
            r"\brecurr\w*|\bre-?occur\w*|\bre-?appear\w*|\bre-?surfac\w*|\bregress(?:ion|ed)\b|\b(?:second|third|fourth"
            r"|fifth|2nd|3rd|4th|5th|\d+th|umpteenth|nth) (?:\w+ )?(?:time|occurrence|outage|incident|failure|ticket"
            r"|report|request|breach)\b|\b(?:twice|\d+ times|three times|four times|several times|multiple times"
            r"|many times|repeatedly) (?:\w+ )?(?:this|in|now|over|since|within|already|last)\b"
            r"|\bkeeps? (?:on )?(?:happening|coming|occurring|breaking|failing|returning|crashing|going|dropping)"
            r"|\byet another\b|\brepeat(?:ed|edly| (?:issue|incident|problem|outage))\b|\bsame (?:issue|problem|bug|error"
            r"|thing|outage) (?:as|we had|again|like|from|happened)\b"
        ),
        (
            r"\b(?:was|were|reported|supposedly|supposed to be|claimed|marked|said|told|allegedly|already|ticket"
            r"|bug)(?: \w+){0,3} (?:fixed|resolved|solved|closed)\b.{0,40}?\b(?:but|still|yet|however|not)\b|\b(?:since"
            r"|after|despite) (?:the|your|last|that|a|this)(?: \w+)? (?:fix|hotfix|patch)\b|\b(?:fix|patch"
            r"|hotfix) (?:\w+ )?(?:did(?:n['’]?t| not) (?:hold|work|stick|help|last)|failed)|\bnot (?:really|actually"
            r"|truly) fixed\b|\bsupposedly fixed\b"
        ),
    ),
    "growing": (
        (
            r"\bmore and more\b|\b(?:growing|increas(?:ing|ingly|ed|es)|rising|spread(?:ing|s)?|climbing|snowball\w*"
            r"|worsen\w*|accelerat\w+|multiplying|piling up|mounting|ramping up)\b|\b(?:getting|gets|become|becoming|got"
            r"|much|even) worse\b|\bworse (?:by|every|each)\b|\b(?:another|additional|new|extra"
            r"|further) (?:\w+ )?(?:customers?|accounts?|clients?|reports?|users?|complaints?)\b (?:\w+ ){0,3}(?:report\w*"
            r"|affect\w*|hit|complain\w*|coming|came|every|today|since|just|now|joined|see\w*|with)|\b(?:up|went|gone"
            r"|going|grew|grown|jumped|rose) (?:\w+ )?from \d+ (?:\w+ )?to \d+|\b(?:doubled|tripled|quadrupled)\b"
            r"|\b(?:every|each) (?:hour|day) more\b|\bnow (?:also )?(?:affect\w*|hitting|impact\w*|spreading)\b"
            r"|\breports (?:keep |are |still )*(?:coming|pouring|streaming)"
        ),
    ),
    "deadline": (
        (
            rf"\b(?:by|before|until|till|no later than|due(?: on| by)?|ahead of|prior to|in time for) (?:the |our |their "
            rf"|this |next |end of |close of |coming )*{_WHEN}"
        ),
        (
            r"\b(?:deadlines?|time[- ]?critical|time[- ]sensitive|drop[- ]dead)\b|\bwithin (?:the next |the )?(?:\d+|one"
            r"|two|three|four|an?|few|a few|24|48) ?(?:hours?|hrs?|h\b|days?|minutes?|weeks?|business days?)|\b(?:need"
            r"|needs|needed|must|have to|has to|want|wants|require[sd]?|expect\w*) (?:\S+ ){0,8}?(?:today|tonight"
            r"|tomorrow|this (?:week|morning|afternoon|evening)|next (?:week|month)|(?:on |this |next |for |by )+(?:mon"
            r"|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?|eod|eow|cob|monday)\b|\b(?:go(?:es|ing)?[ -]?live"
            r"|launch(?:es|ing)?|demo|event|filing|payroll|presentation|cut-?over) (?:\w+ ){0,2}(?:is |on |in |at |this "
            r"|next )*(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this week"
            r"|next week|\d+ (?:days?|hours?|weeks?))"
        ),
    ),
    "trial_or_renewal": (
        (
            r"\brenew(?:al|als|ing|s|ed)?\b|\b(?:trial|poc|pilot|proof of concept)\b|\b(?:contract|subscription|licen[cs]e"
            r"|agreement) (?:\w+ ){0,3}(?:ends?|expir\w+|up for|is up|runs out|lapses?)\b|\bconvert(?:ing|s"
            r"|ed)? (?:\w+ )?(?:to|into) paid\b"
        ),
    ),
}  # fmt: skip
"""Signal -> alternatives. A match is a claim to be judged by its polarity, not yet a fact."""
