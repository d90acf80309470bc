"""Two trained pipelines → the one that is shipped: merged, stripped and halved in precision."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from training.tokenizer import tokenizer

if TYPE_CHECKING:
    from spacy.language import Language

META = {
    "lang": "en",
    "name": "newsgraph_cnn",
    "version": "0.1.0",
    "spacy_version": ">=3.8,<3.9",
    "description": "English tags, morphology, lemmas, UD trees and names by convolutional networks.",
    "author": "newsgraph",
    "license": "CC BY-SA 4.0",
}

BATCH = 16
"""Documents read at once: news articles are long, and all words of a batch are in memory together."""

KEPT = ("nlp", "components")
"""The sections of the configuration that loading needs."""


def assemble(syntax: Path, names: Path, target: Path) -> int:
    """Writes the shipped pipeline to ``target``, replacing what is there; returns its size in bytes."""
    import spacy

    nlp = spacy.load(syntax)
    source = spacy.load(names)
    for component in source.pipe_names:
        nlp.add_pipe(component, source=source)
    nlp.tokenizer = tokenizer(nlp.vocab)
    nlp.meta.update(META)
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    _strip(nlp, target)
    for path in sorted(target.glob("*/model")):
        _halve(path)
    return sum(path.stat().st_size for path in target.rglob("*") if path.is_file())


def _strip(nlp: Language, target: Path) -> None:
    """Removes what only training needs: its configuration, its scores and the words it saw."""
    import srsly
    from thinc.api import Config

    config = Config().from_disk(target / "config.cfg", interpolate=False)
    config["nlp"]["batch_size"] = BATCH
    Config({name: config[name] for name in KEPT}).to_disk(target / "config.cfg")
    meta: dict[str, Any] = {**nlp.meta, **META, "performance": {}, "sources": []}
    srsly.write_json(target / "meta.json", meta)
    srsly.write_json(target / "vocab" / "strings.json", sorted(_needed(nlp)))


def _needed(nlp: Language) -> set[str]:
    """The strings annotation may come out with; all others are added when text is read."""
    needed = {"_SP", "SPACE", "ROOT", "dep"}
    for labels in nlp.pipe_labels.values():
        needed.update(labels)
        for label in labels:
            needed.update(part for pair in label.split("|") for part in (pair, *pair.split("=")))
    needed |= _edits(nlp)
    blank = type(nlp)()
    return {text for text in needed if text} | set(blank.vocab.strings)


def _edits(nlp: Language) -> set[str]:
    """The endings the lemmatizer's edit trees replace, and what they put there."""
    import srsly

    trees = srsly.msgpack_loads(nlp.get_pipe("lemmatizer").trees.to_bytes())
    hashes = (node[side] for node in trees["trees"] for side in ("orig", "subst") if side in node)
    return {nlp.vocab.strings[number] for number in hashes}


def _halve(path: Path) -> None:
    """Stores a model's weights as 16-bit floats; ``extract.language`` widens them again."""
    import srsly

    model = srsly.msgpack_loads(path.read_bytes())
    for layer in model["params"]:
        for name, weights in layer.items():
            if weights is not None and weights.dtype == "float32":
                layer[name] = weights.astype("float16")
    path.write_bytes(srsly.msgpack_dumps(model))
