"""English words for what people want, threaten and complain of, over one lower-case clause."""

from __future__ import annotations

from escalation.reading.signals import staying
from escalation.reading.signals.english_words import FEATURE, REPLY, W

PEOPLE: dict[str, tuple[str, ...]] = {
    "churn_threat": (
        (
            r"\bchurn(?:ing|ed|s)?\b|\bnon-?renewal\b|\bcancel(?:l?ing|l?ation|l?ed)? (?:\w+ ){0,3}(?:contract"
            r"|subscription|accounts?|plan|renewal|service|licen[cs]es?|us\b|agreement|everything)|\b(?:will|want(?:s"
            r"|ed)? to|going to|threat\w* (?:to|with)|gonna|plan(?:s|ning)? to|consider(?:s|ing)?|about to|ready to"
            r"|like to|thinking (?:about|of)|prepared to|have to|forced to|decided to|'ll|intend(?:s)? to|may|might"
            r"|looking to|would) (?:\w+ ){0,2}?(?:cancel(?:l?ing|l?ation)?|leav(?:e|ing)|quit(?:ting)?"
            r"|walk(?:ing)?(?: away)?|terminat\w+|downgrad\w+|drop(?:ping)? (?:us|you)|switch(?:ing)?|go elsewhere"
            r"|part ways|mov(?:e|ing) (?:away|off|on|to|elsewhere)|jump(?:ing)? ship|end(?:ing)? (?:the|our"
            r"|their)|bail"
            r"|ditch\w*|replac(?:e|ing) (?:us|you))\b"
        ),
        (
            r"\b(?:wo['’]?n['’]?t|will not|not|refus\w+ to|no longer|reconsider\w*|hesita\w+ to|unlikely to"
            r"|doubt\w* (?:they|we)(?:'ll| will)?|never|rethink\w*) (?:\w+ ){0,3}renew(?:al|ing)?\b|\b(?:renewal"
            r"|contract"
            r"|account|customer|client|logo) (?:\w+ ){0,2}(?:at risk|in danger|in jeopardy|in doubt)\b"
            r"|\bat[- ]risk (?:account|customer|renewal)"
        ),
        (
            r"\b(?:leav(?:e|ing)|left|leaves) (?:us|you)\b(?! (?:a|an|with|no|to|hanging|waiting|in|unable|without))"
            r"|\b(?:leaving|moving|move|switch(?:ing)?|migrat(?:e|ing)|going|defect\w*"
            r"|jump(?:ing)?) (?:\w+ )?(?:away from"
            r"|over )?(?:to|for) (?:a |an |the |your |our |another |other )*(?:competit\w+|another|different vendor"
            r"|other vendor|rival|alternative)|\b(?:take|taking) (?:our|their|my) (?:business|money|data) elsewhere"
            r"|\b(?:look(?:ing|s|ed)?|shop(?:ping)?) (?:\w+ )?(?:elsewhere|around|for (?:an? )?(?:alternative"
            r"|replacement"
            r"|another|other|new (?:vendor|tool|provider)))|\b(?:evaluat|assess|compar|consider|test|review|explor"
            r"|look)\w* (?:at )?(?:\w+ ){0,3}(?:alternatives?|competit\w+|other (?:vendors?|providers?|tools?|options"
            r"|solutions|platforms?|products?)|replacements?)|\bwants? out(?: of\b|(?=\W*$))|\btalk(?:s|ing|ed)? (?:about|of) "
            r"(?:leaving|cancell?ing|switching|quitting|going elsewhere)\b|\b(?:compar"
            r"|benchmark)\w* us (?:with|to|against)\b|\bpull the plug\b|\blast straw\b|\bdone with (?:you|us"
            r"|this product|your)\b|\bexit (?:clause|the contract)|\bterminat\w+ (?:\w+ ){0,3}(?:contract|agreement"
            r"|subscription)|\bbreak (?:\w+ )?(?:the )?contract\b"
        ),
        (
            r"\bor (?:else )?(?:we|they|he|she|i)(?:['’](?:re|ll|s)| are| is| will|) (?:\w+ )?"
            r"(?:gone|out|leave|leaving|walk|walking|quit|done)"
            r"(?=$|\s*[.,;!]| (?:with us|away|for good|you|us)\b)"
            r"|\b(?:they|we|he|she)(?:['’]re| are|['’]s| is) (?:out|gone|done) (?:unless|if|after this|with us)\b"
            r"|^\s*(?:and )?(?:they|we)(?:['’]re| are) out\W*$"
            # What follows if not: "or we cancel", "unless it works we terminate the contract". Its condition belongs to it.
            r"|\b(?:or|otherwise,?) (?:else,? )?(?:we|i|they)(?:['’](?:re|ll)| are| will| shall)? (?:\w+ )?"
            r"(?:gone\b|(?:cancel|leave|quit|terminate|walk|switch)(?=\W*$|ing\b| (?:away|to)"
            r"| (?:the |our |this )?(?:contract|subscription|agreement|account|plan|licen[cs]e|service|provider))"
            r"|(?:end|close) (?:the|our|this|my) (?:contract|subscription|agreement|account)\b|stop paying\b"
            r"|give (?:you )?notice\b|(?:go|look) (?:somewhere else|elsewhere)\b|(?:take|move) (?:our|my) business\b)"
            r"|\b(?:if|unless)\b[^;.?]{3,90}?(?<!and )(?<!that )\b(?:we|i)(?:['’]ll| will| shall)? "
            r"(?:(?:cancel|leave|quit|terminate|walk|switch)(?=\W*$)|switch to (?:an)?other"
            r"|(?:cancel|terminate|end|leave|quit) (?:the |our |this )?(?:contract|subscription|agreement|service))(?![^.!]*\?)"
            r"|^\s*(?:we|i) (?:cancel|quit|leave|terminate|walk away)\W*$"
            r"|\b(?:will|['’]ll|would|going to|want(?:s)? to|ready to|about to) (?:\w+ )?(?:dump|drop|leave|replace|lose) us\b"
            r"|\b(?:to|will|['’]ll) pull out(?! of the list)\b|\bpulling out\b"
            r"|\b(?:to|will|['’]ll) find (?:someone|somebody|another|a different|a new) (?:else|vendor|supplier|tool|provider)\b"
            r"|\bready to walk\b"
            r"|\b(?:contract|subscription|agreement) (?:won['’]?t|will not|is not being|isn['’]t being) (?:be )?extend\w*"
            r"|\b(?:won['’]?t|will not|not going to) extend (?:the |their |our )?(?:contract|subscription|agreement|licen[cs]e)"
            r"|\b(?:looking at|moving to|going with|switching to|talking to|trialling|testing) (?:\w+ )?(?:instead\b"
            r"|(?:other|another|different|new) (?:vendor|supplier|provider|tool|system|platform)s?)|\blooking at [\w.]+ instead\b"
        ),
        staying.EN,
    ),
    "competitor": (
        (
            r"\b(?:compar|benchmark)\w* us (?:with|to|against)\b|\bcompetitors?\b|\bcompet(?:ing"
            r"|itive) (?:\w+ )?(?:product|vendor|offer|tool|solution|quote|bid|pressure"
            r"|platform)s?|\brivals?\b|\b(?:alternative|other|another|different|rival) (?:vendors?|providers?"
            r"|suppliers?"
            r"|tools?|platforms?|products?)\b(?! (?:(?:is|are) (?:fine|ok|correct|right|up)|delivers?|works?|posts?|sends?)\b)"
            r"|\b(?:evaluat|compar|trial|demo"
            r"|consider)\w* (?:\w+ ){0,2}alternatives?\b"
            r"|\b(?:switch|mov|migrat)\w* to (?:salesforce|zendesk|hubspot|jira|asana|monday\.com|clickup|notion"
            r"|freshdesk"
            r"|intercom|servicenow|trello|airtable)\b"
        ),
        staying.RIVAL_EN,
    ),
    "executive_involved": (
        (
            r"\b(?:ceo|cto|cio|cfo|coo|ciso|cmo|cpo|cro|s?vp|evp|avp|c-?level|c-?suite|chief \w+ officer"
            r"|co-?founders?"
            r"|founders?|chair(?:man|woman|person)|vice[- ]president|president|executives?|execs?|exec sponsor"
            r"|managing director|\bmd\b|board of directors|board members?|board meeting|our board|their board"
            r"|senior (?:management|leadership)|upper management|top management"
            r"|leadership team)\b(?!['’]?s? (?:report"
            r"|dashboard|role|view|summary|plan))"
        ),
        (
            r"\b(?:speak|talk|call|meeting|escalat\w*|hear|complain\w*|get) (?:\w+ ){0,4}(?:your|a|the"
            r"|to) (?:\w+ )?(?:manager|supervisor|boss|director|management|leadership|higher[- ]ups?)\b"
            r"|\bhead of (?:it"
            r"|ops|operations|engineering|sales|product|support|cs|security|finance|procurement|marketing)\b"
        ),
    ),
    "legal_or_pr": (
        (
            r"\b(?:lawyers?|attorneys?|solicitors?|lawsuits?|litigat\w+|sue|suing|sued|in court|to court"
            r"|breach of contract|contract breach|breach(?:ed|es|ing)? (?:the |our |their )?(?:contract|msa"
            r"|agreement)"
            r"|class action|ombudsman|regulators?|dpo|data protection (?:officers?|authorit\w+|commissioner)"
            r"|small claims|cease and desist|damages)\b|\blegal (?:is|has"
            r"|wants|will|asked|asks|says)\b|\blegal (?:action|team"
            r"|department|counsel|notice|proceedings?|threats?|dispute|steps|matter|advice|letter|risk|consequences)"
            r"|\b(?:our|their|to|from|with|contact\w*|involv\w*|loop\w* in|get|getting|cc\w*) legal\b"
        ),
        (
            r"(?<!our )(?<!all )(?<!my )(?<!\d )(?<!of )\bjournalists?\b"
            r"|\b\d+ journalists? (?:have |are |has )?(?:call|ask|wr[oi]t|contact"
            r"|want|report)\w*|\b(?:the media|media coverage|social media|twitter|tweet(?:ed|ing|s)?|linkedin|reddit"
            r"|hacker ?news|trustpilot|glassdoor|facebook|tiktok|viral|press (?:coverage|release|inquir\w+|team"
            r"|about)"
            r"|the press|to the press|bad press|newspapers?|g2 review|app store review|public(?:ly)? (?:review"
            r"|complain\w*"
            r"|statement|post)|(?:go|going|went|gone) public|name and shame|post(?:ed|ing)? (?:\w+ ){0,3}(?:publicly"
            r"|online)|bad review|negative review|1-star|one-star|pr (?:risk|issue|disaster|crisis|problem|nightmare"
            r"|team))\b"
        ),
    ),
    "compliance_deadline": (
        (
            r"\b(?:(?<!night )audit(?:s|or|ors|ing)?(?! ?-?(?:logs?|trails?|events?|history|records?|staff|clerks?|shifts?))"
            r"|complian(?:ce|t)"
            r"|regulat(?:ory"
            r"|ors?|ion|ions)|gdpr|hipaa|soc ?-?2|iso ?-?27001|pci|sox|tax (?:filing|return|deadline|authorit\w+)"
            r"|vat return|filing|fda|statutory|(?:month|year|quarter)(?:-end| end (?=clos))(?: ?clos\w+)?|inspection"
            r"|(?:re-?)?certification)\b.{0,60}?\b(?:by|before|due|deadline|starts?|begins?|on (?!the wrong\b)|until|next|this"
            r"|in \d+|tomorrow"
            r"|tonight|today|required|obligat\w+|mandat\w+)\b"
        ),
        (
            rf"\b(?:by|before|due|deadline|ahead of|in time for|until|for) (?:{W}){{0,4}}?(?:(?<!night )audit(?:s|or"
            rf"|ors)?(?! ?-?(?:logs?|trails?|events?|staff|clerks?|shifts?))|compliance|regulat\w+|tax (?:filing|return)|filing"
            rf"|inspection|certification)\b"
            # The end of a year or month is a mere date until something is closed by then.
            rf"|\b(?:by|before|due|deadline|ahead of|in time for) (?:{W}){{0,4}}?(?:month|year|quarter)(?:-end| end clos\w+)\b"
            rf"|\b72[- ]hours?\b.{{0,30}}\b(?:notif|gdpr|report)\w*"
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
            rf"|gotten (?:a|any)|had (?:a|any)|seen (?:a|any)))(?: \w+)? ?{REPLY}\b(?! (?:code|body|header|time))"
            rf"|\b(?:have|has|had|'ve)(?:n['’]?t| not| never)(?: yet)? (?:heard|received|gotten|had|been (?:contacted"
            rf"|answered|updated)|gott?en back|got(?:ten)? (?:a|any))\b"
        ),
        (
            r"\b(?:nobody|no[- ]?one|none of you) (?:\w+ ){0,3}(?:repl\w+|respond\w*|answer\w*|got(?:ten)? back"
            r"|came back"
            r"|help\w*|looking|looked|call\w*|follow\w*|car(?:e|es|ed))\b|\b(?:still|been|kept|keeps?|keep|we['’]re"
            r"|have been|tired of|left) (?:\w+ )?waiting\b|\bwait(?:ed|ing) (?:for |since |over |more than |almost "
            r"|already )*(?:\d+|a|two|three|four|five|six|several|many|days|weeks|hours)\b|\b(?:being|been|getting"
            r"|feel\w*) ignored\b|\bignor(?:ing|ed) (?:us|our (?:ticket|request|case|email)s?|them|me"
            r"|my (?:ticket|request"
            r"|case|email)s?)\b|\b(?:unacceptabl\w+|ridiculous\w*|terribl[ey]|awful|too|so) (?:\w+ )?(?:long"
            r"|slow (?:response|support|repl\w+)|wait|delay|response|support)\b|\bresponse times?\b|\bopen (?:for"
            r"|since) (?:\w+ ){0,2}(?:weeks?|days?|months?)\b|\b(?:chas(?:ed|ing)|follow(?:ed"
            r"|ing) up) (?:\w+ ){0,3}times\b"
        ),
    ),
    "feature_request": (
        (
            r"\bfeature ?:|\b(?:audit logs?|features?|functionality|integrations?|options?) (?:is"
            r"|are) (?:still )?(?:missing|not available|lacking)\b|\bfeature[- ]?(?:requests?|gaps?|asks?)\b"
            r"|\benhancement\b|\bwish ?-?list\b|\broad-?map\b|\bproduct (?:gap"
            r"|feedback|suggestion)\b"
        ),
        (
            rf"\b(?:missing|lacks?|lacking|lack of|absence of|no|need|needs|needing|want|wants|wanting|requesting"
            rf"|requests?"
            rf"|requested|asking for|asks? for|asked for|without|add|adding|implement\w*|introduce|build"
            rf"|support(?:ing)? for|demand\w*|waiting for|would love|looking for"
            rf"|over) (?:{W}){{0,4}}?{FEATURE}\b(?! (?:issue|error|problem|fail\w*|loop|down|broken|stopped|team"
            rf"|to (?:help|fix|look)))"
        ),
        (
            r"\b(?:(?:it(?:['’]d| would)|that would|would) be (?:\w+ )?(?:great|nice|good|helpful|useful|cool"
            r"|awesome|handy|ideal) (?:if|to)"
            r"|(?:we|i|they|customers?|users?)(?:['’]d| would) (?:really )?(?:love|like|want"
            r"|prefer) (?:to (?:be able|have"
            r"|see)|a|an|if|the (?:ability|option))|(?:please|can you|could you|would you|can we|could we"
            r"|any plans? to"
            r"|when will you|will you|plans? to|want you to|wish you(?:'d| would)?|suggest(?:ion)?(?: to| that you)?"
            r"|need you to) (?:please )?(?:add|support|implement|introduce|build|include an? option"
            r"|provide an? (?:option"
            r"|way)|make it possible|allow|have an? option))\b"
        ),
        rf"\b(?:can|could) (?:we|i|you|they) (?:please )?(?:get|have) (?:an? |the |some )?(?:{W}){{0,2}}?{FEATURE}\b",
        (
            r"\b(?:does|do|did)(?:n['’]?t| not) (?:currently |yet |natively )?(?:support|offer|provide|have (?:a|an"
            r"|any))\b|\bnot (?:currently |yet |natively )?supported\b|\b(?:wish|need|want|wants|needs|like"
            r"|love)(?:es)? (?:\w+ ){0,2}(?:to be able to|a way to|an option to|the ability to|the option)|\b(?:no"
            r"|isn['’]t (?:a|any)) (?:way|option|ability) to (?:bulk|export|filter|assign|sort|group|schedule"
            r"|customi[sz]e"
            r"|import|copy|merge|tag|restrict|automate)\w*"
        ),
    ),
    "how_to_question": (
        (
            r"\bhow (?:do|can|should|would|could|to|does)\b(?! (?:this|it|that) (?:happen|still|even))(?! (?:long"
            r"|many"
            r"|often|much|soon))(?!.{0,20}\b(?:fix(?:ed)?|recover|get (?:our|my) data))|\b(?:what(?:['’]s| is)"
            r"|which is) (?:the )?(?:best|right|correct|proper|recommended|easiest) (?:way|practice|approach|method)"
            r"|\bwhere (?:do|can|should|would|is|are) (?:i|we|they|you|the (?:setting|option|button|menu|page))\b"
            r"|\b(?:is"
            r"|are) (?:it|there)(?: \w+)? (?:possible|a way|any way|an option|a setting|documentation|a guide)"
            r"|\bstep[- ]by[- ]step\b|\bwalk (?:me|us|them) through\b|\b(?:do(?:es)?n['’]?t|do(?:es)? not|not"
            r"|never) (?:\w+ )?(?:know|sure|understand|figure out|find out|see) how\b|\bunsure how\b|\b(?:need"
            r"|needs|want"
            r"|wants|ask\w*|request\w*|looking|like|some) (?:\w+ ){0,2}(?:guidance|training|a tutorial|onboarding"
            r"|walk-?through|instructions|advice|best practices?)\b|\bhow-?to\b|\bcan (?:i|we|you) (?:change"
            r"|rename|set"
            r"|use|add|remove|move|merge|schedule|customi[sz]e|invite)\b"
        ),
    ),
    "trial_or_renewal": (
        (
            r"\brenew(?:al|als|ing|s|ed)?\b|\b(?:trial|poc|pilot|proof of concept)\b|\b(?:contract|subscription"
            r"|licen[cs]e"
            r"|agreement) (?:\w+ ){0,3}(?:ends?|expir\w+|up for|is up|runs out|lapses?)\b|\bconvert(?:ing|s"
            r"|ed)? (?:\w+ )?(?:to|into) paid\b"
        ),
    ),
}
