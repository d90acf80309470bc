"""Who is who within an article: ``python -m benchmarks.coreference --data ../shared/data``.

CoNLL F1 on GUM's free development documents from raw text: names, trees and chains are all predicted.

Gold: every mention of a chain of which some mention's head is a proper noun, times (GUM's type ``time``)
aside; exact characters of GUM's maximal noun phrases, pronouns included. Predicted: every phrase of a
chain with a name in it (an entity of the pipeline that is no adjective, or a phrase whose head is tagged
as proper noun); pronouns and descriptions that stay unresolved are no mentions, nor is what the scorer of
extents finds too improbable. Both with and without
chains of one mention; the baseline joins predicted names that are equal letter for letter, and nothing
else; the ceiling joins those predicted phrases that are gold mentions as the gold does.

The precision of links is what users see: of the pronouns (and descriptions) that were given a name, how
many stand in the gold chain that most names of their chain stand in. A name that is no gold mention
counts as wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.coref_scores import MEASURES, Chains, Tally, conll, scores
from benchmarks.gum_chains import GoldDocument, GoldIndex
from extract.coref import reaches_graph, referents_of
from extract.coref_chains import Chain
from extract.coref_chains import Chains as Found
from extract.coref_phrases import Phrase
from extract.coref_sieve import chains_of
from extract.coref_speakers import join_voices
from extract.lexicon import numbers
from extract.mentions import Discourse
from extract.model import Article
from extract.quotations import voices
from extract.syntax import has_relation
from training.coreference.examples import characters, documents, gold_chain

if TYPE_CHECKING:
    from spacy.tokens import Doc


WRITTEN = frozenset({"academic", "bio", "news", "textbook", "voyage"})
"""GUM's genres that nobody speaks in; the others are court, interview, speech and vlog."""


def gold_chains(gold: GoldDocument) -> Chains:
    """The chains of named entities."""
    return [frozenset(m.span for m in mentions) for mentions in gold.named().values()]


def predicted_chains(found: Found, least: float | None = None) -> Chains:
    """The chains that have a name; a phrase's characters stand in one of them only.

    ``least``: the probability below which a phrase is taken for no mention; None is the shipped one.
    """
    least = numbers("coreference")["mention"] if least is None else least
    taken: set[tuple[int, int]] = set()
    result = []
    for chain in found.all():
        if any(is_named(p, chain) for p in chain.phrases):
            kept = [p for p in chain.phrases if p.mention >= least and (p.kind != "name" or is_name(p))]
            spans = {characters(p) for p in kept} - taken
            taken |= spans
            result.append(frozenset(spans))
    return [r for r in result if r]


def is_name(phrase: Phrase) -> bool:
    """Whether the phrase is a name and no adjective (``Russian``)."""
    modifies = has_relation(phrase.head, "amod") or (phrase.label == "NORP" and phrase.role == "modifier")
    return phrase.kind == "name" and phrase.head.pos_ != "ADJ" and not modifies


def is_named(phrase: Phrase, chain: Chain) -> bool:
    """Whether the phrase makes its chain one of a named entity.

    A name does, an office written as one (``Madam Speaker``), and names coordinated if they are told of
    again: GUM counts a coordination as a mention only then.
    """
    several = phrase.kind == "group" and len(chain.phrases) > 1
    return is_name(phrase) or (phrase.head.pos_ == "PROPN" and (several or phrase.kind == "nominal"))


def baseline_chains(found: Found) -> Chains:
    """Names that are equal letter for letter."""
    by_name: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for phrase in found.phrases:
        if is_name(phrase):
            by_name[phrase.name].add(characters(phrase))
    return [frozenset(spans) for spans in by_name.values()]


def ceiling_chains(found: Found, gold: GoldDocument) -> Chains:
    """The phrases that are gold mentions, joined as the gold says: what perfect links would reach."""
    chain_of = {m.span: chain for chain, mentions in gold.named().items() for m in mentions}
    by_chain: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for phrase in found.phrases:
        span = characters(phrase)
        if span in chain_of:
            by_chain[chain_of[span]].add(span)
    return [frozenset(spans) for spans in by_chain.values()]


def several(chains: Chains) -> Chains:
    """The chains of more than one mention."""
    return [c for c in chains if len(c) > 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A pronoun or description that was given a name."""

    document: str
    phrase: Phrase
    chain: Chain
    right: bool

    @property
    def kind(self) -> str:
        return "pronoun" if self.phrase.kind == "pronoun" else "description"


def links(found: Found, gold: GoldDocument) -> Iterator[Link]:
    """All links of a document that reach the graph."""
    index = GoldIndex(gold)
    for chain in found.all():
        votes = Counter(gold_chain(p, index) for p in chain.phrases if p.kind == "name")
        if not chain.named:
            continue
        right = votes.most_common(1)[0][0]
        for phrase in chain.phrases:
            if reaches_graph(phrase, chain):
                same = right is not None and gold_chain(phrase, index) == right
                yield Link(document=gold.name, phrase=phrase, chain=chain, right=same)


def report(read: Iterable[tuple[Doc, GoldDocument]]) -> tuple[dict[str, dict[str, Tally]], list[Link]]:
    """Scores by setting, and the links."""
    pairs = [(_found(doc), gold) for doc, gold in read]
    both = {
        "ours": [(gold_chains(g), predicted_chains(f)) for f, g in pairs],
        "equal strings": [(gold_chains(g), baseline_chains(f)) for f, g in pairs],
        "ceiling": [(gold_chains(g), ceiling_chains(f, g)) for f, g in pairs],
    }
    found = {}
    for name, sides in both.items():
        found[f"{name}, all mentions"] = scores(sides)
        found[f"{name}, without singletons"] = scores([(several(k), several(r)) for k, r in sides])
    written = [s for s, (_, g) in zip(both["ours"], pairs, strict=True) if g.name.split("_")[1] in WRITTEN]
    found["ours, all mentions, written genres"] = scores(written)
    return found, [link for f, g in pairs for link in links(f, g)]


def _found(doc: Doc) -> Found:
    """The chains as a reading has them in the end, first and second person included."""
    chains = chains_of(doc)
    article = Article(id="-", title="", text=doc.text)
    silent = Discourse(article=article, doc=doc, referents=referents_of(chains), voices={})
    join_voices(chains, voices(doc, silent))
    return chains


def table(found: dict[str, dict[str, Tally]]) -> str:
    """A Markdown table of precision, recall and F1."""
    lines = [
        "| | " + " | ".join(f"{m} P / R / F1" for m in MEASURES) + " | CoNLL F1 |",
        "|---|---|---|---|---:|",
    ]
    for setting, tallies in found.items():
        cells = [f"{t.precision:.1f} / {t.recall:.1f} / {t.f:.1f}" for t in tallies.values()]
        lines.append(f"| {setting} | {' | '.join(cells)} | {conll(tallies):.1f} |")
    return "\n".join(lines)


def link_table(found: list[Link]) -> str:
    """Precision of the links that reach the graph."""
    lines = ["| links to a name | right | all | precision |", "|---|---:|---:|---:|"]
    for kind in ("pronoun", "description"):
        right = [link.right for link in found if link.kind == kind]
        lines.append(
            f"| {kind} | {sum(right)} | {len(right)} | {100 * sum(right) / max(1, len(right)):.1f} % |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with treebank/")
    parser.add_argument("--wrong", action="store_true", help="print the wrong links too")
    options = parser.parse_args()
    found, linked = report(documents(options.data / "treebank" / "gum-dev.conllu.xz"))
    print(table(found), link_table(linked), sep="\n\n")
    for link in linked if options.wrong else ():
        if not link.right:
            sentence = link.phrase.head.sent.text.strip()
            print(f"{link.document}: {sentence!r}: {link.phrase.head.text} → {link.chain.name}")


if __name__ == "__main__":
    main()
