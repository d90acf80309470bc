"""A verb with its subject, objects, complements and obliques, read off a UD tree.

The clause types follow ClausIE (Del Corro and Gemulla 2013, table 1); subjects are inherited over
coordination, control, raising and participles, and relative pronouns give way to the noun they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.complements import is_controlled_infinitive, marked_entry
from extract.lexicon import words
from extract.mentions import kind_of
from extract.syntax import (
    acts_passively,
    child,
    children,
    has_relation,
    is_bare_passive,
    is_finite_clause,
    is_infinitive,
    is_passive,
    is_predicate,
    is_relative_clause,
    lemma,
    preposition,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a clause. ``role`` is object, complement, oblique, clause or adverb."""

    head: Token
    role: str
    case: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A predicate with its arguments.

    ``subject`` stands before the verb; in a ``passive`` clause it is what the verb acts on and ``agent``
    what acts. ``governors`` are the verbs it is an open complement of, outermost first (``wants`` to buy).
    """

    predicate: Token
    subject: Token | None
    passive: bool
    agent: Token | None
    arguments: tuple[Argument, ...]
    governors: tuple[Token, ...] = ()


def clauses(sentence: Span) -> Iterator[Clause]:
    """All clauses of a sentence whose predicate is a verb or stands with a copula, in text order."""
    for token in sentence:
        if is_predicate(token):
            yield clause(token)


def clause(predicate: Token) -> Clause:
    """The clause that ``predicate`` heads, its subject inherited where grammar says so."""
    subject, passive = subject_of(predicate)
    return Clause(
        predicate=predicate,
        subject=subject,
        passive=passive,
        agent=agent_of(predicate) if passive else None,
        arguments=tuple(_arguments(predicate, passive)),
        governors=governors(predicate),
    )


def agent_of(predicate: Token) -> Token | None:
    """Who acts in a passive clause: its ``by`` phrase, unless that names a time or an amount."""
    labelled = child(predicate, "obl:agent")
    if labelled is not None or not is_passive(predicate):
        return labelled
    by = [o for o in children(predicate, "obl") if [p.lower_ for p in preposition(o)] == ["by"]]
    acting = (o for o in by if kind_of(o) in ("name", "nominal", "pronoun") and child(o, "nummod") is None)
    return next(acting, None)


def is_relative(token: Token) -> bool:
    """Whether the token is a relative pronoun (``who``, ``which``, ``that``)."""
    marked = "Rel" in token.morph.get("PronType", [])
    return marked or (token.tag_ in ("WDT", "WP") and token.lower_ != "what")


def subject_of(predicate: Token) -> tuple[Token | None, bool]:
    """The clause's subject and whether the clause is passive (the subject is acted on)."""
    passive = acts_passively(predicate)
    own = [s for s in children(predicate, "nsubj") if s.dep_ != "nsubj:outer"]
    if own:
        subject = _likeliest(own, predicate)
        return (_antecedent(predicate) if is_relative(subject) else subject), passive
    return _inherited(predicate), passive


def _likeliest(subjects: list[Token], predicate: Token) -> Token:
    """Of several the last before the verb: one behind it speaks (``said Lavrov``), a date is no subject."""
    actors = [s for s in subjects if s.ent_type_ not in ("DATE", "TIME")] or subjects
    return ([s for s in actors if s.i < predicate.i] or actors)[-1]


def _antecedent(predicate: Token) -> Token | None:
    """The noun a relative clause describes, also from a later conjunct of the clause."""
    while has_relation(predicate, "conj", "ccomp", "xcomp") and predicate.head.i != predicate.i:
        predicate = predicate.head
    return predicate.head if is_relative_clause(predicate) else None


def _is_own_clause(predicate: Token) -> bool:
    """A finite verb that the parser made an open complement: its subject is not to be guessed."""
    return has_relation(predicate, "xcomp") and is_finite_clause(predicate) and not is_infinitive(predicate)


def _inherited(predicate: Token) -> Token | None:
    """A subject shared with the governing clause (coordination, control, raising, participles)."""
    governor = predicate.head
    if governor.i == predicate.i or _is_own_clause(predicate):
        return None
    if has_relation(predicate, "conj") and is_predicate(governor):
        return subject_of(governor)[0]
    if has_relation(predicate, "acl:relcl"):
        return None
    if has_relation(predicate, "acl"):
        return _described(predicate, governor)
    if has_relation(predicate, "xcomp", "advcl", "ccomp") and is_predicate(governor):
        if has_relation(predicate, "ccomp") and not (
            is_infinitive(predicate) and child(governor, "obj", "iobj")
        ):
            return None
        return (
            _controller(predicate, governor)
            or _patient_before(predicate, governor)
            or subject_of(governor)[0]
        )
    return None


def _patient_before(participle: Token, governor: Token) -> Token | None:
    """The object that a passive participle follows after a comma: ``arrested Reed, accused of …``."""
    obj = child(governor, "obj")
    if obj is None or not is_bare_passive(participle):
        return None
    between = participle.doc[obj.right_edge.i + 1 : participle.left_edge.i + 1]
    return obj if 0 < len(between) <= 2 and between[0].text == "," else None


def _controller(predicate: Token, governor: Token) -> Token | None:
    """The object (or ``on``/``for``/``to`` phrase) of the governor that the open clause speaks of."""
    if lemma(governor) == "promise":
        return None
    open_clause = (
        has_relation(predicate, "xcomp", "ccomp")
        or _is_prepositional(predicate)
        or marked_entry(predicate, governor) is not None
        or is_controlled_infinitive(predicate, governor)
    )
    if not open_clause:
        return None
    asked = [
        o
        for o in children(governor, "obl")
        if o.i < predicate.i and [p.lower_ for p in preposition(o)] in (["on"], ["upon"], ["for"])
    ]
    return child(governor, "obj", "iobj") or (asked[0] if asked and is_infinitive(predicate) else None)


def _is_prepositional(predicate: Token) -> bool:
    """``accused X of bombing``, ``prevented X from entering``: the object acts in the gerund."""
    return any(m.lower_ in ("of", "from", "for") for m in children(predicate, "mark"))


def _described(predicate: Token, noun: Token) -> Token | None:
    """Subject of a participle or infinitive beside a noun: ``troops occupying …``, ``X's plan to …``."""
    if any(m.lower_ == "to" for m in children(predicate, "mark", "aux")):
        if is_passive(predicate):
            return noun
        owner, light = child(noun, "nmod:poss"), noun.head
        asked = [n for n in children(noun, "nmod") if [p.lower_ for p in preposition(n)] in (["on"], ["for"])]
        actor = subject_of(light)[0] if has_relation(noun, "obj", "xcomp") and is_predicate(light) else None
        if owner is not None and (owner.pos_ != "PRON" or actor is None):
            return owner
        return asked[0] if asked else actor
    if children(predicate, "mark") or noun.pos_ not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    start = predicate.left_edge.i
    aside = predicate.tag_ == "VBG" and start > 0 and predicate.doc[start - 1].text == ","
    if aside and has_relation(noun, "obj", "obl") and is_predicate(noun.head):
        return subject_of(noun.head)[0]
    return noun if predicate.tag_ in ("VBG", "VBN", "VBD") else None


def governors(predicate: Token) -> tuple[Token, ...]:
    """The words whose open complement the predicate is, with the same subject, outermost first."""
    chain: list[Token] = []
    token = predicate
    while has_relation(token, "xcomp") and is_predicate(token.head) and not child(token, "nsubj"):
        if _controller(token, token.head) is not None:
            break
        token = token.head
        chain.insert(0, token)
    return tuple(chain)


def _arguments(predicate: Token, passive: bool) -> Iterator[Argument]:
    """Objects first, then complements, then obliques and clauses, each in text order."""
    relative = _relative_argument(predicate, passive)
    agent = agent_of(predicate) if passive else None
    objects = [o for o in children(predicate, "obj") if not is_relative(o)] or _shared_objects(
        predicate, passive
    )
    for head in objects:
        yield Argument(head, "object")
    if relative is not None:
        yield relative
    recipient = "recipient" if objects or relative is not None else "object"
    yield from (Argument(head, recipient) for head in children(predicate, "iobj"))
    for head in children(predicate, "xcomp", "ccomp"):
        if has_relation(head, "xcomp") and not is_predicate(head):
            yield Argument(head, "complement", preposition(head))
        elif has_relation(head, "ccomp"):
            yield Argument(head, "clause")
    for head in children(predicate, "obl"):
        if (agent is None or head.i != agent.i) and not is_relative(head):
            yield Argument(head, "oblique", preposition(head))
    for head in children(predicate, "advmod"):
        if head.i > predicate.i and head.tag_ != "WRB" and head.lower_ not in words("focus_adverbs"):
            yield Argument(head, "adverb")


def _shared_objects(predicate: Token, passive: bool) -> list[Token]:
    """The object that directly coordinated verbs have in common: ``drafted and signed the deal``."""
    if passive:
        return []
    first = predicate.head
    if (
        has_relation(predicate, "conj")
        and predicate.i - first.i <= 3
        and not child(predicate, "nsubj", "obl")
    ):
        return [o for o in children(first, "obj") if o.i > predicate.i]
    for other in children(predicate, "conj"):
        if (
            other.i - predicate.i <= 3
            and not child(predicate, "obl", "ccomp", "xcomp")
            and not child(other, "nsubj")
        ):
            return children(other, "obj")
    return []


def _relative_argument(predicate: Token, passive: bool) -> Argument | None:
    """What a relative pronoun, or the gap where it could stand, is the object or oblique of."""
    if not is_relative_clause(predicate) or any(m.lower_ == "that" for m in children(predicate, "mark")):
        return None
    noun = predicate.head
    for pronoun in children(predicate, "obj", "obl"):
        if is_relative(pronoun):
            role = "object" if has_relation(pronoun, "obj") else "oblique"
            return Argument(noun, role, preposition(pronoun))
    subject = child(predicate, "nsubj")
    gap = (
        subject is not None
        and not any(is_relative(t) or t.lower_ == "whose" for t in subject.subtree)
        and not passive
        and child(predicate, "obj", "ccomp", "xcomp", "cop") is None
    )
    wh_adverb = any(a.tag_ == "WRB" for a in children(predicate, "advmod"))
    return Argument(noun, "object") if gap and not wh_adverb and not _stranded(predicate) else None


def _stranded(predicate: Token) -> bool:
    """A relative clause about a time or manner has no gap to fill: ``the day he left``."""
    return predicate.head.lower_ in (
        "day",
        "time",
        "year",
        "way",
        "reason",
        "moment",
        "place",
        "week",
        "month",
    )
