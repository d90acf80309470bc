"""A verb with its subject, objects, complements and obliques, read off a UD tree.

The clause types follow ClausIE (Del Corro and Gemulla 2013, table 1); relative pronouns give way to the noun
they stand for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.complements import entry_of
from extract.contested import contested_by
from extract.lexicon import words
from extract.mentions import kind_of
from extract.parties import is_party
from extract.subjects import governors, is_relative, keeps_object, subject_of
from extract.syntax import (
    child,
    children,
    has_relation,
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
        return None if labelled is not None and is_means(labelled) else labelled
    by = [o for o in children(predicate, "obl") if [p.lower_ for p in preposition(o)] == ["by"]]
    by = [o for o in by if not is_means(o)]
    acting = (o for o in by if kind_of(o) in ("name", "nominal", "pronoun") and child(o, "nummod") is None)
    return next(acting, None)


def is_means(noun: Token) -> bool:
    """Whether a bare noun behind ``by`` tells how something is done: ``by telephone``, ``by force``."""
    bare = all(has_relation(c, "case", "punct") for c in noun.children)
    return bare and noun.lower_ in words("means_nouns")


def _arguments(predicate: Token, passive: bool) -> Iterator[Argument]:
    """Objects first, then complements, then obliques and clauses, each in text order."""
    relative = _relative_argument(predicate, passive)
    agent = agent_of(predicate) if passive else None
    objects = _objects(predicate, passive)
    for head in objects:
        yield Argument(head, "object")
    if relative is not None:
        yield relative
    recipient = "recipient" if objects or relative is not None else "object"
    yield from (Argument(head, recipient) for head in children(predicate, "iobj"))
    settled = contested_by(predicate) is not None or _calls_what(predicate)
    contents = [] if settled else children(predicate, "xcomp", "ccomp")
    for head in contents:
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


def _objects(predicate: Token, passive: bool) -> list[Token]:
    """The clause's own objects, or those that it shares; of ``what they called lateness`` none."""
    if _calls_what(predicate):
        return []
    own = [o for o in children(predicate, "obj") if not is_relative(o)]
    found = own or _shared_objects(predicate, passive)
    return [o for o in found if o.lower_ not in ("what", "that") or o.i > predicate.i]


def _calls_what(predicate: Token) -> bool:
    """``what they called lateness``: only a way to name something else."""
    named = [predicate.head, *(c for c in children(predicate, "obj", "obl", "nsubj") if c.i < predicate.i)]
    return lemma(predicate) in words("calling_verbs") and any(t.lower_ == "what" for t in named)


def _shared_objects(predicate: Token, passive: bool) -> list[Token]:
    """The object that directly coordinated verbs have in common: ``drafted and signed the deal``.

    Only of verbs that mostly have one: nobody resigns a house in ``resigned and sold the house``.
    """
    if passive or lemma(predicate) not in words("transitive_verbs"):
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
    chained = _chained(predicate)
    if chained is not None:
        return chained
    denied = contested_by(predicate)
    if denied is not None:
        return Argument(denied, "clause") if child(predicate, "ccomp", "xcomp") is None else None
    if not is_relative_clause(predicate):
        return None
    if _passes_on(predicate):
        return None
    if any(not children(c, "nsubj", "csubj") for c in children(predicate, "ccomp")):
        return None  # "a plan that lawyers warned was illegal": the gap is the inner clause's
    noun = predicate.head
    for pronoun in children(predicate, "obj", "obl"):
        if is_relative(pronoun) and not _sums_up(pronoun, predicate):
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


def _sums_up(pronoun: Token, verb: Token) -> bool:
    """``…, which he denies`` stands for what was said, ``the first time that …`` for no argument."""
    entry = entry_of(verb)
    denied = entry is not None and entry[0] in ("deny", "doubt") and pronoun.lower_ == "which"
    return (denied and is_party(verb.head)) or (_stranded(verb) and not preposition(pronoun))


def _chained(predicate: Token) -> Argument | None:
    """The object that an infinitive has of its relative clause: ``the deal they hope to sign``."""
    verb = predicate
    while has_relation(verb, "xcomp") and is_infinitive(verb) and not is_relative_clause(verb):
        verb = verb.head
    own = [o for o in children(predicate, "obj") if is_relative(o)]
    inside = verb.i != predicate.i and is_relative_clause(verb)
    return Argument(verb.head, "object") if inside and (own or _passes_on(predicate.head)) else None


def _passes_on(relative: Token) -> bool:
    """Whether the last of a chain of verbs has the object of a relative clause, not the first."""
    infinitives = [c for c in children(relative, "xcomp") if is_infinitive(c)]
    if not infinitives or keeps_object(relative) or children(infinitives[0], "obj", "ccomp", "cop", "xcomp"):
        return False
    objects, subject = children(relative, "obj"), child(relative, "nsubj")
    gap = subject is not None and not is_relative(subject) and not objects and not _stranded(relative)
    return gap or any(map(is_relative, objects))


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
