"""What was already tried, and with what result, from the threads of tickets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from escalation.reading.threads import answered, outcomes, own_steps, trials
from escalation.reading.threads import tried_words as words
from escalation.reading.threads.entries import LONGEST, Entry, entries
from escalation.reading.threads.found_steps import TriedFound, gone
from escalation.reading.threads.in_passing import in_passing
from escalation.reading.threads.listed import listed
from escalation.reading.threads.plainly import plainly
from escalation.reading.threads.stops import NO_STOP
from escalation.records import Ticket
from escalation.remembered import OfRecord

_SENTENCE = re.compile(rf"(?:[^\n.!?。!?;；]|[.!?](?=\w)|{NO_STOP}){{1,{LONGEST}}}[.!?。!?;；]*")
_END = " .。!！;；"
_DEED = re.compile(r"\b(?:we|i|he|she|they|customer|agent|already|tried|have|has)\b|已|了|过|试")
_TRIAL = re.compile(
    r"^(?:a |an )?(?:new|another|different|other|fresh) [\w ]{2,40}[:,] .*\b(?:as well|too|same|works?|fails?|fine)\b"
)
_CAME_TO_NOTHING = re.compile(
    r"(?i)^(?!your?\b|support\b|nobody\b|they\b|the (?:team"
    r"|agent))(?P<deed>[\w' ,/()-]{4,80}?)(?:,? (?:and|but) it)? (?P<result>(?:ma(?:de|kes) no difference"
    r"|(?:had|has) no effect"
    r"|did nothing|did(?:n['’]t| not) help)\b.*)$"
)
"""Whatever was done: what is said to have had no effect was tried."""
_LOOKED_UP = re.compile(
    r"(?i)^\W*(?:(?:i|we)(?:['’]ve| have)? )?(?P<deed>(?:checked|compared|verified|tested|looked at)\b[^:：,，]*?)"
    r"(?:\s*[:：]\s*|,? and (?=(?:it|they|all|see|saw|found|i|we|the \w+ (?:is|are|was|were|has|had|shows?|says?))\b)"
    r"|, (?=(?:it|they|all|both|everything|each|nothing)\b))(?P<result>\S.*)$"
    r"|^(?P<han>(?:已|我)?(?:核对|核對|检查|檢查|查了|比对|比對)[^：:，,]{0,20})[：:，,]\s*(?P<found>\S.*)$"
)
"""What was looked up, and what was found: the finding is the result, in whatever words."""
_ASSURED = re.compile(
    r"(?i)^(?P<result>.{12,}?),? (?P<deed>(?:i|we)(?:['’]ve| have)? (?:double-)?checked(?: (?:it|that))?(?: \w+ times)?)$"
)
"""What is so, and only then that it was looked up: "the zone is right on both, I checked"."""
_ALL_OF_IT = re.compile(
    r"(?i)\btried (?:everything|all (?:the |our )?(?:steps|usual)|what (?:i|we) (?:could|know))\b"
    r"|\ball (?:the |our )?(?:\w+ )?steps (?:were |have been )?tried\b"
    r"|[能该該][试試]的|(?:办法|辦法|方法|步骤|步驟)都[试試](?:了|过|過)|都[试試](?:过了|過了|遍)"
)
"""Names no step: whoever takes over has to ask which."""
_RULED_OUT = re.compile(r"(?i)^\W*(?P<label>ruled out|已排除|已排查)\s*[:：]\s*(?P<what>\S.*)$")
_NAMED_DEED = re.compile(r"(?:重启|重装|重灌|清|换|更新|升级|退出|登录|刷新|关|开)[^，。]{0,8}(?:了|过)")
"""Who answers by naming the deed tells it in his own words."""
_AFTERWARDS = re.compile(r"^(?:之|以)?[后後](?=\S)")
_INNER = re.compile(
    r"(?i)\b(?:shows?|says|reports?|is|are|looks?|did(?:n['’]?t| not)|does(?:n['’]?t| not)|made no|had no|still)\b.*"
    r"|(?:显示|顯示|仍|还是|還是|依然|无效|無效|没有?效果|沒有?效果|没用|沒用|正常|一切).*"
)


def tried(tickets: Iterable[Ticket]) -> list[TriedFound]:
    """Steps already taken, in the order they were written, each once, and again where its ticket tells another outcome.
    Plans, advice and acknowledgements are left out.

    A step an agent asked for counts when the customer says that it was done; its quotation is what the customer said.
    """
    found = [step for ticket in tickets for step in _in_thread(ticket)]
    firsts: dict[str, TriedFound] = {}
    told: dict[tuple[str, str], TriedFound] = {}
    for step in found:
        first = firsts.setdefault(_key(step.step), step)
        again = first.result and step.result and first.quote.record_id == step.quote.record_id
        if step is first or again:
            told.setdefault((_key(step.step), _key(step.result or "")), step)
    return list(told.values())


@OfRecord
def _in_thread(ticket: Ticket) -> tuple[TriedFound, ...]:
    found: list[TriedFound] = []
    wanted: str | None = None
    asked = False
    taken: answered.Ours | None = None
    for entry in entries(ticket):
        sentences = [m.group().strip() for m in _SENTENCE.finditer(entry.text) if m.group().strip()]
        replied = _replied(entry, sentences, None if taken else wanted, asked=asked and not taken)
        if replied:
            found.append(replied)
            sentences = sentences[1:]
        elif entry.role == "customer":
            if taken and sentences and answered.answers(sentences[0]):
                done = replace(found[-1], step=taken.asked, result=sentences[0].strip(_END))
                found[-1] = replace(done, quote=replace(done.quote, quotation=taken.asked))
            else:
                found += _as_asked(entry, sentences, wanted)
        found += _in_entry(entry, sentences)
        if entry.role != "internal":  # a note of ours between question and answer ends neither
            taken = _ours(entry, found)
            wanted = _asked_for(entry) if entry.role != "customer" else None
            asked = entry.role != "customer"
    return (*found, *gone(ticket, found))


def _replied(entry: Entry, sentences: list[str], wanted: str | None, *, asked: bool) -> TriedFound | None:
    """What the first sentence of an answer to our message tells of the step we asked for, or by a bare verb of any."""
    if entry.role != "customer" or not asked or not sentences or sentences[0].endswith(("?", "？")):
        return None
    done = sentences[0]
    if (
        wanted
        and (answered.settled(done) or answered.repeats(wanted, done))
        and not words.DID_THAT.search(plainly(done))
    ):
        return TriedFound(wanted, done.strip(_END), entry.quote(done))
    if bare := answered.bare_deed(done) or answered.deed_in_vain(done):
        return TriedFound(*bare, entry.quote(done))
    if wanted and answered.speaks_of_it(wanted, done):
        return TriedFound(wanted, done.strip(_END), entry.quote(done))
    return None


def _ours(entry: Entry, found: list[TriedFound]) -> answered.Ours | None:
    """A step of ours in this entry after which we ask whether it helped; it is then the last one of `found`."""
    taken = answered.ours(entry) if entry.role != "customer" else None
    if taken is None or not _steps(taken.deed):
        return None
    if not (found and found[-1].quote.quotation.strip(_END) == taken.deed):
        found.append(TriedFound(taken.deed, None, entry.quote(taken.deed)))
    return taken


def tried_in(text: str) -> list[tuple[str, str | None]]:
    """Steps told in a typed line, clause by clause ("restarted, no effect"), each with its result if one is told."""
    found: list[tuple[str, str | None]] = []
    while named := trials.all_tried(text):
        found += [(each, None) for each in named[0]]
        text = f"{text[: named[1][0]]}，{text[named[1][1] :]}"
    clauses = [c for m in _SENTENCE.finditer(text) for c in re.split(r"[，、]|,(?=\s)", m.group()) if c.strip()]
    listing = False
    for clause in clauses:
        more = listing and trials.is_trial(clause)
        steps = [(_clean(clause), None)] if more else _steps(clause.strip())
        listing = more or (bool(steps) and trials.leads(clause))
        if found and not steps and words.LEADS_ON.search(plainly(clause.strip())):
            # What came of it is told of every step before it that has no result yet: "restarted, cleared the cache, no effect".
            found = [(step, result or clause.strip(_END)) for step, result in found]
        found += steps
    return [(s, result) for s, result in found if result is not None or not words.NEEDS_RESULT.fullmatch(s.lower())]


def _asked_for(entry: Entry) -> str | None:
    asked = words.ASKED_FOR.search(entry.text) if entry.public else None
    return next(g for g in asked.groups() if g).strip(_END) if asked else None


def _as_asked(entry: Entry, sentences: list[str], wanted: str | None) -> Iterator[TriedFound]:
    done = sentences[0] if sentences else ""
    if wanted and (answered.in_vain(done) or answered.looked_up(wanted, done)):
        yield TriedFound(wanted, done.strip(_END), entry.quote(done))
        return
    if wanted is None or not words.DID_THAT.search(plainly(done)):
        return
    head, tail = _cut(done)
    following = sentences[1] if len(sentences) > 1 else ""
    if tail is None and outcomes.goes_on(following):
        tail, done = following.strip(_END), entry.between(done, following)
    if tail is not None or head:
        own = _clean(head) if _NAMED_DEED.search(plainly(head)) else wanted
        yield TriedFound(own, tail, entry.quote(done))


def _in_entry(entry: Entry, sentences: list[str]) -> Iterator[TriedFound]:
    lists = tuple(listed(entry.text))
    for each in lists:
        then = next(
            (s for s in sentences if s not in each.words and entry.text.find(s) > entry.text.find(each.words)), ""
        )
        said = then.strip(_END) if words.LEADS_ON.search(plainly(then)) else None
        quote = entry.quote(entry.between(each.words, then) if said else each.words)
        yield from (TriedFound(deed, result or said, quote) for deed, result in each.deeds)
    for at, sentence in enumerate(sentences):
        if any(sentence.strip(_END) in each.words for each in lists):
            continue
        following = sentences[at + 1] if at + 1 < len(sentences) else ""
        own = own_steps.ours_with_outcome(sentence.strip(_END)) if entry.role != "customer" else None
        steps = [
            TriedFound(step, result, entry.quote(sentence)) for step, result in ([own] if own else _steps(sentence))
        ]
        if steps and steps[-1].result is None and outcomes.goes_on(following):
            quote = entry.quote(entry.between(sentence, following))
            steps = [replace(s, result=s.result or following.strip(_END), quote=quote) for s in steps]
        yield from (s for s in steps if s.result is not None or not words.NEEDS_RESULT.fullmatch(s.step.lower()))


def _steps(sentence: str) -> list[tuple[str, str | None]]:
    """The deeds of one sentence, each with its result; a result said of all of them belongs to each."""
    plain = plainly(sentence)
    if several := _all_tried(sentence) or [one for one in outcomes.each_in_vain(sentence) if _is_trial(one[0])]:
        return [*several]
    if told := own_steps.all_with_outcome(sentence.strip(_END)):
        return [told]
    if words.PLAN.search(plain) or _only_answers(plain) or _ALL_OF_IT.search(sentence):
        return []
    if trial := trials.trial_with_result(sentence.strip(_END)) or in_passing(sentence):
        return [trial]
    if found := _ASSURED.match(sentence.strip(_END)):
        return [(_clean(found["deed"]), found["result"])]
    if found := _RULED_OUT.match(sentence.strip(_END)):
        return [(found["what"], found["label"])]
    if found := _CAME_TO_NOTHING.match(sentence.strip(_END)) or _LOOKED_UP.match(sentence.strip(_END)):
        deed, result = (text for text in found.groups() if text)
        return [(_clean(deed), result.strip(_END))] if not words.NO_DEED.search(plain) else []
    if not _is_done(sentence):
        return []
    step, result = outcomes.at_the_end(sentence.strip(_END)) or _cut(sentence)
    deed = step.removesuffix(result or "") if result else step
    if len(deed.split()) < 2 and deed.isascii() and not words.DID.search(plainly(deed)):
        return []  # "Devices report fine and your status page is green": a subject is no deed
    parts = [p for part in re.split(r"[,，](?=\s*[也又])", step) for p in words.AND_ALSO.split(part)]
    return [(_clean(p), result) for p in parts if _clean(p)]


def _all_tried(sentence: str) -> list[tuple[str, str | None]]:
    """Of 「清缓存、换浏览器都试过了，没有改善」 each with what came of them all."""
    named = trials.all_tried(sentence)
    if named is None:
        return []
    rest = sentence[named[1][1] :].strip(f"{_END}，,")
    result = rest if words.LEADS_ON.search(plainly(rest)) else None
    return [(each, result) for each in named[0]]


def _only_answers(plain: str) -> bool:
    return bool(words.DID_THAT.search(plain)) and not _NAMED_DEED.match(plain)


def _is_trial(deed: str) -> bool:
    plain = plainly(deed)
    return trials.is_trial(deed) or bool(words.DID_HAN.search(plain) or words.BARE_HAN.search(plain))


def _is_done(sentence: str) -> bool:
    plain = plainly(sentence)
    if words.PLAN.search(plain) or words.NO_DEED.search(plain) or words.ACKNOWLEDGED.search(plain):
        return False
    if _TRIAL.search(plain):
        return True
    did = words.DID.search(plain) or words.DID_HAN.search(plain)
    if did is None and outcomes.told_bare(sentence):
        return True
    if words.RESULT.search(plain):
        return did is not None
    if words.CIRCUMSTANCE.search(plain) or (did and did.group() in words.NAMED_ONLY):
        return False
    starts = words.DID.match(plain.lstrip("-*•0123456789.、) "))
    return bool(did and (_DEED.search(plain) or starts))


def _cut(sentence: str) -> tuple[str, str | None]:
    """A sentence cut into what was done and what came of it: at a mark before words of a result, or where a failure is told."""
    offset = found.end() if (found := words.GREETING.match(sentence)) else 0
    if (early := outcomes.at_once(sentence[offset:].strip(_END))) and outcomes.told_bare(sentence[offset:]):
        whole = sentence[offset:].strip(_END)
        if not words.SPLIT.search(whole[:early]):
            return whole[:early], _AFTERWARDS.sub("", whole[early:])
    for mark in words.SPLIT.finditer(sentence, offset):
        head, tail = sentence[offset : mark.start()], sentence[mark.end() :]
        told = outcomes.came_of_it(tail)
        if words.DID.search(plainly(tail)) and not words.DID.search(plainly(head)):
            continue  # "iOS 18.4, reinstalled on five phones, same": the deed comes only now
        if (
            told
            and len(head.strip()) > (3 if head.isascii() else 1)
            and not words.RESULT.fullmatch(plainly(head).strip())
        ):
            return head, tail.strip(_END)
    whole = sentence[offset:].strip(_END)
    for mark in reversed(list(words.SPLIT.finditer(whole))):
        if words.RESULT.search(plainly(whole[mark.end() :])) and not words.DID_HAN.search(plainly(whole[mark.end() :])):
            return whole[: mark.start()], whole[mark.end() :]
    plain = plainly(whole)
    failed = words.FAILED.search(plain if len(plain) == len(whole) else whole)
    if failed and failed.start() > 2:
        return whole[: failed.start()], whole[failed.start() : failed.end()].strip()
    if begins := outcomes.at_once(whole):
        return whole[:begins], whole[begins:]
    inner = _INNER.search(whole)
    return whole, inner.group() if inner and words.RESULT.search(plainly(inner.group())) else None


def _clean(step: str) -> str:
    return re.sub(r"^\s*(?:[-*•]|\d+[.)、])\s*", "", step).strip(" .。!！;；,，:：")


def _key(step: str) -> str:
    return re.sub(r"\W+", "", plainly(step))
