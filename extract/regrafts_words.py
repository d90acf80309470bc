"""Words that parsers take for another kind of word, read as what they are: ``pending the trial`` has no verb.

Each rule knows one misreading whose right reading the lexicon or the word order settles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.inflection import participle_of, past_of
from extract.lexicon import classes, words
from extract.syntax import child, children, has_relation, is_predicate, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHRASES = frozenset({("in", "exchange"), ("in", "return")})
"""Preposition and noun that make one preposition with ``for``."""


def move(token: Token, head: Token, relation: str) -> None:
    """Hang a token on another head."""
    token.head = head
    token.dep_ = relation


def _to_neighbour(word: Token) -> None:
    """``accused neighbouring Tesk of firing``: no act, but what kind of country."""
    name = child(word, "obj")
    if word.lower_ not in words("adjacency") or word.tag_ != "VBG" or name is None or name.i != word.i + 1:
        return
    verb, relation = word.head, word.dep_
    for other in [c for c in word.children if c.i != name.i]:
        other.head = verb
    taken = verb.pos_ != "VERB" or child(verb, "obj") is not None
    move(name, verb, relation if taken else "obj")
    move(word, name, "amod")
    word.pos_, word.tag_ = "ADJ", "JJ"


def _to_preposition(noun: Token) -> None:
    """``in exchange for grain`` is one preposition: the verb has the grain."""
    case = child(noun, "case")
    if case is None or (case.lower_, noun.lower_) not in _PHRASES or not has_relation(noun, "obl"):
        return
    for thing in children(noun, "nmod"):
        inner = child(thing, "case")
        if len(list(noun.children)) == 2 and inner is not None and inner.lower_ == "for":
            verb = noun.head
            move(thing, verb, "obl")
            move(case, thing, "case")
            move(noun, case, "fixed")
            move(inner, case, "fixed")
            return


def _to_verb(word: Token) -> None:
    """``Kenya and Egypt back the army``: what stands between subject and object and can be a verb is one."""
    between = (
        [c for c in children(word, "nsubj") if c.i < word.i],
        [c for c in children(word, "obj") if c.i > word.i],
    )
    if not all(between) or word.tag_[:2] == "VB" or children(word, "cop", "case"):
        return
    if word.lower_ in words("verbs") and not children(word, "aux"):
        word.pos_, word.tag_, word.lemma_ = "VERB", "VBP", word.lower_
        word.set_morph("VerbForm=Fin")  # type: ignore[attr-defined]  # spaCy has it, its stubs do not


def _to_case(word: Token) -> None:
    """``suspended it pending the trial``: a preposition that has the form of a participle."""
    noun, above = child(word, "obj"), word.head
    bare = has_relation(word, "acl", "advcl") and not children(word, "nsubj", "aux", "mark", "obl")
    if noun is None or not bare or word.lower_ not in words("participle_prepositions"):
        return
    verb = above if is_predicate(above) else above.head if has_relation(above, "obj", "obl") else None
    if verb is None or not is_predicate(verb):
        return
    move(noun, verb, "obl")
    move(word, noun, "case")
    word.pos_, word.tag_ = "ADP", "IN"


def _to_clause(act: Token) -> None:
    """``before parliament votes on it``, ``until the court rules``: who acts is no part of the act's name."""
    case = next((c for c in children(act, "case", "mark") if c.lower_ in classes("cues")["awaiting"]), None)
    actor = next((c for c in children(act, "compound") if c.i == act.i - 1), None)
    if case is None or actor is None or case.i > actor.i or act.tag_ not in ("NNS", "VBZ"):
        return
    governs = act.tag_ == "VBZ" or (lemma(act) in words("verbs") and child(act, "nmod", "obj") is not None)
    bodies = lemma(actor) in words("events_actors") | classes("noun_kinds")["organization"]
    if not governs or not bodies or not has_relation(act, "obl", "advcl"):
        return
    act.pos_, act.tag_, act.dep_ = "VERB", "VBZ", "advcl"
    act.set_morph("VerbForm=Fin")  # type: ignore[attr-defined]  # spaCy has it, its stubs do not
    case.dep_, actor.dep_ = "mark", "nsubj"
    for part in children(act, "det", "amod"):
        part.head = actor
    for part in children(act, "nmod"):
        part.dep_ = "obl"


def _to_infinitive(word: Token) -> None:
    """``a deal to stage twelve shows``: a bare noun behind ``to`` with a phrase of its own is a verb."""
    case = child(word, "case")
    if case is None or case.lower_ != "to" or case.i != word.i - 1 or word.tag_ != "NN":
        return
    thing = next((n for n in children(word, "nmod", "appos") if n.left_edge.i == word.i + 1), None)
    before = word.doc[case.i - 1] if case.i else None
    if thing is None or child(thing, "case") is not None or not children(thing, "det", "nummod"):
        return
    word.pos_, word.tag_ = "VERB", "VB"
    word.set_morph("VerbForm=Inf")  # type: ignore[attr-defined]  # spaCy has it, its stubs do not
    case.pos_, case.tag_, case.dep_ = "PART", "TO", "mark"
    thing.dep_ = "obj"
    noun = before if before is not None and before.pos_ == "NOUN" else None
    move(word, noun or word.head, "acl" if noun else "advcl")


def _to_oblique(noun: Token) -> None:
    """``took the bank to court``: a noun with a preposition and neither verb nor subject is no clause."""
    clause = children(noun, "cop", "nsubj", "aux", "mark", "expl", "csubj")
    if has_relation(noun, "advcl") and noun.pos_ in ("NOUN", "PROPN") and child(noun, "case") and not clause:
        noun.dep_ = "obl"


def _to_object(noun: Token) -> None:
    """``called the plan a disaster``: of two complements the first is what the second is said of."""
    verb = noun.head
    second = [c for c in children(verb, "xcomp") if c.i > noun.i > verb.i]
    nominal = noun.pos_ in ("NOUN", "PROPN", "PRON") and not children(noun, "case", "cop", "mark")
    free = child(verb, "obj") is None and verb.pos_ == "VERB"
    if (
        has_relation(noun, "xcomp")
        and second
        and nominal
        and free
        and not children(second[0], "mark", "case")
    ):
        noun.dep_ = "obj"


def _to_month(year: Token) -> None:
    """``in February 2022`` is one date."""
    before = year.doc[year.i - 1] if year.i else year
    dated = year.ent_type_ == before.ent_type_ == "DATE" and year.ent_iob_ == "I"
    number = len(year) == 4 and year.is_digit and not children(year, "case")
    if dated and number and before.pos_ == "PROPN" and year.head.i == before.head.i:
        move(year, before, "nmod:unmarked")


def _to_predicate(quality: Token) -> None:
    """``called the remark “personal”``: an adjective behind the object is what it is called."""
    thing, verb = quality.head, quality.head.head
    named = has_relation(quality, "appos") and quality.pos_ == "ADJ" and has_relation(thing, "obj")
    if named and lemma(verb) in words("calling_verbs") and not children(quality, "det"):
        move(quality, verb, "xcomp")


def _to_tense(verb: Token) -> None:
    """``were handed over and flown home``, ``retook two towns``: forms that can be nothing else."""
    past, participle = past_of(verb.lower_), participle_of(verb.lower_)
    if verb.tag_ == "VBD" and participle and not past and not children(verb, "nsubj"):
        verb.tag_ = "VBN"
    elif verb.tag_ in ("VBP", "VB") and past and verb.lower_ == lemma(verb):
        verb.tag_, verb.lemma_ = "VBD", past


def _to_active(verb: Token) -> None:
    """``that the museum commissioned``: a past tense with a subject of its own and no auxiliary is active."""
    subject = next((c for c in children(verb, "nsubj") if c.dep_ == "nsubj:pass"), None)
    gap = any(o.tag_ in ("WDT", "WP") and o.i < verb.i for o in children(verb, "obj"))
    if verb.tag_ == "VBD" and subject is not None and gap and not children(verb, "aux", "cop"):
        subject.dep_ = "nsubj"
        verb.dep_ = "acl:relcl" if verb.dep_ == "acl" else verb.dep_


def _to_particle(word: Token) -> None:
    """``sent the shares down 17 per cent``: where it went is of the verb."""
    verb = word.head
    obj = child(verb, "obj") if has_relation(word, "advmod") else None
    moved = lemma(verb) in ("send", "push", "drive", "force", "pull", "drag", "bring", "shoot")
    if moved and obj is not None and obj.right_edge.i + 1 == word.i and word.lower_ in ("down", "up"):
        word.dep_ = "compound:prt"


def _to_measure(span: Token) -> None:
    """``a month after a storm struck``: how long after is of *after*, and no argument of the verb."""
    end = span.right_edge.i + 1
    if not has_relation(span, "obl", "obj", "nsubj", "advmod") or end >= len(span.doc):
        return
    mark = span.doc[end]
    timed = span.lower_ in words("temporal_nouns") and child(span, "case") is None
    opens = has_relation(mark, "mark", "case") and span.head.i in (mark.head.i, mark.head.head.i)
    if timed and opens and mark.lower_ in ("after", "before"):
        move(span, mark, "nmod:unmarked")


def _to_possessor(clitic: Token) -> None:
    """``Hale's profit rose; Reed's slipped``: beside a full possessive a bare one is no ``is`` or ``has``."""
    verb, owner = clitic.head, clitic.doc[max(clitic.i - 1, 0)]
    contracted = (
        clitic.lower_ in ("'s", "’s") and has_relation(clitic, "aux", "cop") and owner.pos_ == "PROPN"
    )
    if not contracted or verb.tag_ not in ("VBN", "VBD") or owner.head.i != verb.i or verb.i != clitic.i + 1:
        return
    before = clitic.doc[clitic.sent.start : owner.left_edge.i]
    if any(has_relation(t, "nmod:poss") and has_relation(t.head, "nsubj") for t in before):
        move(clitic, owner, "case")
        clitic.pos_, clitic.tag_ = "PART", "POS"
        verb.tag_, owner.dep_ = "VBD", "nsubj"


WORD_RULES = (
    _to_neighbour,
    _to_preposition,
    _to_verb,
    _to_case,
    _to_clause,
    _to_infinitive,
    _to_oblique,
    _to_object,
    _to_month,
    _to_predicate,
    _to_tense,
    _to_active,
    _to_particle,
    _to_measure,
    _to_possessor,
)
