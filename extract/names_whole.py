"""Names that the tagger cut, made whole: at a hyphen, a comma or ``&``, before a legal form or ``region``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from extract.gazetteer import load_gazetteer
from extract.lexicon import classes, words
from extract.syntax import has_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_HYPHENS = frozenset("-‐‑")
_PLACES = frozenset({"GPE", "LOC"})
_AMPERSAND = "&"
_MISTAKEN = frozenset({"", "ORG", "PERSON", "GPE", "PRODUCT", "FAC"})
"""Labels that a company's name gets when its legal form is left out."""
_SYLLABLE = r"(?:[bcdfghjklmnprstwyz]{0,2}[aeiouy]{1,3}(?:ng|[nklmpt])?)"
_FAMILY_FIRST = re.compile(rf"{_SYLLABLE} {_SYLLABLE}-{_SYLLABLE}", re.IGNORECASE)
"""``Seo Ha-yoon``: a family name of one syllable and a given name of two, the second in lower case."""


def whole_names(doc: Doc) -> Iterator[Span]:
    """The names of ``doc`` that reach further than the tagger says, as far as they reach."""
    people = (_surnames, _inverted, _family_first)
    rules = (*people, _bodies, _commas, _formed, _renamed, _pairs, _regions, _storms)
    return chain.from_iterable(rule(doc) for rule in rules)


def _surnames(doc: Doc) -> Iterator[Span]:
    """People whose surname the tagger cut: at its hyphen (``Ana Solberg`` of ``Ana Solberg-Rey``), or before
    its small word (``Abd al-Rahman`` of ``Abd al-Rahman el-Zintani``).
    """
    begins = {ent.start: ent for ent in doc.ents}
    for person in doc.ents:
        end = person.end
        other = begins.get(end)
        if other and {person.label_, other.label_} == {"PERSON"} and _begins_with_particle(other):
            yield _span(doc, person.start, other.end, "PERSON")
        if person.label_ != "PERSON" or len(person) < 2 or end + 1 >= len(doc):
            continue
        hyphen, rest = doc[end], doc[end + 1]
        tied = hyphen.text in _HYPHENS and not doc[end - 1].whitespace_ and not hyphen.whitespace_
        after = begins.get(rest.i)
        alone = len(after) == 1 and after.label_ == "PERSON" if after else not rest.ent_type_
        if tied and alone and _is_capital(rest):
            yield _span(doc, person.start, end + 2, "PERSON")


def _begins_with_particle(name: Span) -> bool:
    """``el-Zintani``, ``van der Velde``: no first name."""
    head, hyphen, _ = name.text.partition("-")
    return name.text[:1].islower() and (bool(hyphen) or head.partition(" ")[0] in words("surname_particles"))


def _inverted(doc: Doc) -> Iterator[Span]:
    """``Dvorsky, Marek`` in a list of names: a surname, a comma, a first name, and the end of the item."""
    begins = {ent.start: ent for ent in doc.ents}
    for last in doc.ents:
        first = begins.get(last.end + 1)
        if (
            not first
            or doc[last.end].text != ","
            or last.label_ != "PERSON"
            or max(len(first), len(last)) > 2
        ):
            continue
        after = doc[first.end] if first.end < len(doc) else None
        ends = after is None or (after.is_punct and after.text not in _HYPHENS)
        if ends and _is_given(first[0]) and not _is_given(last[0]):
            yield _span(doc, last.start, first.end, "PERSON")


def _is_given(word: Token) -> bool:
    return any(word.lower_ in names for names in classes("gender_names").values())


def _family_first(doc: Doc) -> Iterator[Span]:
    for hyphen in doc:
        at = hyphen.i
        if hyphen.text not in _HYPHENS or at < 2 or at + 1 >= len(doc) or hyphen.whitespace_:
            continue
        name = doc[at - 2 : at + 2]
        written = _is_capital(name[0]) and _is_capital(name[1]) and name[3].is_lower
        free = all(word.ent_type_ in ("", "PERSON") for word in name)
        if written and free and not name[1].whitespace_ and _FAMILY_FIRST.fullmatch(name.text):
            yield _span(doc, at - 2, at + 2, "PERSON")


def _bodies(doc: Doc) -> Iterator[Span]:
    """Companies with the legal form that the tagger left outside: ``Corbett & Sons plc``."""
    for body in doc.ents:
        after = doc[body.end] if body.label_ == "ORG" and body.end < len(doc) else None
        if after is not None and not after.ent_type_ and after.lower_ in _forms():
            yield _span(doc, body.start, body.end + 1, "ORG")
    for form in doc:
        start, sure = form.i, form.text[:1].isupper() and (len(form) > 2 or form.is_upper)
        while start and _is_capital(doc[start - 1]) and doc[start - 1].ent_type_ in _MISTAKEN:
            start -= 1
        if sure and form.lower_ in _forms() and start < form.i and doc[start].pos_ == "PROPN":
            yield _span(doc, start, form.i + 1, "ORG")


def _commas(doc: Doc) -> Iterator[Span]:
    """``Ostersund Vik, Henrik Lagerbäck``, taken for one name: a body or place, and somebody."""
    alone = {ent.text for ent in doc.ents if ent.label_ == "PERSON"}
    for name in doc.ents:
        comma = next((word.i for word in name if word.text == ","), 0)
        rest = list(doc[comma + 1 : name.end]) if comma else []
        full = len(rest) in (2, 3) and all(map(_is_capital, rest))
        if name.label_ in _MISTAKEN and full and (_is_given(rest[0]) or rest[-1].text in alone):
            yield _span(doc, name.start, comma, "ORG" if name.label_ == "PERSON" else name.label_)
            yield _span(doc, comma + 1, name.end, "PERSON")


def _formed(doc: Doc) -> Iterator[Span]:
    """Companies with the legal form before their name, and one behind it too: ``PT Bukit Raya Tbk``."""
    for form in doc:
        end = form.i + 1
        while end < len(doc) and _is_capital(doc[end]) and doc[end].pos_ in ("PROPN", "NOUN", "ADJ", "X"):
            end += 1
        if form.text in classes("names_evidence")["form"] and end > form.i + 1:
            yield _span(doc, form.i, end, "ORG")


def _renamed(doc: Doc) -> Iterator[Span]:
    """The two names of ``rename Harlow Energy Verdian``, where the tagger sees one: cut after the noun of a
    trade, or in the middle of four words.
    """
    trades = classes("names_evidence")["trade"] | classes("names_evidence")["body"] | _forms()
    for name in doc.ents:
        before = [word.lower_ for word in doc[max(0, name.start - 2) : name.start] if word.lower_ != "the"]
        if before[-1:] not in (["rename"], ["renamed"], ["renaming"], ["rebrand"]) or len(name) < 3:
            continue
        cuts = [word.i + 1 for word in name[:-1] if word.lower_ in trades]
        cut = cuts[0] if cuts else (name.start + 2 if len(name) == 4 else 0)
        if cut:
            yield _span(doc, name.start, cut, "ORG")
            yield _span(doc, cut, name.end, "ORG")


def _forms() -> frozenset[str]:
    return classes("name_particles")["legal"] - {"group", "company", "holding", "holdings", "as", "se"}


def _pairs(doc: Doc) -> Iterator[Span]:
    """``Brandt & Falk AG``: what an ``&`` ties is one body."""
    for sign in doc:
        if sign.text != _AMPERSAND or not 0 < sign.i < len(doc) - 1:
            continue
        start, end = sign.i, sign.i + 1
        while start and _is_part(doc[start - 1]) and not doc[start].is_sent_start:
            start -= 1
        while end < len(doc) and _is_part(doc[end]) and not doc[end].is_sent_start:
            end += 1
        tagged = any(word.ent_type_ in ("ORG", "PERSON", "GPE", "PRODUCT") for word in doc[start:end])
        if start < sign.i and end > sign.i + 1 and tagged:
            yield _span(doc, start, end, "ORG")


def _is_part(word: Token) -> bool:
    return word.pos_ == "PROPN" and (_is_capital(word) or word.lower_ in _forms())


def _regions(doc: Doc) -> Iterator[Span]:
    """``the Samara region``, ``Jalisco state``: not the city; where the article has no such name alone."""
    bare = Counter(ent.text for ent in doc.ents if ent.end == len(doc) or not _is_region(doc[ent.end]))
    for noun in doc:
        name = doc[noun.i - 1] if noun.i and _is_region(noun) else None
        if name is None or not (
            _is_capital(name) and has_relation(name, "compound") and name.head.i == noun.i
        ):
            continue
        start = next((ent.start for ent in doc.ents if ent.end == noun.i), name.i)
        span = doc[start : noun.i]
        labels = {word.ent_type_ for word in span}
        if labels <= {"", *_PLACES} and not bare[span.text] and _may_have_region(span.text):
            yield _span(doc, start, noun.i + 1, "GPE")


def _is_region(word: Token) -> bool:
    return word.is_lower and word.lower_ in classes("names_evidence")["region"]


def _storms(doc: Doc) -> Iterator[Span]:
    """``Storm Boris``, and the ``Boris`` that it is for the rest of the article, if nobody in it is one."""
    taken = {word.text for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for word in ent}
    called = set()
    for name in doc[1:]:
        sort = doc[name.i - 1]
        begun = _is_capital(sort) and sort.lower_ in classes("names_evidence")["storm"]
        free = name.ent_type_ in _MISTAKEN | {"EVENT", "LOC"} and sort.ent_type_ != "ORG"
        single = name.i + 1 == len(doc) or not _is_capital(doc[name.i + 1])
        if begun and free and single and _is_capital(name) and name.pos_ == "PROPN":
            yield _span(doc, sort.i, name.i + 1, "EVENT")
            called.add(name.text)
    for ent in doc.ents:
        alone = ent.start == 0 or doc[ent.start - 1].lower_ not in classes("names_evidence")["storm"]
        if alone and ent.text in called - taken:
            yield _span(doc, ent.start, ent.end, "EVENT")


def _may_have_region(name: str) -> bool:
    """Whether ``region`` may be a part of its name: an unlisted place, a city or a province, no land
    (``Donbas``).
    """
    gazetteer = load_gazetteer()
    entry = gazetteer.lookup(name, "GPE")
    return entry.type in ("City", "AdministrativeArea") if entry else not gazetteer.forms_of(name)


def _is_capital(word: Token) -> bool:
    return word.text[:1].isupper() and word.text.replace("’", "").isalpha() and len(word) > 1


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    from spacy.tokens import Span as NewSpan

    return NewSpan(doc, start, end, label=label)
