"""What the scorer of antecedents is told of each phrase, as numbers.

Every feature is a class number below its size in ``PHRASE_SIZES``; what it weighs is learnt
(``training/coreference``). The features follow the mention-ranking models after Durrett & Klein 2013
("Easy Victories and Uphill Battles in Coreference Resolution").
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.coref_chains import Chains
from extract.coref_extents import KINDS
from extract.coref_name_phrases import LABELS
from extract.coref_phrases import (
    DEMONSTRATIVES,
    FIRST_PERSON,
    FIRST_PLURAL,
    SECOND_PERSON,
    WHEREABOUTS,
    Phrase,
)
from extract.coref_vectors import WIDTH, vectors_of
from extract.gender import gender_of, is_plural, kinds_of
from extract.lexicon import classes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

GENDERS = ("", "m", "f")

_ROLES = ("subject", "object", "possessor", "oblique", "modifier", "title", "other")
_DETERMINERS = ("", "the", "a", "this", "owner", "other")
_INDEFINITE = frozenset({"a", "an", "some", "any", "another", "no"})
_TAGS = ("NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "VERB", "X")
_RELATIONS = (
    *("nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "compound", "conj", "appos"),
    *("root", "flat", "amod", "iobj", "xcomp", "parataxis", "other"),
)
_FORMS: tuple[frozenset[str], ...] = (
    frozenset({"he", "him", "his", "himself"}),
    frozenset({"she", "her", "hers", "herself"}),
    frozenset({"it", "its", "itself"}),
    frozenset({"they", "them", "their", "theirs", "themselves"}),
    FIRST_PERSON,
    FIRST_PLURAL,
    SECOND_PERSON,
    DEMONSTRATIVES,
    WHEREABOUTS,
)
PRONOUNS = len(_FORMS)
"""The number of classes of pronouns."""

_LIKELY = (0.1, 0.3, 0.5, 0.7, 0.85, 0.95)

_FEATURES: tuple[tuple[int, Callable[[Phrase], int]], ...] = (
    (len(KINDS), lambda p: KINDS.index(p.kind)),
    (len(LABELS), lambda p: LABELS.index(p.label)),
    (len(_ROLES), lambda p: _ROLES.index(p.role)),
    (len(_DETERMINERS), lambda p: _place(_DETERMINERS, determiner_of(p))),
    (PRONOUNS + 1, lambda p: pronoun_of(p)),
    (len(GENDERS), lambda p: GENDERS.index(gender_of(p))),
    (2, lambda p: int(is_several(p))),
    (len(_TAGS), lambda p: _place(_TAGS, p.head.pos_)),
    (len(_RELATIONS), lambda p: _place(_RELATIONS, _relation(p))),
    (8, lambda p: min(p.end - p.start, 7)),
    (2, lambda p: int(p.start - p.head.sent.start < 2)),
    (5, lambda p: min(p.name_end - p.name_start, 4) if p.kind == "name" else 0),
    (2, lambda p: int(p.head.text[:1].isupper())),
    (2, lambda p: int(bool(p.head.ent_kb_id_))),
    (4, lambda p: min(p.sentence, 3)),
    (len(_LIKELY) + 1, lambda p: bisect(_LIKELY, p.mention)),
)
PHRASE_SIZES = (*(size for size, _ in _FEATURES), 2)
"""The number of classes of each feature of a phrase; the last is whether it stands in a quotation."""

KIND, PRONOUN = 0, 4
"""The columns of a phrase's kind and of its pronoun."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Described:
    """All phrases of an article as numbers, a row each.

    ``classes``: (phrases, len(PHRASE_SIZES)); ``sorts``: (phrases, ``len(sorts())``), 1 for each class of
    noun the head is in; ``vectors``: (phrases, 4 × 384), the encoder's vectors of the head and the mean of
    the whole phrase, zeros if the pipeline has none.
    """

    classes: NDArray[np.int64]
    sorts: NDArray[np.float32]
    vectors: NDArray[np.float32]


def sorts() -> tuple[str, ...]:
    """The classes of nouns."""
    return tuple(sorted({*classes("noun_kinds"), "person"}))


def describe(chains: Chains, quoted: Mapping[int, int]) -> Described:
    """The phrases of ``chains``; ``quoted``: token index → number of its quotation."""
    import numpy as np

    phrases = chains.phrases
    known = sorts()
    rows = [[*(told(p) for _, told in _FEATURES), int(p.head.i in quoted)] for p in phrases]
    kinds = [kinds_of(p.head) if p.kind != "pronoun" else frozenset() for p in phrases]
    return Described(
        classes=np.array(rows, dtype=np.int64).reshape(len(phrases), len(PHRASE_SIZES)),
        sorts=np.array([[k in found for k in known] for found in kinds], np.float32).reshape(-1, len(known)),
        vectors=_vectors(phrases),
    )


def _vectors(phrases: Sequence[Phrase]) -> NDArray[np.float32]:
    import numpy as np

    table = vectors_of(phrases[0].head.doc) if phrases else None
    if table is None:
        return np.zeros((len(phrases), 4 * WIDTH), dtype=np.float32)
    heads = table[[p.head.i for p in phrases]]
    wholes = np.stack([table[p.start : p.end].mean(axis=0) for p in phrases])
    return np.concatenate([heads, wholes], axis=1)


def pronoun_of(phrase: Phrase) -> int:
    """The class of a pronoun from 1, 0 for other phrases."""
    if phrase.kind != "pronoun":
        return 0
    return next((n for n, forms in enumerate(_FORMS, 1) if phrase.head.lower_ in forms), 0)


def is_several(phrase: Phrase) -> bool:
    """Whether the phrase names several; ``we`` does."""
    return is_plural(phrase) or phrase.head.lower_ in FIRST_PLURAL


def determiner_of(phrase: Phrase) -> str:
    """The class of a phrase's first determiner."""
    if phrase.determiner in _INDEFINITE:
        return "a"
    return "this" if phrase.determiner in DEMONSTRATIVES else phrase.determiner


def _relation(phrase: Phrase) -> str:
    relation = phrase.head.dep_.lower()
    return relation if relation in _RELATIONS else relation.split(":")[0]


def _place(known: tuple[str, ...], value: str) -> int:
    """The place of ``value``, the last one for what is not known."""
    return known.index(value) if value in known else len(known) - 1
