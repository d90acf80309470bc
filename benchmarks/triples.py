"""Quality of the triples: ``python -m benchmarks.triples --data ../shared/data``.

How good the triples are, each figure beside its aim: CaRB dev on the n-ary view, the PLOVER
records (in detail: ``python -m benchmarks.plover``), our own fact synsets on the binary view, for seeds and
for documents of GUM dev, and factuality on our own sentences. Confidence: ``python -m training.confidence``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks import carb, factuality, gum_synsets, plover, synsets
from extract.articles import Located, read_articles
from extract.language import load_language
from extract.model import Article, Surface, Triple
from extract.reading import nary, read_article

if TYPE_CHECKING:
    from spacy.language import Language

Gold = tuple[dict[str, Any], list[Surface]]
"""An annotated sentence with the surfaces of its triples."""
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


def sentences_of(nlp: Language, document: dict[str, Any]) -> Iterator[Gold]:
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


def lines(nlp: Language, data: Path) -> Iterator[str]:
    """One line for each figure, with its aim; what ``data`` lacks is left out."""
    carb_gold, records = data / "openie" / "carb-dev-gold.tsv", data / "events" / "plover-gsr-dev.json"
    if carb_gold.exists():
        found = carb_score(nlp, carb_gold)
        yield _line("CaRB dev, n-ary: F1", found.f1, 0.50)
        yield _line("CaRB dev, n-ary: AUC", found.auc, 0.27)
        yield f"  at best: precision {found.precision:.3f}, recall {found.recall:.3f}"
    if records.exists():
        yield from _plover_lines(nlp, records)
    gold = [("seeds", d, sentences_of(nlp, d)) for d in synsets.documents()]
    if (data / "treebank").exists():
        gold += [("GUM", d, gum_synsets.sentences_of(nlp, d)) for d in gum_synsets.documents(data)]
    yield from _synset_lines(gold)
    yield from _factuality_lines(factuality_report(nlp))


def _line(measure: str, figure: float, aim: float) -> str:
    return f"{measure} {figure:.3f} (aim {aim:.2f})"


def _plover_lines(nlp: Language, records: Path) -> Iterator[str]:
    rows = plover.read_records(records)
    verdicts = [plover.judge(row, triples_of(nlp, row.text)) for row in rows]
    for name, aim in (("event", 0.75), ("actors", 0.75), ("all", 0.55)):
        share = sum(getattr(verdict, name) for verdict in verdicts) / len(rows)
        yield _line(f"PLOVER dev, {name}:", share, aim)


def _synset_lines(gold: Iterable[tuple[str, dict[str, Any], Iterable[Gold]]]) -> Iterator[str]:
    """Each document's figure, and that of all its kind counted together."""
    rows = [(kind, document, synsets.count(pairs)) for kind, document, pairs in gold]
    for kind in dict.fromkeys(kind for kind, _, _ in rows):
        for _, document, count in (row for row in rows if row[0] == kind):
            blind = "blind" if document["blind"] else "seen"
            yield _line(f"fact synsets, {document['article']} ({blind}): F1", count.f1, 0.45) + f" {count}"
        whole = synsets.total(count for of, _, count in rows if of == kind)
        yield _line(f"fact synsets, {kind} together: F1", whole.f1, 0.45) + f" {whole}"


def _factuality_lines(facts: factuality.Report) -> Iterator[str]:
    yield f"factuality: {facts.facts} facts, found {facts.found:.3f}"
    for name, aim in (("polarity", 0.95), ("certainty", 0.90), ("attribution", 0.90)):
        yield _line(f"factuality, {name}:", getattr(facts, name), aim)
    yield f"factuality, false plain facts: {len(facts.false_plain)} (aim 0)"
    yield from (f"  false plain fact: {judged.text}" for judged in facts.false_plain)


def main() -> None:
    """Print all figures, one a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--language", help="a spaCy pipeline other than the shipped one")
    options = parser.parse_args()
    for line in lines(load_language(options.language), options.data):
        print(line)


if __name__ == "__main__":
    main()
