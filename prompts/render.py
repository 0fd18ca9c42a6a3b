"""The one way from a template to text: Jinja2, strict about missing values, one environment per language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from escalation.terms import Language
from prompts.typeset import settled, spaced

if TYPE_CHECKING:
    from jinja2 import Environment, Template

TEMPLATES = Path(__file__).parent / "templates"
_FOLDERS: dict[Language, str] = {"en": "en", "zh": "zh-Hans"}
_BLANK_LINES = re.compile(r"\n{3,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def render(template: str, language: Language, **values: object) -> str:
    """The text of `templates/<language>/<template>` filled with `values`, ending in one line break.

    Raises jinja2.UndefinedError for a value the template needs and did not get, jinja2.TemplateNotFound for an unknown name.
    """
    text = environment(language).get_template(template).render(values)
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip() + "\n"


def phrase(key: str, language: Language, **values: object) -> str:
    """One sentence or label, by its key in the language's phrase files. Raises KeyError for a key without words."""
    source = phrases(language)[key]
    if (
        "{" not in source
    ):  # nearly half of them: words alone need no template, and compiling one takes most of a millisecond
        return settled(source, language)
    spaced_values = {name: value if name == "timezone" else spaced(value, language) for name, value in values.items()}
    return settled(compiled_phrases(language).render(key, spaced_values), language)


@cache
def environment(language: Language) -> Environment:
    """The Jinja2 environment of a language; built on first use, since importing jinja2 costs more than this module."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    from prompts import filters, plain

    # Markdown, not HTML: text is neutralised by `plain` and `prose`, HTML escaping would only disfigure it.
    env = Environment(
        loader=FileSystemLoader(TEMPLATES / _FOLDERS[language]),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    ours: dict[str, Callable[..., object]] = {
        "number": filters.number,
        "money": partial(filters.money, language=language),
        "count": partial(filters.count, language=language),
        "duration": partial(filters.duration, language=language),
        "day": filters.day,
        "when": partial(filters.when, language=language),
        "listing": partial(filters.listing, language=language),
        "either": partial(filters.listing, language=language, last="or"),
        "ticket": partial(filters.ticket, language=language),
        "refs": filters.references,
        "plain": plain.plain,
        "prose": plain.prose,
        "quoted": partial(plain.quoted, language=language),
        "ended": partial(plain.ended, language=language),
        "code": partial(plain.error_code, language=language),
        "status": partial(_status, language=language),
        "term": partial(_term, language=language),
        "fenced": plain.fenced,
        "fenced_line": plain.fenced_line,
        "link": plain.link_target,
    }
    env.filters.update(ours)
    return env


@cache
def phrases(language: Language) -> dict[str, str]:
    """All phrase sources of a language, by key; tables of the files are flattened, keys are unique across files."""
    return {key: source for stated in _stated(language).values() for key, source in stated.items()}


@cache
def _stated(language: Language) -> dict[str, dict[str, str]]:
    """The phrases of each file, by its name."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted((TEMPLATES / _FOLDERS[language]).glob("*.toml")):
        stated = found[path.stem] = dict[str, str]()
        for table in tomllib.loads(path.read_text(encoding="utf-8")).values():
            stated |= table
    return found


def _status(value: str, language: Language) -> str:
    """A record's status in words; a system's own status stays as it is."""
    key = "status_" + re.sub(r"[\s-]+", "_", value.strip().lower().replace("'", "").replace("’", ""))
    return phrases(language).get(key, value)


def _term(value: str, kind: str, *, language: Language) -> str:
    """The name of one of our ids: "critical" of kind "severity" is 「关键」; an id that a policy adds stays as it is."""
    return phrases(language).get(f"{kind}_{value.strip()}", value)


_AT_ONCE = 10
"""Phrases that are compiled as one template: each by itself takes longer, and all together take 5 MB for a moment."""


_AHEAD = ("labels", "phrases", "statements", "following")
"""The files whose words an answer to an issue and its brief are made of; those of the others are compiled when one is used."""


class _Compiled:
    """Phrases of one language as blocks of templates: each in one of its own when first used, or many at once."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._templates: dict[str, Template] = {}

    def render(self, key: str, values: dict[str, object]) -> str:
        if key not in self._templates:
            self._compile([key])
        template = self._templates[key]
        return "".join(template.blocks[key](template.new_context(values)))

    def compile(self) -> None:
        """All of `_AHEAD` that are not compiled yet."""
        needed = [
            key
            for file in _AHEAD
            for key, source in _stated(self._language)[file].items()
            if "{" in source and key not in self._templates
        ]
        for start in range(0, len(needed), _AT_ONCE):
            self._compile(needed[start : start + _AT_ONCE])

    def _compile(self, keys: list[str]) -> None:
        sources = phrases(self._language)
        blocks = "".join(f"{{% block {key} %}}{sources[key]}{{% endblock %}}" for key in keys)
        self._templates |= dict.fromkeys(keys, environment(self._language).from_string(blocks))


def compile_phrases(language: Language) -> None:
    """Compiles now what the first dozen answers to issues would each compile a part of: for a process that stays."""
    compiled_phrases(language).compile()


@cache
def compiled_phrases(language: Language) -> _Compiled:
    """The compiled phrases of a language, shared by the process."""
    return _Compiled(language)
