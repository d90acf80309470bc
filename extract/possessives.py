"""Possessors → triples: ``Putin's associates`` gives Putin – have – associates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.cues import Status
from extract.facts import fact
from extract.factuality import status
from extract.lexicon import classes
from extract.mentions import Discourse, entity_of, kind_of, mention
from extract.model import Mention, Predicate, Surface, Triple
from extract.positions import is_position
from extract.syntax import ancestors, children, copula, has_relation, is_predicate, lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

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
            referent = discourse.referents.get(holder.i)
            if referent is None or not referent.label or _is_one_name(owner, thing):
                continue
            owned = mention(thing, discourse, as_worded=True)
            having = mention(holder, discourse)
            bare = _without_owner(owned, owner)
            held = _held(thing, discourse)
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


def _held(thing: Token, discourse: Discourse) -> Status | None:
    """How the possession holds: for granted, unless what it is part of need not come about.

    None where the sentence denies it: ``is not his brother``.
    """
    granted = Status(attribution=discourse.voices.get(thing.i))
    if copula(thing) is not None:
        said = status(thing, discourse)
        return None if said.polarity == "negated" else said
    clause = next((h for _, h in ancestors(thing) if is_predicate(h)), None)
    if clause is None:
        return granted
    certainty = status(clause, discourse).certainty
    topic = has_relation(thing, "nsubj")
    open_ = certainty in ("hypothetical", "demanded", "questioned") or (certainty != "asserted" and not topic)
    return granted.weakened("possible") if open_ else granted


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
    name = owned.name.removeprefix(possessor).strip() or owned.name
    return replace(owned, start=after, text=rest, name=name)
