"""Confidence, and the parser's own certainty in it."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.articles import make_article
from extract.attachment import doubt, keep_attachment
from extract.confidence import confidence
from extract.language import load_language
from extract.reading import read_article, read_document


def test_doubt_is_that_of_the_least_sure_word() -> None:
    doc = Doc(Vocab(), words=["Norway", "bought", "ferries"])
    assert doubt(doc, 0, 3) is None
    keep_attachment(doc, [1.0, 0.5, 0.0])
    assert doubt(doc, 0, 1) == 0
    assert round(doubt(doc, 0, 2) or 0, 3) == 0.693
    assert round(doubt(doc, 0, 3) or 0, 3) == 4.605


def test_doubt_survives_serialisation() -> None:
    doc = Doc(Vocab(), words=["Norway", "slept"])
    keep_attachment(doc, [0.5, 1.0])
    assert doubt(Doc(Vocab()).from_bytes(doc.to_bytes()), 0, 1) == doubt(doc, 0, 1)


def test_the_shipped_pipeline_tells_how_sure_it_was() -> None:
    doc = load_language()("Norway bought the ferries,\n which Kenya had built.")
    doubts = [doubt(doc, t.i, t.i + 1) for t in doc]
    assert all(d is not None and 0 <= d <= 4.61 for d in doubts)


def test_a_doubtful_object_makes_a_doubtful_triple() -> None:
    named = {"bias": 0.5, "attachment of object": 0.0}
    assert confidence(named | {"attachment of object": 3.0}) < confidence(named)


def test_another_pipeline_s_doc_has_a_confidence_too() -> None:
    article = make_article("Norway bought the ferries.")
    doc = load_language()(article.text)
    [sure] = read_document(doc, article).triples
    doc.user_data.clear()
    [unknown] = read_document(doc, article).triples
    assert 0 < unknown.confidence < 1
    assert abs(unknown.confidence - sure.confidence) < 0.05
    assert read_article(load_language(), article).triples == (sure,)
