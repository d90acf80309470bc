from __future__ import annotations

import pytest

from extract.gazetteer import load_gazetteer
from extract.lexicon import classes
from graph import vocab
from graph.facts import facts
from graph.model import KnowledgeGraph
from graph.terms import LOCAL, Name


def _own_terms() -> set[str]:
    return {term.local for term, _, _ in vocab.ontology()}


def test_every_own_property_that_facts_use_is_explained() -> None:
    used = {value.local for value in vars(vocab).values() if isinstance(value, Name) and value.prefix == "ng"}
    assert used <= _own_terms()


def test_every_event_class_of_extraction_is_explained() -> None:
    assert set(classes("events_relations")) <= _own_terms()


@pytest.mark.parametrize("label", ["PERSON", "ORG", "GPE", "NORP", "DATE", "MONEY", "", "SOMETHING_NEW"])
def test_every_class_of_ours_is_explained(label: str) -> None:
    name = vocab.class_of(vocab.type_of(label))
    assert name.prefix == "schema" or name.local in _own_terms()


def test_gazetteer_keys_are_fit_for_iris_and_its_types_are_schema_orgs_or_ours() -> None:
    for entry in load_gazetteer().entries.values():
        assert LOCAL.fullmatch(entry.key), entry
        assert vocab.class_of(entry.type).prefix == "schema" or entry.type in _own_terms()


def test_an_empty_graph_is_its_ontology_and_its_name() -> None:
    told = list(facts(KnowledgeGraph()))
    assert len(told) == 1 + 3 * len(_own_terms())
    assert len(set(told)) == len(told)
