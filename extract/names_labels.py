"""What the names of an article are, where the tagger wavers: by the words beside them and by each other.

The tagger's labels are votes; a preposition of place, a possession that only states or companies have, a
longer name that the short one begins, each count more. A mention with evidence of its own goes by that, the
others of its spelling by the sum. Names that the gazetteer knows keep what it says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.gazetteer import load_gazetteer
from extract.lexicon import classes
from extract.names_signs import coarse, evidence
from extract.peoples import is_people_of
from extract.syntax import children, has_relation
from extract.teams import Register, country_of, is_team, register_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SETTLED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
_WEIGHT = 2
"""Votes of the tagger that one piece of evidence outweighs."""
_FORMERLY = frozenset({"formerly", "previously", "now", "once"})
_AS = frozenset({",", "(", "known", "called", "named", "as", "the"})
_WORKS = frozenset({"WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
"""Labels that a person's name gets by mistake: ``Ines Carrow, a journalist``."""

_SHORT = 6
"""Weight of a longer name of the article that a name of several words is short for."""


def settled_labels(doc: Doc) -> Iterator[Span]:
    """The names of ``doc`` whose label is another than the tagger's, with it."""
    register = register_of(doc)
    own = {ent.start: _own(ent, register) for ent in doc.ents if _is_open(ent)}
    peoples = _peoples(doc)
    said, told = _votes(doc, own), _told(doc, own, peoples)
    yield from (_span(ent, "ORG") for ent in doc.ents if ent.label_ == "EVENT" and _is_called_body(ent))
    yield from (_span(ent, "ORG") for ent in doc.ents if ent.start not in own and _is_club(ent, register))
    works = (ent for ent in doc.ents if ent.label_ in _WORKS and not ent.kb_id_)
    yield from (_span(ent, "PERSON") for ent in works if set(evidence(ent)) == {"PERSON"})
    for ent in (ent for ent in doc.ents if ent.start in own):
        label = coarse(ent.label_)
        attribute = _is_attribute(ent.root) or _is_many(ent.root)
        if ent.text in peoples and attribute and "GPE" not in own[ent.start]:
            label = "NORP"
        elif label != "NORP" and len(set(own[ent.start])) == 1:
            label = own[ent.start][0]
        elif label != "NORP":
            label = _prevailing(label, said[ent.text], told[ent.text])
        if label != coarse(ent.label_):
            yield _span(ent, label)


def _own(ent: Span, register: Register) -> list[str]:
    """What the words around a name say it is; who plays is a club, if nothing says a person."""
    found = evidence(ent)
    person = ent.label_ == "PERSON" and (len(ent) > 1 or ent.text in _surnames(ent.doc, {}))
    plays = is_team(ent.root, register) or _is_met(ent)
    return ["ORG"] if not found and not person and plays else found


def _is_met(ent: Span) -> bool:
    """``the match against Oskel``"""
    before = [word.lower_ for word in ent.doc[max(0, ent.start - 2) : ent.start]]
    return len(before) > 1 and before[0] in classes("sports")["contest"] and before[1] in ("against", "with")


def _is_club(ent: Span, register: Register) -> bool:
    """Whether a listed city is its club there: ``Leeds beat Chelsea 2-1``."""
    city = ent.label_ == "GPE" and ent.kb_id_ and country_of(ent) is None
    return bool(city) and is_team(ent.root, register)


def _votes(doc: Doc, own: Mapping[int, list[str]]) -> dict[str, Counter[str]]:
    """How often the tagger gives each name each label; a lone word that is no surname, person never."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    people = _surnames(doc, own)
    for ent in (ent for ent in doc.ents if ent.start in own):
        bare = ent.label_ == "PERSON" and _is_word(ent) and ent.text not in people
        votes[ent.text][coarse(ent.label_)] += not bare
    return votes


def _told(doc: Doc, own: Mapping[int, list[str]], peoples: Mapping[str, str]) -> dict[str, Counter[str]]:
    """What the words of the whole article say each name is, weighed."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for ent in (ent for ent in doc.ents if ent.start in own):
        told[ent.text].update(dict.fromkeys(own[ent.start], _WEIGHT))
    for ent in (ent for ent in doc.ents if ent.start in own):
        beside = {"GPE" if told[word.text]["GPE"] else word.ent_type_ for word in _beside(ent.root)}
        told[ent.text]["GPE"] += "GPE" in beside
        told[ent.text]["PRODUCT"] += _WEIGHT * (ent.label_ != "PERSON" and "PRODUCT" in beside)
        told[ent.text]["ORG"] += ent.label_ == "PERSON" and _is_word(ent) and "ORG" in beside
    for name in told.keys() & set(peoples.values()):
        told[name]["GPE"] += 2 * _WEIGHT
    for pair in _called(doc):
        for called, same in (pair, pair[::-1]):
            sure = own.get(same.start) == ["ORG"] and _SHORT
            bare = same.label_ == "PERSON" and len(same) == 1
            told[called.text][coarse(same.label_)] += sure or (0 if bare else _WEIGHT)
    for name in told.keys() & _shortened(doc):
        told[name]["ORG"] += _SHORT
    for name in told.keys() & _longer(doc, own):
        told[name]["ORG"] += 2 * _WEIGHT
    for name in told.keys() & _surnames(doc, own):
        told[name]["PERSON"] += 2 * _WEIGHT
    return told


def _is_word(ent: Span) -> bool:
    return " " not in ent.text


def _prevailing(label: str, said: Counter[str], told: Counter[str]) -> str:
    """The label of a name without evidence of its own. A person stays one unless the article tells else."""
    votes = said + told
    best = max(votes, key=lambda other: (votes[other], other == label, other), default=label)
    enough = 0 if label == "PERSON" and not votes[label] else max(votes[label], 1)
    town = (label, best) == ("GPE", "ORG") and told[best] < _SHORT
    sure = votes[best] > enough and not town
    return best if sure and (label != "PERSON" or told[best]) else label


def _is_open(ent: Span) -> bool:
    """Whether the label may be another: no listed name."""
    if ent.label_ not in _SETTLED or ent.kb_id_ or not ent.text[:1].isupper():
        return False
    return not load_gazetteer().forms_of(ent.text)


def _beside(root: Token) -> Iterator[Token]:
    """The words that a name is coordinated with: ``Corvena and Zembala``."""
    yield from children(root, "conj")
    if has_relation(root, "conj"):
        yield root.head


def _is_called_body(ent: Span) -> bool:
    """``her movement, the Accord for Change``: the noun that the name explains is a body's."""
    noun, sorts = ent.root.head, classes("noun_kinds")
    explains = has_relation(ent.root, "appos") and noun.i < ent.start and not noun.ent_type_
    return explains and noun.lower_ in (sorts["organization"] | sorts["company"]) - sorts["event"]


def _is_attribute(root: Token) -> bool:
    """Whether the word stands before a common noun as its adjective."""
    noun = root.head
    return has_relation(root, "amod", "compound") and noun.i > root.i and noun.pos_ == "NOUN"


def _called(doc: Doc) -> Iterator[tuple[Span, Span]]:
    """Two names of one thing: ``Ocealis, formerly known as Pelagia Shipping``."""
    for one, other in pairwise(doc.ents):
        between = {word.lower_ for word in doc[one.end : other.start]}
        known = bool(between & _FORMERLY) and between <= _FORMERLY | _AS
        if known and {one.label_, other.label_} <= _SETTLED:
            yield one, other


def _shortened(doc: Doc) -> frozenset[str]:
    """Companies' names of several words less their trade: ``Kestrel Bay`` of ``Kestrel Bay Mining``."""
    trade = classes("names_evidence")["trade"]
    bodies = (ent for ent in doc.ents if len(ent) > 2 and ent.label_ not in ("PERSON", "EVENT"))
    return frozenset(ent[:-1].text for ent in bodies if ent[-1].lower_ in trade)


def _is_many(root: Token) -> bool:
    """Whether the word is a plural with an article: ``the Drovians``."""
    return root.text.endswith("s") and any(word.lower_ == "the" for word in children(root, "det"))


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
    people = (ent for ent in doc.ents if ent.label_ == "PERSON" or set(own.get(ent.start, ())) == {"PERSON"})
    return frozenset(ent[-1].text for ent in people if len(ent) > 1)


def _peoples(doc: Doc) -> dict[str, str]:
    """Words before nouns that are made of a name of the article as a people's is of its country's."""
    names = {ent.text for ent in doc.ents if len(ent) == 1 and ent.label_ in _SETTLED}
    before = {token.text for token in doc if token.text[:1].isupper() and _is_attribute(token)}
    before |= {token.text for token in doc if token.text[:1].isupper() and _is_many(token)}
    return {people: name for people in sorted(before) for name in sorted(names) if _are_of(people, name)}


def _are_of(people: str, place: str) -> bool:
    return is_people_of(people, place) or is_people_of(people.removesuffix("s"), place)


def _span(ent: Span, label: str) -> Span:
    from spacy.tokens import Span as NewSpan

    return NewSpan(ent.doc, ent.start, ent.end, label=label)
