"""Wishes: what somebody asks for that is refused, told by its words in English and Chinese (domain.md §10)."""

from __future__ import annotations

import re
from typing import Literal, get_args

Refusal = Literal["hide", "never_again", "numbers", "gifts"]
REFUSALS: tuple[Refusal, ...] = get_args(Refusal)

_ASKED: dict[Refusal, re.Pattern[str]] = {
    "hide": re.compile(
        r"\b(?:hid(?:e|ing)|conceal\w*|cover(?:ing)? (?:it |this |that )?up|contain(?:ing)? the (?:news|story)"
        r"|keep (?:it|this|them|the news) (?:quiet|secret|in the dark)|(?:keep|kept) (?:it|this|the \w+) from\b"
        r"|sweep\w*|play(?:ing)? (?:it )?down|without (?:telling|informing)|(?:don['’]?t|do not|not|never) (?:tell|inform"
        r"|let)\b[^.]{0,40}\b(?:know|leader\w*|ceo|cto|cio|boss\w*|management|executives?|board|customer))\b"
        r"|[瞒瞞]|隐瞒|掩[盖蓋饰飾]|压下来|压住|封锁消息|捂住|别让.{0,12}(?:知道|知情)|不(?:要|能|让|告诉|通知).{0,12}"
        r"(?:领导|老板|高层|总|上级).{0,6}(?:知道)?|大事化小",
        re.IGNORECASE,
    ),
    "never_again": re.compile(
        r"\b(?:never (?:\w+ ){0,3}(?:again|happen|fail|recur)|(?:won['’]?t|will not|can['’]?t|cannot) happen again"
        r"|guarantee\w*|100 ?% (?:uptime|available|reliable)|zero (?:incidents?|downtime|outages?)|no more (?:outages?"
        r"|incidents?))\b|(?:保证|承诺|担保|确保).{0,12}(?:不再|不会|绝不|零|再也)|绝不会?再|再也不会|永不|百分之百|零故障|零中断",
        re.IGNORECASE,
    ),
    "numbers": re.compile(
        r"\b(?:outnumber\w*|intimidat\w*|overwhelm\w*|crowd (?:them|the room)|pressur\w+|put pressure|flood (?:them|the"
        r" room)|gang up|wear them down|show of force|more people than (?:them|they))\b"
        r"|施压|人多势众|以多压少|人海|压倒对方|围住|堵(?:门|人)|给.{0,8}压力|声势.{0,4}压",
        re.IGNORECASE,
    ),
    "gifts": re.compile(
        r"\b(?:gifts?|presents?|kickback\w*|brib\w+|cash|envelopes?|vouchers?|watch(?:es)?|iphones?|luxury|red packet"
        r"|hospitality|lavish|treat (?:him|her|them) to|golf|holiday for)\b"
        r"|送礼|礼物|礼品|厚礼|红包|回扣|好处费|购物卡|现金|茅台|打点|贿|名表|请客|宴请",
        re.IGNORECASE,
    ),
}


def refused(wish: str) -> tuple[Refusal, ...]:
    """What of a wish is refused; empty when nothing is."""
    return tuple(kind for kind, asked in _ASKED.items() if asked.search(wish))
