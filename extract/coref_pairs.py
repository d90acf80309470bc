"""What the scorer of antecedents is told of two phrases, as numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.coref_candidates import Words, candidates, words_said
from extract.coref_chains import Chains
from extract.coref_constraints import Clauses, bound_apart
from extract.coref_extents import KINDS
from extract.coref_features import GENDERS, PRONOUNS, is_several, pronoun_of
from extract.coref_name_phrases import LABELS
from extract.coref_phrases import Phrase
from extract.coref_spellings import initials, tokens_of
from extract.gender import kinds_of
from extract.syntax import has_relation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SENTENCES = (0, 1, 2, 3, 4, 6, 9, 14, 25)
_PHRASES = (1, 2, 3, 4, 6, 9, 14, 20, 40, 80)
_CHAIN = (1, 2, 4, 8, 16)
_SORTS = ("person", "country", "city", "company", "organization", "people", "event", "work")
_SAME_SORT = {"region": "city", "island": "city"}
_N, _P = len(LABELS), PRONOUNS + 1

PAIR_FEATURES = {
    "sentences apart": len(_SENTENCES) + 1,
    "phrases apart": len(_PHRASES) + 1,
    "same paragraph or sentence": 3,
    "same noun, same word": 4,
    "same text": 2,
    "joined for sure": 2,
    "words in common, new words": 9,
    "head among the other's words": 4,
    "genders": 9,
    "labels": _N * _N,
    "same voice": 3,
    "size of the chain": len(_CHAIN) + 1,
    "named": 4,
    "grammar": 12,
    "numbers": 4,
    "paragraphs apart": 6,
    "turns apart": 4,
    "same role": 8,
    "names alike": 9,
    "sort of noun, label": 12 * _N,
    "words in common with the chain": 9,
    "pronoun, pronoun or kind": _P * (_P + len(KINDS)),
    "pronoun, label": _P * _N,
}
"""What is told of a pair, with the number of classes of each."""

PAIR_SIZES = tuple(PAIR_FEATURES.values())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Phrases with their possible antecedents, sorted: the phrases' numbers, and the features, a row each."""

    later: NDArray[np.int64]
    earlier: NDArray[np.int64]
    classes: NDArray[np.int64]

    @property
    def bound(self) -> NDArray[np.bool_]:
        """Whether grammar keeps the two of a pair from being one thing."""
        found: NDArray[np.bool_] = self.classes[:, list(PAIR_FEATURES).index("grammar")] % 4 == 2
        return found


def pairs_of(chains: Chains, quoted: Mapping[int, int]) -> Pairs:
    """All pairs worth scoring; ``quoted``: token index → number of its quotation."""
    import numpy as np

    said = words_said(chains)
    numbers = [(i, j) for i, found in enumerate(candidates(chains, said)) for j in found]
    both = np.array(numbers, dtype=np.int64).reshape(len(numbers), 2)
    found = _columns(chains, quoted, said, _Ends(both[:, 0], both[:, 1]))
    columns = [found[name].astype(np.int64) for name in PAIR_FEATURES]
    return Pairs(later=both[:, 0], earlier=both[:, 1], classes=np.stack(columns, axis=1))


class _Ends:
    """What is told of both phrases of every pair: of the later one, and of the earlier one."""

    def __init__(self, later: NDArray[np.int64], earlier: NDArray[np.int64]) -> None:
        self.later, self.earlier = later, earlier
        self.duos = list(zip(later.tolist(), earlier.tolist(), strict=True))

    def numbers(self, values: Sequence[int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """From one number for each phrase of the article."""
        import numpy as np

        codes = np.array(values, dtype=np.int64)
        return codes[self.later], codes[self.earlier]

    def same(self, values: Sequence[object]) -> NDArray[np.bool_]:
        """Whether two phrases have the same of one value for each phrase of the article."""
        places: dict[object, int] = {}
        one, two = self.numbers([places.setdefault(value, len(places)) for value in values])
        equal: NDArray[np.bool_] = one == two
        return equal


def _columns(
    chains: Chains, quoted: Mapping[int, int], said: Words, ends: _Ends
) -> dict[str, NDArray[np.int64]]:
    """Each of ``PAIR_FEATURES``."""
    return {
        **_where(chains.phrases, quoted, ends),
        **_worded(chains, said, ends),
        **_known(chains, ends),
    }


def _where(phrases: Sequence[Phrase], quoted: Mapping[int, int], ends: _Ends) -> dict[str, NDArray[np.int64]]:
    """How far apart two phrases stand, and in what parts of their clauses."""
    import numpy as np

    sentence, before = ends.numbers([p.sentence for p in phrases])
    paragraph, above = ends.numbers([p.paragraph for p in phrases])
    voice, whose = ends.numbers([quoted.get(p.head.i, -1) for p in phrases])
    apart, steps = sentence - before, paragraph - above
    clauses: Clauses = {}
    return {
        "sentences apart": np.searchsorted(_SENTENCES, apart),
        "phrases apart": np.searchsorted(_PHRASES, ends.later - ends.earlier),
        "same paragraph or sentence": (steps == 0) * 1 + (apart == 0),
        "same voice": np.where(voice == whose, np.where(voice < 0, 0, 1), 2),
        "grammar": np.array([_grammatical(phrases[i], phrases[j], clauses) for i, j in ends.duos]),
        "paragraphs apart": np.clip(steps, 0, 5),
        "turns apart": np.clip(steps, 0, 7) % 2 + 2 * (steps > 0),
        "same role": ends.same([p.role for p in phrases]) + 2 * (apart == 0) + 4 * (apart == 1),
    }


def _worded(chains: Chains, said: Words, ends: _Ends) -> dict[str, NDArray[np.int64]]:
    """What two phrases' words have in common."""
    import numpy as np

    phrases = chains.phrases
    noun = ends.same([(p.noun if p.kind != "pronoun" else p.number) for p in phrases])
    text = ends.same([tokens_of(p.head.doc[p.start : p.end].text) for p in phrases])
    lexical = np.array([_lexical(said, i, j) for i, j in ends.duos]).reshape(-1, 3)
    return {
        "same noun, same word": noun + 2 * ends.same([p.head.lower_ for p in phrases]),
        "same text": text * 1,
        "joined for sure": ends.same([chains.of(p).phrases[0].number for p in phrases]) * 1,
        "words in common, new words": lexical[:, 0],
        "head among the other's words": lexical[:, 1],
        "names alike": np.array(_names_alike(phrases, ends.duos)),
        "words in common with the chain": lexical[:, 2],
    }


def _known(chains: Chains, ends: _Ends) -> dict[str, NDArray[np.int64]]:
    """What is known of the chains: gender, number, label, sort, size."""
    import numpy as np

    phrases, own = chains.phrases, [chains.of(p) for p in chains.phrases]
    gender, other = ends.numbers([GENDERS.index(c.gender) for c in own])
    label, its = ends.numbers([LABELS.index(c.label) for c in own])
    named, also = ends.numbers([c.named for c in own])
    several, many = ends.numbers([is_several(p) for p in phrases])
    pronoun, back = ends.numbers([pronoun_of(p) for p in phrases])
    kind = ends.numbers([KINDS.index(p.kind) for p in phrases])[1]
    return {
        "genders": gender * len(GENDERS) + other,
        "labels": label * _N + its,
        "size of the chain": np.searchsorted(_CHAIN, ends.numbers([len(c.phrases) for c in own])[1]),
        "named": named * 2 + also,
        "numbers": several * 2 + many,
        "sort of noun, label": ends.numbers([_sort(p) for p in phrases])[0] * _N + its,
        "pronoun, pronoun or kind": pronoun * (_P + len(KINDS)) + np.where(back > 0, back, _P + kind),
        "pronoun, label": pronoun * _N + its,
    }


def _lexical(said: Words, later: int, earlier: int) -> tuple[int, int, int]:
    """Words in common and new ones, whose head is among the other's words, the same with its chain."""
    own, theirs = said.own[later], said.own[earlier]
    common, in_chain = len(own & theirs), len(own & said.chain[earlier])
    return (
        min(common, 2) * 3 + min(len(own) - common, 2),
        (said.head[later] in theirs) + 2 * (said.head[earlier] in own),
        min(in_chain, 2) * 3 + min(len(own) - in_chain, 2),
    )


def _sort(phrase: Phrase) -> int:
    """The first class of a nominal's noun, and whether it is a pronoun or a name instead."""
    if phrase.kind != "nominal":
        return 10 if phrase.kind == "pronoun" else 11
    found = {_SAME_SORT.get(kind, kind) for kind in kinds_of(phrase.head)}
    return next((n for n, kind in enumerate(_SORTS, 1) if kind in found), 9 if found else 0)


def _grammatical(phrase: Phrase, other: Phrase, clauses: Clauses) -> int:
    """How two phrases of one sentence stand to each other: bound apart, nested, sisters, one in the other."""
    if phrase.sentence != other.sentence:
        return 0
    nested = other.start <= phrase.start and phrase.end <= other.end
    found = 2 if bound_apart(phrase, other, clauses) else 3 if nested else 1
    one, two = phrase.head, other.head
    if one.head.i == two.i or two.head.i == one.i:
        lower = one if one.head.i == two.i else two
        found += 4 if has_relation(lower, "nsubj") else 8 if has_relation(lower, "appos") else 0
    return found


def _names_alike(phrases: Sequence[Phrase], duos: Sequence[tuple[int, int]]) -> list[int]:
    """In what way two names are alike; 0 where one is no name, 8 where they are not."""
    parts = [tokens_of(p.name) if p.kind == "name" else () for p in phrases]
    short = [initials(p.name) if len(parts[p.number]) > 1 else set() for p in phrases]
    return [_alike(parts[i], parts[j], short[i], short[j]) if parts[i] and parts[j] else 0 for i, j in duos]


def _alike(one: tuple[str, ...], two: tuple[str, ...], short: set[str], its: set[str]) -> int:
    tests = (
        one == two,
        one[-1] == two[-1],
        one[0] == two[0],
        set(one) < set(two),
        set(two) < set(one),
        bool(set(one) & set(two)),
        "".join(one).upper() in its or "".join(two).upper() in short,
    )
    return next((n for n, fits in enumerate(tests, 1) if fits), 8)
