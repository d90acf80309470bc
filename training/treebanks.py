"""Treebank sentences as spaCy documents: passages of a few sentences, paragraph breaks as tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from training.conllu import Sentence, Token, read_conllu

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

PASSAGE_LENGTHS = (6, 1, 11, 3, 8, 14, 2)
"""Sentences in one training document, in turn: short and long ones, so that both kinds are known."""

BREAKS = ("\n\n", "\n")
"""What parts paragraphs, in turn."""


def passages(sentences: Iterable[Sentence], lengths: tuple[int, ...]) -> Iterator[list[Sentence]]:
    """Consecutive sentences of one document, as many at a time as ``lengths`` says in turn."""
    passage: list[Sentence] = []
    turn = 0
    for sentence in sentences:
        if passage and (sentence.new_document or len(passage) >= lengths[turn % len(lengths)]):
            yield passage
            passage, turn = [], turn + 1
        passage.append(sentence)
    if passage:
        yield passage


def document(vocab: Vocab, passage: list[Sentence], *, brk: str = "") -> Doc:
    """One Doc with tags, lemmas, morphology, heads, labels and sentence starts.

    ``brk``, unless empty, stands as a whitespace token before every new paragraph but the first, as
    spaCy's tokenizer gives it in raw text: tag ``_SP``, attached to the word before it.
    """
    from spacy.tokens import Doc

    rows: list[tuple[Token, int, bool]] = []
    for sentence in passage:
        if brk and rows and sentence.new_paragraph:
            last, head, start = rows[-1]
            rows[-1] = (_unspaced(last), head, start)
            rows.append((_break(brk), len(rows) - 1, False))
        first = len(rows)
        for place, token in enumerate(sentence.tokens):
            head = first + token.head - 1 if token.head else first + place
            rows.append((token, head, place == 0))
    tokens = [token for token, _, _ in rows]
    return Doc(
        vocab,
        words=[token.text for token in tokens],
        spaces=[token.space for token in tokens],
        tags=[token.xpos for token in tokens],
        pos=[token.upos for token in tokens],
        morphs=[token.feats for token in tokens],
        lemmas=[token.lemma for token in tokens],
        heads=[head for _, head, _ in rows],
        deps=["ROOT" if token.deprel == "root" else token.deprel for token in tokens],
        sent_starts=[start for _, _, start in rows],
    )


def _unspaced(token: Token) -> Token:
    from dataclasses import replace

    return replace(token, space=False)


def _break(text: str) -> Token:
    return Token(text=text, lemma=text, upos="SPACE", xpos="_SP", feats="", head=0, deprel="dep", space=False)


def training_documents(vocab: Vocab, paths: Iterable[Path]) -> Iterator[Doc]:
    """Passages of all the treebanks, with paragraph breaks."""
    for path in paths:
        for turn, passage in enumerate(passages(read_conllu(path), PASSAGE_LENGTHS)):
            yield document(vocab, passage, brk=BREAKS[turn % len(BREAKS)])
