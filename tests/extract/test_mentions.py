"""Arguments: which words of the sentence they are, and what they are called without their trimmings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.model import Mention, Reading

OBJECTS = [
    # a sentence; the object's words in it; its name, kind and label
    ("Norway bought the ferries.", "the ferries", "ferries", "description", ""),
    ("Norway bought three old ferries.", "three old ferries", "three old ferries", "nominal", ""),
    ("Norway bought a ferry that leaked.", "a ferry", "ferry", "nominal", ""),
    ("Norway visited Kenya.", "Kenya", "Kenya", "name", "GPE"),
    ("Norway criticised the Kenyan army.", "the Kenyan army", "Kenyan army", "description", ""),
    ("Norway criticised Kenya's army.", "Kenya's army", "Kenya's army", "nominal", ""),
    ("Norway criticised the end of the war.", "the end of the war", "end of war", "description", ""),
    ("Norway criticised him.", "him", "him", "pronoun", ""),
    ("Norway praised the United Nations.", "the United Nations", "United Nations", "name", "ORG"),
    ("Norway rescued one of the sailors.", "one of the sailors", "sailor", "description", ""),
    ("Norway signed no treaty.", "no treaty", "treaty", "nominal", ""),
    ("Norway signed the so-called peace treaty.", "*", "so-called peace treaty", "description", ""),
    ("Norway said the guards slept.", "the guards slept", "the guards slept", "clause", ""),
    ("Norway is rich.", "rich", "rich", "quality", ""),
    ("The talks began on Monday.", "Monday", "Monday", "time", ""),
    ("The war began in 2014.", "2014", "2014", "time", "DATE"),
    ("Norway rejected a no-show job.", "a no-show job", "no-show job", "nominal", ""),
    ("The smuggler faces twelve years in prison.", "*", "twelve years", "nominal", ""),
    ("Norway paid a further €7m.", "*", "further €7m", "quantity", ""),
]


@pytest.mark.parametrize(("text", "words", "name", "kind", "label"), OBJECTS, ids=[o[0] for o in OBJECTS])
def test_object(
    text: str, words: str, name: str, kind: str, label: str, reading_of: Callable[[str], Reading]
) -> None:
    [found] = [t.object for t in reading_of(text).triples if t.extractor in ("clause", "copula")]
    assert (found.name, found.kind, found.label) == (name, kind, label)
    assert words in ("*", found.text)


SUBJECTS = [
    ("The three largest companies of Norway bought the port.", "three largest companies of Norway"),
    ("A small company, which paid nothing, bought the port.", "small company"),
    ("President Maria Lopez bought the port.", "Maria Lopez"),
    ("Mr Omar Haddad bought the port.", "Omar Haddad"),
    ("Some of the companies bought the port.", "companies"),
    ("The company, a Norwegian firm, bought the port.", "company"),
    ("It bought the port.", "it"),
]


@pytest.mark.parametrize(("text", "name"), SUBJECTS, ids=[s[0] for s in SUBJECTS])
def test_subject(text: str, name: str, reading_of: Callable[[str], Reading]) -> None:
    assert {t.subject.name for t in reading_of(text).triples if t.predicate.lemma == "buy"} == {name}


NAMED = [
    # the names of a text, in text order: words, what they stand for, label
    (
        "Maria Lopez visited Kenya. Kenya praised Maria Lopez.",
        ["Maria Lopez", "Kenya", "Kenya", "Maria Lopez"],
    ),
    ("President Maria Lopez visited the United Nations on Monday.", ["Maria Lopez", "United Nations"]),
    ("Norway paid 20 million dollars.", ["Norway"]),
    ("Nothing happened.", []),
]


@pytest.mark.parametrize(
    "text", ["Mayor Omar Haddad called it a great day for Norway.", "It was a sad day for the ferries."]
)
def test_a_day_for_somebody_is_no_date(text: str, reading_of: Callable[[str], Reading]) -> None:
    kinds = {t.object.kind for t in reading_of(text).triples} | {
        t.subject.kind for t in reading_of(text).triples
    }
    assert "time" not in kinds


def test_a_noun_and_a_name_in_one_are_the_name() -> None:
    """The tree has the name as ``flat`` of its noun, as parsers often do."""
    from spacy.tokens import Doc, Span

    from extract.language import load_language
    from extract.naming import core

    words = ["Norway", "defender", "Omar", "Haddad", "slept"]
    doc = Doc(
        load_language().vocab,
        words=words,
        heads=[1, 4, 1, 2, 4],
        deps=["compound", "nsubj", "flat", "flat", "ROOT"],
        pos=["PROPN", "NOUN", "PROPN", "PROPN", "VERB"],
        lemmas=words,
    )
    doc.ents = [Span(doc, 2, 4, label="PERSON")]
    assert core(doc[1]).text == "Omar"


@pytest.mark.parametrize(("text", "names"), NAMED, ids=[n[0] for n in NAMED])
def test_names_of_a_text(text: str, names: list[str], reading_of: Callable[[str], Reading]) -> None:
    mentions: tuple[Mention, ...] = reading_of(text).mentions
    assert [m.text for m in mentions] == names
    assert all(m.kind == "name" and m.label for m in mentions)


SURFACES = [
    # how the sentence words it, passives unturned
    ("Crimea was annexed by Russia.", ("Crimea", "was annexed by", "Russia")),
    ("The minister did not agree to the deal.", ("The minister", "did not agree to", "the deal")),
    ("Egypt wants to buy the ferries.", ("Egypt", "wants to buy", "the ferries")),
    ("The army gave up the port.", ("The army", "gave up", "the port")),
    ("Kenya is not a member of the league.", ("Kenya", "is not", "a member of the league")),
    ("The company has been sold to Norway.", ("The company", "has been sold to", "Norway")),
    ("Paul Reed, the mayor, visited Kenya.", ("Paul Reed", "is", "the mayor")),
    ("Putin's associates own the bank.", ("Putin", "has", "associates")),
    ("The treaty is distinct from the charter.", ("The treaty", "is distinct from", "the charter")),
    # a phrase ends before the clause it is the subject of, before asides and before clauses inside it
    ("Troops guarding the port fled.", ("Troops", "guarding", "the port")),
    ("Troops guarding the port saw a ship.", ("Troops guarding the port", "saw", "a ship")),
    ("A ship built by Norway sank.", ("A ship", "built by", "Norway")),
    ("Egypt sold the ferry, built in 1990.", ("Egypt", "sold", "the ferry")),
    ("Egypt praised the work of a bank that leaked data.", ("Egypt", "praised", "the work of a bank")),
    ("The market is so large.", ("The market", "is", "so large")),
]


@pytest.mark.parametrize(("text", "worded"), SURFACES, ids=[s[0] for s in SURFACES])
def test_surface_keeps_the_sentence_s_words(
    text: str, worded: tuple[str, str, str], reading_of: Callable[[str], Reading]
) -> None:
    surfaces = [t.surface for t in reading_of(text).triples]
    assert worded in [(s.subject, s.predicate, s.object) for s in surfaces]
