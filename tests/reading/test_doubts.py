"""A doubt that follows stays with what it doubts: nobody may quote the guess as what was found."""

import pytest

from escalation.reading.threads.entries import is_doubt, sentences


@pytest.mark.parametrize(
    "text",
    [
        "Gateway pool exhausted since deploy 5.14. Not confirmed.",
        "It is the pool. Just a guess.",
        "The pool is full. Still to be confirmed.",
        "Deploy 5.14 did it. We are not sure yet.",
        "The cache. That hasn't been verified.",
        "The pool. Unconfirmed!",
        "The pool. TBC",
        "网关连接池耗尽。未确认。",
        "原因是 5.14 版本。还没有证实",
        "可能是证书。只是猜测。",
        "閘道連線池耗盡。尚未確認。",
        "连接池满了。待核实",
    ],
)
def test_a_doubt_belongs_to_the_sentence_before_it(text: str) -> None:
    assert sentences(text) == (text,)


@pytest.mark.parametrize(
    "words",
    [
        "Confirmed.",
        "Not solved.",
        "I am not sure about the invoice.",
        "It was verified.",
        "已确认。",
        "确定。",
        "未解决。",
        "We guess.",
    ],
)
def test_what_is_confirmed_or_of_something_else_is_no_doubt(words: str) -> None:
    assert not is_doubt(words)
    assert sentences(f"The pool is full. {words}") == ("The pool is full.", words)


def test_a_doubt_on_a_line_of_its_own_is_of_the_line_before() -> None:
    assert sentences("The pool is full.\nNot confirmed.\nIt runs.") == ("The pool is full.\nNot confirmed.", "It runs.")
    assert sentences("Not confirmed. It runs.") == ("Not confirmed.", "It runs.")
