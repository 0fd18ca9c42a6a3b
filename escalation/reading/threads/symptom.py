"""Words of what goes wrong, in the languages of threads."""

from __future__ import annotations

import re
from functools import lru_cache

from escalation.reading.threads.entries import READ

SYMPTOM = re.compile(
    r"(?i)\b(?:fail\w*|errors?|wrong|missing|blank|empty|fr[eo]ze\w*|frozen|stuck|stop(?:s|ped)?|stay\w*"
    r"|stood still|late(?!st)"
    r"|delay\w*|the (?:day|week|hour) before|doubl\w+|duplicat\w+|twice|two times|crash\w*|loop\w*"
    r"|bounce\w*|back to (?:the )?login|offline|never|no longer|still|(?:do|does|did|will|wo)(?:n['’]?t| not)"
    r" (?:come|go|get|show|load|open|arrive|appear|update|start|print|send|sync|work|save|report|respond|close|count|match|ring"
    r"|connect|register|scan|charge)\w*|(?:back|down|goes|go|reset\w*) to (?:zero|0)\b|in a circle|round and round"
    r"|(?:turned|sent) (?:down|away|back)|refus\w+|declin\w+|drop(?:s|ped|ping)?|vanish\w*|disappear\w*"
    r"|s[ai]ts? (?:there|still)|has sat"
    r"|not (?:a single|load|open|arriv|appear|updat|reach|start|match)\w*|nothing (?:new |more |at all )?(?:came|comes|happens"
    r"|arriv\w+|appears|loads|leaves|after)|lost|gone|grey|gray|slow|hang\w*|blind"
    r"|\d[\d.]* ?\w{0,8} (?:more|less|higher|lower|fewer|warmer|colder|later|earlier) than"
    r"|differs?\b|off by|too (?:high|low|much|little|many|few)|leaves? (?:it|them|\w+) out"
    r"|(?:com(?:es?|ing)|came|prints?|printed|shows?|shown|appears?|arrives?d?|sent|saved|exports?|exported) (?:\w+ ){0,2}without"
    r"|time[sd]?[- ]?out|unassigned|early|earlier|extra|summed|jump\w*"
    r"|(?<![$€£¥,.])[45]\d\d(?![,.]\d)|ends as|rejects?|cannot|can['’]t"
    r"|no (?:callbacks?|positions?|data|transactions?|entries|rows?|new|driver))\b"
    r"|\b(?:hängt|bleibt|fehl(?:t|en)|bricht|leer|falsch|stehen|absente?s?|fausses?|inaccessibles?|vides?|délai|disparu\w*)\b"
    r"|固まる|できな|できません|動かな|動かなく|遅れ|届かな|表示されな|止まり"
    r"|还是|還是|仍然?|未(?!来|來|必|到|满|滿)|失[败敗]|报错|報錯|错误|錯誤|丢|缺|空白|(?<![打刷房门門银銀寫写制製磁])卡(?![车車片号號住户戶])|卡住|闪退|閃退|晚"
    r"|提前|早了|慢|掉线|掉線|重复|重複|停了|停止|无法|無法|不到|打不开|打不開"
    r"|比实际|比實際|不对(?!劲)|不對(?!勁)|不准|不準|弹走|彈走|超时|超時|空了|[是成]空的"
    r"|没有|沒有|没了|消失|断|斷|冇|弹回|彈返|变成|變成|倍|归零|歸零|清零|登出|退到|转圈|轉圈|等.{1,6}(?:分钟|分鐘|小时)|匹配不"
)
_NO_MORE = re.compile(
    r"(?i)\b(?:works? again|is fine now|all fine|never fails?|(?:he|she|they|drivers?) (?:was|were|got|is|are) stopped)\b"
    r"|(?:以前|之前|从来|從來)(?:没有|沒有|没|沒)(?:这|這|出)|恢复正常|恢復正常|不丢包|没有规律"
    r"|沒有規律|(?:没有|沒有)看到|^(?:没有|沒有)[,，]"
)


@lru_cache(maxsize=READ)
def symptomatic(sentence: str) -> bool:
    """Whether a sentence tells what goes wrong, and not only what still works."""
    return bool(SYMPTOM.search(sentence)) and not _NO_MORE.search(sentence)
