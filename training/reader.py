"""The corpus reader ``spacy train`` uses: gold tokens, shuffled, typography varied."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

TYPOGRAPHY = {"'": "’", "''": "”", "``": "“", "-": "–", "--": "—", "...": "…"}
"""Plain signs and their printed forms: news sites use both, the treebanks mostly the plain ones."""


@spacy.registry.readers("newsgraph.GoldTokens.v1")
def gold_tokens(
    path: Path, shuffle: bool, limit: int, typography: float
) -> Callable[[Language], Iterator[Example]]:
    """Examples whose words are the treebank's own.

    Args:
        path: a ``.spacy`` DocBin.
        shuffle: another order in every epoch.
        limit: only that many documents, spread evenly over the file; 0 means all.
        typography: the share of documents that are set in printed quotes and dashes, in [0, 1].

    """

    def read(nlp: Language) -> Iterator[Example]:
        docs = list(DocBin().from_disk(path).get_docs(nlp.vocab))
        if limit and limit < len(docs):
            docs = [docs[place * len(docs) // limit] for place in range(limit)]
        if shuffle:
            random.shuffle(docs)
        for gold in docs:
            doc = printed(gold) if random.random() < typography else gold
            bare = Doc(nlp.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc])
            yield Example(bare, doc)

    return read


def printed(doc: Doc) -> Doc:
    """The document with curly quotes and long dashes, its annotation unchanged."""
    words = []
    opening = True
    for token in doc:
        text = token.text
        if text == '"':
            words.append("“" if opening else "”")
            opening = not opening
        else:
            words.append(TYPOGRAPHY.get(text, text.replace("'", "’")))
    copy = Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])
    attributes: list[int | str] = [
        "TAG",
        "POS",
        "MORPH",
        "LEMMA",
        "HEAD",
        "DEP",
        "SENT_START",
        "ENT_IOB",
        "ENT_TYPE",
    ]
    return copy.from_array(attributes, doc.to_array(attributes))
