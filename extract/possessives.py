"""Possessors → triples: ``Putin's associates`` gives Putin – have – associates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.events import noun_act
from extract.extents import entity_of
from extract.facts import fact
from extract.lexicon import classes, words
from extract.mentions import Discourse, kind_of, mention
from extract.model import Mention, Predicate, Surface, Triple
from extract.nominal_acts import targets
from extract.parties import is_party
from extract.positions import is_position
from extract.presupposition import granted
from extract.syntax import ancestors, children, has_relation, lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_DEEDS = frozenset({"ASSAULT", "FIGHT", "COERCE", "RETREAT"})
"""Kinds of act that are done and not had: ``Russia's invasion of Ukraine``."""
_HAS = Predicate(text="has", lemma="have")


def possessive(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """One triple for each named possessor (also by pronoun) of something nominal."""
    for thing in sentence:
        if (
            lemma(thing) in classes("cues")["opinion"]
            or kind_of(thing) not in ("nominal", "name")
            or (thing.ent_type_ == "PERSON" and is_position(thing))
        ):
            continue
        for owner in children(thing, "nmod:poss"):
            holder = _antecedent(owner)
            if not _is_telling(owner, thing, discourse) or _is_one_name(owner, thing):
                continue
            owned = mention(thing, discourse, as_worded=True)
            having = mention(holder, discourse)
            bare = _without_owner(owned, owner)
            held = granted(thing, discourse)
            if held is None:
                continue
            yield fact(
                having,
                _HAS,
                bare,
                anchor=thing,
                held=held,
                discourse=discourse,
                extractor="possessive",
                surface=Surface(subject=having.text, predicate="has", object=bare.text),
            )


def _is_telling(owner: Token, thing: Token, discourse: Discourse) -> bool:
    """Whether the possession is worth a fact: what a name has, and people and bodies that a pronoun has."""
    act = noun_act(thing)
    if act is not None and act.event in _DEEDS and targets(thing, act.prepositions):
        return False
    referent = discourse.referents.get(_antecedent(owner).i)
    named = referent is not None and bool(referent.label)
    if owner.pos_ not in ("PRON", "DET"):
        return named
    return (named or _is_somebody(thing)) and lemma(thing) not in words("inalienable_nouns")


def _is_somebody(thing: Token) -> bool:
    kinds = classes("noun_kinds")
    bodies = any(lemma(thing) in kinds[name] for name in ("person", "organization", "company"))
    relatives = any(lemma(thing) in kin for kin in classes("gender_nouns").values())
    return bodies or relatives or lemma(thing) in words("position_nouns") or is_party(thing)


def _is_one_name(owner: Token, thing: Token) -> bool:
    """Whether a parser split one name into owner and owned."""
    entity = entity_of(owner)
    return entity is not None and entity.start <= thing.i < entity.end


def _antecedent(owner: Token) -> Token:
    """The noun that ``whose`` stands for; any other possessor itself."""
    if owner.lower_ != "whose":
        return owner
    clause = next((d for d, _ in ancestors(owner) if has_relation(d, "acl:relcl")), None)
    return clause.head if clause is not None else owner


def _without_owner(owned: Mention, owner: Token) -> Mention:
    """The possessed without its possessor: ``associates`` for ``Putin's associates``."""
    following = owner.right_edge.i + 1
    if following == len(owner.doc):
        return owned
    after = owner.doc[following].idx
    if not owned.start <= owner.idx < after < owned.end:
        return owned
    rest = owned.text[after - owned.start :]
    possessor = owner.doc[owner.left_edge.i : owner.right_edge.i + 1].text
    worded = owned.name.lower().startswith(possessor.lower())
    name = (owned.name[len(possessor) :].strip() if worded else "") or owned.name
    return replace(owned, start=after, text=rest, name=name)
