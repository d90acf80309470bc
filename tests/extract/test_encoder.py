"""The encoder pipeline as ordinary spaCy: what it writes into a Doc, and that only the Doc decides it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import extract.encoder
from extract.encoder import FACTORY, Encoder, register_encoder
from extract.errors import ExtractError

PIPELINE = Path(extract.encoder.__file__).parent / "pipeline"

NEWS = (
    "Sergey Lavrov, the Russian foreign minister, said on Tuesday that Moscow would not accept "
    "a ceasefire.\n\n"
    "“It does not suit us,” he told reporters. The United States has rejected the demands."
)
OTHER = "BREAKING: markets fall!!! $AAPL -3% http://example.org/a?b=c 😀 and\tso on"


@cache
def _nlp() -> Language:
    register_encoder()
    return spacy.load(PIPELINE)


def _facts(doc: Doc) -> list[tuple[object, ...]]:
    words = [(w.text, w.tag_, w.pos_, str(w.morph), w.lemma_, w.head.i, w.dep_, w.is_sent_start) for w in doc]
    return [*words, *((e.start, e.end, e.label_) for e in doc.ents)]


def _cut(nlp: Language, text: str, starts: list[bool] | None = None) -> Doc:
    return Doc(nlp.vocab, words=text.split(" "), sent_starts=starts)


TREES = [
    ("Germany rejected the offer .", "Germany", "nsubj", "rejected"),
    ("Germany rejected the offer .", "offer", "obj", "rejected"),
    ("The offer was rejected by Germany .", "offer", "nsubj:pass", "rejected"),
    ("The offer was rejected by Germany .", "Germany", "obl:agent", "rejected"),
    ("Lavrov said that Moscow wants peace .", "wants", "ccomp", "said"),
    ("Lavrov is the foreign minister .", "Lavrov", "nsubj", "minister"),
    ("Lavrov is the foreign minister .", "is", "cop", "minister"),
]


@pytest.mark.parametrize(("text", "word", "relation", "head"), TREES)
def test_trees(text: str, word: str, relation: str, head: str) -> None:
    doc = _nlp()(_cut(_nlp(), text))
    found = {(w.text, w.dep_, w.head.text) for w in doc}
    assert (word, relation, head) in found


LEMMAS = [("The ministers were holding talks .", ["the", "minister", "be", "hold", "talk", "."])]


@pytest.mark.parametrize(("text", "lemmas"), LEMMAS)
def test_lemmas(text: str, lemmas: list[str]) -> None:
    assert [word.lemma_ for word in _nlp()(_cut(_nlp(), text))] == lemmas


def test_names_and_sentences() -> None:
    doc = _nlp()(NEWS)
    found = {(name.text, name.label_) for name in doc.ents}
    assert {("Sergey Lavrov", "PERSON"), ("Moscow", "GPE"), ("Russian", "NORP")} <= found
    assert [s.text.strip()[:10] for s in doc.sents] == ["Sergey Lav", "“It does n", "The United"]


def test_paragraph_breaks_are_spaces_that_hang_on_the_word_before() -> None:
    doc = _nlp()(NEWS)
    gaps = [word for word in doc if word.is_space]
    assert [(gap.pos_, gap.tag_, gap.dep_, gap.head.i) for gap in gaps] == [
        ("SPACE", "_SP", "dep", gap.i - 1) for gap in gaps
    ]
    assert gaps


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", "No", "\n\nYes .", "a " * 3])
def test_short_and_empty_texts(text: str) -> None:
    doc = _nlp()(text)
    assert doc.text == text
    assert all(word.dep_ for word in doc)


def test_an_article_depends_on_nothing_but_itself() -> None:
    nlp = _nlp()
    alone = _facts(nlp(NEWS))
    for batch in ([NEWS, OTHER], [OTHER, NEWS], [OTHER * 30, NEWS, NEWS]):
        docs = dict(zip(batch, nlp.pipe(batch, batch_size=8), strict=True))
        assert _facts(docs[NEWS]) == alone


def test_sentence_starts_that_are_set_are_kept() -> None:
    words = "He went home and she stayed . It rained"
    starts = [place in (0, 3) for place in range(len(words.split(" ")))]
    doc = _nlp()(_cut(_nlp(), words, starts))
    assert [word.is_sent_start for word in doc] == starts


def _checked(doc: Doc) -> Iterator[int]:
    """Sizes of the sentences, each a tree of its own with one root."""
    for sentence in doc.sents:
        roots = [word for word in sentence if word.head.i == word.i]
        assert [root.dep_ for root in roots] == ["ROOT"]
        assert all(sentence.start <= word.head.i < sentence.end for word in sentence)
        yield len(sentence)


def test_long_documents_are_read_in_windows_to_their_end() -> None:
    doc = _nlp()(" ".join([NEWS] * 40))
    assert sum(_checked(doc)) == len(doc)
    assert [n.text for n in doc.ents].count("Sergey Lavrov") == 40


@pytest.mark.parametrize("preset", [True, False])
def test_a_sentence_longer_than_any_window_stays_one(preset: bool) -> None:
    words = ["the", "very", "long", "list", "of"] * 300
    doc = Doc(
        _nlp().vocab, words=words, sent_starts=[place == 0 for place in range(1500)] if preset else None
    )
    sizes = list(_checked(_nlp()(doc)))
    assert sum(sizes) == 1500
    if preset:
        assert sizes == [1500]


def test_long_documents_with_known_sentences() -> None:
    text = "The minister of the country said that the talks had failed . "
    words = (text * 100).split()
    starts = [place % 12 == 0 for place in range(len(words))]
    doc = _nlp()(Doc(_nlp().vocab, words=words, sent_starts=starts))
    assert set(_checked(doc)) == {12}


def test_it_travels_to_worker_processes() -> None:
    nlp = _nlp()
    texts = [NEWS, OTHER, NEWS]
    alone = [_facts(nlp(text)) for text in texts]
    assert [_facts(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=1)] == alone


def test_pickle_and_bytes_keep_the_weights() -> None:
    encoder = _nlp().get_pipe("encoder")
    assert isinstance(encoder, Encoder)
    doc = _cut(_nlp(), "Germany rejected the offer .")
    expected = _facts(encoder(doc))
    copied = Encoder(_nlp().vocab, "copy").from_bytes(encoder.to_bytes())
    for other in (pickle.loads(pickle.dumps(encoder)), copied):
        assert _facts(other(_cut(_nlp(), "Germany rejected the offer ."))) == expected


def test_without_weights_it_says_so() -> None:
    register_encoder()
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    with pytest.raises(ExtractError, match="no weights"):
        nlp("Hello")


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ExtractError, match=r"no encoder\.onnx"):
        Encoder(spacy.blank("en").vocab, "e").from_disk(tmp_path)
