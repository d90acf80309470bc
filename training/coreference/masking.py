"""Documents read with words hidden from the encoder: trees as wrong as those of text it has never seen.

The encoder was trained on the documents that this recipe learns from; unhidden, it errs on a head in fifty
there, elsewhere on one in fourteen.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from extract.encoder import Encoder
from extract.encoder_model import EncoderModel, Scores
from extract.encoder_pieces import Pieces

if TYPE_CHECKING:
    from spacy.language import Language

_MASK = 103
"""``[MASK]`` in the vocabulary of the pretrained encoder (BERT, uncased)."""


class _Blindfolded(EncoderModel):
    """An encoder that does not see a share of the words, always the same ones in one run."""

    def __init__(self, files: dict[str, bytes], share: float, seed: int) -> None:
        super().__init__(files)
        self.share, self.chance = share, random.Random(seed)

    def read(self, pieces: Sequence[Pieces], breaks: Sequence[bool]) -> Scores:
        return super().read([self._hidden(p) for p in pieces], breaks)

    def _hidden(self, pieces: Pieces) -> Pieces:
        if self.chance.random() >= self.share:
            return pieces
        return Pieces((_MASK,) * len(pieces.ids), pieces.forms, pieces.word)


@contextmanager
def hidden_words(nlp: Language, share: float, seed: int = 5) -> Iterator[None]:
    """Within, this pipeline's encoder sees all but a ``share`` of the words."""
    encoder = next(part for _, part in nlp.pipeline if isinstance(part, Encoder))
    seeing = encoder.network
    assert seeing is not None
    encoder.network = _Blindfolded(seeing.files, share, seed)
    try:
        yield
    finally:
        encoder.network = seeing
