from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.gazetteer import Gazetteer
from extract.model import Mention, Reading, Triple
from graph.merge import merge
from graph.model import KnowledgeGraph, Statement
from graph.order import occurrence_order
from tests.graph.readings import name, nominal, reading, reading_sets, told

NOTHING = Gazetteer({}, {})
ANNA, IVAN = name("Anna Kovač", "PERSON"), name("Ivan Petrov", "PERSON")
TALKS = nominal("talks")


def statements(*triples: Triple) -> tuple[Statement, ...]:
    return merge([reading(*triples)], NOTHING).statements


@given(reading_sets(), st.data())
@settings(max_examples=80, deadline=None)
def test_the_order_of_reading_does_not_matter(read: list[Reading], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(read))
    assert merge(shuffled) == merge(read)


@given(reading_sets(), st.data())
@settings(max_examples=40, deadline=None)
def test_an_article_read_twice_counts_once(read: list[Reading], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(read), max_size=3)) if read else []
    assert merge([*again, *read]) == merge(read)


@given(reading_sets())
@settings(max_examples=40, deadline=None)
def test_a_merged_graph_is_whole_and_sorted(read: list[Reading]) -> None:
    graph = merge(iter(read))
    entities = [entity.iri for entity in graph.entities]
    told_of = {iri for item in graph.statements for iri in (item.subject, item.object)}
    speakers = {found.attributed_to for item in graph.statements for found in item.evidence} - {None}
    assert entities == sorted(set(entities))
    assert told_of | speakers == set(entities)
    assert [item.iri for item in graph.statements] == sorted({item.iri for item in graph.statements})
    assert [source.id for source in graph.articles] == sorted(item.article.id for item in read)
    for item in graph.statements:
        assert item.evidence == tuple(sorted(item.evidence, key=occurrence_order))
        assert 0 <= item.confidence <= 1


@given(reading_sets())
@settings(max_examples=40, deadline=None)
def test_merged_graphs_survive_rdf_and_networkx(read: list[Reading]) -> None:
    graph = merge(read)
    assert KnowledgeGraph.from_rdf(graph.to_rdf()) == graph
    assert KnowledgeGraph.from_networkx(graph.to_networkx()) == graph


@given(reading_sets())
@settings(max_examples=40, deadline=None)
def test_statements_of_named_people_stay_when_articles_are_added(read: list[Reading]) -> None:
    """What full names and known names say in one article keeps its IRI among any others."""
    sure = told(
        name("Sergey Lavrov", "PERSON"), "demand", name("Russia", "GPE"), sentence="He did.", article="zz"
    )
    [alone] = merge([reading(sure, article="zz")]).statements
    among = merge([*read, reading(sure, article="zz")]).statements
    assert alone.iri in {item.iri for item in among}


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (told(ANNA, "demand", TALKS, at=0), told(ANNA, "demand", TALKS, at=90), 1),
        (told(ANNA, "demand", TALKS), told(ANNA, "demand", TALKS, polarity="negated"), 2),
        (told(ANNA, "demand", TALKS), told(ANNA, "demand", TALKS, certainty="possible"), 2),
        (told(ANNA, "demand", TALKS), told(ANNA, "demand", TALKS, by=IVAN), 2),
        (told(ANNA, "demand", TALKS), told(ANNA, "demand", TALKS, by=ANNA, at=90), 1),
        (told(ANNA, "demand", TALKS), told(ANNA, "reject", TALKS), 2),
        (told(ANNA, "demand", TALKS), told(TALKS, "demand", ANNA), 2),
        (told(ANNA, "demand", TALKS), told(name("Kovač", "PERSON"), "demand", TALKS, at=90), 1),
    ],
)
def test_one_statement_a_fact_in_one_status(one: Triple, other: Triple, count: int) -> None:
    assert len(statements(one, other)) == count


@pytest.mark.parametrize(
    ("by", "attributed", "to", "speaker"),
    [
        (None, False, None, None),
        (IVAN, True, "ivan-petrov", "Ivan Petrov"),
        (ANNA, False, "anna-kovac", "Anna Kovač"),
        (name("Kovač", "PERSON"), False, "anna-kovac", "Kovač"),
        (nominal("officials"), True, None, "officials"),
    ],
)
def test_whose_voice(by: Mention | None, attributed: bool, to: str | None, speaker: str | None) -> None:
    [item] = statements(told(ANNA, "demand", TALKS, by=by))
    assert (item.attributed, item.plain) == (attributed, not attributed)
    assert [(found.attributed_to, found.speaker) for found in item.evidence] == [(to, speaker)]


def test_a_speaker_is_an_entity_even_if_nothing_else_is_said_of_them() -> None:
    graph = merge([reading(told(ANNA, "demand", TALKS, by=IVAN))], NOTHING)
    assert "ivan-petrov" in {entity.iri for entity in graph.entities}


@pytest.mark.parametrize("dropped", ["pronoun", "clause"])
def test_triples_about_no_entity_are_left_out(dropped: str) -> None:
    other = Mention(start=0, end=4, text="them", name="them", kind=dropped)  # type: ignore[arg-type]
    assert statements(told(ANNA, "meet", other), told(other, "meet", ANNA)) == ()


def test_nothing_is_related_to_itself() -> None:
    assert statements(told(ANNA, "be", name("Kovač", "PERSON"))) == ()


def _confidence(*sentences: tuple[str, int, float]) -> float:
    triples = (told(ANNA, "demand", TALKS, sentence=text, at=at, confidence=p) for text, at, p in sentences)
    [item] = statements(*triples)
    return item.confidence


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([("She did.", 0, 0.5)], 0.5),
        ([("She did.", 0, 0.5), ("Anna did.", 9, 0.5)], 0.75),
        ([("She did.", 0, 0.5), ("She did.", 9, 0.5)], 0.5),
        ([("She did.", 0, 0.5), ("She  did.", 9, 0.6)], 0.6),
        ([("A.", 0, 0.1), ("B.", 9, 0.2), ("C.", 19, 0.3)], 0.496),
        ([("A.", 0, 1.0), ("B.", 9, 0.2)], 1.0),
        ([("A.", 0, 0.0)], 0.0),
    ],
)
def test_confidence_grows_with_distinct_sentences(
    sentences: Iterable[tuple[str, int, float]], expected: float
) -> None:
    assert _confidence(*sentences) == expected


def test_one_occurrence_a_sentence_and_speaker_the_surest() -> None:
    def twice(extractor: str, confidence: float, by: Mention | None = None) -> Triple:
        return told(ANNA, "demand", TALKS, extractor=extractor, confidence=confidence, by=by)

    [plain] = statements(twice("clause", 0.4), twice("copula", 0.9))
    assert [(found.extractor, found.confidence) for found in plain.evidence] == [("copula", 0.9)]
    [attributed] = statements(twice("clause", 0.4, IVAN), twice("clause", 0.4, nominal("officials")))
    assert [found.speaker for found in attributed.evidence] == ["officials", "Ivan Petrov"]


def test_the_event_of_a_statement_is_that_of_most_sentences() -> None:
    events = ["AGREE", None, "REQUEST", "REQUEST", None, None]
    told_so = [told(ANNA, "demand", TALKS, at=at * 9, event=event) for at, event in enumerate(events)]
    assert [item.event for item in statements(*told_so)] == ["REQUEST"]
    assert [item.event for item in statements(told(ANNA, "demand", TALKS))] == [None]


def test_nothing_read_is_an_empty_graph() -> None:
    assert merge([]) == KnowledgeGraph()
