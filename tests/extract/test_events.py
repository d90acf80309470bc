"""Kinds of political act: the lexicon, the algebra over nested verbs, and who acts on whom.

Sentences, what is to be found in them, and their trees are in ``acts.conllu``, so that the rules are tested
whatever the parser makes of the sentences.
"""

from __future__ import annotations

import doctest
import itertools
import re
from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc

from extract.articles import make_article
from extract.events import apply
from extract.language import load_language
from extract.lexicon.events import algebra, noun_acts, operators, relation_of, verb_rules
from extract.model import Triple
from extract.reading import nary, read_document
from extract.relations import canonical_relation, variants
from training.events.reduction import conditions, singular, verb_key

CLASSES = frozenset(
    """AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT INVESTIGATE DEMAND DISAPPROVE REJECT THREATEN
    PROTEST MOBILIZE SANCTION COERCE ASSAULT FIGHT""".split()  # noqa: SIM905
)
TREES = Path(__file__).parent / "acts.conllu"

_BLOCKS = TREES.read_text("utf-8").split("# newdoc\n")[1:]
ACTS = [re.findall(r"^# (?:text|act) = (.*)$", block, re.MULTILINE) for block in _BLOCKS]


@cache
def _trees() -> dict[str, Doc]:
    """Sentence → its annotated Doc."""
    vocab = load_language().vocab
    rows = ([line.split("\t") for line in b.splitlines() if line and line[0] != "#"] for b in _BLOCKS)
    docs = [_doc(vocab, cells) for cells in rows]
    return {doc.text: doc for doc in docs}


def _doc(vocab: object, cells: list[list[str]]) -> Doc:
    return Doc(
        vocab,
        words=[c[1] for c in cells],
        spaces=["SpaceAfter=No" not in c[9] for c in cells[:-1]] + [False],
        lemmas=[c[2] for c in cells],
        pos=[c[3] for c in cells],
        tags=[c[4] for c in cells],
        morphs=["" if c[5] == "_" else c[5] for c in cells],
        heads=[int(c[6]) - 1 if c[6] != "0" else n for n, c in enumerate(cells)],
        deps=["ROOT" if c[7] == "root" else c[7] for c in cells],
        ents=[next((m[7:] for m in c[9].split("|") if m.startswith("Entity=")), "O") for c in cells],
    )


def _triples(sentence: str) -> tuple[Triple, ...]:
    return read_document(_trees()[sentence].copy(), make_article(sentence)).triples


def _written(triple: Triple) -> str:
    status = ["NOT"] * (triple.polarity == "negated") + [triple.certainty] * (triple.certainty != "asserted")
    target = " ".join([triple.object.name, *status])
    return " | ".join([triple.predicate.event or "-", triple.subject.name, triple.predicate.lemma, target])


@pytest.mark.parametrize(("sentence", "act"), ACTS, ids=[sentence for sentence, _ in ACTS])
def test_kinds_of_act_and_their_parties(sentence: str, act: str) -> None:
    found = [_written(t) for t in _triples(sentence)]
    if act == "-":
        assert [f for f in found if not f.startswith("- ")] == []
    else:  # an act read off inside an argument may be held for possible only
        assert act in {f.removesuffix(" possible") for f in found}


def test_an_act_is_never_in_the_view_of_one_triple_a_clause() -> None:
    triples = [t for sentence, _ in ACTS for t in _triples(sentence)]
    assert any(t.extractor == "act" for t in triples)
    assert not any(t.extractor == "act" for t in nary(triples))


@pytest.mark.parametrize(
    ("operator", "content", "result"),
    [
        ("threaten", "ASSAULT", "THREATEN"),
        ("promise", "AID", "AGREE"),
        ("promise", "FIGHT", "THREATEN"),
        ("promise", "DEMAND", "DEMAND"),
        ("will", "SANCTION", "THREATEN"),
        ("will", "CONSULT", "AGREE"),
        ("will", None, None),
        ("refuse", "CONSULT", "REJECT"),
        ("fail", "AGREE", "REJECT"),
        ("fail", "ASSAULT", None),
        ("stop", "AID", "SANCTION"),
        ("stop", "FIGHT", "RETREAT"),
        ("stop", "PROTEST", "CONCEDE"),
        ("demand", "RETREAT", "DEMAND"),
        ("accuse", "ASSAULT", "DISAPPROVE"),
        ("not", "COOPERATE", "REJECT"),
        ("not", "ASSAULT", "ASSAULT"),
        ("keep", "FIGHT", "FIGHT"),
        ("prepare", "ASSAULT", "MOBILIZE"),
    ],
)
def test_algebra(operator: str, content: str | None, result: str | None) -> None:
    assert apply(operator, content) == result


def test_the_algebra_is_complete_and_stays_among_the_classes() -> None:
    assert set(operators().values()) <= set(algebra())
    results = {apply(o, c) for o, c in itertools.product(algebra(), [*sorted(CLASSES), None])}
    assert results <= CLASSES | {None, "own"}


def test_tables_name_known_classes_only() -> None:
    named = {name for rules in verb_rules().values() for _, name in rules} | {
        a.event for a in noun_acts().values()
    }
    assert named == CLASSES | {"-"}
    assert all(relation_of(name) for name in CLASSES)


def test_narrower_rules_come_first() -> None:
    (first, *_) = (name for wanted, name in verb_rules()["kill"] if wanted <= {"s:troop", "o:man", "p:in"})
    assert first == "FIGHT"
    assert verb_rules()["kill"][-1] == (frozenset(), "ASSAULT")


@pytest.mark.parametrize(
    ("case", "relation"),
    [("", "demand of"), ("by", "demand of"), ("of", "demand concerning"), ("in", "demand in")],
)
def test_relation_of_an_act_as_a_whole(case: str, relation: str) -> None:
    assert relation_of("DEMAND", case) == relation


@pytest.mark.parametrize(
    ("lemma", "canonical"),
    [
        ("call for", "demand"),
        ("insist on", "demand"),
        ("hold talk with", "meet"),
        ("meet with", "meet"),
        ("launch attack on", "attack"),
        ("annex", "annex"),
        ("meet", "meet"),
    ],
)
def test_canonical_relations(lemma: str, canonical: str) -> None:
    assert canonical_relation(lemma) == canonical


def test_canonical_relations_are_canonical() -> None:
    for canonical in ("demand", "meet", "sanction", "cooperate with"):
        assert variants(canonical)
        assert canonical_relation(canonical) == canonical
        assert all(canonical_relation(v) == canonical and not variants(v) for v in variants(canonical))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("", "&MILITARY (INTO +)", {"o:&military", "p:into"}),
        ("GUNMEN", "", {"s:gunman"}),
        ("", "(FOR TALKS)", {"p:for/talk"}),
        ("", "{DIPLOMATIC LINK}", {"o:diplomatic_link"}),
        ("$", "INTO +", {"p:into"}),
        ("WILL NOT", "(TOWARDS +)", None),
    ],
)
def test_patterns_become_conditions(left: str, right: str, expected: set[str] | None) -> None:
    assert conditions(left, right) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ATTACK", ("attack", frozenset())),
        ("SHOOT_DOWN", ("shoot down", frozenset())),
        ("TAKE_PART_IN", ("take", frozenset({"o:part", "p:in"}))),
        ("KILLED_AND", None),
    ],
)
def test_dictionary_verbs(name: str, expected: tuple[str, frozenset[str]] | None) -> None:
    assert verb_key(name) == expected


@pytest.mark.parametrize(
    ("plural", "lemma"), [("talks", "talk"), ("gunmen", "gunman"), ("cities", "city"), ("crisis", "crisis")]
)
def test_singulars(plural: str, lemma: str) -> None:
    assert singular(plural) == lemma


def test_examples_of_the_documentation() -> None:
    page = Path(__file__).parents[2] / "docs" / "events.md"
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0
