"""The words of an article as numbers: class, relation, governor, and what stands to their left as sums."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from extract.attachment import head_probabilities

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Ints = NDArray[np.int64]

TAGS = (
    *("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "VERB", "ADP", "ADV", "CCONJ", "SCONJ", "PART"),
    *("AUX", "PUNCT", "SYM", "INTJ", "SPACE", "X"),
)
RELATIONS = (
    *("nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "compound", "conj", "appos", "root", "flat"),
    *("amod", "iobj", "xcomp", "parataxis", "case", "det", "acl", "acl:relcl", "advcl", "advmod", "cc"),
    *("mark", "nummod", "nmod:unmarked", "nmod:desc", "list", "dep", "aux", "cop", "punct", "fixed", "other"),
)
_MARKS = (",", "(", ")", ".", ":", "-–—", ";", '"“', "”", "'‘", "’", "[", "]", "/")
_MARK_OF = {mark: number for number, marks in enumerate(_MARKS, 1) for mark in marks}
_SURE = (0.5, 0.8, 0.95)

SURE, CLASSES, LETTERS = len(_SURE) + 2, 1 + len(_MARKS) + len(TAGS), 128
"""The number of classes: of how sure a word's governor is (0 if unknown), of words, of words' letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The tokens of an article, and one more at the end that stands for none.

    ``classes``: the punctuation mark, else the part of speech, from 1; ``opened`` and ``closed``: the
    highest token whose subtree begins, and ends, with this one; ``brackets`` (open less closed),
    ``quotes`` and ``commas``: how many stand before the token.
    """

    classes: Ints
    tags: Ints
    relations: Ints
    heads: Ints
    sure: Ints
    letters: Ints
    sentences: Ints
    opened: Ints
    closed: Ints
    brackets: Ints
    quotes: Ints
    commas: Ints

    def seen(self, places: Ints, heads: Ints) -> Ints:
        """The class of the token at each place, 0 outside the sentence of the head beside it."""
        places = np.clip(places, -1, len(self.classes) - 1)
        return np.where(self.sentences[places] == self.sentences[heads], self.classes[places], 0)


def words_of(doc: Doc) -> Words:
    """The words of an annotated ``doc``."""
    count, texts, strings = len(doc), [t.text for t in doc], doc.vocab.strings
    tags = np.array([*(_tag(strings[key]) for key in doc.to_array("POS").tolist()), 0])
    marks = np.array([*(_MARK_OF.get(t, 0) for t in texts), 0])
    kept = head_probabilities(doc)
    sure = np.zeros(count, np.int64) if kept is None else np.digitize(kept, _SURE) + 1
    opened, closed = _edges(doc)
    return Words(
        classes=np.where(marks > 0, marks, 1 + len(_MARKS) + tags),
        tags=tags,
        relations=np.array([*(_relation(strings[key]) for key in doc.to_array("DEP").tolist()), 0]),
        heads=np.array([*(t.head.i for t in doc), count]),
        sure=np.append(sure, 0),
        letters=np.array([*(zlib.crc32(t.lower().encode()) % LETTERS for t in texts), 0]),
        sentences=np.array([*(n for n, s in enumerate(doc.sents, 1) for _ in s), 0]),
        opened=opened,
        closed=closed,
        brackets=np.cumsum([0, *((t in ("(", "[")) - (t in (")", "]")) for t in texts)]),
        quotes=np.cumsum([0, *(t in ('"', "“", "”") for t in texts)]),
        commas=np.cumsum([0, *(t == "," for t in texts)]),
    )


def _edges(doc: Doc) -> tuple[Ints, Ints]:
    count = len(doc)
    lefts = np.array([t.left_edge.i for t in doc], np.int64)
    rights = np.array([t.right_edge.i for t in doc], np.int64)
    opened, closed = np.arange(count + 1), np.arange(count + 1)
    widest_last = np.argsort(rights - lefts, kind="stable")
    opened[lefts[widest_last]] = widest_last
    closed[rights[widest_last]] = widest_last
    return opened, closed


@cache
def _tag(name: str) -> int:
    return TAGS.index(name) if name in TAGS else len(TAGS) - 1


@cache
def _relation(name: str) -> int:
    name = name.lower()
    found = name if name in RELATIONS else name.split(":")[0]
    return RELATIONS.index(found) if found in RELATIONS else len(RELATIONS) - 1
