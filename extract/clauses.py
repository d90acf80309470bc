"""Verbal clauses → triples: one for the first argument, one more for each that says who, where or when."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import TYPE_CHECKING

from extract.arguments import Argument, Clause, clauses
from extract.cues import Status
from extract.events import clause_event
from extract.facts import (
    argument_mention,
    argument_text,
    conjuncts,
    fact,
    is_denied_beside,
    meant,
    relation_lemma,
    relation_words,
    surfaces,
)
from extract.factuality import claims_nothing, status
from extract.idioms import as_called, completed, completion
from extract.lexicon import classes, words
from extract.mentions import Discourse, is_time, mention
from extract.model import Predicate, Surface, Triple
from extract.positions import is_person, positions
from extract.subjects import is_relative
from extract.syntax import child, children, copula, has_relation, is_to_be, lemma, preposition, words_of
from extract.timing import is_ahead

if TYPE_CHECKING:
    from spacy.tokens import Span

_ORDER = {"object": 0, "complement": 1, "clause": 2, "oblique": 3, "recipient": 4, "adverb": 5}


def verbal(sentence: Span, discourse: Discourse) -> Iterator[Triple]:
    """Triples of all clauses of the sentence that have a full verb."""
    for clause in clauses(sentence):
        if copula(clause.predicate) is None or is_to_be(clause.predicate):
            yield from _clause_triples(clause, discourse)


def _clause_triples(clause: Clause, discourse: Discourse) -> Iterator[Triple]:
    held = status(clause.predicate, discourse)
    held = held.weakened("planned") if is_ahead(clause, discourse.article.published) else held
    arguments = sorted(
        (a for a in clause.arguments if not _is_source(a)), key=lambda a: (_ORDER[a.role], a.head.i)
    )
    if clause.subject is None or _is_expletive(clause) or claims_nothing(clause.predicate):
        return
    if clause.agent is not None:
        yield from _turned_passive(clause, arguments, held, discourse)
    if not any(a.role in ("object", "complement", "clause") for a in clause.arguments):
        yield from _reciprocal(clause, held, discourse)
    extractor = "clause" if clause.agent is None else "adjunct"
    for position, argument in enumerate(arguments):
        of_passive = clause.agent is not None and argument.role != "adverb"
        if of_passive or (position == 0 and clause.agent is None) or _tells_more(argument):
            others = [a for a in arguments if a is not argument]
            yield from _binary(clause, argument, others, held, discourse, extractor)
        extractor = "adjunct"
    yield from _new_position(clause, arguments, held, discourse)
    yield from _located(clause, held, discourse)


def _new_position(
    clause: Clause, arguments: list[Argument], held: Status, discourse: Discourse
) -> Iterator[Triple]:
    """``became president``, ``was appointed ambassador``: a position held from then on."""
    assert clause.subject is not None
    gains = lemma(clause.predicate) == "become" or (
        clause.passive and lemma(clause.predicate) in words("appointing_verbs")
    )
    for argument in arguments:
        if gains and argument.role in ("complement", "object") and is_person(clause.subject, discourse):
            yield from positions(
                clause.subject, argument.head, relation_words(clause, argument), held, discourse
            )


def _located(clause: Clause, held: Status, discourse: Discourse) -> Iterator[Triple]:
    """``there is a base in Kenya``: what exists is where its own phrase puts it."""
    assert clause.subject is not None
    if lemma(clause.predicate) != "be" or child(clause.predicate, "expl") is None:
        return
    for place in children(clause.subject, "nmod"):
        case = preposition(place)
        if case and case[0].lower_ in ("in", "at", "on", "near") and child(clause.predicate, "obl") is None:
            text = relation_words(clause, Argument(place, "oblique", case))
            yield fact(
                mention(clause.subject, discourse, before=place),
                Predicate(text=text, lemma=f"be {words_of(case).lower()}"),
                mention(place, discourse),
                anchor=clause.predicate,
                held=held,
                discourse=discourse,
                extractor="clause",
            )


def _is_expletive(clause: Clause) -> bool:
    """``it was reported that …``: the subject stands for the clause."""
    clausal = child(clause.predicate, "ccomp", "csubj") is not None
    return clausal and clause.passive and clause.subject is not None and clause.subject.lower_ == "it"


def _is_source(argument: Argument) -> bool:
    """``according to X`` and ``in X's opinion`` tell who says it, not what."""
    case = [t.lower_ for t in argument.case]
    opinion = argument.head.lower_ in classes("cues")["opinion"] and child(argument.head, "nmod") is not None
    return case == ["according", "to"] or (case in (["in"], ["to"]) and opinion)


def _tells_more(argument: Argument) -> bool:
    """Whether a further argument names somebody, something or some time; ``in principle`` does not."""
    head = argument.head
    named = bool(head.ent_type_) or any(
        t.ent_type_
        for t in head.subtree
        if has_relation(t, "nmod:poss", "compound", "flat", "nmod") or t.i == head.i
    )
    if argument.role == "recipient" or named or is_time(head):
        return True
    bare = all(has_relation(c, "case", "punct", "conj") for c in head.children)
    empty = bare and head.lower_ in words("adverbial_nouns")
    nominal = head.pos_ in ("NOUN", "PROPN")
    return argument.role == "oblique" and bool(argument.case) and nominal and not empty


def _binary(
    clause: Clause,
    argument: Argument,
    others: list[Argument],
    held: Status,
    discourse: Discourse,
    extractor: str,
) -> Iterator[Triple]:
    assert clause.subject is not None
    heads = [argument.head] if argument.role == "clause" else meant(clause, argument.head)
    adjuncts = surfaces([*(argument_text(o, with_case=True) for o in others), *_controlled(clause)])
    if argument.role == "recipient":
        argument = Argument(argument.head, "recipient")
    kind = None if is_time(argument.head) else clause_event(clause, held.polarity)
    predicate = Predicate(text=relation_words(clause, argument), lemma=_lemma(clause, argument), event=kind)
    for subject, target in product(meant(clause, clause.subject), heads):
        denied = argument.role != "clause" and is_denied_beside(target, argument.head)
        left, right = (
            mention(subject, discourse, before=clause.predicate),
            as_called(argument_mention(argument, target, discourse), clause.predicate, target),
        )
        surface = Surface(subject=left.text, predicate=predicate.text, object=right.text)
        yield fact(
            left,
            predicate,
            right,
            anchor=clause.predicate,
            held=held.negated() if denied else held,
            discourse=discourse,
            extractor=extractor,
            surface=surface,
            adjuncts=adjuncts,
        )


def _controlled(clause: Clause) -> Iterator[str]:
    """The infinitive that says what the object is made, asked or left to do."""
    if child(clause.predicate, "obj") is not None:
        for act in children(clause.predicate, "xcomp"):
            if act.pos_ == "VERB" and act.i > clause.predicate.i:
                yield act.doc[act.left_edge.i : act.right_edge.i + 1].text


def _lemma(clause: Clause, argument: Argument) -> str:
    base = relation_lemma(clause, argument)
    completing = completion(clause.predicate)
    if (
        completing is not None
        and argument.head.i != completing.i
        and argument.role in ("object", "recipient")
    ):
        return completed(base, completing)
    if argument.role == "recipient":
        return f"{base} to"
    obj = next((o for o in children(clause.predicate, "obj") if not is_relative(o)), None)
    if (
        argument.role == "oblique"
        and obj is not None
        and obj.pos_ == "NOUN"
        and child(clause.predicate, "compound:prt") is None
        and not clause.passive
        and lemma(clause.predicate) in words("light_verbs")
    ):
        verb, *rest = base.split(" ", 1)
        return " ".join([verb, lemma(obj), *rest])
    return base


def _turned_passive(
    clause: Clause, arguments: list[Argument], held: Status, discourse: Discourse
) -> Iterator[Triple]:
    """``Crimea was annexed by Russia`` → Russia – annex – Crimea."""
    assert clause.subject is not None
    assert clause.agent is not None
    adjuncts = surfaces(argument_text(o, with_case=True) for o in arguments)
    lemma_, completing = relation_lemma(clause, Argument(clause.agent, "agent")), completion(clause.predicate)
    lemma_ = lemma_ if completing is None else completed(lemma_, completing)
    text = relation_words(clause, Argument(clause.agent, "agent", tuple(children(clause.agent, "case"))))
    predicate = Predicate(text=text, lemma=lemma_, event=clause_event(clause, held.polarity))
    for patient, agent in product(conjuncts(clause.subject), conjuncts(clause.agent)):
        acted = mention(patient, discourse, before=clause.predicate)
        actor = mention(agent, discourse)
        yield fact(
            actor,
            predicate,
            acted,
            anchor=clause.predicate,
            held=held,
            discourse=discourse,
            extractor="clause",
            surface=Surface(subject=acted.text, predicate=text, object=actor.text),
            adjuncts=adjuncts,
        )


def _reciprocal(clause: Clause, held: Status, discourse: Discourse) -> Iterator[Triple]:
    """``Ankara and Athens clashed``: each pair, in text order."""
    assert clause.subject is not None
    if lemma(clause.predicate) not in words("reciprocal_verbs") or clause.passive:
        return
    predicate = Predicate(
        text=relation_words(clause, None),
        lemma=relation_lemma(clause, None),
        event=clause_event(clause, held.polarity),
    )
    for one, other in combinations(conjuncts(clause.subject), 2):
        yield fact(
            mention(one, discourse),
            predicate,
            mention(other, discourse),
            anchor=clause.predicate,
            held=held,
            discourse=discourse,
            extractor="pair",
        )
