"""Nouns and names that parsers hang on the wrong word of their phrase, hung on the right one.

Each rule knows one misreading whose right reading the lexicon or the word order settles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.lexicon import words
from extract.naming import names_person
from extract.regrafts_words import move
from extract.syntax import child, children, has_relation, lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_SPEAKERS = frozenset({"PERSON", "ORG", "NORP"})
"""Labels of names that speak and act."""


def _to_given(gift: Token) -> None:
    """``gave the mayor's sister, Ann Doyle, a job``: the second apposition is what is given."""
    receiver, verb = gift.head, gift.head.head
    names = [a for a in children(receiver, "appos") if a.i < gift.i]
    if not (has_relation(gift, "appos") and has_relation(receiver, "obj") and names):
        return
    new = any(d.lower_ in ("a", "an") for d in children(gift, "det"))
    if new and names[0].ent_type_ == "PERSON" and lemma(verb) in words("giving_verbs"):
        receiver.dep_ = "iobj"
        move(gift, verb, "obj")


def _to_title(office: Token) -> None:
    """``former Shell executive Reed``: an office before a name, no quality; ``former`` is the office's."""
    name = office.head
    if name.ent_type_ != "PERSON" or office.i > name.i or office.ent_type_:
        return
    if not has_relation(office, "amod", "nmod:desc") or office.lower_ not in words("position_nouns"):
        return
    if office.pos_ == "ADJ":
        office.pos_, office.tag_, office.dep_ = "NOUN", "NN", "nmod:desc"
    for quality in [a for a in children(name, "amod") if a.i == office.left_edge.i - 1]:
        move(quality, office, "amod")


def _to_price(amount: Token) -> None:
    """``pay 412p a share``: the amount is paid, not paid to."""
    share = next((o for o in children(amount.head, "obj") if o.i > amount.i), None)
    number = amount.text[0].isdigit() or amount.pos_ in ("NUM", "SYM")
    if not has_relation(amount, "iobj") or share is None or not number:
        return
    if any(d.lower_ in ("a", "an", "per") for d in children(share, "det")):
        amount.dep_ = "obj"
        move(share, amount, "nmod:unmarked")


def _to_subject(name: Token) -> None:
    """``Outside the court Croft said``: no comma parts the name from the noun, so it is no apposition."""
    place, verb = name.head, name.head.head
    if not has_relation(name, "appos", "flat", "compound", "nmod") or name.ent_type_ not in _SPEAKERS:
        return
    if not has_relation(place, "obl") or child(verb, "nsubj", "csubj") or place.ent_type_ in _SPEAKERS:
        return
    start, end = name.left_edge.i, name.right_edge.i
    apart = any(t.is_punct for t in name.doc[start - 1 : name.i]) or child(name, "case") is not None
    if place.i < start and end + 1 == verb.i and verb.tag_ in ("VBD", "VBZ", "VBP") and not apart:
        move(name, verb, "nsubj")


def _to_described(name: Token) -> None:
    """``the head of the bank, Ann Nand,`` and ``an expert called by the defence, Ann Nand,``: a person stands
    beside the noun for a person, not beside the nearest one.
    """
    nearest, comma = name.head, any(t.text == "," for t in _edge(name))
    if not has_relation(name, "appos") or name.ent_type_ != "PERSON" or _is_somebody(nearest) or not comma:
        return
    above = nearest
    while has_relation(above, "nmod", "obl", "obj", "acl") and not _is_somebody(above):
        above = above.head
    described = above if above.i != nearest.i and above.pos_ == "NOUN" and _is_somebody(above) else None
    taken = described is None or any(a.ent_type_ == "PERSON" for a in children(described, "appos", "flat"))
    if described is not None and described.i < nearest.i and not taken:
        move(name, described, "appos")


def _to_last_name(description: Token) -> None:
    """``Ann Hale, the mayor, and Bo Reed, the envoy, met``: the second description is of the second."""
    first = description.head
    names = [c for c in children(first, "conj") if first.i < c.i < description.i and c.ent_type_ == "PERSON"]
    single = description.tag_ == "NN" and has_relation(description, "appos") and first.ent_type_ == "PERSON"
    taken = [a for a in children(first, "appos") if a.i < description.i]
    if single and names and taken and taken[-1].i < names[-1].i:
        move(description, names[-1], "appos")


def _to_aside(phrase: Token) -> None:
    """``opened on Monday, the second mill in a year``: a span that no comma parts from an aside is of it."""
    verb, start = phrase.head, phrase.left_edge.i
    span = phrase.lower_ in words("temporal_nouns") and children(phrase, "det", "nummod")
    if not has_relation(phrase, "obl") or not verb.i < start or child(phrase, "case") is None or not span:
        return
    aside = phrase.doc[start - 1]
    if aside.is_punct or phrase.doc[start].is_punct:
        return
    while not has_relation(aside, "appos") and aside.head.i != aside.i and aside.i > verb.i:
        aside = aside.head
    behind = (
        has_relation(aside, "appos") and verb.i < aside.head.i < aside.i and aside.right_edge.i == start - 1
    )
    if behind and aside.pos_ == "NOUN" and any(t.text == "," for t in _edge(aside)):
        move(phrase, aside, "nmod")


def _edge(phrase: Token) -> Span:
    """The first token of a phrase and the one before it."""
    start = phrase.left_edge.i
    return phrase.doc[max(start - 1, 0) : start + 1]


def _to_office(word: Token) -> None:
    """``the prosecutor general, Ann Hale``: an office of two nouns."""
    first = word.head
    if word.lower_ != "general" or not has_relation(word, "appos", "amod") or word.i != first.i + 1:
        return
    if lemma(first) in words("position_nouns"):
        for part in [c for c in word.children if has_relation(c, "appos", "punct")]:
            move(part, first, part.dep_)
        word.dep_ = "flat"


def _to_thing(participle: Token) -> None:
    """``a report by the engineer Ann Hale, commissioned by …``: what is made was commissioned, not she."""
    maker = participle.head
    bare = participle.dep_ == "acl" and not children(participle, "nsubj", "obj", "aux")
    aside = bare and any(t.text == "," for t in _edge(participle))
    if not aside or participle.lower_ not in words("made_participles") or not _is_somebody(maker):
        return
    made = maker
    while has_relation(made, "nmod", "appos", "conj", "flat") and _is_somebody(made):
        made = made.head
    if made.pos_ == "NOUN" and not _is_somebody(made):
        move(participle, made, "acl")


def _to_its_title(name: Token) -> None:
    """``by the former judge Ann Hale``: a name right behind a noun for a person is the person's."""
    title = name.doc[name.i - 1] if name.i else name
    beside = title.head.i == name.head.i and title.i != name.i and name.dep_ == title.dep_
    alone = name.ent_type_ == "PERSON" and name.ent_iob_ == "B" and not children(name, "case", "det")
    if beside and alone and title.pos_ == "NOUN" and not title.ent_type_ and names_person(title):
        move(name, title, "appos")


def _is_somebody(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or names_person(noun)


def _to_nearer_noun(noun: Token) -> None:
    """``Arvo, the firm that owns the mill and the dam,``: one thing is one thing; the second is owned too."""
    first, named = noun.head, noun.head.head
    if not (has_relation(noun, "conj") and has_relation(first, "appos")) or named.ent_type_ in ("", "PERSON"):
        return
    several = children(named, "conj") or "Plur" in first.morph.get("Number", [])
    inner = [c for c in children(first, "acl") if first.i < c.i < noun.i]
    conjunction = child(noun, "cc")
    if several or not inner or conjunction is None or inner[-1].right_edge.i + 1 != conjunction.i:
        return
    last = next(iter(reversed(children(inner[-1], "obj", "obl"))), None)
    if last is not None and last.right_edge.i == inner[-1].right_edge.i and last.pos_ in ("NOUN", "PROPN"):
        move(noun, last, "conj")


def _to_holder(elect: Token) -> None:
    """``the president-elect``: the noun is the office, not what says that it is not held yet."""
    if elect.lower_ not in words("designations") or elect.i < 2 or elect.nbor(-1).text not in ("-", "‑"):
        return
    office, hyphen = elect.nbor(-2), elect.nbor(-1)
    if office.lower_ not in words("position_nouns"):
        return
    if elect.is_ancestor(office):
        root = elect.head.i == elect.i
        move(office, office if root else elect.head, elect.dep_)
    for token in [c for c in elect.children if c.i != office.i]:
        token.head = office
    hyphen.head = elect
    move(elect, office, "amod")
    office.pos_, office.tag_, elect.pos_, elect.tag_ = "NOUN", "NN", "ADJ", "JJ"


NOUN_RULES = (
    _to_holder,
    _to_given,
    _to_title,
    _to_price,
    _to_subject,
    _to_described,
    _to_nearer_noun,
    _to_last_name,
    _to_aside,
    _to_office,
    _to_thing,
    _to_its_title,
)
