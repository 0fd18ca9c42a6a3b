"""Words for the generated workspace of `big_workspace`: product areas, troubles and answers in three scripts."""

from __future__ import annotations

from typing import NamedTuple


class Area(NamedTuple):
    """A product area and the troubles reported in it, per language: a subject and a sentence, `{…}` to be filled."""

    id: str
    endpoint: str
    troubles: dict[str, tuple[tuple[str, str], ...]]


AREAS = (
    Area(
        "api",
        "/v2/orders",
        {
            "en": (
                ("Requests to {endpoint} fail now and then", "About {n} calls an hour to {endpoint} end with {error}."),
                ("Rate limit reached too early", "We are cut off after {n} calls although our plan allows more."),
            ),
            "zh-Hans": (("接口 {endpoint} 偶尔失败", "调用 {endpoint} 每小时约有 {n} 次返回 {error}。"),),
            "zh-Hant": (("介面 {endpoint} 偶爾失敗", "呼叫 {endpoint} 每小時約有 {n} 次回傳 {error}。"),),
        },
    ),
    Area(
        "export",
        "/v2/exports",
        {
            "en": (
                ("Export stops at {n} rows", "The CSV from {endpoint} ends after {n} rows without any message."),
                ("Scheduled export came late", "The nightly file arrived {n} minutes after the agreed time."),
            ),
            "zh-Hans": (("导出文件不完整", "导出的表格只有 {n} 行，后面的数据不见了，提示 {error}。"),),
            "zh-Hant": (("匯出檔案不完整", "匯出的表格只有 {n} 行，後面的資料不見了，提示 {error}。"),),
        },
    ),
    Area(
        "login",
        "/auth/saml",
        {
            "en": (
                (
                    "Signing in goes round in circles",
                    "After SSO the page returns to the start; the console shows {error}.",
                ),
                ("Second factor is asked twice", "Colleagues enter the code {n} times before they get in."),
            ),
            "zh-Hans": (("单点登录反复跳转", "登录后又回到首页，控制台显示 {error}，影响 {n} 人。"),),
            "zh-Hant": (("單一登入反覆跳轉", "登入後又回到首頁，主控台顯示 {error}，影響 {n} 人。"),),
        },
    ),
    Area(
        "sync",
        "/v2/sync",
        {
            "en": (
                (
                    "Mobile and web show different data",
                    "Changes on the phone appear {n} minutes later, or never: {error}.",
                ),
                ("Calendar sync creates doubles", "Each meeting is there {n} times since the last release."),
            ),
            "zh-Hans": (("数据同步失败", "手机与网页的数据不一致，{n} 分钟后仍提示 {error}。"),),
            "zh-Hant": (("資料同步失敗", "手機與網頁的資料不一致，{n} 分鐘後仍提示 {error}。"),),
        },
    ),
    Area(
        "billing",
        "/v2/invoices",
        {
            "en": (
                ("Invoice shows the wrong seats", "We pay for {n} seats more than we use; the page says {error}."),
                ("Card was refused", "The payment form refuses our card although the bank sees nothing wrong."),
            ),
            "zh-Hans": (("发票金额不对", "本月发票多算了 {n} 个席位，页面提示 {error}。"),),
            "zh-Hant": (("發票金額不對", "本月發票多算了 {n} 個席位，頁面提示 {error}。"),),
        },
    ),
    Area(
        "reports",
        "/v2/dashboards",
        {
            "en": (
                ("Dashboard takes very long", "The weekly board needs {n} seconds to open, then says {error}."),
                ("Totals do not add up", "The sum at the bottom is off by {n} compared with the table."),
            ),
            "zh-Hans": (("报表打开很慢", "周报需要 {n} 秒才能打开，之后提示 {error}。"),),
            "zh-Hant": (("報表開啟很慢", "週報需要 {n} 秒才能開啟，之後提示 {error}。"),),
        },
    ),
)

ANSWERS = {
    "en": (
        "Thank you for the details. Could you send the time of one failing attempt and your browser version?",
        "We restarted the worker for your workspace; please try again and tell us what you see.",
        "It still happens with the same message, also in a private window.",
        "Cleared the cache and signed in again, no change.",
        "This works now. You can close the ticket.",
    ),
    "zh-Hans": (
        "感谢反馈，能否告诉我们一次失败的时间和浏览器版本？",
        "我们已重启相关服务，请再试一次。",
        "还是一样的提示，换浏览器也不行。",
        "已经清除缓存并重新登录，没有变化。",
        "现在可以了，谢谢。",
    ),
    "zh-Hant": (
        "感謝回報，能否告訴我們一次失敗的時間和瀏覽器版本？",
        "我們已重新啟動相關服務，請再試一次。",
        "還是一樣的提示，換瀏覽器也不行。",
        "已經清除快取並重新登入，沒有變化。",
        "現在可以了，謝謝。",
    ),
}

FIRST = [
    "North",
    "Blue",
    "Silver",
    "Green",
    "Amber",
    "Quiet",
    "Bright",
    "Stone",
    "River",
    "Cedar",
    "Maple",
    "Harbor",
    "Summit",
    "Coral",
    "Falcon",
    "Orchid",
]
SECOND = [
    "Logistics",
    "Dental",
    "Freight",
    "Media",
    "Robotics",
    "Foods",
    "Optics",
    "Textiles",
    "Energy",
    "Travel",
    "Bank",
    "Clinics",
    "Games",
    "Paper",
]
CJK_FIRST = ["海", "云", "星", "禾", "远", "金", "安", "博", "青", "明", "瑞", "天"]
CJK_SECOND = ["科技", "物流", "医疗", "教育", "电子", "食品", "传媒", "能源"]
ERRORS = ["timeout", "refused", "mismatch", "overflow", "stale", "unreachable", "partial", "conflict"]
