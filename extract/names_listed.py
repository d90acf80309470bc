"""Names of the user's own list, found in a text wherever they are written as listed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

Listed = Mapping[str, str]
"""Names as they are written → the entity label (OntoNotes) of what they name."""

NONE: Listed = {}

_FIRST = re.compile(r"\w+")


def listed_names(doc: Doc, listed: Listed) -> Iterator[Span]:
    """The listed names in ``doc``, letter by letter, the longest at each place.

    A name inside a longer one that the tagger found is no name of its own.
    """
    starts: dict[str, list[str]] = defaultdict(list)
    for name in sorted(listed, key=lambda name: (-len(name), name)):
        if first := _FIRST.match(name):
            starts[first[0]].append(name)
    text = doc.text
    for token in doc if starts else ():
        first = _FIRST.match(token.text)
        for name in starts.get(first[0], ()) if first else ():
            span = doc.char_span(token.idx, token.idx + len(name), label=listed[name])
            if span is not None and text.startswith(name, token.idx) and not _is_part(span):
                yield span
                break


def _is_part(span: Span) -> bool:
    return any(
        ent.start <= span.start and span.end <= ent.end and len(ent) > len(span) for ent in span.doc.ents
    )
