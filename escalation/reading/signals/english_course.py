"""English words for the course of a matter: ways around, cause, recovery, return, spread, time."""

from __future__ import annotations

from escalation.reading.signals.english_words import CONFIG, WHEN, W

COURSE: dict[str, tuple[str, ...]] = {
    "workaround_works": (
        (
            r"\b(?:work-?arounds?|temporary (?:fix|solution)|interim (?:fix|solution)|stop-?gap|alternative (?:method"
            r"|route|way))\b (?:\S+ ){0,5}?(?:works?|worked|working|help(?:s|ed)|unblock\w*|does the trick|in place"
            r"|available|exists?|fine|ok(?:ay)?|holds|succeed\w*|accept\w*|confirmed)\b"
        ),
        (
            r"\b(?:using|have|has|had|found|is|got|with|via|gave|given|offered|provided|accepted|applied) (?:a"
            r"|an|the|your"
            r"|our) (?:\w+ ){0,2}work-?around\b|\bwork-?around:|\bunblocked (?:by|with|via|using|for now)|\b(?:gets"
            r"|getting) (?:us|them) by\b|\bworks? (?:\w+ )?(?:in the meantime|for now|for the time being"
            r"|as a stop-?gap)\b|\b(?:is|are) there (?:a|any) (?:\w+ )?work-?around"
            r"|\bworks (?:fine )?(?:if|when|with|using|via) (?:we|you|they|i|the)\b"
        ),
    ),
    "workaround_fails": (
        (
            r"\b(?:no|without (?:a|any)|isn['’]t (?:a|any)|not (?:a|any)|lack of (?:a|any)"
            r"|zero) (?:\w+ ){0,3}(?:work-?arounds?|way around|alternative way)\b"
        ),
        (
            r"\bwork-?arounds? (?:\S+ ){0,6}?(?:(?:does|did|is|was|has|do|wo|ca)(?:n['’]?t| not)|no longer"
            r"|fail\w*|stopped"
            r"|useless|broke|never|not (?:work\w*|accept\w*|help\w*|enough|possible|viable))\b"
        ),
        (
            r"\b(?:tried|followed|applied|used|did|done|sent|shared|after) (?:\S+ ){0,4}?(?:work-?around|article"
            r"|kb[- ]?\d*"
            r"|documented"
            r"|guide|suggested|recommended|doc(?:s|umentation)?|instructions|steps?"
            r"|fix) ?(?:\S+ ){0,6}?(?:no luck|made no"
            r"|not? (?:help|work|effect|change|difference|good)\w*|didn['’]?t|did not|doesn['’]?t|does not|still|same"
            r"|fail\w*|to no avail|without (?:success|effect|luck|change))"
        ),
    ),
    "configuration": (
        (
            rf"\bmis-?configur\w*|\b(?:wrong(?:ly)?|incorrect(?:ly)?|bad|invalid|expired|outdated|change|changed"
            rf"|adjust(?:ed|ing)?|enabl(?:e|ed|ing)|disabl(?:e|ed|ing)|uncheck\w*|untick\w*|tick\w*|toggl\w*"
            rf"|switch(?:ed"
            rf"|ing)? (?:on|off)|turn(?:ed|ing)? (?:on|off)|cleared|removed the|correct(?:ed|ing)|updat(?:e|ed"
            rf"|ing) (?:the"
            rf"|their|your|our)) (?:{W}){{0,4}}?{CONFIG}\b"
        ),
        (
            rf"\b{CONFIG}\b['\"’”]? (?:{W}){{0,4}}?(?:wrong|incorrect|misconfigured|switched (?:on|off)"
            rf"|turned (?:on|off)"
            rf"|disabled|enabled|unchecked|block\w*|drop\w*|reject\w*|removed|deleted|not (?:set|enabled"
            rf"|configured|granted|assigned)|expired|the (?:cause|culprit"
            rf"|issue|problem|reason)|fixed it|solved it|mismatch)\b"
        ),
        (
            rf"\b(?:closed|solved|resolved|fixed|turned out) (?:as|to be|by) (?:a |an |their "
            rf"|the )?(?:\w+ )?(?:{CONFIG}"
            rf"|user error|by design|set-?up)|\b(?:config\w*|settings?|set-?up|permissions?) (?:issue|problem"
            rf"|question"
            rf"|error|mistake|help|request|matter)\b|\buser error\b|\b(?:help|assist\w*|question\w*|guid\w*|need\w*"
            rf"|want\w*) (?:\w+ ){{0,3}}(?:set(?:ting)?[ -]?up|configur\w+)|\b(?:setting"
            rf"|set) up (?:{W}){{0,3}}(?:sso|saml"
            rf"|integration|webhook|dns|domain|email|scim|slack|calendar|workflow|users?)\b|\bon (?:their"
            rf"|the customer['’]s"
            rf"|your) (?:side|end|network)\b"
        ),
    ),
    "resolved_now": (
        (
            r"\b(?:it|this|that|everything|(?:outage|incident|disruption|downtime"
            r"|problem)s?(?: [^,;.]{1,40}?)??)"
            r"(?: is|['’]s| was| are| were) (?:all |now |finally )*over\b"
            r"(?! ?(?:\d|an?\b|one\b|two\b|three\b|half\b|the (?:limit|quota|time)|sla|budget|quota))|\b(?:up|live"
            r"|online) again\b|(?<=\bnot )(?:yet |been |fully |really |completely )*(?:resolved|fixed|solved|restored"
            r"|recovered)\b|(?<=n't )(?:yet |been |fully |really )*(?:resolved|fixed|solved|restored"
            r"|recovered)\b"
        ),
        (
            r"\b(?:is|are|'s|now|all|been|was|were|got|gets|everything|issue|problem|ticket|it|has|finally|since"
            r"|confirmed"
            r"|already|this|bug)\s+(?:now |all |fully |back |been |already |completely |finally |just |seems? "
            r"|appears? "
            r"|to be |is |was |to have been )*(?:resolved|fixed|solved|working (?:again|now|fine|ok\w*|normally"
            r"|as expected|for everyone)|restored|recovered|back (?:up|online|to normal|to work\w*|in service|again)"
            r"|sorted(?: out)?|good now|ok(?:ay)? (?:now|again)|fine (?:now|again)|up again|up and running"
            r"|stable (?:now"
            r"|again)|healthy again|patched|mitigated)\b"
        ),
        (
            r"\bworks? (?:\w+ )?(?:again|now|fine|as expected|perfectly|well now)\b|\b(?:issue|problem|error|it|bug"
            r"|errors) (?:has |have |is |are |'s |just )*(?:gone away|gone|disappeared|went away|cleared(?: up)?"
            r"|stopped (?:at|around|on its own|by itself|happening|since|appearing))\b"
            r"|\b(?:errors?|[45]\d\ds|time-?outs?|failures?|crashes|duplicates|loop|alerts|problems?|issues?)"
            r" (?:have |has |just |all )*stopped(?=$|[ ]*[,.;!]| and| now| today| yesterday)"
            r"|\b(?:solved|resolved|fixed|cleared|sorted) (?:it|them)sel(?:f|ves)\b|\bno longer (?:happen\w*"
            r"|occur\w*"
            r"|see\w*|a problem|an issue|reproduc\w*|needed|affected)|\bcan (?:\w+ )?(?:log ?in|access|work|use"
            r"|see|export"
            r"|open)(?: \w+){0,3} again\b|\b(?:back (?:up|online|to normal)|up and running)\b|\ball (?:clear"
            r"|good|restored"
            r"|green|systems go)\b"
        ),
    ),
    "recurrence": (
        (
            r"(?<!\btry )(?<!\btrying )(?<!\btried )(?<!\bretry )(?<!\bin )(?<!\bonce )(?<!\bworking )(?<!\bworks )(?<!\bup )(?<!\bok )(?<!\bfine )(?<!\bit )(?<!\bthanks )(?<!\bnormal )(?<!\bonline )(?<!\bstart )(?<!\bback )(?<!\bstable )(?<!\bwork )(?<!\bover )(?<!\bcheck )(?<!\brun )(?<!\basked )(?<!\basking )(?<!\bcontact )(?<!\bthen )(?<!\bexport )(?<!\brecovered )\bagain\b"  # noqa: E501
        ),
        (
            r"\b(?:happen\w*|occur\w*|broke|broken|fail\w*|down|issue|problem|error|back|seeing it|have it"
            r"|doing it|hit"
            r"|missing|lost|started) (?:it )?(?:yet |once )?again\b|\b(?:came|come|comes|coming|is|are|'s"
            r"|has) back (?!up"
            r"|online|to (?:normal|you|us|work)|in service|and running|end)(?:again|after|since|with|in|this"
            r"|today|worse"
            r"|now)?\b|\b(?:came|comes|coming) back$"
        ),
        (
            r"\brecurr\w*|\bre-?occur\w*|\bre-?appear\w*|\bre-?surfac\w*|\bregress(?:ion|ed)\b|\b(?:second|third"
            r"|fourth"
            r"|fifth|2nd|3rd|4th|5th|\d+th|umpteenth|nth) (?:\w+ )?(?:time|occurrence|outage|incident|failure|ticket"
            # What goes out twice is doubled; what happened twice is back.
            r"|report|request|breach)\b"
            r"|(?<!out )(?<!sent )(?<!charged )(?<!billed )(?<!delivered )(?<!listed )(?<!shown )"
            r"(?<!arrive )(?<!arrived )(?<!appear )(?<!created )(?<!posted )(?<!booked )(?<!received )(?<!printed )"
            r"(?<!invoiced )(?<!added )(?<!applied )(?<!taken )(?<!deducted )(?<!paid )(?<!entered )"
            r"(?<!arriving )(?<!counted )(?<!imported )"
            r"\b(?:twice|\d+ times|three times|four times|several times|multiple times"
            r"|many times|repeatedly) (?:\w+ )?(?:this|in|now|over|since|within|already|last)\b"
            r"|\bkeeps? (?:on )?(?:happening|coming|occurring|breaking|failing|returning|crashing|going|dropping)"
            r"|\byet another\b|\brepeat(?:ed|edly| (?:issue|incident|problem|outage))\b|\bsame (?:issue|problem"
            r"|bug|error"
            r"|thing|outage|crash|failure|fault|message|behaviou?r)"
            # What another customer has is the same now, not again.
            r" (?:as(?! (?:an)?other\b| the others?\b| (?:\w+ ){1,3}customers?\b| every(?:one|body)\b| their)"
            r"|we had|again|like|from|happened)\b"
        ),
        (
            r"\b(?:was|were|reported|supposedly|supposed to be|claimed|marked|said|told|allegedly|already|ticket"
            r"|bug)(?: \w+){0,3} (?:fixed|resolved|solved|closed)\b.{0,40}?\b(?:but|still|yet|however|not)\b"
            r"|\b(?:since"
            r"|after|despite) (?:the|your|last|that|a|this)(?: \w+)? (?:fix|hotfix|patch)\b|\b(?:fix|patch"
            r"|hotfix) (?:\w+ )?(?:did(?:n['’]?t| not) (?:hold|work|stick|help|last)|failed)|\bnot (?:really|actually"
            r"|truly) fixed\b|\bsupposedly fixed\b"
        ),
    ),
    "growing": (
        (
            r"\bmore and more\b|\b(?:growing|increas(?:ing|ingly|ed|es)|rising|spread(?:ing|s)?|climbing|snowball\w*"
            r"|worsen\w*|accelerat\w+|multiplying|piling up|mounting|ramping up)\b|\b(?:getting|gets|become"
            r"|becoming|got"
            r"|much|even) worse\b|\bworse (?:by|every|each)\b|\b(?:another|additional|new|extra"
            r"|further) (?:\w+ )?(?:customers?|accounts?|clients?|reports?|users?"
            r"|complaints?)\b (?:\w+ ){0,3}(?:report\w*"
            r"|affect\w*|hit|complain\w*|coming|came|every|today|since|just|now|joined|see\w*|with)|\b(?:up|went|gone"
            r"|going|grew|grown|jumped|rose) (?:\w+ )?from \d+ (?:\w+ )?to \d+|\b(?:has|have|reports?|cases"
            r"|tickets|complaints|customers|users|nearly|almost) (?:doubled|tripled|quadrupled)\b|\b(?:go|goes"
            r"|going|went) up (?:every|each|by|since|again|fast)\b"
            r"|\b(?:doubled|tripled) (?:since|within|from|overnight)\b"
            r"|\b(?:every|each) (?:hour|day) more\b|\bnow (?:also )?(?:affect\w*|hitting|impact\w*|spreading)\b"
            r"|\breports (?:keep |are |still )*(?:coming|pouring|streaming)"
        ),
    ),
    "deadline": (
        (
            rf"\b(?<!day )(?<!week )(?<!month )(?:by|before|until|till|no later than|due(?: on| by)?|ahead of"
            rf"|prior to|in time for) (?:the |our |their "
            rf"|this |next |end of |close of |coming )*{WHEN}"
        ),
        (
            r"\b(?:deadlines?|time[- ]?critical|time[- ]sensitive|drop[- ]dead)\b|\bwithin (?:the next "
            r"|the )?(?:\d+|one"
            r"|two|three|four|an?|few|a few|24|48) ?(?:hours?|hrs?|h\b|days?|minutes?|weeks?|business days?)"
            r"|\b(?:need"
            r"|needs|needed|must|have to|has to|want|wants|require[sd]?|expect\w*) (?:\S+ ){0,8}?(?:today|tonight"
            r"|tomorrow|this (?:week|morning|afternoon|evening)|next (?:week|month)|(?:on |this |next |for "
            r"|by )+(?:mon"
            r"|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?|eod|eow|cob|monday)\b|\b(?:go(?:es|ing)?[ -]?live"
            r"|launch(?:es|ing)?|present(?:s|ing)?(?: to)?|demo|event|filing|payroll|presentation"
            r"|cut-?over) (?:\w+ ){0,2}(?:is |on |in |at |this "
            r"|next )*(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this week"
            r"|next week|\d+ (?:days?|hours?|weeks?))"
        ),
        (
            rf"\b(?<!was )(?<!were )(?<!been )(?:in|into) (?:the |our |their )?(?:(?:local|trade|national|evening|morning) )?"
            rf"(?:press|papers?|newspapers?|news|media)(?: [\w-]+)?? (?:(?:on|this|next|coming) )*{WHEN}"
            rf"|\b(?:story|article|piece|newspaper|paper|interview|report(?:er|age)|journalist)s? (?:\w+ )??"
            rf"(?:(?:will|is going to|is going|going) (?:be )?)?(?:runs?|published?|publishes|prints?|printed|airs?|appears?"
            rf"|broadcast|goes? (?:out|public|to press|to print|live)|comes? out) (?:it |that |this )?"
            rf"(?:(?:on|this|next|coming) )*{WHEN}"
        ),
    ),
}
