"""Facts found, wording for wording, against gold fact synsets (BenchIE, Gashteovski et al. 2022, section 3).

A triple finds a fact if all three of its surface slots equal one wording of it; ``[words]`` of a wording
may be left out. Precision counts every triple, recall every fact.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.model import Surface

GOLD = Path(__file__).parent.parent / "tests" / "data" / "gold"


@dataclass(frozen=True, slots=True)
class Found:
    """Counts over sentences: triples that word a fact, triples, facts found, facts."""

    right: int
    triples: int
    found: int
    facts: int

    @property
    def f1(self) -> float:
        """Harmonic mean of right / triples and found / facts."""
        precision = self.right / self.triples if self.triples else 0.0
        recall = self.found / self.facts if self.facts else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def documents(folder: Path = GOLD) -> Iterator[dict[str, Any]]:
    """The annotated documents, by file name."""
    for path in sorted(folder.glob("*.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def pattern(wording: str) -> re.Pattern[str]:
    """A wording as an expression: brackets are optional, blanks around them too, case does not count."""
    pieces = re.split(r"([\[\]])", wording)
    parts = {"[": "(?:", "]": r")?\s*"}
    text = "".join(parts.get(p) or r"\s*".join(re.escape(w) for w in re.split(r"\s+", p)) for p in pieces)
    return re.compile(r"\s*" + text + r"\s*", re.IGNORECASE)


def words_fact(surface: Surface, fact: dict[str, Any]) -> bool:
    """Whether the triple is one of the fact's wordings."""
    slots = (("subject", surface.subject), ("relation", surface.predicate), ("object", surface.object))
    return any(
        all(any(pattern(w).fullmatch(_plain(text)) for w in wording[slot]) for slot, text in slots)
        for wording in fact["wordings"]
    )


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def count(pairs: Iterable[tuple[dict[str, Any], list[Surface]]]) -> Found:
    """Counts over (gold sentence, surfaces of its triples)."""
    right = triples = found = facts = 0
    for sentence, surfaces in pairs:
        distinct = list(dict.fromkeys(surfaces))
        hits = [[words_fact(s, f) for f in sentence["facts"]] for s in distinct]
        right += sum(any(row) for row in hits)
        triples += len(distinct)
        found += sum(any(row[i] for row in hits) for i in range(len(sentence["facts"])))
        facts += len(sentence["facts"])
    return Found(right, triples, found, facts)


def total(counts: Iterable[Found]) -> Found:
    """Several documents counted as one."""
    rows = list(counts)
    return Found(
        *(sum(getattr(row, name) for row in rows) for name in ("right", "triples", "found", "facts"))
    )
