"""Entity spans cut down to the name: a table of words with a span, and what is left of it."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from extract.names import is_office, trim_entities

VOCAB = spacy.blank("en").vocab

TRIMMED = [
    # the words of a span (adjectives marked), its label, the entities that are left
    ("Sergey Lavrov", "PERSON", [("Sergey Lavrov", "PERSON")]),
    ("Sergey Lavrov 's", "PERSON", [("Sergey Lavrov", "PERSON")]),
    ("President Clinton ’s", "PERSON", [("Clinton", "PERSON")]),
    ("Foreign/ADJ Minister Sergey Lavrov", "PERSON", [("Foreign", "NORP"), ("Sergey Lavrov", "PERSON")]),
    ("Russian/ADJ Foreign/ADJ Minister Lavrov", "PERSON", [("Russian", "NORP"), ("Lavrov", "PERSON")]),
    ("the Russian/ADJ Foreign/ADJ Minister", "PERSON", [("Russian", "NORP")]),
    ("the President", "PERSON", []),
    ("Mr Novak", "PERSON", [("Novak", "PERSON")]),
    ("Dr. Anna Novak", "PERSON", [("Anna Novak", "PERSON")]),
    ("the United/ADJ Nations", "ORG", [("United Nations", "ORG")]),
    ("the Hague 's", "GPE", [("Hague", "GPE")]),
    ('" Greenpeace "', "ORG", [("Greenpeace", "ORG")]),
    ("Greenpeace ,", "ORG", [("Greenpeace", "ORG")]),
    ("General/ADJ Motors", "ORG", [("General Motors", "ORG")]),
    ("the first/ADJ of May", "DATE", [("the first of May", "DATE")]),
    ("the Governor", "WORK_OF_ART", [("the Governor", "WORK_OF_ART")]),
    ("the", "ORG", [("the", "ORG")]),
    ("-", "ORG", []),
]


def document(marked: str, label: str) -> Doc:
    """A sentence ``yesterday … fell`` around the span."""
    cells = [cell.partition("/") for cell in marked.split()]
    doc = Doc(
        VOCAB,
        words=["yesterday", *(c[0] for c in cells), "fell"],
        pos=["NOUN", *((c[2] or "PROPN") if c[0].isalpha() else "PUNCT" for c in cells), "VERB"],
    )
    doc.ents = [Span(doc, 1, len(cells) + 1, label=label)]
    return doc


@pytest.mark.parametrize(("marked", "label", "left"), TRIMMED, ids=lambda value: str(value)[:40])
def test_what_is_left_of_a_span(marked: str, label: str, left: list[tuple[str, str]]) -> None:
    doc = document(marked, label)
    trim_entities(doc)
    assert [(e.text, e.label_) for e in doc.ents] == left


WORDS = st.sampled_from(
    ["the", "President", "Mr", "Novak", "'s", ",", '"', "Russian/ADJ", "Bank", "of", "\n"]
)
LABELS = st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "DATE", "WORK_OF_ART"])


@given(st.lists(WORDS, min_size=1, max_size=7), LABELS)
def test_trimming_only_cuts(parts: list[str], label: str) -> None:
    doc = document(" ".join(parts), label)
    trim_entities(doc)
    assert all(1 <= e.start < e.end <= len(doc) - 1 for e in doc.ents)
    assert {e.label_ for e in doc.ents} <= {label, "NORP"}


def test_an_office_is_known_in_any_case() -> None:
    doc = Doc(VOCAB, words=["Minister", "minister", "Novak"])
    assert [is_office(t) for t in doc] == [True, True, False]
