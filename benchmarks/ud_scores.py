"""How far a pipeline's words, sentences, tags and trees agree with a UD treebank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from training.conllu import Sentence, Token, read_conllu

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as Word

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawText:
    """A document as a reader would get it, and where its gold words and sentences are in characters."""

    text: str
    words: tuple[Span, ...]
    sentences: tuple[Span, ...]


def f_score(gold: set[Span], found: set[Span]) -> float:
    """Balanced F1 of two sets of spans, in [0, 1]."""
    return 2 * len(gold & found) / max(1, len(gold) + len(found))


def tree_scores(nlp: Language, treebank: Path) -> dict[str, float]:
    """Accuracies in percent on gold words and gold sentences.

    ``UAS``/``LAS`` count every word and every label in full; ``UAS-``/``LAS-`` leave out words whose
    gold label is punct, and compare labels without their subtype.
    """
    sentences = list(read_conllu(treebank))
    hits: dict[str, int] = {}
    totals: dict[str, int] = {}
    for sentence, doc in zip(sentences, nlp.pipe(_cut(nlp, sentences)), strict=True):
        for token, word in zip(sentence.tokens, doc, strict=True):
            for name, right in _judged(token, word):
                totals[name] = totals.get(name, 0) + 1
                hits[name] = hits.get(name, 0) + right
    return {name: 100 * hits[name] / totals[name] for name in totals}


def _cut(nlp: Language, sentences: Iterable[Sentence]) -> Iterator[Doc]:
    from spacy.tokens import Doc

    for sentence in sentences:
        yield Doc(
            nlp.vocab,
            words=[token.text for token in sentence.tokens],
            spaces=[token.space for token in sentence.tokens],
            sent_starts=[place == 0 for place in range(len(sentence.tokens))],
        )


def _judged(token: Token, word: Word) -> Iterator[tuple[str, bool]]:
    """Each measure this word counts for, and whether the pipeline has it right."""
    yield "UPOS", token.upos == word.pos_
    yield "XPOS", token.xpos == word.tag_
    yield "FEATS", _feats(token.feats) == _feats(str(word.morph))
    yield "lemma", token.lemma == word.lemma_
    head = 0 if word.head.i == word.i else word.head.i + 1
    attached = head == token.head
    yield "UAS", attached
    yield "LAS", attached and token.deprel == word.dep_.lower()
    if token.deprel != "punct":
        yield "UAS-", attached
        yield "LAS-", attached and token.deprel.split(":")[0] == word.dep_.lower().split(":")[0]


def _feats(text: str) -> frozenset[str]:
    return frozenset(part for part in text.split("|") if part and part != "_")


def raw_scores(nlp: Language, treebank: Path) -> dict[str, float]:
    """F1 in percent of words and of sentences from raw text, with and without paragraph breaks."""
    scores = {}
    for name, brk in (("sentences", "\n\n"), ("sentences, no paragraphs", " ")):
        raws = list(raw_texts(read_conllu(treebank), brk))
        docs = nlp.pipe([raw.text for raw in raws])
        pairs = [(raw, _word_spans(doc), _sentence_spans(doc)) for raw, doc in zip(raws, docs, strict=True)]
        scores["words"] = 100 * _f((raw.words, words) for raw, words, _ in pairs)
        scores[name] = 100 * _f((raw.sentences, sentences) for raw, _, sentences in pairs)
    return scores


def _f(pairs: Iterable[tuple[Sequence[Span], Sequence[Span]]]) -> float:
    """One F1 over all documents; a document's number keeps its spans apart from the others'."""
    gold: set[Span] = set()
    found: set[Span] = set()
    shift = 0
    for truth, guess in pairs:
        gold |= {(start + shift, end + shift) for start, end in truth}
        found |= {(start + shift, end + shift) for start, end in guess}
        shift += 10_000_000
    return f_score(gold, found)


def _word_spans(doc: Doc) -> list[Span]:
    return [(word.idx, word.idx + len(word)) for word in doc if not word.is_space]


def _sentence_spans(doc: Doc) -> list[Span]:
    spans = []
    for sentence in doc.sents:
        words = [word for word in sentence if not word.is_space]
        if words:
            spans.append((words[0].idx, words[-1].idx + len(words[-1])))
    return spans


def raw_texts(sentences: Iterable[Sentence], brk: str) -> Iterator[RawText]:
    """The documents of a treebank, ``brk`` between their paragraphs."""
    document: list[Sentence] = []
    for sentence in sentences:
        if sentence.new_document and document:
            yield _raw_text(document, brk)
            document = []
        document.append(sentence)
    if document:
        yield _raw_text(document, brk)


def _raw_text(document: Sequence[Sentence], brk: str) -> RawText:
    text = ""
    words: list[Span] = []
    sentences: list[Span] = []
    for sentence in document:
        if text and sentence.new_paragraph:
            text = text.rstrip(" ") + brk
        first = len(words)
        for token in sentence.tokens:
            words.append((len(text), len(text) + len(token.text)))
            text += token.text + (" " if token.space else "")
        sentences.append((words[first][0], words[-1][1]))
    return RawText(text=text, words=tuple(words), sentences=tuple(sentences))
