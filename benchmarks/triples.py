"""Quality of the triples: ``python -m benchmarks.triples --data ../shared/data``.

CaRB dev on the n-ary view, our own fact synsets on the binary view, and factuality on our own sentences.
The PLOVER records have their own command, ``python -m benchmarks.plover``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import carb, factuality, synsets
from extract.articles import Located, read_articles
from extract.language import load_language
from extract.model import Article, Surface, Triple
from extract.reading import nary, read_article

if TYPE_CHECKING:
    from spacy.language import Language

SEEDS = Path(__file__).parent.parent / "seeds"


def triples_of(nlp: Language, text: str) -> tuple[Triple, ...]:
    """The triples of a text that is an article of its own."""
    return read_article(nlp, Article(id="-", title="", text=text)).triples


def carb_score(nlp: Language, gold_path: Path) -> carb.Score:
    """CaRB's score of the n-ary view."""
    gold = carb.read_gold(gold_path)
    predicted = {s: [_flat(t) for t in nary(triples_of(nlp, s))] for s in gold}
    return carb.score(gold, predicted)


def _flat(triple: Triple) -> carb.Tuple:
    surface = triple.surface
    return carb.make_tuple(
        surface.predicate, surface.subject, [surface.object, *triple.adjuncts], triple.confidence
    )


def sentences_of(nlp: Language, document: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[Surface]]]:
    """Each annotated sentence of a seeds article with the surfaces of its triples."""
    located = next(a for a in read_articles([SEEDS / document["article"]]) if isinstance(a, Located))
    article = located.article
    triples = read_article(nlp, article).triples
    for sentence in document["sentences"]:
        start = article.text.index(sentence["text"])
        end = start + len(sentence["text"])
        yield sentence, [t.surface for t in triples if start <= t.evidence.start < end]


def factuality_report(nlp: Language) -> factuality.Report:
    """Polarity, certainty and attribution on the sentences of tests/data/factuality.jsonl."""
    rows = factuality.read_gold()
    return factuality.report(j for row in rows for j in factuality.judge(row, triples_of(nlp, row["text"])))


def main() -> None:
    """Print all scores, one a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--language", help="a spaCy pipeline other than the shipped one")
    options = parser.parse_args()
    nlp = load_language(options.language)
    gold = options.data / "openie" / "carb-dev-gold.tsv"
    if gold.exists():
        found = carb_score(nlp, gold)
        print(f"CaRB dev, n-ary: F1 {found.f1:.3f} AUC {found.auc:.3f}")
        print(f"  at best: precision {found.precision:.3f}, recall {found.recall:.3f}")
    for document in synsets.documents():
        count = synsets.count(sentences_of(nlp, document))
        blind = "blind" if document["blind"] else "seen"
        print(f"fact synsets, {document['article']} ({blind}): F1 {count.f1:.3f} {count}")
    facts = factuality_report(nlp)
    print(
        f"factuality: {facts.facts} facts, found {facts.found:.3f}, polarity {facts.polarity:.3f}, "
        f"certainty {facts.certainty:.3f}, attribution {facts.attribution:.3f}, "
        f"false plain facts {len(facts.false_plain)}"
    )
    for judged in facts.false_plain:
        print(f"  false plain fact: {judged.text}")


if __name__ == "__main__":
    main()
