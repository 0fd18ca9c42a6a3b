"""Prose as a model writes it, on the escalations of part 9: kinds of true sentences once stopped, of inventions once missed."""

from __future__ import annotations

import random

import pytest

from escalation.claims import EvidenceBook, check_text
from escalation.claims.fold import fold
from escalation.claims.scene.mentions import mentions
from evals.inventions.company_books import company_books
from evals.inventions.data import FIFTEEN, WRITTEN


@pytest.fixture(scope="module")
def books() -> dict[str, EvidenceBook]:
    return {name: book for folder in (WRITTEN, FIFTEEN) for name, book, _ in company_books(folder)}


TRUE = (
    # A translation stands beside the words it translates.
    ("brindlecove-s7-25", "柳文静 asked “有人吗？？” (in English: “Is anybody there?”) and got no answer."),
    ("brindlecove-s7-25", "The note says “刚发现” (“only just discovered”, translated)."),
    ("pinecrest-s4-rate-quotes", "Sofia Lund 写道「还没有日期」（原文：No date yet）。"),
    ("pinecrest-s4-scanner-outage", "Kenji Mori 的原话是「Still down. No estimate.」，意为「仍未恢复，无法预计」。"),
    # All but those who are excepted.
    ("pinecrest-s4-scanner-outage", "All but Sakura Parts KK are on Enterprise."),
    ("pinecrest-s4-scanner-outage", "Apart from 顺鹏物流, three customers are hit."),
    ("pinecrest-s4-rate-quotes", "除 Harborline 外的四家都是 Professional。"),
    # Several regions, a whole beside its part, a sum of two plans.
    ("pinecrest-s4-rate-quotes", "Three of the five are in Europe and Taiwan."),
    ("pinecrest-s4-rate-quotes", "五家客户里有一家是 Enterprise。"),
    ("pinecrest-s4-scanner-outage", "三家 Enterprise 和一家 Professional 受影响。"),
    # From what is quoted, and from one event to another that only its kind tells.
    ("vantree-s5-06", "“Which card provider is this?” was asked two hours after the ticket came."),
    ("pinecrest-s4-rate-quotes", "“Fix in review. No date yet.” is 21 hours and 20 minutes old."),
    ("tidewater-tw-06", "The defect was filed fifteen and a half hours after Gwen's report."),
    ("quillmark-s6-08", "「Out of ideas at L1」是报障后 22 小时写的。"),
    # To the minute that a brief shows.
    ("pinecrest-s4-scanner-outage", "黃志明 wrote 34 minutes after the node went down at 11:20 UTC."),
    # Verbs that look like nouns, people by their title, customers by the Chinese part of their names.
    ("lumen-lr-offline-again", "Two of the three report firmware 4.13."),
    ("kestrel-kf-21", "Ms Pell reported every incident herself."),
    ("lumen-lr-offline-again", "徳波有两张工单。"),
    ("vantree-s5-06", "IFTA 报表也翻倍。"),
    # What somebody said in a ticket, and when it came.
    ("lumen-lr-offline-again", "石磊在 T-20762 里说二月份也闹过。"),
    ("tidewater-tw-06", "It was first reported on 10 March."),
    ("vantree-s5-06", "重复从 9 月 11 日开始。"),
    ("pinecrest-s4-rate-quotes", "The failures started on 18 May."),
    ("kestrel-kf-21", "The December ticket was opened at 18:00."),
    ("vantree-s5-06", "Jonas Weil is the CSM of Andara."),
    # What somebody did, so long after what came before it on that record; and until now.
    ("pinecrest-s4-rate-quotes", "罗俊半小时后回答两边都有。"),
    ("tidewater-tw-06", "Luis Ocampo heard from us three hours later."),
    ("pinecrest-s4-scanner-outage", "周宁 wrote 15 minutes after 邵国平 had answered."),
    ("lumen-lr-offline-again", "Mei Okabe's line in the chat is 47 hours old."),
    ("vantree-s5-06", "Jonas Weil noted it, and an hour and a half later there was FLT-2258."),
    # Those who are not named: the others, the rest, what is set against it; amounts by month; rows with their number behind.
    ("lumen-lr-offline-again", "Almora has 2,100 seats against 640 and 760 elsewhere."),
    ("pinecrest-s4-rate-quotes", "Harborline pays $310,000, the others between $39,000 and $66,000."),
    ("kestrel-kf-21", "That is $60,000 a quarter."),
    ("marrowgate-s18", "Owen Tate wrote; the other two contacts did not."),
    ("quillmark-s6-08", "重装、换网络和清数据三种办法都没有用。"),
    ("pinecrest-s4-rate-quotes", "One of the three request ids is rq-88c2a7."),
    # Short of a limit, times that two sources tell, a year, what is due first, names behind their numbers.
    ("brindlecove-5", "The first answer came ten minutes before the limit."),
    ("marrowgate-5", "The certificate ended at 11:59 UTC and the failures began one minute later."),
    ("marrowgate-5", "Ours is good until 2028, theirs is not."),
    ("quillmark-1", "Alpenblick 的时限最早到期。"),
    ("vantree-3", "There are 40 drivers in Hong Kong, 25 at Bluefen and 12 handsets in a trial."),
    ("vantree-3", "Megan Firth wrote twenty minutes before FLT-2259 was opened."),
    ("kestrel-3", "Judy Marsh says about sixty, against ninety at 港灣巴士."),
    ("vantree-1", "Dara Quinn counted 14 PX-5021 in an hour."),
    (
        "pinecrest-s4-quiet-loss",
        "Beth Carrow asked everybody to wait; she told the extent an hour and 38 minutes later.",
    ),
    ("tidewater-tw-02", "四个银行连接停了。"),
    ("tidewater-tw-02", "Hanna Lindqvist promised Ingrid Nesse a line within two hours."),
    # A range of days, one measure added up, lengths that are all the same, numbers in the words of other languages.
    ("tidewater-tw-06", "From 10 to 13 March two tickets came in."),
    ("quillmark-1", "三家客户，两家在欧洲和中国，一家在美国。"),
    # Who said it, and when: also in words that follow a Latin name without a space.
    ("tidewater-tw-06", "韩越负责 LEDG-3252。"),
    ("tidewater-tw-06", "Rosa Delgado在备注里写「Not a setting」。"),
    ("pinecrest-s4-rate-quotes", "Wesley Tran的问题是「When is someone going to own this?」。"),
    ("brindlecove-s7-25", "葛建平没有写过信，也没有来电。"),
    ("brindlecove-s7-25", "请葛建平今天接电话。"),
    ("lumen-lr-holiday-night", "Ottilie Branco wrote about the cause on 12 May."),
    ("brindlecove-s7-25", "5 月的 ESC-240 与本次无关。"),
    ("pinecrest-s4-rate-quotes", "PF-62282 of 19 May is 海川供应链's."),
    ("pinecrest-s4-scanner-outage", "王蔚是顺鹏物流和远泰电子的客户成功经理。"),
)
INVENTED = (
    (
        "brindlecove-s7-25",
        "柳文静 asked “有人吗？？” (in English: “Is anybody there after 9 hours?”)",
        "quotation_unknown",
    ),
    ("brindlecove-s7-25", "The note says “only just discovered” (translated).", "quotation_unknown"),
    ("pinecrest-s4-rate-quotes", "Sofia Lund 写道「下周上线」（原文：Live next week）。", "quotation_unknown"),
    ("pinecrest-s4-rate-quotes", "Four of the five are in Europe and Taiwan.", "figure_unknown"),
    ("tidewater-tw-06", "The defect was filed nine hours after Gwen's report.", "duration_unknown"),
    ("tidewater-tw-06", "It was first reported on 13 March.", "other_role"),
    ("tidewater-tw-06", "The fix ships on 27 March.", "other_role"),
    ("tidewater-tw-06", "我们将在 3 月 24 日前上线修复。", "other_role"),
    ("vantree-s5-06", "The duplicates began on 15 September.", "other_role"),
    ("quillmark-s6-08", "首次反馈：5 月 20 日。", "other_role"),
    (
        "pinecrest-s4-rate-quotes",
        "Victor Lamb said that a retry a few seconds later normally works for parcel and domestic.",
        "person_deed",
    ),
    ("vantree-s5-06", "Irene Pascual reports the same odometer and the same gallons twice.", "person_deed"),
    ("lumen-lr-offline-again", "浜田 さくら在 T-20763 里说该机型相同。", "person_deed"),
    ("vantree-s5-06", "Amir Saleh is Andara's CSM.", "person_role"),
    ("pinecrest-s4-scanner-outage", "陳柏宇负责顺鹏物流的客户成功。", "person_role"),
    ("lumen-lr-offline-again", "Stellan Roe has promised a mend.", "person_deed"),
    ("lumen-lr-offline-again", "LR-3359 由林昱廷负责。", "person_deed"),
    ("lumen-lr-offline-again", "T-20762 的首次响应用了两小时。", "duration_unknown"),
    ("pinecrest-s4-rate-quotes", "罗俊四小时后才回答。", "duration_unknown"),
    ("kestrel-kf-21", "That is $24,000 a month.", "money_unknown"),
    ("brindlecove-1", "14 users at Saltmarsh Hotels are affected.", "other_customers"),
    ("marrowgate-5", "The certificate expired at 12:20.", "other_role"),
    ("marrowgate-5", "Fiona Marsh sent us the log.", "person_deed"),
    ("marrowgate-5", "Callum Dree 问怎么换新证书。", "person_deed"),
    ("vantree-3", "Ilana Roth attached a crash log.", "person_deed"),
    ("quillmark-3", "Antoine Delmas uploaded 250 borrowers.", "other_customers"),
    ("brindlecove-s7-20", "沈悦答应范立群给出结论。", "person_deed"),
    ("pinecrest-s4-quiet-loss", "The first report came on 13 May.", "other_role"),
    ("brindlecove-5", "Mei Tan answered after three hours.", "duration_unknown"),
    ("tidewater-tw-06", "Rosa Delgado负责 LEDG-3252。", "person_deed"),
    ("tidewater-tw-06", "Gwen Faraday 在备注里写「Not a setting」。", "person_deed"),
    ("pinecrest-s4-scanner-outage", "邵国平's last word: “Still down. No estimate.”", "person_deed"),
    ("brindlecove-s7-25", "柳文静 23:08 在频道里问谁来出面。", "person_deed"),
    ("kestrel-kf-05", "Mark Soto's example is the excavator.", "person_deed"),
    ("lumen-lr-holiday-night", "郑岚 found the cause.", "person_deed"),
    ("lumen-lr-holiday-night", "Ottilie Branco wrote about the cause on 13 May.", "person_deed"),
    ("brindlecove-s7-25", "7 月的 ESC-240 与本次无关。", "other_role"),
    ("lumen-lr-offline-again", "Two tickets were filed on 19 May.", "other_role"),
    ("quillmark-s6-08", "Fiona Zeller first wrote on Wednesday.", "other_role"),
    ("vantree-s5-06", "Both together have 135 seats.", "other_noun"),
    ("marrowgate-s18", "登录始于世界时 02:10。", "time_unknown"),
    ("vantree-s5-06", "The bug has been fixed.", "status_other"),
    ("pinecrest-s4-scanner-outage", "故障已经解决。", "status_other"),
)


@pytest.mark.parametrize(("name", "text"), TRUE)
def test_what_the_records_bear_out_passes(books: dict[str, EvidenceBook], name: str, text: str) -> None:
    assert [(each.span, each.reason) for each in check_text(text, books[name])] == []


@pytest.mark.parametrize(("name", "text", "reason"), INVENTED)
def test_an_invention_of_the_same_kind_is_caught(
    books: dict[str, EvidenceBook], name: str, text: str, reason: str
) -> None:
    assert reason in [each.reason for each in check_text(text, books[name])]


def test_most_sentences_are_somebody_s_and_not_their_colleague_s(books: dict[str, EvidenceBook]) -> None:
    """The one person of a true sentence, changed for another of the same side: a floor, far from what is wanted."""
    dice = random.Random(3)  # noqa: S311
    caught: list[bool] = []
    for name, _, rows in company_books(WRITTEN):
        for row in rows:
            named = mentions(fold(row.text), books[name])
            if not row.true or len(named) != 1 or check_text(row.text, books[name]):
                continue
            was = named[0]
            others = [
                p for p in books[name].scene.people if p.account == was.person.account and p.name != was.person.name
            ]
            if others:
                swapped = row.text[: was.start] + dice.choice(others).name + row.text[was.end :]
                caught.append(bool(check_text(swapped, books[name])))
    assert len(caught) > 60
    assert sum(caught) / len(caught) >= 0.6
