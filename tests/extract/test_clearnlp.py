# ruff: noqa: E501  (a tree is read in one line)
"""The same sentences as a ClearNLP pipeline and as ours annotate them must give the same triples.

A token is written form/TAG/POS/head/label, heads counted from 1, 0 the root; both trees share all but the last two.
"""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from extract.clearnlp import add_universal_view, speaks_clearnlp, to_universal
from extract.model import Article
from extract.reading import read_document

LEMMAS = {
    "annexed": "annex", "was": "be", "is": "be", "met": "meet", "demanded": "demand", "bought": "buy", "sold": "sell",
    "gave": "give", "said": "say", "refused": "refuse", "has": "have", "founded": "found", "accused": "accuse",
    "became": "become", "guarantees": "guarantee", "did": "do", "bombing": "bomb", "denied": "deny", "seized": "seize",
}  # fmt: skip

SENTENCES = {
    "passive": (
        "Crimea/NNP/PROPN was/VBD/AUX annexed/VBN/VERB by/IN/ADP Russia/NNP/PROPN in/IN/ADP 2014/CD/NUM ././PUNCT",
        "3nsubjpass 3auxpass 0ROOT 3agent 4pobj 3prep 6pobj 3punct",
        "3nsubj:pass 3aux:pass 0ROOT 5case 3obl:agent 7case 3obl 3punct",
        "Crimea=GPE Russia=GPE",
    ),
    "copula": (
        "Lavrov/NNP/PROPN is/VBZ/AUX the/DT/DET foreign/JJ/ADJ minister/NN/NOUN of/IN/ADP Russia/NNP/PROPN ././PUNCT",
        "2nsubj 0ROOT 5det 5amod 2attr 5prep 6pobj 2punct",
        "5nsubj 5cop 5det 5amod 0ROOT 7case 5nmod 5punct",
        "Lavrov=PERSON Russia=GPE",
    ),
    "place": (
        "Lavrov/NNP/PROPN was/VBD/AUX in/IN/ADP Rome/NNP/PROPN ././PUNCT",
        "2nsubj 0ROOT 2prep 3pobj 2punct",
        "4nsubj 4cop 4case 0ROOT 4punct",
        "Lavrov=PERSON Rome=GPE",
    ),
    "adjective": (
        "The/DT/DET terms/NNS/NOUN was/VBD/AUX not/RB/PART acceptable/JJ/ADJ to/IN/ADP Kyiv/NNP/PROPN ././PUNCT",
        "2det 3nsubj 0ROOT 3neg 3acomp 5prep 6pobj 3punct",
        "2det 5nsubj 5cop 5advmod 0ROOT 7case 5obl 5punct",
        "Kyiv=GPE",
    ),
    "coordination": (
        "Acme/NNP/PROPN ,/,/PUNCT Borel/NNP/PROPN and/CC/CCONJ Cato/NNP/PROPN bought/VBD/VERB Dyne/NNP/PROPN ././PUNCT",
        "6nsubj 1punct 1conj 3cc 3conj 0ROOT 6dobj 6punct",
        "6nsubj 3punct 1conj 5cc 1conj 0ROOT 6obj 6punct",
        "Acme=ORG Borel=ORG Cato=ORG Dyne=ORG",
    ),
    "verbs": (
        "Acme/NNP/PROPN bought/VBD/VERB and/CC/CCONJ sold/VBD/VERB Dyne/NNP/PROPN ././PUNCT",
        "2nsubj 0ROOT 2cc 2conj 4dobj 2punct",
        "2nsubj 0ROOT 4cc 2conj 4obj 2punct",
        "Acme=ORG Dyne=ORG",
    ),
    "recipient": (
        "Acme/NNP/PROPN gave/VBD/VERB Borel/NNP/PROPN guarantees/NNS/NOUN ././PUNCT",
        "2nsubj 0ROOT 2dative 2dobj 2punct",
        "2nsubj 0ROOT 2iobj 2obj 2punct",
        "Acme=ORG Borel=ORG",
    ),
    "recipient with to": (
        "Acme/NNP/PROPN gave/VBD/VERB guarantees/NNS/NOUN to/IN/ADP Borel/NNP/PROPN ././PUNCT",
        "2nsubj 0ROOT 2dobj 2dative 4pobj 2punct",
        "2nsubj 0ROOT 2obj 5case 2obl 2punct",
        "Acme=ORG Borel=ORG",
    ),
    "speech and negation": (
        "Lavrov/NNP/PROPN said/VBD/VERB that/IN/SCONJ Kyiv/NNP/PROPN refused/VBD/VERB to/TO/PART sell/VB/VERB gas/NN/NOUN"
        " ././PUNCT",
        "2nsubj 0ROOT 5mark 5nsubj 2ccomp 7aux 5xcomp 7dobj 2punct",
        "2nsubj 0ROOT 5mark 5nsubj 2ccomp 7mark 5xcomp 7obj 2punct",
        "Lavrov=PERSON Kyiv=GPE",
    ),
    "demand": (
        "Russia/NNP/PROPN did/VBD/AUX not/RB/PART demand/VB/VERB guarantees/NNS/NOUN from/IN/ADP Ukraine/NNP/PROPN"
        " ././PUNCT",
        "4nsubj 4aux 4neg 0ROOT 4dobj 4prep 6pobj 4punct",
        "4nsubj 4aux 4advmod 0ROOT 4obj 7case 4obl 4punct",
        "Russia=GPE Ukraine=GPE",
    ),
    "gerund": (
        "Kyiv/NNP/PROPN accused/VBD/VERB Moscow/NNP/PROPN of/IN/ADP bombing/VBG/VERB Lviv/NNP/PROPN ././PUNCT",
        "2nsubj 0ROOT 2dobj 2prep 4pcomp 5dobj 2punct",
        "2nsubj 0ROOT 2obj 5mark 2advcl 5obj 2punct",
        "Kyiv=GPE Moscow=GPE Lviv=GPE",
    ),
    "relative clause and possessor": (
        "Acme/NNP/PROPN 's/POS/PART founder/NN/NOUN ,/,/PUNCT who/WP/PRON bought/VBD/VERB Dyne/NNP/PROPN ,/,/PUNCT"
        " met/VBD/VERB Lavrov/NNP/PROPN in/IN/ADP Rome/NNP/PROPN ././PUNCT",
        "3poss 1case 9nsubj 3punct 6nsubj 3relcl 6dobj 3punct 0ROOT 9dobj 9prep 11pobj 9punct",
        "3nmod:poss 1case 9nsubj 3punct 6nsubj 3acl:relcl 6obj 3punct 0ROOT 9obj 12case 9obl 9punct",
        "Acme=ORG Dyne=ORG Lavrov=PERSON Rome=GPE",
    ),
    "predicative complement": (
        "Lavrov/NNP/PROPN became/VBD/VERB minister/NN/NOUN ././PUNCT",
        "2nsubj 0ROOT 2attr 2punct",
        "2nsubj 0ROOT 2xcomp 2punct",
        "Lavrov=PERSON",
    ),
}


def _document(tokens: str, tree: str, names: str) -> Doc:
    rows = [t.rsplit("/", 2) for t in tokens.split()]
    arcs = [
        (int("".join(c for c in arc[:2] if c.isdigit())), arc.lstrip("0123456789")) for arc in tree.split()
    ]
    words = [form.rstrip("/") or "." for form, _, _ in rows]
    doc = Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=[not following.startswith(("'", ",", ".")) for following in [*words[1:], "."]],
        tags=[tag for _, tag, _ in rows],
        pos=[pos for _, _, pos in rows],
        lemmas=[LEMMAS.get(word, word) for word in words],
        heads=[head - 1 if head else i for i, (head, _) in enumerate(arcs)],
        deps=[label for _, label in arcs],
    )
    labels = dict(name.split("=") for name in names.split())
    doc.ents = [Span(doc, i, i + 1, label=labels[w]) for i, w in enumerate(words) if w in labels]
    return doc


def _facts(doc: Doc) -> list[str]:
    reading = read_document(doc, Article(id="a", title="", text=doc.text))
    return [
        f"{t.subject.name} | {t.predicate.text} | {t.predicate.lemma} | {t.object.name} | {t.polarity} {t.certainty}"
        f" {t.attribution.speaker.name if t.attribution else ''}"
        for t in reading.triples
    ]


@pytest.mark.parametrize("name", SENTENCES)
def test_both_views_of_a_sentence_give_the_same_triples(name: str) -> None:
    tokens, clearnlp, universal, names = SENTENCES[name]
    expected = _facts(_document(tokens, universal, names))
    assert expected
    assert _facts(to_universal(_document(tokens, clearnlp, names))) == expected


@pytest.mark.parametrize("name", SENTENCES)
def test_the_adapted_tree_is_the_universal_one(name: str) -> None:
    tokens, clearnlp, universal, names = SENTENCES[name]
    adapted, expected = to_universal(_document(tokens, clearnlp, names)), _document(tokens, universal, names)
    words = [t for t in expected if t.dep_ != "punct"]
    assert [(t.text, adapted[t.i].head.text, adapted[t.i].dep_) for t in words] == [
        (t.text, t.head.text, t.dep_) for t in words
    ]


def test_only_pipelines_with_clearnlp_labels_get_the_adapter() -> None:
    assert speaks_clearnlp(frozenset({"nsubj", "dobj", "pobj"}))
    assert not speaks_clearnlp(frozenset({"nsubj", "obj", "obl"}))
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    parser.add_label("dobj")  # type: ignore[attr-defined]
    add_universal_view(nlp)
    add_universal_view(nlp)
    assert nlp.pipe_names == ["parser", "newsgraph_universal"]
