"""English words for what is wrong: faults, losses and security, over one lower-case clause."""

from __future__ import annotations

from escalation.reading.signals.english_words import CANT, DATA, MANY, OUTPUT, PARTLY, SERVICE, TENANT, WORK, W

BROUGHT = (
    r"(?:(?<=ing )|(?<=took )|(?<=take )|(?<=taken )|(?<=takes )|(?<=write )|(?<=wrote )|(?<=note )|(?<=put )|(?<=turned )"
    r"|(?<=narrow )|(?<=narrowed )|(?<=track )|(?<=tracked )|(?<=pin )|(?<=pinned ))it\b"
)
"""What somebody brings down themselves is no outage: "thanks for narrowing it down", "he took it down yesterday"."""

FAULTS: dict[str, tuple[str, ...]] = {
    "production_down": (
        (
            r"\b(?:outages?|black-?out|prod[- ]?down|downtime|p0|sev-?[01])\b|(?<=\bnot )down\b|(?<=n't )down\b"
            r"|\bisn['’]?t down\b"
        ),
        (
            rf"(?!{BROUGHT})\b(?:{SERVICE}|is|are|'s|was|were|went|goes|gone|been|be|being|all|hard|completely|totally|fully"
            rf"|entirely"
            rf"|still|currently|keeps going)\s+(?:all |hard |completely |totally |fully |entirely |still "
            rf"|currently )*down\b(?! (?:to|from|by|the|into|arrow|menu))"
        ),
        (
            rf"\b{SERVICE}\b(?: {W}{{0,3}}| )(?:offline|dead|unavailable|inaccessible|unreachable|unresponsive|not respond\w*|isn['’]t respond\w*|gone dark|knocked out|kaput|unusable|out of (?:service"  # noqa: E501
            rf"|order))\b"
        ),
        r"\b(?:prod\w*|servers?|platform|system|database|site|cluster) (?:has |have |just )*crashed\b",
        (
            rf"\b(?:{SERVICE}|processing|jobs?|pipeline|orders|payments?|delivery|ingestion"
            rf"|sync\w*)\b {W}{{0,2}}(?:stopped|died|halted|froze|collapsed|ceased)\b(?! (?:sending|using|paying))"
        ),
        (
            rf"\b{MANY}\b {W}{{0,5}}(?:{CANT}|can|is able to|are able to|gets?) {W}{{0,2}}(?:log|sign|access|use\b"
            rf"|open"
            rf"|connect|load|reach|get (?:in|on)|work\b)"
        ),
        rf"\b{MANY}\b {W}{{0,3}}(?:locked out|kicked out|offline)",
    ),
    "data_loss": (
        r"\bdata[ -]?loss\b|\bloss of (?:\w+ ){0,2}data\b",
        (
            rf"\b(?:los(?:t|e|es|ing)|wip(?:ed?|es|ing)|eras(?:ed?|es|ing)|delet(?:ed|es|ing)|dropp(?:ed|ing)|drops"
            rf"|miss(?:ing|es)|disappearing|vanishing|purg(?:ed|ing)|overwr(?:ote|itten|ites?|iting)|destroy(?:ed|s)"
            rf"|omit(?:s|ted|ting)|skip(?:s|ped|ping)|truncat(?:ed|es|ing)) (?!(?:a |an "
            rf"|the )?(?:\w+ )?(?:feature|customer"
            rf"|client|deal|button))(?:(?:all|some|of|our|their|the|my|his|her|its|a|an|any|every|about|over|many"
            rf"|several"
            rf"|few|half|most|entire|user|customer|production|client|important|historical|\d[\d,.]*%?|day's"
            rf"|week's|month's"
            rf"|months|days|weeks|years|worth|sales|last|two|three|thousands|hundreds) ){{0,7}}(?:\w+ )?{DATA}\b"
            # What business loses by the hour is no stored record.
            r"(?! (?:an?|per|every|each) (?:minute|hour|day|week|month)\b)"
        ),
        (
            rf"\b{DATA}\b (?:{W}){{0,6}}?(?:lost|missing|gone|disappear(?:ed|s|ing)?|vanish(?:ed|es|ing)?|wiped"
            rf"|erased"
            rf"|purged|overwritten|destroyed|dropped|unrecoverable|nowhere to be found|not there (?:any ?more|now))\b"
        ),
        r"(?<=\bnothing )(?:is |was |were |has |been |got |gets |seems )*(?:lost|deleted|gone|wiped|missing)\b",
        rf"\b{DATA} (?:was|were|got|been|has been|have been|is|are) (?:\w+ ){{0,2}}deleted\b",
        (
            r"\b(?:everything|all of it|it all) (?:is |was |has |just |got |been )*(?:gone|wiped|lost|deleted"
            r"|disappeared)\b"
        ),
    ),
    "data_corruption": (
        r"\bcorrupt(?:ed|ion|ing|s)?\b|\bgarbled\b|\bscrambled\b|\bdata integrity\b|\bmangled\b",
        (
            r"\b(?:wrong|incorrect|inaccurate|bad|invalid|inconsistent|duplicated?|double"
            r"|mixed[- ]up) (?:\w+ )?(?:data"
            r"|values?|numbers?|totals?|amounts?|balances?|figures|records|entries|charges|results|sums|counts?)\b"
        ),
        (
            rf"\b(?:{DATA}|numbers|totals?|amounts?|balances?|figures|sums|counts?) (?:{W}){{0,3}}?(?:wrong"
            rf"|incorrect|doubled|tripled|misaligned"
            rf"|inaccurate|inconsistent|mixed up|duplicated|swapped|off by|don['’]t match"
            rf"|doesn['’]t match|do not match)\b"
        ),
    ),
    "security_exposure": (
        r"\b(?:suspected|possible|potential|alleged|apparent|massive|serious|real) (?:\w+ )?breach\b",
        r"(?<!memory )\b(?:leak(?:ed|s|ing|age)?)\b",
        (
            r"\b(?:data|security|privacy|account)[ -](?:breach(?:ed|es)?|exposure|incident)\b|\b(?:been|was|were"
            r"|got|are"
            r"|is) breached\b|\bbreach(?:ed)? of (?:our |the |their )?(?:data|security|system|account)s?\b"
            r"|\bcompromis(?:ed|e)\b"
        ),
        (
            r"\bexpos(?:ed|ing|es|ure)\b(?! (?:an? |the |this |more |new )?(?:\w+ )?(?:api|endpoint|field|option"
            r"|metric"
            r"|setting|webhook))"
        ),
        (
            rf"\b(?:see(?:s|ing|n)?|saw|view(?:s|ed|ing)?|access(?:es|ed|ing)?|open(?:s|ed)?|download(?:ed|s)?"
            rf"|read(?:s"
            rf"|ing)?|receiv\w+|g[eo]t(?:s|ting)?|show(?:s|ing|n|ed)?|display\w*|return(?:s|ed|ing)?|appear\w*"
            rf"|find(?:s"
            rf"|ing)?|found|sent) (?:{W}){{0,4}}?(?:other|another|someone else|somebody else|different|wrong"
            rf"|a stranger"
            rf"|random|unrelated)(?:['’]?s)? (?:\w+ )?{TENANT}\w*['’]?s?['’]?\b(?! (?:too|also|as well|reporting"
            rf"|with the same|having|have this|see))"
        ),
        (
            rf"\b(?:other|another|different) {TENANT}\w*['’]s?['’]? (?:\w+ ){{0,2}}(?:data|names?|invoices?|records?"
            rf"|files?|tickets?|projects?|emails?|details|info\w*|orders?|documents?|dashboard|reports?)"
        ),
        (
            rf"\b(?:belong(?:s|ed|ing)? to|meant for|intended for|owned by) (?:a |an |some )?(?:other|another"
            rf"|different|someone else|somebody"
            rf" else|wrong)\b|\b(?:another|a different) {TENANT}\w*['’]s (?!(?:\w+ )?(?:tickets?|reports?"
            rf"|requests?|complaints?|feedback)\b)\w+"
        ),
        (
            rf"\b(?:other|another|a different|someone else's) {TENANT}\w*['’]?s?['’]? (?:can|could|is able to"
            rf"|are able to|was able to) (?:also "
            rf"|now )?(?:see|view|access|open|read|download|edit) (?:our|my|their|his|her|all)\b"
        ),
        (
            r"\bcross-?(?:tenant|account|customer)\b|\bpublicly (?:accessible|visible|available|readable)\b"
            r"|\b(?:indexed"
            r"|cached) (?:by|in|on) google\b|\bwrong (?:recipient|customer|person|tenant|client)\b"
            r"|\bplain ?-?text (?:password|credential)|\bpasswords? (?:\w+ ){0,3}(?:in )?plain ?-?text\b"
        ),
    ),
    "unauthorised_access": (
        (
            r"\bunauthori[sz]ed (?!error|response|401|exception|status|when|message|on\b)\w*|\b(?:hacked|hijack\w*"
            r"|hackers?|intruders?|account take-?over|taken over|brute[- ]?forc\w+|credential stuffing|phish(?:ed"
            r"|ing))\b"
        ),
        (
            r"\b(?:log-?ins?|sign-?ins?|logons?|sessions?|activit(?:y|ies)|exports?|downloads?|access"
            r"|ip(?: address(?:es)?)?s?|locations?|devices?|places?|countr(?:y|ies)|admin users?|users?|accounts?"
            r"|changes"
            r"|api calls|transactions?|logged in|signed in) (?:[\w'’/-]+ ){0,6}?(?:unknown|unfamiliar|unrecogni[sz]ed"
            r"|suspicious|strange|weird|foreign|(?:do(?:es)?n['’]?t|do(?:es)? not|can['’]?t|not) recogni[sz]e"
            r"|did(?:n['’]t"
            r"| not) (?:make|do|create|perform|initiate|authori[sz]e)|(?:not|isn['’]t|wasn['’]t|weren['’]t"
            r"|aren['’]t) (?:ours|mine|theirs|us|them|me|his|hers|made by)|nobody (?:here |on (?:our|the"
            r"|their) team )?(?:did|made|recogni[sz]es)|never (?:made|did|created|authori[sz]ed))\b"
        ),
        (
            r"\b(?:log-?ins?|sign-?ins?|sessions?|logged in|signed in"
            r"|access(?:ed)?) (?:\w+ ){0,2}from (?:an? )?(?:\w+ )?(?:country|place|city"
            r"|location|ip|address|region|device|town)s? (?:that )?(?:we|they|i|he|she|nobody|no one|where)\b"
            r"|\b(?:unknown|unfamiliar|unrecogni[sz]ed|suspicious|strange|weird|odd|unexpected|unexplained"
            r"|rogue) (?:\w+ ){0,2}(?:log-?ins?|sign-?ins?|logons?|sessions?|activit(?:y|ies)|exports?|downloads?"
            r"|ips?\b"
            r"|ip address|locations?|devices?|places?|countr|admins?|access|api calls?)"
        ),
        (
            r"\b(?:someone|somebody|a stranger|third party|attacker|outsider)(?: else)? (?:\w+ ){0,3}(?:logged|signed"
            r"|accessed|got (?:in|access)|is using|used|broke|entered|changed|exported|downloaded|has access|stole)"
        ),
        (
            r"\b(?:ex-?|former |departed |terminated |offboarded |deactivated |removed "
            r"|suspended )(?:\w+ )?(?:employees?"
            r"|staff|users?|contractors?|colleagues?|admins?|members?) (?:\w+ ){0,4}(?:access|log|sign|see|view|open"
            r"|get in)"
        ),
        (
            r"\b(?:stolen|misused) (?:\w+ )?(?:credentials?|passwords?|tokens?|keys?|account)"
            r"|\baccount (?:\w+ ){0,2}stolen\b"
        ),
    ),
    "vulnerability": (
        (
            r"\bvulnerab\w+|\bcve-\d+|\b(?:xss|csrf|ssrf|idor|rce|sqli)\b|\bsql[- ]injection\b|\bzero[- ]day\b"
            r"|\bexploit(?:able|ed|s)?\b|\bprivilege escalation\b|\bsecurity (?:hole|flaw|bug|issue|researcher"
            r"|finding"
            r"|weakness|vuln\w*)|\bbug bounty\b|\bpen[- ]?test\w* (?:\w+ ){0,3}(?:find|found|report|show|result|fail"
            r"|flag)\w*|\bpenetration test\w*"
        ),
        (
            r"\bbypass(?:es|ed|ing)? (?:\w+ ){0,2}(?:log ?in|auth\w*|mfa|2fa|sso|permissions?|access control"
            r"|password)"
            r"|\b(?:access\w*|open\w*|view\w*|reach\w*|call\w*"
            r"|download\w*) (?:[\w/'’-]+ ){0,5}without (?:\w+ )?(?:auth\w*"
            r"|logging in|log ?in|password|token|permission)"
        ),
    ),
    "blocked": (
        rf"\b{CANT} (?:even |really |currently |fully |properly |do |to |longer )?{WORK}",
        (
            r"\b(?:completely |totally |fully |currently |is |are |'re |am |'m |we |they |team |been |still |users? "
            r"|hard )(?:\w+ )?(?:blocked|stuck|stranded|paraly[sz]ed|locked out|crippled"
            r"|dead in the water)\b(?! (?:ip"
            r"|user|domain|sender|at loading))"
        ),
        (
            r"\b(?:blocker|show-?stopper|standstill|unusable|locked out|sitting idle|sits idle|twiddling|hard stop"
            r"|no-?go)\b|\bblock(?:s|ing) (?:us|them|our|their|the (?:team|launch|release|rollout|business|go-?live)"
            r"|everyone|\w+ (?:users|people))\b"
        ),
        (
            r"\b(?:work|business|operations?|sales|production|shipping|billing|payroll"
            r"|fulfil\w+) (?:\w+ ){0,3}(?:stopped"
            r"|halted|at a (?:stop|halt)|on hold|frozen|ground to)\b"
        ),
        rf"\b{MANY}\b (?:\w+ ){{0,4}}(?:can|is able to|are able to) (?:\w+ ){{0,1}}{WORK}",
    ),
    "degraded": (
        (
            r"\b(?:slow(?:er|ly|ness|s|ing|ed)?|sluggish|crawl(?:s|ing|ed)?|lag(?:s|gy|ging)?|latency"
            r"|intermittent(?:ly)?|sporadic(?:ally)?"
            r"|flak(?:y|iness)|unstable|degrad\w+|glitch(?:y|es|ing)?|unreliable|inconvenien\w+|annoying|spotty"
            r"|patchy)\b"
        ),
        (
            r"\btim(?:es?|ing|ed)[ -]?out\b|\btimeouts?\b|\bdelay(?:ed|s)\b|\bpartial(?:ly)?\b|\btak(?:es?"
            r"|ing) (?:forever"
            r"|ages|minutes|(?:so|too|very|way too) long|\d+ ?(?:s|secs?|seconds?|mins?|minutes?)\b)"
            r"|\b(?:on and off|hit[- ]and[- ]miss"
            r"|hit or miss|every now and then|from time to time|now and then|once in a while|sometimes"
            r"|occasional(?:ly)?"
            r"|randomly)\b|\bsome (?:users|requests|customers)\b"
        ),
    ),
    "broken": (
        (
            r"\b(?:broken|broke|breaks|breaking|buggy|bugs?|fail(?:s|ed|ing|ures?)?|crash(?:es|ed|ing)?|erroring"
            r"|errors?"
            r"|exception|malfunction\w*|faulty|not function\w*|defect(?:ive)?|freez(?:es|ing)|frozen|regression"
            r"|misbehav\w+|haywire|acting up|borked|busted|messed up)\b"
        ),
        (
            r"\b(?:does|do|did|is|are|was|has|have|will|wo|ca)(?:n['’]?t| not) (?:\w+ ){0,2}?(?:work|load|open"
            r"|respond"
            r"|save|sync|update|show|trigger|arrive|send|fire|render|appear|export|import|display|refresh|start"
            r"|connect"
            r"|deliver|receiv|generat|complet)\w*"
        ),
        (
            r"\b(?:stopped|quit|no longer|not|never|barely) (?:work|load|respond|sav|sync|updat|trigger|arriv"
            r"|send|fir"
            r"|render|appear|export|import|display|refresh|connect|deliver|generat)\w*"
        ),
        (
            rf"\b{OUTPUT} (?:\w+ ){{0,3}}?{PARTLY}(?: |$)|\b{PARTLY} (?:\w+ ){{0,4}}?(?:from|in) (?:the |our |their "
            rf"|my )?(?:\w+ )?{OUTPUT}\b"
        ),
        (
            r"\b(?:do|does|did|doing) (?:absolutely )?nothing\b|\bnothing happens\b|\bover and over\b"
            r"|\bignor(?:es|ing) (?:the|all|every|any)\b"
            r"|\bsends? (?:\w+ )?back to\b|\b(?:does|do|did|will|would|could|might|may) (?:\w+ ){0,3}(?:break"
            r"|fail|crash)\b"
        ),
        (
            r"\b(?:log ?in|redirect|infinite|endless|sso|auth\w*|restart|reboot) loops?\b|\bloop(?:s|ing) (?:back"
            r"|between"
            r"|forever|on)|\b(?:blank|white|black|empty) (?:page|screen)\b|\bkeeps? (?:\w+ )?(?:failing|crashing"
            r"|logging"
            r"|looping|spinning|asking|redirecting|disconnecting|dropping|freezing|bouncing)"
            r"|\bspinning (?:forever|wheel)"
            r"|\breturn(?:s|ed|ing)? (?:\w+ )?[45]\d\d"
        ),
    ),
}
