"""The one-line summary of a brief."""

from __future__ import annotations

import re

from escalation.assessment import Issue
from escalation.records import Account
from escalation.text.folding import simplified
from prompts.composing.case import Case
from prompts.composing.story import as_written
from prompts.excerpts import shortened
from prompts.plain import disarm, one_line, quoted
from prompts.statements import NO_ERROR_TEXT

SHORTEST = 40
SAYS_SOMETHING, LONGEST_ERROR, TAIL_LIMIT = 12, 40, 90
"""Characters that a line keeps at least; of an error text and of what follows the line at most."""
_ANY_ERROR = re.compile(r"(?i)^(?:internal|unknown|server|unexpected)[ _](?:server[ _])?error$")
_AN_ERROR = re.compile(
    r"(?i)error|fail|denied|time.?out|exceed|reject|expired|unavailable|invalid|unable|exhaust|not found"
    r"|[a-z]+[-_ ]?\d{3,}|失败|错误|超时|拒绝"
)

ONE_LINE = 112
"""Columns of a title with its tail, a Chinese character two: a title is read at one glance in a channel's list."""
_CLAUSE = re.compile(r",? [-–—] |[,;，；。]|(?: and| but)(?= )")
_SENTENCE = re.compile(r".+?(?:[。！？!?]|\.(?=\s)|$)")
_DASH = re.compile(r"\s*(?:—+|–|--)\s*")
TITLE_LIMIT = 160
_AROUND = re.compile(
    r"(?i),? (?:and |but )?(?:(?:she|he|they)(?:['’]s| says?| say) )?(?:there['’]?s )?no (?:hurry|rush)\b(?: now)?"
    r"|[,;]? (?:can|could|would) (?:someone|somebody|you|anyone) [^,;.?]*\??$|,? please (?:advise|help|check)\b.*$"
    r"|,? nothing (?:we|they) tried (?:has )?helped\b|,? (?:at least )?\d+ customers (?:have )?(?:said"
    r"|reported|this)\b[^,;]*$"
    r"|^(?:at least )?(?:\d+|several|many|some|a few) customers (?:now )?(?:report|say|complain|reported"
    r"|said)(?:s|ed)?(?: that)?(?: their| the| of)? (?!about)"
    r"|,? (?:and )?(?:their|the|his|her) (?:\w+ ){1,3}(?:is|are|keeps?) (?:chasing|asking|waiting|angry|furious|upset"
    r"|calling|re-?pressing|pressing)\b[^,;]*$"
    r"|[，,](?:客户|客戶)?(?:催了|一直在催|在催|电话(?:都)?被?打爆)[^，,。]*$"
    r"|[，,、]?(?:客户|客戶|她|他|对方)?(?:说|說|表示)?(?:不着急|不急|不用急)(?=[，。,]|$)|[，,](?:请"
    r"|麻烦|有没有人|谁能|能否|能不能)[^，,。]*[？?。]?$"
    r"|[，,](?:(?:本|这)周)?已?(?:至少)?有? ?[\d一二两三四五六七八九十]+ ?(?:位|家"
    r"|个)(?:以上)?(?:的)?客户(?:都)?(?:反馈|报告|反映|报了|说)[^，,。]*$"
    r"|^[\d一二两三四五六七八九十]+ ?(?:位|家|个)客户(?:都)?(?:反馈|报告|反映|报了|说)[:：]?"
)
"""What stands around the matter in a typed line: how urgent it is said to be, a plea, who and how many said so."""


def title(case: Case, *, reported: bool = False) -> str:
    """What is wrong and for whom, at most 160 characters; a claim about numbers gives way to what the records show.

    `reported`: the line stands as a quotation, since it says something that only the reporter vouches for.
    """
    found = case.assessment
    alone = reported or not found.matched  # nobody but the reporter says it, which a reader must see
    quoting = bool(alone or found.issue.language != case.language or found.issue.claimed_scope)
    what = _without_claimed_number(case, quoting=quoting)
    # Who is meant is the very question where something must be known first: only a name that was typed counts.
    named = found.account if found.decision == "need_info" else case.customer
    if found.affected and named not in found.affected:
        named = None  # the records show others, and the title does not count the one that was named among them
    who = named.name if named else None
    count = found.facts.affected_customers if found.decision == "escalate" else None
    if named and _says(what, named):
        who = None
    if quoting:
        after = case.as_reported() if alone else ""
        what = quoted(shortened(what, TITLE_LIMIT - len(after) - 2), case.language) + after  # two marks of quotation
    if found.issue.claimed_scope and count:
        tail = case.sentence("records_show", count=count)
    else:
        tail = _tail(case, what, who, count) if not alone else disarm(who) if who else ""
    if tail and what.startswith(("“", "「")) and len(what) + len(tail) + 3 > TITLE_LIMIT:
        tail = ""  # a quotation is not cut for it
    elif not what.startswith(("“", "「")):
        # What was exposed may stand in any clause, and courtesy in the first: to Security none is dropped.
        room = TITLE_LIMIT if found.target == "security" else ONE_LINE
        what = _in_one_line(what, room - _columns(tail) - 3 if tail else room)
    dash = ("——" if case.language == "zh" else " — ") if tail else ""
    return (what if alone and not tail else shortened(what, TITLE_LIMIT - len(dash + tail))) + dash + tail


def _tail(case: Case, what: str, who: str | None, count: int | None) -> str:
    """For whom, and the error text, if there is room for it beside what is wrong."""
    others = max((count or 0) - 1, 0)
    for_whom = case.sentence(
        "title_tail", who=disarm(who) if who else None, count=count, others=others, wish=_wished(case)
    )
    error = _error(case, what)
    parts = [for_whom, case.sentence("title_error", error=error) if error else ""]
    comma = "，" if case.language == "zh" else ", "
    room = min(TAIL_LIMIT, max(ONE_LINE - 3 - _columns(what), 0))
    while _columns(comma.join(filter(None, parts))) > room and len(parts) > 1:
        parts.pop()
    return comma.join(filter(None, parts))


def _columns(text: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def _in_one_line(what: str, columns: int) -> str:
    """As many whole clauses as fit; the line itself stands among the sources. One long clause stays as it is."""
    if _columns(what) <= columns:
        return what
    ends = [m.start() for m in _CLAUSE.finditer(what) if SHORTEST <= _columns(what[: m.start()]) <= columns]
    return what[: ends[-1]].rstrip(" ,，;；") if ends else what


def _says(what: str, account: Account) -> bool:
    """Whether a summary names this customer already: by an alias, in the other script, without the legal form, or by the
    first two words of its name."""
    said = simplified(what).casefold()
    names = [simplified(disarm(name)).casefold() for name in (account.name, *account.aliases) if len(name) > 1]
    words = names[0].split() if names else []
    return any(name in said for name in names) or (len(words) > 2 and " ".join(words[:2]) in said)


def _without_claimed_number(case: Case, *, quoting: bool) -> str:
    """The issue's summary without the part, set off by a dash, that claims a number of customers.

    `quoting`: it stands in quotation marks, and loses nothing from its middle.
    """
    issue = case.assessment.issue
    whole = disarm(_first_sentence(issue))
    parts = [part for part in _DASH.split(whole) if part]
    what = whole if issue.claimed_customers is None or len(parts) < 2 else parts[0]
    bare = what
    if case.assessment.decision == "escalate":
        bare = _AROUND.sub(_in_the_middle if quoting else "", what).strip(" ,，;；")
    kept = bare if len(bare) > (SAYS_SOMETHING if bare.isascii() else SAYS_SOMETHING // 3) else what
    begins = not quoting and kept[:2].isascii() and kept[:2].islower()  # what is quoted keeps its letters
    return kept[0].upper() + kept[1:] if begins else kept


def _first_sentence(issue: Issue) -> str:
    """The summary, and where that was cut at a word the whole sentence: a title is cut where a clause ends."""
    if not issue.summary.endswith("…"):
        return issue.summary or issue.text
    text = one_line(issue.text)
    return (_SENTENCE.match(text) or [text])[0].rstrip(".。;；")


def _in_the_middle(match: re.Match[str]) -> str:
    return match[0] if match.start() and match.end() < len(match.string) else ""


def _wished(case: Case) -> bool:
    return case.assessment.issue.kind == "feature" or case.assessment.target == "product"


def _error(case: Case, what: str) -> str | None:
    """The error text that the tickets show, when the line does not say it: what whoever is on call searches for."""
    if case.assessment.target not in ("engineering", "l2"):
        return None
    seen = case.error_seen
    error = str(seen.values["error"]) if seen is not None else ""
    foreign = case.language == "en" and not error.isascii()
    vague = _ANY_ERROR.match(error) is not None
    known = not vague and (
        not foreign
        and _AN_ERROR.search(error)
        and 4 < len(error) <= LONGEST_ERROR
        and error.casefold() not in NO_ERROR_TEXT
    )
    return as_written(case, error) if known and error.casefold() not in what.casefold() else None
