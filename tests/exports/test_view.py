"""What the page says: words, statuses, marks and links, before any HTML."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.marking import marks
from exports.view import page, relation_label
from exports.wording import status_label
from graph.model import Entity, KnowledgeGraph, Source
from tests.exports.drawn import plain_occurrence, statement


@pytest.mark.parametrize(
    ("lemma", "affirmed", "negated"),
    [
        ("demand", "demands", "does not demand"),
        ("be", "is", "is not"),
        ("be part of", "is part of", "is not part of"),
        ("agree to", "agrees to", "does not agree to"),
        ("have", "has", "does not have"),
        ("do", "does", "does not do"),
        ("go to", "goes to", "does not go to"),
        ("deny", "denies", "does not deny"),
        ("pay", "pays", "does not pay"),
        ("watch", "watches", "does not watch"),
        ("pass", "passes", "does not pass"),
    ],
)
def test_relation_label(lemma: str, affirmed: str, negated: str) -> None:
    assert (relation_label(lemma), relation_label(lemma, negated=True)) == (affirmed, negated)


@pytest.mark.parametrize(
    ("polarity", "certainty", "label"),
    [
        ("affirmed", "asserted", "relinquishes"),
        ("negated", "asserted", "does not relinquish"),
        ("affirmed", "demanded", "demanded: relinquish"),
        ("negated", "demanded", "demanded: not relinquish"),
        ("affirmed", "questioned", "questioned: relinquish"),
    ],
)
def test_status_label(polarity: str, certainty: str, label: str) -> None:
    assert status_label("relinquish", polarity, certainty) == label


def test_nothing_is_left_out(harbour: KnowledgeGraph) -> None:
    view = page(harbour)
    assert {node.id for node in view.nodes} == {entity.iri for entity in harbour.entities}
    assert {edge.id for edge in view.edges} == {statement.iri for statement in harbour.statements}
    assert sum(len(edge.evidence) for edge in view.edges) == sum(len(s.evidence) for s in harbour.statements)
    assert sum(kind.count for kind in view.types) == len(harbour.entities)


def test_input_order_changes_nothing(harbour: KnowledgeGraph) -> None:
    turned = KnowledgeGraph(
        entities=harbour.entities[::-1], statements=harbour.statements[::-1], articles=harbour.articles
    )
    assert page(turned) == page(harbour)


def test_status_words_are_all_that_apply(harbour: KnowledgeGraph) -> None:
    by_label = {(edge.source, edge.label, edge.target): edge.status for edge in page(harbour).edges}
    assert by_label["baltwind", "owns", "orrin-bank"] == ("plain",)
    assert by_label["karelund", "does not break", "port-treaty"] == ("reported", "negated")
    assert by_label["insurance", "possible: not cover", "oil-leak"] == ("negated", "possible")
    assert by_label["ostravia", "demanded: give up", "fishing-rights"] == ("demanded",)


def test_marks_are_the_words_of_the_statement(harbour: KnowledgeGraph) -> None:
    seen = 0
    for made, edge in zip(
        sorted(harbour.statements, key=lambda s: (s.subject, s.object, s.iri)),
        page(harbour).edges,
        strict=True,
    ):
        for occurrence, quote in zip(made.evidence, edge.evidence, strict=True):
            words = {mark.role: quote.sentence[mark.start : mark.end] for mark in quote.marks}
            assert words["subject"] == occurrence.subject_text
            assert words["trigger"] == occurrence.trigger
            assert words["object"] == occurrence.object_text
            assert all(a.end <= b.start for a, b in zip(quote.marks, quote.marks[1:], strict=False))
            seen += 1
    assert seen > 100


@pytest.mark.parametrize(
    ("sentence", "subject", "trigger", "obj", "expected"),
    [
        ("He met her.", "He", "met", "her", ["subject He", "trigger met", "object her"]),
        # the nearer of two places counts, and only whole words
        ("They met and Ann met Bo.", "Ann", "met", "Bo", ["subject Ann", "trigger met", "object Bo"]),
        ("Metz met Bo.", "Metz", "met", "Bo", ["subject Metz", "trigger met", "object Bo"]),
        # a trigger that is split up
        ("Ann did in May agree to it.", "Ann", "did agree to", "it",
         ["subject Ann", "trigger did", "trigger agree", "trigger to", "object it"]),
        # words that the sentence does not have are not marked
        ("Ann, the mayor, spoke.", "Ann", "is", "the mayor", ["subject Ann", "object the mayor"]),
        # an object inside the subject is not marked twice
        ("Ann of Bo ran.", "Ann of Bo", "ran", "Bo", ["subject Ann of Bo", "trigger ran"]),
        ("🚢 Ann met Bo.", "Ann", "met", "Bo", ["subject Ann", "trigger met", "object Bo"]),
    ],
)  # fmt: skip
def test_marks(sentence: str, subject: str, trigger: str, obj: str, expected: list[str]) -> None:
    found = marks(plain_occurrence(sentence, subject, trigger, obj))
    assert [f"{mark.role} {sentence[mark.start : mark.end]}" for mark in found] == expected


def test_an_argument_outside_the_sentence_is_not_marked() -> None:
    occurrence = replace(plain_occurrence("He met her.", "He", "met", "her"), start=100, end=111)
    inside = replace(occurrence, subject_start=20, object_start=107)
    assert [mark.role for mark in marks(inside)] == ["trigger", "object"]


def test_parallel_edges_bend_apart() -> None:
    quote = [plain_occurrence("A met B.", "A", "met", "B")]
    turned = [plain_occurrence("B met A.", "B", "met", "A")]
    graph = KnowledgeGraph(
        entities=tuple(Entity(iri=name, name=name, type="Person") for name in "ab"),
        statements=(
            statement("a", "meet", "b", evidence=quote),
            statement("a", "call", "b", evidence=quote),
            statement("b", "meet", "a", evidence=turned),
        ),
        articles=(Source(id="a0", title="T"),),
    )
    # seen from one side: the bend of an edge the other way round counts the other way
    sides = [edge.bend if edge.source == "a" else -edge.bend for edge in page(graph).edges]
    assert len(set(sides)) == 3
    assert max(abs(side) for side in sides) <= 1
    single = replace(graph, statements=graph.statements[:1])
    assert page(single).edges[0].bend == 0


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
        ("http://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_links(url: str | None, shown: str | None) -> None:
    graph = KnowledgeGraph(articles=(Source(id="a", title="T", url=url),))
    assert page(graph).articles[0].url == shown


def test_a_type_without_a_style_still_gets_its_own() -> None:
    kinds = ("Comet", "Person", "Asteroid")
    graph = KnowledgeGraph(entities=tuple(Entity(iri=kind, name=kind, type=kind) for kind in kinds))
    types = page(graph).types
    assert {kind.name for kind in types} == set(kinds)
    assert len({(kind.colour, kind.shape) for kind in types}) == 3


def test_a_name_said_more_often_is_larger(harbour: KnowledgeGraph) -> None:
    nodes = page(harbour).nodes
    assert [node.count for node in nodes] == sorted((node.count for node in nodes), reverse=True)
    assert nodes[0].size > nodes[-1].size
