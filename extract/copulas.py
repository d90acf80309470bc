"""Clauses with a copula → triples: ``X is Y``, ``X is in Y``, ``X is distinct from Y``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from extract.arguments import Argument, Clause, clauses
from extract.complements import marked_entry
from extract.cues import Status
from extract.extents import phrase
from extract.facts import (
    argument_text,
    clause_mention,
    conjuncts,
    fact,
    relation_words,
    surfaces,
    verbal_group,
)
from extract.factuality import status
from extract.mentions import Discourse, is_time, mention
from extract.model import Mention, Predicate, Surface, Triple
from extract.positions import is_person, is_position, positions
from extract.syntax import (
    child,
    children,
    copula,
    has_relation,
    is_relative_clause,
    is_to_be,
    lemma,
    preposition,
    words_of,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def copular(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """Triples of all clauses of the sentence whose predicate stands with a copula."""
    for clause in clauses(sentence):
        copular_clause = copula(clause.predicate) is not None and not is_to_be(clause.predicate)
        if copular_clause and clause.subject is not None:
            held = status(clause.predicate, discourse)
            yield from _complements(clause, held, discourse)


def _copula(clause: Clause) -> list[Token]:
    """The copula with auxiliaries and negation, without the complement."""
    group = [t for g in clause.governors for t in verbal_group(g, infinitive=True)]
    first, _ = phrase(clause.predicate)
    own = verbal_group(clause.predicate, infinitive=bool(clause.governors))
    return group + [t for t in own if t.i < first or not (t.pos_ == "ADV" or t.i == clause.predicate.i)]


def _complements(clause: Clause, held: Status, discourse: Discourse) -> Iterator[Triple]:
    assert clause.subject is not None
    head = clause.predicate
    obliques = [
        a
        for a in clause.arguments
        if a.role == "oblique" and [t.lower_ for t in a.case] != ["according", "to"]
    ]
    if head.pos_ in ("ADJ", "VERB", "ADV") and obliques and obliques[0].head.i > head.i:
        yield from _quality_of(clause, obliques, held, discourse)
        return
    if _is_empty(clause):
        return
    case = preposition(head)
    text = words_of([*_copula(clause), *case])
    lemma_ = f"be {words_of(case).lower()}".strip()
    adjuncts = surfaces(argument_text(o, with_case=True) for o in obliques)
    for subject, complement in product(conjuncts(clause.subject), conjuncts(head)):
        if is_person(subject, discourse) and is_position(complement) and not case:
            yield from positions(subject, complement, text, held, discourse)
            continue
        yield fact(
            mention(subject, discourse),
            Predicate(text=text, lemma=lemma_),
            _complement(complement, discourse),
            anchor=head,
            held=held,
            discourse=discourse,
            extractor="copula",
            adjuncts=adjuncts,
        )
    yield from _further(clause, obliques, text, held, discourse)


def _is_empty(clause: Clause) -> bool:
    """``it is true that …``, ``is unlikely to …``, ``it was X that …``: the content is another clause's."""
    head, subject = clause.predicate, clause.subject
    if child(head, "nsubj") is None and any(t.lower_ in ("so", "neither", "nor") for t in head.children):
        return True  # "and so was Reed": he was what was said before
    clausal = child(head, "ccomp", "csubj") is not None or child(head, "expl") is not None
    it = subject is not None and subject.lower_ == "it"
    if it and any(is_relative_clause(c) for c in head.children):
        return True
    if any(marked_entry(c, head) for c in children(head, "advcl")) and head.pos_ in ("ADJ", "ADV"):
        return True
    expletive = clausal and it
    return head.pos_ == "ADJ" and (expletive or any(c.pos_ == "VERB" for c in children(head, "xcomp")))


def _complement(head: Token, discourse: Discourse) -> Mention:
    return clause_mention(head, discourse) if head.pos_ == "VERB" else mention(head, discourse)


def _quality_of(
    clause: Clause, obliques: list[Argument], held: Status, discourse: Discourse
) -> Iterator[Triple]:
    """``is distinct from the Community``: the adjective belongs to the relation."""
    assert clause.subject is not None
    first, *rest = obliques
    text = relation_words(clause, first)
    lemma_ = " ".join(["be", lemma(clause.predicate), *(t.lower_ for t in first.case)])
    adjuncts = surfaces(argument_text(o, with_case=True) for o in rest)
    for subject, target in product(conjuncts(clause.subject), conjuncts(first.head)):
        yield fact(
            mention(subject, discourse),
            Predicate(text=text, lemma=lemma_),
            mention(target, discourse),
            anchor=clause.predicate,
            held=held,
            discourse=discourse,
            extractor="copula",
            adjuncts=adjuncts,
        )


def _further(
    clause: Clause, obliques: list[Argument], text: str, held: Status, discourse: Discourse
) -> Iterator[Triple]:
    """``was president of X in 2010``: one more triple for a named place or time of the state."""
    assert clause.subject is not None
    head = clause.predicate
    if head.pos_ not in ("NOUN", "PROPN") or preposition(head):
        return
    for oblique in obliques:
        if not (oblique.head.ent_type_ or is_time(oblique.head)) or has_relation(oblique.head, "obl:agent"):
            continue
        phrase = mention(head, discourse)
        predicate = Predicate(
            text=f"{text} {phrase.text} {words_of(oblique.case)}".strip(),
            lemma=" ".join(["be", lemma(head), *(t.lower_ for t in oblique.case)]),
        )
        subject, target = mention(clause.subject, discourse), mention(oblique.head, discourse)
        surface = Surface(subject=subject.text, predicate=predicate.text, object=target.text)
        yield fact(
            subject,
            predicate,
            target,
            anchor=head,
            held=held,
            discourse=discourse,
            extractor="adjunct",
            surface=surface,
        )
