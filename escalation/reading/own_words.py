"""Of each text of a ticket what its writer says in it: without mail of the thread that is quoted in it, and without the sign-off.

What is left is one stretch of the text as it stands in the record, so that a quotation of it is verbatim; of mail that was passed
on and is new, without the marks before its lines and the lines that head it.
"""

from __future__ import annotations

import re

from escalation.records import Ticket
from escalation.remembered import OfRecord

_MARKED = re.compile(r"^[^\S\n]*>", re.MULTILINE)
_HEAD = re.compile(
    r"^[^\S\n]*(?:>[> ]*)?(?:[-_*]{2,}[^\S\n]*(?:original message|forwarded message|ursprüngliche nachricht|message d['’]origine"
    r"|原始郵件|原始邮件|转发邮件|原邮件)\b[^\n]{0,40}"
    r"|(?:on|am|le|em|el)\b[^\n]{4,160}\b(?:wrote|schrieb|a écrit|escribió|escreveu)\b[^\n]{0,80}[:：]"
    r"|[^\n]{0,120}(?:写道|寫道|來信|发来的邮件)[^\S\n]{0,3}[:：]"
    r"|(?:from|von|de|发件人|寄件者|寄件人|發件人)[^\S\n]{0,3}[:：][^\n]{1,160}\n[^\S\n]*(?:>[> ]*)?"
    r"(?:sent|date|to|subject|gesendet|an|datum|betreff|envoyé|发送时间|收件人|主题|日期|寄件日期|收件者|主旨)[^\S\n]{0,3}[:：][^\n]{0,160})"
    r"[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""The line over a mail that is quoted below it."""
_MARKED_AT_THE_END = re.compile(r"\A(?:(?![^\S\n]*>)[^\n]*\n)*(?:[^\S\n]*>[^\n]*(?:\n|\Z)|[^\S\n]*\n)+\Z")
_MORE_THAN = re.compile(r"^[^\S\n]*>[^\S\n]*\d", re.MULTILINE)
"""One line that begins so is no quoted mail: "> 5 mm is too wide"."""
_HEADING = re.compile(
    r"^[^\S\n]*(?:>[> ]*)?(?:from|sent|date|to|cc|bcc|subject|von|gesendet|an|datum|betreff|de|envoyé|à|objet"
    r"|发件人|收件人|抄送|发送时间|主题|日期|寄件者|寄件人|發件人|寄件日期|收件者|主旨|副本)[^\S\n]{0,3}[:：][^\n]{0,160}(?:\n|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""The lines below it that say who sent it, when and to whom."""
_LONG = 12
"""Letters and figures from which a line is told again by more than chance."""
_CLOSING = re.compile(
    r"(?:(?:with )?(?:kind |best |warm |many )?regards|(?:many )?thanks(?: again| and regards)?|thank you|cheers|best(?: wishes)?"
    r"|sincerely|yours (?:sincerely|faithfully|truly)|(?:mit )?(?:viele|beste|freundliche)n? gr(?:ü|ue)(?:ß|ss)en?|mfg|vg"
    r"|cordialement|bien (?:à vous|cordialement)|bonne journée|saludos"
    r"|此致|敬[礼禮]|祝好|[顺順][颂頌]商祺|[谢謝]{2})[\s,，.!。！]{0,4}",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"(?i)(?:this|the) (?:e-?mail|message|communication)\b[^\n]{0,80}\b(?:confidential|intended|privileged)\b|\bsent from my \w+"
    r"|^[^\n]{0,12}(?:本邮件|本郵件|此邮件|此郵件|此电子邮件)[^\n]{0,60}(?:机密|保密|機密|仅供|僅供)|^--\s*$"
)
_SENTENCE_END = re.compile(r"[.!?。！？]\s*$")
_LINES, _WIDTH = 8, 80
"""A sign-off is a few short lines."""


READ = 8_000
_BEFORE, _COMPARED = 20, 40
"""So many of the entries before are quoted from, and so many quoted lines looked up: a long thread takes no longer for each."""


@OfRecord
def own_words(ticket: Ticket) -> tuple[str, ...]:
    """The description's, then each comment's, in their order."""
    name = ticket.requester.name if ticket.requester else None
    told = [unmarked(unsigned(ticket.description, (name,)))]
    before = [ticket.description]
    for comment in ticket.comments:
        text = comment.body
        if _MARKED.search(text) or _HEAD.search(text):
            text = _unquoted(text, before)
        told.append(unmarked(unsigned(text, (comment.author, name))))
        before = [*before[-_BEFORE:], comment.body]
    return tuple(told)


def unmarked(text: str) -> str:
    """Without the marks of quoting at the beginnings of lines and the lines that head a mail: they are nobody's words."""
    marked = len(_MARKED.findall(text))
    block = _MARKED_AT_THE_END.search(text)
    if not _HEAD.search(text) and (block is None or (marked == 1 and _MORE_THAN.search(text))):
        return text
    if block is None and marked:
        return text  # answered line by line: the marks say which words are whose
    bare = _HEADING.sub("", _HEAD.sub("", text)) if _HEAD.search(text) else text
    kept = "\n".join(re.sub(r"^[^\S\n]*(?:>[> ]*)", "", line) for line in bare.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", kept).strip() or text


def _unquoted(text: str, before: list[str]) -> str:
    """Without quoted mail at its end or beginning that says what the thread said before; what is new in it was passed on."""
    lines = text.split("\n")
    known = "\n".join(_plain(each[:READ]) for each in before)
    first = _where_it_ends(text, lines)
    if first < len(lines) and any(map(_own, lines[:first])) and _is_old(lines[first:], known):
        lines = lines[:first]
    start = next((at for at, line in enumerate(lines) if _own(line)), len(lines))
    if 0 < start < len(lines) and all(map(_bare, lines[start:])) and _is_old(lines[:start], known):
        lines = lines[start:]
    return "\n".join(lines).strip()


def _where_it_ends(text: str, lines: list[str]) -> int:
    """The line from which on everything is quoted."""
    last = len(lines)
    while last and not _own(lines[last - 1]):
        last -= 1
    if head := next((h for h in _HEAD.finditer(text) if not h.group().lstrip().startswith(">")), None):
        last = min(last, text.count("\n", 0, head.start()))
    return last


def _own(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(">") and not _HEAD.search(line)


def _bare(line: str) -> bool:
    return not line.lstrip().startswith(">")


def _is_old(lines: list[str], known: str) -> bool:
    lines = lines[:_COMPARED]
    told = [plain for line in lines if not _HEAD.search(line) and len(plain := _plain(line.split(":", 1)[-1])) >= _LONG]
    told = told or [plain for line in lines if not _HEAD.search(line) and len(plain := _plain(line)) > 2]
    return bool(told) and 2 * sum(plain in known for plain in told) >= len(told)


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def unsigned(text: str, names: tuple[str | None, ...]) -> str:
    """Without the lines at its end with which it is signed: from a closing, or from the writer's own name, on."""
    if "\n" not in text:
        return text
    lines = text.rstrip().split("\n")
    least = max(1, len(lines) - _LINES)
    cut = next((at for at in range(least, len(lines)) if _signs(lines[at:], names)), len(lines))
    kept = "\n".join(lines[:cut]).rstrip()
    return kept if kept and cut < len(lines) else text


def _signs(lines: list[str], names: tuple[str | None, ...]) -> bool:
    first = lines[0].strip()
    if not first:
        return False
    if _PRIVATE.search(first):
        return True
    begins = _CLOSING.fullmatch(first) or any(_is_name(first, name) for name in names if name)
    return bool(begins) and all(_may_sign(line) for line in lines[1:])


def _may_sign(line: str) -> bool:
    return len(line) <= _WIDTH and (
        not _SENTENCE_END.search(line) or bool(_PRIVATE.search(line)) or len(line.split()) < 3
    )


def _is_name(line: str, name: str) -> bool:
    """Whether the line is the writer's name, with at most a title or the firm after it."""
    rest = line.casefold().removeprefix(name.casefold())
    return len(rest) < len(line) and len(line) <= _WIDTH and (not rest.strip() or rest.lstrip()[0] in ",|/-–—(（，")
