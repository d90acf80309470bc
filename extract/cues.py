"""Cues inside a clause: negation, modals, adverbs, negative arguments, conditions.

Word classes are those of ``lexicon/cues.tsv``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.complements import entry_of
from extract.contested import is_contested
from extract.lexicon import classes, words
from extract.model import Attribution, Certainty, Polarity
from extract.syntax import (
    ancestors,
    child,
    children,
    copula,
    has_relation,
    is_meant_to,
    is_to_be,
    lemma,
    preposition,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEAKNESS: dict[Certainty, int] = {
    "asserted": 0,
    "planned": 1,
    "possible": 2,
    "demanded": 3,
    "hypothetical": 4,
    "questioned": 5,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How a predicate holds: its three factuality fields."""

    polarity: Polarity = "affirmed"
    certainty: Certainty = "asserted"
    attribution: Attribution | None = None

    def negated(self) -> Status:
        """The opposite polarity."""
        return replace(self, polarity="affirmed" if self.polarity == "negated" else "negated")

    def weakened(self, certainty: Certainty) -> Status:
        """The weaker of the two certainties; what is demanded stays demanded under a plan."""
        weaker = _WEAKNESS[certainty] > _WEAKNESS[self.certainty]
        return replace(self, certainty=certainty) if weaker else self

    def told_by(self, attribution: Attribution | None) -> Status:
        """Attributed, unless a closer speaker is known."""
        return self if self.attribution or attribution is None else replace(self, attribution=attribution)


def own_cues(predicate: Token) -> Status:
    """Cues inside the clause itself."""
    cues = [
        *children(predicate, "advmod", "aux", "cc", "mark", "obl", "discourse"),
        *_shared_auxiliaries(predicate),
    ]
    found = _marked(Status(polarity=_polarity(predicate, cues)), predicate)
    if is_to_be(predicate) or is_meant_to(predicate):
        found = found.weakened("planned")
    for cue in cues:
        found = _modal(found, cue, predicate)
    if is_contested(predicate):
        found = found.weakened("possible")
    if entry_of(predicate) is None and any(map(_is_alleged, _summaries(predicate))):
        found = found.weakened("possible")
    if _is_condition(predicate) or any(_is_condition(c) for c in children(predicate, "advcl")):
        found = found.weakened("hypothetical")
    return found


def sums_up(noun: Token) -> bool:
    """Whether a noun behind a clause speaks of all of it: ``…, a move that …``, ``…, something that …``."""
    article = any(d.lower_ in ("a", "an") for d in children(noun, "det")) or noun.lower_ == "something"
    start = noun.left_edge.i
    aside = any(t.text in (",", "–", "—") for t in noun.doc[max(start - 1, 0) : start + 1])
    return article and aside and lemma(noun) in words("summing_nouns")


def _summaries(predicate: Token) -> list[Token]:
    """The nouns that sum up the clause, wherever the parser hung them."""
    last = [n for a in children(predicate, "obj", "obl") for n in children(a, "appos")]
    return [n for n in (*children(predicate, "parataxis", "obl:unmarked"), *last) if sums_up(n)]


def _is_alleged(summary: Token) -> bool:
    """``…, a claim that …``, ``…, something he denies``."""
    doubts = (entry_of(verb) for verb in children(summary, "acl:relcl"))
    denied = any(entry is not None and entry[0] in ("deny", "doubt") for entry in doubts)
    return is_cue(summary, "alleging") or (denied and summary.lower_ == "something")


def _polarity(predicate: Token, cues: list[Token]) -> Polarity:
    """Negated by an odd number of negations: adverbs, arguments, ``no`` on a complement, ``without``."""
    flips = [any(_negative_argument(c) for c in predicate.children)]
    flips += [
        True
        for c in children(predicate, "xcomp")
        if c.pos_ == "ADJ" and any(map(_negates, children(c, "advmod")))
    ]
    flips += [True for c in cues if _negates(c)][:1]
    flips += [
        True for c in cues if is_cue(c, "unlikely") or (is_cue(c, "approximator") and c.i < predicate.i)
    ]
    if copula(predicate) is not None:
        flips.append(any(is_cue(d, "negative_determiner") for d in children(predicate, "det")))
    if has_relation(predicate, "advcl", "acl", "nmod", "obl"):
        flips.append(any(is_cue(m, "counterfactual") for m in children(predicate, "mark", "advmod", "case")))
    return "negated" if sum(flips) % 2 else "affirmed"


def _marked(found: Status, predicate: Token) -> Status:
    """What the words that open the clause make of it."""
    for marker in children(predicate, "mark", "advmod", "aux", "case"):
        if is_cue(marker, "question") or (is_cue(marker, "condition") and _asks(predicate)):
            found = found.weakened("questioned")
        elif is_cue(marker, "condition"):
            found = found.weakened("hypothetical")
    return found


def _modal(found: Status, cue: Token, predicate: Token) -> Status:
    if is_cue(cue, "would"):
        reported = any(has_relation(d, "ccomp") for d, _ in ancestors(predicate)) or has_relation(
            predicate, "ccomp"
        )
        return found.weakened("planned" if reported else "hypothetical")
    if lemma(cue) == "have" and cue.dep_ == "aux" and cue.i + 1 < len(cue.doc) and cue.nbor().lower_ == "to":
        return found.weakened("demanded")
    if lemma(cue) in ("can", "could") and any(_negates(c) for c in children(predicate, "advmod")):
        return found
    for name in ("possible", "demanded", "planned"):
        if is_cue(cue, name) and not has_relation(cue, "cc", "obl"):
            found = found.weakened(name)
    return found


def _asks(predicate: Token) -> bool:
    """``asked if …``: the complement of a word of asking, not a condition."""
    entry = entry_of(predicate.head) if has_relation(predicate, "ccomp", "csubj") else None
    return entry is not None and entry[0] == "question"


def is_cue(token: Token, name: str) -> bool:
    """Whether the word is in a class of the cue table."""
    return token.lower_ in classes("cues")[name]


def _negates(cue: Token) -> bool:
    """Whether an adverb negates the verb: ``not`` without ``only``, ``no longer``, ``never``."""
    if cue.lower_ == "longer" and any(c.lower_ == "no" for c in cue.children):
        return True
    if not is_cue(cue, "negation") or has_relation(cue, "obl"):
        return False
    return not (cue.lower_ == "not" and cue.i + 1 < len(cue.doc) and cue.nbor().lower_ == "only")


def _shared_auxiliaries(predicate: Token) -> list[Token]:
    """Modals and negation of a first conjunct, where a later one stands bare: "did not sign or ratify"."""
    shared: list[Token] = []
    token = predicate
    while has_relation(token, "conj") and not children(token, "aux", "nsubj", "cop"):
        token = token.head
        bare = predicate.tag_ in ("VB", token.tag_)
        if bare:
            shared += [c for c in children(token, "aux", "advmod") if c.i < token.i]
    return shared


def _negative_argument(argument: Token) -> bool:
    """``no one``, ``none of them``, ``no agreement`` as subject or object."""
    if not has_relation(argument, "nsubj", "obj", "obl"):
        return False
    determined = any(
        is_cue(d, "negative_determiner") for d in children(argument, "det", "advmod", "cc:preconj", "cc")
    )
    if has_relation(argument, "nsubj") and any(is_cue(a, "negation") for a in children(argument, "advmod")):
        return True
    not_one = argument.left_edge.lower_ == "not" and argument.left_edge.head.i != argument.head.i
    one = any(t.lower_ in ("one", "a", "single") for t in children(argument, "nummod", "det", "amod"))
    determined = determined or (not_one and (has_relation(argument, "nsubj") or one))
    no_one = is_quantity_of_none(argument)
    if has_relation(argument, "obl"):
        return determined and not any(p.lower_ == "with" for p in preposition(argument))
    return determined or no_one


def is_quantity_of_none(subject: Token) -> bool:
    """``nobody``, ``no one``, ``few``; not ``a few``."""
    few = subject.lower_ == "few" and child(subject, "det") is None
    no_one = subject.lower_ == "one" and any(
        is_cue(d, "negative_determiner") for d in children(subject, "det")
    )
    return few or no_one or is_cue(subject, "negative_pronoun")


def is_scarce(noun: Token) -> bool:
    """``no evidence``, ``little chance``, ``few doubts``; a chance that is said to be small."""
    if any(is_cue(d, "negative_determiner") for d in children(noun, "det")):
        return True
    small = [d for d in children(noun, "amod", "det") if is_cue(d, "scarce")]
    called = has_relation(noun, "nsubj") and noun.head.pos_ == "ADJ" and is_cue(noun.head, "scarce")
    a_few = child(noun, "det") is not None
    return any(d.lower_ not in ("little", "few") or not a_few for d in small) or called


def _is_condition(clause: Token) -> bool:
    """A clause opened by ``if``, ``as long as`` … or an inverted auxiliary; not by ``even if``."""
    if not has_relation(clause, "advcl"):
        return False
    markers = [m for m in children(clause, "mark", "advmod") if m.i < clause.i and is_cue(m, "condition")]
    concessive = any(m.i > 0 and m.nbor(-1).lower_ == "even" for m in markers)
    opening = "_".join(t.lower_ for t in list(clause.subtree)[:4])
    phrased = any(opening.startswith(phrase) for phrase in classes("cues")["condition_opening"])
    return (
        (bool(markers) and not concessive)
        or phrased
        or _inverted_condition(clause)
        or is_cue(clause, "condition")
    )


def _inverted_condition(clause: Token) -> bool:
    """``Had it rained, …`` and ``Should talks fail, …``."""
    subject = child(clause, "nsubj")
    return subject is not None and any(
        a.lower_ in ("had", "should", "were") and a.i < subject.i and a.i == clause.left_edge.i
        for a in children(clause, "aux", "cop")
    )
