"""Relations that mean the same in news, under one name.

The table is ``lexicon/relation_synonyms.tsv``; a relation's own lemma is never lost by looking up its
canonical one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_TABLE = Path(__file__).parent / "lexicon" / "relation_synonyms.tsv"


def canonical_relation(lemma: str) -> str:
    """The lemma that stands for all relations that say the same in news; the lemma itself if it stands alone.

    >>> canonical_relation("hold talk with"), canonical_relation("annex")
    ('meet', 'annex')
    """
    return _canonical().get(lemma, lemma)


def variants(canonical: str) -> tuple[str, ...]:
    """The other lemmas that a canonical relation stands for, in the table's order; empty if none."""
    return tuple(variant for variant, name in _canonical().items() if name == canonical)


@cache
def _canonical() -> dict[str, str]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line.strip() and not line.startswith("#"))
    return {variant: canonical for canonical, group in rows for variant in group.split("; ")}
