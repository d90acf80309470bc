"""Development data → spaCy's binary training files in ``training/work``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from training.harmony import Harmony
from training.namecorpora import development_names, training_names
from training.tokenizer import tokenizer
from training.treebanks import training_documents

if TYPE_CHECKING:
    from spacy.tokens import Doc

TREEBANKS = ("ewt", "gum")


def save(docs: Iterable[Doc], path: Path) -> int:
    """Writes a DocBin; returns the number of documents."""
    from spacy.tokens import DocBin

    box = DocBin(docs=docs, store_user_data=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    box.to_disk(path)
    return len(box)


def convert_treebanks(data: Path, work: Path) -> dict[str, int]:
    """``syntax-train.spacy`` and ``syntax-dev.spacy``; returns documents in each."""
    import spacy

    vocab = spacy.blank("en").vocab
    counts = {}
    for part in ("train", "dev"):
        paths = [data / "treebank" / f"{name}-{part}.conllu.xz" for name in TREEBANKS]
        counts[part] = save(training_documents(vocab, paths), work / f"syntax-{part}.spacy")
    return counts


def convert_names(data: Path, work: Path) -> dict[str, int]:
    """``names-train.spacy`` and ``names-dev.spacy``; returns documents in each."""
    import spacy

    harmony = Harmony(data)
    cutter = tokenizer(spacy.blank("en").vocab)
    return {
        "train": save(training_names(data, harmony, cutter), work / "names-train.spacy"),
        "dev": save(development_names(data, harmony, cutter), work / "names-dev.spacy"),
    }
