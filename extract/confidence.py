"""How likely a reader is to accept a triple: a logistic model over its form and its place in the tree.

The weights in ``lexicon/confidence.tsv`` are fitted by ``python -m training.confidence`` on the development
sentences of CaRB (Bhardwaj et al. 2019, MIT licence), with the share of a triple's words that the annotators
wrote down as the target.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from extract.attachment import doubt
from extract.lexicon import numbers
from extract.model import Mention, Surface
from extract.syntax import child

if TYPE_CHECKING:
    from spacy.tokens import Token

USUAL_DOUBT = 0.1
"""In nats: between the means of a clause's head and of an object's words on CaRB dev."""


def confidence(features: Mapping[str, float]) -> float:
    """The probability in [0, 1] that the features' triple is accepted, rounded to four decimals."""
    weights = numbers("confidence")
    score = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return round(1 / (1 + math.exp(-score)), 4)


def features(
    extractor: str,
    subject: Mention,
    target: Mention,
    anchor: Token,
    surface: Surface,
    adjuncts: Sequence[str],
) -> dict[str, float]:
    """What the model looks at, by name; lengths count words and are dampened."""
    sentence = anchor.sent
    named = {
        "bias": 1.0,
        f"extractor={extractor}": 1.0,
        f"subject={subject.kind}": 1.0,
        f"object={target.kind}": 1.0,
        f"clause={anchor.dep_.partition(':')[0]}": 1.0,
        "own subject": float(child(anchor, "nsubj") is not None),
        "subject after": float(subject.start > anchor.idx),
    }
    lengths = {
        "subject words": len(surface.subject.split()),
        "relation words": len(surface.predicate.split()),
        "object words": len(surface.object.split()),
        "adjuncts": len(adjuncts),
        "adjunct words": sum(len(a.split()) for a in adjuncts),
        "sentence words": len(sentence) / 4,
        "distance": abs(anchor.idx - subject.end) / 20,
    }
    attachments = {
        "attachment of clause": _doubt(anchor, anchor.idx, anchor.idx + len(anchor)),
        "attachment of object": _doubt(anchor, target.start, target.end),
    }
    spans = " ".join((surface.subject, surface.predicate, surface.object))
    marks = {
        "inner comma": float("," in spans),
        "quotation mark": float(any(m in spans for m in '"“”`')),
        "bracket": float(any(m in spans for m in "()[]")),
    }
    return named | {name: math.log1p(n) for name, n in lengths.items()} | marks | attachments


def _doubt(anchor: Token, start: int, end: int) -> float:
    """The parser's doubt about the words between two characters; the usual where it left none."""
    span = anchor.doc.char_span(start, end, alignment_mode="expand")
    found = doubt(anchor.doc, span.start, span.end) if span is not None else None
    return USUAL_DOUBT if found is None else found
