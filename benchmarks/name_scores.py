"""How far a pipeline's names agree with the name corpora kept for development.

Every corpus is cut into UD words first, so that all pipelines see the same; its types are ours after
``training/tables/names.tsv``. GPE, LOC and FAC count as one type, PLACE. Only the types a corpus
annotates are scored: a pipeline's names of other types, and names that overlap one whose type the
corpus does not tell (CrossNER's misc), count neither for nor against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from training.harmony import Harmony
from training.namecorpora import bio_documents, gum_documents
from training.tokenizer import tokenizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PLACES = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}

SETS = {
    "politics": frozenset({"PERSON", "ORG", "PLACE", "EVENT"}),
    "uner-ewt": frozenset({"PERSON", "ORG", "PLACE"}),
    "gum": frozenset({"PERSON", "ORG", "PLACE", "EVENT"}),
}
"""The development sets and the types scored on each."""

Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Names in the corpus, names found, and names found rightly (boundaries and type)."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Percent of the found names that are right."""
        return 100 * self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        """Percent of the corpus's names that are found."""
        return 100 * self.right / max(1, self.gold)

    @property
    def f(self) -> float:
        """Balanced F1 in percent."""
        return 200 * self.right / max(1, self.gold + self.found)


def name_scores(nlp: Language, data: Path, name: str) -> dict[str, Counts]:
    """Counts for each type of the set ``name``, and for ``all`` of them."""
    types = SETS[name]
    golds = list(gold_documents(data, name))
    counts = {kind: [0, 0, 0] for kind in ("all", *sorted(types))}
    for gold, doc in zip(golds, nlp.pipe(_bare(nlp, golds)), strict=True):
        unknown = {word.i for word in gold if word.ent_iob == 0}
        truth = _names(gold, types, set())
        guess = _names(doc, types, unknown)
        for kind, count in counts.items():
            own = [{name for name in names if kind in ("all", name[2])} for names in (truth, guess)]
            for place, names in enumerate((*own, own[0] & own[1])):
                count[place] += len(names)
    return {kind: Counts(gold=c[0], found=c[1], right=c[2]) for kind, c in counts.items()}


def gold_documents(data: Path, name: str) -> Iterator[Doc]:
    """The documents of one development set."""
    import spacy

    harmony = Harmony(data)
    cutter = tokenizer(spacy.blank("en").vocab)
    if name == "politics":
        path = data / "ner" / "crossner-politics-dev.bio.xz"
        yield from bio_documents(path, "crossner", harmony, cutter)
    elif name == "uner-ewt":
        path = data / "ner" / "uner-ewt-dev.iob2.xz"
        yield from bio_documents(path, "uner", harmony, cutter, column=2)
    else:
        yield from gum_documents(data / "treebank" / "gum-dev.conllu.xz", harmony, cutter.vocab)


def _bare(nlp: Language, docs: list[Doc]) -> Iterator[Doc]:
    from spacy.tokens import Doc as Document

    for doc in docs:
        spaces = [bool(word.whitespace_) for word in doc]
        yield Document(nlp.vocab, words=[word.text for word in doc], spaces=spaces)


def _names(doc: Doc, types: frozenset[str], unknown: set[int]) -> set[Name]:
    """Names of the scored types that touch no word whose annotation is open."""
    found = ((ent.start, ent.end, PLACES.get(ent.label_, ent.label_)) for ent in doc.ents)
    return {name for name in found if name[2] in types and not unknown & set(range(*name[:2]))}
