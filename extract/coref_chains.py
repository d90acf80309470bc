"""Chains: which phrases of an article stand for one thing, and what is known of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract.coref_phrases import SPEAKING, Phrase
from extract.gender import gender_of, is_plural, kinds_of, plain
from extract.syntax import children, lemma


@dataclass(slots=True, kw_only=True)
class Chain:
    """What stands for one thing, in text order.

    ``reasons`` has the rule that brought each phrase in, ``chances`` how probable that is where it is not
    sure.

    ``label`` is the one most of its names have, the first on a tie; ``named`` says whether it has a name.
    ``nouns`` are the lemmas of its nominals and titles, ``edges`` the first and last words of its names,
    each with the number of the first phrase that has it.
    """

    phrases: list[Phrase]
    gender: str = ""
    plural: bool = False
    kinds: frozenset[str] = frozenset()
    reasons: dict[int, str] = field(default_factory=dict)
    chances: dict[int, float] = field(default_factory=dict)
    canonical: str = ""
    label: str = ""
    named: bool = False
    nouns: dict[str, int] = field(default_factory=dict)
    edges: dict[str, int] = field(default_factory=dict)

    @property
    def names(self) -> list[Phrase]:
        """Its names."""
        return [p for p in self.phrases if p.kind == "name"]

    @property
    def name(self) -> str:
        """What it is called: the name chosen by the rule of names, else the longest."""
        return self.canonical or max(
            (p.name for p in self.names), key=lambda n: (len(n.split()), len(n)), default=""
        )


class Chains:
    """All chains of an article; begins with every phrase on its own."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.phrases = list(phrases)
        self._chain: list[Chain] = [_alone(p) for p in phrases]

    def of(self, phrase: Phrase) -> Chain:
        """The chain the phrase is in."""
        return self._chain[phrase.number]

    def all(self) -> Iterator[Chain]:
        """Every chain once, by its first phrase."""
        seen: set[int] = set()
        for chain in self._chain:
            if id(chain) not in seen:
                seen.add(id(chain))
                yield chain

    def join(self, later: Phrase, earlier: Phrase, reason: str, chance: float | None = None) -> bool:
        """Make the two chains one, unless gender forbids it; whether they are one now.

        ``chance`` is the probability that ``later`` is what the other chain stands for; the one of
        ``earlier`` if not told. What has no name inherits it.
        """
        a, b = self.of(earlier), self.of(later)
        if a is b:
            return True
        if a.gender and b.gender and a.gender != b.gender:
            return False
        sure = a.chances.get(earlier.number, 1.0) if chance is None else chance
        unnamed = a if b.named and not a.named else b
        inherited = {p.number: sure * unnamed.chances.get(p.number, 1.0) for p in unnamed.phrases}
        merged = sorted([*a.phrases, *b.phrases], key=lambda p: p.number)
        chain = Chain(
            phrases=merged,
            gender=a.gender or b.gender,
            plural=a.plural,
            kinds=a.kinds | b.kinds,
            reasons={**a.reasons, **b.reasons, later.number: reason},
            chances={**a.chances, **b.chances, **inherited},
            canonical=a.canonical or b.canonical,
            label=_label(merged),
            named=a.named or b.named,
            nouns=_earliest(a.nouns, b.nouns),
            edges=_earliest(a.edges, b.edges),
        )
        for phrase in merged:
            self._chain[phrase.number] = chain
        return True

    def join_all(self, phrases: Iterable[Phrase], reason: str) -> None:
        """Make one chain of all these."""
        first, *others = phrases
        for other in others:
            self.join(other, first, reason)


def _alone(phrase: Phrase) -> Chain:
    speaks = phrase.kind == "pronoun" and phrase.head.lower_ in SPEAKING
    kinds = kinds_of(phrase.head) if phrase.kind == "nominal" else frozenset({"speaker"} if speaks else ())
    return Chain(
        phrases=[phrase],
        gender=gender_of(phrase),
        plural=is_plural(phrase),
        kinds=kinds,
        label=phrase.label,
        named=phrase.kind == "name",
        nouns=dict.fromkeys(nouns_of(phrase), phrase.number),
        edges=dict.fromkeys(edges_of(phrase), phrase.number),
    )


def nouns_of(phrase: Phrase) -> list[str]:
    """The lemmas of the nouns that say what a phrase stands for: a nominal's head, a name's titles."""
    return [phrase.noun] if phrase.kind == "nominal" else titles_of(phrase)


def titles_of(phrase: Phrase) -> list[str]:
    """The lemmas of the titles beside a name: ``Foreign Minister Lavrov``."""
    if phrase.kind != "name":
        return []
    return [lemma(c) for c in children(phrase.head, "nmod:desc", "compound", "flat") if not c.ent_type_]


def edges_of(phrase: Phrase) -> list[str]:
    """The first and the last word of a name of several words, folded."""
    parts = plain(phrase.name).split()
    return [parts[0], parts[-1]] if len(parts) > 1 and phrase.label != "PERSON" else []


def _label(phrases: list[Phrase]) -> str:
    labels = Counter(p.label for p in phrases if p.kind == "name" and p.label)
    return labels.most_common(1)[0][0] if labels else ""


def _earliest(one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    return {word: min(one.get(word, at), at) for word, at in other.items()} | {
        word: min(other.get(word, at), at) for word, at in one.items()
    }
