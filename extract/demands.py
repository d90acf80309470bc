"""Demands → triples: ``demanded that Kyiv relinquish Crimea``, what is demanded and of whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.arguments import clauses
from extract.events import clause_event
from extract.facts import conjuncts, fact, relation_lemma, relation_words
from extract.factuality import status
from extract.lexicon import words
from extract.mentions import Discourse, mention
from extract.model import Predicate, Triple
from extract.stances import stance_of
from extract.syntax import child, children, lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def demanded(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """``demanded that Kyiv relinquish Crimea``: what is demanded, and of whom."""
    for clause in clauses(sentence):
        content = next((a.head for a in clause.arguments if a.role == "clause"), None)
        if content is None or clause.subject is None or stance_of(clause.predicate, content) != "demand":
            continue
        held = status(clause.predicate, discourse)
        for target, case in _wanted(content):
            base = relation_lemma(clause, None)
            predicate = Predicate(
                text=relation_words(clause, None),
                lemma=f"{base} {case}".strip(),
                event=clause_event(clause, held.polarity),
            )
            for subject in conjuncts(clause.subject):
                yield fact(
                    mention(subject, discourse),
                    predicate,
                    mention(target, discourse),
                    anchor=clause.predicate,
                    held=held,
                    discourse=discourse,
                    extractor="demand",
                )


def _wanted(content: Token) -> Iterator[tuple[Token, str]]:
    """What is to be handed over (by any of the coordinated verbs), and the one it is demanded of."""
    for act in conjuncts_of_clause(content):
        for obj in children(act, "obj") if lemma(act) in words("yielding_verbs") else ():
            yield from ((head, "") for head in conjuncts(obj))
    subject = child(content, "nsubj")
    if subject is not None and subject.dep_ == "nsubj":
        yield from ((head, "of") for head in conjuncts(subject))


def conjuncts_of_clause(verb: Token) -> list[Token]:
    """A clause's verb and the verbs coordinated with it that share its subject."""
    return [verb, *(c for c in children(verb, "conj") if c.pos_ == "VERB" and child(c, "nsubj") is None)]
