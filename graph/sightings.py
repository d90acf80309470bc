"""Where an article speaks of what: every mention in its readings, and the part it plays in its triples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from extract.model import Mention, Reading


class Sighting(NamedTuple):
    """A mention in an article; ``spelt`` where its text is the name and nothing around it."""

    article: str
    mention: Mention
    spelt: bool


def sightings(reading: Reading) -> Iterator[Sighting]:
    """Every mention of a reading, as often as it stands in it."""
    article = reading.article.id
    yield from (Sighting(article, mention, True) for mention in reading.mentions)
    for triple in reading.triples:
        yield Sighting(article, triple.subject, False)
        yield Sighting(article, triple.object, False)
        if triple.attribution:
            yield Sighting(article, triple.attribution.speaker, False)
