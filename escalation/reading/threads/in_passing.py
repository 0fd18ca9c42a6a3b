"""Steps told in passing: how it is with something off, what was rolled back, what French and Spanish say came to nothing."""

from __future__ import annotations

import re

from escalation.reading.threads.plainly import plainly

_OFF = (
    r"[\w' /-]{2,40}? (?:(?:switched|turned|set|kept) )?(?:off|on|disabled|enabled|unplugged|removed|bypassed|stopped|deactivated"
    r"|uninstalled|disconnected)"
)
_STATE_FIRST = re.compile(
    rf"^\W*(?P<deed>with(?:out)? (?:the |our |all )?{_OFF}),? (?P<result>(?:(?:we|i|it|there|they|the \w+) )"
    r"(?:(?:still|also|never|only|now) )?(?:had no|have no|has no|saw no|see no|got no|get no|did(?:n['’]t| not)"
    r"|do(?:es)?(?:n['’]t| not)|no longer|still|is (?:fine|stable|gone|the same)|was (?:fine|stable|gone|the same)"
    r"|works?|worked|fails?|failed|happens|happened|drops?|dropped|came back|comes back|stays|stayed|holds|held)\b.*)$"
)
"""What was switched off or on, and how it was then."""
_STATE_LAST = re.compile(
    r"^\W*(?P<result>.{0,80}?\b(?:still|came back|comes back|again|the same|fails?|failed|happens|happened"
    rf"|no (?:change|difference))\b.{{0,40}}?),? (?:(?:even|also) )?(?P<deed>with(?:out)? (?:the |our |all )?{_OFF})\b"
)
_ROLLED = re.compile(
    r"^\W*(?P<deed>(?:(?:we|i)(?:['’]ve| have)? )?(?:rolled|moved|went|switched|put) (?:[\w'-]+ ){0,4}?back to [^,;]{1,40}?)"
    r"(?:,? and |, )(?P<result>(?!(?:we|i|you|please)\b)[\w' -]{1,40}?\b(?:has|have|is|are|was|were|works?|worked|runs?|ran"
    r"|holds?|held|stays?|stayed|still|no|fails?|failed)\b.*)$"
)
_IN_VAIN = re.compile(
    r"^\W*(?P<deed>[^,;:]{4,80}?),? (?P<result>(?:(?:mais|et|aber|und|pero|y|cela|ça|das|es) ){0,2}"
    r"(?:bringt|brachte|hat (?:auch )?nichts gebracht|h(?:ilft|alf) (?:auch )?nicht|ohne erfolg"
    r"|sans (?:aucun )?(?:effet|succès|résultat)"
    r"|ne change rien|n['’]a rien (?:changé|donné)|ne marche (?:toujours )?pas mieux|sin (?:éxito|efecto|resultado|cambios?)"
    r"|no (?:cambió|sirvió|ayudó)(?: (?:de )?nada)?|sigue (?:igual|lo mismo|fallando))(?: nichts| auch nichts)?)$"
)
"""The like in French, German and Spanish, whose words of deeds we do not list."""
_NEEDED = ("with", "back to", "rien", "nicht", "ohne", "sans", "sin ", "sigue", "cambió", "sirvió", "ayudó", "mieux")


def in_passing(sentence: str) -> tuple[str, str] | None:
    """What was done and what came of it, in the words of `sentence`; None where it tells no step in one of these ways."""
    told = sentence.strip(" .。!！;；")
    plain = plainly(told)
    if len(plain) != len(told) or plain.endswith("?") or not any(word in plain for word in _NEEDED):
        return None
    for form in (_STATE_FIRST, _STATE_LAST, _ROLLED, _IN_VAIN):
        if found := form.search(plain):
            deed, result = (told[slice(*found.span(part))].strip(" ,") for part in ("deed", "result"))
            return deed, result
    return None
