"""What the names of an article are, where the tagger wavers: by the words beside them and by each other.

The tagger's labels are votes; a preposition of place, a possession that only states or companies have, a
longer name that the short one begins, each count more. A mention with evidence of its own goes by that, the
others of its spelling by the sum. Names that the gazetteer knows keep what it says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.gazetteer import load_gazetteer
from extract.lexicon import classes, words
from extract.syntax import children, has_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SETTLED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WEIGHT = 2
"""Votes of the tagger that one piece of evidence outweighs."""

_PEOPLE = ("an", "ian", "n", "ean", "ese", "i", "ish", "er")
"""What makes a place's name the adjective of its people."""


def settled_labels(doc: Doc) -> Iterator[Span]:
    """The names of ``doc`` whose label is another than the tagger's, with it."""
    own = {ent.start: _evidence(ent) for ent in doc.ents if _is_open(ent)}
    longer, people = _longer(doc), _surnames(doc)
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for ent in (ent for ent in doc.ents if ent.start in own):
        count = sums[ent.text]
        count[_coarse(ent.label_)] += 1
        for label in own[ent.start]:
            count[label] += _WEIGHT
    for name, count in sums.items():
        if name in longer and not count["GPE"]:
            count["ORG"] += 2 * _WEIGHT
        if name in people:
            count["PERSON"] += 2 * _WEIGHT
    peoples = _peoples(doc)
    for ent in (ent for ent in doc.ents if ent.start in own):
        label = _settled(ent, own[ent.start], sums[ent.text], peoples)
        if label != _coarse(ent.label_):
            yield _span(ent, label)


def _settled(ent: Span, told: list[str], votes: Counter[str], peoples: frozenset[str]) -> str:
    """The label of one name: a people's, what its own place in the sentence tells, or the prevailing one."""
    said = _coarse(ent.label_)
    if ent.text in peoples and _is_attribute(ent) and "GPE" not in told:
        return "NORP"
    if said == "NORP":
        return said
    if len(set(told)) == 1:
        return told[0]
    best = max(votes, key=lambda label: (votes[label], label == said, label))
    prevails = votes[best] > votes[said] and votes[best] > 1
    return best if prevails and (said, best) != ("GPE", "ORG") else said


def _is_open(ent: Span) -> bool:
    """Whether the label may be another: no listed name."""
    if ent.label_ not in _SETTLED or ent.kb_id_ or not ent.text[:1].isupper():
        return False
    return not load_gazetteer().forms_of(ent.text)


def _coarse(label: str) -> str:
    return "GPE" if label in _PLACES else label


def _evidence(ent: Span) -> list[str]:
    """The labels that the words around a name, or its own last word, speak for."""
    root, sorts = ent.root, classes("names_evidence")
    found = []
    if len(ent) > 1 and ent.label_ in ("GPE", "PERSON") and ent[-1].lower_ in sorts["body"]:
        found.append("ORG")
    if _is_titled(ent):
        found.append("PERSON")
    owned = _owned(root)
    if owned and owned.lower_ in sorts["company"] and ent.label_ != "NORP":
        found.append("ORG")
    return [*found, *(["GPE"] if _may_be_place(ent) and _is_place(root) else []), *_by_apposition(ent)]


def _may_be_place(ent: Span) -> bool:
    """Whether the name has the form of a place's that the tagger took for something else: one word, no body's."""
    noun = ent.text.lower()
    bodies = classes("noun_kinds")
    body = noun in bodies["organization"] | bodies["company"] | bodies["building"]
    single = len(ent) == 1 and ent.label_ != "NORP" and not ent.text.isupper() and not body
    return _coarse(ent.label_) == "GPE" or (single and not any(children(ent.root, "det")))


def _is_place(root: Token) -> bool:
    """Whether the words around a name say that it is a place: ``in Zembala``, ``Drovia's parliament``."""
    sorts = classes("names_evidence")
    owned = _owned(root)
    if owned and owned.lower_ in sorts["of"]:
        return True
    if has_relation(root, "compound") and root.head.lower_ in sorts["made"]:
        return True
    return _is_in(root) and has_relation(root, "obl", "nmod") and root.head.lemma_ not in sorts["govern"]


def _is_titled(ent: Span) -> bool:
    before = ent.doc[ent.start - 1] if ent.start and len(ent) < 4 else None
    if before is None or not (before.text[:1].isupper() and not before.is_upper):
        return False
    office = before.lower_ in words("honorifics") or before.lower_ in words("position_nouns")
    return office and has_relation(before, "nmod:desc", "flat", "compound")


def _is_in(root: Token) -> bool:
    return any(case.lower_ in classes("names_evidence")["at"] for case in children(root, "case"))


def _owned(root: Token) -> Token | None:
    """What belongs to the name: by a possessive or by ``of``."""
    if has_relation(root, "nmod:poss"):
        return root.head
    of = [case.lower_ for case in children(root, "case")] == ["of"]
    return root.head if of and has_relation(root, "nmod") else None


def _by_apposition(ent: Span) -> Iterator[str]:
    for noun in children(ent.root, "appos"):
        kinds = {kind for kind, nouns in classes("noun_kinds").items() if noun.lower_ in nouns}
        if noun.ent_type_ or not kinds:
            continue
        if kinds & {"company", "organization"} and not kinds & {"building", "city"}:
            yield "ORG"
        if kinds <= {"city", "country", "region", "island"} and _may_be_place(ent):
            yield "GPE"


def _is_attribute(ent: Span) -> bool:
    """Whether the name stands before a common noun as its adjective."""
    root = ent.root
    noun = root.head
    return has_relation(root, "amod", "compound") and noun.i > root.i and noun.pos_ == "NOUN"


def _longer(doc: Doc) -> frozenset[str]:
    """One-word names that begin or end a company's or club's longer name: ``Quillon`` of ``Quillon Ports``."""
    found = set()
    for ent in doc.ents:
        if ent.label_ == "ORG" and 1 < len(ent) < 4 and not any(word.is_lower for word in ent):
            public = ent[-1].lower_ in classes("names_evidence")["body"]
            found.update({ent[0].text, ent[-1].text} if not public else ())
    return frozenset(found)


def _surnames(doc: Doc) -> frozenset[str]:
    return frozenset(ent[-1].text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1)


def _peoples(doc: Doc) -> frozenset[str]:
    """Names that are made of another name of the article as a people's is of its country's."""
    names = {ent.text for ent in doc.ents if len(ent) == 1 and ent.label_ in _SETTLED}
    return frozenset(name for name in names if any(is_people_of(name, place) for place in names))


def is_people_of(name: str, place: str) -> bool:
    """Whether a name is, by its form, the adjective of a place.

    >>> is_people_of("Drovian", "Drovia"), is_people_of("Maravellian", "Maravelle")
    (True, True)
    >>> is_people_of("Martin", "Mart")
    False
    """
    if name == place or len(place) < 4:
        return False
    stems = {place, place[:-1]} if place[-1] in "aeoy" else {place}
    return any(name == stem + ending for stem in stems for ending in _PEOPLE)


def _span(ent: Span, label: str) -> Span:
    from spacy.tokens import Span as NewSpan

    return NewSpan(ent.doc, ent.start, ent.end, label=label)
