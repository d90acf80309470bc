"""The corpora as sentences with everything they annotate, and nothing they do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from training.conllu import Sentence, Token, read_conllu
from training.harmony import UNKNOWN, Harmony, Name
from training.mentions import gum_names
from training.namecorpora import CROSSNER, WNUT_STRIDE, bio_documents

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

LABELS = (
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
    "DATE",
)  # fmt: skip
"""Name types, after OntoNotes."""

OPEN = ("O", *(label for label in LABELS if label not in ("PERSON", "ORG", "GPE", "DATE")))
"""What a name of unknown type (the corpora's MISC) may be to us; it may also be none."""

DATED = ("O", "DATE")
"""What a date-like word may be where dates are not annotated."""

ANY: tuple[str, ...] = ()
"""Nothing is known of a word: no corpus annotated names here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence. ``names`` gives for each word the tags it may have; empty where nothing is known.

    ``tokens`` carry tags, lemmas and heads if ``parsed``, else their text alone. ``follows`` tells that
    the sentence before it in the list stands before it in the document.
    """

    tokens: tuple[Token, ...]
    names: tuple[tuple[str, ...], ...]
    parsed: bool
    follows: bool = False
    paragraph: bool = False


def treebank_examples(path: Path, harmony: Harmony | None) -> Iterator[Example]:
    """The trees of a treebank; with ``harmony``, also GUM's names."""
    for sentence in read_conllu(path):
        names: tuple[tuple[str, ...], ...] = (ANY,) * len(sentence.tokens)
        if harmony is not None:
            names = _gum_tags(sentence, harmony)
        yield Example(
            tokens=sentence.tokens,
            names=names,
            parsed=True,
            follows=not sentence.new_document,
            paragraph=sentence.new_paragraph,
        )


def _gum_tags(sentence: Sentence, harmony: Harmony) -> tuple[tuple[str, ...], ...]:
    words = [token.text for token in sentence.tokens]
    found = harmony.complete(words, gum_names(sentence.tokens, harmony), dates=True)
    return spans_to_sets(len(words), found)


def spans_to_sets(size: int, names: Sequence[Name]) -> tuple[tuple[str, ...], ...]:
    """For each word the tags it may have, from spans of known and unknown type."""
    sets: list[tuple[str, ...]] = [("O",)] * size
    for name in names:
        span = range(name.start, name.end)
        if name.label == UNKNOWN:
            for place in span:
                sets[place] = _open_tags(OPEN)
        else:
            for place in span:
                sets[place] = (f"{_part(place, span)}-{name.label}",)
    return tuple(sets)


def _part(place: int, span: range) -> str:
    if len(span) == 1:
        return "S"
    return {span.start: "B", span.stop - 1: "E"}.get(place, "I")


def _open_tags(labels: Sequence[str]) -> tuple[str, ...]:
    tags = [label if label == "O" else f"{part}-{label}" for label in labels for part in "BIES"]
    return tuple(dict.fromkeys(tags))


def name_example(doc: Doc, harmony: Harmony) -> Example:
    """A sentence of a name corpus; what its corpus leaves open stays open."""
    words = [token.text for token in doc]
    names = [Name(start=ent.start, end=ent.end, label=ent.label_) for ent in doc.ents]
    sets = list(spans_to_sets(len(words), names))
    dates = harmony._dates(words)
    for place, token in enumerate(doc):
        if token.ent_iob == 0:
            sets[place] = _open_tags(DATED if place in dates else OPEN)
    tokens = tuple(bare_token(word) for word in words)
    return Example(tokens=tokens, names=tuple(sets), parsed=False)


def bare_token(text: str) -> Token:
    """A word of which nothing else is known."""
    return Token(text=text, lemma="", upos="", xpos="", feats="", head=0, deprel="", space=True)


def training_examples(data: Path, harmony: Harmony, tokenizer: Tokenizer) -> Iterator[Example]:
    """Everything to learn from, the treebanks first, in document order."""
    yield from treebank_examples(data / "treebank" / "ewt-train.conllu.xz", None)
    yield from treebank_examples(data / "treebank" / "gum-train.conllu.xz", harmony)
    for name, times in CROSSNER.items():
        docs = list(bio_documents(data / "ner" / f"{name}.bio.xz", "crossner", harmony, tokenizer))
        yield from [name_example(doc, harmony) for doc in docs] * times
    for doc in bio_documents(data / "ner" / "wikigold.bio.xz", "wikigold", harmony, tokenizer):
        yield name_example(doc, harmony)
    tweets = list(bio_documents(data / "ner" / "wnut17-train.bio.xz", "wnut17", harmony, tokenizer))
    yield from (name_example(doc, harmony) for doc in tweets[::WNUT_STRIDE])


def retold(example: Example, words: Sequence[str]) -> Example:
    """The same annotation over other spellings of the words."""
    tokens = tuple(replace(token, text=word) for token, word in zip(example.tokens, words, strict=True))
    return replace(example, tokens=tokens)
