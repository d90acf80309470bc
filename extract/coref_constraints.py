"""What a pronoun or description cannot stand for: agreement and binding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.coref_chains import Chain
from extract.coref_phrases import Phrase
from extract.gazetteer import load_gazetteer
from extract.gender import gender_of, kinds_of, pronoun_gender
from extract.lexicon import classes
from extract.subjects import subject_of
from extract.syntax import children, clause_of, copula, has_relation, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

_THINGS = frozenset({"ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"})
_BODIES = frozenset({"ORG", "NORP", "GPE"})
_LABELS_OF_KIND = {
    "person": {"PERSON"},
    "country": {"GPE"},
    "city": {"GPE"},
    "region": {"GPE", "LOC"},
    "island": {"GPE", "LOC"},
    "water": {"LOC"},
    "mountain": {"LOC"},
    "building": {"FAC", "ORG", "LOC"},
    "company": {"ORG"},
    "organization": {"ORG"},
    "event": {"EVENT"},
    "work": {"LAW", "WORK_OF_ART", "PRODUCT"},
    "people": {"NORP", "ORG"},
}


def sort_of(phrase: Phrase) -> str:
    """The class of an anaphor: ``he``, ``it``, ``they`` or ``the`` (a description)."""
    if phrase.kind != "pronoun":
        return "the"
    if pronoun_gender(phrase.head):
        return "he"
    return "it" if phrase.head.lower_.startswith("it") else "they"


def agrees(phrase: Phrase, chain: Chain) -> bool:
    """Whether number, gender, animacy and type let the phrase stand for what the chain does."""
    sort = sort_of(phrase)
    if "speaker" in chain.kinds and not chain.named:
        return False
    if sort == "the":
        return _describes(phrase, chain)
    if sort == "they":
        return _may_be_several(chain)
    if chain.plural:
        return False
    if sort == "he":
        gender = pronoun_gender(phrase.head)
        return (
            chain.label not in _THINGS | {"NORP"} and chain.gender in ("", gender) and _may_be_animate(chain)
        )
    return chain.label not in ("PERSON", "NORP") and not chain.gender and not _is_person(chain)


def _is_person(chain: Chain) -> bool:
    return chain.label == "PERSON" or ("person" in chain.kinds and not chain.label)


def _may_be_animate(chain: Chain) -> bool:
    if chain.label == "PERSON" or chain.gender or "person" in chain.kinds:
        return True
    return chain.named and not chain.label and not chain.kinds


def _may_be_several(chain: Chain) -> bool:
    if chain.plural or chain.label in _BODIES:
        return True
    return bool(chain.kinds & {"people", "organization", "company"}) and chain.label != "PERSON"


def _describes(phrase: Phrase, chain: Chain) -> bool:
    """Whether a description fits: by its noun, by the sort of thing it names, or by part of the name."""
    if not chain.named and phrase.noun not in chain.nouns:
        return False
    if phrase.head.tag_ in ("NNS", "NNPS") and not chain.plural:
        return False
    by_word = same_noun(phrase, chain) or in_name(phrase, chain)
    by_kind = not by_word and bool(chain.label) and not chain.plural and is_of_kind(phrase, chain)
    if not (by_word or by_kind) or _new_words(phrase, chain):
        return False
    gender = gender_of(phrase)
    return not (gender and chain.gender and gender != chain.gender)


def _new_words(phrase: Phrase, chain: Chain) -> set[str]:
    """Words that narrow the description down and that no earlier phrase of the chain has."""
    own = set(modifiers(phrase))
    if not own:
        return own
    earlier = (p for p in chain.phrases if p.number < phrase.number)
    return own - {t.lower_ for p in earlier for t in p.head.doc[p.start : p.end]}


def is_of_kind(phrase: Phrase, chain: Chain) -> bool:
    """Whether the noun names the sort of thing that the chain's label, and the gazetteer, say it is."""
    kinds = kinds_of(phrase.head)
    if chain.label == "GPE":
        types = {entry.type for entry in load_gazetteer().candidates(chain.name)}
        country = "Country" in types if types else None
        if country is not None and kinds & {"country", "city", "region", "island"}:
            return ("country" in kinds) == country or (
                not country and bool(kinds & {"city", "region", "island"})
            )
    return chain.label in labels_of(kinds)


def labels_of(kinds: Iterable[str]) -> set[str]:
    """The labels of names that things of these sorts have."""
    return {label for kind in kinds for label in _LABELS_OF_KIND.get(kind, ())}


def same_noun(phrase: Phrase, chain: Chain) -> bool:
    """Whether a nominal of the chain, or a title beside one of its names, is headed by the same noun."""
    return chain.nouns.get(phrase.noun, phrase.number) < phrase.number


def in_name(phrase: Phrase, chain: Chain) -> bool:
    """Whether a name of the chain begins or ends with the noun: ``the bank`` for ``Bank Oster``."""
    found = chain.edges.get(phrase.noun, phrase.number) < phrase.number
    return found and chain.label != "PERSON" and (not chain.label or is_of_kind(phrase, chain))


def modifiers(phrase: Phrase) -> frozenset[str]:
    """Lower-case words that narrow a nominal down: adjectives, nouns, possessors, ``of`` phrases."""
    parts = children(phrase.head, "amod", "compound", "nmod", "nummod", "acl", "nmod:poss")
    narrowing = (t for t in parts if not _is_aside(t))
    return frozenset(t.lower_ for t in narrowing if t.lower_ not in classes("name_particles")["function"])


def _is_aside(part: Token) -> bool:
    """A clause behind a comma tells more of a thing, not which one it is: ``the firm, which Reed owns,``."""
    start = part.left_edge.i
    commas = any(t.text in (",", "–", "—") for t in part.doc[max(start - 1, 0) : start + 1])
    return commas and part.i > part.head.i and has_relation(part, "acl")


Clauses = dict[int, tuple["Token | None", "Token | None"]]
"""What is known of clauses: a phrase's head → the clause it stands in, and the subject of that clause."""


def bound_apart(phrase: Phrase, other: Phrase, known: Clauses) -> bool:
    """Whether grammar keeps the two from standing for one thing (``other`` before ``phrase``).

    ``known`` is filled as clauses are looked at.
    """
    if _inside(phrase, other) or _inside(other, phrase):
        return True
    one, two = phrase.head, other.head
    if phrase.kind == "pronoun" and phrase.head.lower_.endswith(("self", "selves")):
        return False
    possessive = has_relation(one, "nmod:poss")
    if not possessive and _co_arguments(one, two):
        return True
    if phrase.kind == "pronoun" and other.kind == "name" and _is_reported(two, one):
        return True
    if _in_apposition(one, two) or (possessive and _is_made(two, one.head)):
        return True
    if one.i not in known:
        found = clause_of(one)
        known[one.i] = found, subject_of(found)[0] if found is not None else None
    clause, subject = known[one.i]
    if possessive and copula(one.head) is not None:
        return subject_of(one.head)[0] == two
    if not possessive and clause is not None and one.head.i == clause.i and not has_relation(one, "nsubj"):
        return subject == two
    return False


def _inside(inner: Phrase, outer: Phrase) -> bool:
    """i-within-i; what a relative clause says of a thing may well name it again."""
    if not (outer.start <= inner.head.i < outer.end) or inner.head.i == outer.head.i:
        return inner.head.i == outer.head.i and "group" not in (inner.kind, outer.kind)
    if outer.kind == "group":
        return True
    token = inner.head
    while token.i != outer.head.i and token.head.i != token.i:
        if has_relation(token, "acl"):
            return False
        token = token.head
    return True


def _co_arguments(one: Token, two: Token) -> bool:
    arguments = ("nsubj", "obj", "iobj", "obl")
    return one.head.i == two.head.i and has_relation(one, *arguments) and has_relation(two, *arguments)


def _is_reported(named: Token, reporter: Token) -> bool:
    """``Reed, he added, would come``: nobody reports of themselves by name, as subject of what is said."""
    content, verb = named.head, reporter.head
    if not (has_relation(named, "nsubj") and has_relation(reporter, "nsubj")):
        return False
    beside = has_relation(verb, "parataxis") and verb.head.i in (content.i, named.i)
    return beside or (has_relation(content, "ccomp") and content.head.i == verb.i)


def _is_made(made: Token, office: Token) -> bool:
    """``named Peter Fox (as) his envoy``: the possessor is not who becomes the envoy."""
    as_it = [t.lower_ for t in preposition(office)] == ["as"]
    beside = made.head.i == office.head.i and has_relation(made, "obj")
    if beside and has_relation(office, "xcomp"):
        return True
    return as_it and (beside or office.head.i == made.i)


def _in_apposition(one: Token, two: Token) -> bool:
    """``Anna Novak, his counterpart``: the possessor is not the one described; of two joined it may be."""
    joined = any(has_relation(c, "cc") for c in one.head.children)
    while one.head.i != one.i:
        if has_relation(one, "appos", "conj") and one.head.i == two.i:
            return has_relation(one, "appos") or not joined
        if has_relation(one, "acl", "advcl", "ccomp"):
            return False
        one = one.head
    return False
