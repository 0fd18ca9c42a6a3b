"""The head of a skill: read as YAML reads it, or refused."""

from __future__ import annotations

import pytest
import yaml  # pyright: ignore[reportMissingModuleSource]
from hypothesis import given
from hypothesis import strategies as st

from tools.serving.frontmatter import frontmatter

HEAD = """\
---
name: a-skill
description: >-
  Said over
  two lines, 说两行.
license: Apache-2.0
metadata:
  author: someone
  version: v2
---

# Body
key: not one of the head
"""


def test_plain_folded_and_table_are_read() -> None:
    assert frontmatter(HEAD) == {
        "name": "a-skill",
        "description": "Said over two lines, 说两行.",
        "license": "Apache-2.0",
        "metadata": {"author": "someone", "version": "v2"},
    }


@pytest.mark.parametrize(
    "line",
    [
        "name: [a, b]",
        "name: {a: b}",
        'name: "quoted"',
        "name: 'quoted'",
        "name: true",
        "name: No",
        "name: 1.0",
        "name: 2026-11-26",
        "name: null",
        "name: ~",
        "name: a: b",
        "name: a # comment",
        "name: |\n  kept\n  lines",
        "name: a\n  b",
        "name: >-\n  a\n    deeper",
        "- a",
        "table:\n  - a",
        "table:\n  deeper:\n    a: b",
    ],
)
def test_what_yaml_reads_as_something_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"understood|plain text|several lines|folded"):
        frontmatter(f"---\n{line}\n---\n")


@pytest.mark.parametrize("text", ["", "# Body\n", "---\nname: a\n", "name: a\n---\n"])
def test_a_text_without_a_head_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="does not begin"):
        frontmatter(text)


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30))
def test_a_value_is_read_as_yaml_reads_it_or_not_at_all(value: str) -> None:
    written = f"key: {value}"
    try:
        read = frontmatter(f"---\n{written}\n---\n")
    except ValueError:
        return
    assert read == yaml.safe_load(written)
