from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.merge import merge
from graph.model import KnowledgeGraph
from graph.relations import relation_slug, third_person
from graph.tables import table
from tests.graph.readings import name, reading, told

TABLE = [
    ("demand", "demands", "demands"),
    ("agree to", "agrees to", "agrees-to"),
    ("be", "is", "is"),
    ("be in", "is in", "is-in"),
    ("have", "has", "has"),
    ("hold position for", "holds position for", "holds-position-for"),
    ("deny", "denies", "denies"),
    ("say", "says", "says"),
    ("buy", "buys", "buys"),
    ("go to", "goes to", "goes-to"),
    ("watch", "watches", "watches"),
    ("push for", "pushes for", "pushes-for"),
    ("tax", "taxes", "taxes"),
    ("buzz", "buzzes", "buzzes"),
    ("seize", "seizes", "seizes"),
    ("use", "uses", "uses"),
    ("focus on", "focuses on", "focuses-on"),
    ("lie to", "lies to", "lies-to"),
    ("cache", "caches", "caches"),
]


@pytest.mark.parametrize(("lemma", "label", "slug"), TABLE)
def test_relations_read_in_the_third_person(lemma: str, label: str, slug: str) -> None:
    assert (third_person(lemma), relation_slug(lemma)) == (label, slug)


@pytest.mark.parametrize(
    ("lemma", "other"),
    [("passe", "pass"), ("agree-to", "agree to"), ("Demand", "demand"), ("demand ", "demand"), ("i", "be")],
)
def test_lemmas_of_one_slug_stay_apart(lemma: str, other: str) -> None:
    assert relation_slug(lemma) != relation_slug(other)


WORD = st.text(alphabet="aeiouysxzchtlrp", min_size=1, max_size=6)
VERB = (
    st.sampled_from([row["lemma"] for row in table("verbs.tsv")] + [row[0] for row in TABLE])
    | WORD
    | st.text(max_size=8)
)


@given(VERB, VERB)
def test_two_lemmas_never_share_an_iri(one: str, other: str) -> None:
    assert (relation_slug(one) == relation_slug(other)) == (one == other)


@given(VERB)
def test_a_relation_slug_is_fit_for_an_iri(lemma: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", relation_slug(lemma))


def test_a_relation_of_the_same_meaning_is_narrower_than_the_canonical_one() -> None:
    turkey, israel = name("Turkey", "GPE"), name("Israel", "GPE")
    graph = merge([reading(told(turkey, "meet with", israel), told(israel, "call for", turkey))])
    found = graph.to_rdf().query(
        """PREFIX rel: <https://newsgraph.example/relation/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        SELECT ?who ?does { ?who ?p ?what . ?p rdfs:subPropertyOf* rel:meets ; rdfs:label ?does }"""
    )
    assert [(str(who).rpartition("/")[2], str(does)) for who, does in found] == [("turkey", "meets with")]
    assert KnowledgeGraph.from_rdf(graph.to_rdf()) == graph
