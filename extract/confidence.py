"""How likely a reader is to accept a triple, from its form alone."""

from __future__ import annotations

import math
from collections.abc import Sequence

from extract.model import Surface

_BASE = {"clause": 1.6, "adjunct": 1.0, "copula": 1.6, "position": 1.8, "apposition": 1.2, "possessive": 0.8}
_LONG_ARGUMENT = 8
_LONG_SENTENCE = 30


def confidence(extractor: str, surface: Surface, adjuncts: Sequence[str], sentence: str) -> float:
    """A probability in [0, 1], rounded to four decimals: lower for long arguments and long sentences."""
    score = _BASE.get(extractor, 0.8)
    score -= 0.08 * max(0, len(surface.object.split()) - _LONG_ARGUMENT)
    score -= 0.1 * max(0, len(surface.subject.split()) - _LONG_ARGUMENT)
    score -= 0.02 * max(0, len(sentence.split()) - _LONG_SENTENCE)
    score -= 0.1 * max(0, len(adjuncts) - 2)
    return round(1 / (1 + math.exp(-score)), 4)
