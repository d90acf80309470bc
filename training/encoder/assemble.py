"""A trained network and the UD tokenizer → a spaCy pipeline on disk."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from training.encoder.export import write_model
from training.tokenizer import tokenizer

META = {
    "lang": "en",
    "name": "newsgraph_encoder",
    "version": "0.2.0",
    "description": "English tags, morphology, lemmas, UD trees, sentences and names by one small encoder.",
    "author": "newsgraph",
    "license": "CC BY-SA 4.0",
}


def assemble(training: Path, target: Path, *, small: bool = True, raw: bool = False) -> int:
    """Writes the pipeline to ``target``, replacing what is there; returns its size in bytes."""
    import spacy
    import srsly

    from extract.encoder import FACTORY, register_encoder

    register_encoder()
    nlp = spacy.blank("en")
    nlp.tokenizer = tokenizer(nlp.vocab)
    component = nlp.add_pipe(FACTORY, name="encoder")
    with tempfile.TemporaryDirectory() as folder:
        write_model(training, Path(folder), small=small, raw=raw)
        component.from_disk(folder)  # type: ignore[attr-defined]
    nlp.meta.update(META)
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    meta = {**nlp.meta, **META, "performance": {}}
    srsly.write_json(target / "meta.json", meta)
    return sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
