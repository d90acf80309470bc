"""What a notebook imports."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsgraph
from extract.articles import make_article

TEXT = "Marta Ruhl did not reject the offer."


def test_every_public_name_is_there() -> None:
    assert dir(newsgraph) == sorted(newsgraph.__all__)
    assert [name for name in newsgraph.__all__ if getattr(newsgraph, name) is None] == []
    with pytest.raises(AttributeError, match="nothing"):
        _ = newsgraph.nothing


def test_extract() -> None:
    [triple] = newsgraph.extract(TEXT, title="Talks", published="1 December 2024")
    assert (triple.subject.text, triple.predicate.text, triple.polarity) == (
        "Marta Ruhl",
        "did not reject",
        "negated",
    )
    assert triple.evidence.article == make_article(TEXT, title="Talks", published="2024-12-01").id


@pytest.mark.parametrize(("text", "article"), [(" ", {}), (TEXT, {"published": "soon"})])
def test_extract_refuses(text: str, article: dict[str, str]) -> None:
    with pytest.raises(newsgraph.ExtractError):
        newsgraph.extract(text, **article)


def test_build_takes_paths_and_articles_in_any_order(articles: Path) -> None:
    spoken = make_article(TEXT)
    graph = newsgraph.build([articles, spoken])
    assert graph == newsgraph.build([spoken, str(articles)])
    assert {source.id for source in graph.articles} == {
        spoken.id,
        *(source.id for source in newsgraph.build(articles).articles),
    }


def test_build_warns_of_what_it_cannot_read(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="gone.txt: no such file"):
        assert newsgraph.build(tmp_path / "gone.txt") == newsgraph.KnowledgeGraph()


def test_the_pipeline_takes_text_and_words() -> None:
    from spacy.tokens import Doc

    nlp = newsgraph.load_language()
    doc = nlp(Doc(nlp.vocab, words=["Marta", "Ruhl", "rejected", "the", "offer", "."]))
    assert [token.dep_ for token in doc] == [token.dep_ for token in nlp("Marta Ruhl rejected the offer .")]
    assert doc.has_annotation("DEP")
