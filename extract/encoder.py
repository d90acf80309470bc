"""The spaCy component ``newsgraph_encoder``: one network for tags, lemmas, trees, sentences and names.

It annotates Docs however their words came about, keeps sentence starts that are already set, and reads
each Doc by itself. The weights travel with the pipeline (``to_disk``, ``to_bytes``, pickle).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.attachment import keep_attachment
from extract.encoder_model import FILES, EncoderModel, read_files
from extract.encoder_names import name_spans
from extract.encoder_windows import Annotation, annotate
from extract.errors import ExtractError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

ATTRIBUTES = ("POS", "TAG", "MORPH", "LEMMA", "HEAD", "DEP")
ASSIGNS = ("token.pos", "token.tag", "token.morph", "token.lemma", "token.head", "token.dep", "doc.ents")

FACTORY = "newsgraph_encoder"
"""The component's name in a pipeline's config."""


def register_encoder() -> None:
    """Tells spaCy of the component: before it loads a pipeline whose config names it."""
    from spacy.language import Language

    if not Language.has_factory(FACTORY):
        Language.factory(FACTORY, assigns=[*ASSIGNS, "token.is_sent_start", "doc.sents"], func=_create)


def _create(nlp: Language, name: str) -> Encoder:
    """An encoder without weights; ``from_disk`` or ``from_bytes`` brings them."""
    return Encoder(nlp.vocab, name)


class Encoder:
    """See the module. ``network`` is None until weights are read."""

    def __init__(self, vocab: Vocab, name: str, network: EncoderModel | None = None) -> None:
        self.vocab = vocab
        self.name = name
        self.network = network

    def __call__(self, doc: Doc) -> Doc:
        """Annotates ``doc`` in place and returns it."""
        if self.network is None:
            raise ExtractError(f"the component {self.name} has no weights; load them with from_disk")
        places = [token.i for token in doc if not token.is_space]
        words = [doc[place].text for place in places]
        annotation = annotate(self.network, words, _breaks(doc, places), _starts(doc, places))
        self._write(doc, places, annotation)
        return doc

    def _write(self, doc: Doc, places: list[int], annotation: Annotation) -> None:
        import numpy as np

        strings, morphology = self.vocab.strings, self.vocab.morphology
        rows = np.zeros((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
        for row, token in zip(rows, doc, strict=True):
            if token.is_space:
                head = _beside(token.i, places) - token.i
                row[:] = _row(strings, ("SPACE", "_SP", token.text, "dep"), morphology.add(""), head)
        for number, place in enumerate(places):
            relation, head = annotation.deprels[number], places[annotation.heads[number]]
            texts = (
                annotation.upos[number],
                annotation.xpos[number],
                annotation.lemmas[number],
                "ROOT" if relation == "root" else relation,
            )
            rows[place] = _row(strings, texts, morphology.add(annotation.feats[number]), head - place)
        doc.from_array(list(ATTRIBUTES), rows)  # type: ignore[arg-type]
        probabilities = [1.0] * len(doc)
        for place, probability in zip(places, annotation.attachment, strict=True):
            probabilities[place] = probability
        keep_attachment(doc, probabilities)
        self._name(doc, places, annotation)
        if places:
            known = np.concatenate(annotation.vectors)
            doc.tensor = np.zeros((len(doc), known.shape[1]), dtype=np.float32)
            doc.tensor[places] = known

    def _name(self, doc: Doc, places: list[int], annotation: Annotation) -> None:
        from spacy.tokens import Span

        spans = name_spans(annotation.names)
        doc.set_ents([Span(doc, places[s], places[e - 1] + 1, label=label) for s, e, label in spans])

    def initialize(self, get_examples: Any = None, nlp: Any = None, labels: Any = None) -> None:
        """Nothing to do: training is ``python -m training.encoder.train``."""

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:  # noqa: ARG002
        """The weights as one byte string."""
        import srsly  # type: ignore[import-untyped]

        packed: bytes = srsly.msgpack_dumps(self.network.files if self.network else {})
        return packed

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Encoder:  # noqa: ARG002
        """Reads what ``to_bytes`` gave."""
        import srsly

        files = srsly.msgpack_loads(data)
        self.network = EncoderModel(files) if files else None
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002
        """Writes the model's files into the folder ``path``."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name in FILES if self.network else ():
            (folder / name).write_bytes(self.network.files[name] if self.network else b"")

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Encoder:  # noqa: ARG002
        """Reads the model in the folder ``path``."""
        self.network = EncoderModel(read_files(Path(path)))
        return self


def _row(strings: Any, texts: tuple[str, str, str, str], morph: int, head: int) -> list[int]:
    """One line of ``ATTRIBUTES``; spaCy wants the relative head as an unsigned number."""
    from spacy.symbols import IDS

    pos, tag, lemma, relation = texts
    unsigned = head if head >= 0 else head + (1 << 64)
    return [IDS[pos], strings.add(tag), morph, strings.add(lemma), unsigned, strings.add(relation)]


def _beside(place: int, words: list[int]) -> int:
    """The word a whitespace token hangs on: the last one before it, else the first, else itself."""
    from bisect import bisect

    index = bisect(words, place)
    if index:
        return words[index - 1]
    return words[0] if words else place


def _breaks(doc: Doc, places: list[int]) -> list[bool]:
    """Whether a line break stands between each word and the one before it, or a sentence is set to begin."""
    breaks, before = [], -1
    for place in places:
        parted = any("\n" in doc[gap].text for gap in range(before + 1, place)) or doc[place].is_sent_start
        breaks.append(before >= 0 and bool(parted))
        before = place
    return breaks


def _starts(doc: Doc, places: list[int]) -> list[bool] | None:
    """Sentence starts that were set before, if they were set throughout."""
    if not doc.has_annotation("SENT_START", require_complete=True) or not places:
        return None
    begun = False
    starts: list[bool] = []
    for token in doc:
        begun = begun or bool(token.is_sent_start)
        if not token.is_space:
            starts.append(begun or not starts)
            begun = False
    return starts
