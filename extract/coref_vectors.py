"""The encoder's vectors of an article's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc

WIDTH = 384
"""Of each of the two vectors that the encoder has for a word."""


def vectors_of(doc: Doc) -> Any:
    """The encoder's vectors of all tokens, (tokens, 2 × ``WIDTH``) float32; None of another pipeline."""
    table = doc.tensor
    return table if getattr(table, "shape", ()) == (len(doc), 2 * WIDTH) else None
