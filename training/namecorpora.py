"""Name corpora as spaCy documents: each teaches what it annotates, the rest is left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from training.conllu import blocks, open_text, read_conllu
from training.harmony import UNKNOWN, Harmony, Name
from training.mentions import gum_names
from training.treebanks import passages

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

CROSSNER = {
    "crossner-politics-train": 3,
    **{
        f"crossner-{domain}-{part}": 1
        for domain in ("ai", "literature", "music", "science")
        for part in ("train", "dev", "test")
    },
}
"""CrossNER files to train on, and how often each counts; politics dev is kept for development."""

COMMENT = re.compile(r"# (newdoc|newpar|sent_id|text)\b")

WNUT_STRIDE = 4
"""One tweet in so many is used."""

GUM_LENGTHS = (3, 1, 5)
"""Sentences in one document of names from GUM, in turn."""


def read_bio(path: Path, *, column: int) -> Iterator[tuple[list[str], list[Name]]]:
    """Words and names (with the corpus's own labels) of each sentence of a BIO file.

    ``column`` is the tag's; the word stands in the first one that is no number beside it.
    """
    for block in blocks(line for line in open_text(path) if not COMMENT.match(line)):
        rows = [line.split("\t") if "\t" in line else line.split(" ") for line in block]
        words = [row[column - 1] for row in rows]
        yield words, _names([row[column] for row in rows])


def _names(tags: Sequence[str]) -> list[Name]:
    """Spans of BIO tags; an I that continues nothing begins a name (IOB1)."""
    found: list[Name] = []
    for place, tag in enumerate(tags):
        if tag == "O":
            continue
        label = tag[2:]
        if tag[0] == "I" and found and found[-1].end == place and found[-1].label == label:
            found[-1] = replace(found[-1], end=place + 1)
        else:
            found.append(Name(start=place, end=place + 1, label=label))
    return found


def bio_documents(
    path: Path, corpus: str, harmony: Harmony, tokenizer: Tokenizer, *, column: int = 1
) -> Iterator[Doc]:
    """The sentences of a BIO file, cut into the words our tokenizer makes, with our labels."""
    for words, names in read_bio(path, column=column):
        ours = [
            replace(name, label=harmony.label(corpus, name.label, words[name.start : name.end]))
            for name in names
        ]
        cut, places = _cut(words, tokenizer)
        moved = [replace(name, start=places[name.start], end=places[name.end]) for name in ours if name.label]
        complete = harmony.complete(cut, moved, dates=False)
        yield named_document(tokenizer.vocab, cut, [True] * len(cut), complete)


def _cut(words: Sequence[str], tokenizer: Tokenizer) -> tuple[list[str], list[int]]:
    """The words as our tokenizer cuts them, and where each old word (and the end) is among the new."""
    cut: list[str] = []
    places = []
    for word in words:
        places.append(len(cut))
        cut += [token.text for token in tokenizer(word)] if word.strip() else ["_"]
    return cut, [*places, len(cut)]


def gum_documents(path: Path, harmony: Harmony, vocab: Vocab) -> Iterator[Doc]:
    """Short passages of GUM with names and dates."""
    for passage in passages(read_conllu(path), GUM_LENGTHS):
        words: list[str] = []
        spaces: list[bool] = []
        names: list[Name] = []
        for sentence in passage:
            own = [token.text for token in sentence.tokens]
            found = harmony.complete(own, gum_names(sentence.tokens, harmony), dates=True)
            names += [replace(n, start=n.start + len(words), end=n.end + len(words)) for n in found]
            words += own
            spaces += [token.space for token in sentence.tokens]
        yield named_document(vocab, words, spaces, names)


def named_document(vocab: Vocab, words: list[str], spaces: list[bool], names: Iterable[Name]) -> Doc:
    """A Doc with these names; those of unknown type are left unannotated."""
    from spacy.tokens import Doc, Span

    doc = Doc(vocab, words=words, spaces=spaces)
    names = list(names)
    spans = [Span(doc, name.start, name.end, label=name.label) for name in names if name.label != UNKNOWN]
    open_ = [Span(doc, name.start, name.end) for name in names if name.label == UNKNOWN]
    doc.set_ents(spans, missing=open_, default="outside")
    return doc


def training_names(data: Path, harmony: Harmony, tokenizer: Tokenizer) -> Iterator[Doc]:
    """Every document to learn names from."""
    ner = data / "ner"
    yield from gum_documents(data / "treebank" / "gum-train.conllu.xz", harmony, tokenizer.vocab)
    for name, times in CROSSNER.items():
        for _ in range(times):
            yield from bio_documents(ner / f"{name}.bio.xz", "crossner", harmony, tokenizer)
    yield from bio_documents(ner / "wikigold.bio.xz", "wikigold", harmony, tokenizer)
    tweets = list(bio_documents(ner / "wnut17-train.bio.xz", "wnut17", harmony, tokenizer))
    yield from tweets[::WNUT_STRIDE]


def development_names(data: Path, harmony: Harmony, tokenizer: Tokenizer) -> Iterator[Doc]:
    """CrossNER politics dev and GUM dev, to choose the checkpoint by."""
    politics = data / "ner" / "crossner-politics-dev.bio.xz"
    yield from bio_documents(politics, "crossner", harmony, tokenizer)
    yield from gum_documents(data / "treebank" / "gum-dev.conllu.xz", harmony, tokenizer.vocab)
