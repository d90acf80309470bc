"""The lemmas of the words that training saw with one lemma only: a table for the run time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.conllu import Token, read_conllu

TREEBANKS = ("ewt", "gum")


def lexicon(tokens: Iterable[Token]) -> str:
    """Lines of form, tag and lemma, sorted, for every form and tag that always have the same lemma."""
    seen: dict[tuple[str, str], set[str]] = defaultdict(set)
    for token in tokens:
        seen[token.text, token.xpos].add(token.lemma)
    sure = ((form, tag, *lemmas) for (form, tag), lemmas in seen.items() if len(lemmas) == 1)
    return "".join("\t".join(row) + "\n" for row in sorted(sure) if row[2] != "_")


def treebank_lexicon(data: Path) -> str:
    """The lexicon of the training treebanks."""
    paths = [data / "treebank" / f"{name}-train.conllu.xz" for name in TREEBANKS]
    return lexicon(token for path in paths for sentence in read_conllu(path) for token in sentence.tokens)
