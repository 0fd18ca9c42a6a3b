"""English wishes: hiding, the promise nobody can keep, pressure, gifts."""

from __future__ import annotations

from escalation.claims.lazy import Lazy
from escalation.recovery.wish_rule import Rule

_LEADERS = (
    r"(?:c[eftimo]o|chairman|board|boss(?:es)?|leaders?(?:hip)?|managers?|management|executives?|execs?|directors?|heads?"
    r"|vps?|vice presidents?|steering (?:committee|group)|owners?|sponsors?|customers?|clients?|headquarters|hq|seniors?"
    r"|higher[- ]ups|president|partners?|auditors?|they|them)"
)
_FAILURE = (
    r"(?:outages?|incidents?|failures?|faults?|breach(?:es)?|problems?|errors?|bugs?|crash(?:es)?|downtime|disruptions?"
    r"|mistakes?|issues?|data loss|lost (?:data|rows|records)|root cause|truth|bad news|news|facts?|it|this|that|what happened)"
)
_NOT = (
    r"(?:\b(?:never|not|no|nobody|none|without|nothing|neither|nor|cannot|stop|avoid\w*|refus\w+|against|rather than"
    r"|instead of|unable|impossible|forbid\w*|hesita\w+)\b|n't\b|\bno (?:wish|need|reason|point))"
)
_TURNED = Lazy(rf"{_NOT}(?: \S+){{0,5}} ?$")

# What may well be kept back: it is not theirs, not certain, or not decided.
_RIGHTLY = Lazy(
    r"\b(?:arr|revenue|margin|odds|other (?:customers?|clients?|accounts?)|another (?:customer|client)|internal|guess\w*"
    r"|speculat\w+|unconfirmed|not (?:yet )?(?:confirmed|certain|approved|sure)|until (?:it is|it's|they are|legal|we have)"
    r"(?: \w+)? (?:confirmed|approved|sure|certain|agrees?|signs? off)|before (?:it is|it's|they are|legal)"
    r"(?: \w+)? (?:confirmed|approved|agrees?|signs? off)|dates?|deadlines?|passwords?|secrets? (?:key|token)|names? of"
    r"|personal data|compensation|discount|credit|refund|competitors?|press|ticket ids?|from (?:the )?(?:news|media|others"
    r"|twitter"
    r"|rumou?rs|(?:any|some)(?:one|body) else)|wait(?:ing)?"
    r"|that (?:it|this|that|such a thing|there) (?:can|will|could|wo|would)(?:not|n't| not| never))\b"
)
_TO_KNOW = (
    r"(?:know|learn|hear|see|find out|notice|discover|realise|realize|be told|get wind|be aware|be informed|suspect)"
)

HIDE = (
    Rule(
        Lazy(
            r"\b(?:hide|hiding|conceal(?:ing)?|cover(?:ing)? (?:\w+ ){0,3}up|covering up|bury(?:ing)?|whitewash(?:ing)?"
            r"|gloss(?:ing)? over|sweep(?:ing)? (?:\w+ ){1,3}under|play(?:ing)? (?:\w+ ){0,3}down|downplay(?:ing)?|hush(?:ing)?"
            r"|suppress(?:ing)?|sit(?:ting)? on (?:it|this|that|the (?:news|report))"
            rf"|hold(?:ing)? back (?:the )?(?:\w+ )?{_FAILURE}|contain(?:ing)? the (?:news|story)"
            r"|sugar-?coat(?:ing)?|soft-?pedal\w*|(?:softer|milder|shorter|nicer|cleaned[- ]up|tamer) (?:version|account|story"
            r"|wording|timeline)|falsif(?:y|ying)|backdat(?:e|ing)|doctor(?:ing)? the|massag(?:e|ing) the"
            r"|fudg(?:e|ing)|li(?:e|ing|e) (?:to|about)|mislead(?:ing)?|deceiv(?:e|ing)|pretend(?:ing)?)\b"
        ),
        _TURNED,
    ),
    Rule(
        Lazy(
            r"\bkeep(?:ing)? (?:[\w']+ ){1,5}?(?:from|quiet|secret|hidden|in the dark|out of (?:it|this|the loop)"
            r"|to ourselves|under wraps|between us|away from)\b|\bkeep(?:ing)? (?:quiet|silent|mum) (?:about|on)\b"
            r"|\bstay(?:ing)? (?:quiet|silent) (?:about|on)\b"
            r"|\b(?:stays?|remains?) (?:\w+ )?(?:between|among|inside|in-house)\b|\boff the record\b|\b(?:mouth|lips?) (?:shut"
            r"|sealed)\b|\b(?:sound|look|seem|appear) less (?:serious|severe|bad|grave|dramatic)\b"
            r"|\bbefore (?:any|some)(?:one|body)\b[^.]{0,24}\b(?:notic|find|hear|learn|know)\w*\b"
        ),
        _TURNED,
        Lazy(r"\bkeep(?:ing)? (?:it|this|that|them) from (?:happening|recurring|failing|breaking|coming)|\bpress\b"),
    ),
    Rule(
        Lazy(
            rf"\b(?:skip|omit|gloss over|leave out|exclude|avoid) (?:\w+ ){{0,3}}?(?:what happened|{_FAILURE})\b"
            rf"|\b(?:report|pack|summary|letter|deck|minutes|slides?|timeline|e-?mail)\b[^.]{{0,20}}\b(?:not|n't|without|less)\b"
            rf"[^.]{{0,20}}\b(?:contain|include|show|mention|list|name)\b[^.]{{0,20}}\b{_FAILURE}\b"
            rf"|\bwithout the (?:part|section|page|bit|slide)s? (?:about|on|where)\b|\bwithout the (?:\w+ )?(?:outages?"
            rf"|incidents?|failures?|crash\w*|data loss)\b"
            rf"|\b(?:move|shift|change|adjust|shorten|trim|alter|edit|tweak) the (?:start|end|times?|timeline|dates?|duration"
            rf"|numbers?|figures?|logs?)\b"
            rf"|\bleav(?:e|ing) (?:\w+ )?{_FAILURE} out\b|\b(?:leav(?:e|ing)|delet(?:e|ing)|remov(?:e|ing)|drop(?:ping)?"
            rf"|tak(?:e|ing)|omit(?:ting)?|cut(?:ting)?|skip(?:ping)?"
            rf"|strik(?:e|ing)|eras(?:e|ing)) (?:out )?(?:the |this |that |any |one of |all )?(?:\w+ ){{0,3}}?{_FAILURE}\b"
            rf"(?: \w+){{0,3}}? (?:out\b|off\b|from (?:the|our|their|this)\b|in (?:the|our) (?:report|summary|list|timeline))"
        ),
        _TURNED,
    ),
    Rule(
        Lazy(
            rf"(?:n't|\bnot|\bnever) (?:even )?(?:tell|inform|notify|alert|warn|brief|copy|cc)\b"
            rf"(?: \w+){{0,3}}? {_LEADERS}\b|\bwithout (?:telling|informing|notifying|alerting)\b"
            rf"|(?:n't|\bnot|\bnever) (?:let|allow|want)\b[^.]{{0,40}}\b{_TO_KNOW}\b|\bsay(?:ing)? nothing (?:to|about)\b"
            rf"|\btell(?:ing)? (?:nobody|no ?one)\b"
            rf"|\bwithout (?:mentioning|including|showing|naming|admitting)\b[^.]{{0,30}}\b{_FAILURE}\b"
            rf"|(?:n't|\bnot|\bnever) (?:mention|bring up|report|disclose|reveal|admit|include|show)\b[^.]{{0,30}}\b{_FAILURE}\b"
        ),
        None,
        _RIGHTLY,
    ),
    Rule(
        Lazy(
            rf"\b{_LEADERS}\b(?: \w+)? (?:(?:does|do|need|must|should|would|will|ha(?:s|ve)|wo|can|may)(?:n't| ?not| never)"
            rf"|never|didn't)(?: need| have| ever)?(?: to)? (?:{_TO_KNOW[3:-1]}|learns|hears|finds out|notices|ask|asks|sees)\b"
            rf"|\b(?:no ?one|nobody|none)(?: \w+){{0,4}} {_TO_KNOW}s?\b"
            rf"|\bonly\b[^.]{{0,30}}\b(?:knows?|finds? out|hears?|learns?)\b"
        ),
        None,
        Lazy(r"\b(?:whom?|where|how|why|which|whether|when) to\b|\byet\b|\bcompetitors?\b|\bpress\b"),
    ),
    Rule(
        Lazy(
            r"\b(?:say|claim|write|tell (?:them|him|her|(?:the|their) \w+)|state|make (?:it|this) look|put|call) (?:it |this "
            r"|that |as if |like )*"
            r"(?:it |this )?(?:was|were|is|had been)?(?: just| only| due to| caused by)? ?(?:a |an |the |some )?"
            r"(?:planned|scheduled|routine|regular|maintenance|their (?:own )?(?:network|side|fault|firewall|isp|users?)|shorter"
            r"|smaller|minor|a test|nothing|small|tiny|brief|short)\b"
            r"|\b(?:wait|hold off|not before|only after|until)\b[^.]{0,24}\b(?:renew\w*|contract|invoice|deal|po)\b[^.]{0,14}"
            r"\b(?:sign\w*|paid|closed?|through|done)\b"
        ),
        _TURNED,
    ),
)

_ABSOLUTE = (
    r"(?:never (?:\w+ ){0,4}?(?:again|happens?|recurs?|fails?|breaks?|goes? down|go down|crash\w*|repeat\w*|comes? back|come back"
    r"|lose|stop)|(?:won't|will not|can't|cannot|can not|not) (?:\w+ ){0,3}?(?:happen|occur|fail|recur|come back|break|repeat)"
    r"(?: \w+){0,2}? ?(?:again|ever)?|(?:won't|will not|will never) be (?:another|any more|a next|a second|further)"
    r"|(?:won't|will not) recur|(?:won't|will not|not) be (?:a|an|any) \w+ (?:outage|incident"
    r"|failure)"
    r"|zero (?:\w+ )?(?:failures?|incidents?|downtime|outages?|errors?|defects?|faults?)"
    r"|100 ?(?:%|per ?cent)(?! of)|(?:no|not one) (?:more|further|single|other|data) (?:\w+ )?(?:outages?|incidents?|failures?"
    r"|downtime|loss|errors?)|(?:the|our) (?:very )?last (?:\w+ )?(?:outage|incident|failure|time)|impossible (?:for|to)"
    r"|things? of the past|flawless|no (?:\w+ )?(?:interruption|disruption)s?|unbreakable|error-?free|failure-?proof"
    r"|fool-?proof|bullet-?proof|impossible|(?:no|not) (?:\w+ )?(?:outage|incident|failure|repeat)s? (?:will|can)"
    r"|not (?:\w+ )?(?:happen|occur) a (?:second|third|fourth) time|gone for good|once and for all"
    r"|nothing (?:\w+ ){0,3}(?:go(?:es)? down|fails?|breaks?|go wrong|happens?)|always (?:be )?up)"
)
_VOW = (
    r"(?:promis\w*|guarant\w*|assur\w*|commit\w*|swear\w*|vow\w*|pledg\w*|tell\w*|say\w*|writ\w*|stat\w*|word|warrant\w*|sign\w*"
    r"|put|reassur\w*|clear\w*|let the (?:letter|text)|vouch\w*|give|confirm\w*|announc\w*|letter)"
)
_MODEST = Lazy(
    r"(?:\b(?:can|could|do|does|must|should|may|would|will|shall|dare)(?: ?not|n?'t)|\bcannot|\bwon't|\bnever|\bnobody can"
    r"|\bno one can"
    r"|\bno company|\bwithout|\bavoid\w*|\bunable to|\bstop|\binstead of|\brather than|\bnot (?:to|be able to|a|allowed to))"
    r"(?: \S+){0,3}? (?:promis\w*|guarant\w*|assur\w*|commit\w*|say\w*|writ\w*|swear\w*|pledg\w*|claim\w*|vow\w*|tell\w*|put)\b"
    r"|\b(?:no|not an?) (?:guarantee|promise|assurance)\b|\bhow (?:likely|can we|do we|could we)\b|\bless likely\b|\bhop(?:e|es"
    r"|ing)\b"
    r"|\bcan (?:we|anyone|anybody) (?:really|honestly)\b|\b(?:rule out|ruling out)\b|\bwhat would it take\b"
    r"|\b(?:they|he|she|customers?|clients?|their \w+) (?:\w+ )?(?:demand|ask|want|expect|insist|request)(?:s|ed|ing)?\b"
)
NEVER_AGAIN = (
    Rule(Lazy(rf"\b{_VOW}\b[^.]{{0,60}}?\b{_ABSOLUTE}"), None, _MODEST),
    Rule(
        Lazy(r"\bguarantee\w*\b(?: \w+){0,3} (?:uptime|availab\w+|stability|reliab\w+|no|zero|that|it)\b"),
        None,
        _MODEST,
    ),
    Rule(
        Lazy(r"\b(?:it|this|that|the \w+|we|there) (?:will never|won't ever|will not ever|can never)\b"),
        None,
        _MODEST,
    ),
)

_THEM = r"(?:them|they|him|her|he|she|their|the (?:customer|client|room|buyer|board|team|ce?o|cto)|customers?|everybody there)"
NUMBERS = (
    Rule(
        Lazy(
            rf"\b(?:intimidat(?:e|ing)|outnumber(?:ing)?|outgun(?:ning)?|overwhelm(?:ing)? (?:{_THEM})|gang(?:ing)? up"
            rf"|show of (?:force|strength)|strong-?arm(?:ing)?|bull(?:y|ying)|corner(?:ing)? {_THEM}|crowd(?:ing)? {_THEM}"
            rf"|flood(?:ing)? {_THEM}|swamp(?:ing)? {_THEM}|pressur(?:e|ing|ise|ize|ising|izing) {_THEM}"
            rf"|(?:put|putting|apply|applying|exert|pile|piling) (?:\w+ ){{0,3}}pressure|lean(?:ing)? on {_THEM}"
            rf"|wear(?:ing)? {_THEM}(?: \w+)? down|scar(?:e|ing) {_THEM}|threaten(?:ing)?(?: \w+)? {_THEM}"
            rf"|(?:forc|coerc)(?:e|ing) {_THEM}|outmatch\w*|frighten(?:ing)?|turn(?:ing)? (?:up )?the (?:heat|screws)(?: up)?"
            rf"|(?:feel|look) (?:small|weak|outmatched|outnumbered|cornered)"
            rf"|squeez(?:e|ing) {_THEM}|hint(?:ing)? that we (?:could|might|may|will) (?:end|cancel|stop|terminate|drop)"
            rf"|push(?:ing)? {_THEM}(?: \w+){{0,2}} (?:to|into)|harass(?:ing)?|pester(?:ing)?)\b"
        ),
        _TURNED,
        Lazy(r"\bunder (?:\w+ ){0,3}pressure\b|\bpressure (?:from|on us|on me|on our)\b|\b(?:us|me)$"),
    ),
    Rule(
        Lazy(
            rf"\b(?:nobody|no one|none)\b[^.]{{0,20}}\bdares?\b|\b(?:so that|so|until|till|to make|making|make|such that"
            rf"|that)(?: \w+)? {_THEM}(?: \w+){{0,2}}?"
            rf" (?:do(?:es)?n't dare|dares? (?:not|to)|feels? small|backs? (?:down|off)|gives? (?:in|up)|caves?(?: in)?"
            rf"|withdraws?"
            rf"|drops? (?:it|the)|signs?|shuts? up|stops? complaining|can't say no|(?:has|have) no choice)\b"
        ),
        _TURNED,
    ),
    Rule(Lazy(r"\bmore (?:of us|people|heads) than (?:them|they|theirs)\b"), _TURNED),
)

_PERSON = (
    r"(?:him|her|them|they|their [\w ]{2,30}|the (?:\w+ ){0,3}?(?:head|director|manager|buyer|cto|cio|ceo|coo|cfo|boss|lead"
    r"|engineers?"
    r"|decision[- ]makers?|procurement|purchas\w+|client|customer|team|man|woman|vp)(?: \w+){0,3}?)"
)
_GOODS = (
    r"(?:gifts?|gift cards?|presents?|vouchers?|watch(?:es)?|i?phones?|ipads?|tablets?|laptops?|luxury|lavish|hampers?|jewel\w+"
    r"|(?:red )?(?:packet|envelope)s?|champagne|wine|whisk(?:e?y)|bottles?|perfume|handbags?|tickets? (?:to|for) the|holidays?"
    r"|vacations?|trips?|weekend|golf|spa|cruise|cash|money|fountain pen|(?:front-row )?seats|resort|concert|the final|dinner"
    r"|bonus|shopping|(?:good|nice) bottle|something nice|thank-?you(?= to [\w' ]+ private))"
)
_BRIBE = (
    r"(?:brib\w+|private (?:bank )?account|personal account|kick-?backs?|backhanders?|under the table|grease"
    r"|envelopes? (?:of|with)|(?:slip|hand) (?:\w+ ){1,4}(?:cash|money|something))"
)
_DECLINED = Lazy(rf"{_NOT}(?: \S+){{0,6}} ?$|\b(?:allowed|policy|permit\w*|may we|who (?:may )?approve\w*)\b")
_ON_POLICY = Lazy(
    r"\b(?:no|not any|any) (?:gifts?|presents?)\b|\b(?:not|n't) allowed\b|\bpolicy (?:says|forbids|allows)\b|\bcash flow\b"
    r"|\bpresent (?:contract|plan|state|status|situation)\b"
    r"|\bwatch ?list\b|\btrip reports?\b|\bbusiness trips?\b|\bdinner-?time\b|\bnothing\b|\bto the present\b|\bat present\b"
    r"|\bour (?:own )?cost\b"
)
BRIBES = (Rule(Lazy(rf"\b{_BRIBE}\b|\bcash\b"), _DECLINED, _ON_POLICY),)
GIFTS = (
    Rule(Lazy(rf"\b{_BRIBE}\b"), _DECLINED),
    Rule(
        Lazy(
            rf"\b(?:buy|buying|giv(?:e|ing)|get|getting|send|sending|slip|offer|offering|hand|bring|bringing|treat|treating"
            rf"|invit(?:e|ing)"
            rf"|tak(?:e|ing)|pay|paying|book|sponsor|fly|arrange|gift"
            rf"|present)\b[^.]{{0,30}}?\b{_PERSON}\b[^.]{{0,40}}?\b{_GOODS}\b"
            rf"|\b{_GOODS}\b[^.]{{0,24}}?\b(?:for|to) {_PERSON}\b|\b(?:buy|send|offer|get|give) (?:an? )?(?:\w+ )?{_GOODS}\b"
        ),
        _DECLINED,
        _ON_POLICY,
    ),
)
