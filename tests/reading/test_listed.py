"""Deeds told as a list after a word for it, each on its own, with the result told of all."""

import pytest

from escalation.reading.threads.listed import listed


@pytest.mark.parametrize(
    ("text", "deeds", "result"),
    [
        (
            "已做：冻结访问（身份确认前）；要求修改密码；开始查看审计记录。未知：导出文件的内容。",
            ["冻结访问（身份确认前）", "要求修改密码", "开始查看审计记录"],
            None,
        ),
        ("已做：当面致歉两次，对接群每日同步，都没有缓解。需要回电。", ["当面致歉两次", "对接群每日同步"], "都没有缓解"),
        ("Done so far: froze the account; asked for a new password; pulled the logs. Unknown: content.",
         ["froze the account", "asked for a new password", "pulled the logs"], None),
        ("Hi all.\nActions taken: revoked the token, rotated the key", ["revoked the token", "rotated the key"], None),
        ("Tried: SDK 4.8.1, another network, no change.", ["SDK 4.8.1", "another network"], "no change"),
    ],
)  # fmt: skip
def test_each_deed_is_told(text: str, deeds: list[str], result: str | None) -> None:
    (found,) = listed(text)
    assert [deed for deed, _ in found.deeds] == deeds
    assert {told for _, told in found.deeds} == {result}
    assert found.words in text


@pytest.mark.parametrize(
    "text", ["It is done: thanks.", "What have you tried?", "待办：冻结访问；改密码。", "To do: call them; write"]
)
def test_what_is_no_list_of_deeds_is_none(text: str) -> None:
    assert not list(listed(text))
