"""Who or what a clause speaks of: its subject, its own or inherited, and the verbs it shares it with.

Subjects are inherited over coordination, control, raising and participles; relative pronouns give way to the
noun they stand for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.complements import entry_of, is_controlled_infinitive, marked_entry
from extract.contested import contested_by
from extract.parties import is_party
from extract.syntax import (
    acts_passively,
    child,
    children,
    copula,
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
    from spacy.tokens import Token


_ASKED = (["on"], ["for"], ["by"])
"""Prepositions of whom a noun with an infinitive speaks: ``pressure on Egypt to …``."""
_OWN_ACT = frozenset({"promise", "face", "use", "spend", "seize"})
"""Verbs with an object whose infinitive is their subject's act: ``used the occasion to announce``."""


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
        if predicate.tag_ != "VBG" and any(c.tag_ == "POS" for c in children(subject, "case")):
            return None, passive  # "Reed's slipped": something of his did
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
    if not is_relative_clause(predicate) or contested_by(predicate) is not None:
        return None
    return _described_person(predicate.head)


def _described_person(noun: Token) -> Token:
    """``Reed, a Democrat who was elected``: what is told of the description is told of the person."""
    name = noun.head
    indefinite = any(d.lower_ in ("a", "an") for d in children(noun, "det"))
    return name if has_relation(noun, "appos") and indefinite and name.ent_type_ == "PERSON" else noun


def _is_own_clause(predicate: Token) -> bool:
    """A finite verb that the parser made an open complement: its subject is not to be guessed."""
    return has_relation(predicate, "xcomp") and is_finite_clause(predicate) and not is_infinitive(predicate)


def _inherited(predicate: Token) -> Token | None:
    """A subject shared with the governing clause (coordination, control, raising, participles)."""
    governor = predicate.head
    if governor.i == predicate.i or _is_own_clause(predicate):
        return None
    if has_relation(predicate, "conj") and is_predicate(governor):
        return subject_of(_finite(governor) if is_finite_clause(predicate) else governor)[0]
    if has_relation(predicate, "acl:relcl"):
        return None
    if has_relation(predicate, "acl"):
        return _suspected(predicate, governor) or _described(predicate, governor)
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


def _finite(verb: Token) -> Token:
    """The clause of an infinitive that a finite verb was mistaken to be coordinated with."""
    while has_relation(verb, "xcomp") and is_infinitive(verb) and is_predicate(verb.head):
        verb = verb.head
    return verb


def _patient_before(participle: Token, governor: Token) -> Token | None:
    """The object that a passive participle follows after a comma: ``arrested Reed, accused of …``."""
    obj = child(governor, "obj")
    if obj is None or not is_bare_passive(participle):
        return None
    between = participle.doc[obj.right_edge.i + 1 : participle.left_edge.i + 1]
    return obj if 0 < len(between) <= 2 and between[0].text == "," else None


def _controller(predicate: Token, governor: Token) -> Token | None:
    """The object (or ``on``/``for``/``to`` phrase) of the governor that the open clause speaks of."""
    if lemma(governor) in _OWN_ACT:
        return None
    if is_passive(governor) and marked_entry(predicate, governor) is not None:
        return None  # "was fined $5m for …": of whoever was fined
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
    obj = (
        child(governor, "iobj", "obj")
        if marked_entry(predicate, governor)
        else child(governor, "obj", "iobj")
    )
    if obj is not None and obj.lower_.endswith(("self", "selves")):
        return subject_of(governor)[0]
    if obj is not None and is_relative(obj):
        return _antecedent(governor) if keeps_object(governor) else None
    if obj is not None and obj.pos_ == "NOUN" and is_infinitive(predicate) and entry_of(obj) is not None:
        return _planner(obj)
    return obj or (asked[0] if asked and is_infinitive(predicate) else None)


def _planner(noun: Token) -> Token | None:
    """Whose plan it is: ``plans by the government to …``."""
    by = (n for n in children(noun, "nmod") if [p.lower_ for p in preposition(n)] == ["by"])
    return child(noun, "nmod:poss") or next(by, None)


def keeps_object(verb: Token) -> bool:
    """Whether an infinitive is what the verb's object is to do: ``urged X to …``; not ``hope to …``."""
    entry = entry_of(verb)
    return (
        entry is not None
        and entry[2] in ("demand", "possible", "prevent", "forbid")
        and lemma(verb) != "want"
    )


def _is_prepositional(predicate: Token) -> bool:
    """``accused X of bombing``, ``fired X for stealing``: the object acts in the gerund, if it can act."""
    marks = {m.lower_ for m in children(predicate, "mark")}
    obj = child(predicate.head, "obj", "iobj")
    return bool(marks & {"of", "from"}) or ("for" in marks and obj is not None and is_party(obj))


def _suspected(gerund: Token, noun: Token) -> Token | None:
    """Of whom ``on trial for …``, ``arrested on suspicion of …`` and ``denied charges of …`` speak."""
    verb = noun.head
    if marked_entry(gerund, noun) is None or not (copula(noun) is not None or is_predicate(verb)):
        return None
    if copula(noun) is not None:
        return subject_of(noun)[0]
    if has_relation(noun, "obl"):
        return child(verb, "obj") or subject_of(verb)[0]
    own = has_relation(noun, "obj") and lemma(verb) in ("face", "deny", "admit", "reject", "fight")
    return subject_of(verb)[0] if own else None


def _described(predicate: Token, noun: Token) -> Token | None:
    """Subject of a participle or infinitive beside a noun: ``troops occupying …``, ``X's plan to …``."""
    if any(m.lower_ == "to" for m in children(predicate, "mark", "aux")):
        if is_passive(predicate) and copula(noun) is None and entry_of(noun) is None:
            return noun
        if copula(noun) is not None:
            return subject_of(noun)[0]
        if noun.lower_ in ("nothing", "something", "anything") and child(predicate, "ccomp") is not None:
            return noun
        owner, light = child(noun, "nmod:poss"), noun.head
        asked = [n for n in children(noun, "nmod") if [p.lower_ for p in preposition(n)] in _ASKED]
        actor = subject_of(light)[0] if has_relation(noun, "obj", "xcomp") and is_predicate(light) else None
        if owner is not None and (owner.pos_ != "PRON" or actor is None):
            return owner
        return asked[0] if asked else actor
    if children(predicate, "mark") or noun.pos_ not in ("NOUN", "PROPN", "PRON", "NUM"):
        return None
    if _is_state(predicate, noun):
        return subject_of(noun.head)[0]
    start = predicate.left_edge.i
    aside = predicate.tag_ == "VBG" and start > 0 and predicate.doc[start - 1].text == ","
    top = noun
    while aside and has_relation(top, "nmod"):
        top = top.head
    if aside and has_relation(top, "obj", "obl") and is_predicate(top.head):
        return subject_of(top.head)[0]
    return _described_person(noun) if predicate.tag_ in ("VBG", "VBN", "VBD") else None


def _is_state(participle: Token, noun: Token) -> bool:
    """``appeared in court charged with …``: a noun so bare is not what the participle describes."""
    bare = noun.pos_ == "NOUN" and not children(noun, "det", "amod", "compound", "nmod", "nummod")
    singular = "Sing" in noun.morph.get("Number", [])
    return (
        participle.tag_ == "VBN"
        and bare
        and singular
        and has_relation(noun, "obl")
        and is_predicate(noun.head)
    )


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
