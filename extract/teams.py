"""National teams that go by their country's name: ``Germany beat Brazil 2-0`` is no act of a state.

A country is its team where the words are those of a match and the country does or suffers what teams do.
In a report of a match that holds of all its countries but those that a preposition of place stands before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.gazetteer import Entry, load_gazetteer
from extract.lexicon import classes
from extract.mentions import Referent
from extract.syntax import children, has_relation

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_SCORE = re.compile(r"\b\d{1,2} ?[-–—] ?\d{1,2}\b")
_NATIONS = frozenset({"england", "scotland", "wales", "northern-ireland"})
"""Listed places that are no states and have national teams."""

_OFTEN = 0.6
"""Words of play for each sentence from which on a text is a report of a match."""
_SEVERAL = 4
"""Different words of play that it needs."""
_CORE = ("nsubj", "nsubj:pass", "obj", "iobj", "appos", "nmod:poss", "compound", "root", "ROOT", "conj")


@dataclass(frozen=True, slots=True)
class Register:
    """How much a text is about play: all of it, or which of its sentences, by their first token."""

    report: bool
    sentences: frozenset[int]


def teams(doc: Doc) -> Iterator[tuple[Span, Entry]]:
    """The names of countries in ``doc`` that are their teams, with the country."""
    register = register_of(doc)
    if not (register.report or register.sentences):
        return
    named = [(name, country_of(name)) for name in doc.ents if name.label_ in ("GPE", "ORG", "LOC")]
    found = {country.key for name, country in named if country and is_team(name.root, register)}
    for name, country in named:
        if country and (is_team(name.root, register) or (found and _meets(name.root, found, named))):
            yield name, country


def _meets(root: Token, known: Collection[str], named: Iterable[tuple[Span, Entry | None]]) -> bool:
    """``Uruguay play Bolivia next``: two countries, one of which is a team elsewhere in the text; and what
    such a team does that states do not (``Kosovo equalised``).
    """
    verb = root.head
    one = any(country.key in known for name, country in named if country and name.root == root)
    if has_relation(root, "nmod") and verb.lower_ in classes("sports")["of"]:
        return one and [case.lower_ for case in children(root, "case")] == ["of"]
    if has_relation(root, "nsubj") and verb.lemma_.lower() in classes("sports")["only"]:
        return one
    if not has_relation(root, "nsubj", "obj") or verb.lemma_.lower() not in classes("sports")["beaten"]:
        return False
    sides = [c for name, c in named if c and name.root.head == verb and name.root.dep_ in ("nsubj", "obj")]
    return len(sides) == 2 and any(country.key in known for country in sides)


def named_teams(doc: Doc, referents: Mapping[int, Referent]) -> dict[int, Referent]:
    """The referents, with what stands for a country that plays standing for its team."""
    found = dict(referents)
    for name, country in teams(doc):
        found |= dict.fromkeys(range(name.start, name.end), _team(country))
    register = register_of(doc)
    for i, referent in referents.items():
        pronoun = doc[i].pos_ == "PRON" and not doc[i].ent_type_
        listed = _listed(referent) if pronoun and is_team(doc[i], register) else None
        if listed:
            found[i] = _team(listed)
    return found


def _team(country: Entry) -> Referent:
    return Referent(name=f"{country.name} national team", label="ORG")


def _listed(referent: Referent) -> Entry | None:
    """The country with a team that a pronoun stands for."""
    return _with_team(referent.name) if referent.label == "GPE" else None


def country_of(name: Span) -> Entry | None:
    """The country, or the nation with a team, that a name is the name of."""
    return _with_team(name.text)


def _with_team(name: str) -> Entry | None:
    entry = load_gazetteer().lookup(name, "GPE")
    return entry if entry and (entry.type == "Country" or entry.key in _NATIONS) else None


def register_of(doc: Doc) -> Register:
    """Where the words of a text are those of a match."""
    sorts = classes("sports")
    told, played, count = Counter[str](), set[int](), 0
    for sentence in doc.sents:
        count += 1
        told.update({token.lower_ for token in sentence} & sorts["field"])
        if _is_played(sentence):
            played.add(sentence.start)
    several = len(told) >= _SEVERAL and len(told.keys() & sorts["sure"]) > 1
    return Register(several and told.total() >= _OFTEN * count, frozenset(played))


def _is_played(sentence: Span) -> bool:
    """Whether a sentence by itself speaks of a match: two words of play, or two countries that meet."""
    sorts = classes("sports")
    contests = {token.lower_ for token in sentence if _is_contest(token)}
    sure = len(contests) + sum(token.lower_ in sorts["sure"] for token in sentence)
    meet = any(token.lemma_.lower() in sorts["beaten"] for token in sentence if token.pos_ == "VERB")
    several = meet and sum(_may_meet(name) for name in sentence.ents) > 1
    return sure > 1 or (several and (sure > 0 or bool(_SCORE.search(sentence.text))))


def _may_meet(name: Span) -> bool:
    """Whether a name may be a team's: the tagger takes a lone word that it does not know for a person's."""
    return name.label_ in ("GPE", "ORG") or (name.label_ == "PERSON" and len(name) == 1)


def _is_contest(token: Token) -> bool:
    noun = token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.lower_ != "cup")
    return noun and token.lower_ in classes("sports")["contest"]


def is_team(root: Token, register: Register) -> bool:
    """Whether the country that a name's head stands for is its team there."""
    if not register.report and root.sent.start not in register.sentences:
        return False
    sorts = classes("sports")
    cases = {case.lower_ for case in children(root, "case")} - {"'s", "’s", "'", "’"}
    if cases - sorts["with"]:
        return False
    chief = root
    while has_relation(chief, "conj"):
        chief = chief.head
    if register.report:
        return bool(cases) or has_relation(chief, *_CORE) or _beside_score(root)
    owned = has_relation(chief, "nmod:poss", "compound") and chief.head.lower_ in sorts["of"]
    played = has_relation(chief, "nsubj", "nsubj:pass", "obj", "obl", "obl:agent")
    verb = chief.head.lemma_.lower()
    return owned or (played and verb in sorts["play"] and _plays(verb, cases))


def _beside_score(root: Token) -> bool:
    """``Belgium 3 - 0 Panama``"""
    return any(0 <= at < len(root.doc) and root.doc[at].is_digit for at in (root.left_edge.i - 1, root.i + 1))


def _plays(verb: str, cases: set[str]) -> bool:
    """``lost to England`` and ``played against Panama``, but not ``to`` and ``for`` after any verb."""
    gained = (verb == "lose" and "to" in cases) or (verb == "draw" and "with" in cases)
    return not cases or bool(cases & {"against", "by"}) or gained
