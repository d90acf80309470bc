"""GUM's documents as what the scorer of antecedents learns from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from benchmarks.gum_chains import GoldDocument, GoldIndex, Span, read_gum
from extract.coref_features import Described, describe
from extract.coref_pairs import Pairs, pairs_of
from extract.coref_phrases import Phrase
from extract.coref_sieve import quotation_of, sure_chains
from training.coreference.masking import hidden_words

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A document: its phrases, their possible antecedents, and which of these are right.

    ``chains``: the gold chain of each phrase, a number, or one of its own below 0; ``named``: whether that
    chain has a proper noun; ``right``: whether the two phrases of a pair are in one gold chain.
    """

    described: Described
    pairs: Pairs
    chains: NDArray[np.int64]
    named: NDArray[np.bool_]

    @property
    def right(self) -> NDArray[np.bool_]:
        """Whether a pair's phrases are in one gold chain."""
        own = self.chains[self.pairs.later]
        same: NDArray[np.bool_] = (own == self.chains[self.pairs.earlier]) & (own > 0)
        return same


def characters(phrase: Phrase) -> Span:
    """Where the phrase stands in the text."""
    doc = phrase.head.doc
    return doc[phrase.start].idx, doc[phrase.end - 1].idx + len(doc[phrase.end - 1])


def gold_chain(phrase: Phrase, index: GoldIndex) -> str | None:
    """The gold chain of a phrase."""
    head = None if phrase.kind == "group" else (phrase.head.idx, phrase.head.idx + len(phrase.head))
    return index.chain(characters(phrase), head)


def example(doc: Doc, gold: GoldDocument, phrases: Sequence[Phrase]) -> Example:
    """What a document has to teach about these phrases of it."""
    quoted = quotation_of(doc)
    chains = sure_chains(doc, phrases, quoted)
    index, named = GoldIndex(gold), gold.named()
    found = [gold_chain(p, index) for p in chains.phrases]
    places: dict[str, int] = {}
    return Example(
        described=describe(chains, quoted),
        pairs=pairs_of(chains, quoted),
        chains=np.array(
            [places.setdefault(g, len(places) + 1) if g else -n - 1 for n, g in enumerate(found)],
            dtype=np.int64,
        ),
        named=np.array([g in named for g in found], dtype=np.bool_),
    )


def documents(path: Path, masked: float = 0.0) -> Iterator[tuple[Doc, GoldDocument]]:
    """Every document of a GUM file, read by the shipped pipeline from its raw text, with its gold chains.

    ``masked``: the share of words that the encoder does not get to see.
    """
    from extract.language import load_language
    from extract.names import settle_names
    from extract.reading import break_paragraphs
    from extract.regrafts import regraft

    nlp = load_language()
    with hidden_words(nlp, masked) if masked else nullcontext():
        for gold in read_gum(path):
            doc = nlp.make_doc(gold.text)
            break_paragraphs(doc)
            doc = nlp(doc)
            regraft(doc)
            settle_names(doc)
            yield doc, gold
