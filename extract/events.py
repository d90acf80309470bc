"""What kind of act a predicate names: PLOVER classes from the event lexicon, composed over nested verbs.

A verb's own class comes from ``lexicon/events.tsv``, by the most specific rule that its clause satisfies,
or from its object noun (``launched an attack``, ``events_nouns.tsv``). Words that take an act as their
complement (``threatened to``, ``rejected calls for``, ``events_operators.tsv``) change its class by
``events_algebra.tsv``, as do a future modal and negation; the idea is the verb algebra of PETRARCH2 (Norris
2016).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.event_features import MODIFIERS, clause_features, names_of, operator_of, rules_of
from extract.lexicon import words
from extract.lexicon.events import NounAct, Rule, algebra, noun_acts, verb_rules
from extract.model import Polarity
from extract.parties import bears_party
from extract.syntax import ancestors, children, has_relation, is_passive, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.arguments import Clause


def event(
    predicate: Token,
    governors: tuple[Token, ...] = (),
    object_head: Token | None = None,
    polarity: Polarity = "affirmed",
) -> str | None:
    """The PLOVER class of a clause.

    Args:
        predicate: the head of the clause.
        governors: the words it is an open complement of, outermost first.
        object_head: what stands as its object if grammar moved it (a passive's subject, a relative's noun).
        polarity: of the whole clause, so that denied cooperation is a rejection.

    Returns:
        The class name as in the PLOVER records, or None for no political act.

    """
    found = _timed(own_class(predicate, object_head), predicate)
    operators = [operator for g in reversed(governors) if (operator := operator_of(g))]
    for governor in reversed(governors):
        found = _timed(under(governor, found), governor)
    refused = "refuse" in operators or "fail" in operators
    return apply("not", found) if polarity == "negated" and not refused else found


def clause_event(clause: Clause, polarity: Polarity) -> str | None:
    """The class of a clause whose doer (of a passive without agent: whose patient) can act politically."""
    actor = clause.agent or clause.subject
    if actor is None or not (bears_party(actor) or _is_weapon(actor) or content_class(actor)):
        return None
    return act_event(clause, polarity)


def act_event(clause: Clause, polarity: Polarity) -> str | None:
    """The class of a clause whoever does it, its object found where a passive or relative clause moved it."""
    moved = [a.head for a in clause.arguments if a.role == "object"][:1]
    if clause.passive and clause.subject is not None:
        moved = [clause.subject]
    return event(clause.predicate, clause.governors, moved[0] if moved else None, polarity)


def _is_weapon(token: Token) -> bool:
    return any(name in ("&weapon", "&aircraft") for name in names_of(token))


def own_class(predicate: Token, object_head: Token | None = None) -> str | None:
    """The class that the predicate has by itself or by its object noun, without modals and governors."""
    objects = [object_head] if object_head is not None else _objects(predicate)
    features = frozenset(clause_features(predicate, objects))
    rule = next((r for r in rules_of(predicate) if r[0] <= features), None)
    operator = operator_of(predicate)
    if operator == "engaged":
        objects = children(predicate, "obl")
    content = next((c for o in objects if (c := _by_subject(o, features))), None) if operator else None
    if operator == "demand":  # "called the talks useful" asks for nothing
        content = None
    if operator is not None and content is not None and (operator == "light" or not _is_about_object(rule)):
        return apply(operator, content)
    return _named(rule[1]) if rule is not None else None


def _is_about_object(rule: Rule | None) -> bool:
    return rule is not None and any(not condition.startswith("p:") for condition in rule[0])


def _by_subject(noun: Token, features: frozenset[str]) -> str | None:
    """The class of the object's act, by who does it where the act's verb asks for that (an army's attack)."""
    act = noun_act(noun)
    if act is not None:
        for conditions, name in verb_rules().get(act.relation, ()):
            if conditions and conditions <= features and all(c.startswith("s:") for c in conditions):
                return _named(name)
    return content_class(noun)


def content_class(noun: Token) -> str | None:
    """The class of the act a noun names, also through a noun that changes it (``suspension of talks``)."""
    operator = operator_of(noun)
    if operator is not None:
        inner = next((c for n in children(noun, "nmod", "acl", "compound") if (c := _inner_class(n))), None)
        if inner is not None:
            return apply(operator, inner)
    act = noun_act(noun)
    return act.event if act is not None else None


def noun_act(noun: Token) -> NounAct | None:
    """The act that a noun, alone or with its modifier (``hunger strike``, ``aid deliveries``), names."""
    if noun.pos_ != "NOUN":
        return None
    modifiers = [lemma(m) for m in children(noun, *MODIFIERS) if m.pos_ in ("NOUN", "ADJ")]
    if lemma(noun) in words("events_actors"):
        modifiers = []
    keys = (*(f"{m}-{lemma(noun)}" for m in modifiers), lemma(noun), *modifiers)
    return next((noun_acts()[key] for key in keys if key in noun_acts()), None)


def under(governor: Token, content: str | None) -> str | None:
    """The class of an act once its governing word has acted on it; a plain governor leaves it as it is."""
    operator = operator_of(governor)
    if operator is None:
        return content
    result = apply(operator, content)
    return own_class(governor) if result == "own" else result


def apply(operator: str, content: str | None) -> str | None:
    """One line of the algebra: an operator's name and the class it acts on → a class or None."""
    for classes, result in algebra().get(operator, ()):
        if (content or "none") in classes or (content and "*" in classes):
            return content if result == "=" else None if result == "-" else result
    return content


def _inner_class(token: Token) -> str | None:
    return own_class(token) if has_relation(token, "acl") else content_class(token)


def _timed(found: str | None, verb: Token) -> str | None:
    """What a modal makes of the act: meant for the future, or denied."""
    for modal in children(verb, "aux"):
        future = modal.lower_ in ("will", "shall", "'ll", "’ll") or (
            modal.lower_ == "would" and _is_reported(verb)
        )
        if future and not is_passive(verb):
            return apply("will", found)
    return found


def _is_reported(verb: Token) -> bool:
    return any(has_relation(d, "ccomp", "parataxis") for d, _ in (*ancestors(verb), (verb, verb)))


def _named(name: str) -> str | None:
    return None if name == "-" else name


def _objects(predicate: Token) -> list[Token]:
    found = children(predicate, "obj")
    return found or (children(predicate, "nsubj:pass") if is_passive(predicate) else [])
