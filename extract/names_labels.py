"""What the names of an article are, where the tagger wavers: by the words beside them and by each other.

The tagger's labels are votes; a preposition of place, a possession that only states or companies have, a
longer name that the short one begins, each count more. A mention with evidence of its own goes by that, the
others of its spelling by the sum. Names that the gazetteer knows keep what it says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from extract.gazetteer import load_gazetteer
from extract.lexicon import classes, words
from extract.peoples import is_people_of
from extract.syntax import children, has_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SETTLED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WEIGHT = 2
"""Votes of the tagger that one piece of evidence outweighs."""


def settled_labels(doc: Doc) -> Iterator[Span]:
    """The names of ``doc`` whose label is another than the tagger's, with it."""
    own = {ent.start: _evidence(ent) for ent in doc.ents if _is_open(ent)}
    peoples = _peoples(doc)
    said, told = _votes(doc, own), _told(doc, own, peoples)
    yield from (_span(ent, "ORG") for ent in doc.ents if ent.label_ == "EVENT" and _is_called_body(ent))
    for ent in (ent for ent in doc.ents if ent.start in own):
        label = _coarse(ent.label_)
        if ent.text in peoples and _is_attribute(ent.root) and "GPE" not in own[ent.start]:
            label = "NORP"
        elif label != "NORP" and len(set(own[ent.start])) == 1:
            label = own[ent.start][0]
        elif label != "NORP":
            label = _prevailing(label, said[ent.text], told[ent.text])
        if label != _coarse(ent.label_):
            yield _span(ent, label)


def _votes(doc: Doc, own: Mapping[int, list[str]]) -> dict[str, Counter[str]]:
    """How often the tagger gives each name each label; a lone word that is no surname, person never."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    people = _surnames(doc, own)
    for ent in (ent for ent in doc.ents if ent.start in own):
        bare = ent.label_ == "PERSON" and len(ent) == 1 and ent.text not in people
        votes[ent.text][_coarse(ent.label_)] += not bare
    return votes


def _told(doc: Doc, own: Mapping[int, list[str]], peoples: Mapping[str, str]) -> dict[str, Counter[str]]:
    """What the words of the whole article say each name is, weighed."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for ent in (ent for ent in doc.ents if ent.start in own):
        told[ent.text].update(dict.fromkeys(own[ent.start], _WEIGHT))
        told[ent.text]["GPE"] += any(word.ent_type_ == "GPE" for word in _beside(ent.root))
    for name in told.keys() & set(peoples.values()):
        told[name]["GPE"] += 2 * _WEIGHT
    for name in told.keys() & _longer(doc, own):
        told[name]["ORG"] += 2 * _WEIGHT
    for name in told.keys() & _surnames(doc, own):
        told[name]["PERSON"] += 2 * _WEIGHT
    return told


def _prevailing(label: str, said: Counter[str], told: Counter[str]) -> str:
    """The label of a name without evidence of its own. A person stays one unless the article tells else."""
    votes = said + told
    best = max(votes, key=lambda other: (votes[other], other == label, other), default=label)
    sure = votes[best] > max(votes[label], 1) and (label, best) != ("GPE", "ORG")
    return best if sure and (label != "PERSON" or told[best]) else label


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
    if _is_ship(ent):
        return ["PRODUCT"]
    if len(ent) > 1 and ent.label_ in ("GPE", "PERSON") and ent[-1].lower_ in sorts["body"]:
        found.append("ORG")
    if _is_titled(ent) or (ent.label_ == "ORG" and _may_be_person(ent) and _has_given_name(ent)):
        found.append("PERSON")
    owned = _owned(root)
    held = root.head.lower_ in sorts["held"] and any(case.lower_ == "in" for case in children(root, "case"))
    if held or (owned and owned.lower_ in sorts["company"] and ent.label_ != "NORP"):
        found.append("ORG")
    return [*found, *(["GPE"] if _may_be_place(ent) and _is_place(root) else []), *_by_apposition(ent)]


def _is_ship(ent: Span) -> bool:
    """``HMS Corran``, and ``the tanker Corran``: the noun stands right before the name."""
    sorts = classes("names_evidence")
    noun = ent.doc[ent.start - 1] if ent.start else None
    called = noun is not None and noun.lower_ in sorts["ship"] and noun.pos_ == "NOUN"
    tied = called and noun in (ent.root.head, *ent.root.children)
    return tied or (len(ent) > 1 and ent[0].text in sorts["prefix"])


def _may_be_place(ent: Span) -> bool:
    """Whether the name has a form that places' names have: one word, and not one for a body."""
    noun = ent.text.lower()
    bodies = classes("noun_kinds")
    body = noun in bodies["organization"] | bodies["company"] | bodies["building"]
    single = len(ent) == 1 and ent.label_ != "NORP" and not ent.text.isupper() and not body
    return _coarse(ent.label_) == "GPE" or (single and not any(children(ent.root, "det")))


def _is_place(root: Token) -> bool:
    """Whether the words around a name say that it is a place: ``in Zembala``, ``Drovia's parliament``."""
    sorts = classes("names_evidence")
    owned = _owned(root)
    ruled = root.ent_type_ != "ORG" and owned is not None and owned.lower_ in words("position_nouns")
    if owned and (owned.lower_ in sorts["of"] or (ruled and not has_relation(root, "nmod:poss"))):
        return True
    if has_relation(root, "compound") and root.head.lower_ in sorts["made"]:
        return True
    if root.ent_type_ == "PERSON" and has_relation(root, "compound") and root.head.lower_ in sorts["works"]:
        return True
    other = root.head.lemma_ in sorts["govern"] or root.head.lower_ in sorts["held"]
    return _is_in(root) and has_relation(root, "obl", "nmod") and not other


def _beside(root: Token) -> Iterator[Token]:
    """The words that a name is coordinated with: ``Corvena and Zembala``."""
    yield from children(root, "conj")
    if has_relation(root, "conj"):
        yield root.head


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
    if _may_be_person(ent) and any(token.lower_ == "who" for token in _relatives(ent.root)):
        yield "PERSON"
    for noun in children(ent.root, "appos"):
        person = noun.lower_ in classes("noun_kinds")["person"] or noun.lower_ in words("position_nouns")
        if person and noun.i > ent.root.i and not noun.ent_type_ and _may_be_person(ent):
            yield "PERSON"
        if noun.lower_ in ("people", "tribe") and ent.label_ != "PERSON":
            yield "NORP"
        kinds = {kind for kind, nouns in classes("noun_kinds").items() if noun.lower_ in nouns}
        if noun.ent_type_ or not kinds:
            continue
        if kinds & {"company", "organization"} and not kinds & {"building", "city"}:
            yield "ORG"
        if kinds <= {"city", "country", "region", "island"} and _may_be_place(ent):
            yield "GPE"


def _is_called_body(ent: Span) -> bool:
    """``her movement, the Accord for Change``: the noun that the name explains is a body's."""
    noun, sorts = ent.root.head, classes("noun_kinds")
    explains = has_relation(ent.root, "appos") and noun.i < ent.start and not noun.ent_type_
    return explains and noun.lower_ in (sorts["organization"] | sorts["company"]) - sorts["event"]


def _relatives(root: Token) -> Iterator[Token]:
    """The subjects of the relative clauses of a name."""
    for clause in children(root, "acl:relcl"):
        yield from children(clause, "nsubj")


def _may_be_person(ent: Span) -> bool:
    """Whether the name has the form of a full one: two or three words with capitals, none a body's."""
    full = len(ent) in (2, 3) and all(word.text[:1].isupper() and not word.is_upper for word in ent)
    body = any(word.lower_ in classes("names_evidence")["body"] for word in ent)
    return full and not body and not any(children(ent.root, "det"))


def _has_given_name(ent: Span) -> bool:
    """Whether the name is built like a person's and begins with a listed first name."""
    given = any(ent[0].lower_ in names for names in classes("gender_names").values())
    return given and all(word.dep_ == "flat" for word in ent[1:])


def _is_attribute(root: Token) -> bool:
    """Whether the word stands before a common noun as its adjective."""
    noun = root.head
    return has_relation(root, "amod", "compound") and noun.i > root.i and noun.pos_ == "NOUN"


def _longer(doc: Doc, own: Mapping[int, list[str]]) -> frozenset[str]:
    """Words that begin or end a company's or club's longer name: ``Quillon`` of ``Quillon Ports``."""
    found = set[str]()
    for ent in doc.ents:
        body = ent.label_ == "ORG" and "PERSON" not in own.get(ent.start, ())
        if body and 1 < len(ent) < 4 and not any(word.is_lower for word in ent):
            public = ent[-1].lower_ in classes("names_evidence")["body"]
            found.update({ent[0].text, ent[-1].text} if not public else ())
    return frozenset(found)


def _surnames(doc: Doc, own: Mapping[int, list[str]]) -> frozenset[str]:
    """The last words of the full names that the tagger, or the words around them, take for a person's."""
    people = (ent for ent in doc.ents if ent.label_ == "PERSON" or own.get(ent.start) == ["PERSON"])
    return frozenset(ent[-1].text for ent in people if len(ent) > 1)


def _peoples(doc: Doc) -> dict[str, str]:
    """Words before nouns that are made of a name of the article as a people's is of its country's."""
    names = {ent.text for ent in doc.ents if len(ent) == 1 and ent.label_ in _SETTLED}
    before = {token.text for token in doc if token.text[:1].isupper() and _is_attribute(token)}
    return {people: name for people in sorted(before) for name in sorted(names) if is_people_of(people, name)}


def _span(ent: Span, label: str) -> Span:
    from spacy.tokens import Span as NewSpan

    return NewSpan(ent.doc, ent.start, ent.end, label=label)
