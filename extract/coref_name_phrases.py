"""The names of an article as phrases: what the pipeline found, names in names, bare proper nouns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extract.coref_spans import around_name, whole
from extract.gazetteer import load_gazetteer
from extract.lexicon import words
from extract.syntax import has_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LABELS = (
    *("", "PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT"),
    *("WORK_OF_ART", "LAW", "LANGUAGE"),
)
"""The labels of names, first that of one without."""
NAME_LABELS = frozenset(LABELS[1:])
_NAME_PARTS = ("compound", "flat", "goeswith", "amod", "nummod")
_NUMBERS = ("nummod", "flat", "dep")
_NAMED_AFTER_PLACES = frozenset({"LOC", "ORG", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_PLACES = frozenset({"Country", "City", "AdministrativeArea", "Place", "Organization"})


def name_phrases(doc: Doc) -> Iterator[dict[str, Any]]:
    """The fields of the phrases that are entities of the pipeline or stand within one."""
    yield from _entities(doc)
    yield from _nested(doc)
    yield from _places_before(doc)


def bare_name(entity: Span) -> str:
    """The entity's words with line breaks and runs of blanks made one blank."""
    return " ".join(entity.text.split())


def _entities(doc: Doc) -> Iterator[dict[str, Any]]:
    for entity in doc.ents:
        if entity.label_ in NAME_LABELS:
            head = _titled(entity.root)
            start, end = around_name(head, entity.label_)
            yield {
                "head": head,
                "start": min(start, entity.start),
                "end": max(end, entity.end),
                "kind": "name",
                "name": bare_name(entity),
                "label": entity.label_,
                "name_start": entity.start,
                "name_end": entity.end,
            }


def _titled(root: Token) -> Token:
    """The head of the phrase around a name: an honorific where the name hangs on it, ``Mme Andriavola``."""
    honorific = root.head.lower_ in words("honorifics") and not root.head.ent_type_
    return root.head if honorific and has_relation(root, "flat") else root


def _nested(doc: Doc) -> Iterator[dict[str, Any]]:
    """Names within names: the ``Netherlands`` of ``National Library of the Netherlands``."""
    for entity in doc.ents:
        for token in entity if entity.label_ in NAME_LABELS and len(entity) > 2 else ():
            inner = token.pos_ == "PROPN" and token.dep_ in ("nmod", "nmod:unmarked", "nmod:poss")
            if inner and token.i != entity.root.i:
                start, end = whole(token)
                first = token.i
                while first > entity.start and has_relation(doc[first - 1], "compound", "flat", "amod"):
                    first -= 1
                name = {"name": doc[first : token.i + 1].text, "name_start": first, "name_end": token.i + 1}
                yield {"head": token, "start": start, "end": end, "kind": "name", **name}


def _places_before(doc: Doc) -> Iterator[dict[str, Any]]:
    """The place or body that a name begins with: the ``Leiden`` of ``Leiden University``."""
    for entity in doc.ents:
        first = entity.start + (entity[0].lower_ == "the")
        if entity.label_ not in _NAMED_AFTER_PLACES or doc[first].pos_ != "PROPN":
            continue
        for end in range(entity.end - 1, first, -1):
            inner = doc[first:end]
            modifies = all(has_relation(t, *_NAME_PARTS) and t.text[:1].isupper() for t in inner)
            if modifies and any(c.type in _PLACES for c in load_gazetteer().candidates(inner.text)):
                name = {"name": bare_name(inner), "name_start": first, "name_end": end}
                yield {"head": inner.root, "start": first, "end": end, "kind": "name", **name}
                break


def unlabelled(head: Token) -> dict[str, str | int]:
    """The name in a phrase whose head is a proper noun without entity label."""
    start, end = head.i, head.i + 1
    while start > head.left_edge.i and _is_name_part(head.doc[start - 1]):
        start -= 1
    while end <= head.right_edge.i and _is_name_part(head.doc[end]):
        end += 1
    return {"name": " ".join(head.doc[start:end].text.split()), "name_start": start, "name_end": end}


def _is_name_part(token: Token) -> bool:
    """Capitalised, or the number of one of several: ``Room 12``, ``Figure 1.3``."""
    if token.ent_type_ or not (token.text[:1].isupper() or token.text[:1].isdigit()):
        return False
    return has_relation(token, *(_NAME_PARTS if token.text[:1].isupper() else _NUMBERS))
