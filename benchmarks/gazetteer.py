"""How right the gazetteer is: ``python -m benchmarks.gazetteer --data ../shared/data``.

1. Linking: names and demonyms of GUM's gold mentions against their Wikipedia titles, on gold trees.
2. Additions: names the component finds by itself, on gold words with nothing from the name tagger.
3. Names: the shipped pipeline with and without the component, exact spans.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.gum_links import gum_links
from extract.gazetteer import fold, load_gazetteer
from extract.gazetteer_component import FACTORY, add_gazetteer
from extract.language import load_language
from extract.teams import country_of, is_team

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COARSE = {"GPE": "LOC", "FAC": "LOC", "LOC": "LOC", "ORG": "ORG", "PERSON": "PER", "PER": "PER"}
COARSE |= {"country": "LOC", "location": "LOC", "organisation": "ORG", "politicalparty": "ORG"}
COARSE |= {"politician": "PER", "person": "PER"}

Sentence = tuple[list[str], list[str]]
"""Words and their BIO tags."""
Spans = set[tuple[int, int, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the gazetteer.")
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--misses", type=int, default=0, help="show this many of the commonest errors")
    args = parser.parse_args()
    linking(args.data, args.misses)
    nlp = load_language()
    add_gazetteer(nlp)
    sets = {"UNER-EWT dev": "uner-ewt-dev.iob2.xz", "CrossNER politics dev": "crossner-politics-dev.bio.xz"}
    for name, file in sets.items():
        sentences = list(_sentences(args.data / "ner" / file))
        _additions(name, nlp, sentences, args.misses)
        _names(name, nlp, sentences, args.misses)


def linking(data: Path, misses: int = 0) -> None:
    """Print how many names are linked rightly, and the commonest ``misses``.

    A country's name that is its team's counts where it is taken for the team.
    """
    gazetteer = load_gazetteer()
    tally: Counter[str] = Counter()
    wrong: Counter[tuple[str, str, str]] = Counter()
    for part in ("train", "dev"):
        for name, text, title, register in gum_links(data / "treebank" / f"gum-{part}.conllu.xz"):
            entry = gazetteer.lookup(text)
            if entry is None:
                continue
            known = {fold(called) for called in (entry.name, *entry.aliases)}
            titled = re.sub(r" \(([^)]*)\)$", r", \1", title)
            right = fold(title.split(" (")[0]) in known or gazetteer.lookup(titled) == entry
            team, taken = title.endswith(" team"), bool(country_of(name)) and is_team(name.root, register)
            right = team if taken else right
            tally["right" if right else "wrong"] += 1
            tally["team"] += team
            tally["taken"] += taken
            if not right:
                wrong[text, title, entry.key] += 1
    print(
        f"GUM linking: {tally['right'] + tally['wrong']} names linked, "
        f"{tally['right'] / (tally['right'] + tally['wrong']):.1%} right; "
        f"{tally['team']} are national teams, {tally['taken']} taken for one"
    )
    _show(wrong, misses)


def _additions(name: str, nlp: Language, sentences: list[Sentence], misses: int) -> None:
    """Precision of what is added to no names at all, and the share of gold places that it finds."""
    skipped = [pipe for pipe in nlp.pipe_names if pipe in {"ner", "ner_tok2vec", FACTORY}]
    with nlp.select_pipes(disable=skipped):
        docs = list(nlp.pipe(_docs(nlp, sentences)))
    component = nlp.get_pipe(FACTORY)
    found = [_coarse(component(doc)) for doc in docs]
    gold = [_gold(tags) for _, tags in sentences]
    for kind in ("LOC", "ORG"):
        right, said, there, wrong = _compare(sentences, gold, found, kind.__eq__)
        print(
            f"{name}, additions, {kind}: {said} names, {right / max(said, 1):.1%} right, "
            f"{right / max(there, 1):.1%} of the gold found"
        )
        _show(wrong, misses)


def _names(name: str, nlp: Language, sentences: list[Sentence], misses: int) -> None:
    gold = [_gold(tags) for _, tags in sentences]
    with nlp.select_pipes(disable=[FACTORY]):
        before = [_coarse(doc) for doc in nlp.pipe(_docs(nlp, sentences))]
    after = [_coarse(doc) for doc in nlp.pipe(_docs(nlp, sentences))]
    for label, found in (("without", before), ("with", after)):
        right, said, there, _ = _compare(sentences, gold, found, bool)
        f1 = 2 * right / max(said + there, 1)
        print(
            f"{name}, pipeline {label} the gazetteer: "
            f"P {right / max(said, 1):.1%} R {right / max(there, 1):.1%} F1 {f1:.1%}"
        )
    new = [late - early for early, late in zip(before, after, strict=True)]
    right, said, _, wrong = _compare(sentences, gold, new, bool)
    lost = sum(len((early - late) & truth) for early, late, truth in zip(before, after, gold, strict=True))
    print(
        f"{name}, changed by the gazetteer: {said} names new, {right / max(said, 1):.1%} of them right; "
        f"{lost} right ones lost"
    )
    _show(wrong, misses)


def _compare(
    sentences: list[Sentence], gold: list[Spans], found: list[Spans], wanted: Callable[[str], bool]
) -> tuple[int, int, int, Counter[tuple[str, str, str]]]:
    """Count right, said and gold spans of the wanted labels, and what was said wrongly.

    Names inside a gold election, event or other name of a kind that we do not compare are left out.
    """
    right = said = there = 0
    wrong: Counter[tuple[str, str, str]] = Counter()
    for (words, _), truth, guess in zip(sentences, gold, found, strict=True):
        kept = {span for span in guess if wanted(span[2]) and not _within_other(span, truth)}
        right += len(kept & truth)
        said += len(kept)
        there += sum(wanted(span[2]) for span in truth)
        for start, end, label in kept - truth:
            context = " ".join(words[max(0, start - 4) : end + 4])
            wrong[" ".join(words[start:end]), label, context] += 1
    return right, said, there, wrong


def _within_other(span: tuple[int, int, str], truth: Spans) -> bool:
    """Whether it stands in a gold name of a kind that is not compared: ``Italy`` in an election's name."""
    return any(not label and start <= span[0] and span[1] <= end for start, end, label in truth)


def _docs(nlp: Language, sentences: Iterable[Sentence]) -> Iterator[Doc]:
    from spacy.tokens import Doc

    return (Doc(nlp.vocab, words=words) for words, _ in sentences)


def _coarse(doc: Doc) -> Spans:
    spans = {(*_without_article(doc, ent.start, ent.end), COARSE.get(ent.label_, "")) for ent in doc.ents}
    return {span for span in spans if span[2]}


def _without_article(doc: Doc, start: int, end: int) -> tuple[int, int]:
    return start + (end - start > 1 and doc[start].lower_ == "the"), end


def _gold(tags: list[str]) -> Spans:
    spans: Spans = set()
    start = 0
    for place, tag in enumerate([*tags, "O"]):
        if place and tags[place - 1] != "O" and not tag.startswith("I-"):
            spans.add((start, place, COARSE.get(tags[start][2:], "")))
        if tag.startswith("B-"):
            start = place
    return spans


def _sentences(path: Path) -> Iterator[Sentence]:
    words: list[str] = []
    tags: list[str] = []
    for line in [*lzma.decompress(path.read_bytes()).decode().splitlines(), ""]:
        fields = line.split()
        if line.startswith("# "):
            continue
        if not fields and words:
            yield words, tags
            words, tags = [], []
        elif fields:
            word, tag = (fields[1], fields[2]) if len(fields) > 3 else (fields[0], fields[1])
            words.append(word)
            tags.append(tag if tag[:2] in {"B-", "I-"} else "O")


def _show(wrong: Counter[tuple[str, str, str]], count: int) -> None:
    for case, times in wrong.most_common(count):
        print("   ", times, *case, sep=" | ")


if __name__ == "__main__":
    main()
