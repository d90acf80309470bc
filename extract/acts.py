"""Who acts politically on whom, where grammar puts the target deeper than an argument of the verb.

``launched an attack on Kyiv`` gives Russia – attack – Kyiv, ``rejected an Australian ultimatum`` links to
Australia, ``said that Sudan must return a helicopter`` is a demand of Sudan. What already stands as a direct
argument is left to ``extract.clauses``; both carry the class from ``extract.events``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from extract.arguments import Clause, clause, clauses, is_relative, subject_of
from extract.events import clause_event, noun_act, operator_of
from extract.facts import conjuncts, fact, verbal_group
from extract.factuality import status
from extract.lexicon.events import relation_of
from extract.mentions import Discourse, mention
from extract.model import Predicate, Triple
from extract.parties import is_party, named_within, party
from extract.syntax import child, children, has_relation, preposition, words_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OBLIGING = frozenset({"must", "should", "ought"})
_TRANSPARENT = frozenset({"light", "keep", None})


@dataclass(frozen=True, slots=True)
class Aim:
    """Whom an act is aimed at: the target's head, the canonical relation, and the words between as tokens."""

    target: Token
    relation: str
    path: tuple[Token, ...]


def acts(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """A triple for each act of the sentence whose target is no direct argument of its verb."""
    for found in clauses(sentence):
        yield from _done(found, discourse)
        yield from _obliged(found, discourse)


def _done(act: Clause, discourse: Discourse) -> Iterator[Triple]:
    doer = act.agent if act.passive else act.subject
    if doer is None:
        return
    held = status(act.predicate, discourse)
    kind = clause_event(act, held.polarity)
    aim = _aim(act, kind) if kind is not None else None
    if aim is None:
        return
    words = [t for g in act.governors for t in verbal_group(g, infinitive=True)]
    words += [*verbal_group(act.predicate, infinitive=bool(act.governors)), *aim.path]
    predicate = Predicate(text=words_of(words), lemma=aim.relation, event=kind)
    for source, target in product(conjuncts(doer), conjuncts(aim.target)):
        yield fact(
            mention(named_within(source), discourse), predicate, mention(named_within(target), discourse),
            anchor=act.predicate, held=held, discourse=discourse, extractor="act",
        )


def _aim(act: Clause, kind: str) -> Aim | None:
    """The target, from near to far: the act noun's, the object's, an oblique's, a complement's, an adverbial clause's."""
    objects = [a.head for a in act.arguments if a.role == "object"]
    for head in objects:
        aim = _of_noun(act, head, kind)
        if aim is not None:
            return aim
    if any(is_party(h) for h in objects) or act.passive:
        return None
    within = _inside(objects, kind)
    if within is not None:
        return within
    obliques = [a for a in act.arguments if a.role in ("oblique", "recipient")]
    if any(is_party(a.head) for a in obliques):
        return None
    return _inside([a.head for a in obliques], kind) or _in_clause(act, kind)


def _of_noun(act: Clause, head: Token, kind: str) -> Aim | None:
    """``launched an attack on Kyiv``: the target is a complement of the noun, wherever the parser hung it."""
    noun = noun_act(head)
    if noun is None:
        return None
    plain = operator_of(act.predicate) in _TRANSPARENT
    for phrase in (*children(head, "nmod"), *(a.head for a in act.arguments if a.role == "oblique")):
        case = preposition(phrase)
        if case and case[0].lower_ in noun.prepositions:
            target = party(phrase)
            if target is not None:
                return Aim(target, noun.relation if plain else relation_of(kind), (head, *case))
    return None


def _inside(heads: list[Token], kind: str) -> Aim | None:
    for head in heads:
        target = party(head)
        if target is not None:
            return Aim(target, relation_of(kind), (head,))
    return None


def _in_clause(act: Clause, kind: str) -> Aim | None:
    """``demanded that Kyiv withdraw``, ``rallied to protest Israel's decision``."""
    own = [*children(act.predicate, "ccomp", "xcomp", "advcl"), *_participles(act)]
    for content in own:
        subject = child(content, "nsubj")
        if has_relation(content, "ccomp") and subject is not None and is_party(subject) and not is_relative(subject):
            return Aim(subject, relation_of(kind), ())
    for content in own:
        inner = clause(content)
        for argument in inner.arguments:
            target = party(argument.head)
            if target is not None and not has_relation(content, "ccomp"):
                return Aim(target, relation_of(kind), ())
    return None


def _participles(act: Clause) -> list[Token]:
    """Participles and infinitives that a noun under the verb carries: ``issued a declaration demanding …``."""
    return [c for a in act.arguments for c in children(a.head, "acl") if not has_relation(c, "acl:relcl")]


def _obliged(act: Clause, discourse: Discourse) -> Iterator[Triple]:
    """``said that Sudan must return …``: what one says that another must do is demanded of the other."""
    verb, speech = act.predicate, act.predicate.head
    must = next((m for m in children(verb, "aux") if m.lower_ in _OBLIGING), None)
    own = child(verb, "nsubj")
    if must is None or own is None or not has_relation(verb, "ccomp") or not is_party(own):
        return
    speaker, _ = subject_of(speech)
    if speaker is None or not is_party(speaker):
        return
    predicate = Predicate(
        text=words_of([*verbal_group(speech), must]), lemma=relation_of("DEMAND"), event="DEMAND"
    )
    held = status(speech, discourse)
    for source, target in product(conjuncts(speaker), conjuncts(own)):
        yield fact(
            mention(named_within(source), discourse), predicate, mention(named_within(target), discourse),
            anchor=speech, held=held, discourse=discourse, extractor="act",
        )
